// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/ptq/hessian.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>

namespace zeropoint {
namespace {

using RowMatrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

}  // namespace

Result<std::vector<double>> inputHessian(std::span<const float> rows, std::size_t width,
                                         const Execution& execution) {
    const auto columns = static_cast<Eigen::Index>(width);
    std::vector<double> hessian(width * width, 0.0);
    Eigen::Map<RowMatrix> sum(hessian.data(), columns, columns);
    // Float32 rows in double, a stretch at a time: the sum of thousands of products keeps its
    // digits.
    constexpr std::size_t stretch = 512;
    const std::size_t count = width == 0 ? 0 : rows.size() / width;
    for (std::size_t row = 0; row < count; row += stretch) {
        if (execution.stopRequested()) {
            return fail(ErrorCode::Cancelled, "The calibration was stopped");
        }
        const auto part = static_cast<Eigen::Index>(std::min(stretch, count - row));
        const Eigen::Map<
            const Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>>
            x(rows.data() + row * width, part, columns);
        const RowMatrix wide = x.cast<double>();
        sum.selfadjointView<Eigen::Lower>().rankUpdate(wide.transpose());
    }
    const double factor = count == 0 ? 0.0 : 2.0 / static_cast<double>(count);
    for (std::size_t i = 0; i < width; ++i) {
        for (std::size_t j = 0; j <= i; ++j) {
            hessian[i * width + j] *= factor;
            hessian[j * width + i] = hessian[i * width + j];
        }
    }
    return hessian;
}

std::vector<double> outputErrors(std::span<const float> exact, std::span<const float> changed,
                                 std::span<const double> hessian) {
    if (exact.empty()) {
        return {};
    }
    const auto in = static_cast<Eigen::Index>(std::sqrt(static_cast<double>(hessian.size())));
    const auto out = static_cast<Eigen::Index>(exact.size()) / in;
    using Floats = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    const Eigen::Map<const Floats> before(exact.data(), out, in);
    const Eigen::Map<const Floats> after(changed.data(), out, in);
    const Eigen::Map<const RowMatrix> h(hessian.data(), in, in);
    const RowMatrix error = after.cast<double>() - before.cast<double>();
    const Eigen::VectorXd sums = 0.5 * (error * h).cwiseProduct(error).rowwise().sum();
    return {sums.data(), sums.data() + sums.size()};
}

}  // namespace zeropoint
