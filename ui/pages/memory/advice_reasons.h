// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/state/advice_study.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace zeropoint::ui {

class MetricTile;
class Workbench;

/// Why one setting of an advice, and what can be done with it.
class AdviceReasons : public QFrame {
    Q_OBJECT

public:
    explicit AdviceReasons(Workbench& bench, QWidget* parent = nullptr);

    /// Null: there is none. `chosen`: the option that is looked at; -1: none.
    void show(const Advice* advice, int chosen);

signals:
    void pageRequested(const QString& page);

private:
    void layOut();
    QWidget* makeLimits();
    void connectButtons();
    void showFigures(const AdviceOption* option);
    void showButtons(const AdviceOption* option);
    /// That show() was about; null: none.
    const AdviceOption* option() const;
    /// Of it; nothing: its type is not written here.
    std::optional<AdviceStudy::Example> example();
    void makeRecipe();
    void openInCalibrate();
    void openInCompare();
    void exportReport();
    void writeReport(const Advice& advice, const QString& path);

    Workbench& m_bench;
    AdviceStudy& m_study;
    QLabel* m_title;
    MetricTile* m_error;
    MetricTile* m_size;
    MetricTile* m_bits;
    QLabel* m_reasons;
    QPushButton* m_recipe;
    QPushButton* m_calibrate;
    QPushButton* m_compare;
    QPushButton* m_report;
    int m_chosen = -1;
};

}  // namespace zeropoint::ui
