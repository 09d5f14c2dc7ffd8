// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/errorcatalogue.h"
#include "provider/fieldreader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr int deepestNesting = 6;
constexpr qsizetype largestCatalogue = 256 * 1024;
constexpr std::size_t mostErrors = 500;
constexpr std::size_t mostMatches = 30;
constexpr int longestSentence = 400;

template <typename T>
struct Named
{
    QLatin1StringView name;
    T value;
};

constexpr Named<ErrorKind> kinds[] = {
    {"denied"_L1, ErrorKind::Denied},
    {"server-trouble"_L1, ErrorKind::ServerTrouble},
    {"rate-limited"_L1, ErrorKind::RateLimited},
    {"rejected"_L1, ErrorKind::Rejected},
    {"misconfigured"_L1, ErrorKind::Misconfigured},
    {"malformed"_L1, ErrorKind::Malformed},
};

constexpr Named<ErrorHint> hints[] = {
    {"app-id"_L1, ErrorHint::AppId},
    {"app-secret"_L1, ErrorHint::AppSecret},
    {"redirect-address"_L1, ErrorHint::RedirectAddress},
    {"scopes"_L1, ErrorHint::Scopes},
    {"role"_L1, ErrorHint::Role},
    {"code-used"_L1, ErrorHint::CodeUsed},
    {"expired"_L1, ErrorHint::Expired},
    {"password-changed"_L1, ErrorHint::PasswordChanged},
    {"app-removed"_L1, ErrorHint::AppRemoved},
    {"checkpoint"_L1, ErrorHint::Checkpoint},
    {"wrong-host"_L1, ErrorHint::WrongHost},
    {"permission"_L1, ErrorHint::Permission},
    {"access-ended"_L1, ErrorHint::AccessEnded},
    {"other-issuer"_L1, ErrorHint::OtherIssuer},
    {"client-token"_L1, ErrorHint::ClientToken},
};

constexpr Named<Mender> menders[] = {
    {"you"_L1, Mender::You},
    {"developer"_L1, Mender::Developer},
    {"app-owner"_L1, Mender::AppOwner},
    {"account-owner"_L1, Mender::AccountOwner},
    {"both-owners"_L1, Mender::BothOwners},
    {"page-admin"_L1, Mender::PageAdmin},
    {"provider"_L1, Mender::Provider},
};

/// What passes by itself is decided by the kind, on which the program acts; a file that says otherwise is mistaken.
bool isPassing(ErrorKind kind)
{
    return kind == ErrorKind::ServerTrouble || kind == ErrorKind::RateLimited || kind == ErrorKind::Malformed;
}

} // namespace

/// Turns the JSON of the catalogue into one.
class ErrorReader : public FieldReader
{
public:
    ErrorReader()
        : FieldReader({})
    {
    }

    Result<ErrorCatalogue> read(const Json &root);

private:
    void readEnding(const Json &root);
    void readError(const Json &item);
    void readMatches(const Json &item, KnownError &error);
    void readLink(const Json &item, KnownError &error);
    void checkDefaults(const Json &list);
    QString line(const Json &item, QByteArrayView key);
    int number(const Json &item, QByteArrayView key, int least);
    QList<ErrorCodes> ranges(const Json &item, QByteArrayView key, QByteArrayView first);
    QList<QRegularExpression> patterns(const Json &item, QByteArrayView key);
    template <typename T, std::size_t N>
    T choice(const Json &item, QByteArrayView key, const Named<T> (&names)[N], T otherwise);

    ErrorCatalogue m_catalogue;
};

Result<ErrorCatalogue> ErrorReader::read(const Json &root)
{
    if (!root.isObject()) {
        fail(root.line, u"an object is expected"_s);
        return std::unexpected(fault().value_or(Error()));
    }
    allowKeys(root, {"endsToken", "errors"});
    readEnding(root);
    if (const Json *list = need(root, "errors")) {
        const std::vector<const Json *> items = objects(root, "errors", mostErrors);
        m_catalogue.m_errors.reserve(items.size());
        for (const Json *item : items)
            readError(*item);
        checkDefaults(*list);
    }
    if (const auto &wrong = fault())
        return std::unexpected(*wrong);
    return std::move(m_catalogue);
}

void ErrorReader::readEnding(const Json &root)
{
    need(root, "endsToken");
    const Json *ending = object(root, "endsToken");
    if (!ending)
        return;
    allowKeys(*ending, {"codes", "words"});
    m_catalogue.m_endingWords = texts(*ending, "words", u"[a-z_]{1,64}"_s, mostMatches);
    const Json *codes = ending->member("codes");
    if (!codes || !codes->isArray()) {
        fail(ending->line, u"a list of codes is expected"_s);
        return;
    }
    for (const Json &code : codes->items) {
        m_catalogue.m_endingCodes.append(code.raw.toInt());
        if (m_catalogue.m_endingCodes.last() <= 0)
            fail(code.line, u"a code is expected"_s);
    }
}

void ErrorReader::readError(const Json &item)
{
    allowKeys(item,
              {"id", "kind", "hint", "default", "lasts", "cause", "mend", "mendAtFacebook", "who", "whoAtFacebook",
               "link", "codes", "statuses", "texts", "pages", "words", "sentences"});
    KnownError error;
    error.id = text(item, "id", u"[a-z][a-z0-9-]{0,40}"_s);
    if (m_catalogue.byId(error.id))
        fail(item.line, u"the id of another error"_s);
    need(item, "kind");
    error.kind = choice(item, "kind", kinds, ErrorKind::Malformed);
    error.hint = choice(item, "hint", hints, ErrorHint::None);
    error.isDefault = flag(item, "default");
    error.temporary = text(item, "lasts", u"temporary|terminal"_s) == "temporary"_L1;
    if (error.temporary != isPassing(error.kind))
        fail(item.line, u"lasts otherwise than its kind"_s);
    need(item, "who");
    error.who = choice(item, "who", menders, Mender::You);
    error.whoAtFacebook = choice(item, "whoAtFacebook", menders, error.who);
    error.cause = line(item, "cause");
    error.mend = line(item, "mend");
    error.mendAtFacebook = item.member("mendAtFacebook") ? line(item, "mendAtFacebook") : QString();
    readLink(item, error);
    readMatches(item, error);
    m_catalogue.m_errors.push_back(std::move(error));
}

void ErrorReader::readMatches(const Json &item, KnownError &error)
{
    error.codes = ranges(item, "codes", "code");
    error.statuses = ranges(item, "statuses", "first");
    error.texts = patterns(item, "texts");
    error.pages = patterns(item, "pages");
    error.words = texts(item, "words", u"[A-Za-z_]{1,64}"_s, mostMatches);
    error.sentences = texts(item, "sentences", u".{1,200}"_s, mostMatches);
    const bool isFound = !error.codes.isEmpty() || !error.statuses.isEmpty() || !error.texts.isEmpty()
        || !error.pages.isEmpty() || !error.words.isEmpty();
    if (!isFound && !error.isDefault)
        fail(item.line, u"nothing leads to it"_s);
}

void ErrorReader::readLink(const Json &item, KnownError &error)
{
    const Json *link = item.member("link");
    if (!link)
        return;
    const QString where = textOf(*link, u"[!-~]{1,2000}"_s);
    error.link = where == "dashboard"_L1 ? ErrorLink::Dashboard
        : where == "withdraw"_L1         ? ErrorLink::Withdraw
                                         : ErrorLink::Page;
    if (error.link == ErrorLink::Page)
        error.page = address(*link, where);
}

/// Whatever kind and hint an error has, exactly one entry stands for it.
void ErrorReader::checkDefaults(const Json &list)
{
    for (const KnownError &error : m_catalogue.m_errors) {
        const auto stands = [&error](const KnownError &other) {
            return other.isDefault && other.kind == error.kind && other.hint == error.hint;
        };
        if (std::ranges::count_if(m_catalogue.m_errors, stands) != 1)
            fail(list.line, u"not exactly one default beside "_s + error.id);
    }
    for (const auto &kind : kinds) {
        if (!m_catalogue.of({.kind = kind.value, .what = {}}))
            fail(list.line, u"no default of a kind: "_s + kind.name);
    }
}

QString ErrorReader::line(const Json &item, QByteArrayView key)
{
    const QString read = sentence(item, key, longestSentence);
    if (!read.endsWith(u'.'))
        fail(item.line, u"a sentence that does not end"_s);
    return read;
}

int ErrorReader::number(const Json &item, QByteArrayView key, int least)
{
    const Json *value = need(item, key);
    bool whole = false;
    const int read = value && value->kind == Json::Kind::Number ? value->raw.toInt(&whole) : 0;
    if (!whole || read < least)
        fail(item.line, u"a whole number in its range is expected"_s);
    return read;
}

QList<ErrorCodes> ErrorReader::ranges(const Json &item, QByteArrayView key, QByteArrayView first)
{
    QList<ErrorCodes> read;
    for (const Json *one : objects(item, key, mostMatches)) {
        allowKeys(*one, {first, "last", "subcode"});
        ErrorCodes codes;
        codes.first = number(*one, first, 1);
        codes.last = one->member("last") ? number(*one, "last", codes.first) : codes.first;
        if (one->member("subcode"))
            codes.subcode = number(*one, "subcode", 1);
        read.append(codes);
    }
    return read;
}

QList<QRegularExpression> ErrorReader::patterns(const Json &item, QByteArrayView key)
{
    QList<QRegularExpression> read;
    for (const QString &pattern : texts(item, key, u".{4,200}"_s, mostMatches))
        read.append(QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption));
    return read;
}

template <typename T, std::size_t N>
T ErrorReader::choice(const Json &item, QByteArrayView key, const Named<T> (&names)[N], T otherwise)
{
    const Json *value = item.member(key);
    if (!value)
        return otherwise;
    const auto found = std::ranges::find(names, value->text(), &Named<T>::name);
    if (found == std::end(names))
        fail(value->line, u"a word that is not known here"_s);
    return found == std::end(names) ? otherwise : found->value;
}

Result<ErrorCatalogue> ErrorCatalogue::read(const QByteArray &json)
{
    if (json.size() > largestCatalogue)
        return failure(ErrorKind::InvalidInput, u"larger than 256 KiB"_s);
    const auto root = readJson(json, deepestNesting);
    if (!root)
        return std::unexpected(
            Error{.kind = ErrorKind::InvalidInput, .what = root.error().what, .line = root.error().line});
    return ErrorReader().read(*root);
}

} // namespace tokendesk
