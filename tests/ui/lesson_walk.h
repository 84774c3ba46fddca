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

#include <QAbstractButton>
#include <QAccessible>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QRegularExpression>
#include <QScrollArea>
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

/// What the widget and all within say to whoever looks or listens, but for the lesson's own card.
inline void collectTexts(const QWidget* widget, QStringList& texts) {
    if (widget->visibleRegion().isEmpty() || widget->objectName() == QLatin1String("lesson_card")) {
        return;
    }
    if (const auto* label = qobject_cast<const QLabel*>(widget)) {
        texts << label->text();
    } else if (const auto* button = qobject_cast<const QAbstractButton*>(widget)) {
        texts << button->text();
    } else if (const auto* field = qobject_cast<const QLineEdit*>(widget)) {
        texts << field->text();
    } else if (const auto* box = qobject_cast<const QComboBox*>(widget)) {
        texts << box->currentText();
    }
    if (auto* interface = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget))) {
        texts << interface->text(QAccessible::Name) << interface->text(QAccessible::Value)
              << interface->text(QAccessible::Description);
    }
    for (const QObject* child : widget->children()) {
        if (child->isWidgetType()) {
            collectTexts(static_cast<const QWidget*>(child), texts);
        }
    }
}

/// The first text that shows the number to three digits or more, rounded as it is shown; empty:
/// none does.
inline QString textThatShows(double number, const QStringList& texts) {
    static const QRegularExpression digits(
        QStringLiteral(R"([0-9](?:[0-9\x{2009}\x{202f}]*[0-9])?(?:\.[0-9]+)?)"));
    static const QRegularExpression spaces(QStringLiteral(R"([\x{2009}\x{202f}])"));
    for (const QString& text : texts) {
        for (auto it = digits.globalMatch(text); it.hasNext();) {
            const QString shown = it.next().captured().remove(spaces);
            const qsizetype point = shown.indexOf(QLatin1Char('.'));
            const qsizetype decimals = point < 0 ? 0 : shown.size() - point - 1;
            const qsizetype figures = shown.size() - (point < 0 ? 0 : 1);
            const double half = 0.5 * std::pow(10.0, -double(decimals));
            if (figures >= 3 && shown.toDouble() != 0 &&
                std::abs(shown.toDouble() - std::abs(number)) <= half) {
                return text;
            }
        }
    }
    return {};
}

/// Lessons up to this number are walked by tst_lesson_walk, the others by tst_later_lessons: each
/// step is shown once for every wrong answer, which takes its time.
inline constexpr int firstHalf = 4;

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

    /// Before the reveal no text of the page shows the number that is asked for. A whole number
    /// below a thousand may stand there by chance: of those only the worked example, the lens and
    /// the sentence below the channels are asked, which tell one answer each.
    void pageDoesNotAnswer(const course::Step& step) {
        if (step.question->kind != course::QuestionKind::Number) {
            return;
        }
        const auto right = rightAnswer(*step.question, course().scope());
        QVERIFY(right);
        QStringList texts;
        const bool chance = right->number == std::round(right->number) && right->number < 1000;
        if (right->number == 0) {
            return;  // which stands everywhere
        }
        if (!chance) {
            collectTexts(fixture.window.get(), texts);
            const QString told = textThatShows(right->number, texts);
            QVERIFY2(told.isEmpty(), qPrintable(QString::fromStdString(step.id) + ": " + told));
            return;
        }
        for (const char* teller : {"example_scale", "example_zero_point", "example_pipeline",
                                   "example_words", "histogram_lens"}) {
            const auto* widget = fixture.window->findChild<QWidget*>(QLatin1String(teller));
            if (widget != nullptr) {
                collectTexts(widget, texts);
            }
        }
        const QRegularExpression whole(
            QStringLiteral("(= |code |as |, )%1(?![0-9.])").arg(right->number));
        for (const QString& text : std::as_const(texts)) {
            QVERIFY2(!whole.match(text).hasMatch(),
                     qPrintable(QString::fromStdString(step.id) + ": " + text));
        }
    }

    /// Where the window has room for it.
    void cardShowsAllOfItself() {
        auto* card = fixture.find<QWidget>("lesson_card");
        const auto* scroll = card->findChild<QScrollArea*>();
        const int most = fixture.window->height() - 120;
        const auto hidden = [&] {
            const QSize room = scroll->viewport()->size();
            return scroll->widget()->layout()->totalHeightForWidth(room.width()) - room.height();
        };
        QTRY_VERIFY2(hidden() <= 0 || card->height() >= most,
                     qPrintable(QStringLiteral("%1/%2: %3 pixels are hidden of a card of %4")
                                    .arg(m_lesson, QString::fromStdString(course().step()->id))
                                    .arg(hidden())
                                    .arg(card->height())));
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
        cardShowsAllOfItself();
        if (!question.after.empty()) {
            settle();
            stateIsSet(joined(step.place.state, question.after));
        }
    }

    WorkbenchFixture fixture;

private:
    QString m_lesson;
};

/// Every step of a lesson by its names: state set, target visible and ringed, right answer
/// accepted, each wrong answer met by its own reason, and at the end the state restored.
inline void walkThrough(const QString& lesson) {
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
    QVERIFY(!walk.fixture.find<ui::Spotlight>("spotlight")->isVisible());
    QJsonObject after = walk.fixture.bench->settings().values();
    for (const char* place : {"learn.lesson", "learn.step"}) {
        after.insert(QLatin1String(place), before.value(QLatin1String(place)));
    }
    for (auto it = before.constBegin(); it != before.constEnd(); ++it) {
        QVERIFY2(same(after.value(it.key()), it.value()), qPrintable(it.key()));
    }
    QCOMPARE(after.keys(), before.keys());
}

}  // namespace zeropoint::test
