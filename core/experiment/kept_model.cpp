// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/kept_model.h"

#include <algorithm>

namespace zeropoint {

Result<Transformer<float>> keptModel(const RunResult& run) {
    if (!run.artifacts) {
        return fail(ErrorCode::NotFound, "This run was kept without its weights", run.name,
                    "Run the experiment again");
    }
    auto model = Transformer<float>::create(run.artifacts->model, 0);
    if (!model || model->parameters().size() != run.artifacts->weights.size()) {
        return fail(ErrorCode::Malformed, "The kept weights do not fit their model", run.name);
    }
    std::ranges::copy(run.artifacts->weights, model->parameters().all().begin());
    return model;
}

}  // namespace zeropoint
