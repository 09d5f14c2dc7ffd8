// SPDX-License-Identifier: GPL-3.0-or-later
#include "providers/providerdialog.h"

#include "connect/announce.h"
#include "connect/connectpage.h"
#include "connect/hintlabel.h"
#include "provider/providerfile.h"
#include "providers/providerform.h"
#include "style.h"

#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QUrl>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

namespace {

constexpr QSize usualSize(680, 680);
constexpr auto busyAfter = 300ms;

Result<QByteArray> contents(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Storage, u"the file cannot be read"_s);
    return file.read(largestProviderFile + 1);
}

QStringList idsOf(const Catalog &catalog)
{
    QStringList ids;
    for (const Provider &provider : catalog.providers())
        ids.append(provider.id);
    return ids;
}

} // namespace

ProviderDialog::ProviderDialog(Services &services, QWidget *parent)
    : QDialog(parent)
    , m_services(services)
    , m_title(wrapping(tr("Another provider"), this))
    , m_use(wrapping({}, this))
    , m_address(new QLineEdit(this))
    , m_discover(new QPushButton(tr("Discover"), this))
    , m_askingHint(new HintLabel(tr("Its address fills the form where the server describes itself, as most do."), this))
    , m_file(new QPushButton(tr("Open a provider file…"), this))
    , m_form(new ProviderForm(this))
    , m_trouble(new HintLabel({}, this))
    , m_save(new QPushButton(tr("Add the provider"), this))
{
    name(this, u"providerDialog"_s, tr("Another provider"));
    setWindowTitle(accessibleName());
    m_title->setObjectName(u"providerTitle"_s);
    makeTitle(m_title);
    m_use->setObjectName(u"providerUse"_s);
    makeMuted(m_use);
    m_use->hide();
    m_trouble->setObjectName(u"providerTrouble"_s);
    m_trouble->hide();
    m_busy.setSingleShot(true);
    m_busy.setInterval(busyAfter);
    auto *content = new QWidget;
    auto *fields = new QVBoxLayout(content);
    fields->setContentsMargins(pageMargin, 5 * gridUnit, pageMargin, 4 * gridUnit);
    fields->setSpacing(4 * gridUnit);
    fields->addWidget(m_title);
    fields->addWidget(m_use);
    fields->addWidget(asking());
    fields->addWidget(m_form);
    fields->addStretch();
    auto *ground = new QWidget(this);
    makePage(ground);
    auto *paper = new QVBoxLayout(ground);
    paper->setContentsMargins(0, 0, 0, 0);
    paper->addWidget(scrolling(content, ground));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(ground, 1);
    column->addWidget(separator(this));
    column->addWidget(foot());
    resize(usualSize.boundedTo(screen()->availableSize() - QSize(40, 60)));

    connect(&m_busy, &QTimer::timeout, this, &ProviderDialog::tellBusy);
    connect(m_form, &ProviderForm::changed, this, &ProviderDialog::nameChanged);
    m_base.scopeSeparator = u" "_s;
    m_form->setDraft({});
    m_start = m_form->draft();
    m_address->setFocus();
}

ProviderDialog::~ProviderDialog()
{
    m_form->disconnect(this); // a field that loses the keyboard as it goes is no edit
}

QWidget *ProviderDialog::asking()
{
    auto *card = new QFrame(this);
    makeCard(card);
    name(m_address, u"providerAddress"_s, tr("Address of the server"));
    m_address->setPlaceholderText(u"login.example.org"_s);
    m_address->setLayoutDirection(Qt::LeftToRight);
    m_address->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoPredictiveText);
    name(m_discover, u"providerDiscover"_s, m_discover->text());
    name(m_file, u"providerFile"_s, m_file->text());
    makeQuiet(m_file);
    m_askingHint->setObjectName(u"providerAddressHint"_s);
    QLabel *label = wrapping(tr("Address of the server"), card);
    makeHeading(label);
    label->setBuddy(m_address);
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * gridUnit);
    row->addWidget(m_address, 1);
    row->addWidget(m_discover);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins(4 * gridUnit, 3 * gridUnit, 4 * gridUnit, 3 * gridUnit);
    column->setSpacing(gridUnit);
    column->addWidget(label);
    column->addLayout(row);
    column->addWidget(m_askingHint);
    column->addWidget(m_file, 0, Qt::AlignLeading);
    connect(m_address, &QLineEdit::returnPressed, this, &ProviderDialog::discover);
    connect(m_address, &QLineEdit::textEdited, this, [this] { m_askingHint->setFault({}); });
    connect(m_discover, &QPushButton::clicked, this, [this] { m_discovery ? stop() : discover(); });
    connect(m_file, &QPushButton::clicked, this, &ProviderDialog::chooseFile);
    return card;
}

QWidget *ProviderDialog::foot()
{
    auto *box = new QWidget(this);
    auto *cancel = new QPushButton(tr("Cancel"), box);
    name(cancel, u"providerCancel"_s, cancel->text());
    name(m_save, u"providerSave"_s, m_save->text());
    makePrimary(m_save);
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * gridUnit);
    row->addStretch();
    row->addWidget(cancel);
    row->addWidget(m_save);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(pageMargin, 3 * gridUnit, pageMargin, 3 * gridUnit);
    column->setSpacing(2 * gridUnit);
    column->addWidget(m_trouble);
    column->addLayout(row);
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setAutoDefault(false); // Enter in the address asks the server
    setTabOrder(cancel, m_save);
    connect(cancel, &QPushButton::clicked, this, &ProviderDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ProviderDialog::save);
    return box;
}

// -- filling it

void ProviderDialog::change(const QString &providerId)
{
    const Provider *provider = m_services.catalog.description(providerId);
    const Result<QByteArray> file = m_services.catalog.ownFile(providerId);
    if (!provider || !file)
        return;
    m_changed = providerId;
    fill(*provider, *file);
    m_start = m_form->draft();
    m_address->setText(provider->issuer);
    m_file->hide();
    m_title->setText(tr("Change “%1”").arg(provider->name));
    setWindowTitle(m_title->text());
    setAccessibleName(m_title->text());
    m_save->setText(tr("Save"));
    m_save->setAccessibleName(m_save->text());
    const QList<Account> accounts = m_services.accounts.all();
    const auto users = std::ranges::count(accounts, providerId, &Account::providerId);
    m_use->setText(tr("Used by %n account(s): what you change holds for them as well.", nullptr, int(users)));
    m_use->setVisible(users > 0);
}

void ProviderDialog::fill(const Provider &provider, const QByteArray &file)
{
    m_base = provider;
    m_before = file;
    m_form->setDraft(draftOf(provider));
}

void ProviderDialog::openFile(const QString &path)
{
    stop();
    const QString file = QFileInfo(path).fileName();
    const Result<QByteArray> json = contents(path);
    if (!json)
        return m_askingHint->setFault(
            tr("“%1” cannot be read. Check that it is still there and that you may read it.").arg(file));
    const Result<Provider> provider = m_services.catalog.check(*json);
    if (!provider) {
        //: A file's name. Why it cannot be used.
        m_askingHint->setFault(tr("“%1”: %2").arg(file, providerFault(provider.error())));
        return;
    }
    m_address->setText(provider->issuer);
    m_askingHint->setFault({});
    fill(*provider, *json);
}

void ProviderDialog::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Open a provider file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"providerFileChooser"_s);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Provider files (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &ProviderDialog::openFile);
    dialog->open();
}

/// The id of a new provider, and its redirect addresses, follow from the name.
void ProviderDialog::nameChanged()
{
    m_trouble->hide();
    if (!m_before.isEmpty())
        return;
    const QString named = m_form->draft().texts.value(ProviderField::Name);
    const QString id = named.isEmpty() ? QString() : providerIdFrom(named, idsOf(m_services.catalog));
    if (std::exchange(m_base.id, id) != id)
        m_form->setUsualRedirects(id.isEmpty() ? QStringList() : usualRedirectAddresses(id));
}

// -- asking the server

void ProviderDialog::discover()
{
    stop();
    const Result<QString> issuer = readIssuer(m_address->text());
    if (!issuer)
        return m_askingHint->setFault(
            tr("This is no address of a server, such as login.example.org. It has to be https."));
    m_askingHint->setFault({});
    m_discovery = std::make_unique<Discovery>(m_services.graph, *issuer);
    connect(m_discovery.get(), &Discovery::found, this, &ProviderDialog::take);
    connect(m_discovery.get(), &Discovery::failed, this, &ProviderDialog::tellDiscovery);
    m_busy.start();
    m_discovery->start();
}

void ProviderDialog::tellBusy()
{
    m_discover->setText(tr("Stop"));
    m_discover->setAccessibleName(m_discover->text());
    m_askingHint->setHint(tr("Asking %1…").arg(QUrl(readIssuer(m_address->text()).value_or(QString())).host()));
}

void ProviderDialog::stop()
{
    m_busy.stop();
    if (m_discovery)
        m_discovery.release()->deleteLater(); // it may be at work right now
    m_discover->setText(tr("Discover"));
    m_discover->setAccessibleName(m_discover->text());
    m_askingHint->setHint(tr("Its address fills the form where the server describes itself, as most do."));
}

void ProviderDialog::take(const ServerMetadata &said)
{
    stop();
    m_form->setDraft(withMetadata(m_form->draft(), said));
    const QString done = tr("✓ %1 has described itself. Look whether the hosts below are the right ones.")
                             .arg(QUrl(said.issuer).host());
    m_askingHint->setHint(done);
    announce(m_askingHint, done);
}

void ProviderDialog::tellDiscovery(const Error &error)
{
    const QString server = QUrl(readIssuer(m_address->text()).value_or(QString())).host();
    stop();
    m_askingHint->setFault(discoveryFault(error, server));
}

// -- saving

void ProviderDialog::save()
{
    const ProviderDraft draft = m_form->draft();
    const QMap<ProviderField, QString> faults = faultsOf(draft);
    m_form->showFaults(faults);
    if (!faults.isEmpty())
        return;
    stop();
    Catalog &catalog = m_services.catalog;
    const QByteArray file = providerFile(providerOf(draft, m_base), m_before, catalog.language());
    const Result<Provider> saved = catalog.save(file, m_changed);
    if (!saved)
        return tellTrouble(saved.error(), file);
    accept();
    emit this->saved(saved->id);
}

/// Beside its field, where it is about one.
void ProviderDialog::tellTrouble(const Error &error, const QByteArray &file)
{
    Error plain = error;
    plain.line = 0; // of a file that nobody sees
    const ProviderField field = fieldOf(keyOnLine(file, error.line));
    if (field != ProviderField::Name)
        return m_form->showFaults({{field, providerFault(plain)}});
    m_trouble->setFault(providerFault(plain));
    m_trouble->show();
}

void ProviderDialog::reject()
{
    if (m_form->draft() == m_start)
        return QDialog::reject();
    auto *box
        = new QMessageBox(QMessageBox::Question, windowTitle(), tr("Close without saving?"), QMessageBox::Cancel, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(u"providerCloseQuestion"_s);
    box->setInformativeText(tr("What you have entered about the provider is lost then."));
    QPushButton *go = box->addButton(tr("Close"), QMessageBox::DestructiveRole);
    name(go, u"providerCloseQuestionClose"_s, go->text());
    box->setDefaultButton(QMessageBox::Cancel);
    connect(go, &QPushButton::clicked, this, [this] { QDialog::reject(); });
    box->open();
}

} // namespace tokendesk
