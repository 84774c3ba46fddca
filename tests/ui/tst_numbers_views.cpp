// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerics/block_format.h"
#include "core/quantization/block_sample.h"
#include "core/quantization/scheme_ledger.h"
#include "ui/controls/segment.h"
#include "ui/controls/stepped_slider.h"
#include "ui/job/job_runner.h"
#include "ui/pages/numbers/blocks/bit_ledger.h"
#include "ui/pages/numbers/blocks/block_bytes.h"
#include "ui/pages/numbers/blocks/block_weights.h"
#include "ui/pages/numbers/blocks/blocks_view.h"
#include "ui/pages/numbers/codes/code_table.h"
#include "ui/pages/numbers/codes/codes_view.h"
#include "ui/pages/numbers/codes/nf4_view.h"
#include "ui/pages/numbers/codes/rounding_bins.h"
#include "ui/pages/numbers/range/conversion_chain.h"
#include "ui/pages/numbers/range/range_view.h"
#include "ui/pages/numbers/value/stored_values_chart.h"
#include "ui/pages/numbers/value/value_ticks.h"
#include "ui/pages/numbers/value/value_view.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/workbench.h"
#include "ui/theme/apply_theme.h"
#include "ui/theme/theme.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace zeropoint;
using namespace zeropoint::ui;

class TestNumbersViews : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, lightTheme()); }
    void init();
    void cleanup();
    void findsTheOneMagnitudeThatDiffers();
    void binsHoldWhatRounds_data();
    void binsHoldWhatRounds();
    void ticksStandAtEveryStoredValue();
    void chainLosesAsItGoes();
    void picksCodes();
    void codesThatThereAreNotAreNotOffered_data();
    void codesThatThereAreNotAreNotOffered();
    void termsMakeTheWeights_data();
    void termsMakeTheWeights();
    void countsBitsPerWeight_data();
    void countsBitsPerWeight();
    void everyFormatOfCodesHasACost();
    void linksWeightsAndBits();
    void halvesTheCostOfScales();
    void endsInTheTableOfNf4();
    void everyChartHasATable_data();
    void everyChartHasATable();
    void aBlockOfOnesOwn();
};

namespace {

/// What the views look at: anew for each test.
struct State {
    JobRunner jobs;
    Workbench bench{jobs};
};
std::unique_ptr<State> fixture;

template <typename View>
std::unique_ptr<View> shown() {
    auto view = std::make_unique<View>(fixture->bench);
    view->show(NumberState());
    view->resize(1040, 700);
    view->setVisible(true);
    return view;
}

}  // namespace

void TestNumbersViews::init() {
    fixture = std::make_unique<State>();
}

void TestNumbersViews::cleanup() {
    fixture.reset();
}

// By hand: bitsandbytes' magnitudes over 12 are 0, 1/192, 2/12, 3/12, 4/12, 6/12, 8/12, 1; those
// of E2M1 over 6 are 0, 1/12, 2/12, 3/12, 4/12, 6/12, 8/12, 1. One differs, with both signs.
void TestNumbersViews::findsTheOneMagnitudeThatDiffers() {
    const std::vector<bool> here =
        codesMissingIn(numberFormat("fp4-bnb"), numberFormat("fp4-e2m1"));
    QCOMPARE(std::count(here.begin(), here.end(), true), 2);
    QVERIFY(here[0b0001]);
    QVERIFY(here[0b1001]);
    const std::vector<bool> there =
        codesMissingIn(numberFormat("fp4-e2m1"), numberFormat("fp4-bnb"));
    QCOMPARE(std::count(there.begin(), there.end(), true), 2);
    const std::vector<bool> same = codesMissingIn(numberFormat("nf4"), numberFormat("nf4"));
    QCOMPARE(std::count(same.begin(), same.end(), true), 0);
}

void TestNumbersViews::binsHoldWhatRounds_data() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<int>("rounding");
    for (const char* format : {"fp8-e4m3", "fp4-e2m1", "int4", "nf4"}) {
        for (const Rounding rounding :
             {Rounding::NearestEven, Rounding::Floor, Rounding::Ceil, Rounding::TowardZero}) {
            QTest::newRow(
                qPrintable(QStringLiteral("%1 %2").arg(QLatin1String(format)).arg(int(rounding))))
                << format << static_cast<int>(rounding);
        }
    }
}

void TestNumbersViews::binsHoldWhatRounds() {
    QFETCH(QString, format);
    QFETCH(int, rounding);
    const NumberFormat& shown = numberFormat(format.toStdString());
    EncodeOptions options;
    options.rounding = static_cast<Rounding>(rounding);
    for (const double value : {0.3, -0.3, 0.9, 0.02}) {
        NumberState state;
        state.value = value;
        state.rounding = options.rounding;
        const RowFacts facts = rowFacts(shown, state);
        const std::vector<RoundingBin> bins = roundingBins(facts, options.rounding, 3);
        QCOMPARE_GE(bins.size(), std::size_t{2});
        for (std::size_t i = 1; i + 1 < bins.size(); ++i) {
            QCOMPARE(bins[i].from, bins[i - 1].to);
            for (const double share : {0.01, 0.3, 0.7, 0.99}) {
                const double inside = bins[i].from + share * (bins[i].to - bins[i].from);
                const double stored =
                    decode(shown, encode(shown, inside / facts.scale, options)) * facts.scale;
                QCOMPARE_LE(std::abs(stored - bins[i].stored), 1e-12);
            }
        }
    }
}

void TestNumbersViews::ticksStandAtEveryStoredValue() {
    NumberState state;
    const RowFacts int4 = rowFacts(numberFormat("int4"), state);
    const AxisWindow window{-1.2, 1.2, false};
    const ValueTicks ticks = valueTicks(int4, window, 2400);
    QCOMPARE(ticks.single.size(), std::size_t{16});  // -8/7 to 7/7
    QVERIFY(ticks.dense.empty());
    QCOMPARE_LE(std::abs(ticks.single[0] - 1000 * (1.2 - 8.0 / 7)), 1e-6);
    const ValueTicks fp32 =
        valueTicks(rowFacts(numberFormat("fp32"), state), {0, 0.25, false}, 400);
    QVERIFY(fp32.single.empty());
    QCOMPARE(fp32.dense.size(), std::size_t{1});
    QCOMPARE_GE(fp32.dense[0].second, 399.0);
}

void TestNumbersViews::chainLosesAsItGoes() {
    ConversionChain widget;
    widget.show(NumberState());
    const std::vector<RowFacts>& chain = widget.stations();
    const double expected[] = {static_cast<double>(0.1F), 0.0999755859375, 0.1015625, 13.0 / 127,
                               0};
    QCOMPARE(chain.size(), std::size(expected));
    for (std::size_t i = 0; i < chain.size(); ++i) {
        QCOMPARE_LE(std::abs(chain[i].stored - expected[i]), 1e-12);
    }
}

void TestNumbersViews::picksCodes() {
    const auto view = shown<CodesView>();
    NumberState state;
    state.inspected = QStringLiteral("fp8-e4m3");
    view->show(state);
    QSignalSpy changes(view.get(), &NumberView::changed);
    connect(view.get(), &NumberView::changed, view.get(), [&](const NumberState& next) {
        state = next;
        view->show(next);
    });
    auto* table = view->findChild<CodeTable*>(QStringLiteral("codeTable"));
    QTest::mouseClick(table, Qt::LeftButton, {}, table->cellRect(0x70).center().toPoint());
    QCOMPARE(state.value, 128.0);
    QTest::keyClick(table, Qt::Key_Right);
    QCOMPARE(state.value, 144.0);
    QTest::mouseClick(view->findChild<QAbstractButton*>(QStringLiteral("special6")),
                      Qt::LeftButton);
    QCOMPARE(state.value, 448.0);
    QTest::mouseClick(view->findChild<QAbstractButton*>(QStringLiteral("previousCode")),
                      Qt::LeftButton);
    QCOMPARE(state.value, 416.0);
    QVERIFY(!view->findChild<QAbstractButton*>(QStringLiteral("special7"))->isEnabled());
    QTest::mouseClick(view->findChild<QAbstractButton*>(QStringLiteral("special8")),
                      Qt::LeftButton);
    QVERIFY(std::isnan(state.value));
    QCOMPARE(changes.count(), 5);
}

/// What a format does not hold is not offered: a click would lead to another value.
void TestNumbersViews::codesThatThereAreNotAreNotOffered_data() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("missing");
    QTest::newRow("E4M3") << "fp8-e4m3"
                          << "special7";
    QTest::newRow("E4M3FNUZ") << "fp8-e4m3fnuz"
                              << "special1 special7";
    QTest::newRow("E5M2") << "fp8-e5m2" << QString();
}

void TestNumbersViews::codesThatThereAreNotAreNotOffered() {
    QFETCH(QString, format);
    QFETCH(QString, missing);
    const auto view = shown<CodesView>();
    NumberState state;
    state.inspected = format;
    view->show(state);
    for (int which = 0; which < 9; ++which) {
        const QString name = QStringLiteral("special%1").arg(which);
        const auto* button = view->findChild<QAbstractButton*>(name);
        QCOMPARE(button->isEnabled(), !missing.split(QLatin1Char(' ')).contains(name));
        QCOMPARE(button->toolTip().isEmpty(), button->isEnabled());
    }
}

void TestNumbersViews::termsMakeTheWeights_data() {
    QTest::addColumn<int>("index");
    int index = 0;
    for (const BlockFormat& format : blockFormats()) {
        QTest::addRow("%s", std::string(format.id).c_str()) << index++;
    }
}

void TestNumbersViews::termsMakeTheWeights() {
    QFETCH(int, index);
    const BlockFormat& format = blockFormats()[static_cast<std::size_t>(index)];
    const Result<BlockSample> sample = makeBlockSample(format, 5, {});
    QVERIFY(sample.has_value());
    QCOMPARE(sample->bytes.size(), std::size_t(format.bytesPerBlock));
    double largest = 0;
    for (const float weight : sample->decoded) {
        QVERIFY(std::isfinite(weight));
        largest = std::max(largest, std::abs(double{weight}));
    }
    QCOMPARE_GT(largest, 0.0);
    for (int i = 0; i < format.valuesPerBlock; ++i) {
        const BlockTerm term = sample->term(i);
        const double worked = double{term.scale} * term.level + term.minimum;
        QCOMPARE_LE(std::abs(worked - sample->decoded[std::size_t(i)]), 1e-5 * largest);
    }
}

// REFERENCE.md: bits per weight of the formats.
void TestNumbersViews::countsBitsPerWeight_data() {
    QTest::addColumn<QString>("format");
    QTest::addColumn<double>("bits");
    QTest::newRow("Q4_0") << "q4_0" << 4.5;
    QTest::newRow("Q8_0") << "q8_0" << 8.5;
    QTest::newRow("Q4_K") << "q4_k" << 4.5;
    QTest::newRow("Q6_K") << "q6_k" << 6.5625;
    QTest::newRow("MXFP4") << "mxfp4" << 4.25;
}

void TestNumbersViews::countsBitsPerWeight() {
    QFETCH(QString, format);
    QFETCH(double, bits);
    const auto view = shown<BlocksView>();
    auto* box = view->findChild<QComboBox*>(QStringLiteral("blockFormat"));
    box->setCurrentIndex(box->findData(format));
    QVERIFY(box->currentIndex() >= 0);
    emit box->activated(box->currentIndex());
    const auto* ledger = view->findChild<BitLedger*>(QStringLiteral("blockLedger"));
    QCOMPARE_LE(std::abs(ledger->total() - bits), 1e-12);
}

/// A block of one's own takes no format without a scale: its cost would be none.
void TestNumbersViews::everyFormatOfCodesHasACost() {
    const Setting* setting = SettingsCatalogue::find(QStringLiteral("numbers.blocks.element"));
    QVERIFY(setting != nullptr);
    QVERIFY(setting->choices.contains(QStringLiteral("nf4")));
    for (const char* none : {"e8m0", "fp64", "tf32", "fp16"}) {
        QVERIFY2(!setting->choices.contains(QLatin1String(none)), none);
    }
    for (const QString& format : setting->choices) {
        QuantScheme scheme;
        scheme.format = format.toStdString();
        scheme.granularity = Granularity::Group;
        QVERIFY2(schemeLedger(scheme).has_value(), qPrintable(format));
    }
}

void TestNumbersViews::linksWeightsAndBits() {
    const auto view = shown<BlocksView>();
    QVERIFY(QTest::qWaitForWindowExposed(view.get()));
    auto* weights = view->findChild<BlockWeights*>(QStringLiteral("blockWeights"));
    auto* equation = view->findChild<QLabel*>(QStringLiteral("blockEquation"));
    QVERIFY(equation->text().startsWith(QStringLiteral("weight 0:")));
    QTest::keyClick(weights, Qt::Key_Right);
    QVERIFY(equation->text().startsWith(QStringLiteral("weight 1:")));
    QTest::keyClick(weights, Qt::Key_End);
    QVERIFY(equation->text().startsWith(QStringLiteral("weight 31:")));
    // The low nibble of byte 2, the first behind the scale, is weight 0; the high one weight 16.
    auto* bytes = view->findChild<BlockBytes*>(QStringLiteral("blockBytes"));
    QTest::mouseMove(bytes, bytes->bitRect(16).center().toPoint());
    QTRY_VERIFY(equation->text().startsWith(QStringLiteral("weight 0:")));
    QTest::mouseMove(bytes, bytes->bitRect(20).center().toPoint());
    QTRY_VERIFY(equation->text().startsWith(QStringLiteral("weight 16:")));
}

void TestNumbersViews::halvesTheCostOfScales() {
    const auto view = shown<BlocksView>();
    const auto* ledger = view->findChild<BitLedger*>(QStringLiteral("nf4Ledger"));
    QCOMPARE_LE(std::abs(ledger->total() - (4 + 8.0 / 64 + 32.0 / (64 * 256))), 1e-12);
    auto* twice = view->findChild<QCheckBox*>(QStringLiteral("nf4Double"));
    QTest::mouseClick(twice, Qt::LeftButton, {}, QPoint(6, twice->height() / 2));
    QCOMPARE(ledger->total(), 4.5);
    auto* block = view->findChild<SteppedSlider*>(QStringLiteral("nf4Block"));
    QTest::keyClick(block, Qt::Key_Right);
    QCOMPARE(block->stop(), 128);
    QCOMPARE(ledger->total(), 4.25);
    // A press on another stop begins a gesture, whose changes are one step of undo.
    QSignalSpy gestures(view.get(), &BlocksView::gestureStarted);
    QSignalSpy drags(view.get(), &BlocksView::dragged);
    QSignalSpy changes(view.get(), &BlocksView::changed);
    QTest::mousePress(block, Qt::LeftButton, {}, QPoint(2, block->height() / 2));
    QTest::mouseRelease(block, Qt::LeftButton, {}, QPoint(2, block->height() / 2));
    QCOMPARE(gestures.count(), 1);
    QCOMPARE(drags.count(), 1);
    QCOMPARE(changes.count(), 0);
}

void TestNumbersViews::endsInTheTableOfNf4() {
    const auto view = shown<Nf4View>();
    auto* steps = view->findChild<Segment*>(QStringLiteral("nf4Steps"));
    QTest::mouseClick(steps->button(0), Qt::LeftButton);
    auto* values = view->findChild<QLabel*>(QStringLiteral("nf4Values"));
    QCOMPARE(values->text(), QStringLiteral("0.9677083"));  // REFERENCE.md: the offset
    QTest::mouseClick(steps->button(steps->count() - 1), Qt::LeftButton);
    const QStringList levels = values->text()
                                   .replace(QChar(0x2212), QLatin1Char('-'))
                                   .split(QRegularExpression(QStringLiteral("\\s+")));
    // The published table was made in float32: the last digits of the exact construction differ.
    const NumberFormat& nf4 = numberFormat("nf4");
    QCOMPARE(levels.size(), 16);
    for (int i = 0; i < 16; ++i) {
        QCOMPARE_LE(std::abs(levels[i].toDouble() - decode(nf4, std::uint64_t(i))), 1e-6);
    }
}

void TestNumbersViews::everyChartHasATable_data() {
    QTest::addColumn<int>("view");
    QTest::addColumn<QString>("chart");
    QTest::addColumn<int>("rows");
    QTest::newRow("line") << 0 << "numberLine" << 4;
    QTest::newRow("stored values") << 0 << "storedValues" << 10;
    QTest::newRow("codes") << 1 << "codeTable" << 256;
    QTest::newRow("bins") << 1 << "roundingBins" << 9;
    QTest::newRow("chain") << 2 << "conversionChain" << 5;
    QTest::newRow("precision") << 2 << "precisionChart" << 25;
    QTest::newRow("weights") << 3 << "blockWeights" << 32;
    QTest::newRow("bytes") << 3 << "blockBytes" << 18;
    QTest::newRow("ledger") << 3 << "blockLedger" << 3;
    QTest::newRow("own ledger") << 3 << "nf4Ledger" << 4;
    QTest::newRow("NF4") << 4 << "nf4Chart" << 16;
}

// Each chart says what it shows in words, and its button shows its figures.
void TestNumbersViews::everyChartHasATable() {
    QFETCH(int, view);
    QFETCH(QString, chart);
    QFETCH(int, rows);
    std::unique_ptr<NumberView> shownView;
    switch (view) {
        case 0:
            shownView = shown<ValueView>();
            break;
        case 1:
            shownView = shown<CodesView>();
            break;
        case 2:
            shownView = shown<RangeView>();
            break;
        case 3:
            shownView = shown<BlocksView>();
            break;
        default:
            shownView = shown<Nf4View>();
    }
    const auto* drawn = shownView->findChild<QWidget*>(chart);
    QVERIFY(drawn != nullptr);
    QVERIFY(!drawn->accessibleName().isEmpty());
    QVERIFY(!drawn->accessibleDescription().isEmpty());
    auto* button = shownView->findChild<QAbstractButton*>(chart + QStringLiteral("Table"));
    QVERIFY(button != nullptr);
    QVERIFY(button->focusPolicy() & Qt::TabFocus);
    QTest::mouseClick(button, Qt::LeftButton);
    auto* dialog = button->findChild<QDialog*>(QStringLiteral("table_dialog"));
    QVERIFY(dialog != nullptr);
    const auto* table = dialog->findChild<QTableWidget*>();
    QCOMPARE(table->rowCount(), rows);
    QVERIFY(!table->item(rows - 1, 1)->text().isEmpty() || chart.endsWith("edger"));
    dialog->close();
}

// NF4 in blocks of 64: 4.5 bits with FP32 scales, 4.127 once they are quantized in groups of 256.
void TestNumbersViews::aBlockOfOnesOwn() {
    const auto view = shown<BlocksView>();
    QSignalSpy changes(view.get(), &NumberView::changed);
    const auto* ledger = view->findChild<BitLedger*>(QStringLiteral("nf4Ledger"));
    const auto* sentence = view->findChild<QLabel*>(QStringLiteral("nf4Sentence"));
    QCOMPARE(QString::number(ledger->total(), 'f', 3), QStringLiteral("4.127"));
    QVERIFY(sentence->text().contains(QStringLiteral("0.5")));
    QVERIFY(sentence->text().contains(QStringLiteral("0.127")));
    auto* twice = view->findChild<QCheckBox*>(QStringLiteral("nf4Double"));
    auto* scale = view->findChild<Segment*>(QStringLiteral("blockScaleFormat"));
    QVERIFY(!scale->button(1)->isEnabled());
    QTest::mouseClick(twice, Qt::LeftButton, {}, QPoint(6, twice->height() / 2));
    QCOMPARE(ledger->total(), 4.5);
    QTest::mouseClick(scale->button(1), Qt::LeftButton);
    QCOMPARE(ledger->total(), 4.25);
    QTest::mouseClick(scale->button(2), Qt::LeftButton);
    QCOMPARE(ledger->total(), 4.125);
    auto* element = view->findChild<QComboBox*>(QStringLiteral("blockElement"));
    element->setCurrentIndex(element->findData(QStringLiteral("int8")));
    emit element->activated(element->currentIndex());
    QCOMPARE(ledger->total(), 8.125);
    QCOMPARE(changes.count(), 4);
    // A finer block costs more and errs less.
    const auto* error = view->findChild<QLabel*>(QStringLiteral("blockError"));
    const auto decibels = [&] {
        return QRegularExpression(QStringLiteral("SQNR ([0-9.]+)"))
            .match(error->text())
            .captured(1)
            .toDouble();
    };
    const double coarse = decibels();
    QTest::keyClick(view->findChild<SteppedSlider*>(QStringLiteral("nf4Block")), Qt::Key_Left);
    QCOMPARE(ledger->total(), 8.25);
    QCOMPARE_GT(decibels(), coarse);
}

QTEST_MAIN(TestNumbersViews)
#include "tst_numbers_views.moc"
