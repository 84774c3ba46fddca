// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/check.h"
#include "core/course/course.h"
#include "core/course/placeholders.h"
#include "core/course/search.h"
#include "core/course/words_rules.h"
#include "tests/support/golden.h"
#include "tests/support/outcome.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace zeropoint;
using namespace zeropoint::course;

namespace {

const char* const words = R"(# Steps

What a step is.

## First {#first}

The weights run from {{lo}} to {{hi}}.

### predict
How wide is one step?

### reason codes
You counted the codes.

### reason otherwise
Divide by the steps.

### reveal
It is {{step}}.

## Second {#second}

Which is larger?

### predict
Choose.

### option a
{{hi}}

### option b
{{lo}}

### reason b
It is smaller.

### reveal
The first.

## In order {#order}

### predict
Put them in order.

### option x
four

### option y
eight

### reason falling
The other way round.

### reason otherwise
Count.

### reveal
Done.

## Drag {#drag}

### predict
Clip some.

### reason far
Too far.

### reason otherwise
Pull.

### reveal
Done.

## Case {#case}

A case.

## Rule {#rule}

### rule
A rule about the zero point.

## Another {#another}

See [scale](term:scale).

## Explain {#explain}

Say it.

### model
It is so.

### rubric
- one
- two
)";

const char* const figures = R"json({
  "lesson": 5,
  "id": "steps",
  "minutes": 10,
  "state": { "calibrate.scheme.bits": 8, "calibrate.sample": {"=": "hi / 4"} },
  "values": { "lo": 0, "hi": 1000, "step": "scale(lo, hi, 'uint8')" },
  "cards": [],
  "steps": [
    { "id": "first", "kind": "predict", "target": "calibrate.sample", "answers": ["q27"],
      "predict": { "kind": "number", "right": "step", "tolerance": "0.005",
        "distractors": [ {"id": "codes", "value": "hi / 256", "misconception": "m"} ] } },
    { "id": "second", "kind": "predict",
      "predict": { "kind": "choice", "options": ["a", "b"], "right": "a",
        "proof": {"a": "hi", "b": "lo"},
        "distractors": [ {"id": "b", "misconception": "m"} ] } },
    { "id": "order", "kind": "predict",
      "predict": { "kind": "order", "options": ["y", "x"], "by": {"x": 4, "y": 8},
        "distractors": [ {"id": "falling", "order": ["y", "x"], "misconception": "m"} ] } },
    { "id": "drag", "kind": "predict",
      "predict": { "kind": "until", "right": "figure('calibrate.clipped') > 0",
        "solution": {"calibrate.range.high": 800},
        "distractors": [ {"id": "far", "when": "setting('calibrate.range.high') < 100",
          "by": {"calibrate.range.high": 10}, "misconception": "m"} ] } },
    { "id": "case", "kind": "case" },
    { "id": "rule", "kind": "rule" },
    { "id": "another", "kind": "new-case" },
    { "id": "explain", "kind": "explain" }
  ]
})json";

const char* const terms = R"(# Glossary

## Scale {#scale}
also: step size, delta
see: zero-point

The width of one step.

## Zero point {#zero-point}

The code of zero.
)";

const char* const places = R"({"terms": {
  "scale": {"target": "calibrate.sample"},
  "zero-point": {"state": {"calibrate.scheme.bits": 4}}}})";

const char* const misconceptions = R"(# Misconceptions

## Everything {#m}

It is not so.
)";

const char* const cards = R"({ "deck": "calibration", "title": "Calibration", "cards": [
  { "id": "calibration.step", "kind": "numeric", "topic": "scale", "questions": ["q27"], "lesson": "steps/first",
    "seconds": 60,
    "draw": { "hi": {"from": 100, "to": 900, "step": 100} }, "values": { "step": "hi / 255" },
    "question": "From zero to {{hi}}: how wide is a step?", "right": "step", "tolerance": "step / 1000",
    "distractors": [ {"id": "codes", "value": "hi / 256", "misconception": "m", "reason": "You counted {{hi}}."} ],
    "otherwise": "Divide.", "answer": ["One.", "Two: {{step}}."],
    "rubric": ["one", "two"],
    "follow_ups": [ {"question": "And?", "answer": "So."}, {"question": "Why?", "answer": "Thus."} ],
    "show": { "state": {"calibrate.scheme.bits": 8}, "target": "calibrate.sample" } } ] })";

CourseFiles goodFiles() {
    return {{"lessons/en/5-steps.md", {words, "5-steps.md"}},
            {"lessons/en/5-steps.json", {figures, "5-steps.json"}},
            {"lessons/en/glossary.md", {terms, "glossary.md"}},
            {"lessons/en/glossary.json", {places, "glossary.json"}},
            {"lessons/en/misconceptions.md", {misconceptions, "misconceptions.md"}},
            {"decks/en/calibration.json", {cards, "calibration.json"}}};
}

WorkbenchNames names() {
    const QStringList settings{"calibrate.scheme.bits", "calibrate.sample", "calibrate.range.high"};
    return {[settings](const std::string& setting) {
                return settings.contains(QString::fromStdString(setting));
            },
            [](const std::vector<Setting>& state) {
                std::map<std::string, std::string> refused;
                for (const Setting& setting : state) {
                    if (setting.json == "\"sideways\"") {
                        refused[setting.name] = "Give a number";
                    }
                }
                return refused;
            },
            [](const std::string& anchor) { return anchor == "calibrate.sample"; },
            [](const std::string& figure) { return figure == "calibrate.clipped"; }};
}

Problems problemsOf(const CourseFiles& files) {
    Loaded loaded = loadCourse(files);
    const Problems checked = checkCourse(loaded.course, names());
    loaded.problems.insert(loaded.problems.end(), checked.begin(), checked.end());
    return loaded.problems;
}

QByteArray listOf(const Problems& problems) {
    QByteArray list;
    for (const Problem& problem : problems) {
        list += QByteArray::fromStdString(toString(problem)) + '\n';
    }
    return list;
}

/// The indented block that follows a line of docs/lessons.md.
std::string documented(const std::string& after) {
    QFile file(test::testData(QStringLiteral("../../docs/lessons.md")));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    std::string block;
    bool within = false;
    for (const QByteArray& line : file.readAll().split('\n')) {
        if (within && !line.isEmpty() && !line.startsWith("    ")) {
            return block;
        }
        if (within) {
            block += line.mid(4).toStdString() + '\n';
        }
        within = within || line.toStdString() == after;
    }
    return block;
}

/// The line on which `text` stands, from 1.
int lineOf(const std::string& file, const std::string& text) {
    const std::size_t at = file.find(text);
    return at == std::string::npos
               ? -1
               : 1 + int(std::count(file.begin(), file.begin() + std::ptrdiff_t(at), '\n'));
}

}  // namespace

class TestLessons : public QObject {
    Q_OBJECT

private slots:
    void aGoodCourseHasNoProblems() {
        const Problems problems = problemsOf(goodFiles());
        QVERIFY2(problems.empty(), listOf(problems));
    }

    void itIsReadAsItIsWritten() {
        const Course course = loadCourse(goodFiles()).course;
        const Lesson* lesson = course.lesson("steps");
        QVERIFY(lesson != nullptr);
        QCOMPARE(lesson->steps.size(), std::size_t(8));
        QCOMPARE(lesson->title.text, std::string("Steps"));
        QCOMPARE(lesson->summary.text, std::string("What a step is."));
        const Step* first = course.step("steps/first");
        QVERIFY(first != nullptr && first->question.has_value());
        QCOMPARE(first->text.line, lineOf(words, "The weights run"));
        QCOMPARE(first->answers, std::vector<std::string>{"q27"});
        const auto scope = scopeOf(course, *first);
        QVERIFY(scope);
        QCOMPARE(*fillIn(first->text.text, *scope), std::string("The weights run from 0 to 1000."));
        const auto state = resolve(first->place.state, *scope);
        QVERIFY(state);
        QCOMPARE(state->size(), std::size_t(2));
        QCOMPARE((*state)[1], (Setting{"calibrate.sample", "250.0"}));
        const Term* scale = course.glossary.find("scale");
        QVERIFY(scale != nullptr);
        QCOMPARE(scale->also, (std::vector<std::string>{"step size", "delta"}));
        QCOMPARE(scale->see, std::vector<std::string>{"zero-point"});
        QCOMPARE(scale->text.text, std::string("The width of one step."));
        const Card* card = course.card("calibration.step");
        QVERIFY(card != nullptr && card->asked.has_value());
        QCOMPARE(card->answer.text, std::string("One.\n\nTwo: {{step}}."));
    }

    void answersAreMetByTheirReasons_data() {
        QTest::addColumn<QString>("step");
        QTest::addColumn<double>("number");
        QTest::addColumn<QString>("option");
        QTest::addColumn<QStringList>("order");
        QTest::addColumn<QString>("answer");
        const QStringList none;
        QTest::newRow("right") << "first" << 1000.0 / 255 << "" << none << "right";
        QTest::newRow("rounded") << "first" << 3.92 << "" << none << "right";
        QTest::newRow("codes") << "first" << 1000.0 / 256 << "" << none << "codes";
        QTest::newRow("codes, rounded") << "first" << 3.906 << "" << none << "codes";
        QTest::newRow("another") << "first" << 5.0 << "" << none << "otherwise";
        QTest::newRow("right option") << "second" << 0.0 << "a" << none << "right";
        QTest::newRow("wrong option") << "second" << 0.0 << "b" << none << "b";
        QTest::newRow("right order") << "order" << 0.0 << "" << QStringList{"x", "y"} << "right";
        QTest::newRow("wrong order") << "order" << 0.0 << "" << QStringList{"y", "x"} << "falling";
        QTest::newRow("half an order") << "order" << 0.0 << "" << QStringList{"y"} << "otherwise";
    }

    void answersAreMetByTheirReasons() {
        QFETCH(QString, step);
        QFETCH(double, number);
        QFETCH(QString, option);
        QFETCH(QStringList, order);
        QFETCH(QString, answer);
        const Course course = loadCourse(goodFiles()).course;
        const Step* asked = course.step("steps/" + step.toStdString());
        Answer given{number, option.toStdString(), {}};
        for (const QString& id : order) {
            given.order.push_back(id.toStdString());
        }
        const auto verdict = check(*asked->question, given, *scopeOf(course, *asked));
        QVERIFY(verdict);
        QCOMPARE(QString::fromStdString(verdict->answer), answer);
        QCOMPARE(verdict->right, answer == "right");
        QCOMPARE(verdict->reason.empty(), answer == "right");
        const bool named = answer != "right" && answer != "otherwise";
        QCOMPARE(verdict->misconception, named ? std::string("m") : std::string());
    }

    void conditionsLookAtTheLiveWindow() {
        const Course course = loadCourse(goodFiles()).course;
        const Step* step = course.step("steps/drag");
        Scope scope = *scopeOf(course, *step);
        double clipped = 0;
        double high = 1000;
        scope.setFigures([&](const std::string&) { return std::optional<Value>(clipped); });
        scope.setLiveSettings([&](const std::string&) { return std::optional<Value>(high); });
        QCOMPARE(check(*step->question, {}, scope)->answer, std::string("otherwise"));
        high = 50;
        QCOMPARE(check(*step->question, {}, scope)->answer, std::string("far"));
        clipped = 0.1;
        QVERIFY(check(*step->question, {}, scope)->right);
    }

    /// One mistake in one file: where it is said to be, and what is said of it.
    void mistakes_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("replace");
        QTest::addColumn<QString>("by");
        QTest::addColumn<QString>("at");  ///< what stands on the line that is named
        QTest::addColumn<QString>("what");
        const QString md = "lessons/en/5-steps.md";
        const QString json = "lessons/en/5-steps.json";
        const QString glossary = "lessons/en/glossary.md";
        const QString shows = "lessons/en/glossary.json";
        const QString deck = "decks/en/calibration.json";
        const auto row = [](const char* name, const QString& file, const char* replace,
                            const char* by, const char* at, const char* what) {
            QTest::newRow(name) << file << QString::fromLatin1(replace) << QString::fromLatin1(by)
                                << QString::fromLatin1(at) << QString::fromLatin1(what);
        };
        row("typed figure", md, "A case.", "It has 256 codes.", "It has 256", "'256' is typed in");
        row("figure in code", md, "A case.", "So `4 * 3`.", "So `4", "typed in");
        row("decimal figure", md, "It is smaller.", "It is 3.9.", "It is 3.9", "typed in");
        row("figure in an option", md, "\nfour\n", "\n4\n", "\n4", "typed in");
        row("HTML", md, "A case.", "A <b>case</b>.", "A <b>", "HTML");
        row("image", md, "A case.", "![x](term:scale)", "![x]", "image");
        row("network", md, "A case.", "See https://example.org now.", "See https",
            "somewhere else");
        row("table", md, "A case.", "| a | b |", "| a |", "table");
        row("link to nowhere", md, "A case.", "[x](scale)", "[x](", "leads nowhere");
        row("unknown term", md, "term:scale", "term:scales", "term:scales", "There is no term");
        row("unknown step", md, "A case.", "[x](lesson:steps/none)", "[x](", "There is no step");
        row("unknown value", md, "{{lo}} to", "{{low}} to", "{{low}}", "There is no value 'low'");
        row("unclosed placeholder", md, "{{lo}} to", "{{lo to", "{{lo to", "has no end");
        row("bad form", md, "{{lo}} to", "{{lo|x}} to", "{{lo|x}}", "no form of a figure");
        row("control character", md, "A case.", "A \x01 case.", "A \x01", "hidden or no UTF-8");
        row("no UTF-8", md, "A case.", "A \xff case.", "A \xff", "hidden or no UTF-8");
        row("heading without id", md, "## Rule {#rule}", "## Rule", "## Rule", "has no id");
        row("step twice", md, "{#rule}", "{#case}", "## Rule", "stands twice");
        row("part twice", md, "### reveal\nThe first.", "### predict\nThe first.", "",
            "stands twice");
        row("unknown part", md, "### reveal\nThe first.", "### revealed\nThe first.",
            "### revealed", "belongs to nothing");
        row("part is missing", md, "### reason b\nIt is smaller.", "", "## Second",
            "'### reason b' is missing");
        row("heading too deep", md, "A case.", "#### Deep", "#### Deep", "none of # ## ###");
        row("fence without end", md, "A case.", "```\nA case.", "", "has no end");
        row("no rubric", md, "- one\n- two", "", "", "rubric");
        row("another encoding", md, "# Steps", "\xff\xfe# Steps", "\xff\xfe", "no UTF-8");
        row("no title", md, "# Steps", "Steps", "", "no title");
        row("not JSON", json, "\"minutes\": 10,", "\"minutes\": 10", "\"state\"", "");
        row("no comma", json, "\"minutes\": 10,", "\"minutes\": 10", "\"state\"",
            "No JSON goes on");
        row("right is infinite", json, "\"right\": \"step\"", "\"right\": \"1 / 0\"", "",

            "no finite number");
        row("negative tolerance", json, "\"tolerance\": \"0.005\"", "\"tolerance\": \"-1\"", "",

            "no number from 0 on");
        row("key twice", json, "\"minutes\": 10,", "\"minutes\": 10, \"minutes\": 11,", "minutes",
            "stands twice");
        row("unknown key", json, "\"minutes\"", "\"minuets\"", "minuets", "'minuets' is not known");
        row("wrong kind of value", json, "\"minutes\": 10", "\"minutes\": \"ten\"", "ten",
            "no number in its range");
        row("unknown kind of step", json, "\"new-case\"", "\"newcase\"", "newcase",
            "'newcase' is no kind");
        row("unknown setting", json, "calibrate.scheme.bits", "calibrate.scheme.bit",
            "calibrate.scheme.bit\"", "There is no setting");
        row("refused value", json, "\"calibrate.scheme.bits\": 8",
            "\"calibrate.scheme.bits\": \"sideways\"", "sideways", "does not take this value");
        row("unknown target", json, "\"target\": \"calibrate.sample\"",
            "\"target\": \"calibrate.x\"", "calibrate.x", "There is no place");
        row("unknown misconception", json, "{\"id\": \"b\", \"misconception\": \"m\"}",
            "{\"id\": \"b\", \"misconception\": \"n\"}", "\"id\": \"b\"", "no misconception");
        row("unknown function", json, "scale(lo, hi, 'uint8')", "scales(lo, hi, 'uint8')", "",
            "is no function");
        row("distractor is right", json, "\"value\": \"hi / 256\"", "\"value\": \"hi / 255\"",
            "hi / 255", "counts as 'right'");
        row("proof disagrees", json, "\"a\": \"hi\", \"b\": \"lo\"", "\"a\": \"lo\", \"b\": \"hi\"",
            "", "The figures prove 'b'");
        row("right is no option", json, "\"right\": \"a\"", "\"right\": \"c\"", "", "is no option");
        row("order of other options", json, "\"order\": [\"y\", \"x\"]",
            "\"order\": [\"y\", \"z\"]", "\"z\"", "not one of all options");
        row("unknown figure", json, "figure('calibrate.clipped')", "figure('calibrate.cut')", "",
            "no live figure");
        row("no solution", json, "\"solution\": {\"calibrate.range.high\": 800},", "", "",
            "how it is solved");
        row("unknown card", json, "\"cards\": []", "\"cards\": [\"x.y\"]", "", "There is no card");
        row("returns to nowhere", json, "\"kind\": \"case\"",
            "\"kind\": \"return\", \"returns\": \"formats/x\"", "returns", "no earlier step");
        row("explain too early", json, "\"kind\": \"rule\"", "\"kind\": \"explain\"", "",
            "Only the last step");
        row("bad expression in state", json, "{\"=\": \"hi / 4\"}", "{\"=\": \"hi /\"}", "",
            "The end");
        row("term without text", glossary, "The code of zero.", "", "", "has no text");
        row("term sees nothing", glossary, "see: zero-point", "see: zeropoint", "", "no term");
        row("place without term", shows, "\"scale\"", "\"scales\"", "scales", "not in glossary.md");
        row("topic is no term", deck, "\"topic\": \"scale\"", "\"topic\": \"scales\"", "",
            "is no term");
        row("typed figure in a card", deck, "how wide is a step?", "how wide are 255 steps?",
            "how wide", "'255' is typed in");
        row("draw of nothing", deck, "\"step\": 100}", "\"step\": 0}", "", "nothing to draw");
        row("one follow-up", deck, "{\"question\": \"And?\", \"answer\": \"So.\"}, ", "", "",
            "two follow-ups");
        row("card of a lost lesson", deck, "steps/first", "steps/last", "", "There is no step");
    }

    // Both sides name the results of both, and never two figures by one name.
    void resultsAreOneSet() {
        const auto results = [](const char* accuracy) {
            return CourseFile{
                std::string(R"({"runs": [], "summary": [{"name": "r", "seeds": [1], "loss": 0,
                    "accuracy_ci95": [0, 1], "size_bytes": 1, "bits_per_weight": 8, "seconds": 1,
                    "accuracy": )") +
                    accuracy + "}]}",
                "results"};
        };
        Course shipped = loadCourse({{"lessons/results/both.json", results("0.25")},
                                     {"lessons/results/shipped.json", results("0.5")}})
                             .course;
        Course own = loadCourse({{"lessons/results/both.json", results("0.75")},
                                 {"lessons/results/own.json", results("1")}})
                         .course;
        shipped.shareResults(own);
        for (const Course* course : {&shipped, &own}) {
            const MeasuredResults& all = *course->measured;
            QCOMPARE(all.value("both", "r", "accuracy").value(), 0.25);
            QCOMPARE(all.value("shipped", "r", "accuracy").value(), 0.5);
            QCOMPARE(all.value("own", "r", "accuracy").value(), 1.0);
        }
    }

    void mistakes() {
        QFETCH(QString, file);
        QFETCH(QString, replace);
        QFETCH(QString, by);
        QFETCH(QString, at);
        QFETCH(QString, what);
        CourseFiles files = goodFiles();
        CourseFile& changed = files.at(file.toStdString());
        // Bytes, not characters: some of the mistakes are no UTF-8.
        const std::string from = replace.toStdString();
        const std::string to = by.toLatin1().toStdString();
        const std::size_t where = changed.text.find(from);
        QVERIFY2(where != std::string::npos, qPrintable(replace));
        changed.text.replace(where, from.size(), to);
        const Problems problems = problemsOf(files);
        const auto found = std::find_if(problems.begin(), problems.end(), [&](const Problem& one) {
            return one.file == changed.shown &&
                   one.what.find(what.toStdString()) != std::string::npos;
        });
        QVERIFY2(found != problems.end(), listOf(problems));
        QVERIFY(!found->remedy.empty());
        if (!at.isEmpty()) {
            std::string mark = at.toLatin1().toStdString();
            int shift = 0;
            while (mark.starts_with('\n')) {
                ++shift;
                mark.erase(0, 1);
            }
            const int line =
                shift > 0 ? lineOf(changed.text, '\n' + mark) + 1 : lineOf(changed.text, mark);
            QVERIFY2(found->line == line, listOf({*found}));
        }
    }

    void allowedDigitsAreAllowed_data() {
        QTest::addColumn<QString>("text");
        for (const char* text :
             {"INT8 and FP16", "Q4_0 or Q4_K_M", "W4A16", "LLM.int8", "a 70B model, 1.1B, 260K",
              "4-bit codes", "Llama 2 and Llama 3.1", "lesson 5, step 3", "(Frantar, 2023)",
              "(2023)", "`2^b - 1` and `log10(x) * 10`", "E4M3, MXFP4, NF4", "Llama-2-70B"}) {
            QTest::newRow(text) << text;
        }
    }

    void allowedDigitsAreAllowed() {
        QFETCH(QString, text);
        Problems problems;
        checkWords({text.toStdString(), "x", 1}, 0, "It", problems);
        QVERIFY2(problems.empty(), listOf(problems));
    }

    void wordsAreCounted() {
        QCOMPARE(wordCount("It is **bold**, and {{a + b|.2}} dB wide."), 7);
        QCOMPARE(wordCount(""), 0);
        Problems problems;
        checkWords({"one two three", "x", 4}, 2, "It", problems);
        QCOMPARE(problems.size(), std::size_t(1));
        QCOMPARE(problems.front().line, 4);
    }

    void anotherLanguageFallsBackStepByStep() {
        CourseFiles files = goodFiles();
        files["lessons/de/5-steps.md"] = {
            "# Stufen\n\n## Erste {#first}\n\nVon {{lo}} bis {{hi}}.\n\n### predict\nWie breit?\n",
            "de.md"};
        files["decks/de/calibration.json"] = {
            R"({"deck": "calibration", "cards": [{"id": "calibration.step", "question": "Wie breit?"}]})",
            "de.json"};
        const Loaded loaded = loadCourse(files, "de");
        QVERIFY2(loaded.problems.empty(), listOf(loaded.problems));
        const Step* first = loaded.course.step("steps/first");
        QCOMPARE(first->text.text, std::string("Von {{lo}} bis {{hi}}."));
        QCOMPARE(first->question->prompt.text, std::string("Wie breit?"));
        QCOMPARE(first->question->reveal.text, std::string("It is {{step}}."));
        QCOMPARE(loaded.course.step("steps/case")->text.text, std::string("A case."));
        const Card* card = loaded.course.card("calibration.step");
        QCOMPARE(card->question.text, std::string("Wie breit?"));
        QCOMPARE(card->asked->otherwise.text, std::string("Divide."));
    }

    void termsAreLinkedOnce() {
        const Glossary glossary = loadCourse(goodFiles()).course.glossary;
        QCOMPARE(glossary.linked("A scale, the Scale, `scale` and zero points."),
                 std::string("A [scale](term:scale), the Scale, `scale` and "
                             "[zero points](term:zero-point)."));
        QCOMPARE(glossary.linked("Rescale the step size, [scale](term:scale)"),
                 std::string("Rescale the [step size](term:scale), [scale](term:scale)"));
        QCOMPARE(glossary.linked("scale", "scale"), std::string("scale"));
    }

    void searchFindsTermsStepsAndCards() {
        const Course course = loadCourse(goodFiles()).course;
        const auto found = search(course, "STEP");
        QVERIFY(!found.empty());
        QCOMPARE(found.front().kind, FoundKind::Term);
        QCOMPARE(found.front().id, std::string("scale"));  // by its text and other name
        const auto card = std::find_if(found.begin(), found.end(), [](const Found& one) {
            return one.kind == FoundKind::Card;
        });
        QVERIFY(card != found.end());
        QCOMPARE(card->title, std::string("From zero to …: how wide is a step?"));
        QCOMPARE(search(course, "zero code").front().id, std::string("zero-point"));
        QVERIFY(search(course, "  ").empty());
        QVERIFY(search(course, "no such thing").empty());
        // One letter is missing, two change places; nothing is called like the last.
        QCOMPARE(nearestTerm(course.glossary, "Zero-piont")->id, std::string("zero-point"));
        QVERIFY(nearestTerm(course.glossary, "qqqqqqqqqq") == nullptr);
        QVERIFY(nearestTerm(course.glossary, "") == nullptr);
    }

    void foldersAreReadWithTheirLimits() {
        QTemporaryDir folder;
        QVERIFY(!readCourseFiles("/no/such/folder"));
        const auto write = [&](const QString& name, const QByteArray& text) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        };
        write("5-steps.md", words);
        write("5-steps.json", figures);
        write(".hidden.json", "{");
        write("notes.txt", "not ours");
        const auto files = readCourseFiles(folder.path().toStdString());
        QVERIFY(files);
        QCOMPARE(files->size(), std::size_t(2));
        QVERIFY(files->contains("lessons/en/5-steps.md"));
        write("large.json", QByteArray(int(mostFileBytes) + 1, ' '));
        const auto refused = readCourseFiles(folder.path().toStdString());
        COMPARE_ERROR(refused, ErrorCode::TooLarge);
    }

    /// The example of docs/lessons.md is a lesson, short as it says it is.
    void theDocumentedExampleIsALesson() {
        const std::string markdown = documented("`9-rounding.md`:");
        const std::string json = documented("`9-rounding.json`:");
        QVERIFY(!markdown.empty() && !json.empty());
        const CourseFiles files{{"lessons/en/9-rounding.md", {markdown, "9-rounding.md"}},
                                {"lessons/en/9-rounding.json", {json, "9-rounding.json"}}};
        const Loaded loaded = loadCourse(files);
        QVERIFY2(loaded.problems.empty(), listOf(loaded.problems));
        Course around;
        around.misconceptions.push_back({"rounds-down", {}, {}});
        const Problems problems = checkCourse(loaded.course, {}, &around);
        QVERIFY2(problems.size() == 1 && problems.front().what == "The lesson has 3 steps",
                 listOf(problems));
    }

    void anyBytesAreSurvived() {
        // Each file cut off at every length, and with each byte changed: problems, no crash.
        const CourseFiles good = goodFiles();
        for (const auto& [path, file] : good) {
            for (std::size_t size = 0; size < file.text.size(); size += 7) {
                CourseFiles files = good;
                files[path].text.resize(size);
                (void)loadCourse(files);
                files = good;
                files[path].text[size] = char(files[path].text[size] ^ 0x55);
                (void)loadCourse(files);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestLessons)
#include "tst_lessons.moc"
