// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/value/value_entry.h"

#include "ui/controls/field_frame.h"
#include "ui/controls/icon.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTimer>
#include <QToolButton>

#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr int patienceMs = 600;

bool isSame(double a, double b) {
    return (std::isnan(a) && std::isnan(b)) || (a == b && std::signbit(a) == std::signbit(b));
}

}  // namespace

double nextDecimal(double value, int direction) {
    if (!std::isfinite(value)) {
        return value;
    }
    if (value == 0) {
        return direction * 0.1;
    }
    const double unit = std::pow(10.0, std::floor(std::log10(std::abs(value))) - 1);
    const double next = (std::round(value / unit) + direction) * unit;
    // Decimal steps in binary collect dust in the last digits; the person meant the short number.
    return QString::number(next, 'g', 12).toDouble();
}

ValueEntry::ValueEntry(QWidget* parent)
    : QWidget(parent),
      m_frame(new FieldFrame(this)),
      m_field(new QLineEdit(m_frame)),
      m_down(new QToolButton(m_frame)),
      m_up(new QToolButton(m_frame)),
      m_patience(new QTimer(this)) {
    auto* prefix = new QLabel(QStringLiteral("x ="), m_frame);
    prefix->setProperty("role", "secondary");
    prefix->setBuddy(m_field);
    m_field->setObjectName(QStringLiteral("value"));
    m_field->setProperty("role", "bare");
    m_field->setFont(monoFont(18));
    m_field->setAccessibleName(tr("Value"));
    m_field->setAccessibleDescription(
        tr("A number such as 0.1, 1/3, 1e-5 or the bits of the selected format such as 0x2E66"));
    m_frame->watch(m_field);
    m_down->setObjectName(QStringLiteral("valueDown"));
    m_down->setToolTip(tr("Smaller (Down)"));
    m_up->setObjectName(QStringLiteral("valueUp"));
    m_up->setToolTip(tr("Larger (Up)"));
    auto* row = new QHBoxLayout(m_frame);
    row->setContentsMargins(12, 0, 6, 0);
    row->setSpacing(0);
    row->addWidget(prefix);
    row->addSpacing(6);
    row->addWidget(m_field, 1);
    for (QToolButton* button : {m_down, m_up}) {
        button->setProperty("role", "stepper");
        button->setAccessibleName(button->toolTip());
        button->setFocusPolicy(Qt::NoFocus);
        button->setAutoRepeat(true);
        button->setIconSize({16, 16});
        row->addWidget(button);
    }
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_frame);
    setFixedSize(186, 46);
    m_patience->setSingleShot(true);
    m_patience->setInterval(patienceMs);
    connect(m_patience, &QTimer::timeout, this, [this] { showError(m_reason); });
    connect(m_field, &QLineEdit::textEdited, this, [this] { takeText(false); });
    connect(m_field, &QLineEdit::editingFinished, this, [this] { takeText(true); });
    connect(m_down, &QToolButton::clicked, this, [this] { stepDecimal(-1); });
    connect(m_up, &QToolButton::clicked, this, [this] { stepDecimal(1); });
    setTintedIcon(m_down, "minus", &Theme::text3, &Theme::accent);
    setTintedIcon(m_up, "plus", &Theme::text3, &Theme::accent);
}

Result<ParsedNumber> ValueEntry::read() const {
    // Pasted text may bring spaces of typesetters, and the minus that the pages show themselves.
    return parseNumber(withDecimalPoint(m_field->text()).toStdString(),
                       numberFormat(m_state.inspected.toStdString()));
}

void ValueEntry::show(const NumberState& state) {
    const bool sameValue = isSame(state.value, m_state.value) && !m_field->text().isEmpty();
    m_state = state;
    const Result<ParsedNumber> shown = read();
    const bool stays = sameValue && (m_field->hasFocus() || m_refused);
    if (shown ? isSame(shown->value, state.value) : stays) {
        return;
    }
    m_field->setText(QString::fromStdString(shortestText(state.value)));
    const bool fits = m_field->fontMetrics().horizontalAdvance(m_field->text()) < m_field->width();
    m_field->setCursorPosition(fits ? static_cast<int>(m_field->text().size()) : 0);
    showError({});
}

void ValueEntry::takeText(bool complete) {
    const double before = m_before.value_or(m_state.value);
    m_before = complete ? std::nullopt : std::optional(before);
    const Result<ParsedNumber> number = read();
    m_refused = complete && !number;
    if (!number) {
        m_reason = QString::fromStdString(toString(number.error()));
        if (complete) {
            giveBack(before);
            showError(m_reason);
        } else {
            m_patience->start();
        }
        return;
    }
    showError({});
    if (!complete || !isSame(number->value, m_state.value)) {
        emit entered(*number);
    }
}

/// A part of the text may have been a number: the 1e40 of 1e400.
void ValueEntry::giveBack(double before) {
    if (!isSame(before, m_state.value)) {
        m_state.value = before;
        emit entered({before, std::nullopt});
    }
}

void ValueEntry::showError(const QString& reason) {
    m_patience->stop();
    m_frame->setInvalid(!reason.isEmpty());
    emit refused(reason);
}

void ValueEntry::stepDecimal(int direction) {
    emit editingStarted();
    m_field->setText(QString::fromStdString(shortestText(nextDecimal(m_state.value, direction))));
    takeText(false);
}

void ValueEntry::keyPressEvent(QKeyEvent* event) {
    const bool plain = event->modifiers() == Qt::NoModifier;
    if (plain && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        stepDecimal(event->key() == Qt::Key_Up ? 1 : -1);
    } else {
        QWidget::keyPressEvent(event);
    }
}

}  // namespace zeropoint::ui
