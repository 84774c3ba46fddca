// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/memory_study.h"

#include "core/files/weight_file.h"
#include "core/memory/architecture_config.h"
#include "ui/job/job_runner.h"
#include "ui/state/advice_study.h"
#include "ui/state/memory_model.h"
#include "ui/state/roofline_study.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"

#include <filesystem>
#include <utility>

namespace zeropoint::ui {
namespace {

constexpr double percent = 100;

/// A GGUF file tells its own architecture; others have a config.json beside them.
Result<Architecture> architectureAt(const std::string& path) {
    std::error_code ignored;
    const std::filesystem::path place(path);
    if (place.extension() == ".gguf" || std::filesystem::is_directory(place, ignored)) {
        return readArchitecture(path);
    }
    return readArchitecture((place.parent_path() / "config.json").string());
}

}  // namespace

Result<MemoryAnswer> answerTo(const MemoryQuestion& question, const Architecture* open) {
    auto architecture = architectureOf(question, open);
    if (!architecture) {
        return fail(ErrorCode::NotFound, "The open file does not tell its architecture", "",
                    "Open a GGUF file or a model's folder with a config.json, or choose a model");
    }
    MemoryAnswer answer{question, std::move(*architecture), {}, {}};
    MemoryRequest model;
    model.architecture = answer.architecture;
    model.parameters = question.parameters;
    for (int bar = 0; bar < static_cast<int>(barIds().size()); ++bar) {
        auto request = requestOf(choicesOf(question, bar), model);
        auto estimate = request ? estimateMemory(*request)
                                : Result<MemoryEstimate>(tl::unexpected(request.error()));
        if (!estimate) {
            return tl::unexpected(estimate.error());
        }
        answer.bars.push_back({std::move(*request), std::move(*estimate)});
    }
    for (Device& device : devicesOf(question)) {
        MemoryDevice row{std::move(device), {}};
        for (const MemoryBar& bar : answer.bars) {
            row.fits.push_back(fitOnDevice(bar.request, bar.estimate, row.device,
                                           question.reservePercent / percent));
        }
        answer.devices.push_back(std::move(row));
    }
    return answer;
}

MemoryStudy::MemoryStudy(Workbench& bench)
    : QObject(&bench),
      m_bench(bench),
      m_advice(new AdviceStudy(bench, *this)),
      m_roofline(new RooflineStudy(bench, this)) {
    connect(&bench.views().memoryQuestion, &ViewStateSignals::changed, this, [this] {
        m_stale = true;
        emit changed();
    });
    connect(&bench, &Workbench::fileChanged, this, &MemoryStudy::readFile);
}

MemoryStudy::~MemoryStudy() = default;

const MemoryAnswer* MemoryStudy::answer() {
    update();
    return m_answer ? &*m_answer : nullptr;
}

const std::optional<Error>& MemoryStudy::problem() {
    update();
    return m_problem;
}

void MemoryStudy::update() {
    if (!std::exchange(m_stale, false)) {
        return;
    }
    auto answer = answerTo(m_bench.views().memoryQuestion.get(), m_open.get());
    m_problem.reset();
    if (answer) {
        m_answer = std::move(*answer);
    } else {
        m_problem = answer.error();
    }
}

void MemoryStudy::readFile() {
    m_open.reset();
    m_openProblem.reset();
    m_stale = true;
    emit openArchitectureChanged();
    if (m_bench.file()) {
        if (!m_jobs) {
            m_jobs = std::make_unique<JobRunner>(nullptr, 1);
        }
        m_jobs->start(
            tr("Reading the architecture"), QStringLiteral("architecture"),
            [path = m_bench.file()->path()](const Execution&) { return architectureAt(path); },
            this,
            [this, file = m_bench.file()](const Result<Architecture>& read) {
                if (file != m_bench.file()) {
                    return;  // closed since
                }
                if (read) {
                    m_open = std::make_shared<const Architecture>(*read);
                } else {
                    m_openProblem = read.error();
                }
                m_stale = true;
                emit openArchitectureChanged();
                emit changed();
            });
    }
    emit changed();
}

}  // namespace zeropoint::ui
