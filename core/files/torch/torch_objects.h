// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/stored_tensor.h"
#include "core/files/torch/pickle.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace zeropoint {

/// The globals that a checkpoint's pickle may name.
std::span<const std::string_view> torchGlobals();

/// What a pickle says of one storage: ('storage', type, key, location, elements[, view]).
struct TorchStorageId {
    std::string key;
    DType dtype = DType::Unknown;  ///< Unknown: the storage has bytes and the tensor the dtype
    std::int64_t viewOffset = 0;   ///< elements, only in files without a zip archive
};
std::optional<TorchStorageId> torchStorageId(const Pickle& pickle, std::uint32_t persistent);

/// Where the bytes of a storage are.
struct TorchStorage {
    std::shared_ptr<const ByteSource> source;
    std::uint64_t offset = 0;
    std::uint64_t bytes = 0;
};
using TorchStorages = std::map<std::string, TorchStorage, std::less<>>;

/// Finds every tensor of the pickle, however nested in dictionaries and lists, and names it by the
/// path of keys ("state_dict.conv1.weight"). Plain values beside them become metadata. Storages
/// may be shared; offsets and strides are checked against them.
Result<FileContents> collectTorchTensors(const Pickle& pickle, const TorchStorages& storages,
                                         ByteOrder order, const std::string& where);

}  // namespace zeropoint
