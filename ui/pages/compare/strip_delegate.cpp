// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/strip_delegate.h"

#include "ui/pages/compare/pair_table_model.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QVector>

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr int barWidth = 2;
constexpr int barGap = 1;
constexpr int margin = 6;
constexpr int wide = 110;

}  // namespace

void StripDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const {
    QStyledItemDelegate::paint(painter, option, index);
    const auto strips = index.data(PairTableModel::StripsRole).value<QVector<double>>();
    double most = 0;
    for (const double strip : strips) {
        most = std::isfinite(strip) ? std::max(most, strip) : most;
    }
    if (most == 0 || option.widget == nullptr) {
        return;
    }
    const QColor color = themeOf(option.widget).sky.line;
    const int height = option.rect.height() - 2 * margin;
    int x = option.rect.left() + margin;
    for (const double strip : strips) {
        const double share = std::isfinite(strip) ? strip / most : 1;
        const int bar = std::max(1, static_cast<int>(std::lround(share * height)));
        painter->fillRect(x, option.rect.bottom() - margin - bar + 1, barWidth, bar, color);
        x += barWidth + barGap;
    }
}

QSize StripDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    return {wide, QStyledItemDelegate::sizeHint(option, index).height()};
}

}  // namespace zeropoint::ui
