// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/roofline/roofline.h"
#include "ui/controls/legend.h"
#include "ui/controls/table_dialog.h"

#include <QWidget>

#include <vector>

namespace zeropoint::ui {

QString productName(ProductFormat format);  ///< "FP32", "BF16", "INT8"

/// Operations a second against operations a byte, both logarithmic: the slope of the memory, the
/// ceilings of the formats, and the measured batches. What was unsteady is hollow.
class RooflinePlot : public QWidget {
    Q_OBJECT

public:
    explicit RooflinePlot(QWidget* parent = nullptr);

    /// `roofline` must stay until the next call; null: axes and what to do.
    void show(const Roofline* roofline);
    TableContent table() const;
    /// The machine, its threads and when it was measured; empty before.
    QString caption() const;
    std::vector<Legend::Entry> legend() const;
    QPoint pointOf(ProductFormat format, qint64 batch) const;

    QSize sizeHint() const override { return {620, 380}; }
    QSize minimumSizeHint() const override { return {360, 220}; }

protected:
    void paintEvent(QPaintEvent* event) override;
    bool event(QEvent* event) override;

private:
    QRectF area() const;
    void fitScales();
    double xOf(double operationsPerByte) const;
    double yOf(double operationsPerSecond) const;
    QPointF placeOf(const RooflinePoint& point) const;
    void paint(QPainter& painter) const;
    void paintAxes(QPainter& painter) const;
    void paintRegion(QPainter& painter, qint64 from, qint64 to, const QString& title,
                     const QString& detail) const;
    void paintRoof(QPainter& painter) const;
    void paintCeiling(QPainter& painter, const Ceiling& ceiling, double labelY) const;
    void paintPoints(QPainter& painter) const;
    void paintSameBatch(QPainter& painter) const;
    QString tipOf(const RooflinePoint& point) const;
    QString description() const;

    const Roofline* m_roofline = nullptr;
    double m_lowX = 0.25;
    double m_highX = 1000;
    double m_lowY = 1e9;
    double m_highY = 1e12;
};

}  // namespace zeropoint::ui
