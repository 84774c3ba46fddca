// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/error_report.h"
#include "core/metrics/left_out.h"

#include <cstddef>
#include <iosfwd>

namespace zeropoint::cli {

/// What every line of a warning begins with.
inline constexpr const char* warningPrefix = "zeropoint-cli: warning: ";

using zeropoint::leftOutOf;
LeftOut leftOutOf(const ErrorReport& report);

/// One line on `err` where values are NaN or infinite, with what the scheme stores for them;
/// infinities may stand for numbers of the file that are beyond float32.
void warnAboutLeftOut(const LeftOut& leftOut, const QuantScheme& scheme, std::ostream& err);

/// The same of statistics, where nothing is stored, and of several schemes at once.
void warnAboutNotFinite(const LeftOut& leftOut, std::ostream& err);

/// Whether finite values read back as infinite or NaN.
using zeropoint::overflows;
bool overflows(const ErrorReport& report);

/// One line that says so.
void warnAboutOverflow(bool overflows, std::ostream& err);

/// One line where a range method left units one point, so that they got their full range.
void warnAboutCollapsed(std::size_t units, std::ostream& err);

}  // namespace zeropoint::cli
