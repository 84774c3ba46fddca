// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment_spec.h"

#include <QString>
#include <QStringList>

#include <filesystem>

namespace zeropoint::ui {

/// The sample model of a task as a file that settings can name and the command line can read:
/// unpacked once into `folder`.
Result<std::filesystem::path> unpackSample(TaskKind kind, const QString& folder);

/// Ids of the experiments that come with the program.
QStringList shippedExperiments();
/// One of them, with the samples it starts from unpacked below `folder`.
Result<ExperimentSpec> shippedExperiment(const QString& id, const QString& folder);

/// A short experiment on a task's sample, a few minutes shorter than the shipped ones: one seed
/// of every method.
Result<ExperimentSpec> quickExperiment(TaskKind kind, const QString& folder);

}  // namespace zeropoint::ui
