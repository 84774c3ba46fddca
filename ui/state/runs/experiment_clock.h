// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment_pace.h"
#include "ui/job/job_runner.h"

#include <QObject>
#include <QString>

#include <functional>
#include <map>
#include <optional>

namespace zeropoint::ui {

/// How long experiments, and the stories of the Train page, will take on this machine, before they
/// run: a few steps of each are timed as a job when somebody looks at what can be run, and not
/// again.
class ExperimentClock : public QObject {
    Q_OBJECT

public:
    struct Timed {
        double all = 0;
        double first = 0;  ///< with the first seed alone
    };
    /// Reads an experiment; called on the job's thread.
    using Read = std::function<Result<ExperimentSpec>()>;
    /// Times what is not one as it will run; called on the job's thread.
    using Time = std::function<Result<Timed>(const Execution& execution)>;

    /// `jobs` is the runner that experiments use: nothing is timed while one of them runs.
    explicit ExperimentClock(JobRunner& jobs, QObject* parent = nullptr)
        : QObject(parent), m_jobs(jobs) {}

    /// Times it, unless it is timed or about to be; changed() follows.
    void ask(const QString& id, Read read);
    void time(const QString& id, Time time);
    bool asked(const QString& id) const { return m_asked.contains(id); }
    /// Seconds with all seeds, or the first alone; nothing: not timed.
    std::optional<double> seconds(const QString& id, bool firstSeed) const;
    /// Forgets what is only asked for: an experiment begins.
    void stop();

signals:
    void changed();

private:
    JobRunner& m_jobs;
    std::map<QString, std::optional<Timed>> m_asked;  ///< nothing: on its way
};

}  // namespace zeropoint::ui
