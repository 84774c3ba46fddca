// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/weight_file.h"

#include "core/files/place_of.h"
#include "core/support/function_ref.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <new>

namespace zeropoint {
namespace {

/// Values that one shard reads and decodes: 1 MiB of float32, which stays in a core's cache.
constexpr std::uint64_t decodedAtOnce = 1 << 18;

using FillPart = FunctionRef<Result<void>(std::uint64_t begin, std::span<float> part)>;

/// Fills the values shard by shard on the execution's pool; the first failure ends it.
Result<void> fill(const Execution& execution, std::span<float> values, const std::string& where,
                  FillPart fillPart) {
    std::mutex mutex;
    Result<void> outcome;
    std::atomic<bool> failed = false;
    const std::size_t shards = (values.size() + decodedAtOnce - 1) / decodedAtOnce;
    const bool done = runShards(execution, shards, [&](std::size_t shard) {
        if (failed) {
            return;
        }
        const std::uint64_t begin = shard * decodedAtOnce;
        const auto part = values.subspan(begin, std::min(decodedAtOnce, values.size() - begin));
        if (auto read = fillPart(begin, part); !read) {
            const std::scoped_lock lock(mutex);
            outcome = read;
            failed = true;
        }
    });
    if (outcome && !done) {
        return fail(ErrorCode::Cancelled, "Reading was stopped", where);
    }
    return outcome;
}

}  // namespace

WeightFile::WeightFile(std::string path, FileContents contents)
    : m_path(std::move(path)), m_contents(std::move(contents)) {
    m_infos.reserve(m_contents.tensors.size());
    for (StoredTensor& tensor : m_contents.tensors) {
        if (std::string reason = impossibleCounts(tensor.info); !reason.empty()) {
            tensor.unreadable = std::move(reason);
            tensor.info.role = TensorRole::Buffer;  // no count of parameters is one of these
        }
        m_infos.push_back(tensor.info);
    }
    for (std::size_t i = 0; i < m_infos.size(); ++i) {
        m_byName.emplace_back(m_infos[i].name, i);
    }
    // A packed weight is found by the name of its codes too, if no tensor bears it.
    for (std::size_t i = 0; i < m_infos.size(); ++i) {
        if (m_infos[i].packed != nullptr && !m_infos[i].packed->parts.empty()) {
            m_byName.emplace_back(m_infos[i].packed->parts.front(), i);
        }
    }
    std::ranges::stable_sort(m_byName, {}, &Named::first);
}

std::optional<std::size_t> WeightFile::find(std::string_view name) const {
    const auto found = std::ranges::lower_bound(m_byName, name, {}, &Named::first);
    return found != m_byName.end() && found->first == name ? std::optional(found->second)
                                                           : std::nullopt;
}

Result<void> WeightFile::checkReadable(std::size_t index) const {
    const StoredTensor& tensor = m_contents.tensors[index];
    return tensor.unreadable.empty() ? Result<void>()
                                     : notRead(tensor, placeOf(m_path, tensor.info.name));
}

Result<void> WeightFile::readValues(std::size_t index, std::uint64_t first,
                                    std::span<float> out) const {
    if (auto readable = checkReadable(index); !readable) {
        return readable;
    }
    const StoredTensor& tensor = m_contents.tensors[index];
    const auto elements = static_cast<std::uint64_t>(tensor.info.elements());
    if (first > elements || out.size() > elements - first) {
        return fail(ErrorCode::InvalidArgument, "The slice reaches beyond the tensor",
                    placeOf(m_path, tensor.info.name),
                    "Ask for some of its " + std::to_string(elements) + " values");
    }
    return readStoredValues(tensor, first, out);
}

Result<Tensor> WeightFile::read(std::size_t index, const Execution& execution) const {
    const TensorInfo& info = m_infos[index];
    const std::string where = placeOf(m_path, info.name);
    if (auto readable = checkReadable(index); !readable) {
        return tl::unexpected(readable.error());
    }
    try {
        std::vector<float> values(static_cast<std::size_t>(info.elements()));
        const auto done =
            fill(execution, values, where, [&](std::uint64_t begin, std::span<float> part) {
                return readValues(index, begin, part);
            });
        if (!done) {
            return tl::unexpected(done.error());
        }
        return Tensor(info.name, info.shape, std::move(values), info.dtype);
    } catch (const std::bad_alloc&) {
        return fail(ErrorCode::TooLarge, "There is not enough memory for the tensor", where,
                    "Close what else needs memory, or take a smaller tensor");
    }
}

}  // namespace zeropoint
