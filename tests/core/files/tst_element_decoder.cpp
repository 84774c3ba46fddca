// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/element_decoder.h"
#include "core/numerics/number_format.h"

#include <QtTest>

#include <bit>
#include <cmath>
#include <cstring>

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
