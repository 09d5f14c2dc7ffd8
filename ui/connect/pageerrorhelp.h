// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "errortext.h"
#include "provider/provider.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace tokendesk {

class ErrorView;
struct KnownError;
class RedirectList;

/// "The page shows an error": what it says is picked or pasted, and answered with the cause, the mend and who can do
/// it. No answer comes back from such a page, so that the program learns of it from the person alone.
class PageErrorHelp : public QWidget
{
    Q_OBJECT
public:
    explicit PageErrorHelp(QWidget *parent);

    /// Begins anew, for an attempt at that provider by way of that redirect address.
    void setAttempt(const Provider &provider, const QString &redirectAddress);

signals:
    /// Show what is known of the app.
    void appRequested();
    void linkRequested(const QUrl &url);
    /// There is something new to read.
    void answered();

private:
    void answer(const QString &words);
    ErrorText wordsFor(const KnownError &known, const QString &words) const;
    void offer(const KnownError *known);

    Provider m_provider;
    QComboBox *m_words;
    QLabel *m_unknown;
    ErrorView *m_answer;
    RedirectList *m_address;
    QPushButton *m_app;
    QPushButton *m_dashboard;
    QPushButton *m_invitations;
};

} // namespace tokendesk
