// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "provider/provider.h"

#include <QWidget>

class QCheckBox;
class QLabel;

namespace tokendesk {

/// A permission's technical name, small and quiet.
QLabel *technicalLabel(const QString &id, QWidget *parent);

/// One permission: checkbox, title, sentence, technical name and badge. The whole row can be clicked; what a click does
/// is the picker's to decide.
class ScopeRow : public QWidget
{
    Q_OBJECT
public:
    ScopeRow(const Scope &scope, const Provider &provider, QWidget *parent);

    /// `neededBy` names the ticked permissions that do not work without this one; empty for none.
    void setTicked(bool ticked, const QString &neededBy);
    QWidget *field() const;

signals:
    void clicked();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QString m_sentence;
    QString m_badgeText;
    bool m_required;
    bool m_ticked = false; ///< as the picker wants it; the box may have been toggled since
    QCheckBox *m_box;
    QLabel *m_title;
    QLabel *m_reason; ///< "Needed by …"
    QLabel *m_badge;
};

} // namespace tokendesk
