// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/stored_as.h"

#include "ui/text/packed_words.h"

namespace zeropoint::ui {

const BlockFormat* blocksOf(const Source& source) {
    const auto* file = std::get_if<FileOrigin>(&source.origin);
    return file == nullptr ? nullptr : file->file->stored(file->index).block;
}

bool cameQuantized(const Source& source) {
    return source.packed() != nullptr || blocksOf(source) != nullptr;
}

QString storedSentence(const Source& source) {
    if (source.packed() != nullptr) {
        return packedSentence(*source.packed());
    }
    const BlockFormat* blocks = blocksOf(source);
    return blocks != nullptr ? blockSentence(*blocks) : QString();
}

}  // namespace zeropoint::ui
