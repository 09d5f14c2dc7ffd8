// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "base/secret.h"
#include "base/settings.h"

#include <QByteArray>
#include <QObject>
#include <QTimer>
#include <memory>

class QClipboard;

namespace tokendesk {

class PasteboardNames;

/// Hands a token to the clipboard for a short time: marked as concealed, so that clipboard managers and histories leave
/// it alone, never in the primary selection, and taken away when the time is over, on request, or when the program
/// ends; but only if it is still there.
class Clipboard : public QObject
{
    Q_OBJECT
public:
    /// Settings and clock outlive it.
    Clipboard(const Settings &settings, const Clock &clock, QObject *parent = nullptr);
    ~Clipboard() override;

    /// Copies for Settings::clipboardSeconds; `accountId` tells whose token it is.
    void copy(const Secret &token, const QString &accountId);
    /// Takes the token away now, unless something else was copied since.
    void clear();

    /// A token is there and the time runs.
    bool isHolding() const { return !m_fingerprint.isEmpty(); }
    /// Whose token; empty while nothing is held.
    QString accountId() const { return m_accountId; }
    /// Until it is taken away; 0 while nothing is held.
    int secondsLeft() const;
    /// The same as a share of the whole time, 0 to 1.
    double shareLeft() const;

signals:
    /// A token was copied or taken away, or something else was copied over it.
    void changed();
    /// Several times a second while the time runs.
    void ticked();

private:
    void tick();
    void forgetIfReplaced();
    void forget();
    bool isStillOurs() const;
    QByteArray fingerprintOf(QByteArrayView text) const;

    const Settings &m_settings;
    const Clock &m_clock;
    QClipboard &m_clipboard;
    std::unique_ptr<PasteboardNames> m_pasteboardNames;
    QByteArray m_salt;
    QByteArray m_fingerprint; ///< salted, of what was copied; empty while nothing is held
    QString m_accountId;
    QDateTime m_copiedAt;
    int m_seconds = 0;
    QTimer m_tick;
};

} // namespace tokendesk
