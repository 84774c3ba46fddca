// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/packed_study.h"

#include "core/files/place_of.h"

#include <algorithm>

namespace zeropoint {

Result<PackedStudy> studyPacked(const WeightFile& file, std::size_t index,
                                const Execution& execution) {
    constexpr std::uint64_t pieceSize = 1 << 18;
    const StoredTensor& stored = file.stored(index);
    const std::string where = placeOf(file.path(), stored.info.name);
    if (!stored.hasPackedCodes() || stored.info.elements() < 1) {
        return fail(ErrorCode::InvalidArgument, "The tensor is not stored as codes", where);
    }
    const auto grid = stored.packed->gridAt(0);
    if (!grid) {
        return tl::unexpected(grid.error());
    }
    PackedStudy study{grid->firstCode, std::vector<std::uint64_t>(grid->levels.size()),
                      grid->levels,    grid->scale,
                      grid->zeroPoint, 0};
    const auto elements = static_cast<std::uint64_t>(stored.info.elements());
    std::vector<std::int32_t> codes;
    for (std::uint64_t first = 0; first < elements; first += pieceSize) {
        if (execution.stopRequested()) {
            return fail(ErrorCode::Cancelled, "Counting was stopped", where);
        }
        codes.resize(std::min(pieceSize, elements - first));
        if (auto read = stored.packed->readCodes(first, codes); !read) {
            return tl::unexpected(read.error());
        }
        for (const std::int32_t code : codes) {
            ++study.counts[static_cast<std::size_t>(code - study.firstCode)];
        }
    }
    study.used = static_cast<std::size_t>(
        std::ranges::count_if(study.counts, [](std::uint64_t count) { return count > 0; }));
    return study;
}

}  // namespace zeropoint
