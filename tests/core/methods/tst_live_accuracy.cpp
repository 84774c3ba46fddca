// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/analysis/live_accuracy.h"
#include "core/methods/ptq/ptq.h"
#include "core/training/trainer.h"
#include "tests/core/methods/models.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <algorithm>

using namespace zeropoint;
using test::scheme;

namespace {

constexpr std::size_t heldOut = 150;

/// The long way round: quantize all of the model anew, then evaluate.
LiveScore slowScore(const test::Sample& sample, const QuantRecipe& recipe) {
    const auto quantized = applyPtq(sample.model, *sample.data, recipe).value();
    BatchRunner<float> runner;
    const Score score =
        evaluateOn(quantized.model, *sample.data, runner, {}, heldOut, HeldOut::Validation).value();
    return {accuracyOf(sample.data->accuracyKind(), score), score.meanLoss(), score.sequences, 0};
}

QuantRecipe fourBits() {
    QuantRecipe recipe;
    recipe.base.weight = scheme("int4");
    recipe.calibration = {2, 16, 1};
    return recipe;
}

}  // namespace

class TestLiveAccuracy : public QObject {
    Q_OBJECT

private slots:
    // A walk of changes; after each the score is that of a model made from nothing.
    void followsEveryChange() {
        const test::Sample sample = test::sample("digits");
        QuantRecipe recipe = fourBits();
        auto live = LiveAccuracy::create(sample.model, *sample.data, recipe, heldOut).value();
        const auto agrees = [&](std::size_t changed) {
            const LiveScore now = live.score(recipe).value();
            const LiveScore slow = slowScore(sample, recipe);
            QCOMPARE(now.sequences, slow.sequences);
            QCOMPARE_LE(std::abs(now.accuracy - slow.accuracy), 1e-12);
            QCOMPARE_LE(std::abs(now.loss - slow.loss), 1e-5);
            QCOMPARE(now.changedSites, changed);
        };
        agrees(0);
        recipe.overrides = {{"layers.1.ff1", test::site(scheme("int2"))}};
        agrees(1);
        // A dragged share of that layer's range, and a range given as it stands.
        recipe.overrides[0].recipe.clip = 0.6;
        agrees(1);
        recipe.overrides[0].recipe.clip = 1;
        recipe.overrides[0].recipe.weight->range = {RangeMethod::Kind::Explicit, 99.9, -0.2, 0.2};
        agrees(1);
        recipe.overrides[0].recipe.activation = {ActivationMode::Static,
                                                 scheme("uint8", Granularity::Tensor, 1, false)};
        agrees(1);
        recipe.overrides[0].recipe.biasCorrection = true;
        agrees(1);
        // Two back to high precision.
        recipe.overrides.push_back({"layers.0.attn.q", {}});
        recipe.overrides.push_back({"layers.1.ff1", {}});
        agrees(2);
        const std::size_t all = live.sites().size();
        recipe.base.method = PtqMethod::Awq;
        agrees(all);
        recipe.base.method = PtqMethod::Gptq;
        agrees(all);
        recipe.rest = "bf16";
        agrees(all);
    }

    // Against sums taken value by value.
    void errorOfTheWeightsSplits_data() {
        QTest::addColumn<double>("share");
        QTest::addColumn<QString>("pattern");
        for (const double share : {0.3, 0.7, 1.0}) {
            QTest::addRow("one layer, %g", share) << share << "layers.1.ff1";
            QTest::addRow("a block, %g", share) << share << "layers.0.*";
        }
    }
    void errorOfTheWeightsSplits() {
        QFETCH(double, share);
        QFETCH(QString, pattern);
        const test::Sample sample = test::sample("sort");
        QuantRecipe recipe = fourBits();
        recipe.base.clip = share;
        auto live = LiveAccuracy::create(sample.model, *sample.data, recipe, 8).value();
        const ErrorReport report = live.weightError(pattern.toStdString()).value();
        double signal = 0;
        double error = 0;
        double clipError = 0;
        std::size_t clipped = 0;
        const Parameters<float>& parameters = sample.model.parameters();
        for (const auto& site : live.sites()) {
            if (!matchesSite(pattern.toStdString(), site->name)) {
                continue;
            }
            const auto master = parameters.values(*parameters.find(site->name + ".weight"));
            for (std::size_t row = 0; row < master.size() / site->in; ++row) {
                const auto w = master.subspan(row * site->in, site->in);
                double most = 0;
                for (const float value : w) {
                    most = std::max(most, std::abs(double(value)));
                }
                for (std::size_t i = 0; i < w.size(); ++i) {
                    const double d = double(w[i]) - site->weight->values[row * site->in + i];
                    signal += double(w[i]) * w[i];
                    error += d * d;
                    if (std::abs(double(w[i])) > most * share) {
                        clipError += d * d;
                        ++clipped;
                    }
                }
            }
        }
        QCOMPARE(report.clipped, clipped);
        QCOMPARE(clipped > 0, share < 1);
        const double count = double(report.count);
        QCOMPARE_LE(std::abs(report.mse * count / error - 1), 1e-9);
        QCOMPARE_LE(std::abs(report.clipMse * count - clipError), 1e-9 * error);
        QCOMPARE_LE(std::abs(report.sqnrDb - 10 * std::log10(signal / error)), 1e-7);
    }

    void stoppedCallLosesNothing() {
        const test::Sample sample = test::sample("digits");
        QuantRecipe recipe = fourBits();
        auto live = LiveAccuracy::create(sample.model, *sample.data, recipe, heldOut).value();
        recipe.base.weight->format = "int3";
        std::stop_source source;
        source.request_stop();
        const auto stopped = live.score(recipe, {nullptr, {}, source.get_token()});
        COMPARE_ERROR(stopped, ErrorCode::Cancelled);
        QCOMPARE_LE(std::abs(live.score(recipe)->loss - slowScore(sample, recipe).loss), 1e-5);
    }

    void recipeThatDoesNotFitLeavesTheLast() {
        const test::Sample sample = test::sample("digits");
        QuantRecipe recipe = fourBits();
        auto live = LiveAccuracy::create(sample.model, *sample.data, recipe, heldOut).value();
        const double loss = live.score(recipe)->loss;
        QuantRecipe wrong = recipe;
        wrong.base.weight = scheme("int4", Granularity::Group, 48);
        const auto refused = live.score(wrong);
        COMPARE_ERROR(refused, ErrorCode::InvalidArgument);
        QVERIFY(live.recipe() == recipe);
        QCOMPARE(live.score(recipe)->loss, loss);
        QCOMPARE(live.score(recipe)->changedSites, std::size_t{0});
    }

    void threadsDoNotMatter() {
        const test::Sample sample = test::sample("sort");
        const QuantRecipe recipe = fourBits();
        ThreadPool pool(3);
        auto one = LiveAccuracy::create(sample.model, *sample.data, recipe, 100).value();
        auto three =
            LiveAccuracy::create(sample.model, *sample.data, recipe, 100, {&pool, {}, {}}).value();
        QCOMPARE(three.score(recipe, {&pool, {}, {}})->loss, one.score(recipe)->loss);
    }
};

QTEST_APPLESS_MAIN(TestLiveAccuracy)
#include "tst_live_accuracy.moc"
