// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/format_rules.h"

#include "app/cli/quant_options.h"
#include "core/scheme/format_settings.h"

#include <initializer_list>
#include <string>

namespace zeropoint::cli {
namespace {

std::string quantizingFormats() {
    std::string names;
    for (const BlockFormat& format : blockFormats()) {
        if (format.quantizes()) {
            names += names.empty() ? "" : ", ";
            names += format.id;
        }
    }
    return names;
}

/// Refuses the first of the options that was typed, be it with its default: who types it believes
/// that it acts.
Result<void> refuse(const QuantOptions& options, std::initializer_list<const char*> ignored,
                    const std::string& what, const char* otherwise = "name another format") {
    for (const char* const option : ignored) {
        if (options.typed.contains(option)) {
            return fail(ErrorCode::InvalidArgument, what, option,
                        std::string("Leave it out, or ") + otherwise);
        }
    }
    return {};
}

}  // namespace

Result<void> checkFormat(const NumberFormat& format, const QuantOptions& options) {
    const std::string id = "'" + std::string(format.id) + "'";
    const FormatSettings follows = settingsOf(format.id);
    Result<void> sound = refuse(options, {"--mx-scale"}, id + " is no MX block format");
    if (sound && !follows.overflow) {
        sound = refuse(options, {"--overflow"},
                       id + " has no infinity and no NaN: its values saturate");
    }
    if (sound && !follows.zeroPoint) {
        sound = refuse(options, {"--symmetric", "--asymmetric", "--narrow", "--convention"},
                       id + " has no zero point and no codes of an integer");
    }
    if (sound && !follows.scale) {
        sound = refuse(options, {"--range", "--per", "--axis", "--scale-format"},
                       id + " is a plain cast without a scale");
    }
    return sound;
}

Result<void> checkFormat(const BlockFormat& format, const QuantOptions& options) {
    const std::string id = "'" + std::string(format.id) + "'";
    if (!format.quantizes()) {
        return fail(ErrorCode::InvalidArgument, id + " is read but not written", "--format",
                    "Of the block formats these quantize: " + quantizingFormats());
    }
    Result<void> sound =
        refuse(options,
               {"--symmetric", "--asymmetric", "--range", "--per", "--axis", "--narrow",
                "--rounding", "--seed", "--scale-format", "--convention", "--overflow"},
               "The blocks of " + id + " have rules of their own for this");
    if (sound && !format.hasScaleRule) {
        sound = refuse(options, {"--mx-scale"}, id + " is no MX block format");
    }
    return sound;
}

Result<void> checkTogether(const QuantOptions& options) {
    Result<void> sound;
    if (options.asymmetric) {
        sound = refuse(options, {"--narrow"}, "An asymmetric scheme uses every code",
                       "leave --asymmetric out");
    }
    if (sound && options.per != "channel") {
        sound = refuse(options, {"--axis"}, "Only channels have an axis", "give --per channel");
    }
    if (sound && options.rounding != "stochastic") {
        sound = refuse(options, {"--seed"}, "Nothing is drawn with this rounding",
                       "give --rounding stochastic");
    }
    return sound;
}

}  // namespace zeropoint::cli
