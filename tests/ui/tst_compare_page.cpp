// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/comparison/setting_difference.h"
#include "core/quantization/quantize.h"
#include "tests/support/temporary_file.h"
#include "tests/ui/compare_fixture.h"
#include "tests/ui/workbench_fixture.h"
#include "ui/controls/notice.h"
#include "ui/controls/segment.h"
#include "ui/controls/table_dialog.h"
#include "ui/pages/compare/column_card.h"
#include "ui/pages/compare/compare_page.h"
#include "ui/pages/compare/compare_words.h"
#include "ui/plots/heat_plot.h"
#include "ui/state/caption.h"
#include "ui/state/compare_state.h"
#include "ui/state/session.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/views.h"
#include "ui/text/numbers.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTemporaryDir>
#include <QToolButton>
#include <QUndoStack>
#include <QtTest>
#include <qcustomplot.h>

#include <cmath>

using namespace zeropoint;
using namespace zeropoint::ui;
using test::rowOfNan;
using test::WorkbenchFixture;

namespace {

struct Compare : test::CompareFixture {
    ColumnCard* card(int column) {
        return find<ColumnCard>(qPrintable(QStringLiteral("compare_column_%1").arg(column)));
    }
    void preset(const char* id) {
        auto* menu = find<QToolButton>("compare_presets")->menu();
        menu->findChild<QAction*>(QStringLiteral("preset_") + QLatin1String(id))->trigger();
        measure();
    }
    /// Triggers an entry of a column's menu.
    void choose(int column, const char* entry) {
        QMenu* menu = card(column)->menuButton()->menu();
        emit menu->aboutToShow();
        auto* action = menu->findChild<QAction*>(QLatin1String(entry));
        QVERIFY2(action != nullptr, entry);
        QVERIFY2(action->isEnabled(), entry);
        action->trigger();
        measure();
    }
    void undo() {
        bench->undoStack().undo();
        measure();
    }
};

QString format(const QuantScheme& scheme) {
    return QString::fromStdString(scheme.format);
}

}  // namespace

class TestComparePage : public QObject {
    Q_OBJECT

private slots:
    /// What makes a setting another one stands in its column.
    void aSettingSaysWhatItIs_data() {
        QTest::addColumn<QuantScheme>("scheme");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* name, const char* format, const char* detail, auto change) {
            QuantScheme scheme;
            scheme.format = format;
            change(scheme);
            QTest::newRow(name) << scheme << detail;
        };
        const auto asIs = [](QuantScheme&) {};
        row("signed", "int8", "per tensor, min-max", asIs);
        row("unsigned, symmetric", "uint8", "per tensor, symmetric, min-max", asIs);
        row("unsigned", "uint8", "per tensor, asymmetric, min-max",
            [](QuantScheme& scheme) { scheme.symmetric = false; });
        row("of PyTorch", "int8", "per tensor, min-max, PyTorch",
            [](QuantScheme& scheme) { scheme.convention = Convention::PyTorch; });
        row("drawn", "int8", "per tensor, min-max, stochastic, seed 7", [](QuantScheme& scheme) {
            scheme.rounding = Rounding::Stochastic;
            scheme.seed = 7;
        });
        row("cast", "fp16", "plain cast", asIs);
        row("saturating cast", "fp16", "plain cast, saturates",
            [](QuantScheme& scheme) { scheme.overflow = OverflowRule::Saturate; });
        row("overflowing", "fp8-e4m3", "per tensor, min-max, overflows to infinity or NaN",
            [](QuantScheme& scheme) { scheme.overflow = OverflowRule::Special; });
    }

    void aSettingSaysWhatItIs() {
        QFETCH(QuantScheme, scheme);
        QTEST(settingDetail(scheme), "detail");
    }

    /// Values that are NaN or infinite are in no figure: counted in one line, in the status bar,
    /// under pictures and in the table.
    void saysWhatIsLeftOut() {
        Compare f;
        auto* notice = f.find<Notice>("compare_left_out");
        QVERIFY(notice->text().isEmpty() && !notice->isVisible());
        const test::TemporaryFile file(rowOfNan(), QStringLiteral("odd.npy"));
        f.bench->openFile(file.qpath());
        f.measure();
        f.measure();
        QVERIFY(notice->isVisible());
        QVERIFY2(notice->text().contains("64 of 384"), qPrintable(notice->text()));
        const auto* page = f.window->findChild<ComparePage*>();
        QVERIFY(page->statusTexts().join('\n').contains("64 NaN or infinite, left out"));
        QVERIFY(captionOf(*f.bench).contains("64 NaN or infinite, left out"));
        QTest::mouseClick(f.find<QAbstractButton>("compare_table"), Qt::LeftButton);
        auto* dialog = f.window->findChild<TableDialog*>();
        QVERIFY(dialog != nullptr);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("settings.csv"));
        dialog->saveAs(path);
        QFile csv(path);
        QVERIFY(csv.open(QIODevice::ReadOnly));
        const QStringList lines = QString::fromUtf8(csv.readAll()).trimmed().split('\n');
        QCOMPARE(lines.size(), 3);
        QVERIFY2(lines[0].trimmed().endsWith("Values,\"NaN or infinite, left out\""),
                 qPrintable(lines[0]));
        for (int i = 1; i < 3; ++i) {
            QVERIFY2(lines[i].trimmed().endsWith(",320,64"), qPrintable(lines[i]));
        }
        f.draw({"outlier-channels", {{"rows", 8}, {"cols", 64}, {"seed", 7}}});
        f.measure();
        QVERIFY(!notice->isVisible());
    }

    /// What two settings make of a NaN is no difference of theirs.
    void aNanIsNoDifference() {
        Compare f;
        const test::TemporaryFile file(rowOfNan(), QStringLiteral("odd.npy"));
        f.bench->openFile(file.qpath());
        f.measure();
        CompareState state = f.bench->compare();
        state.columns.assign(2, state.columns.front());
        state.columns[1].format = "fp32";
        state.pinned = {1, 0};
        f.bench->setCompare(state);
        f.measure();
        f.measure();
        const QString text = f.find<QLabel>("difference_text")->text();
        const auto difference =
            differenceOfSettings(f.bench->source()->tensor, state.columns[1], state.columns[0]);
        QVERIFY(difference);
        QCOMPARE(difference->sums.count, std::uint64_t{320});
        QCOMPARE(difference->same + difference->closerA, std::uint64_t{320});
        QVERIFY2(text.contains(formatPercent(double(difference->same) / 320)), qPrintable(text));
    }

    /// The figures are those of measureError, and those that stand alone at their bits are not
    /// called the best.
    void showsFigures() {
        Compare f;
        const Tensor& tensor = f.bench->source()->tensor;
        QCOMPARE(f.columns().size(), std::size_t{2});
        for (int i = 0; i < 2; ++i) {
            const QuantScheme& scheme = f.columns()[std::size_t(i)];
            const auto calibration = zeropoint::calibrate(tensor, scheme);
            const auto report = measureError(tensor, scheme, *calibration);
            const QString sqnr = f.card(i)->figureText(ColumnCard::Sqnr);
            QVERIFY2(sqnr.startsWith(QString::number(report->sqnrDb, 'g', 3)), qPrintable(sqnr));
            QVERIFY(!sqnr.contains("best"));
            QVERIFY(
                f.card(i)->figureText(ColumnCard::BitsPerWeight).startsWith(i == 0 ? "8" : "4"));
            QVERIFY(!f.card(i)->plot()->scene().dequantized.isEmpty());
        }
        // One axis for both.
        QCOMPARE(f.card(0)->plot()->scene().edges, f.card(1)->plot()->scene().edges);
        QCOMPARE(f.card(0)->plot()->scene().errorEdges, f.card(1)->plot()->scene().errorEdges);
    }

    void marksTheBestAtEqualBits() {
        Compare f;
        f.preset("four_bits");
        QCOMPARE(f.columns().size(), std::size_t{6});
        int best = 0;
        for (int i = 0; i < 6; ++i) {
            best += f.card(i)->figureText(ColumnCard::Sqnr).contains("best") ? 1 : 0;
        }
        QCOMPARE(best, 1);
    }

    /// Hover one plot: every plot has the mark at the same value.
    void pointsInAllColumns() {
        Compare f;
        SettingPlot* plot = f.card(0)->plot();
        auto* inner = plot->findChild<QWidget*>();
        QVERIFY(inner != nullptr);
        const double value = (plot->scene().edges.front() + plot->scene().edges.back()) / 2;
        const QPoint place(int(plot->pixelOf(value)) - inner->x(), inner->height() / 4);
        QMouseEvent move(QEvent::MouseMove, place, inner->mapToGlobal(place), Qt::NoButton,
                         Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(inner, &move);
        QVERIFY(plot->pointer().has_value());
        QCOMPARE(f.card(1)->plot()->pointer(), plot->pointer());
        QVERIFY(!f.card(1)->plot()->pointerText().isEmpty());
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(inner, &leave);
        QVERIFY(!f.card(1)->plot()->pointer().has_value());
    }

    void columnsCanBeArranged() {
        Compare f;
        QTest::mouseClick(f.find<QPushButton>("compare_add"), Qt::LeftButton);
        f.measure();
        QCOMPARE(f.columns().size(), std::size_t{3});
        QCOMPARE(f.columns()[2], f.bench->scheme());
        f.choose(0, "column_duplicate");
        QCOMPARE(f.columns().size(), std::size_t{4});
        QCOMPARE(f.columns()[1], f.columns()[0]);
        f.choose(3, "column_left");
        QCOMPARE(f.columns()[2], f.bench->scheme());
        f.choose(1, "column_pin_a");
        QCOMPARE(f.bench->compare().pinned[0], 1);
        f.choose(0, "column_remove");
        QCOMPARE(f.columns().size(), std::size_t{3});
        QCOMPARE(f.bench->compare().pinned[0], 0);
        for (int i = 0; i < 5; ++i) {
            f.undo();
        }
        QCOMPARE(f.bench->compare(), CompareState());
        f.bench->undoStack().redo();
        QCOMPARE(f.columns().size(), std::size_t{3});
    }

    void editorChangesOneColumn() {
        Compare f;
        QTest::mouseClick(f.card(1)->editButton(), Qt::LeftButton);
        auto* format = f.find<QComboBox>("editor_format");
        const int block = format->findData(QStringLiteral("q4_0"));
        QVERIFY(block >= 0);
        format->setCurrentIndex(block);
        emit format->activated(block);
        QCOMPARE(::format(f.columns()[1]), QStringLiteral("q4_0"));
        QVERIFY(!f.find<Segment>("editor_granularity")->isEnabled());
        f.measure();
        QVERIFY(f.card(1)->figureText(ColumnCard::BitsPerWeight).startsWith("4.5"));
        const int eight = format->findData(QStringLiteral("uint8"));
        format->setCurrentIndex(eight);
        emit format->activated(eight);
        QVERIFY(!f.columns()[1].symmetric);
        QTest::mouseClick(f.find<Segment>("editor_granularity")->button(1)->parentWidget(),
                          Qt::LeftButton);
        f.find<Segment>("editor_granularity")->button(1)->click();
        QCOMPARE(f.columns()[1].granularity, Granularity::Channel);
        QCOMPARE(::format(f.columns()[0]), QStringLiteral("int8"));
        f.measure();
        QVERIFY(!f.card(1)->figureText(ColumnCard::Sqnr).contains(QChar(0x2013)));
    }

    // Where no channel has a relative error above 0 there is no colour and no scale of colours.
    void zerosHaveNoRelativeError() {
        Compare f;
        f.bench->setSynthetic({"constant", {{"value", 0}, {"n", 64}}});
        f.measure();
        QVERIFY(f.card(0)->figureText(ColumnCard::MedianChannel).startsWith(QChar(0x2013)));
        HeatScene scene;
        scene.logarithmic = true;
        scene.rows = QStringList{QStringLiteral("A")};
        scene.columns = QStringList{QStringLiteral("0"), QStringLiteral("1")};
        scene.cells = {{std::nanf(""), 0.0F}};
        HeatPlot plot(QStringLiteral("zeros"), [](double value) { return QString::number(value); });
        plot.show(scene);
        QVERIFY(!plot.findChild<QCustomPlot*>()->plottable(0)->visible());
        scene.cells = {{0.5F, 0.25F}};
        plot.show(scene);
        QVERIFY(plot.findChild<QCustomPlot*>()->plottable(0)->visible());
    }

    // What a format ignores is not offered, not said, and makes no other column.
    void aCastHasNoSettingsOfScales() {
        Compare f;
        QTest::mouseClick(f.card(1)->editButton(), Qt::LeftButton);
        f.find<Segment>("editor_granularity")->button(2)->click();
        QCOMPARE(f.columns()[1].granularity, Granularity::Group);
        auto* format = f.find<QComboBox>("editor_format");
        const int half = format->findData(QStringLiteral("fp16"));
        format->setCurrentIndex(half);
        emit format->activated(half);
        for (const char* name :
             {"editor_symmetry", "editor_granularity", "editor_range", "editor_scales"}) {
            QVERIFY2(!f.find<QWidget>(name)->isEnabled(), name);
        }
        QVERIFY(f.find<QWidget>("editor_rounding")->isEnabled());
        QVERIFY(!f.find<QWidget>("editor_group")->isVisible());
        QuantScheme cast;
        cast.format = "fp16";
        QCOMPARE(f.columns()[1], cast);
        QCOMPARE(settingDetail(f.columns()[1]), QStringLiteral("plain cast"));
    }

    void usesAColumnInCalibrate() {
        Compare f;
        f.choose(1, "column_use");
        QCOMPARE(f.bench->scheme(), f.columns()[1]);
        QCOMPARE(f.bench->views().window->page, QStringLiteral("calibrate"));
    }

    void filtersByBits() {
        Compare f;
        f.preset("granularity");  // 4, 4.06, 4.25, 4.5 and 5 bits
        f.bench->views().compare.set(&ComparisonView::column, 0);
        f.find<QCheckBox>("compare_equal_bits")->click();
        const auto bits = [&](int i) {
            return storedSize(f.bench->source()->tensor.shape(), f.columns()[std::size_t(i)])
                .bitsPerWeight;
        };
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(f.card(i)->isVisible(), std::abs(bits(i) - bits(0)) <= 0.25 + 1e-9);
        }
        QVERIFY(!f.card(4)->isVisible());
    }

    void addsFromOtherPages() {
        WorkbenchFixture f;
        f.draw({"normal", {{"n", 4096}, {"seed", 1}}});
        QTest::mouseClick(f.find<QPushButton>("calibrate_add_to_compare"), Qt::LeftButton);
        QCOMPARE(f.bench->compare().columns.back(), f.bench->scheme());
        f.window->showPageById(QStringLiteral("numbers"));
        f.bench->views().numbers.set(&NumbersView::tab, 3);
        QCoreApplication::processEvents();
        auto* blocks = f.find<QPushButton>("blocksAddToCompare");
        QTest::mouseClick(blocks, Qt::LeftButton);
        QCOMPARE(format(f.bench->compare().columns.back()), f.bench->number().blocks.format);
        // A format that is only read quantizes nothing.
        QVERIFY(f.bench->settings().set(QStringLiteral("numbers.blocks.format"),
                                        QStringLiteral("q2_k")));
        QVERIFY(!blocks->isEnabled());
        f.window->showPageById(QStringLiteral("tradeoff"));
        QVERIFY(!f.find<QPushButton>("tradeoff_add_to_compare")->isEnabled());
        QCOMPARE(f.bench->compare().columns.size(), std::size_t{4});
    }

    void savedInSessions() {
        Compare f;
        f.preset("scales");
        const auto saved = f.bench->compare();
        const QByteArray text = f.window->session().text();
        f.preset("observers");
        QVERIFY(f.window->session().open(text).has_value());
        f.measure();
        QCOMPARE(f.bench->compare(), saved);
    }

    /// Another tensor: its own histogram at once, and then new figures.
    void followsTheSource() {
        Compare f;
        const QString before = f.card(0)->figureText(ColumnCard::Sqnr);
        {
            const WorkbenchFixture::Gate gate(f.jobs);
            f.bench->setSynthetic({"uniform", {{"n", 4096}, {"seed", 2}}});
        }
        f.measure();
        QVERIFY(f.card(0)->figureText(ColumnCard::Sqnr) != before);
        // A vector has no channels.
        QCOMPARE(f.card(0)->figureText(ColumnCard::MedianChannel), QStringLiteral("–"));
    }

    /// What a setting cannot do stands in its column; the others have their figures.
    void failingColumn() {
        Compare f;
        CompareState state = f.bench->compare();
        state.columns[1].granularity = Granularity::Group;
        state.columns[1].groupSize = 0;
        f.bench->setCompare(state);
        f.measure();
        QVERIFY(f.card(0)->figureText(ColumnCard::Sqnr).contains("dB"));
        QCOMPARE(f.card(1)->figureText(ColumnCard::Sqnr), QStringLiteral("–"));
    }

    /// Pinned columns: where they read values back differently, counted one by one.
    void comparesPinnedColumns() {
        Compare f;
        QVERIFY(!f.find<QWidget>("compare_difference")->isVisible());
        f.choose(0, "column_pin_a");
        f.choose(1, "column_pin_b");
        QVERIFY(f.find<QWidget>("compare_difference")->isVisible());
        const Tensor& tensor = f.bench->source()->tensor;
        const auto back = [&](int column) {
            const QuantScheme& scheme = f.columns()[std::size_t(column)];
            return fakeQuantize(tensor, scheme, *zeropoint::calibrate(tensor, scheme));
        };
        const auto a = back(0);
        const auto b = back(1);
        std::size_t same = 0;
        std::size_t closer = 0;
        for (std::size_t i = 0; i < tensor.size(); ++i) {
            const double x = tensor.values()[i];
            same += a->values()[i] == b->values()[i] ? 1 : 0;
            closer += std::abs(a->values()[i] - x) < std::abs(b->values()[i] - x) ? 1 : 0;
        }
        const auto percent = [&](std::size_t part) {
            return formatPercent(double(part) / double(tensor.size()));
        };
        const QString text = f.find<QLabel>("difference_text")->text();
        QVERIFY2(text.startsWith(percent(same)), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("closer in ") + percent(closer)), qPrintable(text));
        f.choose(0, "column_pin_a");
        QVERIFY(!f.find<QWidget>("compare_difference")->isVisible());
    }

    /// What was stopped has no answer, says so, and is measured when the page is shown again.
    void aStoppedDifferenceIsMeasuredAgain() {
        Compare f;
        {
            const WorkbenchFixture::Gate gate(f.jobs);
            f.bench->setCompare([&] {
                CompareState state = f.bench->compare();
                state.pinned[0] = 0;
                state.pinned[1] = 1;
                return state;
            }());
            auto* card = f.find<QWidget>("compare_difference");
            QVERIFY(card->isVisible());
            f.jobs.cancelAll(card);
            QTRY_VERIFY(f.find<QLabel>("difference_text")->text().contains("stopped"));
        }
        f.window->showPageById(QStringLiteral("numbers"));
        f.window->showPageById(QStringLiteral("compare"));
        QTRY_VERIFY(f.find<QLabel>("difference_text")->text().contains("closer in"));
    }

    void smallWindow() {
        Compare f;
        f.preset("four_bits");
        f.window->resize(1024, 700);
        QCoreApplication::processEvents();
        for (int i = 0; i < 6; ++i) {
            QCOMPARE_GE(f.card(i)->width(), 200);
        }
    }
};

QTEST_MAIN(TestComparePage)
#include "tst_compare_page.moc"
