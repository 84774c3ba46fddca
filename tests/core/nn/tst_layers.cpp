// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/activation.h"
#include "core/nn/attention.h"
#include "core/nn/cross_entropy.h"
#include "core/nn/dropout.h"
#include "core/nn/embedding.h"
#include "core/nn/fast_math.h"
#include "core/nn/linear.h"
#include "core/nn/norm.h"
#include "core/support/random.h"
#include "tests/support/finite_differences.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace zeropoint;
using test::dot;
using test::gradientError;
using test::randomValues;
using Values = std::vector<double>;

namespace {

constexpr double tolerance = 1e-8;

}  // namespace

/// Each layer in float64: its loss is the product of its output with fixed random numbers.
class TestLayers : public QObject {
    Q_OBJECT

private slots:
    void linear() {
        constexpr std::size_t rows = 5, in = 4, out = 3;
        Values x = randomValues(rows * in, 1), weight = randomValues(out * in, 2);
        Values bias = randomValues(out, 3), upstream = randomValues(rows * out, 4);
        Values y(rows * out), dx(rows * in, 7.0), dWeight(out * in), dBias(out);
        Arena arena;
        const Linear<double> layer{weight, bias, in, out, nullptr, {}};
        const auto loss = [&] {
            linearForward<double>(layer, {}, x, y, arena);
            return dot(y, upstream);
        };
        loss();
        QCOMPARE_LE(std::abs(y[4] - (bias[1] + dot(std::span(x).subspan(4, 4),
                                                   std::span(weight).subspan(4, 4)))),
                    1e-14);
        linearBackward<double>(layer, {}, x, x, upstream, dx, Store::Replace, {dWeight, dBias, {}},
                               arena);
        QCOMPARE_LE(gradientError(x, dx, loss), tolerance);
        QCOMPARE_LE(gradientError(weight, dWeight, loss), tolerance);
        QCOMPARE_LE(gradientError(bias, dBias, loss), tolerance);
        const Values once = dx;
        linearBackward<double>(layer, {}, x, x, upstream, dx, Store::Add, {}, arena);
        QCOMPARE_LE(std::abs(dx[3] - 2 * once[3]), 1e-14);
    }

    // Large layers are worked in pieces of rows: as each row alone, and not at all once stopped.
    void largeLinear() {
        constexpr std::size_t rows = 37, in = 4096, out = 4096;  // 16 rows a piece
        std::vector<float> x(rows * in), weight(out * in), upstream(rows * out);
        Random random(1);
        for (std::vector<float>* values : {&x, &weight, &upstream}) {
            for (float& value : *values) {
                value = static_cast<float>(random.uniform() - 0.5);
            }
        }
        const Linear<float> layer{weight, {}, in, out, nullptr, {}};
        std::vector<float> y(rows * out), dx(rows * in), dWeight(out * in);
        Arena arena;
        linearForward<float>(layer, {}, x, y, arena);
        linearBackward<float>(layer, {}, x, x, upstream, dx, Store::Replace, {dWeight, {}, {}},
                              arena);
        for (std::size_t row = 0; row < rows; ++row) {
            const std::size_t column = 111 * row;
            double expectedY = 0, expectedDx = 0, expectedDw = 0;
            for (std::size_t i = 0; i < in; ++i) {
                expectedY += double{x[row * in + i]} * weight[column * in + i];
                expectedDx += double{upstream[row * out + i]} * weight[i * in + column];
            }
            for (std::size_t r = 0; r < rows; ++r) {
                expectedDw += double{upstream[r * out + column]} * x[r * in + row];
            }
            // Sums of 4096 products below 1/4 in float32.
            QCOMPARE_LE(std::abs(y[row * out + column] - expectedY), 1e-3);
            QCOMPARE_LE(std::abs(dx[row * in + column] - expectedDx), 1e-3);
            QCOMPARE_LE(std::abs(dWeight[column * in + row] - expectedDw), 1e-4);
        }
        std::stop_source stopped;
        stopped.request_stop();
        Pass pass;
        pass.stop = stopped.get_token();
        std::fill(y.begin(), y.end(), 7.0F);
        linearForward<float>(layer, pass, x, y, arena);
        QVERIFY(std::ranges::all_of(y, [](float v) { return v == 7.0F; }));
    }

    void norm_data() {
        QTest::addColumn<int>("kind");
        QTest::newRow("LayerNorm") << static_cast<int>(NormKind::LayerNorm);
        QTest::newRow("RMSNorm") << static_cast<int>(NormKind::RmsNorm);
    }
    void norm() {
        QFETCH(int, kind);
        const auto normKind = static_cast<NormKind>(kind);
        constexpr std::size_t rows = 3, width = 19;  // not a multiple of the lanes
        Values x = randomValues(rows * width, 1), weight = randomValues(width, 2);
        Values bias = randomValues(normKind == NormKind::LayerNorm ? width : 0, 3);
        const Values upstream = randomValues(rows * width, 4);
        Values y(x.size()), dx(x.size()), dWeight(width), dBias(bias.size()), mean(rows),
            root(rows);
        const NormKept<double> kept{mean, root};
        const auto loss = [&] {
            normForward<double>(normKind, x, weight, bias, y, kept);
            return dot(y, upstream);
        };
        loss();
        normBackward<double>(normKind, x, weight, kept, upstream, dx, dWeight, dBias);
        QCOMPARE_LE(gradientError(x, dx, loss), tolerance);
        QCOMPARE_LE(gradientError(weight, dWeight, loss), tolerance);
        QCOMPARE_LE(gradientError(bias, dBias, loss), tolerance);
    }

    // By hand: x = (1, 2, 3, 6): mean 3, variance 3.5; RMS sqrt(12.5).
    void normByHand() {
        const Values x{1, 2, 3, 6}, weight{1, 1, 2, 1}, bias{0, 0, 0, 1};
        Values y(4), mean(1), root(1);
        normForward<double>(NormKind::LayerNorm, x, weight, bias, y, {mean, root});
        QCOMPARE_LE(std::abs(y[0] + 2 / std::sqrt(3.5 + 1e-5)), 1e-15);
        QCOMPARE_LE(std::abs(y[2]), 1e-15);
        QCOMPARE_LE(std::abs(y[3] - (3 / std::sqrt(3.5 + 1e-5) + 1)), 1e-15);
        normForward<double>(NormKind::RmsNorm, x, weight, {}, y, {mean, root});
        QCOMPARE_LE(std::abs(y[2] - 6 / std::sqrt(12.5 + 1e-5)), 1e-15);
    }

    void activation_data() {
        QTest::addColumn<int>("kind");
        QTest::newRow("GELU") << static_cast<int>(ActivationKind::Gelu);
        QTest::newRow("SiLU") << static_cast<int>(ActivationKind::Silu);
    }
    void activation() {
        QFETCH(int, kind);
        Values x = randomValues(40, 1), y(40), derivative(40);
        const Values upstream = randomValues(40, 2);
        const auto loss = [&] {
            activationForward<double>(static_cast<ActivationKind>(kind), x, y, derivative);
            return dot(y, upstream);
        };
        loss();
        Values dx = upstream;
        activationBackward<double>(derivative, dx);
        QCOMPARE_LE(gradientError(x, dx, loss), tolerance);
    }

    // Float32's own exponential and error function against the C library in double.
    void float32FunctionsAreAccurate() {
        double worstExp = 0, worstLog = 0, worstGelu = 0, worstDensity = 0, worstTail = 0;
        for (float x = 1.2e-38F; x < 3e38F; x *= 1.00013F) {
            const double exact = std::log(static_cast<double>(x));
            worstLog = std::max(worstLog, std::abs(fastLog(x) - exact) / std::abs(exact));
        }
        for (float x = -87.0F; x < 88.0F; x += 0.00137F) {
            const double exact = std::exp(static_cast<double>(x));
            worstExp = std::max(worstExp, std::abs(fastExp(x) - exact) / exact);
        }
        for (float x = -12.0F; x < 12.0F; x += 0.00011F) {
            const NormalPoint<float> point = normalPoint(x);
            const double cumulative = 0.5 * std::erfc(-static_cast<double>(x) / std::sqrt(2.0));
            const double density =
                std::exp(-0.5 * static_cast<double>(x) * x) / std::sqrt(2 * M_PI);
            worstGelu = std::max(worstGelu, std::abs(point.cumulative - cumulative));
            worstDensity = std::max(worstDensity, std::abs(point.density - density));
            if (x > -6 && x < 0) {
                worstTail =
                    std::max(worstTail, std::abs(point.cumulative - cumulative) / cumulative);
            }
        }
        QCOMPARE_LE(worstExp, 2.4e-7);
        QCOMPARE_LE(worstLog, 2e-7);
        QCOMPARE(fastLog(1.0F), 0.0F);
        QCOMPARE(fastLog(0.0F), fastLog(1.17549435e-38F));
        QCOMPARE_LE(worstGelu, 2e-7);
        QCOMPARE_LE(worstDensity, 1.2e-7);
        QCOMPARE_LE(worstTail, 4e-6);  // the argument's own rounding, magnified by x^2
        QVERIFY(std::isnan(fastExp(NAN)));
        QVERIFY(std::isnan(normalPoint(NAN).cumulative));
        QCOMPARE(fastExp(0.0F), 1.0F);
        QVERIFY(std::isfinite(fastExp(1000.0F)));
    }

    void attention_data() {
        QTest::addColumn<bool>("causal");
        QTest::addColumn<int>("length");
        QTest::newRow("causal") << true << 5;
        QTest::newRow("causal, several pieces") << true << 70;
        QTest::newRow("both ways") << false << 5;
    }
    void attention() {
        QFETCH(bool, causal);
        QFETCH(int, length);
        const auto columns = static_cast<std::size_t>(length);
        const AttentionShape shape{2, columns, 2, 6, causal};
        const std::size_t size = shape.rows() * shape.width;
        Values q = randomValues(size, 1), k = randomValues(size, 2), v = randomValues(size, 3);
        const Values upstream = randomValues(size, 4);
        // What an earlier step left behind must not be read.
        Values p(shape.probabilityCount(), NAN), out(size), dq(size), dk(size), dv(size);
        Values scratch(columns * columns, NAN);
        const auto loss = [&] {
            attentionForward<double>(shape, q, k, v, p, out);
            return dot(out, upstream);
        };
        loss();
        attentionBackward<double>(shape, q, k, v, p, upstream, dq, dk, dv, scratch);
        QCOMPARE_LE(gradientError(q, dq, loss), tolerance);
        QCOMPARE_LE(gradientError(k, dk, loss), tolerance);
        QCOMPARE_LE(gradientError(v, dv, loss), tolerance);
        loss();
        for (std::size_t row = 0; row < p.size() / columns; ++row) {
            const auto begin = p.begin() + static_cast<std::ptrdiff_t>(row * columns);
            const double sum = std::accumulate(begin, begin + length, 0.0);
            QCOMPARE_LE(std::abs(sum - 1), 1e-15 * 8);
            for (std::size_t j = row % columns + 1; causal && j < columns; ++j) {
                QCOMPARE(p[row * columns + j], 0.0);
            }
        }
    }

    void embedding() {
        const std::vector<std::int32_t> tokens{2, 0, 2, 1, 2, 0};
        constexpr std::size_t length = 3, width = 4;
        Values table = randomValues(3 * width, 1), positions = randomValues(length * width, 2);
        Values out(tokens.size() * width), dTable(table.size()), dPositions(positions.size());
        const Values upstream = randomValues(out.size(), 3);
        const auto loss = [&] {
            embeddingForward<double>(tokens, length, table, positions, width, out);
            return dot(out, upstream);
        };
        loss();
        QCOMPARE(out[5 * width + 1], table[1] + positions[2 * width + 1]);
        tokenBackward<double>(tokens, width, upstream, dTable);
        positionBackward<double>(length, width, upstream, dPositions);
        QCOMPARE_LE(gradientError(table, dTable, loss), tolerance);
        QCOMPARE_LE(gradientError(positions, dPositions, loss), tolerance);
    }

    void crossEntropyGradient() {
        Values logits = randomValues(4 * 5, 1), gradient(20);
        const std::vector<std::int32_t> targets{4, ignoredTarget, 0, 2};
        const auto loss = [&] {
            return crossEntropy<double>(logits, targets, 5, 2, 0.25, gradient).loss * 0.25;
        };
        loss();
        const Values analytic = gradient;
        QCOMPARE_LE(gradientError(logits, analytic, loss), tolerance);
    }

    // Two outputs, logits 0 and ln 3: probabilities 1/4 and 3/4.
    void crossEntropyByHand() {
        const Values logits{0, std::log(3.0), 0, std::log(3.0), 0, std::log(3.0), 0, std::log(3.0)};
        const std::vector<std::int32_t> targets{1, 0, 1, ignoredTarget};
        Values gradient(8);
        const Score score = crossEntropy<double>(logits, targets, 2, 2, 1.0, gradient);
        QCOMPARE_LE(std::abs(score.loss - (2 * std::log(4.0 / 3) + std::log(4.0))), 1e-15);
        QCOMPARE(score.positions, std::size_t{3});
        QCOMPARE(score.correct, std::size_t{2});
        QCOMPARE(score.sequences, std::size_t{2});
        QCOMPARE(score.wholeSequences, std::size_t{1});
        QCOMPARE_LE(std::abs(gradient[0] - 0.25), 1e-15);
        QCOMPARE_LE(std::abs(gradient[2] + 0.75), 1e-15);
        QCOMPARE(gradient[6], 0.0);
    }

    void dropoutKeepsTheMean() {
        Values values(40'000, 1.0), mask(values.size());
        dropoutForward<double>(0.25, {1, 2, 3, 0}, 100, values, mask);
        const auto dropped = std::count(values.begin(), values.end(), 0.0);
        QCOMPARE_LE(std::abs(static_cast<double>(dropped) / 40'000 - 0.25), 0.01);
        QCOMPARE(*std::max_element(values.begin(), values.end()), 1 / 0.75);
        // Cut into shards the same sequences drop the same values.
        Values part(100 * 50, 1.0), partMask(part.size());
        dropoutForward<double>(0.25, {1, 2, 3, 150}, 100, part, partMask);
        QVERIFY(std::equal(partMask.begin(), partMask.end(), mask.begin() + 150 * 100));
        Values gradient(values.size(), 1.0);
        dropoutBackward<double>(mask, gradient);
        QCOMPARE(gradient, values);
    }
};

QTEST_APPLESS_MAIN(TestLayers)
#include "tst_layers.moc"
