// SPDX-License-Identifier: GPL-3.0-or-later
// As a release build compiles it, whatever this one is.
#undef TOKENDESK_FAULT_POINTS
#include "base/faultpoint.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

/// Nothing that users run can be killed from outside between two steps of a rotation.
class TestFaultPoint : public QObject
{
    Q_OBJECT

private slots:
    void aReleaseHasNone()
    {
        for (int point = 1; point <= tokendesk::lastFaultPoint; ++point) {
            qputenv("FAULT_AT", QByteArray::number(point));
            tokendesk::faultPoint(tokendesk::FaultPoint(point)); // still here
        }
        qunsetenv("FAULT_AT");
    }

    void onlyTestBuildsSwitchThemOn()
    {
        QFile file(QStringLiteral(TOKENDESK_SOURCE_DIR "/CMakePresets.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QStringList on;
        const QJsonArray presets = QJsonDocument::fromJson(file.readAll()).object()["configurePresets"_L1].toArray();
        for (const auto &preset : presets) {
            if (preset.toObject()["cacheVariables"_L1].toObject().contains("TOKENDESK_FAULT_POINTS"_L1))
                on << preset.toObject()["name"_L1].toString();
        }
        QCOMPARE(on, (QStringList{u"dev"_s, u"asan"_s}));
        QFile lists(QStringLiteral(TOKENDESK_SOURCE_DIR "/CMakeLists.txt"));
        QVERIFY(lists.open(QIODevice::ReadOnly));
        static const QRegularExpression option(uR"(option\(TOKENDESK_FAULT_POINTS [^)]* OFF\))"_s);
        QVERIFY(option.match(QString::fromUtf8(lists.readAll())).hasMatch());
    }
};

QTEST_GUILESS_MAIN(TestFaultPoint)
#include "tst_faultpoint.moc"
