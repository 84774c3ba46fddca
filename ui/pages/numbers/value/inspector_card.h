// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/numbers/facts/row_facts.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace zeropoint::ui {

class BitRow;
class MetricTile;
class NumberLine;
class Workbench;

/// The inspected row taken apart: large bits, the formula with its numbers, the number line and
/// the error in four figures.
class InspectorCard : public QFrame {
    Q_OBJECT

public:
    explicit InspectorCard(const Workbench& bench, QWidget* parent = nullptr);

    void show(const RowFacts& facts, Rounding rounding);
    BitRow* bits() const { return m_bits; }

signals:
    void gestureStarted();
    void bitToggled(int fromMsb);
    void stepRequested(int direction);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeHeader();
    QWidget* makeFormula();
    QWidget* makeFigures();
    void showFormula();
    void showFigures(Rounding rounding);

    const Workbench& m_bench;
    RowFacts m_facts;
    QLabel* m_title;
    QPushButton* m_down;
    QPushButton* m_up;
    BitRow* m_bits;
    QLabel* m_rule;
    QLabel* m_bitsLine;
    QLabel* m_valueLine;
    NumberLine* m_line;
    MetricTile* m_absolute;
    MetricTile* m_relative;
    MetricTile* m_steps;
    MetricTile* m_direction;
};

}  // namespace zeropoint::ui
