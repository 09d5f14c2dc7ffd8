// SPDX-License-Identifier: GPL-3.0-or-later
#include "calmstyle.h"
#include "pictures.h"
#include "style.h"

#include <QApplication>
#include <QBuffer>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace tokendesk;

namespace {

double luminance(const QColor &colour)
{
    const auto linear
        = [](double part) { return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &one, const QColor &other)
{
    const double a = luminance(one);
    const double b = luminance(other);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QPalette highContrast()
{
    QPalette palette;
    for (const auto role : {QPalette::Window, QPalette::Base, QPalette::Button})
        palette.setColor(role, Qt::black);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(role, Qt::white);
    palette.setColor(QPalette::Highlight, QColor(0x1aebff));
    palette.setColor(QPalette::HighlightedText, Qt::black);
    return palette;
}

QByteArray png(QSize size, Qt::GlobalColor colour)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace

class TestStyle : public QObject
{
    Q_OBJECT
private slots:
    void everyInkIsReadableOnItsGround_data()
    {
        QTest::addColumn<QPalette>("palette");
        applyTheme(*qApp, Theme::Light);
        QTest::newRow("light") << QApplication::palette();
        applyTheme(*qApp, Theme::Dark);
        QTest::newRow("dark") << QApplication::palette();
        QTest::newRow("high contrast") << highContrast();
    }

    void everyInkIsReadableOnItsGround()
    {
        QFETCH(QPalette, palette);
        const Colours c = Colours::of(palette);
        struct Pair
        {
            const char *name;
            QColor ink, ground;
        };
        QList<Pair> pairs{{"accent text on accent", c.accentText, c.accent}};
        for (const QColor &ground : {c.panel, c.side, c.field, c.accentTint}) {
            pairs << Pair{"text", c.text, ground} << Pair{"muted", c.muted, ground};
            pairs << Pair{"good", c.good, ground} << Pair{"warning", c.warning, ground};
            pairs << Pair{"trouble", c.trouble, ground} << Pair{"accent", c.accent, ground};
        }
        pairs << Pair{"good tint", c.good, c.goodTint} << Pair{"warning tint", c.warning, c.warningTint};
        pairs << Pair{"trouble tint", c.trouble, c.troubleTint};
        for (const Pair &pair : std::as_const(pairs)) {
            QVERIFY2(contrast(pair.ink, pair.ground) >= 4.5,
                     qPrintable(
                         u"%1: %2 on %3 is %4"_s.arg(QLatin1StringView(pair.name), pair.ink.name(), pair.ground.name())
                             .arg(contrast(pair.ink, pair.ground))));
        }
    }

    void everyTextRoleOfThePaletteIsReadable_data()
    {
        QTest::addColumn<int>("theme");
        QTest::newRow("light") << int(Theme::Light);
        QTest::newRow("dark") << int(Theme::Dark);
    }

    void everyTextRoleOfThePaletteIsReadable()
    {
        QFETCH(int, theme);
        applyTheme(*qApp, Theme(theme));
        const QPalette p = QApplication::palette();
        const QList<std::pair<QPalette::ColorRole, QPalette::ColorRole>> pairs{
            {QPalette::WindowText, QPalette::Window},       {QPalette::Text, QPalette::Base},
            {QPalette::PlaceholderText, QPalette::Base},    {QPalette::PlaceholderText, QPalette::Window},
            {QPalette::ButtonText, QPalette::Button},       {QPalette::HighlightedText, QPalette::Highlight},
            {QPalette::ToolTipText, QPalette::ToolTipBase}, {QPalette::Link, QPalette::Base}};
        for (const auto &[ink, ground] : pairs)
            QVERIFY2(contrast(p.color(ink), p.color(ground)) >= 4.5, qPrintable(QDebug::toString(ink)));
    }

    void theThemeChangesWhatIsOnScreen()
    {
        applyTheme(*qApp, Theme::Light);
        QLabel label(u"x"_s);
        makePage(&label);
        label.resize(40, 40);
        QCOMPARE(label.grab().toImage().pixelColor(1, 1), QColor(Qt::white));
        applyTheme(*qApp, Theme::Dark);
        QTRY_VERIFY(isDark(label.palette()));
        QVERIFY(label.grab().toImage().pixelColor(1, 1).lightness() < 64);
        applyTheme(*qApp, Theme::Light);
        QTRY_VERIFY(!isDark(label.palette()));
    }

    void controlsKeepTheirHeightAndGrowWithTheFont()
    {
        QPushButton button(u"Copy token"_s);
        QLineEdit field;
        QVERIFY(button.sizeHint().height() >= controlHeight && button.sizeHint().height() <= controlHeight + 4);
        QVERIFY(field.sizeHint().height() >= controlHeight && field.sizeHint().height() <= controlHeight + 4);
        QFont large = button.font();
        large.setPointSizeF(large.pointSizeF() * 3);
        button.setFont(large);
        QVERIFY(button.sizeHint().height() > controlHeight + 4);
        QVERIFY(button.sizeHint().width() >= button.fontMetrics().horizontalAdvance(button.text()) + 16);
    }

    void keyboardFocusIsVisible_data()
    {
        QTest::addColumn<int>("role");
        QTest::newRow("ordinary") << int(CalmStyle::Ordinary);
        QTest::newRow("primary") << int(CalmStyle::Primary);
        QTest::newRow("quiet") << int(CalmStyle::Quiet);
    }

    void keyboardFocusIsVisible()
    {
        QFETCH(int, role);
        QWidget window;
        QPushButton first(u"first"_s, &window);
        QPushButton second(u"second"_s, &window);
        second.move(0, 60);
        CalmStyle::setRole(&second, CalmStyle::Role(role));
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        first.setFocus();
        const QImage before = second.grab().toImage();
        QTest::keyClick(&window, Qt::Key_Tab);
        QVERIFY(second.hasFocus());
        QVERIFY(second.grab().toImage() != before);
    }

    void initialsStandForTheName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("initials");
        QTest::newRow("two words") << u"lumen.studio"_s << u"LS"_s;
        QTest::newRow("at sign") << u"@northwind_travel.eu"_s << u"NT"_s;
        QTest::newRow("one word") << u"shop"_s << u"S"_s;
        QTest::newRow("outside the basic plane") << u"\U00010428 x"_s << u"\U00010400X"_s;
        QTest::newRow("nothing to show") << u"@.."_s << QString();
        QTest::newRow("empty") << QString() << QString();
    }

    void initialsStandForTheName()
    {
        QFETCH(QString, name);
        QTEST(initialsOf(name), "initials");
    }

    void anAvatarShowsThePictureWhereItIsOne_data()
    {
        QTest::addColumn<QByteArray>("picture");
        QTest::addColumn<bool>("shown");
        QTest::newRow("png") << png({100, 60}, Qt::red) << true;
        QTest::newRow("none") << QByteArray() << false;
        QTest::newRow("garbage") << QByteArray("not an image") << false;
        QTest::newRow("cut short") << png({100, 60}, Qt::red).first(20) << false;
        QTest::newRow("too large") << png({5000, 1}, Qt::red) << false;
    }

    void anAvatarShowsThePictureWhereItIsOne()
    {
        QFETCH(QByteArray, picture);
        QFETCH(bool, shown);
        const QPixmap pixmap = avatar(picture, u"lumen"_s, 40, 2);
        QCOMPARE(pixmap.size(), QSize(80, 80));
        const QImage image = pixmap.toImage();
        QCOMPARE(image.pixelColor(40, 8) == QColor(Qt::red), shown);
        QCOMPARE(image.pixelColor(0, 0).alpha(), 0);
    }

    void theIconIsDrawnAtEverySize()
    {
        for (const int size : {16, 48, 256})
            QCOMPARE(programIcon().pixmap(QSize(size, size), 1.0).size(), QSize(size, size));
    }
};

QTEST_MAIN(TestStyle)
#include "tst_style.moc"
