// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/advice_study.h"

#include <QWidget>

class QPushButton;

namespace zeropoint::ui {

class AdvicePlot;
class AdviceReasons;
class AdviceTable;
class Legend;
class Notice;
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
    void choose(int option);
    int chosenIn(const Advice& advice) const;
    void refresh();
    void arrange();

    Workbench& m_bench;
    AdviceStudy& m_study;
    AdviceTable* m_table;
    AdviceReasons* m_reasons;
    AdvicePlot* m_plot = nullptr;
    Legend* m_legend = nullptr;
    QPushButton* m_measure = nullptr;
    Notice* m_notice = nullptr;
    Segment* m_tabs = nullptr;
    QWidget* m_why = nullptr;
};

}  // namespace zeropoint::ui
