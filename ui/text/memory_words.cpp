// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/memory_words.h"

#include "core/memory/gguf_mix.h"
#include "ui/text/messages.h"
#include "ui/text/numbers.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr double gigabyte = 1e9;
constexpr double gibibyte = 1024.0 * 1024.0 * 1024.0;

class MemoryWords {
    Q_DECLARE_TR_FUNCTIONS(MemoryWords)
};

/// As many decimals as asked, thousands set apart.
QString fixedNumber(double value, int decimals) {
    const QString text = QString::number(value, 'f', decimals);
    const qsizetype point = text.indexOf(QLatin1Char('.'));
    const QString whole = point < 0 ? text : text.left(point);
    QString shown = formatCount(whole.toULongLong());
    if (point >= 0) {
        shown += QLocale().decimalPoint() + text.mid(point + 1);
    }
    return shown;
}

QString times(const QStringList& factors) {
    return factors.join(QStringLiteral(" × "));
}

QString bits(double value) {
    return formatNumber(value, 4) + QStringLiteral(" bit");
}

QString halfName(const MemoryRow& row) {
    const bool window = row.group.layers != "full";
    if (row.kind == MemoryRowKind::Keys) {
        return window ? MemoryWords::tr("Keys of the windowed layers")
                      : MemoryWords::tr("Keys of the full layers");
    }
    return window ? MemoryWords::tr("Values of the windowed layers")
                  : MemoryWords::tr("Values of the full layers");
}

}  // namespace

double memoryUnitBytes(bool binary) {
    return binary ? gibibyte : gigabyte;
}

QString memoryUnit(bool binary) {
    return binary ? QStringLiteral("GiB") : QStringLiteral("GB");
}

QString memoryAmount(double bytes, bool binary, int decimals) {
    const double value = bytes / memoryUnitBytes(binary);
    constexpr double leastPlain = 0.01;
    if (value > 0 && value < leastPlain) {
        return formatNumber(value, 2);
    }
    const int fewer = value >= 1000 ? decimals : value >= 100 ? 1 : 0;
    return fixedNumber(value, std::max(0, decimals - fewer));
}

QString memoryText(double bytes, bool binary, int decimals) {
    return memoryAmount(bytes, binary, decimals) + QChar(0xA0) + memoryUnit(binary);
}

QString partKnown(MemoryPart part) {
    constexpr const char* known[memoryParts] = {
        "memory.weights",   "memory.kv_cache", "memory.activations", "memory.gradients",
        "memory.optimizer", "memory.adapters", "memory.overhead"};
    return QLatin1String(known[static_cast<int>(part)]);
}

QString partName(MemoryPart part) {
    switch (part) {
        case MemoryPart::Weights:
            return MemoryWords::tr("Weights");
        case MemoryPart::Cache:
            return MemoryWords::tr("KV cache");
        case MemoryPart::Activations:
            return MemoryWords::tr("Activations");
        case MemoryPart::Gradients:
            return MemoryWords::tr("Gradients");
        case MemoryPart::Optimizer:
            return MemoryWords::tr("Optimizer state");
        case MemoryPart::Adapters:
            return MemoryWords::tr("Adapters");
        case MemoryPart::Overhead:
            return MemoryWords::tr("Overhead");
    }
    return {};
}

MemoryPart partOf(const MemoryRow& row) {
    switch (row.kind) {
        case MemoryRowKind::WeightsInFormat:
        case MemoryRowKind::TrainedWeights:
            return MemoryPart::Weights;
        case MemoryRowKind::Keys:
        case MemoryRowKind::Values:
        case MemoryRowKind::RecurrentState:
            return MemoryPart::Cache;
        case MemoryRowKind::Adapters:
            return MemoryPart::Adapters;
        case MemoryRowKind::AdapterGradients:
        case MemoryRowKind::Gradients:
            return MemoryPart::Gradients;
        case MemoryRowKind::AdapterMoments:
        case MemoryRowKind::MasterWeights:
        case MemoryRowKind::Moments:
        case MemoryRowKind::StepTemporary:
            return MemoryPart::Optimizer;
        case MemoryRowKind::Overhead:
            return MemoryPart::Overhead;
        default:
            return MemoryPart::Activations;
    }
}

std::int64_t bytesOf(const MemoryEstimate& estimate, MemoryPart part) {
    switch (part) {
        case MemoryPart::Weights:
            return estimate.weights;
        case MemoryPart::Cache:
            return estimate.kvCache + estimate.recurrentState;
        case MemoryPart::Activations:
            return estimate.activations;
        case MemoryPart::Gradients:
            return estimate.gradients;
        case MemoryPart::Optimizer:
            return estimate.optimizer;
        case MemoryPart::Adapters:
            return estimate.adapters;
        case MemoryPart::Overhead:
            return estimate.overhead;
    }
    return 0;
}

QString rowName(const MemoryRow& row) {
    switch (row.kind) {
        case MemoryRowKind::WeightsInFormat:
            return MemoryWords::tr("Weights as %1")
                .arg(storedFormatName(QString::fromStdString(row.format)));
        case MemoryRowKind::TrainedWeights:
            return MemoryWords::tr("Weights that training computes with");
        case MemoryRowKind::Keys:
        case MemoryRowKind::Values:
            return halfName(row);
        case MemoryRowKind::RecurrentState:
            return MemoryWords::tr("State of layers without a cache");
        case MemoryRowKind::Adapters:
            return MemoryWords::tr("Adapters");
        case MemoryRowKind::AdapterGradients:
            return MemoryWords::tr("Gradients of the adapters");
        case MemoryRowKind::AdapterMoments:
            return MemoryWords::tr("Moments of the adapters");
        case MemoryRowKind::Gradients:
            return MemoryWords::tr("Gradients");
        case MemoryRowKind::MasterWeights:
            return MemoryWords::tr("Master copy of the weights");
        case MemoryRowKind::Moments:
            return MemoryWords::tr("Moments of the optimizer");
        case MemoryRowKind::StepTemporary:
            return MemoryWords::tr("Temporary of the optimizer's step");
        case MemoryRowKind::WorkingMemory:
            return MemoryWords::tr("Working memory");
        case MemoryRowKind::KeptActivations:
            return MemoryWords::tr("Activations for the backward pass");
        case MemoryRowKind::CheckpointedActivations:
            return MemoryWords::tr("Activations, computed again");
        case MemoryRowKind::FakeQuantizedWeights:
            return MemoryWords::tr("Fake-quantized weights and mask");
        case MemoryRowKind::DequantizedMatrix:
            return MemoryWords::tr("Largest matrix, dequantized");
        case MemoryRowKind::Overhead:
            return MemoryWords::tr("Driver and allocator, as stated");
    }
    return {};
}

QString rowFormula(const MemoryRow& row) {
    const auto count = static_cast<qulonglong>(row.count);
    switch (row.kind) {
        case MemoryRowKind::WeightsInFormat:
            return times({shortCount(double(row.count)), bits(row.each)});
        case MemoryRowKind::Keys:
        case MemoryRowKind::Values:
            return times(
                {formatCount(qulonglong(row.group.count)), formatCount(qulonglong(row.group.cells)),
                 formatCount(qulonglong(row.group.sequences)), formatCount(count), bits(row.each)});
        case MemoryRowKind::RecurrentState:
            return MemoryWords::tr("%n sequence(s), FP32", nullptr, static_cast<int>(row.count));
        case MemoryRowKind::WorkingMemory:
        case MemoryRowKind::KeptActivations:
        case MemoryRowKind::CheckpointedActivations:
            return QString::fromStdString(row.formula)
                .replace(QStringLiteral(" x "), QStringLiteral(" × "))
                .replace(QStringLiteral(" bytes"), QStringLiteral(" B"))
                .remove(QStringLiteral(" tokens"));
        case MemoryRowKind::StepTemporary:
            return MemoryWords::tr("%1 × %2 B, less the activations")
                .arg(shortCount(double(row.count)), formatNumber(row.each));
        case MemoryRowKind::Overhead:
            return {};
        default:
            return times(
                {shortCount(double(row.count)), formatNumber(row.each) + QStringLiteral(" B")});
    }
}

QString rowExplains(const MemoryRow& row) {
    switch (row.kind) {
        case MemoryRowKind::Adapters:
            return row.joined.empty()
                       ? MemoryWords::tr(
                             "GPT-3 175B, Q and V, rank 8: 37.7 million parameters (LoRA, 2021)")
                       : MemoryWords::tr(
                             "As PEFT has it, one adapter for the whole of %1. GPT-3 "
                             "175B, Q and V, rank 8: 37.7 million parameters (LoRA, 2021)")
                             .arg(QString::fromStdString(row.joined));
        case MemoryRowKind::Keys:
            return MemoryWords::tr("Llama 2 7B, FP16: 524,288 bytes a token, keys and values");
        case MemoryRowKind::RecurrentState:
            return MemoryWords::tr("Qwen3.5 27B, 4 sequences: 598.5 MiB");
        case MemoryRowKind::WorkingMemory:
            return MemoryWords::tr("Gemma 4 12B, 512 tokens at once: 127.80 MiB");
        case MemoryRowKind::CheckpointedActivations:
            return MemoryWords::tr("LoRA on Mistral 7B, checkpointing: 671 kB a token");
        case MemoryRowKind::Overhead:
            return MemoryWords::tr(
                "Measured runs lie above what they allocate, by up to several "
                "GB");
        default:
            return {};
    }
}

QString statesExplains(std::string_view id) {
    if (id == "bf16-8") {
        return MemoryWords::tr(
            "GaLore's 7B model: 14 GB of weights, 42 GB of states and gradients");
    }
    if (id == "bf16-10") {
        return MemoryWords::tr("Mistral 7B: 72.97 GB at batch 4 and at batch 8");
    }
    if (id == "fp32-moments-12") {
        return MemoryWords::tr("QLoRA's paper: a 65B model needs over 780 GB");
    }
    if (id == "mixed-16") {
        return MemoryWords::tr("ZeRO's paper: 2 + 2 + 12 bytes of mixed precision");
    }
    if (id == "mixed-18") {
        return MemoryWords::tr("Hugging Face's anatomy of a model's memory: 18 bytes");
    }
    return {};
}

QString statesName(const StateAssumption& states) {
    QStringList parts;
    const auto add = [&parts](double bytes, const QString& what) {
        if (bytes > 0) {
            parts << what.arg(formatNumber(bytes));
        }
    };
    add(states.weights, MemoryWords::tr("weights %1"));
    add(states.gradients, MemoryWords::tr("gradients %1"));
    add(states.master, MemoryWords::tr("master %1"));
    add(states.moments, MemoryWords::tr("moments %1"));
    add(states.temporary, MemoryWords::tr("step %1"));
    return MemoryWords::tr("%1 B: %2")
        .arg(formatNumber(states.total()), parts.join(QStringLiteral(", ")));
}

QString optimizerName(const QString& id) {
    if (id == QLatin1String("adamw8bit")) {
        return MemoryWords::tr("AdamW, 8 bit");
    }
    return id == QLatin1String("sgd") ? QStringLiteral("SGD") : QStringLiteral("AdamW");
}

QString cacheFormName(const QString& id) {
    if (id == QLatin1String("latent-transposed")) {
        return MemoryWords::tr("latent row and a transposed copy");
    }
    if (id == QLatin1String("expanded")) {
        return MemoryWords::tr("latent rows unfolded to every head");
    }
    if (id == QLatin1String("every-head")) {
        return MemoryWords::tr("a key and a value for every head");
    }
    return MemoryWords::tr("what the model needs");
}

QString storedFormatName(const QString& id) {
    if (findGgufMix(id.toStdString()) != nullptr || id.startsWith(QLatin1String("iq"))) {
        return id.toUpper();
    }
    return formatName(id);
}

QString shortDeviceName(const Device& device) {
    QString name = QString::fromStdString(device.name);
    for (const char* maker :
         {"NVIDIA GeForce ", "NVIDIA ", "AMD Radeon ", "AMD Instinct ", "AMD ", "Apple "}) {
        const QLatin1String start(maker);
        if (name.startsWith(start)) {
            return name.mid(start.size());
        }
    }
    return name.section(QStringLiteral(", "), 0, 0);
}

QString shortCount(double count) {
    if (count >= 1e12) {
        return formatNumber(count / 1e12, 4) + QStringLiteral(" T");
    }
    if (count >= 1e9) {
        return formatNumber(count / 1e9, 4) + QStringLiteral(" B");
    }
    if (count >= 1e6) {
        return formatNumber(count / 1e6, 3) + QStringLiteral(" M");
    }
    return formatCount(static_cast<qulonglong>(count));
}

}  // namespace zeropoint::ui
