// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheme/quantizer.h"
#include "core/scheme/unit_layout.h"
#include "core/support/random.h"
#include "tests/support/outcome.h"

#include <QtTest>

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
    y = std::isnan(y) ? y : std::clamp(y, ends.lowest, ends.max);
    const double level =
        decode(format, encode(format, y, {Rounding::NearestEven, Overflow::Saturate, 0}));
    return static_cast<float>(level) * scale;
}

}  // namespace

class TestQuantizer : public QObject {
    Q_OBJECT

private slots:
    void fastRulesAreTheDefinition_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<double>("scale");
        for (const NumberFormat& format : numberFormats()) {
            if (format.specials == Specials::ScaleOnly || format.bits > 32) {
                continue;
            }
            const auto id =
                QString::fromLatin1(format.id.data(), static_cast<qsizetype>(format.id.size()));
            const bool cast = format.kind != FormatKind::Integer && format.bits >= 16;
            for (const double scale : {1.0, 0.0123F * 1.0, 1024.0}) {
                if (!cast || scale == 1.0) {
                    QTest::addRow("%s, scale %g", qPrintable(id), scale) << id << scale;
                }
            }
        }
    }

    void fastRulesAreTheDefinition() {
        QFETCH(QString, format);
        QFETCH(double, scale);
        QuantScheme scheme;
        scheme.format = format.toStdString();
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
        QuantScheme scheme;
        scheme.format = format.toStdString();
        const NumberFormat& row = numberFormat(scheme.format);
        scheme.symmetric = row.isSigned;
        const QuantParams params{scale, row.isSigned ? 0 : 1 << (row.bits - 2)};
        const RealRange clip{-3 * scale, 2.5 * scale};
        std::vector<float> values = everyKindOfValue(row, scale);
        std::erase_if(values, [](float x) { return std::isfinite(x) && std::abs(x) > 1e30; });
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
            slow.error += d * d;
            slow.clipError += outside ? d * d : 0;
            slow.maxError = std::max(slow.maxError, std::abs(d));
        }
        QCOMPARE(sums.count, slow.count);
        QCOMPARE(sums.nan, slow.nan);
        QCOMPARE(sums.clipped, slow.clipped);
        QCOMPARE_LE(std::abs(sums.signal - slow.signal), 1e-12 * slow.signal);
        // d in float32 is exact or has a float's relative error.
        QCOMPARE_LE(std::abs(sums.error - slow.error), 1e-6 * slow.error);
        QCOMPARE_LE(std::abs(sums.clipError - slow.clipError), 1e-6 * slow.clipError);
        QCOMPARE_LE(std::abs(sums.cross - slow.cross), 1e-6 * std::sqrt(slow.signal * slow.error));
        QCOMPARE_LE(std::abs(sums.maxError - slow.maxError), 1e-6 * slow.maxError);
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
