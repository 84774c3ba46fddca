// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/calibrate.h"
#include "core/files/packed/quantized_output.h"
#include "core/files/packed/stored_scheme.h"
#include "core/files/weight_file.h"
#include "core/scheme/element_format.h"
#include "core/scheme/scheme_words.h"
#include "core/support/random.h"
#include "tests/support/outcome.h"

#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

using namespace zeropoint;

namespace {

/// Rows that are no multiple of a block or a group, of sizes apart, with a channel of zeros.
Tensor weights(const Shape& shape) {
    Random random(11);
    std::vector<float> values(static_cast<std::size_t>(elementCount(shape)));
    for (std::size_t i = 0; i < values.size(); ++i) {
        const std::size_t row = i / static_cast<std::size_t>(shape.back());
        values[i] =
            row == 1 ? 0.0F : static_cast<float>(random.normal() * (row % 3 == 0 ? 0.02 : 1.7));
    }
    return Tensor("layer.0/weight", shape, std::move(values));
}

std::uint64_t bytesOf(const WeightOutput& output) {
    std::uint64_t sum = 0;
    for (const TensorOutput& tensor : output.tensors) {
        sum += tensor.bytes();
    }
    return sum;
}

/// To the last bit, but for the sign of zero, of which a unit of zeros has none.
bool same(std::span<const float> a, std::span<const float> b) {
    return std::ranges::equal(a, b);
}

QString text(std::string_view view) {
    return QString::fromUtf8(view.data(), qsizetype(view.size()));
}

}  // namespace

/// What is written of a quantized weight takes the bytes that are claimed and reads back to the
/// values that were measured, in every format, with every scale, in both kinds of file.
class TestPackedFiles : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    /// Writes, opens again and compares with `expected`, whole and in odd pieces.
    void compareReopened(const WeightOutput& output, const QString& ending,
                         const Tensor& expected) {
        const std::string path = m_folder.filePath("w" + ending).toStdString();
        const auto size = writeWeights(path, *writeFormatOf(path), output);
        QVERIFY2(size.has_value(), size ? "" : toString(size.error()).c_str());
        QCOMPARE(qint64(*size), QFileInfo(QString::fromStdString(path)).size());
        const auto file = openWeightFile(path);
        QVERIFY2(file.has_value(), file ? "" : toString(file.error()).c_str());
        QCOMPARE((*file)->tensors().size(), std::size_t{1});
        const TensorInfo& info = (*file)->tensors().front();
        QCOMPARE(info.name, std::string("layer.0/weight"));
        QCOMPARE(info.shape, expected.shape());
        QCOMPARE(info.bytes, bytesOf(output));
        const auto back = (*file)->read(0);
        QVERIFY2(back.has_value(), back ? "" : toString(back.error()).c_str());
        QVERIFY(same(back->values(), expected.values()));
        for (std::size_t first = 0; first < expected.size(); first += 97) {
            std::vector<float> piece(std::min<std::size_t>(61, expected.size() - first));
            QVERIFY((*file)->readValues(0, first, piece));
            QVERIFY(same(piece, expected.values().subspan(first, piece.size())));
        }
    }

private slots:
    void codes_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("symmetric");
        QTest::addColumn<int>("granularity");
        QTest::addColumn<int>("scales");
        const QStringList everyScale = {"int4", "uint3", "nf4", "fp8-e4m3"};
        for (const NumberFormat& format : numberFormats()) {
            QuantScheme scheme;
            scheme.format = format.id;
            const auto element = elementFormat(scheme);
            const bool odd = format.bits > 8 && format.bits != 11 && format.bits != 16;
            if (!element || format.bits > 16 || !element->scaled || odd) {
                continue;
            }
            for (const bool symmetric : {true, false}) {
                for (const auto& per : granularityWords) {
                    for (const auto& scale : scaleFormatWords) {
                        const bool powers = scale.value == ScaleFormat::E8m0;
                        if ((!symmetric && (!element->integer || powers)) ||
                            (scale.value != ScaleFormat::Fp32 &&
                             !everyScale.contains(text(format.id)))) {
                            continue;
                        }
                        QTest::addRow("%s %s per %s, scales in %s", format.id.data(),
                                      symmetric ? "symmetric" : "asymmetric", per.text.data(),
                                      scale.text.data())
                            << text(format.id) << symmetric << int(per.value) << int(scale.value);
                    }
                }
            }
        }
    }

    void codes() {
        QFETCH(QString, format);
        QFETCH(bool, symmetric);
        QFETCH(int, granularity);
        QFETCH(int, scales);
        QuantScheme scheme;
        scheme.format = format.toStdString();
        scheme.symmetric = symmetric;
        scheme.granularity = Granularity(granularity);
        scheme.axis = -1;
        scheme.groupSize = 32;
        scheme.scaleFormat = ScaleFormat(scales);
        scheme.doubleBlock = 7;
        const Tensor tensor = weights({5, 3, 43});
        const auto calibration = calibrate(tensor, scheme);
        if (!calibration) {
            // What cannot be calibrated is not written either.
            COMPARE_ERROR(calibration, ErrorCode::Unsupported);
            return;
        }
        const auto made = std::make_shared<const CodedTensor>(
            CodedTensor{quantize(tensor, scheme, *calibration).value(), calibration->doubled});
        const Tensor expected = dequantize(made->quantized).value();
        for (const char* ending : {".safetensors", ".npz"}) {
            const auto keeps = keptBy(*writeFormatOf(ending));
            const auto output =
                codeOutput(tensor.name(), tensor.shape(), scheme, keeps, madeAlready(made));
            QVERIFY(output.has_value());
            QCOMPARE(bytesOf(*output), storedSize(tensor.shape(), scheme).bytes());
            compareReopened(*output, ending, expected);
        }
    }

    void blocks_data() {
        QTest::addColumn<QString>("format");
        for (const BlockFormat& format : blockFormats()) {
            if (format.quantizes()) {
                QTest::newRow(qPrintable(text(format.id))) << text(format.id);
            }
        }
    }

    void blocks() {
        QFETCH(QString, format);
        const BlockFormat* const blocks = findBlockFormat(format.toStdString());
        for (const Shape& shape : {Shape{5, 3, 43}, Shape{2, 512}, Shape{7}}) {
            const Tensor tensor = weights(shape);
            const auto made =
                std::make_shared<const BlockTensor>(quantizeToBlocks(tensor, *blocks).value());
            const Tensor expected = dequantize(*made, tensor.name()).value();
            const auto output = blockOutput(tensor.name(), shape, *blocks, madeAlready(made));
            QuantScheme scheme;
            scheme.format = blocks->id;
            QCOMPARE(bytesOf(output), storedSize(shape, scheme).bytes());
            for (const char* ending : {".safetensors", ".npz"}) {
                compareReopened(output, ending, expected);
            }
        }
    }

    /// A damaged description or parts that do not fit are an error that names the weight.
    void damaged_data() {
        QTest::addColumn<QByteArray>("description");
        const auto row = [](const char* name, const QByteArray& json) {
            QTest::newRow(name) << json;
        };
        row("no JSON", "{");
        row("a list", "[]");
        row("no format", R"({"shape":[2,4]})");
        row("unknown format", R"({"format":"int99","shape":[2,4],"symmetric":true,"per":"tensor",)"
                              R"("scale_format":"fp32"})");
        row("no shape", R"({"format":"q4_0"})");
        row("negative", R"({"format":"q4_0","shape":[-2,-4]})");
        row("more values", R"({"format":"int8","shape":[2,5],"symmetric":true,"per":"tensor",)"
                           R"("scale_format":"fp32"})");
        row("2^62 values", R"({"format":"int8","shape":[2147483648,2147483648],"symmetric":true,)"
                           R"("per":"tensor","scale_format":"fp32"})");
        row("2^60 blocks", R"({"format":"q4_0","shape":[1152921504606846976,1]})");
        row("other scales", R"({"format":"int8","shape":[2,4],"symmetric":true,"per":"channel",)"
                            R"("scale_format":"fp32"})");
        row("a zero point", R"({"format":"int8","shape":[2,4],"symmetric":false,"per":"tensor",)"
                            R"("scale_format":"fp32"})");
        row("no such axis", R"({"format":"int8","shape":[2,4],"symmetric":true,"per":"channel",)"
                            R"("axis":2,"scale_format":"fp32"})");
        row("groups of none", R"({"format":"int8","shape":[2,4],"symmetric":true,"per":"group",)"
                              R"("group":0,"scale_format":"fp32"})");
        row("blocks of none", R"({"format":"int8","shape":[2,4],"symmetric":true,"per":"group",)"
                              R"("group":4,"double":0,"scale_format":"double"})");
    }

    void damaged() {
        QFETCH(QByteArray, description);
        const Tensor tensor("w", {2, 4}, {1, 2, 3, 4, 5, 6, 7, 8});
        const QuantScheme scheme;
        const auto calibration = calibrate(tensor, scheme).value();
        const auto made = std::make_shared<const CodedTensor>(
            CodedTensor{quantize(tensor, scheme, calibration).value(), {}});
        WeightOutput output = codeOutput("w", tensor.shape(), scheme,
                                         keptBy(WriteFormat::Safetensors), madeAlready(made))
                                  .value();
        const std::string path = m_folder.filePath("damaged.safetensors").toStdString();
        QVERIFY(writeWeights(path, WriteFormat::Safetensors, output));
        QVERIFY(openWeightFile(path).has_value());
        output.metadata.back().second = description.toStdString();
        QVERIFY(writeWeights(path, WriteFormat::Safetensors, output));
        const auto file = openWeightFile(path);
        COMPARE_ERROR(file, ErrorCode::Malformed);
        QVERIFY(QString::fromStdString(file.error().where).endsWith(":w"));
    }

    /// Other tensors of the file stay what they are, in their order.
    void theRestOfTheFileStays() {
        const Tensor tensor = weights({4, 8});
        QuantScheme scheme;
        scheme.format = "int4";
        const auto calibration = calibrate(tensor, scheme).value();
        const auto made = std::make_shared<const CodedTensor>(
            CodedTensor{quantize(tensor, scheme, calibration).value(), {}});
        WeightOutput output{{outputOf(Tensor("a.scale", {1}, {3}))}, {{"made", "by hand"}}};
        const auto packed =
            codeOutput("b", tensor.shape(), scheme, keptBy(WriteFormat::Npz), madeAlready(made))
                .value();
        output.tensors.insert(output.tensors.end(), packed.tensors.begin(), packed.tensors.end());
        output.metadata.insert(output.metadata.end(), packed.metadata.begin(),
                               packed.metadata.end());
        output.tensors.push_back(outputOf(Tensor("c", {1}, {4})));
        const std::string path = m_folder.filePath("rest.npz").toStdString();
        QVERIFY(writeWeights(path, WriteFormat::Npz, output));
        const auto file = openWeightFile(path).value();
        QCOMPARE(file->tensors().size(), std::size_t{3});
        QCOMPARE(file->tensors()[0].name, std::string("a.scale"));
        QCOMPARE(file->tensors()[1].name, std::string("b"));
        QCOMPARE(file->tensors()[1].bytes, std::uint64_t{4 * 8 / 2 + 4});
        QCOMPARE(file->tensors()[2].name, std::string("c"));
        QCOMPARE(file->metadata().size(), std::size_t{1});
    }
};

QTEST_APPLESS_MAIN(TestPackedFiles)
#include "tst_packed_files.moc"
