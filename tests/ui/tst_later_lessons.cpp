// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/lesson_walk.h"
#include "ui/state/course_files.h"

using namespace zeropoint;
using namespace zeropoint::ui;

/// Every step of the lessons that tst_lesson_walk leaves.
class TestLaterLessons : public QObject {
    Q_OBJECT

private slots:
    void everyStepCanBeWalked_data() {
        QTest::addColumn<QString>("lesson");
        for (const course::Lesson& lesson : loadCourse(shippedCourseFiles()).course.lessons) {
            if (lesson.number > test::firstHalf) {
                QTest::newRow(lesson.id.c_str()) << QString::fromStdString(lesson.id);
            }
        }
    }
    void everyStepCanBeWalked() {
        QFETCH(QString, lesson);
        test::walkThrough(lesson);
    }
};

QTEST_MAIN(TestLaterLessons)
#include "tst_later_lessons.moc"
