// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/comparison/pair_codes.h"
#include "core/comparison/pair_study.h"
#include "ui/access/table_content.h"
#include "ui/pages/compare/files_comparison.h"

#include <QFrame>

#include <memory>
#include <optional>

class QLabel;

namespace zeropoint::ui {

class CodePlot;
class MetricTile;
class Notice;
class SettingPlot;
class TableButton;
class Workbench;

/// One pair of two files: both histograms over each other, that of the differences, the figures,
/// and the codes that values near one got.
class PairDetail : public QFrame {
    Q_OBJECT

public:
    explicit PairDetail(Workbench& bench, QWidget* parent = nullptr);

    /// The pair with this place; nothing: none is chosen.
    void show(const FilesComparison& comparison, std::optional<std::size_t> pair);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void study(const std::shared_ptr<const OpenedPair>& opened, std::size_t pair);
    void showStudy(const PairStudy& study);
    void point(std::optional<double> value);
    void follow();
    void countCodes(double value);
    void showCodes(const PairCodes& codes);
    void layOut();
    void clear();
    TableContent table() const;
    QString caption() const;

    Workbench& m_bench;
    std::shared_ptr<const OpenedPair> m_opened;
    std::optional<std::size_t> m_pair;
    TableButton* m_table;
    QWidget* m_figures;
    QLabel* m_name;
    QLabel* m_other;
    MetricTile* m_sqnr;
    MetricTile* m_relative;
    MetricTile* m_largest;
    Notice* m_problem;
    SettingPlot* m_plot;
    QLabel* m_codesTitle;
    CodePlot* m_codes;
    QLabel* m_state;
    double m_typical = 0;  ///< root mean square of A
    double m_value = 0;    ///< whose codes are counted
    double m_half = 0;     ///< half a bin of the histogram; 0: there is none
};

}  // namespace zeropoint::ui
