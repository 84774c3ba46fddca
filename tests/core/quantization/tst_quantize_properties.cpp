// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/error_report.h"
#include "core/numerics/number_format.h"
#include "core/quantization/quantize.h"
#include "core/support/random.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

using namespace zeropoint;

namespace {

/// One random case: a shape of up to four dimensions with its values, and a scheme of integers.
struct Case {
    Tensor tensor;
    QuantScheme scheme;
    int bits = 8;
    bool isSigned = true;
};

Case drawCase(std::uint64_t seed) {
    Random random(seed);
    Shape shape;
    for (std::uint64_t rank = random.below(5); rank > 0; --rank) {
        shape.push_back(std::int64_t(1 + random.below(9)));
    }
    std::vector<float> values(std::size_t(elementCount(shape)));
    const double size = std::exp(4 * random.normal());
    const double offset = random.below(2) == 0 ? 0 : 3 * random.normal();
    for (float& value : values) {
        value = static_cast<float>(size * (offset + random.laplace()));
    }
    Case made{Tensor("w", shape, std::move(values)), {}, int(2 + random.below(9)), true};
    made.scheme.symmetric = random.below(2) == 0;
    made.isSigned = made.scheme.symmetric || random.below(3) == 0;
    made.scheme.format = (made.isSigned ? "int" : "uint") + std::to_string(made.bits);
    made.scheme.narrow = made.scheme.symmetric && random.below(2) == 0;
    made.scheme.granularity = Granularity(random.below(3));
    const auto rank = std::max<std::uint64_t>(shape.size(), 1);
    made.scheme.axis = int(random.below(2 * rank)) - int(rank);
    made.scheme.groupSize = std::int64_t(1 + random.below(11));
    return made;
}

/// The unit of each value, by counting through the indices: no formula that the code could share.
std::vector<std::vector<std::int64_t>> unitsOf(const Case& c) {
    Shape shape = c.tensor.shape();
    if (shape.empty()) {
        shape = {1};
    }
    const std::size_t rank = shape.size();
    const int axis = c.scheme.axis < 0 ? c.scheme.axis + int(rank) : c.scheme.axis;
    std::vector<std::vector<std::int64_t>> units;
    std::vector<std::int64_t> index(rank, 0);
    for (std::size_t i = 0; i < c.tensor.size(); ++i) {
        std::vector<std::int64_t> unit;
        if (c.scheme.granularity == Granularity::Channel) {
            unit = {index[std::size_t(axis)]};
        } else if (c.scheme.granularity == Granularity::Group) {
            unit = index;
            unit.back() /= c.scheme.groupSize;
        }
        units.push_back(unit);
        for (std::size_t d = rank; d-- > 0;) {
            if (++index[d] < shape[d]) {
                break;
            }
            index[d] = 0;
        }
    }
    return units;
}

struct Grid {
    double lo = 0;
    double hi = 0;
    float scale = 1;
    int zeroPoint = 0;
};

/// docs/DEFINITIONS.md, word by word.
Grid gridOf(const Case& c, std::span<const float> values) {
    const int qmin = c.isSigned ? -(1 << (c.bits - 1)) : 0;
    const int qmax = c.isSigned ? (1 << (c.bits - 1)) - 1 : (1 << c.bits) - 1;
    Grid grid;
    grid.lo = *std::ranges::min_element(values);
    grid.hi = *std::ranges::max_element(values);
    if (c.scheme.symmetric) {
        grid.hi = std::max(std::abs(grid.lo), std::abs(grid.hi));
        grid.lo = -grid.hi;
        grid.scale = static_cast<float>(grid.hi / qmax);
    } else {
        grid.lo = std::min(grid.lo, 0.0);
        grid.hi = std::max(grid.hi, 0.0);
        grid.scale = static_cast<float>((grid.hi - grid.lo) / (qmax - qmin));
        const double zero = std::nearbyint(qmin - grid.lo / double{grid.scale});
        grid.zeroPoint = int(std::clamp(zero, double(qmin), double(qmax)));
    }
    return grid;
}

}  // namespace

/// Random shapes, axes, groups and integers against a slow reference written from the definitions.
class TestQuantizeProperties : public QObject {
    Q_OBJECT

private slots:
    void likeTheDefinition_data() {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 400; ++seed) {
            QTest::addRow("%d", seed) << seed;
        }
    }

    void likeTheDefinition() {
        QFETCH(int, seed);
        const Case c = drawCase(std::uint64_t(seed));
        const auto units = unitsOf(c);
        const auto values = c.tensor.values();
        std::map<std::vector<std::int64_t>, std::vector<float>> members;
        for (std::size_t i = 0; i < units.size(); ++i) {
            members[units[i]].push_back(values[i]);
        }
        const Calibration calibration = calibrate(c.tensor, c.scheme).value();
        QCOMPARE(calibration.params.size(), members.size());
        std::map<std::vector<std::int64_t>, Grid> grids;
        std::size_t place = 0;  // units in row-major order, as the map has them
        for (const auto& [unit, own] : members) {
            grids[unit] = gridOf(c, own);
            QCOMPARE(calibration.params[place].scale, double{grids[unit].scale});
            QCOMPARE(calibration.params[place].zeroPoint, grids[unit].zeroPoint);
            ++place;
        }
        const QuantizedTensor quantized = quantize(c.tensor, c.scheme, calibration).value();
        const Tensor back = dequantize(quantized).value();
        const Tensor fake = fakeQuantize(c.tensor, c.scheme, calibration).value();
        const int qmax = c.isSigned ? (1 << (c.bits - 1)) - 1 : (1 << c.bits) - 1;
        const int qmin = c.isSigned ? -(1 << (c.bits - 1)) + (c.scheme.narrow ? 1 : 0) : 0;
        double sum = 0;
        double worst = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const Grid& grid = grids[units[i]];
            const double code = std::nearbyint(double{values[i] / grid.scale}) + grid.zeroPoint;
            const auto clamped = std::clamp<double>(code, qmin, qmax);
            QCOMPARE(double(quantized.codes[i]), clamped);
            const float value = static_cast<float>(clamped - grid.zeroPoint) * grid.scale;
            QCOMPARE(back.values()[i], value);
            QCOMPARE(fake.values()[i], value);
            const double error = double{values[i]} - double{value};
            sum += error * error;
            worst = std::max(worst, std::abs(error));
            // Nothing lies outside a range of extremes: half a step of rounding is all there is,
            // but for a zero point that was itself rounded or clamped.
            QCOMPARE_LE(std::abs(error),
                        (c.scheme.symmetric ? 0.5 : 1.0) * 1.0001 * double{grid.scale});
        }
        const ErrorReport report = measureError(c.tensor, c.scheme, calibration).value();
        QCOMPARE(report.count, values.size());
        QCOMPARE_LE(std::abs(report.mse - sum / double(values.size())), 1e-12 * report.mse);
        QCOMPARE_LE(std::abs(report.clipMse + report.roundMse - report.mse), 1e-12 * report.mse);
        QCOMPARE(report.maxAbsError, worst);
        const auto bits = std::uint64_t(c.bits);
        const std::uint64_t bytes = (values.size() * bits + 7) / 8 + 4 * members.size() +
                                    (c.scheme.symmetric ? 0 : (members.size() * bits + 7) / 8);
        QCOMPARE(report.bytes, bytes);
    }

    // Formats whose levels are not evenly spaced: the largest magnitude of a unit becomes the
    // largest level, and each value one of the nearest of all levels.
    void nearestOfAllLevels_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("seed");
        for (const QString format : {"fp8-e4m3", "fp8-e5m2", "fp6-e2m3", "fp6-e3m2", "fp4-e2m1",
                                     "nf4", "fp8-e4m3fnuz", "fp8-e5m2fnuz"}) {
            for (int seed = 1; seed <= 25; ++seed) {
                const QString name = format + ' ' + QString::number(seed);
                QTest::newRow(qPrintable(name)) << format << seed;
            }
        }
    }

    void nearestOfAllLevels() {
        QFETCH(QString, format);
        QFETCH(int, seed);
        Case c = drawCase(std::uint64_t(seed));
        c.scheme.format = format.toStdString();
        c.scheme.symmetric = true;
        c.scheme.narrow = false;
        const NumberFormat& number = numberFormat(c.scheme.format);
        std::vector<double> levels;
        for (std::uint64_t code = 0; code < (std::uint64_t{1} << number.bits); ++code) {
            if (const double level = decode(number, code); std::isfinite(level)) {
                levels.push_back(level);
            }
        }
        const double largest = *std::ranges::max_element(levels);
        const auto units = unitsOf(c);
        const auto values = c.tensor.values();
        std::map<std::vector<std::int64_t>, float> scales;
        for (std::size_t i = 0; i < units.size(); ++i) {
            scales[units[i]] = std::max(scales[units[i]], std::abs(values[i]));
        }
        const Calibration calibration = calibrate(c.tensor, c.scheme).value();
        QCOMPARE(calibration.params.size(), scales.size());
        std::size_t place = 0;  // units in row-major order, as the map has them
        for (auto& [unit, scale] : scales) {
            scale = static_cast<float>(double{scale} / largest);
            QCOMPARE(calibration.params[place++].scale, double{scale});
        }
        const Tensor fake = fakeQuantize(c.tensor, c.scheme, calibration).value();
        int compared = 0;
        for (std::size_t i = 0; i < units.size(); ++i) {
            const float scale = scales[units[i]];
            const double scaled = std::clamp(double{values[i] / scale}, -largest, largest);
            double nearest = std::numeric_limits<double>::infinity();
            for (const double level : levels) {
                nearest = std::min(nearest, std::abs(level - scaled));
            }
            const bool found = std::ranges::any_of(levels, [&](double level) {
                return std::abs(level - scaled) == nearest &&
                       static_cast<float>(level) * scale == fake.values()[i];
            });
            QVERIFY2(found, qPrintable(QString::number(values[i], 'g', 9)));
            ++compared;
        }
        QCOMPARE(compared, int(values.size()));
    }
};

QTEST_APPLESS_MAIN(TestQuantizeProperties)
#include "tst_quantize_properties.moc"
