// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/worst_weight.h"

#include "core/advice/advice_options_private.h"
#include "core/scheme/error_sums.h"

#include <algorithm>

namespace zeropoint {
namespace {

/// The place among matrixFormats() of what the option stores the weight as; -1 when it is none.
int formatUnder(const AdviceOption& option, const Architecture& architecture,
                const TensorErrors& tensor) {
    const auto format = formatOf(option.plan, shapeOf(tensor), architecture);
    return format ? matrixFormatIndex(format->name) : -1;
}

double sqnrUnder(const TensorErrors& tensor, int format) {
    return decibels(tensor.signal, tensor.errors[static_cast<std::size_t>(format)],
                    static_cast<std::size_t>(tensor.rows * tensor.columns));
}

}  // namespace

std::optional<WorstWeight> worstWeight(const AdviceOption& option, const Architecture& architecture,
                                       const WeightErrors& errors) {
    std::optional<WorstWeight> worst;
    for (const TensorErrors& tensor : errors.tensors) {
        if (option.worstLayer < 0 || tensor.place.layer != option.worstLayer) {
            continue;
        }
        const int format = formatUnder(option, architecture, tensor);
        if (format < 0) {
            continue;
        }
        const double sqnr = sqnrUnder(tensor, format);
        if (!worst || sqnr < worst->sqnrDb) {
            worst = {tensor.name, matrixFormats()[static_cast<std::size_t>(format)].scheme, sqnr};
        }
    }
    return worst;
}

std::optional<QuantScheme> schemeFor(const AdviceOption& option, const Architecture& architecture,
                                     const WeightErrors& errors, const std::string& name) {
    const auto tensor = std::ranges::find(errors.tensors, name, &TensorErrors::name);
    const int format =
        tensor != errors.tensors.end() ? formatUnder(option, architecture, *tensor) : -1;
    return format < 0 ? std::nullopt
                      : std::optional(matrixFormats()[static_cast<std::size_t>(format)].scheme);
}

std::optional<QuantScheme> schemeOfLayers(const AdviceOption& option) {
    const int format = option.plan.mix == nullptr && option.plan.ownOfLayer.empty()
                           ? matrixFormatIndex(option.plan.linear.name)
                           : -1;
    return format < 0 ? std::nullopt
                      : std::optional(matrixFormats()[static_cast<std::size_t>(format)].scheme);
}

}  // namespace zeropoint
