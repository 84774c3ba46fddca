// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/memory_model.h"

#include "core/memory/gguf_mix.h"
#include "core/memory/weight_shapes.h"
#include "ui/state/own_device.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {
namespace {

enum Bar { Fp32, Fp16, Int8, Own, Full, Lora, Qlora, Qat };

constexpr double gigabyte = 1e9;

template <typename Entry>
const Entry* byId(std::span<const Entry> catalogue, const QString& id) {
    const std::string wanted = id.toStdString();
    const auto found = std::find_if(catalogue.begin(), catalogue.end(),
                                    [&](const Entry& entry) { return entry.id == wanted; });
    return found == catalogue.end() ? nullptr : &*found;
}

std::string modeOf(int bar) {
    switch (bar) {
        case Full:
            return "full";
        case Lora:
            return "lora";
        case Qlora:
            return "qlora";
        case Qat:
            return "qat";
        default:
            return "inference";
    }
}

/// Formats of the weights: the bar's own, or what was chosen by hand.
void chooseWeights(const MemoryQuestion& question, int bar, MemoryChoices& choices) {
    const bool trained = bar == Full || bar == Qat;
    if (bar == Fp32 || bar == Fp16 || bar == Int8) {
        choices.format = bar == Fp32 ? "fp32" : bar == Fp16 ? "fp16" : "int8";
    } else if (bar == Own) {
        choices.format = question.format.toStdString();
        choices.importanceMatrix = question.importanceMatrix;
        if (takesScales(choices.format)) {
            choices.block = question.block;
            choices.doubleQuant = question.block > 0 ? question.doubleBlock : 0;
            choices.scaleFormat = question.scaleFormat.toStdString();
            choices.asymmetric = question.zeroPoints;
        }
    }
    if (!trained && bar != Fp32 && bar != Fp16) {
        choices.embedding = question.embedding.toStdString();
        choices.head = question.head.toStdString();
    }
}

}  // namespace

QString openModel() {
    return QStringLiteral("file");
}

QStringList barIds() {
    return {QStringLiteral("fp32"),  QStringLiteral("fp16"), QStringLiteral("int8"),
            QStringLiteral("own"),   QStringLiteral("full"), QStringLiteral("lora"),
            QStringLiteral("qlora"), QStringLiteral("qat")};
}

QStringList weightFormats() {
    QStringList formats{
        QStringLiteral("fp32"),       QStringLiteral("bf16"),  QStringLiteral("fp16"),
        QStringLiteral("fp8-e4m3"),   QStringLiteral("int8"),  QStringLiteral("int6"),
        QStringLiteral("int5"),       QStringLiteral("int4"),  QStringLiteral("int3"),
        QStringLiteral("int2"),       QStringLiteral("nf4"),   QStringLiteral("mxfp8-e4m3"),
        QStringLiteral("mxfp6-e2m3"), QStringLiteral("mxfp4"), QStringLiteral("nvfp4")};
    for (const GgufMix& mix : ggufMixes()) {
        formats << QString::fromUtf8(mix.label.data(), qsizetype(mix.label.size()));
    }
    return formats;
}

QStringList cacheFormats() {
    return {QStringLiteral("f32"),      QStringLiteral("f16"),  QStringLiteral("bf16"),
            QStringLiteral("fp8-e4m3"), QStringLiteral("q8_0"), QStringLiteral("q5_1"),
            QStringLiteral("q5_0"),     QStringLiteral("q4_1"), QStringLiteral("q4_0"),
            QStringLiteral("iq4_nl")};
}

const Architecture* ownArchitecture(const MemoryQuestion& question, const Architecture* open) {
    return question.model == openModel() ? open : byId(shippedArchitectures(), question.model);
}

ModelSizes sizesOf(const Architecture& a) {
    return {static_cast<std::int64_t>(a.layers.size()),
            a.hidden,
            a.heads,
            a.kvHeads,
            a.headDim,
            a.ffn,
            a.vocabulary};
}

std::optional<Architecture> architectureOf(const MemoryQuestion& question,
                                           const Architecture* open) {
    const Architecture* own = ownArchitecture(question, open);
    if (own == nullptr) {
        return std::nullopt;
    }
    Architecture architecture = resized(*own, question.sizes);
    if (question.sizes != ModelSizes{} || question.parameters > 0) {
        // No longer the model that has this name.
        architecture.name = QCoreApplication::translate("MemoryModel", "%1, own sizes")
                                .arg(QString::fromStdString(own->name))
                                .toStdString();
    }
    return architecture;
}

std::int64_t shapesCount(const MemoryQuestion& question, const Architecture* open) {
    const auto architecture = architectureOf(question, open);
    return architecture && validate(*architecture)
               ? countParameters(weightShapes(*architecture)).total
               : 0;
}

std::vector<Device> devicesOf(const MemoryQuestion& question) {
    std::vector<Device> devices;
    for (const QString& id : question.devices) {
        if (const Device* device = byId(shippedDevices(), id)) {
            devices.push_back(*device);
        }
    }
    for (const QString& line : question.ownDevices) {
        if (const auto device = ownDevice(line)) {
            devices.push_back(*device);
        }
    }
    std::stable_sort(devices.begin(), devices.end(), [](const Device& a, const Device& b) {
        return a.available() > b.available();
    });
    return devices;
}

std::optional<Device> deviceOf(const MemoryQuestion& question) {
    if (const Device* device = byId(shippedDevices(), question.device)) {
        return *device;
    }
    for (const QString& line : question.ownDevices) {
        const auto device = ownDevice(line);
        if (device && device->id == question.device.toStdString()) {
            return *device;
        }
    }
    return std::nullopt;
}

MemoryChoices choicesOf(const MemoryQuestion& question, int bar) {
    MemoryChoices choices;
    choices.mode = modeOf(bar);
    chooseWeights(question, bar, choices);
    const bool runs = bar < runningBars;
    choices.context = runs ? question.context : question.length;
    choices.batch = runs ? question.batch : question.trainingBatch;
    choices.keyFormat = question.keyFormat.toStdString();
    choices.valueFormat = question.valueFormat.toStdString();
    choices.cacheForm = question.cacheForm.toStdString();
    choices.microBatch = question.microBatch;
    choices.rank = question.rank;
    choices.targets.clear();
    for (const QString& target : question.targets) {
        choices.targets.push_back(target.toStdString());
    }
    choices.optimizer = question.optimizer.toStdString();
    choices.states = question.states.toStdString();
    choices.activations = question.activations.toStdString();
    choices.checkpointing = question.checkpointing;
    choices.keepsScores = question.keepsScores;
    choices.adaptersApart = question.adaptersApart;
    choices.overhead = std::llround(question.overheadGb * gigabyte);
    return choices;
}

}  // namespace zeropoint::ui
