// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/words_rules.h"
#include "tests/core/course/lesson_files.h"

#include <QtTest>

#include <algorithm>

using namespace zeropoint;
using namespace zeropoint::course;
using test::goodFiles;
using test::lineOf;
using test::listOf;
using test::problemsOf;

/// What is wrong with lessons and decks is said with file, line and remedy.
class TestLessonMistakes : public QObject {
    Q_OBJECT

private slots:
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
};

QTEST_GUILESS_MAIN(TestLessonMistakes)
#include "tst_lesson_mistakes.moc"
