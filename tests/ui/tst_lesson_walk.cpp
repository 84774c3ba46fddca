// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/lesson_walk.h"
#include "ui/state/course_files.h"

using namespace zeropoint;
using namespace zeropoint::ui;
using test::same;
using test::Walk;

namespace {

QByteArray listOf(const course::Problems& problems) {
    QByteArray list;
    for (const course::Problem& problem : problems) {
        list += QByteArray::fromStdString(toString(problem)) + '\n';
    }
    return list;
}

}  // namespace

/// Every step of every lesson by its names.
class TestLessonWalk : public QObject {
    Q_OBJECT

private slots:
    void theShippedCourseIsSound() {
        const course::Loaded loaded = loadCourse(shippedCourseFiles());
        QVERIFY2(loaded.problems.empty(), listOf(loaded.problems));
        const course::Problems problems = checkCourse(loaded.course, workbenchNames());
        QVERIFY2(problems.empty(), listOf(problems));
        QVERIFY(!loaded.course.lessons.empty());
    }

    void everyStepCanBeWalked_data() {
        QTest::addColumn<QString>("lesson");
        for (const course::Lesson& lesson : loadCourse(shippedCourseFiles()).course.lessons) {
            QTest::newRow(lesson.id.c_str()) << QString::fromStdString(lesson.id);
        }
    }

    /// State set, target visible and ringed, right answer accepted, each wrong answer met by its
    /// own reason, state restored.
    void everyStepCanBeWalked() {
        QFETCH(QString, lesson);
        Walk walk(lesson);
        const QJsonObject before = walk.fixture.bench->settings().values();
        for (const course::Step& step : walk.lesson().steps) {
            walk.show(step);
            if (QTest::currentTestFailed()) {
                return;
            }
            walk.stateIsSet(step.place.state);
            walk.targetIsRinged(step);
            QVERIFY(walk.fixture.find<QWidget>("lesson_card")->isVisible());
            walk.cardShowsAllOfItself();
            if (step.question) {
                walk.pageDoesNotAnswer(step);
                walk.questionIsAsked(step);
            }
            if (QTest::currentTestFailed()) {
                return;
            }
        }
        walk.press("lesson_own");
        walk.settle();
        QVERIFY(walk.course().step() == nullptr);
        QVERIFY(!walk.fixture.find<Spotlight>("spotlight")->isVisible());
        QJsonObject after = walk.fixture.bench->settings().values();
        for (const char* place : {"learn.lesson", "learn.step"}) {
            after.insert(QLatin1String(place), before.value(QLatin1String(place)));
        }
        for (auto it = before.constBegin(); it != before.constEnd(); ++it) {
            QVERIFY2(same(after.value(it.key()), it.value()), qPrintable(it.key()));
        }
        QCOMPARE(after.keys(), before.keys());
    }

    void everyTermShowsItself() {
        Walk walk(QStringLiteral("calibration"));
        const auto& terms = walk.course().course().glossary.terms;
        for (const course::Term& term : terms) {
            const auto scope = scopeOf(walk.course().course(), term);
            QVERIFY(scope);
            const auto shown = walk.course().show(term.show, *scope, QStringLiteral("term"));
            QVERIFY2(shown, (term.id + ": " + (shown ? "" : toString(shown.error()))).c_str());
            walk.settle();
            if (!term.show.target.empty()) {
                auto* widget =
                    findAnchor(walk.fixture.window.get(), QString::fromStdString(term.show.target));
                QVERIFY2(widget != nullptr && widget->isVisible(), term.id.c_str());
            }
        }
    }
};

QTEST_MAIN(TestLessonWalk)
#include "tst_lesson_walk.moc"
