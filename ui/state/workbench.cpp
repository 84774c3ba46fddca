// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/workbench.h"

#include "core/files/zip/packed_size.h"
#include "ui/job/job_runner.h"
#include "ui/state/trade_off.h"
#include "ui/state/training_session.h"

#include <QTimer>
#include <QUndoCommand>
#include <QUndoStack>

#include <cmath>
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
    const double unit = std::pow(10.0, std::floor(std::log10(std::abs(x))) - 1);
    return std::round(x / unit) * unit;
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

}  // namespace

/// One undo step: the states before and after. Steps of one gesture become one.
class Workbench::ChangeCommand : public QUndoCommand {
public:
    ChangeCommand(Workbench& bench, const QString& text, Snapshot before, Snapshot after,
                  int gesture)
        : QUndoCommand(text),
          m_bench(bench),
          m_before(std::move(before)),
          m_after(std::move(after)),
          m_gesture(gesture) {}

    int id() const override { return m_gesture == 0 ? -1 : 1; }
    void undo() override { m_bench.restore(m_before); }
    void redo() override { m_bench.restore(m_after); }

    bool mergeWith(const QUndoCommand* other) override {
        const auto* next = static_cast<const ChangeCommand*>(other);
        if (next->m_gesture != m_gesture) {
            return false;
        }
        m_after = next->m_after;
        return true;
    }

private:
    Workbench& m_bench;
    Snapshot m_before;
    Snapshot m_after;
    int m_gesture;
};

Workbench::Workbench(JobRunner& jobs, QObject* parent)
    : QObject(parent),
      m_jobs(jobs),
      m_undo(new QUndoStack(this)),
      m_training(new TrainingSession(jobs, *m_undo, this)),
      m_tradeOff(new TradeOff(jobs, *m_undo, this)),
      m_rest(new QTimer(this)) {
    m_undo->setUndoLimit(undoSteps);
    m_rest->setSingleShot(true);
    m_rest->setInterval(restMilliseconds);
    connect(m_rest, &QTimer::timeout, this, &Workbench::startExact);
    connect(m_training, &TrainingSession::failed, this, &Workbench::failed);
    connect(m_tradeOff, &TradeOff::failed, this, &Workbench::failed);
    connect(m_tradeOff, &TradeOff::noticed, this, &Workbench::noticed);
    connect(m_training, &TrainingSession::measured, m_tradeOff, &TradeOff::add);
    connect(m_tradeOff, &TradeOff::fetched, m_training, &TrainingSession::lookAtKept);
    connect(m_tradeOff, &TradeOff::missed, m_training, &TrainingSession::missKept);
    m_scheme.format = "uint8";
    m_scheme.symmetric = false;
    m_scheme.range.kind = RangeMethod::Kind::Percentile;
}

Workbench::~Workbench() = default;

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
                load(FileOrigin{file, *first}, file, 0);
            } else {
                emit failed({ErrorCode::NotFound, "The file holds no values", file->path(),
                             "Open a file that holds weights"});
            }
        });
}

void Workbench::selectTensor(std::size_t index) {
    if (m_file && index < m_file->tensors().size()) {
        load(FileOrigin{m_file, index}, m_file, 0);
    }
}

void Workbench::setSynthetic(const SyntheticSpec& spec, int gesture) {
    load(spec, m_file, gesture);
}

void Workbench::adoptTensor(const Tensor& tensor, int gesture) {
    load(tensor, m_file, gesture);
}

void Workbench::load(const Origin& origin, std::shared_ptr<const WeightFile> file, int gesture) {
    m_jobs.start(
        tr("Loading the tensor"), QStringLiteral("load"),
        [origin](const Execution& execution) { return loadSource(origin, execution); }, this,
        [this, file = std::move(file), gesture](const Result<SourcePtr>& source) {
            if (source) {
                adopt(*source, file, gesture);
            } else {
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
    Snapshot next = snapshot();
    if (next.scheme.range.kind == RangeMethod::Kind::Explicit && !keepsRange(m_source, source)) {
        next.scheme.range = RangeMethod{};
    }
    if (!m_source || next.sample < source->summary.min || next.sample > source->summary.max ||
        !keepsRange(m_source, source)) {
        next.sample = typicalSample(source->histogram);
    }
    next.source = source;
    next.file = std::move(file);
    push(tr("load %1").arg(source->title()), next, gesture);
}

void Workbench::setScheme(const QuantScheme& scheme, int gesture) {
    if (scheme == m_scheme) {
        return;
    }
    Snapshot next = snapshot();
    next.scheme = scheme;
    push(tr("change the scheme"), next, gesture);
}

void Workbench::setRange(double lo, double hi, int gesture) {
    QuantScheme scheme = m_scheme;
    scheme.range.kind = RangeMethod::Kind::Explicit;
    scheme.range.lo = lo;
    scheme.range.hi = hi;
    if (scheme == m_scheme || !(lo < hi)) {
        return;
    }
    Snapshot next = snapshot();
    next.scheme = scheme;
    push(tr("move the range"), next, gesture);
}

void Workbench::setSample(double x, int gesture) {
    if (x == m_sample || !std::isfinite(x)) {
        return;
    }
    Snapshot next = snapshot();
    next.sample = x;
    push(tr("move the sample"), next, gesture);
}

void Workbench::setNumber(const NumberState& number, int gesture) {
    if (number == m_number) {
        return;
    }
    Snapshot next = snapshot();
    next.number = number;
    push(tr("change the number"), next, gesture);
}

Workbench::Snapshot Workbench::snapshot() const {
    return {m_source, m_file, m_scheme, m_sample, m_number, m_live};
}

void Workbench::push(const QString& text, Snapshot next, int gesture) {
    if (next.source && (next.source != m_source || !(next.scheme == m_scheme))) {
        const Result<LiveResult> live = evaluate(*next.source, next.scheme);
        if (!live) {
            emit failed(live.error());
            emit schemeChanged();  // controls go back to the state that still stands
            return;
        }
        next.live = *live;
    }
    if (m_source) {
        m_undo->push(new ChangeCommand(*this, text, snapshot(), next, gesture));
    } else {
        restore(next);  // the first tensor: nothing to undo to
    }
}

void Workbench::restore(const Snapshot& state) {
    const bool newSource = state.source != m_source;
    const bool newFile = state.file != m_file;
    const bool newScheme = newSource || !(state.scheme == m_scheme);
    const bool newSample = newSource || state.sample != m_sample;
    const bool newNumber = !(state.number == m_number);
    m_source = state.source;
    m_file = state.file;
    m_scheme = state.scheme;
    m_sample = state.sample;
    m_number = state.number;
    m_live = state.live;
    if (newFile) {
        emit fileChanged();
    }
    if (newSource) {
        emit sourceChanged();
    }
    if (newScheme) {
        m_exact.reset();
        m_exactStopped = false;
        m_rest->start();
        emit schemeChanged();
        emit exactChanged();
    }
    if (newSample) {
        emit sampleChanged();
    }
    if (newNumber) {
        emit numberChanged();
    }
}

QuantScheme Workbench::perTensor(QuantScheme scheme) {
    scheme.granularity = Granularity::Tensor;
    return scheme;
}

Result<LiveResult> Workbench::evaluate(const Source& source, const QuantScheme& scheme) {
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
    return LiveResult{{calibration->lo, calibration->hi}, calibration->params.front(), *error};
}

void Workbench::settle() {
    const RealRange exact{m_exact->calibration.lo, m_exact->calibration.hi};
    const bool shown = exact.lo == m_live.range.lo && exact.hi == m_live.range.hi;
    if (shown || m_scheme.granularity != Granularity::Tensor ||
        m_exact->calibration.params.size() != 1) {
        return;
    }
    if (const auto error = estimateError(m_source->histogram, exact.lo, exact.hi, m_scheme)) {
        m_live = {exact, m_exact->calibration.params.front(), *error};
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
            return ExactResult{std::move(*calibration), *report};
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

void Workbench::measureAgain() {
    if (m_exactStopped) {
        startExact();
        emit exactChanged();
    }
}

}  // namespace zeropoint::ui
