// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/kv_cache.h"

namespace zeropoint {

/// Values of a token that the form keeps in all layers, over those of the compact form; 1 for a
/// model without attention.
double timesCompact(const Architecture& architecture, CacheForm form);

}  // namespace zeropoint
