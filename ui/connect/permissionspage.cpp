// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/permissionspage.h"

#include "apps/brokerfield.h"
#include "connect/announce.h"
#include "connect/credentials.h"
#include "connect/jobbar.h"
#include "connect/scopepicker.h"
#include "connect/scopesearch.h"
#include "graph/graphclient.h"
#include "style.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QTextDocumentFragment>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr int leastList = 150; // two rows and a half
constexpr qsizetype mostNamed = 5; // in a sentence

/// Meta's parameter that asks for the password even where the browser is signed in.
const QString forceReauth = u"force_reauth"_s;

bool asksForPassword(const Provider &provider)
{
    const auto isIt = [](const OptionalParameter &parameter) { return parameter.name == forceReauth; };
    return !provider.practice && std::ranges::any_of(provider.optionalParameters, isIt);
}

bool reviewsApps(const Provider &provider)
{
    return !provider.practice && std::ranges::any_of(provider.scopes, &Scope::needsReview);
}

} // namespace

PermissionsPage::PermissionsPage(QWidget *parent)
    : ConnectPage(parent)
    , m_jobs(new JobBar(this))
    , m_search(new ScopeSearch(this))
    , m_reset(new QPushButton(tr("Reset"), this))
    , m_picker(new ScopePicker(this))
    , m_hintRow(new QWidget(this))
    , m_hint(wrapping({}, m_hintRow))
    , m_untick(new QPushButton(tr("Untick"), m_hintRow))
    , m_summary(new QLabel(this))
    , m_review(
          wrapping(tr("Meta reviews an app before accounts of other people can give it these permissions. Accounts "
                      "of your own, once they are testers of the app, need no review."),
                   this))
    , m_anotherAccount(new QCheckBox(tr("Ask for the password again, to sign in with another account"), this))
    , m_configurationRow(new QWidget(this))
    , m_configuration(new QLineEdit(m_configurationRow))
    , m_device(new QPushButton(tr("Sign in on another device…"), this))
    , m_deviceNote(wrapping({}, this))
    , m_server(new QPushButton(tr("A token for a server…"), this))
{
    m_deviceNote->setObjectName(u"noDeviceNote"_s);
    makeMuted(m_deviceNote);
    name(m_device, u"signInElsewhere"_s, m_device->text());
    m_device->setToolTip(tr("A code is shown here; you enter it on a phone or another computer."));
    makeQuiet(m_device);
    name(m_server, u"serverToken"_s, m_server->text());
    m_server->setToolTip(tr("Of a system user or of the app itself; nobody signs in."));
    makeQuiet(m_server);
    name(m_configuration, u"configurationId"_s, tr("Configuration id"));
    m_configuration->setPlaceholderText(tr("only with Facebook Login for Business"));
    name(m_anotherAccount, u"anotherAccount"_s, m_anotherAccount->text());
    m_summary->setObjectName(u"scopeSummary"_s);
    m_summary->setTextFormat(Qt::RichText);
    m_summary->setWordWrap(true);
    alignToStart(m_summary);
    makeMuted(m_summary);
    m_review->setObjectName(u"reviewNote"_s);
    m_review->hide();
    arrange();
    connect(m_device, &QPushButton::clicked, this, &PermissionsPage::deviceRequested);
    connect(m_server, &QPushButton::clicked, this, &PermissionsPage::serverRequested);
    connect(m_configuration, &QLineEdit::textChanged, this, &PermissionsPage::takeConfiguration);
    connect(m_jobs, &JobBar::jobClicked, m_picker, &ScopePicker::toggleJob);
    connect(m_picker, &ScopePicker::changed, this, &PermissionsPage::summarize);
    connect(m_search, &QLineEdit::textChanged, this, &PermissionsPage::search);
    connect(m_search, &ScopeSearch::left, this, &PermissionsPage::goToFound);
    connect(m_reset, &QPushButton::clicked, m_picker, &ScopePicker::reset);
    connect(m_untick, &QPushButton::clicked, m_picker, &ScopePicker::dropExcess);
}

/// Where the window is too low for all of it, the page scrolls; otherwise the list alone.
void PermissionsPage::arrange()
{
    auto *label = new QLabel(tr("Configuration id"), m_configurationRow);
    label->setBuddy(m_configuration);
    auto *row = new QHBoxLayout(m_configurationRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * gridUnit);
    row->addWidget(label);
    row->addWidget(m_configuration, 1);
    m_picker->setMinimumHeight(leastList);

    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(pageMargin, gridUnit, pageMargin, 3 * gridUnit);
    layout->setSpacing(2 * gridUnit);
    layout->addWidget(m_jobs);
    layout->addWidget(searchRow());
    layout->addWidget(m_picker, 1);
    layout->addWidget(m_configurationRow);
    layout->addWidget(m_review);
    layout->addWidget(m_anotherAccount);
    layout->addWidget(hintRow());
    layout->addWidget(m_summary);
    auto *others = new QHBoxLayout;
    others->setSpacing(4 * gridUnit);
    others->addWidget(m_device);
    others->addWidget(m_server);
    others->addStretch();
    layout->addLayout(others);
    layout->addWidget(m_deviceNote);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(scrolling(content, this));
}

QWidget *PermissionsPage::searchRow()
{
    name(m_reset, u"resetScopes"_s, tr("Reset the permissions"));
    m_reset->setToolTip(tr("Ticks again what was ticked at first."));
    makeQuiet(m_reset);
    QSizePolicy kept = m_reset->sizePolicy();
    kept.setRetainSizeWhenHidden(true); // so that the field stays as it is
    m_reset->setSizePolicy(kept);
    auto *widget = new QWidget(this);
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * gridUnit);
    row->addWidget(m_search, 1);
    row->addWidget(m_reset);
    return widget;
}

QWidget *PermissionsPage::hintRow()
{
    m_hint->setObjectName(u"scopeHint"_s);
    name(m_untick, u"untickExcess"_s, tr("Untick what is not needed"));
    makeQuiet(m_untick);
    auto *row = new QHBoxLayout(m_hintRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * gridUnit);
    row->addWidget(m_hint, 1);
    row->addWidget(m_untick, 0, Qt::AlignTop);
    m_hintRow->hide();
    return m_hintRow;
}

void PermissionsPage::setProvider(const Provider &provider, const QStringList &chosen)
{
    if (m_provider.id != provider.id) {
        m_configuration->clear();
        m_broker.clear();
    }
    m_provider = provider;
    m_granted.clear();
    m_search->clear();
    m_jobs->setProvider(provider);
    m_picker->setProvider(provider, chosen);
    m_configurationRow->setVisible(provider.family == Family::Facebook);
    m_server->setVisible(provider.family == Family::Facebook);
    m_anotherAccount->setChecked(false);
    m_anotherAccount->setVisible(asksForPassword(provider));
    m_review->hide();
    summarize();
}

void PermissionsPage::setGranted(const QStringList &granted)
{
    m_granted = granted;
    summarize();
}

void PermissionsPage::wishAnotherAccount()
{
    m_anotherAccount->setChecked(asksForPassword(m_provider));
}

PageFrame PermissionsPage::frame() const
{
    return {.title = tr("What may the token do?"),
            .sentence
            = tr("Tick only what you need. %1 shows the same list to the account's owner, who can say no to each.")
                  .arg(m_provider.name),
            .primary = tr("Continue to %1").arg(m_provider.name),
            .link = reviewsApps(m_provider) ? tr("Learn what Meta reviews") : QString()};
}

bool PermissionsPage::isComplete() const
{
    if (!configuration().isEmpty())
        return checkAppId(configuration(), Family::Facebook) == CredentialFault::None;
    return m_provider.scopes.isEmpty() || !m_picker->scopes().isEmpty();
}

QWidget *PermissionsPage::firstField() const
{
    return m_picker->firstField();
}

void PermissionsPage::followLink()
{
    m_review->setVisible(m_review->isHidden());
    announce(m_review, m_review->text());
}

QStringList PermissionsPage::scopes() const
{
    return configuration().isEmpty() ? m_picker->scopes() : QStringList();
}

void PermissionsPage::setBroker(const QString &address)
{
    m_broker = address;
    showDevice();
}

void PermissionsPage::setConfiguration(const QString &configurationId)
{
    m_configuration->setText(configurationId);
}

QString PermissionsPage::configuration() const
{
    return m_configuration->text();
}

void PermissionsPage::takeConfiguration()
{
    QString clean = configuration(); // what is pasted around it goes
    clean.removeIf([](QChar c) { return c < u'0' || c > u'9'; });
    if (clean != configuration())
        return m_configuration->setText(clean); // comes back here
    m_picker->setEnabled(configuration().isEmpty());
    summarize();
}

QStringList PermissionsPage::extraParameters() const
{
    return m_anotherAccount->isChecked() ? QStringList{forceReauth} : QStringList{};
}

void PermissionsPage::search()
{
    m_picker->search(m_search->text());
    if (!m_search->text().isEmpty())
        announce(m_search, tr("%n permission(s) found", nullptr, m_picker->found()));
}

void PermissionsPage::goToFound()
{
    if (QWidget *found = m_picker->firstField())
        found->setFocus(Qt::OtherFocusReason);
}

void PermissionsPage::summarize()
{
    m_jobs->setChoice(m_picker->choice());
    m_jobs->setEnabled(configuration().isEmpty());
    m_reset->setVisible(m_picker->choice().isChanged() && configuration().isEmpty());
    m_summary->setText(summary());
    showHint();
    showDevice();
    const QString hint = m_hintRow->isHidden() ? QString() : m_hint->text();
    announce(m_summary, QTextDocumentFragment::fromHtml(m_summary->text()).toPlainText() + u' ' + hint);
    emit changed();
}

/// At Facebook it takes the client token, elsewhere the secret.
void PermissionsPage::showDevice()
{
    const bool has = hasDeviceLogin(m_provider) && configuration().isEmpty(); // a device has scopes only
    const bool lacksSecret
        = m_provider.family == Family::Standard && m_provider.hasClientSecret() && !m_broker.isEmpty();
    m_device->setVisible(has && !lacksSecret);
    m_device->setEnabled(isComplete());
    m_deviceNote->setVisible(has && lacksSecret);
    if (lacksSecret)
        m_deviceNote->setText(
            tr("You cannot sign in on another device: %1 wants the app secret for that, and %2 keeps it.")
                .arg(m_provider.name, brokerName(m_broker)));
}

/// What the consent page will ask for, in words.
QString PermissionsPage::summary() const
{
    if (!configuration().isEmpty())
        return tr("The configuration decides what the consent page asks for.");
    const QStringList asked = scopes();
    if (asked.isEmpty())
        return tr("The consent page will ask for nothing.");
    return tr("The consent page will ask for <b>%n permission(s)</b>: %1.", nullptr, int(asked.size()))
        .arg(titles(asked).toHtmlEscaped());
}

/// Of many the first few.
QString PermissionsPage::titles(const QStringList &scopeIds) const
{
    const qsizetype shown = scopeIds.size() > mostNamed ? mostNamed - 1 : scopeIds.size();
    QStringList names;
    for (const QString &id : scopeIds.first(shown))
        names.append(tr("“%1”").arg(m_provider.scope(id)->title));
    if (shown < scopeIds.size())
        //: Behind the names of some permissions
        names.append(tr("%n more", nullptr, int(scopeIds.size() - shown)));
    return QLocale().createSeparatedList(names);
}

/// More than the job needs, or less than Facebook leaves it at.
void PermissionsPage::showHint()
{
    const QStringList excess = m_picker->choice().excess();
    QStringList kept = m_granted;
    kept.removeIf([this](const QString &id) { return scopes().contains(id) || !m_provider.scope(id); });
    if (m_provider.family != Family::Facebook)
        kept.clear();
    m_hintRow->setVisible(configuration().isEmpty() && (!excess.isEmpty() || !kept.isEmpty()));
    m_untick->setVisible(!excess.isEmpty());
    if (!excess.isEmpty())
        m_hint->setText(tr("More than is needed for what you chose: %1.").arg(titles(excess)));
    else if (!kept.isEmpty())
        m_hint->setText(tr("Facebook keeps what it granted before: %1. Withdraw it on the account's page, or at "
                           "Facebook.")
                            .arg(titles(kept)));
}

} // namespace tokendesk
