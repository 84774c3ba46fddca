// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/runs/next_run_draft.h"

#include "core/experiment/run_attachments.h"
#include "core/methods/recipe/model_size.h"
#include "ui/state/runs/run_form.h"

#include <algorithm>
#include <utility>

namespace zeropoint::ui {
namespace {

constexpr std::size_t bytesOfFloat = sizeof(float);
constexpr std::size_t mostMeasured = 2'000'000;  ///< weights; more take longer than a blink

}  // namespace

NextRunDraft::NextRunDraft(JobRunner& helpers, Base base, QObject* parent)
    : QObject(parent), m_helpers(helpers), m_base(std::move(base)) {
    m_run.method.recipe = defaultRecipe();
    // Digits and sorting open at once; a text waits for a job.
    TaskSpec digits;
    m_data = openTask(digits, 0).value();
    setTask(digits);
}

void NextRunDraft::setTask(const TaskSpec& task) {
    NextRun next = m_run;
    next.task = task;
    next.sizes = defaultModel(task.kind);
    next.training = defaultTraining(task.kind);
    next.training.seed = m_run.training.seed;
    if (next.start == StartFrom::Run) {
        next.start = StartFrom::Scratch;
    }
    next.method.recipe.overrides.clear();
    set(next);
}

void NextRunDraft::set(const NextRun& next) {
    const TaskSpec& before = m_run.task;
    const bool otherData =
        !m_data || next.task.kind != before.kind || next.task.custom != before.custom ||
        next.task.textFile != before.textFile ||
        (next.task.kind == TaskKind::Text && next.sizes.context != m_run.sizes.context);
    m_run = next;
    m_note.clear();
    m_run.training.evaluateEvery = std::max<std::size_t>(1, next.training.steps / evaluations);
    if (otherData) {
        openData();
    } else {
        check();
    }
}

void NextRunDraft::retry() {
    if (m_dataStopped) {
        openData();
    }
}

void NextRunDraft::openData() {
    m_dataStopped = false;
    m_data.reset();
    m_error.reset();
    m_helpers.start(
        tr("Opening the training data"), QStringLiteral("training data"),
        [task = m_run.task, context = m_run.sizes.context](const Execution&) {
            return openTask(task, context);
        },
        this,
        [this](const Result<std::shared_ptr<const Dataset>>& data) {
            if (data) {
                m_data = *data;
                check();
            } else {
                m_error = data.error();
                m_dataStopped = m_error->code == ErrorCode::Cancelled;
                if (m_dataStopped) {
                    m_error->remedy = "Choose the task again, or come back to this page";
                }
                emit changed();
            }
        });
    emit changed();
}

void NextRunDraft::check() {
    TransformerConfig model = m_data->shaped(m_run.sizes);
    const RunRecord* base = m_base(m_run);
    if (m_run.start == StartFrom::Sample) {
        model = m_data->shaped(defaultModel(m_run.task.kind));
    } else if (base != nullptr) {
        model = base->facts.model;
    }
    m_error.reset();
    if (m_run.start == StartFrom::Run && (base == nullptr || !base->snapshot)) {
        m_error = Error{ErrorCode::NotFound, "The run to start from is gone", "start",
                        "Choose other weights to start from"};
    } else if (auto sizes = validate(model); !sizes) {
        m_error = sizes.error();
    } else if (auto fits = m_data->fits(model); !fits) {
        m_error = fits.error();
    } else {
        m_model = model;
        m_error = methodError();
        measure();
    }
    emit changed();
}

/// What the method makes of the next model, and whether its recipe fits: on weights of any value,
/// and also where something else stands in its way.
void NextRunDraft::measure() {
    const std::size_t count = parameterCount(m_model);
    const MethodKind method = m_run.method.method;
    const std::size_t trained = method == MethodKind::Ptq ? 0 : count;
    m_facts = {m_model, count, trained, count * bytesOfFloat};
    if (method == MethodKind::Full || count > mostMeasured) {
        return;
    }
    auto model = Transformer<float>::create(m_model, 0);
    if (method == MethodKind::Ptq) {
        if (const auto size = modelSize(m_run.method.recipe, *model)) {
            m_facts.bytes = size->bytes();
        } else if (!m_error) {
            m_error = size.error();
        }
        return;
    }
    if (const auto attached = attachRun(m_run.method, m_run.training.seed, *model)) {
        m_facts.parameters = model->parameters().count();
        m_facts.trained = model->parameters().trainableCount();
        m_facts.bytes = attached->sizeBytes;
    } else if (!m_error) {
        m_error = attached.error();
    }
}

std::optional<Error> NextRunDraft::methodError() const {
    if (auto training = validate(m_run.training); !training) {
        return training.error();
    }
    const MethodKind method = m_run.method.method;
    const bool needsWeights = method != MethodKind::Full && method != MethodKind::Qat;
    if (needsWeights && m_run.start == StartFrom::Scratch) {
        return Error{ErrorCode::InvalidArgument, "Random weights are not worth keeping", "start",
                     "Start from a sample or from a run"};
    }
    return {};
}

std::optional<TaskSpec> NextRunDraft::otherTask() const {
    if (m_run.start == StartFrom::Scratch) {
        return {};
    }
    TaskSpec learned;
    learned.kind = m_run.task.kind;  // samples learned the first variant
    if (const RunRecord* base = m_base(m_run)) {
        learned = base->plan.task;
    }
    return sameTask(learned, m_run.task) ? std::nullopt : std::optional(learned);
}

void NextRunDraft::recheck() {
    if (m_data) {
        check();
    }
}

bool sameTask(const TaskSpec& a, const TaskSpec& b) {
    return a.kind == b.kind && a.custom == b.custom && a.textFile == b.textFile;
}

void NextRunDraft::setUnread(const QString& reason) {
    if (reason != m_unread) {
        m_unread = reason;
        emit changed();
    }
}

void NextRunDraft::setNote(const QString& note) {
    m_note = note;
    emit changed();
}

}  // namespace zeropoint::ui
