// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/atomic_file.h"
#include "tests/support/golden.h"
#include "tests/ui/workbench_fixture.h"
#include "ui/actions/actions.h"
#include "ui/state/open_files.h"
#include "ui/state/runs/run_record.h"
#include "ui/state/trade_off.h"
#include "ui/state/training_session.h"
#include "ui/state/views.h"
#include "ui/text/messages.h"

#include <QDialogButtonBox>
#include <QDirIterator>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace zeropoint;
using namespace zeropoint::ui;
using test::WorkbenchFixture;

namespace {

constexpr int wait = 20'000;

/// A window that shows a file of its own folder.
struct Opened : WorkbenchFixture {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("weights.csv"));
    const QByteArray bytes = "0.5,1.5,-0.25,3\n-2,3,0.125,1\n";

    Opened() {
        write(path);
        bench->openFile(path);
        QVERIFY(jobs.waitForIdle(wait));
        QVERIFY(bench->file() != nullptr);
        rest();
        bench->tradeOff().openFolder(folder.filePath(QStringLiteral("runs")));
    }

    void write(const QString& file) const {
        QFile made(file);
        QVERIFY(made.open(QIODevice::WriteOnly));
        made.write(bytes);
    }

    /// A full training, which goes on from a file.
    void openRun() {
        TrainingSession& training = bench->training();
        training.openCheckpoint(test::testData("../../resources/samples/sort.safetensors"));
        QTRY_VERIFY_WITH_TIMEOUT(
            training.selectedRun() != nullptr && training.selectedRun()->snapshot != nullptr, wait);
    }

    /// A model that was quantized here, which is written as codes and as a graph.
    void quantize() {
        TrainingSession& training = bench->training();
        NextRun next = training.next();
        next.task.kind = TaskKind::Sort;
        next.start = StartFrom::Sample;
        next.method.method = MethodKind::Ptq;
        training.setNext(next);
        QTRY_VERIFY_WITH_TIMEOUT(training.draft().ready(), wait);
        training.queueRun();
        QTRY_COMPARE_WITH_TIMEOUT(training.selectedRun()->state, RunState::Finished, wait);
        QTRY_VERIFY_WITH_TIMEOUT(training.running() == RunId::None, wait);
    }

    QFileDialog* ask(const QString& action, const char* dialog) {
        const Actions& actions = Actions::of(*bench);
        const Action* found = actions.find(action);
        const auto missing = [&] { return actions.state(*found).missing; };
        if (!QTest::qWaitFor([&] { return found != nullptr && missing().isEmpty(); }, wait)) {
            qWarning("%s: %s", qPrintable(action),
                     found == nullptr ? "none" : qPrintable(missing()));
            return nullptr;
        }
        window->actions().run(action);
        jobs.waitForIdle(wait);  // the table of the histogram is counted first
        if (auto* table = window->findChild<QDialog*>(QStringLiteral("table_dialog"))) {
            table->findChild<QPushButton*>(QStringLiteral("table_save"))->click();
        }
        return window->findChild<QFileDialog*>(QLatin1String(dialog));
    }
};

void save(QFileDialog* dialog, const QString& file) {
    dialog->selectFile(file);
    auto* button = dialog->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save);
    QTRY_VERIFY(button->isEnabled());
    QTest::mouseClick(button, Qt::LeftButton);
}

bool wasWritten(const QTemporaryDir& folder, const QString& name) {
    return !QDir(folder.path()).entryList({name + QStringLiteral("*")}, QDir::Files).isEmpty();
}

}  // namespace

/// Nothing that is saved takes the place of a file that something shown is read from.
class TestSaveOver : public QObject {
    Q_OBJECT

private slots:
    void theOpenFileIsNotReplaced_data() {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("action");
        QTest::addColumn<QByteArray>("dialog");
        const auto row = [](const char* action, const char* page, const char* dialog) {
            QTest::newRow(action) << QString::fromLatin1(page) << QString::fromLatin1(action)
                                  << QByteArray(dialog);
        };
        row("window.export_tensor", "calibrate", "export_tensor_dialog");
        row("window.export_model", "calibrate", "export_model_dialog");
        row("window.save_session", "calibrate", "session_dialog");
        row("calibrate.table", "calibrate", "figure_dialog");
        row("calibrate.curve_table", "calibrate", "figure_dialog");
        row("compare.report", "compare", "compare_report_dialog");
        row("window.export_run", "train", "export_run_dialog");
        row("train.save", "train", "checkpoint_save_dialog");
        row("train.save_quantized", "train", "quantized_save_dialog");
        row("tradeoff.csv", "tradeoff", "csv_dialog");
        row("tradeoff.figure", "tradeoff", "figure_dialog");
        row("memory.export_table", "memory", "memory_table_dialog");
        row("memory.export_figure", "memory", "memory_figure_dialog");
        row("learn.print_lesson", "learn", "handout_dialog");
    }

    void theOpenFileIsNotReplaced() {
        QFETCH(QString, page);
        QFETCH(QString, action);
        QFETCH(QByteArray, dialog);
        Opened f;
        if (action == QLatin1String("train.save")) {
            f.openRun();
        } else if (page == QLatin1String("train")) {
            f.quantize();
        }
        f.window->showPageById(page);
        if (page == QLatin1String("tradeoff")) {
            TradeOff& tradeOff = f.bench->tradeOff();
            QTRY_VERIFY_WITH_TIMEOUT(!tradeOff.experiments().isEmpty(), wait);
            tradeOff.setExperiment(tradeOff.experiments().constFirst());
        }
        if (page == QLatin1String("compare")) {
            const QString second = f.folder.filePath(QStringLiteral("second.csv"));
            f.write(second);
            f.bench->views().compare.set(&ComparisonView::segment, 1);
            f.bench->views().compare.set(&ComparisonView::fileA, f.path);
            f.bench->views().compare.set(&ComparisonView::fileB, second);
        }
        QVERIFY(f.jobs.waitForIdle(wait));
        QFileDialog* where = f.ask(action, dialog.constData());
        QVERIFY(where != nullptr);
        save(where, f.path);
        QTRY_VERIFY(where->findChild<QMessageBox*>(QStringLiteral("save_refused")) != nullptr);
        auto* why = where->findChild<QMessageBox*>(QStringLiteral("save_refused"));
        QVERIFY2(why->text().contains(QStringLiteral("weights.csv")), qPrintable(why->text()));
        QVERIFY(why->text().contains(QStringLiteral("another name")));
        QTest::mouseClick(why->button(QMessageBox::Ok), Qt::LeftButton);
        QVERIFY(where->isVisible());
        QCOMPARE(test::readAll(f.path), f.bytes);
        // Another name is taken, in the same dialog.
        QTRY_VERIFY(where->findChild<QMessageBox*>(QStringLiteral("save_refused")) == nullptr);
        const QSignalSpy told(f.bench.get(), &Workbench::noticed);
        // Of these weights no GGUF file is made, which is the first kind of a model.
        const QString other =
            QStringLiteral("other") +
            (action.endsWith(QStringLiteral("model")) ? QStringLiteral(".npz") : QString());
        save(where, f.folder.filePath(other));
        QTRY_VERIFY_WITH_TIMEOUT(wasWritten(f.folder, QStringLiteral("other")), wait);
        // It is said: in the window, or in the dialog of a table.
        const auto* table = f.window->findChild<QLabel*>(QStringLiteral("table_outcome"));
        if (table == nullptr) {
            QTRY_VERIFY_WITH_TIMEOUT(!told.isEmpty(), wait);
        }
        const QString said = table != nullptr ? table->text() : told.last().at(0).toString();
        QVERIFY2(said.contains(QStringLiteral("other")), qPrintable(said));
        QCOMPARE(test::readAll(f.path), f.bytes);
    }

    /// By whatever name: a link, a file of a comparison, a text that a run learns.
    void whatIsReadIsKnown() {
        Opened f;
        const OpenFiles* open = OpenFiles::of(f.window->currentPage());
        QVERIFY(open != nullptr);
        const auto path = [&f](const char* name) {
            return f.folder.filePath(QString::fromLatin1(name));
        };
        QVERIFY(QFile::link(f.path, path("link.csv")));
        QVERIFY(!open->mayReplace(path("link.csv")));
        f.write(path("a.csv"));
        f.write(path("b.csv"));
        f.write(path("text.txt"));
        QVERIFY(open->mayReplace(path("a.csv")).has_value());
        f.bench->views().compare.set(&ComparisonView::fileA, path("a.csv"));
        f.bench->views().compare.set(&ComparisonView::fileB, path("b.csv"));
        QVERIFY(!open->mayReplace(path("a.csv")));
        QVERIFY(!open->mayReplace(path("b.csv")));
        QVERIFY(open->mayReplace(path("text.txt")).has_value());
        NextRun next = f.bench->training().next();
        next.task.kind = TaskKind::Text;
        next.task.textFile = path("text.txt").toStdString();
        f.bench->training().setNext(next);
        QVERIFY(!open->mayReplace(path("text.txt")));
    }

    /// The core's sentence says it all, and nothing before it says it once more.
    void whatWentWrongIsSaidOnce() {
        const auto written = replaceFile("/nowhere/at/all.csv", std::string());
        QVERIFY(!written);
        const QString text = errorText(written.error());
        QVERIFY2(text.startsWith(QStringLiteral("The file could not be written")),
                 qPrintable(text));
        QCOMPARE(text.count(QStringLiteral("write")) + text.count(QStringLiteral("written")), 1);
        for (int code = static_cast<int>(ErrorCode::InvalidArgument);
             code <= static_cast<int>(ErrorCode::Internal); ++code) {
            const Error error{static_cast<ErrorCode>(code), "It is so", "here", "Do this"};
            QCOMPARE(errorText(error), QString::fromStdString(toString(error)));
        }
    }

    /// Whoever asks where to save does it by the one dialog that knows; a folder is never replaced.
    void everySaveAsksTheSameWay() {
        QStringList own;
        QDirIterator sources(test::testData("../../ui"), {QStringLiteral("*.cpp")}, QDir::Files,
                             QDirIterator::Subdirectories);
        while (sources.hasNext()) {
            const QByteArray text = test::readAll(sources.next());
            if (text.contains("AcceptSave") || text.contains("getSaveFileName")) {
                own << sources.fileName();
            }
        }
        own.sort();
        QCOMPARE(own,
                 (QStringList{QStringLiteral("exports.cpp"), QStringLiteral("save_dialog.cpp")}));
    }
};

QTEST_MAIN(TestSaveOver)
#include "tst_save_over.moc"
