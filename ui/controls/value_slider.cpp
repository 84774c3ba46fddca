// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/value_slider.h"

#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr int positions = 1000;

/// Reads our own text back: the true minus and the thin space are how numbers are shown.
double readNumber(QString text, const QString& suffix, bool* ok) {
    text.remove(suffix).remove(QChar(0x2009)).replace(QChar(0x2212), QLatin1Char('-'));
    return QLocale::c().toDouble(text.trimmed(), ok);
}

}  // namespace

ValueSlider::ValueSlider(const QString& label, double lo, double hi, int decimals, Scale scale,
                         QWidget* parent)
    : QWidget(parent),
      m_label(new QLabel(label, this)),
      m_field(new QLineEdit(this)),
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
    connect(m_field, &QLineEdit::editingFinished, this, &ValueSlider::takeText);
    showValue();
}

void ValueSlider::setValue(double value) {
    m_value = std::clamp(value, m_lo, m_hi);
    showValue();
}

void ValueSlider::setRange(double lo, double hi) {
    m_lo = lo;
    m_hi = hi;
    setValue(m_value);
}

void ValueSlider::setSuffix(const QString& suffix) {
    m_suffix = suffix;
    showValue();
}

void ValueSlider::takeSlider(int position) {
    const double unit = std::pow(10.0, m_decimals);
    const double value = std::round(toValue(position) * unit) / unit;
    m_value = std::clamp(value, m_lo, m_hi);
    m_field->setText(formatNumber(m_value, 7) + m_suffix);
    emit valueChanged(m_value);
}

void ValueSlider::takeText() {
    bool ok = false;
    const double typed = readNumber(m_field->text(), m_suffix, &ok);
    const double value = ok && std::isfinite(typed) ? std::clamp(typed, m_lo, m_hi) : m_value;
    const bool changed = value != m_value;
    setValue(value);
    if (changed) {
        emit valueChanged(m_value);
    }
}

void ValueSlider::showValue() {
    const QSignalBlocker blocker(m_slider);
    m_slider->setValue(toPosition(m_value));
    m_field->setText(formatNumber(m_value, 7) + m_suffix);
}

double ValueSlider::toValue(int position) const {
    const double share = static_cast<double>(position) / positions;
    if (m_scale == Scale::Logarithmic) {
        return m_lo * std::pow(m_hi / m_lo, share);
    }
    return m_lo + (m_hi - m_lo) * share;
}

int ValueSlider::toPosition(double value) const {
    const double share = m_scale == Scale::Logarithmic
                             ? std::log(value / m_lo) / std::log(m_hi / m_lo)
                             : (value - m_lo) / (m_hi - m_lo);
    return static_cast<int>(std::lround(share * positions));
}

}  // namespace zeropoint::ui
