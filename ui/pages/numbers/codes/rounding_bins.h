// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/table_dialog.h"
#include "ui/pages/numbers/facts/row_facts.h"

#include <QWidget>

#include <vector>

namespace zeropoint::ui {

/// A stored value and the values that round to it.
struct RoundingBin {
    double stored = 0;
    double from = 0;
    double to = 0;
};

/// The bins around a value, `reach` stored values to each side, by rising value. Empty when the
/// stored value is not finite.
std::vector<RoundingBin> roundingBins(const RowFacts& facts, Rounding rounding, int reach);

/// The number line around the value cut into the stretches that share a code.
class RoundingBins : public QWidget {
    Q_OBJECT

public:
    explicit RoundingBins(QWidget* parent = nullptr);

    void show(const RowFacts& facts, Rounding rounding);

    /// The figures that are drawn.
    TableContent table() const;
    QSize sizeHint() const override { return {900, 92}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintBin(QPainter& painter, const RoundingBin& bin, bool odd) const;
    double xOf(double value) const;

    RowFacts m_facts;
    std::vector<RoundingBin> m_bins;
};

}  // namespace zeropoint::ui
