// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/table_dialog.h"

#include "ui/text/csv.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace zeropoint::ui {

namespace {

bool isNumber(const QVariant& cell) {
    return cell.typeId() == QMetaType::Double;
}

QTableWidgetItem* itemOf(const QVariant& cell) {
    const bool number = isNumber(cell);
    auto* item = new QTableWidgetItem(number ? formatNumber(cell.toDouble(), 6) : cell.toString());
    item->setTextAlignment((number ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return item;
}

QVector<QVariantList> cellsOf(const QVector<QVector<double>>& numbers) {
    QVector<QVariantList> rows;
    for (const QVector<double>& row : numbers) {
        rows.append(QVariantList(row.begin(), row.end()));
    }
    return rows;
}

}  // namespace

TableDialog::TableDialog(const QString& title, const QStringList& columns,
                         const QVector<QVector<double>>& rows, QWidget* parent)
    : TableDialog(TableContent{title, columns, cellsOf(rows)}, parent) {}

TableDialog::TableDialog(TableContent content, QWidget* parent)
    : QDialog(parent), m_content(std::move(content)) {
    setWindowTitle(m_content.title);
    setObjectName(QStringLiteral("table_dialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(560, 480);
    auto* table = new QTableWidget(static_cast<int>(m_content.rows.size()),
                                   static_cast<int>(m_content.columns.size()));
    table->setAccessibleName(m_content.title);
    table->setHorizontalHeaderLabels(m_content.columns);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setFont(monoFont(12));
    table->verticalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    for (int row = 0; row < m_content.rows.size(); ++row) {
        for (int column = 0; column < m_content.rows[row].size(); ++column) {
            table->setItem(row, column, itemOf(m_content.rows[row][column]));
        }
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    QPushButton* copy = buttons->addButton(tr("Copy as CSV"), QDialogButtonBox::ActionRole);
    copy->setObjectName(QStringLiteral("table_copy"));
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(toCsv()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->addWidget(table);
    column->addWidget(buttons);
}

QString TableDialog::toCsv() const {
    QStringList lines{m_content.columns.join(QLatin1Char(','))};
    for (const QVariantList& row : m_content.rows) {
        QStringList cells;
        for (const QVariant& cell : row) {
            cells << (isNumber(cell) ? csvCell(cell.toDouble()) : csvCell(cell.toString()));
        }
        lines << cells.join(QLatin1Char(','));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

}  // namespace zeropoint::ui
