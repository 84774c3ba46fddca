// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/learn/lesson_row.h"

#include "ui/controls/focus_ring.h"
#include "ui/controls/how_known.h"
#include "ui/controls/row_painter.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace zeropoint::ui {
namespace {

constexpr int rowHeight = 52;
constexpr int left = 16;
constexpr int ring = 28;
constexpr int wordsLeft = left + ring + 12;
constexpr int fullCircle = 360 * 16;

}  // namespace

LessonRow::LessonRow(int number, const QString& title, QWidget* parent)
    : QAbstractButton(parent), m_number(number) {
    setText(title);
    setCheckable(true);
    setHowKnown(this, QStringLiteral("learn.progress"), false);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setFixedHeight(rowHeight);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void LessonRow::setProgress(double share, const QString& state) {
    m_share = share;
    m_state = state;
    setAccessibleName(tr("Lesson %1, %2").arg(m_number).arg(text()));
    setAccessibleDescription(state);
    update();
}

QSize LessonRow::sizeHint() const {
    return {220, rowHeight};
}

void LessonRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Theme& theme = themeOf(this);
    RowPainter row(&painter, rect(), theme);
    row.ground(isChecked()    ? RowPainter::State::Chosen
               : underMouse() ? RowPainter::State::Hovered
                              : RowPainter::State::Plain);
    row.line(theme.border);
    const bool done = m_share >= 1;
    const QRectF circle(left + 1, (height() - ring) / 2.0 + 1, ring - 2, ring - 2);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(done ? theme.good : theme.control, 1.4));
    painter.drawEllipse(circle);
    if (m_share > 0 && !done) {
        painter.setPen(QPen(theme.accent, 3));
        painter.drawArc(circle, fullCircle / 4, -int(m_share * fullCircle));
    }
    painter.setPen(done ? theme.good : isChecked() ? theme.accent : theme.text2);
    painter.setFont(textFont(12, QFont::DemiBold));
    painter.drawText(circle, Qt::AlignCenter,
                     done ? QStringLiteral("✓") : QString::number(m_number));
    const QRect words(wordsLeft, 8, width() - wordsLeft - 8, height() - 16);
    row.words(words, text(), textFont(13, isChecked() ? QFont::DemiBold : QFont::Medium),
              theme.text, Qt::AlignTop | Qt::AlignLeft);
    row.words(words, m_state, textFont(11), theme.text3, Qt::AlignBottom | Qt::AlignLeft);
    if (hasFocus()) {
        drawFocusRing(painter, QRectF(rect()).adjusted(1, 1, -1, -1), 4, theme);
    }
}

}  // namespace zeropoint::ui
