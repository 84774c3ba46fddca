// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/tensor_delegate.h"

#include "ui/models/tensor_tree_model.h"
#include "ui/plots/sparkline.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace zeropoint::ui {
namespace {

constexpr int rowHeight = 38;
constexpr int sparkWidth = 40;

}  // namespace

QSize TensorDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {120, rowHeight};
}

void TensorDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
    const Theme& theme = themeOf(option.widget);
    const QRect area = option.rect;
    const bool selected = option.state & QStyle::State_Selected;
    const bool module = !index.data(TensorTreeModel::TensorRole).isValid();
    if (selected) {
        painter->fillRect(area, theme.accentSoft);
        painter->fillRect(QRect(area.left(), area.top(), 3, area.height()), theme.accent);
    } else if (option.state & QStyle::State_MouseOver) {
        painter->fillRect(area, theme.hover);
    }
    painter->fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme.grid);
    const bool lost = !index.data(TensorTreeModel::UnreadableRole).toString().isEmpty();
    // The name has the whole first line; what cannot be read has no bars beside the second.
    const QRect name = area.adjusted(6, 3, -6, -3);
    const QRect detail = area.adjusted(6, 3, module || lost ? -6 : -sparkWidth - 14, -3);
    const QFont nameFont = textFont(12, selected || module ? QFont::DemiBold : QFont::Normal);
    painter->setFont(nameFont);
    painter->setPen(selected ? theme.accent : lost ? theme.text3 : theme.text);
    painter->drawText(
        name, Qt::AlignLeft | Qt::AlignTop,
        QFontMetrics(nameFont).elidedText(index.data().toString(), Qt::ElideMiddle, name.width()));
    const QFont detailFont = monoFont(11);
    painter->setFont(detailFont);
    painter->setPen(theme.text3);
    painter->drawText(detail, Qt::AlignLeft | Qt::AlignBottom,
                      QFontMetrics(detailFont)
                          .elidedText(index.data(TensorTreeModel::DetailRole).toString(),
                                      Qt::ElideRight, detail.width()));
    paintSparkline(
        *painter,
        QRectF(area.right() - sparkWidth - 8, area.center().y() + 1, sparkWidth, rowHeight / 2 - 6),
        index.data(TensorTreeModel::BarsRole).value<QVector<float>>(), theme);
}

}  // namespace zeropoint::ui
