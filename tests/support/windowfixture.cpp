// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/windowfixture.h"

#include "support/isolateddesktop.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace tokendesk {

WindowFixture::WindowFixture()
    : clock(QDateTime(QDate(2026, 11, 23), QTime(13, 5), QTimeZone::utc()))
    , desk(keychain, clock)
    , settings(Paths{m_folder.path(), m_folder.path()})
    , m_certificates(m_folder.path(), clock)
    , m_registration{.id = u"publisher"_s,
                     .providerId = u"instagram"_s,
                     .name = u"Lumen Publisher"_s,
                     .clientId = u"990602627938098"_s,
                     .redirectAddresses = {u"https://localhost:8917/instagram/"_s}}
{
    desk.database().save(m_registration).value();
}

QByteArray WindowFixture::tokenOf(const QString &username)
{
    return "IGAAcanary" + username.toLatin1().toHex() + QByteArray(120, 'Z');
}

Account WindowFixture::workingAccount(const QString &username) const
{
    Account account;
    account.id = username;
    account.providerId = u"instagram"_s;
    account.registrationId = m_registration.id;
    account.userId = username;
    account.username = username;
    account.name = u"Name of "_s + username;
    account.accountType = u"business"_s;
    account.issueToken(TokenKind::LongLived, std::chrono::days(60), clock.now().addDays(-3));
    account.requestedScopes = {u"instagram_business_basic"_s, u"instagram_business_manage_messages"_s};
    account.grantPermissions({u"instagram_business_basic"_s});
    account.tokenKey = "tokendesk/token/"_L1 + username;
    return account;
}

void WindowFixture::store(const Account &account)
{
    desk.database().save(account).value();
    if (account.custody == Custody::Keychain)
        keychain.write(account.tokenKey, Secret(tokenOf(account.username)), &keychain, [](const Result<void> &) { });
}

void WindowFixture::keepAppSecret()
{
    m_registration.secretKept = true;
    desk.database().save(m_registration).value();
}

Services &WindowFixture::start()
{
    QTest::qWait(0); // the keychain takes what was written
    desk.restart();
    m_clipboard = std::make_unique<Clipboard>(settings, clock);
    m_services.reset(new Services{.accounts = desk.accounts(),
                                  .keychain = keychain,
                                  .catalog = desk.catalog,
                                  .graph = desk.graph,
                                  .queue = desk.queue,
                                  .usage = desk.usage(),
                                  .certificates = m_certificates,
                                  .clock = clock,
                                  .network = m_network,
                                  .settings = settings,
                                  .clipboard = *m_clipboard,
                                  .openBrowser =
                                      [this](const QUrl &address) {
                                          opened.append(address);
                                          return true;
                                      },
                                  .desktop = isolatedDesktop(m_folder.path())});
    return *m_services;
}

} // namespace tokendesk
