// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment_spec.h"

#include <QString>

#include <filesystem>
#include <vector>

namespace zeropoint::ui {

/// The sample model of a task as a file that settings can name and the command line can read:
/// unpacked once into `folder`.
Result<std::filesystem::path> unpackSample(TaskKind kind, const QString& folder);

/// An experiment that comes with the program, as a menu offers it.
struct ShippedExperiment {
    QString id;    ///< "default": its file without the ending
    QString name;  ///< the spec's own
    std::size_t runs = 0;
    std::size_t seeds = 0;
};

/// The one called "default" first.
std::vector<ShippedExperiment> shippedExperiments();
/// One of them, with the samples it starts from unpacked below `folder`.
Result<ExperimentSpec> shippedExperiment(const QString& id, const QString& folder);
/// The same with its first seed alone: bit for bit a part of the whole.
Result<ExperimentSpec> firstLook(const QString& id, const QString& folder);

/// What is made of a task's sample as it stands: its name in the store, the same in every language.
QString sampleExperimentName(TaskKind kind);
/// One quantized run of it, to begin with; the sample is unpacked below `folder`.
Result<ExperimentSpec> sampleExperiment(TaskKind kind, const QString& folder);

}  // namespace zeropoint::ui
