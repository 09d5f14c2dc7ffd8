// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QList>
#include <QString>
#include <QStringList>
#include <utility>

namespace tokendesk {

/// Secrets that were planted, and the search for them: as they are, in UTF-16, percent-encoded, in hexadecimal, and in
/// base64 wherever they begin. Half of a secret is found like a whole one.
class Canaries
{
public:
    /// At least 16 bytes.
    void plant(const QByteArray &secret);
    qsizetype count() const { return m_secrets.size(); }

    /// What of them is in these bytes: "secret 2 in base64" and so on; empty where there is nothing.
    QStringList in(const QByteArray &bytes) const;
    /// The same of every file below the folder, with its path. Links are not followed.
    QStringList below(const QString &folder) const;
    /// Of one file.
    QStringList inFile(const QString &path) const;

    /// Every way in which a secret may be written, for the search's own test: name and bytes.
    static QList<std::pair<QString, QByteArray>> disguises(const QByteArray &secret);

private:
    struct Disguise
    {
        QString name;
        QByteArray bytes;
    };
    QByteArrayList m_secrets;
    QList<Disguise> m_disguises;
};

} // namespace tokendesk
