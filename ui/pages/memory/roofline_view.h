// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/roofline/roofline.h"

#include <QWidget>

class QFrame;
class QGridLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QStandardItemModel;

namespace zeropoint::ui {

class Legend;
class Notice;
class RooflinePlot;
class RooflineStudy;
class RowTable;
class Workbench;

/// "Why not faster": what real matrix products reach on this machine, on its roofline.
class RooflineView : public QWidget {
    Q_OBJECT

public:
    explicit RooflineView(Workbench& bench, QWidget* parent = nullptr);

    RooflinePlot* plot() const { return m_plot; }
    /// The chart under its legend, for a picture.
    QList<QWidget*> figureParts() const;

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildPlotCard();
    QWidget* buildTableCard();
    QWidget* buildSide();
    QWidget* buildMachine();
    QWidget* buildCeilings();
    QWidget* buildMeasure();
    void refresh();
    void fillTable(const Roofline* roofline);
    void fillCeilings(const Roofline* roofline);
    void tellWhy(const Roofline* roofline);
    void tellProgress();

    Workbench& m_bench;
    RooflineStudy& m_study;
    RooflinePlot* m_plot = nullptr;
    Legend* m_legend = nullptr;
    RowTable* m_table = nullptr;
    QStandardItemModel* m_items = nullptr;
    QLabel* m_decode = nullptr;
    QLabel* m_prompt = nullptr;
    QLabel* m_machine = nullptr;
    QLabel* m_instructions = nullptr;
    QGridLayout* m_ceilings = nullptr;
    QLabel* m_when = nullptr;
    QPushButton* m_measure = nullptr;
    QPushButton* m_cancel = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_progressText = nullptr;
    Notice* m_notice = nullptr;
    QWidget* m_side = nullptr;
};

}  // namespace zeropoint::ui
