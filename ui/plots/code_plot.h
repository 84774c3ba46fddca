// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/access/table_content.h"
#include "ui/plots/plot_widget.h"

#include <QVector>

class QCPBars;
class QCPItemText;

namespace zeropoint::ui {

/// How often each code was taken: bars over whole numbers, in per cent.
class CodePlot : public PlotWidget {
    Q_OBJECT

public:
    explicit CodePlot(const QString& name, QWidget* parent = nullptr);

    /// Counts of codes `first`, `first` + 1 ...; empty: nothing to show.
    void show(int first, const QVector<double>& counts);
    const QVector<double>& counts() const { return m_counts; }
    int firstCode() const { return m_first; }
    TableContent table() const;

private:
    /// As many labels below the axis as its width has room for.
    void fitTicks();
    void writeShares();
    void restyle() final;

    QCPBars* m_bars;
    QVector<QCPItemText*> m_shares;
    int m_first = 0;
    QVector<double> m_counts;
};

}  // namespace zeropoint::ui
