// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/ptq/ptq.h"
#include "core/methods/ptq/ptq_work.h"

namespace zeropoint {

/// What quantization did to site `index`, measured on the calibration rows (at most 1,024 of them)
/// against the master that it came from.
SiteReport reportSite(const PtqWork& work, std::size_t index, const QuantizedSite& site);

}  // namespace zeropoint
