// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/golden.h"
#include "tests/ui/workbench_fixture.h"
#include "ui/actions/actions.h"
#include "ui/main_window/coach_panel.h"
#include "ui/main_window/start_again.h"
#include "ui/main_window/status_bar.h"
#include "ui/main_window/zoom.h"
#include "ui/models/tensor_tree_model.h"
#include "ui/state/autosave.h"
#include "ui/state/session.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/views.h"
#include "ui/theme/theme.h"

#include <QDropEvent>
#include <QFrame>
#include <QJsonArray>
#include <QJsonObject>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QRadioButton>
#include <QScreen>
#include <QStandardPaths>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>
#include <QtEndian>
#include <QtTest>

#include <cmath>

using namespace zeropoint;
using namespace zeropoint::ui;
using test::WorkbenchFixture;

namespace {

void writeFile(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// A safetensors file with the given header text and data.
QByteArray safetensors(const QByteArray& header, const QByteArray& data) {
    QByteArray bytes(8, '\0');
    qToLittleEndian<quint64>(static_cast<quint64>(header.size()), bytes.data());
    return bytes + header + data;
}

QByteArray floats(std::initializer_list<float> values) {
    QByteArray bytes;
    for (const float value : values) {
        bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    return bytes;
}

QByteArray twoTensors() {
    return safetensors(R"({"a":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]},)"
                       R"("b":{"dtype":"F32","shape":[3],"data_offsets":[16,28]}})",
                       floats({1, -2, 3, -4, 5, 6, 7}));
}

void drop(QWidget* target, const QString& path) {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent dropped({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &dropped);
}

}  // namespace

class TestMainWindow : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    // An answer that was revealed goes when the figures that it speaks of do.
    void aRevealedAnswerDoesNotOutliveItsFigures() {
        CoachPanel panel;
        CoachText text;
        text.prediction = {QStringLiteral("Which?"),
                           {QStringLiteral("a"), QStringLiteral("b")},
                           0,
                           QStringLiteral("Because of 0.5.")};
        panel.setText(text);
        panel.show();
        auto* answer = panel.findChild<QLabel*>(QStringLiteral("coach_answer"));
        QVERIFY(answer != nullptr);
        panel.findChild<QRadioButton*>(QStringLiteral("coach_option_0"))->click();
        panel.findChild<QPushButton*>(QStringLiteral("coach_reveal"))->click();
        QVERIFY(answer->isVisible());
        panel.setText(text);
        QVERIFY(answer->isVisible());
        text.prediction.explanation = QStringLiteral("Because of 0.75.");
        panel.setText(text);
        QVERIFY(!answer->isVisible());
    }

    void aDroppedFileListsItsTensors() {
        WorkbenchFixture f;
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("two.safetensors"));
        writeFile(path, twoTensors());
        drop(f.window.get(), path);
        QTRY_VERIFY(f.bench->source() != nullptr);
        QCOMPARE(f.bench->source()->title(), QStringLiteral("a"));
        auto* list = f.find<QTreeView>("tensor_tree");
        QCOMPARE(list->model()->rowCount(), 2);
        QVERIFY(list->model()
                    ->index(1, 0)
                    .data(TensorTreeModel::DetailRole)
                    .toString()
                    .contains(QStringLiteral("F32")));
        // Picking the second row shows its values.
        const QRect row = list->visualRect(list->model()->index(1, 0));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::NoModifier, row.center());
        QTRY_COMPARE(f.bench->source()->title(), QStringLiteral("b"));
        QCOMPARE(f.bench->source()->summary.max, 7.0);
        // The file is remembered.
        QCOMPARE(QSettings().value(QStringLiteral("recentFiles")).toStringList(),
                 QStringList{path});
    }

    void badFilesLeaveTheOldTensor_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("name");
        const QByteArray good = twoTensors();
        QTest::newRow("missing") << QByteArray() << "missing";
        QTest::newRow("folder") << QByteArray() << "folder";
        QTest::newRow("empty") << QByteArray("") << "empty.safetensors";
        QTest::newRow("truncated data") << good.left(good.size() - 4) << "short.safetensors";
        QTest::newRow("truncated header") << good.left(20) << "header.safetensors";
        QTest::newRow("lying header length")
            << QByteArray("\xff\xff\xff\xff\xff\xff\xff\x7f{}", 10) << "lie.safetensors";
        QTest::newRow("wrong shape product")
            << safetensors(R"({"a":{"dtype":"F32","shape":[9],"data_offsets":[0,8]}})",
                           floats({1, 2}))
            << "shape.safetensors";
        QTest::newRow("overlapping offsets")
            << safetensors(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},)"
                           R"("b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}})",
                           floats({1, 2, 3}))
            << "overlap.safetensors";
        QTest::newRow("duplicate keys")
            << safetensors(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},)"
                           R"("a":{"dtype":"F32","shape":[1],"data_offsets":[4,8]}})",
                           floats({1, 2}))
            << "twice.safetensors";
        QTest::newRow("unknown dtype")
            << safetensors(R"({"a":{"dtype":"F99","shape":[1],"data_offsets":[0,4]}})", floats({1}))
            << "dtype.safetensors";
        QTest::newRow("not weights") << QByteArray("hello, world\n\x01\x02\x03") << "text.bin";
    }

    void badFilesLeaveTheOldTensor() {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, name);
        WorkbenchFixture f;
        f.draw({"normal", {{"n", 1000}}});
        const SourcePtr before = f.bench->source();
        QTemporaryDir folder;
        const QString path = folder.filePath(name);
        if (name == QLatin1String("folder")) {
            QVERIFY(QDir().mkdir(path));
        } else if (!bytes.isNull()) {
            writeFile(path, bytes);
        }
        f.window->openFile(path);
        auto* banner = f.find<QFrame>("error_banner");
        QTRY_VERIFY(banner->isVisible());
        const QString text = f.find<QLabel>("error_text")->text();
        QVERIFY2(text.contains(name.section(QLatin1Char('.'), 0, 0)), qPrintable(text));
        QCOMPARE(f.bench->source(), before);
        // The program goes on.
        f.draw(SyntheticSpec{"uniform", {{"n", 100}}});
        QCOMPARE(f.bench->source()->tensor.size(), std::size_t{100});
        QVERIFY(!banner->isVisible());
    }

    // News passes when there was time to read it, a problem does not; neither stands on Stop.
    void newsPassesAndAProblemStays() {
        WorkbenchFixture f;
        f.window->showPageById(QStringLiteral("train"));
        auto* banner = f.find<QFrame>("error_banner");
        auto* reading = banner->findChild<QTimer*>();
        for (const QSize& size : {QSize(1440, 900), QSize(1024, 700)}) {
            f.window->resize(size);
            emit f.bench->failed({ErrorCode::NotFound, "It is not there", "file.gguf", "Look"});
            QTRY_VERIFY(banner->isVisible());
            QVERIFY(!reading->isActive());
            const auto* stop = f.find<QWidget>("train_stop");
            const QRect place(stop->mapTo(f.window.get(), QPoint()), stop->size());
            const QRect over(banner->mapTo(f.window.get(), QPoint()), banner->size());
            QVERIFY(!place.intersects(over));
        }
        f.bench->tell(QStringLiteral("a.npy is written: 80 bytes."));
        QVERIFY(banner->isVisible());
        QVERIFY(reading->isActive());
        QCOMPARE_GE(reading->interval(), 4000);
        const int brief = reading->interval();
        f.bench->tell(QString(200, QLatin1Char('x')));
        QCOMPARE_GT(reading->interval(), brief);
        reading->start(0);
        QTRY_VERIFY(!banner->isVisible());
    }

    // The first tensor comes a moment after the window: it takes nothing away that nobody has read.
    void theOfferToRecoverOutlivesTheFirstTensor() {
        QTemporaryDir folder;
        {
            WorkbenchFixture ended;
            ended.draw({"normal", {{"n", 1000}}});
            QVERIFY(ended.bench->settings().set(QStringLiteral("numbers.value"), 0.625));
            writeFile(folder.filePath(QStringLiteral("autosave-1.zpw")),
                      ended.window->session().text());
        }
        WorkbenchFixture f;
        Autosave autosave(*f.bench, f.window->session(), folder.path());
        f.window->offerToRecover(autosave);
        f.draw({"normal", {{"n", 500}}});
        f.draw({"normal", {{"n", 600}}});
        auto* offer = f.find<QToolButton>("raise_limit");
        QVERIFY(f.find<QFrame>("error_banner")->isVisible());
        QVERIFY(offer->isVisible());
        QVERIFY(QFile::exists(autosave.left()));
        QTest::mouseClick(offer, Qt::LeftButton);
        QTRY_COMPARE(f.bench->number().value, 0.625);
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QCOMPARE(f.bench->source()->tensor.size(), std::size_t{1000});
        QVERIFY(autosave.left().isEmpty());
    }

    void whatASessionMissesStaysToBeRead() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("two.safetensors"));
        writeFile(path, twoTensors());
        QByteArray saved;
        {
            WorkbenchFixture f;
            f.window->openFile(path);
            QTRY_VERIFY(f.bench->source() != nullptr);
            saved = f.window->session().text();
        }
        const QByteArray longer =
            safetensors(R"({"a":{"dtype":"F32","shape":[2,4],"data_offsets":[0,32]}})",
                        floats({1, 2, 3, 4, 5, 6, 7, 8}));
        writeFile(path, longer);
        WorkbenchFixture f;
        f.draw({"normal", {{"n", 500}}});
        QVERIFY(f.window->session().open(saved));
        QTRY_COMPARE(f.bench->source()->tensor.size(), std::size_t{8});
        QVERIFY(f.find<QFrame>("error_banner")->isVisible());
        const QString told = f.find<QLabel>("error_text")->text();
        QVERIFY2(told.contains(QStringLiteral("not as it was")), qPrintable(told));
    }

    // A session whose file has moved: no figure of no tensor, but what to do.
    void withoutATensorCalibrateSaysSo() {
        WorkbenchFixture f;
        const QByteArray gone = R"({"zeropoint_session":1,"settings":{"window.page":"calibrate"},)"
                                R"("source":{"file":"/nowhere/x.safetensors","size":12,)"
                                R"("tensor":"a"}})";
        QVERIFY(f.window->session().open(gone));
        QTRY_VERIFY(f.find<QLabel>("calibrate_empty")->isVisible());
        QVERIFY(f.bench->source() == nullptr);
        for (const char* hidden : {"histogram_plot", "example_sample", "error_curve"}) {
            QVERIFY2(!f.find<QWidget>(hidden)->isVisible(), hidden);
        }
        QVERIFY(!f.find<QPushButton>("calibrate_add_to_compare")->isEnabled());
        f.draw({"normal", {{"n", 500}}});
        QVERIFY(!f.find<QLabel>("calibrate_empty")->isVisible());
        QVERIFY(f.find<QWidget>("histogram_plot")->isVisible());
        QVERIFY(f.find<QPushButton>("calibrate_add_to_compare")->isEnabled());
    }

    // What went well does not look like what went wrong.
    void newsIsNoProblem() {
        WorkbenchFixture f;
        const auto* text = f.find<QLabel>("error_text");
        const auto color = [text] { return text->palette().color(QPalette::WindowText); };
        emit f.bench->noticed(QStringLiteral("out.csv is written"));
        QVERIFY(text->isVisible());
        QVERIFY(color() != lightTheme().bad);
        emit f.bench->failed({ErrorCode::WriteFailed, "The file could not be written", "x", {}});
        QCOMPARE(color(), lightTheme().bad);
        emit f.bench->noticed(QStringLiteral("out.csv is written"));
        QVERIFY(color() != lightTheme().bad);
    }

    void statusTextsAreWholeOrNotThere() {
        WorkbenchFixture f;
        auto* bar = f.window->findChild<StatusBar*>();
        bar->setTexts({"step 297 of 800", "2175 examples/s", "all processors", "seed 1"});
        auto* texts = f.find<QLabel>("status_texts");
        QVERIFY(texts->text().endsWith("seed 1"));
        const int all = texts->fontMetrics().horizontalAdvance(texts->text());
        bar->setMinimumWidth(0);
        bar->resize(bar->width() - texts->width() + all - 10, bar->height());
        QTRY_VERIFY(!texts->text().contains("seed"));
        QVERIFY(texts->text().endsWith("all processors"));
    }

    void zeroSizeTensorsAndScalarsOpen() {
        WorkbenchFixture f;
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("odd.safetensors"));
        writeFile(path, safetensors(R"({"none":{"dtype":"F32","shape":[0,4],"data_offsets":[0,0]},)"
                                    R"("one":{"dtype":"F32","shape":[],"data_offsets":[0,4]}})",
                                    floats({2.5F})));
        f.window->openFile(path);
        // The scalar is shown at once; the tensor without values says so and leaves it.
        QTRY_VERIFY(f.bench->source() != nullptr);
        QCOMPARE(f.bench->source()->summary.max, 2.5);
        f.bench->selectTensor(0);
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QVERIFY(f.find<QFrame>("error_banner")->isVisible());
        QVERIFY(f.find<QLabel>("error_text")->text().contains(QStringLiteral("none")));
        QCOMPARE(f.bench->source()->summary.max, 2.5);
    }

    void nanAndInfinityAreCountedAndLeftOut() {
        WorkbenchFixture f;
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("nan.safetensors"));
        writeFile(path, safetensors(R"({"a":{"dtype":"F32","shape":[2,2],"data_offsets":[0,16]}})",
                                    floats({NAN, INFINITY, -1, 3})));
        f.window->openFile(path);
        QTRY_VERIFY(f.bench->source() != nullptr);
        QCOMPARE(f.bench->source()->summary.nan, std::size_t{1});
        QCOMPARE(f.bench->source()->summary.infinite, std::size_t{1});
        QCOMPARE(f.bench->source()->summary.max, 3.0);
        QVERIFY(std::isfinite(f.bench->live().params.scale));
        f.rest();
        QVERIFY(f.find<QLabel>("metric_origin")->text().contains(QStringLiteral("all 2 value")));
    }

    void realWeightsOpen() {
        ZEROPOINT_NEED_GOLDEN("weights/silero_vad_16k.safetensors");
        WorkbenchFixture f;
        drop(f.window.get(), test::golden(QStringLiteral("weights/silero_vad_16k.safetensors")));
        QTRY_VERIFY_WITH_TIMEOUT(f.bench->source() != nullptr, WorkbenchFixture::waitMilliseconds);
        const QJsonArray expected =
            QJsonDocument::fromJson(test::readAll(test::golden(
                                        QStringLiteral("weights/silero_vad_16k.safetensors.json"))))
                .object()
                .value(QStringLiteral("tensors"))
                .toArray();
        QVERIFY(!expected.isEmpty());
        QCOMPARE(f.find<QLabel>("tensor_count")->text(), QString::number(expected.size()));
        f.rest();
        QCOMPARE_GT(f.bench->exact()->report.sqnrDb, 10.0);
    }

    void keysChoosePagesThemeAndCoach() {
        WorkbenchFixture f;
        f.draw({"normal", {{"n", 1000}}});
        QTest::keyClick(f.window.get(), Qt::Key_1, Qt::ControlModifier);
        QVERIFY(f.find<QWidget>("page_numbers")->isVisible());
        QTest::keyClick(f.window.get(), Qt::Key_2, Qt::ControlModifier);
        QVERIFY(f.find<QWidget>("page_calibrate")->isVisible());
        QTest::keyClick(f.window.get(), Qt::Key_L, Qt::ControlModifier);
        QCOMPARE(&themeOf(f.window.get()), &darkTheme());
        const bool open = f.find<QWidget>("coach")->isVisible();
        QTest::keyClick(f.window.get(), Qt::Key_F9);
        QCOMPARE(f.find<QWidget>("coach")->isVisible(), !open);
    }

    void theNextStartIsAsTheLastOneEnded() {
        WorkbenchFixture f;
        f.window->resize(800, 600);
        f.window->showPageById(QStringLiteral("numbers"));
        f.window->setCoachOpen(true);
        f.window->rememberThisTime();
        Workbench bench(f.jobs);
        MainWindow next(bench);
        next.restoreLastTime();
        QCOMPARE(next.size(), QSize(800, 600));
        QCOMPARE(bench.views().window->page, QStringLiteral("numbers"));
        QVERIFY(next.coachOpen());
        // A window that has no room on the screen of the next start is made smaller.
        f.window->resize(3000, 2000);
        f.window->rememberThisTime();
        next.restoreLastTime();
        const QSize room = next.screen()->availableSize();
        QCOMPARE_LE(next.width(), room.width());
        QCOMPARE_LE(next.height(), room.height());
    }

    void theSizeIsChosenAndKept() {
        WorkbenchFixture f;
        const auto size = [&] {
            return f.bench->settings().value(QStringLiteral("window.zoom")).toString();
        };
        QCOMPARE(size(), QStringLiteral("100"));
        QVERIFY(!f.window->actions().run(QStringLiteral("window.smaller")));
        QVERIFY(QTest::qWaitForWindowActive(f.window.get()));
        QTest::keyClick(f.window.get(), Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(size(), QStringLiteral("125"));
        QCOMPARE(storedZoom(), 1);
        QVERIFY(f.window->session().text().contains("\"window.zoom\": \"125\""));
        // It is said, and the program can be started again at once.
        auto* offer = f.find<QAbstractButton>("raise_limit");
        QTRY_VERIFY(offer->isVisible());
        QVERIFY(f.window->actions().run(QStringLiteral("window.larger")));
        QVERIFY(f.window->actions().run(QStringLiteral("window.larger")));
        QCOMPARE(size(), QStringLiteral("200"));
        QVERIFY(!f.window->actions().run(QStringLiteral("window.larger")));
        QTest::mouseClick(offer, Qt::LeftButton);
        QTRY_VERIFY(!f.window->isVisible());
        QVERIFY(f.window->startsAgain());
        QCOMPARE(test::readAll(StartAgain::file()), f.window->session().text());
        QVERIFY(QFile::remove(StartAgain::file()));
    }

    // Nothing is closed that would not be there again.
    void whatCannotBeKeptForTheNextStartStays() {
        WorkbenchFixture f;
        const QString file = StartAgain::file();
        QVERIFY(QDir().mkpath(file));  // a folder stands where it is to be written
        const auto tidy = qScopeGuard([&] { QDir().rmdir(file); });
        QVERIFY(f.window->actions().run(QStringLiteral("window.larger")));
        auto* offer = f.find<QAbstractButton>("raise_limit");
        QTRY_VERIFY(offer->isVisible());
        QTest::mouseClick(offer, Qt::LeftButton);
        QVERIFY(f.window->isVisible());
        QVERIFY(!f.window->startsAgain());
        QVERIFY(f.find<QLabel>("error_text")->text().contains(QStringLiteral("again.zpw")));
        // What it offered is still offered, for when nothing is in the way any more.
        QVERIFY(offer->isVisible());
        QVERIFY(QDir().rmdir(file));
        QTest::mouseClick(offer, Qt::LeftButton);
        QTRY_VERIFY(!f.window->isVisible());
        QVERIFY(f.window->startsAgain());
        QVERIFY(QFile::remove(file));
    }

    // Who only measures a start draws it at 100 %, whatever was chosen.
    void aChosenSizeOutlivesAStartWithoutIt() {
        WorkbenchFixture f;
        storeZoom(2);
        f.bench->views().window.set(&WindowView::coach, true);
        f.window->showPage(0);
        QCOMPARE(storedZoom(), 2);
    }

    void aStartIsScaledOnce() {
        const char* name = "QT_SCALE_FACTOR";
        const QByteArray before = qgetenv(name);
        qunsetenv(name);
        {
            const ZoomedStart zoomed(3);
            QCOMPARE(qgetenv(name).toDouble(), 2.0);
        }
        QVERIFY(!qEnvironmentVariableIsSet(name));
        qputenv(name, "1.5");
        {
            const ZoomedStart zoomed(3);
            QCOMPARE(qgetenv(name).toDouble(), 3.0);
        }
        QCOMPARE(qgetenv(name), QByteArray("1.5"));
        before.isNull() ? qunsetenv(name) : qputenv(name, before);
    }

    void everyControlHasANameForScreenReaders() {
        WorkbenchFixture f;
        f.draw({"normal", {{"n", 1000}}});
        for (int page = 0; page < static_cast<int>(f.window->pages().size()); ++page) {
            f.window->showPage(page);
            for (const QWidget* widget : f.window->findChildren<QWidget*>()) {
                // The text field inside a spin box speaks with the spin box's name.
                if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) ||
                    widget->objectName() == QLatin1String("qt_spinbox_lineedit")) {
                    continue;
                }
                const auto* button = qobject_cast<const QAbstractButton*>(widget);
                const bool named = !widget->accessibleName().isEmpty() ||
                                   (button != nullptr && !button->text().isEmpty());
                QVERIFY2(named,
                         qPrintable(QStringLiteral("%1 '%2' in '%3'")
                                        .arg(QLatin1String(widget->metaObject()->className()),
                                             widget->objectName(),
                                             widget->parentWidget()->objectName())));
            }
        }
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
