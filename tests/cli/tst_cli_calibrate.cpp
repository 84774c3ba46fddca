// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_run.h"

#include <QJsonArray>
#include <QtTest>

#include <cmath>

using namespace zeropoint::test;

class TestCliCalibrate : public QObject {
    Q_OBJECT

private slots:
    // The two worked examples of the command line's contract.
    void workedExamples() {
        const CliRun ramp = runCli({"calibrate", "synthetic:ramp?min=0,max=1000", "--format",
                                    "uint8", "--asymmetric", "--sample", "250", "--json"});
        QCOMPARE(ramp.status, 0);
        QVERIFY(ramp.err.empty());
        const QJsonObject first = ramp.json();
        QCOMPARE_LE(std::abs(first["scale"].toDouble() - 1000.0 / 255), 1e-6);
        QCOMPARE(first["zero_point"].toInt(-1), 0);
        QCOMPARE(first["sample"]["code"].toInt(), 64);
        QCOMPARE_LE(std::abs(first["sample"]["dequantized"].toDouble() - 250.98), 0.001);

        const CliRun shifted = runCli({"calibrate", "synthetic:ramp?min=-20,max=1000",
                                       "--asymmetric", "--sample", "250", "--json"});
        const QJsonObject second = shifted.json();
        QCOMPARE(second["format"].toString(), "uint8");
        QCOMPARE(second["scale"].toDouble(), 4.0);
        QCOMPARE(second["zero_point"].toInt(), 5);
        const QJsonObject sample = second["sample"].toObject();
        QCOMPARE(sample["x"].toDouble(), 250.0);
        QCOMPARE(sample["scaled"].toDouble(), 62.5);
        QCOMPARE(sample["rounded"].toDouble(), 62.0);
        QCOMPARE(sample["code"].toInt(), 67);
        QCOMPARE(sample["dequantized"].toDouble(), 248.0);
        QCOMPARE(sample["error"].toDouble(), -2.0);
    }

    void theDocumentHasItsFields() {
        const QJsonObject document = runCli({"calibrate", "synthetic:normal?n=10000,seed=3",
                                             "--range", "percentile:99", "--json"})
                                         .json();
        const QStringList fields = {"format",
                                    "symmetric",
                                    "per",
                                    "range",
                                    "qmin",
                                    "qmax",
                                    "scale",
                                    "zero_point",
                                    "count",
                                    "mse",
                                    "clip_mse",
                                    "round_mse",
                                    "sqnr_db",
                                    "max_abs_error",
                                    "cosine",
                                    "clipped_fraction",
                                    "bits_per_weight",
                                    "bytes"};
        QCOMPARE(document.size(), fields.size());
        for (const QString& field : fields) {
            QVERIFY2(document.contains(field), qPrintable(field));
        }
        QCOMPARE(document["format"].toString(), "int8");
        QCOMPARE(document["symmetric"].toBool(), true);
        QCOMPARE(document["per"].toString(), "tensor");
        QCOMPARE(document["range"]["method"].toString(), "percentile:99");
        QCOMPARE(document["qmin"].toInt(), -128);
        QCOMPARE(document["qmax"].toInt(), 127);
        QCOMPARE(document["count"].toInt(), 10000);
        QCOMPARE(document["bytes"].toInt(), 10004);
        const double mse = document["mse"].toDouble();
        QCOMPARE_LE(
            std::abs(document["clip_mse"].toDouble() + document["round_mse"].toDouble() - mse),
            1e-12 * mse);
        QCOMPARE_LE(std::abs(document["clipped_fraction"].toDouble() - 0.01), 2e-4);
    }

    void channelsAndGroupsGiveArrays() {
        const std::string source = "synthetic:outlier-channels?rows=4,cols=10";
        const auto scales = [&](const std::vector<std::string>& options) {
            std::vector<std::string> call = {"calibrate", source, "--json"};
            call.insert(call.end(), options.begin(), options.end());
            return runCli(call).json()["scale"].toArray().size();
        };
        QCOMPARE(scales({"--per", "channel"}), 4);
        QCOMPARE(scales({"--per", "channel", "--axis", "1"}), 10);
        QCOMPARE(scales({"--per", "channel", "--axis", "-1"}), 10);
        QCOMPARE(scales({"--per", "group:4"}), 12);
    }

    void blockFormatsHaveNoScaleOfTheirOwn() {
        const QJsonObject document =
            runCli({"calibrate", "synthetic:normal?n=4096", "--format", "q4_0", "--json"}).json();
        QCOMPARE(document["per"].toString(), "block:32");
        QVERIFY(!document.contains("scale") && !document.contains("zero_point"));
        QCOMPARE(document["bits_per_weight"].toDouble(), 4.5);
        QCOMPARE(document["bytes"].toInt(), 2304);
        QCOMPARE_LE(std::abs(document["sqnr_db"].toDouble() - 21.3), 0.4);
    }

    void anAllZeroTensorIsExact() {
        const QJsonObject document =
            runCli({"calibrate", "synthetic:constant?value=0", "--asymmetric", "--json"}).json();
        QCOMPARE(document["scale"].toDouble(), 1.0);
        QCOMPARE(document["zero_point"].toInt(-1), 0);
        QCOMPARE(document["mse"].toDouble(-1), 0.0);
        QCOMPARE(document["sqnr_db"].toString(), "inf");
    }

    void wrongCallsEndWithTwo_data() {
        QTest::addColumn<QStringList>("options");
        QTest::newRow("range upside down") << QStringList{"--range", "1,-1"};
        QTest::newRow("empty range") << QStringList{"--range", "1,1"};
        QTest::newRow("NaN in the range") << QStringList{"--range", "nan,1"};
        QTest::newRow("infinite range") << QStringList{"--range", "-inf,1"};
        QTest::newRow("no number") << QStringList{"--range", "a,b"};
        QTest::newRow("three numbers") << QStringList{"--range", "1,2,3"};
        QTest::newRow("unknown method") << QStringList{"--range", "guess"};
        QTest::newRow("percentile 0") << QStringList{"--range", "percentile:0"};
        QTest::newRow("percentile 101") << QStringList{"--range", "percentile:101"};
        QTest::newRow("an argument too many") << QStringList{"--range", "mse:3"};
        QTest::newRow("unknown format") << QStringList{"--format", "int99"};
        QTest::newRow("both symmetries") << QStringList{"--symmetric", "--asymmetric"};
        QTest::newRow("unknown granularity") << QStringList{"--per", "row"};
        QTest::newRow("groups of 0") << QStringList{"--per", "group:0"};
        QTest::newRow("groups of -4") << QStringList{"--per", "group:-4"};
        QTest::newRow("no such axis") << QStringList{"--per", "channel", "--axis", "7"};
        QTest::newRow("unknown rounding") << QStringList{"--rounding", "up"};
        QTest::newRow("unknown scale format") << QStringList{"--scale-format", "fp8"};
        QTest::newRow("double:0") << QStringList{"--scale-format", "double:0"};
        QTest::newRow("unknown convention") << QStringList{"--convention", "mine"};
        QTest::newRow("TensorRT without zero points")
            << QStringList{"--convention", "tensorrt", "--asymmetric"};
        QTest::newRow("sample of channels") << QStringList{"--per", "channel", "--sample", "1"};
        QTest::newRow("sample that is no number") << QStringList{"--sample", "one"};
        QTest::newRow("unknown option") << QStringList{"--bits", "8"};
    }

    void wrongCallsEndWithTwo() {
        QFETCH(QStringList, options);
        std::vector<std::string> call = {"calibrate", "synthetic:normal?n=100"};
        for (const QString& option : options) {
            call.push_back(option.toStdString());
        }
        const CliRun run = runCli(call);
        QCOMPARE(run.status, 2);
        QVERIFY(run.out.empty());
        QVERIFY2(run.err.starts_with("zeropoint-cli: error: "), run.err.c_str());
        QCOMPARE(std::count(run.err.begin(), run.err.end(), '\n'), 1);
    }

    void aMissingFileEndsWithOne() {
        QCOMPARE(runCli({"calibrate", "/nowhere/at/all.npy"}).status, 1);
    }

    void explicitRangesMayBeNegative() {
        const QJsonObject document = runCli({"calibrate", "synthetic:normal?n=1000", "--asymmetric",
                                             "--range", "-.5,0.5", "--json"})
                                         .json();
        QCOMPARE(document["range"]["lo"].toDouble(), -0.5);
        QCOMPARE(document["range"]["method"].toString(), "explicit");
        QCOMPARE(runCli({"calibrate", "synthetic:normal?n=1000", "--range", "-20,1000"}).status, 0);
    }

    void theTextSaysTheSame() {
        const CliRun run = runCli(
            {"calibrate", "synthetic:ramp?min=-20,max=1000", "--asymmetric", "--sample", "250"});
        QCOMPARE(run.status, 0);
        for (const char* part :
             {"uint8", "-20 to 1000", "zero point        5", "(a tie), code 67", "dB"}) {
            QVERIFY2(run.out.find(part) != std::string::npos, run.out.c_str());
        }
    }

    void theCurve() {
        const QJsonObject document =
            runCli({"curve", "synthetic:laplace?n=20000", "--format", "int4", "--json"}).json();
        const QJsonArray points = document["points"].toArray();
        QCOMPARE(points.size(), 81);
        const double best = document["best"]["mse"].toDouble();
        for (const QJsonValue point : points) {
            QCOMPARE_LE(best, point["mse"].toDouble());
            QVERIFY(point["clip_mse"].isDouble() && point["round_mse"].isDouble());
            QVERIFY(point["sqnr_db"].isDouble());
            QCOMPARE(point["lo"].toDouble(), -point["hi"].toDouble());
        }
        QCOMPARE(points.last()["clip_mse"].toDouble(-1), 0.0);
        QVERIFY(!document.contains("chosen"));
        const QJsonObject mse = runCli({"curve", "synthetic:laplace?n=20000", "--format", "int4",
                                        "--range", "mse", "--json"})
                                    .json();
        QCOMPARE_LE(mse["chosen"]["mse"].toDouble(), best * 1.0001);
        QCOMPARE(runCli({"curve", "synthetic:normal?n=10", "--points", "1"}).status, 2);
        QCOMPARE(runCli({"curve", "synthetic:normal?n=10", "--per", "channel"}).status, 2);
        QVERIFY(runCli({"curve", "synthetic:normal?n=10"}).out.find("best") != std::string::npos);
        // Of points that all err alike none is the best.
        const std::string zeros = "synthetic:constant?value=0,n=8";
        QVERIFY(runCli({"curve", zeros, "--json"}).json()["best"].isNull());
        QVERIFY(runCli({"curve", zeros}).out.find("best") == std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestCliCalibrate)
#include "tst_cli_calibrate.moc"
