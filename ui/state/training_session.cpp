// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/training_session.h"

#include "ui/state/training_worker.h"

#include <QFileInfo>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace zeropoint::ui {
namespace {

constexpr int pollMilliseconds = 50;
constexpr double rateSeconds = 1;  ///< over which the speed is measured
/// A curve of this many points shows its shape; more evaluations cost training time.
constexpr std::size_t evaluationsInRun = 24;
constexpr std::size_t bytesOfFloat = sizeof(float);

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
    : QObject(parent), m_helpers(helpers), m_jobs(nullptr, 1), m_poll(new QTimer(this)) {
    m_poll->setInterval(pollMilliseconds);
    connect(m_poll, &QTimer::timeout, this, qOverload<>(&TrainingSession::drain));
    // Digits and sorting open at once; a text waits for a job.
    TaskSpec digits;
    m_nextData = openTask(digits, 0).value();
    setTask(digits);
}

TrainingSession::~TrainingSession() = default;

const RunRecord* TrainingSession::selectedRun() const {
    return m_selected < 0 ? nullptr : &m_runs[static_cast<std::size_t>(m_selected)];
}

void TrainingSession::setTask(const TaskSpec& task) {
    NextRun next = m_next;
    next.task = task;
    next.sizes = defaultModel(task.kind);
    next.training = defaultTraining(task.kind);
    next.training.seed = m_next.training.seed;
    if (next.start == StartFrom::SelectedRun) {
        next.start = StartFrom::Scratch;
    }
    setNext(next);
}

void TrainingSession::setNext(const NextRun& next) {
    const TaskSpec& before = m_next.task;
    const bool otherData =
        !m_nextData || next.task.kind != before.kind || next.task.custom != before.custom ||
        next.task.textFile != before.textFile ||
        (next.task.kind == TaskKind::Text && next.sizes.context != m_next.sizes.context);
    m_next = next;
    m_next.training.evaluateEvery =
        std::max<std::size_t>(1, next.training.steps / evaluationsInRun);
    m_next.training.warmup = std::min(m_next.training.warmup, next.training.steps / 10);
    if (otherData) {
        openNextData();
    } else {
        checkNext();
    }
}

void TrainingSession::openNextData() {
    m_nextData.reset();
    m_nextError.reset();
    m_helpers.start(
        QString(), QStringLiteral("training data"),
        [task = m_next.task, context = m_next.sizes.context](const Execution&) {
            return openTask(task, context);
        },
        this,
        [this](const Result<std::shared_ptr<const Dataset>>& data) {
            if (data) {
                m_nextData = *data;
                checkNext();
            } else {
                m_nextError = data.error();
                emit nextChanged();
            }
        });
    emit nextChanged();
}

void TrainingSession::checkNext() {
    TransformerConfig model = m_nextData->shaped(m_next.sizes);
    const RunRecord* base = selectedRun();
    if (m_next.start == StartFrom::Sample) {
        model = m_nextData->shaped(defaultModel(m_next.task.kind));
    } else if (m_next.start == StartFrom::SelectedRun && base != nullptr) {
        model = base->model;
    }
    m_nextError.reset();
    if (auto sizes = validate(model); !sizes) {
        m_nextError = sizes.error();
    } else if (auto fits = m_nextData->fits(model); !fits) {
        m_nextError = fits.error();
    } else {
        m_nextModel = model;
        if (auto training = validate(m_next.training); !training) {
            m_nextError = training.error();
        }
    }
    emit nextChanged();
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
    record.model = model;
    record.parameters = parameterCount(model);
    record.trained = record.parameters;
    record.bytes = record.parameters * bytesOfFloat;
}

void TrainingSession::add(RunRecord record, std::shared_ptr<TrainingWorker> worker) {
    m_runs.push_back(std::move(record));
    m_workers.push_back(std::move(worker));
    m_selected = static_cast<int>(m_runs.size()) - 1;
    emit runsChanged();
    emit selectionChanged();
}

void TrainingSession::queueRun() {
    if (nextReady()) {
        addNext();
        startWaiting();
    }
}

void TrainingSession::addNext() {
    SnapshotPtr weights;
    RunRecord record;
    record.plan = m_next;
    if (m_next.start == StartFrom::SelectedRun && selectedRun() != nullptr) {
        weights = selectedRun()->snapshot;
        record.plan.task.alphabet = selectedRun()->plan.task.alphabet;
    }
    record.name = freeName(tr("FP32"));
    describe(record, m_nextModel);
    auto worker = std::make_shared<TrainingWorker>(record.plan, std::move(weights));
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
    if (m_wish == Wish::Stop || (!result && m_wish == Wish::None)) {
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
        m_jobs.cancel();
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
    } else if (nextReady()) {
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
        m_jobs.cancel();
        return;
    }
    RunRecord& run = m_runs[static_cast<std::size_t>(index)];
    if (run.state == RunState::Paused || run.state == RunState::Waiting) {
        run.state = RunState::Stopped;
        emit runsChanged();
        startWaiting();
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
    m_jobs.start(
        tr("Saving %1").arg(QFileInfo(file).fileName()), QString(),
        [worker = m_workers[static_cast<std::size_t>(m_selected)],
         path = file.toStdString()](const Execution&) { return worker->save(path); },
        this,
        [this, file](const Result<void>& result) {
            filed();
            if (result) {
                emit saved(file);
            } else {
                emit failed(result.error());
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
                emit failed(result.error());
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
    run.evaluations.insert(run.evaluations.end(), news.evaluations.begin(), news.evaluations.end());
    if (news.snapshot) {
        run.snapshot = std::move(news.snapshot);
        emit snapshotChanged(index);
    }
    if (!news.steps.empty() || !news.evaluations.empty()) {
        emit progressed(index);
    }
}

}  // namespace zeropoint::ui
