// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/tensor_replay.h"
#include "ui/pages/calibrate/analysis_tab.h"
#include "ui/state/source.h"

#include <map>
#include <optional>

class QComboBox;
class QTableWidget;

namespace zeropoint::ui {

/// A bug that libraries have had, made again: what it does to the tensor at the scheme's number of
/// bits, and to a model.
class BreakItTab : public AnalysisTab {
    Q_OBJECT

public:
    explicit BreakItTab(Workbench& bench, QWidget* parent = nullptr);

protected:
    void follow() override;
    void work() override;

private:
    void buildChoice();
    QWidget* makeStory();
    void buildTable();
    /// Nothing where the scheme has no such codes.
    std::optional<int> bits() const;
    HistoricBug bug() const;
    void replayOnTensor();
    void replayOnModel();
    void showTensor();
    void showModel();
    void put(int row, const QString& right, const QString& broken);
    void name(int row, const QString& text);

    QComboBox* m_choice;
    QLabel* m_story;
    QLabel* m_place;
    QTableWidget* m_table;
    SourcePtr m_source;  ///< of the replay
    int m_bits = 0;
    std::optional<TensorReplay> m_replay;
    std::map<HistoricBug, BugEffect> m_effects;  ///< the model is always the same
};

}  // namespace zeropoint::ui
