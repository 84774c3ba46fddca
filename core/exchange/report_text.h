// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/report.h"

#include <string>
#include <string_view>

namespace zeropoint {

/// `digits` significant digits; the shortest text that reads back for 0 of them. "nan", "inf".
std::string numberText(double value, int digits);

/// The cell as people read it, in its column.
std::string cellText(const ReportCell& cell, const ReportColumn& column);

/// Text between tags or in an attribute: hidden characters as \xNN, < > & and quotes as entities.
std::string htmlText(std::string_view text);

/// The chart as an <svg> element.
std::string toSvg(const ReportChart& chart);

}  // namespace zeropoint
