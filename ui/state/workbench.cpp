// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/workbench.h"

#include "core/files/zip/packed_size.h"
#include "core/numerics/block_format.h"
#include "core/quantization/quantize.h"
#include "core/scheme/param_chooser.h"
#include "ui/job/job_runner.h"
#include "ui/state/course_state.h"
#include "ui/state/gesture_watch.h"
#include "ui/state/interview/interview.h"
#include "ui/state/interview/own_decks.h"
#include "ui/state/memory_study.h"
#include "ui/state/model_overview.h"
#include "ui/state/progress.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/source_cache.h"
#include "ui/state/step_names.h"
#include "ui/state/teaching_examples.h"
#include "ui/state/trade_off.h"
#include "ui/state/training_session.h"
#include "ui/state/undo_step.h"
#include "ui/state/views.h"

#include <QTimer>
#include <QUndoStack>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace zeropoint::ui {
namespace {

/// The hand counts as resting after this long without a change.
constexpr int restMilliseconds = 120;
constexpr int undoSteps = 200;

/// A value of two significant digits inside the bulk of the data, to travel through the formula.
double typicalSample(const FineHistogram& histogram) {
    const double x = histogram.empty() ? 0 : quantile(histogram, 0.75);
    if (x == 0 || !std::isfinite(x)) {
        return 0;
    }
    return QString::number(x, 'g', 2).toDouble();
}

/// A file, or why there is none and how large its largest packed array would become.
struct Opened {
    Result<std::shared_ptr<const WeightFile>> file;
    std::uint64_t largestMember = 0;
};

/// A matrix says more than the bias or counter that many files begin with.
std::optional<std::size_t> firstWorthShowing(const WeightFile& file) {
    std::optional<std::size_t> first;
    const auto& tensors = file.tensors();
    for (std::size_t i = tensors.size(); i-- > 0;) {
        const std::int64_t count = elementCount(tensors[i].shape);
        const bool firstIsMatrix = first && tensors[*first].shape.size() >= 2;
        const bool readable = file.stored(i).unreadable.empty();
        if (readable && count > 0 && (tensors[i].shape.size() >= 2 || !firstIsMatrix)) {
            first = i;
        }
    }
    return first;
}

/// A range set by hand belongs to its tensor; drawing the same distribution anew keeps it.
bool keepsRange(const SourcePtr& before, const SourcePtr& after) {
    if (!before || !before->synthetic() || !after->synthetic()) {
        return false;
    }
    return std::get<SyntheticSpec>(before->origin).kind ==
           std::get<SyntheticSpec>(after->origin).kind;
}

RealRange clipOf(const RealRange& asked, const QuantParams& params, const QuantScheme& scheme) {
    const Result<ParamChooser> chooser = ParamChooser::make(scheme);
    return chooser ? chooser->clipRange(asked, params) : asked;
}

/// The exact report as the figures of a range.
RangeError errorOf(const ErrorReport& report, const RealRange& range) {
    return {range.lo,
            range.hi,
            report.mse,
            report.clipMse,
            report.roundMse,
            report.sqnrDb,
            report.clippedFraction,
            report.maxAbsError};
}

/// Blocks choose their scales from their values, which no histogram tells.
LiveResult unknownYet(const Source& source) {
    LiveResult live;
    live.range = {source.summary.min, source.summary.max};
    live.clip = live.range;
    const double unknown = std::numeric_limits<double>::quiet_NaN();
    live.error = {live.range.lo, live.range.hi, unknown, unknown,
                  unknown,       unknown,       unknown, unknown};
    return live;
}

/// What a block format makes of the tensor, for the histogram.
Result<FineHistogram> blockHistogram(const Source& source, const QuantScheme& scheme,
                                     const Calibration& calibration, const Execution& execution) {
    return fakeQuantize(source.tensor, scheme, calibration, execution).map([&](const Tensor& back) {
        // The values keep to the bins of the original as far as these reach.
        Summary summary = summarize(back.values(), execution);
        summary.min = std::min(summary.min, source.summary.min);
        summary.max = std::max(summary.max, source.summary.max);
        return fineHistogram(back.values(), summary, FineHistogram::defaultBins, execution);
    });
}

/// Nothing when the run or its model is gone.
std::optional<Tensor> weightOf(const TrainingSession& training, const RunOrigin& origin) {
    for (const RunRecord& run : training.runs()) {
        if (run.key != origin.run || !run.snapshot) {
            continue;
        }
        const auto& parameters = run.snapshot->model.parameters();
        if (const auto index = parameters.find(origin.parameter)) {
            return Tensor(origin.parameter, parameters.entries()[*index].shape,
                          parameters.values(*index), run.snapshot, DType::F32);
        }
    }
    return std::nullopt;
}

}  // namespace

Workbench::Workbench(JobRunner& jobs, QObject* parent)
    : QObject(parent),
      m_jobs(jobs),
      m_undo(new QUndoStack(this)),
      m_training(new TrainingSession(jobs, *m_undo, this)),
      m_tradeOff(new TradeOff(jobs, *m_undo, this)),
      m_overview(new ModelOverview(this)),
      m_progress(new Progress(jobs, this)),
      m_gestures(new GestureWatch(this)),
      m_views(std::make_unique<Views>()),
      m_interview(new Interview(*m_progress, m_views->interview, this)),
      m_ownDecks(new OwnDecks(jobs, *m_interview, this)),
      m_cache(std::make_unique<SourceCache>()),
      m_next(std::make_unique<NextRun>(m_training->next())),
      m_rest(new QTimer(this)) {
    m_undo->setUndoLimit(undoSteps);
    m_rest->setSingleShot(true);
    m_rest->setInterval(restMilliseconds);
    connect(m_rest, &QTimer::timeout, this, &Workbench::startExact);
    connect(m_training, &TrainingSession::failed, this, &Workbench::failed);
    connect(m_tradeOff, &TradeOff::failed, this, &Workbench::failed);
    connect(m_tradeOff, &TradeOff::noticed, this, &Workbench::noticed);
    connect(m_training, &TrainingSession::broughtBack, this,
            [this] { emit pageConcerned(QStringLiteral("train")); });
    connect(m_tradeOff, &TradeOff::broughtBack, this,
            [this] { emit pageConcerned(QStringLiteral("tradeoff")); });
    connect(m_ownDecks, &OwnDecks::failed, this, &Workbench::failed);
    connect(m_ownDecks, &OwnDecks::noticed, this, &Workbench::noticed);
    connect(m_progress, &Progress::failed, this, &Workbench::failed);
    connect(m_progress, &Progress::noticed, this, &Workbench::noticed);
    connect(m_training, &TrainingSession::measured, m_tradeOff, &TradeOff::add);
    connect(m_tradeOff, &TradeOff::fetched, m_training, &TrainingSession::lookAtKept);
    connect(m_tradeOff, &TradeOff::missed, m_training, &TrainingSession::missKept);
    m_scheme = startScheme();
    connect(m_training, &TrainingSession::nextChanged, this, &Workbench::noteNext);
    connect(&m_views->calibrate, &ViewStateSignals::changed, this, &Workbench::startUnit);
    connect(this, &Workbench::fileChanged, m_overview, [this] { m_overview->setFile(m_file); });
    m_memory = new MemoryStudy(*this);
    m_settings = new SettingsCatalogue(*this);
    m_course = new CourseState(*this);
    // It is a child as that is: nobody owns it beside.
    m_course->setRecord({std::shared_ptr<void>(), m_progress});
}

Workbench::~Workbench() {
    delete m_course;
    delete m_settings;  // it reads what is taken apart next
}

void Workbench::openFile(const QString& path, const OpenOptions& options) {
    m_jobs.start(
        tr("Opening %1").arg(path.section(QLatin1Char('/'), -1)), QStringLiteral("load"),
        [path = path.toStdString(), options](const Execution& execution) -> Result<Opened> {
            OpenOptions stoppable = options;
            stoppable.stop = execution.stop;
            Opened opened{openWeightFile(path, stoppable), 0};
            if (!opened.file && opened.file.error().code == ErrorCode::TooLarge) {
                opened.largestMember = largestPackedMember(path);
            }
            return opened;
        },
        this,
        [this, path, options](const Result<Opened>& opened) {
            if (!opened) {
                report(opened.error());
                return;
            }
            if (!opened->file) {
                emit failed(opened->file.error());
                if (opened->largestMember > options.mostInflatedBytes) {
                    emit overLimit(path, opened->largestMember);
                }
                return;
            }
            const std::shared_ptr<const WeightFile>& file = *opened->file;
            if (const std::optional<std::size_t> first = firstWorthShowing(*file)) {
                load(FileOrigin{file, *first}, [this, file](const SourcePtr& source) {
                    CalibrateView view = m_views->calibrate.get();
                    view.search.clear();
                    view.expanded.clear();
                    m_views->calibrate.set(view);
                    adopt(source, file, 0);
                });
            } else {
                emit failed({ErrorCode::NotFound, "The file holds no values", file->path(),
                             "Open a file that holds weights"});
            }
        });
}

void Workbench::selectTensor(std::size_t index) {
    if (m_file && index < m_file->tensors().size()) {
        load(FileOrigin{m_file, index},
             [this](const SourcePtr& source) { adopt(source, m_file, 0); });
    }
}

void Workbench::setSynthetic(const SyntheticSpec& spec, int gesture) {
    load(spec, [this, gesture = gestureOr(gesture)](const SourcePtr& source) {
        adopt(source, m_file, gesture);
    });
}

void Workbench::draw(const SyntheticSpec& spec, const QuantScheme& scheme, double sample,
                     const StepName& name, int gesture) {
    load(spec, [this, scheme, sample, name, gesture = gestureOr(gesture)](const SourcePtr& source) {
        const SourcePtr before = m_source;
        const double x = std::isnan(sample) ? typicalSample(source->histogram) : sample;
        StateParts back{
            before ? std::optional(before->origin) : std::nullopt, m_scheme, m_sample, {}, {}};
        if (takeSource({source, m_file, scheme, x}) && before) {
            push(name, std::move(back), {source->origin, scheme, x, {}, {}}, gesture);
        }
    });
}

void Workbench::adoptWeight(const RunOrigin& weight) {
    load(weight, [this](const SourcePtr& source) { adopt(source, m_file, 0); });
}

void Workbench::load(const Origin& origin, std::function<void(const SourcePtr&)> done) {
    m_origin = origin;
    const auto* run = std::get_if<RunOrigin>(&origin);
    m_jobs.start(
        tr("Loading the tensor"), QStringLiteral("load"),
        [origin, weight = run != nullptr ? weightOf(*m_training, *run) : std::nullopt](
            const Execution& execution) { return loadSource(origin, weight, execution); },
        this,
        [this, origin, done = std::move(done)](const Result<SourcePtr>& source) {
            if (m_origin != origin) {
                return;  // the hand wants another one by now
            }
            if (source) {
                done(*source);
            } else {
                m_origin = m_source ? std::optional(m_source->origin) : std::nullopt;
                report(source.error());
            }
        });
}

void Workbench::report(const Error& error) {
    if (error.code != ErrorCode::Cancelled) {
        emit failed(error);
    }
}

void Workbench::adopt(const SourcePtr& source, std::shared_ptr<const WeightFile> file,
                      int gesture) {
    Loaded next{source, std::move(file), m_scheme, m_sample};
    if (next.scheme.range.kind == RangeMethod::Kind::Explicit && !keepsRange(m_source, source)) {
        next.scheme.range = RangeMethod{};
    }
    if (!keepsRange(m_source, source)) {
        next.sample = typicalSample(source->histogram);
    }
    const SourcePtr before = m_source;
    StateParts back{
        before ? std::optional(before->origin) : std::nullopt, m_scheme, m_sample, {}, {}};
    if (takeSource(next) && before && source->synthetic()) {
        // Another tensor of a file or a run is looked at; a distribution is made.
        push(drawStep(before->origin, source->origin), std::move(back),
             {source->origin, next.scheme, next.sample, {}, {}}, gesture);
    }
}

void Workbench::setScheme(const QuantScheme& scheme, int gesture) {
    changeScheme(scheme, schemeStep(m_scheme, scheme), gesture);
}

void Workbench::setRange(double lo, double hi, int gesture) {
    QuantScheme scheme = m_scheme;
    scheme.range.kind = RangeMethod::Kind::Explicit;
    scheme.range.lo = lo;
    scheme.range.hi = hi;
    if (lo < hi) {
        changeScheme(scheme, rangeStep(lo != m_live.range.lo, hi != m_live.range.hi), gesture);
    }
}

void Workbench::changeScheme(const QuantScheme& scheme, const StepName& name, int gesture) {
    const QuantScheme before = m_scheme;
    if (!(scheme == before) && takeScheme(scheme)) {
        push(name, {{}, before, {}, {}, {}}, {{}, scheme, {}, {}, {}}, gesture);
    }
}

void Workbench::setSample(double x, int gesture) {
    const double before = m_sample;
    if (x != before && std::isfinite(x)) {
        takeSample(x);
        push(stepOf(QStringLiteral("calibrate.sample")), {{}, {}, before, {}, {}},
             {{}, {}, x, {}, {}}, gesture);
    }
}

void Workbench::setNumber(const NumberState& number, int gesture) {
    const NumberState before = m_number;
    if (number == before) {
        return;
    }
    takeNumber(number);
    if (const auto step = numberStep(before, number)) {
        push(*step, {{}, {}, {}, before, {}}, {{}, {}, {}, number, {}}, gesture);
    }
}

void Workbench::setCompare(const CompareState& compare, int gesture) {
    const CompareState before = m_compare;
    if (compare == before) {
        return;
    }
    takeCompare(compare);
    StateParts back;
    StateParts there;
    back.compare = before;
    there.compare = compare;
    push(stepOf(QStringLiteral("compare.columns")), std::move(back), std::move(there), gesture);
}

int Workbench::newGesture() {
    return m_gestures->next();
}

int Workbench::gestureOr(int gesture) const {
    return gesture != 0 ? gesture : m_gestures->current();
}

QuantScheme Workbench::perTensor(QuantScheme scheme) {
    scheme.granularity = Granularity::Tensor;
    return scheme;
}

Result<LiveResult> Workbench::evaluate(const Source& source, const QuantScheme& scheme) {
    if (findBlockFormat(scheme.format) != nullptr) {
        return unknownYet(source);
    }
    const QuantScheme whole = perTensor(scheme);
    const Result<Calibration> calibration = calibrate(source.summary, source.histogram, whole);
    if (!calibration) {
        return tl::unexpected(calibration.error());
    }
    const Result<RangeError> error =
        estimateError(source.histogram, calibration->lo, calibration->hi, whole);
    if (!error) {
        return tl::unexpected(error.error());
    }
    LiveResult live;
    live.range = {calibration->lo, calibration->hi};
    live.params = calibration->params.front();
    live.clip = clipOf(live.range, live.params, whole);
    live.error = *error;
    live.collapsed = calibration->collapsed > 0;
    return live;
}

void Workbench::settle() {
    if (!m_exact->units.worst.empty()) {
        startUnit();
        return;
    }
    if (findBlockFormat(m_scheme.format) != nullptr) {
        m_live.error = errorOf(m_exact->report, m_live.range);
        m_live.estimated = false;
        emit schemeChanged();
        return;
    }
    if (m_exact->calibration.params.size() != 1) {
        return;
    }
    const RealRange exact{m_exact->calibration.lo, m_exact->calibration.hi};
    const bool moved = !(exact == m_live.range);
    m_live.range = exact;
    m_live.params = m_exact->calibration.params.front();
    m_live.clip = clipOf(exact, m_live.params, m_scheme);
    m_live.error = errorOf(m_exact->report, exact);
    m_live.estimated = false;
    m_live.outside = m_exact->outside;
    m_live.collapsed = m_exact->calibration.collapsed > 0;
    if (moved) {
        emit schemeChanged();
    }
}

void Workbench::startExact() {
    if (!m_source) {
        return;
    }
    m_exactStopped = false;
    m_jobs.start(
        tr("Measuring the error"), QStringLiteral("exact"),
        [source = m_source, scheme = m_scheme](const Execution& execution) -> Result<ExactResult> {
            Result<Calibration> calibration = calibrate(source->tensor, scheme, execution);
            if (!calibration) {
                return tl::unexpected(calibration.error());
            }
            const Result<ErrorReport> report =
                measureError(source->tensor, scheme, *calibration, execution);
            if (!report) {
                return tl::unexpected(report.error());
            }
            ExactResult exact{std::move(*calibration), *report, {}, {}, {}};
            if (exact.calibration.params.size() == 1) {
                exact.outside =
                    countOutside(source->tensor.values(),
                                 clipOf(exact.calibration.ranges.front(),
                                        exact.calibration.params.front(), perTensor(scheme)));
            }
            if (findBlockFormat(scheme.format) != nullptr) {
                const Result<FineHistogram> levels =
                    blockHistogram(*source, scheme, exact.calibration, execution);
                if (!levels) {
                    return tl::unexpected(levels.error());
                }
                exact.dequantized = *levels;
            } else if (scheme.granularity != Granularity::Tensor &&
                       !exact.calibration.params.empty()) {
                const Result<UnitList> units =
                    listUnits(*source, scheme, exact.calibration, execution);
                if (!units) {
                    return tl::unexpected(units.error());
                }
                exact.units = *units;
            }
            return exact;
        },
        this,
        [this, source = m_source, scheme = m_scheme](Result<ExactResult> result) {
            if (source != m_source || !(scheme == m_scheme)) {
                return;  // the hand moved on; a newer report is on its way
            }
            if (result) {
                m_exact = std::move(*result);
                settle();
                emit exactChanged();
            } else {
                m_exactStopped = true;
                report(result.error());
                emit exactChanged();
            }
        });
}

void Workbench::showUnit(int index) {
    m_views->calibrate.set(&CalibrateView::unit, index);
}

void Workbench::startUnit() {
    if (!m_exact || m_exact->units.worst.empty()) {
        return;
    }
    const int chosen = m_views->calibrate->unit;
    const std::size_t wanted =
        chosen < 0 ? m_exact->units.worst.front().index
                   : std::min(static_cast<std::size_t>(chosen), m_exact->units.count - 1);
    if (m_unit && m_unit->index == wanted && !m_live.estimated) {
        return;
    }
    m_jobs.start(
        tr("Measuring the channel"), QStringLiteral("unit"),
        [source = m_source, scheme = m_scheme, calibration = m_exact->calibration,
         wanted](const Execution& execution) {
            return viewUnit(*source, scheme, calibration, wanted, execution);
        },
        this,
        [this, source = m_source, scheme = m_scheme](const Result<UnitView>& unit) {
            if (source != m_source || !(scheme == m_scheme)) {
                return;
            }
            if (unit) {
                takeUnit(*unit);
            } else {
                report(unit.error());
            }
        });
}

void Workbench::takeUnit(const UnitView& unit) {
    m_unit = unit;
    m_live.range = unit.range;
    m_live.params = unit.params;
    m_live.clip = unit.clip;
    m_live.error = errorOf(unit.report, unit.range);
    m_live.estimated = false;
    m_live.outside = unit.outside;
    m_live.collapsed = m_exact && m_exact->calibration.collapsed > 0;
    emit schemeChanged();
    emit exactChanged();
}

void Workbench::measureAgain() {
    if (m_exactStopped) {
        startExact();
        emit exactChanged();
    }
}

}  // namespace zeropoint::ui
