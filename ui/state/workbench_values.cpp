// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/workbench_values.h"

#include "core/numerics/block_format.h"
#include "core/scheme/format_settings.h"
#include "ui/state/memory_study.h"
#include "ui/state/runs/next_run_of.h"
#include "ui/state/source_cache.h"
#include "ui/state/step_names.h"
#include "ui/state/trade_off.h"
#include "ui/state/training_session.h"
#include "ui/state/workbench.h"

#include <QScopedValueRollback>
#include <QTimer>
#include <QUndoStack>

#include <utility>

namespace zeropoint::ui {
namespace {

QString keyOf(const TrainingSession& training, RunId run) {
    const RunRecord* record = training.find(run);
    return record != nullptr ? record->sessionKey() : QString();
}

/// The run that is looked at; while there is none, the one that is still to come.
QString lookedAt(const TrainingSession& training, const QString& wanted) {
    return training.selected() == RunId::None ? wanted : keyOf(training, training.selected());
}

/// Whether both cut a tensor into the same channels or groups.
bool sameUnits(const QuantScheme& before, const QuantScheme& now) {
    const QuantScheme a = followed(before);
    const QuantScheme b = followed(now);
    return a.granularity == b.granularity && a.axis == b.axis && a.groupSize == b.groupSize &&
           (findBlockFormat(a.format) == nullptr) == (findBlockFormat(b.format) == nullptr);
}

/// None also for one that there is not.
RunId runOf(const TrainingSession& training, const QString& key) {
    for (const RunRecord& run : training.runs()) {
        if (run.isNamed(key)) {
            return run.id;
        }
    }
    return RunId::None;
}

}  // namespace

WorkbenchValues Workbench::values() const {
    WorkbenchValues values;
    values.scheme = m_scheme;
    values.live = m_live.range;
    values.sample = m_sample;
    values.number = m_number;
    values.compare = m_compare;
    if (m_origin) {
        if (const auto* spec = std::get_if<SyntheticSpec>(&*m_origin)) {
            values.synthetic = *spec;
        }
    }
    values.next = m_training->next();
    values.baseRun = keyOf(*m_training, values.next.base);
    values.trainRun = lookedAt(*m_training, m_wantedRun);
    values.runs = m_views->runs.get();
    values.window = m_views->window.get();
    values.numbers = m_views->numbers.get();
    values.calibrate = m_views->calibrate.get();
    values.compareView = m_views->compare.get();
    values.train = m_views->train.get();
    values.tradeOff = m_views->tradeOff.get();
    values.learn = m_views->learn.get();
    values.interview = m_views->interview.get();
    values.memory = m_views->memory.get();
    values.memoryQuestion = m_views->memoryQuestion.get();
    values.openArchitecture = m_memory != nullptr ? m_memory->openArchitecture() : nullptr;
    return values;
}

void Workbench::apply(const WorkbenchValues& next, const StepName& name, int gesture) {
    const WorkbenchValues now = values();
    takeViews(next);
    changeMemory(next.memoryQuestion, name, gesture);
    takeRuns(next);
    if (!next.draws) {
        changeScheme(next.scheme, name, gesture);
        setSample(next.sample, gesture);
    }
    setNumber(next.number, gesture);
    setCompare(next.compare, gesture);
    NextRun run = next.next;
    run.base = next.baseRun == now.baseRun ? run.base : runOf(*m_training, next.baseRun);
    if (!sameRun(run, now.next)) {
        takeNext(run);
    }
    if (next.draws && next.synthetic) {
        draw(*next.synthetic, next.scheme, next.sample, name, gesture);
    } else if (next.synthetic && next.synthetic != now.synthetic) {
        setSynthetic(*next.synthetic, gesture);
    }
}

void Workbench::takeViews(const WorkbenchValues& next) {
    m_views->window.set(next.window);
    m_views->numbers.set(next.numbers);
    m_views->calibrate.set(next.calibrate);
    m_views->compare.set(next.compareView);
    m_views->train.set(next.train);
    m_views->tradeOff.set(next.tradeOff);
    m_views->learn.set(next.learn);
    m_views->interview.set(next.interview);
    m_views->memory.set(next.memory);
}

void Workbench::present(const WorkbenchValues& next, const std::optional<Origin>& origin,
                        const StepName& name) {
    const WorkbenchValues now = values();
    NextRun run = next.next;
    run.base = next.baseRun == now.baseRun ? now.next.base : runOf(*m_training, next.baseRun);
    StateParts before{m_origin, m_scheme, m_sample, m_number, now.next};
    before.memory = now.memoryQuestion;
    StateParts after{origin ? origin : m_origin, next.scheme, next.sample, next.number, run};
    after.memory = next.memoryQuestion;
    {
        const QScopedValueRollback restoring(m_restoring, true);
        takeViews(next);
        takeRuns(next);
    }
    push(name, before, after, 0);
    if (m_source && after.origin == m_origin && m_source->origin == *m_origin) {
        after.origin.reset();  // it is there, and no other is on its way
    }
    take(after, name);
}

void Workbench::changeMemory(const MemoryQuestion& question, const StepName& name, int gesture) {
    const MemoryQuestion before = m_views->memoryQuestion.get();
    if (question != before) {
        m_views->memoryQuestion.set(question);
        StateParts back;
        StateParts there;
        back.memory = before;
        there.memory = question;
        push(name, std::move(back), std::move(there), gesture);
    }
}

void Workbench::takeRuns(const WorkbenchValues& next) {
    const QString now = lookedAt(*m_training, m_wantedRun);
    m_views->runs.set(next.runs);
    if (next.trainRun != now) {
        const RunId run = runOf(*m_training, next.trainRun);
        m_training->select(run);
        // One that an earlier start of the program has kept is brought from the store.
        m_wantedRun = run == RunId::None ? next.trainRun : QString();
        findWanted();
    }
}

void Workbench::findWanted() {
    QStringList keys;
    if (!m_wantedRun.isEmpty()) {
        keys << m_wantedRun;
    }
    if (m_wantedWeight && m_wantedWeight->run != m_wantedRun) {
        keys << m_wantedWeight->run;
    }
    m_tradeOff->find(keys);
}

void Workbench::takeFound(const QString& key, const KeptRuns& kept) {
    const RunId run = m_training->bringBack(kept);
    if (m_wantedRun == key) {
        m_wantedRun.clear();
        if (m_training->selected() == RunId::None) {  // nobody looks at another one by now
            m_training->select(run);
        }
    }
    if (m_wantedWeight && m_wantedWeight->run == key) {
        const RunOrigin weight = *std::exchange(m_wantedWeight, std::nullopt);
        if (m_origin == Origin(weight)) {  // nobody wants another one by now
            load(weight, [this](const SourcePtr& source) {
                takeSource({source, m_file, m_scheme, m_sample});
            });
        }
    }
}

void Workbench::missRun(const QString& key) {
    if (m_wantedRun == key) {  // which sessions go on to name
        emit noticed(
            tr("The run that the session looks at was not kept. Runs that are added to the "
               "trade-off are found again."));
    }
    if (m_wantedWeight && m_wantedWeight->run == key) {
        const RunOrigin weight = *std::exchange(m_wantedWeight, std::nullopt);
        if (m_origin == Origin(weight)) {
            m_origin = m_source ? std::optional(m_source->origin) : std::nullopt;
        }
        emit noticed(tr("%1 cannot be shown: its run was not kept. Runs that are added to the "
                        "trade-off are found again.")
                         .arg(QString::fromStdString(weight.parameter)));
    }
}

void Workbench::reset(const WorkbenchValues& values, const std::optional<Origin>& origin,
                      std::shared_ptr<const WeightFile> file) {
    const QScopedValueRollback restoring(m_restoring, true);
    m_wantedWeight.reset();
    m_jobs.cancelAll(this, QStringLiteral("load"));  // what was asked for before is not wanted
    WorkbenchValues next = values;
    next.synthetic = this->values().synthetic;  // the tensor comes below, with scheme and sample
    next.scheme = m_scheme;
    next.sample = m_sample;
    apply(next, {});
    m_undo->clear();
    // At once: they stand as well where the tensor is on its way for long, or cannot be had.
    takeScheme(values.scheme);
    takeSample(values.sample);
    const auto* weight = origin ? std::get_if<RunOrigin>(&*origin) : nullptr;
    if (!origin || (weight != nullptr && awaits(*weight))) {
        if (file && file != m_file) {
            m_file = std::move(file);
            emit fileChanged();
        }
        return;
    }
    load(*origin, [this, file = std::move(file), scheme = values.scheme,
                   sample = values.sample](const SourcePtr& source) {
        takeSource({source, file, scheme, sample});
        m_undo->clear();
    });
}

void Workbench::push(const StepName& name, StateParts before, StateParts after, int gesture) {
    if (!m_restoring) {
        m_undo->push(new UndoStep(
            name, std::move(before), std::move(after), gestureOr(gesture),
            [this](const StateParts& parts, const StepName& step) { take(parts, step); }));
    }
}

void Workbench::take(const StateParts& parts, const StepName& name) {
    const QScopedValueRollback restoring(m_restoring, true);
    emit pageConcerned(name.page);
    if (parts.number) {
        takeNumber(*parts.number);
    }
    if (parts.next) {
        takeNext(*parts.next);
    }
    if (parts.compare) {
        takeCompare(*parts.compare);
    }
    if (parts.memory) {
        m_views->memoryQuestion.set(*parts.memory);
    }
    if (parts.origin) {
        const auto* of = std::get_if<FileOrigin>(&*parts.origin);
        const auto file = of != nullptr ? of->file : m_file;
        const QuantScheme scheme = parts.scheme.value_or(m_scheme);
        const double sample = parts.sample.value_or(m_sample);
        const auto done = [this, file, scheme, sample](const SourcePtr& source) {
            takeSource({source, file, scheme, sample});
        };
        if (const SourcePtr kept = m_cache->find(*parts.origin)) {
            m_origin = parts.origin;  // and not what is on its way
            done(kept);
        } else {
            load(*parts.origin, done);
        }
        return;
    }
    if (parts.scheme) {
        takeScheme(*parts.scheme);
    }
    if (parts.sample) {
        takeSample(*parts.sample);
    }
}

bool Workbench::takeScheme(const QuantScheme& scheme) {
    const bool keepsUnit = sameUnits(m_scheme, scheme);
    if (m_source) {
        const Result<LiveResult> live = evaluate(keepsUnit ? *shown() : *m_source, scheme);
        if (!live) {
            emit failed(live.error());
            emit schemeChanged();  // controls go back to the state that still stands
            return false;
        }
        m_live = *live;
    }
    m_scheme = scheme;
    if (!keepsUnit) {
        m_unit.reset();
    }
    m_exact.reset();
    m_exactStopped = false;
    m_rest->start();
    emit schemeChanged();
    emit exactChanged();
    return true;
}

bool Workbench::takeSource(const Loaded& loaded) {
    const Result<LiveResult> live = evaluate(*loaded.source, loaded.scheme);
    if (!live) {
        m_origin = m_source ? std::optional(m_source->origin) : std::nullopt;
        emit failed(live.error());
        emit schemeChanged();
        return false;
    }
    const bool newFile = loaded.file != m_file;
    m_cache->add(loaded.source);
    m_origin = loaded.source->origin;
    m_source = loaded.source;
    m_file = loaded.file;
    m_scheme = loaded.scheme;
    m_sample = loaded.sample;
    m_live = *live;
    m_unit.reset();
    m_exact.reset();
    m_exactStopped = false;
    m_rest->start();
    if (newFile) {
        emit fileChanged();
    }
    emit sourceChanged();
    emit schemeChanged();
    emit exactChanged();
    emit sampleChanged();
    return true;
}

void Workbench::takeSample(double x) {
    m_sample = x;
    emit sampleChanged();
}

void Workbench::takeNumber(const NumberState& number) {
    m_number = number;
    emit numberChanged();
}

void Workbench::takeCompare(const CompareState& compare) {
    m_compare = compare;
    // Columns hold nothing but what their formats follow.
    for (QuantScheme& scheme : m_compare.columns) {
        scheme = followed(std::move(scheme));
    }
    emit compareChanged();
}

void Workbench::takeNext(const NextRun& next) {
    m_training->setNext(next);
    noteNext();
}

/// Whoever changed the next run, a form or another page: it is a step.
void Workbench::noteNext() {
    const NextRun& now = m_training->next();
    if (sameRun(now, *m_next)) {
        return;
    }
    const NextRun before = std::exchange(*m_next, now);
    push(nextRunStep(before, now), {{}, {}, {}, {}, before}, {{}, {}, {}, {}, now}, 0);
}

}  // namespace zeropoint::ui
