// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/scopechoice.h"

#include "provider/catalog.h"

#include <QTest>

using namespace tokendesk;
using namespace Qt::StringLiterals;

namespace {

Provider provider()
{
    Provider provider;
    const auto add = [&provider](const QString &id, const QStringList &needs) {
        provider.scopes.append({.id = id, .title = id, .sentence = id, .needs = needs});
    };
    add(u"basic"_s, {});
    add(u"pages"_s, {u"basic"_s});
    add(u"posts"_s, {u"pages"_s});
    add(u"messages"_s, {});
    add(u"numbers"_s, {});
    provider.scopes[0].required = true;
    provider.presets = {{.id = u"publish"_s, .title = {}, .sentence = {}, .scopes = {u"posts"_s}},
                        {.id = u"answer"_s, .title = {}, .sentence = {}, .scopes = {u"messages"_s}},
                        {.id = u"manage"_s, .title = {}, .sentence = {}, .scopes = {u"posts"_s, u"messages"_s}}};
    return provider;
}

} // namespace

class TestScopeChoice : public QObject
{
    Q_OBJECT
private slots:
    void aJobTicksWhatItTakesAndWhatThatNeeds();
    void jobsAddUpAndAreTakenBackOneByOne();
    void whatIsTickedByItselfOutlivesAJob();
    void uncheckingAPartEndsTheJob();
    void moreThanTheJobNeedsIsNamed();
    void theNeedsOfMoreAreNotNamedThemselves();
    void withoutAJobNobodyKnowsWhatIsTooMuch();
    void moreIsUnticked();
    void earlierTicksAreReadAsJobs_data();
    void earlierTicksAreReadAsJobs();
    void resetGoesBackToTheBeginning();
    void anUnknownJobChangesNothing();
    void builtInJobsAreNeverTooMuch();
};

void TestScopeChoice::aJobTicksWhatItTakesAndWhatThatNeeds()
{
    ScopeChoice choice(provider(), {});
    QCOMPARE(choice.scopes(), QStringList{u"basic"_s});
    choice.toggleJob(u"publish"_s);
    QCOMPARE(choice.scopes(), (QStringList{u"basic"_s, u"pages"_s, u"posts"_s}));
    QCOMPARE(choice.jobs(), QStringList{u"publish"_s});
    QVERIFY(choice.excess().isEmpty());
}

void TestScopeChoice::jobsAddUpAndAreTakenBackOneByOne()
{
    ScopeChoice choice(provider(), {});
    choice.toggleJob(u"manage"_s);
    choice.toggleJob(u"answer"_s);
    QCOMPARE(choice.jobs(), (QStringList{u"manage"_s, u"answer"_s}));
    choice.toggleJob(u"manage"_s); // the other job still has messages
    QCOMPARE(choice.scopes(), (QStringList{u"basic"_s, u"messages"_s}));
    choice.toggleJob(u"answer"_s);
    QCOMPARE(choice.scopes(), QStringList{u"basic"_s});
    QVERIFY(choice.jobs().isEmpty());
}

void TestScopeChoice::whatIsTickedByItselfOutlivesAJob()
{
    ScopeChoice choice(provider(), {});
    choice.toggle(u"pages"_s);
    choice.toggleJob(u"publish"_s);
    choice.toggleJob(u"publish"_s);
    QCOMPARE(choice.scopes(), (QStringList{u"basic"_s, u"pages"_s}));
}

void TestScopeChoice::uncheckingAPartEndsTheJob()
{
    ScopeChoice choice(provider(), {});
    choice.toggleJob(u"manage"_s);
    choice.toggle(u"messages"_s);
    QVERIFY(choice.jobs().isEmpty());
    QCOMPARE(choice.scopes(), (QStringList{u"basic"_s, u"pages"_s, u"posts"_s})); // the rest stays
}

void TestScopeChoice::moreThanTheJobNeedsIsNamed()
{
    ScopeChoice choice(provider(), {});
    choice.toggleJob(u"publish"_s);
    choice.toggle(u"numbers"_s);
    choice.toggle(u"messages"_s);
    QCOMPARE(choice.excess(), (QStringList{u"messages"_s, u"numbers"_s}));
    choice.toggleJob(u"answer"_s);
    QCOMPARE(choice.excess(), QStringList{u"numbers"_s});
}

void TestScopeChoice::theNeedsOfMoreAreNotNamedThemselves()
{
    ScopeChoice choice(provider(), {});
    choice.toggleJob(u"answer"_s);
    choice.toggle(u"posts"_s); // which needs pages
    QCOMPARE(choice.excess(), QStringList{u"posts"_s});
}

void TestScopeChoice::withoutAJobNobodyKnowsWhatIsTooMuch()
{
    ScopeChoice choice(provider(), {});
    choice.toggle(u"numbers"_s);
    QVERIFY(choice.excess().isEmpty());
}

void TestScopeChoice::moreIsUnticked()
{
    ScopeChoice choice(provider(), {});
    choice.toggleJob(u"answer"_s);
    choice.toggle(u"posts"_s);
    choice.dropExcess();
    QCOMPARE(choice.scopes(), (QStringList{u"basic"_s, u"messages"_s}));
    QCOMPARE(choice.jobs(), QStringList{u"answer"_s});
    QVERIFY(choice.excess().isEmpty());
}

void TestScopeChoice::earlierTicksAreReadAsJobs_data()
{
    QTest::addColumn<QStringList>("chosen");
    QTest::addColumn<QStringList>("jobs");
    QTest::newRow("none") << QStringList() << QStringList();
    QTest::newRow("one") << QStringList{u"posts"_s} << QStringList{u"publish"_s};
    QTest::newRow("as it was asked for, with its needs")
        << QStringList{u"basic"_s, u"pages"_s, u"posts"_s} << QStringList{u"publish"_s};
    QTest::newRow("the one that is all of it") << QStringList{u"messages"_s, u"posts"_s} << QStringList{u"manage"_s};
    QTest::newRow("more than any") << QStringList{u"posts"_s, u"numbers"_s} << QStringList();
    QTest::newRow("what nobody knows") << QStringList{u"posts"_s, u"gone"_s} << QStringList{u"publish"_s};
}

void TestScopeChoice::earlierTicksAreReadAsJobs()
{
    QFETCH(QStringList, chosen);
    QFETCH(QStringList, jobs);
    const ScopeChoice choice(provider(), chosen);
    QCOMPARE(choice.jobs(), jobs);
    QVERIFY(!choice.isChanged());
    QVERIFY(choice.excess().isEmpty());
}

void TestScopeChoice::resetGoesBackToTheBeginning()
{
    ScopeChoice choice(provider(), {u"posts"_s});
    choice.toggleJob(u"answer"_s);
    choice.toggle(u"posts"_s);
    QVERIFY(choice.isChanged());
    choice.reset();
    QVERIFY(!choice.isChanged());
    QCOMPARE(choice.scopes(), (QStringList{u"basic"_s, u"pages"_s, u"posts"_s}));
    QCOMPARE(choice.jobs(), QStringList{u"publish"_s});
}

void TestScopeChoice::anUnknownJobChangesNothing()
{
    ScopeChoice choice(provider(), {});
    choice.toggleJob(u"gone"_s);
    QVERIFY(choice.jobs().isEmpty() && !choice.isChanged());
    ScopeChoice empty;
    empty.toggleJob(u"gone"_s);
    QVERIFY(empty.scopes().isEmpty());
}

void TestScopeChoice::builtInJobsAreNeverTooMuch()
{
    const Catalog catalog{QString()};
    for (const Provider &provider : catalog.providers()) {
        for (const Preset &preset : provider.presets) {
            ScopeChoice choice(provider, {});
            choice.toggleJob(preset.id);
            QVERIFY2(choice.excess().isEmpty(), qPrintable(preset.id));
            QVERIFY2(choice.jobs() == QStringList{preset.id}, qPrintable(preset.id));
            // Opened again it is still that job.
            QCOMPARE(ScopeChoice(provider, choice.scopes()).jobs(), QStringList{preset.id});
        }
    }
}

QTEST_GUILESS_MAIN(TestScopeChoice)
#include "tst_scopechoice.moc"
