// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/secretfield.h"
#include "connect/tokenway.h"
#include "mainwindow.h"
#include "style.h"
#include "support/canaries.h"
#include "support/connectstage.h"
#include "support/hearing.h"
#include "support/isolateddesktop.h"
#include "support/pastedtoken.h"
#include "support/sight.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDropEvent>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace tokendesk;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The window over everything below it, with tokens of Practice to be pasted.
class PasteStage : public ConnectStage
{
public:
    PasteStage()
    {
        services.desktop = isolatedDesktop(desk.folder());
        window = std::make_unique<MainWindow>(services);
        window->show();
    }
    ~PasteStage() { QApplication::clipboard()->clear(); }

    QByteArray token(qsizetype account = 0) const { return mintPracticeToken(givenToken(clock.now(), account)); }

    static void copy(const QByteArray &text) { QApplication::clipboard()->setText(QString::fromLatin1(text)); }

    /// The dialog at the page where a token is pasted.
    void openPage() const { tokendesk::click(u"emptyToken"_s); }

    void paste(const QByteArray &text) const
    {
        copy(text);
        tokendesk::click(u"pasteToken"_s);
    }

    QString heldKey() { return desk.accounts().all().value(0).tokenKey; }

    std::unique_ptr<MainWindow> window;
};

bool comesToSee(const QString &name)
{
    return QTest::qWaitFor([&name] { return seen(name) != nullptr; });
}

/// What a drag of that brings, dropped in the middle.
bool drop(QWidget *target, const QMimeData &data)
{
    const QPoint middle = target->rect().center();
    QDragEnterEvent enter(middle, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(target, &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent event(middle, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(target, &event);
    return event.isAccepted() && event.dropAction() == Qt::CopyAction;
}

QString cell(int row, int column)
{
    const auto *table = seen<QTreeView>(u"tokenList"_s);
    return table ? table->model()->index(row, column).data().toString() : QString();
}

} // namespace

/// "I already have a token" as a person goes it, with mouse and keyboard, against Practice.
class TestPastePages : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { applyTheme(*qApp, Theme::Light); }
    void init() { m_stage = std::make_unique<PasteStage>(); }
    void cleanup()
    {
        m_stage->window.reset();
        m_stage.reset();
    }

    void aTokenOnTheClipboardTakesThreeClicks();
    void theKeyboardAloneWillDo();
    void theWayPageLeadsToItAndBack();
    void whatIsPastedIsRecognisedAtOnce_data();
    void whatIsPastedIsRecognisedAtOnce();
    void theFieldGivesNothingBack();
    void typingAndClearing();
    void aRefusalIsSaidAndCanBeTriedAgain();
    void stoppingStoresNothing();
    void anotherOneBeginsEmpty();
    void aTextIsDroppedOnTheWindow();
    void aFileIsDroppedOnTheWindow();
    void aFileOfManyIsCheckedAndKept();
    void severalPastedOnesAreAList();
    void aListIsStopped();
    void whatCannotBeReadIsSaid();

private:
    PasteStage &stage() { return *m_stage; }
    QString writeFile(const QString &name, const QByteArray &content)
    {
        const QString path = stage().desk.folder() + u'/' + name;
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path : QString();
    }

    std::unique_ptr<PasteStage> m_stage;
};

void TestPastePages::aTokenOnTheClipboardTakesThreeClicks()
{
    const QByteArray token = stage().token();
    PasteStage::copy(token);
    click(u"emptyToken"_s); // the first
    click(u"pasteToken"_s); // the second
    QVERIFY(textOf(u"tokenRecognised"_s).contains("Practice"_L1));
    click(u"connectPrimary"_s); // the third
    QVERIFY(comesToSee(u"doneTitle"_s));
    const Account account = stage().desk.accounts().all().value(0);
    QCOMPARE(textOf(u"doneTitle"_s), u"Connected @%1"_s.arg(account.username));
    QVERIFY(textOf(u"doneLife"_s).contains("after a day"_L1));
    QCOMPARE(account.custody, Custody::Keychain);
    QCOMPARE(stage().keychain.value(stage().heldKey()).view().toByteArray(), token);
    click(u"copyToken"_s);
    QTRY_COMPARE(QApplication::clipboard()->text().toLatin1(), token);
    click(u"connectClose"_s);
    QTRY_VERIFY(!seen(u"connectDialog"_s));
    QVERIFY(seen(u"accountsView"_s));
}

void TestPastePages::theKeyboardAloneWillDo()
{
    PasteStage::copy(stage().token());
    QVERIFY(QTest::qWaitForWindowActive(stage().window.get()));
    while (QApplication::focusWidget()->objectName() != "emptyToken"_L1)
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QTRY_VERIFY(QApplication::focusWidget() && QApplication::focusWidget()->objectName() == "tokenInput"_L1);
    QTest::keySequence(QApplication::focusWidget(), QKeySequence::Paste);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QVERIFY(comesToSee(u"doneTitle"_s));
    QCOMPARE(stage().desk.accounts().all().size(), 1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!seen(u"connectDialog"_s));
}

void TestPastePages::theWayPageLeadsToItAndBack()
{
    click(u"emptyConnect"_s);
    click(u"tokenCard"_s);
    QVERIFY(seen(u"tokenInput"_s));
    click(u"connectBack"_s);
    QVERIFY(seen(u"tokenCard"_s));
    click(u"tokenCard"_s);
    stage().paste(stage().token());
    click(u"connectPrimary"_s);
    QVERIFY(comesToSee(u"doneTitle"_s));
}

void TestPastePages::whatIsPastedIsRecognisedAtOnce_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("says");
    QTest::addColumn<bool>("goesOn");
    const QByteArray tail = QByteArray("x7Qz").repeated(40);
    QTest::newRow("Instagram") << QByteArray("IG") + "AAJ1" + tail << u"This is an Instagram token."_s << true;
    QTest::newRow("Facebook") << QByteArray("EA") + "AGm" + tail << u"asks Facebook"_s << true;
    QTest::newRow("Basic Display") << QByteArray("IG") + "QVJ" + tail << u"4 December 2024"_s << false;
    QTest::newRow("app") << QByteArray("1234567890123456|abcdefghijklmnopqrstuvwxyz1") << u"an app itself"_s << true;
    QTest::newRow("cut off") << QByteArray("IG") + "AAJ1x7Qz…" << u"is missing"_s << false;
    QTest::newRow("app secret") << QByteArray("0123abcd").repeated(4) << u"app secret"_s << false;
    QTest::newRow("number") << QByteArray("1234567890123456") << u"only a number"_s << false;
    QTest::newRow("code") << QByteArray("https://localhost/?code=AQB#_") << u"a code"_s << false;
    QTest::newRow("old scopes") << QByteArray("https://www.instagram.com/oauth/authorize?scope=business_basic")
                                << u"27 January 2025"_s << false;
    QTest::newRow("prose") << QByteArray("hello") << u"no token in this text"_s << false;
}

void TestPastePages::whatIsPastedIsRecognisedAtOnce()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, says);
    stage().openPage();
    QVERIFY(textOf(u"tokenRecognised"_s).contains("Generate token"_L1));
    QVERIFY(!seen(u"connectPrimary"_s)->isEnabled());
    QApplication::clipboard()->setText(QString::fromUtf8(text));
    click(u"pasteToken"_s);
    QVERIFY2(textOf(u"tokenRecognised"_s).contains(says), qPrintable(textOf(u"tokenRecognised"_s)));
    QTEST(seen(u"connectPrimary"_s)->isEnabled(), "goesOn");
    QVERIFY(!everythingTold().contains(QString::fromUtf8(text)));
}

void TestPastePages::theFieldGivesNothingBack()
{
    const QByteArray token = stage().token();
    Canaries canaries;
    canaries.plant(token);
    stage().openPage();
    stage().paste(token);
    QApplication::clipboard()->clear();
    auto *field = seen<SecretField>(u"tokenInput"_s);
    QVERIFY(field->accessibleDescription().contains("180"_L1));
    QAccessibleInterface *access = QAccessible::queryAccessibleInterface(field);
    QCOMPARE(access->role(), QAccessible::EditableText);
    QVERIFY(access->state().passwordEdit && access->text(QAccessible::Value).isEmpty());
    QVERIFY(canaries.in(everythingTold().toUtf8()).isEmpty());
    for (const QKeySequence::StandardKey key : {QKeySequence::SelectAll, QKeySequence::Copy, QKeySequence::Undo})
        QTest::keySequence(field, key);
    QVERIFY(QApplication::clipboard()->text().isEmpty());
    QTest::keySequence(field, QKeySequence::Cut);
    QVERIFY(QApplication::clipboard()->text().isEmpty());
    QTest::keySequence(field, QKeySequence::Undo);
    QVERIFY(field->content().isEmpty());
}

void TestPastePages::typingAndClearing()
{
    stage().openPage();
    auto *field = seen<SecretField>(u"tokenInput"_s);
    QTest::keyClicks(field, QString::fromLatin1(stage().token()));
    QVERIFY(seen(u"connectPrimary"_s)->isEnabled());
    click(u"clearToken"_s);
    QVERIFY(field->content().isEmpty() && field->window()->focusWidget() == field);
    QVERIFY(!seen(u"connectPrimary"_s)->isEnabled());
    QVERIFY(!seen(u"clearToken"_s)->isEnabled());
}

void TestPastePages::aRefusalIsSaidAndCanBeTriedAgain()
{
    stage().server.inject({.name = u"expired"_s, .endpoint = u"me"_s, .times = 1});
    stage().openPage();
    stage().paste(stage().token());
    click(u"connectPrimary"_s);
    QVERIFY(comesToSee(u"errorHappened"_s));
    QVERIFY(textOf(u"errorHappened"_s).contains("has run out"_L1));
    QVERIFY(textOf(u"errorTodo"_s).contains("where this one came from"_L1));
    QVERIFY(!seen(u"connectLink"_s));
    click(u"connectBack"_s);
    QVERIFY(!seen<SecretField>(u"tokenInput"_s)->content().isEmpty());
    click(u"connectPrimary"_s);
    QVERIFY(comesToSee(u"doneTitle"_s));
}

void TestPastePages::stoppingStoresNothing()
{
    stage().server.inject({.name = u"hang"_s, .endpoint = u"permissions"_s});
    stage().openPage();
    stage().paste(stage().token());
    click(u"connectPrimary"_s);
    QVERIFY(comesToSee(u"busyHeading"_s));
    QTRY_VERIFY(stage().server.requests().contains("GET /me/permissions"_L1));
    click(u"connectClose"_s);
    QTRY_VERIFY(!seen(u"connectDialog"_s));
    stage().server.clearFaults();
    QVERIFY(stage().desk.accounts().all().isEmpty());
    QVERIFY(stage().keychain.keys().isEmpty());
}

void TestPastePages::anotherOneBeginsEmpty()
{
    stage().openPage();
    stage().paste(stage().token());
    click(u"connectPrimary"_s);
    QVERIFY(comesToSee(u"doneTitle"_s));
    click(u"connectLink"_s);
    QVERIFY(seen<SecretField>(u"tokenInput"_s)->content().isEmpty());
    stage().paste(stage().token(1));
    click(u"connectPrimary"_s);
    QTRY_COMPARE(stage().desk.accounts().all().size(), 2);
}

// -- dropped

void TestPastePages::aTextIsDroppedOnTheWindow()
{
    QMimeData data;
    data.setText(u"token: "_s + QString::fromLatin1(stage().token()));
    QVERIFY(drop(stage().window.get(), data));
    QVERIFY(comesToSee(u"tokenInput"_s));
    QVERIFY(seen(u"connectPrimary"_s)->isEnabled());
    QMimeData picture;
    picture.setData(u"image/png"_s, "\x89PNG");
    QVERIFY(!drop(seen(u"tokenInput"_s)->parentWidget(), picture));
    QMimeData link;
    link.setUrls({QUrl(u"https://example.org/?access_token="_s + QString::fromLatin1(stage().token()))});
    link.setText(link.urls().first().toString());
    QVERIFY(drop(seen(u"tokenInput"_s)->parentWidget(), link));
    QVERIFY(seen(u"connectPrimary"_s)->isEnabled());
    data.setText(u"nothing"_s);
    QVERIFY(drop(seen(u"tokenInput"_s)->parentWidget(), data));
    QVERIFY(!seen(u"connectPrimary"_s)->isEnabled());
}

void TestPastePages::aFileIsDroppedOnTheWindow()
{
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(writeFile(u"picture.png"_s, "x"))});
    QVERIFY(!drop(stage().window.get(), data));
    data.setUrls({QUrl::fromLocalFile(writeFile(u"token.txt"_s, stage().token() + '\n'))});
    QVERIFY(drop(stage().window.get(), data));
    QVERIFY(comesToSee(u"tokenInput"_s));
    click(u"connectPrimary"_s);
    QVERIFY(comesToSee(u"doneTitle"_s));
}

// -- many

void TestPastePages::aFileOfManyIsCheckedAndKept()
{
    const QByteArray broken = stage().token(2).chopped(7);
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(writeFile(u"tokens.csv"_s,
                                                "name;token\nShop;" + stage().token() + "\nBlog;" + stage().token(1)
                                                    + "\nOld;" + broken + "\nNone;\n"))});
    QVERIFY(drop(stage().window.get(), data));
    QVERIFY(comesToSee(u"tokenList"_s));
    QCOMPARE(cell(0, 1), u"Practice token"_s);
    QCOMPARE(cell(0, 2), u"Shop"_s);
    QVERIFY(textOf(u"tokenListSummary"_s).startsWith("3 "_L1));
    QCOMPARE(cell(3, 3), u"◆ nothing stands in this row"_s);
    click(u"connectPrimary"_s);
    QTRY_COMPARE(stage().desk.accounts().all().size(), 2);
    QTRY_VERIFY(cell(2, 3).contains("cannot read this token"_L1));
    QVERIFY(cell(0, 3).contains("kept"_L1));
    QVERIFY(textOf(u"tokenListSummary"_s).contains(u"2 kept"_s));
    QVERIFY(textOf(u"tokenListSummary"_s).contains(u"2 not kept"_s));
    QVERIFY(!seen(u"connectPrimary"_s));
    QCOMPARE(textOf(u"connectClose"_s), u"Done"_s);
    QStringList names;
    for (const Account &account : stage().desk.accounts().all())
        names << account.displayName();
    names.sort();
    QCOMPARE(names, (QStringList{u"Blog"_s, u"Shop"_s}));
    click(u"connectClose"_s);
    QTRY_VERIFY(seen(u"accountsView"_s) && !seen(u"connectDialog"_s));
}

void TestPastePages::severalPastedOnesAreAList()
{
    stage().openPage();
    stage().paste(stage().token() + '\n' + stage().token(1));
    QVERIFY(textOf(u"tokenRecognised"_s).contains("2 tokens"_L1));
    click(u"connectPrimary"_s);
    QVERIFY(seen(u"tokenList"_s));
    click(u"connectPrimary"_s);
    QTRY_COMPARE(stage().desk.accounts().all().size(), 2);
    click(u"connectBack"_s);
    QVERIFY(seen<SecretField>(u"tokenInput"_s)->content().isEmpty());
}

void TestPastePages::aListIsStopped()
{
    stage().server.inject({.name = u"hang"_s, .endpoint = u"me"_s});
    stage().openPage();
    stage().paste(stage().token() + '\n' + stage().token(1));
    click(u"connectPrimary"_s);
    click(u"connectPrimary"_s);
    QTRY_COMPARE(stage().server.requests().count("GET /v25.0/me"_L1), 1);
    QCOMPARE(textOf(u"connectPrimary"_s), u"Stop"_s);
    QVERIFY(seen(u"tokenListProgress"_s));
    click(u"connectPrimary"_s);
    QVERIFY(textOf(u"tokenListSummary"_s).contains(u"2 not checked yet"_s));
    stage().server.clearFaults();
    click(u"connectPrimary"_s);
    QTRY_COMPARE(stage().desk.accounts().all().size(), 2);
}

void TestPastePages::whatCannotBeReadIsSaid()
{
    stage().openPage();
    auto *dialog = qobject_cast<ConnectDialog *>(seen(u"connectDialog"_s));
    dialog->askForToken(failure(ErrorKind::Storage, u"gone"_s));
    QVERIFY(textOf(u"tokenRecognised"_s).contains("could not be read"_L1));
    dialog->askForToken(Secret(QByteArray("a\n").repeated(140'000)));
    QVERIFY(textOf(u"tokenRecognised"_s).contains("10,000"_L1));
}

QTEST_MAIN(TestPastePages)
#include "tst_pastepages.moc"
