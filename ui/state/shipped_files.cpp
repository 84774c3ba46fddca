// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/shipped_files.h"

#include "core/files/atomic_file.h"
#include "ui/state/runs/run_form.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr QLatin1String defaultId("default");
constexpr QLatin1String ending(".json");

QString nameOf(TaskKind kind) {
    const std::string_view name = taskName(kind);
    return QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size()));
}

tl::unexpected<Error> cannotUnpack(const QString& file) {
    return fail(ErrorCode::WriteFailed, "The files that come with the program cannot be unpacked",
                file.toStdString(), "Make the folder writable");
}

Result<ExperimentSpec> readShipped(const QString& id, const QString& folder) {
    QFile file(QStringLiteral(":/experiments/%1.json").arg(id));
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(ErrorCode::NotFound, "There is no experiment of this name", id.toStdString());
    }
    return experimentSpecFromJson(file.readAll().toStdString(), folder.toStdString());
}

}  // namespace

Result<std::filesystem::path> unpackSample(TaskKind kind, const QString& folder) {
    const QString path =
        QDir(folder).filePath(QStringLiteral("samples/%1.safetensors").arg(nameOf(kind)));
    if (!QDir().mkpath(QDir(folder).filePath(QStringLiteral("samples")))) {
        return cannotUnpack(path);
    }
    QFile resource(QStringLiteral(":/samples/%1.safetensors").arg(nameOf(kind)));
    const QFileInfo target(path);
    if (target.exists() && target.size() == resource.size()) {
        return std::filesystem::path(path.toStdString());
    }
    if (!resource.open(QIODevice::ReadOnly)) {
        return cannotUnpack(path);
    }
    return replaceFile(path.toStdString(), resource.readAll().toStdString()).map([&] {
        return std::filesystem::path(path.toStdString());
    });
}

std::vector<ShippedExperiment> shippedExperiments() {
    std::vector<ShippedExperiment> all;
    const QDir folder(QStringLiteral(":/experiments"));
    for (const QString& file :
         folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        const QString id = file.chopped(ending.size());
        if (const auto spec = readShipped(id, QString())) {
            all.push_back(
                {id, QString::fromStdString(spec->name), spec->runs.size(), spec->seeds.size()});
        }
    }
    std::stable_partition(all.begin(), all.end(),
                          [](const ShippedExperiment& it) { return it.id == defaultId; });
    return all;
}

Result<ExperimentSpec> shippedExperiment(const QString& id, const QString& folder) {
    for (const TaskKind kind : {TaskKind::Digits, TaskKind::Text, TaskKind::Sort}) {
        if (auto sample = unpackSample(kind, folder); !sample) {
            return tl::unexpected(sample.error());
        }
    }
    return readShipped(id, QDir(folder).filePath(QStringLiteral("experiments")));
}

Result<ExperimentSpec> firstLook(const QString& id, const QString& folder) {
    auto spec = shippedExperiment(id, folder);
    if (spec) {
        spec->seeds.resize(1);
    }
    return spec;
}

QString sampleExperimentName(TaskKind kind) {
    return QStringLiteral("Shipped sample, %1").arg(nameOf(kind));
}

Result<ExperimentSpec> sampleExperiment(TaskKind kind, const QString& folder) {
    return unpackSample(kind, folder).map([&](const std::filesystem::path& sample) {
        ExperimentSpec spec;
        spec.name = sampleExperimentName(kind).toStdString();
        spec.task.kind = kind;
        spec.base = sample;
        spec.training = defaultTraining(kind);
        spec.training.steps = 0;
        spec.seeds = {spec.training.seed};
        RunSpec& run = spec.runs.emplace_back();
        run.name = "PTQ";
        run.method = MethodKind::Ptq;
        run.recipe = defaultRecipe();
        return spec;
    });
}

}  // namespace zeropoint::ui
