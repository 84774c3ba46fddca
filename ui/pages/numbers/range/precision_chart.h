// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/table_dialog.h"
#include "ui/pages/numbers/facts/row_facts.h"

#include <QWidget>

#include <vector>

namespace zeropoint::ui {

/// Range, precision and step of the chosen formats in one picture: over the magnitude of a value
/// (both axes logarithmic) how fine the format's step is there, relative to the value. A line
/// reaches as far as the format does; lower is finer.
class PrecisionChart : public QWidget {
    Q_OBJECT

public:
    explicit PrecisionChart(QWidget* parent = nullptr);

    void show(const NumberState& state);

    /// The figures that are drawn.
    TableContent table() const;
    QSize sizeHint() const override { return {900, 340}; }
    QSize minimumSizeHint() const override { return {460, 300}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QRectF plotRect() const;
    QPointF pointOf(double logMagnitude, double logStep) const;
    void paintAxes(QPainter& painter) const;
    void paintFormat(QPainter& painter, const RowFacts& facts, std::size_t index,
                     std::vector<QRectF>& labels) const;

    double m_value = 0;
    QString m_inspected;
    std::vector<RowFacts> m_rows;
};

}  // namespace zeropoint::ui
