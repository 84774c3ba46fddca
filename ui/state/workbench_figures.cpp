// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the workbench knows of its tensor under the scheme: at once, and once the hand rests.
#include "core/numerics/block_format.h"
#include "core/quantization/quantize.h"
#include "core/scheme/format_settings.h"
#include "core/scheme/param_chooser.h"
#include "ui/job/job_runner.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace zeropoint::ui {
namespace {

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

}  // namespace

QuantScheme Workbench::perTensor(QuantScheme scheme) {
    QuantScheme whole = followed(std::move(scheme));
    whole.granularity = Granularity::Tensor;
    return whole;
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
    m_live.clip = clipOf(exact, m_live.params, wholeScheme());
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
        [source = m_source,
         scheme = followed(m_scheme)](const Execution& execution) -> Result<ExactResult> {
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
        [source = m_source, scheme = followed(m_scheme), calibration = m_exact->calibration,
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
                m_exactStopped = true;
                report(unit.error());
                emit exactChanged();
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
