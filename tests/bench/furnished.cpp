// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMainWindow>
#include <QMenuBar>
#include <QPushButton>

using namespace Qt::StringLiterals;

/// What the program's start is measured against: the least that anybody would call a window, of the same Qt.
int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    QMainWindow window;
    QMenu *menu = window.menuBar()->addMenu(u"File"_s);
    menu->addAction(u"Quit"_s, &window, &QWidget::close);

    auto *content = new QWidget;
    auto *list = new QListWidget;
    list->addItems({u"One"_s, u"Two"_s, u"Three"_s});
    auto *layout = new QHBoxLayout(content);
    layout->addWidget(list);
    layout->addWidget(new QLabel(u"A label"_s));
    layout->addWidget(new QPushButton(u"A button"_s));
    window.setCentralWidget(content);
    window.resize(1120, 740);
    window.show();
    return QApplication::exec();
}
