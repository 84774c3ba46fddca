// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/digits.h"
#include "core/data/text.h"
#include "core/training/loss_trail.h"
#include "core/training/model_probe.h"
#include "core/training/training_run.h"
#include "tests/support/golden.h"
#include "tests/support/tiny_model.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace zeropoint;

namespace {

Checkpoint sample(const QString& name) {
    return loadCheckpoint(
               test::testData("../../resources/samples/" + name + ".safetensors").toStdString())
        .value();
}

std::size_t right(const auto& guesses, auto isRight) {
    return static_cast<std::size_t>(std::count_if(guesses.begin(), guesses.end(), isRight));
}

}  // namespace

/// What the probe says is what the evaluation, which goes another way, counts.
class TestModelProbe : public QObject {
    Q_OBJECT

private slots:
    void digitsAreGuessedAsTheyAreScored() {
        Checkpoint checkpoint = sample(QStringLiteral("digits"));
        checkpoint.model.prepare();
        const auto data = shippedDigits();
        ProbeConfig config;
        config.sequences = data->testSequences();
        const ModelProbe probe = probeModel(checkpoint.model, *data, config);
        BatchRunner<float> runner;
        const Score score = evaluateOn(checkpoint.model, *data, runner, {}).value();
        QCOMPARE(probe.digits.size(), score.sequences);
        const auto isRight = [](const DigitGuess& guess) { return guess.guess() == guess.label; };
        QCOMPARE(right(probe.digits, isRight), score.correct);
        double loss = 0;
        for (const DigitGuess& guess : probe.digits) {
            QCOMPARE(guess.label, data->label(guess.image));
            loss -= std::log(
                static_cast<double>(guess.probabilities[static_cast<std::size_t>(guess.label)]));
        }
        QCOMPARE_LE(std::abs(loss - score.loss), 1e-3 * score.loss);
    }

    void sortingWithoutHelpIsAsGoodAsScored() {
        Transformer<float> model = sample(QStringLiteral("sort")).model;
        model.prepare();
        const Sorting data;
        ProbeConfig config;
        config.sequences = 200;
        const ModelProbe probe = probeModel(model, data, config);
        BatchRunner<float> runner;
        const Score score = evaluateOn(model, data, runner, {}, config.sequences).value();
        const auto isRight = [](const SortGuess& guess) { return guess.right(); };
        QCOMPARE(right(probe.sorts, isRight), score.wholeSequences);
        for (const SortGuess& guess : probe.sorts) {
            std::vector<std::int32_t> sorted = guess.items;
            std::sort(sorted.begin(), sorted.end());
            QCOMPARE(guess.wanted, sorted);
        }
    }

    void attentionRowsAreSharesAndCausal() {
        const Sorting data;
        Transformer<float> model = test::tinyModel(data);
        model.prepare();
        const ModelProbe probe = probeModel(model, data);
        QCOMPARE(probe.attention.size(), std::size_t{1});
        const AttentionMap& map = probe.attention.front();
        QCOMPARE(map.heads, std::size_t{2});
        QCOMPARE(map.length, probe.tokens.size());
        for (std::size_t head = 0; head < map.heads; ++head) {
            for (std::size_t from = 0; from < map.length; ++from) {
                double sum = 0;
                for (std::size_t to = 0; to < map.length; ++to) {
                    sum += static_cast<double>(map.at(head, from, to));
                    QVERIFY(to <= from || map.at(head, from, to) == 0.0F);
                }
                QCOMPARE_LE(std::abs(sum - 1), 1e-5);
            }
        }
    }

    void activationsHaveAHistogramEach() {
        const Sorting data;
        Transformer<float> model = test::tinyModel(data);
        model.prepare();
        const ModelProbe probe = probeModel(model, data, {.sequences = 3});
        QCOMPARE(probe.activations.front().name, std::string("embedded"));
        QCOMPARE(probe.activations.back().name, std::string("logits"));
        for (const ActivationPicture& picture : probe.activations) {
            QCOMPARE(static_cast<std::int64_t>(picture.histogram.total),
                     elementCount(picture.shape));
            QCOMPARE(picture.shape.front(), 3);
        }
    }

    void textIsWrittenAfterAPrompt() {
        const auto data = grammarText(Dialect::Base, 64);
        Transformer<float> model = sample(QStringLiteral("text")).model;
        model.prepare();
        const ModelProbe probe = probeModel(model, *data, {.characters = 80});
        QCOMPARE(probe.text.size(), std::size_t{80});
        BatchStorage window;
        data->testBatch(0, 1, window);
        QVERIFY(data->alphabet().decode(window.tokens).starts_with(probe.prompt));
        QVERIFY(!probe.prompt.empty());
        // Deterministic: the same seed writes the same.
        QCOMPARE(probeModel(model, *data, {.characters = 80}).text, probe.text);
    }

    void aTrailKeepsTheMeanInBoundedMemory() {
        LossTrail trail;
        const std::uint64_t steps = 5 * LossTrail::capacity;
        for (std::uint64_t step = 1; step <= steps; ++step) {
            trail.add(step, static_cast<double>(step));
            QCOMPARE_LT(trail.points().size(), LossTrail::capacity);
        }
        QCOMPARE(trail.stride(), std::size_t{8});
        // Every point is the mean of the 8 steps that end with its own: step - 3.5.
        for (const LossPoint& point : trail.points()) {
            QCOMPARE(point.loss, static_cast<double>(point.step) - 3.5);
        }
        QCOMPARE(trail.points().back().step, steps);
    }

    void aRunFromWeightsTakesTheirSizes() {
        const QString file = test::testData("../../resources/samples/sort.safetensors");
        TransformerConfig sizes = defaultModel(TaskKind::Sort);
        sizes.layers = 7;
        const auto run = startRun({{TaskKind::Sort, true, {}, {}},
                                   sizes,
                                   defaultTraining(TaskKind::Sort),
                                   file.toStdString()})
                             .value();
        QCOMPARE(run.trainer->stepsDone(), std::uint64_t{0});
        QCOMPARE(run.checkpoint->model.config().layers, std::size_t{2});
        QVERIFY(std::ranges::equal(run.checkpoint->model.parameters().all(),
                                   sample(QStringLiteral("sort")).model.parameters().all()));
    }
};

QTEST_APPLESS_MAIN(TestModelProbe)
#include "tst_model_probe.moc"
