// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/advice_options_private.h"

#include <queue>

#include <algorithm>
#include <cmath>

namespace zeropoint {
namespace {

/// A type that a matrix may have, with what it takes and loses.
struct Choice {
    int format = -1;
    std::int64_t bytes = 0;
    double error = 0;
};

struct Matrix {
    const TensorErrors* tensor = nullptr;
    std::vector<Choice> choices;  ///< ascending in bytes, on the lower hull of the error
    std::size_t chosen = 0;

    const Choice& now() const { return choices[chosen]; }
    /// Error saved for each byte by the next step; nothing at the end.
    double gain() const {
        if (chosen + 1 >= choices.size()) {
            return -1;
        }
        const Choice& next = choices[chosen + 1];
        return (now().error - next.error) / static_cast<double>(next.bytes - now().bytes);
    }
};

bool isEnd(WeightRole role) {
    return role == WeightRole::Embedding || role == WeightRole::Head ||
           role == WeightRole::Positions;
}

bool isAttention(WeightRole role) {
    return role == WeightRole::Query || role == WeightRole::Key || role == WeightRole::Value ||
           role == WeightRole::AttentionOut;
}

bool isKept(const TensorErrors& tensor, KeptParts keep) {
    const WeightRole role = tensor.place.roles.front();
    return (keep == KeptParts::Ends && isEnd(role)) ||
           (keep == KeptParts::Attention && isAttention(role));
}

/// Only steps that save less for each byte than the one before: the lower convex hull.
std::vector<Choice> hullOf(std::vector<Choice> choices) {
    std::sort(choices.begin(), choices.end(), [](const Choice& a, const Choice& b) {
        return a.bytes != b.bytes ? a.bytes < b.bytes : a.error < b.error;
    });
    std::vector<Choice> hull;
    const auto slope = [](const Choice& a, const Choice& b) {
        return (a.error - b.error) / static_cast<double>(b.bytes - a.bytes);
    };
    for (const Choice& choice : choices) {
        if (!hull.empty() &&
            (choice.bytes == hull.back().bytes || choice.error >= hull.back().error)) {
            continue;
        }
        while (hull.size() > 1 &&
               slope(hull.back(), choice) >= slope(hull[hull.size() - 2], hull.back())) {
            hull.pop_back();
        }
        hull.push_back(choice);
    }
    return hull;
}

Matrix matrixOf(const TensorErrors& tensor, KeptParts keep) {
    static constexpr const char* ids[] = {"q4_0", "q4_1", "q5_0", "q5_1", "q8_0", "f16"};
    constexpr double leastKeptBits = 8;
    Matrix matrix;
    matrix.tensor = &tensor;
    std::vector<Choice> choices;
    for (const char* id : ids) {
        const int index = matrixFormatIndex(id);
        const MatrixFormat& format = matrixFormats()[static_cast<std::size_t>(index)];
        const double error = tensor.errors[static_cast<std::size_t>(index)];
        const auto bytes = bytesOf(format.stored, tensor.rows, tensor.columns);
        const bool low = isKept(tensor, keep) && format.stored.bitsPerValue() < leastKeptBits;
        if (std::isfinite(error) && bytes && !low) {
            choices.push_back({index, *bytes, error});
        }
    }
    matrix.choices = hullOf(std::move(choices));
    return matrix;
}

WeightPlan planOf(const std::vector<Matrix>& matrices) {
    WeightPlan plan;
    plan.rest = findStoredFormat("f32").value();
    plan.linear = plan.rest;
    for (const Matrix& matrix : matrices) {
        const auto index = static_cast<std::size_t>(matrix.now().format);
        for (const WeightRole role : matrix.tensor->place.roles) {
            plan.ownOfLayer[{role, matrix.tensor->place.layer}] = matrixFormats()[index].stored;
        }
    }
    return plan;
}

/// The step with the largest gain first, until none fits.
void spend(std::vector<Matrix>& matrices, std::int64_t room) {
    using Step = std::pair<double, std::size_t>;
    std::priority_queue<Step> steps;
    for (std::size_t i = 0; i < matrices.size(); ++i) {
        steps.emplace(matrices[i].gain(), i);
    }
    while (!steps.empty()) {
        const auto [gain, index] = steps.top();
        steps.pop();
        Matrix& matrix = matrices[index];
        if (gain <= 0) {
            continue;
        }
        const std::int64_t cost = matrix.choices[matrix.chosen + 1].bytes - matrix.now().bytes;
        if (cost <= room) {
            room -= cost;
            ++matrix.chosen;
            steps.emplace(matrix.gain(), index);
        }
    }
}

}  // namespace

std::optional<AdviceOption> mixFor(const Architecture& architecture, const WeightErrors& errors,
                                   KeptParts keep, std::int64_t budget) {
    std::vector<Matrix> matrices;
    for (const TensorErrors& tensor : errors.tensors) {
        Matrix matrix = matrixOf(tensor, keep);
        if (matrix.choices.empty()) {
            return std::nullopt;
        }
        matrices.push_back(std::move(matrix));
    }
    const auto shapes = weightShapes(architecture);
    const auto least = weightBytes(architecture, shapes, planOf(matrices));
    if (!least || least->total > budget) {
        return std::nullopt;
    }
    spend(matrices, budget - least->total);
    AdviceOption option;
    option.kind = OptionKind::Mix;
    option.plan = planOf(matrices);
    for (const Matrix& matrix : matrices) {
        ++option.matrices[matrixFormats()[static_cast<std::size_t>(matrix.now().format)].id];
    }
    const auto bytes = weightBytes(architecture, shapes, option.plan);
    return bytes && bytes->total <= budget ? std::optional(std::move(option)) : std::nullopt;
}

}  // namespace zeropoint
