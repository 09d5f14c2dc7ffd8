// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/canaries.h"

#include <QDirIterator>
#include <QFile>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

QByteArray utf16(const QByteArray &text)
{
    const QString wide = QString::fromLatin1(text);
    return {reinterpret_cast<const char *>(wide.utf16()), wide.size() * 2};
}

/// The part of the base64 text that is the same whatever stands before and behind the secret.
QByteArray base64After(qsizetype before, const QByteArray &secret)
{
    const QByteArray whole = (QByteArray(before, ' ') + secret).toBase64(QByteArray::OmitTrailingEquals);
    const qsizetype begin = before == 0 ? 0 : before + 1;
    return whole.mid(begin, whole.size() - begin - 2);
}

QByteArray percentOfAll(const QByteArray &secret)
{
    QByteArray text;
    for (const char c : secret)
        text += '%' + QByteArray(1, c).toHex().toUpper();
    return text;
}

} // namespace

QList<std::pair<QString, QByteArray>> Canaries::disguises(const QByteArray &secret)
{
    QList<std::pair<QString, QByteArray>> all{
        {u"plain"_s, secret},
        {u"UTF-16"_s, utf16(secret)},
        {u"percent encoding"_s, percentOfAll(secret)},
        {u"hexadecimal"_s, secret.toHex()},
        {u"hexadecimal in capitals"_s, secret.toHex().toUpper()},
    };
    for (const qsizetype before : {0, 1, 2}) {
        const QByteArray text = base64After(before, secret);
        all.append({u"base64 at %1"_s.arg(before), text});
        QByteArray url = text;
        url.replace('+', '-').replace('/', '_');
        if (url != text)
            all.append({u"base64url at %1"_s.arg(before), url});
    }
    return all;
}

void Canaries::plant(const QByteArray &secret)
{
    m_secrets.append(secret);
    const QString name = u"secret %1"_s.arg(m_secrets.size());
    const qsizetype half = secret.size() / 2;
    for (const QByteArray &part : {secret.first(half), secret.last(half)}) {
        for (const auto &[disguise, bytes] : disguises(part))
            m_disguises.append({"%1, %2"_L1.arg(name, disguise), bytes});
    }
}

QStringList Canaries::in(const QByteArray &bytes) const
{
    QStringList found;
    for (const Disguise &disguise : m_disguises) {
        if (bytes.contains(disguise.bytes))
            found << disguise.name;
    }
    return found;
}

QStringList Canaries::inFile(const QString &path) const
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList found;
    for (const QString &canary : in(file.readAll()))
        found << "%1: %2"_L1.arg(path, canary);
    return found;
}

QStringList Canaries::below(const QString &folder) const
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext())
        found += inFile(files.next());
    return found;
}

} // namespace tokendesk
