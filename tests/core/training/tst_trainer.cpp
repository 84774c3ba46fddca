// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/digits.h"
#include "core/training/trainer.h"
#include "tests/support/outcome.h"
#include "tests/support/tiny_model.h"

#include <QtTest>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>
#include <thread>

using namespace zeropoint;
using test::tinyModel;

namespace {

TrainingConfig shortRun(std::size_t steps) {
    TrainingConfig config;
    config.steps = steps;
    config.batch = 12;
    config.warmup = 5;
    config.evaluateEvery = steps;
    return config;
}

struct Curve {
    std::vector<double> losses;
    std::vector<float> parameters;
    double testLoss = 0;
};

Curve trainOn(unsigned threads, const Dataset& data, double dropout) {
    Transformer<float> model = tinyModel(data, 4, dropout);
    Trainer trainer = Trainer::create(model, data, shortRun(25)).value();
    ThreadPool pool(threads);
    Curve curve;
    TrainingCallbacks callbacks;
    callbacks.step = [&curve](const StepReport& report) { curve.losses.push_back(report.loss); };
    curve.testLoss = trainer.run({&pool, {}, {}}, callbacks).value().last.testLoss;
    const auto all = model.parameters().all();
    curve.parameters.assign(all.begin(), all.end());
    return curve;
}

}  // namespace

class TestTrainer : public QObject {
    Q_OBJECT

private slots:
    void sameBitsOnAnyNumberOfThreads_data() {
        QTest::addColumn<bool>("digits");
        QTest::addColumn<double>("dropout");
        QTest::newRow("sort") << false << 0.0;
        QTest::newRow("sort, dropout") << false << 0.2;
        QTest::newRow("digits, dropout") << true << 0.1;
    }
    void sameBitsOnAnyNumberOfThreads() {
        QFETCH(bool, digits);
        QFETCH(double, dropout);
        const Sorting sorting;
        const auto images = shippedDigits();
        const Dataset& data = digits ? static_cast<const Dataset&>(*images) : sorting;
        const Curve one = trainOn(1, data, dropout);
        QCOMPARE(one.losses.size(), std::size_t{25});
        for (const unsigned threads : {2U, 8U}) {
            const Curve many = trainOn(threads, data, dropout);
            QVERIFY(many.losses == one.losses);
            QVERIFY(many.parameters == one.parameters);
            QVERIFY(many.testLoss == one.testLoss);
        }
        QVERIFY(trainOn(2, data, dropout == 0 ? 0.1 : 0.0).losses != one.losses);
    }

    // The runner packs the weights once for its shards: no digit differs from a pass without, and
    // a changed weight is packed anew.
    void packedWeightsChangeNothing() {
        const auto digits = shippedDigits();
        Transformer<float> model = tinyModel(*digits);
        BatchStorage batch;
        digits->trainingBatch(1, 0, 8, batch);
        const std::size_t shards = BatchRunner<float>::shardCount;
        BatchRunner<float> runner;
        for (const float factor : {1.0F, 1.5F}) {
            for (float& value : model.parameters().all()) {
                value *= factor;
            }
            AlignedVector<float> gradients;
            runner.gradients(model, batch.view(), {}, nullptr, gradients);
            AlignedVector<float> plain(gradients.size(), 0.0F);
            for (std::size_t shard = 0; shard < shards; ++shard) {
                const Batch<float> part = batch.view().slice(shard * 8 / shards, 8 / shards);
                ForwardState<float> state;
                Pass pass;
                pass.training = true;
                AlignedVector<float> own(gradients.size(), 0.0F);
                model.forward(part, pass, state);
                model.score(part, state, 1.0F / 8);
                model.backward(part, pass, state, own);
                QVERIFY(std::ranges::equal(state.logits, runner.state(shard).logits));
                std::transform(plain.begin(), plain.end(), own.begin(), plain.begin(),
                               std::plus<>());
            }
            QVERIFY(plain == gradients);
        }
    }

    void learns() {
        const auto digits = shippedDigits();
        Transformer<float> model = tinyModel(*digits);
        TrainingConfig config = shortRun(250);
        config.batch = 32;
        config.learningRate = 1e-2;
        Trainer trainer = Trainer::create(model, *digits, config).value();
        ThreadPool pool(2);
        const TrainingResult result = trainer.run({&pool, {}, {}}).value();
        QCOMPARE(result.last.step, std::uint64_t{250});
        QCOMPARE_GE(result.last.accuracy, 0.7);  // chance is 0.1
        QVERIFY(result.reason == StopReason::Finished);
    }

    void stopsWhenTheTargetIsReached() {
        const auto digits = shippedDigits();
        Transformer<float> model = tinyModel(*digits);
        TrainingConfig config = shortRun(1000);
        config.learningRate = 1e-2;
        config.evaluateEvery = 20;
        config.targetAccuracy = 0.4;
        Trainer trainer = Trainer::create(model, *digits, config).value();
        const TrainingResult result = trainer.run().value();
        QVERIFY(result.reason == StopReason::TargetReached);
        QCOMPARE_GE(result.last.validationAccuracy, 0.4);
        QCOMPARE_LT(result.last.step, std::uint64_t{1000});
    }

    // A learning rate that does harm: the best parameters are those of the first evaluation.
    void earlyStopGoesBackToTheBest() {
        const Sorting sorting;
        Transformer<float> model = tinyModel(sorting);
        TrainingConfig config = shortRun(1000);
        config.learningRate = 2;
        config.optimizer.weightDecay = 0;
        config.warmup = 40;
        config.evaluateEvery = 5;
        config.patience = 3;
        Trainer trainer = Trainer::create(model, sorting, config).value();
        double best = INFINITY;
        std::vector<EvaluationReport> reports;
        TrainingCallbacks callbacks;
        callbacks.evaluation = [&](const EvaluationReport& report) {
            best = std::min(best, report.validationLoss);
            reports.push_back(report);
        };
        const TrainingResult result = trainer.run({}, callbacks).value();
        QVERIFY(result.reason == StopReason::NoProgress);
        QCOMPARE(result.last.validationLoss, best);
        QCOMPARE(reports.back().step, result.last.step + 15);
        model.prepare();
        BatchRunner<float> runner;
        QCOMPARE(evaluateOn(model, sorting, runner, {}, 0, HeldOut::Validation).value().meanLoss(),
                 best);
        QCOMPARE(evaluateOn(model, sorting, runner, {}).value().meanLoss(), result.last.testLoss);
    }

    void divergenceKeepsTheLastGoodWeights() {
        const Sorting sorting;
        Transformer<float> model = tinyModel(sorting);
        Trainer trainer = Trainer::create(model, sorting, shortRun(50)).value();
        QVERIFY(trainer.step());
        QVERIFY(trainer.evaluate());
        const auto all = model.parameters().all();
        const std::vector<float> good(all.begin(), all.end());
        QVERIFY(trainer.step());
        QVERIFY(trainer.step());
        model.parameters().values(3)[0] = std::numeric_limits<float>::quiet_NaN();
        const auto result = trainer.run();
        COMPARE_ERROR(result, ErrorCode::Diverged);
        QVERIFY(result.error().where.find("step 4") != std::string::npos);
        QVERIFY(result.error().remedy.find("learning rate") != std::string::npos);
        QVERIFY(std::ranges::equal(model.parameters().all(), good));
    }

    void weightsThatWereNeverFinite() {
        const Sorting sorting;
        Transformer<float> model = tinyModel(sorting);
        model.parameters().values(0)[0] = std::numeric_limits<float>::infinity();
        Trainer trainer = Trainer::create(model, sorting, shortRun(50)).value();
        const auto result = trainer.step();
        QVERIFY(!result);
        QVERIFY(result.error().remedy.find("not finite to begin with") != std::string::npos);
    }

    // A stopped run that goes on is the run that was never stopped.
    void cancelLosesNothing() {
        const Sorting sorting;
        Transformer<float> whole = tinyModel(sorting);
        Trainer straight = Trainer::create(whole, sorting, shortRun(30)).value();
        QVERIFY(straight.run());
        Transformer<float> model = tinyModel(sorting);
        Trainer trainer = Trainer::create(model, sorting, shortRun(30)).value();
        std::stop_source source;
        TrainingCallbacks callbacks;
        callbacks.step = [&source](const StepReport& report) {
            if (report.step == 11) {
                source.request_stop();
            }
        };
        const auto stopped = trainer.run({nullptr, {}, source.get_token()}, callbacks);
        COMPARE_ERROR(stopped, ErrorCode::Cancelled);
        QCOMPARE(trainer.stepsDone(), std::uint64_t{11});
        QVERIFY(trainer.run());
        QVERIFY(std::ranges::equal(model.parameters().all(), whole.parameters().all()));
        QCOMPARE(trainer.lastEvaluation().testLoss, straight.lastEvaluation().testLoss);
    }

    // Neither when to stop nor what to go back to depends on the test part.
    void theTestPartDecidesNothing() {
        class Misleading : public Sorting {
        public:
            explicit Misleading(SortOrder tested) : m_tested(tested) {}
            std::size_t heldOutSequences(HeldOut) const override { return 100; }
            void heldOutBatch(HeldOut part, std::size_t begin, std::size_t count,
                              BatchStorage& out) const override {
                (part == HeldOut::Test ? m_tested : m_learned)
                    .heldOutBatch(part, begin, count, out);
            }

        private:
            Sorting m_tested;
            Sorting m_learned;
        };
        TrainingConfig config = shortRun(120);
        config.learningRate = 1e-2;
        config.evaluateEvery = 5;
        config.patience = 2;
        std::vector<std::vector<float>> ends;
        for (const SortOrder order : {SortOrder::Ascending, SortOrder::Descending}) {
            const Misleading data(order);
            Transformer<float> model = tinyModel(data);
            Trainer trainer = Trainer::create(model, data, config).value();
            QVERIFY(trainer.run());
            ends.emplace_back(model.parameters().all().begin(), model.parameters().all().end());
        }
        QVERIFY(ends[0] == ends[1]);
    }

    // A stop that is seen once a batch's observers have learned from it loses no step.
    void aStopLeavesObserversAsTheyWere() {
        /// An input part whose end of step asks for a stop.
        class Stopping : public LinearAttachment<float> {
        public:
            std::stop_source* source = nullptr;
            int steps = 0;
            void endStep(const Pass&) override {
                ++steps;
                if (source != nullptr && steps == 2) {
                    source->request_stop();
                }
            }
        };
        const Sorting sorting;
        Transformer<float> model = tinyModel(sorting);
        const auto part = std::make_shared<Stopping>();
        std::stop_source source;
        part->source = &source;
        QVERIFY(model.attach("layers.0.ff1", part));
        Trainer trainer = Trainer::create(model, sorting, shortRun(10)).value();
        const Execution execution{nullptr, {}, source.get_token()};
        QVERIFY(trainer.step(execution));
        QVERIFY(trainer.step(execution));  // learned from: it counts
        COMPARE_ERROR(trainer.step(execution), ErrorCode::Cancelled);
        QCOMPARE(trainer.stepsDone(), std::uint64_t{2});
        QCOMPARE(part->steps, 2);
    }

    // From another thread, at moments that hit steps and evaluations alike.
    void cancelAtAnyMoment() {
        const Sorting sorting;
        Transformer<float> model = tinyModel(sorting);
        TrainingConfig config = shortRun(100'000);
        config.evaluateEvery = 20;
        Trainer trainer = Trainer::create(model, sorting, config).value();
        ThreadPool pool(2);
        for (int round = 0; round < 20; ++round) {
            std::stop_source source;
            std::jthread hand([&source, round] {
                std::this_thread::sleep_for(std::chrono::microseconds(700 * round));
                source.request_stop();
            });
            const auto result = trainer.run({&pool, {}, source.get_token()});
            COMPARE_ERROR(result, ErrorCode::Cancelled);
        }
        QVERIFY(std::ranges::all_of(model.parameters().all(),
                                    [](float v) { return std::isfinite(v); }));
    }

    void memoryStaysFlat() {
        const Sorting sorting;
        Transformer<float> model = tinyModel(sorting);
        Trainer trainer = Trainer::create(model, sorting, shortRun(100'000)).value();
        ThreadPool pool(2);
        const Execution execution{&pool, {}, {}};
        QVERIFY(trainer.step(execution));
        const std::size_t held = trainer.runner().capacity();
        for (int step = 0; step < 500; ++step) {
            QVERIFY(trainer.step(execution));
        }
        QCOMPARE(trainer.runner().capacity(), held);
    }

    void wrongCalls() {
        const Sorting sorting;
        const auto digits = shippedDigits();
        Transformer<float> model = tinyModel(sorting);
        QVERIFY(!Trainer::create(model, *digits, shortRun(5)));
        QVERIFY(!Trainer::create(model, sorting, shortRun(0)));
    }
};

QTEST_APPLESS_MAIN(TestTrainer)
#include "tst_trainer.moc"
