// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/torch/torch_objects.h"

#include "core/files/torch/torch_names.h"
#include "core/files/torch/torch_numpy.h"
#include "core/support/in_quotes.h"

#include <algorithm>
#include <map>
#include <set>

namespace zeropoint {
namespace {

using Kind = PickleValue::Kind;

/// Walks the pickle's values. They may be shared and may hold themselves, so depth, visits, the
/// length of names and their sum are bounded: by the pickle's own size where an honest file needs
/// many.
class Collector {
public:
    Collector(const Pickle& pickle, const TorchStorages& storages, ByteOrder order,
              const std::string& where, const std::stop_token& stop)
        : m_pickle(pickle),
          m_tensors(pickle, storages, order),
          m_where(where),
          m_stop(stop),
          m_open(pickle.values.size()) {
        m_stepsLeft = 16 * pickle.values.size() + pickle.end + 1024;
        m_nameBytesLeft = 64 * pickle.end + (1 << 20);
    }

    Result<FileContents> run() {
        m_contents.format = "pytorch";
        if (!walk(m_pickle.root, "", 0)) {
            return m_stop.stop_requested()
                       ? openingStopped(m_where)
                       : fail(ErrorCode::TooLarge, "The dictionaries are nested beyond reason",
                              m_where,
                              "Save the weights as a plain dictionary of tensors, best as "
                              "safetensors");
        }
        const auto& tensors = m_contents.tensors;
        // Tensors without values by intent have a type and no source: a model's outline is one.
        const auto isLost = [](const StoredTensor& tensor) {
            return tensor.source == nullptr && tensor.info.dtype == DType::Unknown;
        };
        if (!tensors.empty() && std::ranges::all_of(tensors, isLost)) {
            return fail(ErrorCode::Malformed,
                        "Tensor " + inQuotes(tensors.front().info.name) +
                            " is not read: " + tensors.front().unreadable,
                        m_where,
                        "Copy it again if it is damaged, or save its weights as a plain dictionary "
                        "of tensors");
        }
        noteClasses();
        nameAsModule();
        nameOnce();
        nameStorages();
        return std::move(m_contents);
    }

private:
    static constexpr int mostDepth = 200;
    static constexpr std::size_t mostNameBytes = 4096;
    static constexpr std::size_t mostMetadata = 8192;
    static constexpr std::size_t mostClasses = 16;

    const PickleValue& at(std::uint32_t index) const { return m_pickle.at(index); }
    std::string_view callee(const PickleValue& value) const { return at(value.items[0]).text; }

    /// Each returns false when the walk is to end.
    bool step(std::size_t count = 1) {
        const bool stopped = ++m_steps % 1024 == 0 && m_stop.stop_requested();
        m_stepsLeft -= std::min(count, m_stepsLeft);
        return m_stepsLeft > 0 && !stopped;
    }
    bool walk(std::uint32_t index, const std::string& path, int depth);
    bool walkInto(std::uint32_t index, const std::string& path, int depth);
    bool walkItems(std::span<const std::uint32_t> items, const std::string& path, int depth);
    bool walkPairs(std::span<const std::uint32_t> items, const std::string& path, int depth);
    bool walkCall(const PickleValue& call, const std::string& path, int depth);
    bool walkFunction(std::string_view function, std::span<const std::uint32_t> arguments,
                      const std::string& path, int depth);
    bool walkSubclass(std::span<const std::uint32_t> arguments, const std::string& path, int depth);
    bool walkObject(const PickleValue& call, const std::string& path, int depth);
    bool walkState(std::uint32_t index, const std::string& path, int depth);
    bool isNested(std::uint32_t index) const {
        const Kind kind = at(index).kind;
        return kind == Kind::Dict || kind == Kind::Sequence || kind == Kind::Call;
    }
    std::string keyText(std::uint32_t index, int depth = 0) const;
    void note(const PickleValue& value, const std::string& path);
    void noteText(const std::string& path, std::string text);
    void noteClasses();
    void add(StoredTensor tensor);
    void nameAsModule();
    void nameOnce();
    void nameStorages();

    const Pickle& m_pickle;
    TorchTensors m_tensors;
    std::string m_where;
    std::stop_token m_stop;
    FileContents m_contents;
    std::vector<bool> m_open;  ///< values that are being walked: those inside themselves are passed
    std::set<std::string, std::less<>> m_classes;
    std::vector<std::string> m_modules;  ///< paths of the modules that lie in no other
    int m_moduleDepth = 0;
    int m_bufferDepth = 0;
    int m_companionDepth = 0;
    std::size_t m_steps = 0;
    std::size_t m_stepsLeft = 0;
    std::uint64_t m_nameBytesLeft = 0;
};

std::string inner(const std::string& path, const std::string& name) {
    return path.empty() ? name : path + '.' + name;
}

bool Collector::walk(std::uint32_t index, const std::string& path, int depth) {
    if (depth > mostDepth || path.size() > mostNameBytes || path.size() > m_nameBytesLeft ||
        !step()) {
        return false;
    }
    m_nameBytesLeft -= path.size();
    if (!isNested(index)) {
        note(at(index), path);
        return true;
    }
    if (m_open[index]) {
        return true;
    }
    m_open[index] = true;
    const bool done = walkInto(index, path, depth);
    m_open[index] = false;
    return done;
}

bool Collector::walkInto(std::uint32_t index, const std::string& path, int depth) {
    const PickleValue& value = at(index);
    if (value.kind == Kind::Call) {
        return walkCall(value, path, depth);
    }
    return value.kind == Kind::Dict ? walkPairs(value.items, path, depth)
                                    : walkItems(value.items, path, depth);
}

bool Collector::walkItems(std::span<const std::uint32_t> items, const std::string& path,
                          int depth) {
    // A quantized layer packs (weight, bias) into one value: they are named as its own.
    constexpr std::string_view packed = "._packed_params._packed_params";
    const bool layer = path.ends_with(packed) && items.size() == 2;
    const std::string own = layer ? path.substr(0, path.size() - packed.size()) : path;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (!step()) {
            return false;
        }
        const std::string name = layer ? (i == 0 ? "weight" : "bias") : std::to_string(i);
        if (isNested(items[i]) && !walk(items[i], inner(own, name), depth + 1)) {
            return false;
        }
    }
    return true;
}

bool Collector::walkPairs(std::span<const std::uint32_t> items, const std::string& path,
                          int depth) {
    for (std::size_t i = 0; i + 1 < items.size(); i += 2) {
        // The items of a list that is an object have no keys.
        const std::string name =
            items[i] == PickleValue::none ? std::to_string(i / 2) : keyText(items[i]);
        constexpr std::size_t mostAxes = 8;
        if (Shape shape; name == "shape" && m_tensors.readShape(items[i + 1], shape) &&
                         shape.size() <= mostAxes) {
            noteText(inner(path, name), toString(shape));
        }
        if (!walk(items[i + 1], inner(path, name), depth + 1)) {
            return false;
        }
    }
    return true;
}

/// A text as it is, a number in digits, a tuple of them as "(0, 1)", one in another too.
std::string Collector::keyText(std::uint32_t index, int depth) const {
    constexpr std::size_t mostItems = 16;
    constexpr int mostTuples = 1;
    constexpr std::size_t mostText = 256;  // of what stands in a tuple
    const PickleValue& key = at(index);
    if (key.kind == Kind::Int || key.kind == Kind::Bool) {
        return std::to_string(key.number);
    }
    if (key.kind == Kind::Float) {
        return std::to_string(key.real);
    }
    if (key.kind == Kind::None) {
        return "None";
    }
    if (key.kind == Kind::Text && key.text.empty()) {
        return "''";
    }
    if (key.kind != Kind::Sequence || key.items.size() > mostItems || depth > mostTuples) {
        return key.text.empty() ? "?"
                                : key.text.substr(0, depth > 0 ? mostText : mostNameBytes + 1);
    }
    std::string text = "(";
    for (const std::uint32_t item : key.items) {
        text += text.size() > 1 ? ", " : "";
        if (text.size() > mostText) {
            return text + "...)";
        }
        text += keyText(item, depth + 1);
    }
    return text + ')';
}

bool Collector::walkCall(const PickleValue& call, const std::string& path, int depth) {
    const std::string_view function = callee(call);
    if (makesNumpyArray(function)) {
        if (auto array = numpyArray(m_pickle, call, path)) {
            m_contents.tensors.push_back(std::move(*array));
        }
        return true;
    }
    if (makesNumpyScalar(function)) {
        if (auto text = numpyScalar(m_pickle, call)) {
            noteText(path, std::move(*text));
        }
        return true;
    }
    const auto& arguments = at(call.items[1]).items;
    if (TorchTensors::rebuilds(function) || function == torchParameter ||
        function == torchParameterWithState || function == torchOnDevice ||
        function == torchSubclass1 || function == torchSubclass2) {
        return walkFunction(function, arguments, path, depth);
    }
    return walkObject(call, path, depth);
}

bool Collector::walkFunction(std::string_view function, std::span<const std::uint32_t> arguments,
                             const std::string& path, int depth) {
    if (TorchTensors::rebuilds(function)) {
        StoredTensor tensor = m_tensors.rebuild(function, arguments, path);
        if (function == torchSparse || function == torchSparseRows) {
            noteText(path, "sparse, of " + toString(tensor.info.shape) + ", in " +
                               std::to_string(tensor.info.bytes) + " bytes with its places");
        }
        add(std::move(tensor));
        return true;
    }
    if (function == torchSubclass1 || function == torchSubclass2) {
        return walkSubclass(arguments, path, depth);
    }
    return arguments.empty() || walk(arguments[0], path, depth + 1);
}

/// (function, class, its arguments, state): a tensor of another class, or one around others.
bool Collector::walkSubclass(std::span<const std::uint32_t> arguments, const std::string& path,
                             int depth) {
    if (arguments.size() < 3 || at(arguments[2]).kind != Kind::Sequence) {
        add(unreadableTensor(path, "The tensor is not described as PyTorch does"));
        return true;
    }
    const std::string_view function = at(arguments[0]).text;
    const auto& inside = at(arguments[2]).items;
    if (function != torchWrapper) {
        return walkFunction(function, inside, path, depth + 1);
    }
    const std::uint32_t state = arguments.size() > 3 ? arguments[3] : PickleValue::none;
    if (auto packed = m_tensors.wrapped(inside, state, path)) {
        m_contents.tensors.push_back(std::move(*packed));
        return true;
    }
    StoredTensor whole = unreadableTensor(
        path, "A tensor of the class " + at(arguments[1]).text.substr(0, 256) +
                  ", whose values only its own code can work out; its parts are listed");
    if (inside.size() > 2) {
        m_tensors.readShape(inside[2], whole.info.shape);
    }
    add(std::move(whole));
    // Its parts are codes and scales in an order of their own.
    const bool codes = at(arguments[1]).text.starts_with("torchao.");
    m_companionDepth += codes ? 1 : 0;
    const bool done = state == PickleValue::none || walk(state, path, depth + 1);
    m_companionDepth -= codes ? 1 : 0;
    return done;
}

/// Anything else: a dictionary, a module, or an object of a class that nobody here knows. What
/// would be put into it is walked.
bool Collector::walkObject(const PickleValue& call, const std::string& path, int depth) {
    const std::string_view name = callee(call);
    const auto& arguments = at(call.items[1]).items;
    if (!name.empty() && !isUsualClass(name) && m_classes.size() < mostClasses) {
        m_classes.emplace(name);
    }
    if (!walkPairs(std::span(call.items).subspan(2), path, depth)) {
        return false;
    }
    const bool dictionary = name == torchOrderedDict;
    for (const std::uint32_t argument : arguments) {
        // OrderedDict([[key, value], ...])
        for (const std::uint32_t pair : dictionary&& at(argument).kind == Kind::Sequence
                                            ? std::span(at(argument).items)
                                            : std::span<const std::uint32_t>()) {
            if (!step()) {
                return false;
            }
            if (at(pair).kind == Kind::Sequence && at(pair).items.size() == 2 &&
                !walkPairs(at(pair).items, path, depth)) {
                return false;
            }
        }
        if (!dictionary && isNested(argument) && name != torchSize &&
            !walk(argument, path, depth + 1)) {
            return false;
        }
    }
    return dictionary || call.state == PickleValue::none || walkState(call.state, path, depth);
}

/// What is set on an object: its attributes by name, those of a module as state_dict() has them.
bool Collector::walkState(std::uint32_t index, const std::string& path, int depth) {
    if (!isNested(index) || m_open[index]) {
        return true;
    }
    const PickleValue& state = at(index);
    if (state.kind != Kind::Dict) {
        return walk(index, path, depth + 1);
    }
    const auto isPart = [&](std::uint32_t key) {
        const std::string& text = at(key).text;
        return text == "_parameters" || text == "_buffers" || text == "_modules";
    };
    const auto& items = state.items;
    bool module = false;
    for (std::size_t i = 0; i + 1 < items.size() && !module; i += 2) {
        module = isPart(items[i]);
    }
    if (!step(items.size())) {
        return false;
    }
    if (module && m_moduleDepth == 0) {
        m_modules.push_back(path);
    }
    m_moduleDepth += module ? 1 : 0;
    m_open[index] = true;
    bool done = true;
    for (std::size_t i = 0; done && i + 1 < items.size(); i += 2) {
        const bool part = module && isPart(items[i]);
        // Tensors that are attributes of a module and not its parameters are no weights either.
        const bool buffers = module && (!part || at(items[i]).text == "_buffers");
        m_bufferDepth += buffers ? 1 : 0;
        done = walk(items[i + 1], part ? path : inner(path, keyText(items[i])), depth + 1);
        m_bufferDepth -= buffers ? 1 : 0;
    }
    m_open[index] = false;
    m_moduleDepth -= module ? 1 : 0;
    return done;
}

void Collector::add(StoredTensor tensor) {
    if (m_bufferDepth > 0) {
        tensor.info.role = TensorRole::Buffer;
    }
    if (m_companionDepth > 0) {
        tensor.info.role = TensorRole::Companion;
    }
    m_contents.tensors.push_back(std::move(tensor));
}

void Collector::note(const PickleValue& value, const std::string& path) {
    if (value.kind == Kind::Int && value.text.empty()) {
        noteText(path, std::to_string(value.number));
    } else if (value.kind == Kind::Bool) {
        noteText(path, value.number != 0 ? "true" : "false");
    } else if (value.kind == Kind::Float) {
        noteText(path, std::to_string(value.real));
    } else if (value.kind == Kind::Text && value.text.size() <= mostNameBytes) {
        noteText(path, value.text);
    }
}

void Collector::noteText(const std::string& path, std::string text) {
    if (!path.empty() && m_contents.metadata.size() < mostMetadata) {
        m_contents.metadata.emplace_back(path, std::move(text));
    }
}

void Collector::noteClasses() {
    std::string names;
    for (const std::string& name : m_classes) {
        names += names.empty() ? name : ", " + name;
    }
    if (!names.empty()) {
        m_contents.notes.push_back({FileNote::Kind::ForeignClasses, std::move(names)});
    }
}

/// A checkpoint around one module: its tensors are called what its own state_dict() calls them.
void Collector::nameAsModule() {
    if (m_modules.size() != 1 || m_modules.front().empty()) {
        return;
    }
    const std::string prefix = m_modules.front() + '.';
    std::set<std::string_view> others;
    for (const StoredTensor& tensor : m_contents.tensors) {
        if (!tensor.info.name.starts_with(prefix)) {
            others.insert(tensor.info.name);
        }
    }
    const auto collides = [&](const StoredTensor& tensor) {
        return tensor.info.name.starts_with(prefix) &&
               others.contains(std::string_view(tensor.info.name).substr(prefix.size()));
    };
    if (std::ranges::any_of(m_contents.tensors, collides)) {
        return;
    }
    for (StoredTensor& tensor : m_contents.tensors) {
        if (tensor.info.name.starts_with(prefix)) {
            tensor.info.name.erase(0, prefix.size());
        }
    }
}

/// Of tensors that are cut out of storages the storage's size is kept where a part of it belongs to
/// none of them.
/// Names that keys of an unknown kind, or dots in them, have made the same are told apart: a tensor
/// is asked for by its name, and no other format holds two of one name.
void Collector::nameOnce() {
    std::map<std::string, std::size_t> seen;
    for (StoredTensor& tensor : m_contents.tensors) {
        const auto [first, isNew] = seen.try_emplace(tensor.info.name, 1);
        for (bool free = isNew; !free;) {
            const std::string name = first->first + " (" + std::to_string(++first->second) + ")";
            free = seen.try_emplace(name, 1).second;
            tensor.info.name = name;
        }
    }
}

void Collector::nameStorages() {
    std::map<const ByteSource*, std::uint64_t> used;
    std::set<std::pair<const ByteSource*, std::uint64_t>> seen;
    for (const StoredTensor& tensor : m_contents.tensors) {
        if (seen.emplace(tensor.source.get(), tensor.info.offset).second) {
            used[tensor.source.get()] += tensor.info.bytes;
        }
    }
    for (StoredTensor& tensor : m_contents.tensors) {
        if (used[tensor.source.get()] >= tensor.info.storageBytes) {
            tensor.info.storageBytes = 0;
        }
    }
}

}  // namespace

Result<FileContents> collectTorchTensors(const Pickle& pickle, const TorchStorages& storages,
                                         ByteOrder order, const std::string& where,
                                         const std::stop_token& stop) {
    return Collector(pickle, storages, order, where, stop).run();
}

}  // namespace zeropoint
