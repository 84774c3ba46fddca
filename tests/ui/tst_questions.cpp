// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/trade_off_fixture.h"
#include "ui/controls/metric_tile.h"
#include "ui/controls/number_field.h"
#include "ui/controls/value_slider.h"
#include "ui/controls/whole_label.h"
#include "ui/pages/page.h"
#include "ui/state/runs/run_stories.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/views.h"
#include "ui/text/numbers.h"
#include "ui/text/run_words.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QListWidget>
#include <QTabBar>
#include <QtTest>

using namespace zeropoint;
using namespace zeropoint::ui;
using test::TradeOffFixture;
using test::WorkbenchFixture;

namespace {

constexpr int wait = WorkbenchFixture::waitMilliseconds;

/// Clicks the entry of a list that has this text or data, as a hand does.
void clickEntry(QListWidget* list, const QVariant& data) {
    for (int row = 0; row < list->count(); ++row) {
        if (list->item(row)->data(Qt::UserRole) == data) {
            list->scrollToItem(list->item(row));
            QTest::mouseClick(list->viewport(), Qt::LeftButton, Qt::NoModifier,
                              list->visualItemRect(list->item(row)).center());
            return;
        }
    }
    QFAIL("no such entry");
}

void clickTab(WorkbenchFixture& f, const QString& title) {
    auto* tabs = f.find<QTabBar>("analysis_tabs");
    for (int tab = 0; tab < tabs->count(); ++tab) {
        if (tabs->tabText(tab) == title) {
            QTest::mouseClick(tabs, Qt::LeftButton, Qt::NoModifier, tabs->tabRect(tab).center());
        }
    }
    QVERIFY(f.jobs.waitForIdle(wait));
}

void example(WorkbenchFixture& f, const char* id) {
    clickEntry(f.find<QListWidget>("examples"), QString::fromLatin1(id));
    QVERIFY(f.jobs.waitForIdle(wait));
    f.rest();
}

/// A hand that counts: a question is answered within three clicks, typing aside.
class Hand {
public:
    explicit Hand(WorkbenchFixture& f) : m_f(f) {}

    void press(const char* name) {
        auto* button = m_f.find<QAbstractButton>(name);
        QVERIFY2(button->isVisible() && button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
        settle();
    }
    void choose(const char* list, const QVariant& data) {
        clickEntry(m_f.find<QListWidget>(list), data);
        settle();
    }
    void tab(const char* bar, const QString& title) {
        auto* tabs = m_f.find<QTabBar>(bar);
        for (int tab = 0; tab < tabs->count(); ++tab) {
            if (tabs->tabText(tab) == title) {
                QTest::mouseClick(tabs, Qt::LeftButton, Qt::NoModifier,
                                  tabs->tabRect(tab).center());
                settle();
                return;
            }
        }
        QFAIL(qPrintable(title));
    }
    /// A choice of a segment, by its words.
    void part(const char* segment, const QString& title) {
        for (auto* button : m_f.find<QWidget>(segment)->findChildren<QAbstractButton*>()) {
            if (button->text() == title) {
                QTest::mouseClick(button, Qt::LeftButton);
                settle();
                return;
            }
        }
        QFAIL(qPrintable(title));
    }
    /// Opens a box and takes an entry: two clicks.
    void pick(const char* name, const QString& title) {
        auto* box = m_f.find<QComboBox>(name);
        QTest::mouseClick(box, Qt::LeftButton);
        QTRY_VERIFY(box->view()->isVisible());
        // Else it is one long press; Qt measures the interval by a coarse timer.
        QTest::qWait(QApplication::doubleClickInterval() * 3 / 2);
        const QModelIndex entry = box->model()->index(box->findText(title), 0);
        QVERIFY(entry.isValid());
        QTest::mouseClick(box->view()->viewport(), Qt::LeftButton, Qt::NoModifier,
                          box->view()->visualRect(entry).center());
        ++m_clicks;
        settle();
    }
    int clicks() const { return m_clicks; }

private:
    void settle() {
        ++m_clicks;
        QVERIFY(m_f.jobs.waitForIdle(wait));
        QCoreApplication::processEvents();
    }

    WorkbenchFixture& m_f;
    int m_clicks = 0;
};

/// Everything that is written on the page now.
QString wordsOn(const QWidget* page) {
    QStringList words;
    for (const QLabel* label : page->findChildren<QLabel*>()) {
        if (label->isVisible()) {
            words << label->text();
        }
    }
    for (const QAbstractButton* button : page->findChildren<QAbstractButton*>()) {
        if (button->isVisible()) {
            words << button->text();
        }
    }
    return words.join(QLatin1Char('\n'));
}

bool says(const QString& text, std::initializer_list<const char*> parts) {
    for (const char* part : parts) {
        if (!text.contains(QString::fromUtf8(part), Qt::CaseInsensitive)) {
            qWarning("“%s” is not in: %s", part, qPrintable(text));
            return false;
        }
    }
    return true;
}

}  // namespace

/// What a learner asks, answered on the screen in words beside the figures, within three clicks.
class TestQuestions : public QObject {
    Q_OBJECT

private slots:
    void whyIs250StoredAs64AndReadAs25098() {
        WorkbenchFixture f;
        example(f, "ramp-1000");
        QVERIFY(says(f.find<QLabel>("example_words")->text(),
                     {"250 is stored as 64", "3.92157", "63.75", "250.98"}));
    }

    void whatDoesTheZeroPointDoAndWhyMustZeroBeExact() {
        WorkbenchFixture f;
        example(f, "ramp-20-1000");
        // -20 / 4 = -5: five codes below zero.
        QVERIFY(says(f.find<QLabel>("example_words")->text(),
                     {"zero point is the code of zero", "5 codes lie below", "padding", "exact"}));
    }

    void whenIsSymmetricBetter_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("weights") << "weights"
                                 << "symmetric is as good";
        QTest::newRow("relu") << "relu"
                              << "a zero point gains";
    }

    void whenIsSymmetricBetter() {
        QFETCH(QString, id);
        QFETCH(QString, verdict);
        WorkbenchFixture f;
        example(f, qPrintable(id));
        clickTab(f, QStringLiteral("Symmetry"));
        QTRY_VERIFY_WITH_TIMEOUT(wordsOn(f.find<QWidget>("symmetry_tab")).contains(verdict), wait);
    }

    void howMuchDoesOneOutlierWidenTheStep() {
        WorkbenchFixture f;
        example(f, "outlier");
        QVERIFY(says(f.find<QLabel>("example_words")->text(),
                     {"outermost value alone widens the step", "times", "percentile"}));
        // A float's steps go with its values: it costs the others nothing.
        QVERIFY(f.bench->settings().set(QStringLiteral("calibrate.scheme.format"),
                                        QStringLiteral("fp8-e4m3")));
        QTRY_VERIFY_WITH_TIMEOUT(
            !f.find<QLabel>("example_words")->text().contains(QStringLiteral("widens")), wait);
    }

    void whyHasNf4These16Levels() {
        WorkbenchFixture f;
        Hand hand(f);
        hand.choose("examples", QStringLiteral("weights"));
        hand.part("scheme_family", QStringLiteral("NF4"));
        QCOMPARE_LE(hand.clicks(), 3);
        QVERIFY(says(f.find<QLabel>("example_words")->text(),
                     {"16 levels", "equal shares", "normal", "exact zero"}));
    }

    // The same on the page about numbers, step by step.
    void howAreNf4sLevelsMade() {
        WorkbenchFixture f;
        Hand hand(f);
        hand.press("rail_numbers");
        hand.part("numberViews", QStringLiteral("NF4"));
        QCOMPARE_LE(hand.clicks(), 3);
        auto* words = f.find<QLabel>("nf4Words");
        QVERIFY(!words->visibleRegion().isEmpty());
        QVERIFY(says(words->text(), {"16 levels", "equal share", "normal", "exact zero"}));
    }

    void whichObserverIsBest() {
        WorkbenchFixture f;
        example(f, "start");
        clickTab(f, QStringLiteral("Error curve"));
        QTRY_VERIFY_WITH_TIMEOUT(
            wordsOn(f.window->currentPage()).contains(QStringLiteral("dB, best")), wait);
        auto* why = f.find<WholeLabel>("curve_best");
        QVERIFY(why->fits());
        QVERIFY(says(why->text(), {"is best here", "clipping", "rounding", "least together"}));
    }

    void whatDoesEachBitOfFp16Say() {
        WorkbenchFixture f;
        Hand hand(f);
        hand.press("rail_numbers");
        QCOMPARE_LE(hand.clicks(), 3);
        // Sign, exponent less its bias of 15, and 1024ths.
        QVERIFY(
            says(wordsOn(f.window->currentPage()), {"FP16, bit by bit", "(−1)", "15", "/1024"}));
    }

    void whyDoes70000OverflowInFp16() {
        WorkbenchFixture f;
        Hand hand(f);
        hand.press("rail_numbers");
        QVERIFY(f.find<QPushButton>("example4")->accessibleName().contains(formatNumber(70000, 6)));
        hand.press("example4");
        hand.press("coach_toggle");
        QCOMPARE_LE(hand.clicks(), 3);
        auto* coach = f.find<QLabel>("coach_text");
        QTRY_VERIFY(coach->isVisible());
        QVERIFY(says(coach->text(), {"FP16 ends at", "65"}));
    }

    // Fake-quantize forward and backward, and why the loss then sees the rounding: the node's own
    // words and those of the tab that looks into a QAT run.
    void whyIsPtqEasyAndWhereDoesItBreak() {
        WorkbenchFixture f;
        Hand hand(f);
        hand.press("rail_train");
        hand.choose("train_stories", static_cast<int>(RunStory::PtqAgainstQat));
        QCOMPARE_LE(hand.clicks(), 3);
        QVERIFY(says(f.find<QLabel>("train_story_shared")->text(),
                     {"PTQ is easy", "breaks", "shipped sample", "seed 1"}));
        const auto& runs = f.bench->training().runs();
        QTRY_COMPARE_WITH_TIMEOUT(runs.size(), std::size_t{8}, wait);
        std::set<QString> names;
        for (const RunRecord& run : runs) {
            names.insert(run.name);
            QCOMPARE(run.plan.training.seed, runs.front().plan.training.seed);
            QCOMPARE(run.plan.training.steps, runs.front().plan.training.steps);
            QCOMPARE(int(run.plan.start), int(StartFrom::Sample));
        }
        QCOMPARE(names.size(), std::size_t{8});
        QCOMPARE(f.bench->training().selected(), runs.front().id);
        f.bench->training().stop();
    }

    void adaptersStandOnEqualFooting() {
        for (const StoryRun& run : runsOfStory(RunStory::Adapters)) {
            QVERIFY(run.plan.method.lora == run.plan.method.qlora.adapters);
            QCOMPARE(run.plan.training.steps, std::size_t{1200});
        }
        const auto runs = runsOfStory(RunStory::Adapters);
        QCOMPARE(runs.size(), std::size_t{3});
        QCOMPARE(runs[1].plan.training.learningRate, runs[2].plan.training.learningRate);
    }

    void storiesDifferInOneSetting_data() {
        QTest::addColumn<int>("story");
        QTest::newRow("observers") << int(RunStory::Observers);
        QTest::newRow("calibration") << int(RunStory::Calibration);
    }

    void storiesDifferInOneSetting() {
        QFETCH(int, story);
        const auto runs = runsOfStory(static_cast<RunStory>(story));
        QCOMPARE_GE(runs.size(), std::size_t{4});
        std::set<QString> names;
        for (const StoryRun& run : runs) {
            names.insert(run.name);
            StoryRun same = run;
            if (story == int(RunStory::Observers)) {
                same.plan.method.recipe.base.activation.scheme.range =
                    runs.front().plan.method.recipe.base.activation.scheme.range;
            } else {
                same.plan.method.recipe.calibration = runs.front().plan.method.recipe.calibration;
            }
            QVERIFY(same.plan.method.recipe == runs.front().plan.method.recipe);
        }
        QCOMPARE(names.size(), runs.size());
    }

    // Where nothing has run yet, or what is looked at came with the program, of the sample.
    void whatCostsABitMoreAndWhatToShipAt30Kilobytes_data() {
        QTest::addColumn<bool>("ran");
        QTest::addColumn<bool>("shipped");
        QTest::newRow("from a fresh start") << false << false;
        QTest::newRow("over the runs that came with the program") << false << true;
        QTest::newRow("after an experiment") << true << false;
    }

    void whatCostsABitMoreAndWhatToShipAt30Kilobytes() {
        QFETCH(bool, ran);
        QFETCH(bool, shipped);
        QTemporaryDir folder;
        TradeOffFixture f(folder.path());
        if (ran) {
            f.runSmall();
        }
        if (shipped) {
            f.tradeOff.setExperiment(f.tradeOff.experiments().constFirst());
            QVERIFY(f.tradeOff.shipped());
        }
        QTRY_VERIFY_WITH_TIMEOUT(f.find<QPushButton>("sensitivity_measure")->isEnabled(),
                                 TradeOffFixture::waitMilliseconds);
        Hand bit(f);
        f.window->showPageById(QStringLiteral("calibrate"));
        bit.press("rail_tradeoff");
        bit.press("sensitivity_measure");
        QCOMPARE_LE(bit.clicks(), 3);
        QTRY_VERIFY_WITH_TIMEOUT(f.find<QLabel>("sensitivity_words")->isVisible(),
                                 TradeOffFixture::waitMilliseconds);
        QVERIFY(says(f.find<QLabel>("sensitivity_words")->text(),
                     {"validation sequences", "95 % interval", "suffers most at 3 bits",
                      "one bit more for it costs"}));
        Hand ship(f);
        f.window->showPageById(QStringLiteral("calibrate"));
        ship.press("rail_tradeoff");
        auto* field = f.find<NumberField>("budget_field");
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, QStringLiteral("30"));
        QTest::keyClick(field, Qt::Key_Return);
        ship.press("budget_solve");
        QCOMPARE_LE(ship.clicks(), 3);
        QTRY_VERIFY_WITH_TIMEOUT(f.find<QLabel>("budget_words")->isVisible(),
                                 TradeOffFixture::waitMilliseconds);
        QVERIFY(says(f.find<QLabel>("budget_words")->text(), {"To ship within 30", "KB"}));
        QTRY_VERIFY_WITH_TIMEOUT(f.tradeOff.summary(f.tradeOff.selected()) != nullptr,
                                 TradeOffFixture::waitMilliseconds);
        // The words tell what the table tells.
        const double accuracy = f.tradeOff.summary(f.tradeOff.selected())->accuracy;
        QVERIFY(f.find<QLabel>("budget_words")
                    ->text()
                    .contains(formatNumber(accuracy * 100, 3) + QStringLiteral(" %")));
        QCOMPARE_LE(f.tradeOff.runs().back().result.sizeBytes, std::uint64_t{30'000});
        // The mix stands beside what it is of, and can be trained.
        QVERIFY(!f.tradeOff.shipped());
        QVERIFY(f.tradeOff.study().sensitivity().has_value());
        QVERIFY(f.find<QPushButton>("budget_train")->isVisible());
        QSignalSpy failed(&f.tradeOff, &TradeOff::failed);
        f.click("budget_train");
        QTRY_VERIFY(f.tradeOff.running());
        f.tradeOff.cancel();
        QTRY_VERIFY_WITH_TIMEOUT(!f.tradeOff.running(), TradeOffFixture::waitMilliseconds);
        QCOMPARE(failed.size(), 0);
    }

    void whatLacksALittleIsNotAllOfIt() {
        QCOMPARE(formatPercent(0.42), QStringLiteral("42 %"));
        QCOMPARE(formatPercent(0.994), QStringLiteral("99 %"));
        QCOMPARE(formatPercent(0.995), QStringLiteral("99.5 %"));
        QCOMPARE(formatPercent(-0.99996), QStringLiteral("−99.996 %"));
        QCOMPARE(formatPercent(1), QStringLiteral("100 %"));
    }

    void whatDoesQloraSaveAndCost() {
        WorkbenchFixture f;
        Hand hand(f);
        hand.press("rail_train");
        hand.pick("train_method", methodTitle(MethodKind::Qlora));
        QCOMPARE_LE(hand.clicks(), 3);
        auto* costs = f.find<QLabel>("train_costs");
        QTRY_VERIFY_WITH_TIMEOUT(costs->text().contains(QStringLiteral("NF4")), wait);
        QVERIFY(!costs->visibleRegion().isEmpty());
        const RunFacts& facts = f.bench->training().draft().facts();
        // Weight, gradient and two moments of FP32 for each that is trained.
        QVERIFY(costs->text().contains(formatBytes(facts.trained * 4 * 4)));
        QVERIFY(costs->text().contains(formatBytes(facts.bytes)));
        QVERIFY(says(costs->text(), {"adapters", "gradients", "moments", "full training",
                                     "stored in NF4", "price", "rounded"}));
    }

    void whatDoesFakeQuantizeDo() {
        WorkbenchFixture f;
        Hand hand(f);
        hand.press("rail_train");
        hand.part("inside_choice", QStringLiteral("QAT"));
        QCOMPARE_LE(hand.clicks(), 3);
        QVERIFY(says(wordsOn(f.window->currentPage()),
                     {"forward", "rounded", "backward", "as if", "loss sees the rounding"}));
    }
};

QTEST_MAIN(TestQuestions)
#include "tst_questions.moc"
