// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ownfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>
#include <filesystem>

using namespace Qt::StringLiterals;

namespace tokendesk {

// Not QSaveFile: it makes new files readable for everybody, follows links, and calls a write that fell short on a full
// disk a success.
Result<void> writeOwnFile(const QString &path, QByteArrayView content)
{
    const QFileInfo target(path);
    if (target.isSymLink())
        return failure(ErrorKind::Storage, u"%1 is a symbolic link"_s.arg(path));
    if (!QDir().mkpath(target.absolutePath()))
        return failure(ErrorKind::Storage, u"The folder of %1 could not be made"_s.arg(path));
    const QString freshPath = path + u'.' + QString::number(QRandomGenerator::system()->generate64(), 36);
    QFile fresh(freshPath);
    if (!fresh.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered,
                    QFile::ReadOwner | QFile::WriteOwner))
        return failure(ErrorKind::Storage, u"%1 could not be written"_s.arg(path));
    const bool written = fresh.write(content.data(), content.size()) == content.size();
    fresh.close();
    std::error_code error;
    if (written)
        std::filesystem::rename(QFileInfo(freshPath).filesystemFilePath(), target.filesystemFilePath(), error);
    if (written && !error)
        return {};
    QFile::remove(freshPath);
    return failure(ErrorKind::Storage, u"%1 could not be written"_s.arg(path));
}

Result<void> removeOwnFile(const QString &path)
{
    const QFileInfo target(path);
    if (!target.exists() && !target.isSymLink())
        return {};
    if (!QFile::remove(path))
        return failure(ErrorKind::Storage, u"%1 could not be removed"_s.arg(path));
    return {};
}

} // namespace tokendesk
