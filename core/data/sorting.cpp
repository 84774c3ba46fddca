// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/sorting.h"

#include "core/support/random.h"

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>
#include <utility>

namespace zeropoint {
namespace {

// The input stops one short of the whole: what follows the last symbol is not asked for.
constexpr std::size_t inputLength = 2 * Sorting::items;
// Training seeds are whatever the user sets; the held-out streams' lie where nobody would look.
constexpr std::uint64_t testSeed = 0x7E57'50C7'5EED'0001U;
constexpr std::uint64_t validationSeed = 0x7E57'50C7'5EED'0002U;

}  // namespace

TransformerConfig Sorting::shaped(TransformerConfig config) const {
    config.input = InputKind::Tokens;
    config.vocabulary = symbols + 1;
    config.patchSize = 1;
    config.context = context;
    config.outputs = symbols + 1;
    config.causal = true;
    config.pooled = false;
    return config;
}

void Sorting::generate(std::uint64_t seed, std::uint64_t first, std::size_t count,
                       BatchStorage& out) const {
    out.sequences = count;
    out.length = inputLength;
    out.tokens.resize(count * inputLength);
    out.targets.assign(count * inputLength, ignoredTarget);
    std::array<std::int32_t, symbols> deck{};
    for (std::size_t s = 0; s < count; ++s) {
        std::iota(deck.begin(), deck.end(), 0);
        Random random(seed, first + s);
        for (std::size_t i = 0; i < items; ++i) {
            std::swap(deck[i], deck[i + random.below(symbols - i)]);
        }
        std::int32_t* tokens = out.tokens.data() + s * inputLength;
        std::int32_t* targets = out.targets.data() + s * inputLength;
        std::copy_n(deck.begin(), items, tokens);
        tokens[items] = separator;
        if (m_order == SortOrder::Ascending) {
            std::sort(deck.begin(), deck.begin() + items);
        } else {
            std::sort(deck.begin(), deck.begin() + items, std::greater<>());
        }
        std::copy_n(deck.begin(), items - 1, tokens + items + 1);
        std::copy_n(deck.begin(), items, targets + items);
    }
}

void Sorting::trainingBatch(std::uint64_t seed, std::uint64_t step, std::size_t sequences,
                            BatchStorage& out) const {
    generate(seed, step * sequences, sequences, out);
}

void Sorting::heldOutBatch(HeldOut part, std::size_t begin, std::size_t count,
                           BatchStorage& out) const {
    generate(part == HeldOut::Test ? testSeed : validationSeed, begin, count, out);
}

}  // namespace zeropoint
