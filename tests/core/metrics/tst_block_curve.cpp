// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/block_curve.h"
#include "core/metrics/error_report.h"
#include "core/tensor/synthetic_spec.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace zeropoint;

namespace {

Tensor weights() {
    return generate(parseSynthetic("student-t?dof=4,n=1280,seed=8").value()).value();
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
        if (!dequantizeBlocks(format, bytes, back)) {
            return {};
        }
        for (std::size_t i = 0; i < block; ++i) {
            const double error = double{back[i]} - double{values[i]};
            (clipped[i] == values[i] ? out.roundMse : out.clipMse) += error * error;
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
