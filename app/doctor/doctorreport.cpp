// SPDX-License-Identifier: GPL-3.0-or-later
#include "doctor/doctorreport.h"

#include "base/logging.h"
#include "base/ownfile.h"
#include "doctor/doctortext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

class Text
{
    Q_DECLARE_TR_FUNCTIONS(DoctorReport)
};

QString codeOf(Check check)
{
    static const QStringList codes{u"keychain"_s, u"proxy"_s,       u"dns"_s,  u"tls"_s,  u"reachable"_s, u"clock"_s,
                                   u"token"_s,    u"permissions"_s, u"port"_s, u"page"_s, u"versions"_s};
    return codes.at(int(check));
}

QString codeOf(Health health)
{
    static const QStringList codes{u"good"_s, u"note"_s, u"bad"_s, u"unknown"_s, u"not-needed"_s};
    return codes.at(int(health));
}

QString codeOf(Mender who)
{
    static const QStringList codes{u"you"_s,         u"developer"_s,  u"app-owner"_s, u"account-owner"_s,
                                   u"both-owners"_s, u"page-admin"_s, u"network"_s,   u"provider"_s};
    return codes.at(int(who));
}

QString codeOf(Usable usable)
{
    static const QStringList codes{u"yes"_s, u"no"_s, u"unknown"_s};
    return codes.at(int(usable));
}

QString clean(const QString &text)
{
    return redacted(text.simplified());
}

QString instant(const QDateTime &when)
{
    return when.isValid() ? when.toUTC().toString(Qt::ISODate) : QString();
}

QJsonObject factsJson(const Examination &examination)
{
    const TokenFacts &facts = examination.facts();
    QJsonObject json;
    const auto add = [&json](QLatin1StringView key, const QString &value) {
        if (!value.isEmpty())
            json.insert(key, clean(value));
    };
    add("whose"_L1, facts.whose);
    add("app"_L1, facts.app);
    add("host"_L1, facts.host);
    add("issued"_L1, instant(facts.issued));
    add("expires"_L1, instant(facts.expires));
    add("dataAccessEnds"_L1, instant(facts.dataAccessEnds));
    add("usable"_L1, codeOf(facts.usable));
    if (facts.permissionsKnown)
        json.insert("permissions"_L1, QJsonArray::fromStringList(facts.permissions));
    return json;
}

QJsonObject errorJson(const Error &error)
{
    const KnownError *known = errorCatalogue().of(error);
    QJsonObject json{{u"known"_s, known ? known->id : QString()},
                     {u"temporary"_s, isTemporary(error)},
                     {u"message"_s, clean(error.message)}};
    if (error.code != 0)
        json.insert("code"_L1, error.code);
    if (error.subcode != 0)
        json.insert("subcode"_L1, error.subcode);
    if (!error.traceId.isEmpty())
        json.insert("traceId"_L1, clean(error.traceId));
    return json;
}

QJsonArray checksJson(const Examination &examination)
{
    QJsonArray list;
    for (const Finding &finding : examination.findings())
        list.append(QJsonObject{{u"check"_s, codeOf(finding.check)},
                                {u"health"_s, codeOf(finding.health)},
                                {u"sentence"_s, clean(sentenceOf(finding, examination.provider()))}});
    return list;
}

QJsonArray stepsJson(const Examination &examination)
{
    QJsonArray list;
    for (const DoctorStep &step : stepsOf(examination)) {
        QJsonObject one{{u"todo"_s, step.todo}, {u"who"_s, codeOf(step.who)}};
        if (!step.link.isEmpty())
            one.insert("link"_L1, step.link.toString());
        list.append(one);
    }
    return list;
}

} // namespace

QString doctorReport(const Examination &examination)
{
    QStringList lines;
    const auto heading = [&lines](const QString &text) {
        if (!lines.isEmpty())
            lines.append(QString());
        lines.append(text);
    };
    if (const QString what = whatItIs(examination); !what.isEmpty())
        heading(clean(what));
    for (const DoctorFact &fact : factsOf(examination))
        lines.append(clean(u"%1: %2"_s.arg(fact.title, fact.value)));
    const QList<DoctorStep> steps = stepsOf(examination);
    if (!steps.isEmpty())
        heading(Text::tr("What to do"));
    for (qsizetype i = 0; i < steps.size(); ++i) {
        lines.append(clean(u"%1. %2"_s.arg(i + 1).arg(steps.at(i).todo)));
        //: Who can do a step
        lines.append(u"   "_s + Text::tr("Who: %1").arg(nameOf(steps.at(i).who, examination.provider())));
    }
    if (!examination.findings().isEmpty())
        heading(Text::tr("What was looked at"));
    for (const Finding &finding : examination.findings())
        lines.append(clean(u"%1 %2: %3"_s.arg(signOf(finding.health), titleOf(finding.check),
                                              sentenceOf(finding, examination.provider()))));
    //: At the end of the report: a time
    heading(Text::tr("TokenDesk's token doctor, %1").arg(instant(examination.clock().now())));
    return lines.join(u'\n') + u'\n';
}

QByteArray doctorJson(const Examination &examination)
{
    QJsonObject json{{u"what"_s, clean(whatItIs(examination))},
                     {u"facts"_s, factsJson(examination)},
                     {u"checks"_s, checksJson(examination)},
                     {u"steps"_s, stepsJson(examination)}};
    if (const auto &error = examination.symptom().error)
        json.insert("error"_L1, errorJson(*error));
    return QJsonDocument(json).toJson(QJsonDocument::Indented);
}

Result<void> saveDoctorReport(const QString &path, const Examination &examination)
{
    return writeOwnFile(path, doctorReport(examination).toUtf8());
}

} // namespace tokendesk
