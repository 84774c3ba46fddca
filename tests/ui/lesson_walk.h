// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/placeholders.h"
#include "tests/ui/workbench_fixture.h"
#include "ui/controls/anchor.h"
#include "ui/controls/markdown_label.h"
#include "ui/controls/spotlight.h"
#include "ui/state/anchors.h"
#include "ui/state/course_state.h"
#include "ui/state/settings_catalogue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QtTest>

#include <algorithm>
#include <cmath>

namespace zeropoint::test {

inline QJsonValue fromJson(const std::string& json) {
    return QJsonDocument::fromJson("[" + QByteArray::fromStdString(json) + "]").array().at(0);
}

inline bool same(const QJsonValue& a, const QJsonValue& b) {
    if (a.isDouble() && b.isDouble()) {
        return std::abs(a.toDouble() - b.toDouble()) <= 1e-9 * std::abs(a.toDouble());
    }
    return a == b;
}

/// One walk through a lesson by its names.
class Walk {
public:
    explicit Walk(const QString& lesson) : m_lesson(lesson) {
        fixture.draw({"normal", {{"n", 4096}, {"seed", 9}}});
        fixture.bench->setSample(0.5);
        fixture.rest();
    }

    ui::CourseState& course() { return fixture.bench->course(); }
    const course::Lesson& lesson() { return *course().course().lesson(m_lesson.toStdString()); }

    void show(const course::Step& step) {
        const auto begun = course().begin(m_lesson, QString::fromStdString(step.id));
        QVERIFY2(begun, begun ? "" : toString(begun.error()).c_str());
        settle();
        QCOMPARE(course().step(), &step);
    }

    void settle() {
        QVERIFY(fixture.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QCoreApplication::processEvents();
    }

    void stateIsSet(const course::State& wanted) {
        const auto state = resolve(wanted, course().scope());
        QVERIFY(state);
        const ui::Anchor* anchor =
            ui::findAnchorNamed(QString::fromStdString(course().step()->place.target));
        for (const course::Setting& setting : *state) {
            const QString name = QString::fromStdString(setting.name);
            const auto brings = [&](const auto& brought) { return brought.first == name; };
            if (anchor != nullptr &&
                std::any_of(anchor->bring.begin(), anchor->bring.end(), brings)) {
                continue;  // the tab on which the target stands goes before that of the state
            }
            const QJsonValue value = fixture.bench->settings().value(name);
            QVERIFY2(
                same(value, fromJson(setting.json)),
                qPrintable(
                    QStringLiteral("%1/%2: %3 is %4, not %5")
                        .arg(m_lesson, QString::fromStdString(course().step()->id), name,
                             QString::fromUtf8(
                                 QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact)),
                             QString::fromStdString(setting.json))));
        }
    }

    void targetIsRinged(const course::Step& step) {
        if (step.place.target.empty()) {
            return;
        }
        const QString target = QString::fromStdString(step.place.target);
        auto* widget = ui::findAnchor(fixture.window.get(), target);
        const QByteArray where =
            (m_lesson + '/' + QString::fromStdString(step.id) + ": " + target).toUtf8();
        QVERIFY2(widget != nullptr && widget->isVisible(), where);
        QVERIFY2(!widget->visibleRegion().isEmpty(), where);
        auto* spotlight = fixture.find<ui::Spotlight>("spotlight");
        QVERIFY2(spotlight->isVisible() && spotlight->target() == widget, where);
    }

    void press(const char* name) {
        QTest::mouseClick(fixture.find<QPushButton>(name), Qt::LeftButton);
    }

    /// By the widgets, as a hand would.
    void give(const course::Question& question, const course::Answer& answer,
              const course::State& live) {
        switch (question.kind) {
            case course::QuestionKind::Number: {
                auto* field = fixture.find<QLineEdit>("lesson_number");
                field->clear();
                QTest::keyClicks(field, QString::number(answer.number, 'g', 15));
                break;
            }
            case course::QuestionKind::Choice: {
                const std::string name = "lesson_option_" + answer.option;
                auto* option = fixture.find<QRadioButton>(name.c_str());
                QTest::mouseClick(option, Qt::LeftButton, {}, QPoint(8, option->height() / 2));
                break;
            }
            case course::QuestionKind::Order:
                arrange(answer.order);
                break;
            case course::QuestionKind::Until:
                course().apply(live);
                settle();
                break;
        }
        press("lesson_reveal");
    }

    void arrange(const std::vector<std::string>& order) {
        auto* list = fixture.find<QListWidget>("lesson_order");
        for (int to = 0; to < int(order.size()); ++to) {
            int row = to;
            while (row < list->count() && list->item(row)->data(Qt::UserRole).toString() !=
                                              QString::fromStdString(order[std::size_t(to)])) {
                ++row;
            }
            list->setCurrentRow(row);
            for (; row > to; --row) {
                press("lesson_up");
            }
        }
    }

    void questionIsAsked(const course::Step& step) {
        const course::Question& question = *step.question;
        const QByteArray where = (m_lesson + '/' + QString::fromStdString(step.id)).toUtf8();
        QVERIFY2(!fixture.find<QPushButton>("lesson_next")->isEnabled(), where);
        for (const course::Distractor& distractor : question.distractors) {
            show(step);
            const auto answer = distractorAnswer(question, distractor, course().scope());
            QVERIFY(answer);
            give(question, *answer, distractor.by);
            QVERIFY2(course().verdict().has_value(), where);
            QCOMPARE(
                QString::fromUtf8(where + ' ') + QString::fromStdString(course().verdict()->answer),
                QString::fromUtf8(where + ' ') + QString::fromStdString(distractor.id));
            QCOMPARE(course().verdict()->misconception, distractor.misconception);
            auto* reason = fixture.find<ui::MarkdownLabel>("lesson_reason");
            QVERIFY2(reason->isVisible(), where);
            const auto filled = fillIn(distractor.reason.text, course().scope());
            QVERIFY(filled);
            QCOMPARE(ui::plainOfMarkdown(reason->markdown()),
                     ui::plainOfMarkdown(QString::fromStdString(*filled)));
        }
        show(step);
        const auto right = rightAnswer(question, course().scope());
        QVERIFY(right);
        give(question, *right, question.solution);
        QVERIFY2(course().verdict() && course().verdict()->right, where);
        QVERIFY2(!fixture.find<ui::MarkdownLabel>("lesson_reason")->isVisible(), where);
        QVERIFY2(fixture.find<ui::MarkdownLabel>("lesson_explanation")->isVisible(), where);
        QVERIFY2(fixture.find<QPushButton>("lesson_next")->isEnabled(), where);
        if (!question.after.empty()) {
            settle();
            stateIsSet(joined(step.place.state, question.after));
        }
    }

    WorkbenchFixture fixture;

private:
    QString m_lesson;
};

}  // namespace zeropoint::test
