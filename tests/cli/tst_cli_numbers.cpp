// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerics/number_format.h"
#include "tests/cli/cli_run.h"

#include <QJsonArray>
#include <QtTest>

#include <cmath>

using namespace zeropoint;
using test::CliRun;
using test::runCli;

namespace {

QJsonObject encodingOf(const std::vector<std::string>& arguments) {
    std::vector<std::string> all = {"bits", "--json"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    const QJsonArray values = runCli(all).json()["values"].toArray();
    return values[0].toObject()["encodings"].toArray()[0].toObject();
}

}  // namespace

/// The verbs `formats` and `bits` as CLI.md promises them.
class TestCliNumbers : public QObject {
    Q_OBJECT

private slots:
    void formatsAsJson() {
        const CliRun run = runCli({"formats", "--json"});
        QCOMPARE(run.status, 0);
        QVERIFY(run.err.empty());
        const QJsonArray formats = run.json()["formats"].toArray();
        QCOMPARE(formats.size(), static_cast<qsizetype>(numberFormats().size()));
        QJsonObject found;
        for (const auto& format : formats) {
            if (format.toObject()["name"] == "fp8-e4m3") {
                found = format.toObject();
            }
        }
        QCOMPARE(found["bits"].toInt(), 8);
        QCOMPARE(found["exponent_bits"].toInt(), 4);
        QCOMPARE(found["mantissa_bits"].toInt(), 3);
        QCOMPARE(found["bias"].toInt(), 7);
        QCOMPARE(found["max"].toDouble(), 448.0);
        QCOMPARE(found["min_normal"].toDouble(), 0.015625);
        QCOMPARE(found["min_subnormal"].toDouble(), 0.001953125);
        QCOMPARE(found["epsilon"].toDouble(), 0.125);
        QCOMPARE(found["has_inf"].toBool(), false);
        QCOMPARE(found["has_nan"].toBool(), true);
        QVERIFY(!found["source"].toString().isEmpty());
    }

    void blocksAsJson() {
        const QJsonArray blocks = runCli({"formats", "--json"}).json()["blocks"].toArray();
        QJsonObject found;
        for (const auto& block : blocks) {
            if (block.toObject()["name"] == "q4_0") {
                found = block.toObject();
            }
        }
        QCOMPARE(found["bits_per_weight"].toDouble(), 4.5);
        QCOMPARE(found["values_per_block"].toInt(), 32);
        QCOMPARE(found["fields"].toArray()[1].toObject()["bytes"].toInt(), 16);
    }

    void formatsForPeople() {
        const CliRun run = runCli({"formats"});
        QCOMPARE(run.status, 0);
        QVERIFY(run.out.find("fp8-e5m2") != std::string::npos);
        QVERIFY(run.out.find("57344") != std::string::npos);
        QVERIFY(run.out.find("6.5625") != std::string::npos);  // Q6_K's bits a weight
    }

    // 0.1 in bfloat16: 0x3DCD = 2^-4 * (1 + 77/128) = 0.10009765625.
    void bitsOfATenth() {
        const QJsonObject tenth = encodingOf({"0.1", "--format", "bf16"});
        QCOMPARE(tenth["format"].toString(), "bf16");
        QCOMPARE(tenth["hex"].toString(), "0x3DCD");
        QCOMPARE(tenth["sign"].toString(), "0");
        QCOMPARE(tenth["exponent"].toString(), "01111011");
        QCOMPARE(tenth["mantissa"].toString(), "1001101");
        QCOMPARE(tenth["stored"].toDouble(), 0.10009765625);
        QVERIFY(tenth["abs_error"].toDouble() == 0.10009765625 - 0.1);
        QVERIFY(tenth["rel_error"].toDouble() == (0.10009765625 - 0.1) / 0.1);
        QCOMPARE(tenth["ulp"].toDouble(), std::ldexp(1.0, -11));
        QCOMPARE(tenth["class"].toString(), "normal");
    }

    void negativeValuesAreNoOptions_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("hex");
        QTest::newRow("digit") << "-0.1"
                               << "0xBDCD";
        QTest::newRow("exponent") << "-5e-1"
                                  << "0xBF00";
        QTest::newRow("point") << "-.5"
                               << "0xBF00";
        QTest::newRow("infinity") << "-inf"
                                  << "0xFF80";
        QTest::newRow("fraction") << "-1/2"
                                  << "0xBF00";
        QTest::newRow("hexadecimal float") << "-0x1p-1"
                                           << "0xBF00";
    }

    void negativeValuesAreNoOptions() {
        QFETCH(QString, text);
        QFETCH(QString, hex);
        QCOMPARE(encodingOf({text.toStdString(), "--format", "bf16"})["hex"].toString(), hex);
        QCOMPARE(encodingOf({"--format=bf16", "--", text.toStdString()})["hex"].toString(), hex);
    }

    void orderOfValuesAndFormats() {
        const CliRun run =
            runCli({"bits", "-inf", "2", "-3", "--format", "int8,fp4-e2m1", "nan", "--json"});
        QCOMPARE(run.status, 0);
        const QJsonArray values = run.json()["values"].toArray();
        QCOMPARE(values.size(), 4);
        QCOMPARE(values[0].toObject()["input"].toString(), "-inf");
        QCOMPARE(values[1].toObject()["input"].toDouble(), 2.0);
        QCOMPARE(values[2].toObject()["input"].toDouble(), -3.0);
        QCOMPARE(values[3].toObject()["input"].toString(), "nan");
        const QJsonArray encodings = values[0].toObject()["encodings"].toArray();
        QCOMPARE(encodings.size(), 2);
        QCOMPARE(encodings[0].toObject()["stored"].toDouble(), -128.0);
        QCOMPARE(encodings[1].toObject()["stored"].toDouble(), -6.0);
        QCOMPARE(encodings[1].toObject()["abs_error"].toString(), "inf");
    }

    void withoutFormatEveryFormat() {
        const CliRun run = runCli({"bits", "1", "--json"});
        const QJsonArray values = run.json()["values"].toArray();
        QCOMPARE(values[0].toObject()["encodings"].toArray().size(),
                 static_cast<qsizetype>(numberFormats().size()));
    }

    // x / scale + zero point: 250 / 4 = 62.5 rounds to the even 62, plus 5 is 67, back to 248.
    void integersTakeScaleAndZeroPoint() {
        const QJsonObject code =
            encodingOf({"250", "--format", "uint8", "--scale", "4", "--zero-point", "5"});
        QCOMPARE(code["hex"].toString(), "0x43");
        QCOMPARE(code["stored"].toDouble(), 248.0);
        QCOMPARE(code["abs_error"].toDouble(), 2.0);
        QCOMPARE(code["ulp"].toDouble(), 4.0);
        const QJsonObject nan =
            encodingOf({"nan", "--format", "int8", "--scale", "0.5", "--zero-point", "-7"});
        QCOMPARE(nan["hex"].toString(), "0xF9");
        QCOMPARE(nan["stored"].toDouble(), 0.0);
        QCOMPARE(nan["class"].toString(), "zero");
    }

    void patternsKeepTheirBits() {
        QCOMPARE(encodingOf({"0x7FC1", "--format", "bf16"})["hex"].toString(), "0x7FC1");
        QCOMPARE(encodingOf({"0x7FC1", "--format", "bf16"})["class"].toString(), "nan");
        QCOMPARE(encodingOf({"0b0101", "--format", "fp4-e2m1"})["stored"].toDouble(), 3.0);
        QCOMPARE(encodingOf({"0x0001", "--format", "fp16"})["class"].toString(), "subnormal");
    }

    void wrongCalls_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("said");
        QTest::newRow("no verb") << QStringList{} << "subcommand";
        QTest::newRow("no value") << QStringList{"bits"} << "VALUE";
        QTest::newRow("option") << QStringList{"bits", "1", "--bogus"} << "--bogus";
        QTest::newRow("format") << QStringList{"bits", "1", "--format", "fp9"}
                                << "Unknown number format";
        QTest::newRow("comma") << QStringList{"bits", "0,1"} << "comma";
        QTest::newRow("overflow") << QStringList{"bits", "1e400"} << "beyond the range";
        QTest::newRow("width") << QStringList{"bits", "0x3DC", "--format", "bf16"}
                               << "4 hexadecimal digits, 3 given";
        QTest::newRow("scale") << QStringList{"bits", "1", "--scale", "0"} << "scale";
        QTest::newRow("negative scale") << QStringList{"bits", "1", "--scale", "-1"} << "scale";
        QTest::newRow("zero point")
            << QStringList{"bits", "1", "--format", "uint8", "--zero-point", "-1"}
            << "not a code of UINT8 (--zero-point -1). Its codes are 0 to 255";
        QTest::newRow("stray argument") << QStringList{"formats", "x"} << "x";
    }

    void wrongCalls() {
        QFETCH(QStringList, arguments);
        QFETCH(QString, said);
        std::vector<std::string> texts;
        for (const QString& argument : arguments) {
            texts.push_back(argument.toStdString());
        }
        const CliRun run = runCli(texts);
        QCOMPARE(run.status, 2);
        QVERIFY(run.out.empty());
        QVERIFY2(QString::fromStdString(run.err).contains(said), run.err.c_str());
        QVERIFY(run.err.starts_with("zeropoint-cli: error: "));
        QCOMPARE(std::ranges::count(run.err, '\n'), 1);
    }

    void helpGoesToTheOutput() {
        const CliRun run = runCli({"bits", "--help"});
        QCOMPARE(run.status, 0);
        QVERIFY(run.out.find("VALUE") != std::string::npos);
        QVERIFY(run.out.find("--zero-point") != std::string::npos);
        QVERIFY(runCli({"--version"}).out.find("zeropoint-cli test") != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestCliNumbers)
#include "tst_cli_numbers.moc"
