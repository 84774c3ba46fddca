// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/tensor_roles.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

namespace zeropoint {
namespace {

/// Whether a part of a dotted name satisfies a predicate.
template <typename Predicate>
bool anyPart(std::string_view name, Predicate predicate) {
    while (!name.empty()) {
        const std::size_t point = name.find('.');
        if (predicate(name.substr(0, point))) {
            return true;
        }
        name.remove_prefix(point == std::string_view::npos ? name.size() : point + 1);
    }
    return false;
}

bool isOptimizer(std::string_view name) {
    constexpr std::array keys = {"optimizer",
                                 "optimizers",
                                 "optimizer_states",
                                 "optimizer_state",
                                 "optimizer_state_dict",
                                 "optim",
                                 "optim_state",
                                 "opt_state",
                                 "exp_avg",
                                 "exp_avg_sq",
                                 "exp_avg_sq_row",
                                 "exp_avg_sq_col",
                                 "max_exp_avg_sq",
                                 "square_avg",
                                 "acc_delta",
                                 "exp_inf",
                                 "momentum_buffer",
                                 "lr_schedulers"};
    return anyPart(
        name, [&](std::string_view part) { return std::ranges::find(keys, part) != keys.end(); });
}

bool isAverage(std::string_view name) {
    constexpr std::array keys = {
        "ema",        "ema_model",      "model_ema", "ema_state_dict", "state_dict_ema",
        "params_ema", "averaged_model", "swa_model", "ema_params"};
    return anyPart(
        name, [&](std::string_view part) { return std::ranges::find(keys, part) != keys.end(); });
}

std::string_view lastPart(std::string_view name) {
    const std::size_t point = name.rfind('.');
    return point == std::string_view::npos ? name : name.substr(point + 1);
}

bool isBuffer(std::string_view name) {
    constexpr std::array keys = {"running_mean", "running_var", "num_batches_tracked", "inv_freq",
                                 "position_ids"};
    return std::ranges::find(keys, lastPart(name)) != keys.end();
}

bool isCompanion(std::string_view name) {
    constexpr std::array keys = {"input_scale",       "output_scale",     "k_scale",
                                 "v_scale",           "q_scale",          "kv_scale",
                                 "activation_scale",  "input_zero_point", "input_global_scale",
                                 "output_zero_point", "weight_format",    "scale_input",
                                 "scaled_fp8"};
    return std::ranges::find(keys, lastPart(name)) != keys.end();
}

std::string_view moduleOf(std::string_view name) {
    return name.substr(0, name.size() - lastPart(name).size());
}

/// PyTorch's quantized layers keep the scale of their output beside the packed weight.
void markOutputScales(FileContents& contents) {
    std::set<std::string_view> modules;
    for (const StoredTensor& tensor : contents.tensors) {
        if (tensor.info.packed != nullptr) {
            modules.insert(moduleOf(tensor.info.name));
        }
    }
    for (StoredTensor& tensor : contents.tensors) {
        const std::string_view last = lastPart(tensor.info.name);
        if ((last == "scale" || last == "zero_point") &&
            modules.contains(moduleOf(tensor.info.name))) {
            tensor.info.role = TensorRole::Companion;
        }
    }
}

}  // namespace

void markRoles(FileContents& contents) {
    markOutputScales(contents);
    bool anyWeight = false;
    for (StoredTensor& tensor : contents.tensors) {
        TensorInfo& info = tensor.info;
        if (info.role != TensorRole::Weight) {
            continue;
        }
        info.role = isOptimizer(info.name)   ? TensorRole::Optimizer
                    : isAverage(info.name)   ? TensorRole::Average
                    : isBuffer(info.name)    ? TensorRole::Buffer
                    : isCompanion(info.name) ? TensorRole::Companion
                                             : TensorRole::Weight;
        anyWeight = anyWeight || info.role == TensorRole::Weight;
    }
    // A file of averages alone is the model.
    for (StoredTensor& tensor : contents.tensors) {
        if (!anyWeight && tensor.info.role == TensorRole::Average) {
            tensor.info.role = TensorRole::Weight;
        }
    }
}

void markShared(FileContents& contents) {
    using Place = std::tuple<const ByteSource*, std::uint64_t, std::uint64_t>;
    std::map<Place, const TensorInfo*> firsts;
    for (StoredTensor& tensor : contents.tensors) {
        TensorInfo& info = tensor.info;
        if (tensor.source == nullptr || info.bytes == 0) {
            continue;
        }
        const auto [first, isNew] =
            firsts.try_emplace({tensor.source.get(), info.offset, info.bytes}, &info);
        if (!isNew) {
            info.shares = first->second->name;
        }
    }
}

}  // namespace zeropoint
