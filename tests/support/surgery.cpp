// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/surgery.h"

#include "support/isolateddesktop.h"

#include <QSignalSpy>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

namespace {
constexpr quint64 user = 27640875392278831;
}

Surgery::Surgery(const QByteArray &host, const QString &redirect)
    : address(freeRedirectAddress(redirect))
{
    QByteArray provider = testProvider(port.value());
    const qsizetype begin = provider.indexOf('[', provider.indexOf("\"redirectAddresses\""));
    provider.replace(begin, provider.indexOf(']', begin) - begin + 1, "[\"" + address.toUtf8() + "\"]");
    const QByteArray own = "http://127.0.0.1:" + QByteArray::number(*port);
    if (!host.isEmpty())
        provider.replace(own, host);
    desk = std::make_unique<Desk>(keychain, clock, provider);
    desk->catalog.setPracticePort([this] { return server.listen(); });
    const Registration app{.providerId = u"test"_s,
                           .name = u"Lumen"_s,
                           .clientId = PracticeServer::clientId(),
                           .redirectAddresses = {address}};
    registration = desk->accounts().save(app).value();
    certificates = std::make_unique<CertificateStore>(desk->folder(), clock);
    makeExamination();
}

void Surgery::makeExamination()
{
    examination
        = std::make_unique<Examination>(Examination::Place{.accounts = desk->accounts(),
                                                           .keychain = keychain,
                                                           .catalog = desk->catalog,
                                                           .clock = clock,
                                                           .certificates = *certificates,
                                                           .desktop = isolatedDesktop(desk->folder() + "/desktop"_L1)});
}

QByteArray Surgery::mint(const QDateTime &now, const QStringList &scopes)
{
    return mintPracticeToken({.kind = PracticeToken::Kind::Long,
                              .appId = PracticeServer::clientId().toULongLong(),
                              .userId = user,
                              .scopes = scopes,
                              .issuedAt = now,
                              .expiresAt = now.addDays(60)});
}

Account Surgery::connectAccount(const QStringList &scopes)
{
    NewAccount fresh{.token = Secret(mint(clock.now(), scopes))};
    fresh.account.providerId = u"test"_s;
    fresh.account.registrationId = registration.id;
    fresh.account.userId = QString::number(user);
    fresh.account.username = u"lumen.light"_s;
    fresh.account.issueToken(TokenKind::LongLived, 60 * 24h, clock.now());
    fresh.account.grantPermissions(scopes);
    Awaited<Account> adopted;
    desk->accounts().adopt(std::move(fresh), &adopted.context, adopted.callback());
    return adopted.wait().value_or(Account());
}

bool Surgery::run()
{
    QSignalSpy finished(examination.get(), &Examination::finished);
    examination->start();
    return finished.count() == 1 || finished.wait(20'000);
}

Health Surgery::healthOf(Check check) const
{
    const Finding *finding = examination->finding(check);
    return finding ? finding->health : Health::Unknown;
}

QString Surgery::said(Check check) const
{
    const Finding *finding = examination->finding(check);
    return finding ? sentenceOf(*finding, examination->provider()) : QString();
}

bool Surgery::hasStep(const QString &words, Mender who) const
{
    return std::ranges::any_of(stepsOf(*examination), [&words, who](const DoctorStep &step) {
        return step.todo.contains(words) && step.who == who;
    });
}

QString Surgery::fact(const QString &title) const
{
    for (const DoctorFact &fact : factsOf(*examination)) {
        if (fact.title == title)
            return fact.value;
    }
    return {};
}

} // namespace tokendesk
