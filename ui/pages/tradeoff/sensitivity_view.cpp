// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tradeoff/sensitivity_view.h"

#include "core/experiment/interval.h"
#include "ui/actions/button_action.h"
#include "ui/controls/anchor.h"
#include "ui/controls/bar_list.h"
#include "ui/controls/how_known.h"
#include "ui/controls/number_field.h"
#include "ui/controls/segment.h"
#include "ui/controls/setting_binding.h"
#include "ui/controls/spotlight.h"
#include "ui/controls/value_slider.h"
#include "ui/pages/tradeoff/layer_bars.h"
#include "ui/plots/chart_figure.h"
#include "ui/state/caption.h"
#include "ui/state/layer_study.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/trade_off.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/numbers.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSlider>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr double kilobyte = 1000;
constexpr int leastBars = 96;
constexpr double firstBudget = 1.2;  ///< of the smallest run

}  // namespace

SensitivityView::SensitivityView(Workbench& bench, QWidget* parent)
    : QWidget(parent),
      m_bench(bench),
      m_tradeOff(bench.tradeOff()),
      m_study(m_tradeOff.study()),
      m_bits(new Segment({tr("4 bit"), tr("3 bit"), tr("2 bit")})),
      m_side(new Segment({tr("Alone quantized"), tr("Alone kept")})),
      m_caption(new QLabel),
      m_words(new QLabel),
      m_bars(new BarList(BarList::Kind::Ranked)),
      m_measure(new QPushButton(tr("Measure each layer"))) {
    m_bits->setObjectName(QStringLiteral("sensitivity_bits"));
    m_bits->setAccessibleName(tr("Bits of the layer"));
    bindSetting(m_bits, bench.settings(), QStringLiteral("tradeoff.sensitivity.bits"));
    m_side->setObjectName(QStringLiteral("sensitivity_side"));
    m_side->setAccessibleName(tr("Which layers are quantized"));
    bindSetting(m_side, bench.settings(), QStringLiteral("tradeoff.sensitivity.side"));
    m_caption->setProperty("role", "secondary");
    m_caption->setWordWrap(true);
    m_words->setObjectName(QStringLiteral("sensitivity_words"));
    m_words->setProperty("role", "caption");
    m_words->setWordWrap(true);
    for (QWidget* words : {m_caption, m_words}) {
        setHowKnown(words, QStringLiteral("tradeoff.sensitivity"));
    }
    m_bars->setObjectName(QStringLiteral("sensitivity_bars"));
    m_bars->setAccessibleName(tr("Sensitivity of each layer"));
    m_measure->setObjectName(QStringLiteral("sensitivity_measure"));
    setAction(m_measure, QStringLiteral("tradeoff.measure_layers"));
    auto* table = new QToolButton;
    table->setProperty("role", "button");
    table->setText(tr("Table"));
    auto* top = new QHBoxLayout;
    top->addWidget(m_bits, 1);
    top->addWidget(table);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(top);
    column->addWidget(m_side);
    column->addWidget(m_caption);
    column->addWidget(m_measure);
    column->addWidget(m_words);
    // It scrolls by itself: what it has room for, and a few rows at least.
    QScrollArea* bars = scrollAreaOf(m_bars);
    bars->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    bars->setMinimumHeight(leastBars);
    column->addWidget(bars, 1);
    column->addWidget(buildBudget());
    connect(table, &QToolButton::clicked, this, &SensitivityView::showTable);
    connectSignals();
    refresh();
    refreshBudget();
}

void SensitivityView::connectSignals() {
    connect(m_measure, &QPushButton::clicked, this, [this] { m_study.measure(bits()); });
    connect(&m_bench.views().tradeOff, &ViewStateSignals::changed, this, [this] {
        if (m_study.sensitivity() && m_study.bits() != bits()) {
            m_study.measure(bits());
        }
        refresh();
    });
    Highlight& highlight = m_tradeOff.highlight();
    followLayers(m_bars, highlight);
    const auto mark = [this, &highlight] { m_bars->setCurrent(highlight.chosenLayer()); };
    connect(&highlight, &Highlight::chosenLayerChanged, m_bars, mark);
    connect(&m_study, &LayerStudy::sensitivityChanged, this, &SensitivityView::refresh);
    connect(&m_study, &LayerStudy::baseChanged, this, &SensitivityView::refresh);
    connect(&m_study, &LayerStudy::baseChanged, this, &SensitivityView::refreshBudget);
    connect(&m_tradeOff, &TradeOff::runsChanged, this, &SensitivityView::refreshBudget);
    mark();
}

QWidget* SensitivityView::buildBudget() {
    auto* budget = new QWidget;
    m_budget = new ValueSlider(tr("Model within"), 1, 100, 1, ValueSlider::Scale::Logarithmic);
    m_budget->setSuffix(tr(" KB"));
    m_budget->slider()->setObjectName(QStringLiteral("budget_slider"));
    m_budget->field()->setObjectName(QStringLiteral("budget_field"));
    m_solve = new QPushButton(tr("Choose bits for this size"));
    m_solve->setObjectName(QStringLiteral("budget_solve"));
    setAction(m_solve, QStringLiteral("tradeoff.solve_budget"));
    auto* column = new QVBoxLayout(budget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(m_budget);
    column->addWidget(m_solve);
    setAnchor(m_budget, QStringLiteral("tradeoff.budget"));
    connect(m_budget, &ValueSlider::valueChanged, this, [this](double kilobytes) {
        m_bench.views().tradeOff.set(&TradeOffView::budgetKilobytes, kilobytes);
    });
    m_solved = new QLabel;
    m_solved->setObjectName(QStringLiteral("budget_words"));
    m_solved->setProperty("role", "caption");
    m_solved->setWordWrap(true);
    setHowKnown(m_solved, QStringLiteral("tradeoff.sensitivity"));
    m_solved->hide();
    column->addWidget(m_solved);
    m_train = new QPushButton(tr("Train this mix (QAT)"));
    m_train->setObjectName(QStringLiteral("budget_train"));
    setAction(m_train, QStringLiteral("tradeoff.train_budget"));
    m_train->setToolTip(
        tr("Adds a run: quantization-aware training with these bits for each layer, "
           "with the experiment's settings and first seed"));
    m_train->hide();
    column->addWidget(m_train);
    connect(m_train, &QPushButton::clicked, this, [this] { m_tradeOff.trainMix(m_mix); });
    connect(&m_tradeOff, &TradeOff::runningChanged, m_train,
            [this] { m_train->setEnabled(!m_tradeOff.running()); });
    connect(&m_study, &LayerStudy::budgetSolved, this, &SensitivityView::showSolved);
    connect(m_solve, &QPushButton::clicked, this, [this] {
        if (NumberField* refused = refusedField(*m_budget)) {
            refused->setFocus(Qt::OtherFocusReason);
            return;
        }
        m_study.solve(static_cast<std::uint64_t>(std::llround(m_budget->value() * kilobyte)));
    });
    return budget;
}

void SensitivityView::showSolved(quint64 modelBytes, const RunResult& result) {
    m_answer = tr("To ship within %1 KB: %2, %3 of the test right at %4.")
                   .arg(formatNumber(static_cast<double>(modelBytes) / kilobyte),
                        QString::fromStdString(result.name),
                        tr("%1 %").arg(formatNumber(result.accuracy * 100, 3)),
                        formatBytes(result.sizeBytes));
    m_mix = QString::fromStdString(result.name);
    m_mixOf = m_tradeOff.experiment();
    showAnswer();
    m_solved->show();
    m_train->show();
    // Once the layout has room for it: the answer is what was asked for.
    QTimer::singleShot(0, m_train, [this] { Spotlight::scrollTo(m_train); });
}

/// With what training through the same bits made of it, once it did.
void SensitivityView::showAnswer() {
    const RunSummary* trained = m_tradeOff.summary(TradeOff::trainedMixOf(m_mix));
    m_solved->setText(trained == nullptr
                          ? m_answer
                          : m_answer + QLatin1Char(' ') +
                                tr("Trained through these bits: %1.")
                                    .arg(tr("%1 %").arg(formatNumber(trained->accuracy * 100, 3))));
}

int SensitivityView::bits() const {
    return m_bench.views().tradeOff->sensitivityBits;
}

void SensitivityView::refresh() {
    const auto& measured = m_study.sensitivity();
    const int bits = this->bits();
    const bool alone = !m_bench.views().tradeOff->aloneKept;
    m_measure->setVisible(!measured);
    m_measure->setEnabled(m_study.hasBase());
    m_measure->setToolTip(m_study.hasBase() ? tr("Scores the model once for each layer")
                                            : tr("The experiment has no FP32 run yet"));
    m_caption->setText(
        alone ? tr("One layer at %1 bits, the rest in FP32: points lost").arg(bits)
              : tr("One layer in FP32, the rest at %1 bits: points won back").arg(bits));
    if (m_study.ofStart() && !measured) {
        m_caption->setText(
            tr("%1. No run here has weights: this is the shipped sample.").arg(m_caption->text()));
    }
    m_words->setVisible(measured.has_value());
    std::vector<BarList::Bar> bars;
    if (measured) {
        m_words->setText(wordsOf(*measured));
        for (const SiteSensitivity& site : measured->sites) {
            const double points =
                alone ? measured->accuracyLost(site.aloneQuantized) * 100
                      : (site.aloneKept.accuracy - measured->quantized.accuracy) * 100;
            bars.push_back({QString::fromStdString(site.site), points, formatNumber(points, 3)});
        }
    }
    m_bars->setBars(std::move(bars));
}

/// On what it was measured, and what the layer that suffers most would cost with a bit more.
QString SensitivityView::wordsOf(const Sensitivity& measured) const {
    const std::size_t count = measured.exact.sequences;
    const Interval interval = wilsonInterval(measured.exact.accuracy, static_cast<double>(count));
    const QString words =
        m_study.ofStart() ? tr("Measured on %1 validation sequences of the shipped sample; FP32 "
                               "gets %2 of them right (95 % interval %3 to %4).")
                          : tr("Measured on %1 validation sequences; FP32 gets %2 of them right "
                               "(95 % interval %3 to %4).");
    QString text = words.arg(formatCount(count), formatPercent(measured.exact.accuracy),
                             formatPercent(interval.low), formatPercent(interval.high));
    const auto worst = std::ranges::max_element(
        measured.sites, {},
        [&](const SiteSensitivity& site) { return measured.lossIncrease(site.aloneQuantized); });
    if (worst != measured.sites.end()) {
        const QString name = QString::fromStdString(worst->site);
        text += QLatin1Char(' ') + tr("%1 suffers most at %2 bits: one bit more for it costs %3.")
                                       .arg(name)
                                       .arg(m_study.bits())
                                       .arg(formatBytes(m_study.bytesOfOneBit(name)));
    }
    return text;
}

/// Between the least size that a mix can have and full precision.
void SensitivityView::refreshBudget() {
    if (m_mixOf != m_tradeOff.experiment()) {  // the answer is about the runs of another one
        m_solved->hide();
        m_train->hide();
    }
    showAnswer();
    m_measure->setEnabled(m_study.hasBase());
    m_solve->setEnabled(m_study.hasBase());
    m_solve->setToolTip(m_study.hasBase()
                            ? tr("The least summed loss increase that fits; adds the run")
                            : tr("The experiment has no FP32 run yet"));
    const double least = static_cast<double>(m_study.leastBytes()) / kilobyte;
    const double most = static_cast<double>(m_study.fullBytes()) / kilobyte;
    if (least <= 0 || most <= least) {
        return;  // the model is not open yet
    }
    const double before = m_bench.views().tradeOff->budgetKilobytes;
    m_budget->setRange(least, most);
    const bool kept = before > least && before < most;
    m_budget->setValue(kept ? before : std::round(least * firstBudget * 10) / 10);
}

void SensitivityView::showTable() {
    TableContent content{tr("Sensitivity"),
                         {tr("layer"), tr("accuracy, alone quantized"), tr("loss increase"),
                          tr("accuracy, alone kept"), tr("bytes of one bit more")},
                         {}};
    if (const auto& measured = m_study.sensitivity()) {
        for (const SiteSensitivity& site : measured->sites) {
            const QString name = QString::fromStdString(site.site);
            content.rows.append({name, site.aloneQuantized.accuracy,
                                 measured->lossIncrease(site.aloneQuantized),
                                 site.aloneKept.accuracy, m_study.bytesOfOneBit(name)});
        }
    }
    const QStringList what{captionOf(m_tradeOff, {m_study.baseName()}), m_caption->text()};
    showChartTable(std::move(content), {m_bars}, what.join(QStringLiteral(" · ")), this);
}

}  // namespace zeropoint::ui
