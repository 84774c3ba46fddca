// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/model_scan.h"

#include "core/files/weight_rule.h"
#include "core/statistics/summary.h"
#include "ui/job/job_runner.h"
#include "ui/pages/compare/compare_words.h"
#include "ui/state/workbench.h"

#include <QTimer>

#include <algorithm>
#include <cmath>
#include <limits>
#include <mutex>
#include <utility>

namespace zeropoint::ui {
namespace {

constexpr int collectEvery = 100;

double peakOf(const Tensor& tensor, const Execution& execution) {
    const Summary summary = summarize(tensor.values(), execution, SummaryDetail::Spread);
    const double largest = std::max(std::abs(summary.min), std::abs(summary.max));
    return summary.std > 0 ? largest / summary.std : std::numeric_limits<double>::quiet_NaN();
}

std::vector<NamedScheme> named(const std::vector<QuantScheme>& settings) {
    std::vector<NamedScheme> schemes;
    for (std::size_t i = 0; i < settings.size(); ++i) {
        schemes.push_back({columnLetter(static_cast<int>(i)).toStdString(), settings[i]});
    }
    return schemes;
}

}  // namespace

/// Between the worker, which alone touches the scan while it runs, and the window.
struct ModelScan::Feed {
    explicit Feed(std::vector<NamedScheme> schemes) : scan(std::move(schemes)) {}

    SchemeScan scan;
    std::mutex mutex;
    std::vector<ScannedWeight> weights;
    std::vector<ErrorReport> totals;
};

ModelScan::ModelScan(Workbench& bench, QObject* parent)
    : QObject(parent), m_bench(bench), m_collect(new QTimer(this)) {
    m_collect->setInterval(collectEvery);
    connect(m_collect, &QTimer::timeout, this, &ModelScan::collect);
}

bool ModelScan::outdated() const {
    return m_file != m_bench.file() || m_settings != m_bench.compare().columns;
}

void ModelScan::start() {
    m_bench.jobs().cancelAll(this);
    m_file = m_bench.file();
    m_settings = m_bench.compare().columns;
    m_indices.clear();
    m_weights.clear();
    m_totals.clear();
    m_feed.reset();
    if (!m_file) {
        enter(State::Empty);
        return;
    }
    for (std::size_t i = 0; i < m_file->tensors().size(); ++i) {
        if (isWeight(*m_file, i) && m_file->tensors()[i].shares.empty()) {
            m_indices.push_back(i);
        }
    }
    m_feed = std::make_shared<Feed>(named(m_settings));
    run();
}

void ModelScan::resume() {
    if (m_state == State::Stopped && m_feed) {
        run();
    }
}

void ModelScan::run() {
    m_collect->start();
    enter(State::Scanning);
    m_bench.jobs().startLong(
        tr("Scanning the model"), QStringLiteral("scan"),
        [file = m_file, feed = m_feed, indices = m_indices,
         first = m_weights.size()](const Execution& execution) -> Result<void> {
            const Execution inner{execution.pool, {}, execution.stop};
            for (std::size_t i = first; i < indices.size(); ++i) {
                ScannedWeight weight;
                weight.index = indices[i];
                const auto tensor = file->read(indices[i], inner);
                auto reports = tensor.and_then(
                    [&](const Tensor& values) { return feed->scan.add(values, inner); });
                if (execution.stopRequested()) {
                    return fail(ErrorCode::Cancelled, "The scan was stopped", file->path());
                }
                if (reports) {
                    weight.peak = peakOf(*tensor, inner);
                    weight.reports = std::move(*reports);
                } else {
                    weight.failure = reports.error();
                }
                const std::scoped_lock lock(feed->mutex);
                feed->weights.push_back(std::move(weight));
                feed->totals = feed->scan.totals();
                if (execution.progress) {
                    execution.progress(static_cast<double>(i + 1) /
                                       static_cast<double>(indices.size()));
                }
            }
            return {};
        },
        this,
        [this, feed = m_feed](const Result<void>& done) {
            if (feed != m_feed) {
                return;  // there is nothing to scan any more
            }
            collect();
            m_collect->stop();
            enter(done ? State::Done : State::Stopped);
            if (!done) {
                m_bench.report(done.error());
            }
        });
}

void ModelScan::collect() {
    if (!m_feed) {
        return;
    }
    std::vector<ScannedWeight> weights;
    {
        const std::scoped_lock lock(m_feed->mutex);
        weights = std::exchange(m_feed->weights, {});
        m_totals = m_feed->totals;
    }
    if (!weights.empty()) {
        std::ranges::move(weights, std::back_inserter(m_weights));
        emit grew();
    }
}

void ModelScan::enter(State state) {
    m_state = state;
    emit changed();
}

}  // namespace zeropoint::ui
