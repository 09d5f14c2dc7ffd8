// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/busyface.h"

#include "connect/announce.h"
#include "connect/clockring.h"
#include "connect/connectpage.h"
#include "style.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokendesk {

BusyFace::BusyFace(QWidget *parent)
    : QWidget(parent)
    , m_heading(wrapping({}, this))
    , m_sentence(wrapping({}, this))
    , m_without(new QPushButton(tr("Go on without the keychain"), this))
{
    auto *ring = new ClockRing(this);
    name(ring, u"busyRing"_s, tr("Working"));
    m_heading->setObjectName(u"busyHeading"_s);
    m_sentence->setObjectName(u"busySentence"_s);
    name(m_without, u"goOnWithoutSlowKeychain"_s, m_without->text());
    makeHeading(m_heading);
    makeMuted(m_sentence);
    m_heading->setAlignment(Qt::AlignCenter);
    m_sentence->setAlignment(Qt::AlignCenter);
    QSizePolicy kept = m_without->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_without->setSizePolicy(kept);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(pageMargin, 2 * gridUnit, pageMargin, 4 * gridUnit);
    layout->setSpacing(3 * gridUnit);
    layout->addStretch(1);
    layout->addWidget(ring, 0, Qt::AlignHCenter);
    layout->addWidget(m_heading);
    layout->addWidget(m_sentence);
    layout->addWidget(m_without, 0, Qt::AlignHCenter);
    layout->addStretch(2);
    connect(m_without, &QPushButton::clicked, this, &BusyFace::goOnWithoutKeychainRequested);
    sayWorking({});
}

void BusyFace::sayWorking(const QString &what)
{
    m_without->hide();
    say(what, {});
}

void BusyFace::sayWaitingForKeychain()
{
    m_without->show();
    say(tr("Waiting for your keychain"),
        tr("A window of your computer may be asking for its password, perhaps behind this one. Without the keychain "
           "the "
           "token is kept in memory only and is gone when TokenDesk closes."));
}

void BusyFace::say(const QString &heading, const QString &sentence)
{
    m_heading->setText(heading);
    m_sentence->setText(sentence);
    announce(m_heading, heading);
}

} // namespace tokendesk
