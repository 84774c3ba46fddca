// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/row_table.h"

#include "ui/theme/fonts.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>
#include <numeric>
#include <utility>

namespace zeropoint::ui {
namespace {

constexpr int heightOfRow = 28;
constexpr int titleSize = 11;  ///< as in the style sheet
/// Its padding, and what the style puts around a text.
constexpr int titlePadding = 10;
constexpr int tightPadding = 6;

}  // namespace

RowTable::RowTable(QWidget* parent) : QTableView(parent), m_titlePadding(titlePadding) {
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setShowGrid(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(heightOfRow);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    // As names stand; figures have headers of their own to the right.
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void RowTable::setColumnWidths(std::span<const int> widths) {
    int column = 0;
    for (const int width : widths) {
        setColumnWidth(column++, width);
    }
}

void RowTable::setTight() {
    m_titlePadding = tightPadding;
    horizontalHeader()->setProperty("role", "tight");
}

void RowTable::fitColumns(QList<int> yielding) {
    m_yielding = std::move(yielding);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setMinimumSectionSize(1);
    fit();
}

/// Without the arrow of the one that is sorted by.
QString RowTable::titleOf(int column) const {
    QString title = model()->headerData(column, Qt::Horizontal).toString();
    return title.remove(QChar(0x2191)).remove(QChar(0x2193)).trimmed();
}

/// Every title that can be clicked has room for the arrow, so that no column moves when another is.
QList<int> RowTable::neededWidths() const {
    const QFontMetrics metrics(textFont(titleSize));
    const QString arrow =
        horizontalHeader()->sectionsClickable() ? QStringLiteral(" ↓") : QString();
    QList<int> widths;
    for (int column = 0; column < model()->columnCount(); ++column) {
        const QString title = titleOf(column);
        const int wide = metrics.horizontalAdvance(title + arrow);
        widths << std::max(title.isEmpty() ? 0 : wide + 2 * m_titlePadding,
                           sizeHintForColumn(column));
    }
    return widths;
}

void RowTable::fit() {
    if (!m_yielding || model() == nullptr) {
        return;
    }
    QHeaderView* header = horizontalHeader();
    for (int column = 0; column < header->count(); ++column) {
        header->showSection(column);
    }
    const QList<int> widths = neededWidths();
    int spare = viewport()->width() - std::accumulate(widths.begin(), widths.end(), 0);
    for (const int column : *m_yielding) {
        if (spare >= 0) {
            break;
        }
        header->hideSection(column);
        spare += widths[column];
    }
    QList<int> sharing;  // marks and tags, which have no title, take no more than they need
    for (int column = 0; column < header->count(); ++column) {
        if (!header->isSectionHidden(column)) {
            header->resizeSection(column, widths[column]);
            sharing << (titleOf(column).isEmpty() ? QList<int>() : QList<int>{column});
        }
    }
    spare = std::max(0, spare);
    for (qsizetype left = sharing.size(); left > 0; --left) {
        const int column = sharing[left - 1];
        const int share = spare / static_cast<int>(left);
        spare -= share;
        header->resizeSection(column, widths[column] + share);
    }
}

void RowTable::reset() {
    QTableView::reset();
    fit();
}

void RowTable::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space) {
        event->ignore();
    } else {
        QTableView::keyPressEvent(event);
    }
}

void RowTable::resizeEvent(QResizeEvent* event) {
    QTableView::resizeEvent(event);
    fit();
}

}  // namespace zeropoint::ui
