// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/cache_forms.h"
#include "core/memory/catalogue.h"
#include "core/memory/estimate.h"
#include "tests/support/golden.h"
#include "tests/ui/train_fixture.h"
#include "tests/ui/workbench_fixture.h"
#include "ui/access/access.h"
#include "ui/controls/bar_list.h"
#include "ui/controls/bit_row.h"
#include "ui/controls/choice_list.h"
#include "ui/controls/figure_label.h"
#include "ui/controls/how_known.h"
#include "ui/controls/metric_tile.h"
#include "ui/controls/row_table.h"
#include "ui/pages/page.h"
#include "ui/state/interview/interview.h"
#include "ui/state/memory_study.h"
#include "ui/state/roofline_study.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/memory_words.h"
#include "ui/text/provenance.h"

#include <QAbstractItemView>
#include <QFileInfo>
#include <QLabel>
#include <QRegularExpression>
#include <QScreen>
#include <QTextDocumentFragment>
#include <QtTest>

using namespace zeropoint;
using namespace zeropoint::ui;
using test::WorkbenchFixture;

class TestHowKnown : public QObject {
    Q_OBJECT

private:
    static QString part(QWidget* popup, const char* name) {
        const auto* label = popup->findChild<QLabel*>(QLatin1String(name));
        return label != nullptr ? label->text() : QString();
    }

private slots:
    void everyRowNamesAFileThatHoldsIt() {
        QFile file(test::testData(QStringLiteral("../../docs/DEFINITIONS.md")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString definitions = QString::fromUtf8(file.readAll());
        QFile measured(test::testData(QStringLiteral("../../docs/MEMORY.md")));
        QVERIFY(measured.open(QIODevice::ReadOnly));
        QVERIFY(measured.readAll().contains("\n## Figures beside the assumptions\n"));
        QSet<QString> ids;
        for (const Provenance& row : allProvenance()) {
            QVERIFY2(!ids.contains(QLatin1String(row.id)), row.id);
            ids.insert(QLatin1String(row.id));
            QVERIFY2(QFileInfo::exists(
                         test::testData(QStringLiteral("../../") + QLatin1String(row.heldBy))),
                     row.heldBy);
            QVERIFY(!provenanceText(row.formula).isEmpty());
            const QString source = QString::fromUtf8(row.source);
            const QString ours = QStringLiteral("docs/DEFINITIONS.md, ");
            if (source.startsWith(ours)) {
                const QString section = source.mid(ours.size()).section(QLatin1Char(';'), 0, 0);
                QVERIFY2(
                    definitions.contains(QStringLiteral("\n## ") + section + QLatin1Char('\n')),
                    row.source);
            }
        }
    }

    void aFigureAnswersAClick() {
        WorkbenchFixture f;
        f.draw({"ramp", {{"min", 0}, {"max", 1000}}});
        f.rest();
        auto* tile = f.find<MetricTile>("metric_mse");
        QTest::mouseClick(tile, Qt::LeftButton);
        auto* popup = tile->findChild<QWidget*>(QStringLiteral("how_known"));
        QVERIFY(popup != nullptr);
        QVERIFY(part(popup, "how_known_formula").contains(QStringLiteral("Σ (x − x′)²")));
        // What is put in comes to what is shown.
        QVERIFY2(part(popup, "how_known_numbers")
                     .contains(QStringLiteral(" = ") + tile->value().left(4)),
                 qPrintable(part(popup, "how_known_numbers")));
        QVERIFY(part(popup, "how_known_test").endsWith(QStringLiteral(".cpp")));
        // All of it can be read, wherever the figure stands.
        const QRect room = popup->screen()->availableGeometry();
        QVERIFY2(room.contains(popup->geometry()),
                 qPrintable(QStringLiteral("%1, %2: %3 × %4 of %5 × %6")
                                .arg(popup->x())
                                .arg(popup->y())
                                .arg(popup->width())
                                .arg(popup->height())
                                .arg(room.width())
                                .arg(room.height())));
        popup->close();
    }

    void everyMetricAnswers() {
        WorkbenchFixture f;
        f.draw({"ramp", {{"min", 0}, {"max", 1000}}});
        f.rest();
        for (const char* name : {"metric_sqnr", "metric_mse", "metric_clip", "metric_round",
                                 "metric_max", "metric_clipped", "metric_size", "metric_bits"}) {
            auto* figure = f.find<QWidget>(name);
            QTest::mouseClick(figure, Qt::LeftButton);
            auto* popup = figure->findChild<QWidget*>(QStringLiteral("how_known"));
            QVERIFY2(popup != nullptr, name);
            QVERIFY2(!part(popup, "how_known_numbers").isEmpty(), name);
            popup->close();
        }
    }

    /// What holds of even steps alone is not put in for a float.
    void numbersAreThoseOfTheFormat() {
        WorkbenchFixture f;
        f.draw({"normal", {{"n", 4096}, {"seed", 9}}});
        f.rest();
        const auto numbers = [&](const char* name) {
            auto* figure = f.find<QWidget>(name);
            QTest::mouseClick(figure, Qt::LeftButton);
            auto* popup = figure->findChild<QWidget*>(QStringLiteral("how_known"));
            const QString text = popup == nullptr ? QString() : part(popup, "how_known_numbers");
            delete popup;
            return text;
        };
        QVERIFY(numbers("metric_max").contains(QStringLiteral("s / 2")));
        QVERIFY(numbers("metric_round").contains(QStringLiteral("s² / 12")));
        for (const auto& [setting, value] : {std::pair("calibrate.scheme.rounding", "floor"),
                                             std::pair("calibrate.scheme.format", "fp8-e4m3")}) {
            QVERIFY(f.bench->settings().set(QLatin1String(setting), QLatin1String(value)));
            f.rest();
            QTRY_VERIFY(!numbers("metric_max").contains(QStringLiteral("s / 2")));
            QVERIFY(!numbers("metric_max").isEmpty());
            QVERIFY(!numbers("metric_round").contains(QStringLiteral("s² / 12")));
        }
    }

    /// Digits in words, but for those of names: INT8, Llama-2, layers.0.
    static bool holdsAFigure(QString text) {
        static const QRegularExpression name(QStringLiteral(R"([A-Za-z][\w.\-/]*)"));
        static const QRegularExpression digit(QStringLiteral("[0-9]"));
        return text.remove(name).contains(digit);
    }

    static bool saysAFigure(const QWidget* widget) {
        const auto* label = qobject_cast<const QLabel*>(widget);
        if (label == nullptr || label->text().isEmpty() || label->buddy() != nullptr) {
            return false;  // a buddy: the caption of an input
        }
        static const QHash<QString, const char*> noFigures{
            {QStringLiteral("layer_title"), "the name of a layer"},
            {QStringLiteral("grade_keys"), "names of keys"}};
        if (noFigures.contains(label->objectName())) {
            return false;
        }
        return holdsAFigure(QTextDocumentFragment::fromHtml(label->text()).toPlainText());
    }

    /// What is painted and tells who listens a figure for each of its parts.
    static bool paintsAFigure(const Access* access) {
        if (access == nullptr || !access->items) {
            return false;
        }
        const std::vector<AccessItem> items = access->items();
        return std::any_of(items.begin(), items.end(),
                           [](const AccessItem& item) { return holdsAFigure(item.value); });
    }

    /// Lists that are no inputs.
    static bool listsAFigure(const QWidget* widget) {
        const auto* view = qobject_cast<const QAbstractItemView*>(widget);
        if (view == nullptr || qobject_cast<const ChoiceList*>(view) != nullptr) {
            return false;
        }
        const QAbstractItemModel& model = *view->model();
        for (int row = 0; row < model.rowCount(); ++row) {
            for (int column = 0; column < model.columnCount(); ++column) {
                if (holdsAFigure(model.index(row, column).data().toString())) {
                    return true;
                }
            }
        }
        return false;
    }

    static QString sayingOf(const QWidget* widget) {
        const auto* label = qobject_cast<const QLabel*>(widget);
        return label == nullptr ? QString()
                                : QStringLiteral(" “%1”").arg(
                                      QTextDocumentFragment::fromHtml(label->text()).toPlainText());
    }

    static QStringList shownWithoutAnswer(const QWidget* root) {
        QStringList silent;
        for (const QWidget* widget : root->findChildren<QWidget*>()) {
            const Access* access = accessOf(widget);
            const bool figure = qobject_cast<const FigureLabel*>(widget) != nullptr ||
                                qobject_cast<const RowTable*>(widget) != nullptr ||
                                qobject_cast<const BitRow*>(widget) != nullptr ||
                                widget->inherits("QCustomPlot") || saysAFigure(widget) ||
                                paintsAFigure(access) || listsAFigure(widget) ||
                                (access != nullptr && access->role == QAccessible::Chart) ||
                                qobject_cast<const BarList*>(widget) != nullptr;
            if (figure && !widget->visibleRegion().isEmpty() && !isHowKnown(widget)) {
                const QWidget* around = widget->parentWidget();
                silent << QString::fromLatin1(widget->metaObject()->className()) +
                              QLatin1Char(' ') + widget->objectName() + QStringLiteral(" in ") +
                              QString::fromLatin1(around->metaObject()->className()) +
                              sayingOf(widget);
            }
        }
        return silent;
    }

    void everyFigureOfEveryPageAnswers_data() {
        QTest::addColumn<int>("page");
        int number = 0;
        for (const PageEntry& entry : pageList()) {
            QTest::newRow(qPrintable(entry.id)) << number++;
        }
    }

    /// What the pages show once there is something to show: finished runs, an open card.
    static void fill(WorkbenchFixture& f) {
        const Result<void> set =
            f.bench->settings().set(QStringLiteral("tradeoff.experiment"),
                                    QStringLiteral("Sorting, ascending to descending (shipped)"));
        QVERIFY(set);
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        f.bench->interview().reveal();
    }

    /// What is silent in every view of a page as it stands, named by the view.
    static QStringList silentViews(WorkbenchFixture& f, bool waits = true) {
        auto* shown = f.window->findChild<Page*>();
        QStringList silent;
        for (int view = 0; view <= shown->viewNames().size(); ++view) {
            shown->showView(view);
            if (waits) {
                [&] { QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds)); }();
            }
            QTest::qWait(50);
            for (const QString& one : shownWithoutAnswer(shown)) {
                silent << QStringLiteral("view %1: ").arg(view) + one;
            }
        }
        return silent;
    }

    /// Of every view: what shows a figure that may change, a table of figures, a chart, and words,
    /// lists and painted parts with digits in them.
    void everyFigureOfEveryPageAnswers() {
        QFETCH(int, page);
        WorkbenchFixture f(page);
        f.draw({"ramp", {{"min", -20}, {"max", 1000}}});
        f.rest();
        auto* shown = f.window->findChild<Page*>();
        QVERIFY(shown != nullptr);
        fill(f);
        const QStringList silent = silentViews(f);
        QVERIFY2(silent.isEmpty(), qPrintable(silent.join(QLatin1Char('\n'))));
    }

    /// While a run trains: curves that grow, what it has done and what is left.
    void aRunInTrainingAnswers_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("tab");  // of a small window
        QTest::newRow("all of it") << QSize(1440, 900) << 0;
        QTest::newRow("runs") << QSize(960, 540) << 1;
    }
    void aRunInTrainingAnswers() {
        QFETCH(QSize, size);
        QFETCH(int, tab);
        test::TrainFixture f;
        f.window->resize(size);
        f.makeSmall(1'000'000);
        f.click("train_queue");
        QVERIFY(f.wait(RunState::Running));
        QTRY_VERIFY_WITH_TIMEOUT(!f.run().evaluations.empty(), test::waitMilliseconds);
        QStringList silent = silentViews(f, false);
        TrainView view = f.bench->views().train.get();
        view.tab = tab;
        f.bench->views().train.set(view);
        QTest::qWait(50);
        silent += shownWithoutAnswer(f.window->findChild<Page*>());
        QCOMPARE(f.run().state, RunState::Running);
        QVERIFY2(silent.isEmpty(), qPrintable(silent.join(QLatin1Char('\n'))));
    }

    /// Two files beside each other, with a pair looked at, and one model under every setting.
    void twoOpenFilesAnswer() {
        ZEROPOINT_NEED_GOLDEN("llama/stories260k");
        WorkbenchFixture f(2);
        f.draw({"ramp", {{"min", -20}, {"max", 1000}}});
        ComparisonView files = f.bench->views().compare.get();
        files.segment = 1;
        files.fileA = test::golden(QStringLiteral("llama/stories260k/model.safetensors"));
        files.fileB = test::golden(QStringLiteral("llama/stories260k-q4_0.gguf"));
        f.bench->views().compare.set(files);
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        auto* table = f.find<QAbstractItemView>("compare_pairs");
        QTRY_VERIFY(table->model()->rowCount() > 0);
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        table->setCurrentIndex(table->model()->index(0, 0));
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QTRY_VERIFY(!f.find<QLabel>("pair_name")->text().isEmpty());
        QStringList silent = shownWithoutAnswer(f.window->findChild<Page*>());
        silent += silentViews(f);
        QVERIFY2(silent.isEmpty(), qPrintable(silent.join(QLatin1Char('\n'))));
    }

    /// A machine that was measured: points, ceilings, what is concluded from them.
    void aMeasuredMachineAnswers() {
        WorkbenchFixture f(5);
        (void)f.bench->settings().set(QStringLiteral("memory.part"), QStringLiteral("speed"));
        RooflineSpec spec;
        spec.inner = 64;
        spec.outer = 96;
        spec.batches = {1, 64};
        spec.patience = {2, 1, 0};
        spec.cube = 64;
        spec.bandwidthBytes = 1 << 20;
        RooflineStudy& study = f.bench->memory().roofline();
        study.measure(spec);
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QTest::qWait(50);
        if (study.problem()) {
            QSKIP(("cannot multiply here: " + toString(*study.problem())).c_str());
        }
        const QStringList silent = shownWithoutAnswer(f.window->findChild<Page*>());
        QVERIFY(QFile::remove(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
                              QStringLiteral("/roofline.json")));
        QVERIFY2(silent.isEmpty(), qPrintable(silent.join(QLatin1Char('\n'))));
    }

    /// The parts of a bar as a table, and the assumptions of a model with latent attention.
    void partsAndAssumptionsAnswer_data() {
        QTest::addColumn<QString>("setting");
        QTest::addColumn<QString>("value");
        QTest::newRow("this setting") << "memory.lower"
                                      << "setting";
        QTest::newRow("latent") << "memory.model"
                                << "deepseek-v3";
        QTest::newRow("recurrent") << "memory.model"
                                   << "qwen3.5-27b";
    }
    void partsAndAssumptionsAnswer() {
        QFETCH(QString, setting);
        QFETCH(QString, value);
        WorkbenchFixture f(5);
        const Setting* known = SettingsCatalogue::find(QStringLiteral("memory.lower"));
        QVERIFY(known != nullptr && known->choices.size() == 3);
        const bool table = setting == known->name;
        QVERIFY(f.bench->settings().set(setting, table ? known->choices[1] : value));
        if (!table) {
            QVERIFY(f.bench->settings().set(known->name, known->choices[2]));
        }
        QTest::qWait(50);
        const QStringList silent = shownWithoutAnswer(f.window->findChild<Page*>());
        QVERIFY2(silent.isEmpty(), qPrintable(silent.join(QLatin1Char('\n'))));
    }

    /// What the assumptions say of other models follows from these models' shapes.
    void figuresOfOtherModelsFollowFromTheirShapes() {
        const auto model = [](const char* id) {
            return findArchitecture(shippedArchitectures(), id).value();
        };
        const auto said = [](MemoryRowKind kind) {
            MemoryRow row;
            row.kind = kind;
            return rowExplains(row);
        };
        const Architecture llama = model("llama-2-7b");
        // GPT-3 has 96 layers of width 12,288.
        constexpr double adapters = 8 * 2 * (12288 + 12288) * 96;
        QVERIFY(said(MemoryRowKind::Adapters).contains(QString::number(adapters / 1e6, 'f', 1)));
        const std::int64_t token =
            2 * 2 * llama.kvHeads * llama.headDim * static_cast<std::int64_t>(llama.layers.size());
        QVERIFY(said(MemoryRowKind::Keys)
                    .contains(QLocale(QLocale::English).toString(qlonglong(token))));
        const double states =
            static_cast<double>(recurrentStateBytes(model("qwen3.5-27b"), 4)) / (1 << 20);
        QVERIFY(said(MemoryRowKind::RecurrentState).contains(QString::number(states, 'f', 1)));
    }

    /// DeepSeek-V3's 128 heads x (192 + 128) values in place of 512 + 64 of the latent row.
    void whatLatentRowsSaveIsComputed() {
        WorkbenchFixture f(5);
        const auto said = [&] {
            QStringList texts;
            for (const QLabel* label : f.window->findChildren<QLabel*>()) {
                texts << label->text();
            }
            return texts.join(QLatin1Char('\n'));
        };
        QVERIFY(
            f.bench->settings().set(QStringLiteral("memory.lower"), QStringLiteral("assumptions")));
        QTRY_VERIFY(said().contains(QStringLiteral("71.1 times as much")));
        // Kimi K2 has half of the heads, and the same latent row.
        QVERIFY(f.bench->settings().set(QStringLiteral("memory.model"), QStringLiteral("kimi-k2")));
        QTRY_VERIFY(said().contains(QStringLiteral("35.6 times as much")));
        QVERIFY(said().contains(QStringLiteral("Kimi K2")));
    }

    /// A figure within a sentence is a figure.
    void whatIsSaidInWordsAnswers_data() {
        QTest::addColumn<int>("page");
        QTest::addColumn<int>("view");
        const std::tuple<const char*, int, int> told[] = {
            {"codesSummary", 0, 1},    {"blockEquation", 0, 3},  {"nf4Sentence", 0, 3},
            {"blockError", 0, 3},      {"example_words", 1, 0},  {"curve_readout", 1, 1},
            {"channel_readout", 1, 2}, {"group_reading", 1, 3},  {"integer_multiplier", 1, 6},
            {"form_proof_0", 1, 7},    {"break_it_table", 1, 8}, {"model_summary", 3, 0},
            {"budget_left", 5, 2},     {"budget_cache", 5, 2},   {"memory_reasons", 5, 2},
            {"course_count", 6, 0},    {"due_today", 7, 0}};
        for (const auto& [name, page, view] : told) {
            QTest::newRow(name) << page << view;
        }
    }

    void whatIsSaidInWordsAnswers() {
        QFETCH(int, page);
        QFETCH(int, view);
        WorkbenchFixture f(page);
        f.draw({"ramp", {{"min", -20}, {"max", 1000}}});
        auto* shown = f.window->findChild<Page*>();
        shown->showView(view);
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        const QString name = QString::fromLatin1(QTest::currentDataTag());
        QTRY_VERIFY(shown->findChild<QWidget*>(name) != nullptr);
        QVERIFY(isHowKnown(shown->findChild<QWidget*>(name)));
    }

    void aSilentFigureIsFound() {
        WorkbenchFixture f;
        f.draw({"ramp", {{"min", 0}, {"max", 1000}}});
        f.rest();
        auto* shown = f.window->findChild<Page*>();
        QVERIFY(shownWithoutAnswer(shown).isEmpty());
        setHowKnown(f.find<QWidget>("metric_mse"), {});
        QCOMPARE(shownWithoutAnswer(shown).size(), 1);
    }

    void aPartOfTheMemoryAnswersAClick() {
        WorkbenchFixture f(5);
        f.bench->settings().set(QStringLiteral("memory.model"), QStringLiteral("llama-2-7b"));
        f.bench->settings().set(QStringLiteral("memory.bar"), QStringLiteral("fp16"));
        f.bench->settings().set(QStringLiteral("memory.unit"), QStringLiteral("gb"));
        QCoreApplication::processEvents();
        auto* parts = f.find<QWidget>("memory_parts");
        QTest::mouseClick(parts, Qt::LeftButton, {}, QPoint(40, 10));
        auto* popup = parts->findChild<QWidget*>(QStringLiteral("how_known"));
        QVERIFY(popup != nullptr);
        // 6 738 415 616 weights of 2 bytes.
        QVERIFY2(part(popup, "how_known_numbers").contains(QStringLiteral(" = 13.48")),
                 qPrintable(part(popup, "how_known_numbers")));
        QCOMPARE(part(popup, "how_known_test"),
                 QStringLiteral("tests/core/memory/tst_memory_estimate.cpp"));
        popup->close();
        delete popup;
        QTest::mouseClick(parts, Qt::LeftButton, {}, QPoint(40, parts->height() - 2));
        popup = parts->findChild<QWidget*>(QStringLiteral("how_known"));
        QVERIFY(popup != nullptr);
        QVERIFY2(part(popup, "how_known_numbers").contains(QStringLiteral("13.48 + ")),
                 qPrintable(part(popup, "how_known_numbers")));
        popup->close();
    }

    /// A column of the Compare page gives the figures of its own setting.
    void aColumnAnswersAClick() {
        WorkbenchFixture f(2);
        f.draw({"ramp", {{"min", -20}, {"max", 1000}}});
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QCoreApplication::processEvents();
        auto* bits = f.find<QLabel>("compare_column_0_figure_4");
        QTest::mouseClick(bits, Qt::LeftButton);
        auto* popup = bits->findChild<QWidget*>(QStringLiteral("how_known"));
        QVERIFY(popup != nullptr);
        const QString shown = bits->text().section(QLatin1Char(' '), 0, 0);
        QVERIFY2(part(popup, "how_known_numbers").contains(QStringLiteral(" = ") + shown.left(3)),
                 qPrintable(part(popup, "how_known_numbers") + QStringLiteral("; ") + shown));
        popup->close();
    }

    void aRowAnswersShiftF1() {
        WorkbenchFixture f(0);
        auto* row = f.find<QWidget>("row-fp16");
        QTest::mouseClick(row, Qt::LeftButton, {}, QPoint(20, 10));
        QVERIFY(row->findChild<QWidget*>(QStringLiteral("how_known")) == nullptr);
        QTest::keyClick(f.find<QWidget>("bits-fp16"), Qt::Key_F1, Qt::ShiftModifier);
        auto* popup = row->findChild<QWidget*>(QStringLiteral("how_known"));
        QVERIFY(popup != nullptr);
        QCOMPARE(part(popup, "how_known_title"), QStringLiteral("Bits of a value"));
        // FP16(0.1) = 0.0999755859375, 2.441e-5 below.
        QVERIFY2(part(popup, "how_known_numbers").contains(QStringLiteral("2.441")),
                 qPrintable(part(popup, "how_known_numbers")));
        popup->close();
    }

    /// What is painted gives the figures that it draws, in each view of the Numbers page.
    void aPaintedFigureGivesItsNumbers_data() {
        QTest::addColumn<int>("view");
        QTest::addColumn<QByteArray>("widget");
        QTest::addColumn<QString>("number");
        QTest::newRow("codes") << 1 << QByteArray("codeTable") << QStringLiteral("0.1015625");
        QTest::newRow("blocks") << 3 << QByteArray("blockLedger") << QStringLiteral("together 4.5");
        QTest::newRow("NF4") << 4 << QByteArray("nf4Chart") << QStringLiteral("0.07958");
    }
    void aPaintedFigureGivesItsNumbers() {
        QFETCH(int, view);
        QFETCH(QByteArray, widget);
        QFETCH(QString, number);
        WorkbenchFixture f(0);
        f.bench->settings().set(QStringLiteral("numbers.inspected"), QStringLiteral("fp8-e4m3"));
        f.window->findChild<Page*>()->showView(view);
        QTest::qWait(50);
        auto* figure = f.find<QWidget>(widget);
        QVERIFY(figure->isVisible());
        QTest::keyClick(figure, Qt::Key_F1, Qt::ShiftModifier);
        auto* popup = figure->findChild<QWidget*>(QStringLiteral("how_known"));
        QVERIFY(popup != nullptr);
        QVERIFY2(part(popup, "how_known_numbers").contains(number),
                 qPrintable(part(popup, "how_known_numbers")));
        QVERIFY(!part(popup, "how_known_source").isEmpty());
        popup->close();
    }
};

QTEST_MAIN(TestHowKnown)
#include "tst_how_known.moc"
