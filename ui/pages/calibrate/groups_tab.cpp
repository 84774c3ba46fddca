// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/groups_tab.h"

#include "core/scheme/format_settings.h"
#include "ui/actions/button_action.h"
#include "ui/controls/anchor.h"
#include "ui/controls/how_known.h"
#include "ui/controls/scrolled.h"
#include "ui/controls/segment.h"
#include "ui/controls/setting_binding.h"
#include "ui/controls/stepped_slider.h"
#include "ui/controls/table_button.h"
#include "ui/job/job_runner.h"
#include "ui/plots/chart_figure.h"
#include "ui/state/caption.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/calibration_words.h"
#include "ui/text/messages.h"
#include "ui/text/numbers.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr std::int64_t sizes[] = {512, 256, 128, 64, 32, 16};
constexpr ScaleFormat scaleFormats[] = {ScaleFormat::Fp32, ScaleFormat::Fp16, ScaleFormat::E8m0,
                                        ScaleFormat::Double};
/// Costs that differ by less count as equal.
constexpr double equalBits = 0.25;

QuantScheme groupScheme(const QuantScheme& given) {
    QuantScheme scheme = followed(given);
    scheme.granularity = Granularity::Group;
    scheme.groupSize = 32;
    if (scheme.range.kind == RangeMethod::Kind::Explicit) {
        scheme.range = RangeMethod{};  // a range by hand is the whole tensor's
    }
    return scheme;
}

/// HQQ and GGUF's *_1 have a minimum: what an integer scheme could be instead.
QString nameOf(const GroupCurve& curve) {
    const QString format = formatName(QString::fromStdString(curve.format));
    return curve.minimum ? GroupsTab::tr("%1 + min").arg(format) : format;
}

}  // namespace

GroupsTab::GroupsTab(Workbench& bench, QWidget* parent)
    : AnalysisTab(bench, tr("Groups: error at equal cost"), parent),
      m_size(new SteppedSlider({16, 32, 64, 128, 256, 512}, tr("groups of %1"))),
      m_scale(new Segment({tr("FP32"), tr("FP16"), tr("E8M0"), tr("Double")})),
      m_plot(new GroupCostPlot),
      m_reading(new QLabel),
      m_apply(new QPushButton(tr("Use this group size"))) {
    setObjectName(QStringLiteral("groups_tab"));
    m_size->setObjectName(QStringLiteral("group_size_slider"));
    m_size->setAccessibleName(tr("Group size"));
    bindSetting(m_size, bench.settings(), QStringLiteral("calibrate.groups.size"));
    m_scale->setObjectName(QStringLiteral("group_scale_format"));
    m_scale->setAccessibleName(tr("Format of the scales"));
    setAnchor(m_scale, QStringLiteral("calibrate.scheme.scale_format"));
    m_reading->setObjectName(QStringLiteral("group_reading"));
    setHowKnown(m_reading, QStringLiteral("plot.group_cost"));
    m_reading->setWordWrap(true);
    m_reading->setTextFormat(Qt::RichText);
    m_reading->setProperty("role", "secondary");
    m_apply->setObjectName(QStringLiteral("group_apply"));
    setAction(m_apply, QStringLiteral("calibrate.use_group_size"));
    m_button = withFigure(tableButton(this), m_plot, [this] { return captionOf(this->bench()); });
    addToHeader(m_button);
    auto* row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(m_plot, 3);
    m_side = scrolled(makeSide());
    row->addWidget(m_side, 2);
    column()->addLayout(row, 1);
    connect(&bench.views().calibrate, &ViewStateSignals::changed, this, [this] {
        if (isVisible()) {
            showSize();
        }
    });
    connect(m_apply, &QPushButton::clicked, this, &GroupsTab::apply);
    connect(m_scale, &Segment::chosen, this, &GroupsTab::applyScaleFormat);
}

QWidget* GroupsTab::makeSide() {
    auto* grid = new QGridLayout;
    grid->setColumnStretch(1, 1);
    int at = 0;
    for (const auto& [text, control] :
         {std::pair<QString, QWidget*>{tr("Group size"), m_size}, {tr("Scales in"), m_scale}}) {
        auto* label = new QLabel(text);
        label->setProperty("role", "secondary");
        label->setBuddy(control);
        grid->addWidget(label, at, 0);
        grid->addWidget(control, at++, 1);
    }
    auto* whole = new QWidget;
    auto* side = new QVBoxLayout(whole);
    side->setContentsMargins(0, 0, 0, 0);
    side->addLayout(grid);
    side->addWidget(m_reading);
    side->addStretch(1);
    side->addWidget(m_apply, 0, Qt::AlignLeft);
    return whole;
}

void GroupsTab::follow() {
    const QuantScheme& scheme = bench().scheme();
    showUnless(reason(), {m_plot, m_side, m_button});
    for (int choice = 0; choice < m_scale->count(); ++choice) {
        if (scaleFormats[choice] == scheme.scaleFormat) {
            m_scale->setCurrent(choice);
        }
    }
    if (scheme.granularity == Granularity::Group) {
        bench().views().calibrate.set(&CalibrateView::groupSize,
                                      static_cast<int>(std::clamp<std::int64_t>(
                                          scheme.groupSize, std::end(sizes)[-1], sizes[0])));
        showSize();
    }
}

void GroupsTab::work() {
    const QuantScheme scheme = groupScheme(bench().scheme());
    if (!whyNoGroups(scheme).isEmpty() || (m_source == bench().source() && m_scheme == scheme)) {
        return;
    }
    measure(
        tr("Measuring group sizes"),
        [source = bench().source(), scheme](const Execution& execution) {
            return compareGroupCosts(source->tensor, scheme, sizes, execution);
        },
        [this, scheme](const std::vector<GroupCurve>& curves) {
            m_source = bench().source();
            m_scheme = scheme;
            m_series.clear();
            for (const GroupCurve& curve : curves) {
                m_series.push_back({nameOf(curve), curve});
            }
            m_plot->setSeries(m_series);
            showSize();
            follow();
        });
}

QString GroupsTab::reason() const {
    const QuantScheme& scheme = bench().scheme();
    if (const QString none = whyNoGroups(scheme); !none.isEmpty()) {
        return none;
    }
    const bool measured = m_source == bench().source() && m_scheme == groupScheme(scheme);
    const bool drawn = std::ranges::any_of(m_series, [](const GroupSeries& series) {
        return std::ranges::any_of(
            series.curve.costs, [](const GroupCost& cost) { return std::isfinite(cost.sqnrDb); });
    });
    return measured && !drawn
               ? tr("Nothing is lost whatever the group size, or no value is finite: there is no "
                    "error to compare.")
               : QString();
}

void GroupsTab::showSize() {
    if (m_series.empty()) {
        return;
    }
    const GroupCost* current = costOfSize(m_series.front().curve, m_size->stop());
    if (current == nullptr) {
        return;
    }
    m_plot->setCurrent(*current);
    QStringList lines{tr("<b>%1, groups of %2</b>: %3 bits per weight, %4 dB, MSE %5")
                          .arg(m_series.front().name)
                          .arg(current->groupSize)
                          .arg(formatNumber(current->bitsPerWeight, 5),
                               formatNumber(current->sqnrDb, 4), formatNumber(current->mse))};
    QStringList others;
    for (std::size_t i = 1; i < m_series.size(); ++i) {
        if (const GroupCost* other =
                atEqualCost(m_series[i].curve, current->bitsPerWeight, equalBits)) {
            others << tr("%1, groups of %2 (%3 bits): %4 dB")
                          .arg(m_series[i].name)
                          .arg(other->groupSize)
                          .arg(formatNumber(other->bitsPerWeight, 5),
                               formatNumber(other->sqnrDb, 4));
        }
    }
    lines << (others.isEmpty() ? tr("No other width costs the same (within a quarter bit).")
                               : tr("For the same bits:") + QStringLiteral("<br>") +
                                     others.join(QStringLiteral("<br>")));
    const std::int64_t row = m_source->tensor.shape().empty() ? 1 : m_source->tensor.shape().back();
    if (row < current->groupSize) {
        lines << tr("A row has %n value(s): it is a group of its own.", nullptr,
                    static_cast<int>(row));
    } else if (row % current->groupSize != 0) {
        lines << tr("Rows have %1 values: the last group of each has %2.")
                     .arg(row)
                     .arg(row % current->groupSize);
    }
    m_reading->setText(lines.join(QStringLiteral("<br><br>")));
}

void GroupsTab::apply() {
    QuantScheme scheme = bench().scheme();
    scheme.granularity = Granularity::Group;
    scheme.groupSize = m_size->stop();
    bench().setScheme(scheme);
}

void GroupsTab::applyScaleFormat(int choice) {
    QuantScheme scheme = bench().scheme();
    scheme.scaleFormat = scaleFormats[choice];
    bench().setScheme(scheme);
}

TableContent GroupsTab::table() const {
    TableContent content{
        tr("Groups"),
        {tr("format"), tr("group"), tr("bits per weight"), tr("SQNR, dB"), tr("MSE")},
        {}};
    for (const GroupSeries& series : m_series) {
        for (const GroupCost& cost : series.curve.costs) {
            content.rows.append({series.name, QString::number(cost.groupSize), cost.bitsPerWeight,
                                 cost.sqnrDb, cost.mse});
        }
    }
    return content;
}

}  // namespace zeropoint::ui
