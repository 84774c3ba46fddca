// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/ptq/ada_round.h"
#include "core/methods/ptq/awq.h"
#include "core/methods/ptq/baked_model.h"
#include "core/methods/ptq/bias.h"
#include "core/methods/ptq/hessian.h"
#include "core/methods/ptq/hqq.h"
#include "core/methods/ptq/ptq.h"
#include "core/methods/ptq/smooth_quant.h"
#include "core/numerics/half.h"
#include "tests/core/methods/models.h"
#include "tests/core/methods/random_layer.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <map>

using namespace zeropoint;
using test::RandomLayer;
using test::scheme;

namespace {

/// Logits of a prepared model on the first test sequences.
std::vector<float> logits(const Transformer<float>& model, const Dataset& data) {
    BatchStorage batch;
    data.testBatch(0, 8, batch);
    ForwardState<float> state;
    model.forward(batch.view(), {}, state);
    return {state.logits.begin(), state.logits.end()};
}

/// Blocks, norms and head of a model whose second channel is a hundred times as loud behind the
/// first norm, as outliers of large models are.
Transformer<float> withOutliers() {
    auto model = test::smallModel();
    Parameters<float>& parameters = model.parameters();
    parameters.values(*parameters.find("layers.0.ln1.weight"))[1] = 100;
    for (const char* name : {"q", "k", "v"}) {
        const auto weight =
            parameters.values(*parameters.find("layers.0.attn." + std::string(name) + ".weight"));
        for (std::size_t row = 0; row < 32; ++row) {
            weight[row * 32 + 1] /= 50;
        }
    }
    return model;
}

double normError(std::span<const float> exact, std::span<const float> changed, double norm) {
    double sum = 0;
    for (std::size_t i = 0; i < exact.size(); ++i) {
        sum += std::pow(std::abs(double(exact[i]) - changed[i]), norm);
    }
    return sum;
}

}  // namespace

class TestPtqMethods : public QObject {
    Q_OBJECT

private slots:
    void smoothQuantIsItsFormula() {
        const std::vector<float> inputs{4, 1, 0, 9};
        const Tensor a("a", {1, 4}, {1, -4, 3, 0});
        const Tensor b("b", {2, 4}, {0.5F, 1, 1, 0, -0.25F, 0, 2, 0});
        const std::vector<Tensor> weights{a, b};
        // sqrt(4 / 1), sqrt(1 / 4); a side of zeros: 1.
        QCOMPARE(smoothQuantScales(inputs, weights, 0.5), (std::vector<float>{2, 0.5F, 1, 1}));
        // alpha 1 moves all of the activations' size, alpha 0 all of the weights'.
        QCOMPARE(smoothQuantScales(inputs, weights, 1), (std::vector<float>{4, 1, 1, 1}));
        QCOMPARE(smoothQuantScales(inputs, weights, 0), (std::vector<float>{1, 0.25F, 1, 1}));
    }

    void scalingAloneChangesNothing_data() {
        QTest::addColumn<int>("method");
        QTest::addColumn<bool>("smooth");
        QTest::newRow("smoothquant") << int(PtqMethod::RoundToNearest) << true;
        QTest::newRow("awq") << int(PtqMethod::Awq) << false;
    }
    void scalingAloneChangesNothing() {
        QFETCH(int, method);
        QFETCH(bool, smooth);
        auto model = withOutliers();
        model.prepare();
        const Sorting data;
        QuantRecipe recipe;
        recipe.base.weight = scheme("int16");
        recipe.base.method = static_cast<PtqMethod>(method);
        if (smooth) {
            recipe.base.activation = {ActivationMode::DynamicToken,
                                      scheme("int16", Granularity::Tensor)};
            recipe.smoothAlpha = 0.5;
        }
        const auto quantized = applyPtq(model, data, recipe).value();
        const auto master = quantized.model.parameters().values(
            *quantized.model.parameters().find("layers.0.attn.q.weight"));
        QVERIFY(!std::ranges::equal(master, model.block(0).q.weight));  // it was scaled
        const auto before = logits(model, data);
        const auto after = logits(quantized.model, data);
        QCOMPARE_GE(signalToNoiseDb(before, after), 60.0);
        // Baked, each weight is near the one it came from again, and each norm is its own.
        const Transformer<float> baked = bakedModel(quantized);
        QCOMPARE_GE(signalToNoiseDb(before, logits(baked, data)), 60.0);
        for (std::size_t i = 0; i < model.parameters().entries().size(); ++i) {
            const std::string& name = model.parameters().entries()[i].name;
            QVERIFY2(
                signalToNoiseDb(model.parameters().values(i), baked.parameters().values(i)) > 60.0,
                name.c_str());
        }
        // Behind norms the factors cost nothing; o and ff2 store theirs with AWQ.
        for (const auto& site : quantized.sites) {
            const bool stored = !site->inputScale.empty();
            const bool free = !site->name.ends_with(".o") && !site->name.ends_with(".ff2");
            QCOMPARE(stored, !smooth && !free);
            for (const float s : site->inputScale) {
                QCOMPARE(s, floatOfHalf(halfOfFloat(s)));
            }
        }
    }

    void smoothQuantTamesOutliers() {
        const auto model = withOutliers();
        QuantRecipe recipe;
        recipe.base.weight = scheme("int8", Granularity::Tensor);
        recipe.base.activation = {ActivationMode::Static, scheme("int8", Granularity::Tensor)};
        const auto plain = applyPtq(model, Sorting(), recipe).value();
        recipe.smoothAlpha = 0.5;
        const auto smooth = applyPtq(model, Sorting(), recipe).value();
        for (const std::size_t site : {std::size_t{1}, std::size_t{2}, std::size_t{3}}) {
            QCOMPARE(QString::fromStdString(plain.sites[site]->name).left(14), "layers.0.attn.");
            QCOMPARE_GE(*smooth.reports[site].outputSqnrDb,
                        *plain.reports[site].outputSqnrDb + 6.0);
        }
    }

    void awqIsNeverWorseThanNearest_data() {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 10; ++seed) {
            QTest::addRow("layer %d", seed) << seed;
        }
    }
    void awqIsNeverWorseThanNearest() {
        QFETCH(int, seed);
        const RandomLayer layer(static_cast<std::uint64_t>(seed), 24, 32, 100);
        std::vector<float> magnitudes(layer.in, 0.0F);
        for (std::size_t i = 0; i < layer.x.size(); ++i) {
            magnitudes[i % layer.in] += std::abs(layer.x[i]) / float(layer.rows);
        }
        const std::vector<AwqLayer> layers{{layer.weight, scheme("int3")}};
        const auto scales = awqScales(layers, magnitudes, layer.hessian(), {20}, true).value();
        auto scaled = roundWeight(scaleColumns(layer.weight, scales), scheme("int3")).value();
        for (std::size_t i = 0; i < scaled.values.size(); ++i) {
            scaled.values[i] /= scales[i % layer.in];
        }
        const auto nearest = roundWeight(layer.weight, scheme("int3")).value();
        // Inputs of such different sizes leave AWQ something to win.
        QCOMPARE_LT(layer.outputError(scaled.values), 0.95 * layer.outputError(nearest.values));
        // One exponent is round-to-nearest.
        QCOMPARE(awqScales(layers, magnitudes, layer.hessian(), {1}, false).value(),
                 std::vector<float>(layer.in, 1.0F));
    }

    void adaRoundChoosesBetweenTwoNeighbours_data() {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 10; ++seed) {
            QTest::addRow("layer %d", seed) << seed;
        }
    }
    void adaRoundChoosesBetweenTwoNeighbours() {
        QFETCH(int, seed);
        const RandomLayer layer(static_cast<std::uint64_t>(seed), 24, 32, 100);
        const QuantScheme own = scheme("uint3", Granularity::Group, 16, false);
        const auto nearest = roundWeight(layer.weight, own).value();
        const auto learned = adaRoundWeight(layer.weight, own, layer.hessian(), {}).value();
        for (std::size_t i = 0; i < learned.values.size(); ++i) {
            const auto scale = static_cast<float>(learned.params[i / 16].scale);
            QCOMPARE_LE(std::abs(learned.values[i] - layer.weight.values()[i]), 1.001F * scale);
            QCOMPARE_GE(learned.codes[i], 0);
            QCOMPARE_LE(learned.codes[i], 7);
        }
        QVERIFY(learned.params == nearest.params);
        QCOMPARE_LT(layer.outputError(learned.values), 0.9 * layer.outputError(nearest.values));
    }

    // Against every one of the 2^8 ways to round a row up or down.
    void adaRoundComesCloseToTheBest() {
        double best = 0;
        double found = 0;
        double nearest = 0;
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            const RandomLayer layer(seed, 1, 8, 60);
            const QuantScheme own = scheme("int3");
            const auto learned = adaRoundWeight(layer.weight, own, layer.hessian(), {}).value();
            const auto plain = roundWeight(layer.weight, own).value();
            const auto scale = static_cast<float>(plain.params[0].scale);
            double least = INFINITY;
            for (unsigned up = 0; up < 256; ++up) {
                std::vector<float> values(8);
                for (std::size_t i = 0; i < 8; ++i) {
                    const float level = std::floor(layer.weight.values()[i] / scale) +
                                        static_cast<float>((up >> i) & 1U);
                    values[i] = std::clamp(level, -4.0F, 3.0F) * scale;
                }
                least = std::min(least, layer.outputError(values));
            }
            best += std::log(least);
            found += std::log(layer.outputError(learned.values));
            nearest += std::log(layer.outputError(plain.values));
        }
        // In the geometric mean over the layers.
        QCOMPARE_LE(std::exp((found - best) / 20), 1.3);
        QCOMPARE_GE(std::exp((nearest - best) / 20), 1.7);
    }

    void hqqErrsLessInItsNorm_data() {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 10; ++seed) {
            QTest::addRow("layer %d", seed) << seed;
        }
    }
    void hqqErrsLessInItsNorm() {
        QFETCH(int, seed);
        const RandomLayer layer(static_cast<std::uint64_t>(seed), 16, 64, 1);
        const QuantScheme own = scheme("uint3", Granularity::Group, 32, false);
        const auto made = hqqWeight(layer.weight, own, {20, 0.7}).value();
        const auto nearest = roundWeight(layer.weight, own).value();
        const auto start = hqqWeight(layer.weight, own, {1, 0.7}).value();
        QCOMPARE_LE(normError(layer.weight.values(), made.values, 0.7),
                    normError(layer.weight.values(), start.values, 0.7));
        QCOMPARE_LT(normError(layer.weight.values(), made.values, 0.7),
                    normError(layer.weight.values(), nearest.values, 0.7));
        for (std::size_t i = 0; i < made.values.size(); ++i) {
            const std::size_t unit = i / 32;
            QVERIFY(made.codes[i] >= 0 && made.codes[i] <= 7);
            const auto scale = static_cast<float>(made.params[unit].scale);
            QCOMPARE(made.values[i],
                     scale * (static_cast<float>(made.codes[i]) - made.realZeros[unit]));
        }
    }

    // Heavy tails are what a norm below 1 is for. The grid of each unit's extremes is the start.
    void hqqWinsOverItsStart() {
        double ratio = 0;
        for (std::uint64_t seed = 1; seed <= 10; ++seed) {
            const RandomLayer layer(seed, 8, 64, 1);
            std::vector<float> values(layer.weight.values().begin(), layer.weight.values().end());
            for (float& value : values) {
                value *= std::abs(value);
            }
            std::vector<float> start(values.size());
            for (std::size_t row = 0; row < values.size(); row += 64) {
                const auto ends =
                    std::minmax_element(values.begin() + static_cast<std::ptrdiff_t>(row),
                                        values.begin() + static_cast<std::ptrdiff_t>(row + 64));
                const float scale = (*ends.second - *ends.first) / 7;
                const float zero = -*ends.first / scale;
                for (std::size_t i = row; i < row + 64; ++i) {
                    start[i] =
                        scale *
                        (std::clamp(std::nearbyint(values[i] / scale + zero), 0.0F, 7.0F) - zero);
                }
            }
            const auto made = hqqWeight(Tensor("w", {8, 64}, values),
                                        scheme("uint3", Granularity::Channel, 1, false), {20, 0.7})
                                  .value();
            ratio += normError(values, made.values, 0.7) / normError(values, start, 0.7) / 10;
        }
        QCOMPARE_LE(ratio, 0.9);
    }

    // No real zero point on a fine grid is much better than the one that HQQ finds.
    void hqqComesCloseToAnExhaustiveSearch() {
        double ratio = 0;
        for (std::uint64_t seed = 1; seed <= 10; ++seed) {
            const RandomLayer layer(seed, 1, 64, 1);
            const QuantScheme own = scheme("uint3", Granularity::Tensor, 1, false);
            const auto made = hqqWeight(layer.weight, own, {50, 0.7}).value();
            const auto scale = static_cast<float>(made.params[0].scale);
            double least = INFINITY;
            for (int step = 0; step <= 4000; ++step) {
                const auto zero = static_cast<float>(step) * 0.002F - 0.5F;
                std::vector<float> values(64);
                for (std::size_t i = 0; i < 64; ++i) {
                    const float x = layer.weight.values()[i];
                    const float q = std::clamp(std::nearbyint(x / scale + zero), 0.0F, 7.0F);
                    values[i] = scale * (q - zero);
                }
                least = std::min(least, normError(layer.weight.values(), values, 0.7));
            }
            ratio += normError(layer.weight.values(), made.values, 0.7) / least / 10;
        }
        QCOMPARE_LE(ratio, 1.1);
    }

    void hqqTakesConstantAndHalfPrecisionUnits() {
        const Tensor constant("c", {1, 4}, {2.5F, 2.5F, 2.5F, 2.5F});
        const QuantScheme own = scheme("uint4", Granularity::Tensor, 1, false);
        const auto same = hqqWeight(constant, own, {}).value();
        for (const float value : same.values) {
            QCOMPARE_LE(std::abs(value - 2.5F), 1e-6F);
        }
        const RandomLayer layer(4, 4, 32, 1);
        QuantScheme half = own;
        half.scaleFormat = ScaleFormat::Fp16;
        const auto made = hqqWeight(layer.weight, half, {}).value();
        QCOMPARE(made.realZeros[0], floatOfHalf(halfOfFloat(made.realZeros[0])));
        const auto scale = static_cast<float>(made.params[0].scale);
        QCOMPARE(scale, floatOfHalf(halfOfFloat(scale)));
    }

    // Narrow groups far from zero have zero points that FP16 cannot hold at their own scale.
    void hqqZeroPointsDoNotSaturate_data() {
        QTest::addColumn<QList<float>>("values");
        QTest::newRow("around 1") << QList<float>{1, 1.000005F, 1.00001F, 1.000015F};
        QTest::newRow("below 0") << QList<float>{-3, -3.00001F, -2.99999F, -3};
        QTest::newRow("one large value") << QList<float>{90000, 90000, 90000, 90000};
        QTest::newRow("one small value") << QList<float>{0.003F, 0.003F, 0.003F, 0.003F};
    }
    void hqqZeroPointsDoNotSaturate() {
        QFETCH(QList<float>, values);
        const Tensor weight("w", {1, 4}, std::vector<float>(values.begin(), values.end()));
        for (const ScaleFormat format : {ScaleFormat::Fp16, ScaleFormat::Bf16, ScaleFormat::Fp32}) {
            QuantScheme own = scheme("uint4", Granularity::Tensor, 1, false);
            own.scaleFormat = format;
            const auto made = hqqWeight(weight, own, {}).value();
            // What eleven bits (BF16: eight) of scale and zero point leave of a value.
            const float share = format == ScaleFormat::Bf16 ? 0x1p-7F : 0x1p-10F;
            for (qsizetype i = 0; i < 4; ++i) {
                const float value = made.values[static_cast<std::size_t>(i)];
                QCOMPARE_LE(std::abs(value - values[i]), share * std::abs(values[i]));
            }
        }
    }

    // A member that is rounded to nearest shares its input, and so the factors, with AWQ's member:
    // the search looks at both. (q, k and v of one norm; q alone asks for AWQ.)
    void awqSeesEveryMemberThatItScales() {
        const auto model = withOutliers();
        const Sorting data;
        QuantRecipe recipe;
        recipe.head = false;
        recipe.calibration = {1, 32, 1};  // rows that the reports see all of
        SiteRecipe nearest = test::site(scheme("int3"));
        SiteRecipe awq = nearest;
        awq.method = PtqMethod::Awq;
        recipe.overrides = {{"layers.0.attn.k", nearest}, {"layers.0.attn.v", nearest}};
        const auto errorOf = [&](const QuantizedModel& quantized) {
            double sum = 0;
            for (const SiteReport& report : quantized.reports) {
                sum += report.quantized ? report.outputMse.value() : 0;
            }
            return sum;
        };
        recipe.overrides.push_back({"layers.0.attn.q", nearest});
        const double before = errorOf(applyPtq(model, data, recipe).value());
        recipe.overrides.back().recipe = awq;
        // Exponent 0 is round-to-nearest, so the three together cannot become worse.
        QCOMPARE_LE(errorOf(applyPtq(model, data, recipe).value()), before * 1.0001);
    }

    // The mean of every output over the calibration rows is what it was.
    void biasCorrectionKeepsTheMeans() {
        const RandomLayer layer(9, 6, 16, 80);
        RandomLayer shifted = layer;
        for (float& x : shifted.x) {
            x += 1.5F;
        }
        SiteInput input;
        input.width = 16;
        input.rows = shifted.x;
        QuantizedSite site;
        site.in = 16;
        site.weight = std::make_shared<const QuantizedWeight>(
            roundWeight(layer.weight, scheme("int2")).value());
        site.input =
            ActivationQuantizer::make(
                {ActivationMode::Static, scheme("uint4", Granularity::Tensor, 1, false)}, {-2, 3})
                .value();
        const auto correction = biasCorrection(layer.weight.values(), site, input);
        std::vector<float> used(input.rows.size());
        site.input->apply(input.rows, 16, 0, used);
        for (std::size_t o = 0; o < 6; ++o) {
            double moved = 0;
            double size = 0;
            for (std::size_t i = 0; i < used.size(); ++i) {
                const double exact = double(layer.weight.values()[o * 16 + i % 16]) * input.rows[i];
                moved += double(site.weight->values[o * 16 + i % 16]) * used[i] - exact;
                size += std::abs(exact);
            }
            QCOMPARE_LE(std::abs(moved / 80 + correction[o]), 1e-6 * size / 80);
            QCOMPARE_GE(std::abs(correction[o]), 1e-3F);
        }
    }

    void integerBiasIsWholeSteps() {
        const RandomLayer layer(9, 3, 16, 8);
        QuantizedSite site;
        site.weight = std::make_shared<const QuantizedWeight>(
            roundWeight(layer.weight, scheme("int8")).value());
        site.input = ActivationQuantizer::make(
                         {ActivationMode::Static, scheme("int8", Granularity::Tensor)}, {-1, 1})
                         .value();
        const std::vector<float> bias{0.1F, -0.25F, 3};
        const auto rounded = integerBias(bias, site);
        for (std::size_t i = 0; i < 3; ++i) {
            const double step = site.weight->params[i].scale / 127;
            QCOMPARE_LE(std::abs(rounded[i] - bias[i]), 0.5001 * step);
            const double steps = rounded[i] / step;
            QCOMPARE_LE(std::abs(steps - std::round(steps)), 2e-3);
        }
    }

    void methodsErrLessOnARealModel_data() {
        QTest::addColumn<int>("method");
        QTest::newRow("gptq") << int(PtqMethod::Gptq);
        QTest::newRow("awq") << int(PtqMethod::Awq);
        QTest::newRow("adaround") << int(PtqMethod::AdaRound);
    }
    void methodsErrLessOnARealModel() {
        QFETCH(int, method);
        test::Sample sample = test::sample("digits");
        ThreadPool pool(2);
        QuantRecipe recipe;
        recipe.base.weight = scheme("int3");
        recipe.calibration = {2, 32, 1};  // 1,024 rows: those that reports look at
        const auto nearest = applyPtq(sample.model, *sample.data, recipe, {&pool, {}, {}}).value();
        recipe.base.method = static_cast<PtqMethod>(method);
        const auto made = applyPtq(sample.model, *sample.data, recipe, {&pool, {}, {}}).value();
        // What reads one input is scaled together: q, k and v may take from each other.
        const auto errors = [](const QuantizedModel& model) {
            std::map<std::string, double> sums;
            for (const SiteReport& report : model.reports) {
                const auto name = report.site.substr(0, report.site.find_last_of("qkv"));
                sums[name] += report.outputMse.value_or(0);
            }
            return sums;
        };
        const auto before = errors(nearest);
        for (const auto& [site, mse] : errors(made)) {
            QVERIFY2(mse <= 1.001 * before.at(site), site.c_str());
        }
    }

    void badInputIsRefused() {
        const RandomLayer layer(2, 8, 16, 40);
        const auto hessian = layer.hessian();
        const auto learned = adaRoundWeight(layer.weight, scheme("nf4"), hessian, {});
        COMPARE_ERROR(learned, ErrorCode::Unsupported);
        const auto narrow =
            adaRoundWeight(layer.weight, scheme("int4"), std::span(hessian).first(4), {});
        COMPARE_ERROR(narrow, ErrorCode::InvalidArgument);
        const auto real = hqqWeight(layer.weight, scheme("mxfp4"), {});
        COMPARE_ERROR(real, ErrorCode::Unsupported);
        auto model = test::smallModel();
        model.parameters().values(3)[0] = NAN;
        const auto broken = applyPtq(model, Sorting(), {});
        COMPARE_ERROR(broken, ErrorCode::InvalidArgument);
    }
};

QTEST_APPLESS_MAIN(TestPtqMethods)
#include "tst_ptq_methods.moc"
