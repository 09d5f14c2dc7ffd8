// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "providers/providerdraft.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace tokendesk {

class Fold;
class HintLabel;

/// The fields that describe a provider, each with what is wrong in it underneath, and the hosts that come of them.
class ProviderForm : public QWidget
{
    Q_OBJECT
public:
    explicit ProviderForm(QWidget *parent);

    void setDraft(const ProviderDraft &draft);
    ProviderDraft draft() const;
    /// Does the person have redirect addresses of their own? Otherwise they follow from the name.
    void setUsualRedirects(const QStringList &addresses);

    /// Shows these under their fields, and takes the keyboard to the first of them.
    void showFaults(const QMap<ProviderField, QString> &faults);

signals:
    void changed();

private:
    QWidget *block(ProviderField field, const QString &label, const QString &hint, QWidget *editor);
    QLineEdit *line(ProviderField field, const QString &objectName, const QString &label);
    QPlainTextEdit *lines(const QString &objectName, const QString &label, int rows);
    QWidget *moreAddresses();
    QWidget *details();
    QWidget *hosts();
    void orderKeyboard();
    void edited(ProviderField field);
    void showHosts();

    QMap<ProviderField, QLineEdit *> m_lines;
    QMap<ProviderField, HintLabel *> m_hints;
    QPlainTextEdit *m_scopes;
    QPlainTextEdit *m_redirects;
    QStringList m_usualRedirects;
    QComboBox *m_client;
    QCheckBox *m_pkce;
    QCheckBox *m_namesIssuer;
    QCheckBox *m_consent;
    QCheckBox *m_commas;
    Fold *m_more;
    Fold *m_details;
    QWidget *m_hostsCard;
    QVBoxLayout *m_hostRows;
    QStringList m_shownHosts;
    bool m_setting = false;
};

} // namespace tokendesk
