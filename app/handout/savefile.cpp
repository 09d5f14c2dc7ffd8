// SPDX-License-Identifier: GPL-3.0-or-later
#include "handout/savefile.h"

#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace tokendesk {

Result<void> saveFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failure(ErrorKind::Storage, u"opening the file: %1"_s.arg(file.errorString()));
    // On a full disk Qt 6.4 writes a part, and then calls both flush and commit a success.
    if (file.write(content) != content.size() || !file.flush()) {
        const QString why = file.errorString();
        file.cancelWriting();
        (void)file.commit(); // removes what was begun
        return failure(ErrorKind::Storage, u"writing the file: %1"_s.arg(why));
    }
    if (!file.commit())
        return failure(ErrorKind::Storage, u"putting the file in its place: %1"_s.arg(file.errorString()));
    return {};
}

} // namespace tokendesk
