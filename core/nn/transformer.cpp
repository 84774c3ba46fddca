// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/transformer.h"

#include "core/support/random.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace zeropoint {
namespace {

constexpr double embeddingDeviation = 0.02;

std::int64_t dimension(std::size_t size) {
    return static_cast<std::int64_t>(size);
}

template <typename T>
void fillNormal(std::span<T> values, double deviation, Random& random) {
    for (T& value : values) {
        value = static_cast<T>(deviation * random.normal());
    }
}

bool endsWith(std::string_view text, std::string_view end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// Standard deviation of a weight matrix's first values (see Transformer::create).
double initialDeviation(const ParameterEntry& entry, const TransformerConfig& config) {
    if (endsWith(entry.name, "_emb.weight") && entry.name != "patch_emb.weight") {
        return embeddingDeviation;
    }
    const double fanIn = 1.0 / std::sqrt(static_cast<double>(entry.shape[1]));
    const bool residual =
        endsWith(entry.name, "attn.o.weight") || endsWith(entry.name, "ff2.weight");
    return residual ? fanIn / std::sqrt(2.0 * static_cast<double>(config.layers)) : fanIn;
}

}  // namespace

template <typename T>
Result<Transformer<T>> Transformer<T>::create(const TransformerConfig& config, std::uint64_t seed) {
    if (auto valid = validate(config); !valid) {
        return tl::unexpected(valid.error());
    }
    Transformer model(config);
    model.initialise(seed);
    return model;
}

template <typename T>
Transformer<T>::Transformer(const TransformerConfig& config) : m_config(config) {
    if (config.input == InputKind::Tokens) {
        m_tokens = m_parameters.add("tok_emb.weight",
                                    {dimension(config.vocabulary), dimension(config.width)}, true);
    } else {
        m_patchIndex = addLinear("patch_emb", config.width, config.patchSize, true);
    }
    m_positions = m_parameters.add("pos_emb.weight",
                                   {dimension(config.context), dimension(config.width)}, true);
    for (std::size_t layer = 0; layer < config.layers; ++layer) {
        addBlock(layer);
    }
    m_finalNorm = addNorm("ln_f");
    m_headIndex = config.tiedHead ? LinearIndex{m_tokens, none}
                                  : addLinear("head", config.outputs, config.width, false);
    m_modelEntries = m_parameters.entries().size();
    bind();
}

template <typename T>
typename Transformer<T>::LinearIndex Transformer<T>::addLinear(const std::string& name,
                                                               std::size_t out, std::size_t in,
                                                               bool bias) {
    LinearIndex index;
    index.weight = m_parameters.add(name + ".weight", {dimension(out), dimension(in)}, true);
    if (bias) {
        index.bias = m_parameters.add(name + ".bias", {dimension(out)}, false);
    }
    return index;
}

template <typename T>
typename Transformer<T>::LinearIndex Transformer<T>::addNorm(const std::string& name) {
    LinearIndex index;
    index.weight = m_parameters.add(name + ".weight", {dimension(m_config.width)}, false);
    if (m_config.norm == NormKind::LayerNorm) {
        index.bias = m_parameters.add(name + ".bias", {dimension(m_config.width)}, false);
    }
    return index;
}

template <typename T>
void Transformer<T>::addBlock(std::size_t layer) {
    const std::string name = "layers." + std::to_string(layer) + ".";
    const std::size_t width = m_config.width;
    BlockIndex index;
    index.norm1 = addNorm(name + "ln1");
    index.q = addLinear(name + "attn.q", width, width, true);
    index.k = addLinear(name + "attn.k", width, width, true);
    index.v = addLinear(name + "attn.v", width, width, true);
    index.o = addLinear(name + "attn.o", width, width, true);
    index.norm2 = addNorm(name + "ln2");
    index.ff1 = addLinear(name + "ff1", m_config.mlpWidth(), width, true);
    index.ff2 = addLinear(name + "ff2", width, m_config.mlpWidth(), true);
    m_blockIndices.push_back(index);
}

template <typename T>
void Transformer<T>::initialise(std::uint64_t seed) {
    for (std::size_t i = 0; i < m_modelEntries; ++i) {
        const ParameterEntry& entry = m_parameters.entries()[i];
        const std::span<T> values = m_parameters.values(i);
        if (entry.shape.size() == 2) {
            Random random(seed, i);
            fillNormal(values, initialDeviation(entry, m_config), random);
        } else if (endsWith(entry.name, ".weight")) {
            std::fill(values.begin(), values.end(), T(1));  // the norms
        }
    }
}

template <typename T>
Transformer<T> Transformer<T>::clone() const {
    Transformer copy(m_config);
    for (std::size_t i = 0; i < m_modelEntries; ++i) {
        const std::span<const T> values = m_parameters.values(i);
        std::copy(values.begin(), values.end(), copy.m_parameters.values(i).begin());
        copy.m_parameters.setDecays(i, m_parameters.entries()[i].decays);
    }
    return copy;
}

template <typename T>
void Transformer<T>::bind() {
    const auto norm = [this](const LinearIndex& index, auto& weight, auto& bias) {
        weight = bound(index.weight);
        bias = bound(index.bias);
    };
    m_blocks.resize(m_config.layers);
    for (std::size_t layer = 0; layer < m_config.layers; ++layer) {
        const BlockIndex& index = m_blockIndices[layer];
        Block<T>& block = m_blocks[layer];
        block.norm = m_config.norm;
        block.activation = m_config.activation;
        block.dropout = m_config.dropout;
        block.index = layer;
        norm(index.norm1, block.norm1Weight, block.norm1Bias);
        norm(index.norm2, block.norm2Weight, block.norm2Bias);
        block.q = bindLinear(index.q);
        block.k = bindLinear(index.k);
        block.v = bindLinear(index.v);
        block.o = bindLinear(index.o);
        block.ff1 = bindLinear(index.ff1);
        block.ff2 = bindLinear(index.ff2);
    }
    if (m_patchIndex.weight != none) {
        m_patch = bindLinear(m_patchIndex);
    }
    m_head = bindLinear(m_headIndex);
    if (m_config.tiedHead) {
        m_head.attachment = nullptr;  // the table's attachment concerns its weight, bound already
    }
    m_tokenTable = bound(m_tokens);
}

/// The values that a pass reads for a parameter: the effective ones where a weight is replaced.
template <typename T>
std::span<const T> Transformer<T>::bound(std::size_t index) const {
    if (index == none) {
        return {};
    }
    const Attached* attached = attachedTo(index);
    if (attached != nullptr && !attached->effective.empty()) {
        return attached->effective;
    }
    return m_parameters.values(index);
}

template <typename T>
Linear<T> Transformer<T>::bindLinear(const LinearIndex& index) const {
    Linear<T> layer;
    const Shape& shape = m_parameters.entries()[index.weight].shape;
    layer.weight = bound(index.weight);
    layer.bias = bound(index.bias);
    layer.out = static_cast<std::size_t>(shape[0]);
    layer.in = static_cast<std::size_t>(shape[1]);
    if (const Attached* attached = attachedTo(index.weight); attached != nullptr) {
        layer.attachment = attached->attachment.get();
        layer.own = OwnSpans<const T>(m_parameters.entries().data() + attached->firstOwn,
                                      m_parameters.all());
    }
    return layer;
}

template <typename T>
const typename Transformer<T>::Attached* Transformer<T>::attachedTo(std::size_t weight) const {
    const auto found = std::find_if(m_attached.begin(), m_attached.end(),
                                    [weight](const auto& a) { return a.weight == weight; });
    return found == m_attached.end() ? nullptr : &*found;
}

template <typename T>
std::vector<WeightSite> Transformer<T>::sites() const {
    constexpr std::string_view suffix = ".weight";
    std::vector<WeightSite> sites;
    for (std::size_t i = 0; i < m_modelEntries; ++i) {
        const ParameterEntry& entry = m_parameters.entries()[i];
        if (entry.shape.size() == 2 && i != m_positions) {
            sites.push_back({entry.name.substr(0, entry.name.size() - suffix.size()),
                             static_cast<std::size_t>(entry.shape[0]),
                             static_cast<std::size_t>(entry.shape[1]), i != m_tokens});
        }
    }
    return sites;
}

template <typename T>
Result<void> Transformer<T>::attach(std::string_view site,
                                    std::shared_ptr<LinearAttachment<T>> attachment) {
    const std::string name(site);
    const std::optional<std::size_t> weight = m_parameters.find(name + ".weight");
    const std::vector<WeightSite> places = sites();
    const auto place = std::find_if(places.begin(), places.end(),
                                    [site](const WeightSite& s) { return s.name == site; });
    if (!weight || place == places.end()) {
        return fail(ErrorCode::NotFound, "The model has no layer of this name", name,
                    "Layers are named like layers.0.attn.q");
    }
    if (attachedTo(*weight) != nullptr) {
        return fail(ErrorCode::InvalidArgument, "This layer has an attachment already", name,
                    "Detach it first");
    }
    if (!place->linear && (attachment->changesInput() || attachment->addsOutput())) {
        return fail(ErrorCode::Unsupported, "An embedding has no input to change", name,
                    "Change its weight only");
    }
    Attached attached{*weight, m_parameters.entries().size(), 0, std::move(attachment), {}};
    for (auto& own : attached.attachment->ownParameters()) {
        const std::size_t index = m_parameters.add(name + "." + own.suffix, own.shape, own.decays);
        std::copy_n(own.initial.begin(),
                    std::min(own.initial.size(), m_parameters.values(index).size()),
                    m_parameters.values(index).begin());
        ++attached.ownCount;
    }
    if (attached.attachment->changesWeight()) {
        const std::span<const T> master = m_parameters.values(*weight);
        attached.effective.assign(master.begin(), master.end());
    }
    m_attached.push_back(std::move(attached));
    bind();
    return {};
}

template <typename T>
void Transformer<T>::detachAll() {
    m_attached.clear();
    m_parameters.truncate(m_modelEntries);
    for (std::size_t i = 0; i < m_modelEntries; ++i) {
        m_parameters.setTrainable(i, true);
    }
    bind();
}

template <typename T>
OwnSpans<T> Transformer<T>::ownOf(const Attached& attached, std::span<T> flat) const {
    return {m_parameters.entries().data() + attached.firstOwn, flat};
}

template <typename T>
void Transformer<T>::prepare(const Pass& pass, std::size_t shards) {
    for (Attached& attached : m_attached) {
        attached.attachment->beginStep(pass, shards);
        if (attached.attachment->changesWeight()) {
            const OwnSpans<const T> own(m_parameters.entries().data() + attached.firstOwn,
                                        m_parameters.all());
            attached.attachment->effectiveWeight(
                std::as_const(m_parameters).values(attached.weight), own, attached.effective);
        }
    }
}

template <typename T>
void Transformer<T>::finishGradients(const Pass& pass, std::span<T> gradients) {
    for (Attached& attached : m_attached) {
        if (attached.attachment->changesWeight()) {
            const OwnSpans<const T> own(m_parameters.entries().data() + attached.firstOwn,
                                        m_parameters.all());
            attached.attachment->weightGradient(std::as_const(m_parameters).values(attached.weight),
                                                own, m_parameters.slice(gradients, attached.weight),
                                                ownOf(attached, gradients));
        }
        attached.attachment->endStep(pass);
    }
}

template <typename T>
std::span<const T> Transformer<T>::positionTable() const {
    return m_parameters.values(m_positions);
}
template <typename T>
std::span<const T> Transformer<T>::finalNormWeight() const {
    return bound(m_finalNorm.weight);
}
template <typename T>
std::span<const T> Transformer<T>::finalNormBias() const {
    return bound(m_finalNorm.bias);
}

template class Transformer<float>;
template class Transformer<double>;

}  // namespace zeropoint
