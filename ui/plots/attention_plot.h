// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/model_probe.h"

#include <QStringList>
#include <QWidget>

class QCPColorMap;
class QCPColorScale;
class QCustomPlot;

namespace zeropoint::ui {

/// Where one attention head looks: rows are the positions that look, columns those looked at.
/// Logarithmic, since most of a row is near 0; positions that may not be seen stay empty.
class AttentionPlot : public QWidget {
    Q_OBJECT

public:
    explicit AttentionPlot(QWidget* parent = nullptr);

    /// @param names what stands at each position, for axes and tool tips.
    void show(const AttentionMap& map, std::size_t head, const QStringList& names);
    void clear();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void restyle();
    QString textAt(const QPoint& position) const;

    QCustomPlot* m_plot;
    QCPColorMap* m_map;
    QCPColorScale* m_scale;
    AttentionMap m_values;
    std::size_t m_head = 0;
    QStringList m_names;
};

}  // namespace zeropoint::ui
