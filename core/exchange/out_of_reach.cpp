// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/out_of_reach.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

namespace zeropoint {
namespace {

std::size_t infiniteIn(std::span<const std::byte> singles) {
    std::size_t count = 0;
    for (std::size_t at = 0; at + sizeof(float) <= singles.size(); at += sizeof(float)) {
        float value = 0;
        std::memcpy(&value, singles.data() + at, sizeof value);
        count += std::isinf(value) ? 1 : 0;
    }
    return count;
}

/// Than the 24 bits of float32.
bool holdsMoreDigits(DType dtype) {
    switch (dtype) {
        case DType::F64:
        case DType::F80:
        case DType::I32:
        case DType::U32:
        case DType::I64:
        case DType::U64:
            return true;
        default:
            return false;
    }
}

}  // namespace

std::vector<ConversionNote> notesOf(const OutOfReach& met) {
    std::vector<ConversionNote> notes;
    if (met.singles > 0) {
        notes.push_back({ConversionNote::Kind::Singles, met.singles, {}});
    }
    if (met.infinite > 0) {
        notes.push_back({ConversionNote::Kind::Infinite, met.infinite, {}});
    }
    if (met.saturated > 0) {
        notes.push_back({ConversionNote::Kind::Saturated, met.saturated, {}});
    }
    return notes;
}

TensorOutput counted(TensorOutput output, DType stored, const OutOfReachPtr& met) {
    if (output.dtype == DType::F32 && holdsMoreDigits(stored)) {
        ++met->singles;
    }
    if ((stored == DType::F64 || stored == DType::F80) && output.dtype == DType::F32) {
        output.fill = [fill = std::move(output.fill), met](std::uint64_t offset,
                                                           std::span<std::byte> out) {
            return fill(offset, out).map([&] { met->infinite += infiniteIn(out); });
        };
    }
    return output;
}

}  // namespace zeropoint
