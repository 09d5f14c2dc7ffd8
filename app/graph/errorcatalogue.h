// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "provider/provider.h"

#include <QRegularExpression>
#include <QStringList>
#include <QUrl>
#include <optional>
#include <vector>

namespace tokendesk {

/// Who can mend an error.
enum class Mender {
    You,
    Developer, ///< whoever wrote the requests
    AppOwner,
    AccountOwner,
    BothOwners, ///< the app's invites, the account's accepts
    PageAdmin,
    Network, ///< you, or who looks after the network
    Provider, ///< nobody but the provider; waiting helps
};

/// Where in the browser it is mended.
enum class ErrorLink {
    None,
    Dashboard, ///< Provider::dashboard
    Withdraw, ///< Provider::withdraw, where an invitation is accepted as well
    Page, ///< KnownError::page
};

/// Numbers from `first` to `last`, inclusive.
struct ErrorCodes
{
    int first = 0;
    int last = 0;
    std::optional<int> subcode{}; ///< of Meta, where it decides
};

/// What an error of a provider means. The sentences are English, "%1" in them is the provider's name.
struct KnownError
{
    QString id; ///< for Error::known, the table of the tests and nothing else
    ErrorKind kind = ErrorKind::Malformed; ///< what it comes down to for the program
    ErrorHint hint = ErrorHint::None;
    bool isDefault = false; ///< stands for its kind and hint where nothing else is known of an error
    bool temporary = false; ///< passes by itself; otherwise somebody has to do something
    QString cause;
    QString mend;
    QString mendAtFacebook; ///< where its dashboard says it otherwise; mostly empty
    Mender who = Mender::You;
    Mender whoAtFacebook = Mender::You;
    ErrorLink link = ErrorLink::None;
    QUrl page; ///< of ErrorLink::Page
    QList<ErrorCodes> codes; ///< of the Graph API
    QList<ErrorCodes> statuses; ///< HTTP, where nothing else is said
    QList<QRegularExpression> texts; ///< in an answer or on a page; each is compiled when it is first needed
    QList<QRegularExpression> pages; ///< on the provider's own page alone, English and German
    QStringList words; ///< RFC 6749 4.1.2.1 and 5.2, RFC 6750 3.1, RFC 8628 3.5, types of Instagram's token endpoint
    QStringList sentences; ///< as such a page shows it, word for word

    /// The sentences in the program's language, for that provider.
    QString causeAt(const Provider &provider) const;
    QString mendAt(const Provider &provider) const;
    Mender whoAt(const Provider &provider) const;
    /// Invalid for ErrorLink::None, and where that provider has no such page.
    QUrl linkAt(const Provider &provider) const;
};

/// Everything the program knows about what providers' errors mean: resources/errors/catalogue.json. A new error is
/// taught there and nowhere else. The order of the file decides where several fit.
class ErrorCatalogue
{
public:
    /// Reads strictly: no unknown key, each id once, exactly one default for each kind and hint, a lasting that agrees
    /// with the kind, no pattern over 200 characters. Whether the patterns compile is not asked here but by
    /// tst_errorcatalogue. Errors: InvalidInput with Error::line set.
    static Result<ErrorCatalogue> read(const QByteArray &json);

    const std::vector<KnownError> &errors() const { return m_errors; }

    // Each is null for what is not known.

    /// Texts of Meta say more than the code beside them: a wrong app secret is code 1 or 100, an expired session comes
    /// with and without a subcode.
    const KnownError *byText(const QString &message) const;
    /// The same for what the provider's own page says to the person, from where no answer comes.
    const KnownError *byPage(const QString &words) const;
    const KnownError *byWord(const QString &word) const;
    const KnownError *byCode(int code, int subcode) const;
    const KnownError *byStatus(int status) const;
    const KnownError *byId(const QString &id) const;
    /// What stands for it: the entry that Error::known names, unless its kind or hint was changed since, else the
    /// default of its kind and hint, else of its hint, else of its kind.
    const KnownError *of(const Error &error) const;

    /// What pages say, word for word, the most frequent first: for those who would rather pick than copy.
    QStringList sentences() const;
    /// Does it say of a token, in words of the provider that cannot be meant otherwise, that it is of no use any more?
    bool endsToken(const Error &error) const;

private:
    friend class ErrorReader;

    const KnownError *standing(ErrorKind kind, ErrorHint hint) const;

    std::vector<KnownError> m_errors;
    QList<int> m_endingCodes;
    QStringList m_endingWords;
};

/// The built-in one, read when it is first asked for: no start of the program waits for it.
const ErrorCatalogue &errorCatalogue();

/// Does it pass without anybody doing something, so that another try is worth it? Of a provider's error that is what
/// the catalogue says, of any other what its kind says.
bool isTemporary(const Error &error);

} // namespace tokendesk
