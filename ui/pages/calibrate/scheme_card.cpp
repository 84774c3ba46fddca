// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/scheme_card.h"

#include "ui/controls/number_field.h"
#include "ui/controls/segment.h"
#include "ui/controls/stepped_slider.h"
#include "ui/state/workbench.h"
#include "ui/text/messages.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>

namespace zeropoint::ui {
namespace {

enum Family { IntegerFamily, FloatFamily, CodeBookFamily };
enum SymmetryChoice { SymmetricChoice, AsymmetricChoice };

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

Family familyOf(const std::string& format) {
    const NumberFormat* found = findNumberFormat(format);
    if (found == nullptr || found->kind == FormatKind::Minifloat) {
        return FloatFamily;
    }
    return found->kind == FormatKind::Integer ? IntegerFamily : CodeBookFamily;
}

std::string integerFormat(bool symmetric, int bits) {
    return (symmetric ? "int" : "uint") + std::to_string(bits);
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
      m_percentile(new NumberField),
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
    m_groupSize->setLimits({2, mostGroupSize, true});
    m_percentile->setLimits({leastPercentile, 100, false});
    m_percentile->setSuffix(tr(" %"));
    m_percentile->setFixedWidth(76);
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

/// Each control writes its own field of the scheme and no other.
void SchemeCard::connectControls() {
    connect(m_family, &Segment::chosen, this, &SchemeCard::sendFamily);
    connect(m_bits, &SteppedSlider::sliderPressed, this,
            [this] { m_gesture = m_bench.newGesture(); });
    connect(m_bits, &SteppedSlider::stopChosen, this, [this](int bits) {
        QuantScheme scheme = m_bench.scheme();
        scheme.format = integerFormat(scheme.symmetric, bits);
        m_bench.setScheme(scheme, m_bits->isSliderDown() ? m_gesture : 0);
    });
    connect(m_float, &QComboBox::activated, this, [this] {
        change([this](QuantScheme& scheme) {
            scheme.format = m_float->currentData().toString().toStdString();
        });
    });
    connect(m_symmetry, &Segment::chosen, this, [this](int choice) {
        change([choice](QuantScheme& scheme) {
            scheme.symmetric = choice == SymmetricChoice;
            if (const NumberFormat* format = findNumberFormat(scheme.format);
                format != nullptr && format->kind == FormatKind::Integer) {
                scheme.format = integerFormat(scheme.symmetric, format->bits);
            }
        });
    });
    connect(m_granularity, &Segment::chosen, this, [this](int choice) {
        change([choice](QuantScheme& scheme) {
            scheme.granularity = static_cast<Granularity>(choice);
        });
    });
    connect(m_groupSize, &NumberField::valueEntered, this, [this](double size) {
        change([size](QuantScheme& scheme) { scheme.groupSize = static_cast<std::int64_t>(size); });
    });
    connect(m_range, &QComboBox::activated, this, &SchemeCard::sendRange);
    connect(m_percentile, &NumberField::valueEntered, this, [this](double percentile) {
        change([percentile](QuantScheme& scheme) { scheme.range.percentile = percentile; });
    });
    connect(m_rounding, &QComboBox::activated, this, [this] {
        change([this](QuantScheme& scheme) {
            scheme.rounding = static_cast<Rounding>(m_rounding->currentData().toInt());
        });
    });
}

void SchemeCard::change(const std::function<void(QuantScheme&)>& write) {
    QuantScheme scheme = m_bench.scheme();
    write(scheme);
    m_bench.setScheme(scheme);
}

void SchemeCard::sendFamily(int family) {
    QuantScheme scheme = m_bench.scheme();
    if (familyOf(scheme.format) == family) {
        return;
    }
    const NumberFormat* before = findNumberFormat(scheme.format);
    const int bits = before == nullptr ? m_bits->stop() : before->bits;
    scheme.format = family == FloatFamily      ? m_float->currentData().toString().toStdString()
                    : family == CodeBookFamily ? "nf4"
                                               : integerFormat(scheme.symmetric, bits);
    scheme.symmetric =
        family != IntegerFamily || scheme.symmetric;  // only integers have zero points
    m_bench.setScheme(scheme);
}

/// A range by hand begins where the one before it was.
void SchemeCard::sendRange() {
    change([this](QuantScheme& scheme) {
        const auto kind = static_cast<RangeMethod::Kind>(m_range->currentData().toInt());
        if (kind == RangeMethod::Kind::Explicit && scheme.range.kind != kind) {
            scheme.range.lo = m_bench.live().range.lo;
            scheme.range.hi = m_bench.live().range.hi;
        }
        scheme.range.kind = kind;
    });
}

void SchemeCard::refresh() {
    const QuantScheme& scheme = m_bench.scheme();
    const Family family = familyOf(scheme.format);
    m_family->setCurrent(family);
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
    if (family == FloatFamily) {
        const QString format = QString::fromStdString(scheme.format);
        if (m_float->findData(format) < 0) {
            m_float->addItem(formatName(format), format);  // not offered, but there
        }
        m_float->setCurrentIndex(m_float->findData(format));
    }
    m_symmetry->setCurrent(scheme.symmetric ? SymmetricChoice : AsymmetricChoice);
    m_symmetry->setChoiceEnabled(AsymmetricChoice, family == IntegerFamily,
                                 tr("Only integer formats have a zero point"));
    m_granularity->setCurrent(static_cast<int>(scheme.granularity));
    const bool grouped = scheme.granularity == Granularity::Group;
    m_groupLabel->setVisible(grouped);
    m_groupSize->setVisible(grouped);
    m_groupSize->setValue(static_cast<double>(scheme.groupSize));
    m_range->setCurrentIndex(m_range->findData(static_cast<int>(scheme.range.kind)));
    m_percentile->setVisible(scheme.range.kind == RangeMethod::Kind::Percentile);
    m_percentile->setValue(scheme.range.percentile);
    m_rounding->setCurrentIndex(m_rounding->findData(static_cast<int>(scheme.rounding)));
}

}  // namespace zeropoint::ui
