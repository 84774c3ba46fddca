// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/learn/handout.h"

#include "core/course/placeholders.h"
#include "core/files/atomic_file.h"
#include "ui/state/course_state.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QLocale>
#include <QPdfWriter>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <vector>

namespace zeropoint::ui {
namespace {

constexpr int textPixels = 13;
constexpr double marginMillimetres = 18;

class Handout {
    Q_DECLARE_TR_FUNCTIONS(Handout)

public:
    explicit Handout(CourseState& course) : m_course(course) {}

    void add(const course::Lesson& lesson) {
        m_text += QStringLiteral("# ") +
                  tr("Lesson %1: %2").arg(lesson.number).arg(plain(lesson.title.text)) +
                  QStringLiteral("\n\n") + plain(lesson.summary.text) + QStringLiteral("\n\n");
        m_answers += QStringLiteral("## ") +
                     tr("Lesson %1: %2").arg(lesson.number).arg(plain(lesson.title.text)) +
                     QStringLiteral("\n\n");
        int number = 0;
        for (const course::Step& step : lesson.steps) {
            addStep(step, ++number);
        }
    }

    QString text() const {
        return m_text + QStringLiteral("# ") + tr("Answers") + QStringLiteral("\n\n") + m_answers;
    }

private:
    void addStep(const course::Step& step, int number) {
        auto scope = scopeOf(m_course.course(), step);
        if (!scope) {
            return;
        }
        scope->setDecimalPoint(QLocale().decimalPoint().toStdString());
        paragraph(m_text, QStringLiteral("## %1. ").arg(number) + words(step.title, *scope));
        paragraph(m_text, words(step.text, *scope));
        if (step.question) {
            addQuestion(*step.question, number, *scope);
        }
        if (!step.rule.empty()) {
            paragraph(m_text, bold(tr("Rule:")) + words(step.rule, *scope));
        }
        if (!step.model.empty()) {
            paragraph(m_answers,
                      QStringLiteral("**%1.** ").arg(number) + words(step.model, *scope));
        }
    }

    void addQuestion(const course::Question& question, int number, const course::Scope& scope) {
        paragraph(m_text, bold(tr("Predict:")) + words(question.prompt, scope));
        QString options;
        for (const course::Option& option : question.options) {
            options += QStringLiteral("- ") + words(option.label, scope) + QLatin1Char('\n');
        }
        paragraph(m_text, options);
        QString answer;
        if (const auto right = rightAnswer(question, scope)) {
            if (question.kind == course::QuestionKind::Number) {
                answer = formatNumber(right->number) + QLatin1Char(' ') +
                         QString::fromStdString(question.unit);
            } else if (const course::Option* option = findOption(question, right->option)) {
                answer = words(option->label, scope);
            }
        }
        paragraph(m_answers, QStringLiteral("**%1.** %2 ").arg(number).arg(answer) +
                                 words(question.reveal, scope));
    }

    static QString bold(const QString& text) { return QStringLiteral("**%1** ").arg(text); }

    static void paragraph(QString& into, const QString& text) {
        into += text.isEmpty() ? QString() : text + QStringLiteral("\n\n");
    }

    /// Paper has no links: their words stay.
    static QString plain(const std::string& markdown) {
        static const QRegularExpression link(QStringLiteral(R"(\[([^\]]*)\]\([^)]*\))"));
        return QString::fromStdString(markdown).replace(link, QStringLiteral("\\1"));
    }

    static QString words(const course::Words& words, const course::Scope& scope) {
        const auto filled = fillIn(words.text, scope);
        return plain(filled ? *filled : words.text);
    }

    CourseState& m_course;
    QString m_text;
    QString m_answers;
};

/// Each lesson, and the answers, begin a page.
void breakPages(QTextDocument& document) {
    for (QTextBlock block = document.begin().next(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 1) {
            QTextCursor cursor(block);
            QTextBlockFormat format = block.blockFormat();
            format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
            cursor.setBlockFormat(format);
        }
    }
}

}  // namespace

QString handoutText(CourseState& course, const QString& lesson) {
    Handout handout(course);
    for (const course::Lesson& one : course.course().lessons) {
        if (lesson.isEmpty() || one.id == lesson.toStdString()) {
            handout.add(one);
        }
    }
    return handout.text();
}

Result<void> writeHandout(CourseState& course, const QString& lesson, const QString& path) {
    QTextDocument document;
    document.setDefaultFont(textFont(textPixels));
    document.setMarkdown(handoutText(course, lesson),
                         QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectCommonMark) |
                             QTextDocument::MarkdownNoHTML);
    breakPages(document);
    QBuffer pdf;
    pdf.open(QIODevice::WriteOnly);
    QPdfWriter writer(&pdf);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(
        QMarginsF(marginMillimetres, marginMillimetres, marginMillimetres, marginMillimetres),
        QPageLayout::Millimeter);
    writer.setTitle(QStringLiteral("Zeropoint"));
    document.print(&writer);
    return replaceFile(path.toStdString(), pdf.data().toStdString());
}

}  // namespace zeropoint::ui
