// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/tensor_summary.h"
#include "core/files/weight_file.h"

namespace zeropoint::test {

/// The summary of one tensor as the only one of its file.
inline Result<Summary> summaryAlone(const WeightFile& file, std::size_t index,
                                    const Execution& execution = {},
                                    SummaryDetail detail = SummaryDetail::Shape) {
    const WeightFile alone(file.path(), {"test", {}, {file.stored(index)}});
    return summarizeTensors(alone, execution, detail).and_then([&](const auto& all) {
        return all.front() ? Result<Summary>(*all.front())
                           : fail(ErrorCode::Unsupported, "no values", alone.path());
    });
}

}  // namespace zeropoint::test
