// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/ptq/ptq.h"

#include "core/methods/ptq/ptq_work.h"
#include "core/methods/ptq/site_report.h"
#include "core/methods/recipe/partial_execution.h"

#include <mutex>
#include <optional>

namespace zeropoint {
namespace {

using Site = std::shared_ptr<const QuantizedSite>;

/// Every site on its own, in parallel; reports in passing.
Result<std::vector<Site>> quantizeSites(const PtqWork& work, std::vector<SiteReport>& reports,
                                        const Execution& execution) {
    std::vector<Site> sites(work.sites().size());
    reports.resize(sites.size());
    std::mutex failing;
    std::optional<Error> failure;
    const bool done = runShards(execution, sites.size(), [&](std::size_t i) {
        const Result<Site> site =
            work.quantizeSite(i, work.sites()[i].recipe, withinShard(execution));
        if (!site) {
            const std::scoped_lock lock(failing);
            failure = site.error();
            return;
        }
        sites[i] = *site;
        reports[i] = reportSite(work, i, *sites[i]);
    });
    if (failure) {
        return tl::unexpected(*failure);
    }
    if (!done) {
        return fail(ErrorCode::Cancelled, "The quantization was stopped");
    }
    return sites;
}

bool changesAnything(const QuantizedSite& site) {
    return site.weight || site.input || site.output || !site.inputScale.empty();
}

Result<void> attachSites(const PtqWork& work, const std::vector<Site>& sites,
                         Transformer<float>& model) {
    work.castRest(model);
    for (std::size_t i = 0; i < sites.size(); ++i) {
        const std::vector<float> bias = work.biasOf(i, *sites[i]);
        if (!bias.empty()) {
            const std::size_t index = *model.parameters().find(sites[i]->name + ".bias");
            std::copy(bias.begin(), bias.end(), model.parameters().values(index).begin());
        }
        if (!changesAnything(*sites[i])) {
            continue;
        }
        const auto attached =
            model.attach(sites[i]->name, std::make_shared<QuantizedLayer>(sites[i]));
        if (!attached) {
            return attached;
        }
    }
    model.prepare();
    return {};
}

}  // namespace

Result<QuantizedModel> applyPtq(const Transformer<float>& model, const Dataset& data,
                                const QuantRecipe& recipe, const Execution& execution) {
    const Result<PtqWork> work = PtqWork::create(model, data, recipe, partOf(execution, 0.0, 0.5));
    if (!work) {
        return tl::unexpected(work.error());
    }
    QuantizedModel quantized{work->masters().clone(), recipe, {}, {}, {}};
    Result<std::vector<Site>> sites =
        quantizeSites(*work, quantized.reports, partOf(execution, 0.5, 1.0));
    if (!sites) {
        return tl::unexpected(sites.error());
    }
    quantized.sites = std::move(*sites);
    return attachSites(*work, quantized.sites, quantized.model)
        .and_then([&] { return modelSize(recipe, model); })
        .map([&](ModelSize&& size) {
            quantized.size = std::move(size);
            return std::move(quantized);
        });
}

}  // namespace zeropoint
