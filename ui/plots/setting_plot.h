// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/plot_widget.h"

#include <QVector>

#include <optional>
#include <vector>

class QCPAxisRect;
class QCPGraph;
class QCPItemStraightLine;
class QCPItemText;

namespace zeropoint::ui {

/// Counts and edges as plots take them.
inline QVector<double> toVector(const std::vector<double>& values) {
    return {values.begin(), values.end()};
}

/// Two histograms of one setting: the values before and after, and their errors. The axes are
/// those of all settings that stand side by side.
struct SettingScene {
    QVector<double> edges;        ///< ascending
    QVector<double> original;     ///< counts between them
    QVector<double> dequantized;  ///< empty while it is not known
    double top = 1;               ///< of the counts; a higher bin is cut and says its count
    bool logarithmic = false;
    QVector<double> errorEdges;
    QVector<double> errors;  ///< empty while they are not known
    double errorTop = 1;
};

class SettingPlot : public PlotWidget {
    Q_OBJECT

public:
    explicit SettingPlot(const QString& name, QWidget* parent = nullptr);

    void show(const SettingScene& scene);
    const SettingScene& scene() const { return m_scene; }
    /// Marks a value; nothing: no mark.
    void setPointer(std::optional<double> value);
    std::optional<double> pointer() const { return m_pointer; }
    /// "x = 0.02: 310 before, 290 after", or empty.
    QString pointerText() const;
    void setStale(bool stale);
    /// In pixels of this widget, where a value stands.
    double pixelOf(double value) const;

signals:
    /// The hand is over a value of the upper histogram, or nowhere.
    void pointed(std::optional<double> value);
    /// A value of the upper histogram was clicked.
    void chosen(double value);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void restyle() final;
    void replot();
    void markCut();

    QCPAxisRect* m_lower = nullptr;
    QCPGraph* m_original = nullptr;
    QCPGraph* m_dequantized = nullptr;
    QCPGraph* m_errors = nullptr;
    QCPItemStraightLine* m_line = nullptr;
    QCPItemText* m_text = nullptr;
    QCPItemText* m_cut = nullptr;
    SettingScene m_scene;
    std::optional<double> m_pointer;
    bool m_stale = false;
};

}  // namespace zeropoint::ui
