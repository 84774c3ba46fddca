// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheme/convention_form.h"
#include "ui/pages/calibrate/analysis_tab.h"

#include <vector>

class QGridLayout;

namespace zeropoint::ui {

/// The quantizer at hand as other libraries write it: to copy, and proved by evaluating it.
class ConventionsTab : public AnalysisTab {
    Q_OBJECT

public:
    explicit ConventionsTab(Workbench& bench, QWidget* parent = nullptr);

protected:
    void follow() override;
    void work() override;

private:
    void addForm(const ConventionForm& form, int row);

    QGridLayout* m_grid;
    QWidget* m_list;
    std::vector<QWidget*> m_widgets;
    QuantParams m_params;
    QuantScheme m_scheme;
};

}  // namespace zeropoint::ui
