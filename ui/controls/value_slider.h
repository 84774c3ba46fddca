// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>
#include <utility>

class QLabel;
class QSlider;

namespace zeropoint::ui {

class NumberField;

/// A setting on a groove: label, its value in mono (click it to type), slider below. The value is
/// a double in [lo, hi], linear or logarithmic over the groove. What is typed is taken as it is, or
/// refused by the field.
class ValueSlider : public QWidget {
    Q_OBJECT

public:
    enum class Scale { Linear, Logarithmic };

    /// lo < hi; a logarithmic slider needs lo > 0. `decimals` is what the text shows and what
    /// dragging rounds to (0: whole numbers).
    ValueSlider(const QString& label, double lo, double hi, int decimals = 2,
                Scale scale = Scale::Linear, QWidget* parent = nullptr);

    double value() const { return m_value; }
    /// Clamped to what may be typed; never emits valueChanged().
    void setValue(double value);
    void setRange(double lo, double hi);
    /// What may be typed beyond the slider's ends. Without it they are the same.
    void setFieldLimits(double lo, double hi);
    /// Behind the number: " %".
    void setSuffix(const QString& suffix);

    QSlider* slider() const { return m_slider; }
    NumberField* field() const { return m_field; }

signals:
    void gestureStarted();            ///< a drag begins: the changes until its end are one step
    void valueChanged(double value);  ///< by the user

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void takeSlider(int position);
    void takeTyped(double value);
    void showValue();
    double toValue(int position) const;
    int toPosition(double value) const;

    QLabel* m_label;
    NumberField* m_field;
    QSlider* m_slider;
    double m_lo;
    double m_hi;
    std::optional<std::pair<double, double>> m_typed;  ///< limits of what is typed
    int m_decimals;
    Scale m_scale;
    double m_value;
};

}  // namespace zeropoint::ui
