// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tradeoff/run_row_delegate.h"

#include "ui/controls/row_painter.h"
#include "ui/models/trade_off_model.h"
#include "ui/plots/run_style.h"
#include "ui/theme/fonts.h"

#include <QPainter>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int rowHeight = 28;
constexpr int padding = 8;
constexpr double markerSize = 9;
constexpr int markWidth = 36;
constexpr int tagPadding = 6;
constexpr int longestName = 150;
constexpr int longestWords = 104;

void paintMarker(QPainter& painter, const QRect& area, const QModelIndex& index,
                 const Theme& theme) {
    const auto method = static_cast<MethodKind>(index.data(TradeOffModel::MethodRole).toInt());
    const DataColor& color = runColor(theme, method);
    painter.translate(QRectF(area).center());
    painter.setPen(QPen(color.line, 1.6));
    painter.setBrush(index.data(TradeOffModel::FrontRole).toBool() ? color.fill : theme.surface);
    painter.drawPath(runMarker(method, markerSize));
}

void paintTag(RowPainter& row, const QRect& area, const QString& text) {
    const int wide = QFontMetrics(textFont(11)).horizontalAdvance(text) + 2 * tagPadding;
    const QRectF frame(area.left() + 0.5, area.center().y() - 9.5, std::min(wide, area.width()),
                       19);
    row.tag(frame, 4, row.theme().control, text, textFont(11), row.theme().text2);
}

}  // namespace

QSize RunRowDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    const int column = index.column();
    const QString text = index.data().toString();
    if (column == TradeOffModel::Mark) {
        return {markWidth, rowHeight};
    }
    if (TradeOffModel::isFigure(column)) {
        return {QFontMetrics(monoFont(12)).horizontalAdvance(text) + 2 * padding, rowHeight};
    }
    if (column == TradeOffModel::Front) {
        const int wide = QFontMetrics(textFont(11)).horizontalAdvance(text);
        return {wide + 2 * (tagPadding + padding), rowHeight};
    }
    const int wide = QFontMetrics(textFont(12, QFont::DemiBold)).horizontalAdvance(text);
    const int most = column == TradeOffModel::Name ? longestName : longestWords;
    return {std::min(wide, most) + 2 * padding, rowHeight};
}

void RunRowDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
    const Theme& theme = themeOf(option.widget);
    const int column = index.column();
    const bool selected = option.state & QStyle::State_Selected;
    RowPainter row(painter, option.rect, theme);
    row.ground(selected                                        ? RowPainter::State::Chosen
               : index.data(TradeOffModel::HoverRole).toBool() ? RowPainter::State::Hovered
                                                               : RowPainter::State::Plain,
               column == TradeOffModel::Mark);
    row.line(theme.grid);
    const QRect area = option.rect.adjusted(padding, 0, -padding, 0);
    const QString text = index.data().toString();
    if (column == TradeOffModel::Mark) {
        paintMarker(*painter, area, index, theme);
    } else if (column == TradeOffModel::Front) {
        if (!text.isEmpty()) {
            paintTag(row, area, text);
        }
    } else {
        const bool words = !TradeOffModel::isFigure(column);
        const bool name = column == TradeOffModel::Name;
        row.words(
            area, text,
            words ? textFont(12, selected && name ? QFont::DemiBold : QFont::Normal) : monoFont(12),
            words && !name ? theme.text2 : theme.text,
            (words ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    }
}

}  // namespace zeropoint::ui
