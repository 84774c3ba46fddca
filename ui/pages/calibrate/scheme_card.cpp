// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/scheme_card.h"

#include "core/scheme/element_format.h"
#include "core/scheme/scheme_words.h"
#include "ui/controls/number_field.h"
#include "ui/controls/segment.h"
#include "ui/controls/setting_binding.h"
#include "ui/controls/stepped_slider.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/workbench.h"
#include "ui/text/messages.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>

namespace zeropoint::ui {
namespace {

enum Family { IntegerFamily, FloatFamily, CodeBookFamily };
constexpr int asymmetricChoice = 1;

constexpr double mostGroupSize = 1 << 20;
constexpr double leastPercentile = 50;

const char* const floatFormats[] = {"fp8-e4m3", "fp8-e5m2", "fp6-e2m3", "fp6-e3m2",
                                    "fp4-e2m1", "fp16",     "bf16"};
constexpr RangeMethod::Kind rangeKinds[] = {
    RangeMethod::Kind::MinMax,  RangeMethod::Kind::Percentile, RangeMethod::Kind::Mse,
    RangeMethod::Kind::Entropy, RangeMethod::Kind::AciqGauss,  RangeMethod::Kind::AciqLaplace,
    RangeMethod::Kind::LpNorm,  RangeMethod::Kind::MeanSigma,  RangeMethod::Kind::Explicit,
};
constexpr Rounding roundings[] = {Rounding::NearestEven, Rounding::HalfAway, Rounding::HalfUp,
                                  Rounding::Floor,       Rounding::Ceil,     Rounding::TowardZero,
                                  Rounding::Stochastic};

QString text(std::string_view word) {
    return QString::fromUtf8(word.data(), qsizetype(word.size()));
}

Family familyOf(const std::string& format) {
    const NumberFormat* found = findNumberFormat(format);
    if (found == nullptr || found->kind == FormatKind::Minifloat) {
        return FloatFamily;
    }
    return found->kind == FormatKind::Integer ? IntegerFamily : CodeBookFamily;
}

bool hasSpecials(const QuantScheme& scheme) {
    const NumberFormat* format = findNumberFormat(scheme.format);
    return format != nullptr && format->kind == FormatKind::Minifloat && limits(*format).hasNan;
}

bool overflowIsSpecial(const QuantScheme& scheme) {
    const Result<ElementFormat> element = elementFormat(scheme);
    return element && overflowsToSpecial(*element, scheme);
}

}  // namespace

SchemeCard::SchemeCard(Workbench& bench, QWidget* parent)
    : QFrame(parent),
      m_bench(bench),
      m_family(new Segment({tr("INT"), tr("FP"), tr("NF4")})),
      m_bitsLabel(new QLabel(tr("Bits"))),
      m_bits(new SteppedSlider({2, 3, 4, 5, 6, 7, 8, 16}, tr("%1 bits"))),
      m_float(new QComboBox),
      m_symmetry(new Segment({tr("Symmetric"), tr("Asymmetric")})),
      m_granularity(new Segment({tr("Tensor"), tr("Channel"), tr("Group")})),
      m_groupLabel(new QLabel(tr("Group of"))),
      m_groupSize(new NumberField),
      m_range(new QComboBox),
      m_percentileLabel(new QLabel(tr("Percentile"))),
      m_percentile(new NumberField),
      m_rounding(new QComboBox),
      m_overflowLabel(new QLabel(tr("Overflow"))),
      m_overflow(new Segment({tr("Usual"), tr("Saturate"), tr("Inf, NaN")})) {
    setProperty("role", "card");
    auto* title = new QLabel(tr("Scheme"));
    title->setProperty("role", "cardTitle");
    for (const char* format : floatFormats) {
        m_float->addItem(formatName(QString::fromLatin1(format)), QString::fromLatin1(format));
    }
    for (const RangeMethod::Kind kind : rangeKinds) {
        m_range->addItem(rangeMethodName(kind), text(wordOf(rangeWords, kind)));
    }
    for (const Rounding rounding : roundings) {
        m_rounding->addItem(roundingName(rounding), text(wordOf(roundingWords, rounding)));
    }
    m_groupSize->setLimits({2, mostGroupSize, true});
    m_percentile->setLimits({leastPercentile, 100, false});
    m_percentile->setSuffix(tr(" %"));
    for (QWidget* box :
         std::initializer_list<QWidget*>{m_float, m_range, m_rounding, m_percentile, m_groupSize}) {
        box->setProperty("density", "compact");
    }

    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(7);
    grid->setColumnMinimumWidth(0, 66);
    grid->setColumnStretch(1, 1);
    int row = 0;
    const auto add = [&](QLabel* label, QWidget* control, const char* objectName) {
        label->setProperty("role", "secondary");
        label->setBuddy(control);
        control->setObjectName(QLatin1String(objectName));
        control->setAccessibleName(label->text());
        grid->addWidget(label, row, 0);
        grid->addWidget(control, row++, 1);
    };
    add(new QLabel(tr("Format")), m_family, "scheme_family");
    add(m_bitsLabel, m_bits, "scheme_bits");
    grid->addWidget(m_float, row - 1, 1);
    add(new QLabel(tr("Zero point")), m_symmetry, "scheme_symmetry");
    add(new QLabel(tr("Scale per")), m_granularity, "scheme_granularity");
    add(m_groupLabel, m_groupSize, "scheme_group");
    add(new QLabel(tr("Range")), m_range, "scheme_range");
    add(m_percentileLabel, m_percentile, "scheme_percentile");
    add(new QLabel(tr("Rounding")), m_rounding, "scheme_rounding");
    add(m_overflowLabel, m_overflow, "scheme_overflow");
    m_float->setObjectName(QStringLiteral("scheme_float"));
    m_float->setAccessibleName(tr("Float format"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 16, 12);
    column->setSpacing(8);
    column->addWidget(title);
    column->addLayout(grid);

    bindControls();
    connect(&bench, &Workbench::schemeChanged, this, &SchemeCard::refresh);
    refresh();
}

/// Each control changes its own setting and no other.
void SchemeCard::bindControls() {
    SettingsCatalogue& settings = m_bench.settings();
    bindSetting(m_family, settings, QStringLiteral("calibrate.scheme.family"));
    bindSetting(m_bits, settings, QStringLiteral("calibrate.scheme.bits"));
    bindSetting(m_float, settings, QStringLiteral("calibrate.scheme.format"));
    bindSetting(m_symmetry, settings, QStringLiteral("calibrate.scheme.zero_point"));
    bindSetting(m_granularity, settings, QStringLiteral("calibrate.scheme.granularity"));
    bindSetting(m_groupSize, settings, QStringLiteral("calibrate.scheme.group"));
    bindSetting(m_range, settings, QStringLiteral("calibrate.range.method"));
    bindSetting(m_percentile, settings, QStringLiteral("calibrate.range.percentile"));
    bindSetting(m_rounding, settings, QStringLiteral("calibrate.scheme.rounding"));
    bindSetting(m_overflow, settings, QStringLiteral("calibrate.scheme.overflow"));
}

void SchemeCard::refresh() {
    const QuantScheme& scheme = m_bench.scheme();
    const Family family = familyOf(scheme.format);
    m_family->button(CodeBookFamily)
        ->setText(family == CodeBookFamily ? formatName(QString::fromStdString(scheme.format))
                                           : tr("NF4"));
    m_bitsLabel->setText(family == FloatFamily ? tr("Float") : tr("Bits"));
    m_bits->setVisible(family != FloatFamily);
    m_float->setVisible(family == FloatFamily);
    if (const NumberFormat* format = findNumberFormat(scheme.format)) {
        m_bits->setStop(format->bits);
    }
    m_bits->setEnabled(family == IntegerFamily);
    const QString id = QString::fromStdString(scheme.format);
    if (family == FloatFamily && m_float->findData(id) < 0) {
        m_float->addItem(formatName(id), id);  // not offered, but there
        m_float->setCurrentIndex(m_float->findData(id));
    }
    m_symmetry->setChoiceEnabled(asymmetricChoice, family == IntegerFamily,
                                 tr("Only integer formats have a zero point"));
    const bool grouped = scheme.granularity == Granularity::Group;
    m_groupLabel->setVisible(grouped);
    m_groupSize->setVisible(grouped);
    const bool percentile = scheme.range.kind == RangeMethod::Kind::Percentile;
    m_percentileLabel->setVisible(percentile);
    m_percentile->setVisible(percentile);
    m_overflowLabel->setVisible(hasSpecials(scheme));
    m_overflow->setVisible(hasSpecials(scheme));
    m_overflow->setToolTip(
        overflowIsSpecial(scheme)
            ? tr("Values beyond the largest level become infinite, or NaN without an infinity.")
            : tr("Values beyond the largest level become the largest level."));
}

}  // namespace zeropoint::ui
