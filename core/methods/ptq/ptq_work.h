// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/methods/ptq/site_inputs.h"
#include "core/methods/recipe/input_groups.h"
#include "core/methods/recipe/quantized_layer.h"

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace zeropoint {

/// A model on its way to codes: its masters (scaled where SmoothQuant or AWQ asked for it), what
/// its layers read on the calibration batches, and each site's recipe. Any site can be quantized
/// anew, alone, under another recipe; different sites from several threads at once.
class PtqWork {
public:
    /// Validates, captures inputs where there are calibration batches, and scales them.
    static Result<PtqWork> create(const Transformer<float>& model, const Dataset& data,
                                  const QuantRecipe& recipe, const Execution& execution);

    const QuantRecipe& recipe() const { return m_recipe; }
    const std::vector<ResolvedSite>& sites() const { return m_sites; }
    /// Masters without attachments; the caller puts them on a clone.
    const Transformer<float>& masters() const { return m_masters; }
    /// What a site reads, x / s; null for a table or without calibration batches.
    const SiteInput* input(std::size_t site) const;

    Tensor master(std::size_t site) const;
    /// [out]; empty for a layer without a bias.
    std::span<const float> masterBias(std::size_t site) const;

    /// One site under a recipe of its own. Fails as validate does for what does not fit.
    Result<std::shared_ptr<const QuantizedSite>> quantizeSite(std::size_t site,
                                                              const SiteRecipe& recipe,
                                                              const Execution& execution) const;
    /// The bias [out] that belongs to a quantized site: corrected, rounded to codes or to the
    /// format of the rest; empty for a layer without one.
    std::vector<float> biasOf(std::size_t site, const QuantizedSite& quantized) const;

    /// Another recipe for the same masters: one that scales no input and differs in single sites
    /// alone, resolved.
    void takeRecipe(const QuantRecipe& recipe, std::vector<ResolvedSite> sites) {
        m_recipe = recipe;
        m_sites = std::move(sites);
    }

    /// The parameters that belong to no site, in the format of the rest, written into `model`.
    void castRest(Transformer<float>& model) const;

private:
    PtqWork(Transformer<float> masters, const QuantRecipe& recipe, std::vector<ResolvedSite> sites)
        : m_masters(std::move(masters)), m_recipe(recipe), m_sites(std::move(sites)) {}
    Result<QuantizedWeight> quantizeWeight(std::size_t site, const SiteRecipe& recipe,
                                           const Execution& execution) const;
    Result<void> quantizeActivations(std::size_t site, QuantizedSite& quantized) const;
    Result<void> scaleInputs(const Execution& execution);
    Result<std::vector<float>> scalesOf(const InputGroup& group, const Execution& execution) const;
    void applyScales(const InputGroup& group, const std::vector<float>& scales);

    Transformer<float> m_masters;
    QuantRecipe m_recipe;
    std::vector<ResolvedSite> m_sites;
    SiteInputs m_inputs;
    std::vector<std::vector<float>> m_inputScales;   ///< stored ones, by site; empty: none
    std::vector<std::vector<float>> m_foldedScales;  ///< those that went into a norm, likewise
};

}  // namespace zeropoint
