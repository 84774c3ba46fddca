// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numerics/half.h"

#include <cstddef>
#include <cstdint>

#if defined(__AVX2__) && !defined(__AVX512F__)
#include <immintrin.h>
#endif

namespace zeropoint {

/// FP8 codes in lanes of AVX2; the rest is small_float.h's work, with the same codes. The
/// compiler's own vector code is as good with AVX-512; with AVX2 it takes a half more time, since
/// it narrows each vector for itself and keeps sign and limits apart.
///
/// `Beyond` and `Nan` are the codes of overflow and NaN. With `Saturates`, infinity alone
/// overflows.
template <typename Format, std::int32_t Beyond, std::int32_t Nan, bool Saturates>
struct SmallFloatLanes {
#if defined(__AVX2__) && !defined(__AVX512F__)
    static constexpr int dropped = 23 - Format::mantissaBits;
    static constexpr std::int32_t smallestNormal = (128 - Format::bias) << 23;
    /// The float that a magnitude code stands for, as if there were no infinity and no NaN.
    static constexpr std::int32_t floatOf(std::int32_t code) {
        return smallestNormal + ((code - (1 << Format::mantissaBits)) << dropped);
    }
    static constexpr std::int32_t farthest = floatOf(Saturates ? Format::largest : Beyond);
    /// What the sum below has too much in each lane.
    static constexpr std::int16_t excess = (128 - Format::bias + dropped) << Format::mantissaBits;
    /// Magnitudes from here on have a code of their own; beyond every float where `Beyond` does.
    static constexpr bool hasOwnCodes = Saturates || Nan != Beyond;
    static constexpr std::int32_t lastCommon = Saturates ? infinityBits - 1 : infinityBits;

    /// The magnitude's code and `excess`. A power of two is added whose last place is one step of
    /// the format at this magnitude, so that the sum is rounded to steps, to nearest even.
    static __m256i codesOf(__m256i magnitudes) {
        const __m256i clamped = _mm256_min_epi32(magnitudes, _mm256_set1_epi32(farthest));
        const __m256i normal = _mm256_max_epi32(clamped, _mm256_set1_epi32(smallestNormal));
        const __m256i aligner =
            _mm256_add_epi32(_mm256_and_si256(normal, _mm256_set1_epi32(infinityBits)),
                             _mm256_set1_epi32(dropped << 23));
        const __m256i sum = _mm256_castps_si256(
            _mm256_add_ps(_mm256_castsi256_ps(clamped), _mm256_castsi256_ps(aligner)));
        return _mm256_add_epi32(_mm256_sub_epi32(sum, aligner),
                                _mm256_srli_epi32(aligner, dropped));
    }

    /// 32 codes; false when a value among them has a code of its own.
    static bool encodeRow(const float* in, std::uint8_t* out) {
        const auto* from = reinterpret_cast<const __m256i*>(in);
        const __m256i a = _mm256_loadu_si256(from), b = _mm256_loadu_si256(from + 1);
        const __m256i c = _mm256_loadu_si256(from + 2), d = _mm256_loadu_si256(from + 3);
        const __m256i withoutSign = _mm256_set1_epi32(0x7FFFFFFF);
        const __m256i ma = _mm256_and_si256(a, withoutSign), mb = _mm256_and_si256(b, withoutSign);
        const __m256i mc = _mm256_and_si256(c, withoutSign), md = _mm256_and_si256(d, withoutSign);
        if constexpr (hasOwnCodes) {
            const __m256i most =
                _mm256_max_epi32(_mm256_max_epi32(ma, mb), _mm256_max_epi32(mc, md));
            const __m256i own = _mm256_cmpgt_epi32(most, _mm256_set1_epi32(lastCommon));
            if (_mm256_testz_si256(own, own) == 0) {
                return false;
            }
        }
        const __m256i excesses = _mm256_set1_epi16(excess);
        const __m256i ab = _mm256_sub_epi16(_mm256_packs_epi32(codesOf(ma), codesOf(mb)), excesses);
        const __m256i cd = _mm256_sub_epi16(_mm256_packs_epi32(codesOf(mc), codesOf(md)), excesses);
        // Narrowing with saturation keeps the signs, also those of zeros and NaN.
        const __m256i signs =
            _mm256_packs_epi16(_mm256_packs_epi32(a, b), _mm256_packs_epi32(c, d));
        const __m256i codes =
            _mm256_or_si256(_mm256_packus_epi16(ab, cd),
                            _mm256_and_si256(signs, _mm256_set1_epi8(static_cast<char>(0x80))));
        // Packing works on halves of the register: back into the order of the values.
        const __m256i order = _mm256_setr_epi32(0, 4, 1, 5, 2, 6, 3, 7);
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(out),
                            _mm256_permutevar8x32_epi32(codes, order));
        return true;
    }
#endif

    template <typename EncodeOne>
    static void encode(const float* in, std::size_t count, std::uint8_t* out, EncodeOne encodeOne) {
        std::size_t first = 0;
#if defined(__AVX2__) && !defined(__AVX512F__)
        constexpr std::size_t row = 32;
        for (std::size_t rows = count / row; rows > 0; --rows, first += row) {
            if (!encodeRow(in + first, out + first)) {
                for (std::size_t i = 0; i < row; ++i) {
                    out[first + i] = encodeOne(in[first + i]);
                }
            }
        }
#endif
        const std::size_t rest = count - first;
        for (std::size_t i = 0; i < rest; ++i) {
            out[first + i] = encodeOne(in[first + i]);
        }
    }
};

/// out [count / 2]: two codes of four bits to a byte, the first one low; the leading pairs in lanes
/// of AVX2, and how many codes they took.
inline std::size_t leadingNibblePairs([[maybe_unused]] const std::uint8_t* codes,
                                      [[maybe_unused]] std::size_t count,
                                      [[maybe_unused]] std::uint8_t* out) {
    std::size_t done = 0;
#if defined(__AVX2__) && !defined(__AVX512F__)
    constexpr std::size_t row = 64;
    const __m256i nibble = _mm256_set1_epi8(0xF);
    const __m256i places = _mm256_set1_epi16(0x1001);  // the first times 1, the second times 16
    for (; done + row <= count; done += row) {
        const auto* from = reinterpret_cast<const __m256i*>(codes + done);
        const __m256i low =
            _mm256_maddubs_epi16(_mm256_and_si256(_mm256_loadu_si256(from), nibble), places);
        const __m256i high =
            _mm256_maddubs_epi16(_mm256_and_si256(_mm256_loadu_si256(from + 1), nibble), places);
        const __m256i pairs = _mm256_permute4x64_epi64(_mm256_packus_epi16(low, high), 0xD8);
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(out + done / 2), pairs);
    }
#endif
    return done;
}

}  // namespace zeropoint
