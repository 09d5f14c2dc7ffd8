// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_memory ACCOUNTS BAR
//
// Opens the window on a database with so many accounts, signs in to Practice, and says how much memory the process then
// takes: its proportional set size in MB. Fails where that is above BAR. Nothing else that uses Qt should run
// meanwhile: it would share its pages.
#include "base/application.h"
#include "mainwindow.h"
#include "style.h"
#include "support/workplace.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QUuid>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace tokendesk;

namespace {

constexpr int patience = 20'000; // ms

[[noreturn]] void giveUp(const char *what)
{
    std::fprintf(stderr, "bench_memory: %s\n", what);
    std::exit(2);
}

void fill(Database &database, int count)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (int i = 0; i < count; ++i) {
        Account account;
        account.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        account.providerId = u"practice"_s;
        account.userId = QString::number(1000 + i);
        account.username = u"account.%1"_s.arg(i);
        account.tokenKind = TokenKind::LongLived;
        account.issuedAt = now.addDays(-i % 50);
        account.expiresAt = account.issuedAt.addDays(60);
        if (!database.save(account))
            giveUp("the accounts could not be written");
    }
}

void click(const QString &objectName)
{
    const auto find = [&objectName]() -> QAbstractButton * {
        for (QWidget *widget : QApplication::allWidgets()) {
            if (widget->objectName() == objectName && widget->isVisible() && widget->isEnabled())
                return qobject_cast<QAbstractButton *>(widget);
        }
        return nullptr;
    };
    if (!QTest::qWaitFor([&find] { return find() != nullptr; }, patience))
        giveUp(qPrintable(objectName));
    QTest::mouseClick(find(), Qt::LeftButton);
}

double proportionalSetSize()
{
    QFile file(u"/proc/self/smaps_rollup"_s);
    static const QRegularExpression line(u"^Pss:\\s+(\\d+) kB"_s, QRegularExpression::MultilineOption);
    if (!file.open(QIODevice::ReadOnly))
        giveUp("/proc/self/smaps_rollup cannot be read");
    return line.match(QString::fromLatin1(file.readAll())).captured(1).toDouble() / 1000;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3)
        giveUp("usage: bench_memory ACCOUNTS BAR");
    prepareApplication();
    QApplication application(argc, argv);
    const int count = QByteArray(argv[1]).toInt();
    const double bar = QByteArray(argv[2]).toDouble();

    applyTheme(application, Theme::System);
    Workplace workplace;
    fill(workplace.database(), count);
    workplace.restart();
    MainWindow window(workplace.services());
    window.show();
    if (!QTest::qWaitForWindowExposed(&window))
        giveUp("the window does not appear");

    click(u"connectAccount"_s);
    click(u"practiceCard"_s);
    click(u"connectPrimary"_s);
    if (!QTest::qWaitFor([&workplace] { return workplace.requestedPage().isValid(); }, patience))
        giveUp("the browser is not asked for");
    FakeBrowser browser;
    if (!workplace.useBrowser(browser))
        giveUp("the browser does not come to rest");
    click(u"copyToken"_s);
    click(u"connectClose"_s);
    if (!QTest::qWaitFor([&] { return int(workplace.accounts().all().size()) == count + 1; }, patience))
        giveUp("the account did not arrive");
    QTest::qWait(1000);

    const double size = proportionalSetSize();
    std::printf("memory with %d accounts, after a sign-in: %.0f MB (bar %.0f MB): %s\n", count, size, bar,
                size <= bar ? "passed" : "FAILED");
    return size <= bar ? 0 : 1;
}
