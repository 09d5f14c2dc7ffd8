// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountpage/secretdialog.h"

#include "style.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokendesk {

SecretDialog::SecretDialog(const QString &appName, QWidget *parent)
    : QDialog(parent)
    , m_field(new QLineEdit(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"secretDialog"_s);
    setWindowTitle(tr("App secret"));
    auto *label
        = new QLabel(tr("The secret of the app “%1” is not kept on this computer. It is needed once to turn the "
                        "one-hour token into a 60-day token.")
                         .arg(appName),
                     this);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setBuddy(m_field);
    m_field->setObjectName(u"secret"_s);
    m_field->setAccessibleName(tr("App secret"));
    m_field->setEchoMode(QLineEdit::Password);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *go = buttons->addButton(tr("Continue"), QDialogButtonBox::AcceptRole);
    go->setObjectName(u"continue"_s);
    go->setEnabled(false);
    makePrimary(go);
    connect(m_field, &QLineEdit::textChanged, go,
            [go](const QString &text) { go->setEnabled(!text.trimmed().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, pageMargin, pageMargin, 5 * gridUnit);
    column->setSpacing(3 * gridUnit);
    column->addWidget(label);
    column->addWidget(m_field);
    column->addWidget(buttons);
    setMinimumWidth(110 * gridUnit);
}

Secret SecretDialog::takeSecret()
{
    Secret secret = Secret::fromText(QStringView(m_field->text()).trimmed());
    m_field->clear();
    return secret;
}

} // namespace tokendesk
