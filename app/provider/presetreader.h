// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "provider/fieldreader.h"
#include "provider/provider.h"

namespace tokendesk {

/// Reads what a provider file says beside its scopes: the jobs they are for, and what only another way has.
class PresetReader : public FieldReader
{
public:
    using FieldReader::FieldReader;

    /// Reads "presets" and "elsewhere" of `root` into `provider`, whose scopes are there already. See fault().
    void read(const Json &root, Provider &provider);

private:
    void readPreset(const Json &item, Provider &provider);
    void readForeign(const Json &item, Provider &provider);
};

} // namespace tokendesk
