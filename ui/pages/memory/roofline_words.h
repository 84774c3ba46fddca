// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/roofline/roofline.h"

#include <QList>
#include <QPair>
#include <QString>

namespace zeropoint::ui {

/// A measured machine as words, with its own figures.

QString machineText(const MachineFacts& machine);
QString instructionsText(const MachineFacts& machine);
QList<QPair<QString, QString>> ceilingRows(const Roofline* roofline);
QString whenText(const Roofline& roofline);
/// What other programs did to the measurement; empty where it was quiet or is unknown.
QString disturbanceText(const Roofline& roofline);
/// Rich text: what limits at batch 1, and from batch 64 on; empty where it was not measured.
QString decodeWords(const Roofline& roofline);
QString promptWords(const Roofline& roofline);

}  // namespace zeropoint::ui
