// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "services.h"

#include <QPointer>
#include <QWidget>
#include <functional>

namespace tokendesk {

class UnsavedQuestion;

/// What closing the window means: going on beside the clock, or ending, with what a person has to know or decide
/// before it.
class Closing : public QObject
{
    Q_OBJECT
public:
    Closing(Services &services, QWidget &window);

    /// Who knows whether the program goes on without the window; asked at each closing. Without it, it does not.
    void setStaysBehind(const std::function<bool()> &staysBehind) { m_staysBehind = staysBehind; }
    /// May the window close and the program end? Otherwise the window is hidden, or a question stands that closes it
    /// again where the answer is yes.
    bool mayClose();

signals:
    /// Only the window went. The first time, the person is to be told.
    void hidden(bool firstTime);
    void notSaved(const tokendesk::Error &error);
    /// The person wants to see to a schedule instead.
    void scheduleRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void hide();
    void askBeforeLosing();
    void explain();
    void end();

    Services &m_services;
    QWidget &m_window;
    QPointer<UnsavedQuestion> m_question;
    QPointer<QWidget> m_explanation;
    std::function<bool()> m_staysBehind;
    bool m_quitting = false; ///< not the window alone
    bool m_losesTokens = false; ///< the person said so
};

} // namespace tokendesk
