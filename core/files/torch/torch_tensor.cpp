// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/torch/torch_tensor.h"

#include "core/files/torch/torch_names.h"
#include "core/files/torch/torch_sparse.h"
#include "core/support/in_quotes.h"

#include <algorithm>
#include <array>
#include <utility>

namespace zeropoint {
namespace {

using Kind = PickleValue::Kind;

/// Checks that all elements lie in the storage, and drops strides that are row-major anyway.
bool place(StoredTensor& tensor, std::int64_t first, std::uint64_t storageBytes) {
    const std::size_t elementBytes = dtypeBits(tensor.info.dtype) / 8;
    const auto stored = static_cast<std::int64_t>(storageBytes / elementBytes);
    const std::int64_t elements = tensor.info.elements();
    const std::int64_t bytes = storedBytes(tensor.info.dtype, elements);
    if (bytes < 0 || first > stored) {
        return false;
    }
    std::int64_t last = first;
    std::int64_t rowMajor = 1;
    bool contiguous = true;
    for (std::size_t axis = tensor.strides.size(); axis-- > 0 && elements > 0;) {
        const std::int64_t steps = tensor.info.shape[axis] - 1;
        std::int64_t reach = 0;
        if (__builtin_mul_overflow(steps, tensor.strides[axis], &reach) ||
            __builtin_add_overflow(last, reach, &last)) {
            return false;
        }
        contiguous = contiguous && (steps == 0 || tensor.strides[axis] == rowMajor);
        rowMajor *= tensor.info.shape[axis];
    }
    if (elements > 0 && last >= stored) {
        return false;
    }
    if (contiguous) {
        tensor.strides.clear();
    }
    tensor.info.bytes = static_cast<std::uint64_t>(bytes);
    tensor.info.offset += static_cast<std::uint64_t>(first) * elementBytes;
    // A repeated value costs nothing in the file but four bytes each when it is read.
    constexpr std::int64_t mostRepeated = 1 << 22;
    if (elements > mostRepeated && elements / 16 > stored) {
        tensor.unreadable = "The tensor repeats a few values too many times to be read";
        tensor.info.role = TensorRole::Buffer;  // what is repeated are no parameters
        tensor.info.bytes = storageBytes;
    }
    return true;
}

}  // namespace

std::optional<TorchStorageId> torchStorageId(const Pickle& pickle, std::uint32_t persistent) {
    if (persistent >= pickle.values.size() || pickle.at(persistent).kind != Kind::Persistent) {
        return std::nullopt;
    }
    const PickleValue& id = pickle.at(pickle.at(persistent).items[0]);
    if (id.kind != Kind::Sequence || id.items.size() < 5 ||
        pickle.at(id.items[0]).text != "storage" || pickle.at(id.items[1]).kind != Kind::Global) {
        return std::nullopt;
    }
    TorchStorageId result;
    result.dtypeText = pickle.at(id.items[1]).text;
    result.dtype = torchDType(result.dtypeText);
    result.key = pickle.at(id.items[2]).text;
    result.location = pickle.at(id.items[3]).text.substr(0, 64);
    if (id.items.size() > 5 && pickle.at(id.items[5]).kind == Kind::Sequence &&
        pickle.at(id.items[5]).items.size() == 3) {
        result.viewOffset = pickle.at(pickle.at(id.items[5]).items[1]).number;
    }
    return result.viewOffset < 0 ? std::nullopt : std::optional(result);
}

bool TorchTensors::rebuilds(std::string_view function) {
    constexpr std::array known = {torchTensor1, torchTensor2,    torchTensor3, torchQuantized,
                                  torchSparse,  torchSparseRows, torchMeta};
    return std::ranges::find(known, function) != known.end();
}

StoredTensor TorchTensors::rebuild(std::string_view function,
                                   std::span<const std::uint32_t> arguments,
                                   const std::string& name) const {
    if (function == torchSparse || function == torchSparseRows) {
        return sparse(arguments, name);
    }
    if (function == torchQuantized) {
        return quantized(arguments, name);
    }
    return function == torchMeta ? withoutStorage(arguments, name)
                                 : strided(function, arguments, name);
}

bool TorchTensors::readShape(std::uint32_t index, std::vector<std::int64_t>& out) const {
    const PickleValue* value = &at(index);
    if (value->kind == Kind::Call && at(value->items[0]).text == torchSize &&
        at(value->items[1]).items.size() == 1) {
        value = &at(at(value->items[1]).items[0]);
    }
    if (value->kind != Kind::Sequence || value->items.size() > 64) {
        return false;
    }
    for (const std::uint32_t item : value->items) {
        if (at(item).kind != Kind::Int || at(item).number < 0 || !at(item).text.empty()) {
            return false;
        }
        out.push_back(at(item).number);
    }
    return true;
}

StoredTensor TorchTensors::strided(std::string_view function,
                                   std::span<const std::uint32_t> arguments,
                                   const std::string& name) const {
    const bool version3 = function == torchTensor3;
    StoredTensor tensor;
    tensor.order = m_order;
    if (arguments.size() < (version3 ? 7 : 4) || at(arguments[1]).kind != Kind::Int ||
        !readShape(arguments[2], tensor.info.shape) || !readShape(arguments[3], tensor.strides) ||
        tensor.strides.size() != tensor.info.shape.size()) {
        return unreadableTensor(name, "The tensor is not described as PyTorch does");
    }
    const auto listed = [&](std::string reason) {
        StoredTensor known = unreadableTensor(name, std::move(reason));
        known.info.shape = tensor.info.shape;
        known.info.dtypeText = tensor.info.dtypeText;
        return known;
    };
    const auto id = torchStorageId(m_pickle, arguments[0]);
    if (!id) {
        return listed("The tensor has no storage of a known kind");
    }
    const bool named = version3 && at(arguments[6]).kind == Kind::Global;
    tensor.info.dtype = named ? torchDType(at(arguments[6]).text) : id->dtype;
    if (tensor.info.dtype == DType::Unknown) {
        const std::string type = named ? at(arguments[6]).text : id->dtypeText;
        tensor.info.dtypeText = type;
        return listed("Elements of the type " + type + " are not known");
    }
    tensor.info.name = name;
    tensor.info.dtypeText = dtypeName(tensor.info.dtype);
    const auto storage = m_storages.find(id->key);
    if (storage == m_storages.end()) {
        return listed("The file does not hold its storage " + inQuotes(id->key));
    }
    if (!storage->second.problem.empty()) {
        return listed(storage->second.problem);
    }
    tensor.source = storage->second.source;
    tensor.info.offset = storage->second.offset;
    tensor.info.storageBytes = storage->second.bytes;
    std::int64_t first = at(arguments[1]).number;
    if (first < 0 || __builtin_add_overflow(first, id->viewOffset, &first) ||
        !place(tensor, first, storage->second.bytes)) {
        return listed("The tensor reaches beyond its storage");
    }
    const std::size_t bits = version3 ? 7 : 6;
    if (arguments.size() > bits) {
        readBits(arguments[bits], tensor);
    }
    return tensor;
}

/// {'neg': True, 'conj': True}: the values are not those of the bytes.
void TorchTensors::readBits(std::uint32_t dictionary, StoredTensor& tensor) const {
    const auto isSet = [&](std::string_view key) {
        const auto value = entry(dictionary, key);
        return value && at(*value).kind == Kind::Bool && at(*value).number != 0;
    };
    tensor.negated = isSet("neg");
    const bool complex = tensor.info.dtype == DType::C64 || tensor.info.dtype == DType::C128;
    if (isSet("conj") && complex && tensor.unreadable.empty()) {
        tensor.unreadable = "The complex numbers are stored conjugated";
    }
}

std::optional<std::uint32_t> TorchTensors::entry(std::uint32_t dictionary,
                                                 std::string_view key) const {
    const PickleValue& value = at(dictionary);
    if (value.kind != Kind::Dict) {
        return std::nullopt;
    }
    for (std::size_t i = 0; i + 1 < value.items.size() && i < 256; i += 2) {
        if (at(value.items[i]).text == key) {
            return value.items[i + 1];
        }
    }
    return std::nullopt;
}

/// (layout, parts): of coordinates (indices, values, size[, coalesced]), of a compressed layout
/// (starts, indices, values, size).
StoredTensor TorchTensors::sparse(std::span<const std::uint32_t> arguments,
                                  const std::string& name) const {
    StoredTensor unknown =
        unreadableTensor(name, "The sparse tensor is not described as PyTorch does");
    unknown.info.dtypeText = "sparse";
    if (arguments.size() < 2 || at(arguments[1]).kind != Kind::Sequence) {
        return unknown;
    }
    const auto& parts = at(arguments[1]).items;
    Shape shape;
    const bool coordinates = parts.size() >= 3 && readShape(parts[2], shape);
    if (!coordinates && (parts.size() < 4 || !readShape(parts[3], shape))) {
        return unknown;
    }
    unknown.info.shape = shape;
    const std::size_t first = coordinates ? 0 : 1;
    auto starts = coordinates ? std::nullopt : tensorAt(parts[0], name + ".starts");
    auto indices = tensorAt(parts[first], name + ".indices");
    auto values = tensorAt(parts[first + 1], name + ".values");
    if (!indices || !values || starts.has_value() == coordinates) {
        return unknown;
    }
    const std::string layout = layoutName(arguments[0]);
    const bool columnsFirst = layout.ends_with("csc");
    if (!coordinates && !columnsFirst && !layout.ends_with("csr")) {
        unknown.unreadable = "Sparse tensors of the layout " + layout + " are not read";
        return unknown;
    }
    return sparseTensor(name, shape,
                        {std::move(*indices), std::move(starts), columnsFirst, std::move(*values)});
}

/// "torch.sparse_csr": named, or asked for by name.
std::string TorchTensors::layoutName(std::uint32_t index) const {
    const PickleValue& value = at(index);
    if (value.kind == Kind::Call && !at(value.items[1]).items.empty()) {
        return at(at(value.items[1]).items[0]).text.substr(0, 64);
    }
    return value.text.substr(0, 64);
}

StoredTensor TorchTensors::withoutStorage(std::span<const std::uint32_t> arguments,
                                          const std::string& name) const {
    StoredTensor tensor =
        unreadableTensor(name, "The tensor was saved without values (on the meta device)");
    if (arguments.size() >= 2 && at(arguments[0]).kind == Kind::Global) {
        tensor.info.dtype = torchDType(at(arguments[0]).text);
        tensor.info.dtypeText = dtypeName(tensor.info.dtype);
        readShape(arguments[1], tensor.info.shape);
    }
    return tensor;
}

std::optional<StoredTensor> TorchTensors::tensorAt(std::uint32_t index,
                                                   const std::string& name) const {
    const PickleValue* call = callAt(index);
    if (call == nullptr) {
        return std::nullopt;
    }
    const std::string_view function = at(call->items[0]).text;
    const bool plain =
        function == torchTensor1 || function == torchTensor2 || function == torchTensor3;
    return plain ? std::optional(strided(function, at(call->items[1]).items, name)) : std::nullopt;
}

/// The call that rebuilds a tensor, which may be a parameter.
const PickleValue* TorchTensors::callAt(std::uint32_t index) const {
    const PickleValue* call = &at(index);
    if (call->kind == Kind::Call && at(call->items[0]).text == torchParameter &&
        !at(call->items[1]).items.empty()) {
        call = &at(at(call->items[1]).items[0]);
    }
    return call->kind == Kind::Call ? call : nullptr;
}

std::string TorchTensors::locationOf(std::uint32_t index) const {
    const PickleValue* call = callAt(index);
    const bool any = call != nullptr && !at(call->items[1]).items.empty();
    const auto id = any ? torchStorageId(m_pickle, at(call->items[1]).items[0]) : std::nullopt;
    return id ? id->location : "";
}

}  // namespace zeropoint
