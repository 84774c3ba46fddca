// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstring>

#if defined(__SSE2__)
#include <immintrin.h>
#endif

namespace zeropoint {

/// Writes `bytes` (whole cache lines) past the cache: the lines of `to` are not read first. For
/// results larger than the caches, which nobody reads soon. Both begin on a cache line. In small
/// portions between the computing: a processor holds few lines that wait for memory, and computing
/// goes on beside them. For the core's .cpp files only, since the width depends on the level.
template <std::size_t bytes>
inline void streamLines(void* to, const void* from) {
    static_assert(bytes % 64 == 0);
    auto* target = static_cast<char*>(to);
    const auto* source = static_cast<const char*>(from);
#if defined(__AVX512F__)
    for (std::size_t at = 0; at < bytes; at += sizeof(__m512i)) {
        _mm512_stream_si512(reinterpret_cast<__m512i*>(target + at),
                            _mm512_load_si512(source + at));
    }
#elif defined(__AVX__)
    for (std::size_t at = 0; at < bytes; at += sizeof(__m256i)) {
        _mm256_stream_si256(reinterpret_cast<__m256i*>(target + at),
                            _mm256_load_si256(reinterpret_cast<const __m256i*>(source + at)));
    }
#elif defined(__SSE2__)
    for (std::size_t at = 0; at < bytes; at += sizeof(__m128i)) {
        _mm_stream_si128(reinterpret_cast<__m128i*>(target + at),
                         _mm_load_si128(reinterpret_cast<const __m128i*>(source + at)));
    }
#else
    std::memcpy(target, source, bytes);
#endif
}

/// Lets other threads see what was streamed before what this one writes next. It waits for memory:
/// not after every small portion.
inline void finishStreams() {
#if defined(__SSE2__)
    _mm_sfence();
#endif
}

}  // namespace zeropoint
