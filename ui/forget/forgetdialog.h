// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forget/forgetting.h"
#include "services.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QPushButton;

namespace tokendesk {

/// "Forget everything": says what goes, what stays and that nothing is revoked by it, offers to revoke first, and wants
/// a tick before it begins. What could not be removed is named and can be tried again. Once something is gone, the
/// program ends with the dialog.
class ForgetDialog : public QDialog
{
    Q_OBJECT
public:
    ForgetDialog(Services &services, QWidget *parent);

    /// Not while it works.
    void reject() override;

signals:
    /// The program is to end now.
    void ended();

private:
    QWidget *whatGoes();
    QWidget *whatLives();
    QWidget *buttons();
    void showConsent();

    void revokeFirst();
    void revokeNext();
    void tellRevoked();

    void begin(Forgetting::Reach reach);
    void show(const QList<Remnant> &left);
    QString textFor(const Remnant &remnant) const;

    Services &m_services;
    Forgetting m_forgetting;
    QWidget *m_question; ///< everything before it begins
    QLabel *m_revoked;
    QPushButton *m_revoke;
    QCheckBox *m_consent;
    QLabel *m_title;
    QLabel *m_text; ///< what came of it
    QPushButton *m_forget;
    QPushButton *m_rest;
    QPushButton *m_close;
    QStringList m_toRevoke;
    QStringList m_unrevoked; ///< names
    int m_revokedCount = 0;
    bool m_works = false;
    bool m_done = false;
};

} // namespace tokendesk
