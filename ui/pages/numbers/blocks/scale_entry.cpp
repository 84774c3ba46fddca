// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/blocks/scale_entry.h"

#include "core/numerics/parse_number.h"
#include "ui/controls/field_frame.h"
#include "ui/controls/icon.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QToolButton>

#include <cmath>

namespace zeropoint::ui {
namespace {

QString absMaxText(double absMax) {
    const QString text = QString::fromStdString(shortestText(absMax));
    return absMax == std::floor(absMax) && absMax < 1e6 ? QString::number(absMax, 'f', 1) : text;
}

}  // namespace

ScaleEntry::ScaleEntry(QWidget* parent)
    : QWidget(parent),
      m_frame(new FieldFrame(this)),
      m_field(new QLineEdit(m_frame)),
      m_choices(new QToolButton(m_frame)) {
    auto* label = new QLabel(tr("INT and NF4 scale: |max|"), m_frame);
    label->setProperty("role", "secondary");
    label->setBuddy(m_field);
    m_field->setObjectName(QStringLiteral("absMax"));
    m_field->setProperty("role", "bare");
    m_field->setFont(monoFont(12));
    m_field->setFixedWidth(46);
    m_field->setAccessibleName(tr("Largest magnitude that integer and NF4 scales are made for"));
    m_frame->watch(m_field);
    m_choices->setObjectName(QStringLiteral("absMaxChoices"));
    m_choices->setProperty("role", "stepper");
    m_choices->setAccessibleName(tr("Usual scales"));
    m_choices->setPopupMode(QToolButton::InstantPopup);
    m_choices->setIconSize({14, 14});
    auto* menu = new QMenu(m_choices);
    for (const double choice : {0.25, 0.5, 1.0, 2.0, 6.0, 127.0}) {
        menu->addAction(absMaxText(choice), this, [this, choice] { emit entered(choice); });
    }
    m_choices->setMenu(menu);
    auto* row = new QHBoxLayout(m_frame);
    row->setContentsMargins(8, 0, 2, 0);
    row->setSpacing(6);
    row->addWidget(label);
    row->addWidget(m_field, 1);
    row->addWidget(m_choices);
    auto* outer = new QHBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_frame);
    setFixedHeight(34);
    connect(m_field, &QLineEdit::editingFinished, this, &ScaleEntry::takeText);
    setAbsMax(1);
    setTintedIcon(m_choices, "caret");
}

void ScaleEntry::setAbsMax(double absMax) {
    m_absMax = absMax;
    m_field->setText(absMaxText(absMax));
    m_frame->setInvalid(false);
}

void ScaleEntry::takeText() {
    const auto number =
        parseNumber(withDecimalPoint(m_field->text()).toStdString(), numberFormat("fp64"));
    const bool usable =
        number && !number->code && std::isfinite(number->value) && number->value > 0;
    m_frame->setInvalid(!usable);
    if (!usable) {
        emit refused(tr("A scale is made for a magnitude above zero, such as 1.0; %1 stays")
                         .arg(absMaxText(m_absMax)));
        return;
    }
    emit refused({});
    if (number->value != m_absMax) {
        emit entered(number->value);
    } else {
        setAbsMax(m_absMax);
    }
}

}  // namespace zeropoint::ui
