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
#include <variant>

namespace zeropoint::ui {

/// Where the tensor came from.
struct FileOrigin {
    std::shared_ptr<const WeightFile> file;
    std::size_t index = 0;
};
/// A Tensor: a weight of a model that was trained here.
using Origin = std::variant<SyntheticSpec, FileOrigin, Tensor>;

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
};
using SourcePtr = std::shared_ptr<const Source>;

/// Loads or draws the tensor and takes its statistics. Runs on a worker.
Result<SourcePtr> loadSource(const Origin& origin, const Execution& execution);

}  // namespace zeropoint::ui
