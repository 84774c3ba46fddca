// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/key_label.h"

#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int boxHeight = 20;

int boxWidth(const QString& key) {
    return std::max(boxHeight, QFontMetrics(monoFont(11)).horizontalAdvance(key) + 12);
}

}  // namespace

KeyLabel::KeyLabel(const QString& key, QWidget* parent) : QWidget(parent), m_key(key) {
    setFixedSize(sizeHint());
    setAccessibleName(key);
}

QSize KeyLabel::sizeHint() const {
    return {boxWidth(m_key), boxHeight};
}

int KeyLabel::paint(QPainter& painter, const QString& key, int right, int middle,
                    const Theme& theme) {
    const int width = boxWidth(key);
    const QRect box(right - width, middle - boxHeight / 2, width, boxHeight);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.border);
    painter.setBrush(theme.background);
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setFont(monoFont(11));
    painter.setPen(theme.text2);
    painter.drawText(box, Qt::AlignCenter, key);
    return box.left();
}

void KeyLabel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paint(painter, m_key, width(), height() / 2, themeOf(this));
}

}  // namespace zeropoint::ui
