// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
// Where the workbench's tensor comes from: files, distributions, weights of runs.
#include "core/files/zip/packed_size.h"
#include "ui/job/job_runner.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/step_names.h"
#include "ui/state/stored_as.h"
#include "ui/state/training_session.h"
#include "ui/state/undo_step.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"

#include <cmath>
#include <utility>

namespace zeropoint::ui {
namespace {

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

/// Why a file that opens has nothing to look at.
Error nothingToShow(const WeightFile& file) {
    for (std::size_t i = 0; i < file.tensors().size(); ++i) {
        const std::string& reason = file.stored(i).unreadable;
        if (!reason.empty()) {
            return {ErrorCode::Unsupported, "None of its tensors can be read: " + reason,
                    file.path() + ":" + file.tensors()[i].name,
                    "Open a file of the same model that holds its values"};
        }
    }
    return {ErrorCode::NotFound, "The file holds no values", file.path(),
            "Open a file that holds weights"};
}

/// A range set by hand belongs to its tensor; drawing the same distribution anew keeps it.
bool keepsRange(const SourcePtr& before, const SourcePtr& after) {
    if (!before || !before->synthetic() || !after->synthetic()) {
        return false;
    }
    return std::get<SyntheticSpec>(before->origin).kind ==
           std::get<SyntheticSpec>(after->origin).kind;
}

/// Nothing when the run or its model is gone.
std::optional<Tensor> weightOf(const TrainingSession& training, const RunOrigin& origin) {
    for (const RunRecord& run : training.runs()) {
        if (!run.isNamed(origin.run) || !run.snapshot) {
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
                    if (cameQuantized(*source)) {
                        (void)m_settings->set(QStringLiteral("calibrate.tab"),
                                              QStringLiteral("stored"));
                    }
                });
            } else {
                emit failed(nothingToShow(*file));
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

bool Workbench::awaits(const RunOrigin& weight) {
    if (weightOf(*m_training, weight)) {
        return false;
    }
    m_origin = weight;
    m_wantedWeight = weight;
    findWanted();
    return true;
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
    // Another tensor of a file or a run is looked at; a distribution is made. Looking is no step,
    // unless it gives up a range that was set by hand.
    const bool gaveUp = !(next.scheme == m_scheme);
    if (takeSource(next) && before && (source->synthetic() || gaveUp)) {
        push(source->synthetic() ? drawStep(before->origin, source->origin)
                                 : stepOf(QStringLiteral("calibrate.range.method")),
             std::move(back), {source->origin, next.scheme, next.sample, {}, {}}, gesture);
    }
}

}  // namespace zeropoint::ui
