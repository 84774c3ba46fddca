// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/lesson_walk.h"
#include "ui/main_window/window_actions.h"
#include "ui/pages/page.h"
#include "ui/state/course_files.h"

using namespace zeropoint;
using namespace zeropoint::ui;
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

/// Every step of the first half of the lessons; tst_later_lessons walks the others.
class TestLessonWalk : public QObject {
    Q_OBJECT

private slots:
    void theShippedCourseIsSound() {
        const course::Loaded loaded = loadCourse(shippedCourseFiles());
        QVERIFY2(loaded.problems.empty(), listOf(loaded.problems));
        const course::Problems problems =
            checkCourse(loaded.course, workbenchNames(buttonNames(allActions(pageList()))));
        QVERIFY2(problems.empty(), listOf(problems));
        QVERIFY(!loaded.course.lessons.empty());
    }

    void everyStepCanBeWalked_data() {
        QTest::addColumn<QString>("lesson");
        for (const course::Lesson& lesson : loadCourse(shippedCourseFiles()).course.lessons) {
            if (lesson.number <= test::firstHalf) {
                QTest::newRow(lesson.id.c_str()) << QString::fromStdString(lesson.id);
            }
        }
    }

    void everyStepCanBeWalked() {
        QFETCH(QString, lesson);
        test::walkThrough(lesson);
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
