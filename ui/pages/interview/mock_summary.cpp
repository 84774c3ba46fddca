// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/interview/mock_summary.h"

#include "ui/controls/markdown_label.h"
#include "ui/pages/interview/card_words.h"
#include "ui/state/interview/mock_interview.h"

#include <QCoreApplication>
#include <QLocale>

namespace zeropoint::ui {
namespace {

class MockSummary {
    Q_DECLARE_TR_FUNCTIONS(MockSummary)
};

QString paragraph(const QString& text) {
    return QStringLiteral("<p>") + text + QStringLiteral("</p>");
}

QString heading(const QString& text) {
    return QStringLiteral("<h3>") + text + QStringLiteral("</h3>");
}

QString linkTo(const QString& target, const QString& words) {
    return QStringLiteral("<a href=\"%1\">%2</a>")
        .arg(target.toHtmlEscaped(), words.toHtmlEscaped());
}

/// What the core checked: the number or the option that was given, and the right one.
QString givenRow(const CardAttempt& attempt) {
    if (!attempt.asked.card.asked) {
        return {};
    }
    QString given = attempt.given;
    for (const AskedCard::Option& option : attempt.asked.options) {
        given = option.id == given ? plainOfMarkdown(option.label) : given;
    }
    const QString right = plainOfMarkdown(attempt.asked.right).toHtmlEscaped();
    const QString line =
        !attempt.verdict ? MockSummary::tr("Nothing was given: it is %1.").arg(right)
        : attempt.verdict->right
            ? MockSummary::tr("Given: %1, which is right.").arg(given.toHtmlEscaped())
            : MockSummary::tr("Given: %1, but it is %2.").arg(given.toHtmlEscaped(), right);
    return QStringLiteral("<br>") + line;
}

QString questionRow(const CardAttempt& attempt, int number) {
    QString text = QStringLiteral("<b>%1. %2</b><br>")
                       .arg(number)
                       .arg(plainOfMarkdown(attempt.asked.question).toHtmlEscaped());
    text += MockSummary::tr("%1 of %2 points, %3 min")
                .arg(attempt.points())
                .arg(attempt.outOf())
                .arg(clockText(attempt.seconds));
    if (attempt.answer.isEmpty()) {
        text += QStringLiteral("<br>") + MockSummary::tr("No answer was written.");
    } else {
        text += QStringLiteral("<br><i>") + attempt.answer.toHtmlEscaped().replace('\n', "<br>") +
                QStringLiteral("</i>");
    }
    text += givenRow(attempt);
    QStringList missing;
    for (std::size_t i = 0; i < attempt.ticks.size(); ++i) {
        if (!attempt.ticks[i]) {
            missing << plainOfMarkdown(attempt.asked.rubric[static_cast<int>(i)]).toHtmlEscaped();
        }
    }
    if (!missing.isEmpty()) {
        text += QStringLiteral("<br>") +
                MockSummary::tr("Missing: %1").arg(missing.join(QStringLiteral("; ")));
    }
    return paragraph(text);
}

/// As the lesson's own card names it.
QString stepName(const course::Course& course, const QString& place) {
    const course::Lesson* lesson =
        course.lesson(place.section(QLatin1Char('/'), 0, 0).toStdString());
    const course::Step* step = course.step(place.toStdString());
    return MockSummary::tr("“%1” (lesson %2, step %3)")
        .arg(plainOfMarkdown(QString::fromStdString(step->title.text)))
        .arg(lesson->number)
        .arg(step - lesson->steps.data() + 1);
}

QString toRead(const MockInterview& mock, const Interview& interview) {
    QString text;
    for (const MockInterview::Gap& gap : mock.gaps()) {
        QString line = MockSummary::tr("%1: %n line(s) missing", nullptr, gap.missing)
                           .arg(interview.topicName(gap.topic.toStdString()).toHtmlEscaped());
        const course::Course* course = interview.course();
        const course::Step* step =
            course != nullptr ? course->step(gap.lesson.toStdString()) : nullptr;
        if (step != nullptr) {
            line += QStringLiteral(" – ") +
                    MockSummary::tr("read %1").arg(linkTo(QStringLiteral("lesson:") + gap.lesson,
                                                          stepName(*course, gap.lesson)));
        } else if (course != nullptr && course->glossary.find(gap.topic.toStdString()) != nullptr) {
            line += QStringLiteral(" – ") + MockSummary::tr("read %1").arg(linkTo(
                                                QStringLiteral("term:") + gap.topic,
                                                interview.topicName(gap.topic.toStdString())));
        }
        text += QStringLiteral("<li>") + line + QStringLiteral("</li>");
    }
    return text.isEmpty() ? paragraph(MockSummary::tr("Nothing was missing."))
                          : QStringLiteral("<ul>") + text + QStringLiteral("</ul>");
}

}  // namespace

QString mockSummary(const MockInterview& mock, const Interview& interview) {
    QString text =
        QStringLiteral("<h2>") + MockSummary::tr("Mock interview") + QStringLiteral("</h2>");
    text += paragraph(MockSummary::tr("%1 of %2 points in %3 of %4 minutes.")
                          .arg(mock.points())
                          .arg(mock.outOf())
                          .arg(clockText(MockInterview::allSeconds - mock.secondsLeft()),
                               clockText(MockInterview::allSeconds)));
    text += heading(MockSummary::tr("What to read")) + toRead(mock, interview);
    text += heading(MockSummary::tr("Questions"));
    int number = 0;
    for (const CardAttempt& attempt : mock.attempts()) {
        text += questionRow(attempt, ++number);
    }
    return text;
}

}  // namespace zeropoint::ui
