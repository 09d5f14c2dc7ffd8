// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_memory ACCOUNTS BAR
//
// Opens the window on a database with so many accounts, signs in to Practice, and says how much memory the process then
// takes: its proportional set size in MB. Fails where that is above BAR. Nothing else that uses Qt should run
// meanwhile: it would share its pages.
#include "base/application.h"
#include "bench/manyaccounts.h"
#include "mainwindow.h"
#include "style.h"
#include "support/workplace.h"

#include <QAbstractButton>
#include <QApplication>
#include <QTest>
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
    if (!fillWithAccounts(workplace.folder(), count))
        giveUp("the accounts could not be written");
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

    const double size = proportionalMegabytes();
    std::printf("memory with %d accounts, after a sign-in: %.0f MB (bar %.0f MB): %s\n", count, size, bar,
                size <= bar ? "passed" : "FAILED");
    return size <= bar ? 0 : 1;
}
