// SPDX-License-Identifier: GPL-3.0-or-later
#include "graph/tokenlist.h"

#include "base/printable.h"

#include <QHash>
#include <QStringDecoder>
#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr qsizetype longestName = 200;

/// Cells as bytes, since some of them are tokens; each is wiped when it goes.
struct Record
{
    int line = 1;
    std::vector<Secret> cells;
};

/// Reads records of RFC 4180, leniently: a quotation mark inside a cell is a character like any other.
class RecordReader
{
public:
    /// Without a separator the whole text is one cell.
    RecordReader(QByteArrayView text, char separator)
        : m_text(text)
        , m_separator(separator)
    {
    }

    bool atEnd() const { return m_at >= m_text.size(); }
    Record next();

private:
    Secret cell();
    Secret quotedCell();
    bool isEndOfLine() const { return atEnd() || (m_separator && (m_text[m_at] == '\n' || m_text[m_at] == '\r')); }
    bool isEndOfCell() const { return isEndOfLine() || (m_separator && m_text[m_at] == m_separator); }

    QByteArrayView m_text;
    char m_separator;
    qsizetype m_at = 0;
    int m_line = 1;
};

Record RecordReader::next()
{
    Record record{.line = m_line, .cells = {}};
    record.cells.push_back(cell());
    while (!isEndOfLine()) {
        ++m_at; // the separator
        record.cells.push_back(cell());
    }
    if (!atEnd() && m_text[m_at] == '\r')
        ++m_at;
    if (!atEnd() && m_text[m_at] == '\n')
        ++m_at;
    ++m_line;
    return record;
}

Secret RecordReader::cell()
{
    if (!isEndOfCell() && m_text[m_at] == '"')
        return quotedCell();
    const qsizetype begin = m_at;
    while (!isEndOfCell())
        ++m_at;
    return Secret(m_text.sliced(begin, m_at - begin));
}

/// Up to its closing mark; where that is missing, up to the end of the text.
Secret RecordReader::quotedCell()
{
    const qsizetype begin = ++m_at;
    const auto isMark = [this](qsizetype at) { return at < m_text.size() && m_text[at] == '"'; };
    while (!atEnd() && (!isMark(m_at) || isMark(m_at + 1))) {
        m_line += m_text[m_at] == '\n';
        m_at += isMark(m_at) ? 2 : 1;
    }
    const qsizetype end = std::min(m_at, m_text.size());
    while (!isEndOfCell())
        ++m_at; // the mark, and what wrongly stands behind it
    QByteArray bytes = m_text.sliced(begin, end - begin).toByteArray();
    bytes.replace("\"\"", "\"");
    return Secret::takeFrom(bytes);
}

/// JSON is one record of one cell: its commas separate nothing that matters here.
bool isJson(QByteArrayView text)
{
    const QByteArrayView begin = text.trimmed().first(std::min<qsizetype>(1, text.trimmed().size()));
    return begin == "{" || begin == "[";
}

/// The one that stands most often in the first line.
char separatorOf(QByteArrayView text)
{
    if (isJson(text))
        return '\0';
    const QByteArrayView first = text.first(std::ranges::find(text, '\n') - text.begin());
    char best = ',';
    for (const char each : {',', ';', '\t'}) {
        if (first.count(each) > first.count(best))
            best = each;
    }
    return best;
}

QString nameIn(const Secret &cell)
{
    QString name = QString::fromUtf8(cell.view()).simplified();
    name.removeIf(isDeceptive);
    if (name.startsWith(u'@'))
        name.remove(0, 1);
    return name.left(longestName);
}

/// Which columns hold what; -1 where the heading does not say.
struct Heading
{
    qsizetype token = -1;
    qsizetype name = -1;
};

std::optional<Heading> headingIn(const Record &record)
{
    Heading heading;
    for (std::size_t i = 0; i < record.cells.size(); ++i) {
        QString word = nameIn(record.cells[i]).toLower();
        word.replace(u'_', u' ').replace(u'-', u' ');
        if (heading.token < 0 && (word == "token"_L1 || word == "access token"_L1 || word == "accesstoken"_L1))
            heading.token = qsizetype(i);
        const QStringList names{u"name"_s, u"account"_s, u"username"_s, u"user"_s, u"label"_s, u"konto"_s};
        if (heading.name < 0 && names.contains(word))
            heading.name = qsizetype(i);
    }
    return heading.token < 0 && heading.name < 0 ? std::nullopt : std::optional(heading);
}

/// How much a finding tells: a token beats a piece of one, and that a number or a word.
int weightOf(PasteFinding finding)
{
    switch (finding) {
    case PasteFinding::Token:
        return 4;
    case PasteFinding::Retired:
    case PasteFinding::Truncated:
    case PasteFinding::Several:
    case PasteFinding::TooLong:
        return 3;
    case PasteFinding::AppSecret:
    case PasteFinding::Code:
        return 2;
    case PasteFinding::AppId:
    case PasteFinding::NoToken:
        return 1;
    case PasteFinding::Empty:
        return 0;
    }
    Q_UNREACHABLE();
}

/// The column of the name, or the first cell that is neither a token nor a number.
QString nameOf(const Record &record, const Heading &heading)
{
    for (std::size_t i = 0; i < record.cells.size(); ++i) {
        const PasteFinding finding = readPastedToken(record.cells[i].view()).finding;
        const bool several = record.cells.size() > 1; // what stands alone is the row's content
        const bool meant
            = heading.name < 0 ? several && finding == PasteFinding::NoToken : heading.name == qsizetype(i);
        if (meant && weightOf(finding) < 2)
            return nameIn(record.cells[i]);
    }
    return {};
}

/// One row, or one for each of its tokens where it has several.
std::vector<TokenRow> rowsOf(const Record &record, const Heading &heading)
{
    std::vector<TokenRow> rows;
    PastedToken best;
    const QString name = nameOf(record, heading);
    for (std::size_t i = 0; i < record.cells.size(); ++i) {
        if (heading.token >= 0 && heading.token != qsizetype(i))
            continue;
        for (PastedToken &token : readPastedTokens(record.cells[i].view()))
            rows.push_back({.line = record.line, .name = name, .read = std::move(token)});
        PastedToken read = readPastedToken(record.cells[i].view());
        if (weightOf(read.finding) > weightOf(best.finding))
            best = std::move(read);
    }
    if (rows.empty())
        rows.push_back({.line = record.line, .name = name, .read = std::move(best)});
    return rows;
}

bool isBlank(const Record &record)
{
    return std::ranges::all_of(record.cells, [](const Secret &cell) { return cell.view().trimmed().isEmpty(); });
}

bool hasToken(const Record &record)
{
    return std::ranges::any_of(record.cells,
                               [](const Secret &cell) { return weightOf(readPastedToken(cell.view()).finding) >= 2; });
}

/// UTF-8 without a byte order mark, from what programs for tables write.
Secret decoded(QByteArrayView file)
{
    if (file.startsWith("\xEF\xBB\xBF"))
        return Secret(file.sliced(3));
    const auto encoding = QStringConverter::encodingForData(file);
    if (encoding != QStringConverter::Utf16LE && encoding != QStringConverter::Utf16BE)
        return Secret(file);
    QString text = QStringDecoder(*encoding)(file);
    Secret secret = Secret::fromText(text);
    text.fill(u'\0');
    return secret;
}

/// Of the last row: is its token that of a row before it?
void noteSame(std::vector<TokenRow> &rows, QHash<QString, std::size_t> &places)
{
    TokenRow &row = rows.back();
    if (row.read.token.isEmpty())
        return;
    const QString fingerprint = row.read.token.fingerprint();
    const auto place = places.constFind(fingerprint);
    if (place == places.constEnd())
        places.insert(fingerprint, rows.size() - 1);
    else if (rows[*place].read.token == row.read.token)
        row.sameAs = rows[*place].line;
}

std::unexpected<Error> refusal(const QString &what, int line)
{
    return std::unexpected(Error{.kind = ErrorKind::InvalidInput, .what = what, .line = line});
}

} // namespace

Result<std::vector<TokenRow>> readTokenList(const Secret &file)
{
    if (file.size() > largestTokenFile)
        return refusal(u"a file of tokens larger than 4 MiB"_s, 0);
    const Secret text = decoded(file.view());
    RecordReader reader(text.view(), separatorOf(text.view()));
    std::vector<TokenRow> rows;
    QHash<QString, std::size_t> places; // by fingerprint, since the tokens are to stay where they are
    Heading heading;
    for (bool first = true; !reader.atEnd();) {
        const Record record = reader.next();
        if (isBlank(record))
            continue;
        const std::optional<Heading> named = first && !hasToken(record) ? headingIn(record) : std::nullopt;
        first = false;
        if (named) {
            heading = *named;
            continue;
        }
        for (TokenRow &row : rowsOf(record, heading)) {
            if (rows.size() == mostTokenRows)
                return refusal(u"a file of more than 10,000 rows"_s, record.line);
            rows.push_back(std::move(row));
            noteSame(rows, places);
        }
    }
    return rows;
}

} // namespace tokendesk
