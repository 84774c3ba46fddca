// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/model_config.h"
#include "core/files/model_totals.h"
#include "core/files/tensor_glance.h"
#include "core/files/weight_file.h"

#include <QObject>

#include <cstddef>
#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <unordered_map>
#include <vector>

namespace zeropoint::ui {

class JobRunner;

/// What is known of the open file beside its list: sums, the architecture that the config.json
/// beside it tells, and a glance at each tensor. Glances are made on a worker in the order in
/// which they are asked for, so that a list fills in as it is looked at. When nothing is asked for,
/// those of a sample are measured over all values, the tensor that was opened first. That takes a
/// quarter of the worker's time, ends as soon as a glance is asked for, and leaves out what is so
/// large that it would read the disk for long. Owns its worker: the user's own jobs never wait for
/// a picture.
class ModelOverview : public QObject {
    Q_OBJECT

public:
    explicit ModelOverview(QObject* parent = nullptr);
    ~ModelOverview() override;

    /// Forgets all of the file before.
    void setFile(std::shared_ptr<const WeightFile> file);
    const std::shared_ptr<const WeightFile>& file() const { return m_file; }

    const ModelTotals& totals() const { return m_totals; }
    /// Nothing until architectureReady(), and for files without a config.json.
    const std::optional<ModelConfig>& architecture() const { return m_architecture; }

    /// Null until ready() tells of it; the first call asks for it. Rows that scrolled by long ago
    /// are dropped from the queue: they ask again when they are seen again.
    const TensorGlance* glance(std::size_t index);
    /// Null when it is not made; asks for nothing.
    const TensorGlance* madeGlance(std::size_t index) const;
    /// Asks for every tensor, for an order that needs all of them.
    void glanceAtAll();
    /// Somebody opened it: its figures are of all values soon, whatever its size.
    void measureFirst(std::size_t index);

signals:
    void ready(std::size_t index);  ///< again once it is measured
    void architectureReady();

private:
    struct Entry {
        TensorGlance glance;
        bool made = false;
    };
    void next();
    std::vector<std::size_t> takeBatch();
    void look(std::vector<std::size_t> batch);
    void measureNext();
    std::optional<std::size_t> nextToMeasure() const;
    void measure(std::size_t index);

    std::unique_ptr<JobRunner> m_jobs;
    std::shared_ptr<const WeightFile> m_file;
    ModelTotals m_totals;
    std::optional<ModelConfig> m_architecture;
    std::unordered_map<std::size_t, Entry> m_glances;
    std::deque<std::size_t> m_wanted;
    std::set<std::size_t> m_sampled;      ///< made of a part of the values
    std::optional<std::size_t> m_opened;  ///< the tensor that somebody looks into
    std::size_t m_nextOfAll = 0;          ///< of glanceAtAll()
    bool m_all = false;
    bool m_running = false;
    bool m_measuring = false;
};

}  // namespace zeropoint::ui
