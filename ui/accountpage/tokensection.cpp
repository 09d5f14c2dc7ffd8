// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountpage/tokensection.h"

#include "accountpage/countdownbar.h"
#include "accountpage/tokenfield.h"
#include "errortext.h"
#include "style.h"
#include "tokencopy.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

namespace {
constexpr int shownSeconds = 20;
}

TokenSection::TokenSection(Services &services, TokenCopy &copy, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_copy(copy)
    , m_field(new TokenField(this))
    , m_copyButton(new QPushButton(tr("Copy token"), this))
    , m_showButton(new QPushButton(this))
    , m_note(new QLabel(this))
    , m_bar(new CountdownBar(this))
    , m_clear(new QPushButton(tr("Clear now"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    arrange();
    m_busy.setSingleShot(true);
    m_busy.setInterval(300ms);
    m_second.setInterval(250ms);
    connect(&m_busy, &QTimer::timeout, this, &TokenSection::tellWaiting);
    connect(&m_second, &QTimer::timeout, this, &TokenSection::countDown);
    connect(m_copyButton, &QPushButton::clicked, this, [this] { m_copy.copy(m_accountId); });
    connect(m_showButton, &QPushButton::clicked, this, &TokenSection::toggleShown);
    connect(m_clear, &QPushButton::clicked, &services.clipboard, &Clipboard::clear);
    connect(m_cancel, &QPushButton::clicked, this, &TokenSection::cancel);
    connect(&services.clipboard, &Clipboard::changed, this, &TokenSection::tellClipboard);
    connect(&services.clipboard, &Clipboard::ticked, this, &TokenSection::tellClipboard);
    connect(&copy, &TokenCopy::started, this, &TokenSection::copyStarted);
    connect(&copy, &TokenCopy::copied, this, &TokenSection::copyEnded);
    connect(&copy, &TokenCopy::cancelled, this, &TokenSection::copyEnded);
    connect(&copy, &TokenCopy::failed, this, &TokenSection::copyFailed);
}

void TokenSection::arrange()
{
    m_field->setObjectName(u"tokenField"_s);
    m_field->setAccessibleName(tr("Token"));
    m_copyButton->setObjectName(u"copyToken"_s);
    m_showButton->setObjectName(u"showToken"_s);
    m_note->setObjectName(u"tokenNote"_s);
    m_note->setWordWrap(true);
    m_bar->setObjectName(u"clipboardBar"_s);
    m_bar->setAccessibleName(tr("Time left on the clipboard"));
    m_clear->setObjectName(u"clearClipboard"_s);
    m_cancel->setObjectName(u"cancelToken"_s);
    makePrimary(m_copyButton);
    makeQuiet(m_clear);
    makeQuiet(m_cancel);
    makeMuted(m_note);

    auto *heading = new QLabel(tr("Token"), this);
    makeHeading(heading);
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(m_field, 1);
    row->addWidget(m_copyButton, 0, Qt::AlignTop);
    row->addWidget(m_showButton, 0, Qt::AlignTop);
    // The line keeps its place while it has nothing to say, so that nothing jumps.
    m_line = new QHBoxLayout;
    m_line->setSpacing(10);
    for (QWidget *part : std::initializer_list<QWidget *>{m_note, m_bar, m_clear, m_cancel})
        m_line->addWidget(part);
    m_line->addStretch();
    m_line->addStrut(controlHeight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gridUnit);
    column->addWidget(heading);
    column->addSpacing(gridUnit);
    column->addLayout(row);
    column->addLayout(m_line);
    updateShowButton();
    tell({}, Beside::Nothing);
}

void TokenSection::setAccount(const QString &accountId)
{
    if (accountId == m_accountId)
        return;
    m_accountId = accountId;
    m_request.reset();
    m_busy.stop();
    hideToken();
    tellClipboard();
}

void TokenSection::toggleShown()
{
    if (m_field->isShowing())
        return hideToken();
    m_request = std::make_unique<QObject>();
    m_services.accounts.token(m_accountId, m_request.get(),
                              [this](Result<Secret> token) { showToken(std::move(token)); });
    m_busy.start();
}

void TokenSection::hideEvent(QHideEvent *event)
{
    hideToken();
    QWidget::hideEvent(event);
}

void TokenSection::showToken(Result<Secret> token)
{
    m_busy.stop();
    if (!token)
        return tellFailure(token.error());
    if (const Result<void> noted = m_services.accounts.note(Event::Kind::Shown, m_accountId); !noted)
        return tellFailure(noted.error());
    tellClipboard();
    m_field->reveal(std::move(*token));
    m_hideAt = m_services.clock.now().addSecs(shownSeconds);
    m_second.start();
    updateShowButton();
}

void TokenSection::hideToken()
{
    m_second.stop();
    m_field->mask();
    updateShowButton();
}

void TokenSection::countDown()
{
    const qint64 left = m_services.clock.now().secsTo(m_hideAt);
    if (left <= 0 || left > shownSeconds)
        return hideToken();
    updateShowButton();
}

void TokenSection::updateShowButton()
{
    // As wide as its longest text, so that the row stands still.
    const QString longest = tr("Hide (%1)").arg(shownSeconds);
    m_showButton->setText(longest);
    m_showButton->setMinimumWidth(m_showButton->sizeHint().width());
    const qint64 left = m_field->isShowing() ? m_services.clock.now().secsTo(m_hideAt) : 0;
    m_showButton->setText(m_field->isShowing() ? tr("Hide (%1)").arg(left) : tr("Show"));
}

void TokenSection::copyStarted(const QString &accountId)
{
    if (accountId == m_accountId)
        m_busy.start();
}

void TokenSection::copyEnded(const QString &accountId)
{
    if (accountId != m_accountId)
        return;
    m_busy.stop();
    tellClipboard();
}

void TokenSection::copyFailed(const QString &accountId, const Error &error)
{
    if (accountId != m_accountId)
        return;
    m_busy.stop();
    tellFailure(error);
}

void TokenSection::tellWaiting()
{
    tell(tr("Waiting for your keychain. It may be asking for its password in a window of its own."), Beside::Cancel);
}

void TokenSection::cancel()
{
    m_busy.stop();
    m_request.reset();
    m_copy.cancel();
    tellClipboard();
}

void TokenSection::tellFailure(const Error &error)
{
    tell(told(describe(error, QString())), Beside::Nothing);
}

void TokenSection::tellClipboard()
{
    const Clipboard &clipboard = m_services.clipboard;
    if (!clipboard.isHolding() || clipboard.accountId() != m_accountId)
        return tell({}, Beside::Nothing);
    m_bar->setShare(clipboard.shareLeft());
    tell(tr("Copied. Leaves the clipboard in %n s", nullptr, clipboard.secondsLeft()), Beside::Clipboard);
}

void TokenSection::tell(const QString &text, Beside beside)
{
    m_note->setText(text);
    m_note->setWordWrap(beside != Beside::Clipboard);
    m_line->setStretchFactor(m_note, beside == Beside::Clipboard ? 0 : 1);
    m_bar->setVisible(beside == Beside::Clipboard);
    m_clear->setVisible(beside == Beside::Clipboard);
    m_cancel->setVisible(beside == Beside::Cancel);
}

} // namespace tokendesk
