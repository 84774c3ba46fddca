// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

#include <cstdint>
#include <memory>
#include <string_view>

namespace zeropoint {

enum class ProductFormat { Fp32, Bf16, Int8 };
std::string_view productFormatName(ProductFormat format);  ///< "fp32", "bf16", "int8"
/// Of a weight and an input: 4, 2, 1. A result takes 4 in all of them.
int bytesOfOperand(ProductFormat format);

/// batch x inner times inner x outer on all threads of oneDNN: FP32, BF16 into FP32, or unsigned by
/// signed 8 bit into 32 bit. The weights are packed once, as runtimes do it. Operands are drawn
/// from a seed: inputs whole numbers of 0 to 7, weights of -7 to 7, so that every format gives the
/// same exact results.
class MatrixProduct {
public:
    /// NotFound where oneDNN is missing; Unsupported where it has no such product on this machine.
    static Result<MatrixProduct> make(ProductFormat format, std::int64_t batch, std::int64_t inner,
                                      std::int64_t outer, unsigned threads, std::uint64_t seed = 1);
    ~MatrixProduct();
    MatrixProduct(MatrixProduct&& other) noexcept;
    MatrixProduct& operator=(MatrixProduct&&) = delete;
    MatrixProduct(const MatrixProduct&) = delete;
    MatrixProduct& operator=(const MatrixProduct&) = delete;

    /// Multiplies once and waits for it.
    Result<void> run();

    /// The result's value at a place, after run(); and what it must be, by a plain loop.
    double result(std::int64_t row, std::int64_t column) const;
    double expected(std::int64_t row, std::int64_t column) const;

private:
    struct Parts;
    explicit MatrixProduct(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

}  // namespace zeropoint
