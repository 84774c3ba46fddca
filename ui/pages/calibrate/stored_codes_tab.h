// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/packed_study.h"
#include "ui/access/table_content.h"
#include "ui/pages/calibrate/analysis_tab.h"
#include "ui/state/source.h"

class QLabel;
class QTableWidget;

namespace zeropoint::ui {

class CodePlot;

/// The codes of a tensor that came quantized: what each stands for and how many values have it.
class StoredCodesTab : public AnalysisTab {
    Q_OBJECT

public:
    explicit StoredCodesTab(Workbench& bench, QWidget* parent = nullptr);

protected:
    void follow() override;
    void work() override;

public:
    TableContent table() const;

private:
    void show(const PackedStudy& study);

    QLabel* m_title;
    CodePlot* m_plot;
    QTableWidget* m_table;
    QWidget* m_button;
    SourcePtr m_source;    ///< what the table is of
    bool m_listed = true;  ///< whether its codes are such as to be listed
    PackedStudy m_study;
};

}  // namespace zeropoint::ui
