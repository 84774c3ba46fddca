// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/digits.h"
#include "core/data/sorting.h"
#include "core/methods/ptq/ptq.h"
#include "core/methods/ptq/site_inputs.h"
#include "core/nn/decoder.h"
#include "core/training/trainer.h"
#include "tests/core/methods/models.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <cmath>

using namespace zeropoint;

namespace {

double accuracy(const Transformer<float>& model, const Dataset& data) {
    ThreadPool pool(2);
    BatchRunner<float> runner;
    const Score score = evaluateOn(model, data, runner, {&pool, {}, {}}, 500).value();
    return accuracyOf(data.accuracyKind(), score);
}

QuantRecipe weightsOnly(const QuantScheme& scheme) {
    QuantRecipe recipe;
    recipe.base.weight = scheme;
    recipe.calibration = {2, 16, 1};
    return recipe;
}

std::span<const float> weightOf(const Transformer<float>& model, const std::string& name) {
    return model.parameters().values(*model.parameters().find(name + ".weight"));
}

}  // namespace

class TestPtq : public QObject {
    Q_OBJECT

private slots:
    // q = round(w / (max|row| / 7)) of every row, as the definition says.
    void roundsEveryRowToItsOwnGrid() {
        const auto model = test::smallModel();
        const auto quantized =
            applyPtq(model, Sorting(), weightsOnly(test::scheme("int4"))).value();
        const std::size_t width = 32;
        const std::span<const float> master = weightOf(model, "layers.1.attn.v");
        const std::span<const float> used = quantized.model.block(1).v.weight;
        for (std::size_t row = 0; row < master.size(); row += width) {
            double largest = 0;
            for (std::size_t i = 0; i < width; ++i) {
                largest = std::max<double>(largest, std::abs(master[row + i]));
            }
            const auto scale = static_cast<float>(largest / 7);
            for (std::size_t i = 0; i < width; ++i) {
                const float level = std::nearbyint(master[row + i] / scale);
                QCOMPARE(used[row + i], std::clamp(level, -8.0F, 7.0F) * scale);
            }
        }
        // What the recipe leaves alone stays: the table, biases, and the model that was given.
        QVERIFY(std::ranges::equal(quantized.model.tokenTable(), model.tokenTable()));
        QVERIFY(std::ranges::equal(model.block(1).v.weight, master));
    }

    void lowPrecisionRestIsRounded() {
        const auto model = test::smallModel();
        QuantRecipe recipe;
        recipe.rest = "bf16";
        recipe.calibration.batches = 0;
        const auto quantized = applyPtq(model, Sorting(), recipe).value();
        const auto isBfloat = [](float x) {
            return (std::bit_cast<std::uint32_t>(x) & 0xFFFFU) == 0;
        };
        QVERIFY(std::ranges::all_of(quantized.model.tokenTable(), isBfloat));
        QVERIFY(std::ranges::all_of(quantized.model.block(0).ff1.weight, isBfloat));
        QVERIFY(std::ranges::all_of(quantized.model.positionTable(), isBfloat));
        QVERIFY(!quantized.reports[0].outputSqnrDb);  // no batch was seen
    }

    // The range of a static activation is that of the layer's inputs in a plain pass.
    void staticRangesAreThoseOfTheBatches() {
        auto model = test::smallModel();
        model.prepare();
        QuantRecipe recipe = weightsOnly(test::scheme("int8"));
        recipe.base.activation = {ActivationMode::Static,
                                  test::scheme("int8", Granularity::Tensor)};
        const Sorting data;
        const auto quantized = applyPtq(model, data, recipe).value();
        float lo = 0;
        float hi = 0;
        for (std::uint64_t step = 0; step < 2; ++step) {
            BatchStorage batch;
            data.trainingBatch(1, step, 16, batch);
            ForwardState<float> state;
            model.forward(batch.view(), {}, state);
            for (const float x : state.blocks[0].activated) {
                lo = std::min(lo, x);
                hi = std::max(hi, x);
            }
        }
        const auto ff2 = std::ranges::find_if(
            quantized.sites, [](const auto& site) { return site->name == "layers.0.ff2"; });
        // Pieces of other lengths pass through other kernels: the last bits may differ.
        QCOMPARE_LE(std::abs((*ff2)->inputRange.lo - lo), 1e-5);
        QCOMPARE_LE(std::abs((*ff2)->inputRange.hi - hi), 1e-5);
        QCOMPARE((*ff2)->input->params().scale,
                 static_cast<double>(static_cast<float>(
                     std::max(std::abs((*ff2)->inputRange.lo), (*ff2)->inputRange.hi) / 127)));
    }

    void movingAverageFollowsItsConstant() {
        SiteInput input;
        input.width = 2;
        input.lows = {-1, 0, -3, 0};
        input.highs = {1, 2, 1, 4};
        ActivationRecipe recipe;
        recipe.observer = ActivationObserver::MovingAverage;
        recipe.averagingConstant = 0.25;
        const RealRange range = observeRange(input, recipe).value();
        QCOMPARE(range.lo, -1.5);  // -1, then a quarter of the way to -3
        QCOMPARE(range.hi, 2.5);
        QCOMPARE(input.extremes().lo, -3.0);
        QCOMPARE(input.extremes().hi, 4.0);
    }

    void keptRowsAreSpreadEvenly() {
        auto model = test::smallModel();
        model.prepare();
        const Sorting data;
        const auto all = captureInputs(model, data, {2, 8, 1}, 100000).value();
        const auto some = captureInputs(model, data, {2, 8, 1}, 50).value();
        const SiteInput& full = all.inputs[0];
        const SiteInput& thin = some.inputs[0];
        const std::size_t rows = 2 * 8 * (Sorting::context - 1);
        QCOMPARE(full.kept(), rows);
        QCOMPARE_LE(thin.kept(), std::size_t{50});
        QCOMPARE(thin.kept(), (rows + 7) / 8);
        for (std::size_t row = 0; row < thin.kept(); ++row) {
            QVERIFY(std::equal(thin.rows.begin() + static_cast<std::ptrdiff_t>(row * 32),
                               thin.rows.begin() + static_cast<std::ptrdiff_t>(row * 32 + 32),
                               full.rows.begin() + static_cast<std::ptrdiff_t>(8 * row * 32)));
        }
        QCOMPARE(thin.lows, full.lows);
        QCOMPARE(thin.highs, full.highs);
    }

    void dynamicRangesAreFoundAnew_data() {
        QTest::addColumn<int>("mode");
        QTest::addColumn<float>("first");  // what becomes of 0.3 in the row with largest value 1
        QTest::newRow("token") << int(ActivationMode::DynamicToken) << 38 / 127.0F;
        QTest::newRow("sequence") << int(ActivationMode::DynamicSequence) << 4 / 12.7F;
    }
    void dynamicRangesAreFoundAnew() {
        QFETCH(int, mode);
        QFETCH(float, first);
        ActivationRecipe recipe{static_cast<ActivationMode>(mode),
                                test::scheme("int8", Granularity::Tensor)};
        const auto quantizer = ActivationQuantizer::make(recipe, {}).value();
        const std::vector<float> x{0.3F, -1, 10, 4};  // two rows of two
        std::vector<float> out(4);
        quantizer.apply(x, 2, 2, out);
        QCOMPARE_LE(std::abs(out[0] - first), 1e-6F);
        QCOMPARE_LE(std::abs(out[2] - 10), 1e-6F);
    }

    void keysAndValuesAreQuantizedInTheCacheToo() {
        const auto model = test::smallModel();
        QuantRecipe recipe;
        recipe.calibration.batches = 0;
        recipe.kvCache = test::scheme("int4", Granularity::Group, 8);
        const auto quantized = applyPtq(model, Sorting(), recipe).value();
        Decoder<float> decoder(quantized.model);
        decoder.feed(3);
        decoder.feed(17);
        for (const std::span<const float> cache : {decoder.keys(1), decoder.values(0)}) {
            QCOMPARE(cache.size(), std::size_t{64});
            for (std::size_t at = 0; at < cache.size(); at += 8) {
                float largest = 0;
                for (std::size_t i = 0; i < 8; ++i) {
                    largest = std::max(largest, std::abs(cache[at + i]));
                }
                for (std::size_t i = 0; i < 8; ++i) {
                    const float level = cache[at + i] / (largest / 7);
                    QCOMPARE_LE(std::abs(level - std::round(level)), 1e-4F);
                }
            }
        }
    }

    void eightBitsLoseNothingThatCounts_data() {
        QTest::addColumn<QString>("task");
        QTest::newRow("digits") << "digits";
        QTest::newRow("sort") << "sort";
    }
    void eightBitsLoseNothingThatCounts() {
        QFETCH(QString, task);
        test::Sample sample = test::sample(task);
        sample.model.prepare();
        const double before = accuracy(sample.model, *sample.data);
        for (const ActivationMode mode :
             {ActivationMode::None, ActivationMode::Static, ActivationMode::DynamicToken}) {
            QuantRecipe recipe = weightsOnly(test::scheme("int8"));
            recipe.base.activation = {mode, test::scheme("int8", Granularity::Tensor)};
            ThreadPool pool(2);
            const auto quantized =
                applyPtq(sample.model, *sample.data, recipe, {&pool, {}, {}}).value();
            QCOMPARE_GE(accuracy(quantized.model, *sample.data), before - 0.02);
            for (const SiteReport& report : quantized.reports) {
                if (report.quantized) {
                    QCOMPARE_GE(report.weightSqnrDb, 30.0);
                    QCOMPARE_GE(*report.outputSqnrDb, 20.0);
                }
            }
        }
    }

    void reportsMeasureTheLayersOutput() {
        auto model = test::smallModel();
        model.prepare();
        const Sorting data;
        const auto quantized = applyPtq(model, data, weightsOnly(test::scheme("int3"))).value();
        const SiteInputs inputs = captureInputs(model, data, {2, 16, 1}, 8192).value();
        for (std::size_t site = 0; site < quantized.sites.size(); ++site) {
            const SiteReport& report = quantized.reports[site];
            if (!report.quantized) {
                QVERIFY(std::isinf(report.weightSqnrDb));
                continue;
            }
            const std::span<const float> exact = weightOf(model, report.site);
            const std::vector<float>& used = quantized.sites[site]->weight->values;
            const SiteInput& input = *inputs.of(site);
            double error = 0;
            const std::size_t out = exact.size() / input.width;
            const std::size_t rows = std::min<std::size_t>(input.kept(), 1024);
            for (std::size_t row = 0; row < rows; ++row) {
                for (std::size_t o = 0; o < out; ++o) {
                    double y = 0;
                    for (std::size_t i = 0; i < input.width; ++i) {
                        y += (static_cast<double>(exact[o * input.width + i]) -
                              used[o * input.width + i]) *
                             input.rows[row * input.width + i];
                    }
                    error += y * y;
                }
            }
            const double mse = error / static_cast<double>(rows * out);
            QCOMPARE_LE(std::abs(*report.outputMse / mse - 1), 1e-3);
        }
    }

    void threadsDoNotMatter() {
        const auto model = test::smallModel();
        QuantRecipe recipe = weightsOnly(test::scheme("int4"));
        recipe.base.activation = {ActivationMode::Static,
                                  test::scheme("uint8", Granularity::Tensor, 32, false)};
        recipe.base.activation.scheme.range.kind = RangeMethod::Kind::Entropy;
        const auto one = applyPtq(model, Sorting(), recipe).value();
        ThreadPool pool(3);
        const auto three = applyPtq(model, Sorting(), recipe, {&pool, {}, {}}).value();
        for (std::size_t i = 0; i < one.sites.size(); ++i) {
            if (one.sites[i]->weight) {
                QCOMPARE(three.sites[i]->weight->values, one.sites[i]->weight->values);
                QVERIFY(three.sites[i]->inputRange == one.sites[i]->inputRange);
                QCOMPARE(*three.reports[i].outputMse, *one.reports[i].outputMse);
            }
        }
    }

    void stopsWhenAsked() {
        std::stop_source source;
        source.request_stop();
        const auto quantized =
            applyPtq(test::smallModel(), Sorting(), weightsOnly(test::scheme("int4")),
                     {nullptr, {}, source.get_token()});
        COMPARE_ERROR(quantized, ErrorCode::Cancelled);
    }

    void progressRisesAndStopsInTheMiddle() {
        const auto model = test::smallModel();
        QuantRecipe recipe = weightsOnly(test::scheme("int4"));
        recipe.base.method = PtqMethod::Gptq;
        std::vector<double> told;
        QVERIFY(applyPtq(model, Sorting(), recipe,
                         {nullptr, [&](double done) { told.push_back(done); }, {}}));
        QVERIFY(std::ranges::is_sorted(told));
        QCOMPARE_GE(told.size(), std::size_t{3});
        QCOMPARE(told.back(), 1.0);
        for (const double at : {0.1, 0.6}) {
            std::stop_source source;
            const auto stopAt = [&](double done) {
                if (done > at) {
                    source.request_stop();
                }
            };
            const auto quantized =
                applyPtq(model, Sorting(), recipe, {nullptr, stopAt, source.get_token()});
            COMPARE_ERROR(quantized, ErrorCode::Cancelled);
        }
    }

    void dataOfAnotherTaskAreRefused() {
        const auto quantized =
            applyPtq(test::smallModel(), *shippedDigits(), weightsOnly(test::scheme("int4")));
        COMPARE_ERROR(quantized, ErrorCode::InvalidArgument);
    }
};

QTEST_APPLESS_MAIN(TestPtq)
#include "tst_ptq.moc"
