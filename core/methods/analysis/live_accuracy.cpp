// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/analysis/live_accuracy.h"

#include "core/methods/ptq/clipped_weight.h"
#include "core/methods/recipe/partial_execution.h"
#include "core/numerics/block_format.h"

#include <algorithm>
#include <mutex>
#include <optional>

namespace zeropoint {
namespace {

using Site = std::shared_ptr<const QuantizedSite>;

/// The settings that concern all sites at once.
QuantRecipe sharedPart(QuantRecipe recipe) {
    recipe.base = {};
    recipe.embeddings = false;
    recipe.head = false;
    recipe.overrides.clear();
    return recipe;
}

bool usesAwq(const std::vector<ResolvedSite>& sites) {
    return std::any_of(sites.begin(), sites.end(), [](const ResolvedSite& site) {
        return site.recipe.weight && site.recipe.method == PtqMethod::Awq;
    });
}

bool sameSites(const std::vector<ResolvedSite>& a, const std::vector<ResolvedSite>& b) {
    return std::equal(
        a.begin(), a.end(), b.begin(), b.end(),
        [](const ResolvedSite& x, const ResolvedSite& y) { return x.recipe == y.recipe; });
}

/// Adds a tensor's figures to sums over several. Its cross term is not among them.
void join(ErrorSums& sums, const ErrorReport& report, std::span<const float> values) {
    const auto count = static_cast<double>(report.count);
    ErrorSums own;
    own.count = report.count;
    own.clipped = report.clipped;
    own.clipError = report.count > 0 ? report.clipMse * count : 0;
    own.roundError = report.count > 0 ? report.roundMse * count : 0;
    own.maxError = report.count > 0 ? report.maxAbsError : 0;
    for (const float value : values) {
        own.signal += static_cast<double>(value) * static_cast<double>(value);
    }
    sums.join(own);
}

/// Quantizes those sites for which `wanted` holds; the others stay null.
template <typename Wanted>
Result<std::vector<Site>> quantizeSome(const PtqWork& work, const std::vector<ResolvedSite>& sites,
                                       Wanted wanted, const Execution& execution) {
    std::vector<Site> made(sites.size());
    std::mutex failing;
    std::optional<Error> failure;
    const bool done = runShards(execution, sites.size(), [&](std::size_t i) {
        if (!wanted(i)) {
            return;
        }
        Result<Site> site = work.quantizeSite(i, sites[i].recipe, withinShard(execution));
        if (site) {
            made[i] = std::move(*site);
            return;
        }
        const std::scoped_lock lock(failing);
        failure = site.error();
    });
    if (failure) {
        return tl::unexpected(*failure);
    }
    if (!done) {
        return fail(ErrorCode::Cancelled, "The quantization was stopped");
    }
    return made;
}

}  // namespace

Result<LiveAccuracy> LiveAccuracy::create(const Transformer<float>& model, const Dataset& data,
                                          const QuantRecipe& recipe, std::size_t mostSequences,
                                          const Execution& execution) {
    LiveAccuracy live(model, data);
    const Result<void> started = live.restart(recipe, execution);
    if (!started) {
        return tl::unexpected(started.error());
    }
    const std::size_t all = data.heldOutSequences(HeldOut::Validation);
    data.heldOutBatch(HeldOut::Validation, 0,
                      mostSequences == 0 ? all : std::min(mostSequences, all), live.m_heldOut);
    return live;
}

Result<void> LiveAccuracy::restart(const QuantRecipe& recipe, const Execution& execution) {
    Result<PtqWork> work =
        PtqWork::create(*m_original, *m_data, recipe, partOf(execution, 0.0, 0.5));
    if (!work) {
        return tl::unexpected(work.error());
    }
    const auto every = [](std::size_t) { return true; };
    Result<std::vector<Site>> sites =
        quantizeSome(*work, work->sites(), every, partOf(execution, 0.5, 0.9));
    if (!sites) {
        return tl::unexpected(sites.error());
    }
    auto model = std::make_unique<Transformer<float>>(work->masters().clone());
    work->castRest(*model);
    std::vector<std::shared_ptr<QuantizedLayer>> layers;
    for (const Site& site : *sites) {
        layers.push_back(std::make_shared<QuantizedLayer>(site));
        if (const Result<void> attached = model->attach(site->name, layers.back()); !attached) {
            return attached;
        }
    }
    m_work = std::make_unique<PtqWork>(std::move(*work));
    m_model = std::move(model);
    m_layers = std::move(layers);
    m_sites.resize(sites->size());
    for (std::size_t i = 0; i < sites->size(); ++i) {
        put(i, (*sites)[i]);
    }
    m_model->prepare();
    return {};
}

void LiveAccuracy::put(std::size_t site, Site quantized) {
    const std::vector<float> bias = m_work->biasOf(site, *quantized);
    if (!bias.empty()) {
        Parameters<float>& parameters = m_model->parameters();
        const std::size_t index = *parameters.find(quantized->name + ".bias");
        std::copy(bias.begin(), bias.end(), parameters.values(index).begin());
    }
    m_layers[site]->exchange(quantized);
    m_sites[site] = std::move(quantized);
}

Result<std::size_t> LiveAccuracy::change(const QuantRecipe& recipe, const Execution& execution) {
    if (const Result<void> valid = validate(recipe, *m_original); !valid) {
        return tl::unexpected(valid.error());
    }
    const Result<std::vector<ResolvedSite>> wanted = resolveSites(recipe, *m_original);
    if (!wanted) {
        return tl::unexpected(wanted.error());
    }
    const bool scaled = recipe.smoothAlpha || usesAwq(*wanted) || usesAwq(m_work->sites());
    if (!(sharedPart(recipe) == sharedPart(m_work->recipe())) ||
        (scaled && !sameSites(*wanted, m_work->sites()))) {
        return restart(recipe, execution).map([&] { return m_sites.size(); });
    }
    const auto differs = [&](std::size_t i) {
        return !((*wanted)[i].recipe == m_sites[i]->recipe);
    };
    Result<std::vector<Site>> changed = quantizeSome(*m_work, *wanted, differs, execution);
    if (!changed) {
        return tl::unexpected(changed.error());
    }
    std::size_t count = 0;
    for (std::size_t i = 0; i < changed->size(); ++i) {
        if ((*changed)[i]) {
            put(i, std::move((*changed)[i]));
            ++count;
        }
    }
    m_work->takeRecipe(recipe, *wanted);
    m_model->prepare();
    return count;
}

Result<LiveScore> LiveAccuracy::score(const QuantRecipe& recipe, const Execution& execution) {
    const Result<std::size_t> changed = change(recipe, partOf(execution, 0.0, 0.5));
    if (!changed) {
        return tl::unexpected(changed.error());
    }
    return evaluate(*m_model, execution).map([&](LiveScore&& score) {
        score.changedSites = *changed;
        return score;
    });
}

Result<LiveScore> LiveAccuracy::exact(const Execution& execution) {
    return evaluate(m_original->clone(), execution);  // without what is attached to it
}

Result<ErrorReport> LiveAccuracy::weightError(std::string_view pattern,
                                              const Execution& execution) const {
    ErrorSums sums;
    for (std::size_t i = 0; i < m_sites.size(); ++i) {
        const SiteRecipe& own = m_sites[i]->recipe;
        const bool measured = own.weight && own.method == PtqMethod::RoundToNearest &&
                              findBlockFormat(own.weight->format) == nullptr &&
                              matchesSite(pattern, m_sites[i]->name);
        if (!measured) {
            continue;
        }
        const Tensor master = m_work->master(i);
        const auto calibration = calibrateClipped(master, *own.weight, own.clip, execution);
        if (!calibration) {
            return tl::unexpected(calibration.error());
        }
        const auto report = measureError(master, *own.weight, *calibration, execution);
        if (!report) {
            return tl::unexpected(report.error());
        }
        join(sums, *report, master.values());
    }
    return reportOf(sums);
}

Result<LiveScore> LiveAccuracy::evaluate(const Transformer<float>& model,
                                         const Execution& execution) {
    Pass pass;
    pass.stop = execution.stop;
    const Score score = m_runner.evaluate(model, m_heldOut.view(), pass, execution.pool);
    if (execution.stopRequested()) {
        return fail(ErrorCode::Cancelled, "The evaluation was stopped");
    }
    if (execution.progress) {
        execution.progress(1);
    }
    return LiveScore{accuracyOf(m_data->accuracyKind(), score), score.meanLoss(), score.sequences,
                     0};
}

}  // namespace zeropoint
