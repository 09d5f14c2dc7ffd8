// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/apppage.h"

#include "apps/brokerfield.h"
#include "connect/appname.h"
#include "connect/credentials.h"
#include "connect/fold.h"
#include "connect/hintlabel.h"
#include "connect/redirectcard.h"
#include "connect/setupsteps.h"
#include "style.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

QLabel *fieldLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    alignToStart(label);
    makeHeading(label);
    return label;
}

} // namespace

AppPage::AppPage(QWidget *parent)
    : ConnectPage(parent)
    , m_steps(new SetupSteps(this))
    , m_choice(new QComboBox(this))
    , m_choiceLabel(fieldLabel(this))
    , m_idLabel(fieldLabel(this))
    , m_secretLabel(fieldLabel(this))
    , m_id(new QLineEdit(this))
    , m_secret(new QLineEdit(this))
    , m_reveal(new QPushButton(tr("Show"), this))
    , m_keep(new QCheckBox(tr("Keep the secret in the keychain"), this))
    , m_idHint(new HintLabel(QString(), this))
    , m_secretHint(new HintLabel(QString(), this))
    , m_advice(new HintLabel(QString(), this))
    , m_brokerFold(new Fold(u"brokerFold"_s, tr("Your organisation keeps the secret"), this))
    , m_broker(new BrokerField(this))
    , m_brokerNote(wrapping(QString(), this))
    , m_addresses(new RedirectCard(this))
    , m_manage(new QPushButton(tr("Your apps…"), this))
{
    name(m_choice, u"registrationChoice"_s, tr("App"));
    name(m_manage, u"manageApps"_s, m_manage->text());
    name(m_id, u"appId"_s, tr("App id"));
    name(m_secret, u"appSecret"_s, tr("App secret"));
    name(m_reveal, u"revealSecret"_s, tr("Show the app secret"));
    name(m_keep, u"keepSecret"_s, m_keep->text());
    m_idHint->setObjectName(u"appIdHint"_s);
    m_advice->setObjectName(u"keepSecretHint"_s);
    m_secretHint->setObjectName(u"appSecretHint"_s);
    m_secret->setEchoMode(QLineEdit::Password);
    m_secret->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_reveal->setCheckable(true);

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(pageMargin, gridUnit, pageMargin, 4 * gridUnit);
    column->setSpacing(4 * gridUnit);
    column->addWidget(m_steps);
    column->addWidget(fields());
    column->addWidget(m_addresses);
    column->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scrolling(content, this));

    connect(m_choice, &QComboBox::currentIndexChanged, this, &AppPage::chooseRegistration);
    connect(m_id, &QLineEdit::textChanged, this, [this] { clean(m_id); });
    connect(m_secret, &QLineEdit::textChanged, this, [this] { clean(m_secret); });
    connect(m_secret, &QLineEdit::editingFinished, this, &AppPage::check);
    connect(m_keep, &QCheckBox::toggled, this, &AppPage::check);
    connect(m_broker, &BrokerField::changed, this, &AppPage::check);
    connect(m_addresses, &RedirectCard::changed, this, &AppPage::check);
    connect(m_steps, &SetupSteps::linkRequested, this, &AppPage::linkRequested);
    connect(m_manage, &QPushButton::clicked, this, &AppPage::manageRequested);
    connect(m_reveal, &QPushButton::toggled, this, &AppPage::showSecret);
}

AppPage::~AppPage() = default;

QWidget *AppPage::fields()
{
    auto *form = new QWidget(this);
    auto *secretRow = new QHBoxLayout;
    secretRow->setSpacing(2 * gridUnit);
    secretRow->addWidget(m_secret, 1);
    secretRow->addWidget(m_reveal);

    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gridUnit);
    const auto gap = [column] { column->addSpacing(2 * gridUnit); };
    column->addWidget(m_choiceLabel);
    auto *choiceRow = new QHBoxLayout;
    choiceRow->setSpacing(2 * gridUnit);
    choiceRow->addWidget(m_choice, 1);
    choiceRow->addWidget(m_manage);
    column->addLayout(choiceRow);
    gap();
    column->addWidget(m_idLabel);
    column->addWidget(m_id);
    column->addWidget(m_idHint);
    gap();
    column->addWidget(m_secretLabel);
    column->addLayout(secretRow);
    column->addWidget(m_secretHint);
    gap();
    column->addWidget(m_keep);
    column->addWidget(m_advice);
    column->addWidget(m_brokerNote);
    column->addWidget(m_brokerFold);
    m_brokerFold->add(m_broker);
    m_brokerFold->setOpen(false);
    m_brokerNote->setObjectName(u"brokerNote"_s);
    m_choiceLabel->setText(tr("App"));
    m_choiceLabel->setBuddy(m_choice);
    m_idLabel->setBuddy(m_id);
    m_secretLabel->setBuddy(m_secret);
    return form;
}

void AppPage::setProvider(const Provider &provider, const QList<Registration> &saved, const QString &registrationId)
{
    m_provider = provider;
    m_steps->setProvider(provider);
    m_saved.clear();
    m_others.clear();
    for (const Registration &registration : saved)
        (registration.providerId == provider.id ? m_saved : m_others).append(registration);
    const bool instagram = provider.family == Family::Instagram;
    const bool meta = provider.family != Family::Standard;
    m_idLabel->setText(instagram ? tr("Instagram app id") : meta ? tr("App id") : tr("Client id"));
    m_secretLabel->setText(instagram ? tr("Instagram app secret") : meta ? tr("App secret") : tr("Client secret"));
    m_idHint->setHint(idAdvice());
    m_advice->setHint(instagram ? tr("Meta advises not to store it on devices. If it is not kept, you are asked for it "
                                     "at each sign-in; tokens are renewed without it.")
                                : tr("Meta advises not to store it on devices. If it is not kept, you are asked for it "
                                     "at each sign-in, requests are not signed with it, and tokens for servers are not "
                                     "renewed."));
    m_secretHint->setHint(meta ? tr("It stands beside the app id, behind “Show”.") : QString());
    {
        const QSignalBlocker quiet(m_choice);
        m_choice->clear();
        for (const Registration &registration : std::as_const(m_saved))
            m_choice->addItem(appName(registration), registration.id);
        m_choice->addItem(tr("Another app…"), QString());
        const int chosen = m_choice->findData(registrationId);
        m_choice->setCurrentIndex(chosen < 0 ? m_choice->count() - 1 : chosen);
    }
    m_choice->setVisible(!m_saved.isEmpty());
    m_choiceLabel->setVisible(!m_saved.isEmpty());
    m_manage->setVisible(!m_saved.isEmpty());
    chooseRegistration(m_choice->currentIndex());
}

QString AppPage::idAdvice() const
{
    switch (m_provider.family) {
    case Family::Instagram:
        return tr(
            "In Meta's dashboard under “API setup with Instagram login”. It is the Instagram app id, not the Meta "
            "app id.");
    case Family::Facebook:
        return tr("In Meta's dashboard under App settings, Basic.");
    case Family::Standard:
        return {};
    }
    Q_UNREACHABLE();
}

void AppPage::chooseRegistration(int index)
{
    const bool isSaved = index >= 0 && index < m_saved.size();
    const Registration chosen = isSaved ? m_saved.at(index) : Registration{};
    m_id->setText(chosen.clientId);
    m_id->setReadOnly(isSaved);
    m_secret->clear();
    m_broker->setAddress({});
    m_brokerFold->setOpen(false);
    m_keep->setChecked(chosen.secretKept);
    m_addresses->setApp(m_provider, this->chosen());
    check();
}

/// The saved app that is chosen; null for a new one.
const Registration *AppPage::chosen() const
{
    const int index = m_choice->currentIndex();
    return index >= 0 && index < m_saved.size() ? &m_saved.at(index) : nullptr;
}

QString AppPage::broker() const
{
    return chosen() ? chosen()->broker : m_broker->address();
}

bool AppPage::hasBroker() const
{
    return !broker().isEmpty() && m_broker->isUsable();
}

/// With a broker nobody is asked for the secret.
void AppPage::showSecretParts()
{
    const bool wanted = m_provider.hasClientSecret();
    const bool asks = wanted && !hasBroker();
    for (QWidget *part : std::initializer_list<QWidget *>{m_secretLabel, m_secret, m_reveal, m_secretHint, m_keep})
        part->setVisible(asks);
    m_advice->setVisible(asks && m_provider.family != Family::Standard);
    m_brokerFold->setVisible(wanted && !chosen());
    m_brokerNote->setVisible(wanted && hasBroker());
    //: Who keeps the app secret. What cannot be done because of that
    m_brokerNote->setText(tr("%1 %2")
                              .arg(tr("The app secret is kept by %1. Each sign-in is exchanged there, and you need no "
                                      "secret.")
                                       .arg(brokerName(broker())),
                                   brokerLimits(m_provider))
                              .trimmed());
}

PageFrame AppPage::frame() const
{
    return {.title = tr("Your app"),
            .sentence = tr("TokenDesk signs in through your own app at %1.").arg(m_provider.name),
            .primary = tr("Next"),
            .link = m_provider.dashboard.isEmpty() ? QString() : tr("Open the app's dashboard")};
}

void AppPage::followLink()
{
    emit linkRequested(m_provider.dashboard);
}

bool AppPage::usesKeptSecret() const
{
    return chosen() && chosen()->secretKept && m_keep->isChecked() && m_secret->text().isEmpty();
}

bool AppPage::isComplete() const
{
    return checkAppId(m_id->text(), m_provider.family) == CredentialFault::None && foreignAppFault().isEmpty()
        && m_broker->isUsable() && m_addresses->isUsable()
        && (hasBroker() || usesKeptSecret()
            || checkAppSecret(m_secret->text(), m_provider.family) == CredentialFault::None);
}

QWidget *AppPage::firstField() const
{
    return m_id->text().isEmpty() ? m_id : m_secret;
}

Registration AppPage::registration() const
{
    if (chosen())
        return *chosen();
    return {.id = {},
            .providerId = m_provider.id,
            .name = {},
            .clientId = m_id->text(),
            .redirectAddresses = m_addresses->addresses(),
            .broker = broker()};
}

Secret AppPage::secret() const
{
    return hasBroker() ? Secret() : Secret::fromText(m_secret->text());
}

bool AppPage::keepsSecret() const
{
    return m_keep->isChecked();
}

bool AppPage::hasInput() const
{
    return !m_secret->text().isEmpty() || !m_broker->address().isEmpty() || m_addresses->hasInput()
        || (!m_id->isReadOnly() && !m_id->text().isEmpty());
}

void AppPage::clearSecret()
{
    m_secret->clear();
}

void AppPage::clean(QLineEdit *field)
{
    const QString text = cleanedCredential(field->text(), m_provider.family);
    if (text != field->text())
        return field->setText(text); // comes back here
    check();
}

void AppPage::check()
{
    showSecretParts();
    m_idHint->setFault(idFault());
    m_secretHint->setFault(secretFault());
    m_secret->setPlaceholderText(usesKeptSecret() ? tr("Kept in your keychain") : QString());
    emit changed();
}

QString AppPage::idFault() const
{
    switch (checkAppId(m_id->text(), m_provider.family)) {
    case CredentialFault::NotDigits:
        return tr("An app id has only digits.");
    case CredentialFault::LooksLikeSecret:
        return tr("This looks like the app secret. It belongs into the field below.");
    case CredentialFault::None:
        return foreignAppFault();
    case CredentialFault::Empty:
    case CredentialFault::LooksLikeId:
    case CredentialFault::NotHexadecimal:
    case CredentialFault::TooShort:
    case CredentialFault::TooLong:
        break;
    }
    return {};
}

/// The same app has one id for each of Meta's products, and each stands on a page of its own.
QString AppPage::foreignAppFault() const
{
    const auto same = std::ranges::find(m_others, m_id->text(), &Registration::clientId);
    if (same == m_others.end() || m_provider.family == Family::Standard)
        return {};
    return tr("This is the id of your app “%1” elsewhere. %2 has an id of its own for it.")
        .arg(appName(*same), m_provider.name);
}

QString AppPage::secretFault() const
{
    switch (checkAppSecret(m_secret->text(), m_provider.family)) {
    case CredentialFault::NotHexadecimal:
        return tr("An app secret has only the digits 0 to 9 and the letters a to f.");
    case CredentialFault::TooLong:
        return tr("An app secret has 32 characters; there are %n.", nullptr, int(m_secret->text().size()));
    case CredentialFault::TooShort:
        // Not while it is being typed.
        return m_secret->hasFocus()
            ? QString()
            : tr("An app secret has 32 characters; there are %n.", nullptr, int(m_secret->text().size()));
    case CredentialFault::LooksLikeId:
        return m_secret->hasFocus() ? QString() : tr("This looks like the app id. It belongs into the field above.");
    case CredentialFault::None:
    case CredentialFault::Empty:
    case CredentialFault::NotDigits:
    case CredentialFault::LooksLikeSecret:
        break;
    }
    return {};
}

void AppPage::showSecret(bool shown)
{
    m_secret->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    m_reveal->setText(shown ? tr("Hide") : tr("Show"));
}

void AppPage::hideEvent(QHideEvent *)
{
    m_reveal->setChecked(false);
}

} // namespace tokendesk
