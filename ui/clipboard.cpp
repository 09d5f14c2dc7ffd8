// SPDX-License-Identifier: GPL-3.0-or-later
#include "clipboard.h"

#include "concealment.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QRandomGenerator>
#include <algorithm>

using namespace std::chrono_literals;

namespace tokendesk {

Clipboard::Clipboard(const Settings &settings, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_clock(clock)
    , m_clipboard(*QGuiApplication::clipboard())
    , m_pasteboardNames(std::make_unique<PasteboardNames>())
{
    m_tick.setInterval(200ms);
    connect(&m_tick, &QTimer::timeout, this, &Clipboard::tick);
    connect(&m_clipboard, &QClipboard::dataChanged, this, &Clipboard::forgetIfReplaced);
    // The platform's clipboard is gone by the time the destructor runs.
    connect(qApp, &QCoreApplication::aboutToQuit, this, &Clipboard::clear);
}

Clipboard::~Clipboard() = default;

void Clipboard::copy(const Secret &token, const QString &accountId)
{
    m_salt.resize(16);
    QRandomGenerator::system()->generate(m_salt.begin(), m_salt.end());
    m_fingerprint = fingerprintOf(token.view());
    m_accountId = accountId;
    m_seconds = m_settings.clipboardSeconds();
    m_copiedAt = m_clock.now();

    auto data = std::make_unique<QMimeData>();
    data->setText(token.toText());
    conceal(*data);
    m_clipboard.setMimeData(data.release(), QClipboard::Clipboard);
    m_tick.start();
    emit changed();
}

void Clipboard::clear()
{
    if (!isHolding())
        return;
    const bool ours = isStillOurs();
    forget();
    if (ours)
        m_clipboard.clear(QClipboard::Clipboard);
    emit changed();
}

int Clipboard::secondsLeft() const
{
    return isHolding() ? int(std::clamp<qint64>(m_seconds - m_copiedAt.secsTo(m_clock.now()), 0, m_seconds)) : 0;
}

double Clipboard::shareLeft() const
{
    const double left = 1 - double(m_copiedAt.msecsTo(m_clock.now())) / (1000.0 * m_seconds);
    return isHolding() ? std::clamp(left, 0.0, 1.0) : 0;
}

void Clipboard::tick()
{
    const QDateTime now = m_clock.now();
    // A clock that went back must not prolong the time.
    if (now >= m_copiedAt.addSecs(m_seconds) || now < m_copiedAt)
        return clear();
    emit ticked();
}

void Clipboard::forgetIfReplaced()
{
    if (!isHolding() || isStillOurs())
        return;
    forget();
    emit changed();
}

void Clipboard::forget()
{
    m_tick.stop();
    m_fingerprint.clear();
    m_accountId.clear();
}

bool Clipboard::isStillOurs() const
{
    QByteArray text = m_clipboard.text(QClipboard::Clipboard).toUtf8();
    const bool same = fingerprintOf(text) == m_fingerprint;
    wipe(text.data(), std::size_t(text.size()));
    return same;
}

QByteArray Clipboard::fingerprintOf(QByteArrayView text) const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(m_salt);
    hash.addData(text);
    return hash.result();
}

} // namespace tokendesk
