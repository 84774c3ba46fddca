// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/number_field.h"

#include "ui/controls/anchor.h"
#include "ui/controls/field_notice.h"
#include "ui/text/numbers.h"
#include "ui/text/setting_tips.h"

#include <QKeyEvent>
#include <QRegularExpression>
#include <QStyle>
#include <QStyleOptionFrame>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace zeropoint::ui {

namespace {

/// Digits with a power of ten that no double reaches.
bool tooLarge(const QString& text) {
    static const QRegularExpression number(
        QStringLiteral("^\\s*[+-]?(\\d+[.,]?\\d*|[.,]\\d+)([eE]\\+?\\d+)?\\s*$"));
    return number.match(text).hasMatch();
}

/// A limit next to a number that is out itself ("above -20") is the double beside it: that number,
/// which people wrote, in place of 17 digits.
std::optional<double> endThatIsOut(double limit, double side) {
    const double beside = std::nextafter(limit, side * std::numeric_limits<double>::infinity());
    return numberForField(beside).size() + 4 < numberForField(limit).size() ? std::optional(beside)
                                                                            : std::nullopt;
}

}  // namespace

NumberField::NumberField(QWidget* parent) : QLineEdit(parent) {
    connect(this, &QLineEdit::editingFinished, this, &NumberField::take);
    display();
}

void NumberField::setValue(double value) {
    if (value == m_value && !m_refusal.isEmpty()) {
        return;  // what was refused stays until it is replaced
    }
    m_value = value;
    if (!hasFocus() || !isModified()) {
        m_refusal.clear();
        display();
    }
}

void NumberField::setDigits(int digits) {
    m_digits = digits;
    display();
}

void NumberField::setSuffix(const QString& suffix) {
    m_suffix = suffix;
    display();
}

void NumberField::setHint(const QString& hint) {
    m_hint = hint;
    mark();
}

void NumberField::setProblem(const QString& reason) {
    m_problem = reason;
    mark();
}

void NumberField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && isModified()) {
        giveUp();
    } else {
        QLineEdit::keyPressEvent(event);
    }
}

QString NumberField::reasonAgainst(std::optional<double> typed) const {
    if (!typed && tooLarge(text())) {
        return tr("This number is too large.");
    }
    if (!typed) {
        return m_limits.whole
                   ? tr("A whole number is wanted.")
                   : tr("This is not a number. Try %1 or 3e-3.").arg(numberForField(0.003));
    }
    if (m_limits.whole && *typed != std::floor(*typed)) {
        return tr("A whole number is wanted.");
    }
    if (*typed >= m_limits.lo && *typed <= m_limits.hi) {
        return {};
    }
    if (!std::isfinite(m_limits.hi)) {
        const auto beyond = endThatIsOut(m_limits.lo, -1);
        return beyond ? tr("More than %1 is wanted.").arg(numberForField(*beyond))
                      : tr("At least %1 is wanted.").arg(numberForField(m_limits.lo));
    }
    if (!std::isfinite(m_limits.lo)) {
        const auto beyond = endThatIsOut(m_limits.hi, 1);
        return beyond ? tr("Less than %1 is wanted.").arg(numberForField(*beyond))
                      : tr("At most %1 is wanted.").arg(numberForField(m_limits.hi));
    }
    return tr("From %1 to %2.").arg(numberForField(m_limits.lo), numberForField(m_limits.hi));
}

/// Back to the value that holds.
void NumberField::giveUp() {
    const bool wasRefused = !m_refusal.isEmpty();
    m_refusal.clear();
    display();
    if (wasRefused) {
        emit refused({});
    }
    emit editingFinished();
}

void NumberField::take() {
    if (!isModified()) {
        return;
    }
    const bool wasRefused = !m_refusal.isEmpty();
    QString typed = text().trimmed();
    if (!m_suffix.isEmpty() && typed.endsWith(m_suffix.trimmed())) {
        typed.chop(m_suffix.trimmed().size());
    }
    const std::optional<double> value = readNumber(typed);
    m_refusal = reasonAgainst(value);
    if (!m_refusal.isEmpty()) {
        mark();
        emit refused(m_refusal);
        return;
    }
    const bool changed = *value != m_value;
    m_value = *value;
    display();
    if (wasRefused) {
        emit refused({});
    }
    if (changed) {
        emit valueEntered(m_value);
    }
}

void NumberField::focusInEvent(QFocusEvent* event) {
    if (!isModified() && m_refusal.isEmpty()) {
        display();
    }
    QLineEdit::focusInEvent(event);
}

void NumberField::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    if (!isModified() && m_refusal.isEmpty()) {
        display();
    }
}

void NumberField::resizeEvent(QResizeEvent* event) {
    QLineEdit::resizeEvent(event);
    if (!isModified() && m_refusal.isEmpty()) {
        display();
    }
}

/// As many digits as there is room for, and all of them for who types.
QString NumberField::shownText() const {
    constexpr int mostDigits = 17;
    constexpr int leastDigits = 3;
    constexpr int textMargin = 2;  // that QLineEdit leaves on either side
    QStyleOptionFrame option;
    initStyleOption(&option);
    const int room = style()->subElementRect(QStyle::SE_LineEditContents, &option, this).width() -
                     2 * textMargin;
    QString text = numberForField(m_value, m_digits) + m_suffix;
    for (int digits = m_digits > 0 ? m_digits : mostDigits;
         !hasFocus() && room > 0 && digits > leastDigits &&
         fontMetrics().horizontalAdvance(text) > room;) {
        text = numberForField(m_value, --digits) + m_suffix;
    }
    return text;
}

void NumberField::display() {
    setText(shownText());
    if (!hasFocus()) {
        setCursorPosition(0);  // where there is still not room for all, the first digits stand
    }
    setModified(false);
    mark();
}

void NumberField::mark() {
    const QString reason = m_refusal.isEmpty() ? m_problem : m_refusal;
    const QString hint = m_hint.isEmpty() ? settingTip(anchorOf(this)) : m_hint;
    setToolTip(reason.isEmpty() ? hint : reason);
    setAccessibleDescription(reason);
    if (!m_toldElsewhere) {
        FieldNotice::tell(this, m_refusal);
    }
    const bool invalid = !reason.isEmpty();
    if (property("invalid").toBool() != invalid) {
        setProperty("invalid", invalid);
        style()->unpolish(this);
        style()->polish(this);
    }
}

NumberField* refusedField(const QWidget& form) {
    const QList<NumberField*> fields = form.findChildren<NumberField*>();
    const auto refused = std::ranges::find_if(fields, [&form](const NumberField* field) {
        return field->isVisibleTo(&form) && !field->refusal().isEmpty();
    });
    return refused == fields.end() ? nullptr : *refused;
}

}  // namespace zeropoint::ui
