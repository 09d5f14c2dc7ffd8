// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountspage/outcomerow.h"

#include "style.h"

#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr int shapeSize = 9;
constexpr int shapeRoom = shapeSize + 2 * gridUnit;
constexpr qsizetype mostNames = 30;

QLabel *line(const QString &name, const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

OutcomeRow::OutcomeRow(const BatchGroup &group, QWidget *parent)
    : QWidget(parent)
    , m_mood(group.mood)
{
    const QString count = QLocale().toString(int(group.names.size()));
    //: How many accounts, what became of them: "12 × Renewed"
    QLabel *text = line(u"outcomeText"_s, tr("%1 × %2").arg(count, group.text), this);
    makeHeading(text);
    setObjectName(u"outcome"_s);
    setAccessibleName(text->text());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(layoutDirection() == Qt::RightToLeft ? 0 : shapeRoom, 0,
                               layoutDirection() == Qt::RightToLeft ? shapeRoom : 0, 0);
    column->setSpacing(2);
    column->addWidget(text);
    if (!group.told)
        return;
    QLabel *names = line(u"outcomeNames"_s, someOf(group.names, mostNames), this);
    makeMuted(names);
    column->addWidget(names);
}

/// Beside the first line.
void OutcomeRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const double x = layoutDirection() == Qt::RightToLeft ? width() - shapeSize / 2.0 : shapeSize / 2.0;
    paintShape(painter, m_mood, {x, fontMetrics().height() / 2.0 + 1}, shapeSize,
               inkOf(m_mood, Colours::of(palette())));
}

} // namespace tokendesk
