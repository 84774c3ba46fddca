// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment_spec.h"

#include <QWidget>

#include <vector>

namespace zeropoint::ui {

/// A line of the methods' markers with their names.
class MethodLegend : public QWidget {
    Q_OBJECT

public:
    explicit MethodLegend(QWidget* parent = nullptr);

    void setMethods(std::vector<MethodKind> methods);

    QSize sizeHint() const override;
    /// Entries that do not fit are left out: every point has its name beside it.
    QSize minimumSizeHint() const override { return {0, 18}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int widthOf(MethodKind method) const;

    std::vector<MethodKind> m_methods;
};

}  // namespace zeropoint::ui
