// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/run_words.h"

#include "ui/text/messages.h"

#include <QCoreApplication>

namespace zeropoint::ui {
namespace {

QString say(const char* text) {
    return QCoreApplication::translate("RunWords", text);
}

QString weightTrainingName(WeightTraining weights) {
    switch (weights) {
        case WeightTraining::PlainSte:
            return say("plain STE");
        case WeightTraining::ClippedSte:
            return {};
        case WeightTraining::Lsq:
            return QStringLiteral("LSQ");
        case WeightTraining::LsqPyTorch:
            return say("LSQ as PyTorch");
    }
    return {};
}

QStringList recipeDetails(const QuantRecipe& recipe) {
    QStringList details;
    if (recipe.smoothAlpha) {
        details << QStringLiteral("SmoothQuant");
    }
    if (recipe.base.weight && !recipe.base.weight->symmetric) {
        details << say("asymmetric");
    }
    if (recipe.base.activation.mode != ActivationMode::None) {
        details << say("inputs %1")
                       .arg(formatName(
                           QString::fromStdString(recipe.base.activation.scheme.format)));
    }
    if (recipe.kvCache) {
        details
            << say("KV cache %1").arg(formatName(QString::fromStdString(recipe.kvCache->format)));
    }
    return details;
}

QString rankWords(const LoraConfig& lora) {
    return say("rank %1").arg(lora.rank);
}

}  // namespace

QString ptqMethodName(PtqMethod method) {
    switch (method) {
        case PtqMethod::RoundToNearest:
            return say("to nearest");
        case PtqMethod::Awq:
            return QStringLiteral("AWQ");
        case PtqMethod::Gptq:
            return QStringLiteral("GPTQ");
        case PtqMethod::AdaRound:
            return QStringLiteral("AdaRound");
        case PtqMethod::Hqq:
            return QStringLiteral("HQQ");
    }
    return {};
}

QString bitsWords(const WeightStorage& storage) {
    return QString::fromStdString(bitsText(storage)).replace(QLatin1Char('-'), QChar(0x2013));
}

QString scalePerWords(const WeightStorage& storage) {
    if (!storage.scalePer) {
        return QStringLiteral("–");
    }
    const QString name = granularityName(*storage.scalePer);
    return *storage.scalePer == Granularity::Group
               ? QStringLiteral("%1 %2").arg(name).arg(storage.groupSize)
               : name;
}

QStringList methodDetails(const RunSpec& run) {
    QStringList details;
    switch (run.method) {
        case MethodKind::Full:
            break;
        case MethodKind::Ptq:
            if (run.recipe.base.method != PtqMethod::RoundToNearest) {
                details << ptqMethodName(run.recipe.base.method);
            }
            details << recipeDetails(run.recipe);
            break;
        case MethodKind::Qat:
            details << weightTrainingName(run.qat.weights) << recipeDetails(run.recipe);
            break;
        case MethodKind::Lora:
            details << rankWords(run.lora);
            break;
        case MethodKind::Qlora:
            details << rankWords(run.qlora.adapters);
            if (run.qlora.base.doubleQuantization) {
                details << say("double quantization");
            }
            break;
    }
    details.removeAll(QString());
    return details;
}

}  // namespace zeropoint::ui
