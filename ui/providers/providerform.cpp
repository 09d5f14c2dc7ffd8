// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/providerform.h"

#include "connect/connectpage.h"
#include "connect/fold.h"
#include "connect/hintlabel.h"
#include "provider/providerfile.h"
#include "style.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

QStringList linesOf(const QPlainTextEdit &edit)
{
    QStringList lines;
    for (const QString &line : edit.toPlainText().split(u'\n')) {
        if (!line.trimmed().isEmpty() && !lines.contains(line.trimmed()))
            lines.append(line.trimmed());
    }
    return lines;
}

/// Scopes are pasted as they stand in documentations and addresses, with blanks between them.
QStringList wordsOf(const QPlainTextEdit &edit)
{
    QStringList words;
    for (const QString &line : linesOf(edit)) {
        for (const QString &word : line.split(u' ', Qt::SkipEmptyParts)) {
            if (!words.contains(word))
                words.append(word);
        }
    }
    return words;
}

} // namespace

ProviderForm::ProviderForm(QWidget *parent)
    : QWidget(parent)
    , m_scopes(lines(u"providerScopes"_s, tr("Permissions to choose from, one on each line"), 5))
    , m_redirects(lines(u"providerRedirects"_s, tr("Redirect addresses, one on each line"), 4))
    , m_client(new QComboBox(this))
    , m_pkce(new QCheckBox(tr("Protect codes with PKCE"), this))
    , m_namesIssuer(new QCheckBox(tr("Its answers name the server; refuse those that do not"), this))
    , m_consent(new QCheckBox(tr("Show the consent page at each sign-in"), this))
    , m_commas(new QCheckBox(tr("Put commas between permissions instead of blanks"), this))
    , m_more(new Fold(u"moreAddresses"_s, tr("More addresses of the server"), this))
    , m_details(new Fold(u"providerDetails"_s, tr("How the app signs in"), this))
    , m_hostsCard(new QFrame(this))
    , m_hostRows(new QVBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4 * gridUnit);
    column->addWidget(hosts()); // where everything goes is read before the details
    const QString nameLabel = tr("Name");
    column->addWidget(
        block(ProviderField::Name, nameLabel, {}, line(ProviderField::Name, u"providerName"_s, nameLabel)));
    const QString consent = tr("Consent page");
    column->addWidget(block(ProviderField::Authorize, consent, tr("What the browser shows; “authorization endpoint”."),
                            line(ProviderField::Authorize, u"providerAuthorize"_s, consent)));
    const QString token = tr("Where a code becomes a token");
    column->addWidget(block(ProviderField::Token, token, tr("“Token endpoint”."),
                            line(ProviderField::Token, u"providerToken"_s, token)));
    column->addWidget(
        block(ProviderField::Scopes, tr("Permissions to choose from"),
              tr("One on each line, as the server calls them (“scopes”). You tick those you need when you "
                 "connect an account."),
              m_scopes));
    column->addWidget(moreAddresses());
    column->addWidget(details());
    orderKeyboard();
    showHosts();
}

void ProviderForm::orderKeyboard()
{
    QWidgetList order{m_lines.value(ProviderField::Name), m_lines.value(ProviderField::Authorize),
                      m_lines.value(ProviderField::Token), m_scopes, m_more->findChild<QToolButton *>()};
    for (const ProviderField field : {ProviderField::Issuer, ProviderField::Profile, ProviderField::Revoke,
                                      ProviderField::Introspect, ProviderField::Device})
        order.append(m_lines.value(field));
    order << m_details->findChild<QToolButton *>() << m_client << m_pkce << m_namesIssuer << m_consent << m_commas
          << m_redirects;
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
}

QLineEdit *ProviderForm::line(ProviderField field, const QString &objectName, const QString &label)
{
    auto *edit = new QLineEdit(this);
    name(edit, objectName, label);
    if (field != ProviderField::Name) {
        edit->setLayoutDirection(Qt::LeftToRight); // addresses are read so in every language
        edit->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoPredictiveText);
    }
    m_lines.insert(field, edit);
    connect(edit, &QLineEdit::textChanged, this, [this, field] { edited(field); });
    connect(edit, &QLineEdit::editingFinished, this, [this, field] { edited(field); });
    return edit;
}

QPlainTextEdit *ProviderForm::lines(const QString &objectName, const QString &label, int rows)
{
    auto *edit = new QPlainTextEdit(this);
    name(edit, objectName, label);
    edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    edit->setTabChangesFocus(true);
    edit->setLayoutDirection(Qt::LeftToRight);
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * rows + 4 * gridUnit);
    return edit;
}

/// A label, its field, and underneath the hint or what is wrong.
QWidget *ProviderForm::block(ProviderField field, const QString &label, const QString &hint, QWidget *editor)
{
    auto *box = new QWidget(this);
    QLabel *heading = wrapping(label, box);
    makeHeading(heading);
    heading->setBuddy(editor);
    auto *under = new HintLabel(hint, box);
    under->setObjectName(editor->objectName() + "Hint"_L1);
    under->setVisible(!hint.isEmpty());
    m_hints.insert(field, under);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gridUnit);
    column->addWidget(heading);
    column->addWidget(editor);
    column->addWidget(under);
    return box;
}

QWidget *ProviderForm::moreAddresses()
{
    const auto add = [this](ProviderField field, const QString &objectName, const QString &label, const QString &hint) {
        m_more->add(block(field, label, hint, line(field, objectName, label)));
    };
    add(ProviderField::Issuer, u"providerIssuer"_s, tr("What the server calls itself"), tr("“Issuer”."));
    add(ProviderField::Profile, u"providerProfile"_s, tr("Whose token it is"), tr("“UserInfo endpoint”."));
    add(ProviderField::Revoke, u"providerRevoke"_s, tr("Where a token is ended"), tr("“Revocation endpoint”."));
    add(ProviderField::Introspect, u"providerIntrospect"_s, tr("Whether a token works"),
        tr("“Introspection endpoint”."));
    add(ProviderField::Device, u"providerDevice"_s, tr("Codes for another device"),
        tr("“Device authorization endpoint”."));
    return m_more;
}

QWidget *ProviderForm::details()
{
    name(m_client, u"providerClient"_s, tr("How the app shows its secret"));
    m_client->addItem(tr("In the header (client_secret_basic)"), int(ClientAuthentication::Header));
    m_client->addItem(tr("In the form (client_secret_post)"), int(ClientAuthentication::Body));
    m_client->addItem(tr("It has no secret (public client)"), int(ClientAuthentication::None));
    name(m_pkce, u"providerPkce"_s, m_pkce->text());
    name(m_namesIssuer, u"providerNamesIssuer"_s, m_namesIssuer->text());
    name(m_consent, u"providerConsent"_s, m_consent->text());
    m_consent->setToolTip(tr("Some servers let a token be renewed only then."));
    name(m_commas, u"providerCommas"_s, m_commas->text());
    QLabel *label = wrapping(tr("How the app shows its secret"), m_details);
    makeHeading(label);
    label->setBuddy(m_client);
    m_details->add(label);
    m_details->add(m_client);
    for (QCheckBox *box : {m_pkce, m_namesIssuer, m_consent, m_commas})
        m_details->add(box);
    m_details->add(block(ProviderField::Redirects, tr("Redirect addresses"),
                         tr("The browser brings the answer there. Register each of them at the server."), m_redirects));
    connect(m_scopes, &QPlainTextEdit::textChanged, this, [this] { edited(ProviderField::Scopes); });
    connect(m_redirects, &QPlainTextEdit::textChanged, this, [this] { edited(ProviderField::Redirects); });
    return m_details;
}

QWidget *ProviderForm::hosts()
{
    makeCard(m_hostsCard);
    name(m_hostsCard, u"providerHosts"_s, tr("Hosts"));
    QLabel *heading
        = wrapping(tr("A sign-in with it goes to these web sites. Go on only if you know them:"), m_hostsCard);
    makeHeading(heading);
    auto *column = new QVBoxLayout(m_hostsCard);
    column->setContentsMargins(4 * gridUnit, 3 * gridUnit, 4 * gridUnit, 3 * gridUnit);
    column->setSpacing(gridUnit);
    column->addWidget(heading);
    column->addLayout(m_hostRows);
    return m_hostsCard;
}

void ProviderForm::setDraft(const ProviderDraft &draft)
{
    m_setting = true;
    for (const auto &[field, edit] : m_lines.asKeyValueRange())
        edit->setText(draft.texts.value(field));
    m_scopes->setPlainText(draft.scopes.join(u'\n'));
    m_redirects->setPlainText(draft.redirects.join(u'\n'));
    m_client->setCurrentIndex(m_client->findData(int(draft.clientAuthentication)));
    m_pkce->setChecked(draft.pkce);
    m_namesIssuer->setChecked(draft.namesIssuer);
    m_consent->setChecked(draft.asksConsent);
    m_commas->setChecked(draft.commas);
    m_setting = false;
    for (const auto &[field, hint] : m_hints.asKeyValueRange())
        edited(field);
}

ProviderDraft ProviderForm::draft() const
{
    ProviderDraft draft;
    for (const auto &[field, edit] : m_lines.asKeyValueRange())
        draft.texts.insert(field, edit->text().trimmed());
    draft.scopes = wordsOf(*m_scopes);
    draft.redirects = linesOf(*m_redirects);
    draft.clientAuthentication = ClientAuthentication(m_client->currentData().toInt());
    draft.pkce = m_pkce->isChecked();
    draft.namesIssuer = m_namesIssuer->isChecked();
    draft.asksConsent = m_consent->isChecked();
    draft.commas = m_commas->isChecked();
    return draft;
}

void ProviderForm::setUsualRedirects(const QStringList &addresses)
{
    const QStringList before = std::exchange(m_usualRedirects, addresses);
    const QStringList now = linesOf(*m_redirects);
    if (now.isEmpty() || now == before)
        m_redirects->setPlainText(addresses.join(u'\n'));
}

/// What is being typed is told to be wrong once it is; that it is missing only when it is needed.
void ProviderForm::edited(ProviderField field)
{
    if (m_setting)
        return;
    const ProviderDraft now = draft();
    const bool isEmpty = field == ProviderField::Scopes ? now.scopes.isEmpty()
        : field == ProviderField::Redirects             ? now.redirects.isEmpty()
                                                        : now.texts.value(field).isEmpty();
    const QLineEdit *typing = m_lines.value(field);
    const bool unfinished = typing && typing->hasFocus() && field != ProviderField::Name;
    const QString fault = isEmpty || unfinished ? QString() : faultsOf(now).value(field);
    HintLabel *hint = m_hints.value(field);
    hint->setFault(fault);
    hint->setVisible(!hint->text().isEmpty());
    showHosts();
    emit changed();
}

void ProviderForm::showFaults(const QMap<ProviderField, QString> &faults)
{
    for (const auto &[field, hint] : m_hints.asKeyValueRange()) {
        hint->setFault(faults.value(field));
        hint->setVisible(!hint->text().isEmpty());
    }
    if (faults.isEmpty())
        return;
    const ProviderField first = faults.firstKey();
    if (m_more->isAncestorOf(m_hints.value(first)))
        m_more->setOpen(true);
    if (m_details->isAncestorOf(m_hints.value(first)))
        m_details->setOpen(true);
    QWidget *field = m_lines.value(first);
    if (!field)
        field = first == ProviderField::Scopes ? m_scopes : m_redirects;
    field->setFocus(Qt::OtherFocusReason);
}

void ProviderForm::showHosts()
{
    const QStringList names = tokendesk::hostsOf(providerOf(draft(), {}));
    m_hostsCard->setVisible(!names.isEmpty());
    if (std::exchange(m_shownHosts, names) == names)
        return;
    while (const QLayoutItem *row = m_hostRows->takeAt(0)) {
        delete row->widget();
        delete row;
    }
    for (const QString &host : names) {
        QLabel *label = literal(host, m_hostsCard);
        label->setObjectName(u"providerHost"_s);
        m_hostRows->addWidget(label);
    }
}

} // namespace tokendesk
