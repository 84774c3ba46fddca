// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstddef>

namespace zeropoint {
class WeightFile;
struct TensorInfo;
}  // namespace zeropoint

namespace zeropoint::ui {

/// What a tensor of a file is called wherever it is shown: its name, or that of its file, without
/// the ending, where formats of one array give none.
QString tensorTitle(const WeightFile& file, std::size_t tensor);
/// Of a part of one of its tensors too.
QString tensorTitle(const WeightFile& file, const TensorInfo& tensor);

}  // namespace zeropoint::ui
