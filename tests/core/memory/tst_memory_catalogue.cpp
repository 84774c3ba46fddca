// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/catalogue.h"
#include "core/memory/layer_pattern.h"
#include "core/memory/weight_shapes.h"
#include "tests/support/golden.h"
#include "tests/support/outcome.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QtTest>

#include <cmath>

using namespace zeropoint;

namespace {

constexpr auto golden = "memory/architectures.json";

const char* small = R"({"id": "a", "layers": "2F", "hidden": 8, "heads": 2, "ffn": 16,
                       "vocabulary": 10 MORE})";

std::string catalogueWith(const std::string& more) {
    std::string entry = small;
    entry.replace(entry.find(" MORE"), 5, more);
    return "{\"architectures\": [" + entry + "]}";
}

}  // namespace

class TestMemoryCatalogue : public QObject {
    Q_OBJECT

private slots:
    void shippedOnes() {
        QCOMPARE_GE(shippedArchitectures().size(), 40U);
        QCOMPARE_GE(shippedDevices().size(), 30U);
        for (const Architecture& a : shippedArchitectures()) {
            QVERIFY2(!a.sources.empty() && !a.name.empty(), a.id.c_str());
        }
    }

    void publishedCounts_data() {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const Architecture& a : shippedArchitectures()) {
            QTest::newRow(a.id.c_str()) << index++;
        }
    }
    void publishedCounts() {
        QFETCH(int, index);
        const Architecture& a = shippedArchitectures()[std::size_t(index)];
        const auto count = countParameters(weightShapes(a)).total;
        if (a.publishedExact) {
            QCOMPARE(count, a.published);
        }
        const double off = std::abs(double(count) / double(a.published) - 1);
        QVERIFY2(off <= 0.005 || !a.deviation.empty(), "more than 0.5 % off and no reason given");
        QVERIFY2(!(off <= 0.005) || a.deviation.empty(), "a reason for nothing");
    }

    /// The counts of somebody else's program over somebody else's table, total and active.
    void countsOfOthers_data() {
        ZEROPOINT_NEED_GOLDEN(golden);
        QTest::addColumn<QString>("id");
        QTest::addColumn<qint64>("total");
        QTest::addColumn<qint64>("active");
        const auto all = QJsonDocument::fromJson(test::readAll(test::golden(golden))).object();
        for (const auto& value : all["models"].toArray()) {
            const QJsonObject model = value.toObject();
            QTest::newRow(qPrintable(model["id"].toString()))
                << model["id"].toString() << model["params_computed"].toInteger()
                << model["params_active"].toInteger();
        }
    }
    void countsOfOthers() {
        QFETCH(QString, id);
        QFETCH(qint64, total);
        QFETCH(qint64, active);
        const auto found = findArchitecture(shippedArchitectures(), id.toStdString());
        QVERIFY(found.has_value());
        const ParameterCount count = countParameters(weightShapes(*found));
        QCOMPARE(qint64(count.total), total);
        QCOMPARE(qint64(count.active), active);
    }

    void patterns_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("letters");
        QTest::newRow("one run") << "3F"
                                 << "FFF";
        QTest::newRow("runs") << "2S1F"
                              << "SSF";
        QTest::newRow("repeated") << "2x2S1F"
                                  << "SSFSSF";
        QTest::newRow("with a rest") << "2x2S1F 2S"
                                     << "SSFSSFSS";
    }
    void patterns() {
        QFETCH(QString, text);
        QFETCH(QString, letters);
        const auto layers = parseLayerPattern(text.toStdString());
        QVERIFY(layers.has_value());
        QString read;
        for (const LayerKind kind : *layers) {
            read += QChar(static_cast<char>(kind));
        }
        QCOMPARE(read, letters);
        QCOMPARE(QString::fromStdString(layerPatternText(*layers)), text);
    }

    void badPatterns_data() {
        QTest::addColumn<QString>("text");
        for (const char* text : {"", "F", "3", "0F", "3Q", "2x", "x3F", "5000F", "100x100F",
                                 "2x2x3F", "-1F", "3F  2S"}) {
            QTest::newRow(*text != 0 ? text : "empty") << text;
        }
    }
    void badPatterns() {
        QFETCH(QString, text);
        COMPARE_ERROR(parseLayerPattern(text.toStdString()), ErrorCode::Malformed);
    }

    void smallOne() {
        const auto catalogue = parseArchitectures(catalogueWith(""), "mine.json");
        QVERIFY(catalogue.has_value());
        // Embedding and head 2 x 80; a layer: two norms 16, attention 4 x 64, FFN 3 x 128; final 8.
        QCOMPARE(countParameters(weightShapes(catalogue->front())).total,
                 std::int64_t{160 + 2 * (16 + 256 + 384) + 8});
    }

    void badCatalogues_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("part");
        const int malformed = int(ErrorCode::Malformed);
        const int invalid = int(ErrorCode::InvalidArgument);
        const auto with = [](const char* more) {
            return QString::fromStdString(catalogueWith(more));
        };
        QTest::newRow("no JSON") << "{" << malformed << "architectures";
        QTest::newRow("no list") << "{}" << malformed << "architectures";
        QTest::newRow("no object") << R"({"architectures": [1]})" << malformed << "entry 1";
        QTest::newRow("missing") << R"({"architectures": [{"id": "a"}]})" << malformed << "layers";
        QTest::newRow("mistyped") << with(R"(, "hedas": 2)") << malformed << "hedas";
        QTest::newRow("negative") << with(R"(, "kv_heads": -1)") << malformed << "kv_heads";
        QTest::newRow("text for number") << with(R"(, "context": "8k")") << malformed << "context";
        QTest::newRow("KV heads") << with(R"(, "kv_heads": 3)") << invalid << "divide";
        QTest::newRow("no KV heads") << with(R"(, "kv_heads": 0)") << invalid << "kv_heads";
        QTest::newRow("too many") << with(R"(, "context": 1e3, "head_dim": 99999999)") << malformed
                                  << "context";
        QTest::newRow("too wide") << with(R"(, "head_dim": 99999999)") << invalid << "head_dim";
        QTest::newRow("experts") << with(R"(, "experts": {"count": 4, "active": 5, "ffn": 8})")
                                 << invalid << "experts.active";
        QTest::newRow("twice") << R"({"architectures": [)" + with("").section('[', 1).chopped(2) +
                                      ',' + with("").section('[', 1)
                               << malformed << "twice";
    }
    void badCatalogues() {
        QFETCH(QString, text);
        QFETCH(int, code);
        QFETCH(QString, part);
        const auto result = parseArchitectures(text.toStdString(), "mine.json");
        COMPARE_ERROR(result, ErrorCode(code));
        const Error error = test::errorOf(result);
        const auto message = QString::fromStdString(toString(error));
        QVERIFY2(message.contains(part), qPrintable(message));
        QVERIFY2(message.contains("mine.json") && !error.remedy.empty(), qPrintable(message));
    }

    void badDevices() {
        COMPARE_ERROR(parseDevices(R"({"devices": [{"id": "a"}]})", "d"), ErrorCode::Malformed);
        COMPARE_ERROR(
            parseDevices(R"({"devices": [{"id": "a", "memory_bytes": 0, "bandwidth_GBps": 1}]})",
                         "d"),
            ErrorCode::InvalidArgument);
    }

    void unknownIds() {
        const auto model = findArchitecture(shippedArchitectures(), "llama-3.1-80b");
        COMPARE_ERROR(model, ErrorCode::NotFound);
        QVERIFY(test::errorOf(model).remedy.find("llama-3.1-8b") != std::string::npos);
        COMPARE_ERROR(findDevice(shippedDevices(), ""), ErrorCode::NotFound);
        COMPARE_ERROR(readArchitectures("/nowhere/at/all.json"), ErrorCode::NotFound);
    }
};

QTEST_APPLESS_MAIN(TestMemoryCatalogue)
#include "tst_memory_catalogue.moc"
