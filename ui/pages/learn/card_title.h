// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/course/deck.h"

#include <QString>

namespace zeropoint::ui {

/// The question of a card in a line, with "…" for figures that are drawn when it is asked.
QString cardTitle(const course::Card& card);

}  // namespace zeropoint::ui
