// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/run_style.h"

#include <QPainter>

namespace zeropoint::ui {
namespace {

struct Look {
    const DataColor Theme::*color;
    double width;
    QList<double> dashes;  ///< in pixels; empty: solid
};

const Look& lookOf(MethodKind method) {
    static const Look looks[] = {
        {&Theme::grey, 2.2, {}},           {&Theme::orange, 2.2, {6, 3}},  {&Theme::blue, 2.6, {}},
        {&Theme::pink, 2.2, {9, 3, 2, 3}}, {&Theme::sky, 2.2, {2.5, 2.5}},
    };
    return looks[static_cast<std::size_t>(method)];
}

QPolygonF triangle(double half, double direction) {
    return {
        {0, -half * direction}, {half, half * direction * 0.85}, {-half, half * direction * 0.85}};
}

}  // namespace

const DataColor& runColor(const Theme& theme, MethodKind method) {
    return theme.*lookOf(method).color;
}

QPen runPen(const Theme& theme, MethodKind method) {
    const Look& look = lookOf(method);
    QPen pen(runColor(theme, method).line, look.width);
    pen.setJoinStyle(Qt::RoundJoin);
    if (!look.dashes.isEmpty()) {
        QList<qreal> inWidths;
        for (const double pixels : look.dashes) {
            inWidths.append(pixels / look.width);
        }
        pen.setDashPattern(inWidths);
        pen.setCapStyle(Qt::FlatCap);
    }
    return pen;
}

QPainterPath runMarker(MethodKind method, double size) {
    const double half = size / 2;
    QPainterPath path;
    switch (method) {
        case MethodKind::Full:
            path.addEllipse(QPointF(0, 0), half, half);
            break;
        case MethodKind::Ptq:
            path.addRect(QRectF(-half, -half, size, size));
            break;
        case MethodKind::Qat:
            path.addPolygon(triangle(half * 1.15, 1));
            break;
        case MethodKind::Lora:
            path.addPolygon(
                QPolygonF{{0, -half * 1.2}, {half * 1.2, 0}, {0, half * 1.2}, {-half * 1.2, 0}});
            break;
        case MethodKind::Qlora:
            path.addPolygon(triangle(half * 1.15, -1));
            break;
    }
    path.closeSubpath();
    return path;
}

void paintRunSample(QPainter& painter, const QRectF& rect, MethodKind method, const Theme& theme) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(runPen(theme, method));
    painter.drawLine(QPointF(rect.left(), rect.center().y()),
                     QPointF(rect.right(), rect.center().y()));
    painter.translate(rect.center());
    const DataColor& color = runColor(theme, method);
    painter.setPen(QPen(theme.surface, 1));
    painter.setBrush(color.line);
    painter.drawPath(runMarker(method, 8));
    painter.restore();
}

}  // namespace zeropoint::ui
