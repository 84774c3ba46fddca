// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/advice/advice_options_private.h"
#include "core/scheme/error_sums.h"

#include <algorithm>
#include <cmath>

namespace zeropoint {
namespace {

struct Recipe {
    const char* label;
    const char* name;
};

constexpr Recipe recipes[] = {{"q8_0", "Q8_0"},     {"q6_k", "Q6_K"},     {"q5_k_m", "Q5_K_M"},
                              {"q5_k_s", "Q5_K_S"}, {"q4_k_m", "Q4_K_M"}, {"q4_k_s", "Q4_K_S"},
                              {"iq4_xs", "IQ4_XS"}, {"q3_k_s", "Q3_K_S"}, {"q2_k", "Q2_K"}};

/// Types that are written here, for everything but the head.
constexpr Recipe plainTypes[] = {{"q5_1", "Q5_1, head Q8_0"},
                                 {"q5_0", "Q5_0, head Q8_0"},
                                 {"q4_1", "Q4_1, head Q8_0"},
                                 {"q4_0", "Q4_0, head Q8_0"}};

struct OneFormat {
    const char* id;
    const char* name;
};

constexpr OneFormat oneFormats[] = {
    {"int8/channel", "INT8 channel"},     {"int4/group:32", "INT4 group 32"},
    {"int4/group:128", "INT4 group 128"}, {"int3/group:32", "INT3 group 32"},
    {"nf4/group:64", "NF4 group 64"},     {"mxfp4", "MXFP4"}};

StoredFormat stored(std::string_view id) {
    const int index = matrixFormatIndex(id);
    return index >= 0 ? matrixFormats()[static_cast<std::size_t>(index)].stored
                      : findStoredFormat(id).value();
}

AdviceOption recipeOption(const Recipe& recipe) {
    AdviceOption option;
    option.name = recipe.name;
    option.kind = OptionKind::Recipe;
    option.plan = planOf(recipe.label).value();
    return option;
}

/// A tied embedding is the head.
AdviceOption plainOption(const Recipe& type, bool tied) {
    AdviceOption option;
    option.name = type.name;
    option.kind = OptionKind::Recipe;
    option.plan.linear = stored(type.label);
    option.plan.rest = stored("f32");
    option.plan.own[WeightRole::Embedding] = stored(tied ? "q8_0" : type.label);
    option.plan.own[WeightRole::Head] = stored("q8_0");
    return option;
}

AdviceOption formatOption(const OneFormat& format, const char* ends, const char* endsName) {
    AdviceOption option;
    option.name = std::string(format.name) + ", ends " + endsName;
    option.kind = OptionKind::OneFormat;
    option.ends = ends;
    option.plan.linear = stored(format.id);
    option.plan.rest = stored("bf16");
    option.plan.own[WeightRole::Embedding] = stored(ends);
    option.plan.own[WeightRole::Head] = stored(ends);
    return option;
}

/// What a tensor loses under a format, and whether that is known.
std::optional<double> errorUnder(const TensorErrors& tensor, const StoredFormat& format) {
    if (format.name == "f32" || format.name == "fp32") {
        return 0;
    }
    const int index = matrixFormatIndex(format.name);
    const double error = index < 0 ? std::nan("") : tensor.errors[static_cast<std::size_t>(index)];
    return std::isnan(error) ? std::nullopt : std::optional(error);
}

struct Sums {
    double signal = 0;
    double error = 0;
    std::size_t count = 0;

    void add(const TensorErrors& tensor, double lost) {
        signal += tensor.signal;
        error += lost;
        count += static_cast<std::size_t>(tensor.rows * tensor.columns);
    }
    double sqnrDb() const { return decibels(signal, error, count); }
};

}  // namespace

WeightShape shapeOf(const TensorErrors& tensor) {
    WeightShape shape;
    shape.role = tensor.place.roles.front();
    shape.layer = tensor.place.layer;
    shape.rows = tensor.rows;
    shape.columns = tensor.columns;
    return shape;
}

std::vector<AdviceOption> plainOptions(const Architecture& architecture) {
    std::vector<AdviceOption> all;
    for (const Recipe& recipe : recipes) {
        all.push_back(recipeOption(recipe));
    }
    for (const Recipe& type : plainTypes) {
        all.push_back(plainOption(type, architecture.tied));
    }
    for (const OneFormat& format : oneFormats) {
        all.push_back(formatOption(format, "bf16", "16 bit"));
        all.push_back(formatOption(format, "q8_0", "8 bit"));
    }
    const auto shapes = weightShapes(architecture);
    std::erase_if(all, [&](const AdviceOption& option) {
        return !weightBytes(architecture, shapes, option.plan);
    });
    return all;
}

void takeErrors(AdviceOption& option, const Architecture& architecture,
                const WeightErrors& errors) {
    Sums whole;
    std::map<int, Sums> layers;
    for (const TensorErrors& tensor : errors.tensors) {
        const auto format = formatOf(option.plan, shapeOf(tensor), architecture);
        const auto lost = format ? errorUnder(tensor, *format) : std::nullopt;
        if (!lost) {
            return;  // a part that is not known would flatter the rest
        }
        whole.add(tensor, *lost);
        if (tensor.place.layer >= 0) {
            layers[tensor.place.layer].add(tensor, *lost);
        }
    }
    option.sqnrDb = whole.sqnrDb();
    for (const auto& [layer, sums] : layers) {
        if (option.worstLayer < 0 || sums.sqnrDb() < option.worstDb) {
            option.worstDb = sums.sqnrDb();
            option.worstLayer = layer;
        }
    }
}

}  // namespace zeropoint
