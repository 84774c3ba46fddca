// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/tensor_ranges.h"

#include "core/files/element_decoder.h"
#include "core/files/strided_bytes.h"
#include "core/statistics/plain_sums.h"

#include <algorithm>
#include <cmath>

namespace zeropoint {
namespace {

/// Values that are decoded at once out of a piece: they stay in the cache until they are summed.
constexpr std::uint64_t blockSize = 1 << 14;

Moments momentsOf(const Summary& summary) {
    const auto n = static_cast<double>(summary.finite);
    const double variance = summary.std * summary.std;
    return {summary.finite, summary.mean, variance * n, summary.skew * variance * summary.std * n,
            summary.kurtosis * variance * variance * n};
}

/// Whether the values stand one after the other in whole bytes that decodeElements turns into
/// numbers, so that their bytes can be read in large pieces and decoded in small ones.
bool isPlain(const StoredTensor& tensor) {
    return tensor.isPlain() && canDecode(tensor.info.dtype) &&
           dtypeBits(tensor.info.dtype) % 8 == 0;
}

/// Of 16-bit floats without decoding them into memory; nothing where that is not possible.
std::optional<Summary> spreadOfCodes(DType dtype, std::span<const std::byte> codes) {
    if (codes.size() % (2 * plainCodesStep) != 0) {
        return std::nullopt;
    }
    const PlainSums sums =
        dtype == DType::BF16 ? plainSumsOfBfloat16(codes) : plainSumsOfFloat16(codes);
    const auto moments = sums.moments();
    if (!moments) {
        return std::nullopt;
    }
    Summary summary;
    summary.count = sums.count;
    summary.finite = sums.count;
    summary.zeros = sums.zeros;
    summary.min = sums.min;
    summary.max = sums.max;
    summary.mean = moments->mean;
    summary.std = std::sqrt(moments->variance());
    return summary;
}

void addDecoded(const StoredTensor& tensor, std::span<const std::byte> bytes,
                std::span<float> values, SummaryDetail detail, SummaryJoin& join) {
    const std::size_t width = dtypeBits(tensor.info.dtype) / 8;
    for (std::size_t at = 0; at < bytes.size(); at += blockSize * width) {
        const auto block = bytes.subspan(at, std::min(blockSize * width, bytes.size() - at));
        const auto decoded = values.first(block.size() / width);
        decodeElements(tensor.info.dtype, tensor.order, block, 0, decoded);
        join.add(summarize(decoded, {}, detail));
    }
}

void addPlainPiece(const StoredTensor& tensor, std::span<const std::byte> bytes,
                   std::span<float> values, SummaryDetail detail, SummaryJoin& join) {
    const DType dtype = tensor.info.dtype;
    const bool little = tensor.order == ByteOrder::Little;
    const auto address = reinterpret_cast<std::uintptr_t>(bytes.data());
    if (dtype == DType::F32 && little && address % alignof(float) == 0) {
        // The bytes lie in the floats of the scratch memory.
        return join.add(
            summarize({reinterpret_cast<const float*>(bytes.data()), bytes.size() / sizeof(float)},
                      {}, detail));
    }
    const bool halves = dtype == DType::BF16 || dtype == DType::F16;
    if (!halves || !little || detail != SummaryDetail::Spread) {
        return addDecoded(tensor, bytes, values, detail, join);
    }
    for (std::size_t at = 0; at < bytes.size(); at += 2 * plainCodesMost) {
        const auto codes = bytes.subspan(at, std::min(2 * plainCodesMost, bytes.size() - at));
        if (const auto spread = spreadOfCodes(dtype, codes)) {
            join.add(*spread);
        } else {
            addDecoded(tensor, codes, values, detail, join);
        }
    }
}

/// Values [begin, end) of a plain tensor.
Result<SummaryJoin> summarizePlain(const StoredTensor& tensor, std::uint64_t begin,
                                   std::uint64_t end, Scratch& scratch, SummaryDetail detail) {
    const std::uint64_t width = dtypeBits(tensor.info.dtype) / 8;
    SummaryJoin join;
    for (std::uint64_t at = begin * width; at < end * width; at += Scratch::pieceBytes) {
        const std::uint64_t offset = tensor.info.offset + at;
        const auto bytes = scratch.bytesAt(offset, std::min(Scratch::pieceBytes, end * width - at));
        if (auto read = tensor.source->read(offset, bytes); !read) {
            return tl::unexpected(read.error());
        }
        addPlainPiece(tensor, bytes, scratch.values(), detail, join);
    }
    return join;
}

/// The same of one in blocks, in strides or in parts of bytes.
Result<SummaryJoin> summarizeOther(const WeightFile& file, std::size_t index, std::uint64_t begin,
                                   std::uint64_t end, Scratch& scratch, SummaryDetail detail) {
    SummaryJoin join;
    for (std::uint64_t at = begin; at < end; at += Scratch::pieceSize) {
        const auto piece = scratch.values().first(std::min(Scratch::pieceSize, end - at));
        if (auto read = file.readValues(index, at, piece); !read) {
            return tl::unexpected(read.error());
        }
        join.add(summarize(piece, {}, detail));
    }
    return join;
}

}  // namespace

void SummaryJoin::add(const Summary& part) {
    if (part.finite > 0) {
        const bool first = m_sum.finite == 0;
        m_sum.min = first ? part.min : std::min(m_sum.min, part.min);
        m_sum.max = first ? part.max : std::max(m_sum.max, part.max);
        m_moments.join(momentsOf(part));
    }
    m_sum.count += part.count;
    m_sum.finite += part.finite;
    m_sum.nan += part.nan;
    m_sum.infinite += part.infinite;
    m_sum.zeros += part.zeros;
    m_sum.negatives += part.negatives;
}

Summary SummaryJoin::result(SummaryDetail detail) const {
    Summary sum = m_sum;
    sum.mean = m_moments.mean;
    sum.std = std::sqrt(m_moments.variance());
    if (detail == SummaryDetail::Shape) {
        sum.skew = m_moments.skew();
        sum.kurtosis = m_moments.kurtosis();
    }
    return sum;
}

TensorRanges::TensorRanges(const WeightFile& file, std::size_t index)
    : m_file(&file),
      m_index(index),
      m_elements(static_cast<std::uint64_t>(file.tensors()[index].elements())) {
    const StoredTensor& stored = file.stored(index);
    if (!stored.unreadable.empty()) {
        // Whatever it claims: asking for one value tells the reason.
        m_elements = 1;
        return;
    }
    // Strides that only permute the storage: the same values, read as they lie.
    m_plain = stored.strides.empty() ? std::optional(stored) : permutedStorage(stored);
    if (m_plain && !isPlain(*m_plain)) {
        m_plain.reset();
    }
}

Result<SummaryJoin> TensorRanges::summarize(std::uint64_t begin, std::uint64_t end,
                                            Scratch& scratch, SummaryDetail detail) const {
    return m_plain ? summarizePlain(*m_plain, begin, end, scratch, detail)
                   : summarizeOther(*m_file, m_index, begin, end, scratch, detail);
}

}  // namespace zeropoint
