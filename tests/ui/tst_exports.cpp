// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/tensor_export.h"
#include "core/files/weight_file.h"
#include "tests/support/full_disk.h"
#include "tests/support/golden.h"
#include "tests/ui/workbench_fixture.h"
#include "ui/actions/actions.h"
#include "ui/job/job_runner.h"
#include "ui/main_window/close_question.h"
#include "ui/main_window/exports.h"
#include "ui/state/runs/run_record.h"
#include "ui/state/training_session.h"
#include "ui/state/workbench.h"
#include "ui/text/numbers.h"

#include <QFileDialog>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QWidget>
#include <QtTest>

#include <limits>
#include <vector>

using namespace zeropoint;
using namespace zeropoint::ui;

namespace {

constexpr int waitMilliseconds = 30'000;
const QString overflowWords = QStringLiteral("beyond the largest level");

struct Desk {
    JobRunner jobs;
    Workbench bench{jobs};
    QWidget window;
    Exports exports{bench, &window};
    QTemporaryDir folder;
    QSignalSpy written{&bench, &Workbench::noticed};
    QSignalSpy failed{&bench, &Workbench::failed};

    QString path(const QString& name) const { return folder.filePath(name); }
    bool wait() { return jobs.waitForIdle(waitMilliseconds); }

    bool draw() {
        SyntheticSpec spec;
        spec.kind = "normal";
        spec.parameters["n"] = 4096;
        bench.setSynthetic(spec);
        return wait() && bench.source() != nullptr;
    }
    bool openRun(const QString& task) {
        bench.training().openCheckpoint(
            test::testData("../../resources/samples/" + task + ".safetensors"));
        return QTest::qWaitFor(
            [&] {
                const RunRecord* run = bench.training().selectedRun();
                return run != nullptr && run->snapshot != nullptr;
            },
            waitMilliseconds);
    }
    Error error() const { return failed.last().at(0).value<Error>(); }
};

void setFormat(Workbench& bench, const char* format) {
    QuantScheme scheme = bench.scheme();
    scheme.format = format;
    bench.setScheme(scheme);
}

}  // namespace

class TestExports : public QObject {
    Q_OBJECT

private slots:
    /// The tensor that is shown, in every kind of file that the dialog offers.
    void theTensorLeaves_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("format");
        QTest::newRow("safetensors") << "t.safetensors"
                                     << "int8";
        QTest::newRow("npz") << "t.npz"
                             << "int4";
        QTest::newRow("npy") << "t.npy"
                             << "int8";
        QTest::newRow("csv") << "t.csv"
                             << "int8";
        QTest::newRow("gguf") << "t.gguf"
                              << "q8_0";
        QTest::newRow("h") << "t.h"
                           << "int8";
    }

    void theTensorLeaves() {
        QFETCH(QString, file);
        QFETCH(QString, format);
        Desk desk;
        QVERIFY(desk.draw());
        setFormat(desk.bench, qPrintable(format));
        QVERIFY(desk.wait());
        desk.exports.exportTensor(desk.path(file));
        QVERIFY(desk.wait());
        QCOMPARE(desk.failed.size(), 0);
        QCOMPARE(desk.written.size(), 1);
        QVERIFY(desk.written[0][0].toString().contains(file));
        if (file.endsWith(".h")) {
            QVERIFY(test::readAll(desk.path(file)).contains("_codes[4096]"));
        } else {
            const auto opened = openWeightFile(desk.path(file).toStdString());
            QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
            QCOMPARE((*opened)->tensors()[0].elements(), std::int64_t{4096});
        }
    }

    /// What the file does not hold of the source is said where its size is: of 64 values one is
    /// NaN, one infinite and one beyond FP16; rows of 8 fill no block of Q8_0.
    void whatTheFileDoesNotHoldIsSaid_data() {
        QTest::addColumn<bool>("model");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("format");
        QTest::addColumn<QStringList>("said");
        const QString nan = QStringLiteral("1 NaN");
        const QString infinite = QStringLiteral("1 infinite");
        QTest::newRow("codes") << false << "t.safetensors"
                               << "int8" << QStringList{nan, infinite};
        QTest::newRow("a cast") << false << "t.npz"
                                << "fp16" << QStringList{nan, infinite, overflowWords};
        QTest::newRow("codes of a model") << true << "m.safetensors"
                                          << "int8" << QStringList{nan, infinite};
        QTest::newRow("a cast of a model") << true << "m.npz"
                                           << "fp16" << QStringList{nan, infinite, overflowWords};
        QTest::newRow("rows that fill no block")
            << true << "m.gguf"
            << "q8_0" << QStringList{"1 weight", "written as F16", "2 value(s) beyond F16"};
    }
    void whatTheFileDoesNotHoldIsSaid() {
        QFETCH(bool, model);
        QFETCH(QString, file);
        QFETCH(QString, format);
        QFETCH(QStringList, said);
        std::vector<float> values(64, 0.5F);
        values[1] = std::numeric_limits<float>::quiet_NaN();
        values[2] = -std::numeric_limits<float>::infinity();
        values[3] = 1e6F;
        const Tensor tensor("w", {8, 8}, values);
        Desk desk;
        const QString source = desk.path("source.npy");
        QVERIFY(exportValues(tensor, "w", source.toStdString()).has_value());
        desk.bench.openFile(source);
        QVERIFY(desk.wait());
        setFormat(desk.bench, qPrintable(format));
        QVERIFY(desk.wait());
        if (model) {
            desk.exports.exportModel(desk.path(file));
        } else {
            desk.exports.exportTensor(desk.path(file));
        }
        QVERIFY(desk.wait());
        QVERIFY2(desk.failed.isEmpty(),
                 desk.failed.isEmpty() ? "" : toString(desk.error()).c_str());
        QCOMPARE(desk.written.size(), 1);
        const QString told = desk.written[0][0].toString();
        for (const QString& part : said) {
            QVERIFY2(told.contains(part), qPrintable(told));
        }
        QCOMPARE(told.count(overflowWords), said.contains(overflowWords) ? 1 : 0);
    }

    /// So does a run that is saved to go on with.
    void aSavedRunIsSaid() {
        Desk desk;
        QVERIFY(desk.openRun("sort"));
        desk.bench.training().saveCheckpoint(desk.path("kept.safetensors"));
        QTRY_COMPARE_WITH_TIMEOUT(desk.written.size(), 1, waitMilliseconds);
        const QString said = desk.written[0][0].toString();
        const qint64 bytes = QFileInfo(desk.path("kept.safetensors")).size();
        QVERIFY2(said.contains("kept.safetensors") && said.contains(formatCount(bytes)),
                 qPrintable(said));
    }

    /// A second export does not take the place of the first, and closing says what waits.
    void twoExportsAreTwoFiles() {
        Desk desk;
        QVERIFY(desk.draw());
        {
            const test::WorkbenchFixture::Gate gate(desk.jobs);
            desk.exports.exportTensor(desk.path("a.npy"));
            desk.exports.exportTensor(desk.path("b.csv"));
            QCOMPARE(desk.exports.waiting(), (QStringList{"a.npy", "b.csv"}));
            const QStringList lost = lostByClosing(desk.bench, desk.exports.waiting());
            QCOMPARE(lost.size(), 1);
            QVERIFY(lost[0].contains("a.npy") && lost[0].contains("b.csv"));
        }
        QVERIFY(desk.wait());
        QCOMPARE(desk.written.size(), 2);
        QVERIFY(QFile::exists(desk.path("a.npy")));
        QVERIFY(QFile::exists(desk.path("b.csv")));
        QVERIFY(desk.exports.waiting().isEmpty());
    }

    /// What cannot be held or written is said by the window, and no file appears.
    void refusalsAreTold_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("named");
        QTest::newRow("int8 in GGUF") << "t.gguf"
                                      << "int8"
                                      << "int8";
        QTest::newRow("blocks in C") << "t.h"
                                     << "q4_0"
                                     << "q4_0";
        QTest::newRow("no such folder") << "none/t.npz"
                                        << "int8"
                                        << "written";
        QTest::newRow("no such ending") << "t.xyz"
                                        << "int8"
                                        << "name";
    }

    void refusalsAreTold() {
        QFETCH(QString, file);
        QFETCH(QString, format);
        QFETCH(QString, named);
        Desk desk;
        QVERIFY(desk.draw());
        setFormat(desk.bench, qPrintable(format));
        QVERIFY(desk.wait());
        desk.exports.exportTensor(desk.path(file));
        QVERIFY(desk.wait());
        QCOMPARE(desk.written.size(), 0);
        QCOMPARE(desk.failed.size(), 1);
        QVERIFY2(QString::fromStdString(desk.error().what).contains(named),
                 desk.error().what.c_str());
        QVERIFY(!QFile::exists(desk.path(file)));
    }

    void aFullDiskLeavesTheOldFile() {
        Desk desk;
        QVERIFY(desk.draw());
        QFile old(desk.path("t.npz"));
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        {
            const test::FullDisk full(1000);
            desk.exports.exportTensor(desk.path("t.npz"));
            QVERIFY(desk.wait());
        }
        QCOMPARE(desk.failed.size(), 1);
        QCOMPARE(test::readAll(desk.path("t.npz")), QByteArray("old"));
    }

    void theRunsModelLeaves_data() {
        QTest::addColumn<QString>("task");
        QTest::addColumn<QString>("file");
        QTest::newRow("onnx of digits") << "digits"
                                        << "m.onnx";
        QTest::newRow("gguf of text") << "text"
                                      << "m.gguf";
    }

    void theRunsModelLeaves() {
        QFETCH(QString, task);
        QFETCH(QString, file);
        Desk desk;
        QVERIFY(!Exports::whyNoRun(desk.bench).isEmpty());
        QVERIFY(desk.openRun(task));
        QCOMPARE(Exports::whyNoRun(desk.bench), QString());
        desk.exports.exportRun(desk.path(file));
        QVERIFY(desk.wait());
        QCOMPARE(desk.failed.size(), 0);
        const auto opened = openWeightFile(desk.path(file).toStdString());
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        QCOMPARE_GT((*opened)->tensors().size(), std::size_t{20});
    }

    /// An opened model leaves under the present settings; a type that GGUF lacks is refused.
    void theOpenModelLeaves() {
        ZEROPOINT_NEED_GOLDEN("llama/stories260k-f32.gguf");
        Desk desk;
        QVERIFY(!Exports::whyNoModel(desk.bench).isEmpty());
        desk.bench.openFile(test::golden("llama/stories260k-f32.gguf"));
        QVERIFY(desk.wait());
        QCOMPARE(Exports::whyNoModel(desk.bench), QString());
        setFormat(desk.bench, "q8_0");
        QVERIFY(desk.wait());
        desk.exports.exportModel(desk.path("m.gguf"));
        QVERIFY(desk.wait());
        QCOMPARE(desk.failed.size(), 0);
        const auto opened = openWeightFile(desk.path("m.gguf").toStdString());
        QVERIFY(opened.has_value());
        QCOMPARE((*opened)->tensors().size(), desk.bench.file()->tensors().size());
        const auto index = (*opened)->find("blk.0.attn_q.weight");
        QVERIFY(index.has_value());
        QCOMPARE((*opened)->tensors()[*index].dtypeText, std::string("Q8_0"));
        setFormat(desk.bench, "nf4");
        QVERIFY(desk.wait());
        desk.exports.exportModel(desk.path("n.gguf"));
        QVERIFY(desk.wait());
        QCOMPARE(desk.failed.size(), 1);
        QVERIFY(!QFile::exists(desk.path("n.gguf")));
    }

    /// Nothing takes the place of the file that is open.
    void theOpenFileStays() {
        ZEROPOINT_NEED_GOLDEN("llama/stories260k-f32.gguf");
        Desk desk;
        const QString path = desk.path("mine.gguf");
        QVERIFY(QFile::copy(test::golden("llama/stories260k-f32.gguf"), path));
        desk.bench.openFile(path);
        QVERIFY(desk.wait());
        setFormat(desk.bench, "q8_0");
        QVERIFY(desk.wait());
        desk.exports.exportModel(path);
        QVERIFY(desk.wait());
        desk.exports.exportTensor(path);
        QVERIFY(desk.wait());
        QCOMPARE(desk.failed.size(), 2);
        QCOMPARE(test::readAll(path), test::readAll(test::golden("llama/stories260k-f32.gguf")));
    }

    /// Adapters stand beside what their run began with, whatever run was looked at before.
    void adaptersNameTheirOwnBase() {
        Desk desk;
        QVERIFY(desk.openRun("sort"));
        TrainingSession& training = desk.bench.training();
        NextRun next = training.next();
        next.task.kind = TaskKind::Sort;
        next.start = StartFrom::Sample;
        next.base = training.selected();  // left over from an earlier choice
        next.method.method = MethodKind::Lora;
        next.training.steps = 2;
        next.training.batch = 4;
        training.setNext(next);
        QTRY_VERIFY_WITH_TIMEOUT(training.draft().ready(), waitMilliseconds);
        training.queueRun();
        QTRY_COMPARE_WITH_TIMEOUT(training.selectedRun()->state, RunState::Finished,
                                  waitMilliseconds);
        QCOMPARE(Exports::whyNoAdapters(desk.bench), QString());
        desk.exports.exportAdapters(desk.path("adapters"));
        QVERIFY(desk.wait());
        QCOMPARE(desk.failed.size(), 0);
        const QByteArray config = test::readAll(desk.path("adapters/adapter_config.json"));
        QVERIFY2(config.contains("sample model"), config.constData());
    }

    void patchesDoNotGoIntoGguf() {
        Desk desk;
        QVERIFY(desk.openRun("digits"));
        desk.exports.exportRun(desk.path("m.gguf"));
        QVERIFY(desk.wait());
        QCOMPARE(desk.failed.size(), 1);
        QVERIFY(!QFile::exists(desk.path("m.gguf")));
    }

    /// The ending follows the kind of file that is chosen in the dialog.
    void theDialogGivesTheEnding() {
        Desk desk;
        QVERIFY(desk.draw());
        desk.exports.chooseForTensor();
        auto* dialog = desk.window.findChild<QFileDialog*>("export_tensor_dialog");
        QVERIFY(dialog != nullptr);
        QCOMPARE(dialog->defaultSuffix(), QString("safetensors"));
        for (const QString& filter : dialog->nameFilters()) {
            dialog->selectNameFilter(filter);
            emit dialog->filterSelected(filter);
            QVERIFY2(filter.contains("*." + dialog->defaultSuffix() + ")"), qPrintable(filter));
        }
        emit dialog->fileSelected(desk.path("d.npz"));
        QVERIFY(desk.wait());
        QVERIFY(QFile::exists(desk.path("d.npz")));
    }

    /// The window's menu offers what can be done now, and says of the rest why not.
    void theMenuFollows() {
        test::WorkbenchFixture f;
        Actions& actions = Actions::of(*f.bench);
        const Action* tensor = actions.find(QStringLiteral("window.export_tensor"));
        const Action* run = actions.find(QStringLiteral("window.export_run"));
        QVERIFY(tensor != nullptr && run != nullptr);
        QVERIFY(!actions.state(*run).missing.isEmpty());
        SyntheticSpec spec;
        f.draw(spec);
        QCOMPARE(actions.state(*tensor).missing, QString());
        actions.menuAction(tensor->name)->trigger();
        auto* dialog = f.find<QFileDialog>("export_tensor_dialog");
        const QTemporaryDir folder;
        emit dialog->fileSelected(folder.filePath("t.npz"));
        QVERIFY(f.jobs.waitForIdle(waitMilliseconds));
        QVERIFY(QFile::exists(folder.filePath("t.npz")));
    }

    void nothingToExport() {
        Desk desk;
        QVERIFY(!Exports::whyNoTensor(desk.bench).isEmpty());
        desk.exports.exportTensor(desk.path("t.npz"));
        desk.exports.exportRun(desk.path("m.onnx"));
        QVERIFY(desk.wait());
        QVERIFY(!QFile::exists(desk.path("t.npz")) && !QFile::exists(desk.path("m.onnx")));
    }
};

QTEST_MAIN(TestExports)
#include "tst_exports.moc"
