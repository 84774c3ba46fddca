// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/transformer.h"
#include "tests/support/finite_differences.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <memory>

using namespace zeropoint;

namespace {

/// Uses every part of the seam with smooth functions, so that differences can judge it:
/// W' = gain * W, x' = x + bend * x^2, y += slope[j] * x[0].
class SmoothAttachment : public LinearAttachment<double> {
public:
    SmoothAttachment(std::size_t in, std::size_t out, bool weightOnly)
        : m_in(in), m_out(out), m_weightOnly(weightOnly) {}

    int begun = 0;
    int ended = 0;

    std::vector<OwnParameter> ownParameters() const override {
        const auto out = static_cast<std::int64_t>(m_out);
        return {{"gain", {}, false, {1.25}},
                {"bend", {}, false, {0.3}},
                {"slope", {out}, true, std::vector<double>(m_out, 0.2)}};
    }
    void beginStep(const Pass&, std::size_t) override { ++begun; }
    void endStep(const Pass&) override { ++ended; }

    bool changesWeight() const override { return true; }
    void effectiveWeight(std::span<const double> master, OwnSpans<const double> own,
                         std::span<double> effective) override {
        std::transform(master.begin(), master.end(), effective.begin(),
                       [gain = own[0][0]](double w) { return gain * w; });
    }
    void weightGradient(std::span<const double> master, OwnSpans<const double> own,
                        std::span<double> gradient, OwnSpans<double> ownGradient) override {
        for (std::size_t i = 0; i < gradient.size(); ++i) {
            ownGradient[0][0] += gradient[i] * master[i];
            gradient[i] *= own[0][0];
        }
    }

    bool changesInput() const override { return !m_weightOnly; }
    void effectiveInput(const Pass&, std::span<const double> x, OwnSpans<const double> own,
                        std::span<double> effective) override {
        std::transform(x.begin(), x.end(), effective.begin(),
                       [bend = own[1][0]](double v) { return v + bend * v * v; });
    }
    void inputGradient(const Pass&, std::span<const double> x, OwnSpans<const double> own,
                       std::span<double> gradient, OwnSpans<double> ownGradient) override {
        for (std::size_t i = 0; i < x.size(); ++i) {
            ownGradient[1][0] += gradient[i] * x[i] * x[i];
            gradient[i] *= 1 + 2 * own[1][0] * x[i];
        }
    }

    bool addsOutput() const override { return !m_weightOnly; }
    void addOutput(const Pass&, std::span<const double> x, OwnSpans<const double> own,
                   std::span<double> y) override {
        for (std::size_t i = 0; i < y.size(); ++i) {
            y[i] += own[2][i % m_out] * x[i / m_out * m_in];
        }
    }
    void addedOutputGradient(const Pass&, std::span<const double> x, OwnSpans<const double> own,
                             std::span<const double> yGradient, std::span<double> xGradient,
                             OwnSpans<double> ownGradient) override {
        for (std::size_t i = 0; i < yGradient.size(); ++i) {
            ownGradient[2][i % m_out] += yGradient[i] * x[i / m_out * m_in];
            if (!xGradient.empty()) {
                xGradient[i / m_out * m_in] += yGradient[i] * own[2][i % m_out];
            }
        }
    }

private:
    std::size_t m_in;
    std::size_t m_out;
    bool m_weightOnly;
};

TransformerConfig smallConfig(bool patches, bool tied) {
    TransformerConfig config;
    config.input = patches ? InputKind::Patches : InputKind::Tokens;
    config.vocabulary = config.outputs = 5;
    config.patchSize = 3;
    config.context = 4;
    config.layers = 1;
    config.width = 6;
    config.heads = 2;
    config.mlpRatio = 2;
    config.tiedHead = tied;
    return config;
}

}  // namespace

class TestLinearAttachment : public QObject {
    Q_OBJECT

private slots:
    // An attachment on every site: all gradients, its own included, against differences.
    void gradientsThroughTheSeam_data() {
        QTest::addColumn<bool>("patches");
        QTest::addColumn<bool>("tied");
        QTest::newRow("tokens") << false << false;
        QTest::newRow("tied head") << false << true;
        QTest::newRow("patches") << true << false;
    }
    void gradientsThroughTheSeam() {
        QFETCH(bool, patches);
        QFETCH(bool, tied);
        auto model = Transformer<double>::create(smallConfig(patches, tied), 1).value();
        for (const char* table : {"tok_emb.weight", "pos_emb.weight"}) {
            if (const auto index = model.parameters().find(table)) {
                for (double& value : model.parameters().values(*index)) {
                    value *= 50;  // away from zero, where a norm is too steep for differences
                }
            }
        }
        const std::size_t bare = model.parameters().entries().size();
        const auto sites = model.sites();
        QCOMPARE(sites.size(), std::size_t{tied ? 7U : 8U});
        for (const WeightSite& site : sites) {
            QVERIFY(model.attach(
                site.name, std::make_shared<SmoothAttachment>(site.in, site.out, !site.linear)));
        }
        QCOMPARE(model.parameters().entries().size(), bare + 3 * sites.size());
        const std::vector<std::int32_t> tokens{0, 4, 2, 2, 1, 3, 3, 0};
        const std::vector<double> pixels = test::randomValues(24, 5);
        Batch<double> batch{2, 4, 0, tokens, {}, tokens};
        if (patches) {
            batch.tokens = {};
            batch.patches = pixels;
        }
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

    void stepsAreFramed() {
        auto model = Transformer<double>::create(smallConfig(false, false), 1).value();
        const auto attachment = std::make_shared<SmoothAttachment>(6, 6, false);
        QVERIFY(model.attach("layers.0.attn.q", attachment));
        model.prepare();
        QCOMPARE(attachment->begun, 1);
        std::vector<double> gradients(model.parameters().size());
        model.finishGradients({}, gradients);
        QCOMPARE(attachment->ended, 1);
    }

    void frozenWeightsStillTeachTheirAdapter() {
        auto model = Transformer<double>::create(smallConfig(false, false), 1).value();
        QVERIFY(model.attach("layers.0.ff1", std::make_shared<SmoothAttachment>(6, 12, false)));
        for (std::size_t i = 0; i < model.parameters().entries().size(); ++i) {
            const std::string& name = model.parameters().entries()[i].name;
            model.parameters().setTrainable(i, name.find("gain") != std::string::npos);
        }
        QCOMPARE(model.parameters().trainableCount(), std::size_t{1});
        const std::vector<std::int32_t> tokens{0, 4, 2, 2};
        const Batch<double> batch{1, 4, 0, tokens, {}, tokens};
        Pass pass;
        pass.training = true;
        ForwardState<double> state;
        const auto loss = [&] {
            model.prepare(pass);
            model.forward(batch, pass, state);
            return model.score(batch, state, 0.25).loss * 0.25;
        };
        loss();
        std::vector<double> gradients(model.parameters().size());
        model.backward(batch, pass, state, gradients);
        model.finishGradients(pass, gradients);
        const std::size_t gain = model.parameters().find("layers.0.ff1.gain").value();
        const auto ours = model.parameters().slice(std::span<const double>(gradients), gain);
        QVERIFY(ours[0] != 0);
        QCOMPARE_LE(test::gradientError(model.parameters().values(gain), ours, loss), 1e-7);
    }

    void detachingRestoresTheModel() {
        auto model = Transformer<double>::create(smallConfig(false, false), 1).value();
        const auto before = model.clone();
        QVERIFY(model.attach("head", std::make_shared<SmoothAttachment>(6, 5, false)));
        model.prepare();
        QVERIFY(model.head().weight[0] != before.head().weight[0]);
        model.detachAll();
        QCOMPARE(model.head().weight[0], before.head().weight[0]);
        QVERIFY(std::ranges::equal(model.parameters().all(), before.parameters().all()));
    }

    void wrongPlaces() {
        auto model = Transformer<double>::create(smallConfig(false, false), 1).value();
        const auto attach = [&](const char* site) {
            return model.attach(site, std::make_shared<SmoothAttachment>(6, 6, false));
        };
        COMPARE_ERROR(attach("layers.7.attn.q"), ErrorCode::NotFound);
        COMPARE_ERROR(attach("layers.0.ln1"), ErrorCode::NotFound);
        COMPARE_ERROR(attach("tok_emb"), ErrorCode::Unsupported);
        QVERIFY(attach("layers.0.attn.q"));
        COMPARE_ERROR(attach("layers.0.attn.q"), ErrorCode::InvalidArgument);
    }
};

QTEST_APPLESS_MAIN(TestLinearAttachment)
#include "tst_linear_attachment.moc"
