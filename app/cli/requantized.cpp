// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/requantized.h"

#include "app/cli/warnings.h"
#include "core/support/plain_text.h"

namespace zeropoint::cli {

void sayRequantized(const WeightFile& file, std::span<const std::size_t> tensors,
                    std::ostream& err) {
    std::size_t count = 0;
    const TensorInfo* first = nullptr;
    for (const std::size_t index : tensors) {
        const TensorInfo& info = file.tensors()[index];
        if (info.packed != nullptr || info.dtype == DType::Block) {
            first = first == nullptr ? &info : first;
            ++count;
        }
    }
    if (first != nullptr) {
        err << warningPrefix << count << (count == 1 ? " weight comes" : " weights come")
            << " quantized (" << plainText(first->dtypeText)
            << "): the values read back are quantized a second time\n";
    }
}

}  // namespace zeropoint::cli
