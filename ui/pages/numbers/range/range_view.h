// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/numbers/facts/number_view.h"

namespace zeropoint::ui {

class ConversionChain;
class PrecisionChart;

/// What range and precision the formats have, and what a chain of conversions leaves of the value.
class RangeView : public NumberView {
    Q_OBJECT

public:
    explicit RangeView(Workbench& bench, QWidget* parent = nullptr);

    void show(const NumberState& state) override;

private:
    ConversionChain* m_chain;
    PrecisionChart* m_chart;
};

}  // namespace zeropoint::ui
