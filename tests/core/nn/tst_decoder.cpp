// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/decoder.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numeric>

using namespace zeropoint;

namespace {

TransformerConfig smallConfig(bool rms) {
    TransformerConfig config;
    config.vocabulary = config.outputs = 11;
    config.context = 9;
    config.width = 12;
    config.heads = 3;
    config.tiedHead = rms;
    config.norm = rms ? NormKind::RmsNorm : NormKind::LayerNorm;
    config.activation = rms ? ActivationKind::Silu : ActivationKind::Gelu;
    return config;
}

/// Logits of the last position by a whole forward pass.
std::vector<double> withoutCache(const Transformer<double>& model,
                                 std::span<const std::int32_t> tokens) {
    ForwardState<double> state;
    model.forward({1, tokens.size(), 0, tokens, {}, {}}, {}, state);
    const std::size_t outputs = model.config().outputs;
    return {state.logits.end() - static_cast<std::ptrdiff_t>(outputs), state.logits.end()};
}

}  // namespace

class TestDecoder : public QObject {
    Q_OBJECT

private slots:
    void cacheChangesNothing_data() {
        QTest::addColumn<bool>("rms");
        QTest::newRow("LayerNorm, GELU") << false;
        QTest::newRow("RMSNorm, SiLU, tied") << true;
    }
    void cacheChangesNothing() {
        QFETCH(bool, rms);
        auto model = Transformer<double>::create(smallConfig(rms), 2).value();
        const std::vector<std::int32_t> tokens{3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7};
        Decoder<double> decoder(model);
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            const std::span<const double> logits = decoder.feed(tokens[i]);
            // After nine the older five are forgotten: 9 = 4 kept + 5, then 4 kept again.
            const std::size_t begin = i < 9 ? 0 : i < 14 ? 5 : 10;
            const auto whole = withoutCache(model, std::span(tokens).subspan(begin, i + 1 - begin));
            for (std::size_t j = 0; j < whole.size(); ++j) {
                QCOMPARE_LE(std::abs(whole[j] - logits[j]), 1e-12);
            }
        }
        decoder.reset();
        QCOMPARE(decoder.position(), std::size_t{0});
        const std::span<const double> first = decoder.feed(3);
        QCOMPARE_LE(std::abs(first[0] - withoutCache(model, std::span(tokens).first(1))[0]), 1e-12);
        QCOMPARE(decoder.keys(1).size(), std::size_t{12});
        QCOMPARE(decoder.cacheBytes(), std::size_t{2 * 2 * 9 * 12 * 8});
    }

    void greedyTakesTheLargest() {
        Random random(1);
        const std::vector<float> logits{0.5F, 3, -1, 3};
        QCOMPARE(sampleToken<float>(logits, {0, 0}, random), 1);
        QCOMPARE(sampleToken<float>(logits, {1, 1}, random), 1);
    }

    void samplesFollowTheSoftmax() {
        Random random(5);
        const std::vector<double> logits{0, std::log(2.0) * 0.5, std::log(5.0) * 0.5, -1000};
        std::vector<int> counts(4);
        constexpr int draws = 80'000;
        for (int i = 0; i < draws; ++i) {
            ++counts[static_cast<std::size_t>(sampleToken<double>(logits, {0.5, 0}, random))];
        }
        QCOMPARE_LE(std::abs(counts[0] / double(draws) - 1.0 / 8), 0.005);
        QCOMPARE_LE(std::abs(counts[1] / double(draws) - 2.0 / 8), 0.005);
        QCOMPARE(counts[3], 0);
        for (int i = 0; i < 1000; ++i) {
            QVERIFY(sampleToken<double>(logits, {0.5, 2}, random) != 0);
        }
    }

    void generationIsRepeatable() {
        auto config = smallConfig(false);
        const auto model = Transformer<float>::create(config, 2).value();
        const std::vector<std::int32_t> prompt{1, 2};
        const auto a = generate(model, prompt, 40, {1.0, 0}, 3);
        QCOMPARE(a.size(), std::size_t{40});
        QCOMPARE(a, generate(model, prompt, 40, {1.0, 0}, 3));
        QVERIFY(a != generate(model, prompt, 40, {1.0, 0}, 4));
        std::stop_source source;
        source.request_stop();
        QVERIFY(generate(model, prompt, 40, {1.0, 0}, 3, source.get_token()).empty());
    }
};

QTEST_APPLESS_MAIN(TestDecoder)
#include "tst_decoder.moc"
