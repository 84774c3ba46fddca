// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/training_states.h"

namespace zeropoint {
namespace {

constexpr StateAssumption stateRows[] = {
    {"bf16-8", 2, 2, 0, 4, 0,
     "8 bytes: BF16 weights, gradients and moments (GaLore's 7B: 14 GB of weights and 42 GB of "
     "states and gradients)"},
    {"bf16-10", 2, 2, 0, 4, 2,
     "10 bytes: the same with the optimizer step's temporary (Mistral 7B: 72.97 GB at batch 4 and "
     "at batch 8)"},
    {"fp32-moments-12", 2, 2, 0, 8, 0,
     "12 bytes: BF16 weights and gradients, FP32 moments (QLoRA: a 65B model needs over 780 GB)"},
    {"mixed-16", 2, 2, 4, 8, 0,
     "16 bytes: mixed precision with an FP32 master copy (ZeRO: 2 + 2 + 12)"},
    {"mixed-18", 6, 4, 0, 8, 0,
     "18 bytes: FP32 weights with a 16-bit copy, FP32 gradients and moments (Hugging Face, "
     "anatomy of a model's memory)"},
};

}  // namespace

std::span<const StateAssumption> stateAssumptions() {
    return stateRows;
}

const StateAssumption* findStateAssumption(double bytesPerParameter) {
    for (const StateAssumption& row : stateRows) {
        if (row.total() == bytesPerParameter) {
            return &row;
        }
    }
    return nullptr;
}

double momentBytes(const StateAssumption& assumption, MemoryOptimizer optimizer) {
    switch (optimizer) {
        case MemoryOptimizer::AdamW:
            return assumption.moments;
        case MemoryOptimizer::AdamW8bit:
            return 2;
        case MemoryOptimizer::Sgd:
            return 0;
    }
    return 0;
}

}  // namespace zeropoint
