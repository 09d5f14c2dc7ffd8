// SPDX-License-Identifier: GPL-3.0-or-later
//
// The chapters of the tour about asking the API, what happened behind an event, and what is worth a look.
#include "tour.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace tokendesk {

void Tour::tryAndWatch()
{
    tryIt();
    beWatchful();
}

void Tour::tryIt()
{
    say(u"Ask Instagram for the latest posts with the token"_s);
    m_window->findChild<QAction *>(u"actionTry"_s)->trigger();
    m_person.see(u"tryDialog"_s);
    takeFront(u"try"_s);
    auto *calls = qobject_cast<QComboBox *>(m_person.see(u"tryCall"_s));
    calls->setCurrentIndex(1);
    emit calls->activated(1);
    m_person.click(u"tryAsk"_s);
    m_person.see(u"tryAsk"_s);
    takeFront(u"try-answer"_s);
    say(u"Ask for what the token may not do, and for what is refused here"_s);
    calls->setCurrentIndex(2);
    emit calls->activated(2);
    m_person.click(u"tryAsk"_s);
    m_person.see(u"tryError"_s);
    takeFront(u"try-refused"_s);
    say(u"Choose the next question while the old answer is still there"_s);
    calls->setCurrentIndex(1);
    emit calls->activated(1);
    m_person.click(u"tryAsk"_s);
    m_person.see(u"tryAsk"_s);
    calls->setCurrentIndex(0);
    emit calls->activated(0);
    takeFront(u"try-old-answer"_s);
    qobject_cast<QLineEdit *>(m_person.see(u"tryPath"_s))->clear();
    m_person.type(u"tryPath"_s, u"https://elsewhere.example/me"_s);
    m_person.see(u"tryHint"_s);
    takeFront(u"try-elsewhere"_s);
    m_person.click(u"tryClose"_s);
    m_person.seeGone(u"tryDialog"_s);
    comeToFront();
}

void Tour::beWatchful()
{
    say(u"See that something was noticed, and what happened in the sign-in"_s);
    const Account account = m_workplace->accounts().all().value(0);
    m_workplace->accounts().raise({Notice::Kind::PermissionGone, account.id, u"instagram_business_manage_comments"_s});
    m_workplace->accounts().raise({Notice::Kind::WrongState, account.id, {}});
    m_workplace->accounts().raise({Notice::Kind::ForeignCalls, account.id, u"64"_s});
    m_workplace->accounts().raise({Notice::Kind::OtherApp, account.id, u"Somebody's app (990602627938099)"_s});
    takeFront(u"noticed"_s);
    auto *rows = qobject_cast<QTreeView *>(m_person.see(u"activityRows"_s));
    const auto look = [&](int row, const QString &picture) {
        rows->setFocus();
        rows->setCurrentIndex(rows->model()->index(row, 0));
        m_person.press(Qt::Key_Return);
        m_person.see(u"timelineDialog"_s);
        takeFront(picture);
        m_person.click(u"timelineClose"_s);
        m_person.seeGone(u"timelineDialog"_s);
        comeToFront();
    };
    look(0, u"noticed-story"_s);
    int signIn = 0;
    const QList<Event> events = m_workplace->accounts().events(50);
    while (signIn < events.size() && events.at(signIn).kind != Event::Kind::Connected)
        ++signIn;
    look(signIn, u"sign-in-story"_s);
}

} // namespace tokendesk
