// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/advice/advice_text.h"
#include "core/exchange/report.h"

#include <span>
#include <string>

namespace zeropoint {

/// The same as adviceMarkdown() with the front as a picture, for a page that stands alone.
Report reportOfAdvice(const Advice& advice, const AdviceReportFacts& facts, bool binary);

/// By the ending: .html (the page, which names `files` as addFileFacts() does), .csv (the table
/// alone), .md (adviceMarkdown()); InvalidArgument for another. An old file is replaced when the
/// new one is whole.
Result<void> writeAdviceReport(const std::string& path, const Advice& advice,
                               const AdviceReportFacts& facts, bool binary,
                               std::span<const std::string> files);

}  // namespace zeropoint
