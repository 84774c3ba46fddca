// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheme/number_facts.h"

#include <QtTest>

#include <array>
#include <cmath>
#include <limits>

using namespace zeropoint;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

NumberQuestion asking(double value) {
    NumberQuestion question;
    question.value = value;
    return question;
}

}  // namespace

class TestNumberFacts : public QObject {
    Q_OBJECT

private slots:
    // Worked by hand from the formats' bits; scales of integers are |max| 1 over the largest code.
    void oneValueInOneFormat_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("stored");
        QTest::addColumn<double>("ulp");
        QTest::addColumn<int>("tag");
        const auto row = [](const char* format, double value, double stored, double ulp,
                            NumberTag tag) {
            QTest::addRow("%s %g", format, value)
                << QString::fromLatin1(format) << value << stored << ulp << static_cast<int>(tag);
        };
        row("int8", 0.1, 13.0 / 127, 1.0 / 127, NumberTag::None);
        row("int8", 2, 1, 1.0 / 127, NumberTag::Saturated);
        row("int8", 1, 1, 1.0 / 127, NumberTag::None);
        row("fp16", 0.5, 0.5, std::exp2(-11), NumberTag::None);  // exactly: without an error
        row("fp16", 0.1, 0.0999755859375, std::exp2(-14), NumberTag::None);
        row("fp16", 1e-7, std::exp2(-23), std::exp2(-24), NumberTag::Subnormal);
        row("fp16", 1e-9, 0, std::exp2(-24), NumberTag::Underflow);
        row("fp16", 70000, infinity, 32, NumberTag::Overflow);
        row("fp4-e2m1", 2.4, 2, 1, NumberTag::None);
        row("uint8", -300, 0, 1.0 / 255, NumberTag::Saturated);  // below the lowest code, not small
        row("uint8", -0.001, 0, 1.0 / 255, NumberTag::Underflow);
        row("iq4nl", 1, 1, 24.0 / 113, NumberTag::None);  // 113 / 113: both signs are reached
        row("iq4nl", -1, -104.0 / 113, 23.0 / 113, NumberTag::None);
    }

    void oneValueInOneFormat() {
        QFETCH(QString, format);
        QFETCH(double, value);
        QFETCH(double, stored);
        QFETCH(double, ulp);
        QFETCH(int, tag);
        const NumberFacts facts = numberFacts(numberFormat(format.toStdString()), asking(value));
        QCOMPARE(facts.stored, stored);
        QCOMPARE(facts.ulp, ulp);
        QCOMPARE(static_cast<int>(facts.tag), tag);
        QCOMPARE(facts.error, stored - value);
        QCOMPARE(facts.relative, (stored - value) / std::abs(value));
        QCOMPARE(storedValue(facts, facts.code), stored);
    }

    void whatHasNoCodeIsNotTooLarge() {
        const NumberFormat& scales = numberFormat("e8m0");  // powers of two, no zero and no sign
        QCOMPARE(numberFacts(scales, asking(0)).tag, NumberTag::Nan);
        QCOMPARE(numberFacts(scales, asking(-1)).tag, NumberTag::Nan);
        QCOMPARE(numberFacts(scales, asking(1)).tag, NumberTag::None);
        QCOMPARE(numberFacts(scales, asking(1e39)).tag, NumberTag::Overflow);
        QCOMPARE(numberFacts(numberFormat("fp8-e4m3"), asking(500)).tag, NumberTag::Overflow);
    }

    void aChosenCodeIsKeptWhereItMeansTheValue() {
        const NumberFormat& format = numberFormat("fp8-e5m2");
        NumberQuestion question = asking(std::numeric_limits<double>::quiet_NaN());
        for (const std::uint64_t code : {0x7dU, 0x7eU, 0x7fU, 0xffU}) {
            question.code = code;  // every one of them is a NaN
            QCOMPARE(numberFacts(format, question).code, code);
        }
        question.value = 1;  // 0 01111 00
        QCOMPARE(numberFacts(format, question).code, std::uint64_t{0x3c});
    }

    void floatsTakeAScaleWhereTheyShall() {
        NumberQuestion question = asking(1);
        question.absMax = 4;
        QCOMPARE(numberScale(numberFormat("fp8-e4m3"), question), 1.0);
        QCOMPARE(numberScale(numberFormat("int8"), question), 4.0 / 127);
        question.scaleFloats = true;
        QCOMPARE(numberScale(numberFormat("fp8-e4m3"), question), 4.0 / 448);
        QCOMPARE(numberScale(numberFormat("fp16"), question), 1.0);
        QCOMPARE(numberScale(numberFormat("e8m0"), question), 1.0);
    }

    void theStepAsAShareOfTheValue() {
        const NumberFacts fp16 = numberFacts(numberFormat("fp16"), asking(1));
        QCOMPARE(relativeStep(fp16, 1), std::exp2(-10));
        QCOMPARE(relativeStep(fp16, 1.5), std::exp2(-10) / 1.5);
        QVERIFY(std::isnan(relativeStep(fp16, 1e6)));
    }

    void aChainLosesAsItGoes() {
        constexpr std::array<std::string_view, 4> formats{"fp16", "fp8-e4m3", "int8", "fp4-e2m1"};
        const std::vector<NumberFacts> chain = conversionChain(asking(0.1), formats);
        const double expected[] = {0.0999755859375, 0.1015625, 13.0 / 127, 0};
        QCOMPARE(chain.size(), std::size(expected));
        for (std::size_t i = 0; i < chain.size(); ++i) {
            QCOMPARE(chain[i].stored, expected[i]);
            QCOMPARE(chain[i].value, i == 0 ? 0.1 : expected[i - 1]);
        }
    }

    void theLeastValueAboveZero_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<double>("least");
        QTest::newRow("fp4-e2m1") << "fp4-e2m1" << 0.5;
        QTest::newRow("fp8-e4m3") << "fp8-e4m3" << std::exp2(-9);
        QTest::newRow("fp8-e5m2") << "fp8-e5m2" << std::exp2(-16);
        QTest::newRow("int4") << "int4" << 1.0;
        // Dettmers et al. 2023, appendix E.
        QTest::newRow("nf4") << "nf4" << double{0.07958029955625534F};
    }

    void theLeastValueAboveZero() {
        QFETCH(QString, format);
        QFETCH(double, least);
        QCOMPARE(smallestPositive(numberFormat(format.toStdString())), least);
    }
};

QTEST_APPLESS_MAIN(TestNumberFacts)
#include "tst_number_facts.moc"
