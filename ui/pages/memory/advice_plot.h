// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/advice/advise.h"
#include "ui/controls/legend.h"
#include "ui/controls/table_dialog.h"

#include <QPainterPath>
#include <QWidget>

#include <vector>

namespace zeropoint::ui {

struct DataColor;
struct Theme;

/// How the kinds of options are told apart: colour and shape.
const DataColor& optionColor(const Theme& theme, OptionKind kind);
QPainterPath optionMarker(OptionKind kind, double size);
std::vector<Legend::Entry> optionLegend();

/// Weight error against size, with the device's limit, the front and the recommended one. Click or
/// left and right (by size) choose. Without measured weights the sizes stand on the axis.
class AdvicePlot : public QWidget {
    Q_OBJECT

public:
    explicit AdvicePlot(QWidget* parent = nullptr);

    /// `advice` must stay until the next call. `chosen` is an index of its options; -1: none.
    void show(const Advice* advice, const QString& device, int chosen, bool binary);
    TableContent table() const;
    QPoint pointOf(int option) const;

    QSize sizeHint() const override { return {560, 300}; }
    QSize minimumSizeHint() const override { return {300, 180}; }

signals:
    void chosen(int option);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    struct Scale {
        double low = 0;
        double high = 1;
        double step = 1;
        std::vector<double> ticks() const;
    };
    static Scale scaleOf(double low, double high);
    void fitScales();
    QRectF area() const;
    double xOf(double bytes) const;
    double yOf(double decibels) const;
    QPointF placeOf(const AdviceOption& option) const;
    int nearest(const QPointF& position) const;
    void paint(QPainter& painter) const;
    bool anyError() const;
    void paintAxes(QPainter& painter) const;
    void paintLimit(QPainter& painter) const;
    void paintFront(QPainter& painter) const;
    void paintPoint(QPainter& painter, int option) const;
    void paintNames(QPainter& painter) const;
    QString tipOf(const AdviceOption& option) const;
    QString description() const;

    const Advice* m_advice = nullptr;
    QString m_device;
    int m_chosen = -1;
    bool m_binary = false;
    Scale m_x;
    Scale m_y;
};

}  // namespace zeropoint::ui
