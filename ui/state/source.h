// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/weight_file.h"
#include "core/statistics/fine_histogram.h"
#include "core/statistics/summary.h"
#include "core/tensor/synthetic.h"
#include "core/tensor/tensor.h"

#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <variant>

namespace zeropoint::ui {

/// Where a tensor comes from: enough to make it again, and no values of it.
struct FileOrigin {
    std::shared_ptr<const WeightFile> file;  ///< its list of tensors; values are read when asked
    std::size_t index = 0;

    bool operator==(const FileOrigin&) const = default;
};
/// A parameter of the model of a run, as it is at its latest snapshot.
struct RunOrigin {
    QString run;  ///< RunRecord::key
    std::string parameter;

    bool operator==(const RunOrigin&) const = default;
};
using Origin = std::variant<SyntheticSpec, FileOrigin, RunOrigin>;

/// A loaded tensor with what every view needs of it, made once on a worker and never changed.
struct Source {
    Origin origin;
    Tensor tensor;
    Summary summary;
    FineHistogram histogram;

    bool synthetic() const { return std::holds_alternative<SyntheticSpec>(origin); }
    /// How it is stored, when it came out of its file quantized; null otherwise.
    const PackedWeight* packed() const;
    QString title() const;   ///< "blocks.0.qkv", "Synthetic gamma"
    QString detail() const;  ///< "96×32" or "65 536"
    /// What the values take where they come from: in the file's dtype, or in float32.
    quint64 storedBytes() const;
};
using SourcePtr = std::shared_ptr<const Source>;

/// Loads or draws the tensor and takes its statistics. Runs on a worker, which cannot ask the runs:
/// `weight` is the parameter of a RunOrigin.
Result<SourcePtr> loadSource(const Origin& origin, const std::optional<Tensor>& weight,
                             const Execution& execution);

}  // namespace zeropoint::ui
