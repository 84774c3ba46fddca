// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QListWidget;
class QPushButton;

namespace zeropoint::ui {

class CourseState;
class MarkdownLabel;

/// The glossary, and what a search over terms, steps and cards finds; below, the chosen entry with
/// "show me".
class LookUpCard : public QFrame {
    Q_OBJECT

public:
    explicit LookUpCard(CourseState& course, QWidget* parent = nullptr);
    void search(const QString& text);
    void openTerm(const QString& id);

signals:
    /// An interview card was chosen.
    void cardChosen(const QString& id);

private:
    void fill(const QString& text);
    void choose(int row);
    void showEntry(const QString& kind, const QString& id);
    void showMe();
    void follow(const QString& link);

    CourseState& m_course;
    QLabel* m_caption;
    QListWidget* m_list;
    QFrame* m_entry;
    QLabel* m_name;
    MarkdownLabel* m_text;
    QPushButton* m_show;
    QString m_search;
    QString m_kind;  ///< of the entry: "term", "step" or "card"
    QString m_id;
};

}  // namespace zeropoint::ui
