// SPDX-License-Identifier: GPL-3.0-or-later
#include "translation.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

constexpr auto folder = ":/i18n"_L1;
constexpr auto prefix = "tokendesk_"_L1;

// Installing a translator sends LanguageChange, with which Qt takes the layout direction from its own translation.
// English is what other languages fall back to: it knows that one day is not "1 days".
void install(QTranslator &translator, const QLocale &locale, QLatin1StringView name)
{
    QCoreApplication::removeTranslator(&translator);
    if (translator.load(locale, name, "_"_L1, folder) || translator.load(name + "_en"_L1, folder))
        QCoreApplication::installTranslator(&translator);
}

} // namespace

void Translation::use(const QString &language)
{
    const QLocale locale = language.isEmpty() ? QLocale::system() : QLocale(language);
    QLocale::setDefault(locale);
    install(m_qt, locale, "qtbase"_L1);
    install(m_program, locale, "tokendesk"_L1);
}

QStringList Translation::languages()
{
    QStringList names = QDir(folder).entryList({prefix + "*.qm"_L1}, QDir::Files, QDir::Name);
    for (QString &name : names)
        name = name.sliced(prefix.size()).chopped(3);
    return names;
}

} // namespace tokendesk
