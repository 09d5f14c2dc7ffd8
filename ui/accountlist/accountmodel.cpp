// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountlist/accountmodel.h"

#include "accountpage/remedy.h"
#include "statustext.h"

#include <algorithm>
#include <limits>

using namespace std::chrono_literals;

namespace tokendesk {

namespace {

bool inOrder(const QString &one, const QString &other)
{
    return QString::localeAwareCompare(one, other) < 0;
}

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
{
    for (const Account &account : services.accounts.all())
        m_rows.append({account.id, account.displayName()});
    std::sort(m_rows.begin(), m_rows.end(), [](const Row &a, const Row &b) { return inOrder(a.name, b.name); });
    connect(&services.accounts, &Accounts::accountAdded, this, &AccountModel::add);
    connect(&services.accounts, &Accounts::accountChanged, this, &AccountModel::update);
    connect(&services.accounts, &Accounts::accountRemoved, this, &AccountModel::remove);
    connect(&m_minute, &QTimer::timeout, this, &AccountModel::updateTimes);
    m_minute.start(1min);
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
    case UrgencyRole:
        return urgencyOf(m_services.accounts.status(row.id).status);
    case EndRole:
        return account->expiresAt.isValid() ? account->expiresAt.toMSecsSinceEpoch()
                                            : std::numeric_limits<qint64>::max();
    case PracticeRole:
        return isPractice(*account);
    case SearchRole:
        return QStringList{account->label, account->username, account->name}.join(u'\n');
    default:
        return statusData(*account, role);
    }
}

QModelIndex AccountModel::indexOf(const QString &accountId) const
{
    const auto row = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &one) { return one.id == accountId; });
    return row == m_rows.end() ? QModelIndex() : index(int(row - m_rows.begin()));
}

void AccountModel::add(const QString &id)
{
    const std::optional<Account> account = m_services.accounts.find(id);
    if (!account)
        return;
    const int place = placeOf(account->displayName());
    beginInsertRows({}, place, place);
    m_rows.insert(place, {id, account->displayName()});
    endInsertRows();
}

void AccountModel::update(const QString &id)
{
    const QModelIndex index = indexOf(id);
    const std::optional<Account> account = m_services.accounts.find(id);
    if (!index.isValid() || !account)
        return;
    int row = index.row();
    const QString name = account->displayName();
    if (m_rows.at(row).name != name) {
        m_rows[row].name = name;
        const int place = placeOf(name);
        // Qt counts the place as it was before the row left its own.
        if (place != row && place != row + 1) {
            beginMoveRows({}, row, row, {}, place);
            const int target = place > row ? place - 1 : place;
            m_rows.move(row, target);
            endMoveRows();
            row = target;
        }
    }
    emit dataChanged(this->index(row), this->index(row));
}

void AccountModel::remove(const QString &id)
{
    const QModelIndex index = indexOf(id);
    if (!index.isValid())
        return;
    beginRemoveRows({}, index.row(), index.row());
    m_rows.removeAt(index.row());
    endRemoveRows();
}

void AccountModel::updateTimes()
{
    if (!m_rows.isEmpty())
        emit dataChanged(index(0), index(int(m_rows.size()) - 1));
}

int AccountModel::placeOf(const QString &name) const
{
    const auto place
        = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return inOrder(name, row.name); });
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
    const QString words = text.detail.isEmpty() ? tr("%1, %2").arg(account.displayName(), text.word)
                                                : tr("%1, %2, %3").arg(account.displayName(), text.word, text.detail);
    //: %1 is what is said of any account
    return isPractice(account) ? tr("%1, practice account").arg(words) : words;
}

bool AccountModel::isPractice(const Account &account) const
{
    const Provider *provider = m_services.catalog.description(account.providerId);
    return provider && provider->practice;
}

} // namespace tokendesk
