// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountlist/accountmodel.h"

#include "accountpage/remedy.h"
#include "base/sorting.h"
#include "statustext.h"

#include <algorithm>
#include <limits>

namespace tokendesk {

namespace {

int urgencyOf(Status status)
{
    switch (status) {
    case Status::NeedsYou:
    case Status::NotSaved:
        return 0;
    case Status::Expired:
    case Status::Revoked:
        return 1;
    case Status::Retrying:
        return 2;
    case Status::Renewing:
    case Status::Working:
        return 3;
    }
    Q_UNREACHABLE();
}

qint64 endOf(const Account &account)
{
    const QDateTime end = account.neededBy();
    return end.isValid() ? end.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max();
}

double shareLeft(const Account &account, const QDateTime &now)
{
    if (!account.expiresAt.isValid())
        return -1;
    const double whole = double(account.issuedAt.secsTo(account.expiresAt));
    return whole > 0 ? std::clamp(double(now.secsTo(account.expiresAt)) / whole, 0.0, 1.0) : 0;
}

} // namespace

AccountModel::AccountModel(Services &services, QObject *parent)
    : QAbstractListModel(parent)
    , m_services(services)
    , m_order(services.settings.accountOrder())
{
    m_rows.reserve(services.accounts.all().size());
    for (const Account &account : services.accounts.all())
        m_rows.append(rowOf(account));
    sort();
    m_rankSoon.setSingleShot(true);
    m_rankSoon.setInterval(0);
    connect(&m_rankSoon, &QTimer::timeout, this, &AccountModel::rank);
    connect(&services.accounts, &Accounts::accountAdded, this, &AccountModel::add);
    connect(&services.accounts, &Accounts::accountChanged, this, &AccountModel::update);
    connect(&services.accounts, &Accounts::accountRemoved, this, &AccountModel::remove);
}

int AccountModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant AccountModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return row.name;
    if (role == IdRole)
        return row.id;
    if (role == SearchRole && !row.searched.isEmpty())
        return row.searched;
    const std::optional<Account> account = m_services.accounts.find(row.id);
    if (!account)
        return {};
    switch (role) {
    case Qt::AccessibleTextRole:
        return accessibleText(*account);
    case ShareLeftRole:
        return remedyFor(m_services.accounts.status(row.id)) == Remedy::SignInAgain
            ? 0.0
            : shareLeft(*account, m_services.clock.now());
    case MarkedRole:
        return m_services.accounts.isMarked(row.id);
    case PracticeRole:
        return isPractice(*account);
    case SearchRole:
        return row.searched = QStringList{account->label, account->username, account->name}.join(u'\n');
    default:
        return statusData(*account, role);
    }
}

QModelIndex AccountModel::indexOf(const QString &accountId) const
{
    const int place = placeNow(accountId);
    return place < 0 ? QModelIndex() : index(place);
}

/// -1 where it is not in the list. Where thousands of accounts change at once, a search for each takes too long.
int AccountModel::placeNow(const QString &accountId) const
{
    const int place = m_places.value(accountId, -1);
    if (place >= 0 && place < m_rows.size() && m_rows.at(place).id == accountId)
        return place;
    m_places.clear();
    for (int row = 0; row < int(m_rows.size()); ++row)
        m_places.insert(m_rows.at(row).id, row);
    return m_places.value(accountId, -1);
}

void AccountModel::add(const QString &id)
{
    const std::optional<Account> account = m_services.accounts.find(id);
    if (!account)
        return;
    const Row row = rowOf(*account);
    const int place = placeOf(row, 0, int(m_rows.size()));
    beginInsertRows({}, place, place);
    m_rows.insert(place, row);
    endInsertRows();
}

void AccountModel::update(const QString &id)
{
    const int row = placeNow(id);
    const std::optional<Account> account = m_services.accounts.find(id);
    if (row < 0 || !account)
        return;
    Row fresh = rowOf(*account);
    if (fresh.rank != m_rows.at(row).rank) {
        // A locked keychain changes all accounts at once: they move together.
        fresh.rank = m_rows.at(row).rank;
        m_rankSoon.start();
    }
    int place = row;
    if (row > 0 && isBefore(fresh, m_rows.at(row - 1)))
        place = placeOf(fresh, 0, row);
    else if (row + 1 < m_rows.size() && isBefore(m_rows.at(row + 1), fresh))
        place = placeOf(fresh, row + 1, int(m_rows.size())) - 1;
    if (place != row) {
        beginMoveRows({}, row, row, {}, place > row ? place + 1 : place); // Qt counts it as before the move
        m_rows.move(row, place);
        endMoveRows();
    }
    m_rows[place] = fresh;
    emit dataChanged(index(place), index(place));
}

void AccountModel::remove(const QString &id)
{
    const int row = placeNow(id);
    if (row < 0)
        return;
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
}

void AccountModel::sortBy(AccountOrder order)
{
    if (order == m_order)
        return;
    m_order = order;
    rank();
}

void AccountModel::updateTimes()
{
    if (m_rows.isEmpty())
        return;
    if (m_order == AccountOrder::NeedsYou)
        rank();
    emit dataChanged(index(0), index(int(m_rows.size()) - 1),
                     {WordRole, DetailRole, MoodRole, ShareLeftRole, Qt::AccessibleTextRole});
}

/// Finds out what is to stand first, and puts everything there that is not.
void AccountModel::rank()
{
    for (Row &row : m_rows) {
        if (const std::optional<Account> account = m_services.accounts.find(row.id))
            row.rank = rankOf(*account);
    }
    const auto before = [this](const Row &one, const Row &other) { return isBefore(one, other); };
    if (std::ranges::is_sorted(m_rows, before))
        return;
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    const QModelIndexList former = persistentIndexList();
    QStringList ids;
    for (const QModelIndex &one : former)
        ids.append(m_rows.at(one.row()).id);
    sort();
    QModelIndexList present;
    for (const QString &id : ids)
        present.append(indexOf(id));
    changePersistentIndexList(former, present);
    emit layoutChanged({}, VerticalSortHint);
}

void AccountModel::sort()
{
    sortByName(m_rows, m_names, [](const Row &row) { return row.name; });
    if (m_order != AccountOrder::Name)
        std::ranges::stable_sort(m_rows, {}, &Row::rank);
}

AccountModel::Row AccountModel::rowOf(const Account &account) const
{
    return {account.id, account.displayName(), rankOf(account)};
}

qint64 AccountModel::rankOf(const Account &account) const
{
    switch (m_order) {
    case AccountOrder::Name:
        return 0;
    case AccountOrder::NeedsYou:
        return urgencyOf(m_services.accounts.statusWord(account));
    case AccountOrder::TimeLeft:
        return endOf(account);
    }
    Q_UNREACHABLE();
}

bool AccountModel::isBefore(const Row &one, const Row &other) const
{
    return one.rank != other.rank ? one.rank < other.rank : m_names.compare(one.name, other.name) < 0;
}

/// Among the rows from `first` to the one before `end`.
int AccountModel::placeOf(const Row &row, int first, int end) const
{
    const auto place = std::upper_bound(m_rows.begin() + first, m_rows.begin() + end, row,
                                        [this](const Row &one, const Row &other) { return isBefore(one, other); });
    return int(place - m_rows.begin());
}

QVariant AccountModel::statusData(const Account &account, int role) const
{
    const StatusText text = describe(m_services.accounts.status(account.id), account, m_services.clock.now());
    switch (role) {
    case WordRole:
        return text.word;
    case DetailRole:
        return text.detail;
    case MoodRole:
        return int(text.mood);
    default:
        return {};
    }
}

QString AccountModel::accessibleText(const Account &account) const
{
    const StatusText text = describe(m_services.accounts.status(account.id), account, m_services.clock.now());
    //: Account, status, time left or what is needed
    QString words = text.detail.isEmpty() ? tr("%1, %2").arg(account.displayName(), text.word)
                                          : tr("%1, %2, %3").arg(account.displayName(), text.word, text.detail);
    if (m_services.accounts.isMarked(account.id))
        words = tr("%1, worth a look in the activity").arg(words);
    //: %1 is what is said of any account
    return isPractice(account) ? tr("%1, practice account").arg(words) : words;
}

bool AccountModel::isPractice(const Account &account) const
{
    const Provider *provider = m_services.catalog.description(account.providerId);
    return provider && provider->practice;
}

} // namespace tokendesk
