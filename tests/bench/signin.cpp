// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_signin RUNS COMMAND-LINE-PROGRAM BAR
//
// Measures the program's own time between the redirect and the stored token, and how long one curl process takes for
// the same four requests, in turn, against Practice in a process of its own. Prints both medians and their ratio, and
// fails where that is above BAR. The keychain is the system's: to be run by tests/with-keyring.
#include "accounts/connect.h"
#include "base/application.h"
#include "practice/practiceserver.h"
#include "support/workplace.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QSignalSpy>
#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;
using namespace tokendesk;

namespace {

constexpr int patience = 20'000; // ms
const QString nobodyThere = u"http://127.0.0.1:9/"_s;
const QString curl = u"curl"_s;

[[noreturn]] void giveUp(const char *what)
{
    std::fprintf(stderr, "bench_signin: %s\n", what);
    std::exit(2);
}

/// Practice as the command line starts it.
class PracticeProcess
{
public:
    explicit PracticeProcess(const QString &program)
    {
        m_process.start(program, {u"practice"_s});
        if (!m_process.waitForReadyRead(patience))
            giveUp("Practice did not start");
        m_port = quint16(QString::fromUtf8(m_process.readLine()).trimmed().section(u':', -1).toUInt());
    }
    ~PracticeProcess()
    {
        m_process.terminate();
        m_process.waitForFinished(patience);
    }
    quint16 port() const { return m_port; }

private:
    QProcess m_process;
    quint16 m_port = 0;
};

/// One sign-in by the program, from the redirect to the stored token, in milliseconds.
double programTime(Workplace &workplace)
{
    Services &services = workplace.services();
    Connect::Plan plan;
    plan.providerId = u"practice"_s;
    plan.registration.clientId = PracticeServer::clientId();
    plan.appSecret = Secret::fromText(PracticeServer::clientSecret());
    plan.scopes = services.catalog.description(plan.providerId)->withDependencies({});
    Connect attempt(std::move(plan), services.accounts, services.keychain, services.catalog, services.graph,
                    services.certificates, services.clock);

    FakeBrowser browser;
    QElapsedTimer timer;
    QObject::connect(&attempt, &Connect::browserRequested, &browser, &FakeBrowser::open);
    QObject::connect(&attempt, &Connect::stageChanged, &attempt, [&timer](Connect::Stage stage) {
        if (stage == Connect::Stage::ExchangingCode)
            timer.start();
    });
    qint64 elapsed = 0;
    QObject::connect(&attempt, &Connect::connected, &attempt, [&] { elapsed = timer.nsecsElapsed(); });
    QSignalSpy connected(&attempt, &Connect::connected);
    QSignalSpy rested(&browser, &FakeBrowser::rested);
    attempt.start();
    // Not qWaitFor: it sleeps up to 10 ms after each round of events, which would be measured.
    if (!connected.wait(patience))
        giveUp("the sign-in did not end");
    if (rested.isEmpty())
        rested.wait(patience); // so that nothing of it is left in the next measurement
    return double(elapsed) / 1e6;
}

QByteArray fetch(const QStringList &arguments)
{
    QProcess process;
    process.start(curl, QStringList{u"--silent"_s, u"--fail"_s} + arguments);
    if (!process.waitForFinished(patience) || process.exitCode() != 0)
        giveUp("curl failed");
    return process.readAllStandardOutput();
}

QString field(const QByteArray &json, const QString &name)
{
    QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.contains("data"_L1))
        object = object.value("data"_L1).toArray().first().toObject();
    return object.value(name).toString();
}

/// The same requests by curl. It cannot use one answer in the next request, so it gets tokens of an earlier run.
class CurlRun
{
public:
    explicit CurlRun(const Provider &provider)
        : m_provider(provider)
    {
        m_shortToken = field(fetch(codeRequest()), u"access_token"_s);
        m_longToken = field(fetch(extension()), u"access_token"_s);
        m_picture = field(fetch(profile()), u"profile_picture_url"_s);
    }

    double time() const
    {
        QStringList arguments = codeRequest();
        for (const QStringList &request : {extension(), profile(), QStringList{m_picture}})
            arguments += QStringList{u"--next"_s, u"--silent"_s, u"--fail"_s} + request;
        QElapsedTimer timer;
        timer.start();
        fetch(arguments);
        return double(timer.nsecsElapsed()) / 1e6;
    }

private:
    QString freshCode() const
    {
        QUrl url = m_provider.endpoints.authorize;
        url.setQuery({{u"client_id"_s, PracticeServer::clientId()},
                      {u"redirect_uri"_s, nobodyThere},
                      {u"response_type"_s, u"code"_s},
                      {u"scope"_s, m_provider.withDependencies({}).join(m_provider.scopeSeparator)},
                      {u"state"_s, u"bench"_s}});
        FakeBrowser browser;
        QSignalSpy rested(&browser, &FakeBrowser::rested);
        browser.open(url);
        if (!rested.wait(patience))
            giveUp("the consent page did not answer");
        return QUrlQuery(browser.address()).queryItemValue(u"code"_s);
    }

    QStringList codeRequest() const
    {
        QStringList arguments;
        const QList<std::pair<QString, QString>> form{{u"client_id"_s, PracticeServer::clientId()},
                                                      {u"client_secret"_s, PracticeServer::clientSecret()},
                                                      {u"code"_s, freshCode()},
                                                      {u"grant_type"_s, u"authorization_code"_s},
                                                      {u"redirect_uri"_s, nobodyThere}};
        for (const auto &[name, value] : form)
            arguments << u"--data-urlencode"_s << name + u'=' + value;
        return arguments << m_provider.endpoints.token.toString();
    }

    QStringList extension() const
    {
        return {m_provider.endpoints.extend.toString()
                + u"?grant_type=ig_exchange_token&client_secret=%1&access_token=%2"_s.arg(
                    PracticeServer::clientSecret(), m_shortToken)};
    }

    QStringList profile() const
    {
        return {m_provider.endpoints.profile.toString()
                + u"?fields=%1&access_token=%2"_s.arg(m_provider.profileFields.join(u','), m_longToken)};
    }

    const Provider &m_provider;
    QString m_shortToken;
    QString m_longToken;
    QString m_picture;
};

double median(std::vector<double> values)
{
    const auto middle = values.begin() + std::ptrdiff_t(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 4)
        giveUp("usage: bench_signin RUNS COMMAND-LINE-PROGRAM BAR");
    prepareApplication();
    const QApplication application(argc, argv);
    const int runs = QByteArray(argv[1]).toInt();
    const double bar = QByteArray(argv[3]).toDouble();

    const PracticeProcess practice(QString::fromLocal8Bit(argv[2]));
    Workplace workplace;
    workplace.catalog().setPracticePort([&practice] { return Result<quint16>(practice.port()); });
    const Provider provider = workplace.catalog().provider(u"practice"_s).value();
    const CurlRun reference(provider);

    std::vector<double> program;
    std::vector<double> requests;
    for (int run = -1; run < runs; ++run) { // the first pair warms keychain and caches and does not count
        const double a = programTime(workplace);
        const double b = reference.time();
        if (run < 0)
            continue;
        program.push_back(a);
        requests.push_back(b);
    }
    const double ratio = median(program) / median(requests);
    std::printf("redirect to stored token: %.1f ms, the same requests by one curl process %.1f ms; ratio %.2f "
                "(bar %.2f): %s\n",
                median(program), median(requests), ratio, bar, ratio <= bar ? "passed" : "FAILED");
    return ratio <= bar ? 0 : 1;
}
