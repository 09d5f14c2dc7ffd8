// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/pageerrorhelp.h"

#include "connect/announce.h"
#include "connect/connectpage.h"
#include "connect/errorview.h"
#include "connect/redirectlist.h"
#include "graph/errorcatalogue.h"
#include "retiredtext.h"
#include "style.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {
constexpr int longestPaste = 2000;
}

PageErrorHelp::PageErrorHelp(QWidget *parent)
    : QWidget(parent)
    , m_words(new QComboBox(this))
    , m_unknown(wrapping(tr("This one is not known here. Show it to the owner of the app; most often the app id, the "
                            "redirect address or a tester's invitation is the cause."),
                         this))
    , m_answer(new ErrorView(u"pageError"_s, this))
    , m_address(new RedirectList(this))
    , m_app(new QPushButton(tr("Check your app"), this))
    , m_dashboard(new QPushButton(tr("Open the app's dashboard"), this))
    , m_invitations(new QPushButton(tr("Open the account's invitations"), this))
{
    name(m_words, u"pageWords"_s, tr("What the page says"));
    name(m_app, u"pageErrorApp"_s, m_app->text());
    name(m_dashboard, u"pageErrorDashboard"_s, m_dashboard->text());
    name(m_invitations, u"pageErrorInvitations"_s, m_invitations->text());
    m_unknown->setObjectName(u"pageErrorUnknown"_s);
    m_words->setEditable(true);
    m_words->setInsertPolicy(QComboBox::NoInsert);
    m_words->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_words->addItems(errorCatalogue().sentences());
    name(m_words->lineEdit(), u"pageWordsText"_s, m_words->accessibleName());
    m_words->lineEdit()->setMaxLength(longestPaste);
    m_words->lineEdit()->setPlaceholderText(tr("Pick what it says, or paste it"));
    QLabel *why = wrapping(tr("No answer comes back then. What the page says tells what to mend:"), this);
    makeMuted(why);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3 * gridUnit);
    for (QWidget *widget : std::initializer_list<QWidget *>{why, m_words, m_unknown, m_answer, m_address})
        column->addWidget(widget);
    for (QPushButton *button : {m_app, m_dashboard, m_invitations})
        column->addWidget(button, 0, Qt::AlignLeading);
    connect(m_words, &QComboBox::currentTextChanged, this, &PageErrorHelp::answer);
    connect(m_app, &QPushButton::clicked, this, &PageErrorHelp::appRequested);
    connect(m_dashboard, &QPushButton::clicked, this, [this] { emit linkRequested(m_provider.dashboard); });
    connect(m_invitations, &QPushButton::clicked, this, [this] { emit linkRequested(m_provider.withdraw); });
}

void PageErrorHelp::setAttempt(const Provider &provider, const QString &redirectAddress)
{
    m_provider = provider;
    m_address->setAddresses({redirectAddress});
    m_words->setCurrentIndex(-1);
    m_words->clearEditText();
    answer({});
}

void PageErrorHelp::answer(const QString &words)
{
    const KnownError *known = errorCatalogue().byPage(words);
    // Not while the first letters are being typed.
    m_unknown->setVisible(!known && words.simplified().size() > 8);
    m_answer->setVisible(known);
    offer(known);
    if (known) {
        const ErrorText text = wordsFor(*known, words);
        m_answer->setText(text);
        announce(m_answer, text.happened);
    }
    emit answered();
}

/// Where the page names a scope that has ended, that is what is wrong.
ErrorText PageErrorHelp::wordsFor(const KnownError &known, const QString &words) const
{
    const Error error{.kind = known.kind,
                      .what = u"the provider's page showed an error"_s,
                      .message = words.simplified().left(500),
                      .hint = known.hint,
                      .known = known.id};
    ErrorText text = describe(error, m_provider);
    if (const auto old = retiredScopeInWords(error.message, scopeHome(m_provider.endpoints.authorize)))
        text.todo = retiredSentence(*old);
    return text;
}

/// What helps with this one; nothing for null.
void PageErrorHelp::offer(const KnownError *known)
{
    const bool misconfigured = known && known->kind == ErrorKind::Misconfigured;
    const bool tester = misconfigured && known->hint == ErrorHint::Role;
    m_address->setVisible(known && known->hint == ErrorHint::RedirectAddress);
    m_app->setVisible(misconfigured && !tester);
    m_dashboard->setVisible(misconfigured && !m_provider.dashboard.isEmpty());
    m_invitations->setVisible(tester && m_provider.family == Family::Instagram && !m_provider.withdraw.isEmpty());
}

} // namespace tokendesk
