// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/weight_file.h"
#include "core/metrics/scheme_scan.h"
#include "core/support/error.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

class QTimer;

namespace zeropoint::ui {

class Workbench;

/// One weight under every setting.
struct ScannedWeight {
    std::size_t index = 0;  ///< in the file
    double peak = 0;        ///< largest magnitude over the standard deviation; NaN without a spread
    std::vector<ErrorReport> reports;
    std::optional<Error> failure;
};

/// Every weight of the open file under the settings of the columns, one after the other by jobs.
/// What was read stays when the reading is stopped, and it goes on from there.
class ModelScan : public QObject {
    Q_OBJECT

public:
    enum class State { Empty, Scanning, Stopped, Done };

    explicit ModelScan(Workbench& bench, QObject* parent = nullptr);

    /// Begins anew, with the file and the columns as they are now.
    void start();
    /// Goes on with what was stopped.
    void resume();

    State state() const { return m_state; }
    /// Whether what was scanned is another file, or other settings, than there are now.
    bool outdated() const;
    const std::shared_ptr<const WeightFile>& file() const { return m_file; }
    const std::vector<QuantScheme>& settings() const { return m_settings; }
    const std::vector<ScannedWeight>& weights() const { return m_weights; }
    std::size_t weightsInFile() const { return m_indices.size(); }
    const std::vector<ErrorReport>& totals() const { return m_totals; }

signals:
    void changed();
    void grew();

private:
    struct Feed;

    void run();
    void collect();
    void enter(State state);

    Workbench& m_bench;
    State m_state = State::Empty;
    std::shared_ptr<const WeightFile> m_file;
    std::vector<QuantScheme> m_settings;
    std::vector<std::size_t> m_indices;  ///< of the weights
    std::vector<ScannedWeight> m_weights;
    std::vector<ErrorReport> m_totals;
    std::shared_ptr<Feed> m_feed;
    QTimer* m_collect;
};

}  // namespace zeropoint::ui
