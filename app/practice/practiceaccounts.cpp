// SPDX-License-Identifier: GPL-3.0-or-later
#include "practice/practiceaccounts.h"

#include <QtEndian>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr int side = 96;

QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToBigEndian(number, bytes.data());
    return bytes;
}

// The CRC-32 of PNG (ISO 3309), bit by bit: the pictures are small.
quint32 crc32(const QByteArray &bytes)
{
    quint32 crc = 0xffffffff;
    for (const char byte : bytes) {
        crc ^= quint8(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xedb88320 : 0);
    }
    return ~crc;
}

QByteArray chunk(const QByteArray &type, const QByteArray &data)
{
    return bigEndian(quint32(data.size())) + type + data + bigEndian(crc32(type + data));
}

// A head and shoulders in white on the account's colour.
bool isFigure(int x, int y)
{
    const auto inside = [x, y](int centreX, int centreY, int radius) {
        return (x - centreX) * (x - centreX) + (y - centreY) * (y - centreY) <= radius * radius;
    };
    return inside(side / 2, 38, 17) || inside(side / 2, 94, 32);
}

QByteArray pixels(quint32 colour)
{
    QByteArray rows;
    rows.reserve(side * (1 + 3 * side));
    for (int y = 0; y < side; ++y) {
        rows.append('\0'); // no filter
        for (int x = 0; x < side; ++x)
            rows.append(bigEndian(isFigure(x, y) ? 0xffffff : colour).sliced(1));
    }
    return rows;
}

} // namespace

const QList<PracticeAccount> &practiceAccounts()
{
    static const QList<PracticeAccount> accounts{
        {27640875392278831, u"17841400000000101"_s, u"practice.account"_s, u"Practice Account"_s, u"Business"_s,
         0x4b57d8, 1280, 96, 214},
        {27640875392278832, u"17841400000000102"_s, u"second.practice"_s, u"Second Practice"_s, u"Media_Creator"_s,
         0x1f7a4d, 54210, 310, 1873},
        {27640875392278833, u"17841400000000103"_s, u"third.practice"_s, u"Third Practice"_s, u"Business"_s, 0xa3552f,
         87, 12, 9},
    };
    return accounts;
}

const PracticeAccount *practiceAccount(quint64 userId)
{
    const auto &all = practiceAccounts();
    const auto found = std::find_if(all.begin(), all.end(), [=](const auto &each) { return each.userId == userId; });
    return found == all.end() ? nullptr : &*found;
}

QByteArray practicePicture(quint32 colour)
{
    const QByteArray eightBitRgb("\x08\x02\x00\x00\x00", 5);
    const QByteArray size = bigEndian(side) + bigEndian(side);
    // qCompress() is zlib's format behind four bytes of length.
    const QByteArray image = qCompress(pixels(colour)).sliced(4);
    return QByteArray("\x89PNG\r\n\x1a\n", 8) + chunk("IHDR", size + eightBitRgb) + chunk("IDAT", image)
        + chunk("IEND", {});
}

} // namespace tokendesk
