// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace tokendesk {

class ConnectPage;

/// The frame around pages: step, title and sentence above; link, Back, Cancel and the primary button below.
class PagedDialog : public QDialog
{
    Q_OBJECT
public:
    explicit PagedDialog(QWidget *parent);

protected:
    void add(ConnectPage *page);
    void goTo(ConnectPage *page);
    ConnectPage *page() const;

    /// "Connect an account · step 3 of 4" for the page shown.
    virtual QString stepLine() const = 0;
    /// Where Back leads; null for nowhere.
    virtual ConnectPage *pageBefore() const = 0;
    /// What the button says that closes the dialog.
    virtual QString closeText() const = 0;
    virtual void goBack() = 0;

private:
    void buildHead();
    void buildFoot();
    void showFrame();

    QWidget *m_head;
    QLabel *m_step;
    QLabel *m_title;
    QLabel *m_sentence;
    QStackedWidget *m_stack;
    QWidget *m_foot;
    QPushButton *m_link;
    QPushButton *m_back;
    QPushButton *m_close;
    QPushButton *m_primary;
};

} // namespace tokendesk
