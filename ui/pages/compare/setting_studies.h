// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/setting_study.h"
#include "core/support/error.h"
#include "ui/state/source.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace zeropoint::ui {

class Workbench;

/// What each of the settings on the Compare page makes of the current tensor: studied on a worker
/// while the page is seen, one setting after the other, and kept until the tensor changes. A
/// setting that was studied is not studied again when the columns change.
class SettingStudies : public QObject {
    Q_OBJECT

public:
    explicit SettingStudies(Workbench& bench, QObject* parent = nullptr);

    /// Whether anybody looks: what is missing is asked for.
    void setSeen(bool seen);

    /// Null while it is not known.
    const SettingStudy* study(std::size_t column) const;
    /// Why it will not be known; nothing while it is or may be.
    std::optional<Error> problem(std::size_t column) const;
    bool complete() const;

signals:
    /// Another column's study, or its problem, is there; or none of them any more.
    void changed();

private:
    struct Known {
        QuantScheme scheme;
        std::shared_ptr<const SettingStudy> study;
        std::optional<Error> problem;
        int ticket = 0;  ///< of the job that was asked
    };

    Known* find(const QuantScheme& scheme);
    const Known* known(std::size_t column) const;
    void restart();
    void askForMissing();
    void ask(const QuantScheme& scheme, int ticket);

    Workbench& m_bench;
    SourcePtr m_source;
    std::vector<Known> m_known;
    bool m_seen = false;
    int m_lastTicket = 0;
};

}  // namespace zeropoint::ui
