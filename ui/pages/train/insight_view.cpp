// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/insight_view.h"

#include "ui/controls/how_known.h"
#include "ui/controls/legend.h"
#include "ui/controls/segment.h"
#include "ui/controls/setting_binding.h"
#include "ui/plots/chart_figure.h"
#include "ui/plots/line_plot.h"
#include "ui/state/caption.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/training_session.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/numbers.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <map>

namespace zeropoint::ui {
namespace {

constexpr std::size_t gradientPoints = 400;

Legend::Entry entry(const DataColor Theme::*color, const QString& text) {
    return {Legend::Mark::Line, [color](const Theme& theme) { return (theme.*color).line; }, text};
}

}  // namespace

InsightView::InsightView(Workbench& bench, QWidget* parent)
    : QWidget(parent),
      m_bench(bench),
      m_choice(new Segment({tr("Weights"), tr("Codes"), tr("Gradient"), tr("Scale")})),
      m_title(new QLabel),
      m_text(new QLabel),
      m_legend(new Legend),
      m_plot(new LinePlot(tr("Quantization-aware training from the inside"))) {
    setHowKnown(m_plot, QStringLiteral("train.inside"), false);
    m_choice->setObjectName(QStringLiteral("insight_choice"));
    m_choice->setAccessibleName(tr("What to look at in the training"));
    m_choice->setToolTip(
        tr("Weights with their levels, how often codes change, where the gradient "
           "passes, or how the scale is learned"));
    bindSetting(m_choice, bench.settings(), QStringLiteral("train.insight"));
    m_title->setProperty("role", "cardTitle");
    m_title->setObjectName(QStringLiteral("insight_title"));
    m_text->setProperty("role", "secondary");
    m_text->setObjectName(QStringLiteral("insight_text"));
    m_text->setWordWrap(true);
    m_plot->setObjectName(QStringLiteral("insight_plot"));
    auto* table = new QToolButton;
    table->setProperty("role", "button");
    table->setText(tr("Table"));
    connect(table, &QToolButton::clicked, this, &InsightView::showTable);
    auto* head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(table);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_choice);
    column->addLayout(head);
    column->addWidget(m_text);
    column->addWidget(m_legend);
    column->addWidget(m_plot, 1);
    connect(&bench.views().train, &ViewStateSignals::changed, this, [this] {
        if (m_shown != view()) {
            refresh();
        }
    });
}

int InsightView::view() const {
    return m_bench.views().train->insight;
}

void InsightView::show(const RunRecord* run, const std::string& site) {
    m_snapshot = run != nullptr ? run->snapshot : nullptr;
    m_site = site;
    m_scales = run != nullptr ? run->scales : decltype(m_scales)();
    m_kept = run != nullptr && run->kept() && run->method() == MethodKind::Qat;
    refresh();
}

void InsightView::refresh() {
    m_shown = view();
    m_plot->setWholeNumberGrid(view() == Weights);
    if (!m_snapshot || m_snapshot->insight.empty()) {
        m_title->setText(m_kept ? tr("Its training is over") : tr("No QAT run"));
        m_text->setText(
            m_kept ? tr("The store keeps what a run ended with. Start it again to watch its "
                        "weights, its gradient and its scales.")
                   : tr("Fake-quantize, forward: weights are rounded and read back, so that the "
                        "loss sees the rounding. Backward: the gradient passes as if they were "
                        "not. Start a QAT run to watch it."));
        m_legend->setEntries({});
        m_plot->clear();
        return;
    }
    const auto& all = m_snapshot->insight;
    auto found = std::find_if(all.begin(), all.end(),
                              [this](const SiteInsight& it) { return it.site == m_site; });
    found = found == all.end() ? all.begin() : found;
    m_title->setText(QString::fromStdString(found->site));
    switch (view()) {
        case Weights:
            showWeights(*found);
            break;
        case Codes:
            showCodes(*found);
            break;
        case Gradient:
            showGradient(*found);
            break;
        default:
            showScale(*found);
            break;
    }
}

void InsightView::showWeights(const SiteInsight& insight) {
    const WeightInsight& weights = insight.weights;
    LinePlot::Line masters{
        tr("master weights"), &Theme::grey, LinePlot::Line::Shape::Area, false, {}, {}};
    for (std::size_t i = 0; i < weights.bins.size(); ++i) {
        masters.x.append(weights.lowEdge + (static_cast<double>(i) + 0.5) * weights.binWidth);
        masters.y.append(weights.bins[i]);
    }
    m_text->setText(
        tr("A weight lies %1 steps from its level on average (0.25 when nothing pulls it there). "
           "%2 of %3 oscillate between two codes, %4 are clipped.")
            .arg(formatNumber(weights.meanDistance, 3), formatCount(weights.oscillating),
                 formatCount(weights.count), formatCount(weights.clipped)));
    m_legend->setEntries({entry(&Theme::grey, tr("master weights; grid lines: levels"))});
    m_plot->show({masters}, tr("weight in steps of its scale"), m_text->text());
}

void InsightView::showCodes(const SiteInsight& insight) {
    using Shape = LinePlot::Line::Shape;
    constexpr const DataColor Theme::*colors[] = {&Theme::blue, &Theme::orange, &Theme::green};
    std::vector<LinePlot::Line> lines;
    std::vector<Legend::Entry> entries;
    for (const CodeTrail& trail : insight.weights.trails) {
        const DataColor Theme::*color = colors[lines.size() / 2 % std::size(colors)];
        const QString name = tr("weight %1").arg(formatCount(trail.weight));
        LinePlot::Line codes{name, color, Shape::Steps, false, {}, {}};
        LinePlot::Line master{tr("%1, master").arg(name), color, Shape::Line, true, {}, {}};
        for (std::size_t i = 0; i < trail.codes.size(); ++i) {
            codes.x.append(static_cast<double>(trail.firstStep + i));
            codes.y.append(trail.codes[i]);
            master.y.append(static_cast<double>(trail.positions[i]));
        }
        master.x = codes.x;
        lines.push_back(std::move(codes));
        lines.push_back(std::move(master));
        entries.push_back(entry(color, name));
    }
    m_text->setText(
        lines.empty()
            ? tr("No weight of this layer changes back and forth between two codes.")
            : tr("The weights that change back and forth most, of %1 that do: the code of each "
                 "(solid) jumps while its master weight (dashed) hovers between two levels.")
                  .arg(formatCount(insight.weights.oscillating)));
    m_legend->setEntries(std::move(entries));
    m_plot->show(std::move(lines), tr("step"), m_text->text());
}

void InsightView::showGradient(const SiteInsight& insight) {
    using Shape = LinePlot::Line::Shape;
    LinePlot::Line rounded{tr("rounded weight"), &Theme::blue, Shape::Steps, false, {}, {}};
    LinePlot::Line clipped{
        tr("straight-through, clipped"), &Theme::orange, Shape::Line, true, {}, {}};
    LinePlot::Line actual{tr("true derivative"), &Theme::grey, Shape::Line, false, {}, {}};
    LinePlot::Line scale{tr("by the scale, LSQ paper"), &Theme::green, Shape::Line, false, {}, {}};
    LinePlot::Line torch{tr("by the scale, PyTorch"), &Theme::pink, Shape::Line, true, {}, {}};
    for (const StePoint& point : straightThroughCurve(insight.grid, gradientPoints)) {
        rounded.x.append(point.x);
        rounded.y.append(point.y);
        clipped.x.append(point.x);
        clipped.y.append(point.clipped);
        actual.x.append(point.x);
        actual.y.append(point.trueSlope);
        scale.x.append(point.x);
        scale.y.append(point.scaleSlope);
        torch.x.append(point.x);
        torch.y.append(point.scaleSlopePyTorch);
    }
    m_text->setText(
        tr("Rounding is flat between two levels: its true derivative is 0, and nothing "
           "would learn. The straight-through estimator pretends it is 1 inside the "
           "range. LSQ learns the scale too; its paper and PyTorch differ within half a step "
           "of the ends."));
    m_legend->setEntries({entry(&Theme::blue, tr("rounded")), entry(&Theme::orange, tr("STE")),
                          entry(&Theme::grey, tr("true")), entry(&Theme::green, tr("scale, LSQ")),
                          entry(&Theme::pink, tr("scale, PyTorch"))});
    m_plot->show({rounded, clipped, actual, scale, torch}, tr("weight in steps of its scale"),
                 m_text->text());
}

void InsightView::showScale(const SiteInsight& insight) {
    LinePlot::Line scale{tr("scale"), &Theme::blue, LinePlot::Line::Shape::Line, false, {}, {}};
    for (const auto& [step, value] : m_scales[insight.site]) {
        scale.x.append(static_cast<double>(step));
        scale.y.append(value);
    }
    m_text->setText(
        tr("Scale of the first channel: now %1, at first %2.")
            .arg(formatNumber(scale.y.constLast()), formatNumber(scale.y.constFirst())));
    m_legend->setEntries({entry(&Theme::blue, tr("scale"))});
    m_plot->show({scale}, tr("step"), m_text->text());
}

void InsightView::showTable() {
    QStringList columns{tr("x")};
    std::map<double, QVector<double>> byX;
    const auto count = static_cast<qsizetype>(m_plot->lines().size());
    for (qsizetype i = 0; i < count; ++i) {
        const LinePlot::Line& line = m_plot->lines()[static_cast<std::size_t>(i)];
        columns << line.name;
        for (qsizetype k = 0; k < line.x.size(); ++k) {
            auto& row =
                byX.try_emplace(line.x[k], QVector<double>(count, std::nan(""))).first->second;
            row[i] = line.y[k];
        }
    }
    QVector<QVector<double>> rows;
    for (const auto& [x, values] : byX) {
        rows.append(QVector<double>{x} + values);
    }
    const RunRecord* run = m_bench.training().selectedRun();
    const QStringList what{run == nullptr ? QString() : captionOf(*run), m_text->text()};
    showChartTable(tableContent(m_title->text(), columns, rows), {m_legend, m_plot},
                   what.join(QStringLiteral(" · ")), this);
}

}  // namespace zeropoint::ui
