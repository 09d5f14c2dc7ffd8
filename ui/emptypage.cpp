// SPDX-License-Identifier: GPL-3.0-or-later
#include "emptypage.h"

#include "pictures.h"
#include "style.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

/// A key on the accent's tint.
class KeyTile : public QWidget
{
public:
    explicit KeyTile(QWidget *parent)
        : QWidget(parent)
    {
        setObjectName(u"keyPicture"_s);
        setFixedSize(96, 96);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Colours colours = Colours::of(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colours.accentTint);
        painter.drawRoundedRect(rect(), 24, 24);
        paintKey(painter, QRectF(rect()).adjusted(0, 26, 0, -26), colours.accent);
    }
};

} // namespace

EmptyPage::EmptyPage(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"emptyPage"_s);
    makePage(this);
    auto *title = new QLabel(tr("Get an Instagram token"), this);
    title->setObjectName(u"emptyTitle"_s);
    makeTitle(title);
    auto *text
        = new QLabel(tr("Sign in once. TokenDesk keeps the token in your computer's keychain and renews it for as "
                        "long as you need it."),
                     this);
    text->setObjectName(u"emptyText"_s);
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignHCenter);
    makeMuted(text);
    auto *go = new QPushButton(tr("Connect an account"), this);
    go->setObjectName(u"emptyConnect"_s);
    go->setMinimumHeight(controlHeight + 10);
    makePrimary(go);
    auto *token = new QPushButton(tr("I already have a token"), this);
    token->setObjectName(u"emptyToken"_s);
    makeQuiet(token);
    auto *practice = new QPushButton(tr("Try it without a Meta account"), this);
    practice->setObjectName(u"emptyPractice"_s);
    makeQuiet(practice);
    connect(go, &QPushButton::clicked, this, &EmptyPage::connectChosen);
    connect(token, &QPushButton::clicked, this, &EmptyPage::tokenChosen);
    connect(practice, &QPushButton::clicked, this, &EmptyPage::practiceChosen);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(pageMargin, pageMargin, pageMargin, pageMargin);
    column->addStretch(2);
    column->addWidget(new KeyTile(this), 0, Qt::AlignHCenter);
    column->addSpacing(2 * gridUnit);
    column->addWidget(title, 0, Qt::AlignHCenter);
    column->addSpacing(gridUnit);
    auto *middle = new QHBoxLayout; // an alignment would cost the label its height for the width
    middle->addStretch(1);
    middle->addWidget(text, 2);
    middle->addStretch(1);
    column->addLayout(middle);
    column->addSpacing(3 * gridUnit);
    column->addWidget(go, 0, Qt::AlignHCenter);
    column->addSpacing(3 * gridUnit);
    auto *others = new QHBoxLayout;
    others->setSpacing(6 * gridUnit);
    others->addStretch();
    others->addWidget(token);
    others->addWidget(practice);
    others->addStretch();
    column->addLayout(others);
    column->addStretch(3);
    setFocusProxy(go);
}

} // namespace tokendesk
