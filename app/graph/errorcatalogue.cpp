// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/errorcatalogue.h"

#include "base/logging.h"

#include <QCoreApplication>
#include <QFile>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr qsizetype longestLook = 2000; ///< so much of a text is compared: what it is about stands at its beginning

/// A sentence in the program's language; the build has put it into a source that lupdate reads.
QString translated(const QString &text, const Provider &provider)
{
    return QCoreApplication::translate("KnownError", text.toUtf8().constData()).replace("%1"_L1, provider.name);
}

bool matches(const QList<QRegularExpression> &patterns, const QString &text)
{
    return std::ranges::any_of(patterns, [&text](const auto &each) { return each.match(text).hasMatch(); });
}

bool holds(const ErrorCodes &codes, int code)
{
    return code >= codes.first && code <= codes.last;
}

template <typename Condition>
const KnownError *first(const std::vector<KnownError> &errors, Condition fits)
{
    const auto found = std::ranges::find_if(errors, fits);
    return found == errors.end() ? nullptr : &*found;
}

ErrorCatalogue builtIn()
{
    QFile file(u":/errors/catalogue.json"_s);
    Result<ErrorCatalogue> read = file.open(QIODevice::ReadOnly)
        ? ErrorCatalogue::read(file.readAll())
        : failure(ErrorKind::Storage, u"the catalogue of errors is missing"_s);
    if (read)
        return *std::move(read);
    qCCritical(lcGraph).noquote() << "the catalogue of errors:" << read.error().what << "line" << read.error().line;
    return {};
}

} // namespace

QString KnownError::causeAt(const Provider &provider) const
{
    return translated(cause, provider);
}

QString KnownError::mendAt(const Provider &provider) const
{
    const bool other = provider.family == Family::Facebook && !mendAtFacebook.isEmpty();
    return translated(other ? mendAtFacebook : mend, provider);
}

Mender KnownError::whoAt(const Provider &provider) const
{
    return provider.family == Family::Facebook ? whoAtFacebook : who;
}

QUrl KnownError::linkAt(const Provider &provider) const
{
    switch (link) {
    case ErrorLink::None:
        return {};
    case ErrorLink::Dashboard:
        return provider.dashboard;
    case ErrorLink::Withdraw:
        return provider.withdraw;
    case ErrorLink::Page:
        return page;
    }
    Q_UNREACHABLE();
}

const KnownError *ErrorCatalogue::byText(const QString &message) const
{
    const QString look = message.left(longestLook).simplified();
    return first(m_errors, [&look](const KnownError &each) { return matches(each.texts, look); });
}

const KnownError *ErrorCatalogue::byPage(const QString &words) const
{
    const QString look = words.left(longestLook).simplified();
    return first(m_errors,
                 [&look](const KnownError &each) { return matches(each.pages, look) || matches(each.texts, look); });
}

const KnownError *ErrorCatalogue::byWord(const QString &word) const
{
    return first(m_errors, [&word](const KnownError &each) {
        return std::ranges::any_of(each.words,
                                   [&word](const QString &one) { return word.contains(one, Qt::CaseInsensitive); });
    });
}

/// One with that very subcode goes before one for all of them.
const KnownError *ErrorCatalogue::byCode(int code, int subcode) const
{
    const auto exact = [=](const ErrorCodes &codes) { return holds(codes, code) && codes.subcode == subcode; };
    const auto any = [=](const ErrorCodes &codes) { return holds(codes, code) && !codes.subcode; };
    const KnownError *found
        = first(m_errors, [&exact](const KnownError &each) { return std::ranges::any_of(each.codes, exact); });
    return found ? found
                 : first(m_errors, [&any](const KnownError &each) { return std::ranges::any_of(each.codes, any); });
}

const KnownError *ErrorCatalogue::byStatus(int status) const
{
    const auto any = [=](const ErrorCodes &range) { return holds(range, status); };
    return first(m_errors, [&any](const KnownError &each) { return std::ranges::any_of(each.statuses, any); });
}

const KnownError *ErrorCatalogue::byId(const QString &id) const
{
    return id.isEmpty() ? nullptr : first(m_errors, [&id](const KnownError &each) { return each.id == id; });
}

const KnownError *ErrorCatalogue::of(const Error &error) const
{
    const KnownError *named = byId(error.known);
    if (named && named->kind == error.kind && named->hint == error.hint)
        return named;
    const KnownError *plain = standing(error.kind, ErrorHint::None);
    if (!plain || error.hint == ErrorHint::None)
        return plain; // none for what no provider says
    if (const KnownError *exact = standing(error.kind, error.hint))
        return exact;
    const KnownError *ofHint
        = first(m_errors, [&error](const KnownError &each) { return each.isDefault && each.hint == error.hint; });
    return ofHint ? ofHint : plain;
}

const KnownError *ErrorCatalogue::standing(ErrorKind kind, ErrorHint hint) const
{
    return first(m_errors,
                 [=](const KnownError &each) { return each.isDefault && each.kind == kind && each.hint == hint; });
}

QStringList ErrorCatalogue::sentences() const
{
    QStringList all;
    for (const KnownError &each : m_errors)
        all += each.sentences;
    return all;
}

bool ErrorCatalogue::endsToken(const Error &error) const
{
    return m_endingCodes.contains(error.code) || m_endingWords.contains(error.type);
}

const ErrorCatalogue &errorCatalogue()
{
    static const ErrorCatalogue catalogue = builtIn();
    return catalogue;
}

bool isTemporary(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Denied:
    case ErrorKind::ServerTrouble:
    case ErrorKind::RateLimited:
    case ErrorKind::Rejected:
    case ErrorKind::Misconfigured:
    case ErrorKind::Malformed: {
        const KnownError *known = errorCatalogue().of(error);
        return known && known->temporary;
    }
    case ErrorKind::TimedOut:
    case ErrorKind::Offline:
    case ErrorKind::Insecure:
    case ErrorKind::Storage:
        return true;
    case ErrorKind::Cancelled:
    case ErrorKind::InvalidInput:
    case ErrorKind::PortTaken:
    case ErrorKind::KeychainUnavailable:
    case ErrorKind::KeychainLocked:
    case ErrorKind::SchedulerUnavailable:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace tokendesk
