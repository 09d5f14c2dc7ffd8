// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/asking.h"
#include "services.h"

#include <QDialog>
#include <QElapsedTimer>
#include <memory>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace tokendesk {

class AnswerTree;
class CopyButton;
class ErrorView;

/// Asks the provider's API something with an account's token, and shows the answer. Reading only.
class TryDialog : public QDialog
{
    Q_OBJECT
public:
    /// The account must be there; where it goes, so does the dialog.
    TryDialog(Services &services, const QString &accountId, QWidget *parent);
    ~TryDialog() override;

private:
    QWidget *question();
    QWidget *answer();
    QWidget *foot();
    void fillCalls();
    void takeCall(int index);
    void look();
    void ask();
    void cancel();
    void showAnswer(const Result<ApiAnswer> &answer);
    void showBusy(bool busy);
    void tellWhatIsAnswered();
    void copyCommand();

    Services &m_services;
    const Account m_account;
    Provider m_provider;
    QComboBox *m_calls;
    QLineEdit *m_path;
    QPushButton *m_ask;
    QPushButton *m_cancel;
    QLabel *m_hint; ///< what is wrong with the path, or what the call needs
    QLabel *m_state; ///< what came
    ErrorView *m_error;
    AnswerTree *m_tree;
    CopyButton *m_copyCommand;
    CopyButton *m_copyAnswer;
    QString m_asked; ///< the path that what is shown is the answer to; empty where nothing is
    QString m_came; ///< in a line
    QElapsedTimer m_time;
    std::unique_ptr<Asking> m_asking; ///< while a request is out
};

} // namespace tokendesk
