// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/run_delegate.h"

#include "ui/controls/icon.h"
#include "ui/controls/row_painter.h"
#include "ui/models/run_table_model.h"
#include "ui/plots/run_style.h"
#include "ui/text/numbers.h"
#include "ui/text/unit_number.h"
#include "ui/theme/fonts.h"

#include <QPainter>

namespace zeropoint::ui {
namespace {

constexpr int runRowHeight = 28;
constexpr int padding = 8;
constexpr int barWidth = 48;

void paintState(RowPainter& row, const QRect& area, const QModelIndex& index) {
    const Theme& theme = row.theme();
    const auto state = static_cast<RunState>(index.data(RunTableModel::StateRole).toInt());
    const double share = index.data(RunTableModel::ShareRole).toDouble();
    QRect text = area;
    QString words = index.data().toString();
    QColor color = theme.text2;
    if (state == RunState::Running || state == RunState::Paused) {
        row.share(QRectF(area.left(), area.center().y() - 2, barWidth, 5), share, theme.accent);
        text.setLeft(area.left() + barWidth + padding);
        const QString percent = donePercent(share);
        words = state == RunState::Paused ? words : percent;
    } else if (state == RunState::Finished || state == RunState::Failed) {
        const bool good = state == RunState::Finished;
        color = good ? theme.good : theme.bad;
        const QString icon =
            good ? QStringLiteral(":/icons/check.svg") : QStringLiteral(":/icons/warning.svg");
        tintedIcon(icon, color, color)
            .paint(&row.painter(), QRect(area.left(), area.center().y() - 7, 14, 14));
        text.setLeft(area.left() + 14 + padding);
        color = good ? theme.text2 : theme.bad;
    }
    row.words(text, words, textFont(12), color);
}

}  // namespace

QSize RunDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    if (index.column() != RunTableModel::Name) {
        return {40, runRowHeight};
    }
    // As wide as it is when its row is chosen.
    const QFontMetrics metrics(textFont(12, QFont::DemiBold));
    return {metrics.horizontalAdvance(index.data().toString()) + 2 * padding, runRowHeight};
}

void RunDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const {
    const Theme& theme = themeOf(option.widget);
    RowPainter row(painter, option.rect, theme);
    const int column = index.column();
    row.ground(RowPainter::stateOf(option), column == RunTableModel::Line);
    row.line(theme.grid);
    const QRect area = option.rect.adjusted(padding, 0, -padding, 0);
    const bool selected = option.state & QStyle::State_Selected;
    if (column == RunTableModel::Line) {
        const auto method = static_cast<MethodKind>(index.data(RunTableModel::MethodRole).toInt());
        paintRunSample(*painter, QRectF(area).adjusted(4, 0, 0, 0), method, theme);
    } else if (column == RunTableModel::Status) {
        paintState(row, area, index);
    } else if (column == RunTableModel::Name) {
        row.words(area, index.data().toString(),
                  textFont(12, selected ? QFont::DemiBold : QFont::Normal), theme.text,
                  Qt::AlignLeft | Qt::AlignVCenter, Qt::ElideMiddle);
    } else {
        row.words(area, index.data().toString(), monoFont(12), theme.text,
                  Qt::AlignRight | Qt::AlignVCenter, Qt::ElideNone);
    }
}

}  // namespace zeropoint::ui
