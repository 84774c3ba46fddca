// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/table_dialog.h"
#include "ui/pages/page.h"

class QLabel;
class QPushButton;

namespace zeropoint::ui {

class LazyStack;
class Segment;
class WholeLabel;

/// What fits where.
class MemoryPage : public Page {
    Q_OBJECT

public:
    explicit MemoryPage(Workbench& bench, QWidget* parent = nullptr);

    CoachText coachText() const override;
    QStringList statusTexts() const override;
    int narrowBelow() const override;
    QStringList viewNames() const override;
    void showView(int view) override;

    void exportFigure();
    void exportTable();
    /// The chart of the part that is shown (.png, .svg, .pdf). InvalidArgument, WriteFailed.
    Result<void> saveFigure(const QString& file);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildHeader();
    QWidget* buildLeft();
    void arrange();
    TableContent exportedTable();
    QString questionText() const;
    void refresh();

    Workbench& m_bench;
    Segment* m_part = nullptr;
    WholeLabel* m_subtitle = nullptr;
    Segment* m_unit = nullptr;
    QPushButton* m_figure = nullptr;
    QPushButton* m_table = nullptr;
    Segment* m_tabs = nullptr;
    QPushButton* m_question = nullptr;  ///< in a small window: what the advice is about
    QWidget* m_left = nullptr;
    LazyStack* m_cards;  ///< below the model: what belongs to the part
    LazyStack* m_parts;
};

}  // namespace zeropoint::ui
