// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "desktop/certificatetrust.h"
#include "signin/certificate.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace tokendesk {

class MoodLabel;

/// "Trust this computer's sign-in page": what that means, the button that does it, what it did, and the way back.
class TrustBox : public QWidget
{
    Q_OBJECT
public:
    TrustBox(CertificateStore &certificates, const Desktop &desktop, QWidget *parent);

    /// The page is about to be shown: says how it stands, and lets what was trusted before follow a renewed
    /// certificate where the system need not ask for it.
    void begin();

private:
    void show(Trusted state);
    void trust();
    void undo();
    void tell(TrustOutcome outcome);
    QString doneText() const;

    CertificateStore &m_certificates;
    const Platform m_platform;
    CertificateTrust m_trust;
    QSslCertificate m_certificate;
    QLabel *m_meaning;
    QPushButton *m_button;
    QPushButton *m_undo;
    MoodLabel *m_notice;
};

} // namespace tokendesk
