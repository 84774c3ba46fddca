// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace zeropoint::ui {

class Workbench;

/// Figures of the live window that the conditions of "drag it until" name: "calibrate.sqnr".
const QStringList& liveFigureNames();

/// Nothing for a name that there is not, and before there is a tensor.
std::optional<double> liveFigure(const Workbench& bench, const QString& name);

}  // namespace zeropoint::ui
