// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerics/parse_number.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <cmath>
#include <limits>
#include <numbers>
#include <random>

using namespace zeropoint;

class TestParseNumber : public QObject {
    Q_OBJECT

private slots:
    void values_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("value");
        constexpr double infinity = std::numeric_limits<double>::infinity();
        const auto row = [](const char* text, double value) {
            QTest::newRow(text) << QString(text) << value;
        };
        row("0.1", 0.1);
        row("-0.1", -0.1);
        row("+2.5", 2.5);
        row(".5", 0.5);
        row("-1e-5", -1e-5);
        row("1E+3", 1000.0);
        row("1/3", 1.0 / 3);
        row("-2/4", -0.5);
        row("pi", std::numbers::pi);
        row("-pi", -std::numbers::pi);
        row("inf", infinity);
        row("-Infinity", -infinity);
        row("0x1.8p3", 12.0);
        row("-0x1p-2", -0.25);
        row("0X1.8P3", 12.0);
        row("  0.25\t\n", 0.25);
        row("-0", -0.0);
        row("5e-324", 5e-324);
        row("1.7976931348623157e308", std::numeric_limits<double>::max());
    }

    void values() {
        QFETCH(QString, text);
        QFETCH(double, value);
        const auto parsed = parseNumber(text.toStdString(), numberFormat("bf16"));
        QVERIFY2(parsed.has_value(), parsed ? "" : toString(parsed.error()).c_str());
        QVERIFY(parsed->value == value);
        QCOMPARE(std::signbit(parsed->value), std::signbit(value));
        QVERIFY(!parsed->code);
    }

    void notANumber() {
        const auto parsed = parseNumber("NaN", numberFormat("bf16"));
        QVERIFY(parsed && std::isnan(parsed->value));
    }

    void patterns_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("text");
        QTest::addColumn<qulonglong>("code");
        QTest::addColumn<double>("value");
        QTest::newRow("hexadecimal") << "bf16"
                                     << "0x3DCC" << 0x3DCCULL << 0.099609375;
        QTest::newRow("lower case") << "bf16"
                                    << " 0x3dcc " << 0x3DCCULL << 0.099609375;
        QTest::newRow("binary") << "fp4-e2m1"
                                << "0b0101" << 5ULL << 3.0;
        QTest::newRow("two digits for six bits") << "fp6-e2m3"
                                                 << "0x3F" << 0x3FULL << -7.5;
        QTest::newRow("signed integer") << "int8"
                                        << "0xFF" << 0xFFULL << -1.0;
        QTest::newRow("sixteen digits") << "fp64"
                                        << "0x3FF0000000000000" << 0x3FF0000000000000ULL << 1.0;
    }

    void patterns() {
        QFETCH(QString, id);
        QFETCH(QString, text);
        QFETCH(qulonglong, code);
        QFETCH(double, value);
        const auto parsed = parseNumber(text.toStdString(), numberFormat(id.toStdString()));
        QVERIFY2(parsed.has_value(), parsed ? "" : toString(parsed.error()).c_str());
        QVERIFY(parsed->code.has_value());
        QCOMPARE(qulonglong{*parsed->code}, code);
        QCOMPARE(parsed->value, value);
    }

    void refusals_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* text, const char* said) {
            QTest::newRow(text) << QString(text) << QString(said);
        };
        row("", "No number");
        row("   ", "No number");
        row("0,1", "comma");
        row("1,000.5", "comma");
        row("1e400", "beyond the range");
        row("-1e400", "beyond the range");
        row("1e-400", "beyond the range");
        row("0x1p5000", "beyond the range");
        row("0x3DC", "16 bits: 4 hexadecimal digits, 3 given");
        row("0x3DCC0", "4 hexadecimal digits, 5 given");
        row("0b0101", "16 binary digits, 4 given");
        row("-0x3DCC", "takes no sign");
        row("0x3DCG", "Not a bit pattern");
        row("0x", "Not a bit pattern");
        row("0.1 0.2", "Not a number");
        row("1_000", "Not a number");
        row("abc", "Not a number");
        row("--1", "Not a number");
        row("1e", "Not a number");
        row("0.1f", "Not a number");
        row("nan(1)", "Not a number");
        row("1/0", "divides by zero");
        row("1/x", "Not a number");
        row("1/2/3", "Not a number");
        row("inf/2", "Not a");
        row("1e300/1e-300", "beyond the range");
        row("\xE2\x88\x92 1", "Not a number");
    }

    void refusals() {
        QFETCH(QString, text);
        QFETCH(QString, said);
        const auto parsed = parseNumber(text.toStdString(), numberFormat("bf16"));
        COMPARE_ERROR(parsed, ErrorCode::InvalidArgument);
        const QString message = QString::fromStdString(toString(parsed.error()));
        QVERIFY2(message.contains(said), qPrintable(message));
        QVERIFY(!parsed.error().remedy.empty());
    }

    void bitsAboveTheWidth() {
        const auto parsed = parseNumber("0x7F", numberFormat("fp6-e2m3"));
        QVERIFY(!parsed);
        QVERIFY(QString::fromStdString(parsed.error().remedy).contains("0x3F"));
    }

    void shortestTextReadsBack() {
        QCOMPARE(shortestText(0.1), "0.1");
        QCOMPARE(shortestText(-0.0), "-0");
        QCOMPARE(shortestText(std::nan("")), "nan");
        QCOMPARE(shortestText(-std::numeric_limits<double>::infinity()), "-inf");
        std::mt19937_64 bits(3);
        for (int i = 0; i < 20000; ++i) {
            const double value = std::bit_cast<double>(std::uint64_t{bits()});
            if (std::isfinite(value)) {
                const auto parsed = parseNumber(shortestText(value), numberFormat("fp64"));
                QVERIFY(parsed && parsed->value == value);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestParseNumber)
#include "tst_parse_number.moc"
