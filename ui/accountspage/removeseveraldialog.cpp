// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountspage/removeseveraldialog.h"

#include "accountspage/batchtext.h"
#include "style.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr qsizetype mostNames = 5;

QLabel *paragraph(const QString &name, const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

} // namespace

RemoveSeveralDialog::RemoveSeveralDialog(const QStringList &names, int unrevoked, QWidget *parent)
    : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"removeSeveralDialog"_s);
    setWindowTitle(tr("Remove accounts"));
    makePage(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, pageMargin, pageMargin, 5 * gridUnit);
    column->setSpacing(3 * gridUnit);

    QLabel *title = paragraph(u"removeSeveralTitle"_s, tr("Remove %n account(s)?", nullptr, int(names.size())), this);
    makeHeading(title);
    column->addWidget(title);
    column->addWidget(paragraph(u"removeSeveralNames"_s, someOf(names, mostNames), this));
    column->addWidget(paragraph(u"removeSeveralText"_s,
                                tr("This removes their tokens from this computer. It does not revoke them: "
                                   "whoever has a copy can still use it until it ends."),
                                this));
    if (unrevoked > 0)
        column->addWidget(paragraph(u"removeSeveralPending"_s,
                                    tr("%n of them were to be revoked, and their providers have not ended them yet. To "
                                       "remove them now is to give that up.",
                                       nullptr, unrevoked),
                                    this));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    QPushButton *removeButton = buttons->addButton(tr("Remove"), QDialogButtonBox::AcceptRole);
    removeButton->setObjectName(u"removeSeveral"_s);
    makePrimary(removeButton);
    QPushButton *cancel = buttons->button(QDialogButtonBox::Cancel);
    cancel->setObjectName(u"removeSeveralCancel"_s);
    cancel->setDefault(true);
    cancel->setFocus();
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addSpacing(2 * gridUnit);
    column->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 64);
}

} // namespace tokendesk
