// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/severalstage.h"

#include <QLabel>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tokendesk {

void SeveralStage::begin()
{
    m_fixture.emplace();
    m_server.emplace(m_fixture->clock);
    const Result<quint16> port = m_server->listen();
    QVERIFY(port);
    m_fixture->desk.catalog.setPracticePort([port] { return port; });
}

void SeveralStage::end()
{
    m_window.reset();
    m_fixture.reset();
    m_server.reset();
}

MainWindow &SeveralStage::open(int accounts, const QString &provider)
{
    for (int i = 1; i <= accounts; ++i)
        add(u"shop%1"_s.arg(i, 2, 10, QChar(u'0')), provider);
    m_window.emplace(m_fixture->start());
    m_window->resize(1100, 720);
    m_window->show();
    [&] { QVERIFY(QTest::qWaitForWindowActive(&*m_window)); }();
    return *m_window;
}

void SeveralStage::add(const QString &name, const QString &provider)
{
    m_fixture->add(name, [&provider](Account &account) {
        account.providerId = provider;
        if (provider == "practice"_L1)
            account.registrationId.clear();
    });
}

void SeveralStage::clickRow(int row, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex index = list()->model()->index(row, 0);
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, modifiers, list()->visualRect(index).center());
}

void SeveralStage::selectAll()
{
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_A, Qt::ControlModifier);
    QTRY_VERIFY(seen(u"severalPage"_s));
}

QStringList SeveralStage::outcomes()
{
    QStringList texts;
    for (const QLabel *label : m_window->findChildren<QLabel *>(u"outcomeText"_s))
        texts.append(label->text());
    return texts;
}

} // namespace tokendesk
