// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/histogram_plot.h"
#include "ui/state/source.h"

#include <QFrame>

#include <optional>

class QComboBox;
class QLabel;

namespace zeropoint::ui {

class LensStrip;
class Legend;
class NumberField;
class Segment;
class Workbench;

/// The histogram with its legend, the handles that set the range and the lens around the sample.
class HistogramCard : public QFrame {
    Q_OBJECT

public:
    explicit HistogramCard(Workbench& bench, QWidget* parent = nullptr);

    HistogramPlot* plot() const { return m_plot; }
    void setLensVisible(bool visible);
    void showTable();

signals:
    void optimumRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void refreshSample();
    void refreshUnits();
    void refreshLegend();
    QWidget* makeUnits();
    HistogramScene scene() const;
    /// Bins and levels, and what they are of.
    struct Drawn {
        SourcePtr source;
        QuantScheme scheme;
        QuantParams params;
        GridView grid;

        bool sameAs(const Drawn& other) const;
    };
    Drawn drawn(const GridView& grid) const;
    static Result<GridView> count(const Drawn& drawn, const Execution& execution);
    /// At rest the values themselves are counted, on a worker, and drawn.
    void startCounting();
    void moveRange(double lo, double hi);

    Workbench& m_bench;
    HistogramPlot* m_plot;
    LensStrip* m_lens;
    Segment* m_axis;
    QLabel* m_title;
    Legend* m_legend;
    QWidget* m_units;  ///< which channel or group is shown
    QComboBox* m_worst;
    NumberField* m_unit;
    std::optional<Drawn> m_asked;
    std::optional<Drawn> m_counted;  ///< with exact counts
    bool m_lensWanted = true;
    double m_viewLo = 0;
    double m_viewHi = 1;
};

}  // namespace zeropoint::ui
