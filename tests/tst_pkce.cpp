// SPDX-License-Identifier: GPL-3.0-or-later
#include "signin/pkce.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokendesk;

class PkceTest : public QObject
{
    Q_OBJECT
private slots:
    void challengeIsThatOfTheRfc();
    void tokensAreUnique();
};

void PkceTest::challengeIsThatOfTheRfc()
{
    // RFC 7636 appendix B
    const Secret verifier("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
    QCOMPARE(codeChallenge(verifier), "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
}

void PkceTest::tokensAreUnique()
{
    static const QRegularExpression form(u"\\A[A-Za-z0-9_-]{43}\\z"_s);
    QSet<QString> seen;
    for (int i = 0; i < 10'000; ++i) {
        const QString token = randomToken().toText();
        QVERIFY(form.match(token).hasMatch());
        seen.insert(token);
    }
    QCOMPARE(seen.size(), 10'000);
}

QTEST_GUILESS_MAIN(PkceTest)
#include "tst_pkce.moc"
