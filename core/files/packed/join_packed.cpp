// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/packed/join_packed.h"

#include "core/files/packed/packed_parts.h"

#include <array>
#include <map>
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

}  // namespace

bool joinPacked(FileContents& contents, const QuantConfig& config, const std::stop_token& stop) {
    PackedParts parts(contents, config);
    const bool mlx = isMlx(contents, config);
    std::map<std::size_t, StoredTensor> joined;
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
    return true;
}

}  // namespace zeropoint
