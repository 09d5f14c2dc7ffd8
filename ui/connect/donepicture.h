// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QWidget>

namespace tokendesk {

/// The account's round picture with a mark: a tick on green, or a diamond where something is left to do.
class DonePicture : public QWidget
{
    Q_OBJECT
public:
    enum class Mark { Good, Warning };

    explicit DonePicture(QWidget *parent);

    void setAccount(const QByteArray &picture, const QString &accountName, Mark mark);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QByteArray m_picture;
    QString m_name;
    Mark m_mark = Mark::Good;
};

} // namespace tokendesk
