// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/views.h"

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
    LookUpCard(CourseState& course, ViewState<LearnView>& view, QWidget* parent = nullptr);
    /// To the list: of what was found, the first.
    void takeFocus();

signals:
    /// An interview card was chosen.
    void cardChosen(const QString& id);

private:
    void refresh();
    void fill();
    void choose(int row);
    void showEntry();
    bool showTerm();
    bool showStep();
    bool showCard();
    void showMe();
    void follow(const QString& link);

    CourseState& m_course;
    ViewState<LearnView>& m_view;
    QLabel* m_caption;
    QListWidget* m_list;
    QFrame* m_entry;
    QLabel* m_name;
    MarkdownLabel* m_text;
    QPushButton* m_show;
    std::optional<QString> m_search;  ///< that the list answers; nothing: it is to be filled
    QString m_open;                   ///< the entry, as LearnView names it
    QString m_kind;                   ///< of the entry: "term", "step" or "card"
    QString m_id;
};

}  // namespace zeropoint::ui
