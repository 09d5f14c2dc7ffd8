// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QTranslator>

namespace tokendesk {

/// The language of the program and of Qt's own texts. Widgets take their words when they are built: after a change the
/// window is built anew.
class Translation
{
public:
    /// Loads a language such as "de", or the system's where it is empty; English where there is no translation. Dates
    /// and numbers follow a chosen language, and the system otherwise.
    void use(const QString &language);

    /// The languages there are, such as "de" and "en", sorted.
    static QStringList languages();

private:
    QTranslator m_program;
    QTranslator m_qt;
};

} // namespace tokendesk
