// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "graph/discovery.h"
#include "providers/providerdraft.h"
#include "services.h"

#include <QDialog>
#include <QTimer>
#include <memory>

class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace tokendesk {

class HintLabel;
class ProviderForm;

/// "Another provider…": describes an OAuth 2.0 server by asking it, by hand or by a file, and changes one of the user's
/// own later. Show it with open().
class ProviderDialog : public QDialog
{
    Q_OBJECT
public:
    /// For a new provider.
    explicit ProviderDialog(Services &services, QWidget *parent = nullptr);
    ~ProviderDialog() override;

    /// Shows an own provider to be changed.
    void change(const QString &providerId);
    /// Fills the form from a provider file, or says why it cannot be used.
    void openFile(const QString &path);

    void reject() override;

signals:
    void saved(const QString &providerId);

private:
    QWidget *asking();
    QWidget *foot();
    void fill(const Provider &provider, const QByteArray &file);
    void nameChanged();

    void discover();
    void stop();
    void take(const ServerMetadata &said);
    void tellDiscovery(const Error &error);
    void tellBusy();
    void chooseFile();
    void save();
    void tellTrouble(const Error &error, const QByteArray &file);

    Services &m_services;
    QLabel *m_title;
    QLabel *m_use;
    QLineEdit *m_address;
    QPushButton *m_discover;
    HintLabel *m_askingHint;
    QPushButton *m_file;
    ProviderForm *m_form;
    HintLabel *m_trouble;
    QPushButton *m_save;

    std::unique_ptr<Discovery> m_discovery; ///< null while nothing is asked
    QTimer m_busy;
    Provider m_base; ///< what the form does not show
    QByteArray m_before; ///< the file that it comes from; empty for none
    QString m_changed; ///< the id of the own provider that is changed; empty for a new one
    ProviderDraft m_start; ///< as it was when nothing was typed yet
};

} // namespace tokendesk
