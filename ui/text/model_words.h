// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/model_config.h"
#include "core/files/model_totals.h"
#include "core/files/stored_tensor.h"

#include <QList>
#include <QPair>
#include <QString>

namespace zeropoint::ui {

/// "30 432 parameters · 121.7 KB · 97 % F32, 3 % I64": shares are of the bytes.
QString totalsText(const ModelTotals& totals);

/// A line for each stored type: "F32: 12 tensors, 1.2 MB".
QString totalsByType(const ModelTotals& totals);

/// "22 layers · hidden 2 048 · 32 heads · 4 KV heads": what the file gives of these.
QString architectureText(const ModelConfig& config);

/// What a reader remarked: what it is about, and what became of it.
QPair<QString, QString> noteWords(const FileNote& note);

/// Every figure that is known, with its name.
QList<QPair<QString, QString>> architectureFigures(const ModelConfig& config);

}  // namespace zeropoint::ui
