// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/adapters/lora.h"
#include "core/methods/adapters/qlora.h"
#include "core/training/trainer.h"
#include "tests/support/finite_differences.h"
#include "tests/support/outcome.h"
#include "tests/support/tiny_model.h"

#include <QtTest>

#include <algorithm>
#include <bit>
#include <cmath>

using namespace zeropoint;

namespace {

std::vector<float> logitsOf(const Transformer<float>& model) {
    const Sorting data;
    BatchStorage batch;
    data.testBatch(0, 4, batch);
    ForwardState<float> state;
    model.forward(batch.view(), {}, state);
    return {state.logits.begin(), state.logits.end()};
}

double largestDifference(const std::vector<float>& a, const std::vector<float>& b) {
    double largest = a.size() == b.size() ? 0 : 1e9;
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        largest = std::max(largest, std::abs(static_cast<double>(a[i]) - b[i]));
    }
    return largest;
}

/// Adapters as training might leave them.
void fillAdapters(Transformer<float>& model) {
    Random random(8);
    for (std::size_t i = 0; i < model.parameters().entries().size(); ++i) {
        if (model.parameters().entries()[i].name.find(".lora_") != std::string::npos) {
            for (float& value : model.parameters().values(i)) {
                value = static_cast<float>(0.2 * random.normal());
            }
        }
    }
}

std::vector<float> train(Transformer<float>& model, unsigned threads) {
    const Sorting data(SortOrder::Descending);
    TrainingConfig training;
    training.steps = 6;
    training.batch = 16;
    training.warmup = 1;
    ThreadPool pool(threads);
    auto trainer = Trainer::create(model, data, training).value();
    while (trainer.stepsDone() < training.steps) {
        if (!trainer.step({&pool, {}, {}})) {
            return {};
        }
    }
    return {model.parameters().all().begin(), model.parameters().all().end()};
}

const LoraConfig everywhere{4, 8, 0, {"*"}, AdapterPrecision::Fp32};

}  // namespace

class TestLora : public QObject {
    Q_OBJECT

private slots:
    // Every gradient through the adapter against differences, with and without dropout (whose mask
    // is the same for the same pass).
    void gradients_data() {
        QTest::addColumn<double>("dropout");
        QTest::newRow("no dropout") << 0.0;
        QTest::newRow("dropout") << 0.4;
    }
    void gradients() {
        QFETCH(double, dropout);
        TransformerConfig config;
        config.vocabulary = config.outputs = 5;
        config.context = 4;
        config.layers = 1;
        config.width = 6;
        config.heads = 2;
        config.mlpRatio = 2;
        auto model = Transformer<double>::create(config, 1).value();
        for (const char* table : {"tok_emb.weight", "pos_emb.weight"}) {
            for (double& value : model.parameters().values(*model.parameters().find(table))) {
                value *= 50;  // away from zero, where a norm is too steep for differences
            }
        }
        std::uint64_t place = 0;
        for (const WeightSite& site : model.sites()) {
            if (site.linear) {
                QVERIFY(model.attach(site.name, std::make_shared<LoraAttachment<double>>(
                                                    site, LoraConfig{2, 3, dropout}, 7, place++)));
            }
        }
        Random random(4);
        for (std::size_t i = 0; i < model.parameters().entries().size(); ++i) {
            if (model.parameters().entries()[i].name.find("lora_b") != std::string::npos) {
                for (double& value : model.parameters().values(i)) {
                    value = 0.3 * random.normal();
                }
            }
        }
        const std::vector<std::int32_t> tokens{0, 4, 2, 2, 1, 3, 3, 0};
        const Batch<double> batch{2, 4, 0, tokens, {}, tokens};
        Pass pass;
        pass.training = true;
        ForwardState<double> state;
        const auto loss = [&] {
            model.prepare(pass);
            model.forward(batch, pass, state);
            return model.score(batch, state, 0.125).loss * 0.125;
        };
        loss();
        std::vector<double> gradients(model.parameters().size());
        model.backward(batch, pass, state, gradients);
        model.finishGradients(pass, gradients);
        for (std::size_t i = 0; i < model.parameters().entries().size(); ++i) {
            const auto ours = model.parameters().slice(std::span<const double>(gradients), i);
            QCOMPARE_LE(test::gradientError(model.parameters().values(i), ours, loss), 1e-6);
        }
    }

    // r (d_in + d_out) parameters, as the paper counts them.
    void parameters() {
        const WeightSite site{"w", 4096, 4096, true};
        const LoraAttachment<float> adapter(site, LoraConfig{8}, 1, 0);
        std::size_t count = 0;
        for (const auto& own : adapter.ownParameters()) {
            count += own.initial.size();
        }
        QCOMPARE(count, std::size_t{65536});
    }

    void startsAsTheModelThatItAdapts() {
        Transformer<float> model = test::tinyModel(Sorting());
        const std::vector<float> before = logitsOf(model);
        QVERIFY(attachLora(model, everywhere, 1));
        model.prepare();
        QCOMPARE(logitsOf(model), before);
    }

    void mergesToRounding_data() {
        QTest::addColumn<int>("precision");
        QTest::newRow("fp32") << int(AdapterPrecision::Fp32);
        QTest::newRow("bf16") << int(AdapterPrecision::Bf16);
    }
    void mergesToRounding() {
        QFETCH(int, precision);
        Transformer<float> model = test::tinyModel(Sorting());
        LoraConfig config = everywhere;
        config.precision = static_cast<AdapterPrecision>(precision);
        const auto sites = attachLora(model, config, 1).value();
        QCOMPARE(sites.size(), std::size_t{7});
        model.prepare();
        const std::vector<float> base = logitsOf(model);
        fillAdapters(model);
        model.prepare();
        const std::vector<float> beside = logitsOf(model);
        QVERIFY(largestDifference(base, beside) > 0.1);
        mergeLora(model, sites);
        QCOMPARE_LE(largestDifference(logitsOf(model), beside), 2e-5);
        const std::vector<float> merged = logitsOf(model);
        mergeLora(model, sites);
        QCOMPARE(logitsOf(model), merged);
    }

    // A snapshot of a model in training has the adapters in its weights; the model goes on.
    void aPlainCopyHasTheAdapters() {
        Transformer<float> model = test::tinyModel(Sorting());
        const auto sites = attachLora(model, everywhere, 1).value();
        fillAdapters(model);
        model.prepare();
        const std::vector<float> beside = logitsOf(model);
        const Transformer<float> plain = withAdapters(model, sites);
        QCOMPARE_LE(largestDifference(logitsOf(plain), beside), 2e-5);
        QCOMPARE(logitsOf(model), beside);
        QCOMPARE(plain.parameters().trainableCount(), plain.parameters().count());
    }

    // What comes after adapters can be trained whole again.
    void nothingStaysFrozen() {
        Transformer<float> model = test::tinyModel(Sorting());
        const std::size_t all = model.parameters().count();
        QVERIFY(attachLora(model, everywhere, 1));
        QVERIFY(model.parameters().trainableCount() < all);
        QCOMPARE(model.clone().parameters().trainableCount(), all);
        model.detachAll();
        QCOMPARE(model.parameters().trainableCount(), all);
    }

    void onlyAdaptersMove() {
        Transformer<float> model = test::tinyModel(Sorting());
        const auto before = model.clone();
        QVERIFY(attachLora(model, {8, 16, 0, {"*.attn.q", "*.attn.v"}}, 1));
        // q and v of one block: 2 * 8 * (16 + 16).
        QCOMPARE(model.parameters().trainableCount(), std::size_t{512});
        QVERIFY(!train(model, 2).empty());
        for (std::size_t i = 0; i < before.parameters().entries().size(); ++i) {
            QVERIFY(std::ranges::equal(before.parameters().values(i),
                                       std::as_const(model.parameters()).values(i)));
        }
        const auto b = model.parameters().find("layers.0.attn.q.lora_b").value();
        const auto values = model.parameters().values(b);
        QVERIFY(std::any_of(values.begin(), values.end(), [](float v) { return v != 0; }));
    }

    void theSameOnAnyNumberOfThreads() {
        LoraConfig config = everywhere;
        config.dropout = 0.3;
        Transformer<float> one = test::tinyModel(Sorting());
        Transformer<float> three = test::tinyModel(Sorting());
        QVERIFY(attachLora(one, config, 1));
        QVERIFY(attachLora(three, config, 1));
        QCOMPARE(train(one, 1), train(three, 3));
    }

    void refused_data() {
        QTest::addColumn<int>("rank");
        QTest::addColumn<double>("alpha");
        QTest::addColumn<double>("dropout");
        QTest::addColumn<QString>("target");
        QTest::addColumn<int>("code");
        const int invalid = int(ErrorCode::InvalidArgument);
        QTest::newRow("no rank") << 0 << 1.0 << 0.0 << "head" << invalid;
        QTest::newRow("rank above the matrix") << 17 << 1.0 << 0.0 << "*.attn.q" << invalid;
        QTest::newRow("no alpha") << 4 << 0.0 << 0.0 << "head" << invalid;
        QTest::newRow("endless alpha") << 4 << HUGE_VAL << 0.0 << "head" << invalid;
        QTest::newRow("all dropped") << 4 << 1.0 << 1.0 << "head" << invalid;
        QTest::newRow("not a number") << 4 << 1.0 << std::nan("") << "head" << invalid;
        QTest::newRow("no such layer") << 4 << 1.0 << 0.0 << "heads" << int(ErrorCode::NotFound);
        QTest::newRow("a table") << 4 << 1.0 << 0.0 << "tok_emb" << int(ErrorCode::NotFound);
    }
    void refused() {
        QFETCH(int, rank);
        QFETCH(double, alpha);
        QFETCH(double, dropout);
        QFETCH(QString, target);
        QFETCH(int, code);
        Transformer<float> model = test::tinyModel(Sorting());
        const std::size_t trainable = model.parameters().trainableCount();
        const auto made = attachLora(
            model, {static_cast<std::size_t>(rank), alpha, dropout, {target.toStdString()}}, 1);
        COMPARE_ERROR(made, ErrorCode(code));
        QVERIFY(!made.error().remedy.empty());
        QCOMPARE(model.parameters().trainableCount(), trainable);
    }

    // The frozen base is exactly what NF4 stores, before and after training.
    void qloraBaseKeepsItsBits_data() {
        QTest::addColumn<int>("block");
        QTest::addColumn<bool>("doubled");
        QTest::newRow("block 16") << 16 << false;
        QTest::newRow("block 64, double") << 64 << true;
    }
    void qloraBaseKeepsItsBits() {
        QFETCH(int, block);
        QFETCH(bool, doubled);
        Transformer<float> model = test::tinyModel(Sorting());
        const auto before = model.clone();
        QloraConfig config;
        config.base = {block, doubled, 4};
        config.adapters.rank = 8;
        const auto qlora = attachQlora(model, config, 1).value();
        QCOMPARE(qlora.base.size(), std::size_t{7});
        QVERIFY(!train(model, 2).empty());
        std::uint64_t bytes = 0;
        for (const QloraBase& base : qlora.base) {
            const std::size_t index = model.parameters().find(base.site.name + ".weight").value();
            const auto original = before.parameters().values(index);
            const Nf4Tensor expected = quantizeNf4(original, config.base).value();
            QCOMPARE(base.stored.codes, expected.codes);
            std::vector<float> read(original.size());
            QVERIFY(dequantizeNf4(expected, read));
            const auto now = std::as_const(model.parameters()).values(index);
            for (std::size_t i = 0; i < read.size(); ++i) {
                QCOMPARE(std::bit_cast<std::uint32_t>(now[i]),
                         std::bit_cast<std::uint32_t>(read[i]));
            }
            bytes += expected.bytes();
        }
        QCOMPARE(qlora.baseBytes(), bytes);
        // Six adapters of rank 8 on 16x16 (four), 32x16 and 16x32.
        QCOMPARE(model.parameters().trainableCount(), std::size_t{8 * (4 * 32 + 2 * 48)});
    }

    void qloraRefuses() {
        Transformer<float> model = test::tinyModel(Sorting());
        const std::vector<float> before = logitsOf(model);
        QloraConfig config;
        config.base.blockSize = 3;
        COMPARE_ERROR(attachQlora(model, config, 1), ErrorCode::InvalidArgument);
        config.base.blockSize = 64;
        config.adapters.rank = 99;
        COMPARE_ERROR(attachQlora(model, config, 1), ErrorCode::InvalidArgument);
        QCOMPARE(logitsOf(model), before);
    }
};

QTEST_APPLESS_MAIN(TestLora)
#include "tst_lora.moc"
