// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/device_fit.h"
#include "ui/state/memory_view.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace zeropoint {
class WeightFile;
}

namespace zeropoint::ui {

class AdviceStudy;
class JobRunner;
class RooflineStudy;
class Workbench;

/// One bar of the chart: a way to run or to train the model.
struct MemoryBar {
    MemoryRequest request;
    MemoryEstimate estimate;
};

struct MemoryDevice {
    Device device;
    std::vector<DeviceFit> fits;  ///< of the bars
};

/// What the estimator says to a question.
struct MemoryAnswer {
    MemoryQuestion question;
    Architecture architecture;
    std::vector<MemoryBar> bars;
    std::vector<MemoryDevice> devices;  ///< from the largest to the smallest
};

/// The first thing that is wrong with the question is the error.
Result<MemoryAnswer> answerTo(const MemoryQuestion& question, const Architecture* open);

/// The Memory page's question and its answer. What the estimator refuses is a problem, and the last
/// answer stands.
class MemoryStudy : public QObject {
    Q_OBJECT

public:
    explicit MemoryStudy(Workbench& bench);
    ~MemoryStudy() override;

    /// Made when it is asked for. Null before the first question that has one.
    const MemoryAnswer* answer();
    /// Why the answer is an earlier question's; nothing when it is not.
    const std::optional<Error>& problem();

    /// Which setting for the model of the question.
    AdviceStudy& advice() { return *m_advice; }
    /// What this machine reaches.
    RooflineStudy& roofline() { return *m_roofline; }

    /// Of the open file, by its metadata or the config.json beside it; null while there is none.
    const std::shared_ptr<const Architecture>& openArchitecture() const { return m_open; }
    /// Why the open file has none.
    const std::optional<Error>& openProblem() const { return m_openProblem; }

signals:
    /// answer() or problem() would say something else now.
    void changed();
    void openArchitectureChanged();

private:
    void update();
    void readFile();

    Workbench& m_bench;
    std::unique_ptr<JobRunner>
        m_jobs;  ///< its own, from the first file on: nobody waits for a config.json
    std::shared_ptr<const Architecture> m_open;
    std::optional<Error> m_openProblem;
    AdviceStudy* m_advice;
    RooflineStudy* m_roofline;
    std::optional<MemoryAnswer> m_answer;
    std::optional<Error> m_problem;
    bool m_stale = true;
};

}  // namespace zeropoint::ui
