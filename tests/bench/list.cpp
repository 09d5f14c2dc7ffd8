// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_list ACCOUNTS BAR
//
// How long the window takes, with so many accounts, from a key or a step of the scroll bar until what follows from it
// is painted: the list page by page, and a search letter by letter. Prints median and 95th percentile of each, beside
// those of thirty accounts, and fails where a 95th percentile is above BAR milliseconds: one frame of a screen.
#include "base/application.h"
#include "bench/manyaccounts.h"
#include "mainwindow.h"
#include "style.h"
#include "support/workplace.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QTest>
#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace tokendesk;

namespace {

constexpr int frames = 100; ///< of each kind, about
constexpr int longest = 1000; // ms

[[noreturn]] void giveUp(const char *what)
{
    std::fprintf(stderr, "bench_list: %s\n", what);
    std::exit(2);
}

/// Notes when the watched widget paints.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QWidget *widget) { widget->installEventFilter(this); }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        m_painted = m_painted || event->type() == QEvent::Paint;
        return QObject::eventFilter(watched, event);
    }

    /// Adds the milliseconds from the action until the paint that follows from it is done; nothing where none does.
    template <typename Action>
    void frame(std::vector<double> &times, Action action)
    {
        QCoreApplication::processEvents(); // what is left of the one before
        QElapsedTimer timer;
        m_painted = false;
        timer.start();
        action();
        while (!m_painted && timer.elapsed() < longest)
            QCoreApplication::processEvents();
        if (m_painted)
            times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }

private:
    bool m_painted = false;
};

struct Times
{
    double median = 0;
    double most = 0; ///< of 95 in a hundred
};

Times timesOf(std::vector<double> values)
{
    std::ranges::sort(values);
    return {values.at(values.size() / 2), values.at(values.size() * 95 / 100)};
}

struct Measured
{
    Times scrolling, paging, searching;
};

Measured measure(int count)
{
    Workplace workplace;
    if (!fillWithAccounts(workplace.folder(), count))
        giveUp("the accounts could not be written");
    workplace.restart();
    MainWindow window(workplace.services());
    window.show();
    if (!QTest::qWaitForWindowExposed(&window))
        giveUp("the window does not appear");
    window.activateWindow(); // without a window manager nobody else does
    auto *list = window.findChild<QListView *>(u"accountList"_s);
    auto *search = window.findChild<QLineEdit *>(u"search"_s);
    PaintWatch watch(list->viewport());

    std::vector<double> scrolling;
    std::vector<double> paging;
    std::vector<double> searching;
    QScrollBar *bar = list->verticalScrollBar();
    for (int i = 0; i < frames; ++i) {
        const bool ends = bar->value() == bar->maximum();
        const auto step = ends ? QScrollBar::SliderToMinimum : QScrollBar::SliderPageStepAdd;
        watch.frame(scrolling, [bar, step] { bar->triggerAction(step); });
    }
    list->setFocus();
    for (int i = 0; i < frames; ++i) {
        const bool ends = list->currentIndex().row() + 1 == list->model()->rowCount();
        const Qt::Key key = ends ? Qt::Key_Home : Qt::Key_PageDown;
        watch.frame(paging, [list, key] { QTest::keyClick(list, key); });
    }
    search->setFocus();
    for (const QString &text : {u"someone.with.a.name77"_s, u"name1234"_s, u"9999"_s, u"nobody"_s}) {
        for (const QChar letter : text)
            watch.frame(searching, [&] { QTest::keyClick(search, letter.toLatin1()); });
        while (!search->text().isEmpty())
            watch.frame(searching, [search] { QTest::keyClick(search, Qt::Key_Backspace); });
    }
    if (scrolling.empty() || paging.empty() || searching.empty())
        giveUp("nothing was painted");
    return {timesOf(scrolling), timesOf(paging), timesOf(searching)};
}

bool tell(const char *what, int count, Times few, Times many, double bar)
{
    const bool passed = many.most <= bar;
    std::printf("%s, %d accounts: %.1f ms, 95th percentile %.1f ms; thirty accounts %.1f ms and %.1f ms; ratio %.1f "
                "(bar %.0f ms): %s\n",
                what, count, many.median, many.most, few.median, few.most, many.median / few.median, bar,
                passed ? "passed" : "FAILED");
    return passed;
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3)
        giveUp("usage: bench_list ACCOUNTS BAR");
    prepareApplication();
    QApplication application(argc, argv);
    applyTheme(application, Theme::Light);
    const int count = QByteArray(argv[1]).toInt();
    const double bar = QByteArray(argv[2]).toDouble();
    const Measured few = measure(30);
    const Measured many = measure(count);
    const bool scrolls = tell("scrolling a page", count, few.scrolling, many.scrolling, bar);
    const bool pages = tell("choosing a page further", count, few.paging, many.paging, bar);
    const bool searches = tell("a letter of a search", count, few.searching, many.searching, bar);
    return scrolls && pages && searches ? 0 : 1;
}
