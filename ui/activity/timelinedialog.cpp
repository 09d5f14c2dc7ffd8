// SPDX-License-Identifier: GPL-3.0-or-later
#include "activity/timelinedialog.h"

#include "activity/eventtext.h"
#include "activity/noticetext.h"
#include "activity/timelinetext.h"
#include "connect/connectpage.h"
#include "connect/copybutton.h"
#include "style.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

/// What is said of an event besides itself.
QString noteOn(const Event &event, const std::optional<Operation> &operation)
{
    if (const std::optional<Notice> notice = noticeFrom(event))
        return describe(*notice).todo;
    if (operation)
        return TimelineDialog::tr("What TokenDesk asked for it, without queries, bodies, tokens and ids.");
    return operationOf(event.kind)
        ? TimelineDialog::tr("Nothing was asked of the provider for it, or that was not noted.")
        : TimelineDialog::tr("Nothing is asked of the provider for it.");
}

} // namespace

TimelineDialog::TimelineDialog(const QString &happened, const QString &said, const QString &line,
                               const std::optional<Operation> &operation, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    name(this, u"timelineDialog"_s, tr("What happened"));
    setWindowTitle(accessibleName());
    makePage(this);
    QLabel *title = wrapping(happened, this);
    title->setObjectName(u"timelineTitle"_s);
    makeTitle(title);
    QLabel *note = wrapping(said, this);
    note->setObjectName(u"timelineNote"_s);
    note->setVisible(!said.isEmpty());
    makeMuted(note);
    auto *copy = new CopyButton(tr("Copy as text"), this);
    name(copy, u"timelineCopy"_s, tr("Copy what happened as text"));
    const QString text = line + (operation ? asText(*operation) : QString());
    connect(copy, &QPushButton::clicked, copy, [copy, text] { copy->copy(text); });
    auto *close = new QPushButton(tr("Close"), this);
    name(close, u"timelineClose"_s, close->text());
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);

    auto *buttons = new QHBoxLayout;
    buttons->addWidget(copy);
    buttons->addStretch();
    buttons->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, pageMargin, pageMargin, 5 * gridUnit);
    column->setSpacing(3 * gridUnit);
    column->addWidget(title);
    column->addWidget(note);
    if (operation)
        column->addWidget(table(*operation), 1);
    if (operation && operation->leftOut > 0)
        column->addWidget(wrapping(tr("%n more request(s) followed.", nullptr, operation->leftOut), this));
    column->addLayout(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * (operation ? 104 : 72));
}

QWidget *TimelineDialog::table(const Operation &operation)
{
    auto *view = new QTreeView(this);
    auto *model = new QStandardItemModel(view);
    name(view, u"timelineRows"_s, tr("Requests"));
    model->setHorizontalHeaderLabels({tr("After"), tr("Request"), tr("Host"), tr("Answer"), tr("Took"), tr("Trace")});
    const QLocale locale;
    const auto seconds = [&locale](std::chrono::milliseconds time) {
        if (time < std::chrono::seconds(1))
            return tr("%1 ms").arg(time.count());
        //: 1.2 seconds
        return tr("%1 s").arg(locale.toString(double(time.count()) / 1000, 'f', 1));
    };
    for (const RequestNote &note : operation.requests) {
        QList<QStandardItem *> row;
        for (const QString &text : {seconds(note.since), QString(note.method + u' ' + note.path), note.host,
                                    outcomeOf(note), seconds(note.duration), note.traceId})
            row.append(new QStandardItem(text));
        if (!note.trouble.isEmpty())
            row[3]->setForeground(Colours::of(palette()).warning);
        model->appendRow(row);
    }
    view->setModel(model);
    view->setRootIsDecorated(false);
    view->setUniformRowHeights(true);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setAllColumnsShowFocus(true);
    for (int column = 0; column < model->columnCount(); ++column)
        view->resizeColumnToContents(column);
    view->setMinimumHeight(fontMetrics().lineSpacing() * 10);
    return view;
}

void openTimeline(const Accounts &accounts, const Event &event, QWidget *parent)
{
    const std::optional<Operation> operation = accounts.operationOf(event);
    (new TimelineDialog(describe(event), noteOn(event, operation), lineOf(event), operation, parent))->open();
}

} // namespace tokendesk
