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
#include <vector>

namespace zeropoint {

/// What a pickle says of one storage: ('storage', type, key, location, elements[, view]).
struct TorchStorageId {
    std::string key;
    DType dtype = DType::Unknown;  ///< Unknown: the storage has bytes and the tensor the dtype
    std::string dtypeText;         ///< the type's own name
    std::string location;          ///< the device that it was saved from: "cpu", "cuda:0"
    std::int64_t viewOffset = 0;   ///< elements, only in files without a zip archive
};
std::optional<TorchStorageId> torchStorageId(const Pickle& pickle, std::uint32_t persistent);

/// Where the bytes of a storage are.
struct TorchStorage {
    std::shared_ptr<const ByteSource> source;
    std::uint64_t offset = 0;
    std::uint64_t bytes = 0;
    std::string problem{};  ///< not empty: why its bytes cannot be read
};
using TorchStorages = std::map<std::string, TorchStorage, std::less<>>;

/// Turns the calls by which a checkpoint rebuilds its tensors into places in the file. Offsets and
/// strides are checked against the storages, which may be shared; what does not fit is returned as
/// a tensor that is not readable, for the reason that it carries.
class TorchTensors {
public:
    TorchTensors(const Pickle& pickle, const TorchStorages& storages, ByteOrder order)
        : m_pickle(pickle), m_storages(storages), m_order(order) {}

    /// Whether a function rebuilds a tensor.
    static bool rebuilds(std::string_view function);

    StoredTensor rebuild(std::string_view function, std::span<const std::uint32_t> arguments,
                         const std::string& name) const;

    /// A wrapper around other tensors (torchao): a packed weight where its parts say so, else
    /// nothing.
    std::optional<StoredTensor> wrapped(std::span<const std::uint32_t> arguments,
                                        std::uint32_t state, const std::string& name) const;

    /// A tensor or torch.Size as whole numbers; false when it is something else.
    bool readShape(std::uint32_t index, std::vector<std::int64_t>& out) const;

private:
    const PickleValue& at(std::uint32_t index) const { return m_pickle.at(index); }
    StoredTensor strided(std::string_view function, std::span<const std::uint32_t> arguments,
                         const std::string& name) const;
    StoredTensor quantized(std::span<const std::uint32_t> arguments, const std::string& name) const;
    StoredTensor codesOf(std::span<const std::uint32_t> arguments, const std::string& name,
                         int& bits) const;
    StoredTensor sparse(std::span<const std::uint32_t> arguments, const std::string& name) const;
    std::string layoutName(std::uint32_t index) const;
    StoredTensor withoutStorage(std::span<const std::uint32_t> arguments,
                                const std::string& name) const;
    /// The tensor that a call rebuilds, when it does.
    std::optional<StoredTensor> tensorAt(std::uint32_t index, const std::string& name) const;
    const PickleValue* callAt(std::uint32_t index) const;
    /// The device that the storage of the tensor which a call rebuilds was saved from.
    std::string locationOf(std::uint32_t index) const;
    std::optional<StoredTensor> tiled(std::uint32_t parts, const Shape& shape, const Shape& block,
                                      const std::string& name) const;
    /// torchao's weights of floats in blocks, and of NF4; nothing for other classes, or where
    /// parts are missing.
    std::optional<StoredTensor> floatBlocks(std::string_view className, std::uint32_t state,
                                            const Shape& shape, const std::string& name) const;
    std::optional<StoredTensor> normalFloats(std::string_view className, std::uint32_t state,
                                             const Shape& shape, const std::string& name) const;
    /// The value of a key in a dictionary; nothing when it is not there.
    std::optional<std::uint32_t> entry(std::uint32_t dictionary, std::string_view key) const;
    void readBits(std::uint32_t dictionary, StoredTensor& tensor) const;

    const Pickle& m_pickle;
    const TorchStorages& m_storages;
    ByteOrder m_order;
};

}  // namespace zeropoint
