// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/value_slider.h"

#include "ui/controls/number_field.h"
#include "ui/theme/fonts.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr int positions = 1000;
constexpr int shownDigits = 7;

}  // namespace

ValueSlider::ValueSlider(const QString& label, double lo, double hi, int decimals, Scale scale,
                         QWidget* parent)
    : QWidget(parent),
      m_label(new QLabel(label, this)),
      m_field(new NumberField(this)),
      m_slider(new QSlider(Qt::Horizontal, this)),
      m_lo(lo),
      m_hi(hi),
      m_decimals(decimals),
      m_scale(scale),
      m_value(lo) {
    m_label->setProperty("role", "secondary");
    m_label->setBuddy(m_slider);
    m_field->setProperty("role", "inlineValue");
    m_field->setFont(monoFont(12));
    m_field->setAlignment(Qt::AlignRight);
    m_field->setMaximumWidth(96);
    m_field->setAccessibleName(label);
    m_slider->setRange(0, positions);
    m_slider->setPageStep(positions / 10);
    m_slider->setSingleStep(positions / 100);
    m_slider->setAccessibleName(label);
    // One stop of Tab: the slider's. A digit or Enter there begins to type.
    m_field->setFocusPolicy(Qt::ClickFocus);
    m_slider->installEventFilter(this);
    auto* row = new QHBoxLayout;
    row->addWidget(m_label);
    row->addStretch(1);
    row->addWidget(m_field);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(row);
    column->addWidget(m_slider);
    connect(m_slider, &QSlider::sliderPressed, this, &ValueSlider::gestureStarted);
    connect(m_slider, &QSlider::valueChanged, this, &ValueSlider::takeSlider);
    connect(m_field, &NumberField::valueEntered, this, &ValueSlider::takeTyped);
    m_field->setDigits(shownDigits);
    setRange(lo, hi);
}

void ValueSlider::setValue(double value) {
    const auto [least, most] = m_typed.value_or(std::pair(m_lo, m_hi));
    m_value = std::clamp(value, std::min(least, m_lo), std::max(most, m_hi));
    showValue();
}

void ValueSlider::setRange(double lo, double hi) {
    m_lo = lo;
    m_hi = hi;
    const auto [least, most] = m_typed.value_or(std::pair(lo, hi));
    m_field->setLimits({least, most, m_decimals == 0});
    setValue(m_value);
}

void ValueSlider::setFieldLimits(double lo, double hi) {
    m_typed = {lo, hi};
    setRange(m_lo, m_hi);
}

void ValueSlider::setSuffix(const QString& suffix) {
    m_field->setSuffix(suffix);
}

void ValueSlider::takeSlider(int position) {
    const double unit = std::pow(10.0, m_decimals);
    const double value = std::round(toValue(position) * unit) / unit;
    m_value = std::clamp(value, m_lo, m_hi);
    m_field->setValue(m_value);
    emit valueChanged(m_value);
}

void ValueSlider::takeTyped(double value) {
    setValue(value);
    emit valueChanged(m_value);
}

bool ValueSlider::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_slider || event->type() != QEvent::KeyPress) {
        return QWidget::eventFilter(watched, event);
    }
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool enters = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const QString text = key->text();
    const bool types = !text.isEmpty() && (text[0].isDigit() || text[0] == QLatin1Char('-') ||
                                           text[0] == QLatin1Char('.'));
    if (!enters && !types) {
        return QWidget::eventFilter(watched, event);
    }
    m_field->setFocus(Qt::OtherFocusReason);
    m_field->selectAll();
    if (types) {
        m_field->insert(text);
        m_field->setModified(true);
    }
    return true;
}

void ValueSlider::showValue() {
    const QSignalBlocker blocker(m_slider);
    m_slider->setValue(toPosition(m_value));
    m_field->setValue(m_value);
}

double ValueSlider::toValue(int position) const {
    const double share = static_cast<double>(position) / positions;
    if (m_scale == Scale::Logarithmic) {
        return m_lo * std::pow(m_hi / m_lo, share);
    }
    return m_lo + (m_hi - m_lo) * share;
}

int ValueSlider::toPosition(double value) const {
    const double near = std::clamp(value, m_lo, m_hi);  // what was typed may lie beyond
    const double share = m_scale == Scale::Logarithmic
                             ? std::log(near / m_lo) / std::log(m_hi / m_lo)
                             : (near - m_lo) / (m_hi - m_lo);
    return static_cast<int>(std::lround(share * positions));
}

}  // namespace zeropoint::ui
