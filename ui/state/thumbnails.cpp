// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/thumbnails.h"

#include "core/statistics/fine_histogram.h"
#include "ui/job/job_runner.h"

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr std::size_t barCount = 20;
constexpr std::size_t fineBins = 2048;
/// A picture 40 px wide does not change beyond this many values.
constexpr std::uint64_t mostValues = 1U << 16;
/// The share of values at each end that would squeeze the rest into one bar.
constexpr double tail = 0.001;

Result<QVector<float>> thumbnail(const WeightFile& file, std::size_t index) {
    const std::int64_t count = elementCount(file.tensors()[index].shape);
    if (count <= 0) {
        return QVector<float>{};
    }
    std::vector<float> values(
        std::min<std::uint64_t>(static_cast<std::uint64_t>(count), mostValues));
    // From the middle: first rows are often special (padding tokens, class embeddings).
    const std::uint64_t first = (static_cast<std::uint64_t>(count) - values.size()) / 2;
    if (const Result<void> read = file.readValues(index, first, values); !read) {
        return tl::unexpected(read.error());
    }
    const FineHistogram fine = fineHistogram(values, summarize(values), fineBins);
    const double lo = quantile(fine, tail);
    const double hi = quantile(fine, 1 - tail);
    QVector<float> bars;
    if (fine.empty() || !(lo < hi)) {
        return bars;
    }
    std::vector<double> edges(barCount + 1);
    for (std::size_t i = 0; i <= barCount; ++i) {
        edges[i] = lo + (hi - lo) * static_cast<double>(i) / barCount;
    }
    for (const double inBar : rebin(fine, edges)) {
        bars.append(static_cast<float>(inBar));
    }
    return bars;
}

}  // namespace

Thumbnails::Thumbnails(QObject* parent) : QObject(parent), m_jobs(std::make_unique<JobRunner>()) {}

Thumbnails::~Thumbnails() = default;

void Thumbnails::setFile(std::shared_ptr<const WeightFile> file) {
    m_jobs->cancel();
    m_bars.clear();
    m_file = std::move(file);
}

QVector<float> Thumbnails::bars(std::size_t index) {
    if (!m_file || index >= m_file->tensors().size()) {
        return {};
    }
    if (const auto found = m_bars.find(index); found != m_bars.end()) {
        return found->second;
    }
    m_bars[index] = {};
    m_jobs->start(
        {}, {}, [file = m_file, index](const Execution&) { return thumbnail(*file, index); }, this,
        [this, file = m_file, index](const Result<QVector<float>>& bars) {
            if (file == m_file && bars) {
                m_bars[index] = *bars;
                emit ready(index);
            }
        });
    return {};
}

}  // namespace zeropoint::ui
