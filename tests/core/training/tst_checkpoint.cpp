// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/text.h"
#include "core/training/checkpoint.h"
#include "core/training/training_run.h"
#include "tests/support/full_disk.h"
#include "tests/support/outcome.h"
#include "tests/support/safetensors_reader.h"
#include "tests/support/tiny_model.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace zeropoint;
using zeropoint::test::FullDisk;

namespace {

TrainingConfig shortRun() {
    TrainingConfig config;
    config.steps = 24;
    config.batch = 8;
    config.warmup = 4;
    config.evaluateEvery = 6;
    return config;
}

/// Sorting with held-out parts that take no time.
class BriefSorting : public Sorting {
public:
    std::size_t heldOutSequences(HeldOut) const override { return 100; }
};

TaskSpec sortTask() {
    TaskSpec task;
    task.kind = TaskKind::Sort;
    return task;
}

}  // namespace

class TestCheckpoint : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    std::filesystem::path path(const char* name) const {
        return m_folder.filePath(name).toStdString();
    }
    static QByteArray bytes(const std::filesystem::path& file) {
        return test::readAll(QString::fromStdString(file.string()));
    }
    void write(const std::filesystem::path& file, const QByteArray& content) const {
        QFile out(QString::fromStdString(file.string()));
        QVERIFY(out.open(QIODevice::WriteOnly));
        QCOMPARE(out.write(content), content.size());
    }

private slots:
    void resumeGoesOnBitForBit_data() {
        QTest::addColumn<int>("stopAt");
        QTest::addColumn<bool>("sgd");
        QTest::addColumn<int>("patience");
        QTest::newRow("between evaluations") << 10 << false << 0;
        QTest::newRow("at an evaluation") << 12 << false << 0;
        QTest::newRow("before the first") << 3 << false << 0;
        QTest::newRow("SGD") << 10 << true << 0;
        // The rate does harm: what the run goes back to was found before it was stopped.
        QTest::newRow("patience, past the best") << 15 << false << 3;
        QTest::newRow("patience, at an evaluation") << 12 << false << 3;
        QTest::newRow("patience, before the first") << 3 << false << 3;
    }
    void resumeGoesOnBitForBit() {
        QFETCH(int, stopAt);
        QFETCH(bool, sgd);
        QFETCH(int, patience);
        const BriefSorting sorting;
        TrainingConfig config = shortRun();
        if (patience > 0) {
            config.patience = static_cast<std::size_t>(patience);
            config.steps = 200;
            config.learningRate = 2;
            config.warmup = 40;
            config.optimizer.weightDecay = 0;
        }
        config.optimizer.kind = sgd ? OptimizerKind::Sgd : OptimizerKind::AdamW;
        std::vector<double> straightLosses;
        std::vector<double> losses;
        const auto note = [](std::vector<double>& to) {
            TrainingCallbacks callbacks;
            callbacks.evaluation = [&to](const EvaluationReport& report) {
                to.push_back(report.testLoss);
                to.push_back(report.trainLoss);
                to.push_back(report.validationLoss);
            };
            return callbacks;
        };
        Transformer<float> whole = test::tinyModel(sorting, 3, 0.1);
        Trainer straight = Trainer::create(whole, sorting, config).value();
        const TrainingResult end = straight.run({}, note(straightLosses)).value();
        QCOMPARE(end.reason == StopReason::NoProgress, patience > 0);

        Transformer<float> model = test::tinyModel(sorting, 3, 0.1);
        Trainer trainer = Trainer::create(model, sorting, config).value();
        std::stop_source source;
        TrainingCallbacks callbacks = note(losses);
        callbacks.step = [&](const StepReport& report) {
            if (report.step == std::uint64_t(stopAt)) {
                source.request_stop();
            }
        };
        QVERIFY(!trainer.run({nullptr, {}, source.get_token()}, callbacks));
        QVERIFY(saveTrainer(path("run.st"), trainer, sortTask()));
        Checkpoint loaded = loadCheckpoint(path("run.st")).value();
        QVERIFY(loaded.resumable());
        QVERIFY(loaded.info.training == config);
        Trainer resumed = resumeTrainer(loaded, sorting, loaded.info.training).value();
        QCOMPARE(resumed.stepsDone(), std::uint64_t(stopAt));
        const TrainingResult again = resumed.run({}, note(losses)).value();
        QVERIFY(again.reason == end.reason);
        QCOMPARE(again.last.step, end.last.step);
        QCOMPARE(again.last.testLoss, end.last.testLoss);
        QCOMPARE(again.last.validationAccuracy, end.last.validationAccuracy);
        QVERIFY(std::ranges::equal(loaded.model.parameters().all(), whole.parameters().all()));
        QVERIFY(losses == straightLosses);
    }

    // More steps than were done, or none; and what has ended says again what it had found.
    void stepsThatAreDoneAreRefused() {
        const Sorting sorting;
        Transformer<float> model = test::tinyModel(sorting);
        Trainer trainer = Trainer::create(model, sorting, shortRun()).value();
        const TrainingResult result = trainer.run().value();
        QVERIFY(saveTrainer(path("done.st"), trainer, sortTask()));
        COMPARE_ERROR(resumeRun(path("done.st"), 24), ErrorCode::InvalidArgument);
        COMPARE_ERROR(resumeRun(path("done.st"), 5), ErrorCode::InvalidArgument);
        QVERIFY(resumeRun(path("done.st"), 25));
        TrainingRun again = resumeRun(path("done.st")).value();
        const TrainingResult same = again.trainer->run().value();
        QCOMPARE(same.last.step, std::uint64_t{24});
        QCOMPARE(same.last.testLoss, result.last.testLoss);
    }

    // A path is bytes, and JSON is UTF-8.
    void pathsThatAreNotUtf8AreSaved() {
        TaskSpec task = sortTask();
        task.textFile = "caf\xE9.txt";
        const Sorting sorting;
        QVERIFY(
            saveCheckpoint(path("odd.st"), test::tinyModel(sorting), {task, shortRun(), {}, {}}));
        QVERIFY(loadCheckpoint(path("odd.st")));
    }

    void anyReaderOfSafetensorsReadsIt() {
        const Sorting sorting;
        const Transformer<float> model = test::tinyModel(sorting);
        QVERIFY(saveCheckpoint(path("weights.st"), model, {sortTask(), shortRun(), {}, {}}));
        const auto read = test::readOracle(QString::fromStdString(path("weights.st").string()));
        const Parameters<float>& parameters = model.parameters();
        QCOMPARE(read.size(), parameters.entries().size());
        for (std::size_t i = 0; i < parameters.entries().size(); ++i) {
            const auto& tensor = read.at(parameters.entries()[i].name);
            QCOMPARE(tensor.shape, parameters.entries()[i].shape);
            QVERIFY(std::ranges::equal(tensor.values, parameters.values(i)));
        }
    }

    void weightsAlone() {
        const Sorting sorting;
        const Transformer<float> model = test::tinyModel(sorting);
        CheckpointInfo info{sortTask(), shortRun(), {}, {}};
        info.task.custom = true;
        info.result.accuracy = 0.1 + 0.2;
        QVERIFY(saveCheckpoint(path("weights.st"), model, info));
        Checkpoint loaded = loadCheckpoint(path("weights.st")).value();
        QVERIFY(std::ranges::equal(loaded.model.parameters().all(), model.parameters().all()));
        QVERIFY(loaded.info.task.kind == TaskKind::Sort && loaded.info.task.custom);
        QCOMPARE(loaded.info.result.accuracy, 0.1 + 0.2);
        QVERIFY(!loaded.resumable());
        COMPARE_ERROR(resumeTrainer(loaded, sorting, shortRun()), ErrorCode::InvalidArgument);
    }

    void anAlphabetIsKept() {
        const std::string source = "Übung macht den Meister. ";
        std::string text;
        for (int i = 0; i < 40; ++i) {
            text += source;
        }
        const auto data = makeText(text, "test", 16).value();
        TaskSpec task;
        task.kind = TaskKind::Text;
        task.textFile = "somewhere/übung.txt";
        task.alphabet = data->alphabet();
        QVERIFY(
            saveCheckpoint(path("text.st"), test::tinyModel(*data), {task, shortRun(), {}, {}}));
        const Checkpoint loaded = loadCheckpoint(path("text.st")).value();
        QCOMPARE(loaded.info.task.alphabet->encode(text), data->alphabet().encode(text));
        QVERIFY(loaded.info.task.textFile == task.textFile);
        QVERIFY(data->fits(loaded.model.config()));
    }

    void brokenFiles_data() {
        QTest::addColumn<int>("kind");
        QTest::newRow("missing") << 0;
        QTest::newRow("empty") << 1;
        QTest::newRow("cut short") << 2;
        QTest::newRow("of somebody else") << 3;
        QTest::newRow("another configuration") << 4;
        QTest::newRow("impossible configuration") << 5;
        QTest::newRow("unknown task") << 6;
    }
    void brokenFiles() {
        QFETCH(int, kind);
        const Sorting sorting;
        const auto file = path("broken.st");
        QVERIFY(saveCheckpoint(file, test::tinyModel(sorting), {sortTask(), shortRun(), {}, {}}));
        QByteArray content = bytes(file);
        const auto replace = [&content](const QByteArray& from, const QByteArray& to) {
            QCOMPARE(from.size(), to.size());
            QVERIFY(content.contains(from));
            content.replace(from, to);
        };
        std::filesystem::remove(file);
        switch (kind) {
            case 1:
                content.clear();
                break;
            case 2:
                content.chop(100);
                break;
            case 3:
                replace("zeropoint.model", "zeropaint.model");
                break;
            case 4:
                replace("\\\"width\\\":16", "\\\"width\\\":18");
                break;
            case 5:
                replace("\\\"layers\\\":1", "\\\"layers\\\":0");
                break;
            case 6:
                replace("\\\"sort\\\"", "\\\"sart\\\"");
                break;
            default:
                break;
        }
        if (kind != 0) {
            write(file, content);
        }
        const auto loaded = loadCheckpoint(file);
        COMPARE_ERROR(loaded, (kind == 0   ? ErrorCode::NotFound
                               : kind == 5 ? ErrorCode::InvalidArgument
                                           : ErrorCode::Malformed));
    }

    void aFailedSaveLeavesTheOldFile() {
        const Sorting sorting;
        const auto file = path("kept.st");
        const CheckpointInfo info{sortTask(), shortRun(), {}, {}};
        QVERIFY(saveCheckpoint(file, test::tinyModel(sorting, 1), info));
        const QByteArray before = bytes(file);
        {
            const FullDisk disk(4096);
            const auto saved = saveCheckpoint(file, test::tinyModel(sorting, 2), info);
            COMPARE_ERROR(saved, ErrorCode::WriteFailed);
        }
        QCOMPARE(bytes(file), before);
        const auto nowhere = saveCheckpoint(path("no/folder.st"), test::tinyModel(sorting), info);
        COMPARE_ERROR(nowhere, ErrorCode::WriteFailed);
        // Nothing half written is left behind.
        for (const auto& entry :
             std::filesystem::directory_iterator(m_folder.path().toStdString())) {
            QVERIFY(entry.path().string().find(".part") == std::string::npos);
        }
    }

    void anotherOptimizerIsRefused() {
        const Sorting sorting;
        Transformer<float> model = test::tinyModel(sorting);
        Trainer trainer = Trainer::create(model, sorting, shortRun()).value();
        QVERIFY(trainer.step());
        QVERIFY(saveTrainer(path("run.st"), trainer, sortTask()));
        Checkpoint loaded = loadCheckpoint(path("run.st")).value();
        TrainingConfig other = shortRun();
        other.optimizer.kind = OptimizerKind::Sgd;
        COMPARE_ERROR(resumeTrainer(loaded, sorting, other), ErrorCode::InvalidArgument);
    }
};

QTEST_APPLESS_MAIN(TestCheckpoint)
#include "tst_checkpoint.moc"
