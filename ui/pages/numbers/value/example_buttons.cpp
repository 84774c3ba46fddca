// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/value/example_buttons.h"

#include "ui/controls/anchor.h"
#include "ui/controls/arrow_group.h"
#include "ui/text/numbers.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <cmath>
#include <numbers>

namespace zeropoint::ui {
namespace {

constexpr double examples[] = {0.1, 1.0 / 3.0, std::numbers::pi, 300, 70000, 1e-5, -0.0};

QString exampleText(double value) {
    if (value == 1.0 / 3.0) {
        return QStringLiteral("⅓");
    }
    if (value == std::numbers::pi) {
        return QStringLiteral("π");
    }
    if (value == 1e-5) {
        return QStringLiteral("10") + superscript(-5);
    }
    return formatNumber(value, 6);
}

}  // namespace

ExampleButtons::ExampleButtons(QWidget* parent) : QWidget(parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (const double value : examples) {
        auto* button = new QPushButton(exampleText(value), this);
        button->setObjectName(QStringLiteral("example%1").arg(m_buttons.size()));
        button->setProperty("role", "example");
        setChangedSetting(button, QStringLiteral("numbers.value"));
        button->setCheckable(true);
        button->setAccessibleName(tr("Try %1").arg(formatNumber(value, 6)));
        row->addWidget(button);
        m_buttons.push_back(button);
        connect(button, &QPushButton::clicked, this, [this, value, button] {
            button->setChecked(true);
            emit picked(value);
        });
    }
    auto* group = new ArrowGroup(this);
    group->setMembers(QList<QWidget*>(m_buttons.begin(), m_buttons.end()));
}

void ExampleButtons::setValue(double value) {
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setChecked(value == examples[i] &&
                                 std::signbit(value) == std::signbit(examples[i]));
    }
}

}  // namespace zeropoint::ui
