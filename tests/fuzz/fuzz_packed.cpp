// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/packed/join_packed.h"
#include "core/files/packed/join_torchao.h"
#include "tests/fuzz/fuzz_reader.h"

// Safetensors whose parts are joined to packed weights.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace zeropoint;
    return fuzz::readAll(data, size, [](const SourcePtr& source) {
        auto contents = readSafetensors(source, {});
        if (contents) {
            joinTorchao(*contents);
            joinPacked(*contents, {}, {});
        }
        return contents;
    });
}
