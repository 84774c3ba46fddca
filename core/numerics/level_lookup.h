// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#if defined(__AVX2__)
#include <immintrin.h>
#endif

namespace zeropoint {

/// The values of codes of up to four bits: one register of the widest vectors, two of AVX2's.
using LevelTable = std::array<float, 16>;

/// out[i] = table[codes[i]] for codes below 16. A compiler makes loads of the table of it, one a
/// value; the processor's own permutations of a register do a whole vector.
inline void lookUp(const LevelTable& table, std::span<const std::uint8_t> codes,
                   std::span<float> out) {
#if defined(__AVX512F__)
    constexpr std::size_t lanes = 16;
    const std::size_t whole = out.size() / lanes * lanes;
    const __m512 values = _mm512_loadu_ps(table.data());
    for (std::size_t i = 0; i < whole; i += lanes) {
        const auto* from = reinterpret_cast<const __m128i*>(codes.data() + i);
        const __m512i index = _mm512_cvtepu8_epi32(_mm_loadu_si128(from));
        _mm512_storeu_ps(out.data() + i, _mm512_permutexvar_ps(index, values));
    }
#elif defined(__AVX2__)
    constexpr std::size_t lanes = 8;
    const std::size_t whole = out.size() / lanes * lanes;
    const __m256 low = _mm256_loadu_ps(table.data());
    const __m256 high = _mm256_loadu_ps(table.data() + lanes);
    for (std::size_t i = 0; i < whole; i += lanes) {
        const auto* from = reinterpret_cast<const __m128i*>(codes.data() + i);
        const __m256i index = _mm256_cvtepu8_epi32(_mm_loadl_epi64(from));
        // Permutations read three bits of an index; the fourth, moved to the sign, chooses.
        const __m256 chooser = _mm256_castsi256_ps(_mm256_slli_epi32(index, 28));
        const __m256 made = _mm256_blendv_ps(_mm256_permutevar8x32_ps(low, index),
                                             _mm256_permutevar8x32_ps(high, index), chooser);
        _mm256_storeu_ps(out.data() + i, made);
    }
#else
    constexpr std::size_t whole = 0;
#endif
    for (std::size_t i = whole; i < out.size(); ++i) {
        out[i] = table[codes[i]];
    }
}

}  // namespace zeropoint
