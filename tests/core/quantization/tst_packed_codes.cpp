// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerics/number_format.h"
#include "core/quantization/packed_codes.h"

#include <QtTest>

#include <algorithm>
#include <bit>
#include <cmath>

using namespace zeropoint;

class TestPackedCodes : public QObject {
    Q_OBJECT

private slots:
    void packedCodesComeBack_data() {
        QTest::addColumn<int>("bits");
        QTest::addColumn<bool>("isSigned");
        for (int bits = 1; bits <= 16; ++bits) {
            QTest::addRow("uint%d", bits) << bits << false;
            QTest::addRow("int%d", bits) << bits << true;
        }
    }
    void packedCodesComeBack() {
        QFETCH(int, bits);
        QFETCH(bool, isSigned);
        const std::int32_t count = std::int32_t{1} << bits;
        std::vector<std::int32_t> codes;
        codes.reserve(static_cast<std::size_t>(count) + 1);
        for (std::int32_t i = 0; i < count; ++i) {
            codes.push_back(isSigned ? i - count / 2 : i);
        }
        codes.push_back(isSigned ? -1 : count - 1);
        const auto bytes = packCodes(codes, bits);
        QCOMPARE(bytes.size(), (codes.size() * static_cast<std::size_t>(bits) + 7) / 8);
        QCOMPARE(unpackCodes(bytes, bits, isSigned, codes.size()), codes);
    }

    /// Worked by hand: low bits first.
    void bytesByHand() {
        const std::vector<std::int32_t> nibbles = {1, -2, 7};
        const std::vector<std::byte> four = {std::byte{0xE1}, std::byte{0x07}};
        QCOMPARE(packCodes(nibbles, 4), four);
        const std::vector<std::int32_t> triples = {1, 2, 3, 4, 5};  // 101 100 011 010 001
        const std::vector<std::byte> three = {std::byte{0xD1}, std::byte{0x58}};
        QCOMPARE(packCodes(triples, 3), three);
    }

    /// Files are written in pieces: every cut gives the bytes of the whole.
    void everyPieceIsPartOfTheWhole() {
        for (int bits = 1; bits <= 16; ++bits) {
            std::vector<std::int32_t> codes;
            for (std::int32_t i = 0; i < 23; ++i) {
                codes.push_back((i * 7919) & ((1 << bits) - 1));
            }
            const auto whole = packCodes(codes, bits);
            QCOMPARE(whole.size(), std::size_t(packedBytes(codes.size(), bits)));
            for (std::size_t first = 0; first <= whole.size(); ++first) {
                for (std::size_t end = first; end <= whole.size(); ++end) {
                    std::vector<std::byte> piece(end - first, std::byte{0xAA});
                    packCodes(
                        codes.size(), [&](std::size_t i) { return codes[i]; }, bits, first, piece);
                    QVERIFY(std::equal(piece.begin(), piece.end(),
                                       whole.begin() + std::ptrdiff_t(first)));
                }
            }
        }
    }

    void countsBeyond32Bits() {
        QCOMPARE(packedBytes(std::uint64_t{1} << 61, 16), std::uint64_t{1} << 62);
        QCOMPARE(packedBytes(9, 3), std::uint64_t{4});
        QCOMPARE(packedBytes(0, 3), std::uint64_t{0});
    }

    // The scale of a unit of zeros is 0 in every format, also in that which has no zero.
    void noScaleComesBack() {
        for (const ScaleFormat format :
             {ScaleFormat::Fp32, ScaleFormat::Fp16, ScaleFormat::Bf16, ScaleFormat::E8m0}) {
            const auto bytes = packScales(std::vector<float>{0, 0.5F}, format);
            QCOMPARE(unpackScales(bytes, format), (std::vector<float>{0, 0.5F}));
        }
        QCOMPARE(packScales(std::vector<float>{0}, ScaleFormat::E8m0),
                 std::vector<std::byte>{std::byte{0xFF}});
    }

    void scalesComeBack_data() {
        QTest::addColumn<int>("format");
        QTest::addColumn<QString>("id");
        QTest::newRow("fp32") << int(ScaleFormat::Fp32) << "fp32";
        QTest::newRow("fp16") << int(ScaleFormat::Fp16) << "fp16";
        QTest::newRow("bf16") << int(ScaleFormat::Bf16) << "bf16";
        QTest::newRow("e8m0") << int(ScaleFormat::E8m0) << "e8m0";
    }
    void scalesComeBack() {
        QFETCH(int, format);
        QFETCH(QString, id);
        const NumberFormat& number = numberFormat(id.toStdString());
        std::vector<float> scales;
        const std::uint64_t codes = std::uint64_t{1} << std::min(number.bits, 16);
        for (std::uint64_t code = 0; code < codes; ++code) {
            const double value = decode(number, number.bits == 32 ? code << 13 : code);
            if (std::isfinite(value)) {
                scales.push_back(static_cast<float>(value));
            }
        }
        const auto bytes = packScales(scales, ScaleFormat(format));
        QCOMPARE(bytes.size(), scales.size() * scaleWidth(ScaleFormat(format)));
        QCOMPARE(scaleWidth(ScaleFormat(format)) * 8, std::size_t(number.bits));
        const auto back = unpackScales(bytes, ScaleFormat(format));
        QCOMPARE(back.size(), scales.size());
        for (std::size_t i = 0; i < scales.size(); ++i) {
            QCOMPARE(std::bit_cast<std::uint32_t>(back[i]),
                     std::bit_cast<std::uint32_t>(scales[i]));
        }
    }
};

QTEST_APPLESS_MAIN(TestPackedCodes)
#include "tst_packed_codes.moc"
