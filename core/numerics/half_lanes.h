// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

#if defined(__F16C__)
#include <immintrin.h>
#endif

namespace zeropoint {

/// Whether this CPU level has instructions for them.
#if defined(__F16C__)
constexpr bool convertsHalves = true;
#else
constexpr bool convertsHalves = false;
#endif

/// The processor's own FP16 conversions, where it has them: they convert the leading values in
/// lanes and say how many they did. The rest (all, without F16C) is half.h's work, with the same
/// codes: the instruction keeps a NaN's payload, so that is cleared here.
inline std::size_t leadingHalvesOfFloats([[maybe_unused]] const float* in,
                                         [[maybe_unused]] std::size_t count,
                                         [[maybe_unused]] std::uint16_t* out) {
    std::size_t done = 0;
#if defined(__F16C__) && defined(__AVX2__)
    constexpr std::size_t lane = 8;
    const __m128i payload = _mm_set1_epi16(0x01FF);
    for (; done + lane <= count; done += lane) {
        const __m256 values = _mm256_loadu_ps(in + done);
        const __m128i codes = _mm256_cvtps_ph(values, _MM_FROUND_TO_NEAREST_INT);
        const __m256i nan = _mm256_castps_si256(_mm256_cmp_ps(values, values, _CMP_UNORD_Q));
        const __m128i nan16 =
            _mm_packs_epi32(_mm256_castsi256_si128(nan), _mm256_extracti128_si256(nan, 1));
        _mm_storeu_si128(reinterpret_cast<__m128i*>(out + done),
                         _mm_andnot_si128(_mm_and_si128(nan16, payload), codes));
    }
#endif
    return done;
}

inline std::size_t leadingFloatsOfHalves([[maybe_unused]] const std::uint16_t* in,
                                         [[maybe_unused]] std::size_t count,
                                         [[maybe_unused]] float* out) {
    std::size_t done = 0;
#if defined(__AVX512F__)
    constexpr std::size_t wide = 16;
    for (; done + wide <= count; done += wide) {
        const auto* codes = reinterpret_cast<const __m256i*>(in + done);
        _mm512_storeu_ps(out + done, _mm512_cvtph_ps(_mm256_loadu_si256(codes)));
    }
#endif
#if defined(__F16C__)
    constexpr std::size_t lane = 8;
    for (; done + lane <= count; done += lane) {
        const auto* codes = reinterpret_cast<const __m128i*>(in + done);
        _mm256_storeu_ps(out + done, _mm256_cvtph_ps(_mm_loadu_si128(codes)));
    }
#endif
    return done;
}

}  // namespace zeropoint
