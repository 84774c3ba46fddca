// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/controls/table_dialog.h"

#include <QWidget>

#include <vector>

namespace zeropoint::ui {

/// The bell curve with the probabilities, quantiles or levels of one step of NF4's construction.
class Nf4Chart : public QWidget {
    Q_OBJECT

public:
    enum class Meaning {
        Probabilities,  ///< areas to the left, drawn at their quantile
        Quantiles,      ///< positions on the axis
        Levels,         ///< quantiles over the largest: the axis ends at 1
    };

    explicit Nf4Chart(QWidget* parent = nullptr);

    void setValues(std::vector<double> values, Meaning meaning);

    /// The figures that are drawn.
    TableContent table() const;
    QSize sizeHint() const override { return {900, 300}; }
    QSize minimumSizeHint() const override { return {400, 240}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QPointF pointOf(double z) const;

    std::vector<double> m_values;
    Meaning m_meaning = Meaning::Quantiles;
};

}  // namespace zeropoint::ui
