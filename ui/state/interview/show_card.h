// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

#include <QString>

namespace zeropoint::ui {

class Workbench;
struct AskedCard;

/// The page on which a card is shown; empty: the card shows nothing.
QString pageOfCard(const AskedCard& asked);

/// Sets the workbench to the state that proves the card's answer, as one step of undo. Fails with
/// what a setting refuses; nothing is changed then.
Result<void> showCard(Workbench& bench, const AskedCard& asked);

}  // namespace zeropoint::ui
