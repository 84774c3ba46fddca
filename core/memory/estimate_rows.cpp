// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/activation_formula.h"
#include "core/memory/estimate_rows_private.h"
#include "core/numerics/parse_number.h"

#include <algorithm>
#include <cmath>

namespace zeropoint {
namespace {

std::string text(std::int64_t number) {
    return std::to_string(number);
}

std::int64_t rounded(double bytes) {
    return static_cast<std::int64_t>(std::llround(bytes));
}

double bitsOf(std::int64_t bytes, std::int64_t parameters) {
    return parameters > 0 ? 8.0 * static_cast<double>(bytes) / static_cast<double>(parameters) : 0;
}

std::string shareText(const FormatShare& share) {
    const double bits = std::round(1e4 * bitsOf(share.bytes, share.parameters)) / 1e4;
    return text(share.parameters) + " parameters x " + shortestText(bits) + " bits / 8";
}

/// Length and sequences are the cache's.
ActivationSettings activationsOf(const MemoryRequest& request) {
    ActivationSettings settings = request.activations;
    settings.length = request.cache.context;
    settings.sequences = request.cache.sequences;
    return settings;
}

/// "qkv_proj, gate_up_proj".
std::string listOf(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names) {
        list += (list.empty() ? "" : ", ") + name;
    }
    return list;
}

}  // namespace

Result<std::int64_t> activationBytes(const MemoryRequest& request) {
    if (!request.architecture) {
        return 0;
    }
    const ActivationSettings settings = activationsOf(request);
    const double bytes = request.mode == MemoryMode::Inference
                             ? inferenceActivationBytes(*request.architecture, settings)
                             : trainingActivationBytes(*request.architecture, settings);
    if (bytes > std::ldexp(1.0, 60)) {
        return fail(ErrorCode::TooLarge, "The activations would be larger than 2^60 bytes", "",
                    "Give a shorter context or a smaller batch");
    }
    return rounded(bytes);
}

EstimateRows::EstimateRows(const MemoryRequest& request) : m_request(request) {
    if (request.architecture) {
        m_shapes = weightShapes(*request.architecture);
    }
    const ParameterCount count = countParameters(m_shapes);
    const bool given = request.parameters > 0;
    m_estimate.parameters = given ? request.parameters : count.total;
    m_estimate.activeParameters = given ? request.parameters : count.active;
}

bool EstimateRows::trainsAll() const {
    return m_request.mode == MemoryMode::Full || m_request.mode == MemoryMode::Qat;
}

bool EstimateRows::trainsAdapters() const {
    return m_request.mode == MemoryMode::Lora || m_request.mode == MemoryMode::Qlora;
}

void EstimateRows::add(std::int64_t& sum, MemoryRow row) {
    sum += row.bytes;
    m_estimate.rows.push_back(std::move(row));
}

void EstimateRows::addPerParameter(std::int64_t& sum, MemoryRowKind kind, const char* part,
                                   std::string what, double perParameter, std::int64_t parameters,
                                   std::string_view explains) {
    if (perParameter > 0) {
        add(sum, {part, std::move(what),
                  text(parameters) + " parameters x " + shortestText(perParameter) + " bytes",
                  std::string(explains), rounded(perParameter * static_cast<double>(parameters)),
                  kind, parameters, perParameter});
    }
}

Result<void> EstimateRows::addWeights() {
    if (trainsAll()) {
        addPerParameter(m_estimate.weights, MemoryRowKind::TrainedWeights, "weights",
                        "weights that training computes with", m_request.states.weights,
                        m_estimate.parameters, m_request.states.explains);
        m_estimate.bitsPerWeight = 8 * m_request.states.weights;
        return {};
    }
    const auto bytes = m_request.parameters > 0
                           ? weightBytes(m_request.parameters, m_request.weights)
                           : weightBytes(*m_request.architecture, m_shapes, m_request.weights);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    for (const FormatShare& share : bytes->shares) {
        add(m_estimate.weights, {"weights",
                                 "weights as " + share.format,
                                 shareText(share),
                                 {},
                                 share.bytes,
                                 MemoryRowKind::WeightsInFormat,
                                 share.parameters,
                                 bitsOf(share.bytes, share.parameters),
                                 share.format});
    }
    m_largestMatrix = bytes->largestMatrix;
    m_estimate.weightBytesPerToken = bytes->perToken;
    m_estimate.bitsPerWeight = bitsOf(bytes->total, m_estimate.parameters);
    return {};
}

Result<void> EstimateRows::addCache() {
    if (m_request.mode != MemoryMode::Inference || !m_request.architecture) {
        return {};
    }
    const CacheSettings& settings = m_request.cache;
    for (const CacheGroup& group : cacheGroups(*m_request.architecture, settings)) {
        const auto bytes = cacheBytes(group, settings.keyFormat, settings.valueFormat);
        if (!bytes) {
            return tl::unexpected(bytes.error());
        }
        const std::string slots = text(group.count) + " layers x " + text(group.cells) +
                                  " cells x " + text(group.sequences) + " sequences x ";
        const auto half = [&](MemoryRowKind kind, const char* name, std::int64_t width,
                              const StoredFormat& format, std::int64_t size) {
            if (width > 0) {
                add(m_estimate.kvCache, {"kv_cache",
                                         std::string(name) + " of the " + group.layers + " layers",
                                         slots + text(width) + " values as " + format.name,
                                         {},
                                         size,
                                         kind,
                                         width,
                                         format.bitsPerValue(),
                                         format.name,
                                         group});
            }
        };
        half(MemoryRowKind::Keys, "keys", group.keyWidth, settings.keyFormat, bytes->keys);
        half(MemoryRowKind::Values, "values", group.valueWidth, settings.valueFormat,
             bytes->values);
    }
    const std::int64_t state = recurrentStateBytes(*m_request.architecture, settings.sequences);
    if (state > 0) {
        add(m_estimate.recurrentState,
            {"recurrent_state",
             "states of the layers without a cache, FP32",
             text(settings.sequences) + " sequences, whatever the context",
             {},
             state,
             MemoryRowKind::RecurrentState,
             settings.sequences});
    }
    return {};
}

Result<void> EstimateRows::addAdapters() {
    if (!m_request.architecture) {
        return fail(ErrorCode::InvalidArgument, "Adapters need the model's shapes", "",
                    "Give an architecture from the catalogue, a config.json, or all its sizes");
    }
    const auto counted = countAdapters(*m_request.architecture, m_shapes, m_request.adapters);
    if (!counted) {
        return tl::unexpected(counted.error());
    }
    const std::int64_t count = counted->parameters;
    m_estimate.trainableParameters = count;
    const double bytes = m_request.adapterBytes;
    const std::string joined = listOf(counted->joined);
    addPerParameter(m_estimate.adapters, MemoryRowKind::Adapters, "adapters",
                    "adapters of rank " + text(m_request.adapters.rank) +
                        (joined.empty() ? "" : ", one for the whole of " + joined),
                    bytes, count,
                    "GPT-3 175B, q and v, rank 8: 37.7 million parameters (Hu et al. 2021)");
    m_estimate.rows.back().joined = joined;
    addPerParameter(m_estimate.gradients, MemoryRowKind::AdapterGradients, "gradients",
                    "gradients of the adapters", bytes, count, {});
    StateAssumption states;
    states.moments = 8;
    addPerParameter(m_estimate.optimizer, MemoryRowKind::AdapterMoments, "optimizer",
                    "the optimizer's moments of the adapters",
                    momentBytes(states, m_request.optimizer), count, {});
    return {};
}

void EstimateRows::addStates() {
    const StateAssumption& states = m_request.states;
    const std::int64_t count = m_estimate.parameters;
    m_estimate.trainableParameters = count;
    addPerParameter(m_estimate.gradients, MemoryRowKind::Gradients, "gradients", "gradients",
                    states.gradients, count, states.explains);
    addPerParameter(m_estimate.optimizer, MemoryRowKind::MasterWeights, "optimizer",
                    "FP32 master copy of the weights", states.master, count, states.explains);
    addPerParameter(m_estimate.optimizer, MemoryRowKind::Moments, "optimizer",
                    "the optimizer's moments", momentBytes(states, m_request.optimizer), count,
                    m_request.optimizer == MemoryOptimizer::AdamW8bit
                        ? "8-bit AdamW: 2 bytes (Dettmers et al. 2022)"
                        : states.explains);
}

/// The step comes when the activations are gone: only what exceeds them is added to the peak.
void EstimateRows::addStepTemporary() {
    const StateAssumption& states = m_request.states;
    const std::int64_t bytes =
        rounded(states.temporary * static_cast<double>(m_estimate.parameters));
    if (bytes > 0) {
        add(m_estimate.optimizer,
            {"optimizer", "temporary of the optimizer's step, beyond the activations",
             text(m_estimate.parameters) + " parameters x " + shortestText(states.temporary) +
                 " bytes - activations, at least 0",
             std::string(states.explains),
             std::max<std::int64_t>(0, bytes - m_estimate.activations),
             MemoryRowKind::StepTemporary, m_estimate.parameters, states.temporary});
    }
}

Result<void> EstimateRows::addTraining() {
    if (trainsAdapters()) {
        return addAdapters();
    }
    if (trainsAll()) {
        addStates();
    }
    return {};
}

/// What the backward pass keeps, or a micro-batch's working memory.
void EstimateRows::addTokens(std::int64_t bytes) {
    const CacheSettings& cache = m_request.cache;
    const ActivationSettings settings = activationsOf(m_request);
    if (m_request.mode == MemoryMode::Inference) {
        const std::int64_t tokens = std::min(settings.microBatch, cache.context);
        add(m_estimate.activations, {"activations", "working memory of a micro-batch, FP32",
                                     inferenceActivationFormula(*m_request.architecture, settings),
                                     "Gemma 4 12B, micro-batch 512: 127.80 MiB", bytes,
                                     MemoryRowKind::WorkingMemory, tokens});
        return;
    }
    add(m_estimate.activations,
        {"activations",
         settings.checkpointing ? "layers' inputs (checkpointing), one layer or the logits"
                                : "what the backward pass needs, and the logits",
         trainingActivationFormula(*m_request.architecture, settings),
         "LoRA on Mistral 7B with checkpointing: 671 kB a token", bytes,
         settings.checkpointing ? MemoryRowKind::CheckpointedActivations
                                : MemoryRowKind::KeptActivations,
         cache.sequences * cache.context, settings.bytes});
}

Result<void> EstimateRows::addActivations() {
    const auto bytes = activationBytes(m_request);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    if (m_request.architecture) {
        addTokens(*bytes);
    }
    const double width = m_request.activations.bytes;
    if (m_request.mode == MemoryMode::Qat) {
        addPerParameter(m_estimate.activations, MemoryRowKind::FakeQuantizedWeights, "activations",
                        "fake-quantized copy of the weights and the mask of the clipped ones",
                        width + 1, m_estimate.parameters, {});
    }
    if (m_request.mode == MemoryMode::Qlora) {
        addPerParameter(m_estimate.activations, MemoryRowKind::DequantizedMatrix, "activations",
                        "largest matrix, dequantized while it is used", width, m_largestMatrix, {});
    }
    if (trainsAll()) {
        addStepTemporary();
    }
    add(m_estimate.overhead,
        {"overhead", "driver, allocator, fragmentation: as stated",
         text(m_request.overheadBytes) + " bytes",
         "Measured runs lie above allocated memory by up to several GB", m_request.overheadBytes});
    return {};
}

}  // namespace zeropoint
