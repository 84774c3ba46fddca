// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/scheme_editor.h"

#include "core/numerics/block_format.h"
#include "core/scheme/format_settings.h"
#include "core/scheme/scheme_words.h"
#include "ui/controls/number_field.h"
#include "ui/controls/segment.h"
#include "ui/pages/compare/compare_words.h"
#include "ui/text/messages.h"
#include "ui/text/shown_text.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>
#include <iterator>

namespace zeropoint::ui {
namespace {

constexpr double mostGroupSize = 1 << 20;
constexpr double leastPercentile = 50;

constexpr RangeMethod::Kind rangeKinds[] = {
    RangeMethod::Kind::MinMax,  RangeMethod::Kind::Percentile, RangeMethod::Kind::Mse,
    RangeMethod::Kind::Entropy, RangeMethod::Kind::AciqGauss,  RangeMethod::Kind::AciqLaplace,
    RangeMethod::Kind::LpNorm,  RangeMethod::Kind::MeanSigma,
};

bool isInteger(const std::string& id) {
    const NumberFormat* format = findNumberFormat(id);
    return format != nullptr && format->kind == FormatKind::Integer;
}

/// The integer of as many bits that the zero point wants; others stay.
std::string withSign(const std::string& id, bool isSigned) {
    if (!isInteger(id)) {
        return id;
    }
    const std::string bits = std::to_string(findNumberFormat(id)->bits);
    const std::string wanted = (isSigned ? "int" : "uint") + bits;
    return findNumberFormat(wanted) != nullptr ? wanted : id;
}

}  // namespace

SchemeEditor::SchemeEditor(const QuantScheme& scheme, QWidget* parent)
    : QFrame(parent, Qt::Popup),
      m_scheme(scheme),
      m_format(new QComboBox),
      m_symmetry(new Segment({tr("Symmetric"), tr("Asymmetric")})),
      m_granularity(new Segment({tr("Tensor"), tr("Channel"), tr("Group")})),
      m_groupLabel(new QLabel(tr("Group of"))),
      m_group(new NumberField),
      m_range(new QComboBox),
      m_percentileLabel(new QLabel(tr("Percentile"))),
      m_percentile(new NumberField),
      m_scales(new QComboBox),
      m_rounding(new QComboBox) {
    setProperty("role", "card");
    setObjectName(QStringLiteral("scheme_editor"));
    setAttribute(Qt::WA_DeleteOnClose);
    fillChoices();
    layOut();
    connectControls();
    refresh();
}

void SchemeEditor::fillChoices() {
    for (const NumberFormat& format : numberFormats()) {
        m_format->addItem(toText(format.name), toText(format.id));
    }
    m_format->insertSeparator(m_format->count());
    for (const BlockFormat& format : blockFormats()) {
        if (format.quantizes()) {
            m_format->addItem(toText(format.name), toText(format.id));
        }
    }
    for (const RangeMethod::Kind kind : rangeKinds) {
        m_range->addItem(rangeMethodName(kind));
    }
    for (const auto& word : scaleFormatWords) {
        m_scales->addItem(word.value == ScaleFormat::Double ? tr("Double-quantized")
                                                            : toText(word.text).toUpper());
    }
    for (const auto& word : roundingWords) {
        m_rounding->addItem(roundingName(word.value));
    }
    m_group->setLimits({2, mostGroupSize, true});
    m_percentile->setLimits({leastPercentile, 100, false});
    m_percentile->setSuffix(tr(" %"));
}

void SchemeEditor::layOut() {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(16, 12, 16, 12);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(7);
    int row = 0;
    const auto add = [&](QLabel* label, QWidget* control, const char* name) {
        label->setProperty("role", "secondary");
        label->setBuddy(control);
        control->setObjectName(QLatin1String(name));
        control->setAccessibleName(label->text());
        control->setProperty("density", "compact");
        grid->addWidget(label, row, 0);
        grid->addWidget(control, row++, 1);
    };
    add(new QLabel(tr("Format")), m_format, "editor_format");
    add(new QLabel(tr("Zero point")), m_symmetry, "editor_symmetry");
    add(new QLabel(tr("Scale per")), m_granularity, "editor_granularity");
    add(m_groupLabel, m_group, "editor_group");
    add(new QLabel(tr("Range")), m_range, "editor_range");
    add(m_percentileLabel, m_percentile, "editor_percentile");
    add(new QLabel(tr("Scales in")), m_scales, "editor_scales");
    add(new QLabel(tr("Rounding")), m_rounding, "editor_rounding");
}

void SchemeEditor::connectControls() {
    const auto change = [this](auto set) {
        QuantScheme next = m_scheme;
        set(next);
        take(next);
    };
    connect(m_format, &QComboBox::activated, this, [this, change] {
        const std::string id = m_format->currentData().toString().toStdString();
        change([&](QuantScheme& next) {
            next.format = id;  // blocks leave the rest aside, and it is there after them
            next.symmetric = isInteger(id) ? findNumberFormat(id)->isSigned : true;
        });
    });
    connect(m_symmetry, &Segment::chosen, this, [change](int index) {
        change([index](QuantScheme& next) {
            next.symmetric = index == 0;
            next.format = withSign(next.format, next.symmetric);
        });
    });
    connect(m_granularity, &Segment::chosen, this, [change](int index) {
        change([index](QuantScheme& next) { next.granularity = Granularity(index); });
    });
    connect(m_group, &NumberField::valueEntered, this, [change](double size) {
        change([size](QuantScheme& next) { next.groupSize = static_cast<std::int64_t>(size); });
    });
    connect(m_range, &QComboBox::activated, this, [change](int index) {
        if (index < static_cast<int>(std::size(rangeKinds))) {
            change([index](QuantScheme& next) { next.range.kind = rangeKinds[index]; });
        }
    });
    connect(m_percentile, &NumberField::valueEntered, this, [change](double value) {
        change([value](QuantScheme& next) { next.range.percentile = value; });
    });
    connect(m_scales, &QComboBox::activated, this, [change](int index) {
        change([index](QuantScheme& next) { next.scaleFormat = scaleFormatWords[index].value; });
    });
    connect(m_rounding, &QComboBox::activated, this, [change](int index) {
        change([index](QuantScheme& next) { next.rounding = roundingWords[index].value; });
    });
}

void SchemeEditor::take(const QuantScheme& scheme) {
    if (!(scheme == m_scheme)) {
        m_scheme = scheme;
        refresh();
        emit changed(m_scheme);
    }
}

void SchemeEditor::refresh() {
    const FormatSettings follows = settingsOf(m_scheme.format);
    m_format->setCurrentIndex(m_format->findData(QString::fromStdString(m_scheme.format)));
    m_symmetry->setCurrent(m_scheme.symmetric ? 0 : 1);
    m_symmetry->setChoiceEnabled(1, follows.zeroPoint,
                                 tr("Only integer formats have a zero point"));
    m_granularity->setCurrent(static_cast<int>(m_scheme.granularity));
    m_group->setValue(static_cast<double>(m_scheme.groupSize));
    const int ranges = static_cast<int>(std::size(rangeKinds));
    if (m_scheme.range.kind == RangeMethod::Kind::Explicit && m_range->count() == ranges) {
        m_range->addItem(rangeMethodName(m_scheme.range.kind));  // not offered, but there
    }
    m_range->setCurrentIndex(static_cast<int>(std::ranges::find(rangeKinds, m_scheme.range.kind) -
                                              std::begin(rangeKinds)));
    m_percentile->setValue(m_scheme.range.percentile);
    for (int i = 0; i < m_scales->count(); ++i) {
        if (scaleFormatWords[i].value == m_scheme.scaleFormat) {
            m_scales->setCurrentIndex(i);
        }
    }
    for (int i = 0; i < m_rounding->count(); ++i) {
        if (roundingWords[i].value == m_scheme.rounding) {
            m_rounding->setCurrentIndex(i);
        }
    }
    const QString without = follows.kind == FormatSettings::Kind::Blocks
                                ? tr("A block format chooses its scales itself")
                                : tr("A plain cast has no scale");
    for (QWidget* control :
         std::initializer_list<QWidget*>{m_symmetry, m_granularity, m_range, m_scales}) {
        control->setEnabled(follows.scale);
        control->setToolTip(follows.scale ? QString() : without);
    }
    m_rounding->setEnabled(follows.rounding);
    m_rounding->setToolTip(follows.rounding ? QString() : without);
    const bool grouped = follows.scale && m_scheme.granularity == Granularity::Group;
    m_groupLabel->setVisible(grouped);
    m_group->setVisible(grouped);
    const bool percentile = follows.scale && m_scheme.range.kind == RangeMethod::Kind::Percentile;
    m_percentileLabel->setVisible(percentile);
    m_percentile->setVisible(percentile);
    adjustSize();
}

}  // namespace zeropoint::ui
