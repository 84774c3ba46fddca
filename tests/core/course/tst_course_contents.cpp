// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/course/shipped_course.h"

#include <QRegularExpression>
#include <QSet>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

using namespace zeropoint;

namespace {

std::set<std::string, std::less<>> misconceptionsOf(const course::Question& question) {
    std::set<std::string, std::less<>> ids;
    for (const auto& distractor : question.distractors) {
        ids.insert(distractor.misconception);
    }
    return ids;
}

}  // namespace

/// What the course promises as a whole.
class TestCourseContents : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_course = test::shippedCourse().course;
        QCOMPARE(m_course.lessons.size(), 8U);
        for (const auto& lesson : m_course.lessons) {
            for (const auto& step : lesson.steps) {
                if (step.question) {
                    m_asked.merge(misconceptionsOf(*step.question));
                }
            }
        }
        for (const auto& deck : m_course.decks) {
            for (const auto& card : deck.cards) {
                if (card.asked) {
                    m_asked.merge(misconceptionsOf(*card.asked));
                }
            }
        }
    }

    /// A figure that is spelled out is typed in as well: the fields of a format are asked for.
    void fieldsOfFormatsAreComputed() {
        const auto files = course::readCourseFiles(test::testData("../../resources").toStdString());
        QVERIFY(files);
        static const QRegularExpression spelled(
            QStringLiteral("\\b(three|four|five|six|seven|eight|nine|ten|eleven|twenty-three|"
                           "fifty-two) (exponent|mantissa)"));
        int read = 0;
        for (const auto& [name, file] : *files) {
            const auto match = spelled.match(QString::fromStdString(file.text));
            QVERIFY2(!match.hasMatch(),
                     qPrintable(QString::fromStdString(name) + ": " + match.captured()));
            ++read;
        }
        QCOMPARE_GT(read, 20);
    }

    /// The Memory page beside a lesson draws what a device lends: its memory less the reserve.
    void lessonsTellWhatADeviceLends() {
        const auto files = course::readCourseFiles(test::testData("../../resources").toStdString());
        QVERIFY(files);
        static const QRegularExpression whole(
            QStringLiteral("device_bytes\\([^)]*\\)(?! \\* \\(1 - setting\\('memory.reserve'\\))"));
        for (const auto& [name, file] : *files) {
            if (name.find("lessons/en/") != std::string::npos) {
                QVERIFY2(!whole.match(QString::fromStdString(file.text)).hasMatch(), name.c_str());
            }
        }
    }

    void lessons_data() {
        QTest::addColumn<int>("at");
        for (int i = 0; i < 8; ++i) {
            QTest::newRow(m_course.lessons[std::size_t(i)].id.c_str()) << i;
        }
    }
    /// Asks before it tells, asks again without help, brings back what was taught two lessons
    /// before, and ends with an explanation and the cards that it prepares.
    void lessons() {
        QFETCH(int, at);
        const course::Lesson& lesson = m_course.lessons[std::size_t(at)];
        QCOMPARE(lesson.number, at + 1);
        const auto& steps = lesson.steps;
        QCOMPARE_GE(steps.size(), 8U);
        QCOMPARE_LE(steps.size(), 15U);
        QVERIFY(steps.back().kind == course::StepKind::Explain);
        QVERIFY(!steps.back().model.empty() && steps.back().rubric.size() >= 2);
        QCOMPARE_GE(lesson.cards.size(), 3U);
        QVERIFY(std::any_of(steps.begin(), steps.end(), [](const course::Step& step) {
            return step.kind == course::StepKind::NewCase && step.question;
        }));
        const auto asking = std::count_if(steps.begin(), steps.end(), [](const course::Step& step) {
            return step.question.has_value();
        });
        QCOMPARE_GE(asking * 4, std::ptrdiff_t(steps.size()) * 3);
        if (at < 2) {
            return;
        }
        const std::string before = m_course.lessons[std::size_t(at - 2)].id + '/';
        QVERIFY2(std::any_of(steps.begin(), steps.end(),
                             [&](const course::Step& step) {
                                 return step.returns.starts_with(before) && step.question;
                             }),
                 "Nothing of two lessons before comes back");
    }

    void decks() {
        static const QStringList expected{
            QStringLiteral("calibration"),      QStringLiteral("deployment"),
            QStringLiteral("formats"),          QStringLiteral("fundamentals"),
            QStringLiteral("llm-quantization"), QStringLiteral("lora-qlora"),
            QStringLiteral("ptq-qat"),          QStringLiteral("spot-the-error")};
        QStringList ids;
        int cards = 0;
        int proven = 0;
        for (const auto& deck : m_course.decks) {
            ids << QString::fromStdString(deck.id);
            QCOMPARE_GE(deck.cards.size(), 15U);
            for (const auto& card : deck.cards) {
                ++cards;
                proven += card.show || card.kind == course::CardKind::Numeric ? 1 : 0;
                QVERIFY2(card.rubric.size() >= 3, card.id.c_str());
                QVERIFY2(card.followUps.size() == 2, card.id.c_str());
                QVERIFY2(m_course.glossary.find(card.topic) != nullptr, card.id.c_str());
                QVERIFY2(!card.lesson.empty() || !card.topic.empty(), card.id.c_str());
            }
        }
        ids.sort();
        QCOMPARE(ids, expected);
        QCOMPARE_GE(cards, 120);
        QCOMPARE_GE(proven * 2, cards);
    }

    /// An empty chart proves nothing.
    void whoShowsRunsSaysWhich() {
        const auto begins = [](const std::string& text, const char* with) {
            return text.rfind(with, 0) == 0;
        };
        int shown = 0;
        for (const auto& deck : m_course.decks) {
            for (const auto& card : deck.cards) {
                if (!card.show) {
                    continue;
                }
                const auto& state = card.show->state;
                const bool runs = begins(card.show->target, "tradeoff.") ||
                                  std::ranges::any_of(state, [&](const course::StateEntry& entry) {
                                      return begins(entry.setting, "tradeoff.");
                                  });
                const bool named = std::ranges::any_of(state, [](const course::StateEntry& entry) {
                    return entry.setting == "tradeoff.experiment";
                });
                QVERIFY2(!runs || named, card.id.c_str());
                shown += runs ? 1 : 0;
            }
        }
        QCOMPARE_GE(shown, 10);
    }

    /// Whoever rounds halves up is right too: no number of a card is a tie, unless ties are its
    /// subject.
    void noNumberOfSymmetricCodesIsATie() {
        const course::Card* card = m_course.card("calibration.symmetric-codes");
        QVERIFY(card != nullptr);
        for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
            const course::Scope scope = course::scopeOf(m_course, *card, seed).value();
            const auto drawn = [&](const char* name) {
                return std::get<double>(scope.value(name).value());
            };
            const double steps = -drawn("lo") * 127 / drawn("hi");
            QVERIFY2(std::abs(steps - std::floor(steps) - 0.5) > 1e-6,
                     std::to_string(seed).c_str());
        }
    }

    void glossary() {
        const auto& terms = m_course.glossary.terms;
        QCOMPARE_GE(terms.size(), 80U);
        QSet<QString> names;
        for (const auto& term : terms) {
            QVERIFY2(!term.show.target.empty() || !term.show.state.empty(), term.id.c_str());
            std::vector<std::string> all = term.also;
            all.push_back(term.name.text);
            for (const std::string& name : all) {
                const QString folded = QString::fromStdString(name).toLower();
                QVERIFY2(!names.contains(folded), qPrintable(folded + " names two terms"));
                QVERIFY2(folded.size() > 1, "A single letter would be linked everywhere");
                names << folded;
            }
        }
    }

    /// Each is met by a wrong answer somewhere, or it need not be told.
    void everyMisconceptionIsMet() {
        for (const auto& misconception : m_course.misconceptions) {
            QVERIFY2(m_asked.contains(misconception.id), misconception.id.c_str());
        }
    }

    void metOnPurpose_data() {
        QTest::addColumn<bool>("dummy");
        for (const char* id :
             {"smaller-is-faster", "offsets-are-alike", "ties-go-up", "fake-quant-shrinks",
              "nf4-is-a-float", "four-bit-is-four", "e4m3-reaches-farther",
              "weights-grow-with-length", "calibration-trains", "range-slides-freely",
              "signed-divisor", "one-code-is-nothing", "double-halves-the-weights", "gb-is-gib"}) {
            QTest::newRow(id) << true;
        }
    }
    void metOnPurpose() { QVERIFY(m_asked.contains(std::string(QTest::currentDataTag()))); }

private:
    course::Course m_course;
    std::set<std::string, std::less<>> m_asked;
};

QTEST_GUILESS_MAIN(TestCourseContents)
#include "tst_course_contents.moc"
