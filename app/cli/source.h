// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/stored_tensor.h"
#include "core/support/error.h"
#include "core/support/parallel.h"
#include "core/tensor/tensor.h"

#include <ostream>
#include <string>

namespace zeropoint::cli {

/// Reads a SOURCE of the command line: FILE (when it holds one tensor), FILE:NAME (the last ':'
/// that leaves an existing file before it separates) or synthetic:KIND[?key=value,...].
/// Says on `err`, where one is given, that a weight comes quantized.
/// @param limits how a file is opened; the execution's stop token is added
Result<Tensor> loadSource(const std::string& text, const Execution& execution,
                          std::ostream* err = nullptr, const OpenOptions& limits = {});

/// InvalidArgument where a target is a file that such a SOURCE is read from.
Result<void> checkNotOverSource(const std::string& text, const std::string& target);

}  // namespace zeropoint::cli
