// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/training_session.h"

#include "ui/state/run_form.h"
#include "ui/state/shipped_files.h"
#include "ui/state/training_worker.h"

#include <QFileInfo>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace zeropoint::ui {
namespace {

constexpr int pollMilliseconds = 50;
constexpr double rateSeconds = 1;  ///< over which the speed is measured
constexpr std::size_t bytesOfFloat = sizeof(float);
constexpr std::size_t mostCheckpointBytes = std::size_t{256} << 20;

TransformerConfig sizesOnly(const TransformerConfig& from, TransformerConfig to) {
    to.layers = from.layers;
    to.width = from.width;
    to.heads = from.heads;
    to.mlpRatio = from.mlpRatio;
    to.context = from.context;
    return to;
}

}  // namespace

TrainingSession::TrainingSession(JobRunner& helpers, QObject* parent)
    : QObject(parent),
      m_helpers(helpers),
      m_jobs(nullptr, 1),
      m_draft(helpers,
              [this](const NextRun& next) {
                  const RunRecord* base = baseOf(next);
                  return base == nullptr ? nullptr : &base->facts.model;
              }),
      m_poll(new QTimer(this)) {
    m_poll->setInterval(pollMilliseconds);
    connect(m_poll, &QTimer::timeout, this, qOverload<>(&TrainingSession::drain));
    connect(&m_draft, &NextRunDraft::changed, this, &TrainingSession::nextChanged);
}

TrainingSession::~TrainingSession() = default;

const RunRecord* TrainingSession::selectedRun() const {
    return m_selected < 0 ? nullptr : &m_runs[static_cast<std::size_t>(m_selected)];
}

const RunRecord* TrainingSession::baseOf(const NextRun& next) const {
    const bool named = next.start == StartFrom::Run && next.base >= 0 &&
                       next.base < static_cast<int>(m_runs.size());
    return named ? &m_runs[static_cast<std::size_t>(next.base)] : nullptr;
}

void TrainingSession::select(int run) {
    if (run == m_selected || run >= static_cast<int>(m_runs.size())) {
        return;
    }
    m_selected = run;
    emit selectionChanged();
}

QString TrainingSession::freeName(const QString& stem) const {
    QString name = stem;
    const auto taken = [&] {
        return std::any_of(m_runs.begin(), m_runs.end(),
                           [&](const RunRecord& run) { return run.name == name; });
    };
    for (int number = 2; taken(); ++number) {
        name = QStringLiteral("%1 (%2)").arg(stem).arg(number);
    }
    return name;
}

void TrainingSession::describe(RunRecord& record, const TransformerConfig& model) {
    const std::size_t count = parameterCount(model);
    record.facts = {model, count, count, count * bytesOfFloat};
}

void TrainingSession::add(RunRecord record, std::shared_ptr<TrainingWorker> worker) {
    m_runs.push_back(std::move(record));
    m_workers.push_back(std::move(worker));
    m_selected = static_cast<int>(m_runs.size()) - 1;
    emit runsChanged();
    emit selectionChanged();
}

void TrainingSession::queueRun() {
    if (draft().ready()) {
        addNext();
        startWaiting();
    }
}

void TrainingSession::addNext() {
    std::vector<SnapshotPtr> base;
    RunRecord record;
    record.plan = m_draft.run();
    if (const RunRecord* from = baseRun()) {
        base = from->checkpoints;
        if (base.empty() || m_draft.run().method.method != MethodKind::Ptq) {
            base = {from->snapshot};
        } else {
            record.plan.training = from->plan.training;
        }
        record.plan.task.alphabet = from->plan.task.alphabet;
    }
    record.name = freeName(runName(m_draft.run().method));
    describe(record, m_draft.model());
    auto worker = std::make_shared<TrainingWorker>(record.plan, std::move(base));
    add(std::move(record), std::move(worker));
}

void TrainingSession::startWaiting() {
    if (!idle()) {
        return;
    }
    for (std::size_t i = 0; i < m_runs.size(); ++i) {
        if (m_runs[i].state == RunState::Waiting) {
            launch(static_cast<int>(i), false);
            return;
        }
    }
}

void TrainingSession::launch(int run, bool oneStep) {
    m_running = run;
    m_wish = Wish::None;
    m_rateSeconds = 0;
    m_rateSteps = 0;
    m_clock.start();
    m_poll->start();
    RunRecord& record = m_runs[static_cast<std::size_t>(run)];
    record.state = RunState::Running;
    m_jobs.start(
        tr("Training %1").arg(record.name), QString(),
        [worker = m_workers[static_cast<std::size_t>(run)], oneStep](const Execution& execution) {
            return oneStep ? worker->step(execution) : worker->run(execution);
        },
        this, [this, run, oneStep](const Result<void>& result) { ended(run, oneStep, result); });
    emit runsChanged();
}

RunState TrainingSession::stateAfter(const RunRecord& record, const Result<void>& result) const {
    if (!result && result.error().code != ErrorCode::Cancelled) {
        return RunState::Failed;
    }
    const bool again = record.method() == MethodKind::Ptq;  // it has nothing to go on from
    if (m_wish == Wish::Stop || (!result && (m_wish == Wish::None || again))) {
        return RunState::Stopped;  // also by the status bar's Cancel
    }
    const bool atEnd = record.step >= record.plan.training.steps;
    return (result && m_wish == Wish::None) || atEnd ? RunState::Finished : RunState::Paused;
}

void TrainingSession::ended(int run, bool oneStep, const Result<void>& result) {
    drain(run);
    RunRecord& record = m_runs[static_cast<std::size_t>(run)];
    m_poll->stop();
    m_running = -1;
    record.state = stateAfter(record, result);
    if (oneStep && record.state == RunState::Finished && record.step < record.plan.training.steps) {
        record.state = RunState::Paused;
    }
    if (record.state == RunState::Failed) {
        record.error = result.error();
    }
    if (const Checkpoint* checkpoint = m_workers[static_cast<std::size_t>(run)]->checkpoint()) {
        record.plan.task = checkpoint->info.task;
    }
    emit runsChanged();
    if (record.state != RunState::Paused) {
        startWaiting();
    }
}

void TrainingSession::pause() {
    if (m_running >= 0) {
        m_wish = Wish::Pause;
        m_jobs.cancelAll(this);
    }
}

void TrainingSession::resume() {
    const RunRecord* run = selectedRun();
    if (idle() && run != nullptr && run->state == RunState::Paused) {
        launch(m_selected, false);
    }
}

void TrainingSession::step() {
    if (!idle()) {
        return;
    }
    const RunRecord* run = selectedRun();
    if (run != nullptr && run->state == RunState::Paused) {
        launch(m_selected, true);
    } else if (draft().ready()) {
        addNext();
        launch(m_selected, true);
    }
}

void TrainingSession::stop() {
    const int index = controlled();
    if (index < 0) {
        return;
    }
    if (m_running >= 0) {
        m_wish = Wish::Stop;
        m_jobs.cancelAll(this);
        return;
    }
    RunRecord& run = m_runs[static_cast<std::size_t>(index)];
    if (run.state == RunState::Paused || run.state == RunState::Waiting) {
        run.state = RunState::Stopped;
        emit runsChanged();
        startWaiting();
    }
}

/// What the person stopped needs no message.
void TrainingSession::tell(const Error& error) {
    if (error.code != ErrorCode::Cancelled) {
        emit failed(error);
    }
}

void TrainingSession::filed() {
    --m_filing;
    startWaiting();
}

void TrainingSession::saveCheckpoint(const QString& file) {
    if (m_selected < 0 || m_running == m_selected) {
        return;
    }
    ++m_filing;
    m_jobs.startSaving(
        tr("Saving %1").arg(QFileInfo(file).fileName()),
        [worker = m_workers[static_cast<std::size_t>(m_selected)],
         path = file.toStdString()](const Execution&) { return worker->save(path); },
        this,
        [this, file](const Result<void>& result) {
            filed();
            if (result) {
                emit saved(file);
            } else {
                tell(result.error());
            }
        });
}

bool TrainingSession::repeatable(const RunRecord& run) {
    const TaskKind kind = run.plan.task.kind;
    const bool ownSizes = sizesOnly(run.plan.sizes, {}) == sizesOnly(defaultModel(kind), {});
    return run.state == RunState::Finished && !run.kept() && run.method() != MethodKind::Ptq &&
           run.plan.start != StartFrom::Run && (run.plan.start == StartFrom::Sample || ownSizes);
}

void TrainingSession::measureSelected(const QString& folder) {
    const RunRecord* run = selectedRun();
    if (!idle() || run == nullptr || !repeatable(*run)) {
        return;
    }
    std::filesystem::path base;
    if (run->plan.start == StartFrom::Sample) {
        const auto sample = unpackSample(run->plan.task.kind, folder);
        if (!sample) {
            emit failed(sample.error());
            return;
        }
        base = *sample;
    }
    const std::string_view task = taskName(run->plan.task.kind);
    const QString experiment =
        tr("Train page, %1")
            .arg(QString::fromLatin1(task.data(), static_cast<qsizetype>(task.size())));
    ++m_filing;
    m_jobs.start(
        tr("Measuring %1").arg(run->name), QString(),
        [worker = m_workers[static_cast<std::size_t>(m_selected)], base,
         name = run->name.toStdString()](const Execution& execution) {
            return worker->measure(name, base, execution);
        },
        this,
        [this, experiment](const Result<RunResult>& result) {
            filed();
            if (result) {
                emit measured(experiment, *result);
            } else {
                tell(result.error());
            }
        });
}

void TrainingSession::openCheckpoint(const QString& file) {
    auto worker = std::make_shared<TrainingWorker>(std::filesystem::path(file.toStdString()));
    ++m_filing;
    m_jobs.start(
        tr("Opening %1").arg(QFileInfo(file).fileName()), QString(),
        [worker](const Execution&) { return worker->prepare(); }, this,
        [this, file, worker](const Result<void>& result) {
            filed();
            if (result) {
                opened(file, worker);
            } else {
                tell(result.error());
            }
        });
}

void TrainingSession::opened(const QString& file, std::shared_ptr<TrainingWorker> worker) {
    const CheckpointInfo& info = worker->checkpoint()->info;
    RunRecord record;
    record.name = freeName(QFileInfo(file).completeBaseName());
    record.plan.task = info.task;
    record.plan.training = info.training;
    record.plan.sizes = sizesOnly(worker->checkpoint()->model.config(), {});
    describe(record, worker->checkpoint()->model.config());
    record.step = worker->trainer()->stepsDone();
    if (info.result.step > 0) {
        record.evaluations.push_back(info.result);
        record.seconds = info.result.seconds;
    }
    const bool done = record.step >= info.training.steps;
    record.state = done ? RunState::Finished : RunState::Paused;
    add(std::move(record), std::move(worker));
    drain(m_selected);
}

int TrainingSession::addKept(const KeptRun& run) {
    const auto known = std::find_if(m_runs.begin(), m_runs.end(), [&](const RunRecord& it) {
        return it.keptAs == run.result.settings;
    });
    if (known != m_runs.end()) {
        return static_cast<int>(known - m_runs.begin());
    }
    RunRecord record = recordOf(run);
    record.name = freeName(record.name);
    const std::vector<SnapshotPtr> base{record.snapshot};
    auto worker = std::make_shared<TrainingWorker>(record.plan, base);
    add(std::move(record), std::move(worker));
    return m_selected;
}

void TrainingSession::lookAtKept(const KeptRuns& kept) {
    const int base = kept.trained ? addKept(*kept.trained) : -1;
    select(addKept(*kept.run));
    if (base >= 0 && m_draft.run().method.method == MethodKind::Ptq) {
        NextRun next = m_draft.run();
        next.start = StartFrom::Run;
        next.base = base;
        setNext(next);
    }
}

void TrainingSession::missKept(const QString& name) {
    m_draft.setNote(tr("the store has no weights of %1, only its settings").arg(name));
}

/// Those of evaluations, as long as all of a run's fit.
void TrainingSession::keepCheckpoints(RunRecord& run, const std::vector<SnapshotPtr>& snapshots) {
    if (run.method() != MethodKind::Full ||
        run.facts.bytes * (NextRunDraft::evaluations + 1) > mostCheckpointBytes) {
        return;
    }
    for (const SnapshotPtr& snapshot : snapshots) {
        // An evaluation may have been drained before the snapshot that follows it.
        const auto evaluated =
            std::any_of(run.evaluations.begin(), run.evaluations.end(),
                        [&](const EvaluationReport& it) { return it.step == snapshot->step; });
        const bool known =
            !run.checkpoints.empty() && run.checkpoints.back()->step == snapshot->step;
        if (evaluated && !known) {
            run.checkpoints.push_back(snapshot);
        }
    }
}

void TrainingSession::drain() {
    if (m_running >= 0) {
        drain(m_running);
    }
}

void TrainingSession::drain(int index) {
    RunRecord& run = m_runs[static_cast<std::size_t>(index)];
    RunFeed::Delivery news = m_workers[static_cast<std::size_t>(index)]->feed().take();
    const double elapsed =
        m_clock.isValid() && m_running == index ? static_cast<double>(m_clock.restart()) / 1000 : 0;
    run.seconds += elapsed;
    m_rateSeconds += elapsed;
    m_rateSteps += news.steps.size();
    if (m_rateSeconds >= rateSeconds) {
        run.stepsPerSecond = static_cast<double>(m_rateSteps) / m_rateSeconds;
        m_rateSeconds = 0;
        m_rateSteps = 0;
    }
    for (const StepReport& report : news.steps) {
        run.losses.add(report.step, report.loss);
        run.step = report.step;
    }
    if (news.steps.empty() && !news.evaluations.empty()) {
        run.step = news.evaluations.back().step;  // quantized afterwards: nothing was trained
    }
    run.evaluations.insert(run.evaluations.end(), news.evaluations.begin(), news.evaluations.end());
    if (news.facts) {
        run.facts = *news.facts;
    }
    if (!news.snapshots.empty()) {
        keepCheckpoints(run, news.snapshots);
        for (const SnapshotPtr& snapshot : news.snapshots) {
            for (const SiteInsight& insight : snapshot->insight) {
                run.scales[insight.site][snapshot->step] = static_cast<double>(insight.grid.scale);
            }
        }
        run.snapshot = news.snapshots.back();
        emit snapshotChanged(index);
    }
    if (!news.steps.empty() || !news.evaluations.empty()) {
        emit progressed(index);
    }
}

}  // namespace zeropoint::ui
