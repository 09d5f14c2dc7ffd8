// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QList>
#include <QObject>
#include <QPointer>

namespace tokendesk {

/// What is said where an account is asked for that is not there.
inline Error noSuchAccount()
{
    return {.kind = ErrorKind::InvalidInput, .what = QStringLiteral("There is no such account")};
}

/// Joins an operation's answer to the step that goes on with it. `object` outlives the operation's context.
template <typename Object, typename T>
Callback<T> then(Object *object, void (Object::*step)(Result<T>))
{
    return [object, step](Result<T> result) { (object->*step)(std::move(result)); };
}

/// Ends an operation that failed before it began: later, as Callback promises.
template <typename T>
void failLater(QObject *context, const Callback<T> &done, const Error &error)
{
    QMetaObject::invokeMethod(context, [done, error] { done(std::unexpected(error)); }, Qt::QueuedConnection);
}

/// For an operation that has to go on when the caller is gone: its answer reaches only a living caller.
template <typename T>
Callback<T> whileAlive(QObject *context, Callback<T> done)
{
    return [guard = QPointer<QObject>(context), done = std::move(done)](Result<T> result) {
        if (guard)
            done(std::move(result));
    };
}

template <typename T>
Result<T> copyOf(const Result<T> &result)
{
    return result;
}

inline Result<Secret> copyOf(const Result<Secret> &result)
{
    if (!result)
        return std::unexpected(result.error());
    return result->clone();
}

/// Everybody who waits for the answer of one operation. Who is gone by then hears nothing.
template <typename T>
class Waiters
{
public:
    void add(QObject *context, Callback<T> done) { m_list.append({context, std::move(done)}); }
    bool isEmpty() const { return m_list.isEmpty(); }

    void tell(const Result<T> &result)
    {
        for (const Waiter &waiter : std::exchange(m_list, {})) {
            if (waiter.context)
                waiter.done(copyOf(result));
        }
    }

private:
    struct Waiter
    {
        QPointer<QObject> context;
        Callback<T> done;
    };
    QList<Waiter> m_list;
};

} // namespace tokendesk
