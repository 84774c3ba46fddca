// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/palette_delegate.h"

#include "ui/actions/palette_model.h"
#include "ui/controls/icon.h"
#include "ui/controls/key_label.h"
#include "ui/controls/row_painter.h"
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

void paintEntry(RowPainter& row, const QRect& rect, const QModelIndex& index, bool selected) {
    QPainter& painter = row.painter();
    const Theme& theme = row.theme();
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
        row.words({rect.left() + textLeft, line.bottom() - 4, rect.width() - textLeft - side,
                   rect.bottom() - line.bottom()},
                  missing, textFont(12), theme.text2);
    }
}

}  // namespace

void PaletteDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    const Theme& theme = themeOf(option.widget);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const QRect& rect = option.rect;
    RowPainter row(painter, rect, theme);
    row.ground(selected ? RowPainter::State::Chosen : RowPainter::State::Plain);
    switch (lineOf(index)) {
        case PaletteModel::Line::Heading:
            row.words(rect.adjusted(side, 4, -side, 0), index.data().toString(),
                      textFont(11, QFont::Medium), theme.text2);
            break;
        case PaletteModel::Line::Entry:
            paintEntry(row, rect, index, selected);
            break;
        case PaletteModel::Line::More:
        case PaletteModel::Line::Nothing:
            row.words(rect.adjusted(textLeft, 0, -side, 0), index.data().toString(), textFont(13),
                      selected ? theme.accent : theme.text2);
            break;
    }
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    const bool reason = !index.data(PaletteModel::MissingRole).toString().isEmpty();
    const int height = lineOf(index) == PaletteModel::Line::Heading ? headingHeight
                       : reason                                     ? reasonHeight
                                                                    : rowHeight;
    return {100, height};
}

}  // namespace zeropoint::ui
