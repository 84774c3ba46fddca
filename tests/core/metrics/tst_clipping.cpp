// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later

// What cannot be represented is clipped, and not called rounding: tensors that others met, and the
// definition against a slow reference over shapes, axes, groups and formats.
#include "core/files/weight_file.h"
#include "core/metrics/error_report.h"
#include "core/numerics/block_format.h"
#include "core/quantization/block_tensor.h"
#include "core/quantization/quantize.h"
#include "core/support/random.h"
#include "tests/support/golden.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

using namespace zeropoint;

namespace {

Tensor trial(const QString& name) {
    const auto file = openWeightFile(test::golden("trials/" + name).toStdString());
    return file.value()->read(0).value();
}

ErrorReport reportOn(const Tensor& tensor, const QuantScheme& scheme) {
    return measureError(tensor, scheme, calibrate(tensor, scheme).value()).value();
}

QuantScheme withFormat(const char* format) {
    QuantScheme scheme;
    scheme.format = format;
    return scheme;
}

/// The unit of every value, by counting coordinates.
std::vector<std::size_t> unitsOf(const Shape& shape, const QuantScheme& scheme) {
    std::size_t size = 1;
    for (const std::int64_t extent : shape) {
        size *= static_cast<std::size_t>(extent);
    }
    std::vector<std::size_t> units(size, 0);
    const auto row = static_cast<std::size_t>(shape.back());
    std::size_t inner = 1;
    for (std::size_t i = static_cast<std::size_t>(scheme.axis) + 1; i < shape.size(); ++i) {
        inner *= static_cast<std::size_t>(shape[i]);
    }
    for (std::size_t i = 0; i < size; ++i) {
        if (scheme.granularity == Granularity::Channel) {
            units[i] =
                i / inner % static_cast<std::size_t>(shape[static_cast<std::size_t>(scheme.axis)]);
        } else if (scheme.granularity == Granularity::Group) {
            const auto group = static_cast<std::size_t>(scheme.groupSize);
            units[i] = i / row * ((row + group - 1) / group) + i % row / group;
        }
    }
    return units;
}

/// The levels of a unit without its zero point, ascending, before the scale.
std::vector<double> levelsOfScheme(const QuantScheme& scheme) {
    const NumberFormat& format = numberFormat(scheme.format);
    std::vector<double> levels;
    if (format.kind == FormatKind::Integer) {
        const int half = 1 << (format.bits - 1);
        const int low = format.isSigned ? -half + (scheme.narrow && scheme.symmetric ? 1 : 0) : 0;
        for (int q = low; q < (format.isSigned ? half : 2 * half); ++q) {
            levels.push_back(q);
        }
        return levels;
    }
    for (std::uint64_t code = 0; code < std::uint64_t{1} << format.bits; ++code) {
        if (const double level = decode(format, code); std::isfinite(level)) {
            levels.push_back(level);
        }
    }
    std::sort(levels.begin(), levels.end());
    levels.erase(std::unique(levels.begin(), levels.end()), levels.end());
    return levels;
}

struct Slow {
    double clip = 0;
    double round = 0;
    double largest = 0;
    std::size_t clipped = 0;
    std::size_t nearEnds = 0;  ///< values so near an end that float32 may decide otherwise
};

/// Nearest of all levels, by looking at each; clipped as docs/DEFINITIONS.md has it. Ties and ends
/// within float32's rounding are left to the product.
Slow slowReport(const Tensor& tensor, const QuantScheme& scheme, const Calibration& calibration) {
    const std::vector<std::size_t> units = unitsOf(tensor.shape(), scheme);
    const std::vector<double> levels = levelsOfScheme(scheme);
    Slow out;
    for (std::size_t i = 0; i < tensor.size(); ++i) {
        const double x = tensor.values()[i];
        const QuantParams& params = calibration.params[units[i]];
        const RealRange& asked = calibration.ranges[units[i]];
        const auto real = [&](double level) { return params.scale * (level - params.zeroPoint); };
        double least = HUGE_VAL;
        for (const double level : levels) {
            least = std::min(least, std::abs(real(level) - x));
        }
        const bool integer = numberFormat(scheme.format).kind == FormatKind::Integer;
        const double highest = real(levels.back());
        const double lowest = integer && scheme.symmetric ? -highest : real(levels.front());
        const double lowStep = real(levels[1]) - real(levels[0]);
        const double highStep = highest - real(levels[levels.size() - 2]);
        const bool keepsHigh = std::abs(highest - asked.hi) <= 0.5001 * highStep;
        const bool keepsLow = std::abs(lowest - asked.lo) <= 0.5001 * lowStep;
        const double hi = keepsHigh ? asked.hi : highest;
        const double lo = keepsLow ? asked.lo : lowest;
        const bool outside = x < lo || x > hi;
        out.nearEnds +=
            std::abs(x - hi) < 1e-6 * std::abs(hi) || std::abs(x - lo) < 1e-6 * std::abs(lo);
        out.clipped += outside;
        (outside ? out.clip : out.round) += least * least;
        out.largest = std::max(out.largest, least);
    }
    return out;
}

}  // namespace

class TestClipping : public QObject {
    Q_OBJECT

private slots:
    // FP16 has no scale that is small enough: its neighbour below cuts 1003 of 4096 values, which
    // are whole multiples of it, so that no value is rounded.
    void aScaleThatFp16CannotHold() {
        ZEROPOINT_NEED_GOLDEN("trials/cal_fp16_narrow.npy");
        const Tensor tensor = trial("cal_fp16_narrow.npy");
        QuantScheme scheme;
        scheme.scaleFormat = ScaleFormat::Fp16;
        const Calibration calibration = calibrate(tensor, scheme).value();
        QCOMPARE(calibration.params[0].scale, 0x1p-24);
        const ErrorReport report = measureError(tensor, scheme, calibration).value();
        std::size_t clipped = 0;
        double error = 0;
        for (const float x : tensor.values()) {
            // The symmetric range ends at 127 steps; below it one more code makes no error yet.
            const double over = std::max(x - 127 * 0x1p-24, -128 * 0x1p-24 - x);
            clipped += std::abs(x) > 127 * 0x1p-24;
            error += over > 0 ? over * over : 0;
        }
        QCOMPARE(clipped, std::size_t{1003});
        QCOMPARE(report.clipped, clipped);
        QCOMPARE_LE(std::abs(report.clippedFraction - 0.244870), 1e-5);
        QCOMPARE(report.roundMse, 0.0);
        QCOMPARE_LE(std::abs(report.clipMse - error / 4096), 1e-9 * error / 4096);
        const RealRange reached = reachedRange(calibration, scheme);
        QCOMPARE(reached, (RealRange{-128 * 0x1p-24, 127 * 0x1p-24}));
        QCOMPARE_LT(reached.hi, calibration.hi);
    }

    // OCP's floor rule leaves 500 beyond 448; rounding the scale up clips nothing.
    void mxBlocksClip_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("rule");
        QTest::addColumn<int>("clipped");
        QTest::addColumn<double>("clipSum");
        const auto rule = [](ScaleRule value) { return static_cast<int>(value); };
        QTest::newRow("500, floor") << "cal_mx500.npy"
                                    << "mxfp8-e4m3" << rule(ScaleRule::Floor) << 2 << 2.0 * 52 * 52;
        QTest::newRow("500, ceil") << "cal_mx500.npy"
                                   << "mxfp8-e4m3" << rule(ScaleRule::Ceil) << 0 << 0.0;
        // 500 = 1.953125 * 2^8 rounds to 2 * 2^8 with three mantissa bits.
        QTest::newRow("500, even") << "cal_mx500.npy"
                                   << "mxfp8-e4m3" << rule(ScaleRule::Even) << 0 << 0.0;
        QTest::newRow("7.5, floor") << "cal_mx4_75.npy"
                                    << "mxfp4" << rule(ScaleRule::Floor) << 2 << 2.0 * 1.5 * 1.5;
        QTest::newRow("7.5, ceil") << "cal_mx4_75.npy"
                                   << "mxfp4" << rule(ScaleRule::Ceil) << 0 << 0.0;
        QTest::newRow("7.5, even") << "cal_mx4_75.npy"
                                   << "mxfp4" << rule(ScaleRule::Even) << 0 << 0.0;
    }
    void mxBlocksClip() {
        QFETCH(QString, file);
        QFETCH(QString, format);
        QFETCH(int, rule);
        QFETCH(int, clipped);
        QFETCH(double, clipSum);
        ZEROPOINT_NEED_GOLDEN("trials/" + file);
        const Tensor tensor = trial(file);
        QuantScheme scheme = withFormat(qPrintable(format));
        scheme.scaleRule = static_cast<ScaleRule>(rule);
        const ErrorReport report = measureError(tensor, scheme, {}).value();
        QCOMPARE(report.clipped, static_cast<std::size_t>(clipped));
        QCOMPARE(report.clipMse, clipSum / static_cast<double>(tensor.size()));
        QCOMPARE(report.mse, report.clipMse + report.roundMse);
    }

    // A power of two is no rounded scale: what lies beyond the largest element is cut, be it by
    // less than half a step, and whatever else is in its block.
    void mxBlocksClipWithinHalfAStep_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("rule");
        QTest::addColumn<QList<float>>("largest");
        QTest::addColumn<int>("clipped");
        using Values = QList<float>;
        const auto row = [](const char* format, ScaleRule rule, const Values& largest, int count) {
            QTest::addRow("%s, %d, %g", format, static_cast<int>(rule), double{largest[0]})
                << format << static_cast<int>(rule) << largest << count;
        };
        row("mxfp4", ScaleRule::Floor, {6.0F, -6.0F}, 0);
        row("mxfp4", ScaleRule::Floor, {6.4F, -6.1F, 6.0F}, 2);
        row("mxfp4", ScaleRule::Floor, {7.5F, 6.4F, -6.0F}, 2);
        row("mxfp4", ScaleRule::Even, {6.4F, 6.0F}, 1);
        row("mxfp4", ScaleRule::Ceil, {6.4F, 6.0F}, 0);
        row("mxfp8-e4m3", ScaleRule::Floor, {450.0F, -449.0F, 448.0F}, 2);
        row("mxfp8-e5m2", ScaleRule::Floor, {60000.0F, 57344.0F}, 1);
        row("mxfp6-e2m3", ScaleRule::Floor, {-7.6F, 7.5F}, 1);
        row("mxfp6-e3m2", ScaleRule::Floor, {29.0F, 28.0F}, 1);
    }
    void mxBlocksClipWithinHalfAStep() {
        QFETCH(QString, format);
        QFETCH(int, rule);
        QFETCH(QList<float>, largest);
        QFETCH(int, clipped);
        std::vector<float> values(32, 0.5F);
        std::copy(largest.begin(), largest.end(), values.begin());
        QuantScheme scheme = withFormat(qPrintable(format));
        scheme.scaleRule = static_cast<ScaleRule>(rule);
        const ErrorReport report = measureError(Tensor("", {32}, values), scheme, {}).value();
        QCOMPARE(report.clipped, static_cast<std::size_t>(clipped));
        QCOMPARE(report.clipMse > 0, clipped > 0);
    }

    // GGUF's scales are FP16: beyond 65504 steps of it the codes do not reach.
    void ggufScalesBeyondFp16() {
        std::vector<float> values(32, 1e7F);
        values[3] = 1e5F;
        const ErrorReport report =
            measureError(Tensor("", {32}, values), withFormat("q8_0"), {}).value();
        // d = 1e7 / 127 = 78740, stored 65504: 127 d = 8319008.
        QCOMPARE(report.clipped, std::size_t{31});
        QCOMPARE_LE(std::abs(report.clipMse - 31.0 / 32 * std::pow(1e7 - 127 * 65504.0, 2)),
                    1e-9 * report.clipMse);
    }

    // Q4_0 gives the code -8 to the extreme; the other side ends at 7.
    void q40EndsAtSevenOnTheOtherSide() {
        std::vector<float> values(32, 0.0F);
        values[0] = -8;
        values[1] = 8;
        values[2] = 7.4F;
        const ErrorReport report =
            measureError(Tensor("", {32}, values), withFormat("q4_0"), {}).value();
        QCOMPARE(report.clipped, std::size_t{2});
        QCOMPARE_LE(std::abs(report.clipMse - (1 + 0.16) / 32), 1e-6);
        QCOMPARE_LE(report.roundMse, 1e-12);
    }

    // A cast is not clipped by a range, but by its format.
    void castsOverflowAsTheirFormatsSay_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("overflow");
        QTest::addColumn<double>("stored");
        const auto rule = [](OverflowRule value) { return static_cast<int>(value); };
        QTest::newRow("fp16") << "fp16" << rule(OverflowRule::Usual) << HUGE_VAL;
        QTest::newRow("fp16 saturating") << "fp16" << rule(OverflowRule::Saturate) << 65504.0;
        QTest::newRow("bf16") << "bf16" << rule(OverflowRule::Usual) << double{0x1.94p99F};
        QTest::newRow("fp32") << "fp32" << rule(OverflowRule::Usual) << double{1e30F};
    }
    void castsOverflowAsTheirFormatsSay() {
        QFETCH(QString, format);
        QFETCH(int, overflow);
        QFETCH(double, stored);
        QuantScheme scheme = withFormat(qPrintable(format));
        scheme.overflow = static_cast<OverflowRule>(overflow);
        const Tensor tensor("", {4}, {1e30F, 1, -2, 0.5F});
        const Calibration calibration = calibrate(tensor, scheme).value();
        const Tensor fake = fakeQuantize(tensor, scheme, calibration).value();
        QCOMPARE(double{fake.values()[0]}, stored);
        const ErrorReport report = measureError(tensor, scheme, calibration).value();
        const bool clips = stored != double{1e30F} && format == "fp16";
        QCOMPARE(report.clipped, std::size_t(clips ? 1 : 0));
        QCOMPARE(std::isinf(report.mse), std::isinf(stored));
        QCOMPARE(report.roundMse == 0, format != "bf16");
        if (std::isinf(stored)) {
            QCOMPARE(report.sqnrDb, -HUGE_VAL);
            QVERIFY(std::isnan(report.cosine));
        }
    }

    // A range by hand under FP8: saturation keeps 448 steps, the other rule leaves the numbers.
    void fp8SaturatesOrOverflows() {
        const Tensor tensor("", {3}, {4, 0.5F, -0.25F});
        for (const char* format : {"fp8-e4m3", "fp8-e5m2"}) {
            QuantScheme scheme = withFormat(format);
            scheme.range = {RangeMethod::Kind::Explicit, 0, -1, 1};
            const ErrorReport kept = reportOn(tensor, scheme);
            QCOMPARE(kept.clipped, std::size_t{1});
            QCOMPARE_LE(std::abs(kept.clipMse - 3), 1e-5);
            scheme.overflow = OverflowRule::Special;
            const ErrorReport lost = reportOn(tensor, scheme);
            QCOMPARE(lost.clipped, std::size_t{1});
            QVERIFY(std::isinf(lost.clipMse) && std::isinf(lost.mse) && !std::isinf(lost.roundMse));
            const Tensor fake =
                fakeQuantize(tensor, scheme, calibrate(tensor, scheme).value()).value();
            QCOMPARE(std::isnan(fake.values()[0]), format == std::string("fp8-e4m3"));
        }
    }

    // Values are float32, and 0.1 is there above 0.1: it is no value beyond a range that ends at
    // 0.1.
    void endsAreInsideOfTheRangeByHand_data() {
        QTest::addColumn<double>("end");
        QTest::addColumn<QString>("format");
        for (const double end : {0.1, 0.37, 0.7, 1.0 / 3, 1e-30, 123456.789}) {
            for (const char* format : {"int4", "int8", "uint8", "fp8-e4m3", "nf4", "ternary"}) {
                QTest::addRow("%g, %s", end, format) << end << QString(format);
            }
        }
    }
    void endsAreInsideOfTheRangeByHand() {
        QFETCH(double, end);
        QFETCH(QString, format);
        const auto value = static_cast<float>(end);
        QuantScheme scheme = withFormat(qPrintable(format));
        scheme.range = {RangeMethod::Kind::Explicit, 0, -end, end};
        QCOMPARE(reportOn(Tensor("", {3}, {value, 0, -value}), scheme).clipped, std::size_t{0});
        const float beyond = std::nextafter(value, std::numeric_limits<float>::infinity());
        const Tensor outside("", {3}, {beyond, 0, -beyond});
        QCOMPARE(reportOn(outside, scheme).clipped, std::size_t{2});
    }

    // IQ4_NL's levels end at -127 and 113: the scale reaches both ends, so min-max cuts nothing;
    // a range by hand that reaches one side less clips there.
    void booksOfUnevenEnds() {
        const QuantScheme scheme = withFormat("iq4nl");
        const Tensor up("", {3}, {113, -20, 5});
        QCOMPARE(calibrate(up, scheme).value().params[0].scale, 1.0);
        QCOMPARE(reportOn(up, scheme).clipped, std::size_t{0});
        const Tensor down("", {3}, {-127, 20, 5});
        QCOMPARE(calibrate(down, scheme).value().params[0].scale, 1.0);
        const Tensor both("", {3}, {127, -127, 5});
        QCOMPARE_LE(std::abs(calibrate(both, scheme).value().params[0].scale - 127.0 / 113), 1e-6);
        QCOMPARE(reportOn(both, scheme).clipped, std::size_t{0});
        QCOMPARE_LE(reportOn(both, scheme).maxAbsError, 12 * 127.0 / 113);
    }

    void minMaxClipsNothing_data() {
        QTest::addColumn<QString>("format");
        for (const NumberFormat& format : numberFormats()) {
            const bool number = format.specials != Specials::ScaleOnly;
            if (number && format.bits <= 32) {
                const auto id =
                    QString::fromLatin1(format.id.data(), static_cast<qsizetype>(format.id.size()));
                QTest::newRow(qPrintable(id)) << id;
            }
        }
    }
    void minMaxClipsNothing() {
        QFETCH(QString, format);
        Random random(3);
        for (int trial = 0; trial < 30; ++trial) {
            std::vector<float> values(257);
            const double size = std::exp(6 * random.normal());
            for (float& value : values) {
                value =
                    static_cast<float>(std::clamp(size * random.normal() + 0.2 * size, -6e4, 6e4));
            }
            const Tensor tensor("", {257}, values);
            for (const bool symmetric : {true, false}) {
                for (const Convention convention :
                     {Convention::Zeropoint, Convention::PyTorch, Convention::Onnx,
                      Convention::TfLite, Convention::Gguf}) {
                    QuantScheme scheme = withFormat(qPrintable(format));
                    scheme.symmetric = symmetric;
                    scheme.convention = convention;
                    const ErrorReport report = reportOn(tensor, scheme);
                    QCOMPARE(report.clipped, std::size_t{0});
                    QCOMPARE(report.clipMse, 0.0);
                }
            }
        }
    }

    void theDefinitionHolds_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("symmetric");
        QTest::addColumn<int>("granularity");
        QTest::addColumn<int>("axis");
        QTest::addColumn<int>("scaleFormat");
        QTest::addColumn<int>("method");
        using Kind = RangeMethod::Kind;
        for (const QString format :
             {"int2", "int4", "int8", "uint3", "uint8", "fp8-e4m3", "fp8-e5m2", "fp4-e2m1", "nf4",
              "iq4nl", "fp4-bnb", "ternary"}) {
            for (const auto& [granularity, axis] :
                 {std::pair{0, 0}, std::pair{1, 0}, std::pair{1, 1}, std::pair{1, 2},
                  std::pair{2, 0}}) {
                for (const ScaleFormat scales : {ScaleFormat::Fp32, ScaleFormat::Fp16,
                                                 ScaleFormat::E8m0, ScaleFormat::Double}) {
                    const bool symmetric = !format.startsWith("u");
                    const Kind method = axis == 1 ? Kind::Percentile : Kind::MinMax;
                    QTest::addRow("%s, granularity %d, axis %d, scales %d", qPrintable(format),
                                  granularity, axis, static_cast<int>(scales))
                        << format << symmetric << granularity << axis << static_cast<int>(scales)
                        << static_cast<int>(method);
                }
            }
        }
    }

    void theDefinitionHolds() {
        QFETCH(QString, format);
        QFETCH(bool, symmetric);
        QFETCH(int, granularity);
        QFETCH(int, axis);
        QFETCH(int, scaleFormat);
        QFETCH(int, method);
        Random random(static_cast<std::uint64_t>(granularity + 7 * axis + 31));
        const Shape shape = {5, 7, 24};
        std::vector<float> values(5 * 7 * 24);
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double size = std::exp(random.normal());
            values[i] = static_cast<float>(size * (0.3 + random.laplace()));
        }
        const Tensor tensor("", shape, values);
        QuantScheme scheme = withFormat(qPrintable(format));
        scheme.symmetric = symmetric;
        scheme.granularity = static_cast<Granularity>(granularity);
        scheme.axis = axis;
        scheme.groupSize = 9;
        scheme.scaleFormat = static_cast<ScaleFormat>(scaleFormat);
        scheme.doubleBlock = 16;
        scheme.range.kind = static_cast<RangeMethod::Kind>(method);
        scheme.range.percentile = 90;
        const Calibration calibration = calibrate(tensor, scheme).value();
        const ErrorReport report = measureError(tensor, scheme, calibration).value();
        const Slow slow = slowReport(tensor, scheme, calibration);
        const auto n = static_cast<double>(tensor.size());
        const double mse = (slow.clip + slow.round) / n;
        QCOMPARE_LE(std::abs(report.mse - mse), 2e-6 * mse);
        QCOMPARE_LE(std::abs(report.maxAbsError - slow.largest), 2e-6 * slow.largest);
        QCOMPARE_LE(
            std::abs(static_cast<double>(report.clipped) - static_cast<double>(slow.clipped)),
            static_cast<double>(slow.nearEnds));
        if (report.clipped == slow.clipped) {
            QCOMPARE_LE(std::abs(report.clipMse - slow.clip / n), 2e-6 * mse);
        }
    }
};

QTEST_APPLESS_MAIN(TestClipping)
#include "tst_clipping.moc"
