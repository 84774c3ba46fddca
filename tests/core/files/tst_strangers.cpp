// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/weight_file.h"
#include "tests/support/gguf_bytes.h"
#include "tests/support/outcome.h"
#include "tests/support/temporary_file.h"

#include <QtTest>

#include <algorithm>

using namespace zeropoint;
using namespace zeropoint::test;

namespace {

QByteArray field(int number, const QByteArray& content) {
    QByteArray bytes(1, char(number << 3 | 2));
    quint64 length = quint64(content.size());
    for (; length >= 128; length >>= 7) {
        bytes += char(length | 128);
    }
    return bytes + char(length) + content;
}

QByteArray field(int number, int value) {
    return QByteArray(1, char(number << 3)) + char(value);
}

/// Two floats as a TensorProto.
QByteArray twoFloats(const QByteArray& name) {
    const float values[] = {1.5F, -2.0F};
    return field(1, 2) + field(2, 1) + field(8, name) +
           field(9, QByteArray(reinterpret_cast<const char*>(values), sizeof values));
}

QByteArray constant(const QByteArray& output) {
    const QByteArray attribute = field(1, QByteArray("value")) + field(5, twoFloats(""));
    return field(2, output) + field(4, QByteArray("Constant")) + field(5, attribute);
}

QByteArray part(int number, int count, const QByteArray& architecture, const QByteArray& tensor,
                quint32 tensors = 2) {
    return GgufBytes()
        .text("general.architecture", architecture)
        .number("split.no", quint32(number - 1))
        .number("split.count", quint32(count))
        .number("split.tensors.count", tensors)
        .tensor(tensor, {2, 4}, std::vector<float>(8, float(number)))
        .bytes();
}

void write(const QTemporaryDir& folder, int number, const QByteArray& bytes) {
    QFile file(folder.filePath(QStringLiteral("m-0000%1-of-00002.gguf").arg(number)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

}  // namespace

/// Files that are no weights, and models whose pieces contradict each other.
class TestStrangers : public QObject {
    Q_OBJECT

private slots:
    void areNamed_data() {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("word");
        const auto row = [](const char* what, const QByteArray& head, const char* name,
                            const char* word) {
            QTest::newRow(what) << head << QString::fromLatin1(name) << QByteArray(word);
        };
        row("keras", QByteArray("\x89HDF\r\n\x1a\n", 8), "model.weights.h5", "HDF5");
        row("keras under another name", QByteArray("\x89HDF\r\n\x1a\n", 8), "model.bin", "HDF5");
        row("tensorflow lite", QByteArray("\x1c\0\0\0TFL3", 8), "model.tflite", "TensorFlow Lite");
        row("tensorrt", QByteArray("ftrt\1\0\0\0", 8), "model.engine", "TensorRT");
        row("tensorrt by name", QByteArray("\x01\x02\x03\x04\x05\x06\x07\x08", 8), "model.plan",
            "TensorRT");
        row("old ggml", QByteArray("lmgg\1\0\0\0", 8), "ggml-model.bin", "before GGUF");
        row("ggjt", QByteArray("tjgg\3\0\0\0", 8), "ggml-model-q4_0.bin", "before GGUF");
        row("flax", QByteArray("\x81\xa6params\x81", 9), "flax_model.msgpack", "msgpack");
        row("core ml", QByteArray("\x00\x01\x02\x03", 4), "model.mlmodel", "Core ML");
        row("gzip", QByteArray("\x1f\x8b\x08\0", 4), "model.npz.gz", "gzip");
        row("a page", "\n<!DOCTYPE html><html>", "model.safetensors", "web page");
        row("a page of an error", "<?xml version='1.0'?><Error><Code>AccessDenied</Code>",
            "model.gguf", "web page");
        row("matrix market", "%%MatrixMarket matrix coordinate real general\n2 3 1\n1 1 5\n",
            "m.mtx", "MatrixMarket");
        row("pdf", "%PDF-1.7\n", "model.pt", "PDF");
        row("a program",
            QByteArray("\x7f"
                       "ELF\2\1\1\0",
                       8),
            "model.onnx", "program");
    }

    /// What it is and what to do, in words that are true: nothing is damaged.
    void areNamed() {
        QFETCH(QByteArray, head);
        QFETCH(QString, name);
        QFETCH(QByteArray, word);
        const TemporaryFile file(head + QByteArray(200, '\x11'), name);
        const auto opened = openWeightFile(file.path());
        COMPARE_ERROR(opened, ErrorCode::Unsupported);
        const Error& error = opened.error();
        QVERIFY2(error.what.find(word.toStdString()) != std::string::npos, error.what.c_str());
        QVERIFY(!error.remedy.empty());
        for (const std::string& text : {error.what, error.remedy}) {
            QVERIFY2(text.find("damaged") == std::string::npos, text.c_str());
            QVERIFY2(text.find("ython") == std::string::npos, text.c_str());
        }
    }

    /// What a server answers in place of a file is text, whatever the name promises; a table of
    /// numbers under such a name is one.
    void answersAreNamed() {
        for (const char* name : {"model.safetensors", "model.bin", "model.pt", "model.gguf"}) {
            const TemporaryFile file("Access to model x is restricted. Ask for it.\n", name);
            const auto opened = openWeightFile(file.path());
            COMPARE_ERROR(opened, ErrorCode::Unsupported);
            const std::string& what = opened.error().what;
            QVERIFY2(what.find("text in place") != std::string::npos, what.c_str());
            const TemporaryFile table("1 2\n3 4\n", name);
            QVERIFY(openWeightFile(table.path()).has_value());
        }
        const TemporaryFile notes("Notes on the model\n", "notes.txt");
        COMPARE_ERROR(openWeightFile(notes.path()), ErrorCode::Malformed);
    }

    /// Folders that are one file to those who made them.
    void foldersAreNamed_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("inside");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("core ml") << "m.mlpackage"
                                 << "Manifest.json" << QByteArray("Core ML");
        QTest::newRow("core ml, with a slash") << "m.mlpackage/"
                                               << "Manifest.json" << QByteArray("Core ML");
        QTest::newRow("tensorflow") << "model"
                                    << "saved_model.pb" << QByteArray("SavedModel");
        QTest::newRow("another") << "model"
                                 << "notes" << QByteArray("no weight file");
    }

    void foldersAreNamed() {
        QFETCH(QString, name);
        QFETCH(QString, inside);
        QFETCH(QByteArray, word);
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(QString(name).remove('/')));
        QFile file(folder.filePath(name + "/" + inside));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        const auto opened = openWeightFile((folder.path() + "/" + name).toStdString());
        QVERIFY(!opened.has_value());
        const std::string& what = opened.error().what;
        QVERIFY2(what.find(word.toStdString()) != std::string::npos, what.c_str());
    }

    void splitModels_data() {
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("another model") << part(2, 2, "gemma", "b") << QByteArray("another model");
        QTest::newRow("the same part twice")
            << part(1, 2, "llama", "a") << QByteArray("another part");
        QTest::newRow("a part of more") << part(2, 3, "llama", "b") << QByteArray("another part");
        QTest::newRow("a name twice") << part(2, 2, "llama", "a") << QByteArray("Another part");
        QTest::newRow("cut short")
            << part(2, 2, "llama", "b").first(90) << QByteArray("Part 2 of 2");
    }

    /// The first part's tensors are read; what is wrong with the second is said.
    void splitModels() {
        QFETCH(QByteArray, second);
        QFETCH(QByteArray, word);
        const QTemporaryDir folder;
        write(folder, 1, part(1, 2, "llama", "a"));
        write(folder, 2, second);
        const auto opened = openWeightFile(folder.filePath("m-00001-of-00002.gguf").toStdString());
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        QCOMPARE((*opened)->tensors().size(), std::size_t{2});
        QCOMPARE((*opened)->read(0)->values()[0], 1.0F);
        const std::string reason = (*opened)->stored(1).unreadable;
        QVERIFY2(reason.find(word.toStdString()) != std::string::npos, reason.c_str());
        // A weight counts once, also where two parts claim to have it.
        QCOMPARE((*opened)->tensors()[1].role == TensorRole::Weight,
                 word != QByteArray("Another part"));
    }

    /// A part that was given another name still says that it is one.
    void renamedPart() {
        const TemporaryFile file(part(2, 3, "llama", "b"), "model.gguf");
        const auto opened = openWeightFile(file.path());
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        QCOMPARE((*opened)->tensors().size(), std::size_t{2});
        QCOMPARE((*opened)->read(0)->values()[0], 2.0F);
        const std::string reason = (*opened)->stored(1).unreadable;
        QVERIFY2(reason.find("part 2 of 3") != std::string::npos, reason.c_str());
        QVERIFY2(reason.find("-00001-of-00003.gguf") != std::string::npos, reason.c_str());
        QCOMPARE((*opened)->tensors()[1].role, TensorRole::Companion);
    }

    void wholeSplitModel() {
        const QTemporaryDir folder;
        write(folder, 1, part(1, 2, "llama", "a"));
        write(folder, 2, part(2, 2, "llama", "b"));
        const auto opened = openWeightFile(folder.filePath("m-00002-of-00002.gguf").toStdString());
        QVERIFY(opened.has_value());
        QCOMPARE((*opened)->read(1)->values()[0], 2.0F);
    }

    /// A part that counts more tensors than all parts hold: all that are there are read, and it is
    /// said; not where a missing part says it better.
    void splitOfMoreTensors() {
        const QTemporaryDir folder;
        write(folder, 1, part(1, 2, "llama", "a"));
        write(folder, 2, part(2, 2, "llama", "b", 9));
        const std::string path = folder.filePath("m-00001-of-00002.gguf").toStdString();
        const auto opened = openWeightFile(path);
        QVERIFY(opened.has_value());
        QCOMPARE((*opened)->notes(), (std::vector<FileNote>{{FileNote::Kind::TensorCount, "9"}}));
        QCOMPARE((*opened)->read(1)->values()[0], 2.0F);
        write(folder, 2, part(2, 2, "llama", "b"));
        QVERIFY(openWeightFile(path).value()->notes().empty());
        write(folder, 2, part(2, 2, "gemma", "b", 9));
        QVERIFY(openWeightFile(path).value()->notes().empty());
    }

    /// Weights in Constant nodes and in functions, one of which calls itself: bodies are read once.
    void onnxFunctions() {
        const QByteArray graph =
            field(1, constant("c")) +
            field(1, field(1, QByteArray("c")) + field(2, QByteArray("y")) +
                         field(4, QByteArray("Loop")) + field(7, QByteArray("local")));
        const QByteArray function =
            field(1, QByteArray("Loop")) + field(7, constant("inside")) +
            field(7, field(1, QByteArray("inside")) + field(2, QByteArray("z")) +
                         field(4, QByteArray("Loop")) + field(7, QByteArray("local"))) +
            field(10, QByteArray("local"));
        QByteArray functions(1, char(0xCA));  // field 25
        functions += char(0x01);
        functions += field(1, function).mid(1);
        const TemporaryFile file(field(1, 10) + field(7, graph) + functions, "a.onnx");
        const auto opened = openWeightFile(file.path());
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        QCOMPARE((*opened)->tensors().size(), std::size_t{2});
        for (std::size_t i = 0; i < 2; ++i) {
            QCOMPARE((*opened)->read(i)->values()[1], -2.0F);
        }
    }
};

QTEST_APPLESS_MAIN(TestStrangers)
#include "tst_strangers.moc"
