// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/model_overview.h"

#include "ui/job/job_runner.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <utility>

namespace zeropoint::ui {
namespace {

/// More than any window shows at once.
constexpr std::size_t mostWanted = 256;
/// Glances of one job: few enough to show them as they come, enough to keep the worker busy.
constexpr std::size_t batchSize = 4;

/// What nobody opened is measured up to here: half a minute at the pace of an idle worker.
constexpr std::int64_t mostMeasured = std::int64_t{1} << 28;
/// Of the time that a stretch took: three quarters of the worker's time are left to others.
constexpr int restOfWork = 3;
const QString measureKey = QStringLiteral("measure");

/// Rests after each stretch of work that it hears of, until the work is stopped.
class Rest {
public:
    explicit Rest(std::stop_token stop) : m_stop(std::move(stop)), m_begin(Clock::now()) {}

    void operator()() {
        std::unique_lock lock(m_mutex);
        m_stopped.wait_for(lock, m_stop, restOfWork * (Clock::now() - m_begin),
                           [] { return false; });
        m_begin = Clock::now();
    }

private:
    using Clock = std::chrono::steady_clock;

    std::mutex m_mutex;
    std::condition_variable_any m_stopped;
    std::stop_token m_stop;
    Clock::time_point m_begin;
};

using Batch = std::vector<std::pair<std::size_t, TensorGlance>>;

Result<ModelConfig> architectureBeside(const std::string& path) {
    std::error_code ignored;
    const std::filesystem::path place(path);
    const auto folder = std::filesystem::is_directory(place, ignored) ? place : place.parent_path();
    return readModelConfig((folder / "config.json").string());
}

}  // namespace

ModelOverview::ModelOverview(QObject* parent)
    : QObject(parent), m_jobs(std::make_unique<JobRunner>()) {}

ModelOverview::~ModelOverview() = default;

void ModelOverview::setFile(std::shared_ptr<const WeightFile> file) {
    if (file == m_file) {
        return;
    }
    m_jobs->cancelAll(this);
    m_glances.clear();
    m_wanted.clear();
    m_nextOfAll = 0;
    m_all = false;
    m_running = false;
    m_measuring = false;
    m_sampled.clear();
    m_opened.reset();
    m_architecture.reset();
    m_file = std::move(file);
    m_totals = m_file ? totalsOf(m_file->tensors()) : ModelTotals();
    if (!m_file) {
        return;
    }
    m_jobs->start(
        tr("Reading the architecture"), {},
        [path = m_file->path()](const Execution&) { return architectureBeside(path); }, this,
        [this, asked = m_file](const Result<ModelConfig>& config) {
            if (asked == m_file && config) {
                m_architecture = *config;
                emit architectureReady();
            }
        });
    next();
}

const TensorGlance* ModelOverview::glance(std::size_t index) {
    if (!m_file || index >= m_file->tensors().size()) {
        return nullptr;
    }
    const auto [entry, isNew] = m_glances.try_emplace(index);
    if (isNew) {
        m_wanted.push_back(index);
        if (m_wanted.size() > mostWanted) {
            m_glances.erase(m_wanted.front());
            m_wanted.pop_front();
        }
        next();
    }
    return entry->second.made ? &entry->second.glance : nullptr;
}

const TensorGlance* ModelOverview::madeGlance(std::size_t index) const {
    const auto found = m_glances.find(index);
    return found != m_glances.end() && found->second.made ? &found->second.glance : nullptr;
}

void ModelOverview::glanceAtAll() {
    m_all = true;
    next();
}

void ModelOverview::measureFirst(std::size_t index) {
    m_opened = index;
    if (m_measuring) {
        m_jobs->cancelAll(this, measureKey);  // next() follows its answer
    }
    glance(index);
    next();
}

void ModelOverview::next() {
    if (m_running || !m_file) {
        return;
    }
    std::vector<std::size_t> batch = takeBatch();
    if (batch.empty()) {
        measureNext();
        return;
    }
    if (m_measuring) {
        m_jobs->cancelAll(this, measureKey);
    }
    look(std::move(batch));
}

std::vector<std::size_t> ModelOverview::takeBatch() {
    std::vector<std::size_t> batch;
    while (batch.size() < batchSize && !m_wanted.empty()) {
        batch.push_back(m_wanted.front());
        m_wanted.pop_front();
    }
    const std::size_t count = m_file->tensors().size();
    for (; m_all && batch.size() < batchSize && m_nextOfAll < count; ++m_nextOfAll) {
        if (m_glances.try_emplace(m_nextOfAll).second) {
            batch.push_back(m_nextOfAll);
        }
    }
    return batch;
}

void ModelOverview::look(std::vector<std::size_t> batch) {
    m_running = true;
    m_jobs->start(
        tr("Looking at the tensors"), {},
        [file = m_file, batch](const Execution& execution) -> Result<Batch> {
            Batch made;
            for (const std::size_t index : batch) {
                // What cannot be read stays without a picture.
                auto glance =
                    execution.stopRequested() ? Result<TensorGlance>() : glanceAt(*file, index);
                made.emplace_back(index, glance ? std::move(*glance) : TensorGlance());
            }
            return made;
        },
        this,
        [this, asked = m_file, batch](const Result<Batch>& made) {
            if (asked != m_file || (!made && made.error().code == ErrorCode::Cancelled)) {
                return;  // of a file before, which may be the same again
            }
            m_running = false;
            for (const std::size_t index : batch) {
                m_glances[index].made = true;  // also what failed: it is not asked for again
            }
            if (made) {
                for (const auto& [index, glance] : *made) {
                    m_glances[index].glance = glance;
                    if (glance.sampled) {
                        m_sampled.insert(index);
                    }
                }
            }
            for (const std::size_t index : batch) {
                emit ready(index);
            }
            next();
        });
}

std::optional<std::size_t> ModelOverview::nextToMeasure() const {
    if (m_opened && m_sampled.contains(*m_opened)) {
        return m_opened;
    }
    const auto found = std::ranges::find_if(m_sampled, [this](std::size_t index) {
        return m_file->tensors()[index].elements() <= mostMeasured;
    });
    return found == m_sampled.end() ? std::nullopt : std::optional(*found);
}

void ModelOverview::measureNext() {
    const auto index = m_measuring ? std::nullopt : nextToMeasure();
    if (index) {
        measure(*index);
    }
}

void ModelOverview::measure(std::size_t index) {
    m_measuring = true;
    m_jobs->start(
        tr("Measuring the tensors"), measureKey,
        [file = m_file, index, glance = m_glances[index].glance](const Execution& execution) {
            Rest rest(execution.stop);
            const Execution alone{nullptr, [&rest](double) { rest(); }, execution.stop};
            return measuredGlance(*file, index, glance, alone);
        },
        this,
        [this, asked = m_file, index](const Result<TensorGlance>& measured) {
            if (asked != m_file) {
                return;
            }
            m_measuring = false;
            if (measured) {
                m_glances[index].glance = *measured;
            }
            // What was stopped for a glance that is looked at comes again; what failed does not.
            if (measured || measured.error().code != ErrorCode::Cancelled) {
                m_sampled.erase(index);
                emit ready(index);
            }
            next();
        });
}

}  // namespace zeropoint::ui
