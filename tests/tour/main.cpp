// SPDX-License-Identifier: GPL-3.0-or-later
//
// tour [--dark] [--language LANGUAGE] [--window WIDTHxHEIGHT] FOLDER
//
// Drives the real window with mouse and keyboard against Practice, prints each step, and writes numbered pictures into
// FOLDER. Qt's own options work as well, such as -reverse; QT_SCALE_FACTOR doubles everything. tests/tour/run runs it
// in every look.
#include "base/application.h"
#include "tour.h"

#include <QApplication>
#include <QCommandLineParser>

using namespace Qt::StringLiterals;
using namespace tokendesk;

namespace {

QSize sizeFrom(const QString &text)
{
    return {text.section(u'x', 0, 0).toInt(), text.section(u'x', 1).toInt()};
}

} // namespace

int main(int argc, char **argv)
{
    prepareApplication();
    QApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption dark(u"dark"_s);
    const QCommandLineOption language(u"language"_s, {}, u"language"_s, u"en"_s);
    const QCommandLineOption window(u"window"_s, {}, u"size"_s, u"1120x740"_s);
    parser.addOptions({dark, language, window});
    parser.addPositionalArgument(u"folder"_s, {});
    parser.process(application);
    if (parser.positionalArguments().size() != 1)
        parser.showHelp(2);

    const Look look{.theme = parser.isSet(dark) ? Theme::Dark : Theme::Light,
                    .language = parser.value(language),
                    .window = sizeFrom(parser.value(window))};
    Tour tour(application, look, parser.positionalArguments().constFirst());
    return tour.run();
}
