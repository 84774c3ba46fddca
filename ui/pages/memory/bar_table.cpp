// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/memory/bar_table.h"

#include "ui/controls/how_known.h"
#include "ui/pages/memory/bar_words.h"
#include "ui/text/memory_words.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"

#include <QStandardItemModel>

namespace zeropoint::ui {
namespace {

enum BarColumn {
    DeviceName,
    Lends,
    Outcome,
    LongestContext,
    Largest,
    Speed,
    FullSpeed,
    barColumns
};

QString tokens(std::int64_t count) {
    return count > 0 ? formatCount(qulonglong(count)) : QStringLiteral("–");
}

QString speed(double tokensPerSecond) {
    return tokensPerSecond > 0 ? formatNumber(tokensPerSecond, 3) : QStringLiteral("–");
}

QString wordOf(const DeviceFit& fit) {
    switch (verdictOf(fit)) {
        case Verdict::Fits:
        case Verdict::Tight:
            return verdictText(fit);
        case Verdict::LessContext:
            return BarTable::tr("fits with less context");
        case Verdict::TooLarge:
            return BarTable::tr("does not fit");
    }
    return {};
}

}  // namespace

BarTable::BarTable(QWidget* parent)
    : RowTable(parent), m_items(new QStandardItemModel(0, barColumns, this)) {
    setAccessibleName(tr("The chosen setting on each device"));
    m_items->setHorizontalHeaderLabels({tr("Device"), tr("It lends"), tr("On this device"),
                                        tr("Longest context"), tr("Largest model"),
                                        tr("Tokens/s, at most"), tr("with the cache full")});
    for (int column = Lends; column < barColumns; ++column) {
        if (column != Outcome) {
            m_items->setHeaderData(column, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter),
                                   Qt::TextAlignmentRole);
        }
    }
    for (const int column : {Speed, FullSpeed}) {
        m_items->setHeaderData(
            column, Qt::Horizontal,
            tr("An upper bound: bandwidth over the bytes that a token reads. No run is faster; "
               "measured ones reach a quarter to nine tenths of it"),
            Qt::ToolTipRole);
    }
    setModel(m_items);
    fitColumns({FullSpeed, Largest, Speed, Lends});
    setHowKnownColumns(this, {{},
                              QStringLiteral("memory.fits"),
                              QStringLiteral("memory.fits"),
                              QStringLiteral("memory.context"),
                              QStringLiteral("memory.largest"),
                              QStringLiteral("memory.speed"),
                              QStringLiteral("memory.speed")});
}

void BarTable::show(const MemoryAnswer* answer, int bar, bool binary) {
    const int rows = answer == nullptr ? 0 : static_cast<int>(answer->devices.size());
    m_items->setRowCount(rows);
    for (int row = 0; row < rows; ++row) {
        const MemoryDevice& device = answer->devices[static_cast<std::size_t>(row)];
        const DeviceFit& fit = device.fits[static_cast<std::size_t>(bar)];
        const QStringList texts{QString::fromStdString(device.device.name),
                                memoryText(double(fit.available), binary, 1),
                                wordOf(fit),
                                tokens(fit.longestContext),
                                shortCount(double(fit.largestParameters)),
                                speed(fit.tokensPerSecondBound),
                                speed(fit.tokensPerSecondBoundFullContext)};
        for (int column = 0; column < barColumns; ++column) {
            auto* item = m_items->item(row, column);
            if (item == nullptr) {
                item = new QStandardItem;
                const bool figure = column != DeviceName && column != Outcome;
                item->setTextAlignment((figure ? Qt::AlignRight : Qt::AlignLeft) |
                                       Qt::AlignVCenter);
                item->setFont(figure ? monoFont(12) : textFont(12));
                m_items->setItem(row, column, item);
            }
            item->setText(texts[column]);
            item->setToolTip(verdictSentence(*answer, device, bar, binary));
        }
    }
    reset();
}

TableContent deviceTable(const MemoryAnswer* answer) {
    TableContent content;
    content.title = BarTable::tr("Which setting fits on which device");
    content.columns = {BarTable::tr("device"),
                       BarTable::tr("setting"),
                       BarTable::tr("needs, bytes"),
                       BarTable::tr("device lends, bytes"),
                       BarTable::tr("verdict"),
                       BarTable::tr("longest context"),
                       BarTable::tr("largest model, parameters"),
                       BarTable::tr("upper bound, tokens/s"),
                       BarTable::tr("upper bound with the cache full, tokens/s")};
    if (answer == nullptr) {
        return content;
    }
    for (const MemoryDevice& device : answer->devices) {
        for (int bar = 0; bar < static_cast<int>(device.fits.size()); ++bar) {
            const DeviceFit& fit = device.fits[static_cast<std::size_t>(bar)];
            content.rows.append(
                {QString::fromStdString(device.device.name),
                 barName(*answer, bar) + QStringLiteral(", ") + barDetail(*answer, bar),
                 double(fit.needed), double(fit.available), wordOf(fit), double(fit.longestContext),
                 double(fit.largestParameters), fit.tokensPerSecondBound,
                 fit.tokensPerSecondBoundFullContext});
        }
    }
    return content;
}

}  // namespace zeropoint::ui
