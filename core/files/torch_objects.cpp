// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/torch_objects.h"

#include "core/support/in_quotes.h"

#include <algorithm>
#include <array>
#include <limits>

namespace zeropoint {
namespace {

using Kind = PickleValue::Kind;

struct NamedDType {
    std::string_view name;
    DType dtype;
};

/// torch.NAME and torch.NAMEStorage of each dtype.
constexpr std::array dtypes = {
    NamedDType{"torch.float64", DType::F64},
    NamedDType{"torch.DoubleStorage", DType::F64},
    NamedDType{"torch.float32", DType::F32},
    NamedDType{"torch.FloatStorage", DType::F32},
    NamedDType{"torch.float16", DType::F16},
    NamedDType{"torch.HalfStorage", DType::F16},
    NamedDType{"torch.bfloat16", DType::BF16},
    NamedDType{"torch.BFloat16Storage", DType::BF16},
    NamedDType{"torch.int64", DType::I64},
    NamedDType{"torch.LongStorage", DType::I64},
    NamedDType{"torch.int32", DType::I32},
    NamedDType{"torch.IntStorage", DType::I32},
    NamedDType{"torch.int16", DType::I16},
    NamedDType{"torch.ShortStorage", DType::I16},
    NamedDType{"torch.int8", DType::I8},
    NamedDType{"torch.CharStorage", DType::I8},
    NamedDType{"torch.uint64", DType::U64},
    NamedDType{"torch.uint32", DType::U32},
    NamedDType{"torch.uint16", DType::U16},
    NamedDType{"torch.uint8", DType::U8},
    NamedDType{"torch.ByteStorage", DType::U8},
    NamedDType{"torch.bool", DType::Bool},
    NamedDType{"torch.BoolStorage", DType::Bool},
    NamedDType{"torch.complex64", DType::C64},
    NamedDType{"torch.ComplexFloatStorage", DType::C64},
    NamedDType{"torch.complex128", DType::C128},
    NamedDType{"torch.ComplexDoubleStorage", DType::C128},
    NamedDType{"torch.float8_e4m3fn", DType::F8E4M3},
    NamedDType{"torch.float8_e5m2", DType::F8E5M2},
    NamedDType{"torch.float8_e4m3fnuz", DType::F8E4M3Fnuz},
    NamedDType{"torch.float8_e5m2fnuz", DType::F8E5M2Fnuz},
    NamedDType{"torch.float8_e8m0fnu", DType::F8E8M0},
};

constexpr std::string_view orderedDict = "collections.OrderedDict";
constexpr std::string_view parameter = "torch._utils._rebuild_parameter";
constexpr std::string_view parameterWithState = "torch._utils._rebuild_parameter_with_state";
constexpr std::string_view tensor1 = "torch._utils._rebuild_tensor";
constexpr std::string_view tensor2 = "torch._utils._rebuild_tensor_v2";
constexpr std::string_view tensor3 = "torch._utils._rebuild_tensor_v3";

constexpr std::array otherGlobals = {
    orderedDict,
    parameter,
    parameterWithState,
    tensor1,
    tensor2,
    tensor3,
    std::string_view("collections.defaultdict"),
    std::string_view("collections.Counter"),
    std::string_view("torch.Size"),
    std::string_view("torch.device"),
    std::string_view("torch.storage.UntypedStorage"),
    std::string_view("torch.storage._UntypedStorage"),
    std::string_view("builtins.dict"),
    std::string_view("builtins.list"),
    std::string_view("builtins.set"),
    std::string_view("__builtin__.set"),
    std::string_view("_codecs.encode"),
};

constexpr auto allGlobals = [] {
    std::array<std::string_view, dtypes.size() + otherGlobals.size()> names{};
    std::size_t i = 0;
    for (const NamedDType& row : dtypes) {
        names[i++] = row.name;
    }
    for (const std::string_view name : otherGlobals) {
        names[i++] = name;
    }
    return names;
}();

DType dtypeNamed(std::string_view name) {
    const auto found = std::ranges::find(dtypes, name, &NamedDType::name);
    return found == dtypes.end() ? DType::Unknown : found->dtype;
}

/// Walks the pickle's values. They may be shared and may hold themselves, so depth, visits and the
/// length of names are bounded: by the pickle's own size where an honest file needs many.
class Collector {
public:
    Collector(const Pickle& pickle, const TorchStorages& storages, ByteOrder order,
              const std::string& where)
        : m_pickle(pickle), m_storages(storages), m_order(order), m_where(where) {
        m_visitsLeft = 16 * pickle.values.size() + 1024;
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
    std::string m_problem;
    ErrorCode m_code = ErrorCode::Malformed;
};

bool Collector::walk(std::uint32_t index, const std::string& path, int depth) {
    if (depth > mostDepth || path.size() > mostNameBytes || m_visitsLeft-- == 0) {
        return refuse("The dictionaries are nested beyond reason", ErrorCode::TooLarge);
    }
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
        if (!walk(items[i + 1], path.empty() ? name : path + "." + name, depth + 1)) {
            return false;
        }
    }
    return true;
}

bool Collector::walkCall(const PickleValue& call, const std::string& path, int depth) {
    const std::string_view name = callee(call);
    const PickleValue& arguments = at(call.items[1]);
    if (name == tensor1 || name == tensor2 || name == tensor3) {
        return addTensor(call, path);
    }
    if (name == parameter || name == parameterWithState) {
        return !arguments.items.empty() ? walk(arguments.items[0], path, depth + 1)
                                        : refuse("A parameter has no tensor");
    }
    // OrderedDict() filled item by item, or OrderedDict([[key, value], ...]).
    if (!walkPairs(std::span(call.items).subspan(2), path, depth)) {
        return false;
    }
    if (name != orderedDict || arguments.items.size() != 1) {
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
    if (value->kind == Kind::Call && callee(*value) == "torch.Size" &&
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
    const bool version3 = callee(call) == tensor3;
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
    tensor.info.dtype = named ? dtypeNamed(at(dtypeIndex).text) : id->dtype;
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

std::span<const std::string_view> torchGlobals() {
    return allGlobals;
}

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
    result.dtype = dtypeNamed(pickle.at(id.items[1]).text);
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
