// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/stored_as.h"

namespace zeropoint::ui {

const BlockFormat* blocksOf(const Source& source) {
    const auto* file = std::get_if<FileOrigin>(&source.origin);
    return file == nullptr ? nullptr : file->file->stored(file->index).block;
}

bool cameQuantized(const Source& source) {
    return source.packed() != nullptr || blocksOf(source) != nullptr;
}

}  // namespace zeropoint::ui
