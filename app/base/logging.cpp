// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/logging.h"

#include "base/printable.h"

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
    if (!name.startsWith("qt."_L1))
        return;
    // Qt's debug output holds what is typed, pasted, sent and received.
    category->setEnabled(QtDebugMsg, false);
    category->setEnabled(QtInfoMsg, false);
    // Here even the warnings do.
    if (name.startsWith("qt.network"_L1) || name.startsWith("qt.httpserver"_L1)
        || name.startsWith("qt.qpa.clipboard"_L1)) {
        category->setEnabled(QtWarningMsg, false);
        category->setEnabled(QtCriticalMsg, false);
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

/// Control characters and those that turn the writing direction become visible, and half a surrogate pair as well:
/// with one of these in it no regular expression would match at all.
QString withoutTricks(QString text)
{
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        const bool pair = c.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        if (pair)
            ++i;
        else if (c.isSurrogate() || (isDeceptive(c) && c != u'\n' && c != u'\t'))
            text[i] = u'\uFFFD';
    }
    return text;
}

void handleMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const QString text = redacted(message).replace(u'\n', "\n  "_L1); // so that no message can pretend to be another
    const QString line = "%1 %2 %3: %4\n"_L1.arg(QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs),
                                                 levelName(type), QLatin1StringView(context.category), text);
    const QByteArray bytes = line.toUtf8();
    std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), stderr);
    std::fflush(stderr);
}

} // namespace

void installMessageHandler()
{
    if (!previousFilter) {
        // Ours is called within its own installation already, for the categories that are there: Qt 6.11 has some.
        previousFilter = QLoggingCategory::installFilter(nullptr);
        QLoggingCategory::installFilter(silenceTalkativeCategories);
    }
    qInstallMessageHandler(handleMessage);
}

QString redacted(const QString &text)
{
    // Credential parameters in query, form, header or JSON, encoded or not.
    static const QRegularExpression parameters(
        uR"(((?:(?:access|refresh|id|input|exchange)_?token|(?:client|app)_?secret|appsecret_proof|code_?verifier))"
        uR"(\\?['"]?(?:\s*[:=]\s*|%3[Dd])\\?['"]?)[^&\s"'\\,;}]++)"_s,
        QRegularExpression::CaseInsensitiveOption);
    // Words of every day, so that these need a parameter's looks and length.
    static const QRegularExpression codes(
        uR"(((?:^|[?&;\s])(?:code|state)(?:=|%3[Dd])|['"](?:code|state)\\?['"]\s*:\s*\\?['"])[^&\s"'\\,;}]{8,}+)"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression headers(
        uR"((\b(?:authorization|cookie)\s*:\s*(?:\w+\s+)?|\bbearer\s+(?=[\w.~+/|-]{16}))[^\s"',]++)"_s,
        QRegularExpression::CaseInsensitiveOption);
    // Token prefixes as in use at Meta (IGAA Instagram Login, IGQV Basic Display, EAA Facebook) and Practice's own;
    // app tokens "id|secret"; 32 hex digits.
    static const QRegularExpression tokens(
        uR"((?:IGAA|IGQ|EAA|PRACTICE)[\w.\-]{12,}+|(?<![0-9])[0-9]{6,}+(?:\||%7[Cc])[\w\-]{16,}+|(?<![0-9A-Za-z])[0-9a-fA-F]{32,}+(?![0-9A-Za-z]))"_s);
    QString clean = withoutTricks(text);
    clean.replace(headers, u"\\1[redacted]"_s);
    clean.replace(parameters, u"\\1[redacted]"_s);
    clean.replace(codes, u"\\1[redacted]"_s);
    clean.replace(tokens, u"[redacted]"_s);
    return clean;
}

} // namespace tokendesk
