// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>

namespace zeropoint::ui {

/// Where the bars stand, and below them the verdicts: eight columns in two groups between the
/// axis at the left and the devices' names at the right.
class MemoryColumns {
public:
    explicit MemoryColumns(double width);

    double left() const { return m_left; }
    double right() const { return m_right; }  ///< where the names begin
    double namesWidth() const { return m_names; }
    /// From the left edge of a column to that of the next.
    double pitch() const { return m_pitch; }
    double middle(int bar) const;
    double divider() const;  ///< between running and training
    /// The bar under a point; -1 beside the columns.
    int at(double x) const;

private:
    double m_left = 0;
    double m_right = 0;
    double m_names = 0;
    double m_pitch = 0;
};

}  // namespace zeropoint::ui
