// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "provider/scopechoice.h"

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace tokendesk {

class ForeignRow;
class ScopeRow;

/// The permissions of a provider as rows with a checkbox each. What a permission needs is ticked with it and says so.
/// Behind them stands what only another way to sign in has; a search also finds names that are retired.
class ScopePicker : public QFrame
{
    Q_OBJECT
public:
    explicit ScopePicker(QWidget *parent = nullptr);

    /// Shows the provider's scopes with those in `chosen`, and what they need, ticked. Ends a search.
    void setProvider(const Provider &provider, const QStringList &chosen);
    /// The ids that are ticked, in the provider's order.
    QStringList scopes() const { return m_choice.scopes(); }
    const ScopeChoice &choice() const { return m_choice; }
    void toggleJob(const QString &presetId);
    void dropExcess();
    void reset();

    /// Shows only what has all these words in its title, sentence or technical name. What is ticked stays ticked.
    void search(const QString &words);
    /// How many rows a search has left.
    int found() const;

    /// Where the keyboard starts: the first row that can be changed; in a search the first that it left, or null.
    QWidget *firstField() const;

    /// No taller than it must be: what room there is comes from the page.
    QSize sizeHint() const override { return {QFrame::sizeHint().width(), minimumHeight()}; }

signals:
    void changed();

private:
    void toggle(const QString &scopeId);
    void showChoice();
    void searchForeign(const QStringList &words);
    void searchRetired(const QString &name);
    QString neededBy(const Scope &scope, const QStringList &ticked) const;
    void showRow(const QString &scopeId);

    ScopeChoice m_choice;
    QList<ScopeRow *> m_rows; ///< one per scope, in the provider's order
    QList<ForeignRow *> m_foreign; ///< one per scope of another way, in the provider's order
    QList<ForeignRow *> m_retired; ///< as the search asks for them
    QWidget *m_content;
    QVBoxLayout *m_layout;
    QLabel *m_nothing;
};

} // namespace tokendesk
