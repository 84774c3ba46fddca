// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerics/number_format.h"

#include <QtTest>

#include <cmath>
#include <limits>
#include <set>

using namespace zeropoint;

class TestNumberFormat : public QObject {
    Q_OBJECT

private slots:
    void everyFormatIsThere() {
        std::set<std::string_view> ids;
        for (const NumberFormat& format : numberFormats()) {
            QVERIFY(ids.insert(format.id).second);
            QCOMPARE(findNumberFormat(format.id), &format);
            QVERIFY(!format.name.empty() && !format.source.empty());
        }
        QCOMPARE(ids.size(), std::size_t{16 + 30 + 5});
        QCOMPARE(findNumberFormat("e4m3"), &numberFormat("fp8-e4m3"));
        QCOMPARE(findNumberFormat("half"), &numberFormat("fp16"));
        QVERIFY(findNumberFormat("fp9") == nullptr);
        QVERIFY(findNumberFormat("") == nullptr);
    }

    // The reference table R1: computed independently of this engine.
    void limitsOfFloats_data() {
        QTest::addColumn<double>("max");
        QTest::addColumn<double>("minNormal");
        QTest::addColumn<double>("minSubnormal");
        QTest::addColumn<double>("epsilon");
        QTest::addColumn<bool>("hasInfinity");
        QTest::addColumn<bool>("hasNan");
        const auto two = [](int power) { return std::ldexp(1.0, power); };
        const double bf16Max = (2 - two(-7)) * two(127);
        QTest::newRow("fp64") << std::numeric_limits<double>::max()
                              << std::numeric_limits<double>::min()
                              << std::numeric_limits<double>::denorm_min()
                              << std::numeric_limits<double>::epsilon() << true << true;
        QTest::newRow("fp32") << double{std::numeric_limits<float>::max()}
                              << double{std::numeric_limits<float>::min()}
                              << double{std::numeric_limits<float>::denorm_min()}
                              << double{std::numeric_limits<float>::epsilon()} << true << true;
        QTest::newRow("fp16") << 65504.0 << two(-14) << two(-24) << two(-10) << true << true;
        QTest::newRow("bf16") << bf16Max << two(-126) << two(-133) << two(-7) << true << true;
        QTest::newRow("fp8-e5m2") << 57344.0 << two(-14) << two(-16) << 0.25 << true << true;
        QTest::newRow("fp8-e4m3") << 448.0 << two(-6) << two(-9) << 0.125 << false << true;
        QTest::newRow("fp8-e4m3-ieee") << 240.0 << two(-6) << two(-9) << 0.125 << true << true;
        QTest::newRow("fp8-e4m3fnuz") << 240.0 << two(-7) << two(-10) << 0.125 << false << true;
        QTest::newRow("fp8-e5m2fnuz") << 57344.0 << two(-15) << two(-17) << 0.25 << false << true;
        QTest::newRow("fp6-e3m2") << 28.0 << 0.25 << 0.0625 << 0.25 << false << false;
        QTest::newRow("fp6-e2m3") << 7.5 << 1.0 << 0.125 << 0.125 << false << false;
        QTest::newRow("fp4-e2m1") << 6.0 << 1.0 << 0.5 << 0.5 << false << false;
        QTest::newRow("e8m0") << two(127) << two(-127) << two(-127) << 1.0 << false << true;
        QTest::newRow("int8") << 127.0 << 1.0 << 1.0 << 1.0 << false << false;
        QTest::newRow("uint4") << 15.0 << 1.0 << 1.0 << 1.0 << false << false;
    }

    void limitsOfFloats() {
        QFETCH(double, max);
        QFETCH(double, minNormal);
        QFETCH(double, minSubnormal);
        QFETCH(double, epsilon);
        QFETCH(bool, hasInfinity);
        QFETCH(bool, hasNan);
        const FormatLimits found = limits(numberFormat(QTest::currentDataTag()));
        QVERIFY(found.max == max);
        QVERIFY(found.minNormal == minNormal);
        QVERIFY(found.minSubnormal == minSubnormal);
        QVERIFY(found.epsilon == epsilon);
        QCOMPARE(found.hasInfinity, hasInfinity);
        QCOMPARE(found.hasNan, hasNan);
    }

    void lowestValues() {
        QCOMPARE(limits(numberFormat("int8")).lowest, -128.0);
        QCOMPARE(limits(numberFormat("uint8")).lowest, 0.0);
        QCOMPARE(limits(numberFormat("fp8-e4m3")).lowest, -448.0);
        QCOMPARE(limits(numberFormat("e8m0")).lowest, 0.0);
        QCOMPARE(limits(numberFormat("nf4")).lowest, -1.0);
        QCOMPARE(limits(numberFormat("iq4nl")).max, 113.0);
    }

    void fieldsOfACode() {
        const BitFields half = bitFields(numberFormat("bf16"), 0x3DCD);
        QCOMPARE(half.sign, "0");
        QCOMPARE(half.exponent, "01111011");
        QCOMPARE(half.mantissa, "1001101");
        const BitFields integer = bitFields(numberFormat("int8"), 0x80);
        QCOMPARE(integer.sign, "1");
        QCOMPARE(integer.exponent, "");
        QCOMPARE(integer.mantissa, "0000000");
        QCOMPARE(bitFields(numberFormat("uint4"), 5).mantissa, "0101");
        QCOMPARE(bitFields(numberFormat("nf4"), 9).mantissa, "1001");
        QCOMPARE(bitFields(numberFormat("nf4"), 9).sign, "");
        QCOMPARE(bitFields(numberFormat("e8m0"), 127).exponent, "01111111");
        QCOMPARE(bitFields(numberFormat("e8m0"), 127).mantissa, "");
    }

    void hexadecimalWidths() {
        QCOMPARE(toHex(numberFormat("bf16"), 0x3DCC), "0x3DCC");
        QCOMPARE(toHex(numberFormat("fp4-e2m1"), 7), "0x7");
        QCOMPARE(toHex(numberFormat("tf32"), 0x1FC00), "0x1FC00");
        QCOMPARE(toHex(numberFormat("fp6-e2m3"), 0x3F), "0x3F");
        QCOMPARE(toHex(numberFormat("binary"), 1), "0x1");
        QCOMPARE(toHex(numberFormat("int8"), ~0ULL), "0xFF");
    }

    void steps() {
        const auto step = [](const char* id, double value) {
            return unitInLastPlace(numberFormat(id), value);
        };
        QCOMPARE(step("fp16", 1.0), std::ldexp(1.0, -10));
        QCOMPARE(step("fp16", 1e-7), std::ldexp(1.0, -24));
        QCOMPARE(step("fp16", 0.0), std::ldexp(1.0, -24));
        QCOMPARE(step("bf16", -256.0), 2.0);
        QCOMPARE(step("fp8-e4m3", 1e9), 32.0);
        QCOMPARE(step("int8", 3.7), 1.0);
        QCOMPARE(step("iq4nl", 30.0), 13.0);
        QCOMPARE(step("iq4nl", 500.0), 24.0);
        QVERIFY(std::isnan(step("fp16", std::numeric_limits<double>::infinity())));
    }

    // Walking up through a format visits every value once, in order.
    void walkThroughAllCodes_data() {
        QTest::addColumn<int>("values");
        QTest::newRow("fp8-e4m3") << 253;      // 256 - 2 NaN - 1 of the two zeros
        QTest::newRow("fp8-e5m2") << 249;      // 256 - 6 NaN - 1, infinities included
        QTest::newRow("fp8-e4m3fnuz") << 255;  // 256 - 1 NaN
        QTest::newRow("fp4-e2m1") << 15;
        QTest::newRow("e8m0") << 255;
        QTest::newRow("int8") << 256;
        QTest::newRow("uint5") << 32;
        QTest::newRow("nf4") << 16;
        QTest::newRow("fp4-bnb") << 15;
        QTest::newRow("ternary") << 3;
        QTest::newRow("bf16") << 65536 - 2 * 127 - 1;
    }

    void walkThroughAllCodes() {
        QFETCH(int, values);
        const NumberFormat& format = numberFormat(QTest::currentDataTag());
        std::uint64_t code = encode(format, -std::numeric_limits<double>::infinity());
        if (std::isnan(decode(format, code))) {
            code =
                encode(format, format.isSigned ? limits(format).lowest : limits(format).minNormal);
        }
        QCOMPARE(previousCode(format, code), code);
        int visited = 1;
        while (nextCode(format, code) != code) {
            const std::uint64_t next = nextCode(format, code);
            QCOMPARE_LT(decode(format, code), decode(format, next));
            QVERIFY(decode(format, previousCode(format, next)) == decode(format, code));
            code = next;
            ++visited;
        }
        QCOMPARE(visited, values);
        const std::uint64_t nan = encode(format, std::nan(""));
        if (limits(format).hasNan) {
            QCOMPARE(nextCode(format, nan), nan);
        }
    }

    void classes() {
        const NumberFormat& half = numberFormat("fp16");
        QCOMPARE(classify(half, 0x8000), NumberClass::Zero);
        QCOMPARE(classify(half, 0x0001), NumberClass::Subnormal);
        QCOMPARE(classify(half, 0x0400), NumberClass::Normal);
        QCOMPARE(classify(half, 0xFC00), NumberClass::Infinite);
        QCOMPARE(classify(half, 0x7C01), NumberClass::Nan);
        QCOMPARE(classify(numberFormat("e8m0"), 0), NumberClass::Normal);
        QCOMPARE(classify(numberFormat("int8"), 0), NumberClass::Zero);
        QCOMPARE(classify(numberFormat("ternary"), 3), NumberClass::Nan);  // an unused code
    }

    void notANumberWithoutACode() {
        const double nan = std::nan("");
        QCOMPARE(decode(numberFormat("int8"), encode(numberFormat("int8"), nan)), 0.0);
        QCOMPARE(decode(numberFormat("nf4"), encode(numberFormat("nf4"), nan)), 0.0);
        QCOMPARE(decode(numberFormat("fp6-e3m2"), encode(numberFormat("fp6-e3m2"), nan)), 0.0);
    }

    // bitsandbytes' FP4 and OCP's E2M1, both scaled to 1, differ in one magnitude.
    void bitsandbytesDiffersInOneMagnitude() {
        const NumberFormat& bnb = numberFormat("fp4-bnb");
        const NumberFormat& ocp = numberFormat("fp4-e2m1");
        std::set<float> left;
        std::set<float> right;
        for (std::uint64_t code = 0; code < 8; ++code) {
            left.insert(static_cast<float>(decode(bnb, code)));
            right.insert(static_cast<float>(decode(ocp, code) / 6));
        }
        std::vector<float> differing;
        std::ranges::set_symmetric_difference(left, right, std::back_inserter(differing));
        QCOMPARE(differing.size(), std::size_t{2});
        QCOMPARE(differing[0], 0.0625F / 12);
        QCOMPARE(differing[1], 1.0F / 12);
    }
};

QTEST_APPLESS_MAIN(TestNumberFormat)
#include "tst_number_format.moc"
