// SPDX-License-Identifier: GPL-3.0-or-later
#include "preferences/preferencesdialog.h"

#include "preferences/keepingsection.h"
#include "preferences/networksection.h"
#include "style.h"
#include "translation.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tokendesk {

namespace {

QComboBox *themes(Theme chosen, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(u"theme"_s);
    box->addItem(PreferencesDialog::tr("As the system"), int(Theme::System));
    box->addItem(PreferencesDialog::tr("Light"), int(Theme::Light));
    box->addItem(PreferencesDialog::tr("Dark"), int(Theme::Dark));
    box->setCurrentIndex(box->findData(int(chosen)));
    return box;
}

// Each language by its own name, so that a person who landed in a foreign one finds the way back.
QComboBox *languages(const QString &chosen, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(u"language"_s);
    box->addItem(PreferencesDialog::tr("As the system"), QString());
    for (const QString &language : Translation::languages()) {
        const QString name = QLocale(language).nativeLanguageName();
        box->addItem(name.isEmpty() ? language : name.left(1).toUpper() + name.mid(1), language);
    }
    box->setCurrentIndex(qMax(0, box->findData(chosen)));
    return box;
}

QSpinBox *seconds(int value, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setObjectName(u"clipboardSeconds"_s);
    box->setRange(10, 600);
    box->setSingleStep(10);
    box->setSuffix(PreferencesDialog::tr(" s", "seconds, after a number"));
    box->setValue(value);
    return box;
}

QComboBox *rotations(int days, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(u"rotationDays"_s);
    box->addItem(PreferencesDialog::tr("Never"), 0);
    for (const int each : {30, 60, 90, 180})
        box->addItem(PreferencesDialog::tr("%n day(s)", nullptr, each), each);
    box->setCurrentIndex(qMax(0, box->findData(days)));
    return box;
}

void addRow(QFormLayout *form, const QString &text, QWidget *field, const QString &hint)
{
    field->setAccessibleName(text);
    field->setAccessibleDescription(hint);
    form->addRow(text, field);
    auto *label = new QLabel(hint, form->parentWidget());
    label->setWordWrap(true);
    makeMuted(label);
    form->addRow(QString(), label);
}

} // namespace

PreferencesDialog::PreferencesDialog(Settings &settings, const Desktop &desktop, Network &way, QWidget *parent)
    : QDialog(parent)
    , m_settings(settings)
    , m_tabs(new QTabWidget(this))
    , m_theme(themes(settings.theme(), this))
    , m_language(languages(settings.language(), this))
    , m_clipboard(seconds(settings.clipboardSeconds(), this))
    , m_tray(new QCheckBox(this))
{
    setObjectName(u"preferences"_s);
    setWindowTitle(tr("Preferences"));

    m_tabs->setObjectName(u"preferencesTabs"_s);
    m_tabs->setAccessibleName(windowTitle());
    m_tabs->addTab(generalPage(desktop), tr("General"));
    add(new NetworkSection(way, this), tr("Network"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(5 * gridUnit, 5 * gridUnit, 5 * gridUnit, 5 * gridUnit);
    layout->setSpacing(5 * gridUnit);
    layout->addWidget(m_tabs);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Return in a field closes nothing
    layout->addWidget(buttons);
    setMinimumWidth(480);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_theme, &QComboBox::activated, this, &PreferencesDialog::chooseTheme);
    connect(m_language, &QComboBox::activated, this, &PreferencesDialog::chooseLanguage);
    connect(m_tray, &QCheckBox::toggled, this, &PreferencesDialog::chooseTray);
    connect(m_clipboard, &QSpinBox::valueChanged, this, [this](int value) { m_settings.setClipboardSeconds(value); });
}

void PreferencesDialog::add(QWidget *page, const QString &title)
{
    auto *margin = new QWidget(this);
    auto *column = new QVBoxLayout(margin);
    column->setContentsMargins(5 * gridUnit, 5 * gridUnit, 5 * gridUnit, 3 * gridUnit);
    column->addWidget(page);
    m_tabs->addTab(margin, title);
}

QWidget *PreferencesDialog::generalPage(const Desktop &desktop)
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(5 * gridUnit, 5 * gridUnit, 5 * gridUnit, 3 * gridUnit);
    layout->setSpacing(5 * gridUnit);
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(4 * gridUnit);
    form->setVerticalSpacing(2 * gridUnit);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    layout->addLayout(form);
    addRow(form, tr("Appearance"), m_theme, tr("Light and dark follow the system unless you choose one."));
    addRow(form, tr("Language"), m_language, tr("Changes at once. Your accounts stay as they are."));
    addRow(form, tr("Clear the clipboard after"), m_clipboard,
           tr("A copied token leaves the clipboard by itself, unless something else was copied meanwhile."));
    QComboBox *rotation = rotations(m_settings.rotationDays(), this);
    addRow(form, tr("Remind me to replace after"), rotation,
           tr("App secrets, and tokens that are not renewed by themselves. A line in the activity says so."));
    connect(rotation, &QComboBox::activated, this,
            [this, rotation] { m_settings.setRotationDays(rotation->currentData().toInt()); });
    layout->addWidget(new KeepingSection(desktop, page));

    m_tray->setText(tr("Go on beside the clock"));
    m_tray->setObjectName(u"staysInTray"_s);
    m_tray->setChecked(m_settings.staysInTray());
    addRow(form, tr("When the window is closed"), m_tray,
           tr("Tokens are renewed on time. Where the desktop has no place for it, closing the window ends TokenDesk."));
    layout->addStretch();
    return page;
}

void PreferencesDialog::chooseTray(bool stays)
{
    m_settings.setStaysInTray(stays);
    emit changed();
}

// What has to be told meanwhile finds its room; it never shrinks under the hand.
bool PreferencesDialog::event(QEvent *event)
{
    const bool known = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest)
        resize(width(), qMax(height(), layout()->totalHeightForWidth(width())));
    return known;
}

void PreferencesDialog::chooseTheme(int index)
{
    const auto theme = Theme(m_theme->itemData(index).toInt());
    m_settings.setTheme(theme);
    emit themeChosen(theme);
}

void PreferencesDialog::chooseLanguage(int index)
{
    const QString language = m_language->itemData(index).toString();
    if (language == m_settings.language())
        return;
    m_settings.setLanguage(language);
    emit languageChosen();
}

} // namespace tokendesk
