// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/recipe/json_reader_private.h"
#include "core/methods/recipe/quant_recipe.h"
#include "core/methods/recipe/scheme_json_private.h"

namespace zeropoint {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr Word<PtqMethod> methods[] = {{"rtn", PtqMethod::RoundToNearest},
                                       {"awq", PtqMethod::Awq},
                                       {"gptq", PtqMethod::Gptq},
                                       {"adaround", PtqMethod::AdaRound},
                                       {"hqq", PtqMethod::Hqq}};
constexpr Word<ActivationMode> modes[] = {{"none", ActivationMode::None},
                                          {"dynamic-sequence", ActivationMode::DynamicSequence},
                                          {"dynamic-token", ActivationMode::DynamicToken},
                                          {"static", ActivationMode::Static},
                                          // the word of files written before
                                          {"dynamic-batch", ActivationMode::DynamicSequence}};
constexpr Word<ActivationObserver> observers[] = {
    {"range", ActivationObserver::RangeMethod},
    {"moving-average", ActivationObserver::MovingAverage}};
constexpr Word<BiasTreatment> biases[] = {{"keep", BiasTreatment::Keep},
                                          {"int32", BiasTreatment::Int32}};

ordered_json toJson(const std::optional<QuantScheme>& scheme) {
    return scheme ? schemeToJson(*scheme) : ordered_json(nullptr);
}

ordered_json toJson(const ActivationRecipe& activation) {
    return {{"mode", wordOf(modes, activation.mode)},
            {"scheme", schemeToJson(activation.scheme)},
            {"observer", wordOf(observers, activation.observer)},
            {"averaging_constant", activation.averagingConstant}};
}

ordered_json toJson(const SiteRecipe& site) {
    return {{"weight", toJson(site.weight)},          {"activation", toJson(site.activation)},
            {"method", wordOf(methods, site.method)}, {"clip", site.clip},
            {"bias_correction", site.biasCorrection}, {"bias", wordOf(biases, site.bias)}};
}

void readScheme(JsonReader& reader, std::string_view key, std::optional<QuantScheme>& scheme) {
    const json* found = reader.child(key);
    if (found == nullptr) {
        return;
    }
    if (found->is_null()) {
        scheme.reset();
        return;
    }
    if (auto read = schemeFromJson(*found, reader.placeOf(key)); read) {
        scheme = *read;
    } else {
        reader.note(read.error());
    }
}

void readSite(JsonReader& reader, SiteRecipe& site) {
    readScheme(reader, "weight", site.weight);
    reader.readObject("activation", [&](JsonReader& inner) {
        inner.read("mode", site.activation.mode, modes);
        std::optional<QuantScheme> scheme = site.activation.scheme;
        readScheme(inner, "scheme", scheme);
        site.activation.scheme = scheme.value_or(QuantScheme{});
        inner.read("observer", site.activation.observer, observers);
        inner.read("averaging_constant", site.activation.averagingConstant);
    });
    reader.read("method", site.method, methods);
    reader.read("clip", site.clip);
    reader.read("bias_correction", site.biasCorrection);
    reader.read("bias", site.bias, biases);
}

void readOverrides(JsonReader& reader, QuantRecipe& recipe) {
    const json* list = reader.child("overrides");
    if (list == nullptr) {
        return;
    }
    if (!list->is_array()) {
        reader.refuse("overrides", "Give a list of objects with \"sites\"");
        return;
    }
    for (std::size_t i = 0; i < list->size(); ++i) {
        JsonReader inner((*list)[i], "overrides[" + std::to_string(i) + ']');
        SiteOverride entry{"", recipe.base};
        inner.read("sites", entry.sites);
        readSite(inner, entry.recipe);
        if (entry.sites.empty()) {
            inner.refuse("sites", "Name the sites, such as layers.0.*");
        }
        if (auto sound = inner.finish(); !sound) {
            reader.note(sound.error());
        }
        recipe.overrides.push_back(std::move(entry));
    }
}

void readMethods(JsonReader& reader, QuantRecipe& recipe) {
    reader.readObject("gptq", [&](JsonReader& inner) {
        inner.read("act_order", recipe.gptq.actOrder);
        inner.read("damping", recipe.gptq.damping);
        inner.read("block", recipe.gptq.block);
    });
    reader.readObject("awq", [&](JsonReader& inner) { inner.read("steps", recipe.awq.steps); });
    reader.readObject("adaround", [&](JsonReader& inner) {
        inner.read("iterations", recipe.adaRound.iterations);
        inner.read("learning_rate", recipe.adaRound.learningRate);
        inner.read("regularization", recipe.adaRound.regularization);
    });
    reader.readObject("hqq", [&](JsonReader& inner) {
        inner.read("iterations", recipe.hqq.iterations);
        inner.read("norm", recipe.hqq.norm);
    });
}

void readSmoothing(JsonReader& reader, QuantRecipe& recipe) {
    const json* found = reader.child("smooth_alpha");
    if (found == nullptr || found->is_null()) {
        return;
    }
    double alpha = 0;
    reader.read("smooth_alpha", alpha);
    recipe.smoothAlpha = alpha;
}

}  // namespace

std::string toJson(const QuantRecipe& recipe) {
    ordered_json document = {{"base", toJson(recipe.base)}, {"embeddings", recipe.embeddings},
                             {"head", recipe.head},         {"overrides", ordered_json::array()},
                             {"smooth_alpha", nullptr},     {"kv_cache", toJson(recipe.kvCache)},
                             {"rest", recipe.rest}};
    for (const SiteOverride& entry : recipe.overrides) {
        ordered_json object = {{"sites", entry.sites}};
        object.update(toJson(entry.recipe));
        document["overrides"].push_back(std::move(object));
    }
    if (recipe.smoothAlpha) {
        document["smooth_alpha"] = *recipe.smoothAlpha;
    }
    document["calibration"] = {{"batches", recipe.calibration.batches},
                               {"sequences", recipe.calibration.sequences},
                               {"seed", recipe.calibration.seed}};
    document["gptq"] = {{"act_order", recipe.gptq.actOrder},
                        {"damping", recipe.gptq.damping},
                        {"block", recipe.gptq.block}};
    document["awq"] = {{"steps", recipe.awq.steps}};
    document["adaround"] = {{"iterations", recipe.adaRound.iterations},
                            {"learning_rate", recipe.adaRound.learningRate},
                            {"regularization", recipe.adaRound.regularization}};
    document["hqq"] = {{"iterations", recipe.hqq.iterations}, {"norm", recipe.hqq.norm}};
    return document.dump(2, ' ', false, json::error_handler_t::replace);
}

Result<QuantRecipe> quantRecipeFromJson(std::string_view text) {
    const json document = json::parse(text, nullptr, false);
    if (document.is_discarded()) {
        return fail(ErrorCode::Malformed, "This is not JSON", "recipe",
                    "Check commas, quotes and brackets");
    }
    QuantRecipe recipe;
    JsonReader reader(document, "");
    reader.readObject("base", [&](JsonReader& inner) { readSite(inner, recipe.base); });
    reader.read("embeddings", recipe.embeddings);
    reader.read("head", recipe.head);
    readOverrides(reader, recipe);
    readSmoothing(reader, recipe);
    readScheme(reader, "kv_cache", recipe.kvCache);
    reader.read("rest", recipe.rest);
    reader.readObject("calibration", [&](JsonReader& inner) {
        inner.read("batches", recipe.calibration.batches);
        inner.read("sequences", recipe.calibration.sequences);
        inner.read("seed", recipe.calibration.seed);
    });
    readMethods(reader, recipe);
    return reader.finish().map([&] { return recipe; });
}

}  // namespace zeropoint
