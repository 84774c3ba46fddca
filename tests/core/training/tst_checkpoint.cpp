// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/text.h"
#include "core/training/checkpoint.h"
#include "tests/support/outcome.h"
#include "tests/support/safetensors_reader.h"
#include "tests/support/tiny_model.h"

#include <QTemporaryDir>
#include <QtTest>

#include <sys/resource.h>

#include <algorithm>
#include <csignal>

using namespace zeropoint;

namespace {

TrainingConfig shortRun() {
    TrainingConfig config;
    config.steps = 24;
    config.batch = 8;
    config.warmup = 4;
    config.evaluateEvery = 6;
    return config;
}

TaskSpec sortTask() {
    TaskSpec task;
    task.kind = TaskKind::Sort;
    return task;
}

/// For as long as it lives no file may grow beyond `bytes`, as on a disk that is full.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes) {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before{};
};

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
        QTest::newRow("between evaluations") << 10 << false;
        QTest::newRow("at an evaluation") << 12 << false;
        QTest::newRow("before the first") << 3 << false;
        QTest::newRow("SGD") << 10 << true;
    }
    void resumeGoesOnBitForBit() {
        QFETCH(int, stopAt);
        QFETCH(bool, sgd);
        const Sorting sorting;
        TrainingConfig config = shortRun();
        config.optimizer.kind = sgd ? OptimizerKind::Sgd : OptimizerKind::AdamW;
        std::vector<double> straightLosses;
        std::vector<double> losses;
        const auto note = [](std::vector<double>& to) {
            TrainingCallbacks callbacks;
            callbacks.evaluation = [&to](const EvaluationReport& report) {
                to.push_back(report.testLoss);
                to.push_back(report.trainLoss);
            };
            return callbacks;
        };
        Transformer<float> whole = test::tinyModel(sorting, 3, 0.1);
        Trainer straight = Trainer::create(whole, sorting, config).value();
        QVERIFY(straight.run({}, note(straightLosses)));

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
        QVERIFY(resumed.run({}, note(losses)));
        QVERIFY(std::ranges::equal(loaded.model.parameters().all(), whole.parameters().all()));
        QVERIFY(losses == straightLosses);
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
