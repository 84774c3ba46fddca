// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheme/quantizer.h"
#include "core/scheme/unit_layout.h"
#include "core/support/random.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <array>
#include <bit>
#include <cmath>
#include <limits>

using namespace zeropoint;

namespace {

/// Values of all sizes, ties of every format among them, NaN and infinities.
std::vector<float> everyKindOfValue(const NumberFormat& format, double scale) {
    std::vector<float> values = {0.0F,
                                 -0.0F,
                                 std::numeric_limits<float>::infinity(),
                                 -std::numeric_limits<float>::infinity(),
                                 std::numeric_limits<float>::quiet_NaN(),
                                 1e-42F,
                                 -3e38F};
    Random random(5);
    for (int i = 0; i < 5000; ++i) {
        const double size =
            std::ldexp(0.5 + random.uniform() / 2, static_cast<int>(random.below(24)) - 14);
        values.push_back(static_cast<float>((random.next() & 1 ? size : -size) * scale));
    }
    const std::vector<double> levels = format.kind == FormatKind::Integer || format.bits > 16
                                           ? std::vector<double>{}
                                           : levelsOf(format);
    for (std::size_t i = 0; i + 1 < levels.size(); ++i) {
        values.push_back(static_cast<float>((levels[i] + levels[i + 1]) / 2 * scale));
        values.push_back(static_cast<float>(levels[i] * scale));
    }
    for (int i = -400; i <= 400; ++i) {
        values.push_back(static_cast<float>(i * 0.5 * scale));
    }
    return values;
}

/// The definition in docs and header, one value at a time.
float slowFakeQuantize(float x, const QuantParams& params, const QuantScheme& scheme) {
    const NumberFormat& format = numberFormat(scheme.format);
    const auto scale = static_cast<float>(params.scale);
    if (format.kind == FormatKind::Integer) {
        if (std::isnan(x)) {
            return 0;
        }
        const CodeRange codes = codeRange(scheme);
        const double q =
            std::clamp(static_cast<double>(std::nearbyint(x / scale)) + params.zeroPoint,
                       static_cast<double>(codes.qmin), static_cast<double>(codes.qmax));
        return static_cast<float>(q - params.zeroPoint) * scale;
    }
    const FormatLimits ends = limits(format);
    double y = x / scale;
    // Plain casts overflow as their format says, formats with a scale saturate.
    const bool special = scheme.overflow == OverflowRule::Special ||
                         (scheme.overflow == OverflowRule::Usual && format.bits >= 16);
    if (!special && !std::isnan(y)) {
        y = std::clamp(y, ends.lowest, ends.max);
    }
    const Overflow overflow = special ? Overflow::Specified : Overflow::Saturate;
    const double level = decode(format, encode(format, y, {Rounding::NearestEven, overflow, 0}));
    return static_cast<float>(level) * scale;
}

}  // namespace

class TestQuantizer : public QObject {
    Q_OBJECT

private slots:
    void fastRulesAreTheDefinition_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<double>("scale");
        QTest::addColumn<int>("overflow");
        for (const NumberFormat& format : numberFormats()) {
            if (format.specials == Specials::ScaleOnly || format.bits > 32) {
                continue;
            }
            const auto id =
                QString::fromLatin1(format.id.data(), static_cast<qsizetype>(format.id.size()));
            const bool cast = format.kind != FormatKind::Integer && format.bits >= 16;
            for (const double scale : {1.0, 0.0123F * 1.0, 1024.0}) {
                for (const int overflow : {0, 1, 2}) {
                    if (!cast || scale == 1.0) {
                        QTest::addRow("%s, scale %g, overflow %d", qPrintable(id), scale, overflow)
                            << id << scale << overflow;
                    }
                }
            }
        }
    }

    void fastRulesAreTheDefinition() {
        QFETCH(QString, format);
        QFETCH(double, scale);
        QFETCH(int, overflow);
        QuantScheme scheme;
        scheme.format = format.toStdString();
        scheme.overflow = static_cast<OverflowRule>(overflow);
        const NumberFormat& row = numberFormat(scheme.format);
        scheme.symmetric = row.isSigned;
        const QuantParams params{scale, row.isSigned ? 0 : 1 << (row.bits - 2)};
        const Quantizer quantizer = Quantizer::make(scheme).value();
        const std::vector<float> values = everyKindOfValue(row, scale);
        std::vector<float> fake(values.size());
        std::vector<float> back(values.size());
        std::vector<std::int32_t> codes(values.size());
        quantizer.fakeQuantize(values, params, 0, fake);
        QCOMPARE(quantizer.quantize(values, params, 0, codes), std::size_t{1});
        quantizer.dequantize(codes, params, back);
        for (std::size_t i = 0; i < values.size(); ++i) {
            const float expected = slowFakeQuantize(values[i], params, scheme);
            const bool same = fake[i] == expected && back[i] == expected;
            const bool bothNan = std::isnan(expected) && std::isnan(fake[i]) && std::isnan(back[i]);
            if (!same && !bothNan) {
                QFAIL(qPrintable(QStringLiteral("x %1: expected %2, fake %3, back %4")
                                     .arg(values[i])
                                     .arg(expected)
                                     .arg(fake[i])
                                     .arg(back[i])));
            }
        }
    }

    void errorSumsAreTheDefinition_data() { fastRulesAreTheDefinition_data(); }

    void errorSumsAreTheDefinition() {
        QFETCH(QString, format);
        QFETCH(double, scale);
        QFETCH(int, overflow);
        QuantScheme scheme;
        scheme.format = format.toStdString();
        scheme.overflow = static_cast<OverflowRule>(overflow);
        const NumberFormat& row = numberFormat(scheme.format);
        scheme.symmetric = row.isSigned;
        const QuantParams params{scale, row.isSigned ? 0 : 1 << (row.bits - 2)};
        const RealRange clip{-3 * scale, 2.5 * scale};
        std::vector<float> values = everyKindOfValue(row, scale);
        // What overflows has an infinite error: the next test.
        const double most = limits(row).max * scale;
        const bool cast = row.kind != FormatKind::Integer && row.bits >= 16;
        std::erase_if(values, [&](float x) {
            const bool overflows = (overflow == 2 || cast) && std::abs(double{x}) > most;
            return std::isfinite(x) && (std::abs(x) > 1e30 || overflows);
        });
        const ErrorSums sums = Quantizer::make(scheme).value().error(values, params, clip, 0);
        ErrorSums slow;
        for (const float x : values) {
            slow.nan += std::isnan(x);
            if (!std::isfinite(x)) {
                continue;
            }
            const double d = static_cast<double>(slowFakeQuantize(x, params, scheme)) - x;
            const bool outside = x < clip.lo || x > clip.hi;
            ++slow.count;
            slow.clipped += outside;
            slow.signal += static_cast<double>(x) * x;
            slow.cross += x * d;
            (outside ? slow.clipError : slow.roundError) += d * d;
            slow.maxError = std::max(slow.maxError, std::abs(d));
        }
        QCOMPARE(sums.count, slow.count);
        QCOMPARE(sums.nan, slow.nan);
        QCOMPARE(sums.clipped, slow.clipped);
        QCOMPARE_LE(std::abs(sums.signal - slow.signal), 1e-12 * slow.signal);
        // d in float32 is exact or has a float's relative error.
        QCOMPARE_LE(std::abs(sums.error() - slow.error()), 1e-6 * slow.error());
        QCOMPARE_LE(std::abs(sums.clipError - slow.clipError), 1e-6 * slow.clipError);
        QCOMPARE_LE(std::abs(sums.cross - slow.cross),
                    1e-6 * std::sqrt(slow.signal * slow.error()));
        QCOMPARE_LE(std::abs(sums.maxError - slow.maxError), 1e-6 * slow.maxError);
    }

    // Where a float leaves the finite values, found by the exact encoder on every float around it.
    void overflowBeginsWhereTheFormatSays_data() {
        QTest::addColumn<QString>("format");
        for (const char* format : {"fp16", "bf16", "fp8-e4m3", "fp8-e5m2", "fp8-e4m3fnuz"}) {
            QTest::newRow(format) << format;
        }
    }
    void overflowBeginsWhereTheFormatSays() {
        QFETCH(QString, format);
        QuantScheme scheme;
        scheme.format = format.toStdString();
        scheme.overflow = OverflowRule::Special;
        const NumberFormat& row = numberFormat(scheme.format);
        const double max = limits(row).max;
        const Quantizer quantizer = Quantizer::make(scheme).value();
        auto x = static_cast<float>(max + unitInLastPlace(row, max) / 2);
        for (int i = 0; i < 500; ++i) {
            x = std::nextafter(x, 0.0F);
        }
        int overflowed = 0;
        for (int i = 0; i < 1000; ++i, x = std::nextafter(x, HUGE_VALF)) {
            const double exact = decode(row, encode(row, x));
            std::array<float, 1> fake{};
            std::array<std::int32_t, 1> code{};
            quantizer.fakeQuantize({&x, 1}, {1, 0}, 0, fake);
            quantizer.quantize({&x, 1}, {1, 0}, 0, code);
            QCOMPARE(std::isfinite(fake[0]), std::isfinite(exact));
            QCOMPARE(std::isinf(fake[0]), std::isinf(exact));
            QCOMPARE(static_cast<std::uint64_t>(code[0]), encode(row, x));
            overflowed += !std::isfinite(exact);
        }
        QVERIFY(overflowed > 400 && overflowed < 600);
        const std::vector<float> values = {1,
                                           static_cast<float>(std::min(1.5 * max, 3.4028234e38))};
        const ErrorSums sums = quantizer.error(values, {1, 0}, {-max, max}, 0);
        QVERIFY(std::isinf(sums.clipError) && std::isinf(sums.maxError));
        QCOMPARE(sums.roundError, 0.0);
        QCOMPARE(sums.clipped, std::size_t{1});
    }

    // A scale of 0 is that of a unit of zeros: every code stands for 0, whatever the levels are.
    void aZeroScaleStandsForZeros() {
        for (const char* format : {"int8", "uint4", "nf4", "iq4nl", "fp8-e4m3", "binary"}) {
            for (const Rounding rounding : {Rounding::NearestEven, Rounding::Floor}) {
                QuantScheme scheme;
                scheme.format = format;
                scheme.symmetric = format[0] != 'u';
                scheme.rounding = rounding;
                const Quantizer quantizer = Quantizer::make(scheme).value();
                const std::vector<float> zeros(19, 0.0F);
                std::vector<float> fake(19, 1.0F);
                std::vector<float> back(19, 1.0F);
                std::vector<std::int32_t> codes(19);
                const QuantParams params{0, scheme.symmetric ? 0 : 3};
                quantizer.fakeQuantize(zeros, params, 0, fake);
                quantizer.quantize(zeros, params, 0, codes);
                quantizer.dequantize(codes, params, back);
                QCOMPARE(fake, zeros);
                QCOMPARE(back, zeros);
                QCOMPARE(quantizer.error(zeros, params, {0, 0}, 0).error(), 0.0);
            }
        }
    }

    // Codes and fake values come from one arithmetic, also where the convention multiplies by the
    // reciprocal, the format is no integer, or the reciprocal of a subnormal scale is infinite.
    void oneArithmeticAConvention_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("convention");
        QTest::addColumn<double>("scale");
        for (const char* format : {"int8", "nf4", "fp8-e4m3", "fp4-e2m1", "fp16"}) {
            for (const Convention convention : {Convention::PyTorch, Convention::Gguf}) {
                for (const double scale : {0.0123, 1.0 / 3, 1e-39, 1e-44}) {
                    QTest::newRow(qPrintable(QStringLiteral("%1 %2 %3")
                                                 .arg(QLatin1String(format))
                                                 .arg(static_cast<int>(convention))
                                                 .arg(scale)))
                        << QString::fromLatin1(format) << static_cast<int>(convention)
                        << double{float(scale)};
                }
            }
        }
    }
    void oneArithmeticAConvention() {
        QFETCH(QString, format);
        QFETCH(int, convention);
        QFETCH(double, scale);
        QuantScheme scheme;
        scheme.format = format.toStdString();
        scheme.convention = static_cast<Convention>(convention);
        const bool cast = format == "fp16";
        const QuantParams params{cast ? 1.0 : scale, 0};
        const Quantizer quantizer = Quantizer::make(scheme).value();
        Random random(12);
        std::vector<float> values = {0.0F, -0.0F};
        for (int i = 0; i < 20000; ++i) {
            values.push_back(static_cast<float>(random.normal() * 60 * params.scale));
        }
        std::vector<float> fake(values.size());
        std::vector<float> back(values.size());
        std::vector<std::int32_t> codes(values.size());
        quantizer.fakeQuantize(values, params, 0, fake);
        quantizer.quantize(values, params, 0, codes);
        quantizer.dequantize(codes, params, back);
        double error = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            QCOMPARE(back[i], fake[i]);
            QCOMPARE(quantizer.encodeOne(values[i], params, i), std::int64_t{codes[i]});
            error += std::pow(double{back[i]} - double{values[i]}, 2);
        }
        const double told = quantizer.error(values, params, {-1, 1}, 0).error();
        QCOMPARE_LE(std::abs(told - error), 1e-6 * error);
    }

    void otherRoundings_data() {
        QTest::addColumn<int>("rounding");
        QTest::addColumn<double>("x");
        QTest::addColumn<int>("code");
        const auto row = [](Rounding rounding, double x, int code) {
            QTest::addRow("%d of %g", static_cast<int>(rounding), x)
                << static_cast<int>(rounding) << x << code;
        };
        row(Rounding::NearestEven, 2.5, 2);
        row(Rounding::NearestEven, -3.5, -4);
        row(Rounding::HalfAway, 2.5, 3);
        row(Rounding::HalfAway, -2.5, -3);
        row(Rounding::HalfUp, 2.5, 3);
        row(Rounding::HalfUp, -2.5, -2);
        row(Rounding::Floor, 2.9, 2);
        row(Rounding::Floor, -2.1, -3);
        row(Rounding::Ceil, 2.1, 3);
        row(Rounding::Ceil, -2.9, -2);
        row(Rounding::TowardZero, 2.9, 2);
        row(Rounding::TowardZero, -2.9, -2);
        row(Rounding::Floor, 500, 127);
        row(Rounding::HalfAway, -500, -128);
    }

    void otherRoundings() {
        QFETCH(int, rounding);
        QFETCH(double, x);
        QFETCH(int, code);
        QuantScheme scheme;
        scheme.rounding = static_cast<Rounding>(rounding);
        const Quantizer quantizer = Quantizer::make(scheme).value();
        QCOMPARE(quantizer.encodeOne(static_cast<float>(x), {1, 0}, 0), code);
    }

    void stochasticRoundingIsFairSeededAndFreeOfOrder() {
        QuantScheme scheme;
        scheme.rounding = Rounding::Stochastic;
        scheme.seed = 9;
        const Quantizer quantizer = Quantizer::make(scheme).value();
        constexpr std::size_t n = 40000;
        const std::vector<float> values(n, 2.3F);
        std::vector<std::int32_t> whole(n);
        std::vector<std::int32_t> pieces(n);
        quantizer.quantize(values, {1, 0}, 0, whole);
        const std::span<const float> all = values;
        quantizer.quantize(all.subspan(777), {1, 0}, 777, std::span(pieces).subspan(777));
        quantizer.quantize(all.first(777), {1, 0}, 0, std::span(pieces).first(777));
        QCOMPARE(pieces, whole);
        double sum = 0;
        for (const std::int32_t code : whole) {
            QVERIFY(code == 2 || code == 3);
            sum += code;
        }
        // Five standard errors of the mean of a coin with p = 0.3.
        QCOMPARE_LE(std::abs(sum / n - 2.3), 5 * std::sqrt(0.21 / n));
        scheme.seed = 10;
        Quantizer::make(scheme).value().quantize(values, {1, 0}, 0, pieces);
        QVERIFY(pieces != whole);
    }

    void unitsOfATensor_data() {
        QTest::addColumn<int>("granularity");
        QTest::addColumn<int>("axis");
        QTest::addColumn<int>("group");
        QTest::addColumn<std::vector<int>>("units");  // of the 12 values of shape 2x3x2
        const auto channel = static_cast<int>(Granularity::Channel);
        const auto group = static_cast<int>(Granularity::Group);
        QTest::newRow("tensor") << 0 << 0 << 1 << std::vector<int>(12, 0);
        QTest::newRow("axis 0") << channel << 0 << 1
                                << std::vector<int>{0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1};
        QTest::newRow("axis 1") << channel << 1 << 1
                                << std::vector<int>{0, 0, 1, 1, 2, 2, 0, 0, 1, 1, 2, 2};
        QTest::newRow("axis 2") << channel << 2 << 1
                                << std::vector<int>{0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1};
        QTest::newRow("axis -3") << channel << -3 << 1
                                 << std::vector<int>{0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1};
        QTest::newRow("groups of 1")
            << group << 0 << 1 << std::vector<int>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11};
        QTest::newRow("groups of 2")
            << group << 0 << 2 << std::vector<int>{0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5};
        QTest::newRow("groups longer than a row")
            << group << 0 << 5 << std::vector<int>{0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5};
    }

    void unitsOfATensor() {
        QFETCH(int, granularity);
        QFETCH(int, axis);
        QFETCH(int, group);
        QFETCH(std::vector<int>, units);
        QuantScheme scheme;
        scheme.granularity = static_cast<Granularity>(granularity);
        scheme.axis = axis;
        scheme.groupSize = group;
        checkLayout({2, 3, 2}, scheme, units);
    }

    void theLastGroupOfARowIsShorter() {
        QuantScheme scheme;
        scheme.granularity = Granularity::Group;
        scheme.groupSize = 3;
        checkLayout({2, 5}, scheme, {0, 0, 0, 1, 1, 2, 2, 2, 3, 3});
    }

    void wrongLayoutsAreRefused() {
        QuantScheme scheme;
        scheme.granularity = Granularity::Channel;
        for (const int axis : {2, -3}) {
            scheme.axis = axis;
            COMPARE_ERROR(UnitLayout::make({4, 4}, scheme), ErrorCode::InvalidArgument);
        }
        scheme.granularity = Granularity::Group;
        scheme.groupSize = 0;
        COMPARE_ERROR(UnitLayout::make({4, 4}, scheme), ErrorCode::InvalidArgument);
        scheme.groupSize = 8;
        QCOMPARE(UnitLayout::make({}, scheme).value().units(), std::size_t{1});
        QCOMPARE(UnitLayout::make({0, 7}, scheme).value().units(), std::size_t{0});
        QCOMPARE(UnitLayout::make({7, 0}, scheme).value().size(), std::size_t{0});
    }

private:
    static void checkLayout(const Shape& shape, const QuantScheme& scheme,
                            const std::vector<int>& units) {
        const UnitLayout layout = UnitLayout::make(shape, scheme).value();
        QCOMPARE(layout.units(),
                 static_cast<std::size_t>(*std::max_element(units.begin(), units.end())) + 1);
        std::vector<int> seen;
        layout.forRuns(0, layout.size(), [&](std::size_t unit, std::size_t begin, std::size_t end) {
            QCOMPARE(begin, seen.size());
            seen.insert(seen.end(), end - begin, static_cast<int>(unit));
        });
        QCOMPARE(seen, units);
        std::vector<float> values(units.size());
        for (std::size_t i = 0; i < values.size(); ++i) {
            values[i] = static_cast<float>(i);
        }
        for (std::size_t unit = 0; unit < layout.units(); ++unit) {
            std::vector<float> buffer;
            std::vector<float> expected;
            for (std::size_t i = 0; i < units.size(); ++i) {
                if (units[i] == static_cast<int>(unit)) {
                    expected.push_back(values[i]);
                }
            }
            const auto own = layout.values(values, unit, buffer);
            QCOMPARE(std::vector<float>(own.begin(), own.end()), expected);
        }
    }
};

QTEST_APPLESS_MAIN(TestQuantizer)
#include "tst_quantizer.moc"
