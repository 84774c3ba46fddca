// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calibration/calibrate.h"
#include "core/calibration/error_curve.h"
#include "core/metrics/error_report.h"
#include "core/scheme/quant_scheme.h"
#include "ui/state/compare_state.h"
#include "ui/state/number_state.h"
#include "ui/state/source.h"
#include "ui/state/unit_view.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

class QTimer;
class QUndoStack;

namespace zeropoint::ui {

class CourseState;
class GestureWatch;
class Interview;
class JobRunner;
class MemoryStudy;
class ModelOverview;
class OwnDecks;
class Progress;
class SettingsCatalogue;
class SourceCache;
class TradeOff;
class TrainingSession;
struct KeptRuns;
struct MemoryQuestion;
struct NextRun;
struct StateParts;
struct StepName;
struct Views;
struct WorkbenchValues;

/// The exact figures of the whole tensor, made on a worker once the hand rests.
struct ExactResult {
    Calibration calibration;
    ErrorReport report;
    OutsideCounts outside;  ///< of the tensor's clip range, where it has one
    UnitList units;         ///< of channels and groups; empty for one scale and for block formats
    FineHistogram dequantized;  ///< of block formats, whose levels the histogram does not tell
};

/// What the fine histogram of what is shown (Workbench::shown) tells at once, whatever its size:
/// the range asked for, the scale and zero point it gives, which values are clipped, and the error
/// that they make. Once the exact figures are there, they take the place of the estimates.
struct LiveResult {
    RealRange range;
    RealRange clip;  ///< values outside of it are clipped: what the stored scale reaches
    QuantParams params;
    RangeError error;
    bool estimated = true;
    std::optional<OutsideCounts> outside;  ///< of the clip range, once they are counted
    bool collapsed = false;  ///< the range method left one point; the full range stands in
};

/// The workbench's state as one observable model with undo. Pages read it, send commands to it
/// and never talk to each other. Everything here lives on the GUI thread; commands whose cost
/// grows with the tensor run as jobs. Undo takes back what was changed, setting by setting, and
/// not what was looked at: choosing a tensor, a run or a tab is no step. It keeps no tensor alive;
/// SourceCache bounds what comes back without being loaded again.
class Workbench : public QObject {
    Q_OBJECT

public:
    explicit Workbench(JobRunner& jobs, QObject* parent = nullptr);
    ~Workbench() override;

    JobRunner& jobs() const { return m_jobs; }
    QUndoStack& undoStack() { return *m_undo; }
    const QUndoStack& undoStack() const { return *m_undo; }
    TrainingSession& training() { return *m_training; }
    const TrainingSession& training() const { return *m_training; }
    TradeOff& tradeOff() { return *m_tradeOff; }
    const TradeOff& tradeOff() const { return *m_tradeOff; }
    /// What the learner has done: lessons and interview cards.
    Progress& progress() { return *m_progress; }
    const Progress& progress() const { return *m_progress; }
    Interview& interview() { return *m_interview; }
    const Interview& interview() const { return *m_interview; }
    OwnDecks& ownDecks() { return *m_ownDecks; }
    /// What a page could not do: the window says it. What the person stopped needs no message.
    void report(const Error& error);
    /// What became of something that a page was asked for: the window says it.
    void tell(const QString& text) { emit noticed(text); }

    /// Null until the first tensor is loaded.
    const SourcePtr& source() const { return m_source; }
    /// The open file, whose tensors can be picked; null while only synthetic sources were used.
    const std::shared_ptr<const WeightFile>& file() const { return m_file; }
    /// What is known of the open file beside its list.
    ModelOverview& overview() { return *m_overview; }
    /// What the Memory page is about.
    MemoryStudy& memory() { return *m_memory; }
    const QuantScheme& scheme() const { return m_scheme; }
    /// The scheme with one scale for what is shown, as everything live sees it.
    QuantScheme wholeScheme() const { return perTensor(m_scheme); }
    /// What the histogram, the example and the curve are of: where channels or groups have scales
    /// of their own, one of these, once its figures are there; else the tensor.
    const SourcePtr& shown() const { return m_unit ? m_unit->source : m_source; }
    /// The channel or group that is shown; nothing: the tensor.
    const std::optional<UnitView>& unit() const { return m_unit; }
    /// Shows another one; -1: the worst.
    void showUnit(int index);
    double sample() const { return m_sample; }
    const NumberState& number() const { return m_number; }
    /// The settings that stand side by side on the Compare page.
    const CompareState& compare() const { return m_compare; }
    /// Where the tensor comes from that is shown or on its way; nothing before the first one.
    const std::optional<Origin>& origin() const { return m_origin; }
    Views& views() { return *m_views; }
    /// Lessons, terms and cards, and where the learner stands in them.
    CourseState& course() { return *m_course; }
    const Views& views() const { return *m_views; }
    /// Everything above by name.
    SettingsCatalogue& settings() { return *m_settings; }
    const SettingsCatalogue& settings() const { return *m_settings; }
    WorkbenchValues values() const;

    /// Follows the hand; the exact result comes when it rests.
    const LiveResult& live() const { return m_live; }
    const std::optional<ExactResult>& exact() const { return m_exact; }
    /// The exact result will not come by itself: its job was stopped or failed.
    bool exactStopped() const { return m_exactStopped; }

    // Commands. `gesture` merges consecutive undo steps on one setting with the same number; 0 is
    // the gesture that the hand makes now.
    /// Makes what differs from values() the state, as one step called `name`.
    void apply(const WorkbenchValues& next, const StepName& name, int gesture = 0);
    void openFile(const QString& path, const OpenOptions& options = {});
    void selectTensor(std::size_t index);
    void setSynthetic(const SyntheticSpec& spec, int gesture = 0);
    /// A distribution with the scheme and the sample (NaN: a typical value) that it is looked at
    /// with, as one step.
    void draw(const SyntheticSpec& spec, const QuantScheme& scheme, double sample,
              const StepName& name, int gesture = 0);
    /// A weight of a run's model becomes the tensor that all pages show.
    void adoptWeight(const RunOrigin& weight);
    /// Makes all of it the state as one step: what a lesson, a card or a term shows. Without an
    /// origin the tensor stays.
    void present(const WorkbenchValues& next, const std::optional<Origin>& origin,
                 const StepName& name);
    /// Makes all of it the state without a step: what a session opens. Undo begins anew.
    void reset(const WorkbenchValues& values, const std::optional<Origin>& origin,
               std::shared_ptr<const WeightFile> file);
    void setScheme(const QuantScheme& scheme, int gesture = 0);
    void setRange(double lo, double hi, int gesture = 0);
    void setSample(double x, int gesture = 0);
    void setNumber(const NumberState& number, int gesture = 0);
    void setCompare(const CompareState& compare, int gesture = 0);
    /// Measures what was stopped; otherwise nothing.
    void measureAgain();
    /// A number for a new gesture, never 0.
    int newGesture();

signals:
    void sourceChanged();
    void fileChanged();
    void schemeChanged();  ///< scheme and live result are new
    void exactChanged();   ///< the exact result arrived (live() has its figures), or is gone
    void sampleChanged();
    void numberChanged();
    void compareChanged();
    /// Undo or redo acts on a page: it shall be seen.
    void pageConcerned(const QString& page);
    void failed(const zeropoint::Error& error);
    /// Something happened that is no failure and that nobody would see.
    void noticed(const QString& text);
    /// Follows `failed` where the file would open with OpenOptions::mostInflatedBytes of `needed`.
    void overLimit(const QString& path, quint64 needed);

private:
    /// The tensor with all that a new one changes.
    struct Loaded {
        SourcePtr source;
        std::shared_ptr<const WeightFile> file;
        QuantScheme scheme;
        double sample = 0;
    };

    /// Remembers a step that has been made.
    void push(const StepName& name, StateParts before, StateParts after, int gesture);
    /// Puts the parts of a step back or in place.
    void take(const StateParts& parts, const StepName& name);
    /// A scheme that does not work leaves the old one, and false.
    bool takeScheme(const QuantScheme& scheme);
    bool takeSource(const Loaded& loaded);
    void takeNumber(const NumberState& number);
    void takeCompare(const CompareState& compare);
    void takeSample(double x);
    void takeNext(const NextRun& next);
    void takeRuns(const WorkbenchValues& next);
    /// Asks the store for what a session names and this program has not.
    void findWanted();
    void takeFound(const QString& key, const KeptRuns& kept);
    void missRun(const QString& key);
    /// Whether the weight is not here: then it comes as soon as the store has its run.
    bool awaits(const RunOrigin& weight);
    void takeViews(const WorkbenchValues& next);
    void changeMemory(const MemoryQuestion& question, const StepName& name, int gesture);
    void noteNext();
    /// Loads it, or takes it from the cache; `done` then has it and must take it up.
    void load(const Origin& origin, std::function<void(const SourcePtr&)> done);
    void adopt(const SourcePtr& source, std::shared_ptr<const WeightFile> file, int gesture);
    void changeScheme(const QuantScheme& scheme, const StepName& name, int gesture);
    int gestureOr(int gesture) const;
    static QuantScheme perTensor(QuantScheme scheme);
    static Result<LiveResult> evaluate(const Source& source, const QuantScheme& scheme);
    void startExact();
    /// Fetches the channel or group that is to be shown, when it is another one.
    void startUnit();
    void takeUnit(const UnitView& unit);
    /// Takes up the exact range and figures where the histogram's stood in for them: figures beside
    /// each other must be the same.
    void settle();

    JobRunner& m_jobs;
    QUndoStack* m_undo;  ///< first: its steps end before what they act on
    TrainingSession* m_training;
    std::unique_ptr<Views> m_views;
    TradeOff* m_tradeOff;
    ModelOverview* m_overview;
    Progress* m_progress;
    MemoryStudy* m_memory = nullptr;
    GestureWatch* m_gestures;
    Interview* m_interview;
    OwnDecks* m_ownDecks;
    std::unique_ptr<SourceCache> m_cache;
    SettingsCatalogue* m_settings;
    CourseState* m_course;
    std::optional<Origin> m_origin;
    SourcePtr m_source;
    std::shared_ptr<const WeightFile> m_file;
    QuantScheme m_scheme;
    double m_sample = 0;
    NumberState m_number;
    CompareState m_compare;
    LiveResult m_live;
    std::optional<UnitView> m_unit;
    std::optional<ExactResult> m_exact;
    bool m_exactStopped = false;
    std::unique_ptr<NextRun> m_next;          ///< as the last step left it
    bool m_restoring = false;                 ///< what comes is no new step
    QString m_wantedRun;                      ///< by its key, to be looked at on the Train page
    std::optional<RunOrigin> m_wantedWeight;  ///< to be the tensor that is shown
    QTimer* m_rest;                           ///< starts the exact report once the hand rests
};

}  // namespace zeropoint::ui
