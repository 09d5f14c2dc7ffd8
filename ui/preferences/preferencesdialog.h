// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accounts/network.h"
#include "base/settings.h"
#include "desktop/desktop.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QSpinBox;
class QTabWidget;

namespace tokendesk {

/// Theme, language, clipboard time, what the system does for the tokens, and the way to the internet. A choice is
/// written and told at once; there is nothing to confirm.
class PreferencesDialog : public QDialog
{
    Q_OBJECT
public:
    PreferencesDialog(Settings &settings, const Desktop &desktop, Network &network, QWidget *parent = nullptr);

    /// One more page, behind the others.
    void add(QWidget *page, const QString &title);

signals:
    void themeChosen(tokendesk::Theme theme);
    /// The window has to be built anew for it.
    void languageChosen();
    /// Something that the window does not show.
    void changed();

protected:
    bool event(QEvent *event) override;

private:
    QWidget *generalPage(const Desktop &desktop);
    void chooseTray(bool stays);
    void chooseTheme(int index);
    void chooseLanguage(int index);

    Settings &m_settings;
    QTabWidget *m_tabs;
    QComboBox *m_theme;
    QComboBox *m_language;
    QSpinBox *m_clipboard;
    QCheckBox *m_tray;
};

} // namespace tokendesk
