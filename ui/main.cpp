// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/callwatch.h"
#include "accounts/renewer.h"
#include "accounts/usagelog.h"
#include "accounts/watch.h"
#include "base/application.h"
#include "base/interruption.h"
#include "browser.h"
#include "closing.h"
#include "errortext.h"
#include "graph/queue.h"
#include "mainwindow.h"
#include "pictures.h"
#include "practice/practiceserver.h"
#include "preferences/proxyprompt.h"
#include "singleinstance.h"
#include "style.h"
#include "translation.h"
#include "tray/desktopnotifier.h"
#include "tray/presence.h"
#include "tray/systemtray.h"
#include "waking.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QMessageBox>
#include <QTimer>
#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using namespace tokendesk;

namespace {

class MainText
{
    Q_DECLARE_TR_FUNCTIONS(tokendesk::Main)
};

/// What a start is to show.
struct Start
{
    bool background = false; ///< no window, beside the clock
    QString file{}; ///< a registration file, absolute; empty for none
};

Start readArguments(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(MainText::tr("Gets an Instagram access token and keeps it alive."));
    parser.addVersionOption();
    parser.addHelpOption();
    const QCommandLineOption background(u"background"_s,
                                        MainText::tr("Start without the window, beside the clock, as at login."));
    parser.addOption(background);
    parser.addPositionalArgument(u"file"_s, MainText::tr("A registration file to open."), u"[file]"_s);
    parser.process(application);
    const QString file = parser.positionalArguments().value(0);
    return {.background = parser.isSet(background) && file.isEmpty(),
            .file = file.isEmpty() || file.contains(u'\n') ? QString() : QFileInfo(file).absoluteFilePath()};
}

/// Version and help need no display.
bool asksForTextOnly(int argc, char **argv)
{
    const QList<QByteArrayView> options{"-v", "--version", "-h", "-?", "--help", "--help-all"};
    return std::any_of(argv + 1, argv + argc, [&](const char *argument) { return options.contains(argument); });
}

/// Without the database there is nothing to show: say so, and end when the box is closed.
int tellTrouble(const Error &error)
{
    const ErrorText text = describe(error, QString());
    QMessageBox box(QMessageBox::Critical, QCoreApplication::applicationName(), text.happened, QMessageBox::Close);
    //: What to do. Who can do it.
    box.setInformativeText(MainText::tr("%1 %2").arg(text.todo, text.who));
    box.setDetailedText(text.details);
    box.show();
    QApplication::exec();
    return EXIT_FAILURE;
}

/// What happens beside the clock, and what the window answers to it.
void connectPresence(Presence &presence, MainWindow &window, Renewer &renewer, Warner &warner)
{
    QObject::connect(&presence, &Presence::windowRequested, &window, &MainWindow::bringForward);
    QObject::connect(&presence, &Presence::accountRequested, &window, &MainWindow::showNeedy);
    QObject::connect(&presence, &Presence::copyRequested, &window, &MainWindow::copyTokenOf);
    QObject::connect(&presence, &Presence::quitRequested, qApp, &QApplication::quit);
    window.closing().setStaysBehind([&presence] { return presence.staysBehind(); });
    QObject::connect(&window.closing(), &Closing::hidden, &presence, &Presence::tellThatItStays);
    QObject::connect(&window, &MainWindow::preferencesChanged, &presence, &Presence::update);
    QObject::connect(&renewer, &Renewer::roundFinished, &presence, &Presence::lookAtClock);
    QObject::connect(&renewer, &Renewer::roundFinished, &warner, &Warner::look);
}

int run(QApplication &application, const Start &start)
{
    const SystemClock clock;
    const Paths paths = Paths::standard();
    Settings settings(paths);
    Translation translation;
    translation.use(settings.language());
    applyTheme(application, settings.theme());

    SingleInstance instance(paths.data);
    if (!instance.claim(start.file)) {
        QObject::connect(&instance, &SingleInstance::firstWasAsked, &application, &QApplication::quit);
        return QApplication::exec();
    }
    Result<std::unique_ptr<Database>> database = Database::open(paths.data);
    if (!database && database.error().hint == ErrorHint::Damaged)
        database = Database::openAnew(paths.data);
    if (!database)
        return tellTrouble(database.error());
    SystemKeychain keychain;
    Catalog catalog(paths.data + "/providers"_L1);
    Network network(settings, paths.data, keychain, clock);
    Transport transport;
    Queue queue(transport, clock);
    GraphClient graph(queue);
    CertificateStore certificates(paths.data, clock);
    Accounts accounts(**database, keychain, catalog, graph, clock);
    if (const Result<void> &read = accounts.areRead(); !read && read.error().hint != ErrorHint::Damaged)
        return tellTrouble(read.error());
    QObject::connect(&accounts, &Accounts::databaseDamaged, &accounts, &Accounts::replaceDatabase);
    UsageLog usage(**database, clock);
    QObject::connect(&queue, &Queue::measured, &usage, &UsageLog::note);
    QObject::connect(&queue, &Queue::sent, &usage, &UsageLog::noteOwn);
    CallWatch callWatch(accounts, usage, clock);
    QObject::connect(&queue, &Queue::measured, &callWatch, &CallWatch::measured);
    Renewer renewer(accounts, clock);
    Clipboard clipboard(settings, clock);
    std::optional<PracticeServer> practice;
    catalog.setPracticePort([&] { return (practice ? *practice : practice.emplace(clock)).listen(); });

    Services services{.accounts = accounts,
                      .keychain = keychain,
                      .catalog = catalog,
                      .graph = graph,
                      .queue = queue,
                      .usage = usage,
                      .certificates = certificates,
                      .clock = clock,
                      .network = network,
                      .settings = settings,
                      .clipboard = clipboard,
                      .openBrowser = openInBrowser};
    MainWindow window(services);
    Warner warner(**database, accounts, clock);
    SystemTray tray;
    const std::unique_ptr<Notifier> notifier = desktopNotifier(tray);
    Presence presence(services, warner, tray, *notifier);
    connectPresence(presence, window, renewer, warner);
    Waking waking;
    QObject::connect(&waking, &Waking::awake, &renewer, &Renewer::look);
    ProxyPrompt proxyPrompt(network, transport, window);
    QObject::connect(&proxyPrompt, &ProxyPrompt::signedIn, &accounts, &Accounts::retrySoon);
    std::optional<Watch> watch;
    const auto begin = [&] {
        watch.emplace(accounts, settings, clock);
        QObject::connect(&renewer, &Renewer::roundFinished, &*watch, &Watch::look);
        QObject::connect(&renewer, &Renewer::roundFinished, &callWatch, &CallWatch::look);
        network.start(); // before anything else asks the keychain
        accounts.checkCustody();
        accounts.reconcile();
        accounts.checkDatabase();
        presence.update();
        renewer.start();
        waking.watch();
    };
    QObject::connect(&window, &MainWindow::painted, &window, begin);
    QObject::connect(&window, &MainWindow::languageChosen, &window, [&] {
        translation.use(settings.language());
        catalog.reload();
        window.retranslate();
        presence.update();
    });
    QObject::connect(&instance, &SingleInstance::raiseRequested, &window, &MainWindow::bringForward);
    QObject::connect(&instance, &SingleInstance::fileRequested, &window, &MainWindow::openAppFile);
    if (!start.background) {
        window.show();
        if (!start.file.isEmpty())
            window.openAppFile(start.file);
    } else {
        presence.ensureReachable();
        QTimer::singleShot(0, &window, begin);
    }
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    prepareApplication();
    if (asksForTextOnly(argc, argv))
        (void)readArguments(QCoreApplication(argc, argv));
    QApplication application(argc, argv);
    const Start start = readArguments(application);
    QApplication::setWindowIcon(programIcon());
    quitWhenInterrupted();
    return run(application, start);
}
