// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QStringList>
#include <QVector>

namespace zeropoint::ui {

/// The figures behind a plot as a table that can be read aloud and copied as CSV. The numbers in
/// the cells round-trip.
class TableDialog : public QDialog {
    Q_OBJECT

public:
    TableDialog(const QString& title, const QStringList& columns,
                const QVector<QVector<double>>& rows, QWidget* parent = nullptr);

private:
    QString toCsv() const;

    QStringList m_columns;
    QVector<QVector<double>> m_rows;
};

}  // namespace zeropoint::ui
