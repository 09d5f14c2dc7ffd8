// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doctor/doctortext.h"
#include "practice/practiceserver.h"
#include "practice/practicetokens.h"
#include "support/desk.h"
#include "support/manualclock.h"
#include "support/memorykeychain.h"

namespace tokendesk {

/// The token doctor in front of one server, as "test" and as Practice.
struct Surgery
{
    /// `host` in the place of the server's own, with its scheme; empty for Practice's. `redirect` is the scheme of the
    /// provider's one redirect address.
    explicit Surgery(const QByteArray &host = {}, const QString &redirect = QStringLiteral("http"));

    void makeExamination();
    Account connectAccount(const QStringList &scopes = practiceScopes());
    /// To the end; false where it did not come.
    bool run();

    Health healthOf(Check check) const;
    /// What is said of that check.
    QString said(Check check) const;
    bool hasStep(const QString &words, Mender who) const;
    /// The value of the fact with that title; empty where it is not told.
    QString fact(const QString &title) const;

    /// A token of 60 days for Practice's first account.
    static QByteArray mint(const QDateTime &now, const QStringList &scopes = practiceScopes());

    ManualClock clock;
    MemoryKeychain keychain;
    PracticeServer server{clock};
    Result<quint16> port = server.listen();
    QString address;
    std::unique_ptr<Desk> desk;
    Registration registration;
    std::unique_ptr<CertificateStore> certificates;
    std::unique_ptr<Examination> examination;
};

} // namespace tokendesk
