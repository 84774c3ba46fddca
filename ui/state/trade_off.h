// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/trade_off.h"
#include "ui/state/highlight.h"
#include "ui/state/runs/experiment_runner.h"
#include "ui/state/runs/kept_run.h"
#include "ui/state/runs/run_comparer.h"
#include "ui/state/runs/run_store.h"
#include "ui/state/runs/shipped_runs.h"
#include "ui/state/views.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <map>
#include <optional>
#include <vector>

class QUndoStack;

namespace zeropoint::ui {

class ExperimentClock;
class LayerStudy;

/// Which bytes count as a run's size.
enum class SizeOf { AllWeights, LinearLayers };

/// What the Trade-off page is about, as one observable model: finished runs (store) of one
/// experiment and what they trade accuracy for, the experiment that runs (runner), two runs beside
/// each other (comparer), and what the layers bear (study). Everything here lives on the GUI
/// thread.
class TradeOff : public QObject {
    Q_OBJECT

public:
    /// `helpers` runs what is short. Removing runs goes onto `undo`. Which runs are looked at
    /// stands in `choice`, whoever writes it.
    TradeOff(JobRunner& helpers, QUndoStack& undo, ViewState<RunChoice>& choice,
             QObject* parent = nullptr);
    ~TradeOff() override;

    JobRunner& jobs() { return m_runner.jobs(); }
    /// Of the experiment's full-precision run; where nothing has run yet, of the sample that the
    /// shipped experiments start from.
    LayerStudy& study() { return *m_study; }
    /// How long experiments will take.
    ExperimentClock& clock() { return *m_clock; }
    const ExperimentClock& clock() const { return *m_clock; }
    const RunComparer* comparer() const { return &m_comparer; }
    Highlight& highlight() { return m_highlight; }
    const Highlight& highlight() const { return m_highlight; }
    void openFolder(const QString& folder) { m_store.openFolder(folder); }
    const QString& folder() const { return m_store.folder(); }

    /// Those with runs of one's own, then the shipped ones.
    QStringList experiments() const;
    /// What is looked at came with the program: there are no weights, and nothing to remove.
    bool shipped() const { return m_shipped.holds(experiment()); }
    const QString& experiment() const { return m_choice->experiment; }
    SizeOf sizeOf() const {
        return m_choice->linearLayersAlone ? SizeOf::LinearLayers : SizeOf::AllWeights;
    }
    /// Runs of the experiment that is looked at, and their summaries over the seeds.
    const std::vector<StoredRun>& runs() const { return m_shown; }
    const std::vector<RunSummary>& summaries() const { return m_summaries; }
    const RunSummary* summary(const QString& name) const;
    /// What a run of that name does; null for one whose settings were not kept.
    const RunSpec* spec(const std::string& name) const;
    /// Runs that the last experiment did not finish: they have a name, a method and no figures.
    const std::vector<RunSummary>& unfinished() const { return m_unfinished; }
    /// The spec of one run and its lowest seed, which makes it again to the bit. Empty: unknown.
    std::string settingsOf(const QString& name) const;
    /// The seed of which everything about a single run is: the lowest.
    std::optional<std::uint64_t> seedOf(const QString& name) const;
    const QString& selected() const { return m_choice->run; }
    const QString& compared() const { return m_choice->compared; }
    const std::optional<RunComparison>& comparison() const { return m_comparer.comparison(); }
    bool comparisonStopped() const { return m_comparer.stopped(); }
    const QString& layer() const { return m_comparer.layer(); }
    const std::optional<LayerHistograms>& layerWeights() const { return m_comparer.layerWeights(); }
    bool running() const { return m_runner.running(); }

    // Commands.
    void setExperiment(const QString& name);
    void setSizeOf(SizeOf what);
    void select(const QString& name);
    /// Whether the run was trained here: shipped ones are figures, without their models.
    bool hasModel(const QString& name) const { return idOf(name).has_value(); }
    /// Compares the selected run with another, each of seedOf(); empty: with none.
    void compareWith(const QString& name);
    /// The runs appear as they finish, and the experiment is looked at.
    void run(const ExperimentSpec& spec,
             ExperimentRunner::Kept which = ExperimentRunner::Kept::Alike);
    void cancel() { m_runner.cancel(); }
    /// All seeds of the selected run, which can be undone.
    void removeSelected();
    /// Opens a run with its weights, and the one that it quantized: fetched() or missed() follows.
    void fetch(const QString& name);
    /// The same for the runs of a session, by their keys, once the store was read: found() or
    /// gone() follows for each. Those that were asked for before are forgotten.
    void find(const QStringList& keys);
    /// One run from elsewhere.
    void add(const QString& experiment, const RunResult& result);
    /// Writes a PTQ run as packed codes; saved() or failed() follows.
    void saveQuantized(const QString& name, const QString& file);
    /// Quantization-aware training of what a PTQ run quantizes how it quantizes it: one more run of
    /// the experiment, of the first seed.
    void trainMix(const QString& name);
    /// The name of the run that it adds: the store's, the same in every language.
    static QString trainedMixOf(const QString& name) { return QStringLiteral("QAT of ") + name; }
    /// Why a run cannot be saved as codes; empty: it can.
    QString quantizedProblem(const QString& name) const;
    void exportCsv(const QString& file);
    /// Takes up what was stopped while nobody looked, and what nobody had looked at.
    void retry();

signals:
    void runsChanged();  ///< another experiment, another size, or a run came or went
    void selectionChanged();
    void broughtBack();  ///< undo put runs back: it shall be seen
    void comparisonChanged();
    void layerChanged();  ///< layer() or layerWeights()
    void runningChanged();
    void fetched(const zeropoint::ui::KeptRuns& kept);
    void found(const QString& key, const zeropoint::ui::KeptRuns& kept);
    void gone(const QString& key);     ///< the store does not have it, or not its weights
    void missed(const QString& name);  ///< it was kept without its weights
    void saved(const QString& file);
    void noticed(const QString& text);
    void failed(const zeropoint::Error& error);

private:
    void connectParts();
    void follow();
    void compare();
    void open(const StoredRun& run, const QString& job, std::function<void(const KeptRuns&)> done);
    void findAwaited();
    void takeRuns();
    void refreshShown();
    void refreshStudy();
    std::optional<TaskKind> studiedSample() const;
    void readSpecs();
    void takeUnfinished();
    std::optional<std::int64_t> idOf(const QString& name) const;
    const StoredRun* stored(const QString& name) const;
    const StoredRun* trainedFor(const StoredRun& quantized) const;

    JobRunner& m_helpers;
    QUndoStack& m_undo;
    ViewState<RunChoice>& m_choice;
    RunChoice m_followed;  ///< as what is shown here follows from it
    Highlight m_highlight;
    RunStore m_store;
    ShippedRuns m_shipped;
    ExperimentRunner m_runner;
    RunComparer m_comparer;
    LayerStudy* m_study;
    std::vector<StoredRun> m_shown;
    std::vector<RunSummary> m_summaries;
    std::vector<RunSummary> m_unfinished;
    std::map<std::string, RunSpec> m_specs;  ///< by name
    QStringList m_awaited;                   ///< keys of the runs that find() is for
    ExperimentClock* m_clock;
    bool m_looked = false;  ///< somebody has: a sample is worth opening
};

}  // namespace zeropoint::ui
