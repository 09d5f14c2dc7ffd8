// SPDX-License-Identifier: GPL-3.0-or-later
#include "tray/presence.h"

#include "accountpage/remedy.h"
#include "base/timetext.h"
#include "pictures.h"
#include "statustext.h"
#include "style.h"

#include <QGuiApplication>
#include <QPainter>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

namespace {

constexpr qsizetype mostNotifications = 3;
constexpr auto patience = 30s; // a desktop that has just started brings its tray up late

/// The program's icon with the mood's shape in the corner. Drawn in the sizes that trays ask for.
QIcon iconOf(Mood mood)
{
    const QIcon program = programIcon();
    if (mood == Mood::Good)
        return program;
    const Colours colours = Colours::of(QGuiApplication::palette());
    QIcon icon;
    for (const int size : {16, 22, 24, 32, 48, 64}) {
        QPixmap pixmap = program.pixmap(QSize(size, size), 1);
        QPainter painter(&pixmap);
        const double shape = size * 0.5;
        const QPointF corner(size - shape / 2, size - shape / 2);
        paintShape(painter, mood, corner, shape * 1.25, colours.panel);
        paintShape(painter, mood, corner, shape, inkOf(mood, colours));
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace

Presence::Presence(Services &services, Warner &warner, TrayHost &tray, Notifier &notifier)
    : m_services(services)
    , m_tray(tray)
    , m_notifier(notifier)
    , m_menu(services)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(500ms);
    connect(&m_soon, &QTimer::timeout, this, &Presence::update);
    const auto later = [this] { m_soon.start(); };
    connect(&services.accounts, &Accounts::accountAdded, this, later);
    connect(&services.accounts, &Accounts::accountChanged, this, later);
    connect(&services.accounts, &Accounts::accountRemoved, this, later);
    connect(&warner, &Warner::warned, this, &Presence::tell);
    connect(&tray, &TrayHost::activated, this, &Presence::windowRequested);
    connect(&notifier, &Notifier::chosen, this, &Presence::follow);
    connect(&m_menu, &TrayMenu::windowRequested, this, &Presence::windowRequested);
    connect(&m_menu, &TrayMenu::accountRequested, this, &Presence::accountRequested);
    connect(&m_menu, &TrayMenu::copyRequested, this, &Presence::copyRequested);
    connect(&m_menu, &TrayMenu::quitRequested, this, &Presence::quitRequested);
}

Presence::~Presence() = default;

bool Presence::staysBehind() const
{
    return m_services.settings.staysInTray() && m_tray.isAvailable();
}

void Presence::update()
{
    if (!m_services.settings.staysInTray())
        return m_tray.hide();
    m_shown = {worst(), toolTip()};
    m_menu.rebuild();
    m_tray.show(iconOf(m_shown.first), m_shown.second, &m_menu); // where there is no place yet, it comes up later
}

void Presence::lookAtClock()
{
    if (m_shown != std::pair(worst(), toolTip()))
        update();
}

Mood Presence::worst() const
{
    Mood worst = Mood::Good;
    for (const Account &account : m_services.accounts.all())
        worst = std::max(worst, moodOf(m_services.accounts.status(account)));
    return worst;
}

QString Presence::toolTip() const
{
    const QList<Account> &accounts = m_services.accounts.all();
    const auto needy = std::ranges::count_if(
        accounts, [this](const Account &account) { return needsSomebody(m_services.accounts.statusWord(account)); });
    const QString name = QCoreApplication::applicationName();
    if (accounts.isEmpty())
        return name;
    //: Program name, then "2 accounts need you."
    return tr("%1\n%2").arg(name,
                            needy > 0 ? tr("%n account(s) need you.", nullptr, int(needy))
                                      : tr("%n account(s) are kept alive.", nullptr, int(accounts.size())));
}

void Presence::tellThatItStays(bool firstTime)
{
    if (!firstTime)
        return;
    m_notifier.send({.title = tr("TokenDesk goes on working"),
                     .text = tr("It stays beside the clock and renews your tokens. Quit it from its menu there.")});
}

void Presence::ensureReachable()
{
    QTimer::singleShot(patience, this, [this] {
        if (!m_tray.isAvailable())
            emit windowRequested();
    });
}

void Presence::tell(const QList<Warning> &warnings)
{
    if (warnings.size() > mostNotifications)
        return tellOfMany(warnings);
    for (const Warning &warning : warnings)
        tellOf(warning);
}

QString Presence::endingText(const Account &account, Status status)
{
    if (account.endsByAccess())
        return tr("Sign in again to confirm it, so that the account goes on working.");
    return status == Status::Working
        ? tr("It cannot be renewed without you. Sign in again to keep the account working.")
        : tr("Renewing it has not worked so far. Open TokenDesk to see why.");
}

void Presence::tellOf(const Warning &warning)
{
    const std::optional<Account> account = m_services.accounts.find(warning.accountId);
    if (!account)
        return;
    const QDateTime now = m_services.clock.now();
    const AccountStatus status = m_services.accounts.status(account->id);
    Notification notification{.accountId = account->id, .action = tr("Sign in again")};
    if (warning.days == endedWarning) {
        const Provider *provider = m_services.catalog.description(account->providerId);
        //: Account, status, such as "@shop: Needs you, password changed"
        notification.title = tr("%1: %2").arg(account->displayName(), describe(status, *account, now).sentence);
        notification.text = noticeFor(*account, status, provider ? *provider : Provider(), now).text;
    } else {
        //: Account, "in 3 days"
        const QString title
            = account->endsByAccess() ? tr("Access to the data of %1 ends %2") : tr("The token of %1 ends %2");
        notification.title = title.arg(account->displayName(), relativeTime(account->neededBy(), now));
        notification.text = endingText(*account, status.status);
        if (status.status != Status::Working)
            notification.action = tr("Show it");
    }
    m_notifier.send(notification);
}

void Presence::tellOfMany(const QList<Warning> &warnings)
{
    QStringList names;
    for (const Warning &warning : warnings.first(mostNotifications)) {
        if (const std::optional<Account> account = m_services.accounts.find(warning.accountId))
            names.append(account->displayName());
    }
    m_notifier.send({.accountId = warnings.first().accountId,
                     .title = tr("%n account(s) need you.", nullptr, int(warnings.size())),
                     //: A list of some accounts
                     .text = tr("%1 and others.").arg(QLocale().createSeparatedList(names)),
                     .action = tr("Show them")});
}

void Presence::follow(const QString &accountId, const QByteArray &activationToken)
{
    if (!activationToken.isEmpty())
        qputenv("XDG_ACTIVATION_TOKEN", activationToken); // Qt's Wayland plugin takes it from there
    if (m_services.accounts.find(accountId))
        emit accountRequested(accountId);
    else
        emit windowRequested();
}

} // namespace tokendesk
