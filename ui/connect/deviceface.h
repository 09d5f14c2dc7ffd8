// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph/devicereplies.h"
#include "provider/provider.h"

#include <QUrl>
#include <QWidget>
#include <chrono>

class QLabel;
class QPushButton;

namespace tokendesk {

class ClockRing;
class CopyButton;
class HintLabel;
class QrPicture;

/// What is shown while the person signs in on another device: where, with which code, and for how long it is good.
class DeviceFace : public QWidget
{
    Q_OBJECT
public:
    explicit DeviceFace(QWidget *parent);

    void setCode(const DeviceCode &code, const Provider &provider);
    void setLeft(std::chrono::seconds left);
    /// The code is good no more: another one has to be asked for.
    void sayExpired();
    /// The last question was not answered; it is asked again.
    void sayUnreachable();
    void sayWaiting();
    /// Says that no browser could be started here.
    void sayBrowserMissing();
    QWidget *firstField() const;

signals:
    /// Show this page in a browser of this computer.
    void openRequested(const QUrl &page);

private:
    QWidget *card();
    QWidget *countdown();
    enum class Code { Good, Ended };
    void setCodeIs(Code state);

    Provider m_provider;
    QUrl m_link;
    std::chrono::seconds m_lifetime{};
    QrPicture *m_picture;
    QLabel *m_where;
    QLabel *m_page;
    QLabel *m_codeLabel;
    QLabel *m_code;
    CopyButton *m_copy;
    QPushButton *m_open;
    ClockRing *m_ring;
    QLabel *m_heading;
    HintLabel *m_note;
};

} // namespace tokendesk
