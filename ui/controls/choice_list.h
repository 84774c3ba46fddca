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
    /// With every row in view.
    int heightOfAll() const;

signals:
    void chosen(QListWidgetItem* item);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
};

}  // namespace zeropoint::ui
