// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "provider/provider.h"

#include <QList>
#include <functional>

namespace tokendesk {

/// All providers: the built-in files and those in the user's own folder. A faulty file is left out and reported.
class Catalog
{
public:
    /// Reads the built-in files and `folder`/*.json; a missing folder is an empty one. A user's file cannot take the id
    /// of a built-in one.
    explicit Catalog(const QString &folder, const QString &language = {});

    /// Reads everything again, with the texts in the language that the program has now. Ends what description() gave.
    void reload(const QString &language = {});

    const QList<Provider> &providers() const { return m_providers; }
    /// Files that could not be used, with the line that is wrong; Error::what starts with the file's name.
    const QList<Error> &problems() const { return m_problems; }

    /// The provider as it can be talked to now. Practice is started for that by the source given below.
    /// Errors: InvalidInput for an unknown id; whatever the source says.
    Result<Provider> provider(const QString &id) const;

    /// The description alone, starting nothing; null for an unknown id. Valid as long as the catalog.
    const Provider *description(const QString &id) const;

    /// Starts the practice server where it does not run yet and tells its port.
    using PortSource = std::function<Result<quint16>()>;
    void setPracticePort(PortSource source) { m_practicePort = std::move(source); }

private:
    bool add(const QString &path, const QString &language);

    QString m_folder;
    QList<Provider> m_providers;
    QList<Error> m_problems;
    PortSource m_practicePort;
};

} // namespace tokendesk
