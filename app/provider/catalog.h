// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "provider/provider.h"

#include <QHash>
#include <QList>
#include <functional>
#include <optional>

namespace tokendesk {

/// All providers: the built-in files and those in the user's own folder. A faulty file is left out and reported.
/// Whatever reads the files again ends what description() gave. They are read at the first question: a start that asks
/// nothing about providers does not wait for them.
class Catalog
{
public:
    /// Of the built-in files and `folder`/*.json; a missing folder is an empty one. A user's file cannot take the id of
    /// a built-in one.
    explicit Catalog(const QString &folder, const QString &language = {});

    /// Reads everything again at the next question, with the texts in the language that the program has then.
    void reload(const QString &language = {});

    const QList<Provider> &providers() const { return files().providers; }
    /// Files that could not be used, with the line that is wrong; Error::what starts with the file's name.
    const QList<Error> &problems() const { return files().problems; }

    /// The provider as it can be talked to now. Practice is started for that by the source given below.
    /// Errors: InvalidInput for an unknown id; whatever the source says.
    Result<Provider> provider(const QString &id) const;

    /// The description alone, starting nothing; null for an unknown id. Valid as long as the catalog.
    const Provider *description(const QString &id) const;

    // -- the user's own
    /// In which the texts of such files are read.
    QString language() const;
    bool isOwn(const QString &id) const { return files().own.contains(id); }
    /// The file of an own provider as it is now. Errors: InvalidInput where it is not an own one, Storage.
    Result<QByteArray> ownFile(const QString &id) const;
    /// What readProvider() says of that file beside all providers but `replaced`; and InvalidInput where a file that is
    /// there could not be used any more beside it.
    Result<Provider> check(const QByteArray &json, const QString &replaced = {}) const;
    /// Writes a provider file of the user's own, whole or not at all, and reads everything again. It takes the place of
    /// the own provider `replaced`, whose id it must have; empty for a new one. Errors: those of check(), Storage.
    Result<Provider> save(const QByteArray &json, const QString &replaced = {});
    /// Removes the file of an own provider and reads everything again. Whether accounts need it is for the caller to
    /// know. Errors: InvalidInput where it is not an own one, Storage.
    Result<void> remove(const QString &id);

    /// Starts the practice server where it does not run yet and tells its port.
    using PortSource = std::function<Result<quint16>()>;
    void setPracticePort(PortSource source) { m_practicePort = std::move(source); }

private:
    /// A file as if it were in the folder.
    struct Draft
    {
        QString fileName;
        QByteArray json;
    };
    /// What was read.
    struct Files
    {
        QList<Provider> providers;
        QHash<QString, QString> own; ///< by the provider's id: the name of its file
        QList<Error> problems;
    };
    const Files &files() const;
    Files read(const std::optional<Draft> &draft = {}) const;
    bool add(Files &files, const QString &path, const std::optional<QByteArray> &instead = {}) const;
    QString freeFileName(const QString &id) const;

    QString m_folder;
    QString m_language;
    mutable std::optional<Files> m_files; ///< nothing until somebody asks
    PortSource m_practicePort;
};

} // namespace tokendesk
