// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/course/reading_level.h"
#include "tests/core/course/shipped_course.h"

#include <QtTest>

using namespace zeropoint;
using Sentences = std::vector<QStringList>;

namespace {

/// Readers learn in their second language: a text for the sixth year of school at most, and no
/// sentence that has to be read twice. A model answer says in two sentences what a lesson holds.
constexpr double mostGrade = 6;
constexpr int mostWords = 30;
constexpr int mostModelWords = 40;

void add(Sentences& sentences, const course::Words& words) {
    for (QStringList& sentence : test::sentencesOf(QString::fromStdString(words.text))) {
        sentences.push_back(std::move(sentence));
    }
}

void add(Sentences& sentences, const course::Question& question) {
    add(sentences, question.prompt);
    add(sentences, question.otherwise);
    add(sentences, question.reveal);
    for (const course::Distractor& distractor : question.distractors) {
        add(sentences, distractor.reason);
    }
}

Sentences sentencesOf(const course::Lesson& lesson) {
    Sentences sentences;
    add(sentences, lesson.summary);
    for (const course::Step& step : lesson.steps) {
        for (const course::Words* words : {&step.text, &step.rule, &step.tryIt}) {
            add(sentences, *words);
        }
        if (step.question) {
            add(sentences, *step.question);
        }
    }
    return sentences;
}

Sentences sentencesOf(const course::Deck& deck) {
    Sentences sentences;
    for (const course::Card& card : deck.cards) {
        add(sentences, card.question);
        add(sentences, card.answer);
        if (card.asked) {
            add(sentences, *card.asked);
        }
        for (const course::FollowUp& follow : card.followUps) {
            add(sentences, follow.question);
            add(sentences, follow.answer);
        }
    }
    return sentences;
}

void addRow(const std::string& name, const Sentences& sentences, int most = mostWords) {
    QTest::newRow(name.c_str()) << sentences << most;
}

}  // namespace

Q_DECLARE_METATYPE(Sentences)

class TestReadingLevel : public QObject {
    Q_OBJECT

private slots:
    /// Worked by hand.
    void measure() {
        const Sentences cat = test::sentencesOf(QStringLiteral("The cat sat on the mat."));
        QCOMPARE(cat.size(), 1U);
        QCOMPARE(cat[0].size(), 6);
        QCOMPARE(test::gradeOf(cat), 0.39 * 6 + 11.8 * 6 / 6 - 15.59);
        const Sentences two = test::sentencesOf(QStringLiteral(
            "Take {{scale(0, 1, 'uint8')}} of [it](term:scale): all `a + b`.\n\n- One."));
        QCOMPARE(two, (Sentences{{QStringLiteral("Take"), QStringLiteral("ten"),
                                  QStringLiteral("of"), QStringLiteral("[it:")},
                                 {QStringLiteral("all"), QStringLiteral("it.")},
                                 {QStringLiteral("One.")}}));
    }

    void syllables_data() {
        QTest::addColumn<int>("count");
        QTest::newRow("code") << 1;
        QTest::newRow("scale") << 1;
        QTest::newRow("table") << 2;
        QTest::newRow("rounded") << 2;
        QTest::newRow("clipped") << 1;
        QTest::newRow("quantization") << 4;
        QTest::newRow("INT8") << 1;
    }
    void syllables() {
        QFETCH(int, count);
        QCOMPARE(test::syllablesOf(QString::fromLatin1(QTest::currentDataTag())), count);
    }

    void texts_data() {
        QTest::addColumn<Sentences>("sentences");
        QTest::addColumn<int>("most");
        const course::Course course = test::shippedCourse().course;
        QVERIFY(course.lessons.size() >= 8);
        for (const course::Lesson& lesson : course.lessons) {
            addRow(lesson.id, sentencesOf(lesson));
            Sentences model;
            add(model, lesson.steps.back().model);
            addRow(lesson.id + ", model answer", model, mostModelWords);
        }
        for (const course::Deck& deck : course.decks) {
            addRow("deck " + deck.id, sentencesOf(deck));
        }
        Sentences glossary;
        for (const course::Term& term : course.glossary.terms) {
            add(glossary, term.text);
        }
        addRow("glossary", glossary);
        Sentences misconceptions;
        for (const course::Misconception& misconception : course.misconceptions) {
            add(misconceptions, misconception.text);
        }
        addRow("misconceptions", misconceptions);
    }
    void texts() {
        QFETCH(Sentences, sentences);
        QFETCH(int, most);
        QVERIFY(!sentences.empty());
        for (const QStringList& sentence : sentences) {
            QVERIFY2(sentence.size() <= most, qPrintable(QString::number(sentence.size()) +
                                                         " words: " + sentence.join(' ')));
        }
        if (most == mostWords) {  // two sentences are too few for a grade
            QCOMPARE_LE(test::gradeOf(sentences), mostGrade);
        }
    }
};

QTEST_GUILESS_MAIN(TestReadingLevel)
#include "tst_reading_level.moc"
