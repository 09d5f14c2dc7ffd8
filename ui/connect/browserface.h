// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "provider/provider.h"
#include "services.h"
#include "signin/redirect.h"

#include <QUrl>
#include <QWidget>
#include <chrono>

class QLabel;
class QPushButton;

namespace tokendesk {

class ClockRing;
class CopyButton;
class Fold;
class HintLabel;
class PageErrorHelp;
class PasteBox;
class TrustBox;
class WatchBox;

/// What is shown while the person is in the browser: clock, the ways to the page, and help where it does not come back.
class BrowserFace : public QWidget
{
    Q_OBJECT
public:
    struct Attempt
    {
        Provider provider;
        QUrl link; ///< of the consent page
        QString redirectAddress;
        QString certificateFingerprint{}; ///< empty where the redirect is plain http
    };

    BrowserFace(Services &services, QWidget *parent);

    void setAttempt(const Attempt &attempt);
    /// The attempt waits no more: nothing is looked at any longer.
    void endAttempt();
    void setLeft(std::chrono::seconds left, std::chrono::seconds whole);
    /// Says that no browser could be started and what to do instead.
    void sayBrowserMissing();
    /// Notes calmly that something else knocked.
    void sayForeign();
    void refuse(RedirectRefusal refusal);
    /// Opens the help for an error that the provider's page shows.
    void helpWithProviderError();
    QWidget *firstField() const;

signals:
    void openAgainRequested();
    void keepWaitingRequested();
    void addressGiven(const QString &address);
    /// Show what is known of the app; the page said that something is wrong with it.
    void appRequested();
    void linkRequested(const QUrl &url);
    /// The same, noticed on the clipboard: it may well be another one.
    void addressCopied(const QString &address);
    /// Something below became visible that ought to be scrolled to.
    void opened(QWidget *what);

private:
    QWidget *buttons();
    void fillCertificateFold();

    Attempt m_attempt;
    ClockRing *m_ring;
    QLabel *m_heading;
    QLabel *m_address;
    HintLabel *m_note;
    QPushButton *m_open;
    CopyButton *m_copy;
    QPushButton *m_keepWaiting;
    Fold *m_pasteFold;
    PasteBox *m_paste;
    WatchBox *m_watch;
    Fold *m_certificateFold;
    QLabel *m_certificateAddress;
    QLabel *m_fingerprint;
    TrustBox *m_trust;
    Fold *m_errorFold;
    PageErrorHelp *m_errorHelp;
};

} // namespace tokendesk
