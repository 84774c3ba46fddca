// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/torch/torch_objects.h"

#include "core/files/torch/torch_names.h"
#include "core/support/in_quotes.h"

#include <algorithm>
#include <limits>

namespace zeropoint {
namespace {

using Kind = PickleValue::Kind;

/// Walks the pickle's values. They may be shared and may hold themselves, so depth, visits, the
/// length of names and their sum are bounded: by the pickle's own size where an honest file needs
/// many.
class Collector {
public:
    Collector(const Pickle& pickle, const TorchStorages& storages, ByteOrder order,
              const std::string& where)
        : m_pickle(pickle), m_storages(storages), m_order(order), m_where(where) {
        m_visitsLeft = 16 * pickle.values.size() + 1024;
        m_nameBytesLeft = 64 * pickle.end + (1 << 20);
    }

    Result<FileContents> run() {
        m_contents.format = "pytorch";
        if (!walk(m_pickle.root, "", 0)) {
            return fail(m_code, m_problem, m_where,
                        "The file is damaged or holds more than a dictionary of tensors");
        }
        return std::move(m_contents);
    }

private:
    static constexpr int mostDepth = 64;
    static constexpr std::size_t mostNameBytes = 4096;
    static constexpr std::size_t mostMetadata = 1000;

    bool refuse(std::string why, ErrorCode code = ErrorCode::Malformed) {
        m_problem = std::move(why);
        m_code = code;
        return false;
    }

    const PickleValue& at(std::uint32_t index) const { return m_pickle.at(index); }

    std::string_view callee(const PickleValue& value) const { return at(value.items[0]).text; }

    bool walk(std::uint32_t index, const std::string& path, int depth);
    bool walkPairs(std::span<const std::uint32_t> items, const std::string& path, int depth);
    bool walkCall(const PickleValue& call, const std::string& path, int depth);
    void note(const PickleValue& value, const std::string& path);
    bool addTensor(const PickleValue& call, const std::string& path);
    bool readShape(std::uint32_t index, std::vector<std::int64_t>& out) const;
    bool findStorage(std::uint32_t index, std::uint32_t dtypeIndex, StoredTensor& tensor,
                     std::uint64_t& bytes, std::int64_t& viewOffset);
    bool place(StoredTensor& tensor, std::int64_t first, std::uint64_t storageBytes);

    const Pickle& m_pickle;
    const TorchStorages& m_storages;
    ByteOrder m_order;
    std::string m_where;
    FileContents m_contents;
    std::size_t m_visitsLeft = 0;
    std::uint64_t m_nameBytesLeft = 0;
    std::string m_problem;
    ErrorCode m_code = ErrorCode::Malformed;
};

bool Collector::walk(std::uint32_t index, const std::string& path, int depth) {
    if (depth > mostDepth || path.size() > mostNameBytes || m_visitsLeft-- == 0 ||
        path.size() > m_nameBytesLeft) {
        return refuse("The dictionaries are nested beyond reason", ErrorCode::TooLarge);
    }
    m_nameBytesLeft -= path.size();
    const PickleValue& value = at(index);
    switch (value.kind) {
        case Kind::Dict:
            return walkPairs(value.items, path, depth);
        case Kind::Sequence:
            for (std::size_t i = 0; i < value.items.size(); ++i) {
                const Kind kind = at(value.items[i]).kind;
                const bool nested =
                    kind == Kind::Dict || kind == Kind::Sequence || kind == Kind::Call;
                if (nested &&
                    !walk(value.items[i], path + (path.empty() ? "" : ".") + std::to_string(i),
                          depth + 1)) {
                    return false;
                }
            }
            return true;
        case Kind::Call:
            return walkCall(value, path, depth);
        default:
            note(value, path);
            return true;
    }
}

bool Collector::walkPairs(std::span<const std::uint32_t> items, const std::string& path,
                          int depth) {
    for (std::size_t i = 0; i + 1 < items.size(); i += 2) {
        const PickleValue& key = at(items[i]);
        const std::string name = key.kind == Kind::Int ? std::to_string(key.number) : key.text;
        std::string inner = path;
        inner.append(path.empty() ? "" : ".").append(name);
        if (!walk(items[i + 1], inner, depth + 1)) {
            return false;
        }
    }
    return true;
}

bool Collector::walkCall(const PickleValue& call, const std::string& path, int depth) {
    const std::string_view name = callee(call);
    const PickleValue& arguments = at(call.items[1]);
    if (name == torchTensor1 || name == torchTensor2 || name == torchTensor3) {
        return addTensor(call, path);
    }
    if (name == torchParameter || name == torchParameterWithState) {
        return !arguments.items.empty() ? walk(arguments.items[0], path, depth + 1)
                                        : refuse("A parameter has no tensor");
    }
    // OrderedDict() filled item by item, or OrderedDict([[key, value], ...]).
    if (!walkPairs(std::span(call.items).subspan(2), path, depth)) {
        return false;
    }
    if (name != torchOrderedDict || arguments.items.size() != 1) {
        return true;
    }
    for (const std::uint32_t pair : at(arguments.items[0]).items) {
        if (at(pair).kind == Kind::Sequence && at(pair).items.size() == 2 &&
            !walkPairs(at(pair).items, path, depth)) {
            return false;
        }
    }
    return true;
}

void Collector::note(const PickleValue& value, const std::string& path) {
    if (path.empty() || m_contents.metadata.size() >= mostMetadata) {
        return;
    }
    if (value.kind == Kind::Int && value.text.empty()) {
        m_contents.metadata.emplace_back(path, std::to_string(value.number));
    } else if (value.kind == Kind::Bool) {
        m_contents.metadata.emplace_back(path, value.number != 0 ? "true" : "false");
    } else if (value.kind == Kind::Float) {
        m_contents.metadata.emplace_back(path, std::to_string(value.real));
    } else if (value.kind == Kind::Text && value.text.size() <= mostNameBytes) {
        m_contents.metadata.emplace_back(path, value.text);
    }
}

bool Collector::readShape(std::uint32_t index, std::vector<std::int64_t>& out) const {
    const PickleValue* value = &at(index);
    if (value->kind == Kind::Call && callee(*value) == torchSize &&
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

bool Collector::addTensor(const PickleValue& call, const std::string& path) {
    const bool version3 = callee(call) == torchTensor3;
    const auto& arguments = at(call.items[1]).items;
    StoredTensor tensor;
    tensor.info.name = path;
    tensor.order = m_order;
    if (arguments.size() < (version3 ? 7 : 4) || at(arguments[1]).kind != Kind::Int ||
        !readShape(arguments[2], tensor.info.shape) || !readShape(arguments[3], tensor.strides) ||
        tensor.strides.size() != tensor.info.shape.size()) {
        return refuse("Tensor " + inQuotes(path) + " is not described as PyTorch does");
    }
    std::uint64_t storageBytes = 0;
    std::int64_t first = at(arguments[1]).number;
    std::int64_t viewOffset = 0;
    if (!findStorage(arguments[0], version3 ? arguments[6] : arguments[0], tensor, storageBytes,
                     viewOffset)) {
        return refuse("Tensor " + inQuotes(path) + " has no storage of a known type");
    }
    if (first < 0 || __builtin_add_overflow(first, viewOffset, &first) ||
        !place(tensor, first, storageBytes)) {
        return refuse("Tensor " + inQuotes(path) + " reaches beyond its storage");
    }
    m_contents.tensors.push_back(std::move(tensor));
    return true;
}

bool Collector::findStorage(std::uint32_t index, std::uint32_t dtypeIndex, StoredTensor& tensor,
                            std::uint64_t& bytes, std::int64_t& viewOffset) {
    const auto id = torchStorageId(m_pickle, index);
    const auto found = id ? m_storages.find(id->key) : m_storages.end();
    if (found == m_storages.end()) {
        return false;
    }
    const bool named = at(dtypeIndex).kind == Kind::Global;
    tensor.info.dtype = named ? torchDType(at(dtypeIndex).text) : id->dtype;
    tensor.info.dtypeText = dtypeName(tensor.info.dtype);
    tensor.source = found->second.source;
    tensor.info.offset = found->second.offset;
    bytes = found->second.bytes;
    viewOffset = id->viewOffset;
    return tensor.info.dtype != DType::Unknown;
}

/// Checks that all elements lie in the storage, and drops strides that are row-major anyway.
bool Collector::place(StoredTensor& tensor, std::int64_t first, std::uint64_t storageBytes) {
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
    // A repeated value costs nothing in the file but four bytes each when it is read.
    constexpr std::int64_t mostRepeated = 1 << 22;
    if (elements > mostRepeated && elements / 16 > stored) {
        tensor.unreadable = "The tensor repeats a few values too many times to be read";
    }
    tensor.info.bytes = static_cast<std::uint64_t>(bytes);
    tensor.info.offset += static_cast<std::uint64_t>(first) * elementBytes;
    return true;
}

}  // namespace

std::optional<TorchStorageId> torchStorageId(const Pickle& pickle, std::uint32_t persistent) {
    if (pickle.at(persistent).kind != Kind::Persistent) {
        return std::nullopt;
    }
    const PickleValue& id = pickle.at(pickle.at(persistent).items[0]);
    if (id.kind != Kind::Sequence || id.items.size() < 5 ||
        pickle.at(id.items[0]).text != "storage" || pickle.at(id.items[1]).kind != Kind::Global) {
        return std::nullopt;
    }
    TorchStorageId result;
    result.dtype = torchDType(pickle.at(id.items[1]).text);
    result.key = pickle.at(id.items[2]).text;
    if (id.items.size() > 5 && pickle.at(id.items[5]).kind == Kind::Sequence &&
        pickle.at(id.items[5]).items.size() == 3) {
        result.viewOffset = pickle.at(pickle.at(id.items[5]).items[1]).number;
    }
    return result.viewOffset < 0 ? std::nullopt : std::optional(result);
}

Result<FileContents> collectTorchTensors(const Pickle& pickle, const TorchStorages& storages,
                                         ByteOrder order, const std::string& where) {
    return Collector(pickle, storages, order, where).run();
}

}  // namespace zeropoint
