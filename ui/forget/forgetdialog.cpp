// SPDX-License-Identifier: GPL-3.0-or-later
#include "forget/forgetdialog.h"

#include "accountspage/batchtext.h"
#include "connect/connectpage.h"
#include "errortext.h"
#include "style.h"

#include <QCheckBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSet>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr qsizetype mostNames = 5;

QLabel *line(const QString &objectName, const QString &text, QWidget *parent)
{
    QLabel *label = wrapping(text, parent);
    label->setObjectName(objectName);
    return label;
}

bool canBeRevoked(const Account &account, const Accounts &accounts)
{
    return accounts.canRevoke(account) && !account.refused;
}

} // namespace

ForgetDialog::ForgetDialog(Services &services, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_forgetting({.accounts = &services.accounts,
                    .keychain = services.keychain,
                    .settings = services.settings,
                    .clock = services.clock,
                    .desktop = services.desktop,
                    .data = services.certificates.folder()})
    , m_question(new QWidget(this))
    , m_revoked(line(u"forgetRevoked"_s, {}, m_question))
    , m_revoke(new QPushButton(m_question))
    , m_consent(new QCheckBox(tr("Remove all of it; I know that this cannot be undone"), m_question))
    , m_title(line(u"forgetTitle"_s, tr("Forget everything?"), this))
    , m_text(line(u"forgetText"_s, {}, this))
    , m_forget(new QPushButton(tr("Forget everything"), this))
    , m_rest(new QPushButton(tr("Go on without the keychain"), this))
    , m_close(new QPushButton(tr("Cancel"), this))
{
    name(this, u"forgetDialog"_s, tr("Forget everything"));
    setWindowTitle(accessibleName());
    makePage(this);
    makeHeading(m_title);
    m_text->hide();
    auto *question = new QVBoxLayout(m_question);
    question->setContentsMargins({});
    question->setSpacing(4 * gridUnit);
    question->addWidget(whatGoes());
    question->addWidget(whatLives());
    question->addWidget(m_consent);
    name(m_consent, u"forgetConsent"_s, m_consent->text());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, pageMargin, pageMargin, 5 * gridUnit);
    column->setSpacing(4 * gridUnit);
    column->addWidget(m_title);
    column->addWidget(m_question);
    column->addWidget(m_text);
    column->addStretch();
    column->addWidget(buttons());
    setMinimumWidth(fontMetrics().averageCharWidth() * 72);
    connect(m_consent, &QCheckBox::toggled, this, &ForgetDialog::showConsent);
    connect(&m_forgetting, &Forgetting::finished, this, &ForgetDialog::show);
    showConsent();
}

QWidget *ForgetDialog::whatGoes()
{
    const Accounts &accounts = m_services.accounts;
    auto *list = new QWidget(m_question);
    auto *column = new QVBoxLayout(list);
    column->setContentsMargins({});
    column->setSpacing(gridUnit);
    if (const qsizetype count = accounts.all().size(); count > 0)
        column->addWidget(line(u"forgetAccounts"_s,
                               tr("• %n account(s), with all tokens in your keychain", nullptr, int(count)), list));
    if (const qsizetype count = accounts.registrations().size(); count > 0)
        column->addWidget(line(u"forgetApps"_s, tr("• %n app(s), with the app secrets", nullptr, int(count)), list));
    column->addWidget(
        line(u"forgetFiles"_s,
             tr("• The history, your settings, provider files, certificates and the password for a proxy: "
                "what TokenDesk has in %1")
                 .arg(m_services.desktop.shown(m_services.certificates.folder())),
             list));
    column->addWidget(line(u"forgetSystem"_s,
                           tr("• The start at login, the hourly renewal, and the browsers' trust in the sign-in page"),
                           list));
    QLabel *stays = line(u"forgetStays"_s, tr("What you saved yourself, such as an .env file or a list, stays."), list);
    makeMuted(stays);
    column->addWidget(stays);
    return list;
}

QWidget *ForgetDialog::whatLives()
{
    auto *card = new QFrame(m_question);
    makeCard(card);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(4 * gridUnit, 3 * gridUnit, 4 * gridUnit, 3 * gridUnit);
    column->setSpacing(2 * gridUnit);
    column->addWidget(line(u"forgetUnrevoked"_s,
                           tr("This revokes nothing. Whoever has a copy of a token can use it until it ends, and "
                              "TokenDesk could not end it any more."),
                           card));
    const auto isOne = [this](const Account &account) { return canBeRevoked(account, m_services.accounts); };
    const auto isPending
        = [this](const Account &account) { return m_services.accounts.pendingRevocation(account.id).has_value(); };
    const int count = int(std::ranges::count_if(m_services.accounts.all(), isOne));
    if (const qsizetype pending = std::ranges::count_if(m_services.accounts.all(), isPending); pending > 0)
        column->addWidget(line(u"forgetPending"_s,
                               tr("%n of the tokens were to be revoked, and their providers have not ended them yet. "
                                  "To forget everything is to give that up.",
                                  nullptr, int(pending)),
                               card));
    name(m_revoke, u"forgetRevoke"_s, tr("Revoke %n token(s) first", nullptr, count));
    m_revoke->setText(m_revoke->accessibleName());
    m_revoke->setVisible(count > 0);
    m_revoke->setAutoDefault(false);
    m_revoked->hide();
    column->addWidget(m_revoke, 0, Qt::AlignLeft);
    column->addWidget(m_revoked);
    QSet<QString> told;
    for (const Account &account : m_services.accounts.all()) {
        const Provider *provider = m_services.catalog.description(account.providerId);
        if (!provider || isOne(account) || account.isForServer() || provider->practice || provider->withdraw.isEmpty()
            || told.contains(provider->id))
            continue;
        told.insert(provider->id);
        auto *link = new QPushButton(tr("Take the app's access away at %1").arg(provider->name), card);
        name(link, u"forgetWithdraw-"_s + provider->id, link->text());
        makeQuiet(link);
        link->setAutoDefault(false);
        connect(link, &QPushButton::clicked, this,
                [this, address = provider->withdraw] { m_services.openBrowser(address); });
        column->addWidget(link, 0, Qt::AlignLeft);
    }
    connect(m_revoke, &QPushButton::clicked, this, &ForgetDialog::revokeFirst);
    return card;
}

QWidget *ForgetDialog::buttons()
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(2 * gridUnit);
    layout->addStretch();
    layout->addWidget(m_close);
    layout->addWidget(m_rest);
    layout->addWidget(m_forget);
    name(m_close, u"forgetClose"_s, m_close->text());
    name(m_rest, u"forgetRest"_s, m_rest->text());
    name(m_forget, u"forgetNow"_s, m_forget->text());
    makePrimary(m_forget);
    m_rest->hide();
    m_rest->setAutoDefault(false);
    m_close->setDefault(true);
    connect(m_close, &QPushButton::clicked, this, &ForgetDialog::reject);
    connect(m_forget, &QPushButton::clicked, this, [this] { begin(Forgetting::Reach::Everything); });
    connect(m_rest, &QPushButton::clicked, this, [this] { begin(Forgetting::Reach::AllButKeychain); });
    return row;
}

void ForgetDialog::showConsent()
{
    m_forget->setEnabled(m_consent->isChecked() && !m_works);
}

// -- revoking first

void ForgetDialog::revokeFirst()
{
    m_toRevoke.clear();
    m_unrevoked.clear();
    m_revokedCount = 0;
    for (const Account &account : m_services.accounts.all()) {
        if (canBeRevoked(account, m_services.accounts))
            m_toRevoke.append(account.id);
    }
    m_works = true;
    m_revoke->setEnabled(false);
    showConsent();
    revokeNext();
}

void ForgetDialog::revokeNext()
{
    m_revoked->setText(tr("Revoking… %n to go", nullptr, int(m_toRevoke.size())));
    m_revoked->show();
    if (m_toRevoke.isEmpty())
        return tellRevoked();
    const QString id = m_toRevoke.takeFirst();
    const std::optional<Account> account = m_services.accounts.find(id);
    const QString called = account ? account->displayName() : QString();
    m_services.accounts.revoke(id, this, [this, called](const Result<void> &result) {
        m_revokedCount += result ? 1 : 0;
        if (!result)
            m_unrevoked.append(called);
        revokeNext();
    });
}

void ForgetDialog::tellRevoked()
{
    m_works = false;
    showConsent();
    QString text = tr("%n token(s) revoked.", nullptr, m_revokedCount);
    if (!m_unrevoked.isEmpty())
        //: What was revoked; then names
        text = tr("%1 Not revoked, so assume that they still work: %2.").arg(text, someOf(m_unrevoked, mostNames));
    m_revoked->setText(text);
    m_revoked->setAccessibleName(text);
    m_revoke->setVisible(!m_unrevoked.isEmpty());
    m_revoke->setEnabled(true);
    name(m_revoke, u"forgetRevoke"_s, tr("Try again"));
    m_revoke->setText(m_revoke->accessibleName());
}

// -- forgetting

void ForgetDialog::begin(Forgetting::Reach reach)
{
    m_works = true;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_question, m_forget, m_rest, m_close})
        widget->setEnabled(false);
    m_text->setText(tr("One moment…"));
    m_text->show();
    m_forgetting.start(reach);
}

void ForgetDialog::show(const QList<Remnant> &left)
{
    m_works = false;
    m_done = left.isEmpty();
    m_question->setVisible(!m_forgetting.hasBegun());
    m_question->setEnabled(true);
    QStringList lines;
    std::ranges::transform(left, std::back_inserter(lines), [this](const Remnant &one) { return textFor(one); });
    m_title->setText(m_done                        ? tr("Everything is forgotten.")
                         : m_forgetting.hasBegun() ? tr("Something is left.")
                                                   : tr("Nothing was removed."));
    m_text->setText(m_done ? tr("TokenDesk ends now. Started again, it is as new.") : lines.join(u'\n'));
    m_text->setAccessibleName(m_text->text());
    m_forget->setText(tr("Try again"));
    m_forget->setAccessibleName(m_forget->text());
    m_forget->setVisible(!m_done);
    m_forget->setEnabled(true);
    const auto isKeychain = [](const Remnant &one) { return one.trace == Trace::Keychain; };
    m_rest->setVisible(std::ranges::any_of(left, isKeychain));
    m_rest->setEnabled(true);
    m_close->setText(m_forgetting.hasBegun() ? tr("Quit TokenDesk") : tr("Cancel"));
    m_close->setAccessibleName(m_close->text());
    m_close->setEnabled(true);
    m_close->setFocus();
}

/// What is left, why, and who can do what about it.
QString ForgetDialog::textFor(const Remnant &remnant) const
{
    switch (remnant.trace) {
    case Trace::OtherPrograms:
        return tr("■ TokenDesk is at work just now, here or in a script (%1). Wait until it is done, then try again.")
            .arg(remnant.place);
    case Trace::Keychain: {
        const ErrorText why = describe(remnant.why, QString());
        //: What happened with the keychain, what to do
        return tr("■ The items in your keychain: %1 %2").arg(why.happened, why.todo);
    }
    case Trace::Schedule:
        return tr("■ The hourly renewal, %1: your system's scheduler does not answer or refused.").arg(remnant.place);
    case Trace::Autostart:
        return tr("■ The start at login, %1. Check that you may write there.").arg(remnant.place);
    case Trace::Trust:
        return tr("■ The browsers' trust in the sign-in page, in %1. On Linux the program “certutil” is needed for it; "
                  "elsewhere the system asks, and has to be answered with yes.")
            .arg(remnant.place);
    case Trace::Files:
        return remnant.place.isEmpty()
            ? tr("■ The settings. Check that you may write there.")
            : tr("■ The file %1. Check that no other program has it open and that you may write there.")
                  .arg(remnant.place);
    }
    Q_UNREACHABLE();
}

/// What is half gone is no program to go on with.
void ForgetDialog::reject()
{
    if (m_works)
        return;
    QDialog::reject();
    if (m_forgetting.hasBegun())
        emit ended();
}

} // namespace tokendesk
