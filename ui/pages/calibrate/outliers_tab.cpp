// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/outliers_tab.h"

#include "core/scheme/format_settings.h"
#include "ui/controls/bar_list.h"
#include "ui/controls/how_known.h"
#include "ui/controls/number_field.h"
#include "ui/controls/segment.h"
#include "ui/controls/setting_binding.h"
#include "ui/controls/table_button.h"
#include "ui/controls/value_slider.h"
#include "ui/job/job_runner.h"
#include "ui/plots/chart_figure.h"
#include "ui/state/caption.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/calibration_words.h"
#include "ui/text/messages.h"
#include "ui/text/numbers.h"
#include "ui/text/unit_number.h"

#include <QHBoxLayout>
#include <QLabel>

#include <algorithm>
#include <limits>

namespace zeropoint::ui {
namespace {

constexpr int settingsWidth = 232;
constexpr int channelWidth = 64;
constexpr int mostChannel = 511;
constexpr int mostNamedChannels = 8;

QuantScheme studioScheme(QuantScheme scheme) {
    scheme.range = RangeMethod{};
    scheme.granularity = Granularity::Tensor;
    return scheme;
}

}  // namespace

OutliersTab::OutliersTab(Workbench& bench, QWidget* parent)
    : AnalysisTab(bench, tr("Outliers and what helps"), parent),
      m_activations(new Segment({tr("Drawn"), tr("This tensor")})),
      m_plant(new Segment({tr("Nothing"), tr("A value"), tr("A channel")})),
      m_gain(new ValueSlider(tr("Times"), 1, 200, 0, ValueSlider::Scale::Logarithmic)),
      m_channel(new NumberField),
      m_bars(new BarList(BarList::Kind::Compared)),
      m_facts(new QLabel) {
    setObjectName(QStringLiteral("outliers_tab"));
    m_bars->setObjectName(QStringLiteral("remedies"));
    m_bars->setAccessibleName(tr("Signal to noise of the layer's output for each remedy"));
    setHowKnown(m_bars, QStringLiteral("calibrate.remedies"), false);
    m_facts->setObjectName(QStringLiteral("outlier_facts"));
    setHowKnown(m_facts, QStringLiteral("calibrate.outliers"));
    m_facts->setProperty("role", "caption");
    m_facts->setWordWrap(true);
    setHint(tr("X (activations) times W (weights): SQNR of the product"));
    addToHeader(withFigure(tableButton(this), m_bars, [this] {
        return captionOf(this->bench()) + QLatin1Char('\n') + m_facts->text();
    }));
    auto* row = new QHBoxLayout;
    row->setSpacing(20);
    row->addWidget(makeSettings());
    row->addWidget(m_bars, 1);
    column()->addLayout(row, 1);
    connect(&bench.settings(), &SettingsCatalogue::changed, this, [this](const QString& name) {
        if (name.startsWith(QStringLiteral("calibrate.outliers."))) {
            changed();
        }
    });
}

QWidget* OutliersTab::makeSettings() {
    auto* settings = new QWidget(this);
    settings->setFixedWidth(settingsWidth);
    m_activations->setObjectName(QStringLiteral("outlier_activations"));
    m_activations->setAccessibleName(tr("Activations"));
    bindSetting(m_activations, bench().settings(),
                QStringLiteral("calibrate.outliers.activations"));
    m_plant->setObjectName(QStringLiteral("outlier_plant"));
    m_plant->setAccessibleName(tr("What to plant"));
    bindSetting(m_plant, bench().settings(), QStringLiteral("calibrate.outliers.plant"));
    m_gain->setObjectName(QStringLiteral("outlier_gain"));
    bindSetting(m_gain, bench().settings(), QStringLiteral("calibrate.outliers.gain"));
    m_channel->setObjectName(QStringLiteral("outlier_channel"));
    m_channel->setAccessibleName(tr("Channel"));
    m_channel->setLimits({0, mostChannel, true});
    m_channel->setFixedWidth(channelWidth);
    bindSetting(m_channel, bench().settings(), QStringLiteral("calibrate.outliers.channel"));
    auto* column = new QVBoxLayout(settings);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    const auto caption = [&](const QString& text) {
        auto* label = new QLabel(text, settings);
        label->setProperty("role", "caption");
        column->addWidget(label);
    };
    caption(tr("Activations"));
    column->addWidget(m_activations);
    caption(tr("Plant an outlier"));
    column->addWidget(m_plant);
    column->addWidget(m_gain);
    auto* label = new QLabel(tr("Channel"), settings);
    label->setProperty("role", "secondary");
    label->setBuddy(m_channel);
    auto* channel = new QHBoxLayout;
    channel->addWidget(label);
    channel->addWidget(m_channel);
    channel->addStretch();
    column->addLayout(channel);
    column->addWidget(m_facts);
    column->addStretch(1);
    return settings;
}

OutlierSettings OutliersTab::settings() const {
    const CalibrateView& view = bench().views().calibrate.get();
    OutlierSettings settings;
    settings.ownTensor = view.ownActivations && bench().source()->tensor.shape().size() >= 2;
    settings.plant = static_cast<OutlierSettings::Plant>(view.plant);
    settings.channel = view.plantChannel;
    settings.gain = view.plantGain;
    return settings;
}

void OutliersTab::follow() {
    const bool matrix = bench().source()->tensor.shape().size() >= 2;
    m_activations->setChoiceEnabled(1, matrix, tr("Activations are a matrix: open one"));
    m_activations->setCurrent(settings().ownTensor ? 1 : 0);
    m_gain->setEnabled(m_plant->current() > 0);
    m_channel->setEnabled(m_plant->current() > 0);
}

void OutliersTab::work() {
    const OutlierSettings chosen = settings();
    const QuantScheme scheme = studioScheme(bench().scheme());
    const bool sameSource = !chosen.ownTensor || m_source == bench().source();
    if (m_tried == chosen && m_scheme == scheme && sameSource) {
        return;
    }
    measure(
        tr("Trying remedies"),
        [source = bench().source(), chosen, scheme](const Execution& execution) {
            return tryRemedies(source->tensor, chosen, scheme, execution);
        },
        [this, chosen, scheme](const OutlierTrial& trial) {
            if (chosen == settings()) {
                m_source = bench().source();
                m_scheme = scheme;
                m_tried = chosen;
                show(trial);
            }
        });
}

void OutliersTab::show(const OutlierTrial& trial) {
    m_results = trial.results;
    double least = std::numeric_limits<double>::infinity();
    double most = -least;
    for (const RemedyResult& result : m_results) {
        least = std::min(least, result.outputSqnrDb);
        most = std::max(most, result.outputSqnrDb);
    }
    std::vector<BarList::Bar> bars;
    const bool scaled = settingsOf(m_scheme.format).scale;
    for (const RemedyResult& result : m_results) {
        const bool asItIs = !scaled && result.remedy == Remedy::PerTensor;
        bars.push_back({asItIs ? tr("No remedy") : remedyName(result.remedy), result.outputSqnrDb,
                        withDecibels(result.outputSqnrDb),
                        tr("X %1  W %2")
                            .arg(formatNumber(result.activationSqnrDb, 3),
                                 formatNumber(result.weightSqnrDb, 3)),
                        asItIs ? tr("The format as it is: it has no scale or range to choose.")
                               : remedyExplanation(result.remedy),
                        least < most && result.outputSqnrDb == most});
    }
    m_bars->setBars(std::move(bars));
    showFacts(trial);
}

void OutliersTab::showFacts(const OutlierTrial& trial) {
    QStringList names;
    for (const int channel : trial.channels) {
        if (names.size() == mostNamedChannels) {
            names << QStringLiteral("…");
            break;
        }
        names << QString::number(channel);
    }
    QString facts = tr("%1×%2, largest |x| %3.")
                        .arg(trial.shape[0])
                        .arg(trial.shape[1])
                        .arg(formatNumber(trial.largest));
    facts += QLatin1Char(' ') +
             (names.isEmpty() ? tr("No outlier channel.")
                              : tr("Outlier channels: %1.").arg(names.join(QStringLiteral(", "))));
    const bool rotated = std::any_of(m_results.begin(), m_results.end(), [](const auto& result) {
        return result.remedy == Remedy::Rotation;
    });
    if (!rotated) {
        facts += QLatin1Char(' ') + tr("A Hadamard rotation needs a power of two of channels.");
    }
    m_facts->setText(facts);
}

TableContent OutliersTab::table() const {
    TableContent content{tr("Outliers and what helps"),
                         {tr("remedy"), tr("output, dB"), tr("activations, dB"), tr("weights, dB")},
                         {}};
    for (const RemedyResult& result : m_results) {
        const bool asItIs =
            !settingsOf(m_scheme.format).scale && result.remedy == Remedy::PerTensor;
        content.rows.append({asItIs ? tr("No remedy") : remedyName(result.remedy),
                             result.outputSqnrDb, result.activationSqnrDb, result.weightSqnrDb});
    }
    return content;
}

}  // namespace zeropoint::ui
