// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/table_dialog.h"

#include <QToolButton>

#include <functional>

namespace zeropoint::ui {

/// The small button beside a chart that shows its figures as a table: the same on every page.
class TableButton : public QToolButton {
    Q_OBJECT

public:
    /// `content` is asked when the button is pressed. The object name is the chart's with "Table"
    /// behind it.
    TableButton(const QString& objectName, std::function<TableContent()> content,
                QWidget* parent = nullptr);

    /// The picture that the table's dialog can copy and save; asked when the button is pressed.
    void setFigure(std::function<Figure(const QString& title)> figure) {
        m_figure = std::move(figure);
    }

private:
    std::function<TableContent()> m_content;
    std::function<Figure(const QString& title)> m_figure;
};

/// For charts with `TableContent table() const`.
template <typename Chart>
TableButton* tableButton(const Chart* chart, QWidget* parent = nullptr) {
    return new TableButton(
        chart->objectName() + QStringLiteral("Table"), [chart] { return chart->table(); }, parent);
}

}  // namespace zeropoint::ui
