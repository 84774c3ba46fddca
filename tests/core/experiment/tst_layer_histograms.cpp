// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sorting.h"
#include "core/experiment/layer_histograms.h"
#include "core/nn/transformer.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <limits>
#include <numeric>

using namespace zeropoint;

namespace {

RunResult runOf(const Transformer<float>& model) {
    auto artifacts = std::make_shared<RunArtifacts>();
    artifacts->model = model.config();
    const auto all = model.parameters().all();
    artifacts->weights.assign(all.begin(), all.end());
    RunResult run;
    run.artifacts = artifacts;
    return run;
}

std::span<float> headOf(Transformer<float>& model) {
    return model.parameters().values(model.parameters().find("head.weight").value());
}

}  // namespace

class TestLayerHistograms : public QObject {
    Q_OBJECT

private slots:
    void bothRunsShareTheBins() {
        auto model = Transformer<float>::create(Sorting().shaped({}), 1).value();
        const std::span<float> head = headOf(model);
        std::fill(head.begin(), head.end(), 0.0F);
        head[0] = -1;  // the only one in the first bin
        head[1] = 0.6F;
        const RunResult a = runOf(model);
        head[0] = 0;
        head[1] = 3;  // widens the bins for both: -1 .. 3
        head[2] = std::numeric_limits<float>::infinity();
        const RunResult b = runOf(model);
        const LayerHistograms both = layerHistograms(a, b, "head", 4).value();
        const auto count = static_cast<std::uint32_t>(head.size());
        QCOMPARE(both.low, -1.0);
        QCOMPARE(both.binWidth, 1.0);
        QCOMPARE(both.first, (std::vector<std::uint32_t>{1, count - 1, 0, 0}));
        QCOMPARE(both.second, (std::vector<std::uint32_t>{0, count - 2, 0, 1}));
    }

    void equalWeightsHaveABin() {
        auto model = Transformer<float>::create(Sorting().shaped({}), 1).value();
        const std::span<float> head = headOf(model);
        std::fill(head.begin(), head.end(), 2.0F);
        const RunResult run = runOf(model);
        const LayerHistograms both = layerHistograms(run, run, "head", 8).value();
        QCOMPARE_GT(both.binWidth, 0.0);
        QCOMPARE(std::accumulate(both.first.begin(), both.first.end(), 0U),
                 static_cast<std::uint32_t>(head.size()));
    }

    void refused() {
        const auto model = Transformer<float>::create(Sorting().shaped({}), 1).value();
        const RunResult run = runOf(model);
        COMPARE_ERROR(layerHistograms(run, run, "layers.9.ff1", 8), ErrorCode::NotFound);
        COMPARE_ERROR(layerHistograms(run, run, "head", 0), ErrorCode::InvalidArgument);
        COMPARE_ERROR(layerHistograms(run, {}, "head", 8), ErrorCode::InvalidArgument);
    }
};

QTEST_APPLESS_MAIN(TestLayerHistograms)
#include "tst_layer_histograms.moc"
