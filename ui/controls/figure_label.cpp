// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/figure_label.h"

#include "ui/access/access.h"
#include "ui/controls/number_text.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QClipboard>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QPainter>

#include <cmath>

namespace zeropoint::ui {
namespace {

/// From the figure to its detail; either may be missing.
double gapAfter(const QString& figure) {
    return figure.isEmpty() ? 0 : 8;
}

QFont detailFont() {
    return textFont(12);
}

}  // namespace

FigureLabel::FigureLabel(const QFont& font, Qt::Alignment alignment, QWidget* parent)
    : QWidget(parent), m_alignment(alignment) {
    setAccess(this, {.role = QAccessible::StaticText});
    setFont(font);
    setFixedSize(1, QFontMetrics(font).height());
    auto* copy = new QAction(tr("Copy"), this);
    connect(copy, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(text()); });
    addAction(copy);
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

QString FigureLabel::text() const {
    return (m_figure + QLatin1Char(' ') + m_detail).trimmed();
}

void FigureLabel::setFigure(const QString& figure, const QString& detail) {
    if (figure == m_figure && detail == m_detail) {
        return;
    }
    m_figure = figure;
    m_detail = detail;
    double needed = numberTextWidth(font(), figure);
    if (!detail.isEmpty()) {
        needed += gapAfter(figure) + numberTextWidth(detailFont(), detail);
    }
    if (needed > width()) {
        setFixedWidth(static_cast<int>(std::ceil(needed)));
    }
    setAccessibleDescription(text());
    update();
}

void FigureLabel::paintEvent(QPaintEvent*) {
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    QRectF place = rect();
    if (!m_detail.isEmpty()) {
        // On the figure's base line, not on its middle.
        const QFontMetricsF figure(font());
        const QFontMetricsF detail(detailFont());
        const double lower =
            ((figure.ascent() - figure.descent()) - (detail.ascent() - detail.descent())) / 2;
        const double before = m_alignment & Qt::AlignRight
                                  ? width() - numberTextWidth(detailFont(), m_detail)
                                  : numberTextWidth(font(), m_figure) + gapAfter(m_figure);
        painter.setFont(detailFont());
        painter.setPen(theme.text2);
        drawNumberText(painter, QRectF(place).translated(before, lower), m_detail);
        if (m_alignment & Qt::AlignRight) {
            place.setRight(before - gapAfter(m_figure));
        }
    }
    painter.setFont(font());
    painter.setPen(theme.text);
    drawNumberText(painter, place, m_figure, m_alignment);
}

}  // namespace zeropoint::ui
