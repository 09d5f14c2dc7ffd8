// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/renewer.h"
#include "base/application.h"
#include "base/interruption.h"
#include "browser.h"
#include "errortext.h"
#include "graph/transport.h"
#include "mainwindow.h"
#include "pictures.h"
#include "practice/practiceserver.h"
#include "singleinstance.h"
#include "style.h"
#include "translation.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QMessageBox>
#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using namespace tokendesk;

namespace {

class MainText
{
    Q_DECLARE_TR_FUNCTIONS(tokendesk::Main)
};

void readArguments(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(MainText::tr("Gets an Instagram access token and keeps it alive."));
    parser.addVersionOption();
    parser.addHelpOption();
    parser.process(application);
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
    const ErrorText text = describe(error, {});
    QMessageBox box(QMessageBox::Critical, QCoreApplication::applicationName(), text.happened, QMessageBox::Close);
    //: What to do. Who can do it.
    box.setInformativeText(MainText::tr("%1 %2").arg(text.todo, text.who));
    box.setDetailedText(text.details);
    box.show();
    QApplication::exec();
    return EXIT_FAILURE;
}

/// In front of other windows, wherever it was.
void bringForward(QWidget &window)
{
    window.setWindowState((window.windowState() & ~Qt::WindowMinimized) | Qt::WindowActive);
    window.show();
    window.raise();
    window.activateWindow();
}

int run(QApplication &application)
{
    const SystemClock clock;
    const Paths paths = Paths::standard();
    Settings settings(paths);
    Translation translation;
    translation.use(settings.language());
    applyTheme(application, settings.theme());

    SingleInstance instance(paths.data);
    if (!instance.claim()) {
        QObject::connect(&instance, &SingleInstance::firstWasAsked, &application, &QApplication::quit);
        return QApplication::exec();
    }
    const Result<std::unique_ptr<Database>> database = Database::open(paths.data);
    if (!database)
        return tellTrouble(database.error());
    SystemKeychain keychain;
    Catalog catalog(paths.data + "/providers"_L1);
    Transport transport;
    GraphClient graph(transport);
    CertificateStore certificates(paths.data, clock);
    Accounts accounts(**database, keychain, catalog, graph, clock);
    Renewer renewer(accounts, clock);
    Clipboard clipboard(settings, clock);
    std::optional<PracticeServer> practice;
    catalog.setPracticePort([&] { return (practice ? *practice : practice.emplace(clock)).listen(); });

    Services services{.accounts = accounts,
                      .keychain = keychain,
                      .catalog = catalog,
                      .graph = graph,
                      .certificates = certificates,
                      .clock = clock,
                      .settings = settings,
                      .clipboard = clipboard,
                      .openBrowser = openInBrowser};
    MainWindow window(services);
    QObject::connect(&window, &MainWindow::painted, &accounts, &Accounts::checkCustody);
    QObject::connect(&window, &MainWindow::painted, &accounts, &Accounts::reconcile);
    QObject::connect(&window, &MainWindow::painted, &renewer, [&renewer] { renewer.start(); });
    QObject::connect(&window, &MainWindow::languageChosen, &window, [&] {
        translation.use(settings.language());
        catalog.reload();
        window.retranslate();
    });
    QObject::connect(&instance, &SingleInstance::raiseRequested, &window, [&window] { bringForward(window); });
    window.show();
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    prepareApplication();
    if (asksForTextOnly(argc, argv))
        readArguments(QCoreApplication(argc, argv));
    QApplication application(argc, argv);
    readArguments(application);
    QApplication::setWindowIcon(programIcon());
    quitWhenInterrupted();
    return run(application);
}
