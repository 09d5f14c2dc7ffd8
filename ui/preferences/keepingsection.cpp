// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/keepingsection.h"

#include "moodlabel.h"
#include "style.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

QCheckBox *tickBox(const QString &name, const QString &text, const QString &hint, QWidget *parent)
{
    auto *box = new QCheckBox(text, parent);
    box->setObjectName(name);
    box->setAccessibleName(text);
    box->setAccessibleDescription(hint);
    return box;
}

QLabel *hintLabel(const QString &hint, QWidget *parent)
{
    auto *label = new QLabel(hint, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setContentsMargins(6 * gridUnit, 0, 0, 0);
    makeMuted(label);
    return label;
}

MoodLabel *noticeLabel(const QString &name, QWidget *parent)
{
    auto *label = new MoodLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setContentsMargins(6 * gridUnit, 0, 0, 0);
    label->hide();
    return label;
}

void tell(MoodLabel *label, const QString &text, Mood mood)
{
    label->setText(text);
    label->setAccessibleName(text);
    label->setMood(mood);
    label->setVisible(!text.isEmpty());
}

QString loginHint(const QString &place)
{
    return KeepingSection::tr("Starts hidden in the tray. Kept in %1.").arg(place);
}

QString renewalHint(const Schedule &schedule)
{
    switch (schedule.platform()) {
    case Platform::Linux:
        return KeepingSection::tr("Every hour, while you are logged in: a timer of systemd, %1.").arg(schedule.place());
    case Platform::Mac:
        return KeepingSection::tr("Every hour, while you are logged in: a launch agent, %1.").arg(schedule.place());
    case Platform::Windows:
        return KeepingSection::tr("Every hour, while you are logged in: a task of Windows, “%1”.")
            .arg(schedule.place());
    }
    Q_UNREACHABLE();
}

/// Half ticked only as long as something is to be mended: the next click ticks it.
void showState(QCheckBox *box, Installed state)
{
    const bool isWhole = state == Installed::Off || state == Installed::On;
    box->setTristate(!isWhole);
    box->setCheckState(!isWhole ? Qt::PartiallyChecked : state == Installed::On ? Qt::Checked : Qt::Unchecked);
}

QString mendingText(Installed state)
{
    switch (state) {
    case Installed::Off:
    case Installed::On:
        return {};
    case Installed::Elsewhere:
        return KeepingSection::tr(
            "Set up for a TokenDesk at another place, such as before it was moved. Click once more "
            "to start this one.");
    case Installed::Half:
        return KeepingSection::tr("Only a part of it is set up or running. Click once more to mend it.");
    }
    Q_UNREACHABLE();
}

} // namespace

KeepingSection::KeepingSection(const Desktop &desktop, QWidget *parent)
    : QWidget(parent)
    , m_autostart(desktop)
    , m_schedule(desktop)
    , m_login(tickBox(u"startAtLogin"_s, tr("Start when I log in"), loginHint(m_autostart.place()), this))
    , m_loginNotice(noticeLabel(u"startAtLoginNotice"_s, this))
    , m_renewal(
          tickBox(u"renewWhileClosed"_s, tr("Renew tokens while TokenDesk is closed"), renewalHint(m_schedule), this))
    , m_renewalNotice(noticeLabel(u"renewWhileClosedNotice"_s, this))
    , m_cron(cronRow())
{
    setObjectName(u"keeping"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(gridUnit);
    column->addWidget(m_login);
    column->addWidget(hintLabel(m_login->accessibleDescription(), this));
    column->addWidget(m_loginNotice);
    column->addSpacing(2 * gridUnit);
    column->addWidget(m_renewal);
    column->addWidget(hintLabel(m_renewal->accessibleDescription(), this));
    column->addWidget(m_renewalNotice);
    column->addWidget(m_cron);

    connect(m_login, &QCheckBox::clicked, this, [this] { switchAutostart(m_login->checkState()); });
    connect(m_renewal, &QCheckBox::clicked, this, [this] { switchSchedule(m_renewal->checkState()); });
    showAutostart();
    askSchedule();
}

QWidget *KeepingSection::cronRow()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(6 * gridUnit, 0, 0, 0);
    layout->setSpacing(2 * gridUnit);
    auto *line = new QLineEdit(m_schedule.cronLine(), row);
    line->setObjectName(u"cronLine"_s);
    line->setAccessibleName(tr("Line for cron"));
    line->setReadOnly(true);
    line->setCursorPosition(0);
    auto *copy = new QPushButton(tr("Copy"), row);
    copy->setObjectName(u"copyCronLine"_s);
    copy->setAccessibleName(tr("Copy the line for cron"));
    copy->setAutoDefault(false);
    layout->addWidget(line, 1);
    layout->addWidget(copy);
    row->hide();
    connect(copy, &QPushButton::clicked, this, &KeepingSection::copyCronLine);
    return row;
}

// -- at login

void KeepingSection::showAutostart()
{
    const Installed state = m_autostart.state();
    showState(m_login, state);
    tell(m_loginNotice, mendingText(state), Mood::Warning);
}

void KeepingSection::switchAutostart(Qt::CheckState chosen)
{
    const Result<void> done = chosen == Qt::Unchecked ? m_autostart.turnOff() : m_autostart.turnOn();
    showAutostart();
    if (!done)
        tell(m_loginNotice,
             tr("%1 could not be changed. Check that the disk is not full and that you may write there.")
                 .arg(m_autostart.place()),
             Mood::Trouble);
}

// -- while the window is closed

void KeepingSection::askSchedule()
{
    m_renewal->setEnabled(false);
    m_schedule.query(this, [this](const Result<Installed> &state) { showSchedule(state); });
}

void KeepingSection::showSchedule(const Result<Installed> &state)
{
    m_renewal->setEnabled(true);
    if (!state)
        return tellScheduleTrouble(state.error());
    showState(m_renewal, *state);
    if (const QString text = mendingText(*state); !text.isEmpty())
        tell(m_renewalNotice, text, Mood::Warning);
}

void KeepingSection::switchSchedule(Qt::CheckState chosen)
{
    m_renewal->setEnabled(false);
    m_cron->hide();
    tell(m_renewalNotice, {}, Mood::Warning);
    const auto done = [this](const Result<void> &result) { scheduleChanged(result); };
    if (chosen == Qt::Unchecked)
        m_schedule.remove(this, done);
    else
        m_schedule.install(this, done);
}

void KeepingSection::scheduleChanged(const Result<void> &result)
{
    if (!result)
        tellScheduleTrouble(result.error());
    askSchedule();
}

void KeepingSection::tellScheduleTrouble(const Error &error)
{
    const bool isSystem = error.kind == ErrorKind::SchedulerUnavailable || error.kind == ErrorKind::TimedOut;
    const bool hasCron = isSystem && !m_schedule.cronLine().isEmpty();
    QString text = tr("Your system's scheduler does not answer or refused.");
    if (hasCron)
        text = tr("The scheduler of your system (systemd) does not serve you here. With cron this line does the same; "
                  "“crontab -e” is where it goes:");
    else if (error.kind == ErrorKind::InvalidInput)
        text = tr("The program tokendesk-cli, which does it, is not beside this one. Install TokenDesk again.");
    else if (error.kind == ErrorKind::Storage)
        text = tr("%1 could not be changed. Check that the disk is not full and that you may write there.")
                   .arg(m_schedule.place());
    tell(m_renewalNotice, text, Mood::Trouble);
    m_renewalNotice->setToolTip(error.message.isEmpty() ? error.what : error.message);
    m_cron->setVisible(hasCron);
}

void KeepingSection::copyCronLine()
{
    QGuiApplication::clipboard()->setText(m_schedule.cronLine());
}

} // namespace tokendesk
