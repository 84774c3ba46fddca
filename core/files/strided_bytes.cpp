// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/strided_bytes.h"

#include <algorithm>
#include <cstring>
#include <utility>
#include <vector>

namespace zeropoint {
namespace {

/// Elements of storage that are read at once.
constexpr std::int64_t windowElements = 1 << 16;
/// A stretch of storage is read whole while at least one element of so many is wanted: reading
/// the others costs less than another call of the system.
constexpr std::int64_t mostWaste = 16;

/// One axis of a box of elements: its size, and the distance of neighbours in storage and in `out`.
struct Axis {
    std::int64_t size = 1;
    std::int64_t stride = 0;
    std::int64_t outStride = 0;
};
using Axes = std::span<const Axis>;

std::int64_t count(Axes axes) {
    std::int64_t product = 1;
    for (const Axis& axis : axes) {
        product *= axis.size;
    }
    return product;
}

/// Elements of storage from the first to the last of the box.
std::int64_t extent(Axes axes) {
    std::int64_t reach = 1;
    for (const Axis& axis : axes) {
        reach += (axis.size - 1) * axis.stride;
    }
    return reach;
}

bool dense(Axes axes) {
    const std::int64_t reach = extent(axes);
    return reach <= windowElements && reach <= mostWaste * count(axes);
}

class Gatherer {
public:
    Gatherer(const StoredTensor& tensor, std::span<std::byte> out)
        : m_tensor(tensor), m_size(dtypeBits(tensor.info.dtype) / 8), m_out(out) {}

    /// `n` elements from `first` on of the sub-tensor that begins at `axis` and, in storage,
    /// `base`.
    Result<void> range(std::size_t axis, std::int64_t base, std::int64_t first, std::int64_t n) {
        const Shape& shape = m_tensor.info.shape;
        if (n == 0) {
            return {};
        }
        if (axis == shape.size()) {
            return box({}, base, std::exchange(m_done, m_done + 1));
        }
        std::int64_t inner = 1;
        for (std::size_t later = axis + 1; later < shape.size(); ++later) {
            inner *= shape[later];
        }
        const std::int64_t stride = m_tensor.strides[axis];
        if (const std::int64_t skip = first % inner; skip != 0) {
            const std::int64_t part = std::min(n, inner - skip);
            if (auto head = range(axis + 1, base + first / inner * stride, skip, part); !head) {
                return head;
            }
            first += part;
            n -= part;
        }
        base += first / inner * stride;
        if (const std::int64_t whole = n / inner; whole > 0) {
            const std::int64_t at = std::exchange(m_done, m_done + whole * inner);
            if (auto body = box(boxAxes(axis, whole, inner), base, at); !body) {
                return body;
            }
            base += whole * stride;
            n -= whole * inner;
        }
        return range(axis + 1, base, 0, n);
    }

private:
    /// The axes in the order of their strides, widest first, so that storage is passed over once.
    std::vector<Axis> boxAxes(std::size_t axis, std::int64_t whole, std::int64_t inner) const {
        const Shape& shape = m_tensor.info.shape;
        std::vector<Axis> axes;
        for (std::int64_t outStride = inner; axis < shape.size(); ++axis) {
            const std::int64_t size = axes.empty() && whole > 0 ? whole : shape[axis];
            axes.push_back({size, m_tensor.strides[axis], outStride});
            whole = 0;
            outStride = axis + 1 < shape.size() ? outStride / shape[axis + 1] : 1;
        }
        std::erase_if(axes, [](const Axis& each) { return each.size == 1; });
        std::ranges::stable_sort(axes, std::ranges::greater(), &Axis::stride);
        return axes;
    }

    Result<void> box(Axes axes, std::int64_t base, std::int64_t at) {
        if (dense(axes)) {
            return stretch(axes, base, at);
        }
        // Steps of the widest axis, as many at once as still make a dense stretch.
        const Axis& widest = axes.front();
        const Axes rest = axes.subspan(1);
        const bool joins = dense(rest) && widest.stride <= mostWaste * count(rest);
        const std::int64_t steps =
            joins ? std::max<std::int64_t>((windowElements - extent(rest)) / widest.stride, 1) : 1;
        std::vector<Axis> part(axes.begin(), axes.end());
        for (std::int64_t i = 0; i < widest.size; i += steps) {
            part.front().size = std::min(steps, widest.size - i);
            const Axes next = steps > 1 ? Axes(part) : rest;
            auto done = joins ? stretch(next, base + i * widest.stride, at + i * widest.outStride)
                              : box(next, base + i * widest.stride, at + i * widest.outStride);
            if (!done) {
                return done;
            }
        }
        return {};
    }

    Result<void> stretch(Axes axes, std::int64_t base, std::int64_t at) {
        m_window.resize(static_cast<std::size_t>(extent(axes)) * m_size);
        const std::uint64_t offset = static_cast<std::uint64_t>(base) * m_size;
        if (auto read = m_tensor.source->read(m_tensor.info.offset + offset, m_window); !read) {
            return read;
        }
        scatter(axes, 0, at);
        return {};
    }

    void scatter(Axes axes, std::int64_t from, std::int64_t to) {
        if (axes.empty()) {
            std::memcpy(m_out.data() + static_cast<std::size_t>(to) * m_size,
                        m_window.data() + static_cast<std::size_t>(from) * m_size, m_size);
            return;
        }
        const Axis& axis = axes.front();
        for (std::int64_t i = 0; i < axis.size; ++i) {
            scatter(axes.subspan(1), from + i * axis.stride, to + i * axis.outStride);
        }
    }

    const StoredTensor& m_tensor;
    std::size_t m_size;
    std::span<std::byte> m_out;
    std::int64_t m_done = 0;  ///< elements of `out` that are given to a box
    std::vector<std::byte> m_window;
};

class GatheredBytes final : public ByteSource {
public:
    explicit GatheredBytes(StoredTensor tensor) : m_tensor(std::move(tensor)) {}

    std::uint64_t size() const override { return m_tensor.info.bytes; }
    const std::string& name() const override { return m_tensor.source->name(); }
    Result<void> read(std::uint64_t offset, std::span<std::byte> out) const override {
        return readStridedBytes(m_tensor, offset * 8 / dtypeBits(m_tensor.info.dtype), out);
    }

private:
    StoredTensor m_tensor;
};

}  // namespace

Result<void> readStridedBytes(const StoredTensor& tensor, std::uint64_t first,
                              std::span<std::byte> out) {
    const std::size_t size = dtypeBits(tensor.info.dtype) / 8;
    return Gatherer(tensor, out)
        .range(0, 0, static_cast<std::int64_t>(first),
               static_cast<std::int64_t>(out.size() / size));
}

std::shared_ptr<const ByteSource> gatheredBytes(StoredTensor tensor) {
    return std::make_shared<const GatheredBytes>(std::move(tensor));
}

std::optional<StoredTensor> permutedStorage(const StoredTensor& tensor) {
    std::vector<std::pair<std::int64_t, std::int64_t>> axes;  // stride, size
    for (std::size_t axis = 0; axis < tensor.strides.size(); ++axis) {
        if (tensor.info.shape[axis] != 1) {
            axes.emplace_back(tensor.strides[axis], tensor.info.shape[axis]);
        }
    }
    std::ranges::sort(axes);
    std::int64_t expected = 1;
    for (const auto& [stride, size] : axes) {
        if (stride != expected) {
            return std::nullopt;
        }
        expected *= size;
    }
    StoredTensor storage = tensor;
    storage.strides.clear();
    storage.info.shape = {tensor.info.elements()};
    return storage;
}

}  // namespace zeropoint
