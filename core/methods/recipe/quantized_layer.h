// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/recipe/activation_quantizer.h"
#include "core/methods/recipe/quantized_weight.h"
#include "core/nn/linear_attachment.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace zeropoint {

/// What quantization made of one site. Shared between a model's attachment, reports and files.
struct QuantizedSite {
    std::string name;
    std::size_t in = 0;  ///< columns of the weight
    SiteRecipe recipe;
    std::shared_ptr<const QuantizedWeight> weight;  ///< null: in high precision
    std::optional<ActivationQuantizer> input;
    RealRange inputRange;  ///< of a static activation
    /// Factor s of each input column: the product is (x / s) (W diag(s))^T. Empty when there is
    /// none, or when it went into the norm before the layer. Values that FP16 holds.
    std::vector<float> inputScale;
    /// Such factors that went into the norm before the layer; empty when there are none.
    std::vector<float> foldedScale;
    std::optional<ActivationQuantizer> output;  ///< of keys and values
    std::size_t outputStretch = 0;              ///< values that share a range there
};

/// A linear layer with frozen quantized weights and quantized activations. Gradients go straight
/// through the roundings, so that adapters elsewhere in the model can be trained around it.
class QuantizedLayer : public LinearAttachment<float> {
public:
    explicit QuantizedLayer(std::shared_ptr<const QuantizedSite> site) : m_site(std::move(site)) {}

    /// Takes effect at the next Transformer::prepare(); not while a pass runs.
    void exchange(std::shared_ptr<const QuantizedSite> site) { m_site = std::move(site); }
    const QuantizedSite& site() const { return *m_site; }

    bool changesWeight() const override { return true; }
    void effectiveWeight(std::span<const float> master, OwnSpans<const float> own,
                         std::span<float> effective) override;
    bool changesInput() const override { return m_site->input || !m_site->inputScale.empty(); }
    void effectiveInput(const Pass& pass, std::span<const float> x, OwnSpans<const float> own,
                        std::span<float> effective) override;
    void inputGradient(const Pass& pass, std::span<const float> x, OwnSpans<const float> own,
                       std::span<float> gradient, OwnSpans<float> ownGradient) override;
    bool addsOutput() const override { return m_site->output.has_value(); }
    /// Quantizes y, the finished output: what a cache of keys and values would give back.
    void addOutput(const Pass& pass, std::span<const float> x, OwnSpans<const float> own,
                   std::span<float> y) override;

private:
    std::shared_ptr<const QuantizedSite> m_site;
};

/// x / s, then quantized: what the product of a site reads. x and out [rows, in]; sequenceRows as
/// in ActivationQuantizer::apply.
void quantizeInput(const QuantizedSite& site, std::span<const float> x, std::size_t sequenceRows,
                   std::span<float> out);

}  // namespace zeropoint
