// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/serverpage.h"

#include "apps/brokerfield.h"
#include "connect/credentials.h"
#include "connect/fold.h"
#include "connect/hintlabel.h"
#include "connect/scopepicker.h"
#include "connect/secretfield.h"
#include "style.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {
constexpr int pickerHeight = 260;
constexpr int radioIndent = 6 * gridUnit;
} // namespace

ServerPage::ServerPage(QWidget *parent)
    : ConnectPage(parent)
    , m_ofUser(new QRadioButton(tr("Token of a system user"), this))
    , m_ofApp(new QRadioButton(tr("The app's own token"), this))
    , m_user(new QWidget(this))
    , m_id(new QLineEdit(m_user))
    , m_idHint(new HintLabel(tr("In Meta's Business settings under Users, System users."), m_user))
    , m_asking(new SecretField(tr("Paste an administrator's token here."), m_user))
    , m_askingHint(new HintLabel(tr("Of an administrator of the portfolio or of another of its system users, with the "
                                    "permission “business_management”. It is used once and not kept."),
                                 m_user))
    , m_ends(new QCheckBox(m_user))
    , m_fold(new Fold(u"serverScopesFold"_s, tr("What it may do"), m_user))
    , m_picker(new ScopePicker(m_fold))
    , m_trouble(new HintLabel({}, this))
{
    name(m_ofUser, u"serverOfUser"_s, m_ofUser->text());
    name(m_ofApp, u"serverOfApp"_s, m_ofApp->text());
    name(m_id, u"systemUserId"_s, tr("Id of the system user"));
    name(m_asking, u"askingToken"_s, tr("Token of an administrator"));
    m_ends->setObjectName(u"serverTokenEnds"_s);
    m_idHint->setObjectName(u"systemUserHint"_s);
    m_askingHint->setObjectName(u"askingTokenHint"_s);
    m_trouble->setObjectName(u"serverTrouble"_s);
    m_picker->setFixedHeight(pickerHeight);
    m_ofUser->setChecked(true);
    m_ends->setChecked(true);

    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(pageMargin, gridUnit, pageMargin, 4 * gridUnit);
    column->setSpacing(2 * gridUnit);
    addChoice(m_ofUser,
              tr("Speaks for a system user of your business portfolio, and so for the Pages and Instagram "
                 "accounts that were assigned to it. No person has to sign in again."),
              column);
    addChoice(m_ofApp,
              tr("Speaks for the app alone: for its settings and for looking at its tokens. It reaches no "
                 "account, and has no end."),
              column);
    column->addWidget(m_trouble);
    column->addWidget(systemUser());
    column->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scrolling(content, this));
    connect(m_ofUser, &QRadioButton::toggled, this, &ServerPage::check);
    connect(m_id, &QLineEdit::textChanged, this, &ServerPage::clean);
    connect(m_asking, &SecretField::changed, this, &ServerPage::check);
    connect(m_picker, &ScopePicker::changed, this, &ServerPage::check);
}

void ServerPage::addChoice(QRadioButton *choice, const QString &sentence, QLayout *column)
{
    QLabel *label = wrapping(sentence, this);
    label->setContentsMargins(radioIndent, 0, 0, gridUnit);
    makeMuted(label);
    choice->setAccessibleDescription(sentence);
    column->addWidget(choice);
    column->addWidget(label);
}

QWidget *ServerPage::systemUser()
{
    auto *idLabel = new QLabel(m_id->accessibleName(), m_user);
    auto *askingLabel = new QLabel(m_asking->accessibleName(), m_user);
    auto *paste = new QPushButton(tr("Paste"), m_user);
    name(paste, u"pasteAskingToken"_s, tr("Paste the administrator's token from the clipboard"));
    for (QLabel *label : {idLabel, askingLabel}) {
        alignToStart(label);
        makeHeading(label);
    }
    idLabel->setBuddy(m_id);
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * gridUnit);
    row->addWidget(m_asking, 1);
    row->addWidget(paste, 0, Qt::AlignTop);
    m_fold->add(m_picker);
    m_fold->setOpen(false);
    auto *column = new QVBoxLayout(m_user);
    column->setContentsMargins(0, gridUnit, 0, 0);
    column->setSpacing(gridUnit);
    column->addWidget(idLabel);
    column->addWidget(m_id);
    column->addWidget(m_idHint);
    column->addSpacing(2 * gridUnit);
    column->addWidget(askingLabel);
    column->addLayout(row);
    column->addWidget(m_askingHint);
    column->addSpacing(2 * gridUnit);
    column->addWidget(m_ends);
    column->addSpacing(2 * gridUnit);
    column->addWidget(m_fold);
    connect(paste, &QPushButton::clicked, m_asking, &SecretField::paste);
    return m_user;
}

void ServerPage::setApp(const Provider &provider, const Registration &app, SecretState secret,
                        const QStringList &scopes)
{
    m_providerName = provider.name;
    m_broker = app.broker;
    m_ends->setText(secret == SecretState::AtHand
                        ? tr("It ends after 60 days, and TokenDesk renews it")
                        : tr("It ends after 60 days, and is renewed only where the app secret is kept"));
    m_ends->setAccessibleName(m_ends->text());
    m_picker->setProvider(provider, scopes);
    m_id->setReadOnly(false);
    m_ofUser->setEnabled(true);
    m_ofApp->setEnabled(true);
    check();
}

void ServerPage::setAccount(const Account &account)
{
    const bool ofApp = account.accountType == facebookAppItself;
    (ofApp ? m_ofApp : m_ofUser)->setChecked(true);
    (ofApp ? m_ofUser : m_ofApp)->setEnabled(false);
    m_ends->setChecked(ofApp || account.expiresAt.isValid());
    if (ofApp)
        return;
    m_id->setText(account.userId);
    m_id->setReadOnly(true);
}

ServerToken ServerPage::token() const
{
    if (m_ofApp->isChecked())
        return {.kind = ServerToken::Kind::App};
    PastedToken asking = readPastedToken(m_asking->content().view());
    return {.kind = ServerToken::Kind::SystemUser,
            .wish = {.systemUser = m_id->text(),
                     .scopes = m_picker->scopes(),
                     .life = m_ends->isChecked() ? SystemUserToken::Life::SixtyDays : SystemUserToken::Life::Endless},
            .asking = std::move(asking.token)};
}

bool ServerPage::hasInput() const
{
    return !m_asking->content().isEmpty();
}

void ServerPage::clear()
{
    m_asking->clear();
}

PageFrame ServerPage::frame() const
{
    return {.title = tr("A token for a server"),
            .sentence = tr("%1 makes it for your app, with the app secret. Nobody signs in.").arg(m_providerName),
            .primary = tr("Make the token")};
}

bool ServerPage::isComplete() const
{
    if (!m_broker.isEmpty() || m_ofApp->isChecked())
        return m_broker.isEmpty();
    return checkAppId(m_id->text(), Family::Facebook) == CredentialFault::None && !m_picker->scopes().isEmpty()
        && hasInput() && askingFault().isEmpty();
}

QWidget *ServerPage::firstField() const
{
    if (m_ofApp->isChecked())
        return m_ofApp;
    return m_id->isReadOnly() ? static_cast<QWidget *>(m_asking) : m_id;
}

void ServerPage::clean()
{
    const QString text = cleanedCredential(m_id->text(), Family::Facebook);
    if (text != m_id->text())
        return m_id->setText(text); // comes back here
    check();
}

void ServerPage::check()
{
    m_user->setVisible(m_ofUser->isChecked());
    m_idHint->setFault(checkAppId(m_id->text(), Family::Facebook) == CredentialFault::NotDigits
                           ? tr("The id of a system user has only digits.")
                           : QString());
    m_askingHint->setFault(askingFault());
    m_trouble->setFault(m_broker.isEmpty()
                            ? QString()
                            : tr("The secret of this app is kept by %1, and a token for a server takes the secret "
                                 "itself. Have it made where the secret is, and paste it under “I already have a "
                                 "token”.")
                                  .arg(brokerName(m_broker)));
    m_trouble->setVisible(!m_broker.isEmpty());
    emit changed();
}

QString ServerPage::askingFault() const
{
    if (m_asking->content().isEmpty())
        return {};
    const PastedToken read = readPastedToken(m_asking->content().view());
    if (read.finding == PasteFinding::Truncated)
        return tr("A part of this token is missing.");
    const bool facebook = read.origin == TokenOrigin::Facebook || read.origin == TokenOrigin::PracticeFacebook;
    return read.finding == PasteFinding::Token && facebook ? QString() : tr("This is no Facebook token.");
}

} // namespace tokendesk
