// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/runs/experiment_clock.h"

#include <utility>

namespace zeropoint::ui {

void ExperimentClock::ask(const QString& id, Read read) {
    time(id, [read = std::move(read)](const Execution& execution) -> Result<Timed> {
        const auto spec = read();
        if (!spec) {
            return tl::unexpected(spec.error());
        }
        const auto input = openExperiment(*spec);
        if (!input) {
            return tl::unexpected(input.error());
        }
        const auto pace = measurePace(*spec, *input, execution);
        if (!pace) {
            return tl::unexpected(pace.error());
        }
        const std::size_t threads = execution.threads();
        ExperimentSpec first = *spec;
        first.seeds.resize(1);
        return Timed{secondsOf(*spec, *pace, threads), secondsOf(first, *pace, threads)};
    });
}

void ExperimentClock::time(const QString& id, Time time) {
    if (!m_asked.try_emplace(id).second) {
        return;
    }
    emit changed();
    m_jobs.start(tr("Timing a few steps"), QStringLiteral("clock-") + id, std::move(time), this,
                 [this, id](const Result<Timed>& timed) {
                     if (timed) {
                         m_asked[id] = *timed;
                     } else {
                         m_asked.erase(id);  // running it says what is wrong
                     }
                     emit changed();
                 });
}

std::optional<double> ExperimentClock::seconds(const QString& id, bool firstSeed) const {
    const auto found = m_asked.find(id);
    if (found == m_asked.end() || !found->second) {
        return std::nullopt;
    }
    return firstSeed ? found->second->first : found->second->all;
}

void ExperimentClock::stop() {
    m_jobs.cancelAll(this);
}

}  // namespace zeropoint::ui
