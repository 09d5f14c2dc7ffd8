// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QIODevice>
#include <QNetworkRequest>

namespace tokendesk {

/// A request body that can be read once. Where a server ends the connection without an answer, Qt up to 6.8 sends the
/// request again without a word; an authorization code would be spent twice (RFC 6749 4.1.2). It also repeats a
/// request that is answered with 401. What it cannot rewind it does not repeat. Wiped when it goes.
class OneShotBody : public QIODevice
{
    Q_OBJECT
public:
    /// Takes over what `body` holds and tells the request its length.
    static OneShotBody *replace(QIODevice &body, QNetworkRequest &request);

    bool isSequential() const override { return true; }
    bool reset() override { return false; }
    qint64 bytesAvailable() const override { return m_bytes.size() - m_at + QIODevice::bytesAvailable(); }
    bool atEnd() const override { return m_at == m_bytes.size() && QIODevice::bytesAvailable() == 0; }

protected:
    qint64 readData(char *data, qint64 most) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    explicit OneShotBody(Secret bytes);

    Secret m_bytes;
    qsizetype m_at = 0;
};

} // namespace tokendesk
