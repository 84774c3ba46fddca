// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/table_dialog.h"

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

TableDialog::TableDialog(const QString& title, const QStringList& columns,
                         const QVector<QVector<double>>& rows, QWidget* parent)
    : QDialog(parent), m_columns(columns), m_rows(rows) {
    setWindowTitle(title);
    setObjectName(QStringLiteral("table_dialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    resize(560, 480);
    auto* table = new QTableWidget(static_cast<int>(rows.size()), static_cast<int>(columns.size()));
    table->setAccessibleName(title);
    table->setHorizontalHeaderLabels(columns);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setFont(monoFont(12));
    table->verticalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    for (int row = 0; row < rows.size(); ++row) {
        for (int column = 0; column < rows[row].size(); ++column) {
            auto* item = new QTableWidgetItem(formatNumber(rows[row][column], 6));
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            table->setItem(row, column, item);
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
    QStringList lines{m_columns.join(QLatin1Char(','))};
    for (const QVector<double>& row : m_rows) {
        QStringList cells;
        for (const double value : row) {
            cells << QString::number(value, 'g', QLocale::FloatingPointShortest);
        }
        lines << cells.join(QLatin1Char(','));
    }
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

}  // namespace zeropoint::ui
