// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QVariantList>
#include <QVector>

namespace zeropoint::ui {

/// The figures behind a plot: cells are numbers or words.
struct TableContent {
    QString title;
    QStringList columns;
    QVector<QVariantList> rows;
};

}  // namespace zeropoint::ui
