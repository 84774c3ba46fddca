// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment_store.h"
#include "ui/state/shipped_files.h"

#include <QString>
#include <QStringList>

#include <map>
#include <vector>

namespace zeropoint::ui {

/// What the shipped experiments found, to look at where nothing has run yet: runs that no store
/// holds, without weights.
class ShippedRuns {
public:
    ShippedRuns();

    /// As the Trade-off page lists them; other than those under which one's own runs are kept.
    QStringList experiments() const;
    /// Read when first asked for; empty for any other experiment. With a folder each has the
    /// settings that make it again.
    const std::vector<StoredRun>& runs(const QString& experiment, const QString& folder);
    bool holds(const QString& experiment) const;
    /// No run of a store has such an id.
    static bool isShipped(std::int64_t id);

private:
    const ShippedExperiment* find(const QString& experiment) const;

    std::vector<ShippedExperiment> m_experiments;  ///< those of which there are results
    std::map<QString, std::vector<StoredRun>> m_runs;
};

}  // namespace zeropoint::ui
