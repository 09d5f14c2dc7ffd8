// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountpage/noticebar.h"

#include "moodlabel.h"
#include "style.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {
constexpr int shapeSize = 10;
}

NoticeBar::NoticeBar(QWidget *parent, const QString &objectName)
    : QFrame(parent)
    , m_text(new MoodLabel(this))
    , m_action(new QPushButton(this))
    , m_other(new QPushButton(this))
{
    setObjectName(objectName);
    m_text->setObjectName(objectName + "Text"_L1);
    m_text->setWordWrap(true);
    m_action->setObjectName(objectName + "Action"_L1);
    m_other->setObjectName(objectName + "Other"_L1);
    makeQuiet(m_other);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(pageMargin, 2 * gridUnit, pageMargin, 2 * gridUnit);
    row->setSpacing(0);
    row->addSpacing(shapeSize + 2 * gridUnit);
    row->addWidget(m_text, 1);
    row->addSpacing(4 * gridUnit);
    row->addWidget(m_action, 0, Qt::AlignVCenter);
    row->addSpacing(2 * gridUnit);
    row->addWidget(m_other, 0, Qt::AlignVCenter);
    row->addStrut(controlHeight);
    connect(m_action, &QPushButton::clicked, this, &NoticeBar::actionChosen);
    connect(m_other, &QPushButton::clicked, this, &NoticeBar::otherChosen);
    hide();
}

void NoticeBar::setNotice(const Notice &notice)
{
    m_mood = notice.mood;
    m_text->setText(notice.text);
    m_action->setText(notice.action);
    m_action->setEnabled(true);
    m_action->setVisible(!notice.action.isEmpty());
    m_other->setText(notice.other);
    m_other->setEnabled(true);
    m_other->setVisible(!notice.other.isEmpty());
    m_text->setMood(notice.mood);
    setVisible(!notice.text.isEmpty());
    update();
}

void NoticeBar::setBusy(const QString &text)
{
    m_text->setText(text);
    m_action->setEnabled(false);
    m_other->setEnabled(false);
}

void NoticeBar::paintEvent(QPaintEvent *)
{
    const Colours colours = Colours::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), tintOf(m_mood, colours));
    painter.fillRect(QRect(0, height() - 1, width(), 1), colours.line);
    const double x = pageMargin + shapeSize / 2.0;
    const double mirrored = layoutDirection() == Qt::RightToLeft ? width() - x : x;
    paintShape(painter, m_mood, {mirrored, height() / 2.0}, shapeSize, inkOf(m_mood, colours));
}

} // namespace tokendesk
