// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/runs/run_comparer.h"

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr std::size_t layerBins = 96;
const QString compareKey = QStringLiteral("compare");
const QString layerKey = QStringLiteral("layer");

/// Both runs with their weights, given to `answer`.
template <typename Answer>
auto withBoth(RunArchive& archive, std::int64_t a, std::int64_t b, Answer answer)
    -> decltype(answer(RunResult(), RunResult())) {
    const auto first = archive.whole(a);
    const auto second = archive.whole(b);
    if (!first || !second) {
        return tl::unexpected(first ? second.error() : first.error());
    }
    return answer(*first, *second);
}

}  // namespace

RunComparer::RunComparer(JobRunner& helpers, RunStore& store, const Highlight& highlight,
                         QObject* parent)
    : QObject(parent), m_helpers(helpers), m_store(store), m_highlight(highlight) {
    connect(&m_highlight, &Highlight::chosenLayerChanged, this, [this] {
        if (isCompared(m_highlight.chosenLayer())) {
            lookAtLayer(m_highlight.chosenLayer());
        }
    });
}

void RunComparer::compare(std::optional<std::int64_t> first, std::optional<std::int64_t> second) {
    m_helpers.cancelAll(this);
    ++m_asked;
    m_first = first;
    m_second = second;
    m_stopped = false;
    m_comparison.reset();
    m_layer.clear();
    m_layerWeights.reset();
    emit comparisonChanged();
    emit layerChanged();
    if (!first || !second || first == second) {
        return;
    }
    m_helpers.start(
        tr("Comparing runs"), compareKey,
        [archive = m_store.archive(), a = *first, b = *second](const Execution&) {
            return withBoth(*archive, a, b, [](const RunResult& x, const RunResult& y) {
                return compareRuns(x, y);
            });
        },
        this,
        [this, asked = m_asked](const Result<RunComparison>& comparison) {
            if (asked == m_asked) {
                take(comparison);
            }
        });
}

void RunComparer::retry() {
    if (m_stopped) {
        compare(m_first, m_second);
    }
}

void RunComparer::miss(const Error& error) {
    m_stopped = true;
    if (error.code != ErrorCode::Cancelled) {
        emit failed(error);
    }
    emit comparisonChanged();
}

void RunComparer::take(const Result<RunComparison>& comparison) {
    if (!comparison) {
        miss(comparison.error());
        return;
    }
    m_comparison = *comparison;
    emit comparisonChanged();
    const auto& layers = m_comparison->layers;
    const auto worst = std::min_element(
        layers.begin(), layers.end(),
        [](const LayerError& a, const LayerError& b) { return a.sqnrDb < b.sqnrDb; });
    if (worst != layers.end()) {
        const QString& chosen = m_highlight.chosenLayer();
        lookAtLayer(isCompared(chosen) ? chosen : QString::fromStdString(worst->layer));
    }
}

bool RunComparer::isCompared(const QString& layer) const {
    const std::string name = layer.toStdString();
    return m_comparison && std::any_of(m_comparison->layers.begin(), m_comparison->layers.end(),
                                       [&](const LayerError& it) { return it.layer == name; });
}

void RunComparer::lookAtLayer(const QString& name) {
    m_layer = name;
    m_layerWeights.reset();  // of the layer before
    emit layerChanged();
    m_helpers.start(
        tr("Comparing a layer"), layerKey,
        [archive = m_store.archive(), a = *m_first, b = *m_second,
         layer = name.toStdString()](const Execution&) {
            return withBoth(*archive, a, b, [&](const RunResult& x, const RunResult& y) {
                return layerHistograms(x, y, layer, layerBins);
            });
        },
        this,
        [this, asked = m_asked](const Result<LayerHistograms>& weights) {
            if (asked != m_asked) {
                return;
            }
            if (weights) {
                m_layerWeights = *weights;
                emit layerChanged();
            } else {
                miss(weights.error());
            }
        });
}

}  // namespace zeropoint::ui
