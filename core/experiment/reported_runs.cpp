// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/reported_runs.h"

#include <nlohmann/json.hpp>

namespace zeropoint {

Result<std::vector<RunResult>> reportedRuns(std::string_view report) {
    std::vector<RunResult> runs;
    try {
        const nlohmann::json document = nlohmann::json::parse(report);
        for (nlohmann::json run : document.at("runs")) {
            run.emplace("curve", nlohmann::json::array());
            run.emplace("settings", "");
            auto result = runResultFromJson(run.dump());
            if (!result) {
                return tl::unexpected(result.error());
            }
            runs.push_back(std::move(*result));
        }
    } catch (const nlohmann::json::exception&) {
        return fail(ErrorCode::Malformed, "This is not the report of an experiment", "report",
                    "Use what zeropoint-cli experiment --json printed");
    }
    return runs;
}

}  // namespace zeropoint
