// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/markdown_label.h"

#include <QRegularExpression>
#include <QTextDocument>

namespace zeropoint::ui {
namespace {

QTextDocument::MarkdownFeatures features() {
    QTextDocument::MarkdownFeatures features = QTextDocument::MarkdownDialectCommonMark;
    return features.setFlag(QTextDocument::MarkdownNoHTML);
}

}  // namespace

QString richOfMarkdown(const QString& markdown) {
    QTextDocument document;
    document.setMarkdown(markdown, features());
    QString html = document.toHtml();
    // The label's own font and colours hold, not those of the document.
    static const QRegularExpression body(QStringLiteral("<body[^>]*>"));
    html.replace(body, QStringLiteral("<body>"));
    return html;
}

QString plainOfMarkdown(const QString& markdown) {
    QTextDocument document;
    document.setMarkdown(markdown, features());
    return document.toPlainText().trimmed();
}

MarkdownLabel::MarkdownLabel(QWidget* parent) : QLabel(parent) {
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::LinksAccessibleByMouse |
                            Qt::LinksAccessibleByKeyboard);
    setFocusPolicy(Qt::NoFocus);
}

void MarkdownLabel::setMarkdown(const QString& markdown) {
    m_markdown = markdown;
    setText(richOfMarkdown(markdown));
}

}  // namespace zeropoint::ui
