// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/providerstage.h"

#include <QApplication>
#include <QPlainTextEdit>
#include <QTest>

using namespace Qt::StringLiterals;

namespace tokendesk {

void ProviderStage::begin()
{
    m_stage = std::make_unique<ConnectStage>();
    m_server = std::make_unique<ScriptedServer>();
}

void ProviderStage::openForm()
{
    stage().open();
    QVERIFY(stage().click(u"anotherCard"_s));
    QVERIFY(stage().comesToSee(u"providerDialog"_s));
    QTRY_COMPARE(QApplication::activeWindow(), stage().find(u"providerDialog"_s));
}

void ProviderStage::fill(const QString &name, const QString &authorize, const QString &token, const QString &scopes)
{
    stage().type(u"providerName"_s, name);
    stage().type(u"providerAuthorize"_s, authorize);
    stage().type(u"providerToken"_s, token);
    auto *field = stage().find<QPlainTextEdit>(u"providerScopes"_s);
    QVERIFY(field);
    field->setPlainText(scopes);
}

QString ProviderStage::lines(const QString &name)
{
    return stage().find<QPlainTextEdit>(name)->toPlainText();
}

QStringList ProviderStage::hosts()
{
    QStringList names;
    for (const QLabel *label : stage().dialog->findChildren<QLabel *>(u"providerHost"_s))
        names.append(label->text());
    return names;
}

} // namespace tokendesk
