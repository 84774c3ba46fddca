// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/setting_studies.h"

#include "ui/job/job_runner.h"
#include "ui/state/compare_state.h"
#include "ui/state/workbench.h"

#include <algorithm>

namespace zeropoint::ui {
namespace {

/// Studies that are kept for columns that come back.
constexpr std::size_t mostKnown = 24;

}  // namespace

SettingStudies::SettingStudies(Workbench& bench, QObject* parent)
    : QObject(parent), m_bench(bench) {
    connect(&bench, &Workbench::sourceChanged, this, &SettingStudies::restart);
    connect(&bench, &Workbench::compareChanged, this, [this] {
        askForMissing();
        emit changed();
    });
}

void SettingStudies::setSeen(bool seen) {
    m_seen = seen;
    // Nothing hidden is measured; what is not known then is asked for when it is shown again.
    m_bench.jobs().cancelAll(this);
    std::erase_if(m_known, [](const Known& known) {
        const bool stopped = known.problem && known.problem->code == ErrorCode::Cancelled;
        return stopped || (known.study == nullptr && !known.problem);
    });
    if (seen) {
        restart();
    }
}

SettingStudies::Known* SettingStudies::find(const QuantScheme& scheme) {
    const auto found = std::ranges::find(m_known, scheme, &Known::scheme);
    return found == m_known.end() ? nullptr : &*found;
}

const SettingStudies::Known* SettingStudies::known(std::size_t column) const {
    const auto& columns = m_bench.compare().columns;
    if (column >= columns.size() || m_source != m_bench.source()) {
        return nullptr;
    }
    const auto found = std::ranges::find(m_known, columns[column], &Known::scheme);
    return found == m_known.end() ? nullptr : &*found;
}

const SettingStudy* SettingStudies::study(std::size_t column) const {
    const Known* entry = known(column);
    return entry != nullptr ? entry->study.get() : nullptr;
}

std::optional<Error> SettingStudies::problem(std::size_t column) const {
    const Known* entry = known(column);
    return entry != nullptr ? entry->problem : std::nullopt;
}

bool SettingStudies::complete() const {
    for (std::size_t i = 0; i < m_bench.compare().columns.size(); ++i) {
        if (study(i) == nullptr && !problem(i)) {
            return false;
        }
    }
    return true;
}

void SettingStudies::restart() {
    if (m_seen && m_source != m_bench.source()) {
        m_bench.jobs().cancelAll(this);
        m_source = m_bench.source();
        m_known.clear();
        emit changed();
    }
    askForMissing();
}

void SettingStudies::askForMissing() {
    if (!m_seen || !m_source || m_source != m_bench.source()) {
        return;
    }
    const auto& columns = m_bench.compare().columns;
    if (m_known.size() > mostKnown) {
        std::erase_if(m_known, [&columns](const Known& known) {
            return std::ranges::find(columns, known.scheme) == columns.end();
        });
    }
    for (const QuantScheme& scheme : columns) {
        if (find(scheme) == nullptr) {
            m_known.push_back({scheme, nullptr, std::nullopt, ++m_lastTicket});
            ask(scheme, m_lastTicket);
        }
    }
}

void SettingStudies::ask(const QuantScheme& scheme, int ticket) {
    m_bench.jobs().start(
        tr("Comparing settings"), {},
        [source = m_source,
         scheme](const Execution& execution) -> Result<std::shared_ptr<const SettingStudy>> {
            return studySetting(source->tensor, source->summary, scheme, execution)
                .map([](SettingStudy study) {
                    return std::make_shared<const SettingStudy>(std::move(study));
                });
        },
        this,
        [this, scheme, ticket](const Result<std::shared_ptr<const SettingStudy>>& study) {
            Known* entry = find(scheme);
            if (entry == nullptr || entry->ticket != ticket) {
                return;  // of another tensor, or asked for again since
            }
            if (study) {
                entry->study = *study;
            } else {
                entry->problem = study.error();
            }
            emit changed();
        });
}

}  // namespace zeropoint::ui
