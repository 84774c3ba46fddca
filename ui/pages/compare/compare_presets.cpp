// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/compare_presets.h"

#include <QCoreApplication>

namespace zeropoint::ui {
namespace {

class Presets {
    Q_DECLARE_TR_FUNCTIONS(ComparePresets)
};

QuantScheme format(const char* id) {
    QuantScheme scheme;
    scheme.format = id;
    return scheme;
}

QuantScheme perChannel(QuantScheme scheme) {
    scheme.granularity = Granularity::Channel;
    return scheme;
}

QuantScheme inGroups(QuantScheme scheme, std::int64_t size) {
    scheme.granularity = Granularity::Group;
    scheme.groupSize = size;
    return scheme;
}

QuantScheme scaledBy(QuantScheme scheme, ScaleFormat scales) {
    scheme.scaleFormat = scales;
    return scheme;
}

QuantScheme observed(QuantScheme scheme, RangeMethod::Kind kind) {
    scheme.range.kind = kind;
    return scheme;
}

QuantScheme asymmetric(QuantScheme scheme) {
    scheme.symmetric = false;
    return scheme;
}

}  // namespace

std::vector<ComparePreset> comparePresets() {
    const QuantScheme int4 = format("int4");
    const auto observer = [&](RangeMethod::Kind kind) { return observed(int4, kind); };
    return {
        {QStringLiteral("eight_bits"),
         Presets::tr("8 bits: symmetric or asymmetric"),
         {format("int8"), asymmetric(format("uint8"))}},
        {QStringLiteral("four_bits"),
         Presets::tr("4 bits: INT4, NF4, FP4, Q4_0, MXFP4, NVFP4"),
         {scaledBy(inGroups(int4, 32), ScaleFormat::Fp16),
          scaledBy(inGroups(format("nf4"), 32), ScaleFormat::Fp16),
          scaledBy(inGroups(format("fp4-e2m1"), 32), ScaleFormat::Fp16), format("q4_0"),
          format("mxfp4"), format("nvfp4")}},
        {QStringLiteral("granularity"),
         Presets::tr("Granularity: tensor, channel, groups"),
         {int4, perChannel(int4), inGroups(int4, 128), inGroups(int4, 64), inGroups(int4, 32)}},
        {QStringLiteral("observers"),
         Presets::tr("Observers: who chooses the range"),
         {observer(RangeMethod::Kind::MinMax), observer(RangeMethod::Kind::Percentile),
          observer(RangeMethod::Kind::Mse), observer(RangeMethod::Kind::Entropy),
          observer(RangeMethod::Kind::AciqGauss), observer(RangeMethod::Kind::AciqLaplace)}},
        {QStringLiteral("scales"),
         Presets::tr("What the scale costs"),
         {inGroups(int4, 32), scaledBy(inGroups(int4, 32), ScaleFormat::Fp16),
          scaledBy(inGroups(int4, 32), ScaleFormat::Bf16),
          scaledBy(inGroups(int4, 32), ScaleFormat::E8m0),
          scaledBy(inGroups(int4, 32), ScaleFormat::Double)}},
    };
}

}  // namespace zeropoint::ui
