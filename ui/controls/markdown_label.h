// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace zeropoint::ui {

/// A label of Markdown that wraps. HTML in it is text, its links go nowhere by themselves
/// (linkActivated), and its text can be selected.
class MarkdownLabel : public QLabel {
    Q_OBJECT

public:
    explicit MarkdownLabel(QWidget* parent = nullptr);

    void setMarkdown(const QString& markdown);
    const QString& markdown() const { return m_markdown; }

private:
    QString m_markdown;
};

/// For what takes no Markdown: rich text, and text without marks.
QString richOfMarkdown(const QString& markdown);
QString plainOfMarkdown(const QString& markdown);

}  // namespace zeropoint::ui
