// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/course/shipped_course.h"

#include <QFile>
#include <QMap>
#include <QtTest>

using namespace zeropoint;

namespace {

constexpr int questions = 45;

struct Row {
    QString question;
    QStringList steps;
    QStringList cards;
};

/// The table of docs/questions.md by id, in the order of the file.
QList<QPair<QString, Row>> table() {
    QFile file(test::testData("../../docs/questions.md"));
    QList<QPair<QString, Row>> rows;
    if (!file.open(QIODevice::ReadOnly | QIODevice::Text)) {
        return rows;
    }
    const QString text = QString::fromUtf8(file.readAll());
    for (const QString& line : text.split(QLatin1Char('\n'))) {
        const QStringList cells = line.split(QLatin1Char('|'));
        if (cells.size() == 6 && cells[1].trimmed().startsWith(QLatin1Char('q'))) {
            const auto list = [&](int cell) {
                return cells[cell].simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
            };
            rows.append({cells[1].trimmed(), {cells[2].trimmed(), list(3), list(4)}});
        }
    }
    return rows;
}

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

}  // namespace

/// docs/questions.md, lessons and decks say the same of every question.
class TestCourseQuestions : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_course = test::shippedCourse().course;
        QVERIFY(!m_course.lessons.empty());
        for (const auto& lesson : m_course.lessons) {
            for (const auto& step : lesson.steps) {
                for (const auto& question : step.answers) {
                    m_steps[text(question)] << text(lesson.id + '/' + step.id);
                }
            }
        }
        for (const auto& deck : m_course.decks) {
            for (const auto& card : deck.cards) {
                for (const auto& question : card.questions) {
                    m_cards[text(question)] << text(card.id);
                }
            }
        }
    }

    void everyQuestionOnceInOrder() {
        const auto rows = table();
        QCOMPARE(rows.size(), questions);
        for (int i = 0; i < questions; ++i) {
            QCOMPARE(rows[i].first, QStringLiteral("q%1").arg(i + 1));
            QVERIFY2(!rows[i].second.question.isEmpty(), qPrintable(rows[i].first));
        }
    }

    void sameInBothDirections_data() {
        QTest::addColumn<QStringList>("steps");
        QTest::addColumn<QStringList>("cards");
        for (const auto& [id, row] : table()) {
            QTest::newRow(qPrintable(id)) << row.steps << row.cards;
        }
    }
    void sameInBothDirections() {
        QFETCH(QStringList, steps);
        QFETCH(QStringList, cards);
        const QString id = QString::fromLatin1(QTest::currentDataTag());
        QVERIFY2(!steps.isEmpty(), "No step answers it");
        QVERIFY2(!cards.isEmpty(), "No card asks it");
        QStringList saidBySteps = m_steps.value(id);
        QStringList saidByCards = m_cards.value(id);
        for (QStringList* list : {&steps, &cards, &saidBySteps, &saidByCards}) {
            list->sort();
        }
        QCOMPARE(steps, saidBySteps);
        QCOMPARE(cards, saidByCards);
    }

    /// Nothing in lessons or decks names a question that there is not.
    void noOtherQuestions() {
        for (const auto& said : {m_steps, m_cards}) {
            for (const QString& id : said.keys()) {
                const int number = id.mid(1).toInt();
                QVERIFY2(id.startsWith(QLatin1Char('q')) && number >= 1 && number <= questions,
                         qPrintable(id + " of " + said[id].join(' ')));
            }
        }
    }

    /// "Show me": each question has a card that opens the place which proves its answer.
    void eachHasACardToShow() {
        for (const auto& [id, row] : table()) {
            bool shown = false;
            for (const QString& card : row.cards) {
                const course::Card* found = m_course.card(card.toStdString());
                shown = shown || (found != nullptr && found->show);
            }
            QVERIFY2(shown, qPrintable(id));
        }
    }

private:
    course::Course m_course;
    QMap<QString, QStringList> m_steps;
    QMap<QString, QStringList> m_cards;
};

QTEST_GUILESS_MAIN(TestCourseQuestions)
#include "tst_course_questions.moc"
