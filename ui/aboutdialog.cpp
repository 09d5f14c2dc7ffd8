// SPDX-License-Identifier: GPL-3.0-or-later
#include "aboutdialog.h"

#include "accounts/database.h"
#include "pictures.h"
#include "style.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QSslSocket>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

QString row(const QString &name, const QString &version, const QString &licence)
{
    return "<tr><td>%1</td><td>%2</td><td>%3</td></tr>"_L1.arg(name.toHtmlEscaped(), version.toHtmlEscaped(),
                                                               licence.toHtmlEscaped());
}

// Names and licence identifiers (SPDX) are the same in every language.
QString parts()
{
    const QString qt = QLatin1StringView(qVersion());
    const QString tls = QSslSocket::sslLibraryVersionString();
    return "<table cellspacing=6>"_L1 + row(u"TokenDesk"_s, QStringLiteral(TOKENDESK_VERSION), u"GPL-3.0-or-later"_s)
        + row(u"Qt"_s, qt, u"LGPL-3.0-only"_s) + row(u"Qt NetworkAuth, Qt HttpServer"_s, qt, u"GPL-3.0-only"_s)
        + row(u"QtKeychain"_s, QStringLiteral(TOKENDESK_KEYCHAIN_VERSION), u"BSD-3-Clause"_s)
        + row(u"libqrencode"_s, {}, u"LGPL-2.1-or-later"_s) + row(u"SQLite"_s, Database::engineVersion(), u"blessing"_s)
        + row(tls.isEmpty() ? u"OpenSSL"_s : tls, {}, u"Apache-2.0"_s) + "</table>"_L1;
}

QLabel *text(const QString &words, QWidget *parent)
{
    auto *label = new QLabel(words, parent);
    label->setWordWrap(true);
    return label;
}

} // namespace

AboutDialog::AboutDialog(QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"about"_s);
    setWindowTitle(tr("About TokenDesk"));

    auto *icon = new QLabel(this);
    icon->setPixmap(programIcon().pixmap(64));
    icon->setAccessibleName(tr("TokenDesk's icon"));
    auto *title = new QLabel(u"TokenDesk"_s, this);
    makeTitle(title);
    QLabel *purpose
        = text(tr("Gets an Instagram access token, keeps it in your computer's keychain and renews it."), this);
    QLabel *licence = text(tr("This program is free software: you may use, study, share and change it under the GNU "
                              "General Public License, version 3 or later. It comes without any warranty."),
                           this);
    QLabel *independent = text(tr("TokenDesk is not made or endorsed by Instagram or Meta."), this);
    makeMuted(independent);
    QLabel *versions = text(parts(), this);
    versions->setObjectName(u"versions"_s);
    versions->setAccessibleName(tr("Versions and licences"));
    versions->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(pageMargin, pageMargin, pageMargin, 5 * gridUnit);
    layout->setSpacing(3 * gridUnit);
    for (QWidget *widget : std::initializer_list<QWidget *>{icon, title, purpose, licence, independent, versions})
        layout->addWidget(widget);
    layout->addStretch();
    layout->addWidget(buttons);
    setMinimumWidth(480);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    buttons->button(QDialogButtonBox::Close)->setFocus();
}

} // namespace tokendesk
