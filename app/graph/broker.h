// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph/graphclient.h"
#include "graph/replies.h"

#include <QString>
#include <QUrl>
#include <optional>

namespace tokendesk {

// A broker is an address of the organisation that the app belongs to. It keeps the app secret and asks the provider's
// token endpoint in this program's place, so that the secret is on no seat. It is sent the provider's own form without
// the secret, and with the provider's id; it answers as the provider answers. README, "A broker for the app secret",
// says all of it.

/// A broker's address: https, or http on this computer, without a user name, a query and a fragment, of at most 200
/// characters; nothing where the text is none.
std::optional<QUrl> readBrokerAddress(const QString &text);

/// Is there an answer without asking? A server that wants the app secret for anything but a token gets it from nobody
/// here where a broker keeps it: Misconfigured with ErrorHint::SecretElsewhere. Nothing where it can be asked.
std::optional<Error> secretElsewhere(const Provider &provider, const Client &client, const QString &step);

/// What came from that broker for the app of that id. An error names the broker's host, since the provider is not to
/// blame; an answer that names another app is one, with Misconfigured.
Result<Grant> answeredByBroker(Result<Grant> answer, const QUrl &broker, const QString &clientId);

} // namespace tokendesk
