// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/palette_match.h"

#include <algorithm>

namespace zeropoint::ui {
namespace {

/// Where a word begins with it, else anywhere; -1: nowhere.
qsizetype placeOf(const QString& text, const QString& word) {
    const qsizetype first = text.indexOf(word, 0, Qt::CaseInsensitive);
    for (qsizetype at = first; at >= 0; at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
        if (at == 0 || !text[at - 1].isLetterOrNumber()) {
            return at;
        }
    }
    return first;
}

}  // namespace

std::optional<PaletteMatch> matchPalette(const PaletteEntry& entry, const QStringList& words) {
    PaletteMatch match;
    for (const QString& word : words) {
        const auto length = static_cast<int>(word.size());
        if (const qsizetype at = placeOf(entry.title, word); at >= 0) {
            const bool begins = at == 0 || !entry.title[at - 1].isLetterOrNumber();
            match.title.append({static_cast<int>(at), length});
            match.distance = std::max(match.distance, at == 0 ? 0 : begins ? 1 : 2);
        } else if (const qsizetype in = placeOf(entry.context, word); in >= 0) {
            match.context.append({static_cast<int>(in), length});
            match.distance = 3;
        } else if (entry.words.contains(word, Qt::CaseInsensitive)) {
            match.distance = 3;
        } else {
            return std::nullopt;
        }
    }
    return match;
}

}  // namespace zeropoint::ui
