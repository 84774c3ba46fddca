// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/block_format.h"
#include "core/numerics/number_format.h"
#include "core/scheme/quant_scheme.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>

namespace zeropoint::ui {

/// A code that was set bit by bit. Several codes can mean one value (NaN payloads, the two zeros
/// of a code book), so the value alone would not bring it back.
struct PinnedCode {
    QString format;
    std::uint64_t code = 0;

    bool operator==(const PinnedCode&) const = default;
};

/// What the view of blocks looks at: a block format, and a bill with settings of its own.
struct BlockLook {
    QString format = QStringLiteral("q4_0");  ///< id of a block format
    ScaleRule rule = ScaleRule::Floor;
    std::uint64_t seed = 5;  ///< of the weights in the block
    QString element = QStringLiteral("nf4");
    int blockSize = 64;
    ScaleFormat scaleFormat = ScaleFormat::Fp32;  ///< without double quantization
    bool doubleQuantization = true;
    int scaleBlock = 256;

    bool operator==(const BlockLook&) const = default;
};

/// What the Numbers page looks at: a value, the formats that store it and the row it inspects.
struct NumberState {
    double value = 0.1;
    QString inspected = QStringLiteral("fp16");  ///< format id
    double absMax = 1.0;                         ///< |max| that INT and NF4 scales are made for
    std::optional<PinnedCode> pinned = {};
    QStringList formats = {
        QStringLiteral("fp32"),     QStringLiteral("tf32"),     QStringLiteral("bf16"),
        QStringLiteral("fp16"),     QStringLiteral("fp8-e4m3"), QStringLiteral("fp8-e5m2"),
        QStringLiteral("fp4-e2m1"), QStringLiteral("int8"),     QStringLiteral("int4"),
        QStringLiteral("nf4")};  ///< ids of the rows, in table order
    Rounding rounding = Rounding::NearestEven;
    Overflow overflow = Overflow::Specified;
    std::uint64_t seed = 5;    ///< of stochastic rounding
    bool scaleFloats = false;  ///< floats of 8 bits or fewer take a scale from absMax too
    BlockLook blocks = {};

    bool operator==(const NumberState&) const = default;
};

}  // namespace zeropoint::ui
