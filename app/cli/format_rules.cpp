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

/// An option, and whether it was typed with another value than its default.
struct Setting {
    const char* option;
    bool given;
};

struct Settings {
    Setting asymmetric;
    Setting range;
    Setting per;
    Setting axis;
    Setting narrow;
    Setting rounding;
    Setting seed;
    Setting scaleFormat;
    Setting convention;
    Setting overflow;
    Setting mxScale;
};

Settings givenIn(const QuantOptions& options) {
    const QuantOptions usual;
    return {{"--asymmetric", options.asymmetric},
            {"--range", options.range != usual.range},
            {"--per", options.per != usual.per},
            {"--axis", options.axis != usual.axis},
            {"--narrow", options.narrow},
            {"--rounding", options.rounding != usual.rounding},
            {"--seed", options.seed != usual.seed},
            {"--scale-format", options.scaleFormat != usual.scaleFormat},
            {"--convention", options.convention != usual.convention},
            {"--overflow", options.overflow != usual.overflow},
            {"--mx-scale", options.mxScale != usual.mxScale}};
}

/// Refuses the first of the settings that was given.
Result<void> refuse(std::initializer_list<Setting> settings, const std::string& what,
                    const char* otherwise = "name another format") {
    for (const Setting& setting : settings) {
        if (setting.given) {
            return fail(ErrorCode::InvalidArgument, what, setting.option,
                        std::string("Leave it out, or ") + otherwise);
        }
    }
    return {};
}

}  // namespace

Result<void> checkFormat(const NumberFormat& format, const QuantOptions& options) {
    const Settings all = givenIn(options);
    const std::string id = "'" + std::string(format.id) + "'";
    const FormatSettings follows = settingsOf(format.id);
    Result<void> sound = refuse({all.mxScale}, id + " is no MX block format");
    if (sound && !follows.overflow) {
        sound = refuse({all.overflow}, id + " has no infinity and no NaN: its values saturate");
    }
    if (sound && !follows.zeroPoint) {
        sound = refuse({all.asymmetric, all.narrow, all.convention},
                       id + " has no zero point and no codes of an integer");
    }
    if (sound && !follows.scale) {
        sound = refuse({all.range, all.per, all.axis, all.scaleFormat},
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
    const Settings all = givenIn(options);
    Result<void> sound =
        refuse({all.asymmetric, all.range, all.per, all.axis, all.narrow, all.rounding, all.seed,
                all.scaleFormat, all.convention, all.overflow},
               "The blocks of " + id + " have rules of their own for this");
    if (sound && !format.hasScaleRule) {
        sound = refuse({all.mxScale}, id + " is no MX block format");
    }
    return sound;
}

Result<void> checkTogether(const QuantOptions& options) {
    const Settings all = givenIn(options);
    Result<void> sound;
    if (options.asymmetric) {
        sound =
            refuse({all.narrow}, "An asymmetric scheme uses every code", "leave --asymmetric out");
    }
    if (sound && options.per != "channel") {
        sound = refuse({all.axis}, "Only channels have an axis", "give --per channel");
    }
    if (sound && options.rounding != "stochastic") {
        sound =
            refuse({all.seed}, "Nothing is drawn with this rounding", "give --rounding stochastic");
    }
    return sound;
}

}  // namespace zeropoint::cli
