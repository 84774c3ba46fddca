// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/kept_model.h"

#include "core/data/text.h"

#include <algorithm>
#include <utility>

namespace zeropoint {

Result<Transformer<float>> keptModel(const RunResult& run) {
    if (!run.artifacts) {
        return fail(ErrorCode::NotFound, "This run was kept without its weights", run.name,
                    "Run the experiment again");
    }
    auto model = Transformer<float>::create(run.artifacts->model, 0);
    if (!model || model->parameters().size() != run.artifacts->weights.size()) {
        return fail(ErrorCode::Malformed, "The kept weights do not fit their model", run.name,
                    "Remove the run and train it again");
    }
    std::ranges::copy(run.artifacts->weights, model->parameters().all().begin());
    return model;
}

Result<KeptExperiment> openKept(const RunResult& run) {
    auto model = keptModel(run);
    if (!model) {
        return tl::unexpected(model.error());
    }
    auto spec = experimentSpecFromJson(run.settings);
    if (!spec) {
        return tl::unexpected(spec.error());
    }
    auto input = openExperiment(*spec);
    if (!input) {
        return tl::unexpected(input.error());
    }
    if (const auto* text = dynamic_cast<const Text*>(input->data.get())) {
        spec->task.alphabet = text->alphabet();
    }
    return KeptExperiment{std::move(*spec), std::move(*input), std::move(*model)};
}

}  // namespace zeropoint
