// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/packed/join_packed.h"

#include "core/files/packed/packed_parts.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace zeropoint {
namespace {

/// From what only one can be to what several could.
constexpr std::array recognisers = {recogniseGptq,         recogniseHqq,
                                    recogniseBitsandbytes, recogniseCompressed,
                                    recogniseMicroscaled,  recogniseScaled};

std::optional<PackedDraft> recognise(const std::string& name, const PackedParts& parts, bool mlx) {
    for (const auto& recogniser : recognisers) {
        if (auto draft = recogniser(name, parts)) {
            return draft;
        }
    }
    return mlx ? recogniseMlx(name, parts) : std::nullopt;
}

/// U32 weights are MLX's where anything says so: metadata, configuration or scales beside one.
bool isMlx(const FileContents& contents, const QuantConfig& config) {
    if (config.method == "mlx") {
        return true;
    }
    for (const auto& [key, value] : contents.metadata) {
        if (key == "format" && value == "mlx") {
            return true;
        }
    }
    return false;
}

/// Whether a tensor can be nothing but codes in a model whose weights are packed.
bool areCodes(const StoredTensor& tensor) {
    constexpr std::array types = {DType::I8, DType::U8, DType::I16, DType::I32, DType::U32};
    return tensor.info.packed == nullptr && tensor.unreadable.empty() &&
           tensor.info.shape.size() > 1 && !tensor.info.name.ends_with("bias") &&
           std::ranges::find(types, tensor.info.dtype) != types.end();
}

std::string_view moduleOf(std::string_view name) {
    return name.substr(0, name.rfind('.') + 1);
}

/// Matrices of codes that no recogniser knows, where the configuration says that the weights are
/// packed: they are listed with that reason, and what stands beside them is no weight.
void refuseCodes(FileContents& contents, const std::string& method) {
    std::set<std::string, std::less<>> modules;
    for (StoredTensor& tensor : contents.tensors) {
        if (areCodes(tensor)) {
            modules.emplace(moduleOf(tensor.info.name));
            tensor.unreadable =
                "These are codes: config.json says that the weights are packed by " +
                method.substr(0, 64) + ", in a way that is not read";
        }
    }
    for (StoredTensor& tensor : contents.tensors) {
        const TensorInfo& info = tensor.info;
        if (info.packed == nullptr && tensor.unreadable.empty() && !info.name.ends_with("bias") &&
            !info.name.ends_with(".weight") && modules.contains(moduleOf(info.name))) {
            tensor.info.role = TensorRole::Companion;
        }
    }
}

/// Names, parted by commas; of many the first.
void addName(std::string& names, const std::string& name) {
    constexpr std::size_t most = 256;
    const bool more = names.size() + name.size() > most;
    if (names.empty()) {
        names = name.substr(0, most);
    } else if (!names.ends_with("...")) {
        names += more ? ", ..." : ", " + name;
    }
}

}  // namespace

bool joinPacked(FileContents& contents, const QuantConfig& config, const std::stop_token& stop) {
    PackedParts parts(contents, config);
    const bool mlx = isMlx(contents, config);
    std::map<std::size_t, StoredTensor> joined;
    FileNote guessed{FileNote::Kind::GuessedGroups, {}};
    for (std::size_t i = 0; i < contents.tensors.size(); ++i) {
        if (stop.stop_requested()) {
            return false;
        }
        const TensorInfo& info = contents.tensors[i].info;
        const bool own = parts.find(info.name) == &contents.tensors[i];
        const bool beside = info.dtype == DType::U32 && info.name.ends_with(".weight") &&
                            parts.find(info.name.substr(0, info.name.size() - 7) + ".scales");
        auto draft = own && info.packed == nullptr ? recognise(info.name, parts, mlx || beside)
                                                   : std::nullopt;
        if (!draft) {
            continue;
        }
        const std::vector<std::string> taken = draft->packed.parts;
        if (draft->guessed && draft->problem.empty()) {
            addName(guessed.detail, draft->name);
        }
        joined.emplace(i, finish(std::move(*draft), parts));
        for (const std::string& name : taken) {
            parts.take(name);
        }
    }
    std::vector<StoredTensor> listed;
    for (std::size_t i = 0; i < contents.tensors.size(); ++i) {
        const auto weight = joined.find(i);
        if (weight != joined.end()) {
            listed.push_back(std::move(weight->second));
        } else if (!parts.isTaken(i)) {
            listed.push_back(std::move(contents.tensors[i]));
        }
    }
    contents.tensors = std::move(listed);
    if (!guessed.detail.empty()) {
        contents.notes.push_back(std::move(guessed));
    }
    if (!config.unread.empty()) {
        contents.notes.push_back({FileNote::Kind::UnreadConfig, config.unread});
    }
    if (!config.method.empty()) {
        refuseCodes(contents, config.method);
    }
    return true;
}

}  // namespace zeropoint
