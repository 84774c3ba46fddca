// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/histogram_card.h"

#include "core/calibration/what_if.h"
#include "core/numerics/block_format.h"
#include "core/quantization/quantize.h"
#include "core/scheme/format_settings.h"
#include "core/scheme/levels.h"
#include "ui/actions/actions.h"
#include "ui/controls/anchor.h"
#include "ui/controls/form_arrows.h"
#include "ui/controls/legend.h"
#include "ui/controls/lens_strip.h"
#include "ui/controls/number_field.h"
#include "ui/controls/range_handle.h"
#include "ui/controls/segment.h"
#include "ui/controls/setting_binding.h"
#include "ui/job/job_runner.h"
#include "ui/plots/chart_figure.h"
#include "ui/state/caption.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/calibration_words.h"
#include "ui/text/messages.h"
#include "ui/text/numbers.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr double viewPadding = 0.04;

constexpr std::int64_t neighboursEachSide = 3;

LensStrip::Level levelAt(double value, const QuantParams& params, const QuantScheme& scheme) {
    return {value, traceSample(value, params, scheme).code};
}

/// The level that the sample goes to with the nearest ones on both sides.
std::vector<LensStrip::Level> neighbours(const SampleTrace& trace, const QuantParams& params,
                                         const QuantScheme& scheme) {
    std::vector<LensStrip::Level> near;
    const NumberFormat* format = findNumberFormat(scheme.format);
    if (format == nullptr || !std::isfinite(trace.dequantized)) {
        return near;
    }
    if (format->kind == FormatKind::Integer) {
        const CodeRange codes = codeRange(scheme);
        for (std::int64_t code = trace.code - neighboursEachSide;
             code <= trace.code + neighboursEachSide; ++code) {
            if (code >= codes.qmin && code <= codes.qmax) {
                near.push_back({static_cast<double>(code - params.zeroPoint) * params.scale, code});
            }
        }
        return near;
    }
    const std::vector<double> levels = gridLevels(params, scheme);
    const auto chosen = std::ranges::lower_bound(levels, trace.dequantized) - levels.begin();
    const auto last = static_cast<std::ptrdiff_t>(levels.size()) - 1;
    for (auto i = std::max<std::ptrdiff_t>(0, chosen - neighboursEachSide);
         i <= std::min<std::ptrdiff_t>(last, chosen + neighboursEachSide); ++i) {
        near.push_back(levelAt(levels[static_cast<std::size_t>(i)], params, scheme));
    }
    return near;
}

}  // namespace

HistogramCard::HistogramCard(Workbench& bench, QWidget* parent)
    : QFrame(parent),
      m_bench(bench),
      m_plot(new HistogramPlot),
      m_lens(new LensStrip),
      m_axis(new Segment({tr("Linear"), tr("Log count")})),
      m_title(new QLabel),
      m_legend(new Legend),
      m_units(makeUnits()) {
    setProperty("role", "card");
    m_title->setProperty("role", "cardTitle");
    m_title->setObjectName(QStringLiteral("histogram_title"));
    auto* header = new QHBoxLayout;
    header->setSpacing(6);
    header->addWidget(m_title);
    header->addSpacing(8);
    header->addWidget(m_legend);
    header->addStretch();
    header->addWidget(m_units);
    auto* table = new QToolButton;
    table->setProperty("role", "button");
    table->setText(tr("Table"));
    table->setObjectName(QStringLiteral("histogram_table"));
    bindAction(table, bench, QStringLiteral("calibrate.table"));
    header->addWidget(table);
    header->addWidget(m_axis);
    new FormArrows({m_units, table, m_axis});
    m_axis->setObjectName(QStringLiteral("histogram_axis"));
    m_axis->setAccessibleName(tr("Count axis"));
    m_plot->setObjectName(QStringLiteral("histogram_plot"));
    m_lens->setObjectName(QStringLiteral("histogram_lens"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 16, 8);
    column->setSpacing(6);
    column->addLayout(header);
    column->addWidget(m_plot, 1);
    column->addWidget(m_lens);

    bindSetting(m_axis, bench.settings(), QStringLiteral("calibrate.count_axis"));
    const auto scale = [this] { m_plot->setLogarithmic(m_bench.views().calibrate->logarithmic); };
    connect(&bench.views().calibrate, &ViewStateSignals::changed, m_plot, scale);
    scale();
    setAnchor(m_plot->lowHandle(), QStringLiteral("calibrate.range.low"));
    setAnchor(m_plot->highHandle(), QStringLiteral("calibrate.range.high"));
    setAnchor(m_plot->sampleHandle(), QStringLiteral("calibrate.sample"));
    connect(m_plot, &HistogramPlot::rangeMoved, this, &HistogramCard::moveRange);
    connect(m_plot, &HistogramPlot::sampleMoved, this, [this](double x) { m_bench.setSample(x); });
    connect(m_plot, &HistogramPlot::optimumRequested, this, &HistogramCard::optimumRequested);
    connect(&bench, &Workbench::schemeChanged, this, &HistogramCard::refresh);
    connect(&bench, &Workbench::exactChanged, this, [this] {
        if (m_bench.exact()) {
            refresh();  // counts are exact now
        }
    });
    connect(&bench, &Workbench::sampleChanged, this, &HistogramCard::refresh);
}

void HistogramCard::setLensVisible(bool visible) {
    m_lensWanted = visible;
    // Each block has levels of its own: the example shows those of one.
    m_lens->setVisible(visible && findBlockFormat(m_bench.scheme().format) == nullptr);
}

void HistogramCard::moveRange(double lo, double hi) {
    if (m_bench.wholeScheme().symmetric) {
        // One scale serves both sides: the other end mirrors the one that the hand holds.
        const bool movedLow = lo != m_bench.live().range.lo;
        const double reach = std::abs(movedLow ? lo : hi);
        m_bench.setRange(-reach, reach);
        return;
    }
    m_bench.setRange(lo, hi);
}

/// The worst first, or any by its number.
QWidget* HistogramCard::makeUnits() {
    auto* units = new QWidget;
    m_worst = new QComboBox;
    m_worst->setObjectName(QStringLiteral("unit_worst"));
    m_worst->setProperty("density", "compact");
    m_worst->setAccessibleName(tr("Channels and groups with the largest error"));
    m_worst->setToolTip(
        tr("Those that suffer most, the worst first. The page shows one of them: "
           "its values, its scale, its error."));
    m_worst->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_unit = new NumberField;
    m_unit->setObjectName(QStringLiteral("unit_number"));
    m_unit->setProperty("density", "compact");
    m_unit->setFixedWidth(58);
    m_unit->setAccessibleName(tr("Number of the channel or group that is shown"));
    setAnchor(m_unit, QStringLiteral("calibrate.unit"));
    auto* row = new QHBoxLayout(units);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(m_worst);
    row->addWidget(m_unit);
    connect(m_worst, &QComboBox::activated, this,
            [this](int index) { m_bench.showUnit(m_worst->itemData(index).toInt()); });
    connect(m_unit, &NumberField::valueEntered, this,
            [this](double unit) { m_bench.showUnit(static_cast<int>(unit)); });
    return units;
}

void HistogramCard::refreshUnits() {
    const std::optional<UnitView>& unit = m_bench.unit();
    const Granularity granularity = followed(m_bench.scheme()).granularity;
    const bool cut = granularity != Granularity::Tensor;
    m_units->setVisible(cut);
    const QString shared = sharedRange(m_bench.scheme());
    m_plot->lowHandle()->setHint(shared);
    m_plot->highHandle()->setHint(shared);
    m_title->setText(!cut   ? tr("Histogram")
                     : unit ? tr("Histogram of %1").arg(unitName(granularity, unit->index))
                            : tr("Histogram of the tensor"));
    if (!cut || !m_bench.exact()) {
        return;
    }
    const UnitList& units = m_bench.exact()->units;
    const QSignalBlocker blocker(m_worst);
    m_worst->clear();
    for (const UnitList::Entry& entry : units.worst) {
        const bool worst = m_worst->count() == 0;
        const QString name = unitName(granularity, entry.index);
        m_worst->addItem(worst ? tr("worst: %1").arg(name) : name,
                         worst ? -1 : static_cast<int>(entry.index));
        m_worst->setItemData(
            m_worst->count() - 1,
            tr("%1 dB, MSE %2")
                .arg(formatNumber(entry.report.sqnrDb, 3), formatNumber(entry.report.mse, 3)),
            Qt::ToolTipRole);
    }
    m_worst->setCurrentIndex(-1);
    for (int i = 0; i < m_worst->count() && unit; ++i) {
        const auto at = static_cast<std::size_t>(i);
        if (units.worst[at].index == unit->index) {
            m_worst->setCurrentIndex(i);
        }
    }
    m_unit->setLimits({0, static_cast<double>(units.count) - 1, true});
    m_unit->setHint(tr("%1 of %2; type another")
                        .arg(granularity == Granularity::Channel ? tr("Channel") : tr("Group"))
                        .arg(formatCount(units.count)));
    if (unit) {
        m_unit->setValue(static_cast<double>(unit->index));
    }
}

/// Names what is drawn, and as it is drawn.
void HistogramCard::refreshLegend() {
    const HistogramScene& scene = m_plot->scene();
    std::vector<Legend::Entry> entries{{Legend::Mark::Square,
                                        [](const Theme& theme) { return theme.histogramBody; },
                                        tr("original")}};
    entries.push_back({scene.grid.stems ? Legend::Mark::Dot : Legend::Mark::Line,
                       [](const Theme& theme) { return theme.blue.line; },
                       scene.grid.stems ? tr("levels, dequantized") : tr("dequantized")});
    if (scene.below + scene.above > 0) {
        entries.push_back({Legend::Mark::Hatch,
                           [](const Theme& theme) { return theme.vermillion.line; },
                           tr("clipped")});
    }
    m_legend->setEntries(std::move(entries));
}

HistogramScene HistogramCard::scene() const {
    const Source& source = *m_bench.shown();
    const LiveResult& live = m_bench.live();
    const NumberFormat* format = findNumberFormat(m_bench.scheme().format);
    const QuantScheme whole = m_bench.wholeScheme();
    HistogramScene scene;
    scene.viewLo = m_viewLo;
    scene.viewHi = m_viewHi;
    scene.dataLo = source.summary.min;
    scene.dataHi = source.summary.max;
    scene.range = live.range;
    scene.clip = live.clip;
    scene.sample = m_bench.sample();
    scene.params = live.params;
    scene.codes = codeRange(whole);
    scene.codeAxis = format != nullptr && format->kind == FormatKind::Integer;
    scene.grid = gridView(source.histogram, live.params, whole, m_viewLo, m_viewHi);
    const bool counted =
        m_counted && m_counted->params == live.params && m_counted->sameAs(drawn(scene.grid));
    if (counted) {
        scene.grid = m_counted->grid;
    }
    if (findBlockFormat(whole.format) != nullptr) {
        scene.handles = false;
        scene.clip = {m_viewLo, m_viewHi};  // each block ends where its own values do
        const bool known = m_bench.exact().has_value();
        scene.grid.stems = false;
        if (!counted) {
            scene.grid.dequantized = known ? rebin(m_bench.exact()->dequantized, scene.grid.edges)
                                           : std::vector<double>(scene.grid.original.size(), 0.0);
        }
        return scene;
    }
    scene.handles = settingsOf(whole.format).scale;  // a plain cast has no range to drag
    scene.mirrored = whole.symmetric;
    scene.below = countOutside(source.histogram, live.clip.lo, false);
    scene.above = countOutside(source.histogram, live.clip.hi, true);
    scene.estimated = live.estimated;
    if (live.outside) {
        scene.below = static_cast<double>(live.outside->below);
        scene.above = static_cast<double>(live.outside->above);
    }
    return scene;
}

bool HistogramCard::Drawn::sameAs(const Drawn& other) const {
    return source == other.source && scheme == other.scheme && params == other.params &&
           grid.edges == other.grid.edges && grid.levels.size() == other.grid.levels.size();
}

HistogramCard::Drawn HistogramCard::drawn(const GridView& grid) const {
    return {m_bench.shown(), m_bench.wholeScheme(), m_bench.live().params, grid};
}

Result<GridView> HistogramCard::count(const Drawn& drawn, const Execution& execution) {
    const Tensor& tensor = drawn.source->tensor;
    if (findBlockFormat(drawn.scheme.format) == nullptr) {
        return countGrid(tensor.values(), drawn.grid, drawn.params, drawn.scheme, execution);
    }
    return calibrate(tensor, drawn.scheme, execution).and_then([&](const Calibration& calibration) {
        return fakeQuantize(tensor, drawn.scheme, calibration, execution)
            .and_then([&](const Tensor& back) {
                return countGrid(tensor.values(), back.values(), drawn.grid, execution);
            });
    });
}

void HistogramCard::startCounting() {
    if (m_bench.live().estimated) {
        return;  // the hand moves
    }
    const Drawn now = drawn(m_plot->scene().grid);
    if (now.grid.edges.empty() || (m_asked && m_asked->sameAs(now))) {
        return;
    }
    m_asked = now;
    m_bench.jobs().start(
        tr("Counting the values"), QStringLiteral("histogram-counts"),
        [now](const Execution& execution) { return count(now, execution); }, this,
        [this, now](const Result<GridView>& grid) {
            if (!m_asked || !m_asked->sameAs(now)) {
                return;  // the hand moved on
            }
            if (!grid) {
                m_asked.reset();  // with the next change again
                return;
            }
            m_counted = now;
            m_counted->grid = *grid;
            refresh();
        });
}

void HistogramCard::showEvent(QShowEvent* event) {
    QFrame::showEvent(event);
    refresh();
}

void HistogramCard::refresh() {
    // What nobody sees costs nothing; it is drawn when it is shown.
    if (!m_bench.source() || !isVisible()) {
        return;
    }
    const Source& source = *m_bench.shown();
    // While a hand holds a handle the picture stands still under it.
    if (!m_plot->lowHandle()->dragging() && !m_plot->highHandle()->dragging()) {
        const double lo = std::min(source.summary.min, m_bench.live().range.lo);
        const double hi = std::max(source.summary.max, m_bench.live().range.hi);
        const double width = hi > lo ? hi - lo : std::max(1.0, std::abs(hi));
        m_viewLo = lo - viewPadding * width;
        m_viewHi = hi + viewPadding * width;
    }
    m_plot->show(scene());
    startCounting();
    refreshUnits();
    refreshLegend();
    refreshSample();
}

void HistogramCard::refreshSample() {
    setLensVisible(m_lensWanted);
    const QuantScheme whole = m_bench.wholeScheme();
    const QuantParams& params = m_bench.live().params;
    const SampleTrace trace = traceSample(m_bench.sample(), params, whole);
    m_lens->show(trace, neighbours(trace, params, whole), m_viewHi - m_viewLo);
}

void HistogramCard::showTable() {
    if (!m_bench.source()) {
        return;
    }
    m_bench.jobs().start(
        tr("Counting the values"), QStringLiteral("histogram-table"),
        [now = drawn(scene().grid)](const Execution& execution) { return count(now, execution); },
        this,
        [this, title = m_title->text()](const Result<GridView>& grid) {
            if (!grid) {
                m_bench.report(grid.error());
                return;
            }
            QVector<QVector<double>> rows;
            for (std::size_t i = 0; i < grid->original.size(); ++i) {
                rows.append(
                    {grid->edges[i], grid->edges[i + 1], grid->original[i], grid->dequantized[i]});
            }
            showChartTable(
                tableContent(title, {tr("from"), tr("to"), tr("original"), tr("dequantized")},
                             rows),
                {m_legend, m_plot}, captionOf(m_bench), this);
        });
}

}  // namespace zeropoint::ui
