// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/connectstage.h"

#include <QApplication>
#include <QCheckBox>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tokendesk {

namespace {

QByteArray provider(PracticeServer &server, const QString &address, const QString &builtIn)
{
    QByteArray json = testProvider(server.listen().value(), builtIn);
    // One address of this test's own, so that tests can run side by side.
    const qsizetype begin = json.indexOf('[', json.indexOf("\"redirectAddresses\""));
    json.replace(begin, json.indexOf(']', begin) - begin + 1, "[\"" + address.toUtf8() + "\"]");
    return json;
}

} // namespace

ConnectStage::ConnectStage(const QString &redirect, const QString &builtIn)
    : redirectAddress(freeRedirectAddress(redirect))
    , desk(keychain, clock, provider(server, redirectAddress, builtIn))
    , services{desk.accounts(),
               keychain,
               desk.catalog,
               desk.graph,
               desk.queue,
               desk.usage(),
               certificates,
               clock,
               network,
               settings,
               clipboard,
               [this](const QUrl &url) {
                   opened.append(url);
                   return browserOpens;
               }}
{
    desk.catalog.setPracticePort([this] { return server.listen(); });
}

ConnectStage::~ConnectStage() = default;

void ConnectStage::open()
{
    dialog = std::make_unique<ConnectDialog>(services);
    dialog->open();
    QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
}

Registration ConnectStage::saveApp(bool keepSecret)
{
    Registration app{.id = {},
                     .providerId = u"test"_s,
                     .name = u"Shop app"_s,
                     .clientId = appId(),
                     .redirectAddresses = {redirectAddress}};
    app = desk.accounts().save(app).value();
    if (keepSecret) {
        Awaited<void> kept;
        desk.accounts().keepSecret(app.id, Secret::fromText(appSecret()), &kept.context, kept.callback());
        kept.wait().value();
    }
    return desk.accounts().registration(app.id).value();
}

Account ConnectStage::connectAccount(const QString &providerId, const QString &registrationId)
{
    NewAccount fresh;
    fresh.account.providerId = providerId;
    fresh.account.registrationId = registrationId;
    fresh.account.userId = u"17841400000000001"_s;
    fresh.account.username = u"earlier"_s;
    fresh.account.requestedScopes = {u"instagram_business_basic"_s, u"instagram_business_manage_insights"_s};
    fresh.account.issueToken(TokenKind::LongLived, 60 * 24h, clock.now());
    fresh.token = Secret::fromText(u"earlier-token"_s);
    Awaited<Account> adopted;
    desk.accounts().adopt(std::move(fresh), &adopted.context, adopted.callback());
    return adopted.wait().value();
}

bool ConnectStage::comesToSee(const QString &name) const
{
    return QTest::qWaitFor([this, name] { return sees(name); });
}

QString ConnectStage::read(const QString &name) const
{
    if (const auto *label = find<QLabel>(name))
        return label->text();
    if (const auto *field = find<QLineEdit>(name))
        return field->text();
    const auto *button = find<QAbstractButton>(name);
    return button ? button->text() : QString();
}

bool ConnectStage::click(const QString &name) const
{
    auto *widget = find<QWidget>(name);
    if (!widget || !widget->isEnabled())
        return false;
    // A box with little text is often wider than what can be clicked.
    const bool box = qobject_cast<QCheckBox *>(widget) || qobject_cast<QRadioButton *>(widget);
    QTest::mouseClick(widget, Qt::LeftButton, {}, box ? QPoint(8, widget->height() / 2) : QPoint());
    return true;
}

void ConnectStage::type(const QString &name, const QString &text) const
{
    auto *field = find<QLineEdit>(name);
    QVERIFY2(field, qPrintable(name));
    QTest::mouseClick(field, Qt::LeftButton);
    field->selectAll();
    QTest::keyClicks(field, text);
}

void ConnectStage::press(Qt::Key key) const
{
    QWidget *focus = QApplication::focusWidget();
    QTest::keyClick(focus ? focus : dialog.get(), key);
}

void ConnectStage::answer(const FakeBrowser::Person &person)
{
    QVERIFY(comesToSee(u"waitingHeading"_s));
    browser = std::make_unique<FakeBrowser>(person);
    if (redirectAddress.startsWith("https"_L1))
        browser->trust(certificates.certificate().value().certificate);
    browser->open(opened.last());
}

} // namespace tokendesk
