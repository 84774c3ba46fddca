// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/block_rules.h"

#include "app/cli/quant_options.h"

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

}  // namespace

Result<void> checkBlocks(const BlockFormat& format, const QuantOptions& options) {
    const std::string id(format.id);
    if (!format.quantizes()) {
        return fail(ErrorCode::InvalidArgument, "'" + id + "' is read but not written", "--format",
                    "Of the block formats these quantize: " + quantizingFormats());
    }
    struct Setting {
        const char* option;
        bool given;
    };
    const QuantOptions usual;
    const Setting settings[] = {{"--asymmetric", options.asymmetric},
                                {"--range", options.range != usual.range},
                                {"--per", options.per != usual.per},
                                {"--narrow", options.narrow},
                                {"--rounding", options.rounding != usual.rounding},
                                {"--scale-format", options.scaleFormat != usual.scaleFormat},
                                {"--convention", options.convention != usual.convention}};
    for (const Setting& setting : settings) {
        if (setting.given) {
            return fail(ErrorCode::InvalidArgument,
                        "The blocks of '" + id + "' have rules of their own for this",
                        setting.option, "Leave it out, or name the format of single numbers");
        }
    }
    return {};
}

}  // namespace zeropoint::cli
