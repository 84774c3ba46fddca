// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/channels_tab.h"

#include "core/scheme/format_settings.h"
#include "ui/controls/anchor.h"
#include "ui/controls/how_known.h"
#include "ui/controls/legend.h"
#include "ui/controls/segment.h"
#include "ui/controls/setting_binding.h"
#include "ui/controls/table_button.h"
#include "ui/job/job_runner.h"
#include "ui/plots/channel_plot.h"
#include "ui/plots/chart_figure.h"
#include "ui/state/caption.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/calibration_words.h"
#include "ui/text/messages.h"
#include "ui/text/numbers.h"
#include "ui/text/plural.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int mostAxes = 3;
/// More channels than pixels are no picture, and more than this no table either.
constexpr std::int64_t mostChannels = 16384;

/// Channels choose their ranges by a method; a range by hand is the whole tensor's.
QuantScheme channelScheme(const QuantScheme& scheme) {
    QuantScheme own = followed(scheme);
    own.granularity = Granularity::Tensor;
    own.axis = 0;
    if (own.range.kind == RangeMethod::Kind::Explicit) {
        own.range = RangeMethod{};
    }
    return own;
}

/// Of what is drawn.
std::vector<Legend::Entry> entriesOf(const ChannelView& view) {
    std::vector<Legend::Entry> entries{
        {Legend::Mark::Block, [](const Theme& theme) { return theme.grey.soft; },
         ChannelsTab::tr("min…max")},
        {Legend::Mark::Block, [](const Theme& theme) { return theme.blue.soft; },
         ChannelsTab::tr("middle 98 %")},
        {Legend::Mark::Line, [](const Theme& theme) { return theme.text; },
         ChannelsTab::tr("median")}};
    if (std::ranges::any_of(view.channels, &ChannelReport::outlier)) {
        entries.push_back({Legend::Mark::Line,
                           [](const Theme& theme) { return theme.vermillion.line; },
                           ChannelsTab::tr("△ outlier")});
    }
    entries.push_back({Legend::Mark::Line, [](const Theme& theme) { return theme.text2; },
                       ChannelsTab::tr("dashed: reach of the shared scale")});
    return entries;
}

}  // namespace

ChannelsTab::ChannelsTab(Workbench& bench, QWidget* parent)
    : AnalysisTab(bench, tr("Channels"), parent),
      m_axis(new Segment({tr("axis 0"), tr("axis 1"), tr("axis 2")})),
      m_legend(new Legend),
      m_plot(new ChannelPlot),
      m_readout(new QLabel) {
    setObjectName(QStringLiteral("channels_tab"));
    m_axis->setObjectName(QStringLiteral("channel_axis"));
    m_axis->setAccessibleName(tr("Axis of the channels"));
    bindSetting(m_axis, bench.settings(), QStringLiteral("calibrate.channels.axis"));
    m_readout->setObjectName(QStringLiteral("channel_readout"));
    setHowKnown(m_readout, QStringLiteral("plot.channels"));
    m_readout->setProperty("role", "secondary");
    m_readout->setWordWrap(true);
    m_legend->setObjectName(QStringLiteral("channel_legend"));
    addToHeader(m_legend);
    addToHeader(m_axis);
    m_button = withFigure(tableButton(this), {m_legend, m_plot},
                          [this] { return captionOf(this->bench()); });
    addToHeader(m_button);
    column()->addWidget(m_plot, 1);
    column()->addWidget(m_readout);
    column()->addStretch();  // below the reason when there is nothing to draw
    connect(&bench.settings(), &SettingsCatalogue::changed, this, [this](const QString& name) {
        if (name == anchorOf(m_axis)) {
            changed();
        }
    });
    connect(m_plot, &ChannelPlot::hovered, this, &ChannelsTab::showChannel);
    connect(m_plot, &ChannelPlot::chosen, this, &ChannelsTab::chooseChannel);
    m_plot->setToolTip(
        tr("Click a channel to see its histogram, example and curve (with a scale "
           "per channel along this axis)"));
}

int ChannelsTab::axis() const {
    const int wanted = bench().views().calibrate->channelAxis;
    return wanted < static_cast<int>(bench().source()->tensor.shape().size()) ? wanted : 0;
}

QString ChannelsTab::reasonAgainst(int axis) const {
    if (const QString none = whyNoChannels(bench().scheme()); !none.isEmpty()) {
        return none;
    }
    const std::vector<std::int64_t>& shape = bench().source()->tensor.shape();
    if (shape.size() < 2) {
        return tr(
            "This tensor has one axis: each channel along it would be a single value, which "
            "its own scale stores exactly. Open a matrix, or draw outlier channels.");
    }
    if (shape[static_cast<std::size_t>(axis)] > mostChannels) {
        return tr("%1 channels are more than a picture can show; choose another axis.")
            .arg(formatCount(static_cast<qulonglong>(shape[static_cast<std::size_t>(axis)])));
    }
    return {};
}

void ChannelsTab::follow() {
    const auto rank = static_cast<int>(bench().source()->tensor.shape().size());
    for (int axis = 0; axis < mostAxes; ++axis) {
        m_axis->setChoiceEnabled(axis, axis < rank,
                                 tr("The tensor has %n axis(es)", nullptr, rank));
    }
    m_axis->setCurrent(axis());
    showUnless(reasonAgainst(axis()), {m_legend, m_plot, m_readout, m_button});
}

void ChannelsTab::work() {
    const int axis = this->axis();
    const QuantScheme scheme = channelScheme(bench().scheme());
    const bool known = m_source == bench().source() && m_scheme == scheme && m_shownAxis == axis;
    if (!reasonAgainst(axis).isEmpty()) {
        return;
    }
    if (known) {
        showChannel(-1);
        return;
    }
    measure(
        tr("Measuring the channels"),
        [source = bench().source(), axis, scheme](const Execution& execution) {
            return viewChannels(source->tensor, axis, scheme, {}, execution);
        },
        [this, axis, scheme](const ChannelView& view) {
            if (axis == this->axis() && scheme == channelScheme(bench().scheme())) {
                m_source = bench().source();
                m_scheme = scheme;
                m_shownAxis = axis;
                show(view);
            }
        });
}

/// The page shows it alone where each channel along this axis has a scale of its own.
void ChannelsTab::chooseChannel(int channel) {
    const QuantScheme& scheme = bench().scheme();
    const auto rank = static_cast<int>(bench().source()->tensor.shape().size());
    const int along = scheme.axis < 0 ? scheme.axis + rank : scheme.axis;
    if (scheme.granularity == Granularity::Channel && along == m_shownAxis) {
        bench().showUnit(channel);
    }
}

void ChannelsTab::show(const ChannelView& view) {
    m_legend->setEntries(entriesOf(view));
    m_plot->setView(view);
    showChannel(-1);
}

void ChannelsTab::showChannel(int channel) {
    const ChannelView& view = m_plot->view();
    if (channel >= 0) {
        const auto at = static_cast<std::size_t>(channel);
        const ChannelReport& shown = view.channels[at];
        const QString words =
            shown.outlier
                ? tr("channel %1 (outlier): %2…%3, own scale %4, MSE %5 (%6 with the shared scale)")
                : tr("channel %1: %2…%3, own scale %4, MSE %5 (%6 with the shared scale)");
        m_readout->setText(words.arg(channel).arg(
            formatNumber(shown.min), formatNumber(shown.max), formatNumber(shown.ownScale),
            formatNumber(shown.mse), formatNumber(view.mseWithTensorScale[at])));
        return;
    }
    const auto outliers = std::count_if(view.channels.begin(), view.channels.end(),
                                        [](const ChannelReport& c) { return c.outlier; });
    m_readout->setText(
        tr("one scale %1: MSE %2; a scale each: MSE %3, %4 dB better; outlier channels: %5")
            .arg(formatNumber(view.tensorScale), formatNumber(view.tensorMse),
                 formatNumber(view.channelMse), formatNumber(view.gainDb, 3))
            .arg(outliers) +
        (bench().scheme().range.kind == RangeMethod::Kind::Explicit
             ? tr("; ranges are min-max here: the one set by hand is the whole tensor's")
             : QString()));
}

TableContent ChannelsTab::table() const {
    TableContent content{tr("Channels"),
                         {tr("channel"), tr("min"), tr("1 %"), tr("median"), tr("99 %"), tr("max"),
                          tr("own scale"), tr("MSE, own"), tr("MSE, shared"), tr("outlier")},
                         {}};
    const ChannelView& view = m_plot->view();
    for (std::size_t i = 0; i < view.channels.size(); ++i) {
        const ChannelReport& channel = view.channels[i];
        content.rows.append({QString::number(i), channel.min, channel.p01, channel.median,
                             channel.p99, channel.max, channel.ownScale, channel.mse,
                             view.mseWithTensorScale[i], channel.outlier ? tr("yes") : tr("no")});
    }
    return content;
}

}  // namespace zeropoint::ui
