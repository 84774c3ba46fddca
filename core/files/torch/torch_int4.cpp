// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/torch/torch_int4.h"

#include "core/files/codes/grid_of_tensors.h"
#include "core/files/strided_bytes.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace zeropoint {
namespace {

constexpr float mostZero = 15;

/// Matrices of a weight, and the groups along a row of each.
struct Matrices {
    std::size_t count = 1;
    std::size_t rows = 0;
    std::size_t groups = 0;

    std::size_t entries() const { return count * rows * groups; }
};

bool inWords(const Int4Parts& parts) {
    return parts.codes.info.dtype == DType::I32;
}

/// The shape with `columns` in place of the last axis.
Shape withColumns(Shape shape, std::int64_t columns) {
    shape.back() = columns;
    return shape;
}

/// Whether the codes are those of the shape, and scales and zeros stand for each group of a row.
bool fits(const Int4Parts& parts) {
    const Shape& shape = parts.shape;
    const DType type = parts.codes.info.dtype;
    const std::int64_t perElement = inWords(parts) ? 8 : 2;
    if (shape.size() < 2 || shape.size() > 3 || std::ranges::min(shape) < 1 ||
        parts.block.size() != shape.size() || parts.block.back() < 2 ||
        (type != DType::I8 && type != DType::U8 && !inWords(parts)) ||
        shape.back() % perElement != 0 ||
        parts.codes.info.shape != withColumns(shape, shape.back() / perElement)) {
        return false;
    }
    const std::int64_t group = parts.block.back();
    Shape grid = shape;
    grid[grid.size() - 2] = (shape.back() - 1) / group + 1;
    grid.back() = shape[shape.size() - 2];
    return std::all_of(parts.block.begin(), parts.block.end() - 1,
                       [](std::int64_t length) { return length == 1; }) &&
           parts.scales.info.shape == grid && parts.zeros.info.shape == grid;
}

/// Groups of all rows one after the other, as the groups of one row after the other.
std::vector<float> byRows(const std::vector<float>& values, const Matrices& matrices) {
    std::vector<float> result;
    result.reserve(values.size());
    for (std::size_t matrix = 0; matrix < matrices.count; ++matrix) {
        const std::size_t first = matrix * matrices.rows * matrices.groups;
        for (std::size_t row = 0; row < matrices.rows; ++row) {
            for (std::size_t group = 0; group < matrices.groups; ++group) {
                result.push_back(values[first + group * matrices.rows + row]);
            }
        }
    }
    return result;
}

LoadGrid loadGrid(StoredTensor scales, StoredTensor zeros, const Matrices& matrices, bool points) {
    return [scales = std::move(scales), zeros = std::move(zeros), matrices,
            points]() -> Result<CodeGrid> {
        const auto entries = static_cast<std::int64_t>(matrices.entries());
        const auto ofScales = gridValues(scales, entries);
        const auto ofZeros = gridValues(zeros, entries);
        if (!ofScales || !ofZeros) {
            return tl::unexpected(ofScales ? ofZeros.error() : ofScales.error());
        }
        CodeGrid grid;
        grid.scales = byRows(*ofScales, matrices);
        (points ? grid.zeros : grid.biases) = byRows(*ofZeros, matrices);
        return grid;
    };
}

/// Why the values cannot be read; empty: they can.
std::string problemOf(const Int4Parts& parts) {
    for (const StoredTensor* part : {&parts.codes, &parts.scales, &parts.zeros}) {
        if (!part->unreadable.empty()) {
            return part->unreadable;
        }
    }
    if (!fits(parts)) {
        return "Its codes, scales and shape do not fit each other";
    }
    if (!inWords(parts)) {
        return {};
    }
    if (!parts.codes.strides.empty()) {
        return "Its words do not stand one after the other";
    }
    if (parts.zeros.info.dtype != DType::I8) {
        return "Its words were packed for a device in an order that the file does not tell";
    }
    const auto zeros = gridValues(parts.zeros, parts.zeros.info.elements());
    const bool codes = !zeros || std::ranges::all_of(*zeros, [](float zero) {
        return zero >= 0 && zero <= mostZero;
    });
    return codes ? "" : "A zero point lies beyond its 4 bits";
}

}  // namespace

bool isPlainInt4(std::string_view className) {
    return className.ends_with(".Int4Tensor") || className.ends_with(".Int4PlainInt32Tensor") ||
           className.ends_with(".Int4PlainInt32");
}

StoredTensor int4Weight(const std::string& name, Int4Parts parts) {
    const bool words = inWords(parts);
    const std::int64_t group = parts.block.empty() ? 0 : parts.block.back();
    PackedWeight packed{"torchao",
                        words ? "uint4" : "int4",
                        group,
                        "group of " + std::to_string(group),
                        words ? "scale * (code - zero point)" : "scale * code + zero",
                        true,
                        {parts.codes.info.name, parts.scales.info.name, parts.zeros.info.name}};
    const std::uint64_t bytes =
        parts.codes.info.bytes + parts.scales.info.bytes + parts.zeros.info.bytes;
    if (std::string problem = problemOf(parts); !problem.empty()) {
        return unreadWeight(name, std::move(parts.codes), std::move(parts.shape), std::move(packed),
                            bytes, std::move(problem));
    }
    const Shape& shape = parts.shape;
    const auto rows = static_cast<std::size_t>(shape[shape.size() - 2]);
    const std::int64_t groups = (shape.back() - 1) / group + 1;
    const Matrices matrices{shape.size() == 3 ? static_cast<std::size_t>(shape.front()) : 1, rows,
                            static_cast<std::size_t>(groups)};
    CodedWeight weight;
    weight.codes.bits = 4;
    weight.codes.rows = static_cast<std::int64_t>(matrices.count * rows);
    weight.codes.columns = shape.back();
    weight.codes.source =
        parts.codes.strides.empty() ? parts.codes.source : gatheredBytes(parts.codes);
    weight.codes.offset = parts.codes.strides.empty() ? parts.codes.info.offset : 0;
    weight.levels = words ? unsignedLevels() : signedLevels(4);
    weight.layout = {1, 0, group, groups};
    weight.load = loadGrid(std::move(parts.scales), std::move(parts.zeros), matrices, words);
    return packedTensor(name, std::move(parts.shape), std::move(packed), bytes, std::move(weight));
}

}  // namespace zeropoint
