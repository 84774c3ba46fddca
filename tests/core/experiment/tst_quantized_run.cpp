// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/quantized_run.h"
#include "core/files/weight_file.h"
#include "core/methods/ptq/quantized_file.h"
#include "core/training/checkpoint_metadata.h"
#include "core/training/training_run.h"
#include "tests/support/outcome.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace zeropoint;

namespace {

/// A run of quantization-aware training, a few steps in.
struct Trained {
    RunSpec run;
    TrainingRun training;
    RunAttachments attached;

    Transformer<float>& model() { return training.checkpoint->model; }
};

Trained trainThrough(const QuantRecipe& recipe, WeightTraining weights) {
    RunPlan start;
    start.task.kind = TaskKind::Sort;
    start.sizes = defaultModel(TaskKind::Sort);
    start.training.steps = 6;
    start.training.batch = 8;
    start.training.warmup = 0;
    start.training.learningRate = 3e-3;
    Trained trained{{}, startRun(start).value(), {}};
    trained.run.method = MethodKind::Qat;
    trained.run.recipe = recipe;
    trained.run.qat.weights = weights;
    trained.attached = attachRun(trained.run, 1, trained.model()).value();
    auto trainer = Trainer::create(trained.model(), *trained.training.data, start.training);
    trained.training.trainer.emplace(std::move(*trainer));
    [[maybe_unused]] const auto ended = trained.training.trainer->run({}, {});
    trained.model().prepare({}, BatchRunner<float>::shardCount);
    return trained;
}

double accuracy(Transformer<float>& model, const Dataset& data) {
    BatchRunner<float> runner;
    model.prepare({}, BatchRunner<float>::shardCount);
    return accuracyOf(data.accuracyKind(), evaluateOn(model, data, runner, {}).value());
}

}  // namespace

class TestQuantizedRun : public QObject {
    Q_OBJECT

private slots:
    void opensAgainWithTheSameAccuracy_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("symmetric");
        QTest::addColumn<int>("granularity");
        QTest::addColumn<int>("training");
        QTest::newRow("int4 channel")
            << "int4" << true << int(Granularity::Channel) << int(WeightTraining::ClippedSte);
        QTest::newRow("uint4 group, a zero point each")
            << "uint4" << false << int(Granularity::Group) << int(WeightTraining::PlainSte);
        QTest::newRow("int2, learned scales")
            << "int2" << true << int(Granularity::Channel) << int(WeightTraining::Lsq);
        QTest::newRow("int8 tensor")
            << "int8" << true << int(Granularity::Tensor) << int(WeightTraining::ClippedSte);
    }

    // The weights that the products used come back bit for bit from a file as packed as the run's
    // size says.
    void opensAgainWithTheSameAccuracy() {
        QFETCH(QString, format);
        QFETCH(bool, symmetric);
        QFETCH(int, granularity);
        QFETCH(int, training);
        QuantRecipe recipe;
        recipe.base.weight.emplace();
        recipe.base.weight->format = format.toStdString();
        recipe.base.weight->symmetric = symmetric;
        recipe.base.weight->granularity = static_cast<Granularity>(granularity);
        recipe.base.weight->groupSize = 16;
        Trained trained = trainThrough(recipe, static_cast<WeightTraining>(training));
        const auto quantized = quantizedRun(trained.run, trained.attached, trained.model());
        QVERIFY2(quantized, quantized ? "" : toString(quantized.error()).c_str());

        QTemporaryDir folder;
        const std::string path = folder.filePath("run.safetensors").toStdString();
        const CheckpointInfo& info = trained.training.checkpoint->info;
        QVERIFY(writeQuantizedModel(path, *quantized, {}, checkpointMetadata(info)));
        std::uint64_t bytes = 0;
        const auto file = openWeightFile(path).value();
        for (const TensorInfo& tensor : file->tensors()) {
            bytes += tensor.bytes;
        }
        QCOMPARE(bytes, trained.attached.sizeBytes);

        auto opened = loadCheckpoint(path);
        QVERIFY2(opened, opened ? "" : toString(opened.error()).c_str());
        Transformer<float> used = asUsed(trained.attached, trained.model());
        const auto first = used.parameters().all();
        const auto second = opened->model.parameters().all();
        QCOMPARE(std::vector<float>(second.begin(), second.end()),
                 std::vector<float>(first.begin(), first.end()));
        const Dataset& data = *trained.training.data;
        QCOMPARE(accuracy(opened->model, data), accuracy(trained.model(), data));
    }

    void doublyQuantizedScalesAreRefused() {
        QuantRecipe recipe;
        recipe.base.weight.emplace();
        recipe.base.weight->format = "int4";
        recipe.base.weight->granularity = Granularity::Group;
        recipe.base.weight->groupSize = 16;
        recipe.base.weight->scaleFormat = ScaleFormat::Double;
        Trained trained = trainThrough(recipe, WeightTraining::ClippedSte);
        const auto quantized = quantizedRun(trained.run, trained.attached, trained.model());
        COMPARE_ERROR(quantized, ErrorCode::Unsupported);
    }
};

QTEST_APPLESS_MAIN(TestQuantizedRun)
#include "tst_quantized_run.moc"
