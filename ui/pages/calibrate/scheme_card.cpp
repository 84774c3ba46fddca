// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/scheme_card.h"

#include "core/numerics/block_format.h"
#include "core/scheme/element_format.h"
#include "core/scheme/format_settings.h"
#include "core/scheme/scheme_words.h"
#include "ui/controls/anchor.h"
#include "ui/controls/form_arrows.h"
#include "ui/controls/number_field.h"
#include "ui/controls/segment.h"
#include "ui/controls/setting_binding.h"
#include "ui/controls/stepped_slider.h"
#include "ui/controls/term_tips.h"
#include "ui/pages/calibrate/input_notes.h"
#include "ui/pages/calibrate/scheme_more.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/workbench.h"
#include "ui/text/calibration_words.h"
#include "ui/text/messages.h"
#include "ui/text/numbers.h"
#include "ui/text/unit_number.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace zeropoint::ui {
namespace {

enum Family { IntegerFamily, FloatFamily, CodeBookFamily, BlockFamily };
constexpr int asymmetricChoice = 1;

constexpr int endDigits = 6;
constexpr int percentileWidth = 60;
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
    if (findBlockFormat(format) != nullptr) {
        return BlockFamily;
    }
    const NumberFormat* found = findNumberFormat(format);
    if (found == nullptr || found->kind == FormatKind::Minifloat) {
        return FloatFamily;
    }
    return found->kind == FormatKind::Integer ? IntegerFamily : CodeBookFamily;
}

bool overflowIsSpecial(const QuantScheme& scheme) {
    const Result<ElementFormat> element = elementFormat(scheme);
    return element && overflowsToSpecial(*element, scheme);
}

}  // namespace

SchemeCard::SchemeCard(Workbench& bench, QWidget* parent)
    : QFrame(parent),
      m_bench(bench),
      m_family(new Segment({tr("INT"), tr("FP"), tr("NF4"), tr("Blocks")})),
      m_bitsLabel(new QLabel(tr("Bits"))),
      m_bits(new SteppedSlider({2, 3, 4, 5, 6, 7, 8, 16}, withBits())),
      m_float(new QComboBox),
      m_block(new QComboBox),
      m_symmetry(new Segment({tr("Symmetric"), tr("Asymmetric")})),
      m_granularity(new Segment({tr("Tensor"), tr("Channel"), tr("Group")})),
      m_groupLabel(new QLabel(tr("Group of"))),
      m_groupSize(new NumberField),
      m_range(new QComboBox),
      m_percentile(new NumberField),
      m_low(new NumberField),
      m_high(new NumberField),
      m_rounding(new QComboBox),
      m_axisLabel(new QLabel(tr("Along axis"))),
      m_axis(new NumberField),
      m_ruleLabel(new QLabel(tr("Scale rule"))),
      m_rule(new Segment({tr("Floor"), tr("Ceil"), tr("Even")})),
      m_overflowLabel(new QLabel(tr("Overflow"))),
      m_overflow(new Segment({tr("Usual"), tr("Saturate"), tr("Inf, NaN")})) {
    setProperty("role", "card");
    fillChoices();
    auto* title = new QLabel(tr("Scheme"));
    title->setProperty("role", "cardTitle");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 16, 12);
    column->setSpacing(8);
    auto* more = new SchemeMore(bench, this);
    auto* header = new QHBoxLayout;
    header->addWidget(title, 1);
    header->addWidget(more->opener());
    column->addLayout(header);
    column->addLayout(makeGrid());
    column->addWidget(more);
    bindControls();
    new FormArrows({this});
    connect(&bench, &Workbench::schemeChanged, this, &SchemeCard::refresh);
    refresh();
}

void SchemeCard::fillChoices() {
    for (const char* format : floatFormats) {
        m_float->addItem(formatName(QString::fromLatin1(format)), QString::fromLatin1(format));
    }
    for (const RangeMethod::Kind kind : rangeKinds) {
        m_range->addItem(rangeMethodName(kind), text(wordOf(rangeWords, kind)));
    }
    for (const Rounding rounding : roundings) {
        m_rounding->addItem(roundingName(rounding), text(wordOf(roundingWords, rounding)));
    }
    for (const BlockFormat& format : blockFormats()) {
        if (format.quantizes()) {
            m_block->addItem(text(format.name), text(format.id));
            m_block->setItemData(m_block->count() - 1,
                                 tr("%1 values share a scale: %2 bits per weight")
                                     .arg(format.valuesPerBlock)
                                     .arg(formatNumber(format.bitsPerWeight(), 5)),
                                 Qt::ToolTipRole);
        }
    }
    m_groupSize->setLimits({2, mostGroupSize, true});
    m_percentile->setLimits({leastPercentile, 100, false});
    m_percentile->setSuffix(tr(" %"));
    for (QWidget* box : std::initializer_list<QWidget*>{m_float, m_block, m_axis, m_range,
                                                        m_rounding, m_percentile, m_groupSize}) {
        box->setProperty("density", "compact");
    }
}

QGridLayout* SchemeCard::makeGrid() {
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
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
    grid->addWidget(m_block, row - 1, 1);
    const auto addScalar = [&](const QString& name, QWidget* control, const char* objectName,
                               const char* term, QList<QWidget*>& rows) {
        auto* label = new QLabel(name);
        setTerm(label, QLatin1String(term));
        add(label, control, objectName);
        rows << label << control;
    };
    addScalar(tr("Zero point"), m_symmetry, "scheme_symmetry", "zero-point", m_scaled);
    addScalar(tr("Scale per"), m_granularity, "scheme_granularity", "granularity", m_scaled);
    add(m_axisLabel, m_axis, "scheme_axis");
    add(m_groupLabel, m_groupSize, "scheme_group");
    addScalar(tr("Range"), m_range, "scheme_range", "range", m_scaled);
    grid->removeWidget(m_range);  // it stands beside its percentile, in one layout alone
    grid->addLayout(makeRange(), row - 1, 1);
    addScalar(tr("From, to"), makeEnds(), "scheme_ends", "range", m_ranged);
    addScalar(tr("Rounding"), m_rounding, "scheme_rounding", "tie", m_scalar);
    add(m_overflowLabel, m_overflow, "scheme_overflow");
    add(m_ruleLabel, m_rule, "scheme_scale_rule");
    m_rule->setToolTip(
        tr("How the power of two that a block shares is chosen: by the exponent of "
           "its largest value, so that nothing is clipped, or to the nearest."));
    m_block->setObjectName(QStringLiteral("scheme_block"));
    m_block->setAccessibleName(tr("Block format"));
    m_float->setObjectName(QStringLiteral("scheme_float"));
    m_float->setAccessibleName(tr("Float format"));
    return grid;
}

QLayout* SchemeCard::makeRange() {
    m_percentile->setObjectName(QStringLiteral("scheme_percentile"));
    m_percentile->setAccessibleName(tr("Percentile"));
    m_percentile->setFixedWidth(percentileWidth);
    auto* range = new QHBoxLayout;
    range->setSpacing(4);
    range->addWidget(m_range, 1);
    range->addWidget(m_percentile);
    return range;
}

/// The ends of the range as they are, whatever found them; typing one sets it by hand.
QWidget* SchemeCard::makeEnds() {
    auto* ends = new QWidget;
    auto* row = new QHBoxLayout(ends);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (const auto& [field, name, title] :
         {std::tuple{m_low, "scheme_low", tr("Lower end of the range")},
          std::tuple{m_high, "scheme_high", tr("Upper end of the range")}}) {
        field->setObjectName(QLatin1String(name));
        field->setAccessibleName(title);
        field->setHint(title);
        setChangedSetting(field, QStringLiteral("calibrate.range.ends"));
        field->setProperty("density", "dense");
        field->setMinimumWidth(48);
        field->setDigits(endDigits);
        row->addWidget(field, 1);
    }
    return ends;
}

/// Each control changes its own setting and no other.
void SchemeCard::bindControls() {
    SettingsCatalogue& settings = m_bench.settings();
    bindSetting(m_family, settings, QStringLiteral("calibrate.scheme.family"));
    bindSetting(m_bits, settings, QStringLiteral("calibrate.scheme.bits"));
    bindSetting(m_float, settings, QStringLiteral("calibrate.scheme.format"));
    bindSetting(m_block, settings, QStringLiteral("calibrate.scheme.format"));
    bindSetting(m_axis, settings, QStringLiteral("calibrate.scheme.axis"));
    bindSetting(m_rule, settings, QStringLiteral("calibrate.scheme.scale_rule"));
    bindSetting(m_symmetry, settings, QStringLiteral("calibrate.scheme.zero_point"));
    bindSetting(m_granularity, settings, QStringLiteral("calibrate.scheme.granularity"));
    bindSetting(m_groupSize, settings, QStringLiteral("calibrate.scheme.group"));
    bindSetting(m_range, settings, QStringLiteral("calibrate.range.method"));
    bindSetting(m_low, settings, QStringLiteral("calibrate.range.low"));
    bindSetting(m_high, settings, QStringLiteral("calibrate.range.high"));
    for (NumberField* end : {m_low, m_high}) {
        setAnchor(end, {});  // the handles in the histogram are their places
    }
    bindSetting(m_percentile, settings, QStringLiteral("calibrate.range.percentile"));
    bindSetting(m_rounding, settings, QStringLiteral("calibrate.scheme.rounding"));
    bindSetting(m_overflow, settings, QStringLiteral("calibrate.scheme.overflow"));
}

/// As many axes as the tensor has, counted from either end.
void SchemeCard::showAxes() {
    const double rank =
        m_bench.source() ? static_cast<double>(m_bench.source()->tensor.shape().size()) : 1;
    m_axis->setLimits({-std::max(rank, 1.0), std::max(rank, 1.0) - 1, true});
    m_axis->setHint(
        tr("The axis whose places are the channels; negative ones count from the last"));
}

/// Ends follow from the tensor too: no setting says when they move.
void SchemeCard::showEnds() {
    const RealRange& range = m_bench.live().range;
    const double none = std::numeric_limits<double>::infinity();
    const bool mirrored = m_bench.wholeScheme().symmetric;
    m_low->setLimits({-none, mirrored ? none : std::nextafter(range.hi, -none)});
    m_high->setLimits({mirrored ? -none : std::nextafter(range.lo, none), none});
    m_low->setValue(range.lo);
    m_high->setValue(range.hi);
    const QString shared = sharedRange(m_bench.scheme());
    for (const auto& [field, title] : {std::pair{m_low, tr("Lower end of the range")},
                                       std::pair{m_high, tr("Upper end of the range")}}) {
        field->setHint(shared.isEmpty() ? title : title + QStringLiteral(". ") + shared);
    }
}

void SchemeCard::refresh() {
    const QuantScheme& scheme = m_bench.scheme();
    const Family family = familyOf(scheme.format);
    m_family->button(CodeBookFamily)
        ->setText(family == CodeBookFamily ? formatName(QString::fromStdString(scheme.format))
                                           : tr("NF4"));
    m_bitsLabel->setText(family == FloatFamily   ? tr("Float")
                         : family == BlockFamily ? tr("Block")
                                                 : tr("Bits"));
    m_bits->setVisible(family == IntegerFamily || family == CodeBookFamily);
    m_float->setVisible(family == FloatFamily);
    m_block->setVisible(family == BlockFamily);
    // Two boxes for one setting: the place of it is the one that is shown.
    const QString format = QStringLiteral("calibrate.scheme.format");
    setAnchor(m_float, family == BlockFamily ? QString() : format);
    setAnchor(m_block, family == BlockFamily ? format : QString());
    // Blocks choose their ranges and scales by themselves, plain casts have none.
    const FormatSettings follows = settingsOf(scheme.format);
    const bool scaled = follows.scale;
    for (QWidget* part : m_scaled) {
        part->setVisible(scaled);
    }
    for (QWidget* part : m_scalar) {
        part->setVisible(follows.rounding);
    }
    if (const NumberFormat* format = findNumberFormat(scheme.format)) {
        m_bits->setStop(format->bits);
    }
    m_bits->setEnabled(family == IntegerFamily);
    const QString id = QString::fromStdString(scheme.format);
    if (family == FloatFamily && m_float->findData(id) < 0) {
        m_float->addItem(formatName(id), id);  // not offered, but there
        m_float->setCurrentIndex(m_float->findData(id));
    }
    m_symmetry->setChoiceEnabled(asymmetricChoice, follows.zeroPoint,
                                 tr("Only integer formats have a zero point"));
    const bool channels = scaled && scheme.granularity == Granularity::Channel;
    m_axisLabel->setVisible(channels);
    m_axis->setVisible(channels);
    for (QWidget* part : m_ranged) {
        part->setVisible(scaled && !(m_bench.source() && hasNoRange(m_bench)));
    }
    showAxes();
    m_ruleLabel->setVisible(follows.scaleRule);
    m_rule->setVisible(follows.scaleRule);
    const bool grouped = scaled && scheme.granularity == Granularity::Group;
    m_groupLabel->setVisible(grouped);
    m_groupSize->setVisible(grouped);
    const bool percentile = scaled && scheme.range.kind == RangeMethod::Kind::Percentile;
    m_percentile->setVisible(percentile);
    showEnds();
    m_overflowLabel->setVisible(follows.overflow);
    m_overflow->setVisible(follows.overflow);
    m_overflow->setToolTip(
        overflowIsSpecial(scheme)
            ? tr("Values beyond the largest level become infinite, or NaN without an infinity.")
            : tr("Values beyond the largest level become the largest level."));
}

}  // namespace zeropoint::ui
