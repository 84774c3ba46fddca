// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/codes/wide_values.h"

#include <algorithm>
#include <mutex>
#include <utility>
#include <vector>

namespace zeropoint {
namespace {

class WideValues final : public PackedValues {
public:
    WideValues(StoredTensor codes, std::int64_t columns, GridLayout layout, LoadGrid load)
        : m_codes(std::move(codes)),
          m_columns(static_cast<std::uint64_t>(columns)),
          m_layout(layout),
          m_load(std::move(load)) {}

    Result<void> read(std::uint64_t first, std::span<float> out) const override {
        const auto grid = this->grid();
        if (!grid) {
            return tl::unexpected(grid.error());
        }
        if (auto read = readStoredValues(m_codes, first, out); !read) {
            return read;
        }
        const CodeGrid& side = **grid;
        for (std::size_t i = 0; i < out.size(); ++i) {
            const std::size_t entry = entryOf(first + i);
            const float zero = side.zeros.empty() ? 0.0F : side.zeros[entry];
            out[i] = (out[i] - zero) * side.scales[entry];
        }
        return {};
    }

    Result<void> readCodes(std::uint64_t first, std::span<std::int32_t> out) const override {
        std::vector<float> values(out.size());
        if (auto read = readStoredValues(m_codes, first, values); !read) {
            return read;
        }
        std::ranges::transform(values, out.begin(), [](float value) {
            return static_cast<std::int32_t>(std::clamp(value, -0x1p31F, 0x1.fffffep30F));
        });
        return {};
    }

    Result<PackedGrid> gridAt(std::uint64_t /*index*/) const override {
        return fail(ErrorCode::Unsupported, "Codes of more than 8 bits are not listed one by one",
                    m_codes.info.name, "Look at the values: they are read");
    }

private:
    std::size_t entryOf(std::uint64_t index) const {
        const auto part = [](std::uint64_t at, std::int64_t per) {
            return per == 0 ? 0 : at / static_cast<std::uint64_t>(per);
        };
        const std::uint64_t of = part(index / m_columns, m_layout.rowsPer);
        const std::uint64_t row =
            m_layout.rowPeriod == 0 ? of : of % static_cast<std::uint64_t>(m_layout.rowPeriod);
        return row * static_cast<std::uint64_t>(m_layout.gridColumns) +
               part(index % m_columns, m_layout.columnsPer);
    }

    Result<std::shared_ptr<const CodeGrid>> grid() const {
        const std::scoped_lock lock(m_mutex);
        if (m_grid == nullptr) {
            auto loaded = m_load();
            if (!loaded) {
                return tl::unexpected(loaded.error());
            }
            m_grid = std::make_shared<const CodeGrid>(std::move(*loaded));
        }
        return m_grid;
    }

    StoredTensor m_codes;
    std::uint64_t m_columns;
    GridLayout m_layout;
    LoadGrid m_load;
    mutable std::mutex m_mutex;
    mutable std::shared_ptr<const CodeGrid> m_grid;
};

}  // namespace

std::string_view wideFormat(DType dtype) {
    return dtype == DType::I32   ? "int32"
           : dtype == DType::I16 ? "int16"
           : dtype == DType::U16 ? "uint16"
                                 : "";
}

StoredTensor wideTensor(std::string name, StoredTensor codes, PackedWeight packed,
                        std::uint64_t bytes, const CodedWeight& weight) {
    StoredTensor tensor = codes;
    tensor.packed = std::make_shared<const WideValues>(std::move(codes), weight.codes.columns,
                                                       weight.layout, weight.load);
    tensor.strides.clear();
    tensor.info.name = std::move(name);
    tensor.info.dtype = DType::Block;
    tensor.info.dtypeText = packed.by + " " + packed.format;
    tensor.info.bytes = bytes;
    tensor.info.packed = std::make_shared<const PackedWeight>(std::move(packed));
    return tensor;
}

}  // namespace zeropoint
