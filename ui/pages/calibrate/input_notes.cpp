// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/input_notes.h"

#include "core/numerics/number_format.h"
#include "core/scheme/format_settings.h"
#include "ui/state/stored_as.h"
#include "ui/state/workbench.h"
#include "ui/text/calibration_words.h"
#include "ui/text/messages.h"
#include "ui/text/numbers.h"
#include "ui/text/plural.h"

#include <QCoreApplication>

#include <algorithm>

namespace zeropoint::ui {
namespace {

class InputNotes {
    Q_DECLARE_TR_FUNCTIONS(InputNotes)
};

void noteSpecials(const Workbench& bench, QStringList& notes) {
    const Summary& summary = bench.source()->summary;
    if (summary.nan > 0) {
        notes << InputNotes::tr("%1 NaN left out of calibration; integers store zero instead.",
                                nullptr, pluralOf(summary.nan))
                     .arg(formatCount(summary.nan));
    }
    if (summary.infinite > 0) {
        notes << InputNotes::tr(
                     "%1 infinity(ies) or number(s) beyond float32 left out of calibration.",
                     nullptr, pluralOf(summary.infinite))
                     .arg(formatCount(summary.infinite));
    }
    if (summary.finite == 0) {
        const QuantParams& params = bench.live().params;
        notes << (hasNoRange(bench)
                      ? InputNotes::tr("No value is finite: the figures are undefined; scale %1 "
                                       "and zero point %2 stand in.")
                            .arg(formatNumber(params.scale))
                            .arg(params.zeroPoint)
                      : InputNotes::tr("No value is finite: the figures are undefined."));
    } else if (summary.min == summary.max) {
        notes << InputNotes::tr("All values are %1. Any scale stores it exactly if it is a level.")
                     .arg(formatNumber(summary.min));
    }
}

void noteRange(const Workbench& bench, QStringList& notes) {
    const QuantScheme scheme = followed(bench.scheme());
    const RangeMethod& range = scheme.range;
    const bool byHand = range.kind == RangeMethod::Kind::Explicit;
    const double lo = byHand ? range.lo : bench.source()->summary.min;
    const double hi = byHand ? range.hi : bench.source()->summary.max;
    if (!scheme.symmetric && lo < hi && (lo > 0 || hi < 0)) {
        notes << InputNotes::tr(
                     "The range %1…%2 excludes zero. It was widened to reach it: zero must "
                     "have a code of its own.")
                     .arg(formatNumber(lo), formatNumber(hi));
    }
    if (byHand && scheme.granularity != Granularity::Tensor) {
        notes << sharedRange(scheme);
    }
}

void noteReach(const Workbench& bench, QStringList& notes) {
    const LiveResult& live = bench.live();
    if (live.collapsed) {
        notes << InputNotes::tr(
            "The range method leaves one point: the full range is used instead.");
    }
    // The clip range is float32, as values are.
    const bool cut = live.clip.lo > double{static_cast<float>(live.range.lo)} ||
                     live.clip.hi < double{static_cast<float>(live.range.hi)};
    if (cut) {
        const QuantScheme whole = bench.wholeScheme();
        notes << (settingsOf(whole.format).scale
                      ? InputNotes::tr(
                            "The stored scale reaches %1…%2 only: values beyond are clipped.")
                            .arg(formatNumber(live.clip.lo), formatNumber(live.clip.hi))
                      : InputNotes::tr("%1 ends at %2 and %3: values beyond are clipped.")
                            .arg(formatName(QString::fromStdString(whole.format)),
                                 formatNumber(live.clip.lo), formatNumber(live.clip.hi)));
    }
}

void noteScale(const Workbench& bench, QStringList& notes) {
    if (bench.wholeScheme().scaleFormat != ScaleFormat::Fp16) {
        return;
    }
    QuantScheme exact = bench.wholeScheme();
    exact.scaleFormat = ScaleFormat::Fp32;
    const Result<QuantParams> params =
        chooseParams(bench.live().range.lo, bench.live().range.hi, exact);
    const FormatLimits half = limits(numberFormat("fp16"));
    if (!params || params->scale >= half.minNormal) {
        return;
    }
    const QString sentence =
        params->scale < half.minSubnormal
            ? InputNotes::tr("The scale %1 is below the smallest FP16 number: %2 stands in.")
            : InputNotes::tr("The scale %1 is subnormal in FP16 and keeps few of its digits: %2.");
    notes << sentence.arg(formatNumber(params->scale), formatNumber(bench.live().params.scale));
}

void noteChannels(const Workbench& bench, QStringList& notes) {
    const QuantScheme scheme = followed(bench.scheme());
    const Shape& shape = bench.source()->tensor.shape();
    const auto rank = static_cast<int>(shape.size());
    if (scheme.granularity != Granularity::Channel || rank == 0) {
        return;
    }
    const int axis = std::clamp(scheme.axis < 0 ? scheme.axis + rank : scheme.axis, 0, rank - 1);
    if (shape[static_cast<std::size_t>(axis)] ==
        static_cast<std::int64_t>(bench.source()->tensor.size())) {
        notes << InputNotes::tr(
            "Every channel holds one value: its own scale stores it exactly and "
            "costs more bits than it saves.");
    }
}

void noteGroups(const Workbench& bench, QStringList& notes) {
    const QuantScheme scheme = followed(bench.scheme());
    const Shape& shape = bench.source()->tensor.shape();
    const std::int64_t row = shape.empty() ? 1 : shape.back();
    if (scheme.granularity == Granularity::Group && row % scheme.groupSize != 0) {
        notes << InputNotes::tr(
                     "Rows of %1 values do not divide into groups of %2: the last group of "
                     "each row has %3.")
                     .arg(formatCount(static_cast<qulonglong>(row)))
                     .arg(scheme.groupSize)
                     .arg(row % scheme.groupSize);
    }
}

void notePacked(const Source& source, QStringList& notes) {
    if (cameQuantized(source)) {
        notes << storedSentence(source);
        notes << InputNotes::tr(
            "What you see below is quantized a second time; what the first time cost shows beside "
            "the original.");
    }
}

}  // namespace

bool hasNoRange(const Workbench& bench) {
    return settingsOf(bench.scheme().format).scale && bench.shown()->summary.finite == 0 &&
           bench.scheme().range.kind != RangeMethod::Kind::Explicit;
}

QStringList inputNotes(const Workbench& bench) {
    QStringList notes;
    if (bench.source()) {
        notePacked(*bench.source(), notes);
        noteSpecials(bench, notes);
        noteRange(bench, notes);
        noteReach(bench, notes);
        noteScale(bench, notes);
        noteChannels(bench, notes);
        noteGroups(bench, notes);
    }
    return notes;
}

}  // namespace zeropoint::ui
