// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/learn/step_bar.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace zeropoint::ui {
namespace {

constexpr int dashHeight = 4;
constexpr int gap = 4;

}  // namespace

StepBar::StepBar(QWidget* parent) : QWidget(parent) {
    setFixedHeight(dashHeight);
    setObjectName(QStringLiteral("step_bar"));
}

void StepBar::setStep(int step, int steps) {
    m_step = step;
    m_steps = steps;
    setAccessibleName(tr("Step %1 of %2").arg(step + 1).arg(steps));
    update();
}

QSize StepBar::sizeHint() const {
    return {m_steps * 12, dashHeight};
}

void StepBar::paintEvent(QPaintEvent*) {
    if (m_steps == 0) {
        return;
    }
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const Theme& theme = themeOf(this);
    const double wide = double(width() + gap) / m_steps;
    for (int i = 0; i < m_steps; ++i) {
        painter.setBrush(i < m_step ? theme.accent : i == m_step ? theme.control : theme.border);
        painter.drawRoundedRect(QRectF(i * wide, 0, wide - gap, dashHeight), 2, 2);
    }
}

}  // namespace zeropoint::ui
