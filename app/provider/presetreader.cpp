// SPDX-License-Identifier: GPL-3.0-or-later
#include "provider/presetreader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {
constexpr std::size_t mostPresets = 20;
constexpr std::size_t mostForeign = 100;
} // namespace

void PresetReader::read(const Json &root, Provider &provider)
{
    for (const Json *item : objects(root, "presets", mostPresets))
        readPreset(*item, provider);
    for (const Json *item : objects(root, "elsewhere", mostForeign))
        readForeign(*item, provider);
}

void PresetReader::readPreset(const Json &item, Provider &provider)
{
    allowKeys(item, {"id", "title", "sentence", "scopes"});
    Preset preset;
    preset.id = text(item, "id", u"[a-z][a-z0-9-]{0,31}"_s);
    preset.title = sentence(item, "title", 60);
    preset.sentence = sentence(item, "sentence", 400);
    preset.scopes = texts(item, "scopes", u".{1,128}"_s, 200);
    const Json *scopes = need(item, "scopes");
    if (scopes && preset.scopes.isEmpty())
        fail(scopes->line, u"a preset without a scope"_s);
    for (const QString &id : std::as_const(preset.scopes)) {
        if (!provider.scope(id))
            fail(scopes->line, u"a preset of an unknown scope"_s);
    }
    if (std::ranges::find(provider.presets, preset.id, &Preset::id) != provider.presets.end())
        fail(item.line, u"the same preset twice"_s);
    provider.presets.append(preset);
}

void PresetReader::readForeign(const Json &item, Provider &provider)
{
    allowKeys(item, {"id", "title", "sentence", "family", "instead"});
    ForeignScope scope;
    scope.id = text(item, "id", u"[!#-+\\--\\[\\]-~]{1,128}"_s); // as a scope's
    scope.title = sentence(item, "title", 120);
    scope.sentence = sentence(item, "sentence", 400);
    const QString family = text(item, "family", u"instagram|facebook"_s);
    scope.family = family == "instagram"_L1 ? Family::Instagram : Family::Facebook;
    scope.instead = optionalText(item, "instead", u".{1,128}"_s);
    if (scope.family == provider.family)
        fail(item.line, u"elsewhere is another family"_s);
    if (provider.scope(scope.id))
        fail(item.line, u"a scope that is here and elsewhere"_s);
    if (!scope.instead.isEmpty() && !provider.scope(scope.instead))
        fail(item.member("instead")->line, u"an unknown scope"_s);
    if (std::ranges::find(provider.elsewhere, scope.id, &ForeignScope::id) != provider.elsewhere.end())
        fail(item.line, u"the same scope twice"_s);
    provider.elsewhere.append(scope);
}

} // namespace tokendesk
