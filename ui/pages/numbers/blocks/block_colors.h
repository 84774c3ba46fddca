// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/block_format.h"
#include "ui/theme/theme.h"

#include <QString>

namespace zeropoint::ui {

/// The colour of a field of a block. One colour has one meaning on this view.
const DataColor& blockColor(BlockRole role, const Theme& theme);
QString blockRoleName(BlockRole role);

}  // namespace zeropoint::ui
