// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/source_distribution.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace zeropoint;
using Kind = SourceDistribution::Kind;

class TestSourceDistribution : public QObject {
    Q_OBJECT

private slots:
    void momentsAreIntegralsOfTheDensity_data() {
        QTest::addColumn<int>("kind");
        for (const Kind kind : {Kind::Uniform, Kind::Gauss, Kind::Laplace}) {
            QTest::addRow("%d", static_cast<int>(kind)) << static_cast<int>(kind);
        }
    }

    void momentsAreIntegralsOfTheDensity() {
        QFETCH(int, kind);
        const SourceDistribution source{static_cast<Kind>(kind), 0.7};
        const auto density = [&](double x) {
            const double s = 0.7;
            switch (source.kind) {
                case Kind::Uniform:
                    return std::abs(x) <= s * std::sqrt(3.0) ? 1 / (2 * std::sqrt(3.0) * s) : 0.0;
                case Kind::Gauss:
                    return std::exp(-x * x / (2 * s * s)) / (s * std::sqrt(2 * M_PI));
                case Kind::Laplace:
                    return std::exp(-std::abs(x) * std::sqrt(2.0) / s) / (s * std::sqrt(2.0));
            }
            return 0.0;
        };
        double probability = 0, first = 0, second = 0;
        const double step = 1e-4;
        double checked = -14;
        for (int i = 0; i < 280000; ++i) {
            const double x = -14 + (i + 0.5) * step;
            probability += density(x) * step;
            first += x * density(x) * step;
            second += x * x * density(x) * step;
            if (i % 7000 == 6999) {
                checked = -14 + (i + 1) * step;
                const PartialMoments moments = momentsBelow(source, checked);
                QCOMPARE_LE(std::abs(moments.probability - probability), 5e-5);
                QCOMPARE_LE(std::abs(moments.first - first), 5e-5);
                QCOMPARE_LE(std::abs(moments.second - second), 5e-5);
            }
        }
        const PartialMoments all = momentsBelow(source, std::numeric_limits<double>::infinity());
        QCOMPARE(all.probability, 1.0);
        QCOMPARE_LE(std::abs(all.first), 1e-15);
        QCOMPARE_LE(std::abs(all.second - 0.49), 1e-12);
    }

    // The tables of Max (1960) and their Laplace counterparts, computed by another program.
    void optimalQuantizers_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("bits");
        QTest::addColumn<double>("step");
        QTest::addColumn<double>("clip");
        QTest::addColumn<double>("uniform");
        QTest::addColumn<double>("lloyd");
        const auto add = [](Kind kind, int bits, double step, double clip, double uniform,
                            double lloyd) {
            QTest::addRow("%s, %d bits", kind == Kind::Gauss ? "Gauss" : "Laplace", bits)
                << static_cast<int>(kind) << bits << step << clip << uniform << lloyd;
        };
        add(Kind::Gauss, 1, 1.59577, 1.596, 0.363380, 0.363380);
        add(Kind::Gauss, 2, 0.99569, 1.991, 0.118846, 0.117482);
        add(Kind::Gauss, 3, 0.58602, 2.344, 0.0374397, 0.0345478);
        add(Kind::Gauss, 4, 0.33520, 2.682, 0.0115429, 0.00950101);
        add(Kind::Gauss, 5, 0.18814, 3.010, 0.00349521, 0.00250467);
        add(Kind::Gauss, 6, 0.10406, 3.330, 0.00104005, 0.000644240);
        add(Kind::Gauss, 7, 0.05687, 3.640, 0.000304333, 0.000163478);
        add(Kind::Gauss, 8, 0.03076, 3.938, 0.0000876862, 0.0000411851);
        add(Kind::Laplace, 1, 1.41421, 1.414, 0.5, 0.5);
        add(Kind::Laplace, 2, 1.08739, 2.175, 0.196302, 0.176195);
        add(Kind::Laplace, 3, 0.73093, 2.924, 0.0717478, 0.0544760);
        add(Kind::Laplace, 4, 0.46100, 3.688, 0.0253510, 0.0153725);
        add(Kind::Laplace, 5, 0.27999, 4.480, 0.00871322, 0.00410218);
        add(Kind::Laplace, 6, 0.16568, 5.302, 0.00291343, 0.00106095);
        add(Kind::Laplace, 7, 0.09610, 6.150, 0.000948597, 0.000269874);
        add(Kind::Laplace, 8, 0.05484, 7.020, 0.000301420, 0.0000680617);
    }

    void optimalQuantizers() {
        QFETCH(int, kind);
        QFETCH(int, bits);
        QFETCH(double, step);
        QFETCH(double, clip);
        QFETCH(double, uniform);
        QFETCH(double, lloyd);
        const SourceDistribution source{static_cast<Kind>(kind), 1};
        // Max's uniform quantizers: levels at odd multiples of step / 2, and the ends at `clip`.
        std::vector<double> levels;
        for (int level = 0; level < 1 << bits; ++level) {
            levels.push_back(step * (level + 0.5 - std::ldexp(1.0, bits - 1)));
        }
        QCOMPARE_LE(std::abs(levels.back() + step / 2 - clip), 1e-3);
        // The step is given to five digits after the point, and the error is flat there.
        QCOMPARE_LE(std::abs(expectedSquaredError(source, levels) - uniform), 1e-5 * uniform);
        // The 8-bit figures of the source are good to about four digits.
        const double tolerance = bits == 8 ? 2e-4 : 1e-5;
        QCOMPARE_LE(std::abs(lloydMaxQuantizer(source, bits).mse - lloyd), tolerance * lloyd);
    }

    void lloydLevelsOfAGaussian() {
        const std::vector<double> two = lloydMaxQuantizer({Kind::Gauss, 2}, 2).levels;
        QCOMPARE_LE(std::abs(two[2] - 2 * 0.4528), 1e-4);
        QCOMPARE_LE(std::abs(two[3] - 2 * 1.5104), 1e-4);
        const std::vector<double> three = lloydMaxQuantizer({Kind::Gauss, 1}, 3).levels;
        const double expected[] = {0.2451, 0.7560, 1.3439, 2.1519};
        for (std::size_t i = 0; i < 4; ++i) {
            QCOMPARE_LE(std::abs(three[4 + i] - expected[i]), 6e-5);
            QCOMPARE_LE(std::abs(three[3 - i] + expected[i]), 6e-5);
        }
    }

    // 6.0206 dB a bit, exact for a uniform source.
    void uniformSourcesGainSixDecibelsABit() {
        for (int bits = 1; bits <= 8; ++bits) {
            const double expected = std::pow(4.0, -bits);
            QCOMPARE_LE(std::abs(lloydMaxQuantizer({Kind::Uniform, 1}, bits).mse - expected),
                        1e-9 * expected + 1e-12);
        }
    }
};

QTEST_APPLESS_MAIN(TestSourceDistribution)
#include "tst_source_distribution.moc"
