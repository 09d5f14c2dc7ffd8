// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/permissionspage.h"

#include "connect/announce.h"
#include "connect/credentials.h"
#include "connect/scopepicker.h"
#include "graph/graphclient.h"
#include "style.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

/// Meta's parameter that asks for the password even where the browser is signed in.
const QString forceReauth = u"force_reauth"_s;

bool asksForPassword(const Provider &provider)
{
    const auto isIt = [](const OptionalParameter &parameter) { return parameter.name == forceReauth; };
    return !provider.practice && std::ranges::any_of(provider.optionalParameters, isIt);
}

bool reviewsApps(const Provider &provider)
{
    return !provider.practice && std::ranges::any_of(provider.scopes, &Scope::needsReview);
}

} // namespace

PermissionsPage::PermissionsPage(QWidget *parent)
    : ConnectPage(parent)
    , m_picker(new ScopePicker(this))
    , m_summary(new QLabel(this))
    , m_review(
          wrapping(tr("Meta reviews an app before accounts of other people can give it these permissions. Accounts "
                      "of your own, once they are testers of the app, need no review."),
                   this))
    , m_anotherAccount(new QCheckBox(tr("Ask for the password again, to sign in with another account"), this))
    , m_configurationRow(new QWidget(this))
    , m_configuration(new QLineEdit(m_configurationRow))
    , m_device(new QPushButton(tr("Sign in on another device…"), this))
    , m_server(new QPushButton(tr("A token for a server…"), this))
{
    name(m_device, u"signInElsewhere"_s, m_device->text());
    m_device->setToolTip(tr("A code is shown here; you enter it on a phone or another computer."));
    makeQuiet(m_device);
    name(m_server, u"serverToken"_s, m_server->text());
    m_server->setToolTip(tr("Of a system user or of the app itself; nobody signs in."));
    makeQuiet(m_server);
    name(m_configuration, u"configurationId"_s, tr("Configuration id"));
    m_configuration->setPlaceholderText(tr("only with Facebook Login for Business"));
    auto *label = new QLabel(tr("Configuration id"), m_configurationRow);
    label->setBuddy(m_configuration);
    auto *row = new QHBoxLayout(m_configurationRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * gridUnit);
    row->addWidget(label);
    row->addWidget(m_configuration, 1);
    name(m_anotherAccount, u"anotherAccount"_s, m_anotherAccount->text());
    m_summary->setObjectName(u"scopeSummary"_s);
    m_summary->setTextFormat(Qt::RichText);
    m_summary->setWordWrap(true);
    alignToStart(m_summary);
    makeMuted(m_summary);
    m_review->setObjectName(u"reviewNote"_s);
    m_review->hide();

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(pageMargin, gridUnit, pageMargin, 3 * gridUnit);
    layout->setSpacing(2 * gridUnit);
    layout->addWidget(m_picker, 1);
    layout->addWidget(m_configurationRow);
    layout->addWidget(m_review);
    layout->addWidget(m_anotherAccount);
    layout->addWidget(m_summary);
    auto *others = new QHBoxLayout;
    others->setSpacing(4 * gridUnit);
    others->addWidget(m_device);
    others->addWidget(m_server);
    others->addStretch();
    layout->addLayout(others);
    connect(m_server, &QPushButton::clicked, this, &PermissionsPage::serverRequested);
    connect(m_device, &QPushButton::clicked, this, &PermissionsPage::deviceRequested);
    connect(m_configuration, &QLineEdit::textChanged, this, &PermissionsPage::takeConfiguration);
    connect(m_picker, &ScopePicker::changed, this, &PermissionsPage::summarize);
}

void PermissionsPage::setProvider(const Provider &provider, const QStringList &chosen)
{
    if (m_provider.id != provider.id)
        m_configuration->clear();
    m_provider = provider;
    m_picker->setProvider(provider, chosen);
    m_configurationRow->setVisible(provider.family == Family::Facebook);
    m_server->setVisible(provider.family == Family::Facebook);
    m_anotherAccount->setChecked(false);
    m_anotherAccount->setVisible(asksForPassword(provider));
    m_review->hide();
    summarize();
}

void PermissionsPage::wishAnotherAccount()
{
    m_anotherAccount->setChecked(asksForPassword(m_provider));
}

PageFrame PermissionsPage::frame() const
{
    return {.title = tr("What may the token do?"),
            .sentence
            = tr("Tick only what you need. %1 shows the same list to the account's owner, who can say no to each.")
                  .arg(m_provider.name),
            .primary = tr("Continue to %1").arg(m_provider.name),
            .link = reviewsApps(m_provider) ? tr("Learn what Meta reviews") : QString()};
}

bool PermissionsPage::isComplete() const
{
    if (!configuration().isEmpty())
        return checkAppId(configuration(), Family::Facebook) == CredentialFault::None;
    return m_provider.scopes.isEmpty() || !m_picker->scopes().isEmpty();
}

QWidget *PermissionsPage::firstField() const
{
    return m_picker->firstField();
}

void PermissionsPage::followLink()
{
    m_review->setVisible(m_review->isHidden());
    announce(m_review, m_review->text());
}

QStringList PermissionsPage::scopes() const
{
    return configuration().isEmpty() ? m_picker->scopes() : QStringList();
}

void PermissionsPage::setConfiguration(const QString &configurationId)
{
    m_configuration->setText(configurationId);
}

QString PermissionsPage::configuration() const
{
    return m_configuration->text();
}

void PermissionsPage::takeConfiguration()
{
    QString clean = configuration(); // what is pasted around it goes
    clean.removeIf([](QChar c) { return c < u'0' || c > u'9'; });
    if (clean != configuration())
        return m_configuration->setText(clean); // comes back here
    m_picker->setEnabled(configuration().isEmpty());
    summarize();
}

QStringList PermissionsPage::extraParameters() const
{
    return m_anotherAccount->isChecked() ? QStringList{forceReauth} : QStringList{};
}

void PermissionsPage::summarize()
{
    if (!configuration().isEmpty())
        m_summary->setText(tr("The configuration decides what the consent page asks for."));
    else
        m_summary->setText(tr("The consent page will ask for <b>%n permission(s)</b>.", nullptr, int(scopes().size())));
    m_device->setVisible(hasDeviceLogin(m_provider) && configuration().isEmpty()); // a device has scopes only
    m_device->setEnabled(isComplete());
    announce(m_summary, m_summary->text());
    emit changed();
}

} // namespace tokendesk
