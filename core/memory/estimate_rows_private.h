// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/estimate.h"

namespace zeropoint {

/// InvalidArgument: a context, batch or number of cells that cannot be.
Result<void> checkContext(const MemoryRequest& request);

/// The activations of a request as its context and batch have them, without what goes by the
/// weights; 0 without shapes. TooLarge beyond 2^60 bytes.
Result<std::int64_t> activationBytes(const MemoryRequest& request);

/// Builds an estimate part by part; each adds its rows and its sum.
class EstimateRows {
public:
    explicit EstimateRows(const MemoryRequest& request);

    Result<void> addWeights();
    Result<void> addCache();
    Result<void> addTraining();     ///< gradients, optimizer, adapters
    Result<void> addActivations();  ///< and the overhead
    MemoryEstimate take() { return std::move(m_estimate); }

private:
    bool trainsAll() const;
    bool trainsAdapters() const;
    Result<void> addAdapters();
    void addStates();
    void addStepTemporary();
    void addTokens(std::int64_t bytes);
    /// bytes = perParameter x parameters, as a row of `part`, added to `sum`.
    void addPerParameter(std::int64_t& sum, MemoryRowKind kind, const char* part, std::string what,
                         double perParameter, std::int64_t parameters, std::string_view explains);
    void add(std::int64_t& sum, MemoryRow row);

    const MemoryRequest& m_request;
    std::vector<WeightShape> m_shapes;
    std::int64_t m_largestMatrix = 0;
    MemoryEstimate m_estimate;
};

}  // namespace zeropoint
