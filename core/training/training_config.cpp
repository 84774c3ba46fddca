// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/training_config.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace zeropoint {
namespace {

constexpr std::size_t mostSteps = 10'000'000;
constexpr std::size_t mostSequences = 4096;

Result<void> require(bool holds, const char* setting, const char* range) {
    if (holds) {
        return {};
    }
    return fail(ErrorCode::InvalidArgument, "The setting is out of range", setting,
                std::string("Choose ") + range);
}

bool between(double value, double low, double high) {
    return value >= low && value <= high;
}

}  // namespace

Result<void> validate(const TrainingConfig& config) {
    const OptimizerConfig& optimizer = config.optimizer;
    const Result<void> checks[] = {
        require(config.steps >= 1 && config.steps <= mostSteps, "steps", "1 to 10 million"),
        require(config.batch >= 1 && config.batch <= mostSequences, "batch", "1 to 4096"),
        require(config.learningRate > 0 && config.learningRate <= 100, "learning rate",
                "a number above 0, at most 100"),
        require(between(config.finalShare, 0, 1), "final share", "0 to 1"),
        require(config.clipNorm >= 0 && std::isfinite(config.clipNorm), "clip norm", "0 or more"),
        require(config.evaluateEvery >= 1, "evaluation interval", "1 or more"),
        require(between(config.targetAccuracy, 0, 1), "target accuracy", "0 to 1"),
        require(between(optimizer.beta1, 0, 0.9999999), "beta 1", "0 to below 1"),
        require(between(optimizer.beta2, 0, 0.9999999), "beta 2", "0 to below 1"),
        require(optimizer.epsilon > 0 && optimizer.epsilon <= 1, "epsilon", "a number above 0"),
        require(between(optimizer.momentum, 0, 0.9999999), "momentum", "0 to below 1"),
        require(between(optimizer.weightDecay, 0, 10), "weight decay", "0 to 10"),
    };
    const auto wrong = std::find_if(std::begin(checks), std::end(checks),
                                    [](const Result<void>& check) { return !check; });
    return wrong == std::end(checks) ? Result<void>{} : *wrong;
}

double learningRateAt(const TrainingConfig& config, std::uint64_t step) {
    if (step < config.warmup) {
        return config.learningRate * static_cast<double>(step + 1) /
               static_cast<double>(config.warmup);
    }
    const double span = static_cast<double>(config.steps) - static_cast<double>(config.warmup);
    const double done = static_cast<double>(step - config.warmup);
    const double share = span <= 1 ? 1.0 : std::min(1.0, done / (span - 1));
    const double cosine = 0.5 * (1 + std::cos(std::numbers::pi * share));
    return config.learningRate * (config.finalShare + (1 - config.finalShare) * cosine);
}

NLOHMANN_JSON_SERIALIZE_ENUM(OptimizerKind,
                             {{OptimizerKind::AdamW, "adamw"}, {OptimizerKind::Sgd, "sgd"}})

std::string toJson(const TrainingConfig& config) {
    const OptimizerConfig& optimizer = config.optimizer;
    const nlohmann::ordered_json document = {
        {"steps", config.steps},
        {"batch", config.batch},
        {"optimizer", optimizer.kind},
        {"beta1", optimizer.beta1},
        {"beta2", optimizer.beta2},
        {"epsilon", optimizer.epsilon},
        {"momentum", optimizer.momentum},
        {"weight_decay", optimizer.weightDecay},
        {"learning_rate", config.learningRate},
        {"warmup", config.warmup},
        {"final_share", config.finalShare},
        {"clip_norm", config.clipNorm},
        {"seed", config.seed},
        {"evaluate_every", config.evaluateEvery},
        {"patience", config.patience},
        {"target_accuracy", config.targetAccuracy},
    };
    return document.dump();
}

Result<TrainingConfig> trainingConfigFromJson(std::string_view text) {
    TrainingConfig config;
    OptimizerConfig& optimizer = config.optimizer;
    try {
        const nlohmann::json document = nlohmann::json::parse(text);
        document.at("steps").get_to(config.steps);
        document.at("batch").get_to(config.batch);
        document.at("optimizer").get_to(optimizer.kind);
        document.at("beta1").get_to(optimizer.beta1);
        document.at("beta2").get_to(optimizer.beta2);
        document.at("epsilon").get_to(optimizer.epsilon);
        document.at("momentum").get_to(optimizer.momentum);
        document.at("weight_decay").get_to(optimizer.weightDecay);
        document.at("learning_rate").get_to(config.learningRate);
        document.at("warmup").get_to(config.warmup);
        document.at("final_share").get_to(config.finalShare);
        document.at("clip_norm").get_to(config.clipNorm);
        document.at("seed").get_to(config.seed);
        document.at("evaluate_every").get_to(config.evaluateEvery);
        document.at("patience").get_to(config.patience);
        document.at("target_accuracy").get_to(config.targetAccuracy);
    } catch (const nlohmann::json::exception&) {
        return fail(ErrorCode::Malformed, "These are not the settings of a training run",
                    "training", "Use a checkpoint that 'train' wrote");
    }
    if (auto valid = validate(config); !valid) {
        return tl::unexpected(valid.error());
    }
    return config;
}

}  // namespace zeropoint
