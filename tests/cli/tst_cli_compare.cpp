// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_run.h"
#include "tests/support/golden.h"
#include "tests/support/packed_parts_writer.h"
#include "tests/support/temporary_file.h"

#include <QJsonArray>
#include <QtTest>

#include <cmath>

using namespace zeropoint::test;

namespace {

Part part(const char* name, const std::vector<float>& values) {
    return {QString::fromLatin1(name),
            QStringLiteral("F32"),
            {qint64(values.size())},
            QByteArray(reinterpret_cast<const char*>(values.data()),
                       qsizetype(values.size() * sizeof(float)))};
}

std::string llama(const char* name) {
    return golden(QStringLiteral("llama/") + QLatin1String(name)).toStdString();
}

QStringList namesOf(const QJsonObject& document) {
    QStringList names;
    for (const auto& tensor : document["tensors"].toArray()) {
        names << tensor.toObject()["a"].toString();
    }
    return names;
}

}  // namespace

class TestCliCompare : public QObject {
    Q_OBJECT

private slots:
    /// a = (3, 4), b = (3, 4.5): signal 25, error 0.25, so 20 dB and a tenth; by hand.
    void figuresByHand() {
        const TemporaryFile a(
            safetensorsOf({part("w", {3, 4}), part("same", {1, 2, 2}), part("a", {1, 2, 3, 4})}));
        const TemporaryFile b(
            safetensorsOf({part("w", {3, 4.5}), part("same", {1, 2, 2}), part("b", {1, 2, 3})}));
        const CliRun run = runCli({"compare", a.path(), b.path(), "--json"});
        QVERIFY2(run.status == 0, run.err.c_str());
        const QJsonObject document = run.json();
        QCOMPARE(document.keys(), (QStringList{"only_in_a", "only_in_b", "tensors", "total"}));
        QCOMPARE(namesOf(document), (QStringList{"w", "same"}));  // worst first
        const QJsonObject w = document["tensors"].toArray()[0].toObject();
        QCOMPARE(w.keys(), (QStringList{"a", "b", "bits_per_weight_a", "bits_per_weight_b",
                                        "max_abs_error", "relative_error", "shape", "sqnr_db"}));
        QCOMPARE(w["sqnr_db"].toDouble(), 20.0);
        QCOMPARE(w["relative_error"].toDouble(), 0.1);
        QCOMPARE(w["max_abs_error"].toDouble(), 0.5);
        QCOMPARE(w["bits_per_weight_a"].toDouble(), 32.0);
        QCOMPARE(w["shape"].toArray(), (QJsonArray{2}));
        const QJsonObject same = document["tensors"].toArray()[1].toObject();
        QCOMPARE(same["sqnr_db"].toString(), QStringLiteral("inf"));
        QCOMPARE(same["relative_error"].toDouble(), 0.0);
        QCOMPARE(document["only_in_a"].toArray(), (QJsonArray{"a"}));
        QCOMPARE(document["only_in_b"].toArray(), (QJsonArray{"b"}));
        // Signal 25 + 9, error 0.25; two and three floats.
        QCOMPARE(document["total"].toObject()["sqnr_db"].toDouble(), 10 * std::log10(34 / 0.25));
        QCOMPARE(document["total"].toObject()["bytes_a"].toDouble(), 20.0);
        QCOMPARE(document["total"].toObject()["bytes_b"].toDouble(), 20.0);
        const CliRun text = runCli({"compare", a.path(), b.path()});
        QVERIFY(text.out.find("2 compared, 1 of them equal") != std::string::npos);
        QVERIFY(text.out.find("Only in B:\n  b\n") != std::string::npos);
    }

    void realLlama() {
        ZEROPOINT_NEED_GOLDEN("llama/stories260k");
        const CliRun run =
            runCli({"compare", llama("stories260k"), llama("stories260k-q4_0.gguf"), "--json"});
        QVERIFY2(run.status == 0, run.err.c_str());
        const QJsonObject document = run.json();
        QCOMPARE(document["tensors"].toArray().size(), 47);
        QVERIFY(document["only_in_a"].toArray().isEmpty());
        QVERIFY(document["only_in_b"].toArray().isEmpty());
        for (const auto& value : document["tensors"].toArray()) {
            const QJsonObject tensor = value.toObject();
            const double bits = tensor["bits_per_weight_b"].toDouble();
            // Q4_0 has 18 bytes for 32 values; rows of 172 fell back to F16, norms stay F32.
            QVERIFY(bits == 4.5 || bits == 16 || bits == 32);
            if (bits == 4.5) {
                QCOMPARE_GT(tensor["sqnr_db"].toDouble(), 15.0);
                QCOMPARE_LT(tensor["sqnr_db"].toDouble(), 30.0);
            }
        }
    }

    void sortsAndFilters_data() {
        QTest::addColumn<QString>("sort");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("sqnr") << "sqnr" << QStringList{"z", "m", "b"};
        QTest::newRow("size") << "size" << QStringList{"b", "z", "m"};
        QTest::newRow("name") << "name" << QStringList{"b", "m", "z"};
    }

    void sortsAndFilters() {
        QFETCH(QString, sort);
        QFETCH(QStringList, names);
        const TemporaryFile a(safetensorsOf(
            {part("m", {1}), part("z", {1, 1}), part("b", {1, 1, 1}), part("x.bias", {1})}));
        const TemporaryFile b(safetensorsOf(
            {part("m", {1.1F}), part("z", {2, 2}), part("b", {1, 1, 1}), part("x.bias", {1})}));
        const CliRun run = runCli(
            {"compare", a.path(), b.path(), "--sort", sort.toStdString(), "--only", "?", "--json"});
        QCOMPARE(namesOf(run.json()), names);
        QVERIFY(run.json()["only_in_a"].toArray().isEmpty());
    }

    void ownMap() {
        const TemporaryFile a(safetensorsOf({part("p", {1, 2}), part("q", {3, 4, 5})}));
        const TemporaryFile b(safetensorsOf({part("r", {1, 2}), part("s", {3, 4, 5})}));
        const CliRun none = runCli({"compare", a.path(), b.path()});
        QCOMPARE(none.status, 1);
        QVERIFY(none.err.find("--map") != std::string::npos);
        const TemporaryFile map(R"({"p": "r", "q": "s"})", "map.json");
        const CliRun run = runCli({"compare", a.path(), b.path(), "--map", map.path(), "--json"});
        QVERIFY2(run.status == 0, run.err.c_str());
        QCOMPARE(run.json()["tensors"].toArray().size(), 2);
        QCOMPARE(run.json()["total"].toObject()["sqnr_db"].toString(), QStringLiteral("inf"));
    }

    void threadsDoNotMatter() {
        ZEROPOINT_NEED_GOLDEN("llama/stories260k");
        const auto with = [](const char* threads) {
            return runCli({"compare", llama("stories260k-f32.gguf"), llama("stories260k-q4_1.gguf"),
                           "--threads", threads, "--json"})
                .out;
        };
        QCOMPARE(with("1"), with("3"));
    }

    /// That nothing was compared is no success; the pairs and their reasons are listed all the
    /// same.
    void filesOfDifferentModels() {
        const TemporaryFile a(safetensorsOf({part("p", {1, 2})}));
        const TemporaryFile b(safetensorsOf({part("p", {1, 2, 3})}));
        const CliRun run = runCli({"compare", a.path(), b.path()});
        QCOMPARE(run.status, 1);
        QVERIFY2(run.err.find("could be compared") != std::string::npos, run.err.c_str());
        QVERIFY(run.out.find("same") != std::string::npos);
    }

    void wrongCalls_data() {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("says");
        QTest::newRow("one file") << QStringList{"@"} << 2 << "B is required";
        QTest::newRow("no such file") << QStringList{"@", "/no/such/file"} << 1 << "/no/such/file";
        QTest::newRow("no such map")
            << QStringList{"@", "@", "--map", "/no/such/map"} << 1 << "/no/such/map";
        QTest::newRow("no such order")
            << QStringList{"@", "@", "--sort", "age"} << 2 << "age not in {sqnr,size,name}";
        QTest::newRow("nothing named so") << QStringList{"@", "@", "--only", "zzz"} << 1 << "'zzz'";
    }

    void wrongCalls() {
        QFETCH(QStringList, options);
        QFETCH(int, status);
        QFETCH(QString, says);
        const TemporaryFile file(safetensorsOf({part("p", {1, 2})}));
        std::vector<std::string> call{"compare"};
        for (const QString& option : options) {
            call.push_back(option == "@" ? file.path() : option.toStdString());
        }
        const CliRun run = runCli(call);
        QCOMPARE(run.status, status);
        QVERIFY2(QString::fromStdString(run.err).contains(says), run.err.c_str());
        QVERIFY(run.out.empty());
    }
};

QTEST_APPLESS_MAIN(TestCliCompare)
#include "tst_cli_compare.moc"
