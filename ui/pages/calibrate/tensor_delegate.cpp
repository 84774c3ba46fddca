// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/tensor_delegate.h"

#include "ui/controls/row_painter.h"
#include "ui/models/tensor_tree_model.h"
#include "ui/plots/sparkline.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace zeropoint::ui {
namespace {

constexpr int tensorRowHeight = 38;
constexpr int sparkWidth = 40;

}  // namespace

QSize TensorDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {120, tensorRowHeight};
}

void TensorDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const {
    const Theme& theme = themeOf(option.widget);
    const QRect area = option.rect;
    const bool selected = option.state & QStyle::State_Selected;
    const bool module = !index.data(TensorTreeModel::TensorRole).isValid();
    RowPainter row(painter, area, theme);
    row.ground(RowPainter::stateOf(option));
    row.line(theme.grid);
    const bool lost = !index.data(TensorTreeModel::UnreadableRole).toString().isEmpty();
    // The name has the whole first line; what cannot be read has no bars beside the second.
    row.words(area.adjusted(6, 3, -6, -3), index.data().toString(),
              textFont(12, selected || module ? QFont::DemiBold : QFont::Normal),
              selected ? theme.accent
              : lost   ? theme.text3
                       : theme.text,
              Qt::AlignLeft | Qt::AlignTop, Qt::ElideMiddle);
    row.words(area.adjusted(6, 3, module || lost ? -6 : -sparkWidth - 14, -3),
              index.data(TensorTreeModel::DetailRole).toString(), monoFont(11), theme.text3,
              Qt::AlignLeft | Qt::AlignBottom);
    paintSparkline(*painter,
                   QRectF(area.right() - sparkWidth - 8, area.center().y() + 1, sparkWidth,
                          tensorRowHeight / 2 - 6),
                   index.data(TensorTreeModel::BarsRole).value<QVector<float>>(), theme);
}

}  // namespace zeropoint::ui
