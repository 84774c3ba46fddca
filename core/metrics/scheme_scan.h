// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/error_report.h"
#include "core/scheme/quant_scheme.h"
#include "core/support/error.h"
#include "core/support/parallel.h"
#include "core/tensor/tensor.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace zeropoint {

/// A scheme under the name by which reports call it.
struct NamedScheme {
    std::string name;
    QuantScheme scheme;
};

/// Every tensor of a model under every scheme: give the tensors one after the other, and none is
/// kept. Time grows with the values, memory with nothing.
class SchemeScan {
public:
    explicit SchemeScan(std::vector<NamedScheme> schemes);

    const std::vector<NamedScheme>& schemes() const { return m_schemes; }

    /// Calibrates and measures a tensor under each scheme, in their order. A failure (of
    /// calibrate and measureError) leaves the totals as they were.
    Result<std::vector<ErrorReport>> add(const Tensor& tensor, const Execution& execution = {});

    /// All tensors as one: mse over all their finite values, sqnrDb of all their squares, the
    /// largest error, the bytes of all, bits per weight of all, how many values were NaN and
    /// infinite. `cosine` and the parts of mse stay 0.
    std::vector<ErrorReport> totals() const;

private:
    struct Sums {
        std::size_t count = 0;
        double error = 0;
        double maxError = 0;
        std::uint64_t bytes = 0;
    };

    std::vector<NamedScheme> m_schemes;
    std::vector<Sums> m_sums;
    std::size_t m_values = 0;  ///< NaN and infinities included
    std::size_t m_nan = 0;
    std::size_t m_infinite = 0;
    double m_signal = 0;
};

}  // namespace zeropoint
