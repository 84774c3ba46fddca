// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/torch/torch_sparse.h"

#include "core/files/little_endian.h"
#include "core/files/strided_bytes.h"

#include <algorithm>
#include <bit>
#include <mutex>
#include <new>

namespace zeropoint {
namespace {

/// Where each entry begins in the dense tensor, in that order, and its values.
struct Entries {
    struct Place {
        std::uint64_t first = 0;  ///< in row-major order
        std::uint64_t entry = 0;
    };
    std::vector<Place> places;
    std::vector<float> values;
    std::uint64_t each = 1;  ///< values of an entry
};

/// Places are whole numbers beyond what float32 holds: they are read as they stand.
Result<std::vector<std::int64_t>> wholeNumbers(const StoredTensor& tensor) {
    const bool wide = tensor.info.dtype == DType::I64;
    const std::size_t width = wide ? 8 : 4;
    const auto source = tensor.strides.empty() ? tensor.source : gatheredBytes(tensor);
    const std::uint64_t offset = tensor.strides.empty() ? tensor.info.offset : 0;
    std::vector<std::byte> bytes(static_cast<std::size_t>(tensor.info.elements()) * width);
    if (auto read = source->read(offset, bytes); !read) {
        return tl::unexpected(read.error());
    }
    if (tensor.order == ByteOrder::Big) {
        for (std::size_t at = 0; at < bytes.size(); at += width) {
            std::reverse(bytes.begin() + static_cast<std::ptrdiff_t>(at),
                         bytes.begin() + static_cast<std::ptrdiff_t>(at + width));
        }
    }
    std::vector<std::int64_t> numbers(bytes.size() / width);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto at = std::span(bytes).subspan(i * width);
        numbers[i] = wide ? littleEndian<std::int64_t>(at) : littleEndian<std::int32_t>(at);
    }
    return numbers;
}

class SparseValues final : public PackedValues {
public:
    SparseValues(std::string name, Shape shape, SparseParts parts)
        : m_name(std::move(name)), m_shape(std::move(shape)), m_parts(std::move(parts)) {}

    Result<void> read(std::uint64_t first, std::span<float> out) const override {
        const auto entries = this->entries();
        if (!entries) {
            return tl::unexpected(entries.error());
        }
        std::ranges::fill(out, 0.0F);
        const std::uint64_t each = (*entries)->each;
        const std::uint64_t end = first + out.size();
        const auto& places = (*entries)->places;
        auto place = std::ranges::partition_point(
            places, [&](const Entries::Place& at) { return at.first + each <= first; });
        for (; place != places.end() && place->first < end; ++place) {
            const std::uint64_t begin = std::max(first, place->first);
            for (std::uint64_t at = begin; at < std::min(end, place->first + each); ++at) {
                out[at - first] += (*entries)->values[place->entry * each + at - place->first];
            }
        }
        return {};
    }

    Result<void> readCodes(std::uint64_t, std::span<std::int32_t>) const override {
        return fail(ErrorCode::Unsupported, "A sparse tensor has no codes", m_name,
                    "Look at the values: they are read");
    }
    Result<PackedGrid> gridAt(std::uint64_t) const override {
        return fail(ErrorCode::Unsupported, "A sparse tensor has no grid", m_name,
                    "Look at the values: they are read");
    }

private:
    using EntriesPtr = std::shared_ptr<const Entries>;

    Result<EntriesPtr> entries() const {
        const std::scoped_lock lock(m_mutex);
        if (m_entries == nullptr) {
            auto loaded = load();
            if (!loaded) {
                return tl::unexpected(loaded.error());
            }
            m_entries = std::move(*loaded);
        }
        return m_entries;
    }

    Result<EntriesPtr> load() const {
        try {
            auto entries = std::make_shared<Entries>();
            entries->values.resize(static_cast<std::size_t>(m_parts.values.info.elements()));
            if (auto read = readStoredValues(m_parts.values, 0, entries->values); !read) {
                return tl::unexpected(read.error());
            }
            for (std::size_t axis = 1; axis < m_parts.values.info.shape.size(); ++axis) {
                entries->each *= static_cast<std::uint64_t>(m_parts.values.info.shape[axis]);
            }
            auto placed = m_parts.starts ? placeCompressed(*entries) : placeCoordinates(*entries);
            if (!placed) {
                return tl::unexpected(placed.error());
            }
            std::ranges::stable_sort(entries->places, {}, &Entries::Place::first);
            return EntriesPtr(std::move(entries));
        } catch (const std::bad_alloc&) {
            return fail(ErrorCode::TooLarge, "There is not enough memory for the sparse tensor",
                        m_name, "Close what else needs memory, or take a smaller tensor");
        }
    }

    tl::unexpected<Error> outside() const {
        return fail(ErrorCode::Malformed, "The sparse tensor has values outside its shape", m_name,
                    "Copy or download it again: it is damaged");
    }

    Result<void> placeCoordinates(Entries& entries) const {
        const auto indices = wholeNumbers(m_parts.indices);
        if (!indices) {
            return tl::unexpected(indices.error());
        }
        const auto count = static_cast<std::size_t>(m_parts.values.info.shape[0]);
        const auto axes = static_cast<std::size_t>(m_parts.indices.info.shape[0]);
        entries.places.resize(count);
        for (std::size_t entry = 0; entry < count; ++entry) {
            std::uint64_t place = 0;
            for (std::size_t axis = 0; axis < axes; ++axis) {
                const std::int64_t index = (*indices)[axis * count + entry];
                if (index < 0 || index >= m_shape[axis]) {
                    return outside();
                }
                place = place * static_cast<std::uint64_t>(m_shape[axis]) +
                        static_cast<std::uint64_t>(index);
            }
            entries.places[entry] = {place * entries.each, entry};
        }
        return {};
    }

    Result<void> placeCompressed(Entries& entries) const {
        const auto starts = wholeNumbers(*m_parts.starts);
        const auto inner = wholeNumbers(m_parts.indices);
        if (!starts || !inner) {
            return tl::unexpected(starts ? inner.error() : starts.error());
        }
        const auto count = static_cast<std::int64_t>(inner->size());
        const std::int64_t lines = m_shape[m_parts.columnsFirst ? 1 : 0];
        const std::int64_t across = m_shape[m_parts.columnsFirst ? 0 : 1];
        entries.places.resize(inner->size());
        std::int64_t done = 0;
        for (std::int64_t line = 0; line < lines; ++line) {
            const std::int64_t begin = (*starts)[static_cast<std::size_t>(line)];
            const std::int64_t end = (*starts)[static_cast<std::size_t>(line + 1)];
            if (begin != done || end < begin || end > count) {
                return outside();
            }
            for (; done < end; ++done) {
                const auto entry = static_cast<std::size_t>(done);
                const std::int64_t at = (*inner)[entry];
                if (at < 0 || at >= across) {
                    return outside();
                }
                const std::int64_t place =
                    m_parts.columnsFirst ? at * m_shape[1] + line : line * m_shape[1] + at;
                entries.places[entry] = {static_cast<std::uint64_t>(place), entry};
            }
        }
        return done == count ? Result<void>() : outside();
    }

    std::string m_name;
    Shape m_shape;
    SparseParts m_parts;
    mutable std::mutex m_mutex;
    mutable EntriesPtr m_entries;
};

bool arePlaces(const StoredTensor& tensor) {
    return tensor.unreadable.empty() &&
           (tensor.info.dtype == DType::I64 || tensor.info.dtype == DType::I32);
}

/// What does not fit; empty when all does.
std::string misfit(const Shape& shape, const SparseParts& parts) {
    if (!parts.values.unreadable.empty() || !whyNotRead(parts.values).empty()) {
        return "Its values are not read: " + whyNotRead(parts.values);
    }
    if (!arePlaces(parts.indices) || (parts.starts && !arePlaces(*parts.starts))) {
        return "The places of its values are no whole numbers that can be read";
    }
    const Shape& places = parts.indices.info.shape;
    const Shape& values = parts.values.info.shape;
    if (parts.starts) {
        const Shape& starts = parts.starts->info.shape;
        const std::size_t lines = parts.columnsFirst ? 1 : 0;
        const bool fits = shape.size() == 2 && places.size() == 1 && values == places &&
                          starts.size() == 1 && starts[0] - 1 == shape[lines];
        return fits ? "" : "The places of its values do not fit its shape";
    }
    const bool fits = places.size() == 2 && !values.empty() && places[1] == values[0] &&
                      places[0] + static_cast<std::int64_t>(values.size()) - 1 ==
                          static_cast<std::int64_t>(shape.size()) &&
                      std::equal(values.begin() + 1, values.end(), shape.begin() + places[0]);
    return fits ? "" : "The places of its values do not fit its shape";
}

}  // namespace

StoredTensor sparseTensor(const std::string& name, const Shape& shape, SparseParts parts) {
    StoredTensor tensor = unreadableTensor(name, misfit(shape, parts));
    TensorInfo& info = tensor.info;
    info.shape = shape;
    info.dtypeText = "sparse " + parts.values.info.dtypeText;
    info.bytes = parts.values.info.bytes + parts.indices.info.bytes +
                 (parts.starts ? parts.starts->info.bytes : 0);
    tensor.source = parts.values.source;
    if (!tensor.unreadable.empty()) {
        return tensor;
    }
    // A few values may claim any number of zeros, and each takes four bytes when it is read.
    constexpr std::int64_t mostZeros = 1 << 24;
    constexpr std::int64_t mostPerValue = 1 << 12;
    const std::int64_t elements = info.elements();
    const std::int64_t stored = parts.values.info.elements();
    if (elements < 0 || (elements > mostZeros && elements / mostPerValue > stored)) {
        tensor.unreadable =
            std::to_string(stored) + " values are spread over too many zeros to be read";
        return tensor;
    }
    info.dtype = parts.values.info.dtype;
    info.offset = parts.values.info.offset;
    tensor.packed = std::make_shared<const SparseValues>(name, shape, std::move(parts));
    return tensor;
}

}  // namespace zeropoint
