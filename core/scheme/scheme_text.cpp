// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheme/scheme_text.h"

#include "core/numerics/block_format.h"

namespace zeropoint {

std::string perText(const QuantScheme& scheme) {
    if (const BlockFormat* blocks = findBlockFormat(scheme.format); blocks != nullptr) {
        return "block:" + std::to_string(blocks->valuesPerBlock);
    }
    switch (scheme.granularity) {
        case Granularity::Tensor:
            return "tensor";
        case Granularity::Channel:
            return "channel";
        case Granularity::Group:
            return "group:" + std::to_string(scheme.groupSize);
    }
    return {};
}

}  // namespace zeropoint
