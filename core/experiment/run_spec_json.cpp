// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/run_spec_json_private.h"
#include "core/methods/recipe/json_reader_private.h"

namespace zeropoint {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr Word<MethodKind> methods[] = {{"fp32", MethodKind::Full},
                                        {"ptq", MethodKind::Ptq},
                                        {"qat", MethodKind::Qat},
                                        {"lora", MethodKind::Lora},
                                        {"qlora", MethodKind::Qlora}};
constexpr Word<WeightTraining> weightTrainings[] = {{"plain-ste", WeightTraining::PlainSte},
                                                    {"clipped-ste", WeightTraining::ClippedSte},
                                                    {"lsq", WeightTraining::Lsq},
                                                    {"lsq-pytorch", WeightTraining::LsqPyTorch}};
constexpr Word<InputTraining> inputTrainings[] = {{"observed", InputTraining::Observed},
                                                  {"lsq", InputTraining::Lsq},
                                                  {"lsq-pytorch", InputTraining::LsqPyTorch},
                                                  {"pact", InputTraining::Pact}};
constexpr Word<AdapterPrecision> precisions[] = {{"fp32", AdapterPrecision::Fp32},
                                                 {"bf16", AdapterPrecision::Bf16}};

/// A step that may never come: absent or null.
ordered_json stepJson(std::uint64_t step) {
    return step == QatWeight::never ? ordered_json(nullptr) : ordered_json(step);
}
void readStep(JsonReader& reader, std::string_view key, std::uint64_t& step) {
    const json* found = reader.child(key);
    if (found != nullptr && found->is_null()) {
        step = QatWeight::never;
    } else {
        reader.read(key, step);
    }
}

ordered_json loraJson(const LoraConfig& lora) {
    return {{"rank", lora.rank},
            {"alpha", lora.alpha},
            {"dropout", lora.dropout},
            {"targets", lora.targets},
            {"precision", wordOf(precisions, lora.precision)}};
}

void readLora(JsonReader& reader, LoraConfig& lora) {
    reader.readObject("lora", [&](JsonReader& inner) {
        inner.read("rank", lora.rank);
        inner.read("alpha", lora.alpha);
        inner.read("dropout", lora.dropout);
        inner.read("precision", lora.precision, precisions);
        const json* targets = inner.child("targets");
        if (targets == nullptr) {
            return;
        }
        lora.targets.clear();
        for (const json& target : targets->is_array() ? *targets : json::array()) {
            if (target.is_string()) {
                lora.targets.push_back(target.get<std::string>());
            }
        }
        if (!targets->is_array() || lora.targets.empty() ||
            lora.targets.size() != targets->size()) {
            inner.refuse("targets", "Give a list of names such as [\"*.attn.q\", \"*.attn.v\"]");
        }
    });
}

ordered_json nf4Json(const QloraConfig& qlora) {
    return {{"block", qlora.base.blockSize},
            {"double", qlora.base.doubleQuantization},
            {"scale_block", qlora.base.scaleBlock},
            {"head", qlora.head}};
}

void readNf4(JsonReader& reader, QloraConfig& qlora) {
    reader.readObject("nf4", [&](JsonReader& inner) {
        inner.read("block", qlora.base.blockSize);
        inner.read("double", qlora.base.doubleQuantization);
        inner.read("scale_block", qlora.base.scaleBlock);
        inner.read("head", qlora.head);
    });
}

ordered_json qatJson(const QatConfig& qat) {
    return {{"weights", wordOf(weightTrainings, qat.weights)},
            {"inputs", wordOf(inputTrainings, qat.inputs)},
            {"freeze_scales_at", stepJson(qat.freezeScalesAt)},
            {"freeze_observers_at", stepJson(qat.freezeObserversAt)}};
}

/// What files said before the recipe's observer was followed in training.
constexpr std::string_view formerAverage = "moving-average";

void averageInputs(QuantRecipe& recipe) {
    recipe.base.activation.observer = ActivationObserver::MovingAverage;
    for (SiteOverride& other : recipe.overrides) {
        other.recipe.activation.observer = ActivationObserver::MovingAverage;
    }
}

void readQat(JsonReader& reader, QatConfig& qat, QuantRecipe& recipe) {
    reader.readObject("qat", [&](JsonReader& inner) {
        inner.read("weights", qat.weights, weightTrainings);
        const json* inputs = inner.child("inputs");
        if (inputs != nullptr && *inputs == formerAverage) {
            averageInputs(recipe);
        } else {
            inner.read("inputs", qat.inputs, inputTrainings);
        }
        readStep(inner, "freeze_scales_at", qat.freezeScalesAt);
        readStep(inner, "freeze_observers_at", qat.freezeObserversAt);
    });
}

void readRecipe(JsonReader& reader, QuantRecipe& recipe) {
    const json* found = reader.child("recipe");
    if (found == nullptr) {
        reader.refuse("recipe",
                      "Say what is quantized: {\"base\": {\"weight\": {\"format\": "
                      "\"int4\", \"per\": \"channel\"}}}");
        return;
    }
    auto read = quantRecipeFromJson(found->dump(-1, ' ', false, json::error_handler_t::replace));
    if (read) {
        recipe = std::move(*read);
        return;
    }
    Error error = read.error();
    error.where = reader.placeOf("recipe") + (error.where.empty() ? "" : "." + error.where);
    reader.note(std::move(error));
}

}  // namespace

ordered_json runToJson(const RunSpec& run) {
    ordered_json object = {{"name", run.name}, {"method", methodName(run.method)}};
    if (run.method == MethodKind::Ptq || run.method == MethodKind::Qat) {
        object["recipe"] = ordered_json::parse(toJson(run.recipe));
    }
    if (run.method == MethodKind::Qat) {
        object["qat"] = qatJson(run.qat);
    }
    if (run.method == MethodKind::Lora) {
        object["lora"] = loraJson(run.lora);
    }
    if (run.method == MethodKind::Qlora) {
        object["lora"] = loraJson(run.qlora.adapters);
        object["nf4"] = nf4Json(run.qlora);
    }
    if (run.learningRate) {
        object["learning_rate"] = *run.learningRate;
    }
    return object;
}

Result<RunSpec> runFromJson(const json& object, const std::string& where) {
    RunSpec run;
    JsonReader reader(object, where);
    reader.read("name", run.name);
    reader.read("method", run.method, methods);
    if (reader.child("method") == nullptr) {
        reader.refuse("method", "Give one of fp32 ptq qat lora qlora");
    }
    if (run.method == MethodKind::Ptq || run.method == MethodKind::Qat) {
        readRecipe(reader, run.recipe);
    }
    if (run.method == MethodKind::Qat) {
        readQat(reader, run.qat, run.recipe);
    }
    if (run.method == MethodKind::Lora) {
        readLora(reader, run.lora);
    }
    if (run.method == MethodKind::Qlora) {
        readLora(reader, run.qlora.adapters);
        readNf4(reader, run.qlora);
    }
    if (reader.child("learning_rate") != nullptr) {
        run.learningRate = 0;
        reader.read("learning_rate", *run.learningRate);
    }
    return reader.finish().map([&] { return std::move(run); });
}

}  // namespace zeropoint
