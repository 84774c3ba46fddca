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

/// Whether the key of all that it holds has a word, as "g_optim" and "optimizer_G" have.
bool hasWord(std::string_view key, std::initializer_list<std::string_view> words) {
    while (!key.empty()) {
        const std::size_t end = key.find('_');
        if (std::ranges::find(words, key.substr(0, end)) != words.end()) {
            return true;
        }
        key.remove_prefix(end == std::string_view::npos ? key.size() : end + 1);
    }
    return false;
}

/// "state.7.step": what an optimizer keeps of parameter 7, of the kinds that are no parameters of
/// anything else (those of bitsandbytes' are codes and their scales).
bool isStateEntry(std::string_view name) {
    constexpr std::array keys = {"step",     "state1",    "state2",    "qmap1", "qmap2",
                                 "absmax1",  "absmax2",   "max1",      "max2",  "new_max1",
                                 "new_max2", "unorm_vec", "gnorm_vec", "sum",   "prev"};
    const std::size_t last = name.rfind('.');
    const std::size_t number = last == std::string_view::npos ? last : name.rfind('.', last - 1);
    if (number == std::string_view::npos || number == 0) {
        return false;
    }
    const std::string_view digits = name.substr(number + 1, last - number - 1);
    const std::string_view before = name.substr(0, number);
    return !digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos &&
           (before == "state" || before.ends_with(".state")) &&
           std::ranges::find(keys, name.substr(last + 1)) != keys.end();
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
    return anyPart(name,
                   [&](std::string_view part) {
                       return std::ranges::find(keys, part) != keys.end();
                   }) ||
           hasWord(name.substr(0, name.find('.')), {"optimizer", "optim"}) || isStateEntry(name);
}

bool isAverage(std::string_view name) {
    constexpr std::array keys = {
        "ema",        "ema_model",      "model_ema", "ema_state_dict", "state_dict_ema",
        "params_ema", "averaged_model", "swa_model", "ema_params"};
    const std::size_t point = name.find('.');
    return anyPart(name,
                   [&](std::string_view part) {
                       return std::ranges::find(keys, part) != keys.end();
                   }) ||
           (point != std::string_view::npos && hasWord(name.substr(0, point), {"ema"}));
}

std::string_view lastPart(std::string_view name) {
    const std::size_t point = name.rfind('.');
    return point == std::string_view::npos ? name : name.substr(point + 1);
}

bool isBuffer(std::string_view name) {
    // Lightning keeps what its callbacks and loops have counted beside the model's state.
    const std::string_view first = name.substr(0, name.find('.'));
    if (first.size() < name.size() && (first == "callbacks" || first == "loops")) {
        return true;
    }
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
            std::string_view module = moduleOf(tensor.info.name);
            constexpr std::string_view inside = "_packed_params.";
            for (modules.insert(module); module.ends_with(inside); modules.insert(module)) {
                module.remove_suffix(inside.size());
            }
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
