// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/torch/torch_tiles.h"

#include "core/files/codes/grid_of_tensors.h"
#include "core/files/little_endian.h"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>
#include <vector>

namespace zeropoint {
namespace {

constexpr std::uint64_t rowsOfTile = 8;
constexpr std::uint64_t lanes = 32;
constexpr std::uint64_t wordBytes = 4;
/// Pairs of columns in a word of each of four lanes.
constexpr std::uint64_t pairsOfFourLanes = 16;

/// How many of what the tiles hold.
struct Tiles {
    std::uint64_t rows = 0;
    std::uint64_t rowBytes = 0;  ///< of two codes each
    std::uint64_t blocks = 0;    ///< along a row
    std::uint64_t words = 0;     ///< that a lane has of a block, one after the other

    /// Bytes of a row in a block.
    std::uint64_t bytesOfRow() const { return words * pairsOfFourLanes; }
    std::uint64_t blockBytes() const { return words * lanes * wordBytes; }
};

/// The codes of all rows, one row after the other, two a byte with the first in the low bits.
class TiledCodes final : public ByteSource {
public:
    TiledCodes(const StoredTensor& codes, const Tiles& tiles)
        : m_source(codes.source), m_offset(codes.info.offset), m_tiles(tiles) {}

    std::uint64_t size() const override { return m_tiles.rows * m_tiles.rowBytes; }
    const std::string& name() const override { return m_source->name(); }

    Result<void> read(std::uint64_t offset, std::span<std::byte> out) const override {
        if (offset > size() || out.size() > size() - offset) {
            return fail(ErrorCode::ReadFailed, "The codes end before", name(),
                        "Open the file again: it has probably changed");
        }
        const std::uint64_t ofTile = rowsOfTile * m_tiles.rowBytes;
        while (!out.empty()) {
            const std::size_t count = std::min<std::uint64_t>(ofTile - offset % ofTile, out.size());
            if (auto read = readTile(offset, out.first(count)); !read) {
                return read;
            }
            offset += count;
            out = out.subspan(count);
        }
        return {};
    }

private:
    /// Rows of one tile, a piece of all of them after the other: they stand in the same blocks.
    Result<void> readTile(std::uint64_t offset, std::span<std::byte> out) const {
        constexpr std::uint64_t mostBytes = 1 << 16;
        const std::uint64_t perPiece = mostBytes / m_tiles.blockBytes();
        const std::uint64_t each = m_tiles.bytesOfRow();
        const std::uint64_t row = offset / m_tiles.rowBytes;
        const std::uint64_t first = offset % m_tiles.rowBytes;
        const bool oneRow = first + out.size() <= m_tiles.rowBytes;
        const std::uint64_t begin = oneRow ? first / each : 0;
        const std::uint64_t end = oneRow ? (first + out.size() + each - 1) / each : m_tiles.blocks;
        std::vector<std::byte> piece;
        for (std::uint64_t block = begin; block < end; block += perPiece) {
            const std::uint64_t count = std::min(perPiece, end - block);
            piece.resize(count * m_tiles.blockBytes());
            const std::uint64_t at = row / rowsOfTile * m_tiles.blocks + block;
            if (auto read = m_source->read(m_offset + at * m_tiles.blockBytes(), piece); !read) {
                return read;
            }
            for (std::uint64_t next = row, done = 0; done < out.size(); ++next) {
                const std::uint64_t from = next == row ? first : 0;
                const std::uint64_t length =
                    std::min<std::uint64_t>(m_tiles.rowBytes - from, out.size() - done);
                readRow({next, from, block * each, (block + count) * each}, piece,
                        out.subspan(done, length));
                done += length;
            }
        }
        return {};
    }

    /// Which bytes of a row the blocks of a piece have, and from where on they are wanted.
    struct Stretch {
        std::uint64_t row = 0;
        std::uint64_t wanted = 0;
        std::uint64_t begin = 0;
        std::uint64_t end = 0;
    };

    void readRow(const Stretch& stretch, std::span<const std::byte> piece,
                 std::span<std::byte> out) const {
        const std::uint64_t begin = std::max(stretch.begin, stretch.wanted);
        const std::uint64_t end = std::min(stretch.end, stretch.wanted + out.size());
        const std::uint64_t firstLane = stretch.row % rowsOfTile * 4;
        for (std::uint64_t i = begin; i < end; ++i) {
            const std::uint64_t inPiece = i - stretch.begin;
            const std::uint64_t block = inPiece / m_tiles.bytesOfRow();
            const std::uint64_t word = inPiece % m_tiles.bytesOfRow() / pairsOfFourLanes;
            const std::uint64_t pair = inPiece % pairsOfFourLanes;
            const std::uint64_t lane = firstLane + pair % 4;
            const std::uint64_t place = (block * lanes + lane) * m_tiles.words + word;
            const auto codes = littleEndian<std::uint32_t>(piece.subspan(place * wordBytes));
            const std::uint64_t shift = pair / 4 * 4;
            const std::uint32_t even = codes >> shift & 15U;
            const std::uint32_t odd = codes >> (16 + shift) & 15U;
            out[i - stretch.wanted] = static_cast<std::byte>(even | odd << 4);
        }
    }

    std::shared_ptr<const ByteSource> m_source;
    std::uint64_t m_offset;
    Tiles m_tiles;
};

/// Scales and zeros stand side by side, a group of all rows after the other.
LoadGrid loadGrid(StoredTensor pairs, std::size_t rows, std::size_t groups) {
    return [pairs = std::move(pairs), rows, groups]() -> Result<CodeGrid> {
        const auto values = gridValues(pairs, pairs.info.elements());
        if (!values) {
            return tl::unexpected(values.error());
        }
        const auto allRows = static_cast<std::size_t>(pairs.info.shape[1]);
        CodeGrid grid;
        grid.scales.reserve(rows * groups);
        grid.biases.reserve(rows * groups);
        for (std::size_t row = 0; row < rows; ++row) {
            for (std::size_t group = 0; group < groups; ++group) {
                const std::size_t at = 2 * (group * allRows + row);
                grid.scales.push_back((*values)[at]);
                grid.biases.push_back((*values)[at + 1]);
            }
        }
        return grid;
    };
}

/// Whether the codes are words in tiles that cover the shape, and there is a scale for each group.
bool fits(const TiledParts& parts) {
    const Shape& tiles = parts.codes.info.shape;
    const Shape& scales = parts.scales.info.shape;
    if (parts.shape.size() != 2 || parts.block.size() != 2 || tiles.size() != 4 ||
        scales.size() != 3 || std::ranges::min(parts.shape) < 1 || std::ranges::min(tiles) < 1) {
        return false;
    }
    const std::int64_t words = tiles[3];
    const std::int64_t rows = tiles[0] * 8;
    const std::int64_t columns = tiles[1] * words * 32;
    const std::int64_t group = parts.block[1];
    return parts.codes.info.dtype == DType::I32 && parts.codes.strides.empty() && tiles[2] == 32 &&
           (words == 1 || words == 2 || words == 4) && parts.shape[0] <= rows &&
           rows - parts.shape[0] < 8 && parts.shape[1] <= columns && parts.shape[1] % 2 == 0 &&
           parts.block[0] == 1 && group >= 1 && columns % group == 0 &&
           scales[0] == columns / group && scales[1] == rows && scales[2] == 2;
}

StoredTensor refused(StoredTensor codes, Shape shape, PackedWeight packed, std::string reason) {
    codes.info.shape = std::move(shape);
    codes.info.packed = std::make_shared<const PackedWeight>(std::move(packed));
    codes.unreadable = std::move(reason);
    return codes;
}

}  // namespace

StoredTensor tiledWeight(const std::string& name, TiledParts parts) {
    const std::int64_t group = parts.block.empty() ? 0 : parts.block.back();
    PackedWeight packed{"torchao",
                        "uint4",
                        group,
                        "group of " + std::to_string(group),
                        "scale * (code - 8) + zero",
                        true,
                        {parts.codes.info.name, parts.scales.info.name}};
    std::string reason =
        parts.codes.unreadable.empty() ? parts.scales.unreadable : parts.codes.unreadable;
    parts.codes.info.name = name;
    // Other devices have shapes of their own, so that nothing is wrong with theirs.
    if (reason.empty() && !parts.device.starts_with("cuda")) {
        reason = "Its codes were laid out for the device \"" + parts.device +
                 "\", in an order that the file does not tell";
    } else if (reason.empty() && !fits(parts)) {
        reason = "Its tiles, scales and shape do not fit each other";
    }
    if (!reason.empty()) {
        return refused(std::move(parts.codes), std::move(parts.shape), std::move(packed),
                       std::move(reason));
    }
    const Shape& tiled = parts.codes.info.shape;
    const Tiles tiles{static_cast<std::uint64_t>(parts.shape[0]),
                      static_cast<std::uint64_t>(parts.shape[1]) / 2,
                      static_cast<std::uint64_t>(tiled[1]), static_cast<std::uint64_t>(tiled[3])};
    CodedWeight weight;
    weight.codes.bits = 4;
    weight.codes.rows = parts.shape[0];
    weight.codes.columns = parts.shape[1];
    weight.codes.source = std::make_shared<const TiledCodes>(parts.codes, tiles);
    weight.levels = offsetLevels(4);
    const std::int64_t groups = (parts.shape[1] + group - 1) / group;
    weight.layout = {1, 0, group, groups};
    const std::uint64_t bytes = parts.codes.info.bytes + parts.scales.info.bytes;
    weight.load = loadGrid(std::move(parts.scales), static_cast<std::size_t>(parts.shape[0]),
                           static_cast<std::size_t>(groups));
    return packedTensor(name, std::move(parts.shape), std::move(packed), bytes, std::move(weight));
}

}  // namespace zeropoint
