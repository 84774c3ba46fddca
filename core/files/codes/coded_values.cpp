// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/codes/coded_values.h"

#include "core/files/codes/code_rule.h"
#include "core/numerics/number_format.h"

#include <algorithm>
#include <deque>
#include <limits>
#include <mutex>

namespace zeropoint {

class GridKeeper {
public:
    using Grid = std::shared_ptr<const CodeGrid>;

    void keep(Grid grid) {
        // As many as threads work on different weights at a time.
        constexpr std::size_t most = 8;
        const std::scoped_lock lock(m_mutex);
        m_grids.push_back(std::move(grid));
        if (m_grids.size() > most) {
            m_grids.pop_front();
        }
    }

private:
    std::mutex m_mutex;
    std::deque<Grid> m_grids;
};

namespace {

/// Values that are decoded at once: their codes, scales and zero points stay in a core's first
/// cache.
constexpr std::size_t pieceSize = 1 << 12;

class CodedValues final : public PackedValues {
public:
    explicit CodedValues(CodedWeight weight) : m_weight(std::move(weight)), m_rule(m_weight) {}

    Result<void> read(std::uint64_t first, std::span<float> out) const override {
        const auto grid = this->grid();
        if (!grid) {
            return tl::unexpected(grid.error());
        }
        const auto columns = static_cast<std::uint64_t>(m_weight.codes.columns);
        std::uint64_t row = first / columns;
        std::uint64_t column = first % columns;
        CodeReader reader(m_weight.codes, first, out.size());
        std::vector<std::uint8_t> codes(std::min(pieceSize, out.size()));
        while (!out.empty()) {
            // What vectors decode as it lies, or the rest by its codes.
            std::size_t count = 0;
            if constexpr (decodesNibbles) {
                const auto decoded = decode(**grid, reader, {first, row, column}, out);
                if (!decoded) {
                    return tl::unexpected(decoded.error());
                }
                count = *decoded;
            }
            if (count == 0) {
                count = std::min(pieceSize, out.size());
                const auto piece = std::span(codes).first(count);
                if (auto read = reader.read(first, piece); !read) {
                    return read;
                }
                m_rule.apply(**grid, row, column, piece, out.first(count));
            }
            for (std::size_t i = 0; m_weight.divisor != 1 && i < count; ++i) {
                out[i] /= m_weight.divisor;
            }
            out = out.subspan(count);
            first += count;
            column += count;
            row += column / columns;
            column %= columns;
        }
        return {};
    }

    Result<void> readCodes(std::uint64_t first, std::span<std::int32_t> out) const override {
        std::vector<std::uint8_t> codes(std::min(pieceSize, out.size()));
        const CodeLevels& levels = m_weight.levels;
        // What the codes of signed formats are called; offset binary is counted from 0.
        const std::int32_t below = levels.flip != 0 ? static_cast<std::int32_t>(levels.base) : 0;
        CodeReader reader(m_weight.codes, first, out.size());
        while (!out.empty()) {
            const auto piece = std::span(codes).first(std::min(pieceSize, out.size()));
            if (auto read = reader.read(first, piece); !read) {
                return read;
            }
            for (std::size_t i = 0; i < piece.size(); ++i) {
                out[i] = static_cast<std::int32_t>(piece[i] ^ levels.flip) - below;
            }
            out = out.subspan(piece.size());
            first += piece.size();
        }
        return {};
    }

    Result<PackedGrid> gridAt(std::uint64_t index) const override {
        const auto grid = this->grid();
        if (!grid) {
            return tl::unexpected(grid.error());
        }
        const auto columns = static_cast<std::uint64_t>(m_weight.codes.columns);
        const CodeLevels& levels = m_weight.levels;
        const std::size_t entry = m_rule.entryOf(**grid, index / columns, index % columns);
        PackedGrid result;
        result.scale = (*grid)->scales[entry];
        const float zero = (*grid)->zeros.empty() ? 0.0F : (*grid)->zeros[entry];
        const bool offset = !levels.table && levels.flip == 0;
        result.zeroPoint = zero + (offset ? levels.base : 0.0F);
        result.firstCode = levels.flip != 0 ? -static_cast<std::int32_t>(levels.base) : 0;
        const std::size_t codes = std::size_t{1} << m_weight.codes.bits;
        const float bias = (*grid)->biases.empty() ? 0.0F : (*grid)->biases[entry];
        for (std::size_t i = 0; i < codes; ++i) {
            const auto code = static_cast<std::uint8_t>(i ^ levels.flip);
            const float product = (levels.of(code) - zero) * result.scale;
            result.levels.push_back((product + bias) / m_weight.divisor);
        }
        result.scale /= m_weight.divisor;
        return result;
    }

private:
    struct Place {
        std::uint64_t index = 0;
        std::uint64_t row = 0;
        std::uint64_t column = 0;
    };

    /// How many values at the beginning of `out` were decoded as they lie; none where codes or
    /// grid do not lie as vectors take them.
    Result<std::size_t> decode([[maybe_unused]] const CodeGrid& grid,
                               [[maybe_unused]] CodeReader& reader,
                               [[maybe_unused]] const Place& place,
                               [[maybe_unused]] std::span<float> out) const {
#if defined(__AVX2__)
        const auto columns = static_cast<std::uint64_t>(m_weight.codes.columns);
        const auto per = static_cast<std::uint64_t>(m_weight.layout.columnsPer);
        const bool groups = per > 1 && per % vectorSize == 0 && place.column % vectorSize == 0;
        const bool own = per == 1 && grid.biases.empty();
        if (m_weight.codes.bits != 4 || columns < vectorSize || !grid.columnGroups.empty() ||
            !(per == 0 || groups || own)) {
            return 0;
        }
        const std::uint64_t rows = own && place.column == 0 ? rowsTogether(place.row, out) : 1;
        if (rows > 1) {
            return decodeRows(grid, reader, place, rows, out);
        }
        const std::uint64_t most = isFlat(grid, place.column) ? out.size() : columns - place.column;
        return decodeRun(grid, reader, place,
                         out.first(std::min<std::uint64_t>({out.size(), pieceSize, most})));
#else
        return 0;
#endif
    }

#if defined(__AVX2__)
    static constexpr std::uint64_t vectorSize = 16;

    /// Whether each row has an entry of its own and the codes of the next row follow at once, so
    /// that rows from a vector's beginning on are groups.
    bool isFlat(const CodeGrid& grid, std::uint64_t column) const {
        const GridLayout& layout = m_weight.layout;
        const bool stream = m_weight.codes.order == CodeLayout::Order::Stream ||
                            m_weight.codes.order == CodeLayout::Order::HighFirst;
        return stream && layout.columnsPer == 0 && layout.rowsPer == 1 && layout.rowPeriod == 0 &&
               grid.rowGroups.empty() &&
               static_cast<std::uint64_t>(m_weight.codes.columns) % vectorSize == 0 &&
               column % vectorSize == 0;
    }

    /// Rows that are decoded side by side, so that their scales, and codes that stand in the same
    /// words, are loaded into a core's first cache once.
    std::uint64_t rowsTogether(std::uint64_t row, std::span<float> out) const {
        const CodeLayout& codes = m_weight.codes;
        const auto columns = static_cast<std::uint64_t>(codes.columns);
        constexpr std::uint64_t most = 8;
        constexpr std::uint64_t mostBytes = 1 << 16;  // that a reader holds
        const bool down = codes.order == CodeLayout::Order::DownWords ||
                          codes.order == CodeLayout::Order::WordsDown;
        const std::uint64_t held = down ? most - row % most : mostBytes / (columns / 2 + 4);
        return std::min({most, held, out.size() / columns});
    }

    /// `rows` rows, some of their columns after the other.
    Result<std::size_t> decodeRows(const CodeGrid& grid, CodeReader& reader, const Place& place,
                                   std::uint64_t rows, std::span<float> out) const {
        constexpr std::uint64_t together = 1 << 11;
        const auto columns = static_cast<std::uint64_t>(m_weight.codes.columns);
        for (std::uint64_t column = 0; column < columns; column += together) {
            const std::size_t count = std::min(together, columns - column);
            for (std::uint64_t row = 0; row < rows; ++row) {
                const std::uint64_t at = row * columns + column;
                const auto decoded =
                    decodeRun(grid, reader, {place.index + at, place.row + row, column},
                              out.subspan(at, count));
                if (!decoded || *decoded == 0) {
                    return decoded;
                }
            }
        }
        return rows * columns;
    }

    /// Values of one row, or of several where it is flat.
    Result<std::size_t> decodeRun(const CodeGrid& grid, CodeReader& reader, const Place& place,
                                  std::span<float> out) const {
        const auto nibbles = reader.nibbles(place.index, out.size());
        if (!nibbles || !*nibbles) {
            return nibbles ? Result<std::size_t>(0) : tl::unexpected(nibbles.error());
        }
        const std::size_t entry = m_rule.entryOf(grid, place.row, place.column);
        const auto from = [entry](const std::vector<float>& values) {
            return values.empty() ? nullptr : values.data() + entry;
        };
        const NibbleGrid side{from(grid.scales), from(grid.zeros), from(grid.biases)};
        const auto per = static_cast<std::uint64_t>(m_weight.layout.columnsPer);
        if (per == 1) {
            decodeNibbles(**nibbles, m_rule.fewLevels(), side, out);
            return out.size();
        }
        // One entry for all of a row is a group as long as the row.
        const auto columns = static_cast<std::uint64_t>(m_weight.codes.columns);
        const std::uint64_t row = (columns + vectorSize - 1) / vectorSize * vectorSize;
        const std::uint64_t group = per == 0 ? row : per;
        const std::uint64_t inside =
            per == 0 && !isFlat(grid, place.column) ? 0 : place.column % group;
        decodeNibbleGroups(**nibbles, m_rule.fewLevels(), side, group - inside, group, out);
        return out.size();
    }
#endif

    Result<GridKeeper::Grid> grid() const {
        const std::scoped_lock lock(m_mutex);
        if (auto known = m_grid.lock()) {
            return known;
        }
        auto loaded = m_weight.load();
        if (!loaded) {
            return tl::unexpected(loaded.error());
        }
        auto grid = std::make_shared<const CodeGrid>(std::move(*loaded));
        m_grid = grid;
        m_weight.keeper->keep(grid);
        return GridKeeper::Grid(grid);
    }

    CodedWeight m_weight;
    CodeRule m_rule;
    mutable std::mutex m_mutex;
    mutable std::weak_ptr<const CodeGrid> m_grid;
};

}  // namespace

CodeLevels unsignedLevels() {
    return {};
}

CodeLevels offsetLevels(int bits) {
    CodeLevels levels;
    levels.base = static_cast<float>(1 << (bits - 1));
    return levels;
}

CodeLevels signedLevels(int bits) {
    CodeLevels levels;
    levels.flip = static_cast<std::uint8_t>(1 << (bits - 1));
    levels.base = static_cast<float>(1 << (bits - 1));
    return levels;
}

CodeLevels formatLevels(std::string_view format) {
    const NumberFormat& known = numberFormat(format);
    CodeLevels levels;
    levels.table = true;
    levels.formula = format == "fp8-e4m3" ? CodeLevels::Formula::E4M3 : CodeLevels::Formula::None;
    for (std::size_t code = 0; code < std::size_t{1} << known.bits; ++code) {
        levels.values[code] = static_cast<float>(decode(known, code));
    }
    return levels;
}

std::shared_ptr<GridKeeper> makeGridKeeper() {
    return std::make_shared<GridKeeper>();
}

std::int64_t gridEntries(const CodedWeight& weight) {
    const GridLayout& layout = weight.layout;
    const auto parts = [](std::int64_t count, std::int64_t per) {
        return per == 0 ? 1 : (count + per - 1) / per;
    };
    if (layout.gridColumns != parts(weight.codes.columns, layout.columnsPer)) {
        return -1;
    }
    const std::int64_t rows = parts(weight.codes.rows, layout.rowsPer);
    const std::int64_t gridRows = layout.rowPeriod == 0 ? rows : std::min(rows, layout.rowPeriod);
    return gridRows > std::numeric_limits<std::int64_t>::max() / layout.gridColumns
               ? -1
               : gridRows * layout.gridColumns;
}

std::shared_ptr<const PackedValues> codedValues(CodedWeight weight) {
    if (weight.keeper == nullptr) {
        weight.keeper = makeGridKeeper();
    }
    return std::make_shared<const CodedValues>(std::move(weight));
}

}  // namespace zeropoint
