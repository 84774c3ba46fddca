// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheme/param_equation.h"
#include "tests/support/golden.h"
#include "tests/ui/coach_run_cases.h"
#include "tests/ui/coach_tensor_cases.h"
#include "ui/pages/calibrate/calibrate_questions.h"
#include "ui/pages/compare/compare_questions.h"
#include "ui/pages/interview/interview_questions.h"
#include "ui/pages/learn/learn_questions.h"
#include "ui/pages/memory/memory_questions.h"
#include "ui/pages/memory/roofline_coach.h"
#include "ui/pages/numbers/numbers_questions.h"
#include "ui/pages/tradeoff/trade_off_questions.h"
#include "ui/pages/train/train_questions.h"
#include "ui/state/settings_catalogue.h"
#include "ui/text/numbers.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace zeropoint;
using namespace zeropoint::ui;
using namespace zeropoint::test;

namespace {

template <typename Figures>
bool fires(const CoachRule<Figures>& rule, Figures base,
           const std::function<void(Figures&)>& change) {
    change(base);
    return rule.applies(base);
}

/// Every rule of a page has a case, applies where it shall and nowhere else, says something whole,
/// and names a setting that there is.
template <typename Figures>
void checkRules(std::span<const CoachRule<Figures>> rules, const Figures& base,
                const std::vector<Case<Figures>>& cases) {
    QCOMPARE(cases.size(), rules.size());
    for (const CoachRule<Figures>& rule : rules) {
        const auto found = std::find_if(cases.begin(), cases.end(), [&](const auto& one) {
            return std::string_view(one.rule) == rule.name;
        });
        QVERIFY2(found != cases.end(), rule.name);
        QVERIFY2(fires(rule, base, found->yes), rule.name);
        QVERIFY2(!fires(rule, base, found->no), rule.name);
        Figures figures = base;
        found->yes(figures);
        const QString said = rule.say(figures);
        static const QRegularExpression unfilled(QStringLiteral("%[0-9n]"));
        QVERIFY2(said.size() > 20, rule.name);
        QVERIFY2(!unfilled.match(said).hasMatch(), qPrintable(said));
        QVERIFY2(!said.contains(QStringLiteral("nan")), qPrintable(said));
        if (rule.next != nullptr) {
            const TryNext next = rule.next(figures);
            QVERIFY2(!next.text.isEmpty(), rule.name);
            QVERIFY2(next.setting.isEmpty() || SettingsCatalogue::find(next.setting) != nullptr,
                     qPrintable(next.setting));
            const Setting* setting = SettingsCatalogue::find(next.setting);
            QVERIFY2(setting == nullptr || setting->kind != SettingKind::Choice ||
                         setting->choices.contains(next.value.toString()),
                     qPrintable(next.setting + QLatin1Char(' ') + next.value.toString()));
        }
    }
}

/// One question with its answer and one thing to try next, for the figures of every rule.
template <typename Figures>
void checkQuestions(std::span<const CoachRule<Figures>> rules,
                    std::span<const CoachQuestion<Figures>> questions, const Figures& base,
                    const std::vector<Case<Figures>>& cases) {
    QCOMPARE(questions.size(), rules.size());
    for (const CoachRule<Figures>& rule : rules) {
        const CoachQuestion<Figures>* question = questionOf(questions, rule);
        QVERIFY2(question != nullptr, rule.name);
        Figures figures = base;
        for (const Case<Figures>& one : cases) {
            if (std::string_view(one.rule) == rule.name) {
                one.yes(figures);
            }
        }
        QVERIFY2((rule.next != nullptr) != (question->next != nullptr), rule.name);
        const CoachText text = advise(rules, questions, figures);
        QVERIFY2(!text.next.text.isEmpty(), rule.name);
        const Setting* setting = SettingsCatalogue::find(text.next.setting);
        QVERIFY2(text.next.setting.isEmpty() || setting != nullptr, qPrintable(text.next.setting));
        QVERIFY2(setting == nullptr || setting->kind != SettingKind::Choice ||
                     setting->choices.contains(text.next.value.toString()),
                 qPrintable(text.next.setting + QLatin1Char(' ') + text.next.value.toString()));
        static const QRegularExpression unfilled(QStringLiteral("%[0-9n]|nan|\\binf\\b"));
        for (const Prediction& asked : {question->ask(figures), text.prediction}) {
            const QString all = asked.question + QLatin1Char('\n') +
                                asked.options.join(QLatin1Char('\n')) + QLatin1Char('\n') +
                                asked.explanation;
            QVERIFY2(asked.options.size() >= 2, rule.name);
            QVERIFY2(asked.correct >= 0 && asked.correct < asked.options.size(), rule.name);
            QStringList options = asked.options;
            QVERIFY2(options.removeDuplicates() == 0, qPrintable(all));
            QVERIFY2(asked.question.size() > 10 && asked.explanation.size() > 10, qPrintable(all));
            QVERIFY2(!unfilled.match(all).hasMatch(), qPrintable(all));
        }
    }
}

}  // namespace

class TestCoach : public QObject {
    Q_OBJECT

private slots:
    void rulesOfCalibrate() { checkRules(calibrateRules(), usualTensor(), calibrateCases()); }
    void rulesOfNumbers() { checkRules(numbersRules(), ofValue(0.3), numbersCases()); }
    void rulesOfTrain() { checkRules(trainRules(), usualRun(), trainCases()); }
    void rulesOfTradeOff() { checkRules(tradeOffRules(), usualRuns(), tradeOffCases()); }
    void rulesOfInterview() { checkRules(interviewRules(), usualDay(), interviewCases()); }

    void rulesOfCompare() { checkRules(compareRules(), twoColumns(), compareCases()); }
    void rulesOfTwoFiles() { checkRules(filesRules(), twoFiles(), filesCases()); }
    void rulesOfAScan() { checkRules(scanRules(), usualScan(), scanCases()); }
    void rulesOfMemory() { checkRules(memoryRules(), usualMemory(), memoryCases()); }
    void rulesOfLearn() { checkRules(learnRules(), usualLearner(), learnCases()); }

    void everyRuleAsksAndNamesWhatIsNext() {
        checkQuestions(calibrateRules(), calibrateQuestions(), usualTensor(), calibrateCases());
        checkQuestions(numbersRules(), numbersQuestions(), ofValue(0.3), numbersCases());
        checkQuestions(trainRules(), trainQuestions(), usualRun(), trainCases());
        checkQuestions(tradeOffRules(), tradeOffQuestions(), usualRuns(), tradeOffCases());
        checkQuestions(interviewRules(), interviewQuestions(), usualDay(), interviewCases());
        checkQuestions(compareRules(), compareQuestions(), twoColumns(), compareCases());
        checkQuestions(filesRules(), filesQuestions(), twoFiles(), filesCases());
        checkQuestions(scanRules(), scanQuestions(), usualScan(), scanCases());
        checkQuestions(memoryRules(), memoryQuestions(), usualMemory(), memoryCases());
        checkQuestions(learnRules(), learnQuestions(), usualLearner(), learnCases());
    }

    // What is worked out by hand, for figures that decide it.
    void theRightOptionFollowsTheFigures() {
        const auto asked = [](const auto& questions, const char* rule, const auto& figures) {
            for (const auto& question : questions) {
                if (std::string_view(question.rule) == rule) {
                    return question.ask(figures);
                }
            }
            return Prediction();
        };
        // From 0 to 1 the symmetric step is 1 / 127 and that with a zero point 1 / 255: a half.
        CalibrateFigures oneSided = usualTensor();
        oneSided.summary.min = 0;
        QCOMPARE(asked(calibrateQuestions(), "calibrate.half_unused", oneSided).correct, 2);
        // 1000 values; without the last the step is 0.001 and the reach 0.127: rounding of
        // 8.3e-8 and (1 - 0.127)^2 / 1000 = 7.6e-4 of clipping. Against an MSE of 6e-6 it rises,
        // against 1e-2 it falls.
        CalibrateFigures outlier = usualTensor();
        outlier.narrowScale = 0.001;
        outlier.narrowed = {-0.127, 0.127, 7.6e-4, 7.6e-4, 8.3e-8, 0, 0.001, 0.873};
        outlier.estimate.mse = 6e-6;
        QCOMPARE(asked(calibrateQuestions(), "calibrate.outlier", outlier).correct, 1);
        outlier.estimate.mse = 1e-2;
        QCOMPARE(asked(calibrateQuestions(), "calibrate.outlier", outlier).correct, 0);
        // Spikes on levels leave half the range no finer error: what the histogram tells counts.
        CalibrateFigures spikes = usualTensor();
        QCOMPARE(asked(calibrateQuestions(), "calibrate.no_clipping", spikes).correct, 1);
        spikes.halved.roundMse = 0.98 * spikes.estimate.roundMse;
        QCOMPARE(asked(calibrateQuestions(), "calibrate.no_clipping", spikes).correct, 2);
        spikes.halved.roundMse = 0.7 * spikes.estimate.roundMse;  // none of what is offered
        QVERIFY(asked(calibrateQuestions(), "calibrate.no_clipping", spikes).options.isEmpty());
        // The whole range would round at (1 / 127)^2 / 12 = 5.2e-6.
        CalibrateFigures clipped = usualTensor();
        clipped.full.mse = 5.2e-6;
        clipped.estimate.mse = 1e-5;
        QCOMPARE(asked(calibrateQuestions(), "calibrate.clipping", clipped).correct, 0);
        clipped.estimate.mse = 1e-6;
        QCOMPARE(asked(calibrateQuestions(), "calibrate.clipping", clipped).correct, 1);
        // 70000 is beyond FP16, which BF16 holds as 70144.
        QCOMPARE(
            asked(numbersQuestions(), "numbers.exponent_against_mantissa", ofValue(0.3)).correct,
            1);
        // 0.5 * 3 has two mantissa bits: exact in the floats, not in INT8 up to 1.
        QCOMPARE(asked(numbersQuestions(), "numbers.power_of_two", ofValue(0.5)).correct, 1);
        // E5M2 has infinities, E4M3 has none.
        QCOMPARE(asked(numbersQuestions(), "numbers.not_finite",
                       ofValue(std::numeric_limits<double>::infinity()))
                     .correct,
                 1);
        ScanFigures scan = usualScan();
        scan.worstDb = 5;
        scan.worstTotalDb = 20;  // 15 dB are two and a half bits
        const Prediction bits = asked(scanQuestions(), "compare.scan_far_below", scan);
        QCOMPARE(bits.options[bits.correct], QStringLiteral("3"));
        MemoryFigures memory = usualMemory();
        memory.weights = 4e9;
        memory.cache = 5e9;
        memory.total = 10e9;
        QCOMPARE(asked(memoryQuestions(), "memory.fits_nowhere", memory).correct, 1);
    }

    // A float's steps grow with its values: half the range is not a quarter of its error.
    void evenStepsAreAskedOfIntegersAlone() {
        CalibrateFigures f = usualTensor();
        f.error.clipMse = 0;
        f.best = f.estimate;
        QCOMPARE(advise(calibrateRules(), calibrateQuestions(), f).prediction.question,
                 QStringLiteral("Halve the range. What becomes of the rounding error inside it?"));
        f.scheme.format = "fp8-e4m3";
        f.integer = false;
        f.estimate = f.best = f.full = {};
        QVERIFY(advise(calibrateRules(), calibrateQuestions(), f).prediction.options.isEmpty());
        f.error.clipMse = f.error.roundMse / 2;  // there are no bits to add or to take away
        const CoachText text = advise(calibrateRules(), calibrateQuestions(), f);
        QVERIFY(text.prediction.options.isEmpty());
        QVERIFY(text.next.setting != QStringLiteral("calibrate.scheme.bits"));
    }

    void aBitMoreIsOneMore() {
        CalibrateFigures f = usualTensor();
        f.error.clipMse = f.error.roundMse / 2;
        for (const int bits : {4, 8, 15}) {
            f.bits = bits;
            const CoachText text = advise(calibrateRules(), calibrateQuestions(), f);
            QCOMPARE(text.next.setting, QStringLiteral("calibrate.scheme.bits"));
            QCOMPARE(text.next.value.toInt(), bits + 1);
        }
    }

    // Five new cards at ten a day are one day, and half of that is not another answer.
    void whatHasTwoEqualOptionsIsNotAsked() {
        InterviewFigures f = usualDay();
        f.all.answered = 1;
        f.all.cards = 8;
        f.fresh = 5;
        const auto half = std::ranges::find_if(interviewQuestions(), [](const auto& question) {
            return std::string_view(question.rule) == "interview.half_unseen";
        });
        QVERIFY(half->ask(f).options.removeDuplicates() > 0);
        const CoachText text = advise(interviewRules(), interviewQuestions(), f);
        QVERIFY(!text.prediction.options.isEmpty());
        QVERIFY(text.prediction.question != half->ask(f).question);
    }

    void thereAreManyWithNamesOfTheirOwn() {
        QSet<QString> names;
        std::size_t all = 0;
        const auto take = [&](const auto& rules) {
            for (const auto& rule : rules) {
                names.insert(QString::fromLatin1(rule.name));
                ++all;
            }
        };
        take(calibrateRules());
        take(numbersRules());
        take(trainRules());
        take(tradeOffRules());
        take(interviewRules());
        take(compareRules());
        take(filesRules());
        take(scanRules());
        take(memoryRules());
        take(learnRules());
        QCOMPARE(std::size_t(names.size()), all);
        QCOMPARE_GE(all, std::size_t{60});
    }

    void theBestRangeIsNotCalledTooWide() {
        const auto rules = calibrateRules();
        const auto rounding = std::ranges::find_if(rules, [](const auto& rule) {
            return QLatin1String(rule.name) == "calibrate.rounding";
        });
        QVERIFY(rounding != rules.end());
        CalibrateFigures f = usualTensor();  // its range is the best
        QVERIFY(!rounding->say(f).contains(QStringLiteral("narrower")));
        f.best.sqnrDb = f.estimate.sqnrDb + 1.5;
        f.best.lo = -0.9;
        f.best.hi = 0.9;
        QVERIFY(rounding->say(f).contains(QStringLiteral("narrower")));
        f.best.lo = -1.2;  // a tight range, of which the best is wider
        f.best.hi = 1.2;
        QVERIFY(!rounding->say(f).contains(QStringLiteral("narrower")));
        QVERIFY(rounding->say(f).contains(QStringLiteral("wider")));
    }

    // Steps from zero to the end of symmetric codes: 1, 3, 7, 15; from end to end of others, and of
    // PyTorch's symmetric ones, which divide twice the magnitude: 3, 7, 15.
    void aBitIsWorthWhatItsCodesSay_data() {
        QTest::addColumn<int>("bits");
        QTest::addColumn<bool>("symmetric");
        QTest::addColumn<Convention>("convention");
        QTest::addColumn<double>("finer");
        const Convention own = Convention::Zeropoint;
        QTest::newRow("2, symmetric") << 2 << true << own << 3.0;
        QTest::newRow("3, symmetric") << 3 << true << own << 7.0 / 3;
        QTest::newRow("7, symmetric") << 7 << true << own << 127.0 / 63;
        QTest::newRow("7, PyTorch") << 7 << true << Convention::PyTorch << 255.0 / 127;
        QTest::newRow("2, asymmetric") << 2 << false << own << 7.0 / 3;
        QTest::newRow("3, asymmetric") << 3 << false << own << 15.0 / 7;
    }
    void aBitIsWorthWhatItsCodesSay() {
        QFETCH(int, bits);
        QFETCH(bool, symmetric);
        QFETCH(Convention, convention);
        QFETCH(double, finer);
        CalibrateFigures f = usualTensor();
        f.bits = bits;
        f.scheme.format = "int" + std::to_string(bits);
        f.scheme.symmetric = symmetric;
        f.scheme.convention = convention;
        f.error.clipMse = 0;
        QCOMPARE_LE(std::abs(timesFiner(f.scheme, 1) - finer), 1e-6);  // PyTorch: float32
        QuantScheme wider = f.scheme;
        wider.format = "int" + std::to_string(bits + 1);
        QCOMPARE_LE(std::abs(timesFiner(wider, -1) - 1 / finer), 1e-6);
        f.bitMore.sqnrDb = f.estimate.sqnrDb + 20 * std::log10(finer);
        const auto rules = calibrateRules();
        const auto more = std::ranges::find_if(rules, [](const auto& rule) {
            return QLatin1String(rule.name) == "calibrate.one_bit_more";
        });
        QVERIFY(more->applies(f));
        QVERIFY2(more->say(f).contains(formatNumber(f.error.sqnrDb + 20 * std::log10(finer), 3)),
                 qPrintable(more->say(f)));
        f.scheme.scaleFormat = ScaleFormat::E8m0;  // the next power of two, whatever it is
        QVERIFY(!more->applies(f));
    }

    // Of columns too: NF4 and floats have no bit that could be taken away.
    void oneBitLessIsAskedOfIntegersAlone() {
        CompareFigures f = twoColumns();
        f.settings = 1;
        f.columns.resize(1);
        f.columns[0].bitLess = 20 * std::log10(3.0);  // three symmetric bits to two
        CoachText text = advise(compareRules(), compareQuestions(), f);
        QVERIFY(text.prediction.question.contains(QStringLiteral("one bit less")));
        QVERIFY2(text.prediction.options[text.prediction.correct].contains(
                     formatNumber(20 - 20 * std::log10(3.0), 3)),
                 qPrintable(text.prediction.options.join(QLatin1Char('|'))));
        f.columns[0].bitLess = 0;
        text = advise(compareRules(), compareQuestions(), f);
        QVERIFY(!text.prediction.question.contains(QStringLiteral("one bit less")));
    }

    // What a sentence counts on is what was set.
    void sentencesFollowTheSettings() {
        const auto said = [](const auto& rules, const char* name, const auto& figures) {
            for (const auto& rule : rules) {
                if (std::string_view(rule.name) == name) {
                    return rule.say(figures);
                }
            }
            return QString();
        };
        InterviewFigures day = usualDay();
        day.rememberedOfWeek = 10;
        day.retention = 0.8;
        QVERIFY(said(interviewRules(), "interview.often_forgotten", day).contains("80 %"));
        MemoryFigures memory = usualMemory();
        memory.qlora = 21e9;  // more than LoRA's 20
        QVERIFY(said(memoryRules(), "memory.qlora_saves_little", memory).contains("nothing"));
        QVERIFY(!said(memoryRules(), "memory.qlora_saves_little", memory).contains("−"));
        memory.cache = 5e9;
        memory.total = 9.5e9;
        QVERIFY(said(memoryRules(), "memory.cache_outgrows", memory).contains("5.5"));
        TradeOffFigures runs = usualRuns();
        runs.runs[0].onFront = false;
        runs.runs[0].indistinguishable = true;  // hollow, and by no means beaten
        QVERIFY(!said(tradeOffRules(), "tradeoff.front", runs).contains("beaten"));
        // A window that is full takes nothing more.
        memory.cacheOfTwice = memory.cache;
        for (const auto& question : memoryQuestions()) {
            if (std::string_view(question.rule) == "memory.cache_is_large") {
                QCOMPARE(question.ask(memory).correct, 0);
                memory.cacheOfTwice = 2 * memory.cache;
                QCOMPARE(question.ask(memory).correct, 1);
            }
        }
        // Beyond the largest value half a step is no tie: 127.5 of 127.
        NumberState state;
        state.value = 127.5;
        state.absMax = 127;
        state.inspected = QStringLiteral("int8");
        const NumbersFigures numbers = numbersFigures(state);
        QCOMPARE(std::abs(numbers.inspected.errorInUlp()), 0.5);
        for (const auto& rule : numbersRules()) {
            QVERIFY(std::string_view(rule.name) != "numbers.halfway" || !rule.applies(numbers));
        }
    }

    // What is said of even steps and of integers' codes is said of nothing else.
    void aRuleOfIntegersIsNotSaidOfFloats() {
        const auto rule = [](const char* name) {
            const auto rules = calibrateRules();
            return std::ranges::find_if(
                rules, [&](const auto& one) { return std::string_view(one.name) == name; });
        };
        CalibrateFigures f = usualTensor();
        f.error.clipMse = 0;
        f.summary.nan = 3;
        QVERIFY(rule("calibrate.no_clipping")->applies(f));
        QVERIFY(rule("calibrate.not_finite")->say(f).contains(QStringLiteral("zero point")));
        f.scheme.format = "fp8-e4m3";
        f.integer = false;
        QVERIFY(!rule("calibrate.no_clipping")->applies(f));
        f.error.clipMse = f.error.roundMse / 2;  // of other ranges nothing is known then
        QVERIFY(!rule("calibrate.rounding")->applies(f));
        QVERIFY(!rule("calibrate.balanced")->applies(f));
        f.summary.kurtosis = 9;
        QVERIFY(!rule("calibrate.heavy_tail")->applies(f));
        QVERIFY(!rule("calibrate.not_finite")->say(f).contains(QStringLiteral("zero point")));
        // A tight range puts values on the lowest code; max / 1.5 does so under min-max too.
        CalibrateFigures two = usualTensor();
        two.bits = 2;
        two.scheme.format = "int2";
        two.smallestCode = -1;
        QVERIFY(rule("calibrate.ternary")->applies(two));
        two.smallestCode = -2;
        QVERIFY(!rule("calibrate.ternary")->applies(two));
        two.smallestCode = -1;
        two.scheme.range.kind = RangeMethod::Kind::Percentile;
        QVERIFY(!rule("calibrate.ternary")->applies(two));
    }

    // What is rounded, and what is not, is named.
    void aCauseIsNotGuessed() {
        const auto said = [](const auto& rules, const char* name, const auto& figures) {
            for (const auto& rule : rules) {
                if (std::string_view(rule.name) == name) {
                    return rule.say(figures);
                }
            }
            return QString();
        };
        TrainFigures run = usualRun();
        run.method = MethodKind::Ptq;
        run.baseAccuracy = 0.95;
        run.weightBits = 8;
        QVERIFY(!said(trainRules(), "train.rounding_broke_it", run).contains("inputs"));
        run.inputBits = 2;
        QVERIFY(said(trainRules(), "train.rounding_broke_it", run).contains("inputs of 2 bits"));
        QVERIFY(!said(trainRules(), "train.progress", run).contains("steps"));
        // What trains nothing has no rate, and says of itself that it is broken.
        TrainFigures broken = usualRun();
        broken.method = MethodKind::Ptq;
        broken.weightBits = 2;
        broken.evaluations = {broken.evaluations.back()};
        broken.evaluations[0].testLoss = 6.77;  // ln 64 is 4.16
        const CoachText words = advise(trainRules(), trainQuestions(), broken);
        QVERIFY2(words.paragraphs[0].contains("worse than blind"), qPrintable(words.paragraphs[0]));
        QVERIFY(!words.next.text.contains("rate"));
        broken.method = MethodKind::Full;
        QVERIFY(said(trainRules(), "train.learned_nothing", broken).contains("less than chance"));
        for (const auto& question : trainQuestions()) {
            if (std::string_view(question.rule) == "train.learned_nothing") {
                const Prediction asked = question.ask(broken);
                QVERIFY(asked.options[asked.correct].contains("less likely"));
            } else if (std::string_view(question.rule) == "train.ptq_trains_nothing") {
                TrainFigures plain = usualRun();
                QCOMPARE(question.ask(plain).correct, 2);  // its inputs have no ranges
                plain.inputBits = 8;
                plain.calibratedInputs = true;
                QCOMPARE(question.ask(plain).correct, 1);
                plain.plainRounding = false;
                QVERIFY(question.ask(plain).options.isEmpty());
            }
        }
        for (const auto& question : trainQuestions()) {
            if (std::string_view(question.rule) == "train.ptq_trains_nothing") {
                QCOMPARE(question.next(run).value.toInt(), fullBits);
                run.inputBits = fullBits;
                QCOMPARE(question.next(run).value.toInt(), 8);
            }
        }
        NumberState zero;
        zero.value = 0;
        zero.formats = {QStringLiteral("fp32"), QStringLiteral("e8m0")};
        const NumbersFigures numbers = numbersFigures(zero);
        QVERIFY(said(numbersRules(), "numbers.zero", numbers).contains("E8M0"));
        const auto rules = numbersRules();
        const auto overflow = std::ranges::find_if(rules, [](const auto& rule) {
            return std::string_view(rule.name) == "numbers.overflow";
        });
        QVERIFY(!overflow->applies(numbers));
        // FP16 stores 257 exactly: it is no number of times nearer than BF16.
        const auto nearer = std::ranges::find_if(rules, [](const auto& rule) {
            return std::string_view(rule.name) == "numbers.exponent_against_mantissa";
        });
        QVERIFY(nearer->applies(ofValue(0.1)));
        QVERIFY(!nearer->applies(ofValue(257)));
        // FP32 has as many exponent bits as BF16.
        NumberState small;
        small.value = 1e-40;
        small.inspected = QStringLiteral("fp32");
        const auto subnormal = std::ranges::find_if(rules, [](const auto& rule) {
            return std::string_view(rule.name) == "numbers.subnormal";
        });
        QVERIFY(subnormal->applies(numbersFigures(small)));
        QCOMPARE(subnormal->next(numbersFigures(small)).setting, QStringLiteral("numbers.value"));
    }

    // The curve moves one end, the Coach both alike, the observer each by itself: three best
    // ranges.
    void aBestRangeSaysOfWhichItIsTheBest() {
        const auto rules = calibrateRules();
        const auto better = std::ranges::find_if(rules, [](const auto& rule) {
            return QLatin1String(rule.name) == "calibrate.better_range";
        });
        QVERIFY(better != rules.end());
        CalibrateFigures f = usualTensor();
        f.scheme.symmetric = false;
        f.best.sqnrDb = f.estimate.sqnrDb + 1.5;
        QVERIFY(better->say(f).contains(QStringLiteral("both ends")));
        QVERIFY(better->next(f).text.contains(QStringLiteral("each end")));
        f.scheme.symmetric = true;  // whose ends go together
        QVERIFY(!better->next(f).text.contains(QStringLiteral("each end")));
    }

    // By hand: 1e11 operations and 1e10 bytes a second meet at ten operations a byte.
    void theRoofIsSaidOfTheMachine() {
        QVERIFY(rooflineCoach(nullptr).paragraphs[0].contains("bytes are the limit"));
        QCOMPARE(rooflineCoach(nullptr).prediction.correct, 0);
        Roofline roofline;
        roofline.bytesPerSecond = 1e10;
        roofline.ceilings.push_back({ProductFormat::Int8, 1e11, 0.01});
        for (const std::int64_t batch : {1, 4, 64}) {
            roofline.points.push_back(
                {ProductFormat::Int8, batch, {0.01, 0.02}, 2e8 * double(batch), 1e8});
        }
        CoachText text = rooflineCoach(&roofline);  // 2, 8 and 128 operations a byte
        QVERIFY2(text.paragraphs[0].contains("bends at 10 operations"),
                 qPrintable(text.paragraphs[0]));
        QVERIFY2(text.paragraphs[1].contains("measured, 64 is the first"),
                 qPrintable(text.paragraphs[1]));
        roofline.points.pop_back();
        QVERIFY(rooflineCoach(&roofline).paragraphs[1].contains("No batch"));
    }

    // Before there is a run the Coach speaks of those that come with the program.
    void fourBitsHoldAndThreeDoNot() {
        const QJsonObject results =
            QJsonDocument::fromJson(
                test::readAll(test::testData("../../resources/lessons/results/default.json")))
                .object();
        QMap<QString, double> accuracy;
        for (const QJsonValue& run : results["summary"].toArray()) {
            accuracy[run["name"].toString()] = run["accuracy"].toDouble();
        }
        QCOMPARE_GE(accuracy["INT4 PTQ"], accuracy["FP32"] - 0.02);
        QCOMPARE_LE(accuracy["INT3 PTQ"], accuracy["FP32"] - 0.2);
        for (const auto& question : tradeOffQuestions()) {
            if (std::string_view(question.rule) == "tradeoff.nothing_yet") {
                QCOMPARE(question.ask(TradeOffFigures()).correct, 2);
            }
        }
    }

    void theHeaviestTwoAreSaid() {
        CalibrateFigures f = usualTensor();
        f.summary.min = 0;
        f.smallestCode = 0;
        f.summary.nan = 3;
        f.sample.tie = true;
        const CoachText text = advise(calibrateRules(), f);
        QCOMPARE(text.paragraphs.size(), 2);
        QVERIFY(text.paragraphs[0].contains(QStringLiteral("NaN")));
        QVERIFY(text.paragraphs[1].contains(QStringLiteral("never used")));
        // 128 of the 256 codes lie between 0 and 127; not all of these need occur.
        QVERIFY(text.paragraphs[1].contains(QStringLiteral("at least")));
        QVERIFY(text.paragraphs[1].contains(QStringLiteral("50 %")));
        QCOMPARE(text.next.setting, QStringLiteral("calibrate.scheme.zero_point"));
        QCOMPARE(text.next.value, QJsonValue("asymmetric"));
    }
};

QTEST_MAIN(TestCoach)
#include "tst_coach.moc"
