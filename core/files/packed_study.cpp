// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/packed_study.h"

#include "core/files/block_byte_order.h"
#include "core/files/place_of.h"

#include <algorithm>
#include <limits>

namespace zeropoint {
namespace {

tl::unexpected<Error> countingStopped(const std::string& where) {
    return fail(ErrorCode::Cancelled, "Counting was stopped", where);
}

std::size_t usedOf(const PackedStudy& study) {
    return static_cast<std::size_t>(
        std::ranges::count_if(study.counts, [](std::uint64_t count) { return count > 0; }));
}

/// Blocks as their bytes are: nothing is quantized again.
Result<PackedStudy> studyBlocks(const StoredTensor& stored, const std::string& where,
                                const Execution& execution) {
    constexpr std::uint64_t blocksAtOnce = 1 << 13;
    const BlockFormat& format = *stored.block;
    const auto blockSize = static_cast<std::uint64_t>(format.bytesPerBlock);
    const std::uint64_t blocks = stored.info.bytes / blockSize;
    constexpr int least = -(1 << 8);
    constexpr int most = 1 << 12;
    std::vector<std::uint64_t> counts(most - least);
    const float unknown = std::numeric_limits<float>::quiet_NaN();
    std::vector<float> levels(most - least, unknown);
    std::vector<float> unscaled(most - least, unknown);  // of each code, before any scale
    BlockTerm firstTerm;
    bool oneScale = true;  // in the first block: then it has a level for every code
    PackedStudy study;
    std::vector<std::byte> bytes;
    for (std::uint64_t first = 0; first < blocks; first += blocksAtOnce) {
        if (execution.stopRequested()) {
            return countingStopped(where);
        }
        const std::uint64_t here = std::min(blocksAtOnce, blocks - first);
        bytes.resize(here * blockSize);
        if (auto read = readStoredBlocks(stored, first, bytes); !read) {
            return tl::unexpected(read.error());
        }
        const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
        for (std::uint64_t block = 0; block < here; ++block) {
            for (int value = 0; value < format.valuesPerBlock; ++value) {
                const BlockTerm term = format.term(data + block * blockSize, value);
                if (term.code < least || term.code >= most) {
                    return fail(ErrorCode::Unsupported,
                                "A code of this format stands for several values", where,
                                "Look at the values: they are read");
                }
                const auto at = static_cast<std::size_t>(term.code - least);
                ++counts[at];
                unscaled[at] = term.level;
                if (first + block == 0) {
                    firstTerm = value == 0 ? term : firstTerm;
                    oneScale = oneScale && term.scale == firstTerm.scale &&
                               term.minimum == firstTerm.minimum;
                    levels[at] = term.scale * term.level + term.minimum;
                }
            }
        }
    }
    study.scale = firstTerm.scale;
    for (std::size_t at = 0; oneScale && at < levels.size(); ++at) {
        levels[at] = firstTerm.scale * unscaled[at] + firstTerm.minimum;
    }
    const auto isUsed = [](std::uint64_t count) { return count > 0; };
    const auto begin = std::ranges::find_if(counts, isUsed) - counts.begin();
    const auto end = std::find_if(counts.rbegin(), counts.rend(), isUsed).base() - counts.begin();
    study.firstCode = static_cast<std::int32_t>(begin) + least;
    study.counts.assign(counts.begin() + begin, counts.begin() + end);
    study.levels.assign(levels.begin() + begin, levels.begin() + end);
    study.used = usedOf(study);
    return study;
}

}  // namespace

Result<PackedStudy> studyPacked(const WeightFile& file, std::size_t index,
                                const Execution& execution) {
    constexpr std::uint64_t pieceSize = 1 << 18;
    const StoredTensor& stored = file.stored(index);
    const std::string where = placeOf(file.path(), stored.info.name);
    const bool blocks = stored.unreadable.empty() && stored.block != nullptr;
    if (blocks && stored.block->term != nullptr && stored.info.elements() > 0) {
        return studyBlocks(stored, where, execution);
    }
    if (!stored.hasPackedCodes() || stored.info.elements() < 1) {
        return fail(ErrorCode::InvalidArgument, "The tensor is not stored as codes", where,
                    "Choose one that came quantized");
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
            return countingStopped(where);
        }
        codes.resize(std::min(pieceSize, elements - first));
        if (auto read = stored.packed->readCodes(first, codes); !read) {
            return tl::unexpected(read.error());
        }
        for (const std::int32_t code : codes) {
            ++study.counts[static_cast<std::size_t>(code - study.firstCode)];
        }
    }
    study.used = usedOf(study);
    return study;
}

}  // namespace zeropoint
