// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/memory/advice_table.h"

#include "ui/controls/anchor.h"
#include "ui/controls/how_known.h"
#include "ui/controls/row_table.h"
#include "ui/pages/memory/bar_words.h"
#include "ui/text/advice_words.h"
#include "ui/text/memory_words.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"

#include <QScopedValueRollback>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <cmath>

namespace zeropoint::ui {
namespace {

enum Column { Name, Bits, Size, Fit, Context, Whole, Worst, Mark, columns };

QString fitText(const DeviceFit& fit, bool binary) {
    if (fit.verdict == FitVerdict::Fits) {
        return verdictText(fit);
    }
    return QLatin1Char('+') + memoryText(double(fit.needed - fit.available), binary);
}

/// "44.3 0": the decibels of the worst weight and the layer that it is in.
QString worstText(const AdviceOption& option) {
    const QString decibels = decibelText(option.worstDb);
    return option.worstLayer < 0
               ? decibels
               : decibels + QLatin1Char(' ') + QString::number(option.worstLayer).rightJustified(2);
}

}  // namespace

AdviceTable::AdviceTable(QWidget* parent)
    : QFrame(parent), m_items(new QStandardItemModel(0, columns, this)), m_table(new RowTable) {
    setProperty("role", "card");
    m_table->setObjectName(QStringLiteral("memory_advice_table"));
    setHowKnownColumns(m_table, {{},
                                 QStringLiteral("advice.bits"),
                                 QStringLiteral("advice.size"),
                                 QStringLiteral("memory.fits"),
                                 QStringLiteral("memory.context"),
                                 QStringLiteral("advice.error")});
    m_table->setAccessibleName(tr("Settings from the largest to the smallest"));
    setAnchor(m_table, QStringLiteral("memory.advise.row"));
    m_table->setModel(m_items);
    m_table->setTight();
    m_table->fitColumns({Bits, Worst});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 4);
    column->addWidget(m_table);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) {
                if (!m_filling && now.isValid()) {
                    emit chosen(now.row());
                }
            });
}

void AdviceTable::show(const Advice* advice, int chosen, bool binary) {
    const QScopedValueRollback filling(m_filling, true);
    m_items->setHorizontalHeaderLabels({tr("Scheme or mix"), tr("Bits"),
                                        tr("Size, %1").arg(memoryUnit(binary)),
                                        tr("On this device"), tr("Longest context"),
                                        tr("Whole, dB"), tr("Worst, dB, layer"), QString()});
    for (const int column : {Bits, Size, Fit, Context, Whole, Worst}) {
        m_items->setHeaderData(column, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter),
                               Qt::TextAlignmentRole);
    }
    const int rows = advice == nullptr ? 0 : static_cast<int>(advice->options.size());
    m_items->setRowCount(rows);
    for (int row = 0; row < rows; ++row) {
        fillRow(row, advice->options[static_cast<std::size_t>(row)], row == advice->recommended,
                binary);
    }
    m_table->reset();
    if (chosen >= 0 && chosen < rows) {
        m_table->selectRow(chosen);
    }
}

void AdviceTable::fillRow(int row, const AdviceOption& option, bool recommended, bool binary) {
    const QStringList texts{optionName(option),
                            formatNumber(std::round(option.bits * 100) / 100, 4),
                            memoryAmount(double(option.weights), binary),
                            fitText(option.fit, binary),
                            option.fit.longestContext > 0
                                ? formatCount(qulonglong(option.fit.longestContext))
                                : QStringLiteral("–"),
                            decibelText(option.sqnrDb),
                            worstText(option),
                            recommended      ? tr("recommended")
                            : option.onFront ? tr("front")
                                             : QString()};
    for (int column = 0; column < columns; ++column) {
        auto* item = m_items->item(row, column);
        if (item == nullptr) {
            item = new QStandardItem;
            const bool figure = column != Name && column != Fit && column != Mark;
            item->setTextAlignment((figure || column == Fit ? Qt::AlignRight : Qt::AlignLeft) |
                                   Qt::AlignVCenter);
            m_items->setItem(row, column, item);
            item->setFont(figure ? monoFont(12) : textFont(12));
        }
        item->setText(texts[column]);
    }
    m_items->item(row, Name)->setFont(textFont(12, recommended ? QFont::DemiBold : QFont::Normal));
}

}  // namespace zeropoint::ui
