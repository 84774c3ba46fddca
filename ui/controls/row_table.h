// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

#include <optional>
#include <span>

namespace zeropoint::ui {

/// A list of things in rows with columns of figures: one row is chosen at a time, none is edited,
/// Tab goes on to the next control, and Space is the page's. Whoever sorts it by a click on a title
/// makes these clickable.
class RowTable : public QTableView {
    Q_OBJECT

public:
    explicit RowTable(QWidget* parent = nullptr);

    /// Of the first columns, in pixels. After the model is set.
    void setColumnWidths(std::span<const int> widths);
    /// From now on each column is as wide as its header and its items need, what is left over is
    /// shared among them, and nothing is scrolled sideways: while there is not room for all, the
    /// first ones of `yielding` are hidden.
    void fitColumns(QList<int> yielding);
    /// Many columns in little room: titles stand closer together. Before fitColumns().
    void setTight();

    void reset() override;

protected:
    void resizeEvent(QResizeEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fit();
    QString titleOf(int column) const;
    QList<int> neededWidths() const;

    std::optional<QList<int>> m_yielding;
    int m_titlePadding;  ///< on each side
};

}  // namespace zeropoint::ui
