// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/batch.h"
#include "core/nn/block.h"
#include "core/nn/cross_entropy.h"
#include "core/nn/parameters.h"
#include "core/nn/transformer_config.h"

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace zeropoint {

/// What one forward pass over one shard kept, and the memory in which it did. Reused from step to
/// step, so that steps of one shape allocate nothing after the first.
template <typename T>
struct ForwardState {
    Arena arena;
    std::size_t sequences = 0;
    std::size_t length = 0;
    std::span<T> embedded;          ///< [R, width] input of block 0
    std::span<T> embeddingMask;     ///< dropout's factors, or empty
    std::span<const T> patchInput;  ///< what the patch embedding's product used
    std::vector<BlockKept<T>> blocks;
    NormKept<T> finalNorm;
    std::span<T> finalNormOut;     ///< [R, width]
    std::span<const T> headInput;  ///< finalNormOut, or its mean over the positions [S, width]
    std::span<const T> headEffectiveInput;
    std::span<T> logits;          ///< [R, outputs], or [S, outputs] when pooled
    std::span<T> logitsGradient;  ///< as logits; filled by score()
};

/// A place where an attachment fits.
struct WeightSite {
    std::string name;  ///< "layers.0.attn.q", "tok_emb", "patch_emb", "head"
    std::size_t out;   ///< rows of the weight
    std::size_t in;    ///< columns
    bool linear;       ///< false: an embedding table, of which only the weight can be changed
};

/// A pre-norm transformer (see TransformerConfig) with explicit forward and backward passes.
/// Parameter names: tok_emb.weight | patch_emb.{weight,bias}, pos_emb.weight,
/// layers.N.{ln1,ln2}.{weight,bias}, layers.N.attn.{q,k,v,o}.{weight,bias},
/// layers.N.{ff1,ff2}.{weight,bias}, ln_f.{weight,bias}, head.weight (absent when tied).
/// Passes are const and may run from several threads, each with a state of its own.
template <typename T>
class Transformer {
public:
    /// Random weights: normal of deviation 0.02 (embeddings) or 1/sqrt(in) (linear; the two that
    /// write to the residual stream divided by sqrt(2 layers)); norms 1, biases 0.
    static Result<Transformer> create(const TransformerConfig& config, std::uint64_t seed);

    Transformer(Transformer&&) noexcept = default;
    Transformer& operator=(Transformer&&) noexcept = default;
    /// A copy of configuration and values, without what is attached.
    Transformer clone() const;

    const TransformerConfig& config() const { return m_config; }
    Parameters<T>& parameters() { return m_parameters; }
    const Parameters<T>& parameters() const { return m_parameters; }

    /// Where attachments fit, in the order of the pass.
    std::vector<WeightSite> sites() const;
    /// Puts an attachment on a site and its own parameters behind the model's. Fails on a site
    /// that is not there, is taken, or is an embedding when the attachment changes more than the
    /// weight.
    Result<void> attach(std::string_view site, std::shared_ptr<LinearAttachment<T>> attachment);
    /// Takes all attachments and their parameters away.
    void detachAll();

    /// Before the shards of a step, and after every change of the parameters: effective weights.
    void prepare(const Pass& pass = {}, std::size_t shards = 1);
    /// After the shards: turns the summed gradient of the effective weights into that of the
    /// masters.
    void finishGradients(const Pass& pass, std::span<T> gradients);

    /// Fills state up to the logits. batch.length <= context; tokens within the vocabulary.
    void forward(const Batch<T>& batch, const Pass& pass, ForwardState<T>& state) const;
    /// Scores the logits against batch.targets. With gradientScale != 0 also fills logitsGradient
    /// (1 / counted positions of the whole batch gives the gradient of the mean loss).
    Score score(const Batch<T>& batch, ForwardState<T>& state, T gradientScale) const;
    /// Adds the gradients of all trainable parameters to `gradients`, a buffer of the parameters'
    /// layout. Needs a forward pass with pass.training and a score with a scale.
    void backward(const Batch<T>& batch, const Pass& pass, ForwardState<T>& state,
                  std::span<T> gradients) const;

    /// The layers as a pass sees them, for passes written elsewhere (generation with a cache).
    const Block<T>& block(std::size_t index) const { return m_blocks[index]; }
    const Linear<T>& head() const { return m_head; }
    std::span<const T> tokenTable() const { return m_tokenTable; }
    std::span<const T> positionTable() const;
    std::span<const T> finalNormWeight() const;
    std::span<const T> finalNormBias() const;

private:
    static constexpr std::size_t none = static_cast<std::size_t>(-1);
    struct LinearIndex {
        std::size_t weight = none;
        std::size_t bias = none;
    };
    struct BlockIndex {
        LinearIndex norm1, norm2, q, k, v, o, ff1, ff2;
    };
    struct Attached {
        std::size_t weight;    ///< index of the parameter
        std::size_t firstOwn;  ///< index of its first own parameter
        std::size_t ownCount;
        std::shared_ptr<LinearAttachment<T>> attachment;
        AlignedVector<T> effective;
    };

    explicit Transformer(const TransformerConfig& config);
    LinearIndex addLinear(const std::string& name, std::size_t out, std::size_t in, bool bias);
    LinearIndex addNorm(const std::string& name);
    void addBlock(std::size_t layer);
    void initialise(std::uint64_t seed);
    void bind();
    Linear<T> bindLinear(const LinearIndex& index) const;
    std::span<const T> bound(std::size_t index) const;
    const Attached* attachedTo(std::size_t weight) const;
    OwnSpans<T> ownOf(const Attached& attached, std::span<T> flat) const;
    std::span<T> wanted(std::size_t index, std::span<T> gradients) const;
    LinearGradient<T> linearGradient(const LinearIndex& index, std::span<T> gradients) const;
    BlockGradient<T> blockGradient(const BlockIndex& index, std::span<T> gradients) const;
    AttentionShape attentionShape(const ForwardState<T>& state) const;
    void embed(const Batch<T>& batch, const Pass& pass, ForwardState<T>& state) const;
    void embedBackward(const Batch<T>& batch, const Pass& pass, ForwardState<T>& state,
                       std::span<T> stream, std::span<T> gradients) const;
    void readOut(const Pass& pass, ForwardState<T>& state) const;
    std::span<T> readOutBackward(const Pass& pass, ForwardState<T>& state,
                                 std::span<T> gradients) const;

    TransformerConfig m_config;
    Parameters<T> m_parameters;
    std::size_t m_modelEntries = 0;  ///< entries before those of attachments
    std::size_t m_tokens = none;
    std::size_t m_positions = none;
    LinearIndex m_patchIndex, m_finalNorm, m_headIndex;
    std::vector<BlockIndex> m_blockIndices;
    std::vector<Attached> m_attached;
    std::vector<Block<T>> m_blocks;  ///< bound to the current storage
    Linear<T> m_patch, m_head;
    std::span<const T> m_tokenTable;
};

extern template class Transformer<float>;
extern template class Transformer<double>;

}  // namespace zeropoint
