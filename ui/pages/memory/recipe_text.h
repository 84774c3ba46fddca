// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/advice/advise.h"

#include <QString>

namespace zeropoint::ui {

/// The arguments of llama.cpp's llama-quantize that make an option's file: its recipe, or for a mix
/// every matrix by `--tensor-type`, so that no default of the tool decides anything. Empty for one
/// format: GGUF has no such types.
QString quantizeArguments(const AdviceOption& option);

}  // namespace zeropoint::ui
