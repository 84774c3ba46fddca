// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/trace.h"
#include "core/nn/transformer.h"
#include "tests/support/safetensors_reader.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace zeropoint;
using test::OracleTensor;
using Oracle = std::map<std::string, OracleTensor>;

namespace {

Oracle oracle(const char* name) {
    return test::readOracle(test::testData(QStringLiteral("transformer/%1.safetensors").arg(name)));
}

TransformerConfig oracleConfig() {
    TransformerConfig config;
    config.vocabulary = 17;
    config.outputs = 17;
    config.context = 12;
    config.width = 32;
    config.heads = 4;
    config.mlpRatio = 2;
    config.layers = 2;
    return config;
}

std::vector<std::int32_t> integers(const OracleTensor& tensor) {
    return {tensor.values.begin(), tensor.values.end()};
}

template <typename T>
void load(Transformer<T>& model, const Oracle& weights, const std::string& prefix = {}) {
    Parameters<T>& parameters = model.parameters();
    for (std::size_t i = 0; i < parameters.entries().size(); ++i) {
        const std::vector<double>& values =
            weights.at(prefix + parameters.entries()[i].name).values;
        std::copy(values.begin(), values.end(), parameters.values(i).begin());
    }
}

template <typename T>
double largestDifference(std::span<const T> ours, const std::vector<double>& theirs) {
    if (ours.size() != theirs.size()) {
        return INFINITY;
    }
    double largest = 0;
    for (std::size_t i = 0; i < ours.size(); ++i) {
        largest = std::max(largest, std::abs(static_cast<double>(ours[i]) - theirs[i]));
    }
    return largest;
}

template <typename T>
struct Fixture {
    Transformer<T> model = Transformer<T>::create(oracleConfig(), 1).value();
    Oracle weights = oracle("untied_weights");
    std::vector<std::int32_t> tokens = integers(weights.at("tokens"));
    std::vector<std::int32_t> targets = integers(weights.at("targets"));
    Batch<T> batch{3, 12, 0, tokens, {}, targets};
    ForwardState<T> state;
    Pass pass;

    Fixture() {
        load(model, weights);
        pass.training = true;
    }
    Score forward(T scale) {
        model.prepare(pass);
        model.forward(batch, pass, state);
        return model.score(batch, state, scale);
    }
};

/// Our activation names -> PyTorch's in the oracle.
std::string oracleName(const std::string& ours) {
    const std::size_t place = ours.find("activated");
    return place == std::string::npos ? ours : ours.substr(0, place) + "gelu_out";
}

}  // namespace

class TestTransformer : public QObject {
    Q_OBJECT

private:
    template <typename T>
    void compareForward(double tolerance) {
        const Oracle expected = oracle("untied_f64_forward");
        Fixture<T> fixture;
        const Score score = fixture.forward(T(0));
        QCOMPARE(score.positions, std::size_t{36});
        QCOMPARE_LE(std::abs(score.meanLoss() - expected.at("loss").values[0]), tolerance);
        int compared = 0;
        for (const TraceEntry<T>& entry : trace(fixture.model, fixture.state)) {
            const auto found = expected.find(oracleName(entry.name));
            if (found != expected.end()) {
                QCOMPARE(entry.shape, found->second.shape);
                QCOMPARE_LE(largestDifference<T>(entry.values, found->second.values), tolerance);
                ++compared;
            }
        }
        QCOMPARE(compared, 12);  // five of each layer, final norm, logits
    }

    template <typename T>
    void compareGradients(double tolerance) {
        const Oracle expected = oracle("untied_f64_grads");
        Fixture<T> fixture;
        fixture.forward(T(1) / T(36));
        std::vector<T> gradients(fixture.model.parameters().size());
        fixture.model.backward(fixture.batch, fixture.pass, fixture.state, gradients);
        const Parameters<T>& parameters = fixture.model.parameters();
        for (std::size_t i = 0; i < parameters.entries().size(); ++i) {
            const std::span<const T> ours = parameters.slice(std::span<const T>(gradients), i);
            QCOMPARE_LE(largestDifference(ours, expected.at(parameters.entries()[i].name).values),
                        tolerance);
        }
        QCOMPARE(parameters.entries().size(), expected.size());
    }

private slots:
    void forwardEqualsPyTorch() {
        compareForward<double>(1e-9);
        compareForward<float>(2e-5);
    }

    void gradientsEqualPyTorch() {
        compareGradients<double>(1e-9);
        compareGradients<float>(1e-6);
    }

    // Shards add up: the sum over single sequences is the whole batch's gradient.
    void shardsAddUp() {
        Fixture<double> fixture;
        fixture.forward(1.0 / 36);
        std::vector<double> whole(fixture.model.parameters().size());
        std::vector<double> summed(whole.size());
        fixture.model.backward(fixture.batch, fixture.pass, fixture.state, whole);
        Score score;
        for (std::size_t s = 0; s < 3; ++s) {
            const Batch<double> one = fixture.batch.slice(s, 1);
            fixture.model.forward(one, fixture.pass, fixture.state);
            score += fixture.model.score(one, fixture.state, 1.0 / 36);
            fixture.model.backward(one, fixture.pass, fixture.state, summed);
        }
        QCOMPARE(score.sequences, std::size_t{3});
        QCOMPARE_LE(largestDifference<double>(summed, whole), 1e-14);
    }

    // The tied model has no oracle file: the gradient of the shared table against differences.
    void everyKindAgainstDifferences_data() {
        QTest::addColumn<bool>("tied");
        QTest::addColumn<bool>("patches");
        QTest::addColumn<bool>("rms");
        QTest::addColumn<bool>("silu");
        QTest::addColumn<double>("dropout");
        QTest::newRow("tied") << true << false << false << false << 0.0;
        QTest::newRow("patches, pooled") << false << true << false << false << 0.0;
        QTest::newRow("RMSNorm, SiLU") << false << false << true << true << 0.0;
        QTest::newRow("dropout") << true << false << false << true << 0.3;
    }
    void everyKindAgainstDifferences();

    void parameterCountIsTheSum() {
        for (const bool patches : {false, true}) {
            TransformerConfig config = oracleConfig();
            config.input = patches ? InputKind::Patches : InputKind::Tokens;
            const auto model = Transformer<float>::create(config, 1);
            QCOMPARE(parameterCount(config), model->parameters().count());
        }
        // The sorting task's model of the design: 64 symbols and a separator, untied, 25 positions.
        TransformerConfig sorting;
        sorting.vocabulary = 65;
        sorting.outputs = 65;
        sorting.context = 25;
        QCOMPARE(parameterCount(sorting), std::size_t{30'432});
    }

    void sameSeedSameWeights() {
        const auto a = Transformer<float>::create(oracleConfig(), 5);
        const auto b = Transformer<float>::create(oracleConfig(), 5);
        const auto c = Transformer<float>::create(oracleConfig(), 6);
        QVERIFY(std::ranges::equal(a->parameters().all(), b->parameters().all()));
        QVERIFY(!std::ranges::equal(a->parameters().all(), c->parameters().all()));
    }

    void memoryIsReused() {
        Fixture<float> fixture;
        std::vector<float> gradients(fixture.model.parameters().size());
        fixture.forward(1.0F);
        fixture.model.backward(fixture.batch, fixture.pass, fixture.state, gradients);
        const std::size_t held = fixture.state.arena.capacity();
        const float* logits = fixture.state.logits.data();
        for (int step = 0; step < 20; ++step) {
            fixture.forward(1.0F);
            fixture.model.backward(fixture.batch, fixture.pass, fixture.state, gradients);
        }
        QCOMPARE(fixture.state.arena.capacity(), held);
        QCOMPARE(fixture.state.logits.data(), logits);
    }

    void stopReturnsEarly() {
        Fixture<float> fixture;
        std::stop_source source;
        source.request_stop();
        fixture.pass.stop = source.get_token();
        const Score score = fixture.forward(1.0F);
        QCOMPARE(score.positions, std::size_t{0});
        std::vector<float> gradients(fixture.model.parameters().size());
        fixture.model.backward(fixture.batch, fixture.pass, fixture.state, gradients);
        QVERIFY(std::ranges::all_of(gradients, [](float g) { return g == 0; }));
    }
};

void TestTransformer::everyKindAgainstDifferences() {
    QFETCH(bool, tied);
    QFETCH(bool, patches);
    QFETCH(bool, rms);
    QFETCH(bool, silu);
    QFETCH(double, dropout);
    TransformerConfig config;
    config.input = patches ? InputKind::Patches : InputKind::Tokens;
    config.vocabulary = config.outputs = 7;
    config.patchSize = 3;
    config.context = 5;
    config.layers = 2;
    config.width = 6;
    config.heads = 2;
    config.mlpRatio = 2;
    config.causal = !patches;
    config.tiedHead = tied;
    config.pooled = patches;
    config.norm = rms ? NormKind::RmsNorm : NormKind::LayerNorm;
    config.activation = silu ? ActivationKind::Silu : ActivationKind::Gelu;
    config.dropout = dropout;
    auto model = Transformer<double>::create(config, 3).value();
    for (const char* table : {"tok_emb.weight", "pos_emb.weight"}) {
        if (const auto index = model.parameters().find(table)) {
            for (double& value : model.parameters().values(*index)) {
                value *=
                    50;  // away from zero, where a norm is so steep that differences are coarse
            }
        }
    }
    const std::vector<std::int32_t> tokens{0, 6, 2, 2, 1, 5, 3, 3, 0, 4};
    std::vector<double> pixels;
    for (int i = 0; i < 30; ++i) {
        pixels.push_back(std::sin(1.0 + i * i));
    }
    const std::vector<std::int32_t> targets =
        patches ? std::vector<std::int32_t>{6, 1}
                : std::vector<std::int32_t>{1, ignoredTarget, 2, 3, 4, 5, 6, 0, ignoredTarget, 2};
    Batch<double> batch{2, 5, 0, tokens, {}, targets};
    if (patches) {
        batch.tokens = {};
        batch.patches = pixels;
    }
    Pass pass;
    pass.training = true;
    pass.step = 9;
    const double scale = 1.0 / static_cast<double>(countedTargets(targets));
    ForwardState<double> state;
    const auto loss = [&] {
        model.forward(batch, pass, state);
        return model.score(batch, state, scale).loss * scale;
    };
    loss();
    std::vector<double> gradients(model.parameters().size());
    model.backward(batch, pass, state, gradients);
    constexpr double step = 1e-5;
    for (std::size_t i = 0; i < model.parameters().entries().size(); ++i) {
        const std::span<double> values = model.parameters().values(i);
        const auto ours = model.parameters().slice(std::span<const double>(gradients), i);
        for (std::size_t j = 0; j < values.size(); ++j) {
            const double kept = values[j];
            values[j] = kept + step;
            const double above = loss();
            values[j] = kept - step;
            const double below = loss();
            values[j] = kept;
            QCOMPARE_LE(std::abs((above - below) / (2 * step) - ours[j]), 1e-7);
        }
    }
}

QTEST_APPLESS_MAIN(TestTransformer)
#include "tst_transformer.moc"
