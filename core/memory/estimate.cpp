// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/estimate.h"

#include "core/memory/estimate_rows_private.h"

#include <cmath>

namespace zeropoint {
namespace {

constexpr std::int64_t mostCountOfParameters = 1'000'000'000'000'000;
constexpr std::int64_t mostTokens = std::int64_t{1} << 32;
constexpr std::int64_t mostSequences = 1 << 20;

Result<void> refuseRequest(std::string what, std::string where, std::string remedy) {
    return fail(ErrorCode::InvalidArgument, std::move(what), std::move(where), std::move(remedy));
}

Result<void> check(const MemoryRequest& request) {
    if (!request.architecture && request.parameters == 0) {
        return refuseRequest("There is neither a model nor a count of parameters", "",
                             "Give a count of 1 or more, an architecture or its shapes");
    }
    if (request.parameters < 0 || request.parameters > mostCountOfParameters) {
        return refuseRequest("The count of parameters is out of range",
                             std::to_string(request.parameters), "Give 1 to 1e15");
    }
    if (request.architecture) {
        if (auto sound = validate(*request.architecture); !sound) {
            return sound;
        }
    }
    return checkContext(request);
}

}  // namespace

Result<void> checkContext(const MemoryRequest& request) {
    const CacheSettings& cache = request.cache;
    if (cache.context < 1 || cache.context > mostTokens || cache.sequences < 1 ||
        cache.sequences > mostSequences) {
        return refuseRequest("The context or the batch is out of range",
                             std::to_string(cache.context) + ", " + std::to_string(cache.sequences),
                             "Give a context of 1 to 2^32 tokens and a batch of 1 to 2^20");
    }
    for (const auto& cells : {cache.cells, cache.windowCells}) {
        if (cells && (*cells < 0 || *cells > mostTokens)) {
            return refuseRequest("The number of cells is out of range", std::to_string(*cells),
                                 "Give 0 to 2^32");
        }
    }
    const std::int64_t most = request.architecture ? request.architecture->context : 0;
    if (most > 0 && cache.context > most && !cache.cells) {
        return refuseRequest(
            "The context of " + std::to_string(cache.context) + " tokens is beyond the model's " +
                std::to_string(most),
            request.architecture->id,
            "Give at most that, or the runtime's cells where it extends the model");
    }
    return {};
}

Result<MemoryEstimate> estimateMemory(const MemoryRequest& request) {
    if (auto sound = check(request); !sound) {
        return tl::unexpected(sound.error());
    }
    EstimateRows rows(request);
    for (auto part : {&EstimateRows::addWeights, &EstimateRows::addCache,
                      &EstimateRows::addTraining, &EstimateRows::addActivations}) {
        if (auto done = (rows.*part)(); !done) {
            return tl::unexpected(done.error());
        }
    }
    return rows.take();
}

}  // namespace zeropoint
