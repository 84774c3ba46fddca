// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/qat/fake_quantize_input.h"
#include "core/methods/qat/lsq_input.h"
#include "core/methods/qat/lsq_weight.h"
#include "core/methods/qat/pact_input.h"
#include "core/methods/qat/paired_attachment.h"
#include "core/methods/qat/qat.h"
#include "core/numerics/double_quantization.h"
#include "core/quantization/quantize.h"
#include "core/scheme/scale.h"
#include "core/support/random.h"
#include "core/training/trainer.h"
#include "tests/support/outcome.h"
#include "tests/support/tiny_model.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace zeropoint;

namespace {

QuantScheme schemeOf(const std::string& format, Granularity granularity = Granularity::Channel,
                     bool symmetric = true) {
    QuantScheme scheme;
    scheme.format = format;
    scheme.granularity = granularity;
    scheme.groupSize = 5;
    scheme.symmetric = symmetric;
    return scheme;
}

QuantRecipe recipeOf(const QuantScheme& weight, ActivationMode mode = ActivationMode::None,
                     const std::string& inputs = "int8", bool symmetric = true) {
    QuantRecipe recipe;
    recipe.base.weight = weight;
    recipe.base.activation.mode = mode;
    recipe.base.activation.scheme = schemeOf(inputs, Granularity::Tensor, symmetric);
    return recipe;
}

std::vector<float> randomFloats(std::size_t count, std::uint64_t seed) {
    Random random(seed);
    std::vector<float> values(count);
    std::generate(values.begin(), values.end(),
                  [&random] { return static_cast<float>(random.normal()); });
    return values;
}

Pass trainingPass(std::uint64_t step, std::size_t shard = 0) {
    Pass pass;
    pass.training = true;
    pass.step = step;
    pass.shard = shard;
    return pass;
}

/// The own parameters of a lone attachment, held outside a model.
struct Own {
    std::vector<ParameterEntry> entries;
    std::vector<float> values;
    std::vector<float> gradients;

    explicit Own(const LinearAttachment<float>& attachment) {
        for (const auto& own : attachment.ownParameters()) {
            entries.push_back(
                {own.suffix, own.shape, values.size(), own.initial.size(), own.decays, true});
            values.insert(values.end(), own.initial.begin(), own.initial.end());
        }
        gradients.resize(values.size());
    }
    OwnSpans<const float> spans() const { return {entries.data(), values}; }
    OwnSpans<float> gradientSpans() { return {entries.data(), gradients}; }
};

}  // namespace

class TestQat : public QObject {
    Q_OBJECT

private slots:
    // The weights that a pass sees are those that quantizing the checkpoint would give.
    void weightsAreThoseOfTheQuantizer_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("granularity");
        QTest::addColumn<bool>("symmetric");
        for (const char* format : {"int2", "int3", "int4", "int5", "int8", "int16", "uint4"}) {
            for (const Granularity granularity :
                 {Granularity::Tensor, Granularity::Channel, Granularity::Group}) {
                for (const bool symmetric : {true, false}) {
                    QTest::addRow("%s %d %d", format, static_cast<int>(granularity), symmetric)
                        << QString(format) << static_cast<int>(granularity) << symmetric;
                }
            }
        }
    }
    void weightsAreThoseOfTheQuantizer() {
        QFETCH(QString, format);
        QFETCH(int, granularity);
        QFETCH(bool, symmetric);
        const QuantScheme scheme =
            schemeOf(format.toStdString(), static_cast<Granularity>(granularity), symmetric);
        const WeightSite site{"w", 7, 19, true};
        const auto part = FakeQuantizeWeight::make(scheme, site, StraightThrough::Clipped).value();
        const std::vector<float> master = randomFloats(7 * 19, 5);
        std::vector<float> effective(master.size());
        part->effectiveWeight(master, {}, effective);
        const Tensor tensor("w", {7, 19}, master);
        const Tensor expected =
            fakeQuantize(tensor, scheme, calibrate(tensor, scheme).value()).value();
        QVERIFY(std::ranges::equal(effective, expected.values()));
    }

    void estimators() {
        const WeightSite site{"w", 1, 4, true};
        QuantScheme scheme = schemeOf("uint2", Granularity::Tensor, false);
        // Range [-0.5, 1]: scale 0.5 exactly, zero point 1. Frozen, then the master moves.
        for (const StraightThrough kind : {StraightThrough::Plain, StraightThrough::Clipped}) {
            const auto part = FakeQuantizeWeight::make(scheme, site, kind, 1, 1).value();
            std::vector<float> master{-0.5F, 0, 0.4F, 1};
            std::vector<float> effective(4);
            part->effectiveWeight(master, {}, effective);
            QCOMPARE(effective, (std::vector<float>{-0.5F, 0, 0.5F, 1}));
            part->beginStep(trainingPass(1), 1);
            QVERIFY(part->frozen());
            master = {-2, 0.1F, 1.2F, 3};
            part->effectiveWeight(master, {}, effective);
            QCOMPARE(effective, (std::vector<float>{-0.5F, 0, 1, 1}));
            std::vector<float> gradient{1, 2, 3, 4};
            part->weightGradient(master, {}, gradient, {});
            const std::vector<float> all{1, 2, 3, 4};
            const std::vector<float> clipped{0, 2, 3, 0};
            QCOMPARE(gradient, kind == StraightThrough::Plain ? all : clipped);
        }
    }

    void lsqLearnsItsScale() {
        const WeightSite site{"w", 2, 8, true};
        const auto part = LsqWeight::make(schemeOf("int3"), site, ClipTest::Value).value();
        Own own(*part);
        QCOMPARE(own.values, (std::vector<float>{1, 1}));
        const std::vector<float> master = randomFloats(16, 9);
        std::vector<float> effective(16);
        part->effectiveWeight(master, own.spans(), effective);
        std::vector<double> starts;
        for (std::size_t row = 0; row < 2; ++row) {
            double sum = 0;
            for (std::size_t i = 0; i < 8; ++i) {
                sum += std::abs(static_cast<double>(master[row * 8 + i]));
            }
            starts.push_back(2 * sum / 8 / std::sqrt(3.0));
            QCOMPARE_LE(std::abs(part->grids()[row].scale - starts[row]), 1e-6);
            QCOMPARE(part->grids()[row].low, -4.0F);
            QCOMPARE(part->grids()[row].high, 3.0F);
        }
        const std::vector<float> upstream = randomFloats(16, 10);
        std::vector<float> gradient = upstream;
        part->weightGradient(master, own.spans(), gradient, own.gradientSpans());
        for (std::size_t row = 0; row < 2; ++row) {
            // The paper's formula, term by term.
            double sum = 0;
            for (std::size_t i = row * 8; i < row * 8 + 8; ++i) {
                const double v = static_cast<double>(master[i]) / starts[row];
                const double rounded = std::nearbyint(v);
                const double slope = v <= -4 ? -4 : v >= 3 ? 3 : rounded - v;
                sum += slope * static_cast<double>(upstream[i]);
                const bool passes = v > -4 && v < 3;
                QCOMPARE(gradient[i], passes ? upstream[i] : 0.0F);
            }
            const double expected = sum / std::sqrt(8.0 * 3.0) * starts[row];
            QCOMPARE_LE(std::abs(own.gradients[row] - expected), 1e-5);
        }
        own.values = {2, 0.5F};
        part->effectiveWeight(master, own.spans(), effective);
        QCOMPARE_LE(std::abs(part->grids()[0].scale - 2 * starts[0]), 1e-6);
        QCOMPARE_LE(std::abs(part->grids()[1].scale - starts[1] / 2), 1e-6);
    }

    // The range as PyTorch's observer averages it, told shard by shard.
    void movingAverage() {
        const WeightSite site{"x", 4, 2, true};
        FakeQuantizeInput::Config config;
        config.constant = 0.25F;
        config.range = InputRange::Average;
        config.freezeAt = 3;
        const auto part =
            FakeQuantizeInput::make(schemeOf("uint8", Granularity::Tensor, false), site, config)
                .value();
        const auto step = [&](std::uint64_t number, const std::vector<float>& first,
                              const std::vector<float>& second) {
            part->beginStep(trainingPass(number), 2);
            std::vector<float> out(first.size());
            part->effectiveInput(trainingPass(number, 0), first, {}, out);
            part->effectiveInput(trainingPass(number, 1), second, {}, out);
            part->endStep(trainingPass(number));
            return out;
        };
        step(0, {-1, 0}, {3, 2});
        QCOMPARE(part->range(), (RealRange{-1, 3}));
        QCOMPARE(part->grid().scale, 4.0F / 255);
        step(1, {-2, 1}, {1, 7});
        QCOMPARE(part->range(), (RealRange{-1.25, 4}));
        // An evaluation uses the range and does not move it.
        part->beginStep({}, 2);
        std::vector<float> out(2);
        part->effectiveInput({}, std::vector<float>{100, -100}, {}, out);
        QCOMPARE(out[0], part->grid().high * part->grid().scale);
        part->endStep({});
        QCOMPARE(part->range(), (RealRange{-1.25, 4}));
        step(3, {-100, 1}, {1, 100});
        QCOMPARE(part->range(), (RealRange{-1.25, 4}));
    }

    void dynamicRanges() {
        const WeightSite site{"x", 4, 2, true};
        const std::vector<float> x{-1, 0.3F, 127, 64.4F};
        std::vector<float> out(4);
        for (const InputRange range : {InputRange::Token, InputRange::Sequence}) {
            const auto part = FakeQuantizeInput::make(schemeOf("int8", Granularity::Tensor), site,
                                                      {range, 0.01F, QatInput::never})
                                  .value();
            part->beginStep({}, 1);
            part->effectiveInput({}, x, {}, out);
            if (range == InputRange::Sequence) {
                QCOMPARE(out, (std::vector<float>{-1, 0, 127, 64}));
            } else {
                QCOMPARE(out[0], -1.0F);
                QCOMPARE(out[1], 38 * (1.0F / 127));
                QCOMPARE(out[3], 64.0F);
            }
        }
    }

    void learnedInputsStartFromTheFirstStep() {
        const WeightSite site{"x", 4, 2, true};
        const QuantScheme scheme = schemeOf("int8", Granularity::Tensor);
        const auto lsq = LsqInput::make(scheme, site, ClipTest::Value).value();
        const auto pact = PactInput::make(scheme, site).value();
        const std::vector<float> first{1, -2};
        const std::vector<float> second{4, 1};
        std::vector<float> out(2);
        const std::array<LearnedInput*, 2> parts{lsq.get(), pact.get()};
        for (LearnedInput* part : parts) {
            const Own own(*part);
            part->beginStep(trainingPass(0), 2);
            part->effectiveInput(trainingPass(0, 0), first, own.spans(), out);
            part->effectiveInput(trainingPass(0, 1), second, own.spans(), out);
            part->endStep(trainingPass(0));
        }
        QCOMPARE_LE(std::abs(lsq->grid().scale - 2 * (8.0 / 4) / std::sqrt(127.0)), 1e-6);
        QCOMPARE(pact->alpha(), 4.0F);
        Own own(*pact);
        own.values = {0.5F};
        pact->beginStep(trainingPass(1), 1);
        pact->effectiveInput(trainingPass(1), second, own.spans(), out);
        QCOMPARE(out[0], 2.0F);
        std::vector<float> gradient{1, 10};
        pact->inputGradient(trainingPass(1), second, own.spans(), gradient, own.gradientSpans());
        QCOMPARE(gradient, (std::vector<float>{0, 10}));
        QCOMPARE(own.gradients[0], 4.0F);  // dy/dalpha = 1, alpha = 4 * factor
    }

    // Inputs by hand on the codes -2 .. 1: the batch of mean magnitude 2 starts the scale at 4. Of
    // 3 the slope is round(3 / 4) - 3 / 4; 9 is clipped, passes nothing and has the slope 1.
    void learnedInputsClipTheirGradient() {
        const WeightSite site{"x", 4, 2, true};
        const auto part =
            LsqInput::make(schemeOf("int2", Granularity::Tensor), site, ClipTest::Value).value();
        Own own(*part);
        std::vector<float> out(2);
        part->beginStep(trainingPass(0), 1);
        part->effectiveInput(trainingPass(0), std::vector<float>{1, -3}, own.spans(), out);
        part->endStep(trainingPass(0));
        QCOMPARE(part->grid().scale, 4.0F);
        part->beginStep(trainingPass(1), 1);
        const std::vector<float> x{3, 9};
        part->effectiveInput(trainingPass(1), x, own.spans(), out);
        QCOMPARE(out, (std::vector<float>{4, 4}));
        std::vector<float> gradient{1, 10};
        part->inputGradient(trainingPass(1), x, own.spans(), gradient, own.gradientSpans());
        QCOMPARE(gradient, (std::vector<float>{1, 0}));
        const double expected = (0.25 + 10) / std::sqrt(2.0 * 1) * 4;
        QCOMPARE_LE(std::abs(own.gradients[0] - expected), 1e-5);
    }

    // Of four bits, where the largest code counts: the scale starts at 2 x 2 / sqrt(7), 3 is
    // nearest to two of it, and 20 is clipped to seven.
    void learnedInputsOfFourBits() {
        const WeightSite site{"x", 4, 2, true};
        const auto part =
            LsqInput::make(schemeOf("int4", Granularity::Tensor), site, ClipTest::Value).value();
        Own own(*part);
        std::vector<float> out(2);
        part->beginStep(trainingPass(0), 1);
        part->effectiveInput(trainingPass(0), std::vector<float>{1, -3}, own.spans(), out);
        part->endStep(trainingPass(0));
        const double start = 4 / std::sqrt(7.0);
        QCOMPARE_LE(std::abs(part->grid().scale - start), 1e-6);
        part->beginStep(trainingPass(1), 1);
        const std::vector<float> x{3, 20};
        part->effectiveInput(trainingPass(1), x, own.spans(), out);
        QCOMPARE_LE(std::abs(out[0] - 2 * start), 1e-5);
        QCOMPARE_LE(std::abs(out[1] - 7 * start), 1e-5);
        std::vector<float> gradient{1, 10};
        part->inputGradient(trainingPass(1), x, own.spans(), gradient, own.gradientSpans());
        QCOMPARE(gradient, (std::vector<float>{1, 0}));
        const double expected = (2 - 3 / start + 10 * 7) / std::sqrt(2.0 * 7) * start;
        QCOMPARE_LE(std::abs(own.gradients[0] / expected - 1), 1e-5);
    }

    // A batch of one value has that value's magnitude.
    void oneLearnedInput() {
        const WeightSite site{"x", 4, 1, true};
        const auto part =
            LsqInput::make(schemeOf("int2", Granularity::Tensor), site, ClipTest::Value).value();
        Own own(*part);
        std::vector<float> out(1);
        part->beginStep(trainingPass(0), 1);
        part->effectiveInput(trainingPass(0), std::vector<float>{-3}, own.spans(), out);
        part->endStep(trainingPass(0));
        QCOMPARE(part->grid().scale, 6.0F);
    }

    // Weight and input part on one site do what each does alone.
    void pairs() {
        const WeightSite site{"x", 3, 2, true};
        const auto weight = LsqWeight::make(schemeOf("int4"), site, ClipTest::Value).value();
        const auto input =
            LsqInput::make(schemeOf("int8", Granularity::Tensor), site, ClipTest::Value).value();
        PairedAttachment pair(weight, input);
        QVERIFY(pair.changesWeight() && pair.changesInput() && !pair.addsOutput());
        Own own(pair);
        QCOMPARE(own.values.size(), std::size_t{3 + 1});
        const std::vector<float> x = randomFloats(4, 1);
        std::vector<float> out(4);
        pair.beginStep(trainingPass(0), 1);
        pair.effectiveInput(trainingPass(0), x, own.spans(), out);
        pair.endStep(trainingPass(0));
        const float scale = input->grid().scale;
        own.values[3] = 2;
        pair.beginStep(trainingPass(1), 1);
        pair.effectiveInput(trainingPass(1), x, own.spans(), out);
        QCOMPARE(input->grid().scale, 2 * scale);
    }

    // The whole way: a model that learns through every kind of quantizer, the same on any number
    // of threads.
    void trains_data() {
        QTest::addColumn<int>("weights");
        QTest::addColumn<int>("inputs");
        QTest::addColumn<int>("mode");
        QTest::newRow("plain") << 0 << 0 << int(ActivationMode::None);
        QTest::newRow("clipped, average") << 1 << 0 << int(ActivationMode::Static);
        QTest::newRow("clipped, tokens") << 1 << 0 << int(ActivationMode::DynamicToken);
        QTest::newRow("lsq, sequence") << 2 << 0 << int(ActivationMode::DynamicSequence);
        QTest::newRow("lsq, lsq") << 2 << 1 << int(ActivationMode::Static);
        QTest::newRow("lsq as PyTorch, both") << 3 << 2 << int(ActivationMode::Static);
        QTest::newRow("lsq, pact") << 2 << 3 << int(ActivationMode::Static);
    }
    void trains() {
        QFETCH(int, weights);
        QFETCH(int, inputs);
        QFETCH(int, mode);
        const Sorting data;
        TrainingConfig training;
        training.steps = 12;
        training.batch = 16;
        training.warmup = 2;
        const auto run = [&](unsigned threads) {
            Transformer<float> model = test::tinyModel(data);
            const QuantRecipe recipe =
                recipeOf(schemeOf("int4"), static_cast<ActivationMode>(mode));
            const auto sites = attachQat(
                model, recipe,
                {static_cast<WeightTraining>(weights), static_cast<InputTraining>(inputs)});
            ThreadPool pool(threads);
            const Execution execution{&pool, {}, {}};
            auto trainer = Trainer::create(model, data, training).value();
            const double first = trainer.step(execution)->loss;
            double last = first;
            while (trainer.stepsDone() < training.steps) {
                last = trainer.step(execution)->loss;
            }
            if (!sites || !(last < first)) {
                return std::vector<float>{};
            }
            const auto all = model.parameters().all();
            return std::vector<float>(all.begin(), all.end());
        };
        const std::vector<float> one = run(1);
        QVERIFY(!one.empty());
        QCOMPARE(run(3), one);
    }

    // What is deployed computes what was trained.
    void bakedWeightsGiveTheSameLogits() {
        const Sorting data;
        Transformer<float> model = test::tinyModel(data);
        const auto sites = attachQat(model, recipeOf(schemeOf("int3")), {}).value();
        QCOMPARE(sites.size(), std::size_t{7});  // six of the block and the head
        BatchStorage batch;
        data.testBatch(0, 4, batch);
        ForwardState<float> state;
        model.prepare();
        model.forward(batch.view(), {}, state);
        const std::vector<float> trained(state.logits.begin(), state.logits.end());
        bakeWeights(model, sites);
        model.forward(batch.view(), {}, state);
        QVERIFY(std::ranges::equal(trained, state.logits));
        const auto q = model.parameters().find("layers.0.attn.q.weight").value();
        std::vector<float> row(model.parameters().values(q).begin(),
                               model.parameters().values(q).begin() + 16);
        std::sort(row.begin(), row.end());
        QCOMPARE_LE(std::unique(row.begin(), row.end()) - row.begin(), 8);
    }

    void refused_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("symmetric");
        QTest::addColumn<int>("weights");
        QTest::addColumn<int>("code");
        const int unsupported = static_cast<int>(ErrorCode::Unsupported);
        QTest::newRow("float") << "fp8-e4m3" << true << 1 << unsupported;
        QTest::newRow("block") << "q4_0" << true << 1 << unsupported;
        QTest::newRow("unknown") << "int99" << true << 1 << unsupported;
        QTest::newRow("LSQ asymmetric") << "uint4" << false << 2 << unsupported;
    }
    void refused() {
        QFETCH(QString, format);
        QFETCH(bool, symmetric);
        QFETCH(int, weights);
        QFETCH(int, code);
        const Sorting data;
        Transformer<float> model = test::tinyModel(data);
        const std::size_t before = model.parameters().entries().size();
        const QuantRecipe recipe =
            recipeOf(schemeOf(format.toStdString(), Granularity::Channel, symmetric));
        const auto made = attachQat(model, recipe, {static_cast<WeightTraining>(weights)});
        COMPARE_ERROR(made, ErrorCode(code));
        QCOMPARE(model.parameters().entries().size(), before);
    }

    // What QAT would silently not do.
    void refusesWhatComesAfterTraining() {
        const Sorting data;
        Transformer<float> model = test::tinyModel(data);
        const auto refuses = [&](auto change) {
            QuantRecipe recipe = recipeOf(schemeOf("int4"));
            change(recipe);
            const auto made = attachQat(model, recipe, {});
            return !made && made.error().code == ErrorCode::Unsupported;
        };
        QVERIFY(!refuses([](QuantRecipe&) {}));
        model.detachAll();
        QVERIFY(refuses([](QuantRecipe& recipe) { recipe.rest = "fp16"; }));
        QVERIFY(refuses([](QuantRecipe& recipe) { recipe.smoothAlpha = 0.5; }));
        QVERIFY(refuses([](QuantRecipe& recipe) { recipe.kvCache = QuantScheme{}; }));
        QVERIFY(refuses([](QuantRecipe& recipe) { recipe.base.method = PtqMethod::Gptq; }));
        QVERIFY(refuses([](QuantRecipe& recipe) { recipe.base.biasCorrection = true; }));
        QVERIFY(refuses([](QuantRecipe& recipe) { recipe.base.bias = BiasTreatment::Int32; }));
    }

    // Whatever the size counts, the training had: the scales that a pass uses are those that the
    // scheme's own calibration stores, for every scale format, the doubly quantized ones too.
    void scalesAreStoredAsTheSizeSays_data() {
        QTest::addColumn<int>("format");
        QTest::newRow("fp16") << int(ScaleFormat::Fp16);
        QTest::newRow("bf16") << int(ScaleFormat::Bf16);
        QTest::newRow("e8m0") << int(ScaleFormat::E8m0);
        QTest::newRow("double") << int(ScaleFormat::Double);
    }
    void scalesAreStoredAsTheSizeSays() {
        QFETCH(int, format);
        const WeightSite site{"w", 12, 10, true};
        const std::vector<float> master = randomFloats(120, 15);
        const Tensor tensor("w", {12, 10}, master);
        std::vector<float> effective(master.size());
        for (const bool symmetric : {true, false}) {
            QuantScheme scheme = schemeOf("int4", Granularity::Group, symmetric);
            scheme.scaleFormat = static_cast<ScaleFormat>(format);
            scheme.doubleBlock = 5;
            const auto part =
                FakeQuantizeWeight::make(scheme, site, StraightThrough::Clipped).value();
            part->effectiveWeight(master, {}, effective);
            const Tensor expected =
                fakeQuantize(tensor, scheme, calibrate(tensor, scheme).value()).value();
            QVERIFY(std::ranges::equal(effective, expected.values()));
        }
        // A learned scale has no calibration: each is a value that its format holds.
        QuantScheme scheme = schemeOf("int4", Granularity::Group);
        scheme.scaleFormat = static_cast<ScaleFormat>(format);
        scheme.doubleBlock = 5;
        const auto lsq = LsqWeight::make(scheme, site, ClipTest::Value).value();
        Own own(*lsq);
        std::generate(own.values.begin(), own.values.end(),
                      [i = 0]() mutable { return 0.7F + 0.031F * static_cast<float>(i++); });
        lsq->effectiveWeight(master, own.spans(), effective);
        scheme.scaleFormat = ScaleFormat::Fp32;
        const auto plain = LsqWeight::make(scheme, site, ClipTest::Value).value();
        plain->effectiveWeight(master, own.spans(), effective);
        std::vector<float> exact;
        for (const Grid& grid : plain->grids()) {
            exact.push_back(grid.scale);
        }
        const DoubleQuantization doubled = doubleQuantize(exact, 5);
        int changed = 0;
        for (std::size_t unit = 0; unit < exact.size(); ++unit) {
            const float stored =
                format == int(ScaleFormat::Double)
                    ? doubled.at(unit)
                    : static_cast<float>(roundScale(exact[unit], static_cast<ScaleFormat>(format)));
            QCOMPARE(lsq->grids()[unit].scale, stored);
            changed += stored != exact[unit] ? 1 : 0;
        }
        QCOMPARE_GT(changed, 12);
    }

    // The mean of these is below the smallest float32: no code of theirs could read back positive.
    void doublyQuantizedScalesStayPositive() {
        std::vector<float> scales(9);
        scales[4] = std::numeric_limits<float>::denorm_min();
        const DoubleQuantization stored = doubleQuantize(scales, 4);
        QVERIFY(stored.at(4) > 0);
        QVERIFY(doubleQuantize(std::vector<float>(3, scales[4]), 256).at(1) > 0);
    }

    void inputScalesAreStoredAsTheSizeSays() {
        const WeightSite site{"x", 4, 2, true};
        QuantScheme scheme = schemeOf("int8", Granularity::Tensor);
        scheme.scaleFormat = ScaleFormat::E8m0;
        const std::vector<float> x{3, -1, 0.5F, 2};
        std::vector<float> out(4);
        const std::array<std::shared_ptr<QatInput>, 3> parts{
            FakeQuantizeInput::make(scheme, site, {}).value(),
            LsqInput::make(scheme, site, ClipTest::Value).value(),
            PactInput::make(scheme, site).value()};
        for (const auto& part : parts) {
            const Own own(*part);
            part->beginStep(trainingPass(0), 1);
            part->effectiveInput(trainingPass(0), x, own.spans(), out);
            part->endStep(trainingPass(0));
            int exponent = 0;
            QCOMPARE(std::frexp(part->grid().scale, &exponent), 0.5F);
        }
    }

    // A clip makes the estimators differ from the first step on: range [-1, 1] of int3 at a half,
    // so scale 0.5 / 3 and levels up to 0.5 (down to -4 of them).
    void clippedRangesClip() {
        const WeightSite site{"w", 1, 4, true};
        const QuantScheme scheme = schemeOf("int3", Granularity::Tensor);
        const std::vector<float> master{-1, -0.5F, 0.25F, 1};
        std::vector<float> effective(4);
        std::vector<float> passed;
        for (const StraightThrough kind : {StraightThrough::Plain, StraightThrough::Clipped}) {
            const auto part = FakeQuantizeWeight::make(scheme, site, kind, 0.5).value();
            part->effectiveWeight(master, {}, effective);
            const float scale = 0.5F / 3;
            QCOMPARE(effective, (std::vector<float>{-4 * scale, -3 * scale, 2 * scale, 3 * scale}));
            std::vector<float> gradient{1, 1, 1, 1};
            part->weightGradient(master, {}, gradient, {});
            passed.insert(passed.end(), gradient.begin(), gradient.end());
        }
        QCOMPARE(passed, (std::vector<float>{1, 1, 1, 1, 0, 1, 1, 0}));
        QVERIFY(!FakeQuantizeWeight::make(scheme, site, StraightThrough::Plain, 0));
    }

    // The recipe's observer is the one that trains: extremes of all batches, or their average.
    void theRecipesObserverTrains() {
        const Sorting data;
        for (const auto observer :
             {ActivationObserver::RangeMethod, ActivationObserver::MovingAverage}) {
            Transformer<float> model = test::tinyModel(data);
            QuantRecipe recipe = recipeOf(schemeOf("int4"), ActivationMode::Static);
            recipe.base.activation.observer = observer;
            recipe.base.activation.averagingConstant = 0.5;
            const auto sites = attachQat(model, recipe, {}).value();
            FakeQuantizeInput& input = dynamic_cast<FakeQuantizeInput&>(*sites.front().input);
            const std::size_t width = sites.front().site.in;
            const auto step = [&](std::uint64_t number, float low, float high) {
                std::vector<float> x(width, low);
                x[0] = high;
                std::vector<float> out(width);
                input.beginStep(trainingPass(number), 1);
                input.effectiveInput(trainingPass(number), x, {}, out);
                input.endStep(trainingPass(number));
            };
            step(0, -1, 8);
            step(1, -3, 2);
            const bool average = observer == ActivationObserver::MovingAverage;
            QCOMPARE(input.range(), (average ? RealRange{-2, 5} : RealRange{-3, 8}));
        }
    }

    // What the training would not look at is refused.
    void refusesWhatItWouldIgnore_data() {
        QTest::addColumn<int>("weights");
        QTest::addColumn<int>("inputs");
        QTest::addColumn<QString>("changed");
        QTest::newRow("clip of a learned scale") << int(WeightTraining::Lsq) << 0 << "clip";
        QTest::newRow("range of a learned scale") << int(WeightTraining::Lsq) << 0 << "weight";
        QTest::newRow("range of a weight") << int(WeightTraining::PlainSte) << 0 << "weight";
        for (const InputTraining inputs : {InputTraining::Observed, InputTraining::Lsq,
                                           InputTraining::LsqPyTorch, InputTraining::Pact}) {
            QTest::addRow("percentile of an input, %d", int(inputs))
                << int(WeightTraining::ClippedSte) << int(inputs) << "input";
        }
    }
    void refusesWhatItWouldIgnore() {
        QFETCH(int, weights);
        QFETCH(int, inputs);
        QFETCH(QString, changed);
        const Sorting data;
        Transformer<float> model = test::tinyModel(data);
        QuantRecipe recipe = recipeOf(schemeOf("int4"), ActivationMode::Static);
        const QatConfig config{static_cast<WeightTraining>(weights),
                               static_cast<InputTraining>(inputs)};
        QVERIFY(attachQat(model, recipe, config));
        model.detachAll();
        if (changed == "clip") {
            recipe.base.clip = 0.9;
        } else {
            QuantScheme& scheme =
                changed == "input" ? recipe.base.activation.scheme : *recipe.base.weight;
            scheme.range = {RangeMethod::Kind::Percentile, 90};
        }
        const auto made = attachQat(model, recipe, config);
        COMPARE_ERROR(made, ErrorCode::Unsupported);
    }

    // A range along the sequence must not depend on how many sequences pass together.
    void sequencesHaveTheirOwnRange() {
        const WeightSite site{"x", 1, 2, true};
        const auto part = FakeQuantizeInput::make(schemeOf("int8", Granularity::Tensor), site,
                                                  {InputRange::Sequence, 0.01F, QatInput::never})
                              .value();
        const std::vector<float> x{127, 0.4F, 1, 0.7F, 12.7F, 0.26F, 0, 0};
        Pass pass = trainingPass(0);
        pass.sequenceRows = 2;
        part->beginStep(pass, 1);
        std::vector<float> together(8);
        part->effectiveInput(pass, x, {}, together);
        QCOMPARE(together[1], 0.0F);
        QCOMPARE(together[3], 1.0F);
        QCOMPARE_LE(std::abs(together[5] - 0.3F), 1e-6);
        std::vector<float> alone(4);
        part->effectiveInput(pass, std::span(x).last(4), {}, alone);
        QVERIFY(std::equal(alone.begin(), alone.end(), together.begin() + 4));
    }

    void refusedSettings() {
        const WeightSite site{"w", 4, 4, true};
        QuantScheme scheme = schemeOf("int4");
        scheme.axis = 1;
        COMPARE_ERROR(FakeQuantizeWeight::make(scheme, site, StraightThrough::Clipped),
                      ErrorCode::InvalidArgument);
        scheme = schemeOf("int4", Granularity::Group);
        scheme.groupSize = 0;
        COMPARE_ERROR(LsqWeight::make(scheme, site, ClipTest::Value), ErrorCode::InvalidArgument);
        scheme = schemeOf("int4");
        scheme.range.kind = RangeMethod::Kind::Mse;
        COMPARE_ERROR(FakeQuantizeWeight::make(scheme, site, StraightThrough::Clipped),
                      ErrorCode::Unsupported);
        COMPARE_ERROR(PactInput::make(schemeOf("int8", Granularity::Tensor, false), site),
                      ErrorCode::Unsupported);
        COMPARE_ERROR(FakeQuantizeInput::make(schemeOf("int8"), site, {InputRange::Average, 0.0F}),
                      ErrorCode::InvalidArgument);
    }
};

QTEST_APPLESS_MAIN(TestQat)
#include "tst_qat.moc"
