// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListWidget>

namespace zeropoint::ui {

/// A short list in which a click, Enter or Space takes an entry at once: one place in the order of
/// Tab, with arrows inside. The second click of a double click takes nothing again.
class ChoiceList : public QListWidget {
    Q_OBJECT

public:
    static constexpr int rowHeight = 24;  ///< as the style sheet has it

    explicit ChoiceList(QWidget* parent = nullptr);
    /// Where Space is the page's: then a click and Enter alone take an entry.
    void leaveSpace() { m_takesSpace = false; }
    /// With every row in view.
    int heightOfAll() const;

signals:
    void chosen(QListWidgetItem* item);
    /// The focus went elsewhere: what the arrows went over and nobody took is not chosen.
    void left();

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;

private:
    bool m_takesSpace = true;
};

}  // namespace zeropoint::ui
