// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/comparison/difference_sums.h"
#include "core/comparison/pair_tensors.h"
#include "core/support/error.h"
#include "core/support/parallel.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>

namespace zeropoint {

/// What two tensors that stand for each other differ by; A is the reference.
struct PairReport {
    /// Parts of the first axis of A whose errors are told apart.
    static constexpr std::size_t strips = 32;

    DifferenceSums sums;
    /// Relative error of equal parts of the rows, as many as there are, NaN beyond; of matrices.
    std::array<float, strips> stripErrors{};
    std::size_t stripCount = 0;
    double bitsPerWeightA = 0;
    double bitsPerWeightB = 0;
    std::uint64_t bytesA = 0;
    std::uint64_t bytesB = 0;
    /// Why there are no figures: TensorPair::whyNot, or that the values could not be read.
    std::optional<Error> failure;
};

/// Sums over the pairs that were compared, each tensor once: tensors that share the bytes of an
/// earlier one are left out. SQNR of the whole is that of `sums`: energy over energy, no mean.
struct ComparisonTotals {
    DifferenceSums sums;
    std::uint64_t bytesA = 0;
    std::uint64_t bytesB = 0;
    std::uint64_t elements = 0;
    std::size_t compared = 0;
    std::size_t equal = 0;
    std::size_t failed = 0;

    void add(const PairReport& report, const TensorInfo& a);
    double bitsPerWeightA() const;
    double bitsPerWeightB() const;
};

/// Receives the report of pairs[index] as soon as it is whole, in the order of the pairs, from the
/// calling thread.
using TakeReport = std::function<void(std::size_t index, const PairReport& report)>;

/// Reads both files side by side, a piece at a time, and tells of each pair what differs. Memory
/// does not grow with the tensors, and the figures do not depend on the number of threads. A pair
/// that cannot be read gets the reason, and the rest goes on. Cancelled when stopped: what was
/// told until then stands.
Result<void> comparePairs(const ModelSide& a, const ModelSide& b, std::span<const TensorPair> pairs,
                          const TakeReport& take, const Execution& execution = {});

}  // namespace zeropoint
