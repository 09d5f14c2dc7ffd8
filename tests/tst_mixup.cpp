// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/signintrial.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace tokendesk;

/// Two sign-ins at two authorization servers at once, one of which may be a villain's (RFC 9700 4.4): what the one
/// sends is never exchanged at the other.
class TestMixUp : public QObject
{
    Q_OBJECT
private slots:
    void init();
    void cleanup();
    void anAnswerCountsForItsOwnSignInAlone_data();
    void anAnswerCountsForItsOwnSignInAlone();
    void theAddressBarIsNoWayAround();

private:
    std::unique_ptr<SignInTrial> trialOf(const QString &name, bool namesIssuer);
    void start(bool namesIssuer);
    /// A browser that is sent to where `where` listens, at the path of `path`.
    int visit(const SignInTrial &where, const QByteArray &path, const QByteArray &query);
    bool nobodyWasAsked() const;
    void bothEndWell();

    QTemporaryDir m_folder{};
    ManualClock m_clock{};
    CertificateStore m_certificates{m_folder.path(), m_clock};
    std::unique_ptr<SignInTrial> m_honest;
    std::unique_ptr<SignInTrial> m_other;
};

const QByteArray issuer = "https%3A%2F%2F";

void TestMixUp::init()
{
    m_honest.reset();
    m_other.reset();
}

void TestMixUp::cleanup()
{
    m_honest.reset();
    m_other.reset();
}

/// Like two files of providers: each with a path of its own.
std::unique_ptr<SignInTrial> TestMixUp::trialOf(const QString &name, bool namesIssuer)
{
    auto trial = std::make_unique<SignInTrial>(m_certificates);
    trial->request.provider.id = name;
    trial->request.provider.issuer = u"https://%1.example"_s.arg(name);
    trial->request.provider.namesIssuer = namesIssuer;
    trial->request.provider.endpoints.authorize = QUrl(u"https://%1.example/authorize"_s.arg(name));
    trial->request.redirectAddresses = {u"http://localhost:%1/%2/"_s.arg(trial->port).arg(name)};
    trial->server.answer(200, SignInTrial::goodAnswer);
    return trial;
}

void TestMixUp::start(bool namesIssuer)
{
    m_honest = trialOf(u"honest"_s, namesIssuer);
    m_other = trialOf(u"other"_s, namesIssuer);
    for (SignInTrial *trial : {m_honest.get(), m_other.get()}) {
        trial->start();
        QTRY_COMPARE(trial->browser->count(), 1);
    }
    QVERIFY(m_honest->state() != m_other->state());
    QVERIFY(m_honest->authorization().value("redirect_uri") != m_other->authorization().value("redirect_uri"));
}

int TestMixUp::visit(const SignInTrial &where, const QByteArray &path, const QByteArray &query)
{
    const auto browser = where.visit('/' + path + "/?" + query);
    return browser->waitClosed() ? browser->status() : 0;
}

bool TestMixUp::nobodyWasAsked() const
{
    return m_honest->server.requests().isEmpty() && m_other->server.requests().isEmpty() && m_honest->token.isEmpty()
        && m_other->token.isEmpty();
}

void TestMixUp::bothEndWell()
{
    for (SignInTrial *trial : {m_honest.get(), m_other.get()}) {
        const QByteArray name = trial == m_honest.get() ? "honest" : "other";
        const auto browser
            = trial->visit('/' + name + "/?code=RIGHT&iss=" + issuer + name + ".example&state=" + trial->state());
        QTRY_COMPARE(trial->calls, 1);
        QCOMPARE(trial->token, SignInTrial::goodToken);
        QCOMPARE(trial->server.requests().size(), 1);
        QCOMPARE(formOf(trial->server.body(0)).value("code"), "RIGHT");
    }
}

void TestMixUp::anAnswerCountsForItsOwnSignInAlone_data()
{
    QTest::addColumn<bool>("namesIssuer");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<bool>("ownState"); // of the one whose port it comes to
    QTest::addColumn<QByteArray>("more");
    for (const bool names : {false, true}) {
        const auto row = [names](const char *name, const QByteArray &path, bool own, const QByteArray &more) {
            QTest::addRow("%s, %s", name, names ? "which name themselves" : "which do not")
                << names << path << own << more;
        };
        const QByteArray honest = "&iss=" + issuer + "honest.example";
        row("C15 its state on the other's path", "other", false, {});
        row("C15 the other's state on its path", "honest", true, {});
        row("C15 both its own at the other's port", "honest", false, honest);
        row("C15 its state and name on the other's path", "other", false, honest);
        row("C15 a refusal with its state", "other", false, "&error=access_denied");
    }
}

// A5, C15: distinct paths, and a state that belongs to one attempt.
void TestMixUp::anAnswerCountsForItsOwnSignInAlone()
{
    QFETCH(bool, namesIssuer);
    QFETCH(QByteArray, path);
    QFETCH(bool, ownState);
    QFETCH(QByteArray, more);
    start(namesIssuer);
    const QByteArray state = ownState ? m_other->state() : m_honest->state();
    const QByteArray code = more.contains("error") ? QByteArray() : QByteArray("code=STOLEN&");
    QVERIFY(visit(*m_other, path, code + "state=" + state + more) >= 400);
    QVERIFY(nobodyWasAsked());
    QCOMPARE(m_honest->calls + m_other->calls, 0); // both wait on
    bothEndWell();
}

// A5: what is pasted is judged likewise.
void TestMixUp::theAddressBarIsNoWayAround()
{
    start(false);
    const QString stolen = QString::fromLatin1("code=STOLEN&state=" + m_honest->state());
    QCOMPARE(m_other->signIn->useAddress(m_honest->signIn->redirectAddress() + u'?' + stolen).error(),
             RedirectRefusal::NotOurs);
    QCOMPARE(m_other->signIn->useAddress(m_other->signIn->redirectAddress() + u'?' + stolen).error(),
             RedirectRefusal::WrongState);
    QVERIFY(nobodyWasAsked());
    bothEndWell();
}

QTEST_GUILESS_MAIN(TestMixUp)
#include "tst_mixup.moc"
