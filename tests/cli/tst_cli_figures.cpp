// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later

// One input, one figure, in every verb: and what a figure leaves out is said.
#include "core/files/weight_file.h"
#include "tests/cli/cli_run.h"
#include "tests/support/golden.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <type_traits>

using namespace zeropoint;
using namespace zeropoint::test;

namespace {

/// An .npy file of one row of numbers, written here by the format's own rule.
template <typename Number>
void writeNpy(const QString& path, const std::vector<Number>& values) {
    QByteArray header = "{'descr': '<" + QByteArray(std::is_integral_v<Number> ? "i" : "f") +
                        QByteArray::number(int(sizeof(Number))) +
                        "', 'fortran_order': False, 'shape': (" +
                        QByteArray::number(qsizetype(values.size())) + ",), }";
    header.append(QByteArray(63 - (10 + header.size()) % 64, ' ')).append('\n');
    QByteArray bytes("\x93NUMPY\x01\x00", 8);
    bytes.append(char(header.size() & 0xFF)).append(char(header.size() >> 8)).append(header);
    bytes.append(reinterpret_cast<const char*>(values.data()),
                 qsizetype(values.size()) * qsizetype(sizeof(Number)));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
}

std::vector<float> bell(std::size_t count) {
    // Sums of twelve steps of a linear congruence: smooth, and the same everywhere.
    std::vector<float> values(count);
    std::uint32_t state = 1;
    for (float& value : values) {
        double sum = -6;
        for (int i = 0; i < 12; ++i) {
            state = state * 1664525 + 1013904223;
            sum += state / 4294967296.0;
        }
        value = static_cast<float>(sum);
    }
    return values;
}

qsizetype warningsIn(const CliRun& run) {
    return QString::fromStdString(run.err).count("warning");
}

double number(const QJsonObject& object, const char* field) {
    return object[QLatin1String(field)].toDouble(NAN);
}

void addHostileSources() {
    QTest::addColumn<int>("kind");
    QTest::newRow("one value at 1e6") << 0;
    QTest::newRow("ternary") << 1;
    QTest::newRow("half zeros") << 2;
    QTest::newRow("smooth") << 3;
}

std::vector<float> hostile(int kind) {
    std::vector<float> values = bell(20000);
    if (kind == 0) {
        values[77] = 1e6F;
    }
    for (float& value : values) {
        if (kind == 1) {
            value = value < -0.5F ? -0.37F : value > 0.5F ? 0.37F : 0.0F;
        } else if (kind == 2) {
            value = std::max(value, 0.0F);
        }
    }
    return values;
}

}  // namespace

class TestCliFigures : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::string path(const char* name) { return m_folder.filePath(name).toStdString(); }

private slots:
    void curveAndCalibrateAgree_data() { addHostileSources(); }
    void curveAndCalibrateAgree() {
        QFETCH(int, kind);
        const std::vector<float> values = hostile(kind);
        writeNpy(m_folder.filePath("hostile.npy"), values);
        for (const char* format : {"int8", "int3", "nf4", "fp8-e4m3"}) {
            for (const char* range : {"minmax", "percentile:99", "percentile:40", "mse"}) {
                const std::vector<std::string> options = {
                    path("hostile.npy"), "--format", format, "--range", range, "--json"};
                const auto call = [&](const char* verb) {
                    std::vector<std::string> arguments = {verb};
                    arguments.insert(arguments.end(), options.begin(), options.end());
                    return runCli(arguments);
                };
                const QJsonObject calibrated = call("calibrate").json();
                const QJsonObject curve = call("curve").json();
                const bool full = std::string(range) == "minmax";
                const QJsonObject point =
                    full ? curve["points"].toArray().last().toObject() : curve["chosen"].toObject();
                for (const char* figure : {"mse", "clip_mse", "round_mse", "sqnr_db"}) {
                    const double told = number(calibrated, figure);
                    if (!std::isfinite(told)) {  // no error left: "inf" decibels
                        QCOMPARE(point[QLatin1String(figure)], calibrated[QLatin1String(figure)]);
                        continue;
                    }
                    // The same terms in another order of summation.
                    QCOMPARE_LE(std::abs(number(point, figure) - told), 1e-11 * std::abs(told));
                }
                // And the truth in double, for integers.
                if (format[0] == 'i') {
                    const double scale = number(calibrated, "scale");
                    const double most = format[3] == '8' ? 127 : 3;
                    double error = 0;
                    for (const float x : values) {
                        const double q = std::clamp(std::nearbyint(x / scale), -most - 1, most);
                        const float back = static_cast<float>(q) * static_cast<float>(scale);
                        error += std::pow(double{back} - double{x}, 2);
                    }
                    const double mse = error / double(values.size());
                    QCOMPARE_LE(std::abs(number(calibrated, "mse") - mse), 1e-5 * mse + 1e-14);
                }
            }
        }
    }

    // |x| <= 40 % are zeros: no range. The full one stands in, and it is said.
    void aMethodWithoutARangeGivesWay() {
        writeNpy(m_folder.filePath("relu.npy"), hostile(2));
        const CliRun run =
            runCli({"calibrate", path("relu.npy"), "--range", "percentile:40", "--json"});
        const CliRun full = runCli({"calibrate", path("relu.npy"), "--json"});
        QCOMPARE(warningsIn(run), 1);
        QCOMPARE(run.json()["scale"], full.json()["scale"]);
        QCOMPARE(run.json()["mse"], full.json()["mse"]);
        QCOMPARE(warningsIn(full), 0);
    }

    // The clipping value of one-sided data serves them, mirrored or not.
    void aciqOnOneSide_data() {
        QTest::addColumn<double>("sign");
        QTest::addColumn<QString>("method");
        for (const double sign : {1.0, -1.0}) {
            for (const char* method : {"aciq-gauss", "aciq-laplace"}) {
                QTest::addRow("%s, sign %g", method, sign) << sign << method;
            }
        }
    }
    void aciqOnOneSide() {
        QFETCH(double, sign);
        QFETCH(QString, method);
        std::vector<float> values = hostile(2);
        for (float& value : values) {
            value = static_cast<float>(sign * value);
        }
        writeNpy(m_folder.filePath("side.npy"), values);
        const auto decibels = [&](const std::string& range, bool asymmetric) {
            std::vector<std::string> call = {"calibrate",
                                             path("side.npy"),
                                             "--range",
                                             range,
                                             "--json",
                                             "--format",
                                             asymmetric ? "uint4" : "int4"};
            if (asymmetric) {
                call.push_back("--asymmetric");
            }
            return number(runCli(call).json(), "sqnr_db");
        };
        for (const bool asymmetric : {true, false}) {
            const double full = decibels("minmax", asymmetric);
            const double found = decibels(method.toStdString(), asymmetric);
            const double best = decibels("mse", asymmetric);
            // Laplace is a wrong model of these values and may lose a little to the whole range.
            QCOMPARE_GE(found, method == "aciq-gauss" ? full : full - 1);
            if (method == "aciq-gauss") {
                // Negative values have one code more under a symmetric scheme, which the search
                // uses.
                QCOMPARE_GE(found, best - (asymmetric ? 0.5 : 1));
            }
        }
    }

    void valuesLeftOutAreSaidOnce_data() {
        QTest::addColumn<int>("kind");
        QTest::newRow("NaN and infinities") << 0;
        QTest::newRow("only infinities") << 1;
        QTest::newRow("only NaN") << 2;
        QTest::newRow("float64 beyond float32") << 3;
    }
    void valuesLeftOutAreSaidOnce() {
        QFETCH(int, kind);
        const QString source = m_folder.filePath("wild.npy");
        if (kind == 3) {
            writeNpy<double>(source, {1e300, 1, -2, 0.5});
        } else {
            std::vector<float> values(6, kind == 2 ? NAN : HUGE_VALF);
            if (kind == 0) {
                values = {1, -2, NAN, HUGE_VALF, 0.5F, -HUGE_VALF};
            }
            writeNpy(source, values);
        }
        const std::string in = source.toStdString();
        const std::vector<std::vector<std::string>> calls = {
            {"calibrate", in},
            {"calibrate", in, "--format", "mxfp4"},
            {"curve", in, "--points", "3"},
            {"inspect", in, "--stats"},
            {"compare", in, in},
            {"scan", in, "--schemes", "int8,nf4"},
            {"quantize", in, "--out", path("codes.safetensors")},
            {"convert", in, "--out", path("made.safetensors"), "--format", "int8"}};
        for (const std::vector<std::string>& call : calls) {
            const CliRun run = runCli(call);
            QVERIFY2(run.status == 0, run.err.c_str());
            QVERIFY2(warningsIn(run) == 1, run.err.c_str());
            const bool nothing = kind == 1 || kind == 2;
            QCOMPARE(run.err.find("undefined") != std::string::npos, nothing);
        }
        const QJsonObject figures = runCli({"calibrate", in, "--json"}).json();
        const QJsonObject counted =
            runCli({"inspect", in, "--stats", "--json"}).json()["tensors"].toArray()[0].toObject();
        QCOMPARE(counted["nan"].toInt() + counted["inf"].toInt(), kind == 3   ? 1
                                                                  : kind == 0 ? 3
                                                                              : 6);
        for (const char* field : {"min", "max", "mean", "std"}) {
            QCOMPARE(counted[QLatin1String(field)].toString() == "nan", kind == 1 || kind == 2);
        }
        if (kind == 1 || kind == 2) {
            for (const char* field : {"mse", "clip_mse", "round_mse", "sqnr_db", "cosine",
                                      "max_abs_error", "clipped_fraction"}) {
                QCOMPARE(figures[QLatin1String(field)].toString(), "nan");
            }
            const QJsonObject range = figures["range"].toObject();
            QCOMPARE(range["lo"].toString(), "nan");
            QCOMPARE(range["hi"].toString(), "nan");
            QCOMPARE(range["reached"].toObject()["hi"].toString(), "nan");
            QCOMPARE(figures["scale"].toDouble(), 1.0);
            QCOMPARE(figures["count"].toInt(-1), 0);
        } else {
            QCOMPARE(figures["count"].toInt(), 3);
            QVERIFY(figures["mse"].isDouble());
        }
    }

    // A range that collapses to nothing ends at 0 and not at -0.
    void zeroHasNoSign() {
        writeNpy(m_folder.filePath("zeros.npy"), std::vector<float>(8, 0.0F));
        for (const char* verb : {"curve", "calibrate", "scan", "inspect"}) {
            for (const bool json : {true, false}) {
                std::vector<std::string> call = {verb, path("zeros.npy")};
                call.insert(call.end(), json ? 1 : 0, "--json");
                const CliRun run = runCli(call);
                static const QRegularExpression negative(QStringLiteral("-0(\\.0)?(?![.\\d])"));
                QVERIFY2(!QString::fromStdString(run.out).contains(negative), run.out.c_str());
            }
        }
    }

    // 1e30 has no FP16: the file holds infinity, as `bits` says, and the call says so.
    void castsOverflow() {
        writeNpy(m_folder.filePath("large.npy"), std::vector<float>{1e30F, 1, -2, 0.5F});
        const CliRun run =
            runCli({"quantize", path("large.npy"), "--format", "fp16", "--out",
                    path("half.safetensors"), "--dequantized", path("back.npy"), "--json"});
        QCOMPARE(run.status, 0);
        QCOMPARE(warningsIn(run), 1);
        QCOMPARE(run.json()["mse"].toString(), "inf");
        QCOMPARE(run.json()["overflow"].toString(), "special");
        QCOMPARE(number(run.json(), "clipped_fraction"), 0.25);
        const Tensor back = openWeightFile(path("back.npy")).value()->read(0).value();
        QCOMPARE(back.values()[0], HUGE_VALF);
        const CliRun converted = runCli(
            {"convert", path("large.npy"), "--format", "fp16", "--out", path("half2.safetensors")});
        QCOMPARE(warningsIn(converted), 1);
        const Tensor half = openWeightFile(path("half2.safetensors")).value()->read(0).value();
        QCOMPARE(half.values()[0], HUGE_VALF);
        QCOMPARE(half.name(), std::string("tensor"));
        const CliRun saturated = runCli({"calibrate", path("large.npy"), "--format", "fp16",
                                         "--overflow", "saturate", "--json"});
        QCOMPARE(warningsIn(saturated), 0);
        QVERIFY(saturated.json()["mse"].isDouble());
        QCOMPARE(saturated.json()["overflow"].toString(), "saturate");
    }

    void trialsFromTheCommandLine() {
        ZEROPOINT_NEED_GOLDEN("trials/cal_fp16_narrow.npy");
        const auto calibrated = [](const char* name, std::vector<std::string> options) {
            std::vector<std::string> call = {
                "calibrate", golden(QStringLiteral("trials/") + name).toStdString(), "--json"};
            call.insert(call.end(), options.begin(), options.end());
            return runCli(call).json();
        };
        const QJsonObject narrow = calibrated("cal_fp16_narrow.npy", {"--scale-format", "fp16"});
        QCOMPARE_LE(std::abs(number(narrow, "clipped_fraction") - 0.244870), 1e-5);
        QCOMPARE_LE(std::abs(number(narrow, "mse") - 4.71e-13), 0.005e-13);
        QCOMPARE(narrow["clip_mse"], narrow["mse"]);
        const QJsonObject range = narrow["range"].toObject();
        QCOMPARE_LT(number(range["reached"].toObject(), "hi"), number(range, "hi"));
        const QJsonObject floor = calibrated("cal_mx500.npy", {"--format", "mxfp8-e4m3"});
        QCOMPARE(floor["mx_scale"].toString(), "floor");
        QCOMPARE(number(floor, "clip_mse"), 169.0);
        QCOMPARE_LE(std::abs(number(floor, "mse") - 169.5), 0.05);
        const QJsonObject ceil =
            calibrated("cal_mx500.npy", {"--format", "mxfp8-e4m3", "--mx-scale", "ceil"});
        QCOMPARE(ceil["mx_scale"].toString(), "ceil");
        QCOMPARE(number(ceil, "clipped_fraction"), 0.0);
    }

    // The tensors that scan measures are those that convert quantizes.
    void scanAndConvertTakeTheSameTensors() {
        ZEROPOINT_NEED_GOLDEN("weights/silero_vad_16k.safetensors");
        const std::string file = golden("weights/silero_vad_16k.safetensors").toStdString();
        const QJsonArray scanned =
            runCli({"scan", file, "--schemes", "int8", "--json"}).json()["tensors"].toArray();
        const QJsonObject converted = runCli({"convert", file, "--format", "int8", "--out",
                                              path("int8.safetensors"), "--json"})
                                          .json();
        QCOMPARE(scanned.size(), converted["quantized"].toInt());
        const auto made = openWeightFile(path("int8.safetensors")).value();
        QStringList quantized;
        for (const TensorInfo& info : made->tensors()) {
            if (info.packed != nullptr) {
                quantized << QString::fromStdString(info.name);
            }
        }
        QStringList measured;
        for (const QJsonValue tensor : scanned) {
            measured << tensor.toObject()["name"].toString();
        }
        quantized.sort();
        measured.sort();
        QCOMPARE(measured, quantized);
    }

    void theSizeOfTheFileIsNamed_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("ending");
        for (const char* format : {"int4", "int8", "nf4", "fp16", "q4_0", "mxfp4"}) {
            for (const char* ending : {"safetensors", "npz"}) {
                QTest::addRow("%s in %s", format, ending) << format << ending;
            }
        }
    }
    void theSizeOfTheFileIsNamed() {
        QFETCH(QString, format);
        QFETCH(QString, ending);
        const QString out = m_folder.filePath("sized." + ending);
        const QJsonObject run = runCli({"quantize", "synthetic:normal?n=1000", "--format",
                                        format.toStdString(), "--out", out.toStdString(), "--json"})
                                    .json();
        QCOMPARE(run["file_bytes"].toInteger(), QFileInfo(out).size());
        const auto file = openWeightFile(out.toStdString()).value();
        for (const TensorInfo& info : file->tensors()) {
            QVERIFY2(!info.name.empty() && info.name[0] != '.', info.name.c_str());
        }
    }

    void ignoredOptionsAreRefused_data() {
        QTest::addColumn<QStringList>("call");
        const QList<QStringList> calls = {{"fp16", "--range", "-1,1"},
                                          {"fp16", "--per", "channel"},
                                          {"bf16", "--scale-format", "fp16"},
                                          {"fp16", "--asymmetric"},
                                          {"fp8-e4m3", "--asymmetric"},
                                          {"nf4", "--narrow"},
                                          {"nf4", "--convention", "pytorch"},
                                          {"nf4", "--overflow", "special"},
                                          {"int8", "--overflow", "saturate"},
                                          {"int8", "--mx-scale", "ceil"},
                                          {"q4_0", "--mx-scale", "ceil"},
                                          {"mxfp4", "--axis", "1"},
                                          {"mxfp4", "--seed", "3"},
                                          {"mxfp4", "--overflow", "saturate"},
                                          {"fp8-e4m3", "--overflow", "sometimes"},
                                          {"mxfp4", "--mx-scale", "round"},
                                          {"uint4", "--asymmetric", "--narrow"},
                                          {"int8", "--axis", "1"},
                                          {"int8", "--per", "group:16", "--axis", "1"},
                                          {"int8", "--seed", "3"},
                                          // As much where what is typed is the default.
                                          {"fp16", "--range", "minmax"},
                                          {"fp32", "--per", "tensor"},
                                          {"bf16", "--scale-format", "fp32"},
                                          {"fp16", "--symmetric"},
                                          {"nf4", "--symmetric"},
                                          {"nf4", "--convention", "zeropoint"},
                                          {"nf4", "--overflow", "usual"},
                                          {"int8", "--overflow", "usual"},
                                          {"int8", "--mx-scale", "floor"},
                                          {"int8", "--axis", "0"},
                                          {"int8", "--seed", "0"},
                                          {"mxfp4", "--symmetric"},
                                          {"mxfp4", "--per", "tensor"},
                                          {"q4_0", "--range", "minmax"},
                                          {"q4_0", "--rounding", "nearest-even"},
                                          {"nvfp4", "--scale-format", "fp32"}};
        for (const QStringList& options : calls) {
            QTest::newRow(qPrintable(options.join(' ')))
                << QStringList{"calibrate", "synthetic:normal?n=64", "--format"} + options;
        }
        QTest::newRow("the scale of floats")
            << QStringList{"bits", "0.1", "--format", "fp16,nf4", "--scale", "0.5"};
        QTest::newRow("the zero point of a float")
            << QStringList{"bits", "0.1", "--format", "fp16", "--zero-point", "0"};
        QTest::newRow("the context of digits")
            << QStringList{"train", "--task", "digits", "--context", "32", "--steps", "1"};
        QTest::newRow("the context of sorting")
            << QStringList{"train", "--task", "sort", "--context", "25", "--steps", "1"};
    }
    void ignoredOptionsAreRefused() {
        QFETCH(QStringList, call);
        std::vector<std::string> arguments;
        for (const QString& argument : call) {
            arguments.push_back(argument.toStdString());
        }
        const CliRun run = runCli(arguments);
        QCOMPARE(run.status, 2);
        QVERIFY(run.out.empty());
        QCOMPARE(std::count(run.err.begin(), run.err.end(), '\n'), 1);
    }

    void fieldsThatMeanNothingAreOmitted_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QStringList>("there");
        QTest::addColumn<QStringList>("absent");
        QTest::newRow("int8") << "int8" << QStringList{"symmetric", "per",   "range",     "qmin",
                                                       "qmax",      "scale", "zero_point"}
                              << QStringList{"overflow", "mx_scale"};
        QTest::newRow("fp8") << "fp8-e4m3" << QStringList{"per", "range", "scale", "overflow"}
                             << QStringList{"symmetric", "qmin", "qmax", "zero_point", "mx_scale"};
        QTest::newRow("nf4") << "nf4" << QStringList{"per", "range", "scale"}
                             << QStringList{"symmetric", "qmin", "zero_point", "overflow"};
        QTest::newRow("fp16") << "fp16" << QStringList{"overflow"}
                              << QStringList{"symmetric", "per", "range", "scale", "zero_point"};
        QTest::newRow("mxfp4") << "mxfp4" << QStringList{"per", "range", "mx_scale"}
                               << QStringList{"symmetric", "qmin", "scale", "zero_point",
                                              "overflow"};
    }
    void fieldsThatMeanNothingAreOmitted() {
        QFETCH(QString, format);
        QFETCH(QStringList, there);
        QFETCH(QStringList, absent);
        const QJsonObject document = runCli({"calibrate", "synthetic:normal?n=640", "--format",
                                             format.toStdString(), "--json"})
                                         .json();
        for (const QString& field : there) {
            QVERIFY2(document.contains(field), qPrintable(field));
        }
        for (const QString& field : absent) {
            QVERIFY2(!document.contains(field), qPrintable(field));
        }
    }

    // A group longer than any row is the row, however long.
    void groupsWithoutEnd() {
        const std::string source = "synthetic:outlier-channels?rows=4,cols=10";
        const CliRun run = runCli({"quantize", source, "--per", "group:9223372036854775807",
                                   "--out", path("rows.safetensors"), "--json"});
        QVERIFY2(run.status == 0, run.err.c_str());
        QCOMPARE(run.json()["scale"].toArray().size(), 4);
        const auto file = openWeightFile(path("rows.safetensors")).value();
        for (const TensorInfo& info : file->tensors()) {
            if (info.name.ends_with(".scale")) {
                QCOMPARE(info.shape, (Shape{4, 1}));
            }
        }
    }

    // Asked to quantize what is not meant for it, a copy says that it is one.
    void nothingQuantizedIsSaid() {
        const QString source = m_folder.filePath("whole.npy");
        writeNpy<std::int32_t>(source, {1, 2, 3, 4});
        const CliRun run = runCli({"convert", source.toStdString(), "--format", "int8", "--out",
                                   path("whole.safetensors")});
        QCOMPARE(run.status, 0);
        QVERIFY2(warningsIn(run) == 1, run.err.c_str());
        QVERIFY(run.err.find("nothing was quantized") != std::string::npos);
        const CliRun plain =
            runCli({"convert", source.toStdString(), "--out", path("whole.safetensors")});
        QCOMPARE(warningsIn(plain), 0);
    }

    // One value is called clipped by the rule of all: not for the rounding of a scale, and beyond
    // the end of a symmetric range although the lowest code would hold it.
    void aSampleIsClippedAsTheTensorIs() {
        writeNpy(m_folder.filePath("ends.npy"), std::vector<float>{-1.003F, 0.3F, 0.7F});
        for (const char* format : {"int8", "fp8-e4m3", "nf4", "int4"}) {
            for (const char* scales : {"fp32", "fp16", "bf16"}) {
                for (const char* range : {"minmax", "-1,1"}) {
                    const CliRun run =
                        runCli({"calibrate", path("ends.npy"), "--format", format, "--scale-format",
                                scales, "--range", range, "--sample=-1.003"});
                    QCOMPARE(run.status, 0);
                    const bool none = run.out.find("clipped           0 %") != std::string::npos;
                    QVERIFY2((run.out.find("(clipped)") == std::string::npos) == none,
                             run.out.c_str());
                }
            }
        }
    }

    // A tensor without values has no scale, and says so.
    void anEmptyTensorHasNoScale() {
        writeNpy(m_folder.filePath("none.npy"), std::vector<float>{});
        const CliRun run = runCli({"calibrate", path("none.npy"), "--format", "uint8",
                                   "--asymmetric", "--per", "group:8"});
        QVERIFY2(run.status == 0, run.err.c_str());
        QVERIFY2(run.out.find("scale             -\n") != std::string::npos, run.out.c_str());
        QVERIFY(run.out.find("zero point        -\n") != std::string::npos);
        QVERIFY(run.out.find("in the blocks") == std::string::npos);
        for (const char* format : {"int8", "nf4", "mxfp4", "fp16"}) {
            const QJsonObject figures =
                runCli({"calibrate", path("none.npy"), "--format", format, "--json"}).json();
            QCOMPARE(figures["bits_per_weight"].toString(), "nan");
            QCOMPARE(figures["mse"].toString(), "nan");
        }
        const QJsonObject channels =
            runCli({"calibrate", path("none.npy"), "--per", "channel", "--json"}).json();
        QCOMPARE(channels["scale"], QJsonValue(QJsonArray()));
        QCOMPARE(channels["zero_point"], QJsonValue(QJsonArray()));
    }

    // The scale 1 of zeros, and of what is not finite, is no scale of the others: by hand.
    void unitsWithoutARangeAreSetApart() {
        const float nan = std::numeric_limits<float>::quiet_NaN();
        const float infinity = std::numeric_limits<float>::infinity();
        writeNpy(m_folder.filePath("apart.npy"),
                 std::vector<float>{127 / 128.0F, -0.5F, 0, 0, -0.25F, 127 / 64.0F, nan, infinity});
        const CliRun run = runCli({"calibrate", path("apart.npy"), "--per", "group:2"});
        const std::string scales =
            "scale             0.0078125 to 0.015625 (4, 2 without a range)\n";
        QVERIFY2(run.out.find(scales) != std::string::npos, run.out.c_str());
        QVERIFY(run.out.find("codes reach -2 to 1.98438\n") != std::string::npos);
        const QJsonObject figures =
            runCli({"calibrate", path("apart.npy"), "--per", "group:2", "--json"}).json();
        QCOMPARE(figures["scale"], QJsonValue(QJsonArray({0.0078125, 1, 0.015625, 1})));
        const QJsonObject reached = figures["range"].toObject()["reached"].toObject();
        QCOMPARE(number(reached, "lo"), -2.0);
        QCOMPARE(number(reached, "hi"), 127 / 64.0);
        const QJsonObject zeros =
            runCli({"calibrate", "synthetic:constant?value=0,n=64", "--json"}).json();
        QCOMPARE(number(zeros["range"].toObject()["reached"].toObject(), "hi"), 0.0);
    }

    // A value that was typed is the float that a file holds: 0.37 ends a range that ends at 0.37.
    void aTypedEndIsInsideOfItsRange() {
        writeNpy(m_folder.filePath("ends.npy"), std::vector<float>{0.37F, 0, -0.37F});
        const CliRun run = runCli({"calibrate", path("ends.npy"), "--format", "int4",
                                   "--range=-0.37,0.37", "--sample", "0.37", "--json"});
        QCOMPARE(number(run.json(), "clipped_fraction"), 0.0);
        QCOMPARE(number(run.json()["range"].toObject(), "hi"), 0.37);
    }

    // Rows of zeros have no scale: those of the others are stored as if they were alone.
    void rowsOfZerosStayApart() {
        std::vector<float> values = bell(64 * 64);
        writeNpy(m_folder.filePath("dense.npy"), values);
        std::vector<float> half = values;
        half.insert(half.end(), values.size(), 0.0F);
        writeNpy(m_folder.filePath("sparse.npy"), half);
        for (const char* format : {"nf4", "iq4nl", "int4"}) {
            const auto decibels = [&](const char* name) {
                return number(runCli({"calibrate", path(name), "--format", format, "--per",
                                      "group:64", "--scale-format", "double:256", "--json"})
                                  .json(),
                              "sqnr_db");
            };
            QCOMPARE_LE(std::abs(decibels("sparse.npy") - decibels("dense.npy")), 0.15);
        }
        for (const char* scales : {"fp32", "fp16", "bf16", "e8m0", "double:4"}) {
            const CliRun zeros = runCli({"quantize", "synthetic:constant?value=0,n=64", "--format",
                                         "iq4nl", "--per", "group:8", "--scale-format", scales,
                                         "--out", path("zeros.safetensors"), "--json"});
            QCOMPARE(number(zeros.json(), "mse"), 0.0);
            const auto back = openWeightFile(path("zeros.safetensors")).value()->read(0).value();
            QVERIFY(std::ranges::all_of(back.values(), [](float x) { return x == 0; }));
        }
    }
};

QTEST_APPLESS_MAIN(TestCliFigures)
#include "tst_cli_figures.moc"
