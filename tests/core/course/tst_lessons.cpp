// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/check.h"
#include "core/course/course.h"
#include "core/course/placeholders.h"
#include "core/course/search.h"
#include "tests/core/course/lesson_files.h"
#include "tests/support/golden.h"
#include "tests/support/outcome.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace zeropoint;
using namespace zeropoint::course;
using test::goodFiles;
using test::listOf;
using test::problemsOf;

namespace {

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
        QCOMPARE(first->text.line, test::lineOf(test::words, "The weights run"));
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
        // In another sense than the glossary's: the author says so, and it is no mistake.
        QCOMPARE(glossary.linked("On a [large scale](term:) a scale [is](term:)"),
                 std::string("On a large scale a [scale](term:scale) is"));
        auto files = goodFiles();
        std::string& text = files.at("lessons/en/5-steps.md").text;
        text.replace(text.find("A case."), 7, "A [case](term:).");
        const Loaded loaded = loadCourse(files);
        QVERIFY2(loaded.problems.empty(), listOf(loaded.problems));
        const Problems problems = checkCourse(loaded.course, {});
        QVERIFY2(std::none_of(problems.begin(), problems.end(),
                              [](const Problem& problem) {
                                  return problem.what.find("term") != std::string::npos;
                              }),
                 listOf(problems));
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
        write("5-steps.md", test::words);
        write("5-steps.json", test::figures);
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
