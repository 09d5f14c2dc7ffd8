// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/tracessection.h"

#include "connect/connectpage.h"
#include "connect/trustbox.h"
#include "forget/forgetdialog.h"
#include "style.h"

#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>
#include <QShowEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

QLabel *quiet(const QString &text, QWidget *parent)
{
    QLabel *label = wrapping(text, parent);
    makeMuted(label);
    return label;
}

QLabel *heading(const QString &text, QWidget *parent)
{
    QLabel *label = wrapping(text, parent);
    makeHeading(label);
    return label;
}

} // namespace

TracesSection::TracesSection(Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_trust(new TrustBox(services.certificates, services.desktop, this))
{
    setObjectName(u"traces"_s);
    auto *forgetButton = new QPushButton(tr("Forget everything…"), this);
    name(forgetButton, u"forgetEverything"_s, tr("Forget everything on this computer"));
    forgetButton->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(2 * gridUnit);
    column->addWidget(heading(tr("The sign-in page of this computer"), this));
    column->addWidget(quiet(tr("Where an app has a redirect address with https, the browser comes to a page of "
                               "TokenDesk at the end of a sign-in, and asks whether it may be trusted."),
                            this));
    column->addWidget(m_trust);
    column->addSpacing(4 * gridUnit);
    column->addWidget(heading(tr("Forget everything"), this));
    column->addWidget(quiet(tr("Removes whatever TokenDesk has put on this computer for you: accounts, tokens, app "
                               "secrets, settings. You see what it is before anything goes."),
                            this));
    column->addWidget(forgetButton, 0, Qt::AlignLeft);
    column->addStretch();
    connect(forgetButton, &QPushButton::clicked, this, &TracesSection::forget);
}

/// Only now: a certificate may have to be made for it.
void TracesSection::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!event->spontaneous())
        m_trust->begin();
}

void TracesSection::forget()
{
    auto *dialog = new ForgetDialog(m_services, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ForgetDialog::ended, QCoreApplication::instance(), &QCoreApplication::quit);
    dialog->open();
}

} // namespace tokendesk
