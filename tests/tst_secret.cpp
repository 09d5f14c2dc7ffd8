// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/secret.h"
#include "graph/replies.h"

#include <QDebug>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>
#include <array>
#include <type_traits>

using namespace Qt::StringLiterals;
using namespace tokendesk;

static_assert(!std::is_copy_constructible_v<Secret> && !std::is_copy_assignable_v<Secret>);
static_assert(std::is_nothrow_move_constructible_v<Secret> && std::is_nothrow_move_assignable_v<Secret>);
static_assert(!std::is_convertible_v<Secret, QString> && !std::is_convertible_v<Secret, QByteArray>);

namespace {

/// Something to look for in memory that is itself not lying about there: it is kept in disguise.
class Marker
{
public:
    static constexpr std::size_t size = 48;

    Marker()
    {
        for (char &c : m_disguised)
            c = char(disguise ^ ('A' + QRandomGenerator::system()->bounded(26)));
    }

    QByteArray bytes() const
    {
        QByteArray plain(size, Qt::Uninitialized);
        for (std::size_t i = 0; i < size; ++i)
            plain[qsizetype(i)] = char(m_disguised[i] ^ disguise);
        return plain;
    }

    /// In this process's writable memory, as bytes or as UTF-16.
    int copiesInMemory() const
    {
        QFile maps(u"/proc/self/maps"_s);
        QFile memory(u"/proc/self/mem"_s);
        if (!maps.open(QIODevice::ReadOnly) || !memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
            return -1;
        int found = 0;
        for (const QByteArray &map : maps.readAll().split('\n')) {
            if (map.contains(" rw-p "))
                found += copiesIn(memory, map);
        }
        return found;
    }

private:
    static constexpr char disguise = 0x5A;
    static constexpr qint64 pieceSize = 1 << 20;

    int copiesIn(QFile &memory, const QByteArray &map) const
    {
        const qint64 from = map.first(map.indexOf('-')).toLongLong(nullptr, 16);
        const qint64 to = map.sliced(map.indexOf('-') + 1).split(' ').first().toLongLong(nullptr, 16);
        if (to - from > (256 << 20)) // the sanitizer's shadow
            return 0;
        int found = 0;
        for (qint64 at = from; at < to; at += pieceSize - qint64(2 * size)) {
            const qint64 length = memory.seek(at) ? memory.read(s_piece.data(), std::min(pieceSize, to - at)) : 0;
            found += countIn(std::size_t(std::max<qint64>(length, 0)), 1)
                + countIn(std::size_t(std::max<qint64>(length, 0)), 2);
        }
        s_piece.fill('\0');
        return found;
    }

    int countIn(std::size_t length, std::size_t step) const
    {
        int found = 0;
        for (std::size_t at = 0; at + step * size <= length; ++at) {
            std::size_t same = 0;
            while (same < size && s_piece[at + step * same] == char(m_disguised[same] ^ disguise))
                ++same;
            found += same == size ? 1 : 0;
        }
        return found;
    }

    std::array<char, size> m_disguised{};
    static inline std::array<char, pieceSize> s_piece{};
};

} // namespace

class TestSecret : public QObject
{
    Q_OBJECT
private slots:
    void keepsBytes();
    void emptyOnesAreEqual();
    void movingEmptiesTheSource();
    void assigningToItselfKeepsIt();
    void cloneIsASecondCopy();
    void textIsKeptAsUtf8();
    void takingWipesTheSource();
    void comparisonSeesEveryByte();
    void printsItsFingerprintOnly();
    void wipeOverwrites();
    void leavesNoCopyBehind_data();
    void leavesNoCopyBehind();
    void theScanFindsWhatIsLeftBehind();
};

void TestSecret::keepsBytes()
{
    const QByteArray bytes("a\0b\xFF", 4);
    const Secret secret(bytes);
    QCOMPARE(secret.size(), 4);
    QCOMPARE(secret.view().toByteArray(), bytes);
    QVERIFY(!secret.isEmpty());
}

void TestSecret::emptyOnesAreEqual()
{
    const Secret none;
    QVERIFY(none.isEmpty());
    QCOMPARE(none.view().size(), 0);
    QVERIFY(none == Secret(QByteArrayView()));
    QVERIFY(none.toText().isEmpty());
    QVERIFY(none.clone().isEmpty());
}

void TestSecret::movingEmptiesTheSource()
{
    Secret source(QByteArrayView("token"));
    Secret target(std::move(source));
    QVERIFY(source.isEmpty()); // NOLINT(bugprone-use-after-move)
    QVERIFY(target.equals("token"));
    Secret other(QByteArrayView("older"));
    other = std::move(target);
    QVERIFY(target.isEmpty()); // NOLINT(bugprone-use-after-move)
    QVERIFY(other.equals("token"));
}

void TestSecret::assigningToItselfKeepsIt()
{
    Secret secret(QByteArrayView("token"));
    Secret &same = secret;
    secret = std::move(same);
    QVERIFY(secret.equals("token"));
}

void TestSecret::cloneIsASecondCopy()
{
    const Secret secret(QByteArrayView("token"));
    const Secret copy = secret.clone();
    QVERIFY(copy == secret);
    QVERIFY(copy.view().data() != secret.view().data());
}

void TestSecret::textIsKeptAsUtf8()
{
    const QString text = u"Schlüssel €𝄞"_s;
    const Secret secret = Secret::fromText(text);
    QCOMPARE(secret.view().toByteArray(), text.toUtf8());
    QCOMPARE(secret.toText(), text);
    QVERIFY(Secret::fromText({}).isEmpty());
}

void TestSecret::takingWipesTheSource()
{
    QByteArray bytes(100, 'x');
    const QByteArrayView memory(bytes);
    const Secret secret = Secret::takeFrom(bytes);
    QVERIFY(bytes.isEmpty());
    QCOMPARE(secret.size(), 100);

    QByteArray shared("shared by two");
    const QByteArray other = shared;
    QVERIFY(Secret::takeFrom(shared).equals("shared by two"));
    QCOMPARE(other, QByteArray("shared by two"));
}

void TestSecret::comparisonSeesEveryByte()
{
    const Secret secret(QByteArrayView("abcdef"));
    QVERIFY(secret.equals("abcdef"));
    QVERIFY(!secret.equals("abcdeg"));
    QVERIFY(!secret.equals("bbcdef"));
    QVERIFY(!secret.equals("abcde"));
    QVERIFY(!secret.equals("abcdefg"));
    QVERIFY(!secret.equals(""));
}

void TestSecret::printsItsFingerprintOnly()
{
    const Secret secret(QByteArrayView("abc"));
    QCOMPARE(secret.fingerprint(), u"ba7816bf"_s); // FIPS 180-2, B.1
    QString text;
    QDebug(&text) << secret;
    QCOMPARE(text.trimmed(), u"Secret(ba7816bf)"_s);
}

void TestSecret::wipeOverwrites()
{
    std::array<char, 5> buffer{'t', 'o', 'k', 'e', 'n'};
    wipe(buffer.data(), 4);
    QCOMPARE(QByteArrayView(buffer), QByteArrayView("\0\0\0\0n", 5));
    wipe(nullptr, 0);
}

void TestSecret::leavesNoCopyBehind_data()
{
    using Use = void (*)(const Marker &);
    QTest::addColumn<Use>("use");
    const auto row = [](const char *name, Use use) { QTest::newRow(name) << use; };
    row("taken from an array", [](const Marker &marker) {
        QByteArray bytes = marker.bytes();
        const Secret secret = Secret::takeFrom(bytes);
    });
    row("moved about", [](const Marker &marker) {
        QByteArray bytes = marker.bytes();
        Secret first = Secret::takeFrom(bytes);
        std::vector<Secret> many;
        for (int i = 0; i < 20; ++i)
            many.emplace_back();
        many.push_back(std::move(first));
        many.front() = std::move(many.back());
        many.front() = Secret();
    });
    row("cloned, compared and fingerprinted", [](const Marker &marker) {
        QByteArray bytes = marker.bytes();
        const Secret secret = Secret::takeFrom(bytes);
        const Secret copy = secret.clone();
        QVERIFY(copy == secret);
        QVERIFY(!copy.fingerprint().isEmpty());
    });
    row("read from an answer", [](const Marker &marker) {
        QByteArray bytes = marker.bytes();
        Answer answer{.status = 200, .body = QByteArray(), .headers = {}};
        answer.body.reserve(200);
        answer.body.append("{\"data\":[{\"x\":1,\"access_token\":\"").append(bytes).append("\",\"y\":[]}]}");
        const Secret token = Secret::takeFrom(bytes);
        const Result<Grant> grant = readGrant(answer);
        QVERIFY(grant && grant->token == token);
    });
    row("from text that is wiped", [](const Marker &marker) {
        QByteArray bytes = marker.bytes();
        QString text = QString::fromLatin1(bytes);
        wipe(bytes.data(), std::size_t(bytes.size()));
        const Secret secret = Secret::fromText(text);
        wipe(text.data(), std::size_t(text.size()) * sizeof(QChar));
    });
}

void TestSecret::leavesNoCopyBehind()
{
    using Use = void (*)(const Marker &);
    QFETCH(Use, use);
    const Marker marker;
    if (marker.copiesInMemory() < 0)
        QSKIP("this platform does not show a process its memory");
    use(marker);
    QCOMPARE(marker.copiesInMemory(), 0);
}

void TestSecret::theScanFindsWhatIsLeftBehind()
{
    const Marker marker;
    if (marker.copiesInMemory() < 0)
        QSKIP("this platform does not show a process its memory");
    const QByteArray left = marker.bytes();
    const QString wide = QString::fromLatin1(left);
    QVERIFY(marker.copiesInMemory() >= 2);
    QCOMPARE(left.size(), wide.size());
}

QTEST_GUILESS_MAIN(TestSecret)
#include "tst_secret.moc"
