// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/ptq/awq.h"
#include "core/methods/ptq/hessian.h"
#include "core/methods/ptq/ptq_work.h"
#include "core/methods/ptq/smooth_quant.h"
#include "core/methods/recipe/partial_execution.h"

#include <cmath>
#include <mutex>
#include <optional>

namespace zeropoint {
namespace {

std::vector<float> meanMagnitudes(const SiteInput& input) {
    std::vector<double> sums(input.width, 0.0);
    for (std::size_t i = 0; i < input.rows.size(); ++i) {
        sums[i % input.width] += std::abs(input.rows[i]);
    }
    std::vector<float> means(sums.size());
    for (std::size_t j = 0; j < sums.size(); ++j) {
        means[j] = static_cast<float>(sums[j] / static_cast<double>(input.kept()));
    }
    return means;
}

void multiplyColumns(std::span<float> weight, std::span<const float> scales) {
    for (std::size_t i = 0; i < weight.size(); ++i) {
        weight[i] *= scales[i % scales.size()];
    }
}

void divide(std::span<float> values, std::span<const float> scales) {
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] /= scales[i];
    }
}

}  // namespace

Result<std::vector<float>> PtqWork::scalesOf(const InputGroup& group,
                                             const Execution& execution) const {
    const InputScaling scaling = scalingOf(group, m_recipe, m_sites);
    const SiteInput* const seen = input(group.sites.front());
    if (scaling == InputScaling::None || seen == nullptr) {
        return std::vector<float>{};
    }
    if (scaling == InputScaling::SmoothQuant) {
        std::vector<Tensor> weights;
        for (const std::size_t site : group.sites) {
            weights.push_back(master(site));
        }
        return smoothQuantScales(seen->columnMagnitudes(), weights, *m_recipe.smoothAlpha);
    }
    std::vector<AwqLayer> layers;
    for (const std::size_t site : group.sites) {
        const SiteRecipe& own = m_sites[site].recipe;
        // The scaled columns are also those of members that are quantized another way.
        if (own.weight) {
            layers.push_back({master(site), *own.weight});
        }
    }
    return inputHessian(seen->rows, seen->width, execution)
        .and_then([&](const std::vector<double>& hessian) {
            return awqScales(layers, meanMagnitudes(*seen), hessian, m_recipe.awq,
                             group.norm.empty(), execution);
        });
}

void PtqWork::applyScales(const InputGroup& group, const std::vector<float>& scales) {
    Parameters<float>& parameters = m_masters.parameters();
    for (const std::size_t site : group.sites) {
        const auto index = parameters.find(m_sites[site].site.name + ".weight");
        multiplyColumns(parameters.values(*index), scales);
    }
    m_inputs.inputs[m_inputs.ofSite[group.sites.front()]].divideColumns(scales);
    for (const std::size_t site : group.sites) {
        (group.norm.empty() ? m_inputScales : m_foldedScales)[site] = scales;
    }
    if (group.norm.empty()) {
        return;
    }
    for (const char* part : {".weight", ".bias"}) {
        if (const auto index = parameters.find(group.norm + part); index) {
            divide(parameters.values(*index), scales);
        }
    }
}

Result<void> PtqWork::scaleInputs(const Execution& execution) {
    const std::vector<InputGroup> groups = inputGroups(m_sites);
    std::vector<std::vector<float>> scales(groups.size());
    std::mutex failing;
    std::optional<Error> failure;
    const bool done = runShards(execution, groups.size(), [&](std::size_t i) {
        Result<std::vector<float>> found = scalesOf(groups[i], withinShard(execution));
        if (found) {
            scales[i] = std::move(*found);
            return;
        }
        const std::scoped_lock lock(failing);
        failure = found.error();
    });
    if (failure) {
        return tl::unexpected(*failure);
    }
    if (!done) {
        return fail(ErrorCode::Cancelled, "The quantization was stopped");
    }
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (!scales[i].empty()) {
            applyScales(groups[i], scales[i]);
        }
    }
    return {};
}

}  // namespace zeropoint
