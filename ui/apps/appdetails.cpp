// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/appdetails.h"

#include "apps/appclienttoken.h"
#include "apps/appsecret.h"
#include "apps/brokerfield.h"
#include "apps/relayfield.h"
#include "connect/appname.h"
#include "connect/connectpage.h"
#include "connect/credentials.h"
#include "connect/fold.h"
#include "connect/hintlabel.h"
#include "connect/redirectlist.h"
#include "errortext.h"
#include "signin/redirect.h"
#include "style.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr int mostAddresses = 10;

QLabel *heading(const QString &text, QWidget *parent)
{
    QLabel *label = wrapping(text, parent);
    makeHeading(label);
    return label;
}

QStringList linesOf(const QString &text)
{
    QStringList lines;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        if (!line.trimmed().isEmpty() && !lines.contains(line.trimmed()))
            lines.append(line.trimmed());
    }
    return lines;
}

bool areRedirectAddresses(const QStringList &lines)
{
    return !lines.isEmpty() && lines.size() <= mostAddresses
        && std::ranges::all_of(lines, [](const QString &line) { return readRedirectAddress(line).has_value(); });
}

} // namespace

AppDetails::AppDetails(Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_name(new QLineEdit(this))
    , m_idLabel(heading({}, this))
    , m_id(new QLineEdit(this))
    , m_idHint(new HintLabel({}, this))
    , m_users(wrapping({}, this))
    , m_addresses(new RedirectList(this))
    , m_relay(new RelayField(this))
    , m_change(new Fold(u"changeAddresses"_s, tr("Change the addresses"), this))
    , m_lines(new QPlainTextEdit(this))
    , m_linesHint(new HintLabel(tr("One on each line. Register each of them at the app as well."), this))
    , m_secret(new AppSecret(services, this))
    , m_clientToken(new AppClientToken(services, this))
    , m_brokerCard(new QFrame(this))
    , m_brokerLimits(wrapping({}, m_brokerCard))
    , m_broker(new BrokerField(m_brokerCard))
    , m_trouble(new HintLabel({}, this))
{
    name(m_name, u"appName"_s, tr("Name of the app"));
    name(m_id, u"appIdOfSaved"_s, tr("App id"));
    name(m_lines, u"addressLines"_s, tr("Redirect addresses, one on each line"));
    m_idHint->setObjectName(u"appIdOfSavedHint"_s);
    m_linesHint->setObjectName(u"addressLinesHint"_s);
    m_users->setObjectName(u"appUsers"_s);
    m_trouble->setObjectName(u"appTrouble"_s);
    m_name->setMaxLength(100);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, 4 * gridUnit, pageMargin, 4 * gridUnit);
    column->setSpacing(4 * gridUnit);
    column->addWidget(identity());
    column->addWidget(m_secret);
    column->addWidget(m_clientToken);
    column->addWidget(broker());
    column->addWidget(addresses());
    column->addWidget(m_trouble);
    column->addWidget(ends());
    column->addStretch();
    connect(m_name, &QLineEdit::editingFinished, this, &AppDetails::rename);
    connect(m_id, &QLineEdit::editingFinished, this, &AppDetails::changeId);
}

QWidget *AppDetails::identity()
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gridUnit);
    QLabel *nameLabel = heading(tr("Name"), box);
    nameLabel->setBuddy(m_name);
    m_idLabel->setBuddy(m_id);
    makeMuted(m_users);
    column->addWidget(nameLabel);
    column->addWidget(m_name);
    column->addSpacing(2 * gridUnit);
    column->addWidget(m_idLabel);
    column->addWidget(m_id);
    column->addWidget(m_idHint);
    column->addWidget(m_users);
    return box;
}

QWidget *AppDetails::addresses()
{
    auto *card = new QFrame(this);
    makeCard(card);
    name(card, u"redirectAddresses"_s, tr("Redirect addresses"));
    QLabel *note = wrapping(tr("They have to be registered at the app exactly as they stand here."), card);
    makeMuted(note);
    auto *save = new QPushButton(tr("Save the addresses"), card);
    name(save, u"saveAddresses"_s, save->text());
    m_lines->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_lines->setTabChangesFocus(true);
    m_lines->setLayoutDirection(Qt::LeftToRight); // addresses are read so in every language
    m_lines->setFixedHeight(m_lines->fontMetrics().lineSpacing() * 5);
    m_change->add(m_lines);
    m_change->add(m_linesHint);
    m_change->add(save);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(4 * gridUnit, 3 * gridUnit, 4 * gridUnit, 3 * gridUnit);
    column->setSpacing(2 * gridUnit);
    column->addWidget(heading(tr("Redirect addresses to register"), card));
    column->addWidget(note);
    column->addWidget(m_addresses);
    column->addWidget(m_relay);
    column->addWidget(m_change);
    connect(m_relay, &RelayField::finished, this, &AppDetails::changeRelay);
    connect(save, &QPushButton::clicked, this, &AppDetails::changeAddresses);
    return card;
}

QWidget *AppDetails::broker()
{
    makeCard(m_brokerCard);
    name(m_brokerCard, u"brokerSection"_s, tr("Broker"));
    QLabel *note = wrapping(tr("Where your organisation keeps the app secret for everybody, no computer needs it: each "
                               "sign-in is exchanged by that broker."),
                            m_brokerCard);
    makeMuted(note);
    makeMuted(m_brokerLimits);
    m_brokerLimits->setObjectName(u"brokerLimits"_s);
    auto *column = new QVBoxLayout(m_brokerCard);
    column->setContentsMargins(4 * gridUnit, 3 * gridUnit, 4 * gridUnit, 3 * gridUnit);
    column->setSpacing(2 * gridUnit);
    column->addWidget(heading(m_brokerCard->accessibleName(), m_brokerCard));
    column->addWidget(note);
    column->addWidget(m_brokerLimits);
    column->addWidget(m_broker);
    connect(m_broker, &BrokerField::finished, this, &AppDetails::changeBroker);
    return m_brokerCard;
}

QWidget *AppDetails::ends()
{
    auto *box = new QWidget(this);
    auto *remove = new QPushButton(tr("Delete the app here…"), box);
    name(remove, u"deleteApp"_s, remove->text());
    makeQuiet(remove);
    auto *exported = new QPushButton(tr("Save as a file for colleagues…"), box);
    name(exported, u"exportApp"_s, exported->text());
    auto *line = new QHBoxLayout(box);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(exported);
    line->addStretch();
    line->addWidget(remove);
    connect(exported, &QPushButton::clicked, this, [this] { emit exportRequested(m_app.id); });
    connect(remove, &QPushButton::clicked, this, [this] { emit deleteRequested(m_app.id); });
    return box;
}

void AppDetails::setApp(const Registration &app)
{
    const bool same = app.id == m_app.id;
    m_app = app;
    const Provider *provider = m_services.catalog.description(app.providerId);
    m_family = provider ? provider->family : Family::Standard;
    m_name->setPlaceholderText(appName({.clientId = app.clientId}));
    m_idLabel->setText(m_family == Family::Instagram ? tr("Instagram app id") : tr("App id"));
    if (!same || !m_name->hasFocus())
        m_name->setText(app.name);
    if (!same || !m_id->hasFocus())
        m_id->setText(app.clientId);
    m_addresses->setAddresses(app.redirectAddresses);
    if (!same || m_relay->isUsable())
        m_relay->setAddress(relayAmong(app.redirectAddresses));
    if (!same || !m_change->isOpen())
        m_lines->setPlainText(app.redirectAddresses.join(u'\n'));
    if (!same)
        m_change->setOpen(false);
    m_linesHint->setFault({});
    m_trouble->setFault({});
    const bool hasSecret = !provider || provider->hasClientSecret();
    m_secret->setApp(app);
    m_clientToken->setApp(app);
    m_secret->setVisible(hasSecret && (app.broker.isEmpty() || app.secretKept));
    m_brokerCard->setVisible(hasSecret);
    m_brokerLimits->setText(provider ? brokerLimits(*provider) : QString());
    m_brokerLimits->setVisible(!m_brokerLimits->text().isEmpty());
    if (!same || m_broker->address() == app.broker || m_broker->isUsable())
        m_broker->setAddress(app.broker);
    showUsers();
}

// Accounts belong to the app of that id: with another one their tokens would be somebody else's.
void AppDetails::showUsers()
{
    const int users = m_services.accounts.usersOf(m_app.id);
    m_users->setText(users > 0 ? tr("Used by %n account(s).", nullptr, users) : tr("No account uses it."));
    m_id->setReadOnly(users > 0);
    m_idHint->setHint(users > 0 ? tr("It stays as it is while accounts use the app. For another id, add another app.")
                                : QString());
    m_idHint->setFault({});
}

void AppDetails::rename()
{
    Registration changed = m_app;
    changed.name = m_name->text().simplified();
    if (changed.name != m_app.name)
        save(changed);
}

void AppDetails::changeId()
{
    const QString id = cleanedCredential(m_id->text(), m_family);
    if (id.isEmpty() || id == m_app.clientId || m_id->isReadOnly())
        return m_id->setText(m_app.clientId);
    if (checkAppId(id, m_family) != CredentialFault::None)
        return m_idHint->setFault(tr("An app id has only digits."));
    const auto taken = [&](const Registration &other) {
        return other.id != m_app.id && other.providerId == m_app.providerId && other.clientId == id;
    };
    if (std::ranges::any_of(m_services.accounts.registrations(), taken))
        return m_idHint->setFault(tr("You have saved an app of this id already."));
    Registration changed = m_app;
    changed.clientId = id;
    save(changed);
}

void AppDetails::changeAddresses()
{
    const QStringList lines = linesOf(m_lines->toPlainText());
    if (!areRedirectAddresses(lines)) {
        return m_linesHint->setFault(tr(
            "Each line has to be an address on this computer, such as https://localhost:8917/instagram/, or the https "
            "address of your organisation's relay page, without “?” and “#”; ten of them at most."));
    }
    Registration changed = m_app;
    changed.redirectAddresses = lines;
    if (save(changed))
        m_change->setOpen(false);
}

/// Without the relay page there has to be another address.
void AppDetails::changeRelay()
{
    if (!m_relay->isUsable() || m_relay->address() == relayAmong(m_app.redirectAddresses))
        return;
    Registration changed = m_app;
    changed.redirectAddresses = withRelay(m_relay->address(), m_app.redirectAddresses).mid(0, mostAddresses);
    const Provider *provider = m_services.catalog.description(m_app.providerId);
    if (changed.redirectAddresses.isEmpty() && provider)
        changed.redirectAddresses = provider->redirectAddresses;
    save(changed);
}

void AppDetails::changeBroker()
{
    Registration changed = m_app;
    changed.broker = m_broker->address();
    if (m_broker->isUsable() && changed.broker != m_app.broker)
        save(changed);
}

bool AppDetails::save(const Registration &changed)
{
    const Result<Registration> saved = m_services.accounts.save(changed); // registrationsChanged() shows it
    if (!saved)
        m_trouble->setFault(describe(saved.error(), QString()).happened);
    return saved.has_value();
}

} // namespace tokendesk
