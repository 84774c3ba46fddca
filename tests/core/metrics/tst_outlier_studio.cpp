// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/outlier_studio.h"
#include "core/support/random.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <cmath>
#include <map>

using namespace zeropoint;

namespace {

Tensor drawn(std::int64_t rows, std::int64_t columns, std::uint64_t seed) {
    Random random(seed);
    std::vector<float> values(static_cast<std::size_t>(rows * columns));
    for (float& value : values) {
        value = static_cast<float>(random.normal());
    }
    return Tensor("", {rows, columns}, std::move(values));
}

double entry(const Tensor& x, const Tensor& w, std::int64_t row, std::int64_t column) {
    double sum = 0;
    for (std::int64_t k = 0; k < x.shape()[1]; ++k) {
        sum += static_cast<double>(x.values()[static_cast<std::size_t>(row * x.shape()[1] + k)]) *
               w.values()[static_cast<std::size_t>(k * w.shape()[1] + column)];
    }
    return sum;
}

void compareProducts(const Tensor& x, const Tensor& w, const EqualizedPair& pair) {
    for (std::int64_t row = 0; row < x.shape()[0]; ++row) {
        for (std::int64_t column = 0; column < w.shape()[1]; ++column) {
            const double exact = entry(x, w, row, column);
            const double after = entry(pair.activations, pair.weights, row, column);
            QCOMPARE_LE(std::abs(after - exact), 1e-4 * (1 + std::abs(exact)));
        }
    }
}

}  // namespace

class TestOutlierStudio : public QObject {
    Q_OBJECT

private slots:
    void plantedValues() {
        const Tensor tensor = drawn(3, 4, 1);
        QCOMPARE(plantOutlier(tensor, 5, 99).value().values()[5], 99.0F);
        const Tensor channel = plantOutlierChannel(tensor, 1, 10).value();
        for (std::size_t i = 0; i < 12; ++i) {
            QCOMPARE(channel.values()[i], tensor.values()[i] * (i % 4 == 1 ? 10 : 1));
        }
        COMPARE_ERROR(plantOutlier(tensor, 12, 1), ErrorCode::InvalidArgument);
        COMPARE_ERROR(plantOutlierChannel(tensor, 4, 1), ErrorCode::InvalidArgument);
    }

    // s_j = sqrt(max|X_j| / max|W_j|): afterwards both sides reach equally far.
    void smoothingBalances() {
        const Tensor x = plantOutlierChannel(drawn(16, 8, 2), 3, 50).value();
        const Tensor w = drawn(8, 5, 3);
        const EqualizedPair pair = smooth(x, w, 0.5).value();
        compareProducts(x, w, pair);
        for (std::size_t j = 0; j < 8; ++j) {
            double xMax = 0;
            double wMax = 0;
            for (std::size_t row = 0; row < 16; ++row) {
                xMax = std::max<double>(xMax, std::abs(pair.activations.values()[row * 8 + j]));
            }
            for (std::size_t column = 0; column < 5; ++column) {
                wMax = std::max<double>(wMax, std::abs(pair.weights.values()[j * 5 + column]));
            }
            QCOMPARE_LE(std::abs(xMax - wMax), 1e-5 * xMax);
        }
        // alpha 0 leaves the weights with equal maxima, alpha 1 the activations.
        const EqualizedPair all = smooth(x, w, 1).value();
        for (std::size_t j = 0; j < 8; ++j) {
            double xMax = 0;
            for (std::size_t row = 0; row < 16; ++row) {
                xMax = std::max<double>(xMax, std::abs(all.activations.values()[row * 8 + j]));
            }
            QCOMPARE_LE(std::abs(xMax - 1), 1e-5);
        }
    }

    void theHadamardTransformIsItsOwnInverse() {
        std::vector<float> values = {1, 0, 0, 0};
        hadamardTransform(values);
        QCOMPARE(values, (std::vector<float>{0.5F, 0.5F, 0.5F, 0.5F}));
        hadamardTransform(values);
        QCOMPARE(values, (std::vector<float>{1, 0, 0, 0}));
        std::vector<float> second = {0, 0, 1, 0};
        hadamardTransform(second);
        QCOMPARE(second, (std::vector<float>{0.5F, 0.5F, -0.5F, -0.5F}));
    }

    void rotationsKeepTheProduct() {
        const Tensor x = plantOutlierChannel(drawn(6, 64, 2), 3, 50).value();
        const Tensor w = drawn(64, 4, 3);
        const EqualizedPair pair = rotate(x, w, 5).value();
        compareProducts(x, w, pair);
        COMPARE_ERROR(rotate(drawn(4, 12, 1), drawn(12, 3, 1)), ErrorCode::InvalidArgument);
        COMPARE_ERROR(rotate(drawn(4, 16, 1), drawn(8, 3, 1)), ErrorCode::InvalidArgument);
    }

    // Each value by the scale of its unit, and the products, in plain loops.
    void remediesAgainstASlowProduct_data() {
        QTest::addColumn<int>("remedy");
        for (const Remedy remedy :
             {Remedy::PerTensor, Remedy::PerToken, Remedy::PerChannelWeights, Remedy::PerGroup}) {
            QTest::addRow("%d", static_cast<int>(remedy)) << static_cast<int>(remedy);
        }
    }
    void remediesAgainstASlowProduct() {
        QFETCH(int, remedy);
        constexpr std::size_t rows = 9;
        constexpr std::size_t inner = 80;
        constexpr std::size_t columns = 7;
        const Tensor x = drawn(rows, inner, 2);
        const Tensor w = drawn(inner, columns, 3);
        const auto kind = static_cast<Remedy>(remedy);
        const bool groups = kind == Remedy::PerGroup;
        const auto unitOfX = [&](std::size_t row, std::size_t k) {
            return kind == Remedy::PerToken ? row : groups ? row * inner + k / 32 : 0;
        };
        const auto unitOfW = [&](std::size_t k, std::size_t column) {
            return kind == Remedy::PerChannelWeights ? column
                   : groups                          ? column * inner + k / 32
                                                     : 0;
        };
        const auto readBack = [](const Tensor& tensor, std::size_t width, const auto& unitOf) {
            std::map<std::size_t, float> largest;
            for (std::size_t i = 0; i < tensor.size(); ++i) {
                float& own = largest[unitOf(i / width, i % width)];
                own = std::max(own, std::abs(tensor.values()[i]));
            }
            std::vector<float> back(tensor.size());
            for (std::size_t i = 0; i < tensor.size(); ++i) {
                const auto scale =
                    static_cast<float>(double{largest[unitOf(i / width, i % width)]} / 127);
                back[i] = std::nearbyint(tensor.values()[i] / scale) * scale;
            }
            return back;
        };
        const std::vector<float> xBack = readBack(x, inner, unitOfX);
        const std::vector<float> wBack = readBack(w, columns, unitOfW);
        double signal = 0;
        double error = 0;
        for (std::size_t row = 0; row < rows; ++row) {
            for (std::size_t column = 0; column < columns; ++column) {
                double exact = 0;
                double quantized = 0;
                for (std::size_t k = 0; k < inner; ++k) {
                    exact += double{x.values()[row * inner + k]} * w.values()[k * columns + column];
                    quantized += double{xBack[row * inner + k]} * wBack[k * columns + column];
                }
                signal += exact * exact;
                error += (quantized - exact) * (quantized - exact);
            }
        }
        const std::vector<RemedyResult> results = compareRemedies(x, w, QuantScheme{}).value();
        for (const RemedyResult& result : results) {
            if (result.remedy == kind) {
                QCOMPARE_LE(std::abs(result.outputSqnrDb - 10 * std::log10(signal / error)), 1e-9);
                return;
            }
        }
        QFAIL("the remedy is missing");
    }

    // An outlier channel in the activations: scales a token do not help, since every token has it;
    // moving it into the weights or spreading it does.
    void remediesAgainstAnOutlierChannel() {
        const Tensor x = plantOutlierChannel(drawn(64, 128, 2), 3, 60).value();
        const Tensor w = drawn(128, 32, 3);
        const auto results = compareRemedies(x, w, QuantScheme{}).value();
        QCOMPARE(results.size(), std::size_t{7});
        std::map<Remedy, double> db;
        for (const RemedyResult& result : results) {
            db[result.remedy] = result.outputSqnrDb;
        }
        QCOMPARE_GT(db[Remedy::Smooth], db[Remedy::PerTensor] + 3);
        QCOMPARE_GT(db[Remedy::Rotation], db[Remedy::PerTensor]);
        QCOMPARE_LT(db[Remedy::PerToken], db[Remedy::Smooth]);
        QCOMPARE_GT(db[Remedy::PerGroup], db[Remedy::PerTensor]);
        QCOMPARE(compareRemedies(drawn(4, 12, 1), drawn(12, 3, 1), QuantScheme{}).value().size(),
                 std::size_t{6});
    }
};

QTEST_APPLESS_MAIN(TestOutlierStudio)
#include "tst_outlier_studio.moc"
