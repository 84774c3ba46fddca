// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerics/stream_copy.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__)
#include <immintrin.h>
#endif

namespace zeropoint {

#if defined(__SSE2__)
namespace {

#if defined(__AVX512F__)
using Line = __m512i;
void streamLine(char* to, const char* from) {
    _mm512_stream_si512(reinterpret_cast<Line*>(to), _mm512_loadu_si512(from));
}
#elif defined(__AVX__)
using Line = __m256i;
void streamLine(char* to, const char* from) {
    _mm256_stream_si256(reinterpret_cast<Line*>(to),
                        _mm256_loadu_si256(reinterpret_cast<const Line*>(from)));
}
#else
using Line = __m128i;
void streamLine(char* to, const char* from) {
    _mm_stream_si128(reinterpret_cast<Line*>(to),
                     _mm_loadu_si128(reinterpret_cast<const Line*>(from)));
}
#endif

}  // namespace

void streamCopy(void* to, const void* from, std::size_t bytes) {
    auto* target = static_cast<char*>(to);
    const auto* source = static_cast<const char*>(from);
    const std::size_t beyond = reinterpret_cast<std::uintptr_t>(target) % sizeof(Line);
    const std::size_t head = std::min(bytes, beyond == 0 ? 0 : sizeof(Line) - beyond);
    std::memcpy(target, source, head);
    std::size_t done = head;
    for (; done + sizeof(Line) <= bytes; done += sizeof(Line)) {
        streamLine(target + done, source + done);
    }
    std::memcpy(target + done, source + done, bytes - done);
}

void finishStreams() {
    _mm_sfence();
}
#else
void streamCopy(void* to, const void* from, std::size_t bytes) {
    std::memcpy(to, from, bytes);
}

void finishStreams() {}
#endif

}  // namespace zeropoint
