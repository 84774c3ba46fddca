// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/synthetic_card.h"

#include "ui/controls/anchor.h"
#include "ui/controls/form_arrows.h"
#include "ui/controls/scrolled.h"
#include "ui/controls/tab_stop.h"
#include "ui/controls/term_tips.h"
#include "ui/controls/value_slider.h"
#include "ui/state/workbench.h"
#include "ui/text/setting_words.h"

#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace zeropoint::ui {
namespace {

/// Sliders reach this far; what is typed is limited by the core alone.
constexpr double mostValues = 4'000'000;

struct SliderRange {
    double lo;
    double hi;
    int decimals;
    ValueSlider::Scale scale;
};

/// A range that a hand can use: around the default, inside what the core takes.
SliderRange sliderRange(const SyntheticParameter& parameter) {
    if (parameter.key == "seed") {
        return {0, 100, 0, ValueSlider::Scale::Linear};
    }
    if (parameter.integer && parameter.minimum <= 0) {
        return {0, std::min(100.0, parameter.maximum), 0, ValueSlider::Scale::Linear};
    }
    if (parameter.integer) {
        return {std::max(1.0, parameter.minimum), std::min(mostValues, parameter.maximum), 0,
                ValueSlider::Scale::Logarithmic};
    }
    if (parameter.minimum >= 0 && parameter.maximum <= 1) {
        return {parameter.minimum, parameter.maximum, 3, ValueSlider::Scale::Linear};
    }
    if (parameter.minimum > 0 || (parameter.minimum == 0 && parameter.defaultValue > 0)) {
        return {std::max(parameter.minimum, parameter.defaultValue / 100),
                std::min(parameter.maximum, parameter.defaultValue * 100), 4,
                ValueSlider::Scale::Logarithmic};
    }
    const double reach = std::max(10.0, 10 * std::abs(parameter.defaultValue));
    return {std::max(parameter.minimum, -reach), std::min(parameter.maximum, reach), 3,
            ValueSlider::Scale::Linear};
}

}  // namespace

SyntheticCard::SyntheticCard(Workbench& bench, QWidget* parent)
    : QFrame(parent),
      m_bench(bench),
      m_inUse(new QLabel(tr("in use"))),
      m_kind(new QComboBox),
      m_sliderArea(nullptr) {
    setProperty("role", "card");
    auto* title = new QLabel(tr("Synthetic"));
    title->setProperty("role", "cardTitle");
    m_inUse->setProperty("role", "accent");
    m_kind->setObjectName(QStringLiteral("synthetic_kind"));
    m_kind->setAccessibleName(tr("Kind of distribution"));
    setAnchor(m_kind, QStringLiteral("calibrate.synthetic.kind"));
    for (const SyntheticKind& kind : syntheticKinds()) {
        m_kind->addItem(syntheticKindTitle(kind.name),
                        QString::fromUtf8(kind.name.data(), qsizetype(kind.name.size())));
    }
    auto* header = new QHBoxLayout;
    header->addWidget(title);
    header->addWidget(m_inUse);
    header->addStretch();
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(8);
    column->addLayout(header);
    column->addWidget(m_kind);
    column->addStretch();
    new FormArrows({this});
    connect(m_kind, &QComboBox::activated, this, [this](int index) {
        m_bench.setSynthetic(SyntheticSpec{m_kind->itemData(index).toString().toStdString(), {}});
    });
    connect(&bench, &Workbench::sourceChanged, this, &SyntheticCard::refresh);
    refresh();
}

void SyntheticCard::refresh() {
    const bool inUse = m_bench.source() && m_bench.source()->synthetic();
    m_inUse->setVisible(inUse);
    if (inUse) {
        const auto& spec = std::get<SyntheticSpec>(m_bench.source()->origin);
        const bool newKind = spec.kind != m_spec.kind || m_sliders.empty();
        m_spec = spec;
        m_kind->setCurrentIndex(m_kind->findData(QString::fromStdString(spec.kind)));
        if (newKind) {
            rebuildSliders();
        }
    } else if (m_sliders.empty()) {
        rebuildSliders();
    }
    for (const Row& row : m_sliders) {
        const auto set = m_spec.parameters.find(row.key);
        const double value = set == m_spec.parameters.end() ? row.defaultValue : set->second;
        // What was typed, or comes from elsewhere, may lie beyond the slider: it reaches there
        // then.
        row.slider->setRange(std::min(row.lo, value), std::max(row.hi, value));
        row.slider->setValue(value);
    }
}

/// Those of another kind. A hand on one that goes, by undo too, is on the kind then.
void SyntheticCard::rebuildSliders() {
    if (m_sliderArea != nullptr && m_sliderArea->isAncestorOf(QApplication::focusWidget())) {
        m_kind->setFocus(Qt::OtherFocusReason);
    }
    delete m_sliderArea;
    m_sliders.clear();
    auto* rows = new QWidget;
    auto* column = new QVBoxLayout(rows);
    column->setContentsMargins(0, 0, 6, 0);
    column->setSpacing(6);
    const auto& kinds = syntheticKinds();
    const auto kind = std::find_if(kinds.begin(), kinds.end(), [this](const SyntheticKind& k) {
        return k.name == m_spec.kind;
    });
    if (kind != kinds.end()) {
        for (const SyntheticParameter& parameter : kind->parameters) {
            const std::string key(parameter.key);
            const SliderRange range = sliderRange(parameter);
            auto* slider = new ValueSlider(syntheticParameterTitle(parameter.key), range.lo,
                                           range.hi, range.decimals, range.scale);
            slider->setFieldLimits(parameter.minimum, parameter.maximum);
            slider->setObjectName(QStringLiteral("synthetic_") + QString::fromStdString(key));
            setAnchor(slider,
                      QStringLiteral("calibrate.synthetic.") +
                          QString::fromStdString(key).replace(QLatin1Char('-'), QLatin1Char('_')));
            connect(slider, &ValueSlider::valueChanged, this,
                    [this, key](double value) { setParameter(key, value); });
            if (key == "scale") {  // of the values, not of a quantizer: no term of the glossary
                for (QWidget* part : slider->findChildren<QWidget*>()) {
                    setTerm(part, QStringLiteral("none"));
                }
            }
            column->addWidget(slider);
            m_sliders.push_back({key, parameter.defaultValue, range.lo, range.hi, slider});
        }
    }
    column->addStretch();
    auto* scroll = scrolled(rows);
    m_sliderArea = scroll;
    static_cast<QVBoxLayout*>(layout())->insertWidget(2, scroll, 1);
    stopsInPlace(*this);
}

void SyntheticCard::setParameter(const std::string& key, double value) {
    m_spec.parameters[key] = value;
    m_bench.setSynthetic(m_spec);
}

}  // namespace zeropoint::ui
