// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/ptq/gptq.h"

#include "core/calibration/calibrate.h"
#include "core/methods/ptq/column_rounder.h"

#include <Eigen/Dense>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace zeropoint {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Floats = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

// Rows that one shard takes through all columns: wide enough for the vector units, and its part
// of a weight of 1024 columns stays in a core's own cache.
constexpr std::size_t rowsAtOnce = 64;

tl::unexpected<Error> stopped() {
    return fail(ErrorCode::Cancelled, "The quantization was stopped");
}

/// The order in which columns are taken.
std::vector<Index> columnOrder(const Eigen::Ref<const MatrixXd>& hessian, bool actOrder) {
    std::vector<Index> order(static_cast<std::size_t>(hessian.rows()));
    std::iota(order.begin(), order.end(), Index{0});
    if (actOrder) {
        std::stable_sort(order.begin(), order.end(),
                         [&](Index a, Index b) { return hessian(a, a) > hessian(b, b); });
    }
    return order;
}

/// The Hessian in that order, damped; columns that no input reaches stand alone with a diagonal
/// of 1, so that they neither give nor take.
MatrixXd dampedHessian(const Eigen::Ref<const MatrixXd>& hessian, const std::vector<Index>& order,
                       double damping) {
    const Index size = hessian.rows();
    const double added = damping * hessian.diagonal().mean();
    MatrixXd ordered(size, size);
    for (Index j = 0; j < size; ++j) {
        for (Index i = 0; i < size; ++i) {
            ordered(i, j) =
                hessian(order[static_cast<std::size_t>(i)], order[static_cast<std::size_t>(j)]);
        }
    }
    for (Index i = 0; i < size; ++i) {
        ordered(i, i) = ordered(i, i) == 0 ? 1.0 : ordered(i, i) + added;
    }
    return ordered;
}

/// Columns between two looks at the stop token.
constexpr Index panel = 256;

/// The lower triangle of a becomes L with a = L L^T, panel by panel in place; what lies above it
/// stays. False when a is not positive definite, or when stopped.
bool factorInPlace(MatrixXd& a, const Execution& execution) {
    const Index size = a.rows();
    for (Index begin = 0; begin < size; begin += panel) {
        if (execution.stopRequested()) {
            return false;
        }
        const Index width = std::min(panel, size - begin);
        const Index below = size - begin - width;
        Eigen::Ref<MatrixXd> corner = a.block(begin, begin, width, width);
        const Eigen::LLT<Eigen::Ref<MatrixXd>> factor(corner);
        if (factor.info() != Eigen::Success) {
            return false;
        }
        if (below == 0) {
            continue;
        }
        auto left = a.block(begin + width, begin, below, width);
        corner.triangularView<Eigen::Lower>().transpose().solveInPlace<Eigen::OnTheRight>(left);
        a.bottomRightCorner(below, below).selfadjointView<Eigen::Lower>().rankUpdate(left, -1.0);
    }
    return true;
}

/// The inverse of a from its factor L, whose lower triangle `lower` holds. False when stopped.
bool invertFactored(const MatrixXd& lower, MatrixXd& inverse, const Execution& execution) {
    const Index size = lower.rows();
    inverse = MatrixXd::Identity(size, size);
    for (Index begin = 0; begin < size; begin += panel) {
        if (execution.stopRequested()) {
            return false;
        }
        // Columns of the identity are zero above their own place, and so are those of inv(L).
        const Index width = std::min(panel, size - begin);
        const Index rest = size - begin;
        auto columns = inverse.block(begin, begin, rest, width);
        lower.bottomRightCorner(rest, rest).triangularView<Eigen::Lower>().solveInPlace(columns);
        auto whole = inverse.middleCols(begin, width);
        lower.triangularView<Eigen::Lower>().transpose().solveInPlace(whole);
    }
    return true;
}

/// U with inverse(H) = U^T U, as float rows. Cholesky twice: H = L L^T gives the inverse, whose
/// own factor is U. Takes the Hessian's memory for the first.
Result<Floats> inverseFactor(MatrixXd hessian, const Execution& execution) {
    const auto failed = [&execution]() -> tl::unexpected<Error> {
        if (execution.stopRequested()) {
            return stopped();
        }
        return fail(ErrorCode::InvalidArgument, "The Hessian is not positive definite", "hessian",
                    "Calibrate with more rows, or raise the damping");
    };
    if (!factorInPlace(hessian, execution)) {
        return failed();
    }
    MatrixXd inverse;
    if (!invertFactored(hessian, inverse, execution)) {
        return stopped();
    }
    hessian.resize(0, 0);
    if (!factorInPlace(inverse, execution)) {
        return failed();
    }
    Floats upper = Floats::Zero(inverse.rows(), inverse.cols());
    for (Index i = 0; i < inverse.rows(); ++i) {
        for (Index j = i; j < inverse.cols(); ++j) {
            upper(i, j) = static_cast<float>(inverse(j, i));
        }
    }
    return upper;
}

/// Everything that shards share.
struct Job {
    std::span<const float> weight;
    std::size_t out = 0;
    std::size_t in = 0;
    std::vector<Index> order;
    Floats upper;
    std::size_t block = 1;
    const ColumnRounder* rounder = nullptr;
    std::span<std::int32_t> codes;
};

/// Rows [first, first + count) through all columns. The working copy stands column by column.
void roundRows(const Job& job, std::size_t first, std::size_t count, const Execution& execution) {
    const auto rows = static_cast<Index>(count);
    const auto columns = static_cast<Index>(job.in);
    Floats work(columns, rows);
    for (Index j = 0; j < columns; ++j) {
        const auto column = static_cast<std::size_t>(job.order[static_cast<std::size_t>(j)]);
        for (std::size_t r = 0; r < count; ++r) {
            work(j, static_cast<Index>(r)) = job.weight[(first + r) * job.in + column];
        }
    }
    std::vector<std::int32_t> codes(count);
    std::vector<float> back(count);
    const auto block = static_cast<Index>(job.block);
    Floats errors(block, rows);
    for (Index begin = 0; begin < columns && !execution.stopRequested(); begin += block) {
        const Index end = std::min(columns, begin + block);
        for (Index i = begin; i < end; ++i) {
            const auto column = static_cast<std::size_t>(job.order[static_cast<std::size_t>(i)]);
            job.rounder->round(first, column, {work.row(i).data(), count}, codes, back);
            for (std::size_t r = 0; r < count; ++r) {
                job.codes[(first + r) * job.in + column] = codes[r];
            }
            const Eigen::Map<const Eigen::RowVectorXf> rounded(back.data(), rows);
            errors.row(i - begin) = (work.row(i) - rounded) / job.upper(i, i);
            for (Index j = i + 1; j < end; ++j) {
                work.row(j) -= job.upper(i, j) * errors.row(i - begin);
            }
        }
        work.bottomRows(columns - end).noalias() -=
            job.upper.block(begin, end, end - begin, columns - end).transpose() *
            errors.topRows(end - begin);
    }
}

}  // namespace

Result<QuantizedWeight> gptqWeight(const Tensor& weight, const QuantScheme& scheme,
                                   std::span<const double> hessian, const GptqSettings& settings,
                                   const Execution& execution) {
    const bool matrix = weight.shape().size() == 2;
    const auto in = matrix ? static_cast<std::size_t>(weight.shape()[1]) : 0;
    const bool finite = std::ranges::all_of(hessian, [](double h) { return std::isfinite(h); });
    if (!matrix || hessian.size() != in * in || settings.block == 0 || !finite) {
        return fail(ErrorCode::InvalidArgument, "Weight and Hessian do not fit together",
                    toString(weight.shape()), "The Hessian is as wide as the weight's rows");
    }
    const Result<Calibration> calibration = calibrate(weight, scheme, execution);
    if (!calibration) {
        return tl::unexpected(calibration.error());
    }
    const auto rounder = ColumnRounder::make(weight.shape(), scheme, calibration->params);
    if (!rounder) {
        return tl::unexpected(rounder.error());
    }
    const auto size = static_cast<Index>(in);
    const Eigen::Map<const MatrixXd> given(hessian.data(), size, size);  // symmetric: either order
    Job job{weight.values(),
            weight.size() / std::max<std::size_t>(in, 1),
            in,
            columnOrder(given, settings.actOrder),
            {},
            settings.block,
            &*rounder,
            {}};
    Result<Floats> upper =
        inverseFactor(dampedHessian(given, job.order, settings.damping), execution);
    if (!upper) {
        return tl::unexpected(upper.error());
    }
    job.upper = std::move(*upper);
    std::vector<std::int32_t> codes(weight.size());
    job.codes = codes;
    const bool done =
        runShards(execution, (job.out + rowsAtOnce - 1) / rowsAtOnce, [&](std::size_t shard) {
            const std::size_t first = shard * rowsAtOnce;
            roundRows(job, first, std::min(rowsAtOnce, job.out - first), execution);
        });
    if (!done) {
        return stopped();
    }
    return weightOfCodes(weight.shape(), scheme, std::move(codes), calibration->params,
                         calibration->doubled);
}

}  // namespace zeropoint
