// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace zeropoint {
struct BlockExample;
}

namespace zeropoint::ui {

class FigureLabel;
class FormulaLine;
class NumberField;
class PipelineStrip;
class Workbench;

/// The formula with the actual numbers and the sample value travelling through it.
class WorkedExampleCard : public QFrame {
    Q_OBJECT

public:
    explicit WorkedExampleCard(Workbench& bench, QWidget* parent = nullptr);

protected:
    void showEvent(QShowEvent* event) override;

private:
    QLayout* makeHeader();
    QLayout* makeGrid();
    QWidget* makeWords();
    void refresh();
    void refreshParams();
    void askForBlock();
    void showBlock(const BlockExample& example);
    void copyFormula() const;

    Workbench& m_bench;
    FigureLabel* m_outcome;
    FormulaLine* m_scale;
    FormulaLine* m_zeroPoint;
    PipelineStrip* m_pipeline;
    QLabel* m_title;
    QLabel* m_words;
    NumberField* m_sample;
    bool m_stopped = false;  ///< the search for the block
};

}  // namespace zeropoint::ui
