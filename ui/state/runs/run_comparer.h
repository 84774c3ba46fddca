// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/layer_histograms.h"
#include "core/experiment/run_comparison.h"
#include "ui/state/highlight.h"
#include "ui/state/runs/run_store.h"

#include <QObject>
#include <QString>

#include <optional>

namespace zeropoint::ui {

/// Two stored runs beside each other: their predictions, and the weights of one layer. What it
/// holds is always of the runs that were asked for last.
class RunComparer : public QObject {
    Q_OBJECT

public:
    RunComparer(JobRunner& helpers, RunStore& store, const Highlight& highlight,
                QObject* parent = nullptr);

    /// Without one of them, or twice the same: no comparison.
    void compare(std::optional<std::int64_t> first, std::optional<std::int64_t> second);
    /// Whether these two were asked for last.
    bool compares(std::optional<std::int64_t> first, std::optional<std::int64_t> second) const {
        return first == m_first && second == m_second;
    }
    /// Compares if that was stopped.
    void retry();
    bool stopped() const { return m_stopped; }

    const std::optional<RunComparison>& comparison() const { return m_comparison; }
    /// The layer whose weights are compared, and how they lie in both runs: the one that the
    /// highlight says was chosen, else the one that differs most.
    const QString& layer() const { return m_layer; }
    const std::optional<LayerHistograms>& layerWeights() const { return m_layerWeights; }

signals:
    void comparisonChanged();
    void layerChanged();  ///< layer() or layerWeights()
    void failed(const zeropoint::Error& error);

private:
    void take(const Result<RunComparison>& comparison);
    void miss(const Error& error);
    bool isCompared(const QString& layer) const;
    void lookAtLayer(const QString& name);

    JobRunner& m_helpers;
    RunStore& m_store;
    const Highlight& m_highlight;
    std::optional<std::int64_t> m_first;
    std::optional<std::int64_t> m_second;
    std::optional<RunComparison> m_comparison;
    QString m_layer;
    std::optional<LayerHistograms> m_layerWeights;
    quint64 m_asked = 0;     ///< how often: what is older is about other runs
    bool m_stopped = false;  ///< will not come by itself
};

}  // namespace zeropoint::ui
