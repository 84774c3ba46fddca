// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/table_dialog.h"
#include "ui/pages/numbers/facts/row_facts.h"

#include <QWidget>

#include <vector>

namespace zeropoint::ui {

/// The value sent through FP32, FP16, FP8 E4M3, INT8 and FP4 one after the other, with what is left
/// of it at each.
class ConversionChain : public QWidget {
    Q_OBJECT

public:
    explicit ConversionChain(QWidget* parent = nullptr);

    void show(const NumberState& state);
    const std::vector<RowFacts>& stations() const { return m_stations; }

    /// The figures that are drawn.
    TableContent table() const;
    QSize sizeHint() const override { return {900, 92}; }
    QSize minimumSizeHint() const override { return {560, 92}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_value = 0;
    std::vector<RowFacts> m_stations;
};

}  // namespace zeropoint::ui
