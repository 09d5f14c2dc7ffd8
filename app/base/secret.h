// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <memory>

class QDebug;

namespace tokendesk {

/// Overwrites `size` bytes in a way the optimizer keeps.
void wipe(void *data, std::size_t size);

/// A token, an app secret or a code. Move-only, allocated once at its final size, wiped when it goes. What Qt's JSON,
/// URL and widget classes copied on the way in or out is outside its reach: the aim is a short life, not "never in
/// RAM".
class Secret
{
public:
    Secret() = default;
    /// Copies the bytes; the source stays the caller's to wipe.
    explicit Secret(QByteArrayView bytes);
    /// Copies the text as UTF-8 without a temporary that stays behind.
    static Secret fromText(QStringView text);
    /// Takes the bytes over and wipes the array's own copy, unless somebody else shares it.
    static Secret takeFrom(QByteArray &bytes);

    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;
    ~Secret();

    /// A second copy, asked for by name so that none is made by accident.
    Secret clone() const { return Secret(view()); }

    bool isEmpty() const { return m_size == 0; }
    qsizetype size() const { return qsizetype(m_size); }
    /// The bytes, valid as long as this object is.
    QByteArrayView view() const { return {m_data.get(), qsizetype(m_size)}; }
    /// As text, for the one widget or format that must show it. The caller keeps it short-lived.
    QString toText() const { return QString::fromUtf8(view()); }

    /// The first 8 hex digits of the SHA-256: tells two tokens apart in a log and gives nothing away.
    QString fingerprint() const;
    /// The same bytes? Takes as long whether they differ early or late.
    bool equals(QByteArrayView other) const;
    friend bool operator==(const Secret &a, const Secret &b) { return a.equals(b.view()); }

private:
    std::unique_ptr<char[]> m_data;
    std::size_t m_size = 0;
};

/// Prints the fingerprint.
QDebug operator<<(QDebug debug, const Secret &secret);

} // namespace tokendesk
