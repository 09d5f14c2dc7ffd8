// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/knownerrors.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

using enum ErrorKind;

struct TextRule
{
    QLatin1StringView text;
    Verdict verdict;
};

// In the order in which they count. Meta's codes are too coarse to go by alone: a wrong app secret is code 1 or 100, an
// expired session comes with and without a subcode.
constexpr TextRule texts[] = {
    {"client secret"_L1, {Misconfigured, ErrorHint::AppSecret}},
    {"appsecret_proof"_L1, {Misconfigured, ErrorHint::AppSecret}},
    {"invalid platform app"_L1, {Misconfigured, ErrorHint::AppId}},
    {"invalid client_id"_L1, {Misconfigured, ErrorHint::AppId}},
    {"invalid client id"_L1, {Misconfigured, ErrorHint::AppId}},
    {"validating application"_L1, {Misconfigured, ErrorHint::AppId}},
    {"redirect_uri"_L1, {Misconfigured, ErrorHint::RedirectAddress}},
    {"redirect uri"_L1, {Misconfigured, ErrorHint::RedirectAddress}},
    {"url blocked"_L1, {Misconfigured, ErrorHint::RedirectAddress}},
    {"invalid scope"_L1, {Misconfigured, ErrorHint::Scopes}},
    {"insufficient developer role"_L1, {Misconfigured, ErrorHint::Role}},
    {"unsupported request - method type"_L1, {Misconfigured, ErrorHint::Role}}, // a tester's invitation not accepted
    {"changed their password"_L1, {Rejected, ErrorHint::PasswordChanged}},
    {"session has expired"_L1, {Rejected, ErrorHint::Expired}},
    {"has not authorized application"_L1, {Rejected, ErrorHint::AppRemoved}},
    {"till you log in to"_L1, {Rejected, ErrorHint::Checkpoint}},
    {"cannot parse access token"_L1, {Rejected, ErrorHint::WrongHost}},
    {"code was not found or was already used"_L1, {Rejected, ErrorHint::CodeUsed}},
    {"authorization code has been used"_L1, {Rejected, ErrorHint::CodeUsed}},
    {"authorization code has expired"_L1, {Rejected, ErrorHint::CodeUsed}},
    {"verification code"_L1, {Rejected, ErrorHint::CodeUsed}},
    {"not eligible for refresh"_L1, {RateLimited}}, // younger than 24 hours
    {"request limit reached"_L1, {RateLimited}},
    {"too many calls"_L1, {RateLimited}},
};

struct PageRule
{
    QStringView text;
    Verdict verdict;
    QStringView sentence{}; ///< whole, as the page shows it; empty where another rule's sentence says the same
};

// What is said on Instagram's and Facebook's own pages, beside `texts`; the sentences in the order in which people meet
// them. German pages often leave the English reason as it is. Which words they use where they do not was seen for the
// first and the fourth only; the others follow Meta's usual German.
constexpr PageRule pages[] = {
    {u"invalid platform app",
     {Misconfigured, ErrorHint::AppId},
     u"Invalid Request: Request parameters are invalid: Invalid platform app"},
    {u"insufficient developer role", {Misconfigured, ErrorHint::Role}, u"Insufficient Developer Role"},
    {u"invalid redirect_uri",
     {Misconfigured, ErrorHint::RedirectAddress},
     u"Invalid Request: Request parameters are invalid: Invalid redirect_uri"},
    {u"url blocked",
     {Misconfigured, ErrorHint::RedirectAddress},
     u"URL Blocked: This redirect failed because the redirect URI is not whitelisted"},
    {u"invalid scope", {Misconfigured, ErrorHint::Scopes}, u"Invalid Scope"},
    {u"app not active", {Misconfigured, ErrorHint::Role}, u"App not active"},
    {u"isn't available", {Misconfigured, ErrorHint::Role}, u"It looks like this app isn't available"},
    {u"can't load url",
     {Misconfigured, ErrorHint::RedirectAddress},
     u"Can't load URL: The domain of this URL isn't included in the app's domains"},
    {u"wait a few minutes", {RateLimited}, u"Please wait a few minutes before you try again"},
    {u"something went wrong", {ServerTrouble}, u"Sorry, something went wrong"},
    {u"isn’t available", {Misconfigured, ErrorHint::Role}},
    {u"can’t load url", {Misconfigured, ErrorHint::RedirectAddress}},
    {u"app not setup", {Misconfigured, ErrorHint::Role}},
    {u"development mode", {Misconfigured, ErrorHint::Role}},
    {u"ungültige plattform", {Misconfigured, ErrorHint::AppId}},
    {u"unzureichende entwicklerrolle", {Misconfigured, ErrorHint::Role}},
    {u"entwicklerrolle", {Misconfigured, ErrorHint::Role}},
    {u"url blockiert", {Misconfigured, ErrorHint::RedirectAddress}},
    {u"weiterleitungs-uri", {Misconfigured, ErrorHint::RedirectAddress}},
    {u"url kann nicht geladen werden", {Misconfigured, ErrorHint::RedirectAddress}},
    {u"ungültiger scope", {Misconfigured, ErrorHint::Scopes}},
    {u"ungültige scopes", {Misconfigured, ErrorHint::Scopes}},
    {u"ungültiger bereich", {Misconfigured, ErrorHint::Scopes}},
    {u"app ist nicht aktiv", {Misconfigured, ErrorHint::Role}},
    {u"app nicht aktiv", {Misconfigured, ErrorHint::Role}},
    {u"app nicht verfügbar", {Misconfigured, ErrorHint::Role}},
    {u"entwicklungsmodus", {Misconfigured, ErrorHint::Role}},
    {u"warte ein paar minuten", {RateLimited}},
    {u"etwas ist schiefgegangen", {ServerTrouble}},
    {u"etwas ist schiefgelaufen", {ServerTrouble}},
};

constexpr TextRule words[] = {
    {"access_denied"_L1, {Denied}},
    {"invalid_grant"_L1, {Rejected}},
    {"invalid_token"_L1, {Rejected}},
    {"expired_token"_L1, {Rejected, ErrorHint::Expired}},
    {"insufficient_scope"_L1, {Rejected, ErrorHint::Permission}},
    {"invalid_client"_L1, {Misconfigured}},
    {"unauthorized_client"_L1, {Misconfigured}},
    {"invalid_scope"_L1, {Misconfigured, ErrorHint::Scopes}},
    {"invalid_request"_L1, {Misconfigured}},
    {"unsupported_grant_type"_L1, {Misconfigured}},
    {"unsupported_response_type"_L1, {Misconfigured}},
    {"server_error"_L1, {ServerTrouble}},
    {"temporarily_unavailable"_L1, {ServerTrouble}},
    {"slow_down"_L1, {RateLimited}},
    {"OAuthAccessTokenException"_L1, {Rejected}},
    {"OAuthRateLimitException"_L1, {RateLimited}},
};

struct CodeRule
{
    int first = 0;
    int last = 0; ///< inclusive
    Verdict verdict;
};

// An error's `type` says nothing: even a throttle is an "OAuthException".
constexpr CodeRule codes[] = {
    {1, 2, {ServerTrouble}},
    {3, 3, {Misconfigured}}, // the app lacks the capability
    {4, 4, {RateLimited}},
    {9, 9, {RateLimited}}, // publishing quota
    {10, 10, {Rejected, ErrorHint::Permission}},
    {17, 17, {RateLimited}},
    {32, 32, {RateLimited}},
    {100, 100, {Misconfigured}}, // wrong parameter
    {101, 101, {Misconfigured, ErrorHint::AppId}},
    {102, 102, {Rejected}},
    {190, 190, {Rejected}},
    {191, 191, {Misconfigured, ErrorHint::RedirectAddress}},
    {200, 299, {Rejected, ErrorHint::Permission}},
    {341, 341, {ServerTrouble}},
    {368, 368, {RateLimited}}, // blocked for a while for reasons of policy
    {452, 452, {Rejected}},
    {613, 613, {RateLimited}},
    {2500, 2500, {Rejected, ErrorHint::WrongHost}}, // no token came through
    {80'000, 80'014, {RateLimited}}, // business use cases
};

/// Subcodes of 190.
constexpr CodeRule tokenSubcodes[] = {
    {456, 457, {Rejected, ErrorHint::WrongHost}}, // malformed, of another origin
    {458, 458, {Rejected, ErrorHint::AppRemoved}},      {459, 459, {Rejected, ErrorHint::Checkpoint}},
    {460, 460, {Rejected, ErrorHint::PasswordChanged}}, {463, 463, {Rejected, ErrorHint::Expired}},
    {464, 464, {Rejected, ErrorHint::Checkpoint}}, // the account is not confirmed
};

template <std::size_t N>
std::optional<Verdict> find(const TextRule (&rules)[N], const QString &text)
{
    const auto rule = std::ranges::find_if(
        rules, [&text](const TextRule &each) { return text.contains(each.text, Qt::CaseInsensitive); });
    return rule == std::end(rules) ? std::nullopt : std::optional(rule->verdict);
}

template <std::size_t N>
std::optional<Verdict> find(const CodeRule (&rules)[N], int code)
{
    const auto rule
        = std::ranges::find_if(rules, [code](const CodeRule &each) { return code >= each.first && code <= each.last; });
    return rule == std::end(rules) ? std::nullopt : std::optional(rule->verdict);
}

} // namespace

std::optional<Verdict> verdictOfText(const QString &message)
{
    return find(texts, message);
}

std::optional<Verdict> verdictOfPage(const QString &words)
{
    const QString line = words.simplified();
    const auto rule = std::ranges::find_if(
        pages, [&line](const PageRule &each) { return line.contains(each.text, Qt::CaseInsensitive); });
    return rule == std::end(pages) ? verdictOfText(line) : rule->verdict;
}

QStringList pageSentences()
{
    QStringList sentences;
    for (const PageRule &rule : pages) {
        if (!rule.sentence.isEmpty())
            sentences.append(rule.sentence.toString());
    }
    return sentences;
}

std::optional<Verdict> verdictOfWord(const QString &word)
{
    return find(words, word);
}

std::optional<Verdict> verdictOfCode(int code, int subcode)
{
    const auto refined = code == 190 ? find(tokenSubcodes, subcode) : std::nullopt;
    return refined ? refined : find(codes, code);
}

} // namespace tokendesk
