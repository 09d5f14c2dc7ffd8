// SPDX-License-Identifier: GPL-3.0-or-later
#include "apps/appsecret.h"

#include "connect/announce.h"
#include "connect/connectpage.h"
#include "connect/credentials.h"
#include "connect/hintlabel.h"
#include "errortext.h"
#include "style.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <utility>

using namespace Qt::StringLiterals;

namespace tokendesk {

AppSecret::AppSecret(Services &services, QWidget *parent)
    : QFrame(parent)
    , m_services(services)
    , m_state(wrapping({}, this))
    , m_label(wrapping(tr("New app secret"), this))
    , m_field(new QLineEdit(this))
    , m_check(new QPushButton(tr("Check and keep"), this))
    , m_keepUnchecked(new QPushButton(tr("Keep it unchecked"), this))
    , m_forget(new QPushButton(tr("Forget the secret"), this))
    , m_news(new HintLabel({}, this))
{
    makeCard(this);
    name(this, u"appSecretSection"_s, tr("App secret"));
    name(m_field, u"newSecret"_s, m_label->text());
    name(m_check, u"checkSecret"_s, tr("Ask the provider whether the secret fits, and keep it"));
    name(m_keepUnchecked, u"keepUnchecked"_s, m_keepUnchecked->text());
    name(m_forget, u"forgetSecret"_s, m_forget->text());
    m_state->setObjectName(u"secretState"_s);
    m_news->setObjectName(u"secretNews"_s);
    m_label->setBuddy(m_field);
    m_field->setEchoMode(QLineEdit::Password);
    m_field->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    makeQuiet(m_forget);
    QLabel *heading = wrapping(tr("App secret"), this);
    makeHeading(heading);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4 * gridUnit, 3 * gridUnit, 4 * gridUnit, 3 * gridUnit);
    column->setSpacing(2 * gridUnit);
    column->addWidget(heading);
    column->addWidget(m_state);
    column->addWidget(m_label);
    column->addWidget(fieldRow());
    column->addWidget(m_news);
    auto *last = new QHBoxLayout;
    last->addWidget(m_keepUnchecked);
    last->addStretch();
    last->addWidget(m_forget);
    column->addLayout(last);
    connect(m_field, &QLineEdit::textChanged, this, &AppSecret::clean);
    connect(m_check, &QPushButton::clicked, this, &AppSecret::check);
    connect(m_keepUnchecked, &QPushButton::clicked, this, &AppSecret::keep);
    connect(m_forget, &QPushButton::clicked, this, &AppSecret::forget);
}

AppSecret::~AppSecret()
{
    rest();
}

QWidget *AppSecret::fieldRow()
{
    auto *row = new QWidget(this);
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(2 * gridUnit);
    line->addWidget(m_field, 1);
    line->addWidget(m_check);
    return row;
}

void AppSecret::setApp(const Registration &app)
{
    const bool same = app.id == m_app.id;
    m_app = app;
    const Provider *provider = m_services.catalog.description(app.providerId);
    m_provider = provider ? *provider : Provider{};
    if (!same) {
        rest();
        m_field->clear();
        tell({});
    }
    showApp();
}

bool AppSecret::isUsable() const
{
    return !m_field->text().isEmpty() && checkAppSecret(m_field->text(), m_provider.family) == CredentialFault::None;
}

QString AppSecret::state() const
{
    if (!m_app.broker.isEmpty())
        return tr("It is kept in your keychain and not used any more: the broker has it. Forget it here.");
    if (m_app.secretKept)
        return tr("It is kept in your keychain. After it was reset in the dashboard, enter the new one here; all "
                  "accounts of this app use it from then on.");
    switch (m_provider.family) {
    case Family::Instagram:
        return tr("It is not kept: you are asked for it at each sign-in. Tokens are renewed without it.");
    case Family::Facebook:
        return tr("It is not kept: you are asked for it at each sign-in. Requests are not signed with it, and tokens "
                  "for servers are not renewed.");
    case Family::Standard:
        break;
    }
    return tr("It is not kept: you are asked for it at each sign-in.");
}

void AppSecret::showApp()
{
    m_state->setText(state());
    for (QWidget *part : std::initializer_list<QWidget *>{m_label, m_field, m_check})
        part->setVisible(m_app.broker.isEmpty());
    m_forget->setVisible(m_app.secretKept);
    showFault();
}

void AppSecret::clean()
{
    const QString text = cleanedCredential(m_field->text(), m_provider.family);
    if (text != m_field->text())
        return m_field->setText(text); // comes back here
    if (!m_step)
        showFault();
}

void AppSecret::showFault()
{
    const CredentialFault fault = checkAppSecret(m_field->text(), m_provider.family);
    m_check->setEnabled(isUsable() && !m_step);
    m_keepUnchecked->hide();
    const bool foreign = fault == CredentialFault::NotHexadecimal || fault == CredentialFault::TooLong;
    if (foreign)
        m_news->setFault(tr("An app secret has 32 characters: the digits 0 to 9 and the letters a to f."));
    else if (!m_field->text().isEmpty())
        tell({});
}

// -- a new one

void AppSecret::check()
{
    const Result<Provider> provider = m_services.catalog.provider(m_app.providerId);
    if (!provider)
        return tellTrouble(provider.error());
    work(tr("Asking %1…").arg(m_provider.name));
    const QStringList addresses
        = m_app.redirectAddresses.isEmpty() ? provider->redirectAddresses : m_app.redirectAddresses;
    m_services.graph.checkSecret(*provider, m_app.clientId, addresses.value(0), Secret::fromText(m_field->text()),
                                 m_step, [this](const Result<void> &result) { checked(result); });
}

void AppSecret::checked(const Result<void> &result)
{
    m_vouchedFor = result.has_value();
    if (m_vouchedFor)
        return keep();
    rest();
    tellTrouble(result.error());
    // Nobody said that it is wrong.
    m_keepUnchecked->setVisible(result.error().kind != ErrorKind::Misconfigured);
}

void AppSecret::keep()
{
    work(tr("Writing it into your keychain…"));
    m_services.accounts.keepSecret(m_app.id, Secret::fromText(m_field->text()), m_step,
                                   [this](const Result<void> &result) { kept(result); });
}

void AppSecret::kept(const Result<void> &result)
{
    rest();
    if (!result)
        return tellTrouble(result.error());
    m_field->clear();
    tell(m_vouchedFor ? tr("%1 takes this secret. It is kept in your keychain.").arg(m_provider.name)
                      : tr("It is kept in your keychain. Whether it fits shows at the next sign-in."));
}

void AppSecret::forget()
{
    work(tr("Removing it from your keychain…"));
    m_services.accounts.forgetSecret(m_app.id, m_step, [this](const Result<void> &result) {
        rest();
        result ? tell(tr("It is forgotten here. It still works at %1.").arg(m_provider.name))
               : tellTrouble(result.error());
    });
}

// -- what is said of it

void AppSecret::work(const QString &what)
{
    delete std::exchange(m_step, new QObject(this));
    tell(what);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_field, m_check, m_keepUnchecked, m_forget})
        widget->setEnabled(false);
}

void AppSecret::rest()
{
    if (!m_step)
        return;
    std::exchange(m_step, nullptr)->deleteLater(); // it may be at work right now
    for (QWidget *widget : std::initializer_list<QWidget *>{m_field, m_keepUnchecked, m_forget})
        widget->setEnabled(true);
    m_check->setEnabled(isUsable());
}

void AppSecret::tell(const QString &news)
{
    m_news->setFault({});
    m_news->setHint(news);
    if (!news.isEmpty())
        announce(m_news, news);
}

void AppSecret::tellTrouble(const Error &error)
{
    m_news->setFault(told(describe(error, m_provider)));
    announce(m_news, m_news->text());
}

} // namespace tokendesk
