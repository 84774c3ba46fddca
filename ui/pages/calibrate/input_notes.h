// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace zeropoint::ui {

class Workbench;

/// What is unusual about the tensor or about the scheme on it, one sentence each: what it does and
/// what came of it. Empty for ordinary input. Costs nothing that grows with the tensor.
QStringList inputNotes(const Workbench& bench);

/// The format has a scale, the tensor that is shown no finite value, and nobody set a range by
/// hand: scale and zero point only stand in.
bool hasNoRange(const Workbench& bench);

}  // namespace zeropoint::ui
