// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/facts/row_facts.h"

#include "ui/pages/numbers/facts/row_texts.h"

namespace zeropoint::ui {

NumberQuestion questionOf(const NumberState& state, const NumberFormat& format) {
    NumberQuestion question;
    question.value = state.value;
    question.absMax = state.absMax;
    question.scaleFloats = state.scaleFloats;
    question.rounding = state.rounding;
    question.overflow = state.overflow;
    question.seed = state.seed;
    if (state.pinned && state.pinned->format == idOf(format)) {
        question.code = state.pinned->code;
    }
    return question;
}

RowFacts rowFacts(const NumberFormat& format, const NumberState& state) {
    return numberFacts(format, questionOf(state, format));
}

NumberState withCode(NumberState state, const NumberFormat& format, std::uint64_t code) {
    const QString id = idOf(format);
    state.value = decode(format, code) * numberScale(format, questionOf(state, format));
    state.inspected = id;
    state.pinned = PinnedCode{id, code};
    return state;
}

NumberState withFlippedBit(const NumberState& state, const NumberFormat& format, int fromMsb) {
    const std::uint64_t mask = std::uint64_t{1} << (format.bits - 1 - fromMsb);
    return withCode(state, format, rowFacts(format, state).code ^ mask);
}

NumberState withStep(const NumberState& state, int direction) {
    const NumberFormat& format = numberFormat(state.inspected.toStdString());
    const std::uint64_t code = rowFacts(format, state).code;
    return withCode(state, format,
                    direction > 0 ? nextCode(format, code) : previousCode(format, code));
}

NumberState withValue(NumberState state, double value) {
    state.value = value;
    state.pinned.reset();
    return state;
}

QString bitsOf(const RowFacts& facts) {
    const BitFields fields = bitFields(*facts.format, facts.code);
    return QString::fromStdString(fields.sign + fields.exponent + fields.mantissa);
}

}  // namespace zeropoint::ui
