// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerics/convert.h"

#include <QtTest>

#include <bit>
#include <cstdint>
#include <vector>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

using namespace zeropoint;

namespace {

constexpr std::size_t chunk = std::size_t{1} << 20;

bool isNan(float value) {
    return value != value;
}
bool isSubnormal(float value) {
    const std::uint32_t magnitude = std::bit_cast<std::uint32_t>(value) & 0x7FFFFFFFU;
    return magnitude != 0 && magnitude < 0x00800000U;
}

#if defined(__x86_64__)
__attribute__((target("f16c"))) void hardwareHalves(const float* in, std::uint16_t* out) {
    for (std::size_t i = 0; i < chunk; i += 8) {
        _mm_storeu_si128(reinterpret_cast<__m128i*>(out + i),
                         _mm256_cvtps_ph(_mm256_loadu_ps(in + i), _MM_FROUND_TO_NEAREST_INT));
    }
}

__attribute__((target("avx512bf16,avx512f"))) void hardwareBfloats(const float* in,
                                                                   std::uint16_t* out) {
    for (std::size_t i = 0; i < chunk; i += 16) {
        const __m256bh codes = _mm512_cvtneps_pbh(_mm512_loadu_ps(in + i));
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(out + i), std::bit_cast<__m256i>(codes));
    }
}
#endif

/// The floats whose bits are first, first + 1, ...
std::vector<float> floatsFrom(std::uint64_t first) {
    std::vector<float> values(chunk);
    for (std::size_t i = 0; i < chunk; ++i) {
        values[i] = std::bit_cast<float>(static_cast<std::uint32_t>(first + i));
    }
    return values;
}

}  // namespace

/// All 2^32 floats, once: minutes, so the label "slow".
class TestEveryFloat : public QObject {
    Q_OBJECT

    /// Calls check(values, codes of the bulk conversion) on all floats in chunks.
    template <typename Check>
    void overAllFloats(BulkFormat format, Check check) {
        std::vector<std::uint16_t> codes(chunk);
        for (std::uint64_t first = 0; first < (std::uint64_t{1} << 32); first += chunk) {
            const std::vector<float> values = floatsFrom(first);
            QVERIFY(convertToCodes(format, values, std::as_writable_bytes(std::span(codes))));
            for (std::size_t i = 0; i < chunk; ++i) {
                codes[i] =
                    isNan(values[i]) ? static_cast<std::uint16_t>(codes[i] & 0x7FFF) : codes[i];
            }
            const qint64 wrong = check(values, codes);
            QVERIFY2(wrong < 0, qPrintable(QStringLiteral("float 0x%1")
                                               .arg(first + static_cast<std::uint64_t>(wrong), 8,
                                                    16, QChar(u'0'))));
        }
    }

private slots:
    void initTestCase_data() {
        QTest::addColumn<int>("format");
        QTest::newRow("fp16") << static_cast<int>(BulkFormat::Fp16);
        QTest::newRow("bf16") << static_cast<int>(BulkFormat::Bf16);
    }

    /// Every seventh float and every subnormal: what the hardware's BF16 leaves out.
    void scalarAndBulkAgree() {
        QFETCH_GLOBAL(int, format);
        const auto bulk = static_cast<BulkFormat>(format);
        const NumberFormat& number = numberFormat(bulk);
        overAllFloats(bulk,
                      [&](const std::vector<float>& values,
                          const std::vector<std::uint16_t>& codes) -> qint64 {
                          for (std::size_t i = 0; i < chunk; ++i) {
                              if (i % 7 != 0 && !isSubnormal(values[i])) {
                                  continue;
                              }
                              std::uint64_t expected = encode(number, double{values[i]});
                              expected &= isNan(values[i]) ? 0x7FFF : 0xFFFF;
                              if (codes[i] != expected) {
                                  return static_cast<qint64>(i);
                              }
                          }
                          return -1;
                      });
    }

    /// NaN compares as NaN (the hardware keeps payloads); BF16 hardware takes subnormals for zero.
    void hardwareAgrees() {
#if defined(__x86_64__)
        QFETCH_GLOBAL(int, format);
        const auto bulk = static_cast<BulkFormat>(format);
        const bool isHalf = bulk == BulkFormat::Fp16;
        const bool available = isHalf ? __builtin_cpu_supports("f16c") != 0
                                      : __builtin_cpu_supports("avx512bf16") != 0;
        if (!available) {
            QSKIP("this processor does not convert by itself");
        }
        std::vector<std::uint16_t> expected(chunk);
        const std::uint16_t infinity = isHalf ? 0x7C00 : 0x7F80;
        overAllFloats(
            bulk,
            [&](const std::vector<float>& values,
                const std::vector<std::uint16_t>& codes) -> qint64 {
                (isHalf ? hardwareHalves : hardwareBfloats)(values.data(), expected.data());
                for (std::size_t i = 0; i < chunk; ++i) {
                    const bool same = isNan(values[i])
                                          ? codes[i] > infinity && (expected[i] & 0x7FFF) > infinity
                                          : codes[i] == expected[i];
                    if (!same && (isHalf || !isSubnormal(values[i]))) {
                        return static_cast<qint64>(i);
                    }
                }
                return -1;
            });
#else
        QSKIP("no hardware conversion is known here");
#endif
    }
};

QTEST_APPLESS_MAIN(TestEveryFloat)
#include "tst_every_float.moc"
