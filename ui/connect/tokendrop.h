// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "base/secret.h"

#include <QObject>

class QMimeData;

namespace tokendesk {

/// Reads a file of tokens. Errors: Storage; InvalidInput where it is too large to be one.
Result<Secret> readTokenFile(const QString &path);

/// Has a widget take what is dropped on it: a text, or one file of text (.txt or .csv).
class TokenDrop : public QObject
{
    Q_OBJECT
public:
    explicit TokenDrop(QWidget *target);

    /// What was dropped, once.
    Result<Secret> take() { return std::move(m_dropped); }

signals:
    void dropped();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Result<Secret> m_dropped;
};

} // namespace tokendesk
