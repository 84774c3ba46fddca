// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tradeoff/method_legend.h"

#include "ui/plots/run_style.h"
#include "ui/state/run_form.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int markerRoom = 18;
constexpr double markerSize = 10;
constexpr int gap = 14;

}  // namespace

MethodLegend::MethodLegend(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Methods of the runs"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void MethodLegend::setMethods(std::vector<MethodKind> methods) {
    std::sort(methods.begin(), methods.end());
    methods.erase(std::unique(methods.begin(), methods.end()), methods.end());
    m_methods = std::move(methods);
    QStringList names;
    for (const MethodKind method : m_methods) {
        names << methodTitle(method);
    }
    setAccessibleDescription(names.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

int MethodLegend::widthOf(MethodKind method) const {
    return markerRoom + QFontMetrics(textFont(12)).horizontalAdvance(methodTitle(method)) + gap;
}

QSize MethodLegend::sizeHint() const {
    int width = 0;
    for (const MethodKind method : m_methods) {
        width += widthOf(method);
    }
    return {width, 18};
}

void MethodLegend::paintEvent(QPaintEvent*) {
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(textFont(12));
    int x = 0;
    for (const MethodKind method : m_methods) {
        const int wide = widthOf(method);
        if (x + wide - gap > width()) {
            return;
        }
        const DataColor& color = runColor(theme, method);
        painter.setPen(QPen(color.line, 1.6));
        painter.setBrush(color.fill);
        painter.drawPath(runMarker(method, markerSize).translated(x + 7, height() / 2.0));
        painter.setPen(theme.text2);
        painter.drawText(QRect(x + markerRoom, 0, wide, height()), Qt::AlignVCenter,
                         methodTitle(method));
        x += wide;
    }
}

}  // namespace zeropoint::ui
