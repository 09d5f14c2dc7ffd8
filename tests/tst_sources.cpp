// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const QString top = QStringLiteral(TOKENDESK_SOURCE_DIR);
constexpr int longestFile = 400;

struct SourceFile
{
    QString path; ///< from the top of the project
    QString text;

    QString room() const { return path.section(u'/', 0, path.startsWith("app/"_L1) ? 1 : 0); }
};

QString readFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QList<SourceFile> filesIn(const QStringList &folders, const QStringList &patterns)
{
    QList<SourceFile> files;
    for (const QString &folder : folders) {
        QDirIterator entry(top + u'/' + folder, patterns, QDir::Files, QDirIterator::Subdirectories);
        while (entry.hasNext()) {
            const QString path = entry.next();
            files.append({QDir(top).relativeFilePath(path), readFile(path)});
        }
    }
    return files;
}

QList<SourceFile> codeIn(const QStringList &folders)
{
    return filesIn(folders, {u"*.cpp"_s, u"*.h"_s});
}

/// The code without its comments, each line where it was. A "//" within a text has no blank before it.
QString withoutComments(QString code)
{
    static const QRegularExpression comment(uR"((?:^|(?<=\s))//[^\n]*)"_s, QRegularExpression::MultilineOption);
    return code.remove(comment);
}

QStringList matches(const SourceFile &file, const QRegularExpression &pattern)
{
    QStringList found;
    const QString code = withoutComments(file.text);
    for (auto match = pattern.globalMatch(code); match.hasNext();) {
        const QRegularExpressionMatch one = match.next();
        const qsizetype line = QStringView(code).first(one.capturedStart()).count(u'\n') + 1;
        found.append(u"%1:%2: %3"_s.arg(file.path).arg(line).arg(one.captured().simplified()));
    }
    return found;
}

} // namespace

/// What the design forbids and a machine can see.
class TestSources : public QObject
{
    Q_OBJECT
private slots:
    void forbiddenCallsAreFound_data() { rules(); }
    void forbiddenCallsAreFound();
    void noForbiddenCallIsMade_data() { rules(); }
    void noForbiddenCallIsMade();
    void roomsIncludeOnlyWhatIsBelowThem_data();
    void roomsIncludeOnlyWhatIsBelowThem();
    void theCoreKnowsNoWidget();
    void everyFileNamesItsLicence();
    void noFileIsTooLong();

private:
    static void rules();
};

void TestSources::rules()
{
    QTest::addColumn<QStringList>("folders");
    QTest::addColumn<QString>("pattern");
    QTest::addColumn<QString>("culprit");

    const QStringList all{u"app"_s, u"ui"_s};
    const auto rule = [](const char *name, const QStringList &folders, const QString &pattern, const QString &culprit) {
        QTest::newRow(name) << folders << pattern << culprit;
    };
    // Security
    rule("certificate errors are not ignored", all, u"ignoreSslErrors"_s, u"reply->ignoreSslErrors();"_s);
    // All but signin, whose server asks browsers for no certificate.
    rule(
        "peers are verified",
        {u"app/base"_s, u"app/provider"_s, u"app/graph"_s, u"app/accounts"_s, u"app/practice"_s, u"app/cli"_s, u"ui"_s},
        u"\\bVerifyNone\\b"_s, u"setPeerVerifyMode(QSslSocket::VerifyNone)"_s);
    rule("no keychain made of plain files", all, uR"(setInsecureFallback\(\s*true)"_s, u"setInsecureFallback(true)"_s);
    rule("random numbers come from the system", all, u"QRandomGenerator::global|\\bs?rand\\(|mt19937"_s,
         u"QRandomGenerator::global()->generate()"_s);
    rule("no address without TLS outside this computer", all, uR"(http://(?!127\.0\.0\.1|localhost|\[::1\]|%1|"))"_s,
         u"\"http://example.org/\""_s);
    rule("no network text in the log", all, uR"(\bqC?(?:Debug|Info|Warning|Critical)\b[^;]*errorString\()"_s,
         u"qCWarning(lcGraph)\n    << reply->errorString();"_s);
    rule("no network text in errors", {u"app/graph"_s, u"app/signin"_s}, u"[rR]eply(?:->|\\.)errorString\\("_s,
         u"m_reply->errorString()"_s);
    // Asynchrony
    rule("no nested event loop", all, u"\\bQEventLoop\\b|processEvents\\("_s, u"QEventLoop loop;"_s);
    rule("no blocking wait", all,
         u"\\bwaitFor(?:ReadyRead|BytesWritten|Connected|Disconnected|Encrypted|NewConnection|Started|Finished)\\b"_s,
         u"socket->waitForReadyRead()"_s);
    rule("no dialog that holds the loop", {u"ui"_s},
         u"[dD]ialog(?:\\.|->)exec\\(|[mM]enu(?:\\.|->)exec\\(|QMessageBox::(?:question|information|warning|critical)"
         u"\\(|"
         u"QInputDialog::get|QFileDialog::get"_s,
         u"dialog.exec()"_s);
    rule("no thread", all, u"\\bQThread\\b|\\bstd::j?thread\\b|\\bQtConcurrent\\b|\\bQFuture\\b"_s,
         u"QThread worker;"_s);
    // Style
    rule("no sender()", all, u"\\bsender\\(\\)"_s, u"auto *button = sender();"_s);
    rule("no shared ownership", all, u"\\bshared_ptr\\b|\\bQSharedPointer\\b"_s,
         u"std::shared_ptr<Account> account;"_s);
    rule("no singleton", all, u"static [\\w:]+ ?[&*] ?instance\\("_s, u"static Accounts &instance();"_s);
    rule("no string-based connection", all, u"\\b(?:SIGNAL|SLOT)\\("_s, u"connect(a, SIGNAL(done()))"_s);
    rule("one include guard", all, u"#ifndef \\w+_H_?\\b"_s, u"#ifndef ACCOUNT_H"_s);
}

void TestSources::forbiddenCallsAreFound()
{
    QFETCH(QString, pattern);
    QFETCH(QString, culprit);
    const QRegularExpression expression(pattern);
    QVERIFY2(expression.isValid(), qPrintable(expression.errorString()));
    QCOMPARE(matches({u"app/x.cpp"_s, culprit}, expression).size(), 1);
    QCOMPARE(matches({u"app/x.cpp"_s, "int x; // "_L1 + culprit.section(u'\n', -1)}, expression), QStringList());
}

void TestSources::noForbiddenCallIsMade()
{
    QFETCH(QStringList, folders);
    QFETCH(QString, pattern);
    const QRegularExpression expression(pattern);
    const QList<SourceFile> files = codeIn(folders);
    QVERIFY(!files.isEmpty());
    QStringList found;
    for (const SourceFile &file : files)
        found += matches(file, expression);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TestSources::roomsIncludeOnlyWhatIsBelowThem_data()
{
    QTest::addColumn<QString>("room");
    QTest::addColumn<QStringList>("below");
    const auto row = [](const char *room, const QString &below) {
        QTest::newRow(room) << QString::fromLatin1(room) << below.split(u' ', Qt::SkipEmptyParts);
    };
    row("base", {});
    row("provider", u"base"_s);
    row("graph", u"base provider"_s);
    row("signin", u"base provider graph"_s);
    row("accounts", u"base provider graph signin"_s);
    row("handout", u"base provider graph signin accounts"_s);
    row("practice", u"base"_s);
    row("desktop", u"base"_s);
    row("forget", u"base provider graph signin accounts desktop"_s);
    row("doctor", u"base provider graph signin accounts desktop"_s);
    row("cli", u"base provider graph signin accounts handout practice desktop forget doctor"_s);
}

void TestSources::roomsIncludeOnlyWhatIsBelowThem()
{
    QFETCH(QString, room);
    QFETCH(QStringList, below);
    static const QRegularExpression include(u"^#include \"([^\"/]+)/?[^\"]*\""_s, QRegularExpression::MultilineOption);
    const QStringList allowed = below << room;
    QStringList found;
    for (const SourceFile &file : codeIn({"app/"_L1 + room})) {
        for (auto match = include.globalMatch(file.text); match.hasNext();) {
            const QRegularExpressionMatch one = match.next();
            const bool generatedByMoc = one.captured(1).startsWith("moc_"_L1);
            if (!generatedByMoc && !allowed.contains(one.captured(1)))
                found.append(file.path + ": "_L1 + one.captured());
        }
    }
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TestSources::theCoreKnowsNoWidget()
{
    static const QRegularExpression gui(
        u"#include <(?:QtGui/|QtWidgets/|Q(?:Gui)?Application>|Q(?:Widget|Window|Image|Pixmap|Color|Icon|Font|Painter|"
        u"Clipboard|DesktopServices|Dialog|Label|Action|Style|Palette)>)"_s);
    QStringList found;
    for (const SourceFile &file : codeIn({u"app"_s}))
        found += matches(file, gui);
    QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
}

void TestSources::everyFileNamesItsLicence()
{
    QList<SourceFile> files = codeIn({u"app"_s, u"ui"_s, u"tests"_s});
    files += filesIn({u"app"_s, u"ui"_s, u"tests"_s, u"translations"_s, u"resources"_s, u".ci"_s},
                     {u"CMakeLists.txt"_s, u"run"_s, u"*.sh"_s, u"with-*"_s, u"*.cmake"_s, u"*.py"_s});
    QVERIFY(files.size() > 20);
    for (const SourceFile &file : std::as_const(files)) {
        const QString start = file.text.section(u'\n', 0, 2);
        QVERIFY2(start.contains("SPDX-License-Identifier: GPL-3.0-or-later"_L1), qPrintable(file.path));
    }
}

void TestSources::noFileIsTooLong()
{
    for (const SourceFile &file : codeIn({u"app"_s, u"ui"_s, u"tests/support"_s, u"tests/tour"_s, u"tests/bench"_s}))
        QVERIFY2(file.text.count(u'\n') <= longestFile, qPrintable(file.path));
}

QTEST_GUILESS_MAIN(TestSources)
#include "tst_sources.moc"
