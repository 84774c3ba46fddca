// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/learn/handout.h"

#include "core/course/placeholders.h"
#include "core/files/atomic_file.h"
#include "ui/controls/paper.h"
#include "ui/state/course_state.h"
#include "ui/text/numbers.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFragment>
#include <QTextImageFormat>
#include <QUrl>

#include <vector>

namespace zeropoint::ui {
namespace {

constexpr double pictureWidth = 520;  ///< so that two steps stand on a page of A4
constexpr int roomForANumber = 20;    ///< signs of a line to write on

/// The name by which the text and the document know a picture.
QString pictureUrl(const std::string& step) {
    return QStringLiteral("step:") + QString::fromStdString(step);
}

class Handout {
    Q_DECLARE_TR_FUNCTIONS(Handout)

public:
    Handout(CourseState& course, const PicturesOfSteps& pictures)
        : m_course(course), m_pictures(pictures) {}

    void add(const course::Lesson& lesson) {
        m_text += QStringLiteral("# ") +
                  tr("Lesson %1: %2").arg(lesson.number).arg(plain(lesson.title.text)) +
                  QStringLiteral("\n\n") + plain(lesson.summary.text) + QStringLiteral("\n\n");
        m_answers += QStringLiteral("## ") +
                     tr("Lesson %1: %2").arg(lesson.number).arg(plain(lesson.title.text)) +
                     QStringLiteral("\n\n");
        int number = 0;
        for (const course::Step& step : lesson.steps) {
            addStep(lesson.id + '/' + step.id, step, ++number);
        }
    }

    QString text() const {
        return m_text + QStringLiteral("# ") + tr("Answers") + QStringLiteral("\n\n") + m_answers;
    }

private:
    void addStep(const std::string& id, const course::Step& step, int number) {
        const auto picture = m_pictures.find(id);
        auto scope = picture != m_pictures.end() ? Result<course::Scope>(picture->second.scope)
                                                 : scopeOf(m_course.course(), step);
        if (!scope) {
            return;
        }
        scope->setDecimalPoint(QLocale().decimalPoint().toStdString());
        paragraph(m_text, QStringLiteral("## %1. ").arg(number) + words(step.title, *scope));
        paragraph(m_text, words(step.text, *scope));
        if (picture != m_pictures.end() && differs(picture->second.page)) {
            // Qt leaves out a picture that has no words of its own.
            paragraph(m_text, QStringLiteral("![%1](%2)").arg(tr("The page"), pictureUrl(id)));
        }
        if (step.question) {
            addQuestion(*step.question, number, *scope);
        }
        if (!step.rule.empty()) {
            // It answers what the step asks: first the prediction.
            paragraph(step.question ? m_answers : m_text,
                      bold(tr("Rule:")) + words(step.rule, *scope));
        }
        if (!step.model.empty()) {
            paragraph(m_answers,
                      QStringLiteral("**%1.** ").arg(number) + words(step.model, *scope));
            addRubric(step.rubric, *scope);
        }
    }

    void addRubric(const std::vector<course::Words>& rubric, const course::Scope& scope) {
        QString lines;
        for (const course::Words& line : rubric) {
            lines += QStringLiteral("- ") + words(line, scope) + QLatin1Char('\n');
        }
        paragraph(m_answers, lines);
    }

    /// A page that stands as in the step before is not printed again.
    bool differs(const QImage& page) {
        const bool other = page != m_shown;
        m_shown = page;
        return other;
    }

    void addQuestion(const course::Question& question, int number, const course::Scope& scope) {
        paragraph(m_text, bold(tr("Predict:")) + words(question.prompt, scope));
        QString options;
        for (const course::Option& option : question.options) {
            options += QStringLiteral("- ") + words(option.label, scope) + QLatin1Char('\n');
        }
        paragraph(m_text, options);
        if (question.kind == course::QuestionKind::Number) {
            paragraph(m_text, tr("Your prediction: %1 %2")
                                  .arg(QStringLiteral("\\_").repeated(roomForANumber),
                                       QString::fromStdString(question.unit)));
        }
        paragraph(m_answers,
                  QStringLiteral("**%1.** %2 ").arg(number).arg(answerOf(question, scope)) +
                      words(question.reveal, scope));
    }

    static QString answerOf(const course::Question& question, const course::Scope& scope) {
        const auto right = rightAnswer(question, scope);
        if (!right) {
            return {};
        }
        if (question.kind == course::QuestionKind::Number) {
            const QString number = formatNumber(right->number);
            return question.unit.empty()
                       ? bold(number)
                       : bold(number + QChar(0xa0) + QString::fromStdString(question.unit));
        }
        const auto label = [&](const std::string& id) {
            const course::Option* option = findOption(question, id);
            return option == nullptr ? QString() : words(option->label, scope);
        };
        if (question.kind == course::QuestionKind::Order) {
            QStringList labels;
            for (const std::string& id : right->order) {
                labels << label(id);
            }
            return bold(labels.join(QStringLiteral(" → ")));
        }
        const QString chosen = label(right->option);
        return chosen.isEmpty() ? QString() : bold(chosen);
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
    const PicturesOfSteps& m_pictures;
    QImage m_shown;
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

/// The width of the text, whatever that of the page is on the screen.
void fitPictures(QTextDocument& document) {
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment part = it.fragment();
            if (part.charFormat().isImageFormat()) {
                QTextImageFormat format = part.charFormat().toImageFormat();
                format.setWidth(pictureWidth);
                QTextCursor cursor(&document);
                cursor.setPosition(part.position());
                cursor.setPosition(part.position() + part.length(), QTextCursor::KeepAnchor);
                cursor.setCharFormat(format);
                break;  // a picture stands alone, and what is gone over has changed
            }
        }
    }
}

}  // namespace

QString handoutText(CourseState& course, const QString& lesson, const PicturesOfSteps& pictures) {
    Handout handout(course, pictures);
    for (const course::Lesson& one : course.course().lessons) {
        if (lesson.isEmpty() || one.id == lesson.toStdString()) {
            handout.add(one);
        }
    }
    return handout.text();
}

Result<void> writeHandout(CourseState& course, const QString& lesson, const QString& path,
                          const PicturesOfSteps& pictures) {
    QTextDocument document;
    document.setDefaultFont(paperFont());
    document.setMarkdown(handoutText(course, lesson, pictures),
                         QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectCommonMark) |
                             QTextDocument::MarkdownNoHTML);
    // Behind the text, which clears what a document has.
    for (const auto& [step, picture] : pictures) {
        document.addResource(QTextDocument::ImageResource, QUrl(pictureUrl(step)), picture.page);
    }
    breakPages(document);
    fitPictures(document);
    keepSectionsWhole(document);
    const QByteArray pdf = pdfOf(document, QStringLiteral("Zeropoint"));
    return replaceFile(path.toStdString(), pdf.toStdString());
}

}  // namespace zeropoint::ui
