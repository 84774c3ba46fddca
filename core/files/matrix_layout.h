// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/weight_file.h"

#include <memory>

namespace zeropoint {

/// Which matrices of a file stand with their inputs along the rows: GPT-2's projections in Hugging
/// Face's files (transformers' Conv1D), and GPTQ's and AWQ's packed weights. All others have their
/// outputs there, as runtimes have theirs: scales of channels, groups and blocks run along the
/// inputs.
class MatrixLayout {
public:
    /// Looks at the names once, for all tensors of the file.
    explicit MatrixLayout(const WeightFile& file);

    bool inputsFirst(const TensorInfo& info) const;

private:
    bool m_conv1d = false;
};

/// The same matrix with its rows as columns.
Tensor turned(const Tensor& matrix);

/// The same file with GPTQ's and AWQ's weights as the plain matrices [outputs, inputs] of float32
/// that the names promise once they are packed no more. One of them is in memory at a time. The
/// file itself where it has none.
std::shared_ptr<const WeightFile> unpackedByOutputs(const std::shared_ptr<const WeightFile>& file);

}  // namespace zeropoint
