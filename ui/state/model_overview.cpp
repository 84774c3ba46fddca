// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/model_overview.h"

#include "ui/job/job_runner.h"

#include <filesystem>
#include <utility>
#include <vector>

namespace zeropoint::ui {
namespace {

/// More than any window shows at once.
constexpr std::size_t mostWanted = 256;
/// Glances of one job: few enough to show them as they come, enough to keep the worker busy.
constexpr std::size_t batchSize = 4;

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

void ModelOverview::next() {
    std::vector<std::size_t> batch;
    while (!m_running && batch.size() < batchSize && !m_wanted.empty()) {
        batch.push_back(m_wanted.front());
        m_wanted.pop_front();
    }
    const std::size_t count = m_file ? m_file->tensors().size() : 0;
    for (; !m_running && m_all && batch.size() < batchSize && m_nextOfAll < count; ++m_nextOfAll) {
        if (m_glances.try_emplace(m_nextOfAll).second) {
            batch.push_back(m_nextOfAll);
        }
    }
    if (batch.empty()) {
        return;
    }
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
            if (asked != m_file) {
                return;
            }
            m_running = false;
            for (const std::size_t index : batch) {
                m_glances[index].made = true;  // also what failed: it is not asked for again
            }
            if (made) {
                for (const auto& [index, glance] : *made) {
                    m_glances[index].glance = glance;
                }
            }
            for (const std::size_t index : batch) {
                emit ready(index);
            }
            next();
        });
}

}  // namespace zeropoint::ui
