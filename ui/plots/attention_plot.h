// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/model_probe.h"
#include "ui/plots/plot_widget.h"

#include <QStringList>

class QCPColorMap;
class QCPColorScale;

namespace zeropoint::ui {

/// Where one attention head looks: rows are the positions that look, columns those looked at.
/// Logarithmic, since most of a row is near 0; positions that may not be seen stay empty.
class AttentionPlot : public PlotWidget {
    Q_OBJECT

public:
    explicit AttentionPlot(QWidget* parent = nullptr);

    /// @param names what stands at each position, for axes and tool tips.
    void show(const AttentionMap& map, std::size_t head, const QStringList& names);
    void clear();

private:
    void restyle() final;
    std::optional<QString> tipAt(const QPoint& position) const final;

    QCPColorMap* m_map;
    QCPColorScale* m_scale;
    AttentionMap m_values;
    std::size_t m_head = 0;
    QStringList m_names;
};

}  // namespace zeropoint::ui
