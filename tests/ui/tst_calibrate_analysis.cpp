// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/workbench_fixture.h"
#include "ui/controls/bar_list.h"
#include "ui/controls/legend.h"
#include "ui/controls/notice.h"
#include "ui/controls/segment.h"
#include "ui/controls/stepped_slider.h"
#include "ui/controls/table_dialog.h"
#include "ui/pages/calibrate/channels_tab.h"
#include "ui/pages/calibrate/curve_tab.h"
#include "ui/pages/calibrate/integer_tab.h"
#include "ui/plots/channel_plot.h"
#include "ui/state/settings_catalogue.h"
#include "ui/text/calibration_words.h"
#include "ui/text/numbers.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QTabBar>
#include <QTableWidget>
#include <QToolButton>
#include <QtTest>

#include <cmath>

using namespace zeropoint;
using namespace zeropoint::ui;
using test::WorkbenchFixture;

namespace {

enum Tab { Example, Curve, Channels, Groups, Outliers, Symmetry, Integer, Conventions, Bugs };

void open(const WorkbenchFixture& f, Tab tab) {
    f.find<QTabBar>("analysis_tabs")->setCurrentIndex(tab);
}

QuantScheme integers(const char* format, bool symmetric = true) {
    QuantScheme scheme;
    scheme.format = format;
    scheme.symmetric = symmetric;
    return scheme;
}

QString notes(const WorkbenchFixture& f) {
    return f.find<Notice>("calibrate_notes")->text();
}

double decibels(const BarList& bars, Remedy remedy) {
    for (const BarList::Bar& bar : bars.bars()) {
        if (bar.name == remedyName(remedy)) {
            return bar.value;
        }
    }
    return -1;
}

}  // namespace

class TestCalibrateAnalysis : public QObject {
    Q_OBJECT

private slots:
    // A stopped measurement neither claims to come at rest nor leaves a blank tab for ever.
    void whatWasStoppedIsMeasuredAgain_data() {
        QTest::addColumn<bool>("byClick");
        QTest::newRow("by its link") << true;
        QTest::newRow("by coming back") << false;
    }
    void whatWasStoppedIsMeasuredAgain() {
        QFETCH(bool, byClick);
        WorkbenchFixture f;
        f.draw({"laplace", {{"n", 20000}}});
        f.rest();
        QTRY_VERIFY(!f.jobs.busy());
        auto* origin = f.find<QLabel>("metric_origin");
        open(f, Groups);
        auto* tab = f.find<QWidget>("groups_tab");  // built when it is first shown
        QTRY_VERIFY(!f.jobs.busy());
        {
            const WorkbenchFixture::Gate gate(f.jobs);
            f.bench->setScheme(integers("int5"));
            // Both rest 120 ms before they ask; stopping more than once stops nothing twice.
            QTRY_VERIFY((f.jobs.cancelAll(f.bench.get()), f.bench->exactStopped()));
            QTRY_VERIFY((f.jobs.cancelAll(tab),
                         tab->findChild<Notice*>()->text().contains(QStringLiteral("stopped"))));
        }
        QVERIFY(!f.bench->exact());
        QVERIFY2(origin->text().contains(QStringLiteral("stopped")), qPrintable(origin->text()));
        QVERIFY(!origin->text().contains(QStringLiteral("exact at rest")));
        if (byClick) {
            emit origin->linkActivated(QStringLiteral("#"));
        } else {
            f.window->showPage(0);
            f.window->showPage(1);
        }
        f.rest();
        QVERIFY(origin->text().contains(QStringLiteral("exact, over")));
        open(f, Example);
        open(f, Groups);
        QTRY_COMPARE(tab->findChild<Notice*>()->text(), QString());
    }

    /// So is a channel whose measuring was stopped.
    void aChannelThatWasStoppedIsMeasuredAgain() {
        WorkbenchFixture f;
        f.draw({"outlier-channels", {{"rows", 64}, {"cols", 32}}});
        QuantScheme scheme = integers("int8");
        scheme.granularity = Granularity::Channel;
        f.bench->setScheme(scheme);
        QTRY_VERIFY(f.bench->unit() && !f.jobs.busy());
        {
            const WorkbenchFixture::Gate gate(f.jobs);
            f.bench->showUnit(7);
            f.jobs.cancelAll(f.bench.get(), QStringLiteral("unit"));
            QTRY_VERIFY(f.bench->exactStopped());
        }
        f.window->showPage(0);
        f.window->showPage(1);
        QTRY_VERIFY(f.bench->unit() && f.bench->unit()->index == 7);
        QVERIFY(!f.bench->exactStopped());
    }

    void eachMarkerAppliesWhatItSays_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("symmetric");
        QTest::newRow("Laplace, symmetric") << "laplace"
                                            << "int4" << true;
        QTest::newRow("gamma, asymmetric") << "gamma"
                                           << "uint8" << false;
    }

    void eachMarkerAppliesWhatItSays() {
        QFETCH(QString, kind);
        QFETCH(QString, format);
        QFETCH(bool, symmetric);
        WorkbenchFixture f;
        f.draw({kind.toStdString(), {{"n", 20000}}});
        f.bench->setScheme(integers(qPrintable(format), symmetric));
        open(f, Curve);
        const auto* tab = f.find<CurveTab>("curve_tab");
        QTRY_VERIFY(!tab->study().markers.empty());
        QCOMPARE(tab->study().family.size(), std::size_t{7});
        const std::vector<RangeMarker> markers = tab->study().markers;
        QCOMPARE_GE(markers.size(), std::size_t{6});
        for (std::size_t i = 0; i < markers.size(); ++i) {
            const QByteArray name = QByteArrayLiteral("observer_") + QByteArray::number(int(i));
            auto* button = f.find<QPushButton>(name.constData());
            QTest::mouseClick(button, Qt::LeftButton);
            QCOMPARE(f.bench->scheme().range, markers[i].method);
            QVERIFY(button->isChecked());
            f.rest();  // markers are exact; so is the page once the hand rests
            const RangeError& live = f.bench->live().error;
            QCOMPARE_LE(std::abs(live.mse - markers[i].at.mse), 1e-9 * markers[i].at.mse);
            QCOMPARE_LE(std::abs(live.hi - markers[i].at.hi), 1e-9 * std::abs(live.hi));
        }
    }

    // The same on the plot: a click on a diamond takes the method that stands there.
    void aClickOnAMarkerAppliesIt() {
        WorkbenchFixture f;
        f.draw({"laplace", {{"n", 20000}}});
        f.bench->setScheme(integers("int4"));
        open(f, Curve);
        const auto* tab = f.find<CurveTab>("curve_tab");
        QTRY_VERIFY(!tab->study().markers.empty());
        const std::vector<RangeMarker> markers = tab->study().markers;
        auto* plot = f.find<CurveFamilyPlot>("curve_family");
        auto* surface = plot->findChild<QWidget*>();
        for (std::size_t i = 0; i < markers.size(); ++i) {
            const QPoint at = plot->markerPosition(i).toPoint();
            QTest::mouseClick(surface, Qt::LeftButton, {}, at);
            // Markers may share a pixel: what was applied must stand where the click was.
            std::size_t applied = 0;
            while (applied < markers.size() &&
                   !(markers[applied].method == f.bench->scheme().range)) {
                ++applied;
            }
            QVERIFY(applied < markers.size());
            const QPointF way = plot->markerPosition(applied) - plot->markerPosition(i);
            QCOMPARE_LE(std::hypot(way.x(), way.y()), 2.0);
        }
        const QRect inside = surface->rect();
        QTest::mouseMove(surface, inside.center());
        QTRY_VERIFY(f.find<QLabel>("curve_readout")->text().startsWith(QStringLiteral("at ±")));
        QTest::mouseClick(surface, Qt::LeftButton, {}, QPoint(inside.width() / 2, 12));
        QCOMPARE(f.bench->scheme().range.kind, RangeMethod::Kind::Explicit);
        QCOMPARE_GT(tab->table().rows.size(), 50);
    }

    void theoryIsDrawnWhereItHasAnAnswer_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("known");
        QTest::newRow("normal") << "normal" << true;
        QTest::newRow("uniform") << "uniform" << true;
        QTest::newRow("Laplace") << "laplace" << true;
        QTest::newRow("gamma") << "gamma" << false;
    }

    // Lloyd-Max bounds every range from below; the expected error is near the one that is measured.
    void theoryIsDrawnWhereItHasAnAnswer() {
        QFETCH(QString, kind);
        QFETCH(bool, known);
        WorkbenchFixture f;
        f.draw({kind.toStdString(), {{"n", 100000}}});
        f.bench->setScheme(integers("int4"));
        open(f, Curve);
        const auto* tab = f.find<CurveTab>("curve_tab");
        QTRY_VERIFY(!tab->study().own.points.empty());
        const CurveStudy& study = tab->study();
        QCOMPARE(!study.theory.empty(), known);
        // The legend names what is drawn.
        const QString legend = f.find<Legend>("curve_legend")->accessibleName();
        QCOMPARE(legend.contains(QStringLiteral("theory")), known);
        if (known) {
            const double best = study.own.points[study.own.best].mse;
            QCOMPARE_GT(best, study.lloydMax * 0.97);
            QCOMPARE_LE(std::abs(study.theory[study.own.best] - best), 0.05 * best);
        }
    }

    void hiddenTabsComputeNothing() {
        WorkbenchFixture f;
        f.draw({"normal", {{"n", 1000}}});
        // What was never shown is not even there; what was left before it began does not begin.
        QVERIFY(f.window->findChild<QWidget*>(QStringLiteral("curve_tab")) == nullptr);
        for (const Tab tab : {Curve, Channels, Outliers, Symmetry, Example}) {
            open(f, tab);
        }
        for (const char* format : {"int4", "int5", "int6"}) {
            f.bench->setScheme(integers(format));
            QTest::qWait(150);
        }
        f.rest();
        QVERIFY(f.find<CurveTab>("curve_tab")->study().own.points.empty());
        QVERIFY(f.find<BarList>("remedies")->bars().empty());
        QVERIFY(f.find<ChannelPlot>("channel_plot")->view().channels.empty());
        QVERIFY(f.find<QLabel>("symmetry_verdict")->text().isEmpty());
    }

    void channelsShowTheOutliersAmongThem() {
        WorkbenchFixture f;
        f.draw({"outlier-channels",
                {{"rows", 32}, {"cols", 64}, {"channels", 3}, {"gain", 20}, {"seed", 4}}});
        open(f, Channels);
        const auto* tab = f.find<ChannelsTab>("channels_tab");
        const auto* plot = f.find<ChannelPlot>("channel_plot");
        QTRY_COMPARE(plot->view().channels.size(), std::size_t{32});
        int outliers = 0;
        for (const ChannelReport& channel : plot->view().channels) {
            outliers += channel.outlier ? 1 : 0;
        }
        QCOMPARE(outliers, 3);
        QVERIFY(f.find<QLabel>("channel_readout")->text().endsWith(QStringLiteral("3")));
        QVERIFY(plot->accessibleDescription().contains(QStringLiteral("32 channels, 3")));
        // A range by hand is the whole tensor's; the channels say what they take instead.
        QuantScheme byHand = f.bench->scheme();
        byHand.range.kind = RangeMethod::Kind::Explicit;
        byHand.range.lo = -1;
        byHand.range.hi = 1;
        f.bench->setScheme(byHand);
        QTRY_VERIFY(
            f.find<QLabel>("channel_readout")->text().contains(QStringLiteral("min-max here")));
        QCOMPARE(tab->table().rows.size(), 32);
        QTest::mouseClick(f.find<Segment>("channel_axis")->button(1), Qt::LeftButton);
        QTRY_COMPARE(plot->view().channels.size(), std::size_t{64});
        QVERIFY(!f.find<Segment>("channel_axis")->button(2)->isEnabled());
    }

    void channelsOfARowAreExplained() {
        WorkbenchFixture f;
        f.draw({"normal", {{"n", 1000}}});
        open(f, Channels);
        QTRY_VERIFY(!f.find<ChannelPlot>("channel_plot")->isVisible());
        const auto* notice = f.find<QWidget>("channels_tab")->findChild<Notice*>();
        QVERIFY(notice->isVisible());
        QVERIFY(!notice->text().isEmpty());
    }

    // 32-bit scales for groups of 64 of INT4: 4.5 bits.
    void groupsAreComparedAtEqualCost() {
        WorkbenchFixture f;
        f.draw({"outlier-channels", {{"rows", 16}, {"cols", 256}, {"channels", 1}}});
        f.bench->setScheme(integers("int4"));
        open(f, Groups);
        const auto* reading = f.find<QLabel>("group_reading");
        QTRY_VERIFY(!reading->text().isEmpty());
        auto* slider = f.find<SteppedSlider>("group_size_slider");
        QTest::keyClick(slider, Qt::Key_Right);
        QCOMPARE(slider->stop(), 64);
        QVERIFY2(reading->text().contains(QStringLiteral("4.5 bits per weight")),
                 qPrintable(reading->text()));
        QTest::mouseClick(f.find<QPushButton>("group_apply"), Qt::LeftButton);
        QCOMPARE(f.bench->scheme().granularity, Granularity::Group);
        QCOMPARE(f.bench->scheme().groupSize, std::int64_t{64});
        QTest::mouseClick(f.find<Segment>("group_scale_format")->button(1), Qt::LeftButton);
        QCOMPARE(f.bench->scheme().scaleFormat, ScaleFormat::Fp16);
        QTRY_VERIFY(reading->text().contains(QStringLiteral("4.25 bits per weight")));
    }

    void remediesReactToAPlantedOutlier() {
        WorkbenchFixture f;
        f.draw({"normal", {{"n", 1000}}});
        open(f, Outliers);
        const auto* bars = f.find<BarList>("remedies");
        QTRY_COMPARE(bars->bars().size(), std::size_t{7});
        const double planted = decibels(*bars, Remedy::PerTensor);
        QCOMPARE_GT(decibels(*bars, Remedy::Smooth), planted + 3);
        QCOMPARE_GT(decibels(*bars, Remedy::Rotation), planted + 3);
        QVERIFY(f.find<QLabel>("outlier_facts")->text().contains(QStringLiteral(": 7.")));
        QTest::mouseClick(f.find<Segment>("outlier_plant")->button(0), Qt::LeftButton);
        QTRY_VERIFY(decibels(*bars, Remedy::PerTensor) > planted + 3);
        QVERIFY(!f.find<Segment>("outlier_activations")->button(1)->isEnabled());
    }

    // The outlier channels of the tensor itself are found and taken as they are.
    void theTensorsOwnOutliersCanBeTaken() {
        WorkbenchFixture f;
        f.draw({"outlier-channels", {{"rows", 64}, {"cols", 48}, {"channels", 2}}});
        open(f, Outliers);
        QTest::mouseClick(f.find<Segment>("outlier_activations")->button(1), Qt::LeftButton);
        const auto* facts = f.find<QLabel>("outlier_facts");
        QTRY_VERIFY2(facts->text().startsWith(QStringLiteral("64×48")), qPrintable(facts->text()));
        // 48 is no power of two: no rotation, and the page says why.
        QCOMPARE(f.find<BarList>("remedies")->bars().size(), std::size_t{6});
        QVERIFY(facts->text().contains(QStringLiteral("power of two")));
    }

    void symmetryIsJudgedAndApplied_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<bool>("asymmetric");
        QTest::newRow("one-sided") << "relu" << true;
        QTest::newRow("balanced") << "normal" << false;
    }

    void symmetryIsJudgedAndApplied() {
        QFETCH(QString, kind);
        QFETCH(bool, asymmetric);
        WorkbenchFixture f;
        f.draw({kind.toStdString(), {{"n", 10000}}});
        f.bench->setScheme(integers("int8"));
        open(f, Symmetry);
        const auto* verdict = f.find<QLabel>("symmetry_verdict");
        QTRY_VERIFY(!verdict->text().isEmpty());
        QCOMPARE(verdict->text().startsWith(QStringLiteral("No")), asymmetric);
        QVERIFY(!f.find<QLabel>("symmetry_reason")->text().isEmpty());
        auto* apply = f.find<QPushButton>("symmetry_apply");
        QCOMPARE(apply->isEnabled(), asymmetric);
        if (asymmetric) {
            QTest::mouseClick(apply, Qt::LeftButton);
            QVERIFY(!f.bench->scheme().symmetric);
            QCOMPARE(f.bench->scheme().format, std::string("uint8"));
            QVERIFY(!apply->isEnabled());
        }
    }

    // What has no zero point is judged as 8-bit integers, and so it says.
    void symmetryOfFloatsIsThatOfIntegers() {
        WorkbenchFixture f;
        f.draw({"normal", {{"n", 1000}}});
        f.bench->setScheme(integers("nf4"));
        open(f, Symmetry);
        QTRY_VERIFY(!f.find<QLabel>("symmetry_verdict")->text().isEmpty());
        const auto* notice = f.find<QWidget>("symmetry_tab")->findChild<Notice*>();
        QVERIFY(notice->isVisible());
        QVERIFY(notice->text().contains(QStringLiteral("8-bit")));
        f.bench->setScheme(integers("int4"));
        QTRY_VERIFY(!notice->isVisible());
    }

    // Formats without scales of channels, without groups or without a range get no chart of them
    // and no settings of them, but the reason; formats without a zero point no trial of one.
    void nothingIsShownThatWasNotMeasured_data() {
        QTest::addColumn<QString>("format");
        for (const char* format : {"mxfp4", "nvfp4", "q4_1", "fp16", "bf16", "fp32"}) {
            QTest::newRow(format) << QString(format);
        }
    }
    void nothingIsShownThatWasNotMeasured() {
        QFETCH(QString, format);
        WorkbenchFixture f;
        f.draw({"outlier-channels", {{"rows", 12}, {"cols", 64}, {"channels", 1}}});
        const QuantScheme scheme = integers(format.toLatin1().constData());
        struct Said {
            Tab tab;
            const char* name;
            QString reason;
            std::vector<const char*> parts;
        };
        const Said all[] = {
            {Channels, "channels_tab", whyNoChannels(scheme), {"channel_plot", "channel_readout"}},
            {Groups, "groups_tab", whyNoGroups(scheme), {"group_cost_plot", "group_apply"}},
            {Curve, "curve_tab", whyNoRange(scheme), {"curve_family", "curve_readout"}},
            {Conventions, "conventions_tab", {}, {}}};
        for (const Said& said : all) {
            f.bench->setScheme(integers("int4"));
            open(f, said.tab);
            QTRY_VERIFY(!f.jobs.busy());
            const auto* tab = f.find<QWidget>(said.name);
            const auto* notice = tab->findChild<Notice*>();
            QTRY_COMPARE(notice->text(), QString());
            const auto shown = [&](const char* part) { return f.find<QWidget>(part)->isVisible(); };
            for (const char* part : said.parts) {
                QVERIFY2(shown(part), part);
            }
            f.bench->setScheme(scheme);
            f.rest();
            QTRY_VERIFY(!f.jobs.busy());
            QTest::qWait(200);  // longer than a tab rests before it measures
            QTRY_VERIFY(!f.jobs.busy());
            QVERIFY(notice->isVisible());
            if (!said.reason.isEmpty()) {
                QCOMPARE(notice->text(), said.reason);
            }
            for (const char* part : said.parts) {
                QVERIFY2(!shown(part), part);
            }
            for (const QLabel* label : tab->findChildren<QLabel*>()) {
                QVERIFY2(!label->isVisible() || !label->text().contains(QStringLiteral("tried on")),
                         qPrintable(label->text()));
            }
        }
    }

    // What the tab says of the present range is what the metrics say: exact at rest, else "≈".
    void theReadoutIsOfTheExactError() {
        WorkbenchFixture f;
        f.draw({"gamma", {{"n", 65536}}});
        QuantScheme scheme = integers("uint8", false);
        f.bench->setScheme(scheme);
        open(f, Curve);
        const auto* readout = f.find<QLabel>("curve_readout");
        for (const RangeMethod::Kind kind :
             {RangeMethod::Kind::Mse, RangeMethod::Kind::Percentile, RangeMethod::Kind::Entropy}) {
            scheme.range.kind = kind;
            f.bench->setScheme(scheme);
            QVERIFY2(readout->text().contains(QStringLiteral("≈")), qPrintable(readout->text()));
            f.rest();
            const ErrorReport& exact = f.bench->exact()->report;
            QVERIFY2(readout->text().contains(
                         QStringLiteral("MSE %1 = %2 clipping")
                             .arg(formatNumber(exact.mse), formatNumber(exact.clipMse))),
                     qPrintable(readout->text()));
            QVERIFY(!readout->text().contains(QStringLiteral("≈")));
        }
    }

    // A channel's figure is no point of the curve of one scale for all.
    void theCurvesOfATensorAreNotAChannels() {
        WorkbenchFixture f;
        f.draw({"outlier-channels", {{"rows", 12}, {"cols", 48}, {"channels", 1}}});
        QuantScheme scheme = integers("int4");
        scheme.granularity = Granularity::Channel;
        f.bench->setScheme(scheme);
        open(f, Curve);
        QTRY_VERIFY(!f.find<CurveTab>("curve_tab")->study().markers.empty());
        const auto* readout = f.find<QLabel>("curve_readout");
        QTRY_VERIFY(readout->text().contains(QStringLiteral("one scale")));
        f.bench->setScheme(integers("int4"));
        QTRY_VERIFY(readout->text().startsWith(QStringLiteral("now ")));
    }

    void integersAreWalkedStationByStation() {
        WorkbenchFixture f;
        f.draw({"normal", {{"n", 1000}}});
        open(f, Integer);
        const auto* tab = f.find<IntegerTab>("integer_tab");
        const auto* table = f.find<QTableWidget>("integer_table");
        QTRY_COMPARE(table->rowCount(), 6);
        const auto holds = [&] {
            const IntegerLayer& layer = tab->example().layer;
            for (std::size_t i = 0; i < tab->example().walk.outputs.size(); ++i) {
                const IntegerOutput& output = tab->example().walk.outputs[i];
                std::int32_t sum = 0;
                for (std::size_t k = 0; k < layer.inner; ++k) {
                    const std::size_t row = i / layer.columns;
                    sum += (layer.x[row * layer.inner + k] - layer.xParams.zeroPoint) *
                           layer.w[k * layer.columns + i % layer.columns];
                }
                QCOMPARE(output.accumulator, sum);
                QCOMPARE(table->item(int(i), 1)->text(), QString::number(sum));
                QCOMPARE(table->item(int(i), 6)->text().endsWith(QStringLiteral("≠")),
                         output.differs);
            }
        };
        holds();
        QTest::mouseClick(f.find<QPushButton>("integer_differing"), Qt::LeftButton);
        holds();
        bool differs = false;
        for (const IntegerOutput& output : tab->example().walk.outputs) {
            differs = differs || output.differs;
        }
        QVERIFY(differs);
    }

    void everyConventionIsProved() {
        WorkbenchFixture f;
        f.draw({"gamma", {{"n", 1000}}});
        f.bench->setScheme(integers("uint8", false));
        open(f, Conventions);
        QTRY_VERIFY(f.window->findChild<QLabel*>(QStringLiteral("form_0")) != nullptr);
        int row = 0;
        while (const auto* proof =
                   f.window->findChild<QLabel*>(QStringLiteral("form_proof_%1").arg(row))) {
            QCOMPARE(proof->text(), QStringLiteral("✓ 256 codes"));
            ++row;
        }
        QCOMPARE_GE(row, 5);
        QTest::mouseClick(f.find<QToolButton>("form_copy_1"), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), f.find<QLabel>("form_1")->text());
        f.bench->setScheme(integers("fp8-e4m3"));
        const auto* notice = f.find<QWidget>("conventions_tab")->findChild<Notice*>();
        QTRY_VERIFY(notice->isVisible());
    }

    /// The text of a cell of "Break it".
    static QString cell(const WorkbenchFixture& f, const QString& row, int column) {
        const auto* table = f.find<QTableWidget>("break_it_table");
        for (int i = 0; i < table->rowCount(); ++i) {
            if (table->item(i, 0)->text() == row) {
                return table->item(i, column + 1)->text();
            }
        }
        return QStringLiteral("no row ") + row;
    }

    /// The worked example of docs/DEFINITIONS.md: scale 4, zero point 5, 250 becomes 67.
    void aBugIsMadeAgain() {
        WorkbenchFixture f;
        f.draw({"ramp", {{"min", -20}, {"max", 1000}, {"n", 256}}});
        f.bench->setScheme(integers("uint8", false));
        f.bench->setSample(250);
        QTest::mouseClick(f.find<QTabBar>("analysis_tabs"), Qt::LeftButton, {},
                          f.find<QTabBar>("analysis_tabs")->tabRect(Bugs).center());
        QTRY_COMPARE(cell(f, QStringLiteral("Scale"), 0), QStringLiteral("4"));
        QCOMPARE(cell(f, QStringLiteral("Zero point, read with"), 0), QStringLiteral("5"));
        QCOMPARE(cell(f, QStringLiteral("Zero point, read with"), 1), QStringLiteral("4"));
        QCOMPARE(cell(f, QStringLiteral("Code of 250"), 0), QStringLiteral("67"));
        QCOMPARE(cell(f, QStringLiteral("250 comes back as"), 0), QStringLiteral("248"));
        QCOMPARE(cell(f, QStringLiteral("250 comes back as"), 1), QStringLiteral("252"));
        QCOMPARE(cell(f, QStringLiteral("Values read otherwise"), 1), QStringLiteral("100 %"));
        // 0 has a row of its own, unless it is the sample.
        const auto* table = f.find<QTableWidget>("break_it_table");
        constexpr int zeroRow = 5;
        QCOMPARE(table->item(zeroRow, 0)->text(), QStringLiteral("0 comes back as"));
        QVERIFY(!table->isRowHidden(zeroRow));
        f.bench->setSample(0);
        QVERIFY(table->isRowHidden(zeroRow));
        f.bench->setSample(250);
        QVERIFY(!table->isRowHidden(zeroRow));
        // Another bug by the keyboard; the model's answers come by themselves.
        auto* choice = f.find<QComboBox>("break_it_bug");
        choice->setFocus();
        QTest::keyClick(choice, Qt::Key_Down);
        QTest::keyClick(choice, Qt::Key_Down);
        QCOMPARE(f.bench->settings().value(QStringLiteral("calibrate.bug")).toString(),
                 QStringLiteral("signed-divisor"));
        // 1020 / 127 in six digits.
        QTRY_COMPARE(cell(f, QStringLiteral("Scale"), 1), QStringLiteral("8.0315"));
        const QString model = QStringLiteral("Model’s right answers");
        QTRY_VERIFY_WITH_TIMEOUT(cell(f, model, 0).endsWith(QLatin1Char('%')), 20'000);
        QVERIFY(cell(f, model, 0) != cell(f, model, 1));
        // Fewer bits, as the scheme says: 1020 / 15.
        f.bench->setScheme(integers("uint4", false));
        QTRY_COMPARE(cell(f, QStringLiteral("Scale"), 0), QStringLiteral("68"));
        f.draw({"ramp", {{"min", 0}, {"max", 30}, {"n", 64}}});
        QTRY_COMPARE(cell(f, QStringLiteral("Scale"), 0), QStringLiteral("2"));
        QCOMPARE(cell(f, QStringLiteral("Zero point, made with"), 0), QStringLiteral("0"));
        const auto* notice = f.find<QWidget>("break_it_tab")->findChild<Notice*>();
        QVERIFY(!notice->isVisible());
        f.bench->setScheme(integers("fp8-e4m3"));
        // A reason stands alone: nothing is on its way.
        QTRY_VERIFY(notice->isVisible());
        QVERIFY(!table->isVisible());
        f.bench->setScheme(integers("uint4", false));
        QTRY_VERIFY(table->isVisible());
        f.draw({"constant", {{"value", 3}, {"n", 64}}});
        QTRY_VERIFY(notice->isVisible());
        QCOMPARE(cell(f, QStringLiteral("Scale"), 0), QStringLiteral("–"));
    }

    void oddInputIsExplained() {
        WorkbenchFixture f;
        f.draw({"normal", {{"n", 1000}}});
        QVERIFY2(notes(f).isEmpty(), qPrintable(notes(f)));
        f.draw({"uniform", {{"min", 5}, {"max", 6}, {"n", 1000}}});
        f.bench->setScheme(integers("uint8", false));
        QVERIFY2(notes(f).contains(QStringLiteral("excludes zero")), qPrintable(notes(f)));
        f.draw({"normal", {{"std", 1e-8}, {"n", 1000}}});
        QuantScheme half = integers("int8");
        half.scaleFormat = ScaleFormat::Fp16;
        f.bench->setScheme(half);
        QVERIFY2(notes(f).contains(QStringLiteral("FP16")), qPrintable(notes(f)));
        QuantScheme channels = integers("int8");
        channels.granularity = Granularity::Channel;
        f.bench->setScheme(channels);
        QVERIFY2(notes(f).contains(QStringLiteral("one value")), qPrintable(notes(f)));
        QuantScheme groups = integers("int8");
        groups.granularity = Granularity::Group;
        groups.groupSize = 64;
        f.bench->setScheme(groups);
        QVERIFY2(notes(f).contains(QStringLiteral("has 40")), qPrintable(notes(f)));
        f.draw({"constant", {{"value", 3}, {"n", 64}}});
        QVERIFY2(notes(f).contains(QStringLiteral("All values are 3")), qPrintable(notes(f)));
    }
};

QTEST_MAIN(TestCalibrateAnalysis)
#include "tst_calibrate_analysis.moc"
