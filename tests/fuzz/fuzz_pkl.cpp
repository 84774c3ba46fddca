// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/torch/torch_objects.h"
#include "tests/fuzz/closed_doors.h"
#include "tests/fuzz/fuzz_reader.h"

#include <algorithm>
#include <cstdlib>

namespace {

/// A storage that knows whether anybody reads beyond it. A pickle may name storages, offsets and
/// strides as it likes: what is listed as readable must lie inside.
class WatchedBytes final : public zeropoint::ByteSource {
public:
    std::uint64_t size() const override { return bytes; }
    const std::string& name() const override { return m_name; }
    zeropoint::Result<void> read(std::uint64_t offset, std::span<std::byte> out) const override {
        if (offset > bytes || out.size() > bytes - offset) {
            std::abort();
        }
        std::fill(out.begin(), out.end(), std::byte{1});
        return {};
    }

    static constexpr std::uint64_t bytes = 4096;

private:
    std::string m_name = "fuzz/storage";
};

}  // namespace

// A pickle alone, read inert: while it is read, listed and its tensors are decoded, no file is
// opened, no process started, no library loaded, no connection made; and every tensor that it makes
// readable stays inside the storages it was given.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace zeropoint;
    const fuzz::ClosedDoors closed;
    return fuzz::readAll(data, size, [](const SourcePtr& source) -> Result<FileContents> {
        const auto pickle = readPickle(*source, 0);
        if (!pickle) {
            return tl::unexpected(pickle.error());
        }
        TorchStorages storages;
        for (const char* key : {"0", "1", "2"}) {
            storages[key] = {std::make_shared<const WatchedBytes>(), 0, WatchedBytes::bytes};
        }
        return collectTorchTensors(*pickle, storages, ByteOrder::Little, source->name());
    });
}
