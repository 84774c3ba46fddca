// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/runs/run_queue.h"

#include "ui/state/runs/training_worker.h"

#include <QTimer>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int pollMilliseconds = 50;

}  // namespace

RunQueue::RunQueue(RunList& runs, JobRunner& helpers, QObject* parent)
    : QObject(parent), m_runs(runs), m_jobs(helpers, 1), m_poll(new QTimer(this)) {
    m_poll->setInterval(pollMilliseconds);
    connect(m_poll, &QTimer::timeout, this, [this] { drain(m_running); });
}

void RunQueue::startWaiting() {
    if (!idle()) {
        return;
    }
    const auto& all = m_runs.runs();
    const auto waiting = std::find_if(all.begin(), all.end(), [](const RunRecord& run) {
        return run.state == RunState::Waiting;
    });
    if (waiting != all.end()) {
        launch(waiting->id, false);
    }
}

void RunQueue::launch(RunId run, bool oneStep) {
    m_running = run;
    m_wish = Wish::None;
    m_rate.start();
    m_clock.start();
    m_poll->start();
    RunRecord* record = m_runs.edit(run);
    record->state = RunState::Running;
    m_jobs.start(
        tr("Training %1").arg(record->name), QString(),
        [worker = m_runs.worker(run), oneStep](const Execution& execution) {
            return oneStep ? worker->step(execution) : worker->run(execution);
        },
        this, [this, run, oneStep](const Result<void>& result) { ended(run, oneStep, result); });
    m_runs.told();
}

RunState RunQueue::stateAfter(const RunRecord& record, const Result<void>& result) const {
    const bool stopped = !result && result.error().code == ErrorCode::Cancelled;
    if (!result && !stopped) {
        return RunState::Failed;
    }
    // A stop that came with the last step came too late.
    const bool quantized = record.method() == MethodKind::Ptq;
    const bool atEnd = !quantized && record.step >= record.plan.training.steps;
    if (!stopped || atEnd) {
        return RunState::Finished;
    }
    // A stop by the status bar is nobody's wish; quantizing has nothing to go on from.
    return m_wish == Wish::Pause && !quantized ? RunState::Paused : RunState::Stopped;
}

void RunQueue::ended(RunId run, bool oneStep, const Result<void>& result) {
    drain(run);
    m_poll->stop();
    m_running = RunId::None;
    RunRecord* record = m_runs.edit(run);
    const std::shared_ptr<TrainingWorker> worker = m_runs.worker(run);
    record->state = stateAfter(*record, result);
    if (oneStep && record->state == RunState::Finished &&
        record->step < record->plan.training.steps) {
        record->state = RunState::Paused;
    }
    if (record->state == RunState::Failed) {
        record->error = result.error();
    }
    if (const Checkpoint* checkpoint = worker->checkpoint()) {
        record->plan.task = checkpoint->info.task;
    }
    if (!record->open()) {
        worker->release();
    }
    m_runs.boundCheckpoints();
    const bool goOn = record->state != RunState::Paused;
    m_runs.told();
    if (goOn) {
        startWaiting();
    }
}

void RunQueue::pause() {
    if (m_running != RunId::None) {
        m_wish = Wish::Pause;
        m_jobs.cancelAll(this);
    }
}

void RunQueue::resume(RunId run) {
    const RunRecord* record = m_runs.find(run);
    if (idle() && record != nullptr && record->state == RunState::Paused) {
        launch(run, false);
    }
}

void RunQueue::step(RunId run) {
    const RunRecord* record = m_runs.find(run);
    if (idle() && record != nullptr && record->open()) {
        launch(run, true);
    }
}

void RunQueue::stop(RunId run) {
    RunRecord* record = m_runs.edit(run);
    if (record == nullptr) {
        return;
    }
    if (run == m_running) {
        m_wish = Wish::Stop;
        m_jobs.cancelAll(this);
    } else if (record->open()) {
        record->state = RunState::Stopped;
        m_runs.worker(run)->release();
        m_runs.told();
        startWaiting();
    }
}

void RunQueue::release() {
    --m_held;
    startWaiting();
}

void RunQueue::drain(RunId id) {
    RunRecord* run = m_runs.edit(id);
    if (run == nullptr) {
        return;
    }
    RunFeed::Delivery news = m_runs.worker(id)->feed().take();
    const bool trains = m_running == id && m_clock.isValid();
    const double elapsed = trains ? static_cast<double>(m_clock.restart()) / 1000 : 0;
    run->seconds += elapsed;
    run->stepsPerSecond = m_rate.passed(elapsed, news.steps.size(), run->stepsPerSecond);
    const bool looked = !news.snapshots.empty();
    const bool grew = !news.steps.empty() || !news.evaluations.empty();
    takeNews(*run, std::move(news));
    if (looked) {
        emit snapshotChanged(id);
    }
    if (grew) {
        emit progressed(id);
    }
}

}  // namespace zeropoint::ui
