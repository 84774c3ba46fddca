// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/kept_model.h"
#include "core/experiment/run_attachments.h"
#include "core/experiment/run_comparison.h"
#include "core/experiment/test_predictions.h"
#include "core/methods/ptq/ptq.h"
#include "core/methods/recipe/model_size.h"
#include "core/training/checkpoint.h"
#include "tests/core/experiment/small_experiment.h"
#include "tests/support/outcome.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace zeropoint;

namespace {

ExperimentOutcome runOn(unsigned threads, const ExperimentSpec& spec,
                        const ExperimentCallbacks& callbacks = {}, std::stop_token stop = {}) {
    ThreadPool pool(threads);
    return runExperiment(spec, test::smallInput(), callbacks, {&pool, {}, std::move(stop)}).value();
}

const RunResult& find(const ExperimentOutcome& outcome, const std::string& name,
                      std::uint64_t seed) {
    return *std::find_if(outcome.runs.begin(), outcome.runs.end(), [&](const RunResult& result) {
        return result.name == name && result.seed == seed;
    });
}

/// Everything of a result that must not depend on when and where it was made.
std::string figures(RunResult result) {
    result.seconds = 0;
    return toJson(result);
}

}  // namespace

class TestRunExperiment : public QObject {
    Q_OBJECT

private slots:
    void everyRunOfEverySeed() {
        const ExperimentSpec spec = test::smallSpec();
        std::vector<RunKey> started;
        std::vector<std::string> finished;
        std::size_t evaluations = 0;
        std::size_t insights = 0;
        ExperimentCallbacks callbacks;
        callbacks.started = [&](const RunKey& key) { started.push_back(key); };
        callbacks.finished = [&](const RunResult& run) { finished.push_back(run.name); };
        callbacks.evaluation = [&](const RunKey&, const EvaluationReport&) { ++evaluations; };
        callbacks.insight = [&](const RunKey& key, const QatWatch& watch) {
            ++insights;
            QCOMPARE(key.run, std::size_t{2});
            QCOMPARE(watch.weights(0).step, watch.steps());
            QCOMPARE(watch.weights(0).count, std::size_t{256});
        };
        const ExperimentOutcome outcome = runOn(2, spec, callbacks);
        QVERIFY(!outcome.cancelled && outcome.failed.empty());
        QCOMPARE(outcome.runs.size(), std::size_t{10});
        QCOMPARE(started.size(), std::size_t{10});
        QCOMPARE(finished.size(), std::size_t{10});
        QCOMPARE(evaluations, std::size_t{4 * 2 * 2});  // of those that train, after 3 and 6 steps
        QCOMPARE(insights, std::size_t{2 * 2});
        for (std::size_t i = 0; i < outcome.runs.size(); ++i) {
            const RunResult& run = outcome.runs[i];
            QCOMPARE(run.name, spec.runs[i / 2].name);
            QCOMPARE(run.seed, spec.seeds[i % 2]);
            QCOMPARE(run.curve.size(), std::size_t{run.name == "PTQ" ? 0U : 2U});
            QVERIFY(run.hasBase);
            QVERIFY(run.loss > 0 && run.seconds > 0);
            QCOMPARE(run.steps, std::uint64_t{run.name == "PTQ" ? 0U : 6U});
            QCOMPARE(run.items.count(), std::size_t{100});
            QCOMPARE(run.items.accuracy(), run.accuracy);
            QVERIFY(run.accuracyCi95.low < run.accuracyCi95.high);
            QVERIFY(run.accuracyCi95.low <= run.accuracy && run.accuracy <= run.accuracyCi95.high);
            if (!run.curve.empty()) {
                QCOMPARE(run.curve.back().testLoss, run.loss);
                QCOMPARE(run.curve.back().accuracy, run.accuracy);
                QCOMPARE(run.curve.back().validationLoss, run.validationLoss);
                QCOMPARE(run.curve.back().validationAccuracy, run.validationAccuracy);
            }
        }
    }

    // 16 wide, one block, MLP ratio 2: sizes by hand.
    void sizes() {
        const ExperimentOutcome outcome = runOn(2, test::smallSpec());
        const std::size_t linear = 4 * 256 + 2 * 512 + 65 * 16;
        const std::size_t all = test::tinyModel(Sorting()).parameters().count();
        const std::size_t rows = 4 * 16 + 32 + 16 + 65;
        const std::size_t int4 = linear / 2 + 4 * rows + 4 * (all - linear);
        QCOMPARE(find(outcome, "FP32", 5).sizeBytes, 4 * all);
        QCOMPARE(find(outcome, "FP32", 5).bitsPerWeight, 32.0);
        QCOMPARE(find(outcome, "PTQ", 5).sizeBytes, int4);
        QCOMPARE(find(outcome, "QAT", 5).sizeBytes, int4);
        QCOMPARE(find(outcome, "QAT", 5).linearBytes, linear / 2 + 4 * rows);
        QCOMPARE(find(outcome, "LoRA", 5).sizeBytes, 4 * (all + 4 * 2 * 32));  // q and v, rank 4
        const std::size_t adapters = 4 * (4 * 32 + 2 * 48);                    // BF16
        const std::size_t nf4 = linear / 2 + 4 * linear / 16;
        QCOMPARE(find(outcome, "QLoRA", 5).sizeBytes, nf4 + 2 * adapters + 4 * (all - linear));
        QCOMPARE_LE(std::abs(find(outcome, "QLoRA", 5).bitsPerWeight -
                             8.0 * static_cast<double>(find(outcome, "QLoRA", 5).sizeBytes) /
                                 static_cast<double>(all)),
                    1e-12);
        // What each trains: two FP32 moments for every value that moves.
        QCOMPARE(find(outcome, "FP32", 5).share.trained, all);
        QCOMPARE(find(outcome, "LoRA", 5).share.trained, std::size_t{4 * 2 * 32});
        QCOMPARE(find(outcome, "LoRA", 5).share.optimizerBytes, std::uint64_t{8 * 4 * 2 * 32});
        QCOMPARE(find(outcome, "QLoRA", 5).share.trained, adapters);
        QCOMPARE(find(outcome, "PTQ", 5).share.trained, std::size_t{0});
        // Where nothing is quantized there is no error to tell of.
        QVERIFY(find(outcome, "FP32", 5).layers.empty());
        QVERIFY(find(outcome, "LoRA", 5).layers.empty());
        QCOMPARE(find(outcome, "QAT", 5).layers.size(), std::size_t{7});
        QCOMPARE(find(outcome, "PTQ", 5).layers.size(), std::size_t{7});
        for (const LayerError& layer : find(outcome, "QLoRA", 5).layers) {
            QVERIFY2(layer.sqnrDb > 15 && layer.sqnrDb < 30, layer.layer.c_str());
        }
    }

    void theSameOnAnyNumberOfThreads() {
        const ExperimentOutcome one = runOn(1, test::smallSpec());
        const ExperimentOutcome three = runOn(3, test::smallSpec());
        QCOMPARE(one.runs.size(), three.runs.size());
        for (std::size_t i = 0; i < one.runs.size(); ++i) {
            QCOMPARE(figures(one.runs[i]), figures(three.runs[i]));
        }
    }

    // The settings that stand beside a result make the same bits again, alone and on any threads.
    void eachRunAgainFromItsSettings() {
        ExperimentSpec spec = test::smallSpec();
        spec.runs[1].learningRate = 0.002;
        ExperimentCallbacks callbacks;
        callbacks.artifacts = true;
        const ExperimentOutcome all = runOn(2, spec, callbacks);
        for (const RunResult& run : all.runs) {
            if (run.seed == 5) {
                continue;
            }
            const ExperimentSpec alone = experimentSpecFromJson(run.settings).value();
            const ExperimentOutcome again = runOn(3, alone, callbacks);
            QCOMPARE(again.runs.size(), std::size_t{1});
            QCOMPARE(again.runs[0].loss, run.loss);
            QCOMPARE(again.runs[0].accuracy, run.accuracy);
            QCOMPARE(again.runs[0].artifacts->weights, run.artifacts->weights);
            QCOMPARE(again.runs[0].artifacts->predictions, run.artifacts->predictions);
        }
    }

    // PTQ starts from the full training of its seed: at 16 bits hardly anything changes.
    void ptqTakesTheTrainedModel() {
        ExperimentSpec spec = test::smallSpec();
        spec.runs[0].recipe = test::channelRecipe("int16");
        ExperimentCallbacks callbacks;
        callbacks.artifacts = true;
        const ExperimentOutcome outcome = runOn(2, spec, callbacks);
        QCOMPARE_LE(std::abs(find(outcome, "PTQ", 5).loss - find(outcome, "FP32", 5).loss), 1e-3);
        const RunComparison comparison =
            compareRuns(find(outcome, "FP32", 5), find(outcome, "PTQ", 5)).value();
        QCOMPARE(comparison.sequences, std::size_t{100});
        QCOMPARE(comparison.layers.size(), std::size_t{8});
        QVERIFY(std::isinf(comparison.layers[0].sqnrDb));  // the token table
        QVERIFY(comparison.layers[1].sqnrDb > 80 && comparison.layers[1].sqnrDb < 110);
        const RunComparison itself =
            compareRuns(find(outcome, "FP32", 5), find(outcome, "FP32", 5)).value();
        QVERIFY(itself.changed.empty());
        QVERIFY(!compareRuns(find(outcome, "FP32", 5), RunResult{}));
    }

    // Of 0 steps the base is quantized as it stands, and nothing else can be done.
    void ptqTakesTheBaseAsItStands() {
        ExperimentSpec spec = test::smallSpec();
        spec.training.steps = 0;
        QVERIFY(!validate(spec));
        QCOMPARE(validate(spec).error().where, std::string("FP32, steps"));
        spec.runs.resize(1);
        spec.seeds = {5};
        ExperimentSpec baseless = spec;
        baseless.base.clear();
        QVERIFY(!validate(baseless));
        const ExperimentOutcome outcome = runOn(2, spec);
        QCOMPARE(outcome.runs.size(), std::size_t{1});
        const RunResult& ptq = outcome.runs.front();

        const ExperimentInput input = test::smallInput();
        auto quantized = applyPtq(*input.base, *input.data, spec.runs.front().recipe, {});
        QVERIFY(quantized.has_value());
        quantized->model.prepare({}, BatchRunner<float>::shardCount);
        BatchRunner<float> runner;
        const auto score = evaluateOn(quantized->model, *input.data, runner, {});
        QCOMPARE(ptq.loss, score->meanLoss());
        QCOMPARE(ptq.sizeBytes, quantized->size.bytes());
        QCOMPARE(ptq.steps, std::uint64_t{0});
        QCOMPARE(experimentSpecFromJson(ptq.settings)->training.steps, std::size_t{0});
    }

    // What is kept of a run predicts what the run predicted.
    void aKeptModelAnswersAsItDid_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("method");
        for (const char* name : {"FP32", "PTQ", "QAT", "LoRA", "QLoRA"}) {
            QTest::newRow(name) << QString::fromLatin1(name) << int(PtqMethod::RoundToNearest);
        }
        for (const auto& [name, method] : {std::pair("AWQ", PtqMethod::Awq),
                                           {"GPTQ", PtqMethod::Gptq},
                                           {"HQQ", PtqMethod::Hqq},
                                           {"AdaRound", PtqMethod::AdaRound}}) {
            QTest::newRow(name) << QStringLiteral("PTQ") << int(method);
        }
        QTest::newRow("SmoothQuant") << QStringLiteral("PTQ") << -1;
    }
    void aKeptModelAnswersAsItDid() {
        QFETCH(QString, name);
        ExperimentSpec spec = test::smallSpec();
        QFETCH(int, method);
        QuantRecipe& recipe = spec.runs[0].recipe;
        recipe.calibration = {1, 16, 1};
        if (method >= 0) {
            recipe.base.method = static_cast<PtqMethod>(method);
        } else {
            // Inputs so fine that keeping them changes nothing that counts.
            recipe.smoothAlpha = 0.5;
            recipe.base.activation.mode = ActivationMode::DynamicToken;
            recipe.base.activation.scheme.format = "int16";
        }
        spec.seeds = {5};
        ExperimentCallbacks callbacks;
        callbacks.artifacts = true;
        const RunResult run = find(runOn(2, spec, callbacks), name.toStdString(), 5);
        Transformer<float> model = keptModel(run).value();
        model.prepare({}, BatchRunner<float>::shardCount);
        const TestPredictions again = predictTest(model, *test::smallInput().data, {}).value();
        std::size_t changed = 0;
        for (std::size_t i = 0; i < again.likeliest.size(); ++i) {
            changed += again.likeliest[i] != run.artifacts->predictions[i] ? 1 : 0;
        }
        // Merged adapters round otherwise than those beside the weights.
        QCOMPARE_LE(changed, again.likeliest.size() / 200);
    }

    // An experiment says how it was made: the base by its hash, wherever it is read again.
    void settingsNameTheirFilesByHash() {
        QTemporaryDir folder;
        ExperimentSpec spec = test::smallSpec();
        spec.base = folder.filePath("base.safetensors").toStdString();
        spec.seeds = {5};
        spec.runs = {test::runOf("FP32", MethodKind::Full)};
        CheckpointInfo info;
        info.task.kind = TaskKind::Sort;
        info.training = defaultTraining(TaskKind::Sort);
        QVERIFY(saveCheckpoint(spec.base, test::tinyModel(Sorting()), info));
        ExperimentInput input = openExperiment(spec).value();
        QCOMPARE(input.baseHash.size(), std::size_t{64});
        input.data = test::smallInput().data;
        input.baseData.reset();
        const RunResult run = runExperiment(spec, input).value().runs.at(0);
        const ExperimentSpec again = experimentSpecFromJson(run.settings).value();
        QCOMPARE(again.baseHash, input.baseHash);
        QVERIFY(openExperiment(again));
        QVERIFY(saveCheckpoint(spec.base, test::tinyModel(Sorting(), 2), info));
        COMPARE_ERROR(openExperiment(again), ErrorCode::InvalidArgument);
    }

    // Accuracy is a property of the model, not of how an evaluation is cut into pieces.
    void dynamicRangesDoNotDependOnThePieces() {
        const test::BriefSorting data;
        QuantRecipe recipe = test::channelRecipe("int8");
        recipe.base.activation.mode = ActivationMode::DynamicSequence;
        recipe.base.activation.scheme.format = "int4";
        auto quantized = applyPtq(test::tinyModel(data), data, recipe).value();
        quantized.model.prepare({}, BatchRunner<float>::shardCount);
        BatchRunner<float> runner;
        std::vector<double> losses;
        for (const std::size_t piece : {std::size_t{1}, std::size_t{7}, std::size_t{100}}) {
            Score score;
            BatchStorage batch;
            for (std::size_t at = 0; at < 100; at += piece) {
                data.testBatch(at, std::min(piece, 100 - at), batch);
                score += runner.evaluate(quantized.model, batch.view(), {}, nullptr);
            }
            losses.push_back(score.meanLoss());
        }
        // The order of a sum's terms may differ by the number of rows; a range does not.
        QCOMPARE_LE(std::abs(losses[1] - losses[0]), 1e-5);
        QCOMPARE_LE(std::abs(losses[2] - losses[0]), 1e-5);
    }

    // The weights of a run while it goes on are those that it would be used with.
    void weightsAsTheyAreUsed_data() {
        QTest::addColumn<int>("run");
        for (const int run : {1, 2, 3, 4}) {
            QTest::newRow(test::smallSpec().runs[std::size_t(run)].name.c_str()) << run;
        }
    }
    void weightsAsTheyAreUsed() {
        QFETCH(int, run);
        const Sorting data;
        Transformer<float> model = test::tinyModel(data);
        const RunSpec spec = test::smallSpec().runs[std::size_t(run)];
        RunAttachments attached = attachRun(spec, 1, model).value();
        TrainingConfig config = test::smallSpec().training;
        Trainer trainer = Trainer::create(model, data, config).value();
        QVERIFY(trainer.run());
        const auto predicted = [&data](const Transformer<float>& of) {
            BatchStorage batch;
            data.testBatch(0, 20, batch);
            ForwardState<float> state;
            of.forward(batch.view(), {}, state);
            return std::vector<float>(state.logits.begin(), state.logits.end());
        };
        model.prepare({}, BatchRunner<float>::shardCount);
        const std::vector<float> before = predicted(model);
        const std::vector<float> used = predicted(asUsed(attached, model));
        for (std::size_t i = 0; i < before.size(); ++i) {
            QCOMPARE_LE(std::abs(before[i] - used[i]), 1e-4F);
        }
        QVERIFY(predicted(model) == before);
    }

    void aRunWithoutWeightsHasNoModel() {
        COMPARE_ERROR(keptModel(RunResult{}), ErrorCode::NotFound);
        RunArtifacts artifacts;
        artifacts.model = test::tinyModel(Sorting()).config();
        artifacts.weights.resize(3);
        RunResult torn;
        torn.artifacts = std::make_shared<RunArtifacts>(std::move(artifacts));
        COMPARE_ERROR(keptModel(torn), ErrorCode::Malformed);
    }

    void comparisonCounts() {
        // Three sequences of two positions.
        const auto runOf = [](std::vector<std::uint16_t> predictions) {
            RunArtifacts artifacts;
            const Transformer<float> model = test::tinyModel(Sorting());
            artifacts.model = model.config();
            artifacts.weights.assign(model.parameters().all().begin(),
                                     model.parameters().all().end());
            artifacts.predictions = std::move(predictions);
            artifacts.targets = {1, 2, 3, 4, 5, 6};
            artifacts.perSequence = 2;
            RunResult result;
            result.artifacts = std::make_shared<RunArtifacts>(std::move(artifacts));
            return result;
        };
        const RunComparison comparison =
            compareRuns(runOf({1, 2, 3, 4, 9, 6}), runOf({1, 2, 3, 7, 9, 9})).value();
        QCOMPARE(comparison.sequences, std::size_t{3});
        QCOMPARE(comparison.changed, (std::vector<std::size_t>{1, 2}));
        QCOMPARE(comparison.onlyARight, std::size_t{1});
        QCOMPARE(comparison.onlyBRight, std::size_t{0});
        QCOMPARE(comparison.bothRight, std::size_t{1});
        QVERIFY(!compareRuns(runOf({1, 2, 3, 4, 5, 6}), runOf({1})));
    }

    void cancellingKeepsWhatIsFinished() {
        std::stop_source source;
        ExperimentCallbacks callbacks;
        std::size_t finished = 0;
        callbacks.finished = [&](const RunResult&) {
            if (++finished == 2) {
                source.request_stop();
            }
        };
        const ExperimentOutcome outcome =
            runOn(1, test::smallSpec(), callbacks, source.get_token());
        QVERIFY(outcome.cancelled);
        QVERIFY(outcome.failed.empty());
        QCOMPARE(outcome.runs.size(), finished);
        QVERIFY(finished >= 2 && finished < 10);
    }

    void stoppedBeforeItBegins() {
        std::stop_source source;
        source.request_stop();
        const ExperimentOutcome outcome = runOn(2, test::smallSpec(), {}, source.get_token());
        QVERIFY(outcome.cancelled && outcome.runs.empty());
    }

    // A run that cannot be made says so and leaves the others alone.
    void failuresAreOfOneRun() {
        ExperimentSpec spec = test::smallSpec();
        spec.seeds = {5};
        spec.runs[2].learningRate = 100;  // diverges
        spec.runs[3].lora.rank = 99;      // above the matrix
        spec.runs[0].recipe.overrides.push_back({"no.such.layer", {}});
        spec.training.steps = 60;
        spec.training.optimizer.kind = OptimizerKind::Sgd;
        spec.training.clipNorm = 0;
        spec.training.learningRate = 0.01;
        const ExperimentOutcome outcome = runOn(2, spec);
        QVERIFY(!outcome.cancelled);
        QCOMPARE(outcome.runs.size(), std::size_t{2});
        QCOMPARE(outcome.failed.size(), std::size_t{3});
        for (const FailedRun& failed : outcome.failed) {
            const ErrorCode expected[] = {ErrorCode::NotFound, ErrorCode::Cancelled,
                                          ErrorCode::Diverged, ErrorCode::InvalidArgument};
            QVERIFY2(failed.error.code == expected[failed.key.run], toString(failed.error).c_str());
        }
    }

    void fromScratch() {
        ExperimentSpec spec = test::smallSpec();
        spec.base.clear();
        spec.seeds = {1};
        spec.runs = {test::runOf("FP32", MethodKind::Full), test::runOf("QAT", MethodKind::Qat)};
        spec.training.steps = 2;
        const ExperimentInput input = openExperiment(spec).value();
        QVERIFY(!input.base && !input.baseData);
        const ExperimentOutcome outcome = runExperiment(spec, input).value();
        QCOMPARE(outcome.runs.size(), std::size_t{2});
        QVERIFY(!outcome.runs[0].hasBase);
        QCOMPARE(outcome.runs[0].share.parameters, std::size_t{30432});
    }

    void opensTheBase() {
        QTemporaryDir folder;
        ExperimentSpec spec = test::smallSpec();
        spec.base = folder.filePath("base.safetensors").toStdString();
        COMPARE_ERROR(openExperiment(spec), ErrorCode::NotFound);
        CheckpointInfo info;
        info.task.kind = TaskKind::Sort;
        info.training = defaultTraining(TaskKind::Sort);
        QVERIFY(saveCheckpoint(spec.base, test::tinyModel(Sorting()), info));
        const ExperimentInput input = openExperiment(spec).value();
        QVERIFY(input.base && input.baseData);
        QCOMPARE(input.base->config(), test::tinyConfig(Sorting()));
        // On its own task a model forgets nothing.
        spec.task.custom = false;
        QVERIFY(!openExperiment(spec)->baseData);
        spec.task = {TaskKind::Digits, false, {}, {}};
        COMPARE_ERROR(openExperiment(spec), ErrorCode::InvalidArgument);
    }
};

QTEST_APPLESS_MAIN(TestRunExperiment)
#include "tst_run_experiment.moc"
