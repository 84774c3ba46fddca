// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace zeropoint {
struct RunResult;
struct Sensitivity;
}  // namespace zeropoint

namespace zeropoint::ui {

class BarList;
class LayerStudy;
class Segment;
class TradeOff;
class ValueSlider;
class Workbench;

/// What each layer costs at few bits, and the assignment of bits that a budget allows.
class SensitivityView : public QWidget {
    Q_OBJECT

public:
    explicit SensitivityView(Workbench& bench, QWidget* parent = nullptr);

    void showTable();

private:
    QWidget* buildBudget();
    void connectSignals();
    int bits() const;
    void refresh();
    void refreshBudget();
    void showAnswer();
    void showSolved(quint64 modelBytes, const RunResult& result);
    QString wordsOf(const Sensitivity& measured) const;

    Workbench& m_bench;
    TradeOff& m_tradeOff;
    LayerStudy& m_study;
    Segment* m_bits;
    Segment* m_side;
    QLabel* m_caption;
    QLabel* m_words;
    BarList* m_bars;
    QPushButton* m_measure;
    ValueSlider* m_budget = nullptr;
    QPushButton* m_solve = nullptr;
    QPushButton* m_train = nullptr;
    QString m_answer;            ///< to the budget that was solved last
    QString m_mix;               ///< the run that was solved last
    QString m_mixOf;             ///< the experiment that it is a run of
    QLabel* m_solved = nullptr;  ///< what a budget gave
};

}  // namespace zeropoint::ui
