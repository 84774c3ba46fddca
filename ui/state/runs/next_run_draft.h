// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"
#include "ui/job/job_runner.h"
#include "ui/state/runs/run_record.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace zeropoint::ui {

/// What the next run of the Train page shall be, and whether it could start: the form's settings,
/// the model that they make, its size, and what is wrong with them. Opens the data by itself.
class NextRunDraft : public QObject {
    Q_OBJECT

public:
    /// A curve of this many points shows its shape; more evaluations cost training time.
    static constexpr std::size_t evaluations = 24;
    /// The run that a draft starts from; null when it starts elsewhere, or when that run is gone.
    using Base = std::function<const RunRecord*(const NextRun&)>;

    NextRunDraft(JobRunner& helpers, Base base, QObject* parent = nullptr);

    const NextRun& run() const { return m_run; }
    /// The model that it would have; the last one that worked while a setting does not.
    const TransformerConfig& model() const { return m_model; }
    /// What the method makes of it: its weights, those that would be trained, its size on a disk.
    const RunFacts& facts() const { return m_facts; }
    /// The task that the weights to start from have learned, when it is another than the run's:
    /// the run then begins with knowing nothing. Nothing: the same task, or random weights.
    std::optional<TaskSpec> otherTask() const;
    /// Why it could not start; `where` names the settings.
    const std::optional<Error>& error() const { return m_error; }
    /// The data are open and every setting works.
    bool ready() const { return m_data && !m_error && m_unread.isEmpty(); }
    /// What the settings came without, in a sentence; empty: nothing.
    const QString& note() const { return m_note; }

    /// Another task: its own default sizes and settings.
    void setTask(const TaskSpec& task);
    void set(const NextRun& next);
    void setNote(const QString& note);
    /// What a field of the form shows is no value, for this reason: the run waits. Empty: all are.
    void setUnread(const QString& reason);
    /// The runs that it may start from have changed.
    void recheck();
    /// Opens data whose opening was stopped; otherwise nothing.
    void retry();

signals:
    void changed();

private:
    void openData();
    void check();
    void measure();
    std::optional<Error> methodError() const;

    JobRunner& m_helpers;
    Base m_base;
    NextRun m_run;
    TransformerConfig m_model;
    RunFacts m_facts;
    std::optional<Error> m_error;
    QString m_note;
    QString m_unread;
    bool m_dataStopped = false;
    std::shared_ptr<const Dataset> m_data;  ///< null until it is open
};

/// The same data, so that the weights that learned the one know the other.
bool sameTask(const TaskSpec& a, const TaskSpec& b);

}  // namespace zeropoint::ui
