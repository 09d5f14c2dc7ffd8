// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/donepage.h"

#include "connect/announce.h"
#include "connect/donepicture.h"
#include "connect/hintlabel.h"
#include "errortext.h"
#include "servertext.h"
#include "style.h"

#include <QFrame>
#include <QGridLayout>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr int widest = 430; // of the sentence and the list, so that lines stay short

QString dayOf(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime().date(), QLocale::LongFormat).toHtmlEscaped();
}

QString timeOf(const QDateTime &time)
{
    return QLocale().toString(time.toLocalTime().time(), QLocale::ShortFormat).toHtmlEscaped();
}

} // namespace

DonePage::DonePage(QWidget *parent)
    : ConnectPage(parent)
    , m_picture(new DonePicture(this))
    , m_title(wrapping({}, this))
    , m_life(new QLabel(this))
    , m_trouble(new HintLabel({}, this))
    , m_again(new QPushButton(tr("Try again"), this))
    , m_copy(new QPushButton(tr("Copy token"), this))
    , m_clipboard(new QWidget(this))
    , m_clipboardNote(new QLabel(m_clipboard))
    , m_clear(new QPushButton(tr("Clear now"), m_clipboard))
    , m_grants(new QFrame(this))
    , m_grantRows(new QGridLayout(m_grants))
    , m_askAgain(new QPushButton(tr("Ask again for these"), this))
    , m_note(wrapping({}, this))
{
    name(m_picture, u"donePicture"_s, tr("Picture of the account"));
    m_title->setObjectName(u"doneTitle"_s);
    m_life->setObjectName(u"doneLife"_s);
    m_trouble->setObjectName(u"doneTrouble"_s);
    name(m_again, u"doneTryAgain"_s, m_again->text());
    name(m_askAgain, u"doneAskAgain"_s, m_askAgain->text());
    m_askAgain->setToolTip(tr("Opens the consent page once more, for what was declined."));
    name(m_copy, u"copyToken"_s, m_copy->text());
    name(m_grants, u"grants"_s, tr("What the token may do"));
    m_note->setObjectName(u"doneNote"_s);
    makeTitle(m_title);
    m_life->setTextFormat(Qt::RichText);
    m_life->setWordWrap(true);
    makeMuted(m_life);
    makeMuted(m_note);
    for (QLabel *label : {m_title, m_life, static_cast<QLabel *>(m_trouble), m_note})
        label->setAlignment(Qt::AlignCenter);
    makePrimary(m_copy);
    makeCard(m_grants);
    m_grantRows->setContentsMargins(4 * gridUnit, 3 * gridUnit, 4 * gridUnit, 3 * gridUnit);
    m_grantRows->setHorizontalSpacing(2 * gridUnit);
    m_grantRows->setVerticalSpacing(2 * gridUnit);
    m_grantRows->setColumnStretch(1, 1);

    arrange();
    connect(m_copy, &QPushButton::clicked, this, &DonePage::copyRequested);
    connect(m_clear, &QPushButton::clicked, this, &DonePage::clearClipboardRequested);
    connect(m_again, &QPushButton::clicked, this, &DonePage::tryAgain);
    connect(m_askAgain, &QPushButton::clicked, this, &DonePage::askAgainRequested);
}

void DonePage::arrange()
{
    auto *column = new QWidget;
    column->setMaximumWidth(widest);
    auto *rows = new QVBoxLayout(column);
    rows->setContentsMargins(0, 4 * gridUnit, 0, 4 * gridUnit);
    rows->setSpacing(4 * gridUnit);
    rows->addStretch();
    rows->addWidget(m_picture, 0, Qt::AlignHCenter);
    rows->addWidget(m_title);
    rows->addWidget(m_life);
    rows->addWidget(m_trouble);
    rows->addWidget(m_again, 0, Qt::AlignHCenter);
    rows->addWidget(m_copy, 0, Qt::AlignHCenter);
    rows->addWidget(clipboardLine());
    rows->addWidget(m_grants);
    rows->addWidget(m_askAgain, 0, Qt::AlignHCenter);
    rows->addWidget(m_note);
    rows->addStretch();
    auto *content = new QWidget;
    auto *centred = new QHBoxLayout(content);
    centred->setContentsMargins(pageMargin, 0, pageMargin, 0);
    centred->addStretch(1);
    centred->addWidget(column, 100);
    centred->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scrolling(content, this));
}

// Its place is kept, so that nothing moves when the token is copied.
QWidget *DonePage::clipboardLine()
{
    m_clipboardNote->setObjectName(u"clipboardNote"_s);
    makeMuted(m_clipboardNote);
    name(m_clear, u"doneClearClipboard"_s, tr("Clear the clipboard now"));
    makeQuiet(m_clear);
    m_clear->setAutoDefault(false);
    auto *line = new QHBoxLayout(m_clipboard);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(gridUnit);
    line->addStretch();
    line->addWidget(m_clipboardNote);
    line->addWidget(m_clear);
    line->addStretch();
    QSizePolicy kept = m_clipboard->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_clipboard->setSizePolicy(kept);
    return m_clipboard;
}

void DonePage::setResult(const Result &result)
{
    m_result = result;
    setClipboardSeconds(0);
    showAccount();
    showGrants();
    announce(m_title, m_title->text());
}

void DonePage::setAccount(const Account &account, const AccountStatus &status)
{
    m_result.outcome.account = account;
    m_result.status = status;
    showAccount();
}

void DonePage::setFault(const QString &fault)
{
    m_trouble->setFault(fault);
    m_again->setEnabled(true);
}

void DonePage::setClipboardSeconds(int seconds)
{
    const bool starts = seconds > 0 && m_clipboard->isHidden();
    m_clipboardNote->setText(tr("Copied. Leaves the clipboard in %n s.", nullptr, seconds));
    m_clipboard->setVisible(seconds > 0);
    if (starts)
        announce(m_clipboardNote, m_clipboardNote->text());
}

void DonePage::setCopyFault(const QString &fault)
{
    m_trouble->setFault(fault);
    m_trouble->show();
}

void DonePage::showAccount()
{
    const Account &account = m_result.outcome.account;
    const QString who = account.displayName();
    m_title->setText(m_result.outcome.replaced ? tr("Connected %1 again").arg(who) : tr("Connected %1").arg(who));
    m_life->setText(lifeSentence());
    const QString fault = trouble();
    m_trouble->setFault(fault);
    m_trouble->setVisible(!fault.isEmpty());
    m_again->setVisible(!fault.isEmpty());
    m_again->setEnabled(true);
    m_picture->setAccount(m_result.picture, who,
                          fault.isEmpty() ? DonePicture::Mark::Good : DonePicture::Mark::Warning);

    QStringList notes;
    if (account.isForServer())
        notes.append(describeServerToken(
            account, m_result.status.detail == StatusDetail::RenewsOn ? SecretState::AtHand : SecretState::Missing));
    if (m_result.outcome.noProfile)
        notes.append(tr("Its name could not be read; TokenDesk shows its number instead."));
    if (m_result.outcome.secretNotKept)
        notes.append(tr("The keychain did not keep the app secret. You are asked for it at the next sign-in."));
    if (m_result.outcome.clientTokenNotKept)
        notes.append(tr("The keychain did not keep the client token. You are asked for it the next time."));
    m_note->setText(notes.join(u'\n'));
    m_note->setVisible(!notes.isEmpty());
}

QString DonePage::lifeSentence() const
{
    const Account &account = m_result.outcome.account;
    if (account.custody != Custody::Keychain)
        return tr("The token works, but only until TokenDesk closes.");
    switch (m_result.status.detail) {
    case StatusDetail::RenewsOn:
        return tr("The token works until <b>%1</b> and TokenDesk renews it every week. You need do nothing.")
            .arg(dayOf(account.expiresAt));
    case StatusDetail::OneHourOnly:
        return tr("The token works for <b>one hour only</b>, until %1.").arg(timeOf(account.expiresAt));
    case StatusDetail::Until:
        return account.isForServer()
            ? tr("The token works until <b>%1</b>. Then make a new one.").arg(dayOf(account.expiresAt))
            : tr("The token works until <b>%1</b>. Then sign in again.").arg(dayOf(account.expiresAt));
    case StatusDetail::NoExpiryDate:
    case StatusDetail::AccessUntil:
        return account.dataAccessExpiresAt.isValid()
            ? tr("The token has no expiry date. %1 wants you to confirm access by <b>%2</b>; TokenDesk reminds you.")
                  .arg(m_result.provider.name.toHtmlEscaped(), dayOf(account.dataAccessExpiresAt))
            : tr("The token has no expiry date.");
    case StatusDetail::ExpiryUnknown:
        if (!m_result.provider.endpoints.renew.isEmpty())
            return tr("The token works. TokenDesk renews it after a day and then knows when it ends. Only a one-hour "
                      "token does not live that long; then connect the account by signing in.");
        break;
    case StatusDetail::None:
    case StatusDetail::UnlockKeychain:
    case StatusDetail::SignInAgain:
    case StatusDetail::RenewalFails:
    case StatusDetail::AccountsUnwritable:
    case StatusDetail::RevocationPending:
        break;
    }
    return tr("The token works. When it ends is not known.");
}

QString DonePage::trouble() const
{
    const Account &account = m_result.outcome.account;
    if (account.custody != Custody::Keychain)
        return tr("Not saved: the keychain did not keep the token. Start or unlock your keychain, then try again.");
    if (account.tokenKind == TokenKind::ShortLived && m_result.outcome.notExtended)
        return tr("It could not be made to last longer: %1")
            .arg(told(describe(*m_result.outcome.notExtended, m_result.provider)));
    return {};
}

void DonePage::tryAgain()
{
    m_again->setEnabled(false); // until there is an answer
    if (m_result.outcome.account.custody != Custody::Keychain)
        emit saveRequested();
    else
        emit extendRequested();
}

// -- what was granted

void DonePage::showGrants()
{
    qDeleteAll(m_grants->findChildren<QLabel *>(Qt::FindDirectChildrenOnly));
    const Account &account = m_result.outcome.account;
    QStringList scopes = account.requestedScopes;
    for (const QString &granted : account.grantedScopes) {
        if (!scopes.contains(granted))
            scopes.append(granted);
    }
    const auto isAsked = [&account](const QString &scope) { // of a token that was pasted nobody knows
        return account.requestedScopes.isEmpty() || account.requestedScopes.contains(scope);
    };
    int row = 0;
    for (const QString &scope : std::as_const(scopes)) {
        if (!account.grantedKnown)
            addGrant(row++, scope, u"•"_s, tr("asked for"));
        else if (account.grantedScopes.contains(scope))
            addGrant(row++, scope, u"✓"_s, isAsked(scope) ? tr("granted") : tr("granted, not asked for"));
        else
            addGrant(row++, scope, u"✕"_s, tr("declined"));
    }
    m_grants->setVisible(row > 0);
    const auto declined = [&account](const QString &scope) { return !account.grantedScopes.contains(scope); };
    m_askAgain->setVisible(account.grantedKnown && std::ranges::any_of(account.requestedScopes, declined));
}

void DonePage::addGrant(int row, const QString &scopeId, const QString &mark, const QString &word)
{
    const Scope *scope = m_result.provider.scope(scopeId);
    QLabel *title = wrapping(scope ? scope->title : scopeId, m_grants);
    title->setObjectName(scopeId + "Grant"_L1);
    title->setAccessibleName(tr("%1: %2", "permission: granted or declined").arg(title->text(), word));
    auto *state = new QLabel(word, m_grants);
    makeMuted(state);
    m_grantRows->addWidget(new QLabel(mark, m_grants), row, 0, Qt::AlignTop);
    m_grantRows->addWidget(title, row, 1);
    m_grantRows->addWidget(state, row, 2, Qt::AlignTop);
}

PageFrame DonePage::frame() const
{
    return {.title = {}, .link = tr("Connect another")};
}

} // namespace tokendesk
