// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/catalog.h"
#include "translation.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QXmlStreamReader>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace tokendesk;

namespace {

const QString top = QStringLiteral(TOKENDESK_SOURCE_DIR);

struct Message
{
    QString context;
    QString source;
    QString comment;
    bool plural = false;
    bool finished = false;
    QStringList translations; ///< one, or one per plural form

    QString key() const { return context + u" | "_s + source + u" | "_s + comment; }
};

void readTranslation(QXmlStreamReader &xml, Message &message)
{
    message.finished = !xml.attributes().hasAttribute("type"_L1); // unfinished, vanished, obsolete
    if (!message.plural) {
        message.translations.append(xml.readElementText());
        return;
    }
    while (xml.readNextStartElement())
        message.translations.append(xml.readElementText());
}

Message readMessage(QXmlStreamReader &xml, const QString &context)
{
    Message message;
    message.context = context;
    message.plural = xml.attributes().value("numerus"_L1) == "yes"_L1;
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1)
            message.source = xml.readElementText();
        else if (xml.name() == "comment"_L1)
            message.comment = xml.readElementText();
        else if (xml.name() == "translation"_L1)
            readTranslation(xml, message);
        else
            xml.skipCurrentElement();
    }
    return message;
}

/// The messages of a .ts file; empty where it cannot be read.
QList<Message> readMessages(const QString &fileName)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> messages;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1)
            context = xml.readElementText();
        else if (xml.name() == "message"_L1)
            messages.append(readMessage(xml, context));
    }
    return messages;
}

QString fileOf(const QString &language)
{
    return u"%1/translations/tokendesk_%2.ts"_s.arg(top, language);
}

/// "%1", "%n", "%L1" and HTML tags, sorted.
QStringList placeholders(const QString &text)
{
    static const QRegularExpression pattern(u"%L?(?:\\d+|n)|</?[a-z]+[^>]*>"_s);
    QStringList found;
    for (auto match = pattern.globalMatch(text); match.hasNext();)
        found.append(match.next().captured());
    found.sort();
    return found;
}

/// Marks a shortcut, other than "&&".
bool hasMnemonic(const QString &text)
{
    static const QRegularExpression pattern(u"(?<!&)&[^&\\s]"_s);
    return text.contains(pattern);
}

QString ending(const QString &text)
{
    static const QRegularExpression pattern(u"(?:…|\\.|:|\\?|!)?\\s*$"_s);
    return pattern.match(text).captured();
}

/// What is wrong with a translation, or nothing.
QString faultOf(const Message &message)
{
    if (!message.finished || message.translations.isEmpty())
        return u"is not translated"_s;
    for (const QString &text : message.translations) {
        if (text.trimmed().isEmpty())
            return u"is empty"_s;
        // "1 day" may spell its number out, or leave it away.
        if (!message.plural && placeholders(text) != placeholders(message.source))
            return u"has other placeholders"_s;
        if (hasMnemonic(text) != hasMnemonic(message.source))
            return u"has a shortcut too many or too few"_s;
        if (ending(text) != ending(message.source))
            return u"ends otherwise"_s;
    }
    return {};
}

} // namespace

class TestTranslations : public QObject
{
    Q_OBJECT
private slots:
    void faultsAreSeen_data();
    void faultsAreSeen();
    void everySentenceIsTranslated_data() { languages(); }
    void everySentenceIsTranslated();
    void everySentenceOfTheSourcesIsListed_data() { languages(); }
    void everySentenceOfTheSourcesIsListed();
    void noEnglishProviderSentenceIsLeft();
    void englishCountsOneAndMany();
    void anyOtherLanguageCountsInEnglish_data();
    void anyOtherLanguageCountsInEnglish();
    void qtsOwnTextsAreTranslated();

private:
    static void languages();
};

void TestTranslations::languages()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("German") << u"de"_s;
    QTest::newRow("English plurals") << u"en"_s;
}

void TestTranslations::faultsAreSeen_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("translation");
    QTest::addColumn<QString>("fault");
    QTest::newRow("good") << u"&Copy %1…"_s << u"%1 &kopieren…"_s << QString();
    QTest::newRow("and sign") << u"Tom && Co"_s << u"Tom und Co"_s << QString();
    QTest::newRow("empty") << u"Copy"_s << u" "_s << u"is empty"_s;
    QTest::newRow("placeholder lost") << u"Until %1"_s << u"Bis"_s << u"has other placeholders"_s;
    QTest::newRow("placeholder twice") << u"Until %1"_s << u"%1 bis %1"_s << u"has other placeholders"_s;
    QTest::newRow("tag lost") << u"A <b>b</b>"_s << u"A b"_s << u"has other placeholders"_s;
    QTest::newRow("shortcut lost") << u"&Copy"_s << u"Kopieren"_s << u"has a shortcut too many or too few"_s;
    QTest::newRow("ending") << u"Copy…"_s << u"Kopieren"_s << u"ends otherwise"_s;
}

void TestTranslations::faultsAreSeen()
{
    QFETCH(QString, source);
    QFETCH(QString, translation);
    QTEST(faultOf({u"Test"_s, source, {}, false, true, {translation}}), "fault");
    QCOMPARE(faultOf({u"Test"_s, source, {}, false, false, {translation}}), u"is not translated"_s);
}

void TestTranslations::everySentenceIsTranslated()
{
    QFETCH(QString, language);
    const QList<Message> messages = readMessages(fileOf(language));
    QVERIFY(!messages.isEmpty());
    QStringList faults;
    for (const Message &message : messages) {
        if (const QString fault = faultOf(message); !fault.isEmpty())
            faults.append(message.key() + u' ' + fault);
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

void TestTranslations::everySentenceOfTheSourcesIsListed()
{
    QFETCH(QString, language);
    const QTemporaryDir folder;
    const QString fresh = folder.filePath(u"tokendesk_%1.ts"_s.arg(language));
    QStringList arguments{u"-silent"_s,          u"-extensions"_s, u"cpp,h"_s,
                          top + "/app"_L1,       top + "/ui"_L1,   QStringLiteral(TOKENDESK_SENTENCES),
                          u"-target-language"_s, language};
    if (language == "en"_L1)
        arguments << u"-pluralonly"_s;
    QCOMPARE(QProcess::execute(QStringLiteral(TOKENDESK_LUPDATE), arguments << u"-ts"_s << fresh), 0);

    QSet<QString> listed;
    for (const Message &message : readMessages(fileOf(language)))
        listed.insert(message.key());
    QStringList forgotten;
    const QList<Message> inSources = readMessages(fresh);
    for (const Message &message : inSources) {
        if (!listed.contains(message.key()))
            forgotten.append(message.key());
    }
    QVERIFY(!inSources.isEmpty());
    QVERIFY2(forgotten.isEmpty(),
             qPrintable(u"build the target update_translations and translate:\n"_s + forgotten.join(u'\n')));
    QCOMPARE(listed.size(), inSources.size());
}

void TestTranslations::noEnglishProviderSentenceIsLeft()
{
    const Catalog english(QString{});
    QVERIFY(!english.providers().isEmpty()); // read before there is a translator
    QTranslator translator;
    QVERIFY(translator.load(u":/i18n/tokendesk_de.qm"_s));
    QCoreApplication::installTranslator(&translator);
    const Catalog german(QString{}, u"de"_s);
    QCOMPARE(german.providers().size(), english.providers().size());
    QVERIFY(german.providers().size() >= 2);
    for (qsizetype i = 0; i < german.providers().size(); ++i) {
        const QList<Scope> &before = english.providers().at(i).scopes;
        const QList<Scope> &after = german.providers().at(i).scopes;
        QVERIFY(!before.isEmpty());
        QCOMPARE(after.size(), before.size());
        for (qsizetype scope = 0; scope < after.size(); ++scope) {
            QVERIFY2(after.at(scope).title != before.at(scope).title, qPrintable(before.at(scope).title));
            QVERIFY2(after.at(scope).sentence != before.at(scope).sentence, qPrintable(before.at(scope).sentence));
        }
        const QList<Preset> &jobs = english.providers().at(i).presets;
        const QList<Preset> &inGerman = german.providers().at(i).presets;
        QVERIFY(!jobs.isEmpty());
        for (qsizetype job = 0; job < jobs.size(); ++job) {
            QVERIFY2(inGerman.at(job).title != jobs.at(job).title, qPrintable(jobs.at(job).title));
            QVERIFY2(inGerman.at(job).sentence != jobs.at(job).sentence, qPrintable(jobs.at(job).sentence));
        }
    }
}

void TestTranslations::englishCountsOneAndMany()
{
    QTranslator translator;
    QVERIFY(translator.load(u":/i18n/tokendesk_en.qm"_s));
    for (const Message &message : readMessages(fileOf(u"en"_s))) {
        const auto counted = [&](int n) {
            return translator.translate(message.context.toUtf8().constData(), message.source.toUtf8().constData(),
                                        message.comment.toUtf8().constData(), n);
        };
        QVERIFY2(!counted(1).isEmpty(), qPrintable(message.key()));
        QVERIFY2(!counted(2).isEmpty(), qPrintable(message.key()));
    }
}

void TestTranslations::anyOtherLanguageCountsInEnglish_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << u"en"_s;
    QTest::newRow("British English") << u"en_GB"_s;
    QTest::newRow("not translated yet") << u"fr"_s;
    QTest::newRow("none") << u"C"_s;
}

void TestTranslations::anyOtherLanguageCountsInEnglish()
{
    QFETCH(QString, language);
    Translation translation;
    translation.use(language);
    QCOMPARE(QCoreApplication::translate("ErrorText", "Try again in %n minute(s).", nullptr, 1),
             u"Try again in 1 minute."_s);
    QCOMPARE(QCoreApplication::translate("ErrorText", "Try again in %n minute(s).", nullptr, 2),
             u"Try again in 2 minutes."_s);
}

void TestTranslations::qtsOwnTextsAreTranslated()
{
    QTranslator translator;
    QVERIFY(translator.load(u":/i18n/qtbase_de.qm"_s));
    QCOMPARE(translator.translate("QPlatformTheme", "Cancel"), u"Abbrechen"_s);
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
