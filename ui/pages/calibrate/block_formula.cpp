// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/block_formula.h"

#include "core/scheme/scheme_words.h"
#include "ui/pages/calibrate/formula_digits.h"
#include "ui/text/numbers.h"
#include "ui/text/shown_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {
namespace {

class BlockFormulaWords {
    Q_DECLARE_TR_FUNCTIONS(ParamFormula)
};

/// Its scale stands in float32, not in FP16.
bool hasWideScale(const BlockFormat& format) {
    return std::ranges::any_of(format.fields, [](const BlockField& field) {
        return field.role == BlockRole::Scale && field.bytes == sizeof(float);
    });
}

QString powerOfTwo(const QString& largest, int top) {
    return QStringLiteral("2^(⌊log₂ %1⌋ − %2)").arg(largest).arg(top);
}

Formula mxFormula(const BlockExample& example, ScaleRule rule) {
    const double highest = example.format->ends.highest;
    const int top = std::ilogb(highest);
    const QString largest = formatNumber(example.largest, resultDigits);
    const QString result = formatNumber(example.term.scale, resultDigits);
    // Beyond the reach of an E8M0 scale, and by the other rules, the exponent is not that one.
    const bool floors =
        rule == ScaleRule::Floor &&
        double{example.term.scale} == std::ldexp(1.0, std::ilogb(example.largest) - top);
    if (floors) {
        return {QStringLiteral("s = %1 = %2 = ")
                    .arg(powerOfTwo(QStringLiteral("max|x|"), top), powerOfTwo(largest, top)),
                result};
    }
    return {
        BlockFormulaWords::tr("a power of two by the rule '%1' from max|x| = %2 and level %3: s = ")
            .arg(toText(wordOf(scaleRuleWords, rule)), largest,
                 formatNumber(highest, resultDigits)),
        result};
}

Formula tensorScaledFormula(const BlockExample& example) {
    const QString highest = formatNumber(double{example.format->ends.highest}, resultDigits);
    const QString form = QStringLiteral("%2 · E4M3(%1 / (%3 · %2))");
    return {QStringLiteral("s = %1 = %2 = ")
                .arg(form.arg(QStringLiteral("max|x|"), QStringLiteral("t"), highest),
                     form.arg(formatNumber(example.largest, resultDigits),
                              formatNumber(example.tensorScale, resultDigits), highest)),
            formatNumber(example.term.scale, resultDigits)};
}

}  // namespace

Formula blockScaleFormula(const BlockExample& example, ScaleRule rule) {
    if (example.largest == 0) {
        return {BlockFormulaWords::tr("all values of the block are 0: s = "),
                formatNumber(example.term.scale, resultDigits)};
    }
    if (!example.equation) {
        return example.format->hasScaleRule ? mxFormula(example, rule)
                                            : tensorScaledFormula(example);
    }
    QuantParams params;
    params.scale = example.term.scale;
    QuantScheme stored;
    stored.scaleFormat = hasWideScale(*example.format) ? ScaleFormat::Fp32 : ScaleFormat::Fp16;
    return scaleFormula(*example.equation, params, stored);
}

Formula blockMinimumFormula(const BlockExample& example) {
    if (!example.format->hasMinimum || !example.equation) {
        return {BlockFormulaWords::tr("no zero point: level 0 is zero"), {}};
    }
    const QString result = formatNumber(example.term.minimum, resultDigits);
    const QString lowest = formatNumber(example.equation->range.lo, resultDigits);
    return {lowest == result ? QStringLiteral("m = min = ")
                             : QStringLiteral("m = FP16(min) = FP16(%1) = ").arg(lowest),
            result};
}

}  // namespace zeropoint::ui
