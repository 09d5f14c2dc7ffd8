// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/watchbox.h"

#include "connect/connectpage.h"
#include "signin/redirect.h"
#include "style.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

/// Wayland shows the clipboard to the window in front only.
bool isWayland()
{
    return QGuiApplication::platformName().startsWith("wayland"_L1);
}

/// What a password manager, or this program, marks as nobody else's business.
bool isConcealed(const QMimeData &data)
{
    return data.hasFormat(u"x-kde-passwordManagerHint"_s) || data.hasFormat(u"org.nspasteboard.ConcealedType"_s);
}

} // namespace

WatchBox::WatchBox(Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_box(new QCheckBox(tr("Notice the address when I copy it"), this))
{
    name(m_box, u"noticeAddress"_s, m_box->text());
    QLabel *hint = wrapping(isWayland() ? tr("Your desktop (Wayland) lets no program look at the clipboard while "
                                             "another one is in front, so paste the address here.")
                                        : tr("As long as this sign-in waits, TokenDesk then looks at what is copied, "
                                             "and takes nothing but the address that answers it."),
                            this);
    hint->setObjectName(u"noticeAddressHint"_s);
    makeMuted(hint);
    m_box->setAccessibleDescription(hint->text());
    m_box->setEnabled(!isWayland());
    m_box->setChecked(!isWayland() && settings.noticesAddresses());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(gridUnit);
    layout->addWidget(m_box);
    layout->addWidget(hint);
    connect(m_box, &QCheckBox::clicked, this, &WatchBox::choose);
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, &WatchBox::look);
}

void WatchBox::begin(const QString &redirectAddress)
{
    m_address = redirectAddress;
}

void WatchBox::end()
{
    m_address.clear();
}

/// It may have been copied already.
void WatchBox::choose()
{
    m_settings.setNoticesAddresses(m_box->isChecked());
    look();
}

void WatchBox::look()
{
    if (m_address.isEmpty() || !m_box->isChecked())
        return;
    const QMimeData *copied = QGuiApplication::clipboard()->mimeData();
    if (!copied || !copied->hasText() || isConcealed(*copied))
        return;
    QString text = copied->text();
    const QString authority = QUrl(m_address).authority();
    const bool promising = text.size() <= 2 * largestRedirect && text.contains(authority) && text.contains("state="_L1);
    if (promising)
        emit addressCopied(text);
    else if (text.isDetached())
        text.fill(u' ');
}

} // namespace tokendesk
