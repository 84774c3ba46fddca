// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metrics/error_report.h"
#include "core/scheme/quant_scheme.h"

#include <cstddef>
#include <iosfwd>
#include <span>

namespace zeropoint::cli {

/// Values that are not finite, which figures leave out, and how many are left.
struct LeftOut {
    std::size_t nan = 0;
    std::size_t infinite = 0;
    std::size_t finite = 0;

    void join(const LeftOut& other);
};
LeftOut leftOutOf(const ErrorReport& report);
LeftOut leftOutOf(std::span<const float> values);

/// One line on `err` where values are NaN or infinite; infinities may stand for numbers of the file
/// that are beyond float32.
void warnAboutLeftOut(const LeftOut& leftOut, std::ostream& err);

/// Whether finite values read back as infinite or NaN.
bool overflows(const ErrorReport& report);
bool overflows(std::span<const float> values, const QuantScheme& scheme);

/// One line that says so.
void warnAboutOverflow(bool overflows, std::ostream& err);

/// One line where a range method left units one point, so that they got their full range.
void warnAboutCollapsed(std::size_t units, std::ostream& err);

}  // namespace zeropoint::cli
