// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/runs/kept_run.h"
#include "ui/state/runs/next_run_draft.h"
#include "ui/state/runs/run_files.h"
#include "ui/state/runs/run_list.h"
#include "ui/state/runs/run_queue.h"
#include "ui/state/runs/run_stories.h"

#include <QObject>

class QUndoStack;

namespace zeropoint::ui {

/// What the Train page is about, as one observable model: what the next run shall be (draft), the
/// runs (list), which of them trains (queue), their files, and which of them the pages look at.
/// Everything here lives on the GUI thread.
class TrainingSession : public QObject {
    Q_OBJECT

public:
    /// `helpers` runs what is short: opening data. Removing runs goes onto `undo`.
    TrainingSession(JobRunner& helpers, QUndoStack& undo, QObject* parent = nullptr);
    ~TrainingSession() override;

    /// The runner of the training thread: the status bar shows its job.
    JobRunner& jobs() { return m_queue.jobs(); }

    const NextRunDraft& draft() const { return m_draft; }
    const NextRun& next() const { return m_draft.run(); }
    /// The run that this one starts from; null when it starts elsewhere or that is gone.
    const RunRecord* baseOf(const NextRun& run) const;
    /// That of the next one.
    const RunRecord* baseRun() const { return baseOf(m_draft.run()); }

    const RunList& list() const { return m_list; }
    const std::vector<RunRecord>& runs() const { return m_list.runs(); }
    const RunRecord* find(RunId run) const { return m_list.find(run); }
    /// None while there is no run, and while the next run is looked at.
    RunId selected() const { return m_selected; }
    const RunRecord* selectedRun() const { return m_list.find(m_selected); }
    /// The run that trains now; None, null when none does.
    RunId running() const { return m_queue.running(); }
    const RunRecord* runningRun() const { return m_list.find(m_queue.running()); }
    /// What goes on by resume(): the selected run if it is paused, else the first that is; null
    /// while one trains.
    const RunRecord* pausedRun() const;
    /// The run that stop() ends: the selected one if it is not over; with none selected the one
    /// that trains or is paused. Null: there is nothing to stop.
    const RunRecord* stoppable() const;
    /// The youngest run whose weights fit a task: what quantizing begins with. None: there is none.
    RunId youngestTrained(const TaskSpec& task) const;
    /// What would be lost if the program ended now.
    bool anythingUnsaved() const;

    // Commands.
    /// Another task: its own default sizes and settings.
    void setTask(const TaskSpec& task) { m_draft.setTask(task); }
    void setNext(const NextRun& next) { m_draft.set(next); }
    /// A field of the next run shows what is no value: it does not start.
    void setUnread(const QString& reason) { m_draft.setUnread(reason); }
    /// Another run takes the place of the one that was prepared, which undo brings back.
    void replaceNext(const NextRun& next, const QString& name);
    /// Takes up what was stopped while nobody looked.
    void retry() { m_draft.retry(); }
    /// Looks at a run; None: at the next one.
    void select(RunId run);
    /// Puts the next run behind the others and looks at it. Does nothing while it has an error.
    void queueRun();
    /// Puts all of them behind the others, whatever the next run is, and looks at the first.
    void queueStory(std::vector<StoryRun> runs);
    void pause() { m_queue.pause(); }
    /// The run that goes on is looked at.
    void resume();
    /// One step of the selected run if it is paused, else of a new run, which then is paused.
    void step();
    void stop();
    /// Takes the selected run out of the list, which can be undone; it must not be training.
    void removeSelected();
    void saveCheckpoint(const QString& file) { m_files.save(m_selected, file); }
    /// An experiment can make the run again, so that the trade-off may keep it.
    bool repeatable(const RunRecord& run) const {
        return m_files.repeatedTraining(run).has_value();
    }
    /// Measures the selected run, which must be repeatable(); measured() follows.
    void measureSelected(const QString& folder) { m_files.measure(m_selected, folder); }
    /// Packed codes of a run that savesQuantized(); saved() follows.
    void saveQuantized(const QString& file) { m_files.saveQuantized(m_selected, file); }
    void openCheckpoint(const QString& file) { m_files.open(file); }
    /// Looks at a run of the store. A next run that is to quantize starts from what it quantized.
    void lookAtKept(const KeptRuns& kept);
    /// Lists a run of the store that a session names, and what it quantized; which run is looked at
    /// and the next one stay.
    RunId bringBack(const KeptRuns& kept);
    /// The store has no weights of the run whose settings the next run has.
    void missKept(const QString& name);

signals:
    void nextChanged();
    void runsChanged();                              ///< a run came or went, or a state changed
    void progressed(zeropoint::ui::RunId run);       ///< its curves have new points
    void snapshotChanged(zeropoint::ui::RunId run);  ///< its model was looked at anew
    void selectionChanged();
    void broughtBack();  ///< undo put a run back: it shall be seen
    void saved(const QString& file);
    void measured(const QString& experiment, const zeropoint::RunResult& result);
    void failed(const zeropoint::Error& error);

private:
    friend class RemoveRun;

    RunId addNext();
    RunId add(const NextRunDraft& draft, const QString& name);
    void tellStory();
    RunId addKept(const KeptRun& run);
    TakenRun take(RunId run);
    void putBack(TakenRun run);

    QUndoStack& m_undo;
    RunList m_list;
    RunQueue m_queue;
    RunFiles m_files;
    NextRunDraft m_draft;
    NextRunDraft m_storyDraft;      ///< prepares the runs of a story, one after the other
    std::vector<StoryRun> m_story;  ///< what is still to be queued
    RunId m_storyBegin = RunId::None;
    bool m_telling = false;
    RunId m_selected = RunId::None;
};

/// The run with what it learned: "Sort, descending: QAT INT4".
QString runTitle(const RunRecord& run);

}  // namespace zeropoint::ui
