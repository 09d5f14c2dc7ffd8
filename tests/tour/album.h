// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QString>

class QWidget;

namespace tokendesk {

/// The folder with the tour's pictures, numbered in the order in which they are taken.
class Album
{
public:
    /// Makes the folder where it is missing and empties it of earlier pictures.
    explicit Album(const QString &folder);

    /// Once nothing in it moves any more. `name` is such as "empty"; answers where the picture is.
    QString take(QWidget *window, const QString &name);
    /// Where the next picture is to be put by somebody else.
    QString nextFile(const QString &name);

private:
    QDir m_folder;
    int m_count = 0;
};

} // namespace tokendesk
