// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/weight_writer.h"
#include "tests/cli/cli_run.h"
#include "tests/support/full_disk.h"
#include "tests/support/golden.h"
#include "tests/support/temporary_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <filesystem>
#include <ostream>
#include <sstream>

using namespace zeropoint;
using namespace zeropoint::test;

namespace {

/// A file of eight float32 named as given.
std::string matrix(const QTemporaryDir& folder, const std::string& name = "w") {
    const std::string path = folder.filePath("matrix.safetensors").toStdString();
    const Tensor tensor(name, {2, 4}, {1, -2, 3, -4, 5, -6, 7, -8});
    return writeWeights(path, WriteFormat::Safetensors, {{outputOf(tensor)}, {}}) ? path : "";
}

/// The header of an array without values of a shape that claims many.
QByteArray emptyArray(const char* shape) {
    QByteArray header =
        QByteArray("{'descr': '<f4', 'fortran_order': False, 'shape': ") + shape + ", }\n";
    QByteArray bytes("\x93NUMPY\x01\x00", 8);
    bytes += static_cast<char>(header.size());
    bytes += '\0';
    return bytes + header;
}

/// One line that says what is wrong, and an exit status that says whose fault it is.
void compareFailure(const CliRun& run, int status) {
    QCOMPARE(run.status, status);
    QVERIFY2(run.err.starts_with("zeropoint-cli: error: "), run.err.c_str());
    QCOMPARE(std::count(run.err.begin(), run.err.end(), '\n'), std::ptrdiff_t{1});
}

}  // namespace

/// Whatever a call meets, the program ends by itself and says why.
class TestCliRobust : public QObject {
    Q_OBJECT

private slots:
    void threadsHaveALimit_data() {
        QTest::addColumn<QStringList>("call");
        QTest::newRow("scan") << QStringList{"scan", "FILE"};
        QTest::newRow("convert") << QStringList{"convert", "FILE", "--out", "OUT"};
        QTest::newRow("train") << QStringList{"train", "--task", "sort", "--steps",
                                              "1",     "--out",  "OUT"};
        QTest::newRow("experiment") << QStringList{"experiment", "FILE"};
    }

    void threadsHaveALimit() {
        QFETCH(QStringList, call);
        const QTemporaryDir folder;
        std::vector<std::string> words;
        for (const QString& word : call) {
            words.push_back(word == "FILE"  ? matrix(folder)
                            : word == "OUT" ? folder.filePath("o.safetensors").toStdString()
                                            : word.toStdString());
        }
        for (const char* threads : {"4000000000", "257", "-1", "many", "1e3"}) {
            std::vector<std::string> all = words;
            all.insert(all.end(), {"--threads", threads});
            compareFailure(runCli(all), 2);
        }
    }

    /// Whatever a verb writes, none of the files that it reads is lost to it.
    void nothingTakesThePlaceOfWhatIsRead_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("call");
        QTest::newRow("quantize") << "w.csv" << QStringList{"quantize", "FILE",          "--out",
                                                            "OUT",      "--dequantized", "FILE"};
        QTest::newRow("convert") << "sort.safetensors"
                                 << QStringList{"convert", "FILE",     "--out",
                                                "FILE",    "--format", "int8"};
        QTest::newRow("convert by a recipe")
            << "sort.safetensors"
            << QStringList{"convert", "FILE", "--out", "FILE", "--recipe", "any.json"};
        QTest::newRow("scan") << "w.csv" << QStringList{"scan", "FILE", "--report", "FILE"};
        QTest::newRow("compare") << "w.csv"
                                 << QStringList{"compare", "FILE", "FILE", "--report", "FILE"};
        QTest::newRow("advise") << "w.csv" << QStringList{"advise", "FILE",     "--report",
                                                          "FILE",   "--device", "any"};
        QTest::newRow("train on a text")
            << "t.txt" << QStringList{"train", "--task", "text", "--text", "FILE", "--out", "FILE"};
        QTest::newRow("train from a model")
            << "sort.safetensors"
            << QStringList{"train", "--task", "sort", "--from", "FILE", "--out", "FILE"};
        QTest::newRow("experiment")
            << "spec.json" << QStringList{"experiment", "FILE", "--out", "FILE"};
    }

    void nothingTakesThePlaceOfWhatIsRead() {
        QFETCH(QString, name);
        QFETCH(QStringList, call);
        const QTemporaryDir folder;
        const QString file = folder.filePath(name);
        const QByteArray text =
            name.endsWith(".csv")   ? QByteArray("0.5,1.5\n-2,3\n")
            : name.endsWith(".txt") ? QByteArray("All is read as it was written. ").repeated(400)
            : name.endsWith(".json")
                ? QByteArray(R"({"name": "x", "task": {"kind": "sort"}, "seeds": [1],
                                 "training": {"steps": 1}, "runs": [{"name": "FP32", "method": "fp32"}]})")
                : readAll(testData("../../resources/samples/" + name));
        QFile made(file);
        QVERIFY(made.open(QIODevice::WriteOnly) && made.write(text) == text.size());
        made.close();
        std::vector<std::string> words;
        for (const QString& word : call) {
            words.push_back(word == "FILE"  ? file.toStdString()
                            : word == "OUT" ? folder.filePath("o.safetensors").toStdString()
                                            : word.toStdString());
        }
        const CliRun run = runCli(words);
        QCOMPARE(run.status, 2);
        QVERIFY2(run.err.find("take the place") != std::string::npos, run.err.c_str());
        QCOMPARE(readAll(file), text);
    }

    /// 10^9 channels without a value each: memory for their scales ended the program.
    void arraysWithoutValues_data() {
        QTest::addColumn<QByteArray>("shape");
        QTest::addColumn<QString>("scheme");
        for (const char* shape : {"(1000000000, 0)", "(0, 1000000000)", "(0,)", "(3, 0, 5)"}) {
            for (const char* scheme : {"int8", "int8/channel", "int4/group:32", "nf4/group:64",
                                       "q4_0", "int4/group:32/double:256", "int8/channel/mse"}) {
                QTest::addRow("%s %s", shape, scheme) << QByteArray(shape) << QString(scheme);
            }
        }
    }

    void arraysWithoutValues() {
        QFETCH(QByteArray, shape);
        QFETCH(QString, scheme);
        const test::TemporaryFile file(emptyArray(shape), "empty.npy");
        const CliRun run =
            runCli({"scan", file.path(), "--schemes", scheme.toStdString(), "--json"});
        if (run.status == 0) {
            const auto schemes = run.json()["total"].toObject();
            QVERIFY2(schemes.contains(scheme), run.out.c_str());
            QCOMPARE_LE(schemes[scheme].toObject()["bytes"].toInt(), 8);
        } else {
            compareFailure(run, 1);
        }
        QTemporaryDir folder;
        const std::string out = folder.filePath("out.safetensors").toStdString();
        const std::string format = scheme.section('/', 0, 0).toStdString();
        std::vector<std::string> convert = {"convert", file.path(), "--out",
                                            out,       "--format",  format};
        if (scheme.contains("channel")) {
            convert.insert(convert.end(), {"--per", "channel"});
        } else if (scheme.contains("group")) {
            convert.insert(convert.end(), {"--per", "group:32"});
        }
        const CliRun converted = runCli(convert);
        if (shape.contains("1000000000")) {
            // What claims rows that it does not have is listed and not read.
            compareFailure(converted, 1);
            return;
        }
        QVERIFY2(converted.status == 0, converted.err.c_str());
        QCOMPARE_LE(QFile(QString::fromStdString(out)).size(), 4096);
        QCOMPARE(runCli({"inspect", out, "--stats", "--json"}).status, 0);
    }

    /// A path need not be text; JSON must be.
    void namesThatAreNoText() {
        const QTemporaryDir folder;
        const std::string out = folder.path().toStdString() + "/gr\xF6\xDF.npy";
        for (const bool json : {true, false}) {
            std::vector<std::string> call = {"convert", matrix(folder), "--out", out};
            call.insert(call.end(), json ? 1 : 0, "--json");
            const CliRun run = runCli(call);
            QVERIFY2(run.status == 0, run.err.c_str());
            QVERIFY(!QString::fromUtf8(run.out).contains(QChar::ReplacementCharacter) || json);
            QVERIFY(!json || run.json()["written"].toString().endsWith("gr\uFFFD\uFFFD.npy"));
            QVERIFY(json || run.out.find("gr\\xF6\\xDF.npy") != std::string::npos);
        }
        QVERIFY(std::filesystem::remove(out));
        compareFailure(runCli({"inspect", "/nowhere/\xF6"}), 1);
        QVERIFY(runCli({"inspect", "/nowhere/\xF6"}).err.find("\\xF6") != std::string::npos);
    }

    /// What the parser would take for another number is refused.
    void wholeNumbersAreTakenAsTheyStand_data() {
        QTest::addColumn<QStringList>("call");
        const QStringList train = {"train", "--task", "sort", "--out", "OUT", "--steps", "1"};
        QTest::newRow("seed") << train + QStringList{"--seed", "99999999999999999999999"};
        QTest::newRow("octal seed") << train + QStringList{"--seed", "010"};
        QTest::newRow("hexadecimal seed") << train + QStringList{"--seed", "0x10"};
        QTest::newRow("seed below 0") << train + QStringList{"--seed", "-1"};
        QTest::newRow("width") << train + QStringList{"--width", "040"};
        QTest::newRow("context") << QStringList{"memory", "--model", "gpt2", "--context",
                                                "99999999999999999999"};
        QTest::newRow("contexts") << QStringList{"memory", "--params", "1e9", "--context", "010"};
        QTest::newRow("points") << QStringList{"curve", "FILE", "--points", "020"};
        QTest::newRow("stochastic seed") << QStringList{
            "calibrate", "FILE", "--rounding", "stochastic", "--seed", "18446744073709551616"};
    }

    void wholeNumbersAreTakenAsTheyStand() {
        QFETCH(QStringList, call);
        const QTemporaryDir folder;
        std::vector<std::string> words;
        for (const QString& word : call) {
            words.push_back(word == "FILE"  ? matrix(folder)
                            : word == "OUT" ? folder.filePath("o.safetensors").toStdString()
                                            : word.toStdString());
        }
        compareFailure(runCli(words), 2);
        QVERIFY(!QFile::exists(folder.filePath("o.safetensors")));
    }

    /// What the disk does not take is said, of every call that prints.
    void aFullDiskIsSaid_data() {
        QTest::addColumn<QStringList>("call");
        QTest::newRow("help") << QStringList{"--help"};
        QTest::newRow("help of a verb") << QStringList{"scan", "--help"};
        QTest::newRow("version") << QStringList{"--version"};
        QTest::newRow("formats") << QStringList{"formats"};
        QTest::newRow("JSON") << QStringList{"bits", "1", "--json"};
    }

    void aFullDiskIsSaid() {
        QFETCH(QStringList, call);
        std::vector<QByteArray> words = {"zeropoint-cli"};
        std::vector<const char*> argv;
        for (const QString& word : call) {
            words.push_back(word.toUtf8());
        }
        for (const QByteArray& word : words) {
            argv.push_back(word.constData());
        }
        std::ostream nowhere(nullptr);
        std::ostringstream err;
        cli::Session session{nowhere, err};
        const int status =
            cli::runCommandLine(static_cast<int>(argv.size()), argv.data(), "test", session);
        compareFailure({status, "", err.str()}, 1);
    }

    /// Minutes of work do not begin where their result cannot be put.
    void whatCannotBeSavedDoesNotBegin_data() {
        QTest::addColumn<QString>("out");
        QTest::newRow("a device") << "/dev/null";
        QTest::newRow("a folder") << "/tmp";
        QTest::newRow("in a device") << "/dev/null/x.safetensors";
        QTest::newRow("no folder") << "/no/such/folder/x.safetensors";
        QTest::newRow("a name too long") << QString(5000, 'a');
    }

    void whatCannotBeSavedDoesNotBegin() {
        QFETCH(QString, out);
        compareFailure(
            runCli({"train", "--task", "sort", "--steps", "1", "--out", out.toStdString()}), 1);
        QVERIFY(!std::filesystem::is_regular_file("/dev/null"));
    }

    /// A limit on the size of files ends in an error and not in the signal that comes with it.
    void aLimitOnFilesIsNoSignal() {
        const QTemporaryDir folder;
        const std::string source = matrix(folder);
        const std::string out = folder.filePath("o.npz").toStdString();
        const FullDisk full(10);
        std::signal(SIGXFSZ, SIG_DFL);
        compareFailure(runCli({"convert", source, "--out", out}), 1);
        QVERIFY(!std::filesystem::exists(out));
    }

    /// The only array of a file has no name, and no message ends in an empty one.
    void anArrayWithoutANameIsTheFile() {
        const QTemporaryDir folder;
        const QString path = folder.filePath("a.npy");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(emptyArray("(1000000000, 0)")) > 0);
        file.close();
        const CliRun unread = runCli({"calibrate", path.toStdString()});
        compareFailure(unread, 1);
        QVERIFY2(unread.err.find(".npy)") != std::string::npos, unread.err.c_str());
        const CliRun named = runCli({"calibrate", path.toStdString() + ":w"});
        compareFailure(named, 1);
        QVERIFY2(named.err.find("holds .") == std::string::npos, named.err.c_str());
    }

    /// Colours, line breaks and turned lines of a file's names reach no terminal, by no way.
    void whatAFileSaysIsPlain_data() {
        QTest::addColumn<QStringList>("call");
        QTest::newRow("inspect") << QStringList{"inspect", "FILE", "--metadata"};
        QTest::newRow("inspect --json") << QStringList{"inspect", "FILE", "--metadata", "--json"};
        QTest::newRow("scan") << QStringList{"scan", "FILE"};
        QTest::newRow("scan --json") << QStringList{"scan", "FILE", "--json"};
        QTest::newRow("no such tensor") << QStringList{"calibrate", "FILE:x"};
        QTest::newRow("a hostile call") << QStringList{"calibrate", "FILE:\x1B[31m\n"};
        QTest::newRow("a hostile option") << QStringList{"calibrate", "FILE", "--\x1B[31m\n"};
        QTest::newRow("a hostile format")
            << QStringList{"calibrate", "FILE", "--format", "\x1B[31m\n"};
    }

    void whatAFileSaysIsPlain() {
        QFETCH(QStringList, call);
        const QTemporaryDir folder;
        const std::string hostile = "\x1B[31m\n\xC2\x9B\xE2\x80\xAE\x7F";
        WeightOutput output{{}, {{hostile, hostile}}};
        for (const char* end : {"1", "2"}) {
            output.tensors.push_back(outputOf(Tensor(hostile + end, {2, 2}, {1, 2, 3, 4})));
        }
        const std::string path = folder.filePath("h.safetensors").toStdString();
        QVERIFY(writeWeights(path, WriteFormat::Safetensors, output));
        std::vector<std::string> words;
        for (QString word : call) {
            words.push_back(word.replace("FILE", QString::fromStdString(path)).toStdString());
        }
        const CliRun run = runCli(words);
        for (const std::string& text : {run.out, run.err}) {
            for (const QChar c : QString::fromStdString(text)) {
                const bool acts =
                    c.category() == QChar::Other_Control || c.category() == QChar::Other_Format;
                QVERIFY2(c == '\n' || !acts, text.c_str());
            }
        }
        QVERIFY(run.err.empty() || std::count(run.err.begin(), run.err.end(), '\n') == 1);
        if (call.contains("--json")) {
            QVERIFY(run.out.find("\\u001b[31m\\n\\u009b\\u202e\\u007f") != std::string::npos);
            QVERIFY(QString::fromStdString(QJsonDocument(run.json()).toJson().toStdString())
                        .contains("[31m"));
        }
    }
};

QTEST_APPLESS_MAIN(TestCliRobust)
#include "tst_cli_robust.moc"
