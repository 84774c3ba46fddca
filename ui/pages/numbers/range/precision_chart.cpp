// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/range/precision_chart.h"

#include "ui/access/access.h"
#include "ui/controls/how_known.h"
#include "ui/controls/number_text.h"
#include "ui/pages/numbers/facts/row_texts.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>
#include <cmath>

namespace zeropoint::ui {
namespace {

// Decades shown: FP32's normal range would squeeze everything else, so the ends are cut.
constexpr double lowestDecade = -12;
constexpr double highestDecade = 12;
constexpr double finestDecade = -9;
constexpr double coarsestDecade = 1;

}  // namespace

PrecisionChart::PrecisionChart(QWidget* parent) : QWidget(parent) {
    setChartAccess(this);
    setHowKnown(this, QStringLiteral("numbers.precision"), false);
    setObjectName(QStringLiteral("precisionChart"));
    setAccessibleName(tr("Range, precision and step of the chosen formats"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setLayoutDirection(Qt::LeftToRight);
}

void PrecisionChart::show(const NumberState& state) {
    m_value = state.value;
    m_inspected = state.inspected;
    m_rows.clear();
    QStringList sentences;
    for (const QString& id : state.formats) {
        m_rows.push_back(rowFacts(numberFormat(id.toStdString()), state));
        sentences << tr("%1: range %2, step %3 at the value")
                         .arg(nameOf(*m_rows.back().format), rangeText(m_rows.back()),
                              stepText(m_rows.back().ulp));
    }
    setAccessibleDescription(sentences.join(QStringLiteral(". ")));
    update();
}

QRectF PrecisionChart::plotRect() const {
    return QRectF(rect()).adjusted(52, 26, -112, -42);
}

QPointF PrecisionChart::pointOf(double logMagnitude, double logStep) const {
    const QRectF plot = plotRect();
    const double x = (logMagnitude - lowestDecade) / (highestDecade - lowestDecade);
    const double y = (logStep - finestDecade) / (coarsestDecade - finestDecade);
    return {plot.left() + plot.width() * x, plot.bottom() - plot.height() * y};
}

void PrecisionChart::paintAxes(QPainter& painter) const {
    const Theme& theme = themeOf(this);
    const QRectF plot = plotRect();
    painter.setFont(monoFont(11));
    for (int decade = static_cast<int>(finestDecade); decade <= coarsestDecade; decade += 2) {
        const double y = std::floor(pointOf(0, decade).y()) + 0.5;
        painter.setPen(theme.grid);
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter.setPen(theme.text3);
        drawNumberText(painter, QRectF(0, y - 8, plot.left() - 8, 16),
                       QStringLiteral("10") + superscript(decade), Qt::AlignRight);
    }
    for (int decade = static_cast<int>(lowestDecade); decade <= highestDecade; decade += 4) {
        const double x = std::floor(pointOf(decade, 0).x()) + 0.5;
        painter.setPen(theme.axis);
        painter.drawLine(QPointF(x, plot.bottom()), QPointF(x, plot.bottom() + 4));
        painter.setPen(theme.text3);
        drawNumberText(painter, QRectF(x - 24, plot.bottom() + 6, 48, 16),
                       QStringLiteral("10") + superscript(decade), Qt::AlignHCenter);
    }
    painter.setPen(theme.axis);
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    painter.setFont(textFont(11));
    painter.setPen(theme.text3);
    painter.drawText(QRectF(plot.left(), plot.bottom() + 24, plot.width(), 16), Qt::AlignCenter,
                     tr("magnitude of the value"));
    painter.drawText(QRectF(0, 0, 300, 16), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("step relative to the value"));
}

void PrecisionChart::paintFormat(QPainter& painter, const RowFacts& facts, std::size_t index,
                                 std::vector<QRectF>& labels) const {
    const Theme& theme = themeOf(this);
    const std::array<QColor, 3> tones = {theme.text, theme.text2, theme.grey.line};
    const bool inspected = idOf(*facts.format) == m_inspected;
    const QColor color = inspected ? theme.accent : tones[index % tones.size()];
    const QRectF plot = plotRect();
    QPainterPath path;
    QPointF last;
    bool drawing = false;
    for (double x = plot.left(); x <= plot.right(); x += 1) {
        const double decade =
            lowestDecade + (highestDecade - lowestDecade) * (x - plot.left()) / plot.width();
        const double step = std::log10(relativeStep(facts, std::pow(10.0, decade)));
        if (std::isnan(step) || step > coarsestDecade) {
            drawing = false;
            continue;
        }
        const QPointF point(x, pointOf(decade, step).y());
        drawing ? path.lineTo(point) : path.moveTo(point);
        drawing = true;
        last = point;
    }
    if (path.isEmpty()) {
        return;
    }
    painter.setPen(QPen(color, inspected ? 2.6 : 1.4));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    painter.setFont(textFont(11, inspected ? QFont::DemiBold : QFont::Normal));
    const QString name = nameOf(*facts.format);
    QRectF label(last.x() + 6, last.y() - 8, painter.fontMetrics().horizontalAdvance(name) + 2, 16);
    // Labels stand where a line ends and push one another down to stay readable.
    const auto touches = [&](const QRectF& taken) { return taken.intersects(label); };
    while (std::any_of(labels.begin(), labels.end(), touches)) {
        label.translate(0, 2);
    }
    labels.push_back(label);
    painter.fillRect(label, theme.surface);
    painter.setPen(color == theme.grey.line ? theme.text3 : color);
    painter.drawText(label, Qt::AlignLeft | Qt::AlignVCenter, name);
}

void PrecisionChart::paintEvent(QPaintEvent*) {
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintAxes(painter);
    std::vector<QRectF> labels;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        paintFormat(painter, m_rows[i], i, labels);
    }
    const double decade = std::log10(std::abs(m_value));
    if (decade < lowestDecade || decade > highestDecade || !std::isfinite(decade)) {
        return;
    }
    const double x = pointOf(decade, 0).x();
    painter.setPen(QPen(theme.accent, 1.5, Qt::DashLine));
    painter.drawLine(QPointF(x, plotRect().top()), QPointF(x, plotRect().bottom()));
    painter.setFont(monoFont(11, QFont::DemiBold));
    drawNumberText(painter, QRectF(x - 80, 2, 160, 16),
                   QStringLiteral("|x| = ") + formatNumber(std::abs(m_value), 6), Qt::AlignHCenter);
}

TableContent PrecisionChart::table() const {
    TableContent content{tr("Step relative to the value"), {tr("magnitude")}, {}};
    for (const RowFacts& facts : m_rows) {
        content.columns << nameOf(*facts.format);
    }
    for (double decade = lowestDecade; decade <= highestDecade; ++decade) {
        QVariantList row{std::pow(10.0, decade)};
        for (const RowFacts& facts : m_rows) {
            row << relativeStep(facts, std::pow(10.0, decade));
        }
        content.rows.append(row);
    }
    return content;
}

}  // namespace zeropoint::ui
