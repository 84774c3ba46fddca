// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/comparison/pair_study.h"

#include "core/comparison/pair_reader.h"
#include "core/metrics/beside_finite.h"
#include "core/statistics/extremes.h"

#include <algorithm>
#include <mutex>
#include <optional>
#include <vector>

namespace zeropoint {
namespace {

/// Values of a shard, where a piece is not longer.
constexpr std::uint64_t valuesPerShard = 1 << 20;

struct PieceBuffers {
    std::vector<float> a;
    std::vector<float> b;
    std::vector<float> scratch;
};

/// Calls use(shard, a, b) for each piece; shards run side by side, the pieces of one in order.
template <typename Use>
Result<void> forPieces(const PairReader& reader, const std::string& name,
                       const Execution& execution, Use use) {
    const std::uint64_t piece = reader.pieceSize();
    const std::uint64_t length = std::max<std::uint64_t>(valuesPerShard / piece, 1) * piece;
    const std::uint64_t elements = reader.elements();
    std::mutex mutex;
    std::optional<Error> failure;
    const bool done =
        runShards(execution, (elements + length - 1) / length, [&](std::size_t shard) {
            PieceBuffers buffers;
            const std::uint64_t end = std::min((shard + 1) * length, elements);
            for (std::uint64_t first = shard * length; first < end && !execution.stopRequested();) {
                const auto count = static_cast<std::size_t>(std::min(piece, end - first));
                buffers.a.resize(count);
                buffers.b.resize(count);
                const auto read = reader.read(first, buffers.a, buffers.b, buffers.scratch);
                if (!read) {
                    const std::scoped_lock lock(mutex);
                    failure = read.error();
                    return;
                }
                use(shard, buffers.a, buffers.b);
                first += count;
            }
        });
    if (failure) {
        return tl::unexpected(*failure);
    }
    return done ? Result<void>() : fail(ErrorCode::Cancelled, "The comparison was stopped", name);
}

std::size_t shardsOf(const PairReader& reader) {
    const std::uint64_t piece = reader.pieceSize();
    const std::uint64_t length = std::max<std::uint64_t>(valuesPerShard / piece, 1) * piece;
    return (reader.elements() + length - 1) / length;
}

}  // namespace

Result<PairStudy> studyPair(const ModelSide& a, const ModelSide& b, const TensorPair& pair,
                            const Execution& execution) {
    const std::string name = infoOfA(a, pair).name;
    if (!pair.whyNot.empty()) {
        return fail(ErrorCode::Unsupported, pair.whyNot, name);
    }
    const Execution inner{execution.pool, {}, execution.stop};
    const PairReader reader(a.file(), b.file(), pair);
    std::vector<Extremes> parts(shardsOf(reader));
    const auto widen = [&parts](std::size_t shard, const auto& x, const auto& y) {
        for (const Extremes& found : {extremes(x), extremes(y)}) {
            parts[shard].join(found);
        }
    };
    if (auto done = forPieces(reader, name, inner, widen); !done) {
        return tl::unexpected(done.error());
    }
    Extremes all;
    for (const Extremes& part : parts) {
        all.join(part);
    }
    const double margin = std::max((double{all.max} - double{all.min}) / 16, 1e-30);
    const RealRange axis{all.min - margin, all.max + margin};
    const PairStudy empty{ValueCounts::over(axis), ValueCounts::over(axis), {}, {}};
    std::vector<PairStudy> studies(parts.size(), empty);
    const auto count = [&studies](std::size_t shard, const auto& x, const auto& y) {
        studies[shard].sums.add(x, y);
        if (allFinite(x) && allFinite(y)) {
            studies[shard].a.add(x);
            studies[shard].b.add(y);
            studies[shard].differences.add(x, y);
            return;
        }
        studies[shard].a.add(besideFinite(x, x));
        studies[shard].b.add(besideFinite(y, y));
        studies[shard].differences.add(besideFinite(x, x), besideFinite(x, y));
    };
    if (auto done = forPieces(reader, name, inner, count); !done) {
        return tl::unexpected(done.error());
    }
    PairStudy result = empty;
    for (const PairStudy& study : studies) {
        result.a.join(study.a);
        result.b.join(study.b);
        result.differences.join(study.differences);
        result.sums.join(study.sums);
    }
    return result;
}

}  // namespace zeropoint
