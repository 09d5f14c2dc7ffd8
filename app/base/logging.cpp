// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/logging.h"

#include <QDateTime>
#include <QRegularExpression>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace tokendesk {

Q_LOGGING_CATEGORY(lcApp, "tokendesk.app", QtInfoMsg)
Q_LOGGING_CATEGORY(lcProvider, "tokendesk.provider", QtInfoMsg)
Q_LOGGING_CATEGORY(lcGraph, "tokendesk.graph", QtInfoMsg)
Q_LOGGING_CATEGORY(lcSignIn, "tokendesk.signin", QtInfoMsg)
Q_LOGGING_CATEGORY(lcAccounts, "tokendesk.accounts", QtInfoMsg)
Q_LOGGING_CATEGORY(lcPractice, "tokendesk.practice", QtInfoMsg)

namespace {

QLoggingCategory::CategoryFilter previousFilter = nullptr;

// A filter installed in code runs after QT_LOGGING_RULES and qtlogging.ini were applied, so they cannot undo it.
void silenceTalkativeCategories(QLoggingCategory *category)
{
    previousFilter(category);
    const QLatin1StringView name(category->categoryName());
    if (name.startsWith("qt.network"_L1) || name.startsWith("qt.httpserver"_L1)
        || name.startsWith("qt.qpa.clipboard"_L1)) {
        for (const QtMsgType type : {QtDebugMsg, QtInfoMsg, QtWarningMsg, QtCriticalMsg})
            category->setEnabled(type, false);
    }
}

QLatin1StringView levelName(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug"_L1;
    case QtInfoMsg:
        return "info"_L1;
    case QtWarningMsg:
        return "warning"_L1;
    case QtCriticalMsg:
        return "critical"_L1;
    case QtFatalMsg:
        return "fatal"_L1;
    }
    return "message"_L1;
}

void handleMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QString line
        = "%1 %2 %3: %4\n"_L1.arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs), levelName(type),
                                  QLatin1StringView(context.category), redacted(message));
    const QByteArray bytes = line.toUtf8();
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stderr);
    std::fflush(stderr);
}

} // namespace

void installMessageHandler()
{
    if (!previousFilter)
        previousFilter = QLoggingCategory::installFilter(silenceTalkativeCategories);
    qInstallMessageHandler(handleMessage);
}

QString redacted(const QString &text)
{
    // Token prefixes as in use at Meta (IGAA Instagram Login, IGQV Basic Display, EAA Facebook) and Practice's own;
    // app tokens "id|secret"; credential parameters in query, form or JSON; bearer headers; 32 hex digits.
    static const QRegularExpression tokens(
        uR"((?:IGAA|IGQ|EAA|PRACTICE)[A-Za-z0-9_.\-]{12,}|[0-9]{6,}\|[A-Za-z0-9_\-]{16,}|\b[0-9a-fA-F]{32,}\b)"_s);
    static const QRegularExpression parameters(
        uR"(((?:access_token|client_secret|app_secret|refresh_token|appsecret_proof|input_token|fb_exchange_token|)"
        uR"(code_verifier|verifier|code|state)(?:"?\s*[:=]\s*"?|%3D))[^&\s"',}]+)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression bearer(uR"((bearer\s+)[^\s"',]+)"_s, QRegularExpression::CaseInsensitiveOption);
    QString clean = text;
    clean.replace(parameters, u"\\1[redacted]"_s);
    clean.replace(bearer, u"\\1[redacted]"_s);
    clean.replace(tokens, u"[redacted]"_s);
    for (QChar &c : clean) {
        const bool direction = (c >= u'\u202A' && c <= u'\u202E') || (c >= u'\u2066' && c <= u'\u2069');
        if (direction || (c.category() == QChar::Other_Control && c != u'\n' && c != u'\t'))
            c = u'\uFFFD';
    }
    return clean;
}

} // namespace tokendesk
