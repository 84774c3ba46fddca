// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/live_accuracy.h"
#include "core/methods/ptq.h"
#include "core/training/trainer.h"
#include "tests/core/methods/models.h"

#include <QtTest>

#include <algorithm>

using namespace zeropoint;
using test::scheme;

namespace {

constexpr std::size_t heldOut = 200;

/// The long way round: quantize all of the model anew, then evaluate.
LiveScore slowScore(const test::Sample& sample, const QuantRecipe& recipe) {
    const auto quantized = applyPtq(sample.model, *sample.data, recipe).value();
    BatchRunner<float> runner;
    const Score score = evaluateOn(quantized.model, *sample.data, runner, {}, heldOut).value();
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
        // A dragged range of that layer.
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

    void stoppedCallLosesNothing() {
        const test::Sample sample = test::sample("digits");
        QuantRecipe recipe = fourBits();
        auto live = LiveAccuracy::create(sample.model, *sample.data, recipe, heldOut).value();
        recipe.base.weight->format = "int3";
        std::stop_source source;
        source.request_stop();
        const auto stopped = live.score(recipe, {nullptr, {}, source.get_token()});
        QVERIFY(!stopped && stopped.error().code == ErrorCode::Cancelled);
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
        QVERIFY(!refused && refused.error().code == ErrorCode::InvalidArgument);
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
