// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/layer_histograms.h"
#include "core/experiment/run_comparison.h"
#include "core/experiment/run_experiment.h"
#include "core/experiment/trade_off.h"
#include "ui/job/job_runner.h"
#include "ui/state/highlight.h"
#include "ui/state/kept_run.h"
#include "ui/state/run_archive.h"

#include <QObject>
#include <QStringList>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace zeropoint::ui {

class LayerStudy;

/// Which bytes count as a run's size.
enum class SizeOf { AllWeights, LinearLayers };

/// Finished runs and what they trade accuracy for, as one observable model. Experiments run as
/// jobs of a runner of their own and their runs appear as they finish; the archive outlives the
/// program. Everything here lives on the GUI thread.
class TradeOff : public QObject {
    Q_OBJECT

public:
    /// `helpers` runs what is short.
    explicit TradeOff(JobRunner& helpers, QObject* parent = nullptr);
    ~TradeOff() override;

    JobRunner& jobs() { return m_jobs; }
    /// Of the experiment's full-precision run.
    LayerStudy& study() { return *m_study; }
    Highlight& highlight() { return m_highlight; }
    const Highlight& highlight() const { return m_highlight; }
    /// Where the store and the unpacked samples are. Before it is called, runs are kept in memory
    /// alone.
    void openFolder(const QString& folder);
    const QString& folder() const { return m_folder; }

    QStringList experiments() const;
    const QString& experiment() const { return m_experiment; }
    SizeOf sizeOf() const { return m_sizeOf; }
    /// Runs of the experiment that is looked at, and their summaries over the seeds.
    const std::vector<StoredRun>& runs() const { return m_shown; }
    const std::vector<RunSummary>& summaries() const { return m_summaries; }
    const RunSummary* summary(const QString& name) const;
    /// What a run of that name does; null for one whose settings were not kept.
    const RunSpec* spec(const std::string& name) const;
    /// Runs that the last experiment did not finish: they have a name, a method and no figures.
    const std::vector<RunSummary>& unfinished() const { return m_unfinished; }
    /// The spec of one run and its first seed, which makes it again to the bit. Empty: unknown.
    std::string settingsOf(const QString& name) const;
    const QString& selected() const { return m_selected; }
    const QString& compared() const { return m_compared; }  ///< empty: none
    const std::optional<RunComparison>& comparison() const { return m_comparison; }
    bool comparisonStopped() const { return m_comparisonStopped; }
    /// The layer whose weights are compared, and how they lie in both runs: the one that the
    /// highlight says was chosen, else the one that differs most.
    const QString& layer() const { return m_layer; }
    const std::optional<LayerHistograms>& layerWeights() const { return m_layerWeights; }
    bool running() const { return m_running; }

    // Commands.
    void setExperiment(const QString& name);
    void setSizeOf(SizeOf what);
    void select(const QString& name);
    /// Compares the selected run with another of the same seed; empty: with none.
    void compareWith(const QString& name);
    /// The runs appear as they finish, and the experiment is looked at.
    void run(const ExperimentSpec& spec);
    void cancel();
    void removeSelected();
    /// Opens a run with its weights, and the one that it quantized: fetched() or missed() follows.
    void fetch(const QString& name);
    /// One run from elsewhere.
    void add(const QString& experiment, const RunResult& result);
    void exportCsv(const QString& file);
    /// Takes up what was stopped while nobody looked.
    void retry();

signals:
    void runsChanged();  ///< another experiment, another size, or a run came or went
    void selectionChanged();
    void comparisonChanged();
    void layerChanged();  ///< layer() or layerWeights()
    void runningChanged();
    void fetched(const zeropoint::ui::KeptRuns& kept);
    void missed(const QString& name);  ///< it was kept without its weights
    void noticed(const QString& text);
    void failed(const zeropoint::Error& error);

private:
    void tell(const Error& error);
    void takeComparison(const Result<RunComparison>& comparison);
    bool isCompared(const QString& layer) const;
    void lookAtLayer(const QString& name);
    void reload();
    void takeRuns(const Result<std::vector<StoredRun>>& runs);
    void refreshShown();
    void readSpecs();
    void ended(const ExperimentSpec& spec, const Result<ExperimentOutcome>& outcome);
    std::optional<std::int64_t> idOf(const QString& name) const;
    const StoredRun* stored(const QString& name) const;
    const StoredRun* trainedFor(const RunResult& quantized) const;

    JobRunner& m_helpers;
    JobRunner m_jobs;
    std::shared_ptr<RunArchive> m_archive;
    LayerStudy* m_study;
    Highlight m_highlight;
    QString m_folder;
    std::vector<StoredRun> m_all;
    std::vector<StoredRun> m_shown;
    std::vector<RunSummary> m_summaries;
    std::vector<RunSummary> m_unfinished;
    std::map<std::string, RunSpec> m_specs;  ///< by name
    QString m_experiment;
    SizeOf m_sizeOf = SizeOf::AllWeights;
    QString m_selected;
    QString m_compared;
    std::optional<RunComparison> m_comparison;
    QString m_layer;
    std::optional<LayerHistograms> m_layerWeights;
    bool m_running = false;
    bool m_runsStopped = false;        ///< the list is older than the store
    bool m_comparisonStopped = false;  ///< and will not come by itself
};

}  // namespace zeropoint::ui
