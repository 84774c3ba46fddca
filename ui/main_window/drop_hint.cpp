// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/drop_hint.h"

#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace zeropoint::ui {
namespace {

constexpr int inset = 12;
constexpr double groundShare = 0.88;
constexpr int textSize = 18;

}  // namespace

DropHint::DropHint(QWidget* window) : QWidget(window) {
    setObjectName(QStringLiteral("drop_hint"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    hide();
}

void DropHint::showFor(const QString& name) {
    m_text = tr("Let go to open %1").arg(name);
    setAccessibleName(m_text);
    setGeometry(parentWidget()->rect());
    raise();
    show();
    update();
}

void DropHint::paintEvent(QPaintEvent*) {
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor ground = theme.background;
    ground.setAlphaF(groundShare);
    painter.fillRect(rect(), ground);
    const QRectF frame = QRectF(rect()).adjusted(inset, inset, -inset, -inset);
    painter.setPen(QPen(theme.accent, 2, Qt::DashLine));
    painter.drawRoundedRect(frame, 8, 8);
    painter.setPen(theme.accent);
    painter.setFont(textFont(textSize, QFont::DemiBold));
    painter.drawText(frame, Qt::AlignCenter | Qt::TextWordWrap, m_text);
}

}  // namespace zeropoint::ui
