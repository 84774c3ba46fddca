// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/difference_card.h"

#include "core/metrics/setting_ranking.h"
#include "ui/controls/how_known.h"
#include "ui/job/job_runner.h"
#include "ui/pages/compare/compare_words.h"
#include "ui/plots/chart_figure.h"
#include "ui/plots/line_plot.h"
#include "ui/state/caption.h"
#include "ui/state/workbench.h"
#include "ui/text/messages.h"
#include "ui/text/numbers.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr int differenceHeight = 120;
constexpr std::size_t bins = 81;

QString share(std::uint64_t part, const SettingDifference& difference) {
    const std::uint64_t all = difference.sums.count + difference.sums.leftOut;
    return formatPercent(all > 0 ? static_cast<double>(part) / static_cast<double>(all) : 0);
}

}  // namespace

DifferenceCard::DifferenceCard(Workbench& bench, QWidget* parent)
    : QFrame(parent),
      m_bench(bench),
      m_title(new QLabel),
      m_text(new QLabel),
      m_plot(new LinePlot(tr("Differences of what two settings read back"))) {
    setHowKnown(m_plot, QStringLiteral("plot.differences"), false);
    setProperty("role", "card");
    setObjectName(QStringLiteral("compare_difference"));
    m_title->setProperty("role", "cardTitle");
    m_text->setProperty("role", "secondary");
    m_text->setObjectName(QStringLiteral("difference_text"));
    m_text->setWordWrap(true);
    m_plot->setFixedHeight(differenceHeight);
    auto* words = new QVBoxLayout;
    words->setSpacing(6);
    words->addWidget(m_title);
    words->addWidget(m_text);
    words->addStretch();
    auto* button = new TableButton(QStringLiteral("difference_table"), [this] { return table(); });
    withFigure(button, m_plot, [this] { return captionOf(m_bench); });
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(16, 10, 16, 10);
    row->setSpacing(16);
    row->addLayout(words, 1);
    row->addWidget(m_plot, 2);
    row->addWidget(button, 0, Qt::AlignTop);
    hide();
}

std::optional<DifferenceCard::Pair> DifferenceCard::pinnedPair() const {
    const CompareState& state = m_bench.compare();
    if (state.pinned[0] < 0 || state.pinned[1] < 0 || !m_bench.source()) {
        return std::nullopt;
    }
    return Pair{state.columns[static_cast<std::size_t>(state.pinned[0])],
                state.columns[static_cast<std::size_t>(state.pinned[1])]};
}

void DifferenceCard::follow() {
    const auto pair = pinnedPair();
    setVisible(pair.has_value());
    if (!pair || (pair == m_asked && m_source == m_bench.source())) {
        return;
    }
    m_asked = pair;
    m_source = m_bench.source();
    m_title->setText(tr("Pinned B against A: %1 against %2")
                         .arg(settingName(pair->second), settingName(pair->first)));
    m_text->setText(tr("Measuring…"));
    m_plot->clear();
    m_bench.jobs().start(
        tr("Comparing two settings"), QStringLiteral("difference"),
        [source = m_source, pair = *pair](const Execution& execution) {
            return differenceOfSettings(source->tensor, pair.first, pair.second, execution);
        },
        this,
        [this, pair](const Result<SettingDifference>& difference) {
            if (pair != m_asked) {
                return;
            }
            if (difference) {
                show(*difference);
                return;
            }
            m_text->setText(errorText(difference.error()));
            m_asked.reset();  // asked for again with the next change
        });
}

void DifferenceCard::show(const SettingDifference& difference) {
    m_text->setText(
        tr("%1 of the values are read back alike. A is closer in %2, B in %3. The largest "
           "difference is %4.")
            .arg(share(difference.same, difference), share(difference.closerA, difference),
                 share(difference.closerB, difference),
                 formatNumber(difference.sums.maxAbsError(), 3)));
    const double largest = difference.sums.largest;
    const double reach = std::isfinite(largest) && largest > 0 ? largest : 1;
    const auto edges = binsOver({-reach, reach}, bins);
    const auto counts = difference.differences.between(edges);
    LinePlot::Line line{tr("values"), &Theme::sky, LinePlot::Line::Shape::Area, false, {}, {}};
    for (std::size_t i = 0; i < counts.size(); ++i) {
        line.x.append((edges[i] + edges[i + 1]) / 2);
        line.y.append(std::log10(1 + counts[i]));
    }
    m_plot->show({line}, tr("B − A after dequantizing (log₁₀ of 1 + values)"), m_text->text());
}

TableContent DifferenceCard::table() const {
    TableContent content{m_title->text(), {tr("B − A"), tr("values")}, {}};
    for (const LinePlot::Line& line : m_plot->lines()) {
        for (qsizetype i = 0; i < line.x.size(); ++i) {
            content.rows.append({line.x[i], std::round(std::pow(10.0, line.y[i]) - 1)});
        }
    }
    return content;
}

}  // namespace zeropoint::ui
