// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/catalog.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokendesk;

class TestProvider : public QObject
{
    Q_OBJECT
private slots:
    void builtInFilesAreAccepted()
    {
        const Catalog catalog{QString()};
        for (const Error &problem : catalog.problems())
            qWarning() << problem.what << problem.line;
        QVERIFY(catalog.problems().isEmpty());
        QCOMPARE(catalog.providers().size(), 2);
        QCOMPARE(catalog.providers().at(0).id, u"instagram"_s);
        QCOMPARE(catalog.providers().at(1).id, u"practice"_s);
    }
};

QTEST_GUILESS_MAIN(TestProvider)
#include "tst_provider.moc"
