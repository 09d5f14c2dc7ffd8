// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QByteArrayView>
#include <QString>
#include <qt6keychain/keychain.h>

namespace tokendesk::keychainjobs {

// What QtKeychain is told and what it answers, in this program's own terms. This and accounts/keychain.cpp are the only
// files that know it.

/// Under which the system lists our items; empty on Windows.
QString service();
/// The item that tells whether anything of ours is to be seen.
QString canaryKey();

/// Jobs of their kind, to be given a key and started. They delete themselves; what is written is wiped with its job.
QKeychain::Job *read();
QKeychain::Job *write(QByteArrayView secret);
QKeychain::Job *remove();

/// What a reading job has read; its own copy is wiped.
Secret secretOf(const QKeychain::Job &job);
/// Why a job failed. KeychainLocked, KeychainUnavailable.
std::unexpected<Error> failureOf(const QKeychain::Job &job, const QString &step);

} // namespace tokendesk::keychainjobs
