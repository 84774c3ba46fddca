// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/run_words.h"

#include "ui/text/messages.h"

#include <QCoreApplication>

namespace zeropoint::ui {
namespace {

class RunWords {
    Q_DECLARE_TR_FUNCTIONS(RunWords)
};

QString weightTrainingName(WeightTraining weights) {
    switch (weights) {
        case WeightTraining::PlainSte:
            return RunWords::tr("plain STE");
        case WeightTraining::ClippedSte:
            return {};
        case WeightTraining::Lsq:
            return QStringLiteral("LSQ");
        case WeightTraining::LsqPyTorch:
            return RunWords::tr("LSQ as PyTorch");
    }
    return {};
}

QStringList recipeDetails(const QuantRecipe& recipe) {
    QStringList details;
    if (recipe.smoothAlpha) {
        details << QStringLiteral("SmoothQuant");
    }
    if (recipe.base.weight && !recipe.base.weight->symmetric) {
        details << RunWords::tr("asymmetric");
    }
    if (recipe.base.activation.mode != ActivationMode::None) {
        details << RunWords::tr("inputs %1")
                       .arg(formatName(
                           QString::fromStdString(recipe.base.activation.scheme.format)));
    }
    if (recipe.kvCache) {
        details << RunWords::tr("KV cache %1")
                       .arg(formatName(QString::fromStdString(recipe.kvCache->format)));
    }
    return details;
}

QString rankWords(const LoraConfig& lora) {
    return RunWords::tr("rank %1").arg(lora.rank);
}

}  // namespace

QString methodTitle(MethodKind method) {
    switch (method) {
        case MethodKind::Full:
            return RunWords::tr("Full");
        case MethodKind::Ptq:
            return QStringLiteral("PTQ");
        case MethodKind::Qat:
            return QStringLiteral("QAT");
        case MethodKind::Lora:
            return QStringLiteral("LoRA");
        case MethodKind::Qlora:
            return QStringLiteral("QLoRA");
    }
    return {};
}

QString taskTitle(const TaskSpec& task) {
    switch (task.kind) {
        case TaskKind::Digits:
            return RunWords::tr("Digits");
        case TaskKind::Sort:
            return task.custom ? RunWords::tr("Sort, descending") : RunWords::tr("Sort");
        case TaskKind::Text:
            break;
    }
    if (!task.textFile.empty()) {
        return RunWords::tr("Text, %1")
            .arg(QString::fromStdString(task.textFile.filename().string()));
    }
    return task.custom ? RunWords::tr("Text, dialect 2") : RunWords::tr("Text");
}

QString ptqMethodName(PtqMethod method) {
    switch (method) {
        case PtqMethod::RoundToNearest:
            return RunWords::tr("to nearest");
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
                details << RunWords::tr("double quantization");
            }
            break;
    }
    details.removeAll(QString());
    return details;
}

}  // namespace zeropoint::ui
