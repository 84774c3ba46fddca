// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/methods/ptq/ptq_work.h"
#include "core/methods/recipe/quant_recipe.h"
#include "core/methods/recipe/quantized_layer.h"
#include "core/metrics/error_report.h"
#include "core/support/error.h"
#include "core/support/parallel.h"
#include "core/training/batch_runner.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace zeropoint {

/// How a model does on sequences of the validation part, by which settings may be chosen.
struct LiveScore {
    double accuracy = 0;  ///< of the data set's AccuracyKind
    double loss = 0;      ///< mean cross-entropy, in nats
    std::size_t sequences = 0;
    std::size_t changedSites = 0;  ///< sites that were quantized anew for it
};

/// The held-out score of a model under a recipe that somebody keeps changing: what a dragged range
/// or bit-width slider asks for. Inputs of the layers, held-out sequences and the codes of all
/// sites that did not change are kept from one call to the next. Not thread-safe: one thread asks,
/// the execution's pool helps.
class LiveAccuracy {
public:
    /// Model and data must outlive it. mostSequences: of the validation part, from its beginning;
    /// 0: all.
    /// Errors as applyPtq.
    static Result<LiveAccuracy> create(const Transformer<float>& model, const Dataset& data,
                                       const QuantRecipe& recipe, std::size_t mostSequences = 0,
                                       const Execution& execution = {});

    /// Quantizes what differs from the last recipe and scores the held-out sequences. What concerns
    /// all sites (calibration, smoothing, AWQ, the format of the rest) starts anew and takes as
    /// long as create. Cancelled: the next call goes on from wherever this one came; after any
    /// other error the last recipe stands.
    Result<LiveScore> score(const QuantRecipe& recipe, const Execution& execution = {});

    /// The model itself, nothing of it quantized, on the same sequences.
    Result<LiveScore> exact(const Execution& execution = {});

    const QuantRecipe& recipe() const { return m_work->recipe(); }
    /// Every site as it is now, in the order of Transformer::sites().
    const std::vector<std::shared_ptr<const QuantizedSite>>& sites() const { return m_sites; }
    /// What the weights of the sites whose names match have lost as they are now, clipping and
    /// rounding apart: of those rounded to nearest in a format with scales. `pattern` as in
    /// SiteOverride. count is 0 where there is none; bytes and bitsPerWeight stay 0.
    Result<ErrorReport> weightError(std::string_view pattern,
                                    const Execution& execution = {}) const;
    /// The quantized model as it is now, prepared.
    const Transformer<float>& quantized() const { return *m_model; }
    /// What a site reads (in the units of its scaled master); null for a table.
    const SiteInput* input(std::size_t site) const { return m_work->input(site); }

private:
    LiveAccuracy(const Transformer<float>& model, const Dataset& data)
        : m_original(&model), m_data(&data) {}
    Result<void> restart(const QuantRecipe& recipe, const Execution& execution);
    Result<std::size_t> change(const QuantRecipe& recipe, const Execution& execution);
    void put(std::size_t site, std::shared_ptr<const QuantizedSite> quantized);
    Result<LiveScore> evaluate(const Transformer<float>& model, const Execution& execution);

    const Transformer<float>* m_original;
    const Dataset* m_data;
    std::unique_ptr<PtqWork> m_work;
    std::unique_ptr<Transformer<float>> m_model;
    std::vector<std::shared_ptr<QuantizedLayer>> m_layers;
    std::vector<std::shared_ptr<const QuantizedSite>> m_sites;
    BatchStorage m_heldOut;
    BatchRunner<float> m_runner;
};

}  // namespace zeropoint
