// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/browserface.h"

#include "connect/announce.h"
#include "connect/clockring.h"
#include "connect/connectpage.h"
#include "connect/copybutton.h"
#include "connect/firefoxpicture.h"
#include "connect/fold.h"
#include "connect/hintlabel.h"
#include "connect/pageerrorhelp.h"
#include "connect/pastebox.h"
#include "connect/trustbox.h"
#include "connect/watchbox.h"
#include "style.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

BrowserFace::BrowserFace(Services &services, QWidget *parent)
    : QWidget(parent)
    , m_ring(new ClockRing(this))
    , m_heading(wrapping(tr("Waiting for you in the browser…"), this))
    , m_address(wrapping({}, this))
    , m_note(new HintLabel({}, this))
    , m_open(new QPushButton(tr("Open the page again"), this))
    , m_copy(new CopyButton(tr("Copy the link"), this))
    , m_keepWaiting(new QPushButton(tr("Keep waiting"), this))
    , m_pasteFold(new Fold(u"pasteFold"_s, tr("The browser says it can't reach the page?"), this))
    , m_paste(new PasteBox(this))
    , m_watch(new WatchBox(services.settings, this))
    , m_certificateFold(new Fold(u"certificateFold"_s, tr("Your browser warns about the certificate?"), this))
    , m_certificateAddress(wrapping({}, this))
    , m_fingerprint(literal({}, this))
    , m_trust(new TrustBox(services.certificates, services.desktop, this))
    , m_errorFold(new Fold(u"providerErrorFold"_s, tr("The page shows an error?"), this))
    , m_errorHelp(new PageErrorHelp(this))
{
    name(m_ring, u"clockRing"_s, tr("Time left"));
    m_heading->setObjectName(u"waitingHeading"_s);
    m_address->setObjectName(u"waitingAddress"_s);
    m_note->setObjectName(u"waitingNote"_s);
    makeHeading(m_heading);
    makeMuted(m_address);
    for (QLabel *label : {m_heading, m_address, static_cast<QLabel *>(m_note)})
        label->setAlignment(Qt::AlignCenter);
    m_note->setMinimumHeight(m_note->fontMetrics().lineSpacing()); // a note pushes nothing aside
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_pasteFold->add(m_paste);
    m_pasteFold->add(m_watch);
    fillCertificateFold();
    m_errorFold->add(m_errorHelp);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(pageMargin, 2 * gridUnit, pageMargin, 4 * gridUnit);
    layout->setSpacing(3 * gridUnit);
    layout->addStretch(1);
    layout->addWidget(m_ring, 0, Qt::AlignHCenter);
    layout->addWidget(m_heading);
    layout->addWidget(m_address);
    layout->addWidget(m_note);
    layout->addWidget(buttons());
    layout->addStretch(1);
    for (Fold *fold : {m_pasteFold, m_certificateFold, m_errorFold}) {
        layout->addWidget(fold);
        connect(fold, &Fold::toggled, this, [this, fold](bool open) {
            if (open)
                emit opened(fold);
        });
    }
    connect(m_open, &QPushButton::clicked, this, &BrowserFace::openAgainRequested);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { m_copy->copy(QString::fromLatin1(m_attempt.link.toEncoded())); });
    connect(m_keepWaiting, &QPushButton::clicked, this, &BrowserFace::keepWaitingRequested);
    connect(m_errorHelp, &PageErrorHelp::appRequested, this, &BrowserFace::appRequested);
    connect(m_errorHelp, &PageErrorHelp::linkRequested, this, &BrowserFace::linkRequested);
    connect(m_errorHelp, &PageErrorHelp::answered, this, [this] {
        if (m_errorFold->isOpen())
            emit opened(m_errorFold);
    });
    connect(m_paste, &PasteBox::addressGiven, this, &BrowserFace::addressGiven);
    connect(m_watch, &WatchBox::addressCopied, this, &BrowserFace::addressCopied);
}

QWidget *BrowserFace::buttons()
{
    auto *box = new QWidget(this);
    name(m_open, u"openAgain"_s, m_open->text());
    name(m_copy, u"copyLink"_s, m_copy->text());
    name(m_keepWaiting, u"keepWaiting"_s, m_keepWaiting->text());
    // Its place is kept, so that nothing moves when the last minute begins.
    QSizePolicy kept = m_keepWaiting->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_keepWaiting->setSizePolicy(kept);
    m_keepWaiting->hide();

    auto *row = new QHBoxLayout;
    row->setSpacing(2 * gridUnit);
    row->addStretch();
    row->addWidget(m_open);
    row->addWidget(m_copy);
    row->addStretch();
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2 * gridUnit);
    column->addLayout(row);
    column->addWidget(m_keepWaiting, 0, Qt::AlignHCenter);
    return box;
}

void BrowserFace::fillCertificateFold()
{
    m_fingerprint->setObjectName(u"certificateFingerprint"_s);
    QLabel *why = wrapping(tr("That is expected. The answer comes to a page that TokenDesk shows on this computer. No "
                              "authority vouches for that, so the browser asks you once:"),
                           this);
    makeMuted(why);
    m_certificateFold->add(why);
    for (const QString &words :
         {tr("Chrome: “Your connection is not private” → Advanced → Proceed to localhost (unsafe)"),
          tr("Firefox: “Warning: Potential Security Risk Ahead” → Advanced… → Accept the Risk and Continue"),
          tr("Safari: “This Connection Is Not Private” → Show Details → visit this website"),
          tr("Edge: “Your connection isn't private” → Advanced → Continue to localhost (unsafe)")})
        m_certificateFold->add(wrapping(words, this));
    m_certificateFold->add(m_certificateAddress);
    m_certificateFold->add(m_fingerprint);
    m_certificateFold->add(new FirefoxPicture(this));
    m_certificateFold->add(m_trust);
}

void BrowserFace::setAttempt(const Attempt &attempt)
{
    m_attempt = attempt;
    m_address->setText(tr("Answer comes back to %1").arg(attempt.redirectAddress));
    m_note->setFault({});
    m_note->setHint({});
    m_paste->setRedirectAddress(attempt.redirectAddress);
    m_errorHelp->setAttempt(attempt.provider, attempt.redirectAddress);
    m_watch->begin(attempt.redirectAddress);
    const QUrl address(attempt.redirectAddress);
    m_certificateAddress->setText(
        tr("Go on only if the address begins with %1 and the certificate has this SHA-256 fingerprint:")
            .arg(u"%1://%2/"_s.arg(address.scheme(), address.authority())));
    m_fingerprint->setText(attempt.certificateFingerprint);
    m_certificateFold->setVisible(!attempt.certificateFingerprint.isEmpty());
    if (!attempt.certificateFingerprint.isEmpty())
        m_trust->begin();
    m_errorFold->hide();
    for (Fold *fold : {m_pasteFold, m_certificateFold, m_errorFold})
        fold->setOpen(false);
}

void BrowserFace::endAttempt()
{
    m_watch->end();
}

void BrowserFace::setLeft(std::chrono::seconds left, std::chrono::seconds whole)
{
    m_ring->setLeft(left, whole);
    const bool last = left < 1min;
    if (last && m_keepWaiting->isHidden())
        announce(m_keepWaiting, tr("Less than a minute left"));
    m_keepWaiting->setVisible(last);
}

void BrowserFace::sayBrowserMissing()
{
    m_note->setFault(tr("No browser could be opened. Copy the link and open it in a browser yourself."));
}

void BrowserFace::sayForeign()
{
    m_note->setHint(tr("Something else called at this address and was turned away. Waiting goes on."));
    announce(m_note, m_note->text());
}

void BrowserFace::refuse(RedirectRefusal refusal)
{
    m_pasteFold->setOpen(true);
    m_paste->refuse(refusal);
}

void BrowserFace::helpWithProviderError()
{
    m_errorFold->show();
    m_errorFold->setOpen(true);
}

QWidget *BrowserFace::firstField() const
{
    return m_open;
}

} // namespace tokendesk
