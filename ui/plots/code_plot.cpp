// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/code_plot.h"

#include "ui/access/access.h"
#include "ui/plots/plot_style.h"
#include "ui/text/numbers.h"
#include "ui/text/plural.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QFontMetricsF>
#include <qcustomplot.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace zeropoint::ui {
namespace {

constexpr double percent = 100;
/// More bars than this are too narrow for a figure above each.
constexpr int mostFigures = 20;
constexpr int roomOfShare = 22;  ///< pixels of height for a tick

}  // namespace

CodePlot::CodePlot(const QString& name, QWidget* parent)
    : PlotWidget(QStringLiteral("plot.codes"), parent) {
    setAccessibleName(name);
    setChartAccess(this);
    fixMargins(QMargins(34, 16, 8, 20));
    setValueTitle(tr("share of the values, %"));
    m_plot->xAxis->setTicker(wholeTicker());
    connect(m_plot, &QCustomPlot::beforeReplot, this, &CodePlot::fitTicks);
    m_bars = new QCPBars(m_plot->xAxis, m_plot->yAxis);
    m_bars->setWidth(0.8);
    restyle();
}

void CodePlot::show(int first, const QVector<double>& counts) {
    m_first = first;
    m_counts = counts;
    const double all = std::accumulate(counts.begin(), counts.end(), 0.0);
    QVector<double> codes;
    QVector<double> shares;
    for (const double count : counts) {
        codes.append(first + static_cast<double>(codes.size()));
        shares.append(all > 0 ? percent * count / all : 0);
    }
    m_bars->setData(codes, shares, true);
    if (!codes.isEmpty()) {
        m_plot->xAxis->setRange(codes.first() - 0.6, codes.last() + 0.6);
        m_plot->yAxis->setRange(0, std::max(1.0, *std::ranges::max_element(shares)) * 1.05);
    }
    setAccessibleDescription(
        tr("%1 value(s) over codes %2 to %3", nullptr, pluralOf(static_cast<qulonglong>(all)))
            .arg(formatCount(static_cast<qulonglong>(all)))
            .arg(first)
            .arg(first + static_cast<int>(counts.size()) - 1));
    writeShares();
    restyle();
}

void CodePlot::fitTicks() {
    const auto digits = [](int code) { return QString::number(code).size(); };
    const int last = m_first + static_cast<int>(m_counts.size());
    const QString widest(std::max(digits(m_first), digits(last)), QLatin1Char('0'));
    // The ticker takes the count for a hint and may place half as many again.
    const double room = 1.5 * QFontMetricsF(monoFont(11)).horizontalAdvance(widest) + 12;
    const double fit = std::floor(m_plot->axisRect()->width() / room);
    m_plot->xAxis->ticker()->setTickCount(
        static_cast<int>(std::clamp(fit, 2.0, double{mostFigures})));
    const int high = m_plot->axisRect()->height() / roomOfShare;
    m_plot->yAxis->ticker()->setTickCount(std::clamp(high, 2, 5));
}

void CodePlot::writeShares() {
    const int count = m_counts.size() <= mostFigures ? static_cast<int>(m_counts.size()) : 0;
    while (m_shares.size() < count) {
        auto* text = new QCPItemText(m_plot);
        text->setClipToAxisRect(false);
        text->setPositionAlignment(Qt::AlignHCenter | Qt::AlignBottom);
        m_shares.append(text);
    }
    const double all = std::accumulate(m_counts.begin(), m_counts.end(), 0.0);
    for (int i = 0; i < m_shares.size(); ++i) {
        const double share = i < count && all > 0 ? percent * m_counts[i] / all : 0;
        m_shares[i]->setVisible(share >= 1);
        m_shares[i]->setText(QString::number(std::lround(share)));
        m_shares[i]->position->setCoords(m_first + i, share);
    }
}

TableContent CodePlot::table() const {
    TableContent content{accessibleName(), {tr("code"), tr("values")}, {}};
    for (int i = 0; i < m_counts.size(); ++i) {
        content.rows.append({static_cast<double>(m_first + i), m_counts[i]});
    }
    return content;
}

void CodePlot::restyle() {
    const Theme& theme = styled();
    m_bars->setPen(QPen(theme.blue.line, 1));
    m_bars->setBrush(theme.blue.soft);
    for (QCPItemText* text : m_shares) {
        text->setFont(monoFont(10));
        text->setColor(theme.blue.text);
    }
    replotSoon();
}

}  // namespace zeropoint::ui
