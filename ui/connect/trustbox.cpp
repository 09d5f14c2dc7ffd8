// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/trustbox.h"

#include "connect/connectpage.h"
#include "moodlabel.h"
#include "style.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

QString meaningOf(Platform platform)
{
    switch (platform) {
    case Platform::Linux:
        return TrustBox::tr("Or have Chrome, Chromium, Edge, Brave and Opera trust it, so that they ask no more. That "
                            "goes for this one page on this computer and for you alone. Firefox asks once.");
    case Platform::Mac:
        return TrustBox::tr("Or have this computer trust it, so that Safari and Chrome ask no more. That goes for "
                            "this one page and for you alone; macOS asks for your password. Firefox asks once.");
    case Platform::Windows:
        return TrustBox::tr("Or have this computer trust it, so that the browsers ask no more. That goes for this one "
                            "page and for you alone; Windows shows its fingerprint and asks.");
    }
    Q_UNREACHABLE();
}

} // namespace

TrustBox::TrustBox(CertificateStore &certificates, const Desktop &desktop, QWidget *parent)
    : QWidget(parent)
    , m_certificates(certificates)
    , m_platform(desktop.platform)
    , m_trust(desktop, certificates.folder())
    , m_meaning(wrapping(meaningOf(m_platform), this))
    , m_button(new QPushButton(tr("Trust this computer's sign-in page"), this))
    , m_undo(new QPushButton(tr("Undo"), this))
    , m_notice(new MoodLabel(this))
{
    name(m_button, u"trustPage"_s, m_button->text());
    name(m_undo, u"trustUndo"_s, tr("Trust the sign-in page no more"));
    m_notice->setObjectName(u"trustNotice"_s);
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setWordWrap(true);
    makeMuted(m_meaning);
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * gridUnit);
    row->addWidget(m_button);
    row->addWidget(m_undo);
    row->addStretch();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(2 * gridUnit);
    column->addWidget(m_meaning);
    column->addWidget(m_notice);
    column->addLayout(row);
    connect(m_button, &QPushButton::clicked, this, &TrustBox::trust);
    connect(m_undo, &QPushButton::clicked, this, &TrustBox::undo);
    show(Trusted::No);
}

void TrustBox::begin()
{
    const Result<LoopbackCertificate> own = m_certificates.certificate();
    m_certificate = own ? own->certificate : QSslCertificate();
    setVisible(own.has_value());
    const Trusted state = m_trust.state(m_certificate);
    show(state);
    if (own && state == Trusted::Earlier && m_platform == Platform::Linux)
        trust();
}

QString TrustBox::doneText() const
{
    return tr("✓ Trusted, in %1. A browser that is open already may have to be closed once.")
        .arg(m_trust.places().join(u", "_s));
}

void TrustBox::show(Trusted state)
{
    QString notice;
    if (state == Trusted::Yes)
        notice = doneText();
    else if (state == Trusted::Earlier)
        notice = tr("◆ The page has a new certificate since you trusted it: the old one was about to end.");
    m_notice->setText(notice);
    m_notice->setAccessibleName(notice);
    m_notice->setMood(state == Trusted::Yes ? Mood::Good : Mood::Warning);
    m_notice->setVisible(!notice.isEmpty());
    m_meaning->setVisible(state == Trusted::No);
    m_button->setVisible(state != Trusted::Yes);
    m_button->setEnabled(true);
    m_undo->setVisible(state != Trusted::No);
    m_undo->setEnabled(true);
}

void TrustBox::trust()
{
    m_button->setEnabled(false);
    m_trust.add(m_certificate, this, [this](TrustOutcome outcome) { tell(outcome); });
}

void TrustBox::undo()
{
    m_undo->setEnabled(false);
    m_trust.remove(this, [this](TrustOutcome outcome) { tell(outcome); });
}

void TrustBox::tell(TrustOutcome outcome)
{
    show(m_trust.state(m_certificate));
    QString fault;
    switch (outcome) {
    case TrustOutcome::Done:
        return;
    case TrustOutcome::NoTool:
        fault = tr("■ The program “certutil” is needed for it and is not installed. On Debian and Ubuntu it is in the "
                   "package libnss3-tools, on Fedora in nss-tools.");
        break;
    case TrustOutcome::Refused:
        fault = m_platform == Platform::Linux
            ? tr("■ %1 could not be changed.").arg(m_trust.places().join(u", "_s))
            : tr("■ Nothing was changed: the system did not allow it, or you answered no.");
        break;
    }
    m_notice->setText(fault);
    m_notice->setAccessibleName(fault);
    m_notice->setMood(Mood::Trouble);
    m_notice->show();
}

} // namespace tokendesk
