// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/networksection.h"

#include "connect/connectpage.h"
#include "moodlabel.h"
#include "networktext.h"
#include "preferences/proxydialog.h"
#include "style.h"

#include <QComboBox>
#include <QCryptographicHash>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

const QUrl instagram(u"https://graph.instagram.com/"_s);

QPushButton *quietButton(const QString &objectName, const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    name(button, objectName, text);
    button->setAutoDefault(false);
    return button;
}

QLabel *heading(const QString &text, QWidget *parent)
{
    QLabel *label = wrapping(text, parent);
    makeHeading(label);
    return label;
}

void tell(MoodLabel *label, const QString &text, Mood mood)
{
    label->setText(text);
    label->setAccessibleName(text);
    label->setMood(mood);
    label->setVisible(!text.isEmpty());
}

MoodLabel *noticeLabel(const QString &objectName, QWidget *parent)
{
    auto *label = new MoodLabel(parent);
    label->setObjectName(objectName);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->hide();
    return label;
}

QString faultText(AuthorityFault fault)
{
    switch (fault) {
    case AuthorityFault::TooLarge:
        return NetworkSection::tr("This file is too large to be a certificate.");
    case AuthorityFault::NoCertificate:
        return NetworkSection::tr("There is no certificate in this file. It ends in .pem, .crt or .cer.");
    case AuthorityFault::NoAuthority:
        return NetworkSection::tr("This is the certificate of a server, not of an authority. Ask for the certificate "
                                  "of the authority (the “root”) itself.");
    case AuthorityFault::Ended:
        return NetworkSection::tr("This certificate is not valid today. Ask for the current one, and check this "
                                  "computer's date.");
    }
    Q_UNREACHABLE();
}

QString describe(const QSslCertificate &authority)
{
    const QString print = QString::fromLatin1(authority.digest(QCryptographicHash::Sha256).toHex(':').toUpper());
    const QString end = QLocale().toString(authority.expiryDate().toLocalTime().date(), QLocale::LongFormat);
    const bool over = authority.expiryDate() <= QDateTime::currentDateTimeUtc();
    const QString text
        = over ? NetworkSection::tr("%1, ended on %2 (SHA-256 %3)") : NetworkSection::tr("%1, until %2 (SHA-256 %3)");
    return text.arg(subjectOf(authority), end, print.left(23) + u'…');
}

} // namespace

NetworkSection::NetworkSection(Network &network, QWidget *parent)
    : QWidget(parent)
    , m_network(network)
    , m_way(new QComboBox(this))
{
    setObjectName(u"network"_s);
    name(m_way, u"proxyWay"_s, tr("Proxy"));
    m_way->addItem(tr("As the system, automatic configuration (PAC) included"), int(ProxyChoice::Way::System));
    m_way->addItem(tr("This proxy"), int(ProxyChoice::Way::Manual));
    m_way->addItem(tr("None"), int(ProxyChoice::Way::None));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(2 * gridUnit);
    column->addWidget(heading(tr("Proxy"), this));
    column->addWidget(m_way);
    column->addWidget(m_manual = manualRow());
    column->addWidget(signInRow());
    column->addSpacing(3 * gridUnit);
    column->addWidget(heading(tr("Additional certificate authority"), this));
    QLabel *why = wrapping(tr("Companies that open secure connections to examine them vouch for these themselves. "
                              "TokenDesk trusts the authority that you choose here, besides the system's own."),
                           this);
    makeMuted(why);
    column->addWidget(why);
    column->addWidget(authorityRow());
    column->addSpacing(3 * gridUnit);
    column->addWidget(checkRow());
    column->addStretch();

    show(m_network.proxy());
    update();
    connect(m_way, &QComboBox::activated, this, &NetworkSection::choose);
    connect(m_kind, &QComboBox::activated, this, &NetworkSection::choose);
    connect(m_host, &QLineEdit::editingFinished, this, &NetworkSection::choose);
    connect(m_port, &QSpinBox::valueChanged, this, &NetworkSection::choose);
    connect(&m_network, &Network::changed, this, &NetworkSection::update);
}

QWidget *NetworkSection::manualRow()
{
    auto *row = new QWidget(this);
    m_kind = new QComboBox(row);
    m_host = new QLineEdit(row);
    m_port = new QSpinBox(row);
    name(m_kind, u"proxyKind"_s, tr("Kind of proxy"));
    name(m_host, u"proxyHost"_s, tr("Host of the proxy"));
    name(m_port, u"proxyPort"_s, tr("Port of the proxy"));
    m_kind->addItem(u"HTTP"_s, int(ProxyChoice::Kind::Http));
    m_kind->addItem(u"SOCKS 5"_s, int(ProxyChoice::Kind::Socks5));
    m_host->setPlaceholderText(u"proxy.example.com"_s);
    m_host->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoPredictiveText);
    m_port->setRange(1, 0xFFFF);
    m_port->setGroupSeparatorShown(false);
    m_port->setKeyboardTracking(false); // 8080 is not 8, 80 and 808 before
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(2 * gridUnit);
    layout->addWidget(m_kind);
    layout->addWidget(m_host, 1);
    layout->addWidget(m_port);
    return row;
}

QWidget *NetworkSection::signInRow()
{
    auto *row = new QWidget(this);
    m_user = wrapping({}, row);
    m_user->setObjectName(u"proxySignedIn"_s);
    makeMuted(m_user);
    m_signIn = quietButton(u"proxySignInAs"_s, tr("Sign in…"), row);
    m_signOut = quietButton(u"proxySignOut"_s, tr("Forget"), row);
    m_signOut->setAccessibleName(tr("Forget the user and the password of the proxy"));
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(2 * gridUnit);
    layout->addWidget(m_user, 1);
    layout->addWidget(m_signIn);
    layout->addWidget(m_signOut);
    connect(m_signIn, &QPushButton::clicked, this, &NetworkSection::askForSignIn);
    connect(m_signOut, &QPushButton::clicked, this, &NetworkSection::signOut);
    return row;
}

QWidget *NetworkSection::authorityRow()
{
    auto *box = new QWidget(this);
    m_authority = wrapping({}, box);
    m_authority->setObjectName(u"authority"_s);
    QPushButton *file = quietButton(u"authorityFile"_s, tr("Choose a file…"), box);
    m_remove = quietButton(u"authorityRemove"_s, tr("Remove"), box);
    m_remove->setAccessibleName(tr("Trust this authority no more"));
    m_authorityNotice = noticeLabel(u"authorityNotice"_s, box);
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * gridUnit);
    row->addWidget(m_authority, 1);
    row->addWidget(file);
    row->addWidget(m_remove);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins({});
    column->setSpacing(2 * gridUnit);
    column->addLayout(row);
    column->addWidget(m_authorityNotice);
    connect(file, &QPushButton::clicked, this, &NetworkSection::chooseFile);
    connect(m_remove, &QPushButton::clicked, this, &NetworkSection::removeAuthority);
    return box;
}

QWidget *NetworkSection::checkRow()
{
    auto *row = new QWidget(this);
    m_check = quietButton(u"networkCheck"_s, tr("Check the connection"), row);
    m_checked = noticeLabel(u"networkChecked"_s, row);
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(2 * gridUnit);
    layout->addWidget(m_check, 0, Qt::AlignLeading);
    layout->addWidget(m_checked);
    connect(m_check, &QPushButton::clicked, this, &NetworkSection::check);
    return row;
}

// -- proxy

void NetworkSection::show(const ProxyChoice &choice)
{
    m_way->setCurrentIndex(m_way->findData(int(choice.way)));
    m_kind->setCurrentIndex(m_kind->findData(int(choice.kind)));
    m_host->setText(choice.host);
    m_port->setValue(choice.port);
}

void NetworkSection::choose()
{
    ProxyChoice choice = m_network.proxy();
    choice.way = ProxyChoice::Way(m_way->currentData().toInt());
    choice.kind = ProxyChoice::Kind(m_kind->currentData().toInt());
    // People paste the whole address.
    const QUrl typed = QUrl::fromUserInput(m_host->text().trimmed());
    choice.host = typed.host();
    choice.port = quint16(m_port->value());
    if (typed.port() > 0)
        choice.port = quint16(typed.port());
    m_network.useProxy(choice);
    show(choice);
    tell(m_checked, {}, Mood::Good);
}

void NetworkSection::update()
{
    const ProxyChoice choice = m_network.proxy();
    const bool manual = choice.way == ProxyChoice::Way::Manual;
    m_manual->setVisible(manual);
    const bool signsIn = !choice.user.isEmpty();
    m_user->setText(signsIn ? tr("Signs in as %1 at %2.").arg(choice.user, choice.userAt.join(u", "_s))
                            : tr("Nobody signs in. Where the proxy asks, you are asked."));
    m_user->parentWidget()->setVisible(choice.way != ProxyChoice::Way::None);
    m_signIn->setVisible(manual && !choice.host.isEmpty());
    m_signOut->setVisible(signsIn);

    QStringList lines;
    for (const QSslCertificate &authority : m_network.authorities())
        lines.append(describe(authority));
    m_authority->setText(lines.isEmpty() ? tr("None.") : lines.join(u'\n'));
    m_remove->setVisible(!lines.isEmpty());
}

void NetworkSection::askForSignIn()
{
    const ProxyChoice choice = m_network.proxy();
    const QString proxy = u"%1:%2"_s.arg(choice.host, QString::number(choice.port));
    (new ProxyDialog(m_network, proxy, ProxyDialog::Reason::Wanted, this))->open();
}

void NetworkSection::signOut()
{
    m_network.signOut(this, [this](const Result<void> &removed) {
        if (!removed)
            tell(m_checked, tr("Your keychain did not remove the password. It is not used any more."), Mood::Warning);
    });
}

// -- authority

void NetworkSection::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Certificate of an authority"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"authorityFileDialog"_s);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Certificates (*.pem *.crt *.cer *.der)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &NetworkSection::useFile);
    dialog->open();
}

void NetworkSection::useFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tell(m_authorityNotice, tr("The file could not be read."), Mood::Trouble);
    const auto found = m_network.read(file.read(largestAuthorityFile + 1));
    if (!found)
        return tell(m_authorityNotice, faultText(found.error()), Mood::Trouble);
    if (!m_network.trust(*found))
        return tell(m_authorityNotice, tr("It could not be kept. Check that the disk is not full."), Mood::Trouble);
    tell(m_authorityNotice, tr("Trusted from now on, by TokenDesk alone."), Mood::Good);
}

void NetworkSection::removeAuthority()
{
    if (m_network.distrust())
        tell(m_authorityNotice, {}, Mood::Good);
    else
        tell(m_authorityNotice, tr("It could not be removed."), Mood::Trouble);
}

// -- does it work?

void NetworkSection::check()
{
    m_check->setEnabled(false);
    m_checked->hide();
    m_network.check(instagram, this, [this](const Result<QString> &proxy) { showCheck(proxy); });
}

void NetworkSection::showCheck(const Result<QString> &proxy)
{
    m_check->setEnabled(true);
    if (proxy) {
        tell(m_checked,
             proxy->isEmpty() ? tr("✓ Instagram answers, without a proxy.")
                              : tr("✓ Instagram answers, through the proxy %1.").arg(*proxy),
             Mood::Good);
        return;
    }
    const Error &error = proxy.error();
    tell(m_checked, told(tokendesk::describe(error, u"Instagram"_s)), Mood::Trouble);
    if (!wantsProxySignIn(error))
        return;
    const auto reason
        = error.hint == ErrorHint::ProxyPassword ? ProxyDialog::Reason::Refused : ProxyDialog::Reason::Wanted;
    auto *dialog = new ProxyDialog(m_network, error.message, reason, this);
    connect(dialog, &QDialog::accepted, this, &NetworkSection::check);
    dialog->open();
}

QDialog *openNetworkDialog(Network &network, QWidget *parent)
{
    auto *dialog = new QDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(u"networkDialog"_s);
    dialog->setWindowTitle(NetworkSection::tr("Network"));
    auto *column = new QVBoxLayout(dialog);
    column->setContentsMargins(pageMargin, pageMargin, pageMargin, 5 * gridUnit);
    column->setSpacing(5 * gridUnit);
    column->addWidget(new NetworkSection(network, dialog));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
    buttons->button(QDialogButtonBox::Close)->setObjectName(u"networkClose"_s);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Return in a field closes nothing
    column->addWidget(buttons);
    dialog->setMinimumWidth(130 * gridUnit);
    QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
    dialog->open();
    return dialog;
}

} // namespace tokendesk
