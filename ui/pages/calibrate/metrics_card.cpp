// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/metrics_card.h"

#include "core/quantization/quantize.h"
#include "core/scheme/format_settings.h"
#include "ui/controls/figure_label.h"
#include "ui/controls/how_known.h"
#include "ui/controls/metric_tile.h"
#include "ui/controls/split_bar.h"
#include "ui/controls/term_tips.h"
#include "ui/state/workbench.h"
#include "ui/text/calibration_words.h"
#include "ui/text/messages.h"
#include "ui/text/numbers.h"
#include "ui/text/plural.h"
#include "ui/theme/fonts.h"

#include <QGridLayout>
#include <QLabel>

#include <cmath>
#include <utility>

namespace zeropoint::ui {
namespace {

/// What exact figures are of: the values that are not left out.
QString originOf(const Workbench& bench) {
    const std::size_t count = bench.exact()->report.count;
    const QString values = formatCount(count);
    const UnitList& units = bench.exact()->units;
    if (units.count == 0) {
        return MetricsCard::tr("exact, over all %1 value(s)", nullptr, pluralOf(count)).arg(values);
    }
    const int many = pluralOf(units.count);
    return (followed(bench.scheme()).granularity == Granularity::Channel
                ? MetricsCard::tr("exact, over all %1 values in %2 channel(s)", nullptr, many)
                : MetricsCard::tr("exact, over all %1 values in %2 group(s)", nullptr, many))
        .arg(values, formatCount(units.count));
}

FigureLabel* newFigure() {
    return new FigureLabel(monoFont(12), Qt::AlignRight);
}

}  // namespace

/// The card's content from whichever result there is.
struct MetricsCard::Figures {
    double sqnrDb = 0;
    double mse = 0;
    double clipMse = 0;
    double roundMse = 0;
    double maxAbsError = 0;
    double clipped = 0;
    double clippedFraction = 0;
    bool exact = false;
};

MetricsCard::MetricsCard(Workbench& bench, QWidget* parent)
    : QFrame(parent),
      m_bench(bench),
      m_sqnr(new MetricTile(tr("SQNR"))),
      m_mse(new MetricTile(tr("Mean squared error"))),
      m_split(new SplitBar),
      m_clip(newFigure()),
      m_round(newFigure()),
      m_maxError(newFigure()),
      m_clipped(newFigure()),
      m_size(newFigure()),
      m_bits(newFigure()),
      m_origin(new QLabel) {
    setProperty("role", "card");
    m_sqnr->setObjectName(QStringLiteral("metric_sqnr"));
    m_mse->setObjectName(QStringLiteral("metric_mse"));
    m_sqnr->setToolTip(tr("Signal to quantization noise: 10 log₁₀(Σx² / Σ(x − x′)²)"));
    m_mse->setToolTip(tr("mean((x − x′)²), the sum of clipping and rounding"));
    m_origin->setProperty("role", "caption");
    m_origin->setObjectName(QStringLiteral("metric_origin"));
    setHowKnown(m_origin, QStringLiteral("calibrate.count"));
    auto* tiles = new QHBoxLayout;
    tiles->addWidget(m_sqnr, 1);
    tiles->addWidget(m_mse, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addLayout(tiles);
    column->addWidget(m_split);
    column->addLayout(makeGrid());
    column->addWidget(m_origin);
    column->addStretch();
    connect(&bench, &Workbench::schemeChanged, this, &MetricsCard::refresh);
    connect(&bench, &Workbench::exactChanged, this, &MetricsCard::refresh);
    connect(m_origin, &QLabel::linkActivated, &bench, &Workbench::measureAgain);
    refresh();
}

QLayout* MetricsCard::makeGrid() {
    auto* grid = new QGridLayout;
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(0, 1);
    int row = 0;
    const auto add = [&](const QString& name, FigureLabel* value, const char* objectName,
                         const char* term = "") {
        auto* label = new QLabel(name);
        setTerm(label, QLatin1String(term));
        label->setProperty("role", "secondary");
        value->setObjectName(QLatin1String(objectName));
        value->setAccessibleName(name);
        grid->addWidget(label, row, 0);
        grid->addWidget(value, row++, 1, Qt::AlignRight);
    };
    add(tr("Clipping"), m_clip, "metric_clip", "clipping-error");
    add(tr("Rounding"), m_round, "metric_round", "rounding-error");
    auto* divider = new QFrame;
    divider->setProperty("role", "divider");
    grid->addWidget(divider, row++, 0, 1, 2);
    add(tr("Max error"), m_maxError, "metric_max");
    add(tr("Clipped values"), m_clipped, "metric_clipped", "clipping-error");
    add(tr("Size"), m_size, "metric_size");
    add(tr("Bits per weight"), m_bits, "metric_bits", "bits-per-weight");
    const std::pair<QWidget*, const char*> known[] = {
        {m_sqnr, "calibrate.sqnr"},          {m_mse, "calibrate.mse"},
        {m_clip, "calibrate.clipping"},      {m_round, "calibrate.rounding"},
        {m_maxError, "calibrate.max_error"}, {m_clipped, "calibrate.clipped"},
        {m_size, "calibrate.size"},          {m_bits, "calibrate.bits"}};
    for (const auto& [widget, id] : known) {
        setHowKnown(widget, QLatin1String(id));
    }
    return grid;
}

MetricsCard::Figures MetricsCard::figures() const {
    if (m_bench.exact()) {
        const ErrorReport& report = m_bench.exact()->report;
        return {report.sqnrDb,          report.mse,
                report.clipMse,         report.roundMse,
                report.maxAbsError,     static_cast<double>(report.clipped),
                report.clippedFraction, true};
    }
    const RangeError& error = m_bench.live().error;
    const auto finite = static_cast<double>(m_bench.shown()->summary.finite);
    return {error.sqnrDb,          error.mse,
            error.clipMse,         error.roundMse,
            error.maxAbsError,     finite > 0 ? error.clippedFraction * finite : 0,
            error.clippedFraction, false};
}

/// What stands in each formula, for whoever asks how it is known.
void MetricsCard::tellNumbers(const Figures& now) {
    const std::size_t finite = (now.exact ? m_bench.source() : m_bench.shown())->summary.finite;
    const auto n = static_cast<double>(finite);
    const StoredSize size =
        storedSize(m_bench.source()->tensor.shape(), followed(m_bench.scheme()));
    const double noise = now.mse * n;
    const double signal = noise * std::pow(10, now.sqnrDb / 10);
    const double scale = m_bench.live().params.scale;
    setHowKnownNumbers(
        m_sqnr, tr("10 log₁₀(%1 / %2) = %3 dB")
                    .arg(formatNumber(signal), formatNumber(noise), formatNumber(now.sqnrDb)));
    setHowKnownNumbers(m_mse,
                       tr("%1 / %2 = %3 = %4 + %5")
                           .arg(formatNumber(noise), formatCount(finite), formatNumber(now.mse),
                                formatNumber(now.clipMse), formatNumber(now.roundMse)));
    setHowKnownNumbers(
        m_clip,
        tr("%1 values: %2 / %3 = %4")
            .arg(formatCount(static_cast<qulonglong>(std::llround(now.clipped))),
                 formatNumber(now.clipMse * n), formatCount(finite), formatNumber(now.clipMse)));
    const bool even = evenToTheNearest(m_bench.scheme());
    const QString rest =
        tr("%1 − %2 = %3")
            .arg(formatNumber(now.mse), formatNumber(now.clipMse), formatNumber(now.roundMse));
    const QString most = formatNumber(now.maxAbsError);
    setHowKnownNumbers(m_round,
                       even ? tr("%1; s² / 12 = %2² / 12 = %3")
                                  .arg(rest, formatNumber(scale), formatNumber(scale * scale / 12))
                            : rest);
    setHowKnownNumbers(m_maxError,
                       even ? tr("%1; s / 2 = %2").arg(most, formatNumber(scale / 2)) : most);
    setHowKnownNumbers(m_clipped,
                       tr("%1 of %2")
                           .arg(formatCount(static_cast<qulonglong>(std::llround(now.clipped))),
                                formatCount(finite)));
    setHowKnownNumbers(m_size,
                       tr("%1 + %2 + %3 = %4 bytes")
                           .arg(formatCount(size.codeBytes), formatCount(size.scaleBytes),
                                formatCount(size.zeroPointBytes), formatCount(size.bytes())));
    setHowKnownNumbers(
        m_bits, tr("8 × %1 / %2 = %3")
                    .arg(formatCount(size.bytes()), formatCount(m_bench.source()->tensor.size()),
                         formatNumber(size.bitsPerWeight, 5)));
}

void MetricsCard::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    m_bench.measureAgain();
}

/// Of blocks nothing is known before they are made.
void MetricsCard::showUnknown() {
    const QString unknown = QStringLiteral("…");
    m_sqnr->setValue(unknown);
    m_mse->setValue(unknown);
    m_split->setParts(0, 0);
    for (FigureLabel* figure : {m_clip, m_round, m_maxError, m_clipped}) {
        figure->setFigure(unknown);
        setHowKnownNumbers(figure, {});
    }
    setHowKnownNumbers(m_sqnr, {});
    setHowKnownNumbers(m_mse, {});
    showSize();
    m_origin->setText(m_bench.exactStopped()
                          ? tr("measuring was stopped. <a href=\"#\">Measure again</a>")
                          : tr("measured when the blocks are made"));
}

void MetricsCard::showSize() {
    const StoredSize size =
        storedSize(m_bench.source()->tensor.shape(), followed(m_bench.scheme()));
    m_size->setFigure(
        tr("%1 of %2")
            .arg(formatBytes(size.bytes()), formatBytes(m_bench.source()->storedBytes())));
    m_bits->setFigure(formatNumber(size.bitsPerWeight, 5));
    m_origin->setTextInteractionFlags(m_bench.exactStopped() ? Qt::LinksAccessibleByMouse |
                                                                   Qt::LinksAccessibleByKeyboard
                                                             : Qt::NoTextInteraction);
}

void MetricsCard::refresh() {
    if (!m_bench.source()) {
        return;
    }
    const Figures now = figures();
    if (!now.exact && std::isnan(now.mse) && m_bench.source()->summary.finite > 0) {
        showUnknown();
        return;
    }
    const QString about = now.exact ? QString() : QStringLiteral("≈ ");
    m_sqnr->setValue(about + formatNumber(now.sqnrDb, 3), tr("dB"));
    m_mse->setValue(about + formatNumber(now.mse, 3));
    m_split->setParts(now.clipMse, now.roundMse);
    const double total = now.mse > 0 ? now.mse : 1;
    m_clip->setFigure(about + formatNumber(now.clipMse, 3), formatPercent(now.clipMse / total));
    m_round->setFigure(about + formatNumber(now.roundMse, 3), formatPercent(now.roundMse / total));
    m_maxError->setFigure(about + formatNumber(now.maxAbsError, 4));
    m_clipped->setFigure(about + formatCount(static_cast<qulonglong>(std::llround(now.clipped))),
                         formatPercent(now.clippedFraction));
    showSize();
    tellNumbers(now);
    if (m_bench.source()->summary.finite == 0) {
        m_origin->setText(tr("undefined: no value is finite"));
    } else if (now.exact) {
        m_origin->setText(originOf(m_bench));
    } else if (m_bench.exactStopped()) {
        m_origin->setText(tr("estimate; measuring was stopped. <a href=\"#\">Measure again</a>"));
    } else if (followed(m_bench.scheme()).granularity == Granularity::Tensor) {
        m_origin->setText(tr("estimate while you drag; exact at rest"));
    } else {
        m_origin->setText(
            m_bench.unit() ? tr("estimate for %1; all of them follow at rest")
                                 .arg(unitName(m_bench.scheme().granularity, m_bench.unit()->index))
                           : tr("estimate for one scale; channels follow at rest"));
    }
}

}  // namespace zeropoint::ui
