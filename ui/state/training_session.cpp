// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/training_session.h"

#include "ui/state/runs/remove_run.h"
#include "ui/state/runs/run_form.h"
#include "ui/state/runs/training_worker.h"
#include "ui/text/run_words.h"

#include <QUndoCommand>
#include <QUndoStack>

#include <algorithm>
#include <utility>

namespace zeropoint::ui {
namespace {

class ReplaceNext : public QUndoCommand {
public:
    ReplaceNext(TrainingSession& session, const NextRun& next, const QString& name)
        : QUndoCommand(TrainingSession::tr("prepare %1").arg(name)),
          m_session(session),
          m_before(session.next()),
          m_after(next) {}

    void undo() override { m_session.setNext(m_before); }
    void redo() override { m_session.setNext(m_after); }

private:
    TrainingSession& m_session;
    NextRun m_before;
    NextRun m_after;
};

}  // namespace

TrainingSession::TrainingSession(JobRunner& helpers, QUndoStack& undo, QObject* parent)
    : QObject(parent),
      m_undo(undo),
      m_queue(m_list, helpers),
      m_files(m_list, m_queue),
      m_draft(helpers, [this](const NextRun& next) { return baseOf(next); }),
      m_storyDraft(helpers, [this](const NextRun& next) { return baseOf(next); }) {
    connect(&m_storyDraft, &NextRunDraft::changed, this, &TrainingSession::tellStory);
    connect(&m_draft, &NextRunDraft::changed, this, &TrainingSession::nextChanged);
    connect(&m_list, &RunList::changed, this, &TrainingSession::runsChanged);
    connect(&m_queue, &RunQueue::progressed, this, &TrainingSession::progressed);
    connect(&m_queue, &RunQueue::snapshotChanged, this, &TrainingSession::snapshotChanged);
    connect(&m_files, &RunFiles::saved, this, &TrainingSession::saved);
    connect(&m_files, &RunFiles::opened, this, &TrainingSession::select);
    connect(&m_files, &RunFiles::measured, this, &TrainingSession::measured);
    connect(&m_files, &RunFiles::failed, this, &TrainingSession::failed);
}

TrainingSession::~TrainingSession() = default;

const RunRecord* TrainingSession::baseOf(const NextRun& next) const {
    return next.start == StartFrom::Run ? m_list.find(next.base) : nullptr;
}

const RunRecord* TrainingSession::pausedRun() const {
    if (runningRun() != nullptr) {
        return nullptr;
    }
    const auto paused = [](const RunRecord& run) { return run.state == RunState::Paused; };
    const RunRecord* selected = selectedRun();
    if (selected != nullptr && paused(*selected)) {
        return selected;
    }
    const auto first = std::ranges::find_if(runs(), paused);
    return first == runs().end() ? nullptr : &*first;
}

const RunRecord* TrainingSession::stoppable() const {
    const RunRecord* selected = selectedRun();
    if (selected != nullptr) {
        return selected->open() ? selected : nullptr;
    }
    const RunRecord* running = runningRun();
    return running != nullptr ? running : pausedRun();
}

RunId TrainingSession::youngestTrained(const TaskSpec& task) const {
    const auto& all = runs();
    const auto found = std::find_if(all.rbegin(), all.rend(), [&](const RunRecord& run) {
        return run.method() == MethodKind::Full && run.state == RunState::Finished &&
               run.snapshot && sameTask(run.plan.task, task);
    });
    return found == all.rend() ? RunId::None : found->id;
}

bool TrainingSession::anythingUnsaved() const {
    return std::any_of(runs().begin(), runs().end(), [](const RunRecord& run) {
        return run.unsaved() || run.state == RunState::Running || run.state == RunState::Waiting;
    });
}

void TrainingSession::select(RunId run) {
    if (run != m_selected && (run == RunId::None || m_list.find(run) != nullptr)) {
        m_selected = run;
        emit selectionChanged();
    }
}

void TrainingSession::replaceNext(const NextRun& next, const QString& name) {
    m_undo.push(new ReplaceNext(*this, next, name));
}

void TrainingSession::queueRun() {
    if (draft().ready()) {
        addNext();
        m_queue.startWaiting();
    }
}

void TrainingSession::queueStory(std::vector<StoryRun> runs) {
    m_story = std::move(runs);
    m_storyBegin = RunId::None;
    tellStory();
}

/// Goes on where the data of a run had to be opened first.
void TrainingSession::tellStory() {
    if (m_telling || m_story.empty()) {
        return;
    }
    m_telling = true;
    while (!m_story.empty()) {
        m_storyDraft.set(m_story.front().plan);
        if (!m_storyDraft.ready()) {
            break;
        }
        const RunId id = add(m_storyDraft, m_story.front().name);
        m_storyBegin = m_storyBegin == RunId::None ? id : m_storyBegin;
        m_story.erase(m_story.begin());
    }
    if (m_storyDraft.error()) {
        m_story.clear();
        emit failed(*m_storyDraft.error());
    }
    m_telling = false;
    if (m_story.empty()) {
        select(m_storyBegin);
        m_queue.startWaiting();
    }
}

RunId TrainingSession::addNext() {
    return add(m_draft, runName(m_draft.run().method));
}

RunId TrainingSession::add(const NextRunDraft& draft, const QString& name) {
    std::vector<SnapshotPtr> base;
    RunRecord record;
    record.plan = draft.run();
    // Of the run alone: the form keeps what it does not show for longer runs.
    TrainingConfig& training = record.plan.training;
    training.warmup = std::min(training.warmup, training.steps / 10);
    if (const RunRecord* from = baseOf(draft.run())) {
        base = from->checkpoints;
        if (base.empty() || draft.run().method.method != MethodKind::Ptq) {
            base = {from->snapshot};
        } else {
            record.plan.training = from->plan.training;
        }
        record.plan.task.alphabet = from->plan.task.alphabet;
    }
    record.name = name;
    record.facts = draft.facts();
    auto worker = std::make_shared<TrainingWorker>(record.plan, std::move(base));
    const RunId id = m_list.add(std::move(record), std::move(worker));
    select(id);
    return id;
}

void TrainingSession::step() {
    if (!m_queue.idle()) {
        return;
    }
    const RunRecord* run = selectedRun();
    if (run != nullptr && run->state == RunState::Paused) {
        m_queue.step(run->id);
    } else if (draft().ready()) {
        m_queue.step(addNext());
    }
}

void TrainingSession::resume() {
    if (const RunRecord* paused = pausedRun()) {
        const RunId run = paused->id;
        select(run);
        m_queue.resume(run);
    }
}

void TrainingSession::stop() {
    if (const RunRecord* run = stoppable()) {
        m_queue.stop(run->id);
    }
}

void TrainingSession::removeSelected() {
    const RunRecord* run = selectedRun();
    if (run != nullptr && run->state != RunState::Running) {
        m_undo.push(new RemoveRun(*this, run->id));
    }
}

TakenRun TrainingSession::take(RunId run) {
    const int row = m_list.rowOf(run);
    const bool seen = run == m_selected;
    if (seen) {
        m_selected = RunId::None;
    }
    TakenRun taken = m_list.take(run);
    if (seen) {
        const int last = static_cast<int>(runs().size()) - 1;
        m_selected = m_list.idAt(std::min(row, last));
        emit selectionChanged();
    }
    m_draft.recheck();
    return taken;
}

void TrainingSession::putBack(TakenRun run) {
    const RunId id = run.record.id;
    emit broughtBack();
    m_list.putBack(std::move(run));
    select(id);
    m_draft.recheck();
    m_queue.startWaiting();
}

RunId TrainingSession::addKept(const KeptRun& run) {
    const auto known = std::find_if(runs().begin(), runs().end(), [&](const RunRecord& it) {
        return it.keptAs == run.result.settings || it.storeKey == keptKey(run.result.settings);
    });
    if (known != runs().end()) {
        return known->id;
    }
    RunRecord record = recordOf(run);
    auto worker =
        std::make_shared<TrainingWorker>(record.plan, std::vector<SnapshotPtr>{record.snapshot});
    return m_list.add(std::move(record), std::move(worker));
}

void TrainingSession::lookAtKept(const KeptRuns& kept) {
    const RunId base = kept.trained ? addKept(*kept.trained) : RunId::None;
    select(addKept(*kept.run));
    if (base != RunId::None && m_draft.run().method.method == MethodKind::Ptq) {
        NextRun next = m_draft.run();
        next.start = StartFrom::Run;
        next.base = base;
        setNext(next);
    }
}

RunId TrainingSession::bringBack(const KeptRuns& kept) {
    if (kept.trained) {
        addKept(*kept.trained);
    }
    return addKept(*kept.run);
}

QString runTitle(const RunRecord& run) {
    return TrainingSession::tr("%1: %2").arg(taskTitle(run.plan.task), run.name);
}

void TrainingSession::missKept(const QString& name) {
    m_draft.setNote(tr("the store has no weights of %1, only its settings").arg(name));
}

}  // namespace zeropoint::ui
