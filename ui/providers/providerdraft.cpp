// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/providerdraft.h"

#include "signin/redirect.h"

#include <QCoreApplication>
#include <QUrl>
#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

class DraftText
{
    Q_DECLARE_TR_FUNCTIONS(tokendesk::ProviderText)
};

constexpr int longestName = 60;
constexpr int mostScopes = 200;
constexpr int mostRedirects = 10;

const QString prompt = u"prompt"_s;
const QString offline = u"offline_access"_s;

bool isConsent(const OptionalParameter &parameter)
{
    return parameter.name == prompt && parameter.value.split(u' ').contains("consent"_L1) && parameter.always;
}

QString shown(const QUrl &url)
{
    return url.toString(QUrl::FullyEncoded);
}

QString scopesFault(const ProviderDraft &draft)
{
    if (draft.scopes.isEmpty())
        return DraftText::tr("Enter at least one.");
    if (draft.scopes.size() > mostScopes)
        return DraftText::tr("These are too many; %n will do.", nullptr, mostScopes);
    const QUrl authorize(draft.texts.value(ProviderField::Authorize));
    for (const QString &scope : draft.scopes) {
        if (const QString fault = scopeFault(scope, authorize); !fault.isEmpty())
            return fault;
    }
    return {};
}

QString redirectsFault(const QStringList &redirects)
{
    const bool good = !redirects.isEmpty() && redirects.size() <= mostRedirects
        && std::ranges::all_of(redirects, [](const QString &one) { return readRedirectAddress(one).has_value(); });
    return good ? QString()
                : DraftText::tr("Each line has to be an address on this computer, with a port and a path, such as "
                                "http://127.0.0.1:8957/shop/.");
}

Scope scopeOf(const QString &id, const Provider &base, bool openId)
{
    if (const Scope *known = base.scope(id))
        return *known;
    Scope scope = describedScope(id);
    scope.required = openId && id == "openid"_L1; // without it nobody says who signed in
    return scope;
}

/// OpenID Connect Core 11: a refresh token may be given only where the person was asked.
void setConsent(Provider &provider, bool asked)
{
    const bool is = std::ranges::any_of(provider.optionalParameters, isConsent);
    if (asked == is)
        return;
    provider.optionalParameters.removeIf([](const OptionalParameter &one) { return one.name == prompt; });
    if (asked)
        provider.optionalParameters.append({.name = prompt, .value = u"consent"_s, .always = true});
}

} // namespace

ProviderDraft draftOf(const Provider &provider)
{
    const Endpoints &urls = provider.endpoints;
    ProviderDraft draft{.texts = {{ProviderField::Name, provider.name},
                                  {ProviderField::Issuer, provider.issuer},
                                  {ProviderField::Authorize, shown(urls.authorize)},
                                  {ProviderField::Token, shown(urls.token)},
                                  {ProviderField::Profile, shown(urls.profile)},
                                  {ProviderField::Revoke, shown(urls.revoke)},
                                  {ProviderField::Introspect, shown(urls.introspect)},
                                  {ProviderField::Device, shown(urls.deviceAuthorization)}},
                        .scopes = {},
                        .redirects = provider.redirectAddresses,
                        .clientAuthentication = provider.clientAuthentication,
                        .pkce = provider.pkce,
                        .namesIssuer = provider.namesIssuer,
                        .asksConsent = std::ranges::any_of(provider.optionalParameters, isConsent),
                        .commas = provider.scopeSeparator == ","_L1};
    for (const Scope &scope : provider.scopes)
        draft.scopes.append(scope.id);
    return draft;
}

ProviderDraft withMetadata(ProviderDraft draft, const ServerMetadata &said)
{
    draft.texts[ProviderField::Issuer] = said.issuer;
    draft.texts[ProviderField::Authorize] = shown(said.authorize);
    draft.texts[ProviderField::Token] = shown(said.token);
    draft.texts[ProviderField::Profile] = shown(said.profile);
    draft.texts[ProviderField::Revoke] = shown(said.revoke);
    draft.texts[ProviderField::Introspect] = shown(said.introspect);
    draft.texts[ProviderField::Device] = shown(said.deviceAuthorization);
    if (draft.texts.value(ProviderField::Name).isEmpty())
        draft.texts[ProviderField::Name] = QUrl(said.issuer).host();
    if (!said.scopes.isEmpty())
        draft.scopes = said.scopes;
    draft.clientAuthentication = said.clientAuthentication;
    draft.pkce = said.pkce;
    draft.namesIssuer = said.namesIssuer;
    draft.asksConsent = said.scopes.contains(offline);
    draft.commas = false;
    return draft;
}

Provider providerOf(const ProviderDraft &draft, Provider base)
{
    const auto url = [&draft](ProviderField field) { return QUrl(draft.texts.value(field)); };
    base.name = draft.texts.value(ProviderField::Name);
    base.issuer = draft.texts.value(ProviderField::Issuer);
    base.endpoints.authorize = url(ProviderField::Authorize);
    base.endpoints.token = url(ProviderField::Token);
    base.endpoints.profile = url(ProviderField::Profile);
    base.endpoints.revoke = url(ProviderField::Revoke);
    base.endpoints.introspect = url(ProviderField::Introspect);
    base.endpoints.deviceAuthorization = url(ProviderField::Device);
    const bool openId = !base.endpoints.profile.isEmpty();
    QList<Scope> scopes;
    for (const QString &id : draft.scopes)
        scopes.append(scopeOf(id, base, openId));
    base.scopes = scopes;
    base.clientAuthentication = draft.clientAuthentication;
    base.pkce = draft.pkce;
    base.namesIssuer = draft.namesIssuer && !base.issuer.isEmpty();
    base.scopeSeparator = draft.commas ? u","_s : u" "_s;
    base.redirectAddresses = draft.redirects;
    setConsent(base, draft.asksConsent);
    return base;
}

QMap<ProviderField, QString> faultsOf(const ProviderDraft &draft)
{
    QMap<ProviderField, QString> faults;
    const auto note = [&faults](ProviderField field, const QString &fault) {
        if (!fault.isEmpty() && !faults.contains(field))
            faults.insert(field, fault);
    };
    const QString name = draft.texts.value(ProviderField::Name);
    if (name.isEmpty())
        note(ProviderField::Name, DraftText::tr("Enter a name, as you want to find it in the list."));
    if (name.size() > longestName)
        note(ProviderField::Name, DraftText::tr("%n characters will do.", nullptr, longestName));
    for (const ProviderField field : addressFields)
        note(field, addressFault(draft.texts.value(field)));
    if (draft.texts.value(ProviderField::Authorize).isEmpty())
        note(ProviderField::Authorize, DraftText::tr("Enter the address of the consent page."));
    if (draft.texts.value(ProviderField::Token).isEmpty())
        note(ProviderField::Token, DraftText::tr("Enter the address where a code becomes a token."));
    note(ProviderField::Scopes, scopesFault(draft));
    note(ProviderField::Redirects, redirectsFault(draft.redirects));
    return faults;
}

ProviderField fieldOf(const QString &key)
{
    static const QMap<QString, ProviderField> fields{{u"authorize"_s, ProviderField::Authorize},
                                                     {u"token"_s, ProviderField::Token},
                                                     {u"issuer"_s, ProviderField::Issuer},
                                                     {u"profile"_s, ProviderField::Profile},
                                                     {u"revoke"_s, ProviderField::Revoke},
                                                     {u"introspect"_s, ProviderField::Introspect},
                                                     {u"deviceAuthorization"_s, ProviderField::Device},
                                                     {u"redirectAddresses"_s, ProviderField::Redirects},
                                                     {u"scopes"_s, ProviderField::Scopes}};
    return fields.value(key, ProviderField::Name);
}

} // namespace tokendesk
