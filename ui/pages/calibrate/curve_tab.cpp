// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/curve_tab.h"

#include "core/calibration/curve_study.h"
#include "core/scheme/format_settings.h"
#include "ui/controls/discard.h"
#include "ui/controls/how_known.h"
#include "ui/controls/legend.h"
#include "ui/controls/tab_stop.h"
#include "ui/controls/table_button.h"
#include "ui/controls/whole_label.h"
#include "ui/job/job_runner.h"
#include "ui/plots/chart_figure.h"
#include "ui/state/caption.h"
#include "ui/state/workbench.h"
#include "ui/text/calibration_words.h"
#include "ui/text/messages.h"
#include "ui/text/numbers.h"
#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <cmath>
#include <limits>

namespace zeropoint::ui {
namespace {

QuantScheme withoutRange(const QuantScheme& given) {
    QuantScheme scheme = followed(given);
    scheme.range = RangeMethod{};
    scheme.granularity = Granularity::Tensor;
    return scheme;
}

QString rangeText(const RangeError& point, bool symmetric) {
    return symmetric ? QStringLiteral("±") + formatNumber(point.hi)
                     : QStringLiteral("%1…%2").arg(formatNumber(point.lo), formatNumber(point.hi));
}

/// Of what is drawn: theory has no answer for most tensors.
std::vector<Legend::Entry> entriesOf(const CurveStudy& study) {
    std::vector<Legend::Entry> entries{
        {Legend::Mark::Line, [](const Theme& theme) { return theme.text; }, CurveTab::tr("total")},
        {Legend::Mark::Line, [](const Theme& theme) { return theme.vermillion.line; },
         CurveTab::tr("clipping")},
        {Legend::Mark::Line, [](const Theme& theme) { return theme.sky.line; },
         CurveTab::tr("rounding")}};
    if (study.lloydMax > 0 && study.theory.empty()) {
        entries.push_back({Legend::Mark::Line, [](const Theme& theme) { return theme.green.line; },
                           CurveTab::tr("Lloyd-Max")});
    } else if (!study.theory.empty()) {
        entries.push_back({Legend::Mark::Line, [](const Theme& theme) { return theme.green.line; },
                           CurveTab::tr("theory, Lloyd-Max")});
    }
    return entries;
}

}  // namespace

CurveTab::CurveTab(Workbench& bench, QWidget* parent)
    : AnalysisTab(bench, tr("Every observer on one curve"), parent),
      m_legend(new Legend),
      m_plot(new CurveFamilyPlot),
      m_side(new QWidget),
      m_list(new QGridLayout),
      m_readout(new QLabel),
      m_best(new WholeLabel(QString())) {
    setObjectName(QStringLiteral("curve_tab"));
    m_readout->setObjectName(QStringLiteral("curve_readout"));
    m_best->setObjectName(QStringLiteral("curve_best"));
    for (QLabel* words : {m_readout, m_best}) {
        setHowKnown(words, QStringLiteral("plot.curve_family"));
        words->setProperty("role", "secondary");
    }
    m_best->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_readout->setWordWrap(true);
    m_legend->setObjectName(QStringLiteral("curve_legend"));
    addToHeader(m_legend);
    m_button = withFigure(tableButton(this), {m_legend, m_plot},
                          [this] { return captionOf(this->bench()); });
    addToHeader(m_button);
    m_list->setVerticalSpacing(1);
    m_list->setHorizontalSpacing(8);
    auto* side = new QVBoxLayout(m_side);
    side->setContentsMargins(0, 0, 0, 0);
    side->addLayout(m_list);
    side->addStretch(1);
    auto* row = new QHBoxLayout;
    row->setSpacing(12);
    row->addWidget(m_plot, 1);
    row->addWidget(m_side);
    column()->addLayout(row, 1);
    auto* words = new QHBoxLayout;
    words->setSpacing(12);
    words->addWidget(m_readout);
    words->addWidget(m_best, 1);
    column()->addLayout(words);
    connect(m_plot, &CurveFamilyPlot::markerChosen, this, &CurveTab::applyMarker);
    connect(m_plot, &CurveFamilyPlot::positionChosen, this, &CurveTab::applyPosition);
    connect(m_plot, &CurveFamilyPlot::hovered, this, &CurveTab::showReadout);
    connect(&bench, &Workbench::exactChanged, this, &CurveTab::follow);
}

void CurveTab::follow() {
    const LiveResult& live = bench().live();
    showUnless(reason(), {m_legend, m_plot, m_side, m_readout, m_best, m_button});
    if (m_source == bench().source() && m_scheme == withoutRange(bench().scheme())) {
        // A channel's figure is no point of the whole tensor's curve: left of the axis none is
        // seen.
        const bool whole = followed(bench().scheme()).granularity == Granularity::Tensor;
        m_plot->setNow(
            whole ? m_study.positionOf(live.error) : double{-std::numeric_limits<float>::max()},
            live.error.mse);
    }
    markCurrent();
    showReadout(-1);
}

void CurveTab::work() {
    const QuantScheme scheme = withoutRange(bench().scheme());
    if (!whyNoRange(scheme).isEmpty() || (m_source == bench().source() && m_scheme == scheme)) {
        return;
    }
    measure(
        tr("Drawing the error curves"),
        [source = bench().source(), scheme](const Execution& execution) {
            const auto* drawn = std::get_if<SyntheticSpec>(&source->origin);
            return studyCurve(
                {source->tensor.values(), source->summary, source->histogram},
                drawn == nullptr ? std::nullopt : knownDistribution(drawn->kind, source->summary),
                scheme, execution);
        },
        [this, scheme](const CurveStudy& study) {
            if (scheme == withoutRange(bench().scheme())) {
                m_source = bench().source();
                m_scheme = scheme;
                show(study);
            }
        });
}

void CurveTab::show(const CurveStudy& study) {
    m_study = study;
    m_plot->show(study);
    m_legend->setEntries(study.own.points.empty() ? std::vector<Legend::Entry>()
                                                  : entriesOf(study));
    showMarkers();
    follow();
}

QString CurveTab::reason() const {
    if (const QString none = whyNoRange(bench().scheme()); !none.isEmpty()) {
        return none;
    }
    if (m_source != bench().source() || m_scheme != withoutRange(bench().scheme())) {
        return {};  // not known yet
    }
    const std::vector<RangeError>& points = m_study.own.points;
    if (points.empty()) {
        return tr("No value is finite: there is no range to vary.");
    }
    const bool all = std::ranges::all_of(points, [](const RangeError& p) { return p.mse == 0; });
    return all ? tr("Every range stores every value exactly: there is no error to draw.")
               : QString();
}

void CurveTab::showMarkers() {
    for (QPushButton* button : m_buttons) {
        discard(button);
    }
    m_buttons.clear();
    double least = std::numeric_limits<double>::infinity();
    double most = 0;
    for (const RangeMarker& marker : m_study.markers) {
        least = std::min(least, marker.at.mse);
        most = std::max(most, marker.at.mse);
    }
    for (std::size_t i = 0; i < m_study.markers.size(); ++i) {
        const RangeMarker& marker = m_study.markers[i];
        auto* button = new QPushButton;
        button->setObjectName(QStringLiteral("observer_%1").arg(i));
        button->setProperty("role", "listItem");
        button->setCheckable(true);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        const bool isBest = least < most && marker.at.mse == least;  // of equals none is
        button->setText((isBest ? tr("%1   %2   %3 dB, best") : tr("%1   %2   %3 dB"))
                            .arg(markerLetter(i), rangeMethodName(marker.method.kind),
                                 formatNumber(marker.at.sqnrDb, 4)));
        button->setToolTip(
            tr("Use %1: range %2, MSE %3")
                .arg(rangeMethodName(marker.method.kind), rangeText(marker.at, m_study.symmetric),
                     formatNumber(marker.at.mse)) +
            (isBest ? QStringLiteral("\n") +
                          tr("Its clipping and rounding together are the least here: "
                             "another tensor may want another observer.")
                    : QString()));
        button->setAccessibleDescription(button->toolTip());
        connect(button, &QPushButton::clicked, this,
                [this, i] { applyMarker(static_cast<int>(i)); });
        m_list->addWidget(button, static_cast<int>(i), 0);
        m_buttons.push_back(button);
    }
    stopsInPlace(*m_side);
    const auto best = std::ranges::find(m_study.markers, least,
                                        [](const RangeMarker& marker) { return marker.at.mse; });
    m_best->setText(least < most
                        ? tr("%1 is best here: %2 clipping + %3 rounding are the least together.")
                              .arg(rangeMethodName(best->method.kind),
                                   formatNumber(best->at.clipMse), formatNumber(best->at.roundMse))
                        : QString());
}

void CurveTab::markCurrent() {
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setChecked(m_study.markers[i].method == bench().scheme().range);
    }
}

void CurveTab::showReadout(int point) {
    if (point < 0 || point >= static_cast<int>(m_study.own.points.size())) {
        const RangeError& now = bench().live().error;
        if (followed(bench().scheme()).granularity != Granularity::Tensor) {
            m_readout->setText(tr("The curves are of one scale for the whole tensor."));
            return;
        }
        const QString text = bench().live().estimated
                                 ? tr("now %1: MSE ≈ %2 = %3 clipping + %4 rounding, SQNR ≈ %5 dB")
                                 : tr("now %1: MSE %2 = %3 clipping + %4 rounding, SQNR %5 dB");
        m_readout->setText(text.arg(rangeText(now, bench().scheme().symmetric),
                                    formatNumber(now.mse), formatNumber(now.clipMse),
                                    formatNumber(now.roundMse), formatNumber(now.sqnrDb)));
        return;
    }
    const auto at = static_cast<std::size_t>(point);
    const RangeError& shown = m_study.own.points[at];
    QString text = tr("at %1: MSE %2 = %3 clipping + %4 rounding, SQNR %5 dB")
                       .arg(rangeText(shown, m_study.symmetric), formatNumber(shown.mse),
                            formatNumber(shown.clipMse), formatNumber(shown.roundMse),
                            formatNumber(shown.sqnrDb));
    if (at < m_study.theory.size()) {
        text += tr(", theory %1").arg(formatNumber(m_study.theory[at]));
    }
    m_readout->setText(text);
}

void CurveTab::applyMarker(int marker) {
    QuantScheme scheme = bench().scheme();
    scheme.range = m_study.markers.at(static_cast<std::size_t>(marker)).method;
    bench().setScheme(scheme);
    markCurrent();
}

void CurveTab::applyPosition(double position) {
    const RangeError& full = m_study.own.points.back();
    const double most = m_study.positionOf(full);
    const double share = most > 0 ? std::clamp(position / most, 1e-3, 1.0) : 1;
    bench().setRange(full.lo * share, full.hi * share);
}

TableContent CurveTab::table() const {
    TableContent content{tr("Error against range"),
                         {tr("min"), tr("max"), tr("MSE"), tr("clipping"), tr("rounding")},
                         {}};
    for (const FamilyMember& member : m_study.family) {
        content.columns << (m_study.familyEstimated ? tr("MSE, %1 (estimate)") : tr("MSE, %1"))
                               .arg(QString::fromStdString(member.format).toUpper());
    }
    for (std::size_t i = 0; i < m_study.own.points.size(); ++i) {
        const RangeError& point = m_study.own.points[i];
        QVariantList row{point.lo, point.hi, point.mse, point.clipMse, point.roundMse};
        for (const FamilyMember& member : m_study.family) {
            row << (i < member.curve.points.size() ? member.curve.points[i].mse : qQNaN());
        }
        content.rows.append(row);
    }
    return content;
}

}  // namespace zeropoint::ui
