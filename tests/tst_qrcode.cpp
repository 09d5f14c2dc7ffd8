// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/qrpicture.h"
#include "qrcode.h"
#include "style.h"

#include <QApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokendesk;

namespace {

/// What zbar's camera program reads in the picture; without it the picture cannot be judged.
QByteArray readByCamera(const QImage &image)
{
    QTemporaryDir folder;
    const QString file = folder.filePath(u"qr.png"_s);
    QProcess camera;
    if (!image.save(file))
        return "the picture was not written";
    camera.start(u"zbarimg"_s, {u"--quiet"_s, u"--raw"_s, u"--nodbus"_s, file});
    if (!camera.waitForFinished())
        return "zbarimg did not end";
    return camera.readAllStandardOutput().trimmed();
}

QImage seen(QrPicture &picture, qreal ratio)
{
    QImage image((QSizeF(picture.size()) * ratio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::black);
    picture.render(&image);
    return image;
}

} // namespace

/// The QR picture, read back as a phone would.
class TestQrCode : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void cameraReadsTheAddress_data();
    void cameraReadsTheAddress();
    void modulesAreDarkAndLightOnly();
    void quietZoneStaysLight_data();
    void quietZoneStaysLight();
    void whatIsTooLongIsNotDrawn();
    void screenReaderSaysTheAddress();
};

void TestQrCode::initTestCase()
{
    QVERIFY2(!QStandardPaths::findExecutable(u"zbarimg"_s).isEmpty(), "zbarimg is missing: tests/run installs it");
}

void TestQrCode::cameraReadsTheAddress_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<qreal>("ratio");
    QTest::addColumn<Theme>("theme");
    const QString facebook = u"https://www.facebook.com/device"_s;
    const QString full = u"https://login.example.org/realms/a/device?user_code=WDJB-MJHT&x=%C3%A4%2B"_s;
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        const char *word = theme == Theme::Dark ? ", dark" : "";
        QTest::addRow("%s%s", "short", word) << facebook << 1.0 << theme;
        QTest::addRow("%s%s", "with the code", word) << full << 1.0 << theme;
        QTest::addRow("%s%s", "with the code, doubled", word) << full << 2.0 << theme;
        QTest::addRow("%s%s", "with the code, one and a half", word) << full << 1.5 << theme;
        QTest::addRow("%s%s", "as long as they come", word)
            << "https://login.example.org/device?user_code=WDJB-MJHT&state="_L1 + QString(180, u'a') << 2.0 << theme;
    }
}

void TestQrCode::cameraReadsTheAddress()
{
    QFETCH(const QString, address);
    QFETCH(const qreal, ratio);
    QFETCH(const Theme, theme);
    applyTheme(*qApp, theme);
    QrPicture picture(nullptr);
    picture.setAddress(QUrl(address));
    picture.resize(picture.sizeHint());
    QCOMPARE(readByCamera(seen(picture, ratio)), address.toUtf8());
}

void TestQrCode::modulesAreDarkAndLightOnly()
{
    const auto code = qrCode("https://www.facebook.com/device");
    QVERIFY(code);
    QCOMPARE(code->modules.size(), qsizetype(code->size) * code->size);
    // A finder pattern in three corners: a dark ring of seven around a dark three.
    for (const auto &[x, y] : {std::pair(0, 0), std::pair(code->size - 7, 0), std::pair(0, code->size - 7)}) {
        for (int i = 0; i < 7; ++i)
            QVERIFY(code->isDark(x + i, y) && code->isDark(x, y + i) && code->isDark(x + i, y + 6));
        QVERIFY(!code->isDark(x + 1, y + 1) && code->isDark(x + 3, y + 3));
    }
}

void TestQrCode::quietZoneStaysLight_data()
{
    QTest::addColumn<qreal>("ratio");
    QTest::newRow("usual") << 1.0;
    QTest::newRow("doubled") << 2.0;
}

void TestQrCode::quietZoneStaysLight()
{
    QFETCH(const qreal, ratio);
    applyTheme(*qApp, Theme::Dark);
    QrPicture picture(nullptr);
    picture.setAddress(QUrl(u"https://www.facebook.com/device"_s));
    picture.resize(picture.sizeHint());
    const QImage image = seen(picture, ratio);
    const int size = qrCode("https://www.facebook.com/device")->size;
    const int module = image.width() / (size + 2 * quietZone);
    const int middle = image.height() / 2;
    for (int x = 1; x < quietZone * module; ++x) {
        QCOMPARE(image.pixelColor(x, middle), QColor(Qt::white));
        QCOMPARE(image.pixelColor(image.width() - 1 - x, middle), QColor(Qt::white));
    }
}

void TestQrCode::whatIsTooLongIsNotDrawn()
{
    QVERIFY(!qrCode({}));
    QVERIFY(!qrCode(QByteArray(4000, 'a')));
    QrPicture picture(nullptr);
    picture.setAddress(QUrl("https://example.org/"_L1 + QString(4000, u'a')));
    QVERIFY(picture.isHidden());
}

void TestQrCode::screenReaderSaysTheAddress()
{
    QrPicture picture(nullptr);
    picture.setAddress(QUrl(u"https://www.facebook.com/device"_s));
    QVERIFY(!picture.accessibleName().isEmpty());
    QVERIFY(picture.accessibleDescription().contains("https://www.facebook.com/device"_L1));
}

QTEST_MAIN(TestQrCode)
#include "tst_qrcode.moc"
