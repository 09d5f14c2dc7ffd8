// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "provider/provider.h"

#include <QFrame>

class QVBoxLayout;

namespace tokendesk {

class ScopeRow;

/// The permissions of a provider as rows with a checkbox each. What a permission needs is ticked with it and says so.
class ScopePicker : public QFrame
{
    Q_OBJECT
public:
    explicit ScopePicker(QWidget *parent = nullptr);

    /// Shows the provider's scopes with those in `chosen`, and what they need, ticked.
    void setProvider(const Provider &provider, const QStringList &chosen);
    /// The ids that are ticked, in the provider's order.
    QStringList scopes() const;
    /// Where the keyboard starts: the first row that can be changed.
    QWidget *firstField() const;

signals:
    void changed();

private:
    void toggle(const QString &scopeId);
    void showChoice();
    QString neededBy(const Scope &scope, const QStringList &ticked) const;

    Provider m_provider;
    QStringList m_chosen; ///< ticked by the person, without what they need
    QList<ScopeRow *> m_rows; ///< one per scope, in the provider's order
    QWidget *m_content;
    QVBoxLayout *m_layout;
};

} // namespace tokendesk
