// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/curve_card.h"

#include "core/calibration/curve_ranges.h"
#include "core/calibration/exact_error.h"
#include "core/metrics/block_curve.h"
#include "core/numerics/block_format.h"
#include "ui/actions/actions.h"
#include "ui/controls/arrow_group.h"
#include "ui/controls/icon.h"
#include "ui/job/job_runner.h"
#include "ui/plots/chart_figure.h"
#include "ui/plots/error_curve_plot.h"
#include "ui/state/caption.h"
#include "ui/state/workbench.h"
#include "ui/text/calibration_words.h"
#include "ui/text/messages.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {
namespace {

/// The curve begins at this share of the full range: below it nearly all values are clipped.
constexpr double firstShare = 0.25;
constexpr std::size_t curvePoints = 81;
/// As many values are made into blocks once for each point; others would keep the worker for long.
constexpr std::size_t mostInBlocks = std::size_t{1} << 20;
QString curveJob() {
    return QStringLiteral("range-curve");
}

}  // namespace

CurveCard::CurveCard(Workbench& bench, QWidget* parent)
    : QFrame(parent), m_bench(bench), m_plot(new ErrorCurvePlot), m_origin(new QLabel) {
    setProperty("role", "card");
    auto* title = new QLabel(tr("Error against range"));
    title->setProperty("role", "cardTitle");
    const auto button = [](const QString& text, const char* role, const char* objectName) {
        auto* made = new QToolButton;
        made->setProperty("role", role);
        made->setText(text);
        made->setObjectName(QLatin1String(objectName));
        return made;
    };
    auto* best = button(tr("Best"), "button", "curve_best");
    auto* table = button({}, "icon", "curve_table");
    setTintedIcon(table, "table");
    bindAction(best, bench, QStringLiteral("calibrate.optimum"));
    bindAction(table, bench, QStringLiteral("calibrate.curve_table"));
    m_origin->setProperty("role", "caption");
    m_origin->setObjectName(QStringLiteral("curve_origin"));
    (new ArrowGroup(this))->setMembers({best, table});
    auto* header = new QHBoxLayout;
    header->addWidget(title);
    header->addStretch();
    header->addWidget(best);
    header->addWidget(table);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 12, 8);
    column->setSpacing(4);
    column->addLayout(header);
    column->addWidget(m_origin);
    column->addWidget(m_plot, 1);
    connect(m_plot, &ErrorCurvePlot::positionChosen, this, &CurveCard::applyEnd);
    connect(&bench, &Workbench::schemeChanged, this, &CurveCard::refresh);
    connect(&bench, &Workbench::exactChanged, this, &CurveCard::refresh);
}

void CurveCard::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    refresh();
}

/// What nobody sees costs nothing; it is drawn when it is shown.
void CurveCard::refresh() {
    if (isVisible()) {
        follow();
    }
}

void CurveCard::follow() {
    if (!m_bench.source()) {
        return;
    }
    const Source& source = *m_bench.shown();
    const LiveResult& live = m_bench.live();
    QuantScheme scheme = m_bench.wholeScheme();
    scheme.range = RangeMethod{};
    m_plot->setToolTip(sharedRange(m_bench.scheme()));
    if (findBlockFormat(scheme.format) != nullptr) {
        followBlocks(scheme);
        return;
    }
    if (const QString why = whyNoRange(scheme); !why.isEmpty()) {
        m_bench.jobs().cancelAll(this, curveJob());
        m_curveSource.reset();
        m_curve = {};
        m_plot->setCurve(m_curve, m_moving);
        m_origin->setText(why);
        return;
    }
    m_moving = scheme.symmetric || source.summary.max > 0 ? RangeEnd::Hi : RangeEnd::Lo;
    const double fixedEnd =
        scheme.symmetric ? 0 : (m_moving == RangeEnd::Hi ? live.range.lo : live.range.hi);
    if (m_curveSource != m_bench.shown() || !(m_curveScheme == scheme) ||
        m_curveFixedEnd != fixedEnd) {
        m_curveSource = m_bench.shown();
        m_curveScheme = scheme;
        makeCurve(fixedEnd);
    }
    if (m_estimated && !live.estimated) {
        measureCurve();
    }
    m_plot->setPosition(m_moving == RangeEnd::Hi ? live.range.hi : live.range.lo, live.error.mse,
                        m_estimated == live.estimated);
}

void CurveCard::followBlocks(const QuantScheme& scheme) {
    const SourcePtr& source = m_bench.source();
    if (m_curveSource != source || !(m_curveScheme == scheme)) {
        m_bench.jobs().cancelAll(this, curveJob());
        m_curveSource = source;
        m_curveScheme = scheme;
        m_curve = {};
        m_estimated = true;
        m_plot->setCurve(m_curve, RangeEnd::Hi);
    }
    const bool few = source->tensor.size() <= mostInBlocks;
    if (!few || source->summary.finite == 0) {
        m_origin->setText(few ? QString() : tr("drawn for up to a million values"));
        return;
    }
    if (m_estimated) {
        m_origin->setText(tr("measured when the blocks are made"));
        if (!m_bench.live().estimated) {
            measureBlocks();
        }
    }
    m_plot->setPosition(100, m_bench.live().error.mse);
}

void CurveCard::measureBlocks() {
    m_bench.jobs().start(
        tr("Measuring the curve"), curveJob(),
        [source = m_curveSource, scheme = m_curveScheme](const Execution& execution) {
            return blockErrorCurve(source->tensor, *findBlockFormat(scheme.format), curvePoints,
                                   execution, scheme.scaleRule);
        },
        this,
        [this, source = m_curveSource, scheme = m_curveScheme](const Result<ErrorCurve>& curve) {
            if (!curve || source != m_curveSource || !(scheme == m_curveScheme)) {
                return;
            }
            m_curve = *curve;
            m_estimated = false;
            m_plot->setCurve(m_curve, RangeEnd::Hi, ErrorCurvePlot::Axis::BlockShare);
            m_origin->setText(tr("exact; each block clipped alike"));
            refresh();
        });
}

void CurveCard::makeCurve(double fixedEnd) {
    const Source& source = *m_curveSource;
    const double full = m_moving == RangeEnd::Hi ? source.summary.max : source.summary.min;
    m_bench.jobs().cancelAll(this, curveJob());
    m_curveFixedEnd = fixedEnd;
    m_curve = m_curveScheme.symmetric ? errorCurve(source.histogram, m_curveScheme)
                                      : errorCurve(source.histogram, m_curveScheme, m_moving,
                                                   fixedEnd, full * firstShare, full);
    m_estimated = true;
    m_plot->setCurve(m_curve, m_moving);
    showOrigin();
}

void CurveCard::measureCurve() {
    const double full =
        m_moving == RangeEnd::Hi ? m_curveSource->summary.max : m_curveSource->summary.min;
    m_bench.jobs().start(
        tr("Measuring the curve"), curveJob(),
        [source = m_curveSource, scheme = m_curveScheme, moving = m_moving,
         fixedEnd = m_curveFixedEnd, full](const Execution& execution) {
            const auto values = source->tensor.values();
            return scheme.symmetric
                       ? exactErrorCurve(values, scheme, curvePoints, execution)
                       : exactErrorCurve(values, scheme, moving, fixedEnd, full * firstShare, full,
                                         curvePoints, execution);
        },
        this,
        [this, source = m_curveSource, scheme = m_curveScheme,
         fixedEnd = m_curveFixedEnd](const Result<ErrorCurve>& curve) {
            if (!curve || source != m_curveSource || !(scheme == m_curveScheme) ||
                fixedEnd != m_curveFixedEnd) {
                return;  // the hand moved on
            }
            m_curve = *curve;
            m_estimated = false;
            m_plot->setCurve(m_curve, m_moving);
            showOrigin();
            refresh();
        });
}

void CurveCard::showOrigin() {
    if (m_curve.points.empty()) {
        m_origin->clear();
        return;
    }
    const auto& unit = m_bench.unit();
    const QString how = m_estimated ? tr("estimate; exact at rest") : tr("exact");
    m_origin->setText(
        unit ? tr("of %1: %2").arg(unitName(m_bench.scheme().granularity, unit->index), how) : how);
}

void CurveCard::applyOptimum() {
    follow();
    if (!whyNoRange(m_bench.scheme()).isEmpty()) {
        return;
    }
    if (m_bench.scheme().granularity != Granularity::Tensor) {
        // The curve is that of one unit: a range of its own is best for each of the others.
        QuantScheme scheme = m_bench.scheme();
        scheme.range = RangeMethod{RangeMethod::Kind::Mse};
        m_bench.setScheme(scheme);
    } else if (hasBest(m_curve)) {
        const RangeError& best = m_curve.points[m_curve.best];
        if (!(m_bench.live().error.mse < best.mse)) {  // a hand between its points may err less
            m_bench.setRange(best.lo, best.hi);
        }
    }
}

void CurveCard::applyEnd(double end) {
    if (m_curve.points.empty() || !whyNoRange(m_bench.scheme()).isEmpty()) {
        return;
    }
    if (m_bench.wholeScheme().symmetric) {
        m_bench.setRange(-std::abs(end), std::abs(end));
    } else if (m_moving == RangeEnd::Hi) {
        m_bench.setRange(m_bench.live().range.lo, end);
    } else {
        m_bench.setRange(end, m_bench.live().range.hi);
    }
}

void CurveCard::showTable() {
    follow();
    QVector<QVector<double>> rows;
    for (const RangeError& point : m_curve.points) {
        rows.append({point.lo, point.hi, point.mse, point.clipMse, point.roundMse, point.sqnrDb});
    }
    showChartTable(tableContent(tr("Error against range"),
                                {tr("min"), tr("max"), tr("MSE"), tr("clipping"), tr("rounding"),
                                 tr("SQNR, dB")},
                                rows),
                   {m_plot}, captionOf(m_bench), this);
}

}  // namespace zeropoint::ui
