// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/scheme_card.h"

#include "ui/controls/segment.h"
#include "ui/controls/stepped_slider.h"
#include "ui/state/workbench.h"
#include "ui/text/messages.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QGridLayout>
#include <QLabel>
#include <QSpinBox>

namespace zeropoint::ui {
namespace {

enum Family { IntegerFamily, FloatFamily, CodeBookFamily };
enum SymmetryChoice { SymmetricChoice, AsymmetricChoice };

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

Family familyOf(const std::string& format) {
    const NumberFormat* found = findNumberFormat(format);
    if (found == nullptr || found->kind == FormatKind::Minifloat) {
        return FloatFamily;
    }
    return found->kind == FormatKind::Integer ? IntegerFamily : CodeBookFamily;
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
      m_groupSize(new QSpinBox),
      m_range(new QComboBox),
      m_percentile(new QDoubleSpinBox),
      m_rounding(new QComboBox) {
    setProperty("role", "card");
    auto* title = new QLabel(tr("Scheme"));
    title->setProperty("role", "cardTitle");
    for (const char* format : floatFormats) {
        m_float->addItem(formatName(QString::fromLatin1(format)), QString::fromLatin1(format));
    }
    for (const RangeMethod::Kind kind : rangeKinds) {
        m_range->addItem(rangeMethodName(kind), static_cast<int>(kind));
    }
    for (const Rounding rounding : roundings) {
        m_rounding->addItem(roundingName(rounding), static_cast<int>(rounding));
    }
    m_groupSize->setRange(2, 4096);
    m_percentile->setRange(50, 100);
    m_percentile->setDecimals(2);
    m_percentile->setSingleStep(0.1);
    m_percentile->setSuffix(tr(" %"));
    m_percentile->setKeyboardTracking(false);
    m_percentile->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_percentile->setFixedWidth(60);
    m_groupSize->setButtonSymbols(QAbstractSpinBox::NoButtons);
    for (QWidget* box :
         std::initializer_list<QWidget*>{m_float, m_range, m_rounding, m_percentile, m_groupSize}) {
        box->setProperty("density", "compact");
    }
    m_groupSize->setKeyboardTracking(false);

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
    auto* range = new QWidget;
    auto* rangeRow = new QHBoxLayout(range);
    rangeRow->setContentsMargins(0, 0, 0, 0);
    rangeRow->setSpacing(4);
    rangeRow->addWidget(m_range, 1);
    rangeRow->addWidget(m_percentile);
    add(new QLabel(tr("Range")), range, "scheme_range_row");
    add(new QLabel(tr("Rounding")), m_rounding, "scheme_rounding");
    m_float->setObjectName(QStringLiteral("scheme_float"));
    m_float->setAccessibleName(tr("Float format"));
    m_range->setObjectName(QStringLiteral("scheme_range"));
    m_range->setAccessibleName(tr("Range"));
    m_percentile->setObjectName(QStringLiteral("scheme_percentile"));
    m_percentile->setAccessibleName(tr("Percentile"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 16, 12);
    column->setSpacing(8);
    column->addWidget(title);
    column->addLayout(grid);

    connectControls();
    connect(&bench, &Workbench::schemeChanged, this, &SchemeCard::refresh);
    refresh();
}

void SchemeCard::connectControls() {
    for (Segment* segment : {m_family, m_symmetry, m_granularity}) {
        connect(segment, &Segment::chosen, this, &SchemeCard::send);
    }
    for (QComboBox* box : {m_float, m_range, m_rounding}) {
        connect(box, &QComboBox::activated, this, &SchemeCard::send);
    }
    connect(m_bits, &SteppedSlider::stopChosen, this, &SchemeCard::send);
    connect(m_bits, &SteppedSlider::sliderPressed, this,
            [this] { m_gesture = m_bench.newGesture(); });
    connect(m_groupSize, &QSpinBox::valueChanged, this, &SchemeCard::send);
    connect(m_percentile, &QDoubleSpinBox::valueChanged, this, &SchemeCard::send);
}

std::string SchemeCard::chosenFormat() const {
    switch (m_family->current()) {
        case FloatFamily:
            return m_float->currentData().toString().toStdString();
        case CodeBookFamily:
            return "nf4";
        default:
            return (m_symmetry->current() == AsymmetricChoice ? "uint" : "int") +
                   std::to_string(m_bits->stop());
    }
}

void SchemeCard::send() {
    QuantScheme scheme = m_bench.scheme();
    scheme.format = chosenFormat();
    // Only integers have a zero point to place.
    scheme.symmetric =
        m_family->current() != IntegerFamily || m_symmetry->current() == SymmetricChoice;
    scheme.granularity = static_cast<Granularity>(m_granularity->current());
    scheme.groupSize = m_groupSize->value();
    const auto kind = static_cast<RangeMethod::Kind>(m_range->currentData().toInt());
    if (kind == RangeMethod::Kind::Explicit && scheme.range.kind != kind) {
        scheme.range.lo = m_bench.live().range.lo;
        scheme.range.hi = m_bench.live().range.hi;
    }
    scheme.range.kind = kind;
    scheme.range.percentile = m_percentile->value();
    scheme.rounding = static_cast<Rounding>(m_rounding->currentData().toInt());
    m_bench.setScheme(scheme, m_bits->isSliderDown() ? m_gesture : 0);
}

void SchemeCard::refresh() {
    const QuantScheme& scheme = m_bench.scheme();
    const Family family = familyOf(scheme.format);
    const QSignalBlocker blockGroup(m_groupSize);
    const QSignalBlocker blockPercentile(m_percentile);
    m_family->setCurrent(family);
    m_bitsLabel->setText(family == FloatFamily ? tr("Float") : tr("Bits"));
    m_bits->setVisible(family != FloatFamily);
    m_float->setVisible(family == FloatFamily);
    if (const NumberFormat* format = findNumberFormat(scheme.format)) {
        m_bits->setStop(format->bits);
    }
    m_bits->setEnabled(family == IntegerFamily);
    if (family == FloatFamily) {
        m_float->setCurrentIndex(m_float->findData(QString::fromStdString(scheme.format)));
    }
    m_symmetry->setCurrent(scheme.symmetric ? SymmetricChoice : AsymmetricChoice);
    m_symmetry->setChoiceEnabled(AsymmetricChoice, family == IntegerFamily,
                                 tr("Only integer formats have a zero point"));
    m_granularity->setCurrent(static_cast<int>(scheme.granularity));
    const bool grouped = scheme.granularity == Granularity::Group;
    m_groupLabel->setVisible(grouped);
    m_groupSize->setVisible(grouped);
    m_groupSize->setValue(static_cast<int>(scheme.groupSize));
    m_range->setCurrentIndex(m_range->findData(static_cast<int>(scheme.range.kind)));
    m_percentile->setVisible(scheme.range.kind == RangeMethod::Kind::Percentile);
    m_percentile->setValue(scheme.range.percentile);
    m_rounding->setCurrentIndex(m_rounding->findData(static_cast<int>(scheme.rounding)));
}

}  // namespace zeropoint::ui
