// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/run_experiment.h"
#include "core/methods/analysis/budget_candidates.h"
#include "core/methods/analysis/sensitivity.h"
#include "ui/job/job_runner.h"
#include "ui/state/runs/run_archive.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

namespace zeropoint::ui {

/// Which layers of a trained model bear few bits: sensitivities, the assignment that a budget
/// allows, and the held-out accuracy of a recipe while a hand changes it. Lives on the GUI thread;
/// everything that takes time is a job of a runner of its own, where the latest wins.
class LayerStudy : public QObject {
    Q_OBJECT

public:
    LayerStudy(std::shared_ptr<RunArchive> archive, JobRunner& helpers, QObject* parent = nullptr);
    ~LayerStudy() override;

    JobRunner& jobs() { return m_jobs; }

    /// The full-precision run whose model is studied. The same one again changes nothing.
    void setBase(const StoredRun& run);
    /// The model that an experiment starts from, as it stands: `start` tells which, on a worker.
    void setBase(const QString& name, std::function<Result<ExperimentSpec>()> start);
    void clear();
    bool hasBase() const { return m_baseId.has_value(); }
    /// It is no run of the experiment that is looked at.
    bool ofStart() const { return m_baseId == startId; }
    const QString& baseName() const { return m_baseName; }
    /// The layers whose bits can be chosen, in the order of the pass.
    const QStringList& sites() const { return m_sites; }

    /// What one bit more for every weight of a layer takes; 0 for one that there is not.
    quint64 bytesOfOneBit(const QString& site) const;

    /// Of the whole model with the fewest bits that a budget may choose, and in full precision; 0
    /// until it is open.
    quint64 leastBytes() const { return m_leastBytes; }
    quint64 fullBytes() const { return m_fullBytes; }

    /// Null until measured for these bits.
    const std::optional<Sensitivity>& sensitivity() const { return m_sensitivity; }
    int bits() const { return m_bits; }
    const std::optional<LiveScore>& live() const { return m_live; }
    /// What the weights lost under the recipe that live() scores, of the layers that were asked
    /// about.
    const std::optional<ErrorReport>& liveError() const { return m_liveError; }
    double liveMilliseconds() const { return m_liveMilliseconds; }  ///< that the score took
    std::uint64_t liveBytes() const { return m_liveBytes; }         ///< of the model that it scores
    /// What was asked last; live() may still score the one before it.
    const QuantRecipe& recipe() const { return m_recipe; }

    // Commands.
    /// Takes up what was stopped while nobody looked.
    void retry();
    /// Each layer alone at this many bits, and each alone kept.
    void measure(int bits);
    /// How the model does under the recipe, and what the layers that match `pattern` lose. An
    /// answer on its way is finished first, so that the figures keep up with a hand that never
    /// rests; of the requests that wait, the latest wins. What was asked last is not asked again
    /// unless it failed.
    void ask(const QuantRecipe& recipe, const std::string& pattern = "*");
    /// What live() scores, measured on the test part and kept: solved() has it.
    void keepLive();
    /// The best assignment of bits that keeps the model within a size, as a finished run.
    void solve(std::uint64_t modelBytes);

signals:
    void baseChanged();
    void sensitivityChanged();
    void liveChanged();
    void solved(const zeropoint::RunResult& result);
    /// Follows it where solve() asked for the run.
    void budgetSolved(quint64 modelBytes, const zeropoint::RunResult& result);
    void failed(const zeropoint::Error& error);

private:
    struct Model;
    static constexpr std::int64_t startId = 0;  ///< of no run

    void study(std::int64_t id, const QString& name, std::shared_ptr<Model> model);
    void openSites();
    struct Opened;
    struct LiveAnswer {
        LiveScore score;
        ErrorReport error;
        double milliseconds = 0;
        std::uint64_t bytes = 0;
    };

    enum class Length { Short, Long };

    template <typename Work, typename Done>
    void start(Length length, const QString& title, const QString& key, Work work, Done done);
    void askNext();
    void forgetLive();

    std::shared_ptr<RunArchive> m_archive;
    JobRunner m_jobs;
    std::optional<std::int64_t> m_baseId;
    QString m_baseName;
    QStringList m_sites;
    std::vector<std::size_t> m_siteWeights;  ///< how many each of them has
    std::shared_ptr<Model> m_model;          ///< used by jobs alone, one at a time
    quint64 m_leastBytes = 0;
    quint64 m_fullBytes = 0;
    bool m_sitesKnown = false;
    int m_bits = 0;
    std::optional<Sensitivity> m_sensitivity;
    QuantRecipe m_recipe;      ///< what was asked last
    QuantRecipe m_liveRecipe;  ///< what m_live scores
    std::string m_pattern;
    bool m_asked = false;    ///< m_recipe with m_pattern, and it did not fail
    bool m_asking = false;   ///< an answer is on its way
    bool m_waiting = false;  ///< m_recipe is newer than the one that is being answered
    std::optional<LiveScore> m_live;
    std::optional<ErrorReport> m_liveError;
    double m_liveMilliseconds = 0;
    std::uint64_t m_liveBytes = 0;
};

}  // namespace zeropoint::ui
