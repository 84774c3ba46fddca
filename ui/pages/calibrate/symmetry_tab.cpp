// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/symmetry_tab.h"

#include "ui/actions/button_action.h"
#include "ui/controls/how_known.h"
#include "ui/controls/metric_tile.h"
#include "ui/job/job_runner.h"
#include "ui/state/workbench.h"
#include "ui/text/calibration_words.h"
#include "ui/text/messages.h"
#include "ui/text/numbers.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <cmath>
#include <utility>

namespace zeropoint::ui {
namespace {

constexpr double worthSaying = 0.05;  ///< of the codes

}  // namespace

SymmetryTab::SymmetryTab(Workbench& bench, QWidget* parent)
    : AnalysisTab(bench, tr("Is this distribution symmetric?"), parent),
      m_verdict(new QLabel),
      m_reason(new QLabel),
      m_skew(new MetricTile(tr("Skew"), MetricTile::Size::Small)),
      m_mean(new MetricTile(tr("Mean / max |x|"), MetricTile::Size::Small)),
      m_negative(new MetricTile(tr("Negative values"), MetricTile::Size::Small)),
      m_wasted(new MetricTile(tr("Codes wasted by symmetric"), MetricTile::Size::Small)),
      m_symmetric(new MetricTile(tr("SQNR, symmetric"), MetricTile::Size::Small)),
      m_asymmetric(new MetricTile(tr("SQNR, asymmetric"), MetricTile::Size::Small)),
      m_apply(new QPushButton) {
    setObjectName(QStringLiteral("symmetry_tab"));
    m_verdict->setProperty("role", "question");
    m_verdict->setObjectName(QStringLiteral("symmetry_verdict"));
    m_reason->setWordWrap(true);
    m_reason->setProperty("role", "secondary");
    m_reason->setObjectName(QStringLiteral("symmetry_reason"));
    m_wasted->setObjectName(QStringLiteral("symmetry_wasted"));
    m_negative->setObjectName(QStringLiteral("symmetry_negative"));
    m_apply->setObjectName(QStringLiteral("symmetry_apply"));
    setAction(m_apply, QStringLiteral("calibrate.use_symmetry"));
    m_skew->setToolTip(tr("Standardised third moment: 0 when both sides are alike"));
    m_mean->setToolTip(tr("0 when the values are centred, 1 when all are the same"));
    column()->addWidget(m_verdict);
    column()->addWidget(m_reason);
    column()->addSpacing(6);
    column()->addLayout(makeTiles());
    column()->addSpacing(6);
    column()->addWidget(m_apply, 0, Qt::AlignLeft);
    column()->addStretch(1);
    connect(m_apply, &QPushButton::clicked, this, &SymmetryTab::apply);
}

QLayout* SymmetryTab::makeTiles() {
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(10);
    int at = 0;
    const std::pair<QWidget*, const char*> known[] = {
        {m_skew, "calibrate.skew"},         {m_mean, "calibrate.mean_share"},
        {m_negative, "calibrate.negative"}, {m_wasted, "calibrate.wasted"},
        {m_symmetric, "calibrate.sqnr"},    {m_asymmetric, "calibrate.sqnr"}};
    for (const auto& [widget, id] : known) {
        setHowKnown(widget, QLatin1String(id));
    }
    for (MetricTile* tile : {m_skew, m_mean, m_negative, m_wasted, m_symmetric, m_asymmetric}) {
        grid->addWidget(tile, at / 3, at % 3);
        ++at;
    }
    return grid;
}

void SymmetryTab::follow() {
    showButton();
}

void SymmetryTab::work() {
    if (m_source == bench().source() && m_format == bench().scheme().format) {
        return;
    }
    const auto source = bench().source();
    const QuantScheme scheme = bench().wholeScheme();
    measure(
        tr("Judging the symmetry"),
        [source, scheme](const Execution& execution) {
            return adviseSymmetry(source->summary, source->tensor.values(), scheme, execution);
        },
        [this, scheme](const SymmetryAdvice& advice) {
            m_source = bench().source();
            m_format = scheme.format;
            show(advice);
        });
}

/// What stands in each formula, for whoever asks how it is known.
void SymmetryTab::tellNumbers() {
    if (m_advice.reason == SymmetryReason::NoValues) {
        for (MetricTile* tile : {m_skew, m_mean, m_negative, m_wasted, m_symmetric, m_asymmetric}) {
            setHowKnownNumbers(tile, {});
        }
        return;
    }
    const Summary& summary = m_source->summary;
    const double most = std::max(std::abs(summary.min), std::abs(summary.max));
    const auto finite = static_cast<double>(summary.finite);
    const SymmetryAdvice& advice = m_advice;
    setHowKnownNumbers(m_skew, tr("mean %1, deviation %2: %3")
                                   .arg(formatNumber(summary.mean), formatNumber(summary.std),
                                        formatSigned(advice.skew, 3)));
    setHowKnownNumbers(m_mean, tr("%1 / %2 = %3")
                                   .arg(formatNumber(summary.mean), formatNumber(most),
                                        formatSigned(advice.meanShare, 3)));
    setHowKnownNumbers(
        m_negative, tr("%1 of %2")
                        .arg(formatCount(qulonglong(std::llround(advice.negativeShare * finite))),
                             formatCount(summary.finite)));
    setHowKnownNumbers(m_wasted, tr("the values reach from %1 to %2: %3")
                                     .arg(formatNumber(summary.min), formatNumber(summary.max),
                                          formatPercent(advice.wastedCodes)));
    for (const auto& [tile, decibels] : {std::pair(m_symmetric, advice.symmetricDb),
                                         std::pair(m_asymmetric, advice.asymmetricDb)}) {
        setHowKnownNumbers(
            tile, tr("noise / signal = %1; 10 log₁₀ of its inverse = %2 dB")
                      .arg(formatNumber(std::pow(10, -decibels / 10)), formatNumber(decibels, 4)));
    }
}

void SymmetryTab::show(const SymmetryAdvice& advice) {
    m_advice = advice;
    m_verdict->setText(advice.reason == SymmetryReason::NoValues ? tr("Nothing to judge")
                       : advice.suggestAsymmetric
                           ? tr("No: a zero point gains %1 dB")
                                 .arg(formatNumber(advice.asymmetricDb - advice.symmetricDb, 3))
                           : tr("Yes, near enough: symmetric is as good"));
    const bool wastesToo = advice.suggestAsymmetric && advice.wastedAsymmetric > worthSaying;
    m_reason->setText(
        symmetryReason(advice.reason) +
        (wastesToo ? QLatin1Char(' ') + tr("A zero point leaves %1 of the codes unused too: its "
                                           "range must reach zero.")
                                            .arg(formatPercent(advice.wastedAsymmetric))
                   : QString()));
    if (advice.reason == SymmetryReason::NoValues) {
        for (MetricTile* tile : {m_skew, m_mean, m_negative, m_wasted, m_symmetric, m_asymmetric}) {
            tile->setValue(QStringLiteral("–"));
        }
        tellNumbers();
        showButton();
        return;
    }
    m_skew->setValue(formatSigned(advice.skew, 3));
    m_mean->setValue(formatSigned(advice.meanShare, 3));
    m_negative->setValue(formatPercent(advice.negativeShare));
    // One code that is used is not none.
    const QString wasted = formatPercent(advice.wastedCodes);
    m_wasted->setValue(advice.wastedCodes < 1 && wasted == formatPercent(1)
                           ? QStringLiteral("> ") + formatPercent(0.99)
                           : wasted);
    m_symmetric->setValue(formatNumber(advice.symmetricDb, 4), tr("dB"));
    m_asymmetric->setValue(formatNumber(advice.asymmetricDb, 4), tr("dB"));
    tellNumbers();
    showButton();
}

void SymmetryTab::showButton() {
    const NumberFormat* format = findNumberFormat(bench().scheme().format);
    const bool integer = format != nullptr && format->kind == FormatKind::Integer;
    setProblem(integer ? QString()
                       : tr("Only integers have a zero point: these figures are of 8-bit ones."));
    const bool follows = bench().scheme().symmetric != m_advice.suggestAsymmetric;
    m_apply->setText(m_advice.suggestAsymmetric ? tr("Use asymmetric") : tr("Use symmetric"));
    m_apply->setEnabled(integer && !follows && m_advice.reason != SymmetryReason::NoValues);
    m_apply->setToolTip(!integer  ? tr("Only integers have a zero point")
                        : follows ? tr("The scheme follows the suggestion already")
                                  : QString());
}

void SymmetryTab::apply() {
    QuantScheme scheme = bench().scheme();
    const NumberFormat* format = findNumberFormat(scheme.format);
    if (format == nullptr || format->kind != FormatKind::Integer) {
        return;
    }
    scheme.symmetric = !m_advice.suggestAsymmetric;
    scheme.format = (scheme.symmetric ? "int" : "uint") + std::to_string(format->bits);
    bench().setScheme(scheme);
}

}  // namespace zeropoint::ui
