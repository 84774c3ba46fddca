// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/model_config.h"
#include "core/files/model_totals.h"
#include "core/files/weight_file.h"
#include "core/files/weight_writer.h"
#include "tests/support/outcome.h"
#include "tests/support/temporary_file.h"

#include <QtTest>

using namespace zeropoint;

namespace {

void writeText(const QString& path, const QByteArray& text) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
        qFatal("cannot write %s", qPrintable(path));
    }
}

/// A safetensors file of one tensor of one value.
void writeShard(const QString& path, const std::string& name, float value) {
    const Tensor tensor(name, {1}, {value});
    if (!writeWeights(path.toStdString(), WriteFormat::Safetensors, {{outputOf(tensor)}, {}})) {
        qFatal("cannot write %s", qPrintable(path));
    }
}

}  // namespace

class TestTextAndShards : public QObject {
    Q_OBJECT

private slots:
    void tables_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QList<int>>("shape");
        QTest::addColumn<QList<float>>("values");
        const QList<float> four = {1, -2.5F, 3e-3F, 4};
        QTest::newRow("a number a line") << QByteArray("1\n-2.5\n3e-3\n4\n") << QList{4} << four;
        QTest::newRow("commas") << QByteArray("1,-2.5\n3e-3,4") << QList{2, 2} << four;
        QTest::newRow("blanks") << QByteArray("  1   -2.5\r\n3e-3 4  \r\n") << QList{2, 2} << four;
        QTest::newRow("tabs") << QByteArray("1\t-2.5\n3e-3\t+4\n\n") << QList{2, 2} << four;
        QTest::newRow("semicolons") << QByteArray("1; -2.5\n3e-3 ;4\n") << QList{2, 2} << four;
        QTest::newRow("a header") << QByteArray("a,b\n1,-2.5\n3e-3,4\n") << QList{2, 2} << four;
        QTest::newRow("comments") << QByteArray("# made by hand\n1,-2.5\n# more\n3e-3,4\n")
                                  << QList{2, 2} << four;
        QTest::newRow("a byte order mark") << QByteArray(
                                                  "\xEF\xBB\xBF"
                                                  "1,-2.5\n3e-3,4\n")
                                           << QList{2, 2} << four;
    }

    void tables() {
        QFETCH(QByteArray, text);
        QFETCH(QList<int>, shape);
        QFETCH(QList<float>, values);
        const test::TemporaryFile source(text, "table");
        const auto file = openWeightFile(source.path());
        QVERIFY2(file.has_value(), file ? "" : toString(file.error()).c_str());
        QCOMPARE((*file)->formatName(), std::string_view("text"));
        const auto tensor = (*file)->read(0);
        QCOMPARE(tensor->shape(), Shape(shape.begin(), shape.end()));
        QVERIFY(std::equal(values.begin(), values.end(), tensor->values().begin()));
    }

    void brokenTables_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("mentioned");
        QTest::newRow("ragged") << QByteArray("1,2\n3\n") << "line 2";
        QTest::newRow("a word") << QByteArray("1,2\n3,x\n") << "'x'";
        QTest::newRow("two headers") << QByteArray("a,b\nc,d\n1,2\n") << "line 2";
        QTest::newRow("an empty cell") << QByteArray("1,,2\n") << "''";
        QTest::newRow("no number") << QByteArray("just words\n") << "no number";
    }

    void brokenTables() {
        QFETCH(QByteArray, text);
        QFETCH(QString, mentioned);
        const test::TemporaryFile source(text, "table.csv");
        const auto file = openWeightFile(source.path());
        if (text.startsWith("1,,")) {
            // The first line may be a header; then nothing is left.
            QVERIFY(!file.has_value());
            return;
        }
        COMPARE_ERROR(file, ErrorCode::Malformed);
        QVERIFY2(toString(file.error()).find(mentioned.toStdString()) != std::string::npos,
                 toString(file.error()).c_str());
    }

    void shardedModel() {
        const QTemporaryDir folder;
        writeShard(folder.filePath("one.safetensors"), "a", 1);
        writeShard(folder.filePath("two.safetensors"), "b", 2);
        writeText(folder.filePath("model.safetensors.index.json"),
                  R"({"metadata":{},"weight_map":{"b":"two.safetensors","a":"one.safetensors"}})");
        for (const QString& path :
             {folder.path(), folder.filePath("model.safetensors.index.json")}) {
            const auto file = openWeightFile(path.toStdString());
            QVERIFY2(file.has_value(), file ? "" : toString(file.error()).c_str());
            QCOMPARE((*file)->formatName(), std::string_view("safetensors"));
            QCOMPARE((*file)->tensors().size(), std::size_t{2});
            QCOMPARE((*file)->tensors()[0].name, std::string("b"));
            QCOMPARE((*file)->read(0)->values()[0], 2.0F);
            QCOMPARE((*file)->read(1)->values()[0], 1.0F);
        }
    }

    /// One shard is not there and one is cut short: their tensors are listed by what the index
    /// says, which is no shape, and nobody counts them as scalars.
    void missingShards() {
        const QTemporaryDir folder;
        writeShard(folder.filePath("one.safetensors"), "a", 1);
        writeText(folder.filePath("two.safetensors"), QByteArray("\x20\0\0\0\0\0\0\0{", 9));
        writeText(folder.filePath("model.safetensors.index.json"),
                  R"({"weight_map":{"a":"one.safetensors","b":"two.safetensors",)"
                  R"("c":"three.safetensors"}})");
        const auto file = openWeightFile(folder.path().toStdString());
        QVERIFY2(file.has_value(), file ? "" : toString(file.error()).c_str());
        QCOMPARE((*file)->tensors().size(), std::size_t{3});
        QVERIFY((*file)->read(0).has_value());
        for (const std::size_t i : {std::size_t{1}, std::size_t{2}}) {
            QVERIFY(!(*file)->stored(i).unreadable.empty());
            QVERIFY(!isShapeKnown((*file)->tensors()[i]));
        }
        const auto values = std::uint64_t((*file)->tensors()[0].elements());
        QCOMPARE(totalsOf((*file)->tensors()).parameters, values);
    }

    void badIndexes_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("climbs out") << QByteArray(R"({"weight_map":{"a":"../one.safetensors"}})");
        QTest::newRow("absolute") << QByteArray(R"({"weight_map":{"a":"/etc/passwd"}})");
        QTest::newRow("climbs inside")
            << QByteArray(R"({"weight_map":{"a":"x/../one.safetensors"}})");
        QTest::newRow("itself") << QByteArray(
            R"({"weight_map":{"a":"model.safetensors.index.json"}})");
        QTest::newRow("an index under another name")
            << QByteArray(R"({"weight_map":{"a":"index.bin"}})");
        QTest::newRow("its own folder") << QByteArray(R"({"weight_map":{"a":"."}})");
        QTest::newRow("missing file") << QByteArray(R"({"weight_map":{"a":"three.safetensors"}})");
        QTest::newRow("missing tensor") << QByteArray(R"({"weight_map":{"c":"one.safetensors"}})");
        QTest::newRow("no text") << QByteArray(R"({"weight_map":{"a":1}})");
        QTest::newRow("no map") << QByteArray(R"({"weight_map":[]})");
        QTest::newRow("no index") << QByteArray("{}");
        QTest::newRow("deep") << QByteArray("{\"weight_map\":") + QByteArray(100000, '[');
    }

    void badIndexes() {
        QFETCH(QByteArray, json);
        const QTemporaryDir folder;
        writeShard(folder.filePath("one.safetensors"), "a", 1);
        writeText(folder.filePath("model.safetensors.index.json"), json);
        writeText(folder.filePath("index.bin"), json);
        const auto file = openWeightFile(folder.path().toStdString());
        QVERIFY(!file.has_value());
        QVERIFY(!file.error().where.empty());
    }

    void folders() {
        const QTemporaryDir folder;
        COMPARE_ERROR(openWeightFile(folder.path().toStdString()), ErrorCode::NotFound);
        writeShard(folder.filePath("one.safetensors"), "a", 1);
        QVERIFY(openWeightFile(folder.path().toStdString()).has_value());
        writeShard(folder.filePath("two.safetensors"), "b", 2);
        COMPARE_ERROR(openWeightFile(folder.path().toStdString()), ErrorCode::InvalidArgument);
    }

    void architecture() {
        const QTemporaryDir folder;
        writeText(folder.filePath("config.json"),
                  R"({"model_type":"llama","hidden_size":4096,"num_hidden_layers":32,)"
                  R"("num_attention_heads":32,"num_key_value_heads":8,"vocab_size":128256,)"
                  R"("intermediate_size":14336,"max_position_embeddings":8192,)"
                  R"("torch_dtype":"bfloat16","tie_word_embeddings":false})");
        const auto model = readModelConfig(folder.path().toStdString());
        QVERIFY(model.has_value());
        QCOMPARE(model->layers.value(), 32);
        QCOMPARE(model->kvHeads.value(), 8);
        QCOMPARE(model->headDim.value(), 128);
        QCOMPARE(model->vocabulary.value(), 128256);
        QCOMPARE(model->dtype, std::string("bfloat16"));

        writeText(folder.filePath("config.json"), R"({"n_embd":768,"n_layer":12,"n_head":-1})");
        const auto partly = readModelConfig(folder.filePath("config.json").toStdString());
        QCOMPARE(partly->hidden.value(), 768);
        QVERIFY(!partly->heads.has_value());
        QVERIFY(!partly->headDim.has_value());

        writeText(folder.filePath("config.json"), "[1]");
        COMPARE_ERROR(readModelConfig(folder.path().toStdString()), ErrorCode::Malformed);
    }
};

QTEST_APPLESS_MAIN(TestTextAndShards)
#include "tst_text_and_shards.moc"
