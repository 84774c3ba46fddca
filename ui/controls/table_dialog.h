// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/access/table_content.h"
#include "ui/controls/figure.h"

#include <QDialog>

class QAction;
class QLabel;

namespace zeropoint::ui {

/// Of numbers alone.
TableContent tableContent(const QString& title, const QStringList& columns,
                          const QVector<QVector<double>>& rows);

/// The table with commas and quotes, as a table of Markdown, or with tabs for a spreadsheet.
QString toCsv(const TableContent& content);
QString toMarkdown(const TableContent& content);
QString toText(const TableContent& content);

/// The figures behind a plot as a table that can be read aloud, copied as text, CSV or Markdown and
/// saved, and the plot itself as a picture: the one way out of every plot. Numbers in what is
/// copied or saved round-trip.
class TableDialog : public QDialog {
    Q_OBJECT

public:
    explicit TableDialog(TableContent content, QWidget* parent = nullptr);
    TableDialog(const QString& title, const QStringList& columns,
                const QVector<QVector<double>>& rows, QWidget* parent = nullptr)
        : TableDialog(tableContent(title, columns, rows), parent) {}

    /// What copying and saving a picture do.
    void setFigure(Figure figure);
    /// Writes the table (.csv, .md) or the figure (.png, .svg, .pdf), by the ending.
    void saveAs(const QString& file);

private:
    QWidget* buildButtons();
    void copyPicture();
    void chooseFile();

    TableContent m_content;
    Figure m_figure;
    QAction* m_picture;
    QLabel* m_outcome;
};

}  // namespace zeropoint::ui
