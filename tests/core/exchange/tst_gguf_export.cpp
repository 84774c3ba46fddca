// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/convert_file.h"
#include "core/exchange/gguf_conversion.h"
#include "core/exchange/gguf_family.h"
#include "core/files/gguf/gguf_entry.h"
#include "core/files/weight_writer.h"
#include "core/numerics/block_format.h"
#include "tests/support/full_disk.h"
#include "tests/support/golden_npy.h"
#include "tests/support/outcome.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <filesystem>
#include <memory>

using namespace zeropoint;
using zeropoint::test::golden;

namespace {

using FilePtr = std::shared_ptr<const WeightFile>;

FilePtr opened(const QString& path) {
    const auto file = openWeightFile(path.toStdString());
    return file ? *file : nullptr;
}

FileConversion all(const WeightFile& file, std::optional<QuantScheme> scheme = {}) {
    FileConversion conversion;
    conversion.tensors = readableTensors(file);
    conversion.scheme = std::move(scheme);
    return conversion;
}

QuantScheme schemeOf(const char* format) {
    QuantScheme scheme;
    scheme.format = format;
    return scheme;
}

QByteArray bytesOf(const WeightFile& file, const std::string& name) {
    const auto index = file.find(name);
    if (!index) {
        return "missing";
    }
    const StoredTensor& tensor = file.stored(*index);
    QByteArray bytes(static_cast<qsizetype>(tensor.info.bytes), '\0');
    const auto out = std::as_writable_bytes(std::span(bytes.data(), tensor.info.bytes));
    return tensor.source->read(tensor.info.offset, out) ? bytes : "unreadable";
}

QStringList listed(const WeightFile& file) {
    QStringList all;
    for (const TensorInfo& info : file.tensors()) {
        all << QString::fromStdString(info.name + ":" + info.dtypeText + ":" +
                                      toString(info.shape));
    }
    all.sort();
    return all;
}

QString valueOf(const WeightFile& file, const std::string& key) {
    for (const auto& [own, value] : file.metadata()) {
        if (own == key) {
            return QString::fromStdString(value);
        }
    }
    return "missing";
}

/// The name of the first tensor whose bytes differ.
QString different(const WeightFile& a, const WeightFile& b) {
    for (const TensorInfo& info : a.tensors()) {
        if (bytesOf(a, info.name) != bytesOf(b, info.name)) {
            return QString::fromStdString(info.name);
        }
    }
    return {};
}

Tensor ramp(const char* name, const Shape& shape) {
    std::vector<float> values;
    for (std::int64_t i = 0; i < elementCount(shape); ++i) {
        values.push_back(static_cast<float>(i % 97 - 48) / 16.0F);
    }
    return Tensor(name, shape, std::move(values));
}

}  // namespace

class TestGgufExport : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    std::string out(const char* name = "out.gguf") const {
        return m_folder.filePath(name).toStdString();
    }

    /// A file of these tensors.
    FilePtr fileOf(const std::vector<Tensor>& tensors,
                   std::vector<std::pair<std::string, std::string>> metadata = {}) const {
        WeightOutput output;
        for (const Tensor& tensor : tensors) {
            output.tensors.push_back(outputOf(tensor));
        }
        output.metadata = std::move(metadata);
        const QString path = m_folder.filePath("in.safetensors");
        const auto written = writeWeights(path.toStdString(), WriteFormat::Safetensors, output);
        return written ? opened(path) : nullptr;
    }

private slots:
    /// Nothing is lost on the way through: the file written is the file read.
    void aCopyIsTheSameFile_data() {
        QTest::addColumn<QString>("name");
        for (const char* type : {"f32", "f16", "bf16", "q4_0", "q4_1", "q5_0", "q8_0"}) {
            QTest::newRow(type) << QStringLiteral("llama/stories260k-%1.gguf").arg(type);
        }
    }

    void aCopyIsTheSameFile() {
        QFETCH(QString, name);
        ZEROPOINT_NEED_GOLDEN(name);
        const FilePtr file = opened(golden(name));
        QVERIFY(file);
        const auto report = convertFile(file, out(), all(*file));
        QVERIFY2(report.has_value(), report ? "" : toString(report.error()).c_str());
        QCOMPARE(report->notes.size(), std::size_t{0});
        const QByteArray written = test::readAll(QString::fromStdString(out()));
        QCOMPARE(static_cast<quint64>(written.size()), quint64{report->bytes});
        QVERIFY(written == test::readAll(golden(name)));
    }

    /// The matrices of the F32 file in a type are those that ggml's reference makes of them.
    void matricesBecomeGgmlsBytes_data() {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<int>("widened");
        const auto add = [](const char* source, const char* format, const char* type, int widened) {
            QTest::addRow("%s from %s", format, source)
                << QStringLiteral("llama/") + source << format
                << QStringLiteral("llama/stories260k-%1.gguf").arg(type) << widened;
        };
        for (const char* source : {"stories260k-f32.gguf", "stories260k"}) {
            add(source, "fp16", "f16", 0);
            add(source, "bf16", "bf16", 0);
            // Rows of 172 make no blocks of 32: five down projections are F16.
            for (const char* blocks : {"q4_0", "q4_1", "q5_0", "q8_0"}) {
                add(source, blocks, blocks, 5);
            }
        }
    }

    void matricesBecomeGgmlsBytes() {
        QFETCH(QString, source);
        QFETCH(QString, format);
        QFETCH(QString, expected);
        QFETCH(int, widened);
        ZEROPOINT_NEED_GOLDEN(source);
        const FilePtr file = opened(golden(source));
        const FilePtr reference = opened(golden(expected));
        QVERIFY(file && reference);
        const auto report = convertFile(file, out(), all(*file, schemeOf(qPrintable(format))));
        QVERIFY2(report.has_value(), report ? "" : toString(report.error()).c_str());
        QCOMPARE(report->quantized.size(), std::size_t{36});
        std::size_t wider = 0;
        for (const ConversionNote& note : report->notes) {
            wider += note.kind == ConversionNote::Kind::WiderType ? note.count : 0;
        }
        QCOMPARE(wider, static_cast<std::size_t>(widened));
        const FilePtr made = opened(QString::fromStdString(out()));
        QVERIFY(made);
        QCOMPARE(listed(*made), listed(*reference));
        QCOMPARE(different(*reference, *made), QString());
        QCOMPARE(valueOf(*made, "general.file_type"), valueOf(*reference, "general.file_type"));
    }

    /// A folder of Hugging Face's becomes the file that llama.cpp's layout has, vocabulary and all.
    void aFolderBecomesItsGguf() {
        ZEROPOINT_NEED_GOLDEN("llama/stories260k");
        const FilePtr file = opened(golden("llama/stories260k"));
        const FilePtr reference = opened(golden("llama/stories260k-f32.gguf"));
        QVERIFY(file && reference);
        const auto report = convertFile(file, out(), all(*file));
        QVERIFY2(report.has_value(), report ? "" : toString(report.error()).c_str());
        QCOMPARE(report->notes.size(), std::size_t{0});
        const FilePtr made = opened(QString::fromStdString(out()));
        QVERIFY(made);
        QCOMPARE(listed(*made), listed(*reference));
        QCOMPARE(different(*reference, *made), QString());
        const auto keys = readGgufEntries(*made->stored(0).source);
        const auto expected = readGgufEntries(*reference->stored(0).source);
        QVERIFY(keys && expected);
        const QStringList ofTheirAuthor = {"general.name", "general.author", "general.license",
                                           "general.source.url", "general.quantization_version"};
        for (const GgufEntry& entry : *expected) {
            if (ofTheirAuthor.contains(QString::fromStdString(entry.key))) {
                continue;
            }
            const GgufEntry* own = findEntry(*keys, entry.key);
            QVERIFY2(own != nullptr, entry.key.c_str());
            QCOMPARE(static_cast<int>(own->type), static_cast<int>(entry.type));
            QVERIFY2(own->bytes == entry.bytes, entry.key.c_str());
        }
    }

    void figuresOfTheRotation_data() {
        QTest::addColumn<QByteArray>("settings");
        QTest::addColumn<float>("base");
        QTest::addColumn<QString>("notCarried");
        QTest::newRow("rope_theta") << QByteArray(R"("rope_theta": 500000.0)") << 500000.0F << "";
        QTest::newRow("rope_parameters")
            << QByteArray(R"("rope_parameters": {"rope_theta": 500000.0, "rope_type": "default"})")
            << 500000.0F << "";
        QTest::newRow("rope_parameters, scaled")
            << QByteArray(R"("rope_parameters": {"rope_theta": 1e6, "rope_type": "llama3"})")
            << 1e6F << "rope_scaling";
        QTest::newRow("neither") << QByteArray(R"("rope_scaling": null)") << 10000.0F << "";
        QTest::newRow("a window that is not used")
            << QByteArray(R"("sliding_window": 128, "use_sliding_window": false)") << 10000.0F
            << "";
        QTest::newRow("a window") << QByteArray(R"("sliding_window": 128)") << 10000.0F
                                  << "sliding_window";
        QTest::newRow("other heads than the matrices")
            << QByteArray(R"("num_key_value_heads": 2)") << 0.0F << "";
        QTest::newRow("fewer layers than the file")
            << QByteArray(R"("num_hidden_layers": 3)") << 0.0F << "";
    }

    /// Where transformers writes them, now and since version 5.
    void figuresOfTheRotation() {
        QFETCH(QByteArray, settings);
        QFETCH(float, base);
        QFETCH(QString, notCarried);
        ZEROPOINT_NEED_GOLDEN("llama/stories260k");
        const QTemporaryDir folder;
        QVERIFY(QFile::copy(golden("llama/stories260k/model.safetensors"),
                            folder.filePath("model.safetensors")));
        QJsonObject config =
            QJsonDocument::fromJson(test::readAll(golden("llama/stories260k/config.json")))
                .object();
        for (const char* key : {"rope_theta", "rope_scaling", "rope_parameters"}) {
            config.remove(key);
        }
        const QJsonObject more = QJsonDocument::fromJson("{" + settings + "}").object();
        for (auto one = more.begin(); one != more.end(); ++one) {
            config[one.key()] = one.value();
        }
        QFile file(folder.filePath("config.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(config).toJson());
        file.close();
        const FilePtr model = opened(folder.filePath("model.safetensors"));
        QVERIFY(model);
        const auto report = convertFile(model, out(), all(*model));
        QVERIFY(report.has_value());
        const FilePtr made = opened(QString::fromStdString(out()));
        const auto keys = readGgufEntries(*made->stored(0).source).value();
        const GgufEntry* entry = findEntry(keys, "llama.rope.freq_base");
        if (base == 0) {  // a file that llama.cpp would misread is none of its family
            QVERIFY(entry == nullptr);
            return;
        }
        QVERIFY(entry != nullptr && entry->bytes == ggufF32("", base).bytes);
        QStringList details;
        for (const ConversionNote& note : report->notes) {
            if (note.kind == ConversionNote::Kind::NotCarried) {
                details << QString::fromStdString(note.detail);
            }
        }
        QCOMPARE(details.join(","), notCarried);
    }

    /// The bytes of every type that quantizes, against ggml's own.
    void blocksAreGgmls_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("data");
        QTest::addColumn<QString>("type");
        for (const char* data : {"normal", "edge"}) {
            for (const char* type : {"q4_0", "q4_1", "q5_0", "q5_1", "q8_0", "tq1_0", "tq2_0"}) {
                QTest::addRow("%s %s", type, data) << type << data << QString(type).toUpper();
            }
            QTest::addRow("mxfp4 %s", data) << "mxfp4" << data << "MXFP4";
        }
    }

    void blocksAreGgmls() {
        QFETCH(QString, format);
        QFETCH(QString, data);
        QFETCH(QString, type);
        const QString input = QStringLiteral("gguf-blocks/input_%1.npy").arg(data);
        ZEROPOINT_NEED_GOLDEN(input);
        const FilePtr file = opened(golden(input));
        QVERIFY(file);
        const auto report = convertFile(file, out(), all(*file, schemeOf(qPrintable(format))));
        QVERIFY2(report.has_value(), report ? "" : toString(report.error()).c_str());
        const FilePtr made = opened(QString::fromStdString(out()));
        QVERIFY(made);
        QCOMPARE(QString::fromStdString(made->tensors()[0].dtypeText), type);
        const auto expected =
            test::goldenNpy<char>(QStringLiteral("gguf-blocks/%1_%2_q.npy").arg(format, data));
        const QByteArray own = bytesOf(*made, made->tensors()[0].name);
        QCOMPARE(own.size(), static_cast<qsizetype>(expected.size()));
        QVERIFY(std::ranges::equal(own, expected));
    }

    /// q and k of a head of four rows: rotation pairs 0 with 2 and 1 with 3 before, neighbours
    /// after.
    void headsAreInterleaved() {
        const std::vector<std::size_t> order = interleavedRows(8, 2);
        QCOMPARE(order, (std::vector<std::size_t>{0, 2, 1, 3, 4, 6, 5, 7}));
    }

    void ownNamesAndMetadataStay() {
        const FilePtr file = fileOf({ramp("a.weight", {3, 64}), ramp("a.bias", {5})},
                                    {{"made", "by hand"}, {"empty", ""}});
        QVERIFY(file);
        const auto report = convertFile(file, out(), all(*file, schemeOf("q8_0")));
        QVERIFY2(report.has_value(), report ? "" : toString(report.error()).c_str());
        QCOMPARE(report->notes.size(), std::size_t{1});
        QVERIFY(report->notes[0].kind == ConversionNote::Kind::OwnNames);
        const FilePtr made = opened(QString::fromStdString(out()));
        QCOMPARE(listed(*made), (QStringList{"a.bias:F32:5", "a.weight:Q8_0:3x64"}));
        QCOMPARE(valueOf(*made, "made"), QString("by hand"));
        QCOMPARE(valueOf(*made, "empty"), QString());
        // What the specification asks for (docs/gguf.md), whatever the source says.
        QCOMPARE(valueOf(*made, "general.architecture"), QString("unknown"));
        QCOMPARE(valueOf(*made, "general.file_type"), QString("7"));
        QCOMPARE(valueOf(*made, "general.quantization_version"), QString("2"));
        QCOMPARE(bytesOf(*made, "a.bias"), bytesOf(*file, "a.bias"));
    }

    void rowsThatFillNoBlocksGetAWiderType_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("row");
        QTest::addColumn<QString>("type");
        QTest::newRow("whole blocks") << "q4_0" << 96 << "Q4_0";
        QTest::newRow("32 do not fit") << "q4_0" << 100 << "F16";
        QTest::newRow("256 do not fit, 32 do") << "tq2_0" << 288 << "Q4_0";
        QTest::newRow("neither") << "tq1_0" << 100 << "F16";
        QTest::newRow("a cast takes every row") << "bf16" << 7 << "BF16";
    }

    void rowsThatFillNoBlocksGetAWiderType() {
        QFETCH(QString, format);
        QFETCH(int, row);
        QFETCH(QString, type);
        const auto wanted = ggufTypeOf(schemeOf(qPrintable(format)));
        QVERIFY(wanted);
        const GgufType& got = typeForRows(**wanted, row);
        QCOMPARE(QString::fromLatin1(got.name.data(), static_cast<qsizetype>(got.name.size())),
                 type);
    }

    /// What reads a wider type has the values that binary16 has.
    void halvesOfOddRowsAreNearestAndFinite() {
        const FilePtr file = fileOf({Tensor("w", {1, 3}, {1.0F + 1.0F / 2048, 1e6F, -3.5F})});
        QVERIFY(convertFile(file, out(), all(*file, schemeOf("q4_0"))));
        const auto values = opened(QString::fromStdString(out()))->read(0);
        QVERIFY(values);
        // 1 + 2^-11 lies between two halves and goes to the even one; 65504 is the largest.
        const std::vector<float> expected = {1.0F, 65504.0F, -3.5F};
        QVERIFY(std::ranges::equal(values->values(), expected));
    }

    void refused_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QList<int>>("shape");
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("named");
        QTest::newRow("no such type") << "w" << QList<int>{2, 32} << "int8"
                                      << "int8";
        QTest::newRow("not GGUF's blocks") << "w" << QList<int>{2, 32} << "nf4"
                                           << "nf4";
        QTest::newRow("read only") << "w" << QList<int>{2, 256} << "q4_k"
                                   << "q4_k";
        QTest::newRow("five dimensions") << "w" << QList<int>{1, 1, 1, 1, 32} << "q4_0"
                                         << "5 dimensions";
        QTest::newRow("a name of 64 bytes") << QString(64, 'x') << QList<int>{1, 32} << "q4_0"
                                            << "63 bytes";
    }

    void refused() {
        QFETCH(QString, name);
        QFETCH(QList<int>, shape);
        QFETCH(QString, format);
        QFETCH(QString, named);
        const FilePtr file = fileOf({ramp(qPrintable(name), Shape(shape.cbegin(), shape.cend()))});
        QVERIFY(file);
        const std::string path = out("refused.gguf");
        const auto report = convertFile(file, path, all(*file, schemeOf(qPrintable(format))));
        COMPARE_ERROR(report, ErrorCode::InvalidArgument);
        const Error error = test::errorOf(report);
        QVERIFY2(QString::fromStdString(error.what).contains(named), error.what.c_str());
        QVERIFY(!QFile::exists(QString::fromStdString(path)));
    }

    void aFullDiskLeavesTheOldFile() {
        const FilePtr file = fileOf({ramp("w", {64, 1024})});
        const QString path = m_folder.filePath("kept.gguf");
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        const QStringList before = QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden);
        {
            const test::FullDisk full(4096);
            COMPARE_ERROR(convertFile(file, path.toStdString(), all(*file)),
                          ErrorCode::WriteFailed);
        }
        QCOMPARE(test::readAll(path), QByteArray("old"));
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden), before);
    }

    void packedByInputs_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("ending");
        for (const char* packer : {"gptq4", "awq4"}) {
            for (const char* ending : {"gguf", "safetensors"}) {
                QTest::addRow("%s as %s", packer, ending)
                    << QStringLiteral("trials/%1.safetensors").arg(packer) << ending;
            }
        }
    }

    /// What stands inputs by outputs while it is packed leaves as the outputs by inputs that its
    /// name promises.
    void packedByInputs() {
        QFETCH(QString, name);
        QFETCH(QString, ending);
        ZEROPOINT_NEED_GOLDEN(name);
        const FilePtr file = opened(golden(name));
        QVERIFY(file);
        const std::string path = out("packed.") + ending.toStdString();
        const auto report = convertFile(file, path, all(*file));
        QVERIFY2(report.has_value(), report ? "" : toString(report.error()).c_str());
        const FilePtr written = opened(QString::fromStdString(path));
        QVERIFY(written);
        int turned = 0;
        for (std::size_t i = 0; i < file->tensors().size(); ++i) {
            const Tensor before = file->read(i).value();
            if (file->tensors()[i].packed == nullptr) {
                continue;
            }
            ++turned;
            const Tensor after =
                written->read(written->find(file->tensors()[i].name).value()).value();
            const auto rows = static_cast<std::size_t>(before.shape()[0]);
            const auto columns = static_cast<std::size_t>(before.shape()[1]);
            QCOMPARE(after.shape(), (Shape{before.shape()[1], before.shape()[0]}));
            for (std::size_t k = 0; k < before.size(); ++k) {
                QCOMPARE(after.values()[k % columns * rows + k / columns], before.values()[k]);
            }
        }
        QCOMPARE_GE(turned, 1);
    }

    /// A tensor of a type that neither GGUF nor float32 holds stays behind alone, and is named.
    void aStrangerStaysBehind() {
        const QByteArray header = R"({"w": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]},
            "c": {"dtype": "C64", "shape": [1], "data_offsets": [8, 16]}})";
        QByteArray size(8, '\0');
        size[0] = char(header.size());
        QFile made(m_folder.filePath("stranger.safetensors"));
        QVERIFY(made.open(QIODevice::WriteOnly));
        made.write(size + header + QByteArray(16, '\1'));
        made.close();
        const FilePtr file = opened(made.fileName());
        QVERIFY(file);
        const auto report = convertFile(file, out("stranger.gguf"), all(*file));
        QVERIFY2(report.has_value(), report ? "" : toString(report.error()).c_str());
        QCOMPARE(report->tensors, std::size_t{1});
        QVERIFY(std::ranges::any_of(report->notes, [](const ConversionNote& note) {
            return note.kind == ConversionNote::Kind::NotCarried &&
                   note.detail == "tensor 'c' of type C64";
        }));
        const FilePtr written = opened(QString::fromStdString(out("stranger.gguf")));
        QVERIFY(written && written->tensors().size() == 1);
    }

    void overItself() {
        const FilePtr file = fileOf({ramp("w", {4, 64})});
        QVERIFY(convertFile(file, out("self.gguf"), all(*file, schemeOf("q8_0"))));
        const QString path = QString::fromStdString(out("self.gguf"));
        const QByteArray before = test::readAll(path);
        const FilePtr self = opened(path);
        QVERIFY(self);
        QVERIFY(convertFile(self, path.toStdString(), all(*self)));
        QCOMPARE(test::readAll(path), before);
        // What would lose something of it does not, by whatever name.
        const std::string link = out("link.gguf");
        QVERIFY(QFile::link(path, QString::fromStdString(link)));
        const std::string hard = out("hard.gguf");
        std::filesystem::create_hard_link(path.toStdString(), hard);
        for (const std::string& target : {path.toStdString(), link, hard}) {
            COMPARE_ERROR(convertFile(self, target, all(*self, schemeOf("q4_0"))),
                          ErrorCode::InvalidArgument);
            COMPARE_ERROR(convertFile(self, target, {}), ErrorCode::InvalidArgument);
        }
        QCOMPARE(test::readAll(path), before);
    }

    void stops() {
        const FilePtr file = fileOf({ramp("w", {4, 64})});
        std::stop_source source;
        source.request_stop();
        const std::string path = out("stopped.gguf");
        COMPARE_ERROR(convertFile(file, path, all(*file), {nullptr, {}, source.get_token()}),
                      ErrorCode::Cancelled);
        QVERIFY(!QFile::exists(QString::fromStdString(path)));
    }
};

QTEST_GUILESS_MAIN(TestGgufExport)
#include "tst_gguf_export.moc"
