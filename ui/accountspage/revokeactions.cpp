// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountspage/revokeactions.h"

#include "base/timetext.h"
#include "errortext.h"
#include "plainbox.h"

#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

/// A second button beside Cancel, which stays the default.
QPushButton *addChoice(QMessageBox *question, const QString &objectName, const QString &text)
{
    question->setStandardButtons(QMessageBox::Cancel);
    QPushButton *button = question->addButton(text, QMessageBox::AcceptRole);
    button->setObjectName(objectName);
    question->setDefaultButton(QMessageBox::Cancel);
    return button;
}

QString titleOf(const QString &permission, const Provider &provider)
{
    const Scope *scope = provider.scope(permission);
    return scope ? scope->title : permission;
}

} // namespace

RevokeActions::RevokeActions(Services &services, QWidget *parent)
    : QObject(parent)
    , m_services(services)
    , m_parent(parent)
{
}

const Provider *RevokeActions::providerOf(const QString &accountId) const
{
    const std::optional<Account> account = m_services.accounts.find(accountId);
    return account ? m_services.catalog.description(account->providerId) : nullptr;
}

void RevokeActions::tell(const QString &objectName, const QString &text, const QString &details)
{
    plainBox(objectName, text, details, m_parent)->open();
}

// -- the whole token

void RevokeActions::revoke(const QString &accountId)
{
    const Provider *provider = providerOf(accountId);
    if (!provider)
        return;
    const Account account = *m_services.accounts.find(accountId);
    if (!m_services.accounts.canRevoke(account))
        return tellNoRevocation(account, *provider);
    QMessageBox *question
        = plainBox(u"revokeQuestion"_s, tr("Revoke the token of %1?").arg(account.displayName()),
                   tr("%1 is asked to end it, and with it every copy, wherever it is used. This cannot be taken back; "
                      "a new token needs a new sign-in. The account stays in this list until you remove it.")
                       .arg(provider->name),
                   m_parent);
    if (account.accountType == facebookPerson)
        question->setInformativeText(
            //: What is said of any provider, what is said of Facebook
            tr("%1 %2").arg(question->informativeText(),
                            tr("The tokens of Pages that this person gave the app end with it.")));
    connect(addChoice(question, u"revokeAndRemove"_s, tr("Revoke and remove")), &QPushButton::clicked, this,
            [this, accountId] { revokeNow(accountId, Afterwards::Remove); });
    connect(addChoice(question, u"revoke"_s, tr("Revoke")), &QPushButton::clicked, this,
            [this, accountId] { revokeNow(accountId, Afterwards::Keep); });
    question->open();
}

void RevokeActions::tellNoRevocation(const Account &account, const Provider &provider)
{
    QMessageBox *told = plainBox(u"noRevocation"_s, tr("TokenDesk cannot revoke this token."),
                                 whyNoRevocation(account, provider), m_parent);
    if (!account.isForServer() && !provider.practice && !provider.withdraw.isEmpty()) {
        QPushButton *link
            = told->addButton(tr("Take the app's access away at %1").arg(provider.name), QMessageBox::ActionRole);
        link->setObjectName(u"withdraw"_s);
        connect(link, &QPushButton::clicked, this,
                [this, address = provider.withdraw] { m_services.openBrowser(address); });
    }
    told->open();
}

QString RevokeActions::whyNoRevocation(const Account &account, const Provider &provider) const
{
    const QString broker = m_services.accounts.revocationBroker(account);
    if (account.accountType == facebookAppItself)
        return tr("It is the app's own. It ends when the app secret is reset in the app's dashboard, and with it all "
                  "that is signed with that secret.");
    if (account.isForServer() && !broker.isEmpty())
        return tr("%1 ends the token of a system user only for the app with its secret, and %2 keeps that. Have it "
                  "ended by who runs that broker, or have an administrator remove the token in the Business settings.")
            .arg(provider.name, broker);
    if (account.isForServer())
        return tr("%1 ends the token of a system user only for the app with its secret. Keep the secret in “Your "
                  "apps” and try again, or have an administrator remove the token in the Business settings.")
            .arg(provider.name);
    if (!broker.isEmpty())
        return tr("%1 ends a token only for the app with its secret, and %2 keeps that. Have it ended by who runs "
                  "that broker. Removing the account here does not end it.")
            .arg(provider.name, broker);
    return tr("Whoever owns the account can take the app's access away at %1. That ends the token and every copy of "
              "it. Removing the account here does not.")
        .arg(provider.name);
}

/// Its provider is known to be there; the account may be gone when the answer comes.
void RevokeActions::revokeNow(const QString &accountId, Afterwards afterwards)
{
    const std::optional<Account> account = m_services.accounts.find(accountId);
    if (!account)
        return;
    m_services.accounts.revoke(
        accountId, this,
        [this, account, afterwards](const Result<void> &result) { tellRevoked(*account, afterwards, result); },
        afterwards);
}

void RevokeActions::tellRevoked(const Account &account, Afterwards afterwards, const Result<void> &result)
{
    const Provider *provider = m_services.catalog.description(account.providerId);
    if (!provider)
        return;
    const QString name = account.displayName();
    if (result && afterwards == Afterwards::Remove)
        return tell(u"revoked"_s, tr("%1: revoked and removed").arg(name),
                    tr("%1 has ended the token. Programs that use it stop working.").arg(provider->name));
    if (result)
        return tell(u"revoked"_s, tr("%1: revoked").arg(name),
                    tr("%1 has ended the token. Programs that use it stop working.").arg(provider->name));
    const ErrorText why = describe(result.error(), *provider);
    const std::optional<Revocation> pending = m_services.accounts.pendingRevocation(account.id);
    if (!pending)
        return tell(u"notRevoked"_s, tr("The token of %1 is not revoked. Assume that it still works.").arg(name),
                    told(why));
    const QString next = pending->afterwards == Afterwards::Remove
        ? tr("TokenDesk goes on trying by itself, next %1. Until that has worked the account stays here with its "
             "token; then it is removed.")
        : tr("TokenDesk goes on trying by itself, next %1. Until that has worked the account stays here with its "
             "token.");
    //: What happened, what comes of it
    tell(u"revocationPending"_s, tr("The token of %1 is not revoked yet. Assume that it still works.").arg(name),
         tr("%1 %2").arg(why.happened, next.arg(recentTime(pending->retryAt, m_services.clock.now()))));
}

void RevokeActions::giveUp(const QString &accountId)
{
    const Provider *provider = providerOf(accountId);
    const std::optional<Revocation> pending = m_services.accounts.pendingRevocation(accountId);
    if (!provider || !pending)
        return;
    QMessageBox *question
        = plainBox(u"giveUpQuestion"_s,
                   tr("Give up revoking the token of %1?").arg(m_services.accounts.find(accountId)->displayName()),
                   tr("%1 has not ended it: it works on, and so does every copy of it. TokenDesk tries no more. The "
                      "account stays in this list and is kept alive as before.")
                       .arg(provider->name),
                   m_parent);
    connect(addChoice(question, u"giveUp"_s, tr("Give up")), &QPushButton::clicked, this, [this, accountId] {
        if (!m_services.accounts.giveUpRevoking(accountId))
            tell(u"notGivenUp"_s, tr("That could not be stored."), tr("Make room on the disk, then try again."));
    });
    question->open();
}

// -- one permission

void RevokeActions::withdraw(const QString &accountId, const QString &permission)
{
    const Provider *provider = providerOf(accountId);
    if (!provider)
        return;
    QMessageBox *question
        = plainBox(u"withdrawQuestion"_s,
                   //: A permission's title, an account's name
                   tr("Withdraw “%1” from %2?")
                       .arg(titleOf(permission, *provider), m_services.accounts.find(accountId)->displayName()),
                   tr("%1 is asked to take this permission back. The token works on without it, here and wherever it "
                      "is used, and so do the tokens of this person's Pages. To have it again takes a new sign-in.")
                       .arg(provider->name),
                   m_parent);
    connect(addChoice(question, u"withdrawNow"_s, tr("Withdraw")), &QPushButton::clicked, this,
            [this, accountId, permission] { withdrawNow(accountId, permission); });
    question->open();
}

void RevokeActions::withdrawNow(const QString &accountId, const QString &permission)
{
    const std::optional<Account> account = m_services.accounts.find(accountId);
    if (!account)
        return;
    m_services.accounts.withdraw(accountId, permission, this, [this, account, permission](const Result<void> &result) {
        tellWithdrawn(*account, permission, result);
    });
}

/// That it worked is seen in the list of permissions.
void RevokeActions::tellWithdrawn(const Account &account, const QString &permission, const Result<void> &result)
{
    const Provider *provider = m_services.catalog.description(account.providerId);
    if (result || !provider)
        return;
    tell(u"notWithdrawn"_s,
         tr("“%1” was not withdrawn. Assume that the token still has it.").arg(titleOf(permission, *provider)),
         told(describe(result.error(), *provider)));
}

} // namespace tokendesk
