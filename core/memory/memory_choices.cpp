// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/memory_choices.h"

#include "core/support/in_quotes.h"
#include "core/support/word.h"

#include <algorithm>

namespace zeropoint {
namespace {

constexpr std::int64_t defaultContext = 4096;
constexpr std::int64_t qloraBlock = 64;
constexpr std::int64_t qloraDoubleBlock = 256;
constexpr double defaultStateBytes = 16;
constexpr double mostStateBytes = 1024;

constexpr Word<MemoryMode> modeWords[] = {{"inference", MemoryMode::Inference},
                                          {"full", MemoryMode::Full},
                                          {"lora", MemoryMode::Lora},
                                          {"qlora", MemoryMode::Qlora},
                                          {"qat", MemoryMode::Qat}};
constexpr Word<MemoryOptimizer> optimizerWords[] = {{"adamw", MemoryOptimizer::AdamW},
                                                    {"adamw8bit", MemoryOptimizer::AdamW8bit},
                                                    {"sgd", MemoryOptimizer::Sgd}};
constexpr Word<CacheForm> cacheWords[] = {{"compact", CacheForm::Compact},
                                          {"latent-transposed", CacheForm::LatentTransposed},
                                          {"expanded", CacheForm::Expanded},
                                          {"every-head", CacheForm::EveryHead}};
constexpr Word<int> scaleWords[] = {{"fp32", 4}, {"fp16", 2}, {"bf16", 2}, {"e8m0", 1}};
constexpr Word<int> activationWords[] = {{"bf16", 2}, {"fp16", 2}, {"fp32", 4}};

tl::unexpected<Error> refuseChoice(std::string what, std::string where, std::string remedy) {
    return fail(ErrorCode::InvalidArgument, std::move(what), std::move(where), std::move(remedy));
}

template <typename Value, std::size_t Size>
Result<Value> read(const Word<Value> (&words)[Size], const std::string& text, const char* where) {
    const auto found = valueOf(words, text);
    if (!found) {
        return refuseChoice(inQuotes(text) + " is none of these", where, giveOneOf(words));
    }
    return *found;
}

Result<StoredFormat> formatOf(const std::string& name, const char* where) {
    auto format = findStoredFormat(name);
    if (!format) {
        Error error = format.error();
        error.code = ErrorCode::InvalidArgument;
        error.where = std::string(where) + ' ' + error.where;
        return tl::unexpected(std::move(error));
    }
    return format;
}

/// A tied head is the embedding.
WeightRole headRole(const MemoryRequest& request) {
    const bool tied = request.architecture && request.architecture->tied;
    return tied ? WeightRole::Embedding : WeightRole::Head;
}

Result<void> readTypes(const MemoryChoices& choices, WeightRole head, WeightPlan& plan) {
    struct Given {
        const char* where;
        const std::string& format;
        std::vector<WeightRole> roles;
    };
    for (const Given& given :
         {Given{"embedding", choices.embedding, {WeightRole::Embedding}},
          Given{"head", choices.head, {head}},
          Given{"norms", choices.norms, {WeightRole::Norm, WeightRole::Bias}}}) {
        if (given.format.empty()) {
            continue;
        }
        const auto format = formatOf(given.format, given.where);
        if (!format) {
            return tl::unexpected(format.error());
        }
        for (const WeightRole role : given.roles) {
            plan.own[role] = *format;
        }
    }
    for (const std::string& type : choices.types) {
        const std::size_t equals = type.find('=');
        const WeightRole* role = findRole(std::string_view(type).substr(0, equals));
        if (equals == std::string::npos || role == nullptr) {
            return refuseChoice(inQuotes(type) + " is not ROLE=FORMAT", "types",
                                "Roles are GGUF's names: attn_q, attn_v, ffn_down, token_embd");
        }
        const auto format = formatOf(type.substr(equals + 1), "types");
        if (!format) {
            return tl::unexpected(format.error());
        }
        plan.own[*role] = *format;
    }
    return {};
}

Result<WeightPlan> planOfChoices(const MemoryChoices& choices, WeightRole head) {
    const auto scaleBytes = read(scaleWords, choices.scaleFormat, "scale-format");
    if (!scaleBytes) {
        return tl::unexpected(scaleBytes.error());
    }
    StoredFormat form;
    form.group = choices.block;
    form.doubleBlock = choices.doubleQuant;
    form.zeroPoints = choices.asymmetric;
    form.scaleBytes = *scaleBytes;
    std::string name = choices.format.empty() ? "bf16" : choices.format;
    if (choices.mode == "qlora" && choices.format.empty()) {
        name = "nf4";
        form.group = choices.block > 0 ? choices.block : qloraBlock;
        form.doubleBlock = choices.doubleQuant > 0 ? choices.doubleQuant : qloraDoubleBlock;
    }
    auto plan = planOf(name, form);
    if (!plan) {
        Error error = plan.error();
        error.code = ErrorCode::InvalidArgument;
        error.where = "format " + error.where;
        return tl::unexpected(std::move(error));
    }
    if (!takesScales(name) &&
        (choices.block != 0 || choices.doubleQuant != 0 || choices.asymmetric)) {
        return refuseChoice("The format " + inQuotes(name) + " has no scales to choose",
                            "block, double-quant, asymmetric", "Leave them out");
    }
    if (choices.block < 0 || choices.doubleQuant < 0) {
        return refuseChoice("A block has no values", "block, double-quant", "Give 1 or more");
    }
    if (choices.doubleQuant > 0 && plan->linear.group == 0) {
        return refuseChoice("Double quantization needs blocks", "double-quant, block",
                            "Give a block of values too");
    }
    plan->importanceMatrix = choices.importanceMatrix;
    auto typed = readTypes(choices, head, *plan);
    return typed ? plan : Result<WeightPlan>(tl::unexpected(typed.error()));
}

Result<void> readCache(const MemoryChoices& choices, MemoryRequest& request) {
    const auto half = [&choices](const std::string& own, const char* where) {
        return own.empty() ? formatOf(choices.kvFormat, "kv-format") : formatOf(own, where);
    };
    const auto keys = half(choices.keyFormat, "k-format");
    const auto values = half(choices.valueFormat, "v-format");
    const auto form = read(cacheWords, choices.cacheForm, "cache-form");
    if (!keys || !values || !form) {
        return tl::unexpected(!keys ? keys.error() : !values ? values.error() : form.error());
    }
    CacheSettings& cache = request.cache;
    cache.keyFormat = *keys;
    cache.valueFormat = *values;
    cache.form = *form;
    cache.sequences = choices.batch;
    cache.cells = choices.cells;
    cache.windowCells = choices.windowCells;
    const std::int64_t own = request.architecture ? request.architecture->context : 0;
    const std::int64_t usual = own > 0 ? std::min(own, defaultContext) : defaultContext;
    // Cells alone say how long the context is; 0 leaves layers out and shortens nothing.
    const bool byCells = choices.cells && *choices.cells > 0;
    cache.context = choices.context.value_or(byCells ? *choices.cells : usual);
    return {};
}

/// The assumption of so many bytes; a number that nobody published keeps 16-bit weights and
/// gradients and gives the rest to the optimizer.
StateAssumption statesOfBytes(double bytes) {
    if (const StateAssumption* known = findStateAssumption(bytes)) {
        return *known;
    }
    StateAssumption states;
    states.weights = std::min(bytes, 2.0);
    states.gradients = std::min(bytes - states.weights, 2.0);
    states.moments = bytes - states.weights - states.gradients;
    states.explains = "as stated";
    return states;
}

Result<void> readStates(const MemoryChoices& choices, MemoryRequest& request) {
    const double bytes = choices.bytesPerParameter.value_or(defaultStateBytes);
    if (!(bytes > 0 && bytes <= mostStateBytes)) {
        return refuseChoice("A parameter does not take this many bytes", "bytes-per-param",
                            "Give a number above 0, at most 1024");
    }
    const bool trainsAll = request.mode == MemoryMode::Full || request.mode == MemoryMode::Qat;
    if (!trainsAll) {
        request.weights.bytesPerParameter = choices.bytesPerParameter.value_or(0);
        return {};
    }
    if (choices.bytesPerParameter && choices.optimizer != "adamw") {
        return refuseChoice("The bytes of a parameter already say what the optimizer keeps",
                            "bytes-per-param, optimizer", "Give one of them");
    }
    if (request.mode == MemoryMode::Full && !request.weights.linear.isFloat) {
        return refuseChoice("Full fine-tuning trains float weights", "format " + choices.format,
                            "Choose the mode qlora or qat");
    }
    if (choices.states.empty()) {
        request.states = statesOfBytes(bytes);
        return {};
    }
    for (const StateAssumption& known : stateAssumptions()) {
        if (known.id == choices.states) {
            request.states = known;
            return {};
        }
    }
    return refuseChoice(inQuotes(choices.states) + " is no known assumption", "states",
                        "Give bytes of a parameter instead");
}

Result<void> readTraining(const MemoryChoices& choices, MemoryRequest& request) {
    const auto optimizer = read(optimizerWords, choices.optimizer, "optimizer");
    const auto activations = read(activationWords, choices.activations, "activations");
    if (!optimizer || !activations) {
        return tl::unexpected(optimizer ? activations.error() : optimizer.error());
    }
    request.optimizer = *optimizer;
    request.adapters = {choices.rank, choices.targets, choices.adaptersApart};
    request.activations.bytes = *activations;
    request.activations.checkpointing = choices.checkpointing;
    request.activations.keepsScores = choices.keepsScores;
    request.activations.everyLogit = choices.everyLogit;
    request.activations.microBatch = choices.microBatch;
    request.overheadBytes = choices.overhead;
    return {};
}

}  // namespace

Result<MemoryRequest> requestOf(const MemoryChoices& choices, MemoryRequest model) {
    MemoryRequest request;
    request.architecture = std::move(model.architecture);
    request.parameters = model.parameters;
    const auto mode = read(modeWords, choices.mode, "mode");
    if (!mode) {
        return tl::unexpected(mode.error());
    }
    request.mode = *mode;
    if (choices.microBatch < 1 || choices.overhead < 0) {
        return refuseChoice("The number is too small", "micro-batch, overhead",
                            "Give a micro-batch of 1, an overhead of 0 or more");
    }
    const auto plan = planOfChoices(choices, headRole(request));
    if (!plan) {
        return tl::unexpected(plan.error());
    }
    request.weights = *plan;
    for (const auto part : {readCache, readStates, readTraining}) {
        if (auto done = part(choices, request); !done) {
            return tl::unexpected(done.error());
        }
    }
    return request;
}

bool takesScales(std::string_view format) {
    const auto plan = planOf(format);
    return plan && plan->mix == nullptr && !plan->linear.isFloat && plan->linear.blocks == nullptr;
}

Architecture resized(Architecture a, const ModelSizes& sizes) {
    if (sizes == ModelSizes{}) {
        return a;
    }
    if (sizes.layers > 0 && !a.layers.empty()) {
        const std::vector<LayerKind> pattern = a.layers;
        a.layers.resize(static_cast<std::size_t>(sizes.layers));
        for (std::size_t i = 0; i < a.layers.size(); ++i) {
            a.layers[i] = pattern[i % pattern.size()];
        }
    }
    const auto take = [](std::int64_t& field, std::int64_t size) {
        field = size > 0 ? size : field;
    };
    take(a.hidden, sizes.hidden);
    take(a.heads, sizes.heads);
    take(a.kvHeads, sizes.kvHeads);
    take(a.headDim, sizes.headDim);
    take(a.ffn, sizes.ffn);
    take(a.vocabulary, sizes.vocabulary);
    a.published = 0;
    a.publishedExact = false;
    return a;
}

}  // namespace zeropoint
