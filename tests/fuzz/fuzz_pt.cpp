// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/fuzz_reader.h"

#include <array>

// Both of PyTorch's formats; what is no archive goes to the reader of the old one, whose pickles
// are easier to mutate than those inside an archive with its check sums.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace zeropoint;
    return fuzz::readAll(data, size, [](const SourcePtr& source) {
        std::array<std::byte, 4> head{};
        const bool zip =
            source->size() >= head.size() && source->read(0, head) && isZip({head, source->size()});
        return zip ? readZip(source, {}) : readTorchLegacy(source, {});
    });
}
