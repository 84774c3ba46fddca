// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/pair_detail.h"

#include "core/metrics/setting_ranking.h"
#include "ui/controls/how_known.h"
#include "ui/controls/legend.h"
#include "ui/controls/metric_tile.h"
#include "ui/controls/notice.h"
#include "ui/job/job_runner.h"
#include "ui/pages/compare/pair_table_model.h"
#include "ui/plots/chart_figure.h"
#include "ui/plots/code_plot.h"
#include "ui/plots/setting_plot.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/left_out_words.h"
#include "ui/text/messages.h"
#include "ui/text/numbers.h"
#include "ui/text/shown_text.h"
#include "ui/text/tensor_title.h"
#include "ui/theme/theme.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr std::size_t valueBins = 60;
constexpr std::size_t differenceBins = 61;
constexpr int leastCodesHeight = 84;
constexpr int codesHeight = 110;
constexpr int widthOfCaptions = 300;

double highest(const std::vector<double>& counts) {
    return counts.empty() ? 0 : *std::ranges::max_element(counts);
}

}  // namespace

PairDetail::PairDetail(Workbench& bench, QWidget* parent)
    : QFrame(parent),
      m_bench(bench),
      m_name(new QLabel),
      m_other(new QLabel),
      m_sqnr(new MetricTile(tr("SQNR"), MetricTile::Size::Small)),
      m_relative(new MetricTile(tr("Relative error"), MetricTile::Size::Small)),
      m_largest(new MetricTile(tr("Largest difference"), MetricTile::Size::Small)),
      m_problem(new Notice),
      m_plot(new SettingPlot(tr("Values of the tensor in both files, and their differences"))),
      m_codesTitle(new QLabel),
      m_codes(new CodePlot(tr("Codes that a value got"))),
      m_state(new QLabel) {
    setProperty("role", "card");
    m_name->setProperty("role", "cardTitle");
    m_name->setObjectName(QStringLiteral("pair_name"));
    m_other->setProperty("role", "secondary");
    m_other->setObjectName(QStringLiteral("pair_other"));
    m_state->setProperty("role", "dim");
    m_plot->setObjectName(QStringLiteral("pair_plot"));
    for (QLabel* label : {m_name, m_other}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_codesTitle->setObjectName(QStringLiteral("pair_codes_title"));
    m_codesTitle->setWordWrap(true);
    m_codes->setObjectName(QStringLiteral("pair_codes"));
    m_codes->setMinimumHeight(leastCodesHeight);
    m_codes->setMaximumHeight(codesHeight);
    setHowKnown(m_other, QStringLiteral("compare.matched"));
    setHowKnown(m_codesTitle, QStringLiteral("plot.codes"));
    setHowKnown(m_sqnr, QStringLiteral("calibrate.sqnr"));
    setHowKnown(m_relative, QStringLiteral("compare.relative"));
    setHowKnown(m_largest, QStringLiteral("calibrate.max_error"));
    layOut();
    connect(m_plot, &SettingPlot::pointed, this, &PairDetail::point);
    ViewState<ComparisonView>& view = bench.views().compare;
    connect(m_plot, &SettingPlot::chosen, this,
            [&view](double value) { view.set(&ComparisonView::value, value); });
    connect(&view, &ViewStateSignals::changed, this, &PairDetail::follow);
    clear();
    m_figures->hide();  // empty axes would say nothing
    m_table->hide();
}

/// In a small window the three figures keep their names whole.
void PairDetail::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    const QString whole = tr("Largest difference");
    m_largest->setCaption(width() < widthOfCaptions ? tr("Largest") : whole);
    m_largest->setAccessibleName(whole);
}

void PairDetail::layOut() {
    m_table = new TableButton(QStringLiteral("pair_table"), [this] { return table(); });
    auto* header = new QHBoxLayout;
    header->addWidget(m_name, 1);
    header->addWidget(m_table, 0, Qt::AlignTop);
    auto* legend = new Legend;
    legend->setEntries(
        {{Legend::Mark::Square, [](const Theme& theme) { return theme.histogramBody; }, tr("A")},
         {Legend::Mark::Line, [](const Theme& theme) { return theme.blue.line; }, tr("B")},
         {Legend::Mark::Square, [](const Theme& theme) { return theme.sky.fill; }, tr("B − A")}});
    m_table->setFigure([this, legend](const QString& title) {
        QList<QWidget*> charts{legend, m_plot};
        if (m_codes->isVisibleTo(this)) {  // a side that stores values has none
            charts << m_codes;
        }
        return chartFigure(charts, title, caption());
    });
    auto* tiles = new QHBoxLayout;
    for (MetricTile* tile : {m_sqnr, m_relative, m_largest}) {
        tiles->addWidget(tile);
    }
    m_figures = new QWidget;
    auto* figures = new QVBoxLayout(m_figures);
    figures->setContentsMargins(0, 0, 0, 0);
    figures->setSpacing(8);
    figures->addLayout(tiles);
    figures->addWidget(legend);
    figures->addWidget(m_plot, 2);
    figures->addWidget(m_codesTitle);
    figures->addWidget(m_codes, 1);  // as high as it may be, unless the window is low
    figures->addWidget(m_state);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addLayout(header);
    column->addWidget(m_other);
    column->addWidget(m_problem);
    column->addWidget(m_figures, 1);
    column->addStretch();  // has the room while there are no figures
}

void PairDetail::clear() {
    m_name->setText(tr("Choose a tensor"));
    m_other->setText(tr("Its values in both files stand here over each other."));
    m_problem->setText({});
    m_state->setText({});
    for (MetricTile* tile : {m_sqnr, m_relative, m_largest}) {
        tile->setValue(QStringLiteral("–"));
        setHowKnownNumbers(tile, {});
    }
    m_plot->show({});
    m_plot->setPointer(std::nullopt);
    m_half = 0;
    m_codesTitle->hide();
    m_codes->hide();
}

void PairDetail::show(const FilesComparison& comparison, std::optional<std::size_t> pair) {
    const auto& opened = comparison.opened();
    const bool known = opened && pair && *pair < comparison.reports().size();
    if (known && opened == m_opened && pair == m_pair) {
        return;
    }
    m_opened = known ? opened : nullptr;
    m_pair = known ? pair : std::nullopt;
    m_bench.jobs().cancelAll(this);
    clear();
    m_figures->setVisible(known);
    m_table->setVisible(known);
    if (!known) {
        return;
    }
    const TensorPair& tensors = opened->pairing.pairs[*pair];
    const TensorInfo a = infoOfA(opened->a, tensors);
    const TensorInfo b = infoOfB(opened->b, tensors);
    const PairReport& report = comparison.reports()[*pair];
    m_name->setText(tensorTitle(opened->a.file(), a));
    m_other->setText(tr("in B %1, %2, %3")
                         .arg(tensorTitle(opened->b.file(), b),
                              QString::fromStdString(toString(b.shape)),
                              shownText(b.packed != nullptr ? b.packed->format : b.dtypeText)));
    if (report.failure) {
        m_problem->setText(errorText(*report.failure));
        return;
    }
    if (report.sums.leftOut > 0) {
        m_other->setText(tr("%1; %2").arg(m_other->text(), leftOutShort(report.sums.leftOut)));
    }
    const double sqnr = report.sums.sqnrDb();
    const bool equal = isEqual(report.sums);
    m_sqnr->setValue(equal ? tr("equal") : formatNumber(sqnr, 3), equal ? QString() : tr("dB"));
    m_relative->setValue(formatPercent(report.sums.relativeError()));
    m_largest->setValue(formatNumber(report.sums.maxAbsError(), 3));
    const QString signal = formatNumber(report.sums.signal);
    const QString noise = formatNumber(report.sums.error);
    setHowKnownNumbers(m_sqnr,
                       tr("10 log₁₀(%1 / %2) = %3 dB").arg(signal, noise, formatNumber(sqnr)));
    setHowKnownNumbers(
        m_relative,
        tr("√(%1 / %2) = %3").arg(noise, signal, formatPercent(report.sums.relativeError())));
    study(opened, *pair);
}

void PairDetail::study(const std::shared_ptr<const OpenedPair>& opened, std::size_t pair) {
    m_state->setText(tr("Counting…"));
    m_bench.jobs().start(
        tr("Reading a pair of tensors"), QStringLiteral("pair"),
        [opened, pair](const Execution& execution) {
            return studyPair(opened->a, opened->b, opened->pairing.pairs[pair], execution);
        },
        this,
        [this, opened, pair](const Result<PairStudy>& study) {
            if (opened != m_opened || pair != m_pair) {
                return;
            }
            m_state->setText({});
            if (study) {
                showStudy(*study);
                return;
            }
            m_problem->setText(errorText(study.error()));
            if (study.error().code == ErrorCode::Cancelled) {
                m_opened.reset();  // read when it is shown again
            }
        });
}

void PairDetail::showStudy(const PairStudy& study) {
    SettingScene scene;
    scene.logarithmic = true;
    const auto edges = binsOver({study.a.lo, study.a.hi}, valueBins);
    const auto a = study.a.between(edges);
    const auto b = study.b.between(edges);
    scene.edges = toVector(edges);
    scene.original = toVector(a);
    scene.dequantized = toVector(b);
    scene.top = std::max(highest(a), highest(b)) * 2;
    const double largest = study.sums.largest;
    const double reach = std::isfinite(largest) && largest > 0 ? largest : 1;
    const auto differenceEdges = binsOver({-reach, reach}, differenceBins);
    const auto differences = study.differences.between(differenceEdges);
    scene.errorEdges = toVector(differenceEdges);
    scene.errors = toVector(differences);
    scene.errorTop = highest(differences);
    m_plot->show(scene);
    m_half = (edges[1] - edges[0]) / 2;
    const DifferenceSums& sums = study.sums;
    m_typical = sums.count > 0 ? std::sqrt(sums.signal / static_cast<double>(sums.count)) : 0;
    countCodes(m_bench.views().compare->value.value_or(m_typical));
}

/// The mark follows the hand, and goes back to the value whose codes are shown.
void PairDetail::point(std::optional<double> value) {
    const bool counted = m_half > 0 && m_codes->isVisibleTo(this);
    m_plot->setPointer(value || !counted ? value : std::optional(m_value));
}

/// Another value was chosen.
void PairDetail::follow() {
    const double value = m_bench.views().compare->value.value_or(m_typical);
    if (m_half > 0 && m_pair && value != m_value) {
        countCodes(value);
    }
}

void PairDetail::countCodes(double value) {
    m_value = value;
    m_bench.jobs().start(
        tr("Counting codes"), QStringLiteral("codes"),
        [opened = m_opened, pair = *m_pair, value, half = m_half](const Execution& execution) {
            return codesNear(opened->a, opened->b, opened->pairing.pairs[pair], value, half,
                             execution);
        },
        this,
        [this, pair = m_pair](const Result<PairCodes>& codes) {
            if (pair == m_pair && codes) {
                showCodes(*codes);
            }
        });
}

/// Of B, or of A where B stores values.
void PairDetail::showCodes(const PairCodes& codes) {
    const bool inB = !codes.b.counts.empty();
    const CodeCounts& side = inB ? codes.b : codes.a;
    const bool any = side.used() > 0;
    m_codes->setVisible(any);
    m_codesTitle->setVisible(!side.counts.empty());
    const QString value = formatNumber(codes.value, 3);
    if (!any) {
        m_codesTitle->setText(tr("No value of A lies near %1").arg(value));
        m_plot->setPointer(std::nullopt);
        return;
    }
    const auto taken = [](std::uint64_t count) { return count > 0; };
    const auto begin = std::ranges::find_if(side.counts, taken);
    const auto end = std::find_if(side.counts.rbegin(), side.counts.rend(), taken).base();
    m_codes->show(side.firstCode + static_cast<int>(begin - side.counts.begin()),
                  QVector<double>(begin, end));
    m_codesTitle->setText(
        tr("Codes that %1 got in %2 (%3): %n, by the scale that each stands under", nullptr,
           static_cast<int>(side.used()))
            .arg(value, inB ? QStringLiteral("B") : QStringLiteral("A"),
                 QString::fromStdString(side.format)));
    m_codesTitle->setToolTip(
        tr("%1 values of A lie within half a bin of it, of %2 that were looked at. Click the "
           "histogram for another value.")
            .arg(formatCount(codes.found), formatCount(codes.looked)));
    m_plot->setPointer(codes.value);
}

TableContent PairDetail::table() const {
    const SettingScene& scene = m_plot->scene();
    TableContent content{m_name->text(), {tr("from"), tr("to"), tr("A"), tr("B")}, {}};
    for (qsizetype i = 0; i < scene.original.size(); ++i) {
        content.rows.append(
            {scene.edges[i], scene.edges[i + 1], scene.original[i], scene.dequantized.value(i)});
    }
    return content;
}

QString PairDetail::caption() const {
    if (!m_opened) {
        return {};
    }
    const auto nameOf = [](const ModelSide& side) {
        return QFileInfo(shownText(side.file().path())).fileName();
    };
    return tr("A: %1 · B: %2 · %3").arg(nameOf(m_opened->a), nameOf(m_opened->b), m_other->text());
}

}  // namespace zeropoint::ui
