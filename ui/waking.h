// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <functional>
#include <memory>

namespace tokendesk {

/// Tells when the computer wakes from sleep, so that what fell due meanwhile need not wait for the next minute.
class Waking : public QObject
{
    Q_OBJECT
public:
    explicit Waking(QObject *parent = nullptr);
    ~Waking() override;

    /// From here on; asking the system takes time that a start does not have. Where the system does not say, nothing is
    /// ever told.
    void watch();

signals:
    void awake();

private:
    class System; // one for each platform
    std::unique_ptr<System> m_system;
};

} // namespace tokendesk
