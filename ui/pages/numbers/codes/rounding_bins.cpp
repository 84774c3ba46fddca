// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/codes/rounding_bins.h"

#include "core/scheme/rounding_rule.h"
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
#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr int binsAround = 4;
constexpr double bandTop = 28;
constexpr double bandHeight = 26;

}  // namespace

std::vector<RoundingBin> roundingBins(const RowFacts& facts, Rounding rounding, int reach) {
    if (!std::isfinite(facts.stored)) {
        return {};
    }
    std::vector<double> values{facts.stored};
    std::uint64_t below = facts.code;
    std::uint64_t above = facts.code;
    for (int i = 0; i < reach; ++i) {
        below = previousCode(*facts.format, below);
        above = nextCode(*facts.format, above);
        values.push_back(storedValue(facts, below));
        values.push_back(storedValue(facts, above));
    }
    std::erase_if(values, [](double value) { return !std::isfinite(value); });
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    std::vector<RoundingBin> bins;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double step = i + 1 < values.size() ? values[i + 1] - values[i]
                            : i > 0               ? values[i] - values[i - 1]
                                                  : facts.ulp;
        const double before = i > 0 ? roundingBoundary(values[i - 1], values[i], rounding)
                                    : roundingBoundary(values[i] - step, values[i], rounding);
        const double after = i + 1 < values.size()
                                 ? roundingBoundary(values[i], values[i + 1], rounding)
                                 : roundingBoundary(values[i], values[i] + step, rounding);
        bins.push_back({values[i], before, after});
    }
    return bins;
}

RoundingBins::RoundingBins(QWidget* parent) : QWidget(parent) {
    setChartAccess(this);
    setHowKnown(this, QStringLiteral("numbers.bins"), false);
    setObjectName(QStringLiteral("roundingBins"));
    setAccessibleName(tr("What rounds to which value"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(92);
    setMinimumWidth(360);
}

void RoundingBins::show(const RowFacts& facts, Rounding rounding) {
    m_facts = facts;
    m_bins = roundingBins(facts, rounding, binsAround);
    for (const RoundingBin& bin : m_bins) {
        if (bin.stored == facts.stored) {
            setAccessibleDescription(tr("values from %1 to %2 become %3")
                                         .arg(formatNumber(bin.from, 7), formatNumber(bin.to, 7),
                                              formatNumber(bin.stored, 7)));
        }
    }
    update();
}

double RoundingBins::xOf(double value) const {
    const double low = m_bins.front().from;
    const double high = m_bins.back().to;
    return 8 + (width() - 16) * (value - low) / (high - low);
}

void RoundingBins::paintEvent(QPaintEvent*) {
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_bins.empty() || m_bins.front().from >= m_bins.back().to) {
        painter.setPen(theme.text2);
        painter.drawText(rect(), Qt::AlignCenter, tr("No finite values around this code"));
        return;
    }
    bool odd = false;
    for (const RoundingBin& bin : m_bins) {
        paintBin(painter, bin, odd);
        odd = !odd;
    }
    const double x = xOf(m_facts.value);
    if (!std::isfinite(x) || x < 0 || x > width()) {
        return;
    }
    const double middle = bandTop + bandHeight / 2;
    QPainterPath diamond(QPointF(x, middle - 6));
    diamond.lineTo(x + 6, middle);
    diamond.lineTo(x, middle + 6);
    diamond.lineTo(x - 6, middle);
    diamond.closeSubpath();
    painter.setPen(QPen(theme.accent, 1.8));
    painter.setBrush(theme.surface);
    painter.drawPath(diamond);
    painter.setFont(monoFont(11, QFont::DemiBold));
    painter.setPen(theme.accent);
    const QString text = QStringLiteral("x = ") + formatNumber(m_facts.value, 6);
    const double half = numberTextWidth(painter.font(), text) / 2;
    const double center = std::clamp(x, half, width() - half);
    drawNumberText(painter, QRectF(center - half, 4, 2 * half, 18), text, Qt::AlignHCenter);
}

void RoundingBins::paintBin(QPainter& painter, const RoundingBin& bin, bool odd) const {
    const Theme& theme = themeOf(this);
    const bool chosen = bin.stored == m_facts.stored;
    const double left = xOf(bin.from);
    const double right = xOf(bin.to);
    painter.setPen(Qt::NoPen);
    painter.setBrush(chosen ? theme.accentSoft : odd ? theme.sunken : theme.background);
    painter.drawRect(QRectF(left, bandTop, right - left, bandHeight));
    painter.setPen(QPen(theme.axis, 1, Qt::DashLine));
    painter.drawLine(QPointF(right, bandTop - 3), QPointF(right, bandTop + bandHeight + 3));
    const double x = xOf(bin.stored);
    painter.setPen(QPen(chosen ? theme.text : theme.text2, chosen ? 2.5 : 1.5));
    painter.drawLine(QPointF(x, bandTop), QPointF(x, bandTop + bandHeight));
    painter.setFont(monoFont(11, chosen ? QFont::DemiBold : QFont::Normal));
    painter.setPen(chosen ? theme.text : theme.text3);
    const QString text = formatNumber(bin.stored, 6);
    const double half = numberTextWidth(painter.font(), text) / 2 + 2;
    // Neighbours of a small float can stand close: their labels give way to the chosen one.
    const bool crowded =
        !chosen && (right - left < 2 * half - 4 || std::abs(x - xOf(m_facts.stored)) < 2 * half);
    if (!crowded) {
        const double center = std::clamp(x, half, width() - half);
        drawNumberText(painter, QRectF(center - half, bandTop + bandHeight + 8, 2 * half, 16), text,
                       Qt::AlignHCenter);
    }
}

TableContent RoundingBins::table() const {
    TableContent content{accessibleName(), {tr("from"), tr("to"), tr("stored as")}, {}};
    for (const RoundingBin& bin : m_bins) {
        content.rows.append({bin.from, bin.to, bin.stored});
    }
    return content;
}

}  // namespace zeropoint::ui
