// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/warnings.h"

#include <cmath>
#include <ostream>
#include <string>

namespace zeropoint::cli {
namespace {

/// One line; what becomes of either kind stands behind its count.
void warn(const LeftOut& leftOut, const std::string& ofNan, const std::string& ofInfinite,
          std::ostream& err) {
    if (leftOut.nan + leftOut.infinite == 0) {
        return;
    }
    const std::string nan = std::to_string(leftOut.nan) + " NaN" + ofNan;
    const std::string infinite =
        std::to_string(leftOut.infinite) + " infinite or beyond float32" + ofInfinite;
    err << warningPrefix
        << "not finite and left out of the figures: " << (leftOut.nan > 0 ? nan : "")
        << (leftOut.nan > 0 && leftOut.infinite > 0 ? ", " : "")
        << (leftOut.infinite > 0 ? infinite : "")
        << (leftOut.finite == 0 ? "; no value is left, so the figures are undefined" : "") << '\n';
}

const char* wordsOf(NotFiniteAs stored) {
    switch (stored) {
        case NotFiniteAs::Zero:
            return "0";
        case NotFiniteAs::Nan:
            return "NaN";
        case NotFiniteAs::Infinity:
            return "infinity";
        case NotFiniteAs::LargestOfBlock:
            return "the largest magnitude of the block";
        case NotFiniteAs::LargestLevel:
            break;
    }
    return "the largest level";
}

}  // namespace

LeftOut leftOutOf(const ErrorReport& report) {
    return {report.nan, report.infinite, report.count};
}

void warnAboutLeftOut(const LeftOut& leftOut, const QuantScheme& scheme, std::ostream& err) {
    const StoredNotFinite stored = storedNotFinite(scheme);
    const auto words = [](NotFiniteAs as) {
        return std::string(" (stored as ") + wordsOf(as) + ")";
    };
    // A book without a level of 0 has one that stands for it.
    const std::string ofNan =
        stored.nan == NotFiniteAs::Zero ? " (stored as 0 would be)" : words(stored.nan);
    warn(leftOut, ofNan, words(stored.infinite), err);
}

void warnAboutNotFinite(const LeftOut& leftOut, std::ostream& err) {
    warn(leftOut, "", "", err);
}

bool overflows(const ErrorReport& report) {
    return report.count > 0 && !std::isfinite(report.mse);
}

void warnAboutOverflow(bool overflows, std::ostream& err) {
    if (overflows) {
        err << warningPrefix
            << "values beyond the largest level read back as infinite or NaN, an error without "
               "end; --overflow saturate, or --mx-scale floor of MX blocks, keeps them finite\n";
    }
}

void warnAboutCollapsed(std::size_t units, std::ostream& err) {
    if (units > 0) {
        err << warningPrefix << "the range method leaves one point"
            << (units == 1 ? "" : " in " + std::to_string(units) + " units")
            << ": the full range is used instead\n";
    }
}

}  // namespace zeropoint::cli
