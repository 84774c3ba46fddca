// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

namespace zeropoint {

enum class SortOrder {
    Ascending,   ///< the base task
    Descending,  ///< the custom task, for fine-tuning
};

/// Twelve different symbols out of 64, a separator, then the same symbols in order. Only the
/// sorted half is scored, and an answer counts when all of it is right: predicting each symbol
/// from the right ones before it is right everywhere exactly when greedy generation is. Sequences
/// are drawn without end, the 1,000 validation and the 2,000 test ones from streams of their own.
class Sorting : public Dataset {
public:
    static constexpr std::size_t symbols = 64;
    static constexpr std::size_t items = 12;
    static constexpr std::int32_t separator = 64;
    static constexpr std::size_t context = 2 * items + 1;  ///< 25 positions, the last for the end

    explicit Sorting(SortOrder order = SortOrder::Ascending) : m_order(order) {}

    std::string name() const override { return "sort"; }
    AccuracyKind accuracyKind() const override { return AccuracyKind::WholeSequences; }
    TransformerConfig shaped(TransformerConfig config) const override;
    void trainingBatch(std::uint64_t seed, std::uint64_t step, std::size_t sequences,
                       BatchStorage& out) const override;
    std::size_t heldOutSequences(HeldOut part) const override {
        return part == HeldOut::Test ? 2000 : 1000;
    }
    void heldOutBatch(HeldOut part, std::size_t begin, std::size_t count,
                      BatchStorage& out) const override;
    SortOrder order() const { return m_order; }

private:
    void generate(std::uint64_t seed, std::uint64_t first, std::size_t count,
                  BatchStorage& out) const;

    SortOrder m_order;
};

}  // namespace zeropoint
