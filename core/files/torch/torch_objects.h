// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/stored_tensor.h"
#include "core/files/torch/pickle.h"
#include "core/files/torch/torch_tensor.h"

#include <string>

namespace zeropoint {

/// Finds every tensor of the pickle, however nested in dictionaries, lists and objects, and names
/// it by the path of keys ("state_dict.conv1.weight"). Objects are not made: what would be set on
/// them is walked, modules by their parameters, buffers and modules as state_dict() names them; the
/// module that a checkpoint holds alone gives its tensors the names of its own state_dict().
/// Plain values beside them become metadata, names of classes that are nobody's here too. A tensor
/// that cannot be read is listed with the reason; ErrorCode::Malformed when none can.
Result<FileContents> collectTorchTensors(const Pickle& pickle, const TorchStorages& storages,
                                         ByteOrder order, const std::string& where,
                                         const std::stop_token& stop = {});

}  // namespace zeropoint
