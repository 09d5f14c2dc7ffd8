// SPDX-License-Identifier: GPL-3.0-or-later
#include "tryit/trydialog.h"

#include "connect/announce.h"
#include "connect/connectpage.h"
#include "connect/copybutton.h"
#include "connect/errorview.h"
#include "handout/curl.h"
#include "style.h"
#include "tryit/answertree.h"
#include "tryit/pathtext.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr qsizetype longestTold = 60; ///< of a path, characters

/// Where the API begins, as it is read, not as it is asked: Practice has its port when it is asked.
QString baseText(const Provider &provider)
{
    return apiBase(provider).toString(QUrl::FullyEncoded);
}

/// The scopes that the call needs and that the provider said it did not grant.
QStringList missingFor(const ApiCall &call, const Account &account)
{
    QStringList missing;
    for (const QString &scope : call.needs) {
        if (account.grantedKnown && !account.grantedScopes.contains(scope))
            missing.append(scope);
    }
    return missing;
}

} // namespace

TryDialog::TryDialog(Services &services, const QString &accountId, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_account(services.accounts.find(accountId).value_or(Account()))
    , m_calls(new QComboBox(this))
    , m_path(new QLineEdit(this))
    , m_ask(new QPushButton(tr("Ask"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_hint(wrapping({}, this))
    , m_state(wrapping({}, this))
    , m_error(new ErrorView(u"tryError"_s, this))
    , m_tree(new AnswerTree(this))
    , m_copyCommand(new CopyButton(tr("Copy as curl"), this))
    , m_copyAnswer(new CopyButton(tr("Copy the answer"), this))
{
    if (const Provider *known = services.catalog.description(m_account.providerId))
        m_provider = *known;
    setAttribute(Qt::WA_DeleteOnClose);
    name(this, u"tryDialog"_s, tr("Try it"));
    setWindowTitle(accessibleName());
    makePage(this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, pageMargin, pageMargin, 5 * gridUnit);
    column->setSpacing(4 * gridUnit);
    column->addWidget(question());
    column->addWidget(answer(), 1);
    column->addWidget(foot());
    fillCalls();
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().lineSpacing() * 40);
    connect(m_calls, &QComboBox::activated, this, &TryDialog::takeCall);
    connect(m_path, &QLineEdit::textChanged, this, &TryDialog::look);
    connect(m_ask, &QPushButton::clicked, this, &TryDialog::ask);
    connect(m_cancel, &QPushButton::clicked, this, &TryDialog::cancel);
    connect(&services.accounts, &Accounts::accountRemoved, this, [this](const QString &id) {
        if (id == m_account.id)
            reject();
    });
    takeCall(0);
}

TryDialog::~TryDialog() = default;

QWidget *TryDialog::question()
{
    auto *part = new QWidget(this);
    auto *title
        = wrapping(tr("Ask %1 something with the token of %2").arg(m_provider.name, m_account.displayName()), part);
    title->setObjectName(u"tryTitle"_s);
    makeTitle(title);
    auto *sentence = wrapping(
        tr("Things are only read: nothing is changed there. Tokens and secrets in the answer are not shown."), part);
    makeMuted(sentence);
    name(m_calls, u"tryCall"_s, tr("What to ask for"));
    name(m_path, u"tryPath"_s, tr("Path"));
    name(m_ask, u"tryAsk"_s, m_ask->text());
    name(m_cancel, u"tryCancel"_s, m_cancel->text());
    m_hint->setObjectName(u"tryHint"_s);
    m_path->setLayoutDirection(Qt::LeftToRight);
    m_path->setMaxLength(2000);
    makePrimary(m_ask);
    m_ask->setDefault(true);
    m_cancel->setAutoDefault(false);
    m_cancel->hide();
    auto *base = literal(baseText(m_provider), part);
    base->setObjectName(u"tryBase"_s);
    makeMuted(base);

    auto *row = new QHBoxLayout;
    row->setSpacing(2 * gridUnit);
    row->addWidget(m_path, 1);
    row->addWidget(m_ask);
    row->addWidget(m_cancel);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins({});
    column->setSpacing(2 * gridUnit);
    for (QWidget *each : std::initializer_list<QWidget *>{title, sentence, m_calls, base})
        column->addWidget(each);
    column->addLayout(row);
    column->addWidget(m_hint);
    return part;
}

QWidget *TryDialog::answer()
{
    auto *part = new QWidget(this);
    m_state->setObjectName(u"tryState"_s);
    makeMuted(m_state);
    m_state->setText(tr("The answer appears here."));
    m_error->hide();
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins({});
    column->setSpacing(2 * gridUnit);
    column->addWidget(m_state);
    column->addWidget(m_error);
    column->addWidget(m_tree, 1);
    return part;
}

QWidget *TryDialog::foot()
{
    auto *part = new QWidget(this);
    auto *close = new QPushButton(tr("Close"), part);
    name(close, u"tryClose"_s, close->text());
    close->setAutoDefault(false);
    name(m_copyCommand, u"tryCopyCommand"_s, tr("Copy as a curl command"));
    m_copyCommand->setToolTip(tr("The command takes the token from tokendesk-cli when it runs; it is not in it."));
    name(m_copyAnswer, u"tryCopyAnswer"_s, tr("Copy the whole answer"));
    m_copyAnswer->setEnabled(false);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_copyCommand, &QPushButton::clicked, this, &TryDialog::copyCommand);
    connect(m_copyAnswer, &QPushButton::clicked, this, [this] { m_copyAnswer->copy(m_tree->allAsText()); });
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins({});
    row->addWidget(m_copyCommand);
    row->addWidget(m_copyAnswer);
    row->addStretch();
    row->addWidget(close);
    return part;
}

/// Those that need the account's professional id are left out where it is not known.
void TryDialog::fillCalls()
{
    for (const ApiCall &call : std::as_const(m_provider.calls)) {
        if (const QString path = call.pathFor(m_account.professionalId); !path.isEmpty())
            m_calls->addItem(call.title, path);
    }
    m_calls->addItem(tr("A path of your own"), QString());
}

void TryDialog::takeCall(int index)
{
    m_path->setText(m_calls->itemData(index).toString());
    m_path->setCursorPosition(0); // what a path begins with says more than its end
    if (m_path->text().isEmpty())
        m_path->setFocus();
    look();
}

/// What is typed decides which call is shown, what is said of it, and whether it can be asked.
void TryDialog::look()
{
    const auto path = readApiPath(m_path->text(), m_provider);
    const int known = m_calls->findData(m_path->text());
    m_calls->setCurrentIndex(known < 0 ? m_calls->count() - 1 : known);
    QString hint = path ? QString() : describe(path.error(), apiBase(m_provider).host());
    for (const ApiCall &call : std::as_const(m_provider.calls)) {
        const QStringList missing = missingFor(call, m_account);
        if (call.pathFor(m_account.professionalId) == m_path->text() && !missing.isEmpty())
            hint = tr("The token does not have the permission %1 that this needs.").arg(missing.join(u", "_s));
    }
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    m_ask->setEnabled(path.has_value() && !apiBase(m_provider).isEmpty());
    m_copyCommand->setEnabled(m_ask->isEnabled());
    tellWhatIsAnswered();
}

/// An answer stays while the next question is written: it may hold what is to be asked for. It is not that one's.
void TryDialog::tellWhatIsAnswered()
{
    if (m_asked.isEmpty())
        return;
    const auto path = readApiPath(m_path->text(), m_provider);
    const QString asked = m_asked.size() > longestTold ? m_asked.first(longestTold) + u'…' : m_asked;
    const bool isOther = !path || path->text() != m_asked;
    //: A path such as /me, how it was answered: "HTTP 200 after 0.2 s, 1 kB"
    m_state->setText(isOther ? tr("Still the answer to %1: %2").arg(asked, m_came) : m_came);
    m_tree->setAccessibleName(isOther ? tr("Answer to %1").arg(asked) : tr("Answer"));
}

void TryDialog::ask()
{
    const auto path = readApiPath(m_path->text(), m_provider);
    if (!path || m_asking)
        return;
    m_asked.clear();
    m_tree->setAnswer({});
    m_error->hide();
    m_copyAnswer->setEnabled(false);
    showBusy(true);
    m_time.start();
    m_asking = std::make_unique<Asking>(m_services.accounts, m_services.catalog, m_services.graph, m_services.clock,
                                        [this](const Result<ApiAnswer> &answer) { showAnswer(answer); });
    m_asking->ask(m_account.id, *path);
}

void TryDialog::cancel()
{
    m_asking.reset();
    showBusy(false);
    m_state->setText(tr("Stopped. Nothing is out any more."));
    m_ask->setFocus();
}

void TryDialog::showBusy(bool busy)
{
    m_ask->setVisible(!busy);
    m_cancel->setVisible(busy);
    m_path->setReadOnly(busy);
    m_calls->setEnabled(!busy);
    if (busy) {
        m_state->setText(tr("Asking %1…").arg(m_provider.name));
        m_cancel->setFocus();
    }
}

void TryDialog::showAnswer(const Result<ApiAnswer> &answer)
{
    m_asking.release()->deleteLater(); // it is what is calling
    const QString time = QLocale().toString(double(m_time.elapsed()) / 1000, 'f', 1);
    showBusy(false);
    const auto path = readApiPath(m_path->text(), m_provider);
    m_asked = path ? path->text() : QString();
    m_came = answer
        ? tr("HTTP %1 after %2 s, %3").arg(answer->status).arg(time, QLocale().formattedDataSize(answer->size))
        : tr("No answer after %1 s").arg(time);
    tellWhatIsAnswered();
    const std::optional<Error> error = answer ? answer->refusal : std::optional(answer.error());
    if (error)
        m_error->setText(describe(*error, m_provider));
    m_error->setVisible(error.has_value());
    m_tree->setAnswer(answer ? answer->root : std::nullopt);
    m_copyAnswer->setEnabled(answer && answer->root);
    (m_copyAnswer->isEnabled() ? static_cast<QWidget *>(m_tree) : m_path)->setFocus();
    announce(m_state, m_state->text());
}

void TryDialog::copyCommand()
{
    const Result<Provider> asked = m_services.catalog.provider(m_provider.id);
    const auto path = readApiPath(m_path->text(), m_provider);
    if (!path)
        return;
    m_copyCommand->copy(curlCommand(asked ? *asked : m_provider, *path,
                                    commandName(m_account, m_services.accounts.all()), systemShell()));
}

} // namespace tokendesk
