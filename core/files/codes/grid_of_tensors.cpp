// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/codes/grid_of_tensors.h"

#include <algorithm>
#include <new>

namespace zeropoint {

bool fitsGrid(const StoredTensor& tensor, std::int64_t entries) {
    const std::int64_t elements = tensor.info.elements();
    return tensor.unreadable.empty() && (elements == 1 || elements == entries);
}

Result<std::vector<float>> gridValues(const StoredTensor& tensor, std::int64_t entries) {
    if (!tensor.unreadable.empty()) {
        return notRead(tensor, tensor.info.name);
    }
    try {
        std::vector<float> values(static_cast<std::size_t>(tensor.info.elements()));
        if (auto read = readStoredValues(tensor, 0, values); !read) {
            return tl::unexpected(read.error());
        }
        if (values.size() == 1) {
            values.resize(static_cast<std::size_t>(entries), values.front());
        }
        return values;
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::TooLarge, "There is not enough memory for the scales",
                    tensor.info.name, "Close what else needs memory, or take a smaller tensor");
    }
}

LoadGrid gridOfTensors(GridTensors tensors, std::int64_t entries) {
    return [tensors = std::move(tensors), entries]() -> Result<CodeGrid> {
        CodeGrid grid;
        auto scales = gridValues(tensors.scales, entries);
        if (!scales) {
            return tl::unexpected(scales.error());
        }
        grid.scales = std::move(*scales);
        for (float& scale : grid.scales) {
            scale = scale * tensors.factor / tensors.divisor;
        }
        for (const auto& [tensor, out] :
             {std::pair(&tensors.zeros, &grid.zeros), std::pair(&tensors.biases, &grid.biases)}) {
            if (!*tensor) {
                continue;
            }
            auto values = gridValues(**tensor, entries);
            if (!values) {
                return tl::unexpected(values.error());
            }
            *out = std::move(*values);
        }
        return grid;
    };
}

bool layAlong(CodedWeight& weight, const Shape& shape, std::int64_t axis, std::int64_t block) {
    const auto product = [&](std::size_t begin, std::size_t end) {
        std::int64_t count = 1;
        for (std::size_t i = begin; i < end; ++i) {
            count *= shape[i];
        }
        return count;
    };
    const std::size_t last = shape.empty() ? 0 : shape.size() - 1;
    const std::int64_t elements = elementCount(shape);
    if (elements <= 0 || axis >= static_cast<std::int64_t>(shape.size()) || block < 0) {
        return false;
    }
    if (axis < 0) {
        weight.codes.columns = shape.empty() ? 1 : shape.back();
        weight.codes.rows = elements / weight.codes.columns;
        weight.layout = {0, 0, 0, 1};
        return true;
    }
    const auto at = static_cast<std::size_t>(axis);
    if (at == last) {
        weight.codes.columns = shape.back();
        weight.codes.rows = elements / shape.back();
        const std::int64_t per = std::max<std::int64_t>(block, 1);
        const std::int64_t columns = (shape.back() + per - 1) / per;
        // Groups along the last axis are of each row; a scale a column is of all rows.
        weight.layout = {block == 0 ? 0 : 1, 0, per, columns};
        return true;
    }
    weight.codes.columns = product(at + 1, shape.size());
    weight.codes.rows = elements / weight.codes.columns;
    if (block == 0) {
        weight.layout = {1, shape[at], 0, 1};
        return true;
    }
    weight.layout = {block, 0, 1, weight.codes.columns};
    return shape[at] % block == 0 || at == 0;
}

std::optional<ByteCodes> byteCodesOf(DType dtype) {
    switch (dtype) {
        case DType::I8:
            return ByteCodes{signedLevels(8), "int8"};
        case DType::U8:
            return ByteCodes{unsignedLevels(), "uint8"};
        case DType::F8E4M3:
            return ByteCodes{formatLevels("fp8-e4m3"), "fp8-e4m3"};
        case DType::F8E5M2:
            return ByteCodes{formatLevels("fp8-e5m2"), "fp8-e5m2"};
        case DType::F8E4M3Fnuz:
            return ByteCodes{formatLevels("fp8-e4m3fnuz"), "fp8-e4m3fnuz"};
        case DType::F8E5M2Fnuz:
            return ByteCodes{formatLevels("fp8-e5m2fnuz"), "fp8-e5m2fnuz"};
        default:
            return std::nullopt;
    }
}

StoredTensor packedTensor(std::string name, Shape shape, PackedWeight packed, std::uint64_t bytes,
                          CodedWeight weight) {
    StoredTensor tensor;
    tensor.info.name = std::move(name);
    tensor.info.dtype = DType::Block;
    tensor.info.dtypeText = packed.by + " " + packed.format;
    tensor.info.shape = std::move(shape);
    tensor.info.bytes = bytes;
    tensor.info.offset = weight.codes.offset;
    tensor.info.packed = std::make_shared<const PackedWeight>(std::move(packed));
    tensor.source = weight.codes.source;
    tensor.packed = codedValues(std::move(weight));
    return tensor;
}

StoredTensor unreadWeight(std::string name, StoredTensor codes, Shape shape, PackedWeight packed,
                          std::uint64_t bytes, std::string reason) {
    codes.info.name = std::move(name);
    codes.info.shape = std::move(shape);
    codes.info.bytes = bytes;
    codes.info.packed = std::make_shared<const PackedWeight>(std::move(packed));
    codes.unreadable = std::move(reason);
    return codes;
}

}  // namespace zeropoint
