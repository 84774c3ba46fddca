// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/chip.h"

#include "ui/controls/icon.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>

namespace zeropoint::ui {
namespace {

constexpr int padding = 10;
constexpr int gap = 8;
constexpr int caret = 12;
constexpr int longestName = 220;

}  // namespace

Chip::Chip(const QString& key, QWidget* parent) : QToolButton(parent), m_key(key) {
    setPopupMode(QToolButton::InstantPopup);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(key);
    setCursor(Qt::PointingHandCursor);
}

void Chip::setContent(const QString& name, const QString& detail) {
    if (name == m_name && detail == m_detail) {
        return;
    }
    m_name = name;
    m_detail = detail;
    setAccessibleName(QStringLiteral("%1: %2, %3").arg(m_key, name, detail));
    setToolTip(QStringLiteral("%1: %2 %3").arg(m_key, name, detail));
    updateGeometry();
    update();
}

void Chip::setCompact(bool compact) {
    m_compact = compact;
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const {
    const int name =
        qMin(longestName, QFontMetrics(textFont(13, QFont::Medium)).horizontalAdvance(m_name));
    int width = 2 * padding + name + gap + caret;
    if (!m_compact) {
        width += QFontMetrics(textFont(13)).horizontalAdvance(m_key) + gap;
    }
    width += QFontMetrics(monoFont(12)).horizontalAdvance(m_detail) + gap;
    return {width, 32};
}

void Chip::paintEvent(QPaintEvent*) {
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(underMouse() ? theme.hover : theme.surface);
    painter.setPen(hasFocus() ? QPen(theme.accent, 2) : QPen(theme.control, 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    int x = padding;
    const auto draw = [&](const QString& text, const QFont& font, const QColor& color, int limit) {
        painter.setFont(font);
        painter.setPen(color);
        const QFontMetrics metrics(font);
        const QString shown = metrics.elidedText(text, Qt::ElideMiddle, limit);
        painter.drawText(QRect(x, 0, limit, height()), Qt::AlignVCenter | Qt::AlignLeft, shown);
        x += metrics.horizontalAdvance(shown) + gap;
    };
    if (!m_compact) {
        draw(m_key, textFont(13), theme.text3, width());
    }
    draw(m_name, textFont(13, QFont::Medium), theme.text, longestName);
    draw(m_detail, monoFont(12), theme.text2, width() - x - caret - padding);
    tintedIcon(QStringLiteral(":/icons/caret.svg"), theme.text2, theme.text2)
        .paint(&painter, QRect(width() - padding - caret, (height() - caret) / 2, caret, caret));
}

}  // namespace zeropoint::ui
