// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/outlier_trial.h"
#include "ui/pages/calibrate/analysis_tab.h"

#include <optional>

class QLabel;

namespace zeropoint::ui {

class BarList;
class NumberField;
class Segment;
class ValueSlider;
struct TableContent;

/// The outlier studio: plant one value or one channel, or take those that are there, and see the
/// remedies react side by side.
class OutliersTab : public AnalysisTab {
    Q_OBJECT

public:
    explicit OutliersTab(Workbench& bench, QWidget* parent = nullptr);

    TableContent table() const;

protected:
    void follow() override;
    void work() override;

private:
    QWidget* makeSettings();
    OutlierSettings settings() const;
    void show(const OutlierTrial& trial);
    void showFacts(const OutlierTrial& trial);

    Segment* m_activations;
    Segment* m_plant;
    ValueSlider* m_gain;
    NumberField* m_channel;
    BarList* m_bars;
    QLabel* m_facts;
    std::vector<RemedyResult> m_results;
    SourcePtr m_source;  ///< what the results are of
    QuantScheme m_scheme;
    std::optional<OutlierSettings> m_tried;
};

}  // namespace zeropoint::ui
