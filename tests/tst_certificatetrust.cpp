// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/certificatetrust.h"
#include "mainwindow.h"
#include "signin/certificate.h"
#include "support/connectstage.h"
#include "support/headlesschromium.h"
#include "support/isolateddesktop.h"
#include "support/privateauthority.h"
#include "support/signintrial.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QPushButton>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <optional>

using namespace Qt::StringLiterals;
using namespace tokendesk;

namespace {

bool isTool(const QString &name)
{
    return !QStandardPaths::findExecutable(name).isEmpty();
}

/// What certutil says of a store: nicknames and trust.
QByteArray listed(const QString &folder)
{
    QProcess certutil;
    certutil.start(u"certutil"_s, {u"-L"_s, u"-d"_s, u"sql:"_s + folder});
    certutil.waitForFinished();
    return certutil.readAllStandardOutput();
}

} // namespace

/// "Trust this computer's sign-in page": with a real certutil, a real store and a real Chromium, in a home of the
/// test's own.
class TestCertificateTrust : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase();
    void init();

    void itIsPutIntoTheStoreAndTakenOut();
    void aRenewedCertificateTakesTheOldOnesPlace();
    void whatElseIsInTheStoreStays();
    void everyBrowsersStoreIsFound();
    void withoutTheToolItSaysSo();
    void aStoreThatCannotBeWrittenIsARefusal();
    void goneMeanwhileIsHarmless();
    void chromiumLoadsThePageWithoutAWarning();
    void thePersonTrustsAndUndoesIt();
    void aRenewedPageIsTrustedByItself();
    void inThePreferencesToo();

private:
    Desktop desktop() const
    {
        Desktop own = isolatedDesktop(m_home->path());
        own.home = m_home->path();
        own.tools.clear();
        return own;
    }
    QString store() const { return m_home->filePath(u".pki/nssdb"_s); }
    LoopbackCertificate own() { return CertificateStore(m_home->path(), m_clock).certificate().value(); }
    std::optional<TrustOutcome> add(CertificateTrust &trust, const QSslCertificate &certificate);
    std::optional<TrustOutcome> remove(CertificateTrust &trust);

    std::unique_ptr<QTemporaryDir> m_home;
    ManualClock m_clock{QDateTime::currentDateTimeUtc()};
};

void TestCertificateTrust::initTestCase()
{
#ifndef Q_OS_LINUX
    QSKIP("Windows and macOS ask the person");
#else
    QVERIFY2(isTool(u"certutil"_s), "certutil is not installed (Debian: libnss3-tools)");
#endif
}

void TestCertificateTrust::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_clock.setNow(QDateTime::currentDateTimeUtc());
}

std::optional<TrustOutcome> TestCertificateTrust::add(CertificateTrust &trust, const QSslCertificate &certificate)
{
    std::optional<TrustOutcome> outcome;
    QObject context;
    trust.add(certificate, &context, [&outcome](TrustOutcome came) { outcome = came; });
    (void)QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 30'000);
    return outcome;
}

std::optional<TrustOutcome> TestCertificateTrust::remove(CertificateTrust &trust)
{
    std::optional<TrustOutcome> outcome;
    QObject context;
    trust.remove(&context, [&outcome](TrustOutcome came) { outcome = came; });
    (void)QTest::qWaitFor([&outcome] { return outcome.has_value(); }, 30'000);
    return outcome;
}

void TestCertificateTrust::itIsPutIntoTheStoreAndTakenOut()
{
    CertificateTrust trust(desktop(), m_home->path());
    const QSslCertificate certificate = own().certificate;
    QCOMPARE(trust.state(certificate), Trusted::No);
    QCOMPARE(add(trust, certificate), TrustOutcome::Done);
    QCOMPARE(trust.state(certificate), Trusted::Yes);
    QCOMPARE(trust.places(), QStringList{u"~/.pki/nssdb"_s});
    const QByteArray after = listed(store());
    QCOMPARE(after.count("TokenDesk"), 1);
    QVERIFY2(after.contains("P,,"), after.constData()); // a server, and no authority
    QCOMPARE(remove(trust), TrustOutcome::Done);
    QCOMPARE(trust.state(certificate), Trusted::No);
    QVERIFY(!listed(store()).contains("TokenDesk"));
}

void TestCertificateTrust::aRenewedCertificateTakesTheOldOnesPlace()
{
    CertificateTrust trust(desktop(), m_home->path());
    QCOMPARE(add(trust, own().certificate), TrustOutcome::Done);
    m_clock.setNow(m_clock.now().addDays(350)); // it ends in 15 days
    const QSslCertificate renewed = own().certificate;
    QCOMPARE(trust.state(renewed), Trusted::Earlier);
    QCOMPARE(add(trust, renewed), TrustOutcome::Done);
    QCOMPARE(trust.state(renewed), Trusted::Yes);
    QCOMPARE(listed(store()).count("TokenDesk"), 1);
}

void TestCertificateTrust::whatElseIsInTheStoreStays()
{
    CertificateTrust trust(desktop(), m_home->path());
    QCOMPARE(add(trust, own().certificate), TrustOutcome::Done);
    const QString company = m_home->filePath(u"company.pem"_s);
    QFile file(company);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(PrivateAuthority("Lumen Root CA").pem());
    file.close();
    QCOMPARE(QProcess::execute(
                 u"certutil"_s,
                 {u"-A"_s, u"-n"_s, u"company"_s, u"-t"_s, u"C,,"_s, u"-i"_s, company, u"-d"_s, u"sql:"_s + store()}),
             0);
    QCOMPARE(remove(trust), TrustOutcome::Done);
    QVERIFY(listed(store()).contains("company"));
}

void TestCertificateTrust::everyBrowsersStoreIsFound()
{
    const QString snap = u"snap/chromium/current/.pki/nssdb"_s;
    const QString flatpak = u".var/app/org.chromium.Chromium/.pki/nssdb"_s;
    for (const QString &other : {snap, flatpak})
        QVERIFY(QDir(m_home->path()).mkpath(other));
    CertificateTrust trust(desktop(), m_home->path());
    QCOMPARE(add(trust, own().certificate), TrustOutcome::Done);
    for (const QString &folder : {u".pki/nssdb"_s, snap, flatpak})
        QVERIFY2(listed(m_home->filePath(folder)).contains("TokenDesk"), qPrintable(folder));
    QCOMPARE(trust.places().size(), 3);
}

void TestCertificateTrust::withoutTheToolItSaysSo()
{
    Desktop bare = desktop();
    bare.tools = m_home->path();
    CertificateTrust trust(bare, m_home->path());
    const QSslCertificate certificate = own().certificate;
    QCOMPARE(add(trust, certificate), TrustOutcome::NoTool);
    QCOMPARE(trust.state(certificate), Trusted::No);
}

void TestCertificateTrust::aStoreThatCannotBeWrittenIsARefusal()
{
    QFile inTheWay(m_home->filePath(u".pki"_s));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    CertificateTrust trust(desktop(), m_home->path());
    const QSslCertificate certificate = own().certificate;
    QCOMPARE(add(trust, certificate), TrustOutcome::Refused);
    QCOMPARE(trust.state(certificate), Trusted::No);
}

void TestCertificateTrust::goneMeanwhileIsHarmless()
{
    CertificateTrust trust(desktop(), m_home->path());
    QCOMPARE(add(trust, own().certificate), TrustOutcome::Done); // making the store takes longest
    bool called = false;
    auto context = std::make_unique<QObject>();
    trust.add(own().certificate, context.get(), [&called](TrustOutcome) { called = true; });
    context.reset();
    QCOMPARE(add(trust, own().certificate), TrustOutcome::Done); // what went out before it is over by then
    QVERIFY(!called);
}

void TestCertificateTrust::chromiumLoadsThePageWithoutAWarning()
{
    if (HeadlessChromium::program().isEmpty())
        QSKIP("there is no Chromium here");
    const HeadlessChromium chromium;
    Desktop there = desktop();
    there.home = chromium.home();
    CertificateStore certificates(m_home->path(), m_clock);
    SignInTrial trial(certificates, u"https"_s);
    trial.server.answer(200, SignInTrial::goodAnswer);
    trial.start();
    QTRY_COMPARE(trial.browser->size(), 1);

    const auto warned = chromium.load(QUrl(trial.answer("code=AQB-1_x")));
    QVERIFY(!warned || !warned->contains("TokenDesk"));
    QCOMPARE(trial.calls, 0); // the warning stood before it

    CertificateTrust trust(there, m_home->path());
    QCOMPARE(add(trust, certificates.certificate()->certificate), TrustOutcome::Done);
    const auto page = chromium.load(QUrl(trial.answer("code=AQB-1_x")));
    QVERIFY(page);
    QVERIFY2(page->contains("TokenDesk"), page->constData());
    QTRY_COMPARE(trial.calls, 1);
    QCOMPARE(trial.token, SignInTrial::goodToken);
}

void TestCertificateTrust::thePersonTrustsAndUndoesIt()
{
    ConnectStage stage(u"https"_s);
    stage.services.desktop = desktop();
    stage.saveApp(true);
    stage.open();
    QVERIFY(stage.click(u"connectPrimary"_s));
    QVERIFY(stage.comesToSee(u"waitingHeading"_s));
    QVERIFY(stage.click(u"certificateFoldHeading"_s));
    QVERIFY(stage.comesToSee(u"trustPage"_s));
    QVERIFY(stage.sees(u"firefoxPicture"_s));
    QVERIFY(!stage.sees(u"trustUndo"_s));
    stage.find<QAbstractButton>(u"trustPage"_s)->click();
    QTRY_VERIFY(stage.sees(u"trustUndo"_s));
    QVERIFY2(stage.read(u"trustNotice"_s).contains("~/.pki/nssdb"_L1), qPrintable(stage.read(u"trustNotice"_s)));
    QVERIFY(!stage.sees(u"trustPage"_s));
    QVERIFY(listed(store()).contains("TokenDesk"));
    stage.find<QAbstractButton>(u"trustUndo"_s)->click();
    QTRY_VERIFY(stage.sees(u"trustPage"_s));
    QVERIFY(!listed(store()).contains("TokenDesk"));
}

void TestCertificateTrust::aRenewedPageIsTrustedByItself()
{
    ConnectStage stage(u"https"_s);
    stage.services.desktop = desktop();
    CertificateTrust trust(desktop(), stage.desk.folder());
    QCOMPARE(add(trust, stage.certificates.certificate()->certificate), TrustOutcome::Done);
    stage.clock.advance(std::chrono::days(350));
    const QSslCertificate renewed = stage.certificates.certificate()->certificate;
    QCOMPARE(trust.state(renewed), Trusted::Earlier);
    stage.saveApp(true);
    stage.open();
    QVERIFY(stage.click(u"connectPrimary"_s));
    QVERIFY(stage.comesToSee(u"waitingHeading"_s));
    QTRY_COMPARE(trust.state(renewed), Trusted::Yes);
    QCOMPARE(listed(store()).count("TokenDesk"), 1);
}

/// Trusted, followed by the renewed one before the old one ends, and undone, without a sign-in.
void TestCertificateTrust::inThePreferencesToo()
{
    ConnectStage stage(u"https"_s);
    stage.services.desktop = desktop();
    MainWindow window(stage.services);
    window.show();
    const auto openTab = [&window] {
        window.openPreferences();
        window.findChild<QTabWidget *>(u"preferencesTabs"_s)->setCurrentIndex(2);
    };
    const auto notice = [&window] { return window.findChild<QLabel *>(u"trustNotice"_s); };
    openTab();
    auto *button = window.findChild<QPushButton *>(u"trustPage"_s);
    QTRY_VERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    QTRY_VERIFY(window.findChild<QPushButton *>(u"trustUndo"_s)->isVisible());
    QVERIFY2(notice()->text().contains("~/.pki/nssdb"_L1), qPrintable(notice()->text())); // what it did
    QCOMPARE(listed(store()).count("TokenDesk"), 1);
    const QSslCertificate first = stage.certificates.certificate()->certificate;
    delete window.findChild<QDialog *>(u"preferences"_s);

    stage.clock.advance(std::chrono::days(350)); // it ends in 15 days
    QVERIFY(first.expiryDate() > stage.clock.now());
    openTab();
    const QSslCertificate renewed = stage.certificates.certificate()->certificate;
    QVERIFY(renewed != first);
    const CertificateTrust trust(desktop(), stage.certificates.folder());
    QTRY_COMPARE(trust.state(renewed), Trusted::Yes);
    QTRY_VERIFY(notice()->text().contains("Trusted"_L1));
    QCOMPARE(listed(store()).count("TokenDesk"), 1);
    QTest::mouseClick(window.findChild<QPushButton *>(u"trustUndo"_s), Qt::LeftButton);
    QTRY_VERIFY(window.findChild<QPushButton *>(u"trustPage"_s)->isVisible());
    QVERIFY(!listed(store()).contains("TokenDesk"));
}

QTEST_MAIN(TestCertificateTrust)
#include "tst_certificatetrust.moc"
