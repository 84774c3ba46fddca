// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/idle_options.h"

#include "app/cli/memory_request.h"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace zeropoint::cli {
namespace {

/// Makes a choice another one; false where it is the default, which nobody need have typed.
template <auto Member>
bool toDefault(MemoryChoices& choices) {
    const MemoryChoices defaults;
    if (choices.*Member == defaults.*Member) {
        return false;
    }
    choices.*Member = defaults.*Member;
    return true;
}

/// Half of a number, since its default may be the very same: the context that a model has.
template <auto Member>
bool toHalf(MemoryChoices& choices) {
    const MemoryChoices defaults;
    if (choices.*Member == defaults.*Member) {
        return false;
    }
    std::optional<std::int64_t> value = choices.*Member;
    choices.*Member = *value > 1 ? *value / 2 : 2;
    return true;
}

struct Choice {
    const char* name;
    bool (*change)(MemoryChoices& choices);
};

constexpr Choice all[] = {
    {"--block", toHalf<&MemoryChoices::block>},
    {"--double-quant", toHalf<&MemoryChoices::doubleQuant>},
    {"--scale-format", toDefault<&MemoryChoices::scaleFormat>},
    {"--asymmetric", toDefault<&MemoryChoices::asymmetric>},
    {"--importance-matrix", toDefault<&MemoryChoices::importanceMatrix>},
    {"--context", toHalf<&MemoryChoices::context>},
    {"--batch", toHalf<&MemoryChoices::batch>},
    {"--kv-format", toDefault<&MemoryChoices::kvFormat>},
    {"--k-format", toDefault<&MemoryChoices::keyFormat>},
    {"--v-format", toDefault<&MemoryChoices::valueFormat>},
    {"--cells", toHalf<&MemoryChoices::cells>},
    {"--window-cells", toHalf<&MemoryChoices::windowCells>},
    {"--cache-form", toDefault<&MemoryChoices::cacheForm>},
    {"--rank", toHalf<&MemoryChoices::rank>},
    {"--targets", toDefault<&MemoryChoices::targets>},
    {"--adapters-apart", toDefault<&MemoryChoices::adaptersApart>},
    {"--optimizer", toDefault<&MemoryChoices::optimizer>},
    {"--checkpointing", toDefault<&MemoryChoices::checkpointing>},
    {"--keep-scores", toDefault<&MemoryChoices::keepsScores>},
    {"--every-logit", toDefault<&MemoryChoices::everyLogit>},
    {"--activations", toDefault<&MemoryChoices::activations>},
    {"--micro-batch", toHalf<&MemoryChoices::microBatch>},
};

bool sameRows(const MemoryEstimate& a, const MemoryEstimate& b) {
    return std::ranges::equal(a.rows, b.rows, [](const MemoryRow& x, const MemoryRow& y) {
        return x.what == y.what && x.formula == y.formula && x.bytes == y.bytes;
    });
}

}  // namespace

std::vector<std::string> idleOptions(const MemoryOptions& options, const MemoryEstimate& estimate) {
    std::vector<std::string> idle;
    for (const Choice& choice : all) {
        MemoryOptions other = options;
        if (!choice.change(other.choices)) {
            continue;
        }
        const auto same = memoryRequestOf(other).and_then(estimateMemory);
        if (same && sameRows(*same, estimate)) {
            idle.emplace_back(choice.name);
        }
    }
    return idle;
}

}  // namespace zeropoint::cli
