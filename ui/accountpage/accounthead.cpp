// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountpage/accounthead.h"

#include "accountpage/statuspill.h"
#include "connect/appname.h"
#include "elidedlabel.h"
#include "handout/accounttype.h"
#include "pictures.h"
#include "style.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr int pictureSize = 56;

} // namespace

AccountHead::AccountHead(Services &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_picture(new QLabel(this))
    , m_name(new ElidedLabel(this))
    , m_about(new QLabel(this))
    , m_status(new StatusPill(this))
{
    m_picture->setObjectName(u"accountPicture"_s);
    m_picture->setAccessibleName(tr("Profile picture"));
    m_name->setObjectName(u"accountName"_s);
    m_about->setObjectName(u"accountAbout"_s);
    m_about->setTextFormat(Qt::PlainText);
    m_about->setWordWrap(true);
    m_status->setObjectName(u"accountStatus"_s);
    makeTitle(m_name);
    makeMuted(m_about);

    auto *words = new QVBoxLayout;
    words->setSpacing(2);
    words->addStretch();
    words->addWidget(m_name);
    words->addWidget(m_about);
    words->addStretch();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(pageMargin, 18, pageMargin, 18);
    row->setSpacing(10);
    row->addWidget(m_picture);
    row->addLayout(words, 1);
    row->addWidget(m_status);
}

void AccountHead::setAccount(const Account &account, const Provider &provider)
{
    const QString name = account.displayName();
    m_picture->setPixmap(avatar(m_services.accounts.picture(account.id), name, pictureSize, devicePixelRatioF()));
    m_name->setText(name);
    m_about->setText(about(account, provider));
    const StatusText status = describe(m_services.accounts.status(account.id), account, m_services.clock.now());
    m_status->setText(status.mood, status.sentence);
}

QString AccountHead::about(const Account &account, const Provider &provider) const
{
    const QString handle = account.username.isEmpty() ? QString() : u'@' + account.username;
    const QString name = account.name == account.displayName() ? QString() : account.name;
    QStringList parts{account.label.isEmpty() ? QString() : handle, name, accountTypeInWords(account.accountType),
                      provider.name};
    if (const auto registration = m_services.accounts.registration(account.registrationId))
        parts.append(tr("app “%1”").arg(appName(*registration)));
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

} // namespace tokendesk
