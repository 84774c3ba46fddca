// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/qat/fake_quantize.h"
#include "core/methods/qat/pact_input.h"
#include "core/nn/activation.h"
#include "core/nn/attention.h"
#include "core/nn/cross_entropy.h"
#include "core/nn/norm.h"
#include "core/support/random.h"
#include "core/training/optimizer.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace zeropoint;

namespace {

using Floats = std::vector<float>;

Floats normals(std::size_t count, double deviation, std::uint64_t seed) {
    Random random(seed);
    Floats values(count);
    std::generate(values.begin(), values.end(),
                  [&] { return static_cast<float>(deviation * random.normal()); });
    return values;
}

/// Evenly from low to high.
Floats sweep(double low, double high, std::size_t count) {
    Floats values(count);
    for (std::size_t i = 0; i < count; ++i) {
        values[i] = static_cast<float>(low + (high - low) * static_cast<double>(i) /
                                                 static_cast<double>(count - 1));
    }
    return values;
}

/// The largest difference as a share of the larger of `floor` and the exact magnitude.
template <typename Exact>
double worst(std::span<const float> values, double floor, Exact exact) {
    double largest = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double wanted = exact(i);
        const double off = std::abs(static_cast<double>(values[i]) - wanted);
        largest = std::max(largest, off / std::max(floor, std::abs(wanted)));
    }
    return largest;
}

double sigmoid(double x) {
    return 1 / (1 + std::exp(-x));
}

/// Lengths beside the vectors' of every CPU level: shorter, odd, and whole.
void addSizes() {
    QTest::addColumn<int>("size");
    for (const int size : {1, 7, 16, 37, 64, 1021}) {
        QTest::addRow("%d", size) << size;
    }
}

}  // namespace

/// The loops that the compiler turns into vectors of the CPU level, each against its formula one
/// value at a time in double, computed in this program, which is built for every CPU.
/// tst_cpu_levels runs it on each level.
class TestVectorLoops : public QObject {
    Q_OBJECT

private slots:
    // Bound: 3e-7 of the value, and of 1 where the value is small. Beyond +-5 the argument's own
    // rounding counts x^2 times.
    void gelu() {
        const Floats x = sweep(-9, 9, 200'003);
        Floats y(x.size()), derivative(x.size()), alone(x.size());
        activationForward<float>(ActivationKind::Gelu, x, y, derivative);
        activationForward<float>(ActivationKind::Gelu, x, alone, {});
        const auto cumulative = [](double v) { return 0.5 * std::erfc(-v / std::sqrt(2.0)); };
        QCOMPARE_LE(worst(y, 1, [&](std::size_t i) { return x[i] * cumulative(x[i]); }), 3e-7);
        QCOMPARE_LE(worst(derivative, 1,
                          [&](std::size_t i) {
                              const double v = x[i];
                              return cumulative(v) +
                                     v * std::exp(-0.5 * v * v) / std::sqrt(2 * M_PI);
                          }),
                    4e-7);
        // The relative error where nothing is lost by rounding the argument.
        const std::span<const float> near(y.data() + 100'002 - 11'000, 22'000);
        QCOMPARE_LE(worst(near, 1e-3,
                          [&](std::size_t i) {
                              const double v = x[i + 100'002 - 11'000];
                              return v * cumulative(v);
                          }),
                    5e-7);
        QCOMPARE_LE(worst(alone, 1, [&](std::size_t i) { return y[i]; }), 2.4e-7);
    }

    void silu() {
        const Floats x = sweep(-80, 80, 200'003);
        Floats y(x.size()), derivative(x.size()), alone(x.size());
        activationForward<float>(ActivationKind::Silu, x, y, derivative);
        activationForward<float>(ActivationKind::Silu, x, alone, {});
        QCOMPARE_LE(worst(y, 1e-30, [&](std::size_t i) { return x[i] * sigmoid(x[i]); }), 5e-7);
        QCOMPARE_LE(worst(derivative, 1,
                          [&](std::size_t i) {
                              const double s = sigmoid(x[i]);
                              return s * (1 + x[i] * (1 - s));
                          }),
                    1e-5);  // 1 - s has lost digits that x multiplies
        QCOMPARE_LE(worst(alone, 1e-30, [&](std::size_t i) { return y[i]; }), 2.4e-7);
    }

    void specialValues() {
        const float infinity = std::numeric_limits<float>::infinity();
        const Floats x(35, infinity), nan(35, NAN);
        Floats y(35);
        activationForward<float>(ActivationKind::Gelu, x, y, {});
        QVERIFY(std::ranges::all_of(y, [=](float v) { return v == infinity; }));
        activationForward<float>(ActivationKind::Gelu, nan, y, {});
        QVERIFY(std::ranges::all_of(y, [](float v) { return std::isnan(v); }));
        activationForward<float>(ActivationKind::Silu, nan, y, {});
        QVERIFY(std::ranges::all_of(y, [](float v) { return std::isnan(v); }));
    }

    void softmax_data() { addSizes(); }
    void softmax() {
        QFETCH(int, size);
        const Floats logits = normals(static_cast<std::size_t>(size), 3, 1);
        Floats p = logits;
        p.resize(p.size() + 3, 5.0F);
        softmaxRow<float>(p, logits.size());
        const double largest = *std::ranges::max_element(logits);
        double sum = 0;
        for (const float logit : logits) {
            sum += std::exp(logit - largest);
        }
        const std::span<const float> seen(p.data(), logits.size());
        QCOMPARE_LE(
            worst(seen, 1e-30, [&](std::size_t i) { return std::exp(logits[i] - largest) / sum; }),
            1.5e-6);
        QCOMPARE(Floats(p.end() - 3, p.end()), Floats(3, 0.0F));
    }

    void crossEntropyRow_data() { addSizes(); }
    void crossEntropyRow() {
        QFETCH(int, size);
        const auto outputs = static_cast<std::size_t>(size);
        const Floats logits = normals(outputs, 3, 2);
        const std::vector<std::int32_t> targets{size / 2};
        Floats gradient(outputs);
        const Score score =
            zeropoint::crossEntropy<float>(logits, targets, outputs, 1, 0.5F, gradient);
        double sum = 0;
        for (const float logit : logits) {
            sum += std::exp(static_cast<double>(logit));
        }
        const double loss = std::log(sum) - logits[outputs / 2];
        QCOMPARE_LE(std::abs(score.loss - loss), 2e-6 * std::max(1.0, loss));
        QCOMPARE_LE(worst(gradient, 0.1,
                          [&](std::size_t i) {
                              const double p = std::exp(static_cast<double>(logits[i])) / sum;
                              return 0.5 * (p - (i == outputs / 2 ? 1 : 0));
                          }),
                    2e-6);
    }

    void norm_data() { addSizes(); }
    void norm() {
        QFETCH(int, size);
        const auto width = static_cast<std::size_t>(size);
        const Floats x = normals(width, 2, 3), weight = normals(width, 1, 4);
        const Floats bias = normals(width, 1, 5), upstream = normals(width, 1, 6);
        Floats y(width), dx(width), dWeight(width), dBias(width), mean(1), root(1);
        const NormKept<float> kept{mean, root};
        normForward<float>(NormKind::LayerNorm, x, weight, bias, y, kept);
        normBackward<float>(NormKind::LayerNorm, x, weight, kept, upstream, dx, dWeight, dBias);

        const auto average = [&](auto term) {
            double sum = 0;
            for (std::size_t i = 0; i < width; ++i) {
                sum += term(i);
            }
            return sum / static_cast<double>(width);
        };
        const double centre = average([&](std::size_t i) { return double{x[i]}; });
        const double variance =
            average([&](std::size_t i) { return (x[i] - centre) * (x[i] - centre); });
        const double inverse = 1 / std::sqrt(variance + normEpsilon);
        const auto normed = [&](std::size_t i) { return (x[i] - centre) * inverse; };
        const auto g = [&](std::size_t i) { return double{upstream[i]} * double{weight[i]}; };
        const double meanG = average(g);
        const double meanGN = average([&](std::size_t i) { return g(i) * normed(i); });
        const double tolerance = size == 1 ? 1e-3 : 2e-5;  // one value: 0 divided by sqrt(1e-5)
        QCOMPARE_LE(worst(y, 1, [&](std::size_t i) { return normed(i) * weight[i] + bias[i]; }),
                    tolerance);
        QCOMPARE_LE(
            worst(dx, 1,
                  [&](std::size_t i) { return inverse * (g(i) - meanG - normed(i) * meanGN); }),
            tolerance);
        QCOMPARE_LE(worst(dWeight, 1, [&](std::size_t i) { return upstream[i] * normed(i); }),
                    tolerance);
        QCOMPARE(dBias, upstream);
    }

    // Bound: the parameter's own rounding, and 1e-6 of the step.
    void adamW_data() { addSizes(); }
    void adamW() {
        QFETCH(int, size);
        const auto count = static_cast<std::size_t>(size);
        Parameters<float> parameters;
        parameters.add("w", {size}, true);
        const Floats start = normals(count, 1, 7);
        std::ranges::copy(start, parameters.values(0).begin());
        Optimizer<float> optimizer;
        std::vector<double> p(start.begin(), start.end()), m(count), v(count);
        for (int step = 1; step <= 4; ++step) {
            Floats gradients = normals(parameters.size(), 0.1, 8 + static_cast<unsigned>(step));
            optimizer.step(parameters, gradients, 1e-2);
            for (std::size_t i = 0; i < count; ++i) {
                const double g = gradients[i];
                m[i] = 0.9 * m[i] + 0.1 * g;
                v[i] = 0.999 * v[i] + 0.001 * g * g;
                const double root = std::sqrt(v[i] / (1 - std::pow(0.999, step)));
                p[i] -= 1e-2 * 0.01 * p[i];
                p[i] -= 1e-2 * m[i] / (1 - std::pow(0.9, step)) / (root + 1e-8);
            }
        }
        QCOMPARE_LE(worst(parameters.values(0), 1, [&](std::size_t i) { return p[i]; }), 1e-6);
        QCOMPARE_LE(
            worst(optimizer.secondMoment().first(count), 1e-9, [&](std::size_t i) { return v[i]; }),
            1.5e-5);  // 1 - 0.999 in float32 is 1.3e-5 of it short
    }

    // Exact sources: the same digits as the formula in float32, one value at a time.
    void fakeQuantizers_data() { addSizes(); }
    void fakeQuantizers() {
        QFETCH(int, size);
        const Floats x = normals(static_cast<std::size_t>(size), 1, 20);
        const Floats upstream = normals(x.size(), 1, 21);
        const Grid grid = Grid::of({0.3, 0}, {-4, 3});
        Floats y(x.size()), expected(x.size());
        for (const ClipTest test : {ClipTest::Code, ClipTest::Value}) {
            Floats passed = upstream, expectedPassed = upstream;
            double slope = 0;
            for (std::size_t i = 0; i < x.size(); ++i) {
                const float scaled = x[i] / grid.scale;
                const float code = std::nearbyint(scaled);
                expected[i] = std::clamp(code, grid.low, grid.high) * grid.scale;
                const bool clipped = test == ClipTest::Code
                                         ? code < grid.low || code > grid.high
                                         : scaled <= grid.low || scaled >= grid.high;
                expectedPassed[i] = clipped ? 0.0F : upstream[i];
                const float share = clipped ? std::clamp(code, grid.low, grid.high) : code - scaled;
                slope += static_cast<double>(share) * static_cast<double>(upstream[i]);
            }
            // Sums in double, in an order of their own.
            Floats learned = upstream;
            QCOMPARE_LE(std::abs(lsqGradient(x, grid, test, learned) - slope), 1e-12 * size);
            QCOMPARE(learned, expectedPassed);
            clippedStraightThrough(x, grid, test, passed);
            QCOMPARE(passed, expectedPassed);
        }
        fakeQuantize(x, grid, y);
        QCOMPARE(y, expected);
        const auto [low, high] = std::ranges::minmax(x);
        QCOMPARE(finiteRange(x), (RealRange{low, high}));
        const double magnitudes = std::accumulate(
            x.begin(), x.end(), 0.0, [](double sum, float v) { return sum + std::abs(double{v}); });
        QCOMPARE_LE(std::abs(magnitudeSum(x) - magnitudes), 1e-13 * size);
    }

    void pact_data() { addSizes(); }
    void pact() {
        QFETCH(int, size);
        const Floats x = normals(static_cast<std::size_t>(size), 1, 30);
        const Floats upstream = normals(x.size(), 1, 31);
        Floats passed = upstream, expected = upstream;
        double slope = 0;
        for (std::size_t i = 0; i < x.size(); ++i) {
            const float share = x[i] >= 0.8F ? upstream[i] : x[i] <= -0.8F ? -upstream[i] : 0.0F;
            slope += static_cast<double>(share);
            expected[i] = share == 0.0F ? upstream[i] : 0.0F;
        }
        QCOMPARE_LE(std::abs(pactGradient(x, -0.8F, 0.8F, passed) - slope), 1e-13 * size);
        QCOMPARE(passed, expected);
    }
};

QTEST_APPLESS_MAIN(TestVectorLoops)
#include "tst_vector_loops.moc"
