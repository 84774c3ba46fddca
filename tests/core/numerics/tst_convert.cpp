// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerics/convert.h"
#include "core/support/random.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <set>

using namespace zeropoint;

Q_DECLARE_METATYPE(zeropoint::BulkFormat)

namespace {

constexpr BulkFormat formats[] = {BulkFormat::Fp16,    BulkFormat::Bf16, BulkFormat::Fp8E4M3,
                                  BulkFormat::Fp8E5M2, BulkFormat::Int8, BulkFormat::Int4};

void addFormats() {
    QTest::addColumn<BulkFormat>("format");
    for (const BulkFormat format : formats) {
        QTest::newRow(numberFormat(format).id.data()) << format;
    }
}

std::uint64_t codeAt(BulkFormat format, std::span<const std::byte> codes, std::size_t index) {
    const auto byte = [&](std::size_t at) { return std::to_integer<std::uint64_t>(codes[at]); };
    switch (numberFormat(format).bits) {
        case 16:
            return byte(2 * index) | (byte(2 * index + 1) << 8);
        case 8:
            return byte(index);
        default:
            return (byte(index / 2) >> (index % 2 == 0 ? 0 : 4)) & 0xF;
    }
}

/// Floats of every exponent and sign with many mantissas: a walk through all bit patterns.
std::vector<float> walk() {
    std::vector<float> values;
    constexpr std::uint32_t stride = 40009;
    for (std::uint64_t bits = 0; bits <= 0xFFFFFFFFU; bits += stride) {
        values.push_back(std::bit_cast<float>(static_cast<std::uint32_t>(bits)));
    }
    return values;
}

/// All values of the format, the ties between them and the floats beside each.
std::vector<float> tiesOf(const NumberFormat& format) {
    std::vector<float> values;
    for (std::uint64_t code = 0; code < (std::uint64_t{1} << format.bits); ++code) {
        const double value = decode(format, code);
        const double next = decode(format, nextCode(format, code));
        for (const double x : {value, (value + next) / 2}) {
            const auto single = static_cast<float>(x);
            constexpr float infinity = std::numeric_limits<float>::infinity();
            values.insert(values.end(), {single, std::nextafter(single, infinity),
                                         std::nextafter(single, -infinity)});
        }
    }
    return values;
}

QByteArray describe(float value, std::uint64_t code) {
    return QByteArray::number(double{value}, 'g', 9) + " became " +
           QByteArray::number(qulonglong{code}, 16);
}

}  // namespace

/// The fast loops against the scalar engine, which has tests of its own.
class TestConvert : public QObject {
    Q_OBJECT

private slots:
    void everyCode_data() { addFormats(); }

    void everyCode() {
        QFETCH(BulkFormat, format);
        const NumberFormat& number = numberFormat(format);
        const std::size_t count = std::size_t{1} << number.bits;
        std::vector<std::byte> codes(bulkBytes(format, count));
        for (std::size_t code = 0; code < count; ++code) {
            const std::size_t at = code * static_cast<std::size_t>(number.bits) / 8;
            const std::size_t shift = number.bits == 4 && code % 2 != 0 ? 4 : 0;
            codes[at] |= static_cast<std::byte>((code << shift) & 0xFF);
            if (number.bits == 16) {
                codes[at + 1] = static_cast<std::byte>(code >> 8);
            }
        }
        std::vector<float> values(count);
        QVERIFY(convertFromCodes(format, codes, values).has_value());
        for (std::size_t code = 0; code < count; ++code) {
            const double expected = decode(number, code);
            if (std::isnan(expected)) {
                QVERIFY(std::isnan(values[code]));
                QCOMPARE(std::signbit(values[code]), std::signbit(expected));
                continue;
            }
            QCOMPARE(std::bit_cast<std::uint64_t>(double{values[code]}),
                     std::bit_cast<std::uint64_t>(expected));
        }
    }

    void everyKindOfFloat_data() { addFormats(); }

    void everyKindOfFloat() {
        QFETCH(BulkFormat, format);
        const NumberFormat& number = numberFormat(format);
        std::vector<float> values = walk();
        const std::vector<float> ties = tiesOf(number);
        values.insert(values.end(), ties.begin(), ties.end());
        std::vector<std::byte> codes(bulkBytes(format, values.size()));
        for (const Overflow overflow : {Overflow::Specified, Overflow::Saturate}) {
            QVERIFY(convertToCodes(format, values, codes, {overflow, 1, 0}).has_value());
            for (std::size_t i = 0; i < values.size(); ++i) {
                const std::uint64_t code = codeAt(format, codes, i);
                const std::uint64_t expected =
                    encode(number, values[i], {Rounding::NearestEven, overflow});
                QVERIFY2(code == expected, describe(values[i], code).constData());
            }
        }
    }

    // code = clamp(round(x / scale) + zero point); back (code - zero point) * scale.
    void integersWithScale_data() {
        QTest::addColumn<BulkFormat>("format");
        QTest::addColumn<float>("scale");
        QTest::addColumn<int>("zeroPoint");
        QTest::newRow("int8") << BulkFormat::Int8 << 0.037F << -13;
        QTest::newRow("int8 at the end") << BulkFormat::Int8 << 0.5F << -128;
        QTest::newRow("int4") << BulkFormat::Int4 << 0.3F << 3;
    }

    void integersWithScale() {
        QFETCH(BulkFormat, format);
        QFETCH(float, scale);
        QFETCH(int, zeroPoint);
        const FormatLimits range = limits(numberFormat(format));
        std::vector<float> values = {0, scale / 2, 1.5F * scale, -scale / 2, 1e30F, -1e30F};
        values.push_back(std::numeric_limits<float>::infinity());
        values.push_back(std::nanf(""));
        Random random(2);
        for (int i = 0; i < 5000; ++i) {
            values.push_back(static_cast<float>(random.normal()));
        }
        const BulkOptions options{Overflow::Specified, scale, zeroPoint};
        std::vector<std::byte> codes(bulkBytes(format, values.size()));
        QVERIFY(convertToCodes(format, values, codes, options).has_value());
        std::vector<float> read(values.size());
        QVERIFY(convertFromCodes(format, codes, read, options).has_value());
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double rounded =
                std::isnan(values[i]) ? 0 : std::nearbyint(double{values[i] / scale});
            const double expected = std::clamp(rounded + zeroPoint, range.lowest, range.max);
            const double code = decode(numberFormat(format), codeAt(format, codes, i));
            QCOMPARE(code, expected);
            QCOMPARE(read[i], static_cast<float>(expected - zeroPoint) * scale);
        }
    }

    /// Large results are written past the caches, on several threads: the same bytes.
    void largeIsAsSmall_data() { addFormats(); }

    void largeIsAsSmall() {
        QFETCH(BulkFormat, format);
        // Codes of 9 MiB and a little.
        const auto bits = static_cast<std::size_t>(numberFormat(format).bits);
        const std::size_t count = (std::size_t{9} << 23) / bits + 13;
        std::vector<float> values(count);
        std::uint32_t state = 1;
        for (float& value : values) {
            state = state * 1664525 + 1013904223;
            // Within +-125, so that integers use their codes too.
            value = 250 * (std::bit_cast<float>(0x3F800000U | (state >> 9)) - 1.5F);
        }
        ThreadPool pool(3);
        // Neither target begins where a cache line does.
        std::vector<std::byte> codeBytes(2 + bulkBytes(format, count));
        const std::span codes = std::span(codeBytes).subspan(2);
        QVERIFY(convertToCodes(format, values, codes, {}, {&pool, {}, {}}).has_value());
        std::vector<float> floats(1 + count);
        const std::span read = std::span(floats).subspan(1);
        QVERIFY(convertFromCodes(format, codes, read, {}, {&pool, {}, {}}).has_value());
        std::set<std::uint64_t> distinct;
        for (std::size_t i = 0; i < 1000; ++i) {
            distinct.insert(codeAt(format, codes, i));
        }
        QCOMPARE_GE(distinct.size(), std::min<std::size_t>(50, std::size_t{1} << bits));
        constexpr std::size_t part = 4098;
        for (std::size_t first = 0; first + part < count; first += 999990) {
            std::vector<std::byte> few(bulkBytes(format, part));
            QVERIFY(
                convertToCodes(format, std::span(values).subspan(first, part), few).has_value());
            QVERIFY(std::ranges::equal(few, codes.subspan(bulkBytes(format, first), few.size())));
            std::vector<float> again(part);
            QVERIFY(convertFromCodes(format, few, again).has_value());
            QVERIFY(std::ranges::equal(again, read.subspan(first, part)));
        }
        QCOMPARE(codeAt(format, codes, count - 1),
                 encode(numberFormat(format), double{values[count - 1]}));
        QCOMPARE(double{read[count - 1]},
                 decode(numberFormat(format), codeAt(format, codes, count - 1)));
    }

    // Wherever the floats lie in memory: a target that begins 4 bytes off a pair of them made the
    // first piece odd, and all that followed was read half a byte late.
    void nibblesToFloatsAtEveryAddress() {
        constexpr std::size_t count = 3000;
        std::vector<std::byte> codes(count / 2);
        for (std::size_t i = 0; i < codes.size(); ++i) {
            codes[i] = static_cast<std::byte>(i * 37 + i / 256);
        }
        std::vector<float> memory(count + 32);
        for (std::size_t offset = 0; offset < 32; ++offset) {
            const std::span read = std::span(memory).subspan(offset, count);
            QVERIFY(convertFromCodes(BulkFormat::Int4, codes, read).has_value());
            for (std::size_t i = 0; i < count; ++i) {
                const int nibble = (std::to_integer<int>(codes[i / 2]) >> (i % 2 * 4)) & 0xF;
                QCOMPARE(read[i], static_cast<float>(nibble < 8 ? nibble : nibble - 16));
            }
        }
    }

    void anOddCountOfNibbles() {
        const std::vector<float> values = {1, -2, 7};
        std::vector<std::byte> codes(2);
        QVERIFY(convertToCodes(BulkFormat::Int4, values, codes).has_value());
        QCOMPARE(std::to_integer<int>(codes[0]), 0xE1);
        QCOMPARE(std::to_integer<int>(codes[1]), 0x07);
        std::vector<float> read(3);
        QVERIFY(convertFromCodes(BulkFormat::Int4, codes, read).has_value());
        QCOMPARE(read, values);
    }

    void refusals() {
        std::vector<float> values(4);
        std::vector<std::byte> codes(4);
        COMPARE_ERROR(convertToCodes(BulkFormat::Fp16, values, codes), ErrorCode::InvalidArgument);
        COMPARE_ERROR(convertFromCodes(BulkFormat::Int4, codes, values),
                      ErrorCode::InvalidArgument);
        for (const float scale :
             {0.0F, -1.0F, std::nanf(""), std::numeric_limits<float>::infinity()}) {
            COMPARE_ERROR(
                convertToCodes(BulkFormat::Int8, values, codes, {Overflow::Specified, scale, 0}),
                ErrorCode::InvalidArgument);
        }
        COMPARE_ERROR(
            convertToCodes(BulkFormat::Int8, values, codes, {Overflow::Specified, 1, 128}),
            ErrorCode::InvalidArgument);
        std::stop_source stop;
        stop.request_stop();
        COMPARE_ERROR(
            convertToCodes(BulkFormat::Int8, values, codes, {}, {nullptr, {}, stop.get_token()}),
            ErrorCode::Cancelled);
        QVERIFY(convertToCodes(BulkFormat::Int8, {}, {}).has_value());
    }
};

QTEST_APPLESS_MAIN(TestConvert)
#include "tst_convert.moc"
