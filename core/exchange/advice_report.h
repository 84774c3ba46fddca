// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/advice/advice_text.h"
#include "core/exchange/report.h"

namespace zeropoint {

/// The same as adviceMarkdown() with the front as a picture, for a page that stands alone.
Report reportOfAdvice(const Advice& advice, const AdviceReportFacts& facts, bool binary);

}  // namespace zeropoint
