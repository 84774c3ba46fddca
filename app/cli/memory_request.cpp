// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/memory_request.h"

#include "app/cli/memory_model.h"
#include "core/numerics/parse_number.h"
#include "core/support/in_quotes.h"

#include <algorithm>
#include <map>

namespace zeropoint::cli {
namespace {

constexpr std::int64_t defaultContext = 4096;
constexpr std::int64_t qloraBlock = 64;
constexpr std::int64_t qloraDoubleBlock = 256;

/// An unknown name on the command line is a wrong call.
Error asWrongCall(Error error, const char* option) {
    if (error.code == ErrorCode::NotFound) {
        error.code = ErrorCode::InvalidArgument;
        error.where = std::string(option) + ' ' + error.where;
    }
    return error;
}

Result<StoredFormat> formatOf(const std::string& name, const char* option) {
    auto format = findStoredFormat(name);
    return format ? format
                  : Result<StoredFormat>(tl::unexpected(asWrongCall(format.error(), option)));
}

MemoryMode modeOf(const std::string& name) {
    const std::map<std::string, MemoryMode> modes = {{"full", MemoryMode::Full},
                                                     {"lora", MemoryMode::Lora},
                                                     {"qlora", MemoryMode::Qlora},
                                                     {"qat", MemoryMode::Qat}};
    const auto found = modes.find(name);
    return found == modes.end() ? MemoryMode::Inference : found->second;
}

/// A tied head is the embedding.
WeightRole headRole(const MemoryRequest& request) {
    const bool tied = request.architecture && request.architecture->tied;
    return tied ? WeightRole::Embedding : WeightRole::Head;
}

Result<void> readTypes(const MemoryOptions& options, WeightRole head, WeightPlan& plan) {
    struct Given {
        const char* option;
        const std::string& format;
        std::vector<WeightRole> roles;
    };
    for (const Given& given :
         {Given{"--embedding", options.embedding, {WeightRole::Embedding}},
          Given{"--head", options.head, {head}},
          Given{"--norms", options.norms, {WeightRole::Norm, WeightRole::Bias}}}) {
        if (given.format.empty()) {
            continue;
        }
        const auto format = formatOf(given.format, given.option);
        if (!format) {
            return tl::unexpected(format.error());
        }
        for (const WeightRole role : given.roles) {
            plan.own[role] = *format;
        }
    }
    for (const std::string& type : options.types) {
        const std::size_t equals = type.find('=');
        const WeightRole* role = findRole(std::string_view(type).substr(0, equals));
        if (equals == std::string::npos || role == nullptr) {
            return fail(ErrorCode::InvalidArgument, inQuotes(type) + " is not ROLE=FORMAT",
                        "--types", "Roles are GGUF's names: attn_q, attn_v, ffn_down, token_embd");
        }
        const auto format = formatOf(type.substr(equals + 1), "--types");
        if (!format) {
            return tl::unexpected(format.error());
        }
        plan.own[*role] = *format;
    }
    return {};
}

Result<WeightPlan> planOfOptions(const MemoryOptions& options, WeightRole head) {
    StoredFormat form;
    form.group = options.block;
    form.doubleBlock = options.doubleQuant;
    form.zeroPoints = options.asymmetric;
    form.scaleBytes = options.scaleFormat == "fp32" ? 4 : options.scaleFormat == "e8m0" ? 1 : 2;
    std::string name = options.format.empty() ? "bf16" : options.format;
    if (options.mode == "qlora" && options.format.empty()) {
        name = "nf4";
        form.group = options.block > 0 ? options.block : qloraBlock;
        form.doubleBlock = options.doubleQuant > 0 ? options.doubleQuant : qloraDoubleBlock;
    }
    auto plan = planOf(name, form);
    if (!plan) {
        return tl::unexpected(asWrongCall(plan.error(), "--format"));
    }
    const bool takesScales = !plan->linear.isFloat && plan->linear.blocks == nullptr;
    if (!takesScales && (options.block != 0 || options.doubleQuant != 0 || options.asymmetric)) {
        return fail(ErrorCode::InvalidArgument, "This format has no scales to choose", name,
                    "Leave out --block, --double-quant and --asymmetric");
    }
    if (options.block < 0 || options.doubleQuant < 0) {
        return fail(ErrorCode::InvalidArgument, "A block has no values", "--block, --double-quant",
                    "Give 1 or more");
    }
    if (options.doubleQuant > 0 && plan->linear.group == 0) {
        return fail(ErrorCode::InvalidArgument, "Double quantization needs blocks",
                    "--double-quant", "Give --block too");
    }
    plan->importanceMatrix = options.importanceMatrix;
    auto typed = readTypes(options, head, *plan);
    return typed ? plan : Result<WeightPlan>(tl::unexpected(typed.error()));
}

Result<void> readCache(const MemoryOptions& options, MemoryRequest& request) {
    const auto keys = formatOf(options.keyFormat.empty() ? options.kvFormat : options.keyFormat,
                               options.keyFormat.empty() ? "--kv-format" : "--k-format");
    const auto values =
        formatOf(options.valueFormat.empty() ? options.kvFormat : options.valueFormat,
                 options.valueFormat.empty() ? "--kv-format" : "--v-format");
    if (!keys || !values) {
        return tl::unexpected(keys ? values.error() : keys.error());
    }
    CacheSettings& cache = request.cache;
    cache.keyFormat = *keys;
    cache.valueFormat = *values;
    cache.sequences = options.batch;
    cache.cells = options.cells;
    cache.windowCells = options.windowCells;
    const std::int64_t own = request.architecture ? request.architecture->context : 0;
    const std::int64_t usual = own > 0 ? std::min(own, defaultContext) : defaultContext;
    // Cells alone say how long the context is; 0 leaves layers out and shortens nothing.
    const bool byCells = options.cells && *options.cells > 0;
    cache.context = options.context.value_or(byCells ? *options.cells : usual);
    const std::map<std::string, CacheForm> forms = {
        {"compact", CacheForm::Compact},
        {"latent-transposed", CacheForm::LatentTransposed},
        {"expanded", CacheForm::Expanded},
        {"every-head", CacheForm::EveryHead}};
    cache.form = forms.at(options.cacheForm);
    return {};
}

/// States of full fine-tuning: the assumption of so many bytes; a number that nobody published
/// keeps 16-bit weights and gradients and gives the rest to the optimizer.
Result<void> readStates(const MemoryOptions& options, MemoryRequest& request) {
    const double bytes = options.bytesPerParameter.value_or(16);
    if (!(bytes > 0 && bytes <= 1024)) {
        return fail(ErrorCode::InvalidArgument, "A parameter does not take this many bytes",
                    "--bytes-per-param", "Give a number above 0, at most 1024");
    }
    const bool trainsAll = request.mode == MemoryMode::Full || request.mode == MemoryMode::Qat;
    if (!trainsAll) {
        request.weights.bytesPerParameter = options.bytesPerParameter.value_or(0);
        return {};
    }
    if (options.bytesPerParameter && options.optimizer != "adamw") {
        return fail(ErrorCode::InvalidArgument,
                    "The bytes of a parameter already say what the optimizer keeps",
                    "--bytes-per-param, --optimizer", "Give one of them");
    }
    if (request.mode == MemoryMode::Full && !request.weights.linear.isFloat) {
        return fail(ErrorCode::InvalidArgument, "Full fine-tuning trains float weights",
                    "--format " + options.format, "Use --mode qlora or --mode qat");
    }
    if (const StateAssumption* known = findStateAssumption(bytes)) {
        request.states = *known;
    } else {
        request.states.weights = std::min(bytes, 2.0);
        request.states.gradients = std::min(bytes - request.states.weights, 2.0);
        request.states.moments = bytes - request.states.weights - request.states.gradients;
        request.states.explains = "as stated";
    }
    return {};
}

void readTraining(const MemoryOptions& options, MemoryRequest& request) {
    request.optimizer = options.optimizer == "adamw8bit" ? MemoryOptimizer::AdamW8bit
                        : options.optimizer == "sgd"     ? MemoryOptimizer::Sgd
                                                         : MemoryOptimizer::AdamW;
    request.adapters = {options.rank, options.targets};
    request.activations.bytes = options.activations == "fp32" ? 4 : 2;
    request.activations.checkpointing = options.checkpointing;
    request.activations.keepsScores = options.keepsScores;
    request.activations.everyLogit = options.everyLogit;
    request.activations.microBatch = options.microBatch;
    request.overheadBytes = options.overhead;
}

}  // namespace

Result<std::vector<Architecture>> knownArchitectures(const MemoryOptions& options) {
    const auto shipped = shippedArchitectures();
    auto all = options.catalogue.empty() ? Result<std::vector<Architecture>>({})
                                         : readArchitectures(options.catalogue);
    if (all) {
        all->insert(all->end(), shipped.begin(), shipped.end());
    }
    return all;
}

Result<std::vector<Device>> knownDevices(const MemoryOptions& options) {
    const auto shipped = shippedDevices();
    auto all = options.deviceFile.empty() ? Result<std::vector<Device>>({})
                                          : readDevices(options.deviceFile);
    if (all) {
        all->insert(all->end(), shipped.begin(), shipped.end());
    }
    return all;
}

Result<MemoryRequest> memoryRequestOf(const MemoryOptions& options) {
    MemoryRequest request;
    request.mode = modeOf(options.mode);
    if (options.microBatch < 1 || options.overhead < 0) {
        return fail(ErrorCode::InvalidArgument, "The number is too small",
                    "--micro-batch, --overhead",
                    "Give a micro-batch of 1, an overhead of 0 or more");
    }
    if (auto model = readMemoryModel(options, request); !model) {
        return tl::unexpected(model.error());
    }
    const auto plan = planOfOptions(options, headRole(request));
    if (!plan) {
        return tl::unexpected(plan.error());
    }
    request.weights = *plan;
    if (auto cache = readCache(options, request); !cache) {
        return tl::unexpected(cache.error());
    }
    if (auto states = readStates(options, request); !states) {
        return tl::unexpected(states.error());
    }
    readTraining(options, request);
    return request;
}

}  // namespace zeropoint::cli
