// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/block_curve.h"
#include "core/metrics/error_report.h"
#include "core/tensor/synthetic_spec.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <string_view>
#include <utility>

using namespace zeropoint;

namespace {

Tensor weights() {
    return generate(parseSynthetic("student-t?dof=4,n=1280,seed=8").value()).value();
}

/// The outermost levels of a format's codes and the steps between the last two, from its document.
/// No steps where the scale is a power of two, which is not rounded: all beyond a level is cut.
struct Ends {
    double lowest;
    double highest;
    double lowStep;
    double highStep;
};
Ends endsOf(std::string_view id) {
    if (id == "q8_0") {
        return {-128, 127, 1, 1};
    }
    if (id == "q4_0") {
        return {-8, 7, 1, 1};
    }
    if (id == "q4_1") {
        return {0, 15, 1, 1};
    }
    if (id == "mxfp4") {
        return {-6, 6, 0, 0};
    }
    if (id == "mxfp8-e4m3") {
        return {-448, 448, 0, 0};
    }
    if (id == "mxint8") {
        return {-127.0 / 64, 127.0 / 64, 0, 0};
    }
    return {-1, 1, 0.3038, 0.2770};  // NF4
}

/// Whether a value of a block lies beyond what the codes reach with the block's stored scale: an
/// end that is at most half a step short of the block's own extreme is rounding.
bool beyond(double x, std::span<const float> block, double scale, double minimum, Ends ends) {
    double lo = scale * ends.lowest + minimum;
    double hi = scale * ends.highest + minimum;
    double lowStep = std::abs(scale) * ends.lowStep;
    double highStep = std::abs(scale) * ends.highStep;
    if (scale < 0) {
        std::swap(lo, hi);
        std::swap(lowStep, highStep);
    }
    if (ends.highStep == 0) {
        return x > hi || x < lo;
    }
    const auto [least, most] = std::minmax_element(block.begin(), block.end());
    return (x > hi && *most - hi > highStep / 2 + 1e-6 * std::abs(hi)) ||
           (x < lo && lo - *least > lowStep / 2 + 1e-6 * std::abs(lo));
}

/// The definition, one block at a time and in double.
RangeError slowPoint(const Tensor& tensor, const BlockFormat& format, double share) {
    const auto block = static_cast<std::size_t>(format.valuesPerBlock);
    RangeError out;
    for (std::size_t at = 0; at < tensor.size(); at += block) {
        const auto values = tensor.values().subspan(at, block);
        const auto [least, most] = std::minmax_element(values.begin(), values.end());
        double lo = std::min(0.0, double{*least});
        double hi = std::max(0.0, double{*most});
        if (!format.hasMinimum) {
            hi = std::max(-lo, hi);
            lo = -hi;
        }
        std::vector<float> clipped;
        for (const float value : values) {
            clipped.push_back(
                std::clamp(value, static_cast<float>(lo * share), static_cast<float>(hi * share)));
        }
        std::vector<float> back(block);
        const auto bytes = quantizeBlocks(format, clipped).value();
        const BlockTerm term = termOfValue(format, bytes, 0);
        if (!dequantizeBlocks(format, bytes, back)) {
            return {};
        }
        for (std::size_t i = 0; i < block; ++i) {
            const double error = double{back[i]} - double{values[i]};
            const bool cut = clipped[i] != values[i] || beyond(values[i], clipped, term.scale,
                                                               term.minimum, endsOf(format.id));
            (cut ? out.clipMse : out.roundMse) += error * error;
        }
    }
    const auto count = static_cast<double>(tensor.size());
    out.clipMse /= count;
    out.roundMse /= count;
    return out;
}

}  // namespace

class TestBlockCurve : public QObject {
    Q_OBJECT

private slots:
    void everyPointIsTheDefinition_data() {
        QTest::addColumn<QString>("id");
        for (const char* id : {"q8_0", "q4_0", "q4_1", "mxfp4", "mxfp8-e4m3", "mxint8", "nf4-64"}) {
            QTest::newRow(id) << id;
        }
    }
    void everyPointIsTheDefinition() {
        QFETCH(QString, id);
        const BlockFormat& format = *findBlockFormat(id.toStdString());
        const Tensor tensor = weights();
        const ErrorCurve curve = blockErrorCurve(tensor, format, 5).value();
        QCOMPARE(curve.points.size(), std::size_t{5});
        for (std::size_t i = 0; i < 5; ++i) {
            const RangeError slow = slowPoint(tensor, format, (double(i) + 1) / 5);
            const RangeError& point = curve.points[i];
            QCOMPARE_LE(std::abs(point.clipMse - slow.clipMse), 1e-12);
            QCOMPARE_LE(std::abs(point.roundMse - slow.roundMse), 1e-12);
            QCOMPARE_GE(point.mse, curve.points[curve.best].mse);
        }
    }

    void theWholeRangeIsTheFormatItself() {
        const Tensor tensor = weights();
        QuantScheme scheme;
        scheme.format = "nvfp4";
        const ErrorReport report = measureError(tensor, scheme, {}).value();
        const RangeError last =
            blockErrorCurve(tensor, *findBlockFormat("nvfp4"), 3).value().points.back();
        QCOMPARE_LE(std::abs(last.mse - report.mse), 1e-12 * report.mse);
        QCOMPARE(last.clipMse, 0.0);
        QCOMPARE(last.clippedFraction, 0.0);
    }

    // By hand: 3.5 has the scale 0.5, under which 6 is the largest level, so 3; its half, 1.75, has
    // the scale 0.25, so 1.5.
    void aScalarIsABlock() {
        const ErrorCurve curve =
            blockErrorCurve(Tensor("", {}, {3.5F}), *findBlockFormat("mxfp4"), 2).value();
        QCOMPARE(curve.points[0].mse, 4.0);
        QCOMPARE(curve.points[1].mse, 0.25);
    }

    void refusals() {
        const auto outcome = [](const char* id, std::size_t points) {
            return test::outcomeOf(blockErrorCurve(weights(), *findBlockFormat(id), points));
        };
        COMPARE_ERROR(outcome("q2_k", 3), ErrorCode::Unsupported);
        COMPARE_ERROR(outcome("q8_0", 0), ErrorCode::InvalidArgument);
        std::stop_source stop;
        stop.request_stop();
        const Execution stopped{nullptr, {}, stop.get_token()};
        COMPARE_ERROR(blockErrorCurve(weights(), *findBlockFormat("q8_0"), 3, stopped),
                      ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestBlockCurve)
#include "tst_block_curve.moc"
