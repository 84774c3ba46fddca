// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/catalogue.h"
#include "core/memory/estimate.h"

#include <QJsonObject>
#include <QRegularExpression>
#include <QString>

namespace zeropoint::test {

/// Why a row about a whole run is not set beside an estimate; empty when it is.
inline QString whyNotEstimated(const QJsonObject& row) {
    const QString mode = row["mode"].toString();
    if (row["gpus"].toInt(1) > 1) {
        return "spread over several devices";
    }
    if (mode != "inference" && mode != "full" && mode != "LoRA" && mode != "QLoRA") {
        return "trains what the estimator has no mode for";
    }
    if (mode != "inference" && (!row.contains("batch") || !row.contains("sequence"))) {
        return "batch or length not stated";
    }
    if (row.contains("step")) {
        return "padded data, compiled or offloaded: not the length that is stated";
    }
    return {};
}

inline WeightPlan weightsOfRow(const QJsonObject& row) {
    const QString precision = row["precision"].toString();
    StoredFormat form;
    std::string name = "bf16";
    if (precision.contains("nf4")) {
        name = "nf4";
        form.group = 64;
        form.doubleBlock = precision.contains("double") ? 256 : 0;
    } else if (precision.contains("int4")) {
        name = "int4";
        form.group = 128;
        form.scaleBytes = 2;
        form.zeroPoints = true;
    } else if (precision.contains("int8") && !precision.contains("KV")) {
        name = "int8";
    }
    WeightPlan plan = planOf(name, form).value();
    if (precision.contains("weights f32")) {
        plan.bytesPerParameter = 6;
    }
    if (precision.contains("raised to f32")) {
        plan.rest = findStoredFormat("fp32").value();
    }
    return plan;
}

inline AdapterSettings adaptersOfRow(const QJsonObject& row) {
    const QString text = row["adapter"].toString("rank 8, q and v");
    const auto rank = QRegularExpression("rank (\\d+)").match(text).captured(1).toLongLong();
    AdapterSettings settings{rank > 0 ? rank : 8, {"q", "v"}, false};
    settings.apart = row["source"].toObject()["repo"] == "Lightning-AI/litgpt";
    if (text.contains("q k v o")) {
        settings.targets = {"q", "k", "v", "o"};
    } else if (text.contains("all")) {
        settings.targets = {"all"};
    } else if (text.contains("MLP")) {
        settings.targets = {"gate", "up", "down"};
    }
    return settings;
}

/// The run as the estimator is asked for it; of what the row leaves open the usual setting.
inline MemoryRequest requestOfRow(const QJsonObject& row) {
    MemoryRequest request;
    const QString mode = row["mode"].toString();
    request.architecture =
        findArchitecture(shippedArchitectures(), row["model"].toString().toStdString()).value();
    request.weights = weightsOfRow(row);
    request.mode = mode == "full"    ? MemoryMode::Full
                   : mode == "LoRA"  ? MemoryMode::Lora
                   : mode == "QLoRA" ? MemoryMode::Qlora
                                     : MemoryMode::Inference;
    // PyTorch's AdamW over BF16 weights keeps BF16 moments and needs a temporary in its step.
    request.states = *findStateAssumption(row["optimizer"] == "AdamW" ? 10 : 8);
    const bool int8Cache = row["precision"].toString().contains("KV int8");
    request.cache.keyFormat = request.cache.valueFormat =
        findStoredFormat(int8Cache ? "int8" : "f16").value();
    request.cache.context =
        row["sequence"].toInteger(row["new_tokens"].toInteger(row["context"].toInteger(512)));
    request.cache.cells = request.cache.context;
    request.cache.sequences = row["batch"].toInteger(1);
    request.activations.checkpointing = row["gradient_checkpointing"].toBool();
    request.activations.microBatch = row["ubatch"].toInteger(512);
    // That runtime's printed buffers hold the logits of the whole micro-batch.
    request.activations.everyLogit = row["runtime"] == "ik_llama.cpp";
    request.adapters = adaptersOfRow(row);
    return request;
}

}  // namespace zeropoint::test
