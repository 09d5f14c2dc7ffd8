// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/settings.h"

#include <QWidget>

class QCheckBox;

namespace tokendesk {

/// Notices, with permission and while a sign-in waits, that an address was copied that may be the answer. Nothing of
/// what is on the clipboard is kept, and nothing at all is read before the tick or after the end.
class WatchBox : public QWidget
{
    Q_OBJECT
public:
    WatchBox(Settings &settings, QWidget *parent);

    /// A sign-in waits for its answer at this address.
    void begin(const QString &redirectAddress);
    void end();

signals:
    /// Begins as the redirect address does; to be checked like any other that is pasted.
    void addressCopied(const QString &address);

private:
    void choose();
    void look();

    Settings &m_settings;
    QCheckBox *m_box;
    QString m_address; ///< empty while nothing waits
};

} // namespace tokendesk
