// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/element_decoder.h"
#include "core/numerics/number_format.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

using namespace zeropoint;

namespace {

template <typename T>
std::vector<std::byte> bytesOf(std::initializer_list<T> values, ByteOrder order) {
    std::vector<std::byte> bytes(values.size() * sizeof(T));
    std::memcpy(bytes.data(), std::data(values), bytes.size());
    if (order == ByteOrder::Big) {
        for (std::size_t i = 0; i < bytes.size(); i += sizeof(T)) {
            std::reverse(bytes.begin() + static_cast<std::ptrdiff_t>(i),
                         bytes.begin() + static_cast<std::ptrdiff_t>(i + sizeof(T)));
        }
    }
    return bytes;
}

template <typename T>
void checkOrders(DType dtype, std::initializer_list<T> values) {
    for (const ByteOrder order : {ByteOrder::Little, ByteOrder::Big}) {
        std::vector<float> out(values.size());
        decodeElements(dtype, order, bytesOf(values, order), 0, out);
        for (std::size_t i = 0; i < out.size(); ++i) {
            QCOMPARE(out[i], static_cast<float>(std::data(values)[i]));
        }
    }
}

bool sameFloat(float a, double b) {
    return std::isnan(b) ? std::isnan(a)
                         : a == static_cast<float>(b) && std::signbit(a) == std::signbit(b);
}

}  // namespace

class TestElementDecoder : public QObject {
    Q_OBJECT

private slots:
    /// x87's format, which the compiler itself has on some machines: its bytes as numpy stores
    /// them.
    void extendedPrecision() {
        struct Case {
            std::uint64_t significand;
            std::uint16_t top;
            float value;
        };
        constexpr float infinity = std::numeric_limits<float>::infinity();
        const std::uint64_t one = std::uint64_t{1} << 63;
        const Case cases[] = {
            {one, 0x3FFF, 1.0F},
            {one | one >> 1, 0xC000, -3.0F},
            {0, 0, 0.0F},
            {one, 0x7FFF, infinity},
            {one, 0xFFFF, -infinity},
            {one, 0x7000, infinity},                         // beyond float32
            {one, 0x0001, 0.0F},                             // far below it
            {one, 0x3FFF - 149, 0x1p-149F},                  // its least value
            {one, 0x3FFF - 150, 0.0F},                       // half of that: to even
            {one | 1, 0x3FFF - 150, 0x1p-149F},              // a little more
            {one | one >> 24, 0x3FFF, 1.0F},                 // a tie: to even
            {(one | one >> 24) + 1, 0x3FFF, 0x1.000002p0F},  // more than a tie by the last bit
            {one | 3 * (one >> 24), 0x3FFF, 0x1.000004p0F},
            {~std::uint64_t{0}, 0x3FFE, 1.0F},
        };
        for (const ByteOrder order : {ByteOrder::Little, ByteOrder::Big}) {
            for (const Case& c : cases) {
                std::array<std::byte, 16> bytes;
                bytes.fill(std::byte{0xA5});
                std::memcpy(bytes.data(), &c.significand, 8);
                std::memcpy(bytes.data() + 8, &c.top, 2);
                if (order == ByteOrder::Big) {
                    std::ranges::reverse(bytes);
                }
                float value = -1;
                decodeElements(DType::F80, order, bytes, 0, {&value, 1});
                QCOMPARE(value, c.value);
            }
        }
        // No number: NaN itself, and significands without their leading one.
        for (const auto& [significand, top] : {std::pair{one | 1, 0x7FFF}, {one >> 1, 0x3FFF}}) {
            std::array<std::byte, 16> bytes{};
            std::memcpy(bytes.data(), &significand, 8);
            std::memcpy(bytes.data() + 8, &top, 2);
            float value = 0;
            decodeElements(DType::F80, ByteOrder::Little, bytes, 0, {&value, 1});
            QVERIFY(std::isnan(value));
        }
    }

    void wholeTypesInBothByteOrders() {
        checkOrders<double>(DType::F64, {1.5, -0.1, 1e300, 5e-324});
        checkOrders<float>(DType::F32, {1.5F, -0.1F, 1e-40F});
        checkOrders<std::int64_t>(DType::I64, {-1, 1LL << 62, 16777217});
        checkOrders<std::int32_t>(DType::I32, {-2147483647, 7});
        checkOrders<std::int16_t>(DType::I16, {-32768, 258});
        checkOrders<std::int8_t>(DType::I8, {-128, 127});
        checkOrders<std::uint64_t>(DType::U64, {~0ULL, 3});
        checkOrders<std::uint32_t>(DType::U32, {~0U, 3});
        checkOrders<std::uint16_t>(DType::U16, {65535, 258});
        checkOrders<std::uint8_t>(DType::U8, {255, 1});
    }

    void everyCodeOfSixteenBits_data() {
        QTest::addColumn<DType>("dtype");
        QTest::addColumn<QString>("format");
        QTest::newRow("fp16") << DType::F16 << "fp16";
        QTest::newRow("bf16") << DType::BF16 << "bf16";
    }

    void everyCodeOfSixteenBits() {
        QFETCH(DType, dtype);
        QFETCH(QString, format);
        const NumberFormat& row = numberFormat(format.toStdString());
        for (std::uint32_t code = 0; code < 65536; ++code) {
            for (const ByteOrder order : {ByteOrder::Little, ByteOrder::Big}) {
                float out = 0;
                decodeElements(dtype, order, bytesOf({static_cast<std::uint16_t>(code)}, order), 0,
                               {&out, 1});
                QVERIFY2(sameFloat(out, decode(row, code)), qPrintable(QString::number(code, 16)));
            }
        }
    }

    // Codes 0, 1, 2, ... packed from the lowest bit up, one bit at a time.
    void packedCodes_data() {
        QTest::addColumn<DType>("dtype");
        QTest::addColumn<QString>("format");
        QTest::newRow("e4m3") << DType::F8E4M3 << "fp8-e4m3";
        QTest::newRow("e5m2") << DType::F8E5M2 << "fp8-e5m2";
        QTest::newRow("e4m3fnuz") << DType::F8E4M3Fnuz << "fp8-e4m3fnuz";
        QTest::newRow("e8m0") << DType::F8E8M0 << "e8m0";
        QTest::newRow("e2m3") << DType::F6E2M3 << "fp6-e2m3";
        QTest::newRow("e3m2") << DType::F6E3M2 << "fp6-e3m2";
        QTest::newRow("e2m1") << DType::F4E2M1 << "fp4-e2m1";
        QTest::newRow("int4") << DType::I4 << "int4";
        QTest::newRow("uint2") << DType::U2 << "uint2";
    }

    void packedCodes() {
        QFETCH(DType, dtype);
        QFETCH(QString, format);
        const NumberFormat& row = numberFormat(format.toStdString());
        const auto bits = static_cast<std::size_t>(row.bits);
        const std::size_t count = std::size_t{1} << bits;
        std::vector<std::byte> bytes((count * bits + 7) / 8);
        for (std::size_t bit = 0; bit < count * bits; ++bit) {
            if ((bit / bits >> bit % bits & 1) != 0) {
                bytes[bit / 8] |= std::byte{1} << (bit % 8);
            }
        }
        for (const std::size_t skip : {std::size_t{0}, std::size_t{1}, std::size_t{3}}) {
            std::vector<float> out(count - skip);
            decodeElements(dtype, ByteOrder::Little, bytes, skip, out);
            for (std::size_t i = 0; i < out.size(); ++i) {
                QVERIFY2(sameFloat(out[i], static_cast<float>(decode(row, i + skip))),
                         qPrintable(QString::number(i)));
            }
        }
    }

    void truthIsOneOrZero() {
        std::vector<float> out(3);
        decodeElements(DType::Bool, ByteOrder::Little,
                       bytesOf<std::uint8_t>({0, 1, 255}, ByteOrder::Little), 0, out);
        QCOMPARE(out, (std::vector<float>{0, 1, 1}));
    }
};

QTEST_APPLESS_MAIN(TestElementDecoder)
#include "tst_element_decoder.moc"
