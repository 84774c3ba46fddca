// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/random.h"
#include "core/tensor/tensor.h"

#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

namespace zeropoint::test {

/// One linear layer with inputs whose columns hang together and differ in size, as activations do.
struct RandomLayer {
    std::size_t out;
    std::size_t in;
    std::size_t rows;
    Tensor weight;         ///< [out, in]
    std::vector<float> x;  ///< [rows, in]

    RandomLayer(std::uint64_t seed, std::size_t outputs, std::size_t inputs, std::size_t count)
        : out(outputs), in(inputs), rows(count), x(count * inputs) {
        Random random(seed);
        std::vector<float> values(out * in);
        for (float& value : values) {
            value = static_cast<float>(random.normal());
        }
        weight = Tensor("layer", {static_cast<std::int64_t>(out), static_cast<std::int64_t>(in)},
                        std::move(values));
        std::vector<double> size(in);
        for (double& s : size) {
            s = std::exp(random.normal());
        }
        for (std::size_t row = 0; row < rows; ++row) {
            double shared = random.normal();
            for (std::size_t i = 0; i < in; ++i) {
                shared = 0.7 * shared + 0.7 * random.normal();
                x[row * in + i] = static_cast<float>(size[i] * shared);
            }
        }
    }

    /// 2/n X^T X by its definition.
    std::vector<double> hessian() const {
        std::vector<double> h(in * in, 0.0);
        for (std::size_t i = 0; i < in; ++i) {
            for (std::size_t j = 0; j < in; ++j) {
                for (std::size_t row = 0; row < rows; ++row) {
                    h[i * in + j] += 2.0 * x[row * in + i] * x[row * in + j] / double(rows);
                }
            }
        }
        return h;
    }

    /// Mean over the rows of the squared error of all outputs.
    double outputError(std::span<const float> changed) const {
        double sum = 0;
        for (std::size_t row = 0; row < rows; ++row) {
            for (std::size_t o = 0; o < out; ++o) {
                double y = 0;
                for (std::size_t i = 0; i < in; ++i) {
                    y += (double(changed[o * in + i]) - weight.values()[o * in + i]) *
                         x[row * in + i];
                }
                sum += y * y;
            }
        }
        return sum / double(rows);
    }
};

}  // namespace zeropoint::test
