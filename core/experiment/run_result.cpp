// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/run_result.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace zeropoint {
namespace {

using nlohmann::json;
using nlohmann::ordered_json;

/// JSON has no infinity: a layer that did not change has null decibels.
ordered_json decibels(double value) {
    return std::isfinite(value) ? ordered_json(value) : ordered_json(nullptr);
}

ordered_json layersJson(const std::vector<LayerError>& layers) {
    ordered_json list = ordered_json::array();
    for (const LayerError& layer : layers) {
        list.push_back({{"layer", layer.layer}, {"sqnr_db", decibels(layer.sqnrDb)}});
    }
    return list;
}

ordered_json curveJson(const std::vector<CurvePoint>& curve) {
    ordered_json list = ordered_json::array();
    for (const CurvePoint& point : curve) {
        list.push_back({point.step, point.trainLoss, point.testLoss, point.accuracy,
                        point.validationLoss, point.validationAccuracy});
    }
    return list;
}

std::vector<LayerError> readLayers(const json& list) {
    std::vector<LayerError> layers;
    for (const json& item : list) {
        const json& value = item.at("sqnr_db");
        layers.push_back(
            {item.at("layer").get<std::string>(),
             value.is_null() ? std::numeric_limits<double>::infinity() : value.get<double>()});
    }
    return layers;
}

std::vector<CurvePoint> readCurve(const json& list) {
    std::vector<CurvePoint> curve;
    for (const json& item : list) {
        CurvePoint point{item.at(0).get<std::uint64_t>(), item.at(1).get<double>(),
                         item.at(2).get<double>(), item.at(3).get<double>()};
        if (item.size() > 5) {
            point.validationLoss = item[4].get<double>();
            point.validationAccuracy = item[5].get<double>();
        }
        curve.push_back(point);
    }
    return curve;
}

MethodKind methodOf(const std::string& name) {
    for (const MethodKind method : {MethodKind::Full, MethodKind::Ptq, MethodKind::Qat,
                                    MethodKind::Lora, MethodKind::Qlora}) {
        if (methodName(method) == name) {
            return method;
        }
    }
    throw json::other_error::create(501, "no such method", nullptr);
}

/// What results of earlier versions lack keeps its default.
void readLater(const json& document, RunResult& result) {
    result.validationAccuracy = document.value("validation_accuracy", 0.0);
    result.validationLoss = document.value("validation_loss", 0.0);
    result.steps = document.value("steps", std::uint64_t{0});
    if (const auto items = document.find("items"); items != document.end()) {
        items->at("scored").get_to(result.items.scored);
        items->at("right").get_to(result.items.right);
    }
}

RunResult read(const json& document) {
    RunResult result;
    document.at("name").get_to(result.name);
    result.method = methodOf(document.at("method").get<std::string>());
    document.at("scheme").get_to(result.scheme);
    document.at("seed").get_to(result.seed);
    document.at("accuracy").get_to(result.accuracy);
    result.accuracyCi95 = {document.at("accuracy_ci95").at(0).get<double>(),
                           document.at("accuracy_ci95").at(1).get<double>()};
    document.at("loss").get_to(result.loss);
    document.at("size_bytes").get_to(result.sizeBytes);
    document.at("bits_per_weight").get_to(result.bitsPerWeight);
    document.at("linear_bytes").get_to(result.linearBytes);
    document.at("seconds").get_to(result.seconds);
    document.at("parameters").get_to(result.share.parameters);
    document.at("trained").get_to(result.share.trained);
    document.at("optimizer_bytes").get_to(result.share.optimizerBytes);
    if (const json& base = document.at("base_accuracy"); base.is_array()) {
        result.hasBase = true;
        result.baseAccuracyBefore = base.at(0).get<double>();
        result.baseAccuracyAfter = base.at(1).get<double>();
    }
    result.layers = readLayers(document.at("layers"));
    result.curve = readCurve(document.at("curve"));
    document.at("settings").get_to(result.settings);
    readLater(document, result);
    return result;
}

}  // namespace

std::string toJson(const RunResult& result) {
    ordered_json document = {
        {"name", result.name},
        {"method", methodName(result.method)},
        {"scheme", result.scheme},
        {"seed", result.seed},
        {"accuracy", result.accuracy},
        {"accuracy_ci95", {result.accuracyCi95.low, result.accuracyCi95.high}},
        {"loss", result.loss},
        {"validation_accuracy", result.validationAccuracy},
        {"validation_loss", result.validationLoss},
        {"steps", result.steps},
        {"size_bytes", result.sizeBytes},
        {"bits_per_weight", result.bitsPerWeight},
        {"linear_bytes", result.linearBytes},
        {"seconds", result.seconds},
        {"parameters", result.share.parameters},
        {"trained", result.share.trained},
        {"optimizer_bytes", result.share.optimizerBytes},
        {"base_accuracy", nullptr},
        {"layers", layersJson(result.layers)},
        {"curve", curveJson(result.curve)},
        {"settings", result.settings},
        {"items", {{"scored", result.items.scored}, {"right", result.items.right}}},
    };
    if (result.hasBase) {
        document["base_accuracy"] = {result.baseAccuracyBefore, result.baseAccuracyAfter};
    }
    return document.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<RunResult> runResultFromJson(std::string_view text) {
    try {
        return read(json::parse(text));
    } catch (const json::exception&) {
        return fail(ErrorCode::Malformed, "This is not the result of a run", "result",
                    "Use what an experiment wrote");
    }
}

}  // namespace zeropoint
