// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCollator>
#include <QList>
#include <QString>
#include <algorithm>
#include <utility>
#include <vector>

namespace tokendesk {

/// A key for its place in the list before it was sorted.
template <typename Key>
struct KeyedRow
{
    Key key;
    qsizetype row;
};

/// Sorts by the keys, and where two are the same by ids. Only what is not in its place is moved, within the list.
template <typename T, typename Key>
void sortByKeys(QList<T> &list, std::vector<KeyedRow<Key>> keyed)
{
    std::ranges::sort(keyed, [&list](const KeyedRow<Key> &a, const KeyedRow<Key> &b) {
        const int order = a.key.compare(b.key);
        return order != 0 ? order < 0 : list.at(a.row).id < list.at(b.row).id;
    });
    for (qsizetype start = 0; start < list.size(); ++start) {
        if (keyed[std::size_t(start)].row == start)
            continue;
        T first = std::move(list[start]);
        qsizetype hole = start;
        for (;;) {
            const qsizetype from = std::exchange(keyed[std::size_t(hole)].row, hole);
            if (from == start)
                break;
            list[hole] = std::move(list[from]);
            hole = from;
        }
        list[hole] = std::move(first);
    }
}

/// Sorts as the collator compares the names, and where two are the same by their ids. Asks the collator once for each
/// name instead of once for each comparison: with thousands of accounts that is what a start has time for. Where they
/// are in order already, as what was sorted before mostly is, one comparison each is all it takes.
template <typename T, typename Name>
void sortByName(QList<T> &list, const QCollator &collator, Name nameOf)
{
    const auto isBefore = [&](const T &one, const T &other) {
        const int order = collator.compare(nameOf(one), nameOf(other));
        return order != 0 ? order < 0 : one.id < other.id;
    };
    if (std::ranges::is_sorted(list, isBefore))
        return;
    // In the C locale the collator compares without case, but its keys know nothing of that, and are no more than text.
    const bool isText = collator.caseSensitivity() == Qt::CaseInsensitive && collator.locale().language() == QLocale::C;
    const auto keysBy = [&list, &nameOf]<typename Key>(auto keyOf, std::vector<KeyedRow<Key>> keyed) {
        keyed.reserve(std::size_t(list.size()));
        for (qsizetype row = 0; row < list.size(); ++row)
            keyed.push_back({keyOf(nameOf(list.at(row))), row});
        sortByKeys(list, std::move(keyed));
    };
    if (isText)
        keysBy([](const QString &name) { return name.toCaseFolded(); }, std::vector<KeyedRow<QString>>());
    else
        keysBy([&collator](const QString &name) { return collator.sortKey(name); },
               std::vector<KeyedRow<QCollatorSortKey>>());
}

} // namespace tokendesk
