// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/advice_study.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QStandardItemModel;

namespace zeropoint::ui {

class AdvicePlot;
class Legend;
class MetricTile;
class Notice;
class RowTable;
class Segment;
class Workbench;

/// "Which setting": every sensible way to store the model beside the device's limit, one of them
/// recommended, and why.
class AdviceView : public QWidget {
    Q_OBJECT

public:
    explicit AdviceView(Workbench& bench, QWidget* parent = nullptr);

    AdvicePlot* plot() const { return m_plot; }
    /// The chart under its legend, for a picture.
    QList<QWidget*> figureParts() const;

signals:
    void pageRequested(const QString& page);

protected:
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildPlotCard();
    QWidget* buildTableCard();
    QWidget* buildReasons();
    void choose(int option);
    int chosenIn(const Advice& advice) const;
    void refresh();
    void fillTable(const Advice* advice, int chosen);
    void showReasons(const Advice* advice, int chosen);
    void exportReport();
    void writeReport(const Advice& advice, const QString& path);
    void makeRecipe();
    void openInCalibrate();
    void openInCompare();
    /// Of the chosen row; nothing: its type is not written here.
    std::optional<AdviceStudy::Example> example();
    void arrange();

    Workbench& m_bench;
    AdviceStudy& m_study;
    AdvicePlot* m_plot = nullptr;
    Legend* m_legend = nullptr;
    RowTable* m_table = nullptr;
    QStandardItemModel* m_items = nullptr;
    MetricTile* m_error = nullptr;
    MetricTile* m_size = nullptr;
    MetricTile* m_bits = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_reasons = nullptr;
    QPushButton* m_measure = nullptr;
    QPushButton* m_recipe = nullptr;
    QPushButton* m_calibrate = nullptr;
    QPushButton* m_compare = nullptr;
    Notice* m_notice = nullptr;
    Segment* m_tabs = nullptr;
    QWidget* m_tableCard = nullptr;
    QWidget* m_why = nullptr;
    bool m_filling = false;
};

}  // namespace zeropoint::ui
