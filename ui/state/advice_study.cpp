// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/advice_study.h"

#include "core/files/weight_file.h"
#include "ui/job/job_runner.h"
#include "ui/state/memory_model.h"
#include "ui/state/memory_study.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"

#include <filesystem>
#include <utility>

namespace zeropoint::ui {
namespace {

constexpr double inPercent = 100;
constexpr int ownBar = 3;  ///< a bar that runs the model; its weights are not asked

KeptParts keptParts(const QString& word) {
    return word == QLatin1String("ends")        ? KeptParts::Ends
           : word == QLatin1String("attention") ? KeptParts::Attention
                                                : KeptParts::Nothing;
}

}  // namespace

AdviceStudy::AdviceStudy(Workbench& bench, MemoryStudy& memory)
    : QObject(&memory), m_bench(bench), m_memory(memory) {
    connect(&memory, &MemoryStudy::changed, this, &AdviceStudy::invalidate);
    connect(&bench, &Workbench::fileChanged, this, &AdviceStudy::forget);
}

AdviceStudy::~AdviceStudy() = default;

void AdviceStudy::invalidate() {
    m_stale = true;
    emit changed();
}

void AdviceStudy::forget() {
    m_bench.jobs().cancelAll(this);
    m_errors.reset();
    m_measuring = false;
    invalidate();
}

bool AdviceStudy::isOfFile() const {
    return m_bench.views().memoryQuestion->model == openModel() && m_bench.file() != nullptr &&
           m_memory.openArchitecture() != nullptr;
}

void AdviceStudy::measure() {
    if (!isOfFile() || m_measuring) {
        return;
    }
    m_measuring = true;
    emit changed();
    m_bench.jobs().startLong(
        tr("Measuring the weights' error"), QStringLiteral("advice"),
        [file = m_bench.file()](const Execution& execution) {
            return measureWeights(*file, execution);
        },
        this,
        [this](const Result<WeightErrors>& errors) {
            m_measuring = false;
            if (errors) {
                m_errors = std::make_shared<const WeightErrors>(*errors);
            } else {
                m_bench.report(errors.error());
            }
            invalidate();
        });
}

Result<AdviceQuestion> AdviceStudy::question() const {
    const MemoryQuestion& asked = m_bench.views().memoryQuestion.get();
    auto architecture = architectureOf(asked, m_memory.openArchitecture().get());
    const auto device = deviceOf(asked);
    if (!architecture || !device) {
        return fail(ErrorCode::NotFound,
                    architecture ? "The device is not there any more"
                                 : "The open file does not tell its architecture",
                    "", architecture ? "Choose a device" : "Choose a model");
    }
    MemoryRequest model;
    model.architecture = std::move(*architecture);
    auto request = requestOf(choicesOf(asked, ownBar), std::move(model));
    if (!request) {
        return tl::unexpected(request.error());
    }
    AdviceQuestion question;
    question.device = *device;
    question.reserve = asked.reservePercent / inPercent;
    question.keep = keptParts(asked.keep);
    const std::int64_t twice = 2 * asked.context;
    const std::int64_t most = request->architecture->context;
    if (most == 0 || twice <= most) {
        question.otherContexts = {twice};
    }
    question.request = std::move(*request);
    return question;
}

const Advice* AdviceStudy::advice() {
    if (std::exchange(m_stale, false)) {
        const auto asked = question();
        auto made = asked ? advise(*asked, isOfFile() ? m_errors.get() : nullptr)
                          : Result<Advice>(tl::unexpected(asked.error()));
        m_problem.reset();
        if (made) {
            m_advice = std::move(*made);
        } else {
            m_problem = made.error();
        }
    }
    return m_advice ? &*m_advice : nullptr;
}

const std::optional<Error>& AdviceStudy::problem() {
    (void)advice();
    return m_problem;
}

std::optional<AdviceStudy::Example> AdviceStudy::example(const AdviceOption& option) const {
    const auto architecture =
        architectureOf(m_bench.views().memoryQuestion.get(), m_memory.openArchitecture().get());
    if (!architecture || !isOfFile() || m_errors == nullptr) {
        const auto scheme = schemeOfLayers(option);
        return scheme ? std::optional(Example{{}, *scheme, {}}) : std::nullopt;
    }
    const auto worst = worstWeight(option, *architecture, *m_errors);
    if (!worst) {
        return std::nullopt;
    }
    Example example{m_bench.file()->find(worst->name), worst->scheme, {}};
    if (m_advice && m_advice->recommended >= 0) {
        const auto at = static_cast<std::size_t>(m_advice->recommended);
        example.recommended =
            schemeFor(m_advice->options[at], *architecture, *m_errors, worst->name);
    }
    return example;
}

AdviceReportFacts AdviceStudy::facts() const {
    const MemoryQuestion& asked = m_bench.views().memoryQuestion.get();
    AdviceReportFacts facts;
    if (const auto architecture = architectureOf(asked, m_memory.openArchitecture().get())) {
        facts.model = architecture->name;
    }
    if (const auto device = deviceOf(asked)) {
        facts.device = device->name;
    }
    if (isOfFile() && m_errors != nullptr) {
        facts.source = std::filesystem::path(m_bench.file()->path()).filename().string();
        for (const TensorInfo& info : m_bench.file()->tensors()) {
            facts.sourceBytes += static_cast<std::int64_t>(info.bytes);
        }
    }
    facts.context = asked.context;
    facts.sequences = asked.batch;
    facts.cacheFormat = asked.keyFormat.toStdString();
    return facts;
}

}  // namespace zeropoint::ui
