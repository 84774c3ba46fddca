// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/analysis/qat_insight.h"
#include "tests/support/tiny_model.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace zeropoint;

namespace {

QuantRecipe int3Recipe() {
    QuantRecipe recipe;
    recipe.base.weight = QuantScheme{};
    recipe.base.weight->format = "int3";
    return recipe;
}

/// A model whose first query matrix is ours to write, at a scale of 1: codes -4..3.
struct Watched {
    Transformer<float> model = test::tinyModel(Sorting());
    std::vector<QatSite> sites = attachQat(model, int3Recipe(), {}).value();
    std::span<float> weights =
        model.parameters().values(model.parameters().find("layers.0.attn.q.weight").value());

    Watched() {
        std::fill(weights.begin(), weights.end(), 0.0F);
        weights[255] = 3;  // the largest magnitude makes the scale 1
        model.prepare();
    }
};

}  // namespace

class TestQatInsight : public QObject {
    Q_OBJECT

private slots:
    void histogramAroundTheGrid() {
        Watched watched;
        watched.weights[0] = 1.4F;
        watched.weights[1] = -2.6F;
        watched.weights[2] = 0.05F;
        const QatWatch watch(watched.model, watched.sites);
        const WeightInsight insight = watch.weights(0, 4);
        QCOMPARE(insight.low, -4.0);
        QCOMPARE(insight.high, 3.0);
        QCOMPARE(insight.lowEdge, -5.0);
        QCOMPARE(insight.binWidth, 0.25);
        QCOMPARE(insight.bins.size(), std::size_t{9 * 4});
        QCOMPARE(insight.count, std::size_t{256});
        QCOMPARE(insight.scales, std::vector<float>{1});
        const auto at = [&](double x) {
            return insight.bins[static_cast<std::size_t>((x - insight.lowEdge) / 0.25)];
        };
        QCOMPARE(at(1.4), 1U);
        QCOMPARE(at(-2.6), 1U);
        QCOMPARE(at(0.05), 253U);
        QCOMPARE(at(3.0), 1U);
        QCOMPARE(insight.levels, (std::vector<std::uint32_t>{0, 1, 0, 0, 253, 1, 0, 1}));
        QCOMPARE(insight.clipped, std::size_t{0});
        QCOMPARE_LE(std::abs(insight.meanDistance - (0.4 + 0.4 + 0.05) / 256), 1e-6);
    }

    // Nagel et al.: a change of code against the direction of the last one.
    void oscillation() {
        Watched watched;
        QatWatch watch(watched.model, watched.sites);
        const auto move = [&](float back, float onward, float still) {
            watched.weights[0] = back;
            watched.weights[3] = -back;
            watched.weights[1] = onward;
            watched.weights[2] = still;
            watch.step();
        };
        move(0.4F, -1.6F, 0.1F);
        move(0.6F, -0.6F, 0.4F);
        QCOMPARE(watch.weights(0).oscillating, std::size_t{0});
        move(0.4F, 0.6F, 0.2F);  // back again: two have turned once, one went on
        QCOMPARE(watch.weights(0).oscillating, std::size_t{2});
        QCOMPARE(watch.weights(0).step, std::size_t{3});
        for (int i = 0; i < 100; ++i) {
            move(0.4F, 0.6F, 0.2F);  // at rest it is forgotten: 0.01 * 0.99^100 < 0.005
        }
        QCOMPARE(watch.weights(0).oscillating, std::size_t{0});
    }

    void theBusiestWeightsAreFollowed() {
        Watched watched;
        QatWatch watch(watched.model, watched.sites);
        std::vector<float> written;
        const auto run = [&](int steps) {
            for (int i = 0; i < steps; ++i) {
                const float value = watch.steps() % 2 == 0 ? 0.4F : 0.7F;
                watched.weights[7] = value;
                watched.weights[9] = watch.steps() % 8 < 4 ? -1.4F : -1.6F;
                written.push_back(value);
                watch.step();
            }
        };
        run(15);
        QVERIFY(watch.weights(0).trails.empty());
        run(33);
        const std::vector<CodeTrail> trails = watch.weights(0).trails;
        QCOMPARE(trails.size(), std::size_t{2});
        QCOMPARE(trails[0].weight, std::size_t{7});  // it turns at every step
        QCOMPARE(trails[1].weight, std::size_t{9});
        QCOMPARE(trails[0].firstStep, std::size_t{16});
        QCOMPARE(trails[0].codes.size(), std::size_t{48 - 16 + 1});
        for (std::size_t i = 0; i < trails[0].codes.size(); ++i) {
            const float value = written[trails[0].firstStep - 1 + i];
            QCOMPARE(trails[0].positions[i], value);
            QCOMPARE(trails[0].codes[i], std::int32_t(std::lround(value)));
        }
        run(300);
        QCOMPARE(watch.weights(0).trails[0].codes.size(), QatWatch::trailSteps);
        QCOMPARE(watch.weights(0).trails[0].firstStep + QatWatch::trailSteps - 1, watch.steps());
    }

    void theCurve() {
        const auto points = straightThroughCurve(Grid::of({0.5, 0}, {-2, 1}), 13);
        QCOMPARE(points.front().x, -3.5);
        QCOMPARE(points.back().x, 2.5);
        for (const StePoint& point : points) {
            QCOMPARE(point.trueSlope, 0.0);
            QCOMPARE(point.plain, 1.0);
            const double rounded = std::nearbyint(point.x);
            QCOMPARE(point.y, std::clamp(rounded, -2.0, 1.0));
            QCOMPARE(point.clipped, rounded < -2 || rounded > 1 ? 0.0 : 1.0);
        }
        QCOMPARE(points[0].scaleSlope, -2.0);
        QCOMPARE(points[12].scaleSlope, 1.0);
        QCOMPARE(points[5].x, -1.0);
        QCOMPARE(points[5].scaleSlope, 0.0);
        // Half a step beyond the last level, 1: the paper has it clipped, PyTorch's code is 1.
        const auto near = straightThroughCurve(Grid::of({0.5, 0}, {-2, 1}), 61);
        const StePoint& beyond = near[49];
        QCOMPARE_LE(std::abs(beyond.x - 1.4), 1e-12);
        QCOMPARE(beyond.scaleSlope, 1.0);
        QCOMPARE(beyond.lsq, 0.0);
        QCOMPARE_LE(std::abs(beyond.scaleSlopePyTorch + 0.4), 1e-12);
        QCOMPARE(beyond.clipped, 1.0);
    }
};

QTEST_APPLESS_MAIN(TestQatInsight)
#include "tst_qat_insight.moc"
