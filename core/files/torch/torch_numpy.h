// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/stored_tensor.h"
#include "core/files/torch/pickle.h"

#include <optional>
#include <string>
#include <string_view>

namespace zeropoint {

/// Whether a function makes a NumPy array or scalar, by the names of NumPy 1 and 2.
bool makesNumpyArray(std::string_view function);
bool makesNumpyScalar(std::string_view function);

/// An array that is pickled by value: (version, shape, dtype, column-major, bytes) set on the call.
/// Nothing for texts and objects; not readable where its bytes do not fit its shape.
std::optional<StoredTensor> numpyArray(const Pickle& pickle, const PickleValue& call,
                                       const std::string& name);

/// The value of scalar(dtype, bytes) as text; nothing when it is no number.
std::optional<std::string> numpyScalar(const Pickle& pickle, const PickleValue& call);

}  // namespace zeropoint
