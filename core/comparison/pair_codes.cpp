// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/comparison/pair_codes.h"

#include "core/comparison/pair_reader.h"
#include "core/files/stored_codes.h"

#include <algorithm>
#include <cmath>

namespace zeropoint {
namespace {

constexpr std::uint64_t mostLooked = 1 << 22;
constexpr std::uint64_t mostPlaces = 1 << 16;

/// Counts the codes of one side.
class Counter {
public:
    explicit Counter(const StoredTensor& tensor) : m_codes(tensor) {}

    Result<void> begin(CodeCounts& counts) {
        return m_codes.range().map([&](const std::optional<CodeRangeOf>& range) {
            if (range) {
                counts.format = range->format;
                counts.firstCode = range->firstCode;
                counts.counts.assign(range->codes, 0);
            }
        });
    }

    Result<void> add(CodeCounts& counts, std::uint64_t index) {
        if (counts.counts.empty()) {
            return {};
        }
        return m_codes.codeAt(index).map([&](std::int32_t code) {
            const auto place = static_cast<std::size_t>(std::int64_t{code} - counts.firstCode);
            counts.counts[std::min(place, counts.counts.size() - 1)] += 1;
        });
    }

private:
    StoredCodes m_codes;
};

}  // namespace

std::size_t CodeCounts::used() const {
    return static_cast<std::size_t>(
        std::ranges::count_if(counts, [](std::uint64_t count) { return count > 0; }));
}

Result<PairCodes> codesNear(const ModelSide& a, const ModelSide& b, const TensorPair& pair,
                            double value, double half, const Execution& execution) {
    const std::string name = infoOfA(a, pair).name;
    if (!pair.whyNot.empty()) {
        return fail(ErrorCode::Unsupported, pair.whyNot, name);
    }
    PairCodes found{value, half, 0, 0, {}, {}};
    Counter ofA(a.file().stored(pair.a));
    Counter ofB(b.file().stored(pair.b));
    if (auto begun = ofA.begin(found.a).and_then([&] { return ofB.begin(found.b); }); !begun) {
        return tl::unexpected(begun.error());
    }
    if (found.a.counts.empty() && found.b.counts.empty()) {
        return found;
    }
    const PairReader reader(a.file(), b.file(), pair);
    const std::uint64_t piece = reader.pieceSize();
    const std::uint64_t pieces = (reader.elements() + piece - 1) / piece;
    const std::uint64_t every = std::max<std::uint64_t>(reader.elements() / mostLooked, 1);
    const std::uint64_t placesOfPiece =
        std::max<std::uint64_t>(mostPlaces / std::max<std::uint64_t>(pieces / every, 1), 1);
    std::vector<float> values;
    for (std::uint64_t at = 0; at < pieces; at += every) {
        if (execution.stopRequested()) {
            return fail(ErrorCode::Cancelled, "Counting was stopped", name);
        }
        const std::uint64_t first = at * piece;
        values.resize(std::min(piece, reader.elements() - first));
        if (auto read = reader.readA(first, values); !read) {
            return tl::unexpected(read.error());
        }
        found.looked += values.size();
        std::uint64_t places = 0;
        for (std::size_t i = 0; i < values.size() && places < placesOfPiece; ++i) {
            if (!(std::abs(values[i] - value) <= half)) {
                continue;
            }
            ++places;
            const auto counted = ofA.add(found.a, reader.indexInA(first + i)).and_then([&] {
                return ofB.add(found.b, reader.indexInB(first + i));
            });
            if (!counted) {
                return tl::unexpected(counted.error());
            }
        }
        found.found += places;
    }
    return found;
}

}  // namespace zeropoint
