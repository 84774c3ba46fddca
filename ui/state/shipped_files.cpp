// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/shipped_files.h"

#include "ui/state/run_form.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

namespace zeropoint::ui {
namespace {

constexpr std::size_t quickSteps = 300;

QString nameOf(TaskKind kind) {
    const std::string_view name = taskName(kind);
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

tl::unexpected<Error> cannotUnpack(const QString& file) {
    return fail(ErrorCode::WriteFailed, "The files that come with the program cannot be unpacked",
                file.toStdString(), "Make the folder writable");
}

RunSpec runOf(MethodKind method, int bits) {
    RunSpec run;
    run.method = method;
    run.recipe = defaultRecipe();
    setWeightBits(run.recipe.base, bits);
    run.name = runName(run).toStdString();
    return run;
}

}  // namespace

Result<std::filesystem::path> unpackSample(TaskKind kind, const QString& folder) {
    const QString path =
        QDir(folder).filePath(QStringLiteral("samples/%1.safetensors").arg(nameOf(kind)));
    if (!QDir().mkpath(QDir(folder).filePath(QStringLiteral("samples")))) {
        return cannotUnpack(path);
    }
    QFile resource(QStringLiteral(":/samples/%1.safetensors").arg(nameOf(kind)));
    QFile target(path);
    if (target.exists() && target.size() == resource.size()) {
        return std::filesystem::path(path.toStdString());
    }
    target.remove();
    if (!resource.copy(path)) {
        return cannotUnpack(path);
    }
    return std::filesystem::path(path.toStdString());
}

QStringList shippedExperiments() {
    QStringList ids = QDir(QStringLiteral(":/experiments")).entryList({QStringLiteral("*.json")});
    ids.replaceInStrings(QStringLiteral(".json"), QString());
    return ids;
}

Result<ExperimentSpec> shippedExperiment(const QString& id, const QString& folder) {
    QFile file(QStringLiteral(":/experiments/%1.json").arg(id));
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotFound, "There is no experiment of this name", id.toStdString());
    }
    for (const TaskKind kind : {TaskKind::Digits, TaskKind::Text, TaskKind::Sort}) {
        if (auto sample = unpackSample(kind, folder); !sample) {
            return tl::unexpected(sample.error());
        }
    }
    const QString place = QDir(folder).filePath(QStringLiteral("experiments"));
    return experimentSpecFromJson(file.readAll().toStdString(), place.toStdString());
}

Result<ExperimentSpec> quickExperiment(TaskKind kind, const QString& folder) {
    auto base = unpackSample(kind, folder);
    if (!base) {
        return tl::unexpected(base.error());
    }
    ExperimentSpec spec;
    spec.name =
        QCoreApplication::translate("Experiments", "%1, quick").arg(nameOf(kind)).toStdString();
    spec.task.kind = kind;
    spec.task.custom = kind != TaskKind::Digits;
    spec.base = *base;
    spec.training = defaultTraining(kind);
    spec.training.steps = quickSteps;
    spec.training.evaluateEvery = quickSteps / 2;
    spec.training.warmup = quickSteps / 10;
    spec.seeds = {1};
    spec.runs.push_back(runOf(MethodKind::Full, fullBits));
    for (const int bits : {8, 4, 3, 2}) {
        spec.runs.push_back(runOf(MethodKind::Ptq, bits));
    }
    for (const int bits : {4, 3, 2}) {
        spec.runs.push_back(runOf(MethodKind::Qat, bits));
    }
    spec.runs.push_back(runOf(MethodKind::Lora, fullBits));
    spec.runs.push_back(runOf(MethodKind::Qlora, fullBits));
    return spec;
}

}  // namespace zeropoint::ui
