// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/access/table_content.h"

#include <QDialog>

namespace zeropoint::ui {

/// The figures behind a plot as a table that can be read aloud and copied as CSV. The numbers in
/// the copy round-trip.
class TableDialog : public QDialog {
    Q_OBJECT

public:
    explicit TableDialog(TableContent content, QWidget* parent = nullptr);
    TableDialog(const QString& title, const QStringList& columns,
                const QVector<QVector<double>>& rows, QWidget* parent = nullptr);

private:
    QString toCsv() const;

    TableContent m_content;
};

}  // namespace zeropoint::ui
