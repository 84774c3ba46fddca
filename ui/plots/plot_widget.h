// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>
#include <QWidget>

#include <optional>
#include <vector>

class QCPColorMap;
class QCPColorScale;
class QCPItemText;
class QCPPainter;
class QCustomPlot;

namespace zeropoint::ui {

struct Theme;

/// What all plots are: a QCustomPlot that fills the widget, takes no focus of its own and is drawn
/// in the theme's colours, anew when these change.
class PlotWidget : public QWidget {
    Q_OBJECT

public:
    /// As a figure of this size: axes with their titles, without what the hand chose or points at.
    /// The window's plot is afterwards what it was.
    void drawFigure(QCPPainter& painter, const QSize& size);

    /// Words that stand in the picture beside those of the axes, in this widget's pixels.
    struct Words {
        QString text;
        QRectF place;
    };
    std::vector<Words> words() const;

protected:
    /// @param known how its figures are known (ui/controls/how_known.h); empty: who shows it says
    /// it
    PlotWidget(const QString& known, QWidget* parent);

    /// Colours, pens and fonts of what it draws. Constructors end with it.
    virtual void restyle() = 0;
    /// Ground and axes in the theme's colours, which restyle() begins with.
    const Theme& styled();
    /// With the window's next update: many changes are drawn once.
    void replotSoon();
    /// The plot's mouse and tool tips come to eventFilter().
    void followPointer();
    /// What a tool tip says at a place of the plot; nothing: the tip of the whole widget.
    virtual std::optional<QString> tipAt(const QPoint& position) const;

    /// Margins that no label changes, so that plots beside each other share their edges.
    void fixMargins(const QMargins& margins);
    /// What the upright axis shows: in the window the card says it, in a figure the axis does.
    void setValueTitle(const QString& title) { m_valueTitle = title; }
    /// The numbers at the axes, of which there are none where nothing is drawn.
    void showScales(bool shown);
    bool inFigure() const { return m_inFigure; }
    /// Axes where the next drawing will have them: what stands at pixels is placed after it.
    void layOutAxes();
    QCPItemText* addText();
    /// Beside the axes and as high as they are.
    QCPColorScale* addColorScale(QCPColorMap& map, int width);

    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

    QCustomPlot* const m_plot;

private:
    QString m_valueTitle;
    bool m_inFigure = false;
};

}  // namespace zeropoint::ui
