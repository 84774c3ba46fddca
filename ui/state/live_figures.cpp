// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/live_figures.h"

#include "core/numerics/number_format.h"
#include "core/scheme/affine.h"
#include "ui/state/workbench.h"

#include <array>
#include <cmath>

namespace zeropoint::ui {
namespace {

SampleTrace trace(const Workbench& bench) {
    return traceSample(bench.sample(), bench.live().params, bench.wholeScheme());
}

/// Of integers and code books the page shows more than a number: no figure.
double storedNumber(const Workbench& bench) {
    const NumberFormat* format = findNumberFormat(bench.number().inspected.toStdString());
    const double x = bench.number().value;
    const bool scalar = format != nullptr && format->kind == FormatKind::Minifloat;
    return scalar ? decode(*format, encode(*format, x)) : std::nan("");
}

struct Figure {
    const char* name;
    bool ofTensor;
    double (*read)(const Workbench&);
};

constexpr std::array figures = {
    Figure{"calibrate.scale", true, [](const Workbench& b) { return b.live().params.scale; }},
    Figure{"calibrate.zero_point", true,
           [](const Workbench& b) { return double(b.live().params.zeroPoint); }},
    Figure{"calibrate.low", true, [](const Workbench& b) { return b.live().range.lo; }},
    Figure{"calibrate.high", true, [](const Workbench& b) { return b.live().range.hi; }},
    Figure{"calibrate.mse", true, [](const Workbench& b) { return b.live().error.mse; }},
    Figure{"calibrate.clip_mse", true, [](const Workbench& b) { return b.live().error.clipMse; }},
    Figure{"calibrate.round_mse", true, [](const Workbench& b) { return b.live().error.roundMse; }},
    Figure{"calibrate.sqnr", true, [](const Workbench& b) { return b.live().error.sqnrDb; }},
    Figure{"calibrate.clipped", true,
           [](const Workbench& b) { return b.live().error.clippedFraction; }},
    Figure{"calibrate.max_error", true,
           [](const Workbench& b) { return b.live().error.maxAbsError; }},
    Figure{"calibrate.code", true, [](const Workbench& b) { return double(trace(b).code); }},
    Figure{"calibrate.dequantized", true, [](const Workbench& b) { return trace(b).dequantized; }},
    Figure{"calibrate.error", true, [](const Workbench& b) { return trace(b).error; }},
    Figure{"calibrate.bits_per_weight", true,
           [](const Workbench& b) { return b.exact() ? b.exact()->report.bitsPerWeight : 0; }},
    Figure{"numbers.stored", false, storedNumber},
    Figure{"numbers.error", false,
           [](const Workbench& b) { return storedNumber(b) - b.number().value; }},
};

}  // namespace

const QStringList& liveFigureNames() {
    static const QStringList names = [] {
        QStringList list;
        for (const Figure& figure : figures) {
            list << QString::fromLatin1(figure.name);
        }
        return list;
    }();
    return names;
}

std::optional<double> liveFigure(const Workbench& bench, const QString& name) {
    for (const Figure& figure : figures) {
        if (name == QLatin1String(figure.name)) {
            return figure.ofTensor && !bench.source() ? std::nullopt
                                                      : std::optional(figure.read(bench));
        }
    }
    return std::nullopt;
}

}  // namespace zeropoint::ui
