// SPDX-License-Identifier: GPL-3.0-or-later
#include "connect/deviceface.h"

#include "connect/announce.h"
#include "connect/clockring.h"
#include "connect/connectpage.h"
#include "connect/copybutton.h"
#include "connect/hintlabel.h"
#include "connect/qrpicture.h"
#include "style.h"

#include <QFontDatabase>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

namespace {

constexpr int codeSize = 28; // pixels

/// As a screen reader is to say it: every character by itself.
QString spelled(const QString &code)
{
    QStringList letters;
    for (const QChar letter : code)
        letters.append(letter == u'-' ? DeviceFace::tr("dash", "the character -, read out") : QString(letter));
    letters.removeAll(u" "_s);
    return letters.join(u' ');
}

} // namespace

DeviceFace::DeviceFace(QWidget *parent)
    : QWidget(parent)
    , m_picture(new QrPicture(this))
    , m_where(wrapping(tr("On a phone or another computer, open"), this))
    , m_page(literal({}, this))
    , m_codeLabel(wrapping(tr("and enter this code there:"), this))
    , m_code(new QLabel(this))
    , m_copy(new CopyButton(tr("Copy the code"), this))
    , m_open(new QPushButton(tr("Open the page here"), this))
    , m_ring(new ClockRing(this))
    , m_heading(wrapping({}, this))
    , m_note(new HintLabel({}, this))
{
    name(m_page, u"devicePage"_s, {});
    name(m_code, u"deviceCode"_s, {});
    name(m_copy, u"copyDeviceCode"_s, m_copy->text());
    name(m_open, u"openDevicePage"_s, m_open->text());
    name(m_ring, u"deviceRing"_s, tr("Time left"));
    m_heading->setObjectName(u"deviceHeading"_s);
    m_note->setObjectName(u"deviceNote"_s);
    makeHeading(m_heading);

    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPixelSize(codeSize);
    font.setWeight(QFont::DemiBold);
    font.setLetterSpacing(QFont::PercentageSpacing, 110);
    m_code->setFont(font);
    m_code->setTextFormat(Qt::PlainText);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_code->setLayoutDirection(Qt::LeftToRight); // it is typed so in every language
    m_code->setMinimumWidth(1); // a long one scrolls nothing

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(pageMargin, 2 * gridUnit, pageMargin, 4 * gridUnit);
    layout->setSpacing(5 * gridUnit);
    layout->addStretch(1);
    layout->addWidget(card());
    layout->addWidget(countdown());
    layout->addStretch(2);
    connect(m_copy, &QPushButton::clicked, this, [this] { m_copy->copy(m_code->text()); });
    connect(m_open, &QPushButton::clicked, this, [this] { emit openRequested(m_link); });
}

QWidget *DeviceFace::card()
{
    auto *card = new QFrame(this);
    makeCard(card);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(2 * gridUnit);
    buttons->addWidget(m_copy);
    buttons->addWidget(m_open);
    buttons->addStretch();
    auto *words = new QVBoxLayout;
    words->setSpacing(gridUnit);
    words->addStretch();
    words->addWidget(m_where);
    words->addWidget(m_page);
    words->addSpacing(2 * gridUnit);
    words->addWidget(m_codeLabel);
    words->addWidget(m_code);
    words->addSpacing(3 * gridUnit);
    words->addLayout(buttons);
    words->addStretch();
    auto *row = new QHBoxLayout(card);
    row->setContentsMargins(4 * gridUnit, 4 * gridUnit, 4 * gridUnit, 4 * gridUnit);
    row->setSpacing(5 * gridUnit);
    row->addWidget(m_picture, 0, Qt::AlignVCenter);
    row->addLayout(words, 1);
    return card;
}

QWidget *DeviceFace::countdown()
{
    auto *box = new QWidget(this);
    auto *words = new QVBoxLayout;
    words->setSpacing(gridUnit);
    words->addStretch();
    words->addWidget(m_heading);
    words->addWidget(m_note);
    words->addStretch();
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(4 * gridUnit, 0, 4 * gridUnit, 0);
    row->setSpacing(5 * gridUnit);
    row->addWidget(m_ring);
    row->addLayout(words, 1);
    return box;
}

void DeviceFace::setCode(const DeviceCode &code, const Provider &provider)
{
    m_provider = provider;
    m_lifetime = code.lifetime;
    m_link = code.pageWithCode.isEmpty() ? code.page : code.pageWithCode;
    m_picture->setAddress(m_link);
    m_page->setText(code.page.toDisplayString());
    m_page->setAccessibleName(tr("Address of the page: %1").arg(m_page->text()));
    m_code->setText(code.userCode);
    m_code->setAccessibleName(tr("Code, letter by letter: %1").arg(spelled(code.userCode)));
    setCodeIs(Code::Good);
    sayWaiting();
    announce(m_code, m_code->accessibleName());
}

void DeviceFace::setCodeIs(Code state)
{
    const bool good = state == Code::Good;
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_picture, m_page, m_code, m_copy, m_open, m_where, m_codeLabel})
        part->setEnabled(good);
    QFont font = m_code->font();
    font.setStrikeOut(!good);
    m_code->setFont(font);
}

void DeviceFace::setLeft(std::chrono::seconds left)
{
    m_ring->setLeft(left, std::max(m_lifetime, std::chrono::seconds(1s)));
}

void DeviceFace::sayWaiting()
{
    m_heading->setText(tr("Waiting for you on the other device…"));
    m_note->setFault({});
    m_note->setHint(m_provider.practice
                        ? tr("%1 answers on this computer only: open its page here. This page goes on by itself once "
                             "you have agreed there.")
                              .arg(m_provider.name)
                        : tr("Or point the phone's camera at the picture. This page goes on by itself once you have "
                             "agreed there."));
}

void DeviceFace::sayUnreachable()
{
    m_note->setFault(
        tr("%1 does not answer at the moment. It is asked again by itself; the code stays good.").arg(m_provider.name));
}

void DeviceFace::sayExpired()
{
    setCodeIs(Code::Ended);
    setLeft(0s);
    m_heading->setText(tr("This code has run out."));
    m_note->setFault({});
    m_note->setHint(tr("Nobody entered it in time. Nothing is lost: get a new one."));
    announce(m_heading, m_heading->text());
}

void DeviceFace::sayBrowserMissing()
{
    m_note->setFault(tr("No browser could be opened. Enter the address by hand, here or on another device."));
}

QWidget *DeviceFace::firstField() const
{
    return m_copy;
}

} // namespace tokendesk
