// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QString>

#include <limits>
#include <optional>

namespace zeropoint::ui {

/// The field in which the program takes numbers. It reads a decimal comma and a decimal point
/// alike and shows the way of the locale. What it cannot take stays as it was typed, marked, with
/// the reason below it and as its tooltip; the value before goes on to hold. Where a number is too
/// long for its place it is rounded until somebody comes to change it: a sign or an exponent that
/// is cut off makes another number.
class NumberField : public QLineEdit {
    Q_OBJECT

public:
    struct Limits {
        double lo = -std::numeric_limits<double>::infinity();
        double hi = std::numeric_limits<double>::infinity();
        bool whole = false;
    };

    explicit NumberField(QWidget* parent = nullptr);

    double value() const { return m_value; }
    /// Shows a value; what somebody is typing is left alone. Never emits.
    void setValue(double value);
    void setLimits(const Limits& limits) { m_limits = limits; }
    /// Significant digits that are shown; 0: as many as the value has.
    void setDigits(int digits);
    /// Behind the number: " %". It may be typed or left out.
    void setSuffix(const QString& suffix);
    /// The tooltip while nothing is refused.
    void setHint(const QString& hint);
    /// Marks the field for a reason of its owner's: the value does not fit others. Empty: it does.
    void setProblem(const QString& reason);
    /// Its owner says why something was refused, in a place of its own.
    void setToldElsewhere() { m_toldElsewhere = true; }
    /// Why what stands there was not taken; empty when it was.
    const QString& refusal() const { return m_refusal; }

signals:
    void valueEntered(double value);  ///< another value, by the user
    /// What was typed is no value of this field; empty: a refusal is over.
    void refused(const QString& reason);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QString shownText() const;
    void take();
    void giveUp();
    QString reasonAgainst(std::optional<double> typed) const;
    void display();
    void mark();

    double m_value = 0;
    Limits m_limits;
    int m_digits = 0;
    QString m_suffix;
    QString m_hint;
    QString m_refusal;
    QString m_problem;
    bool m_toldElsewhere = false;
};

/// The first field of a form that shows what it did not take; null: none. What a form does with its
/// numbers waits for it: the last good value is not the one that is read there.
NumberField* refusedField(const QWidget& form);

}  // namespace zeropoint::ui
