// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/run_delegate.h"

#include "ui/controls/icon.h"
#include "ui/models/run_table_model.h"
#include "ui/plots/run_style.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"

#include <QPainter>

namespace zeropoint::ui {
namespace {

constexpr int rowHeight = 28;
constexpr int padding = 8;
constexpr int barWidth = 48;

void paintRow(QPainter& painter, const QStyleOptionViewItem& option, bool first,
              const Theme& theme) {
    const QRect area = option.rect;
    if (option.state & QStyle::State_Selected) {
        painter.fillRect(area, theme.accentSoft);
        if (first) {
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height()), theme.accent);
        }
    } else if (option.state & QStyle::State_MouseOver) {
        painter.fillRect(area, theme.hover);
    }
    painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme.grid);
}

void paintBar(QPainter& painter, const QRectF& bar, double share, const Theme& theme) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.sunken);
    painter.drawRoundedRect(bar, 2, 2);
    painter.setBrush(theme.accent);
    painter.drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()), 2, 2);
}

void paintState(QPainter& painter, const QRect& area, const QModelIndex& index,
                const QStyleOptionViewItem& option, const Theme& theme) {
    const auto state = static_cast<RunState>(index.data(RunTableModel::StateRole).toInt());
    const double share = index.data(RunTableModel::ShareRole).toDouble();
    QRect text = area;
    QString words = index.data().toString();
    QColor color = theme.text2;
    if (state == RunState::Running || state == RunState::Paused) {
        paintBar(painter, QRectF(area.left(), area.center().y() - 2, barWidth, 5), share, theme);
        text.setLeft(area.left() + barWidth + padding);
        const QString percent = QStringLiteral("%1 %").arg(static_cast<int>(share * 100));
        words = state == RunState::Paused ? words : percent;
    } else if (state == RunState::Finished || state == RunState::Failed) {
        const bool good = state == RunState::Finished;
        color = good ? theme.good : theme.bad;
        const QString icon =
            good ? QStringLiteral(":/icons/check.svg") : QStringLiteral(":/icons/warning.svg");
        tintedIcon(icon, color, color)
            .paint(&painter, QRect(area.left(), area.center().y() - 7, 14, 14));
        text.setLeft(area.left() + 14 + padding);
        color = good ? theme.text2 : theme.bad;
    }
    painter.setPen(color);
    painter.setFont(textFont(12));
    painter.drawText(text, Qt::AlignLeft | Qt::AlignVCenter,
                     option.fontMetrics.elidedText(words, Qt::ElideRight, text.width()));
}

}  // namespace

QSize RunDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {40, rowHeight};
}

void RunDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                        const QModelIndex& index) const {
    const Theme& theme = themeOf(option.widget);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const int column = index.column();
    paintRow(*painter, option, column == RunTableModel::Line, theme);
    const QRect area = option.rect.adjusted(padding, 0, -padding, 0);
    const bool selected = option.state & QStyle::State_Selected;
    if (column == RunTableModel::Line) {
        const auto method = static_cast<MethodKind>(index.data(RunTableModel::MethodRole).toInt());
        paintRunSample(*painter, QRectF(area).adjusted(4, 0, 0, 0), method, theme);
    } else if (column == RunTableModel::Status) {
        paintState(*painter, area, index, option, theme);
    } else if (column == RunTableModel::Name) {
        painter->setPen(theme.text);
        painter->setFont(textFont(12, selected ? QFont::DemiBold : QFont::Normal));
        painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data().toString(),
                                                            Qt::ElideMiddle, area.width()));
    } else {
        painter->setPen(theme.text);
        painter->setFont(monoFont(12));
        painter->drawText(area, Qt::AlignRight | Qt::AlignVCenter, index.data().toString());
    }
    painter->restore();
}

}  // namespace zeropoint::ui
