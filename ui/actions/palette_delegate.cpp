// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/palette_delegate.h"

#include "ui/actions/palette_model.h"
#include "ui/controls/icon.h"
#include "ui/controls/key_label.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace zeropoint::ui {
namespace {

using Marks = QList<std::pair<int, int>>;

constexpr int side = 16;  ///< free at the left and the right
constexpr int iconSize = 18;
constexpr int textLeft = 48;
constexpr int gap = 12;  ///< between the parts of a line
constexpr int barWidth = 3;

PaletteModel::Line lineOf(const QModelIndex& index) {
    return static_cast<PaletteModel::Line>(index.data(PaletteModel::LineRole).toInt());
}

bool isMarked(const Marks& marks, int character) {
    return std::ranges::any_of(marks, [character](const auto& mark) {
        return character >= mark.first && character < mark.first + mark.second;
    });
}

/// Pieces of one weight each, cut off at `most`; returns how far it came.
int paintMarked(QPainter& painter, const QRect& place, const QString& text, const Marks& marks,
                const QFont& plain, const QFont& bold) {
    int x = place.left();
    for (int at = 0; at < text.size();) {
        const bool marked = isMarked(marks, at);
        int end = at;
        while (end < text.size() && isMarked(marks, end) == marked) {
            ++end;
        }
        const QFontMetrics metrics(marked ? bold : plain);
        const QString piece =
            metrics.elidedText(text.mid(at, end - at), Qt::ElideRight, place.right() - x);
        painter.setFont(marked ? bold : plain);
        painter.drawText(QRect(x, place.top(), place.right() - x, place.height()),
                         Qt::AlignVCenter | Qt::AlignLeft, piece);
        x += metrics.horizontalAdvance(piece);
        at = end;
    }
    return x;
}

/// What stands at the right; returns where it begins.
int paintRight(QPainter& painter, const QRect& rect, const QModelIndex& index, const Theme& theme) {
    int right = rect.right() - side;
    const QStringList keys = index.data(PaletteModel::KeysRole).toStringList();
    for (auto key = keys.crbegin(); key != keys.crend(); ++key) {
        right = KeyLabel::paint(painter, *key, right, rect.center().y(), theme) - 4;
    }
    const QString value = index.data(PaletteModel::ValueRole).toString();
    if (!value.isEmpty()) {
        const QFont font = monoFont(12);
        const QFontMetrics metrics(font);
        const QString shown = metrics.elidedText(value, Qt::ElideRight, rect.width() / 3);
        painter.setFont(font);
        painter.setPen(theme.text2);
        painter.drawText(QRect(rect.left(), rect.top(), right - rect.left(), rect.height()),
                         Qt::AlignVCenter | Qt::AlignRight, shown);
        right -= metrics.horizontalAdvance(shown) + gap;
    }
    return right;
}

void paintEntry(QPainter& painter, const QRect& rect, const QModelIndex& index, bool selected,
                const Theme& theme) {
    const QString missing = index.data(PaletteModel::MissingRole).toString();
    const bool usable = missing.isEmpty();
    const QColor ink = selected ? theme.accent : usable ? theme.text : theme.text3;
    QRect line = rect;
    line.setHeight(PaletteDelegate::rowHeight);
    const QColor tint = selected ? theme.accent : theme.text2;
    tintedIcon(index.data(PaletteModel::IconRole).toString(), tint, tint)
        .paint(&painter,
               QRect(rect.left() + side, line.center().y() - iconSize / 2, iconSize, iconSize));
    const int right = paintRight(painter, line, index, theme);
    painter.setPen(ink);
    int x = paintMarked(
        painter, {line.left() + textLeft, line.top(), right - textLeft, line.height()},
        index.data().toString(), index.data(PaletteModel::TitleMarksRole).value<Marks>(),
        textFont(13, selected ? QFont::DemiBold : QFont::Normal), textFont(13, QFont::Bold));
    painter.setPen(theme.text3);
    x += gap;
    paintMarked(painter, {x, line.top(), right - x, line.height()},
                index.data(PaletteModel::ContextRole).toString(),
                index.data(PaletteModel::ContextMarksRole).value<Marks>(), textFont(12),
                textFont(12, QFont::Bold));
    if (!usable) {
        const QFont font = textFont(12);
        const QRect below(rect.left() + textLeft, line.bottom() - 4, rect.width() - textLeft - side,
                          rect.bottom() - line.bottom());
        painter.setFont(font);
        painter.setPen(theme.text2);
        painter.drawText(below, Qt::AlignVCenter | Qt::AlignLeft,
                         QFontMetrics(font).elidedText(missing, Qt::ElideRight, below.width()));
    }
}

}  // namespace

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    const Theme& theme = themeOf(option.widget);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QRect& rect = option.rect;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (selected) {
        painter->fillRect(rect, theme.accentSoft);
        painter->fillRect(rect.left(), rect.top(), barWidth, rect.height(), theme.accent);
    }
    switch (lineOf(index)) {
        case PaletteModel::Line::Heading:
            painter->setFont(textFont(11, QFont::Medium));
            painter->setPen(theme.text2);
            painter->drawText(rect.adjusted(side, 4, -side, 0), Qt::AlignVCenter | Qt::AlignLeft,
                              index.data().toString());
            break;
        case PaletteModel::Line::Entry:
            paintEntry(*painter, rect, index, selected, theme);
            break;
        case PaletteModel::Line::More:
        case PaletteModel::Line::Nothing:
            painter->setFont(textFont(13));
            painter->setPen(selected ? theme.accent : theme.text2);
            painter->drawText(rect.adjusted(textLeft, 0, -side, 0),
                              Qt::AlignVCenter | Qt::AlignLeft, index.data().toString());
            break;
    }
    painter->restore();
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    const bool reason = !index.data(PaletteModel::MissingRole).toString().isEmpty();
    const int height = lineOf(index) == PaletteModel::Line::Heading ? headingHeight
                       : reason                                     ? reasonHeight
                                                                    : rowHeight;
    return {100, height};
}

}  // namespace zeropoint::ui
