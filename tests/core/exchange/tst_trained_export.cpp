// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/onnx_export.h"
#include "core/exchange/trained_export.h"
#include "core/exchange/trained_vocabulary.h"
#include "core/files/gguf/gguf_entry.h"
#include "core/methods/ptq/ptq.h"
#include "tests/core/exchange/onnx_evaluator.h"
#include "tests/core/methods/models.h"
#include "tests/support/full_disk.h"
#include "tests/support/outcome.h"

#include <QDir>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <cmath>
#include <memory>

using namespace zeropoint;
using zeropoint::test::OnnxEvaluator;
using zeropoint::test::OnnxValue;

namespace {

QString sampleFile(const QString& name) {
    return test::testData("../../resources/samples/" + name + ".safetensors");
}

Checkpoint sampleOf(const QString& name) {
    return loadCheckpoint(sampleFile(name).toStdString()).value();
}

QuantRecipe staticRecipe(const char* weights, const char* activations, bool symmetric) {
    QuantRecipe recipe = recipeOf(test::scheme(weights, Granularity::Channel));
    recipe.calibration.batches = 2;
    recipe.calibration.sequences = 8;
    recipe.base.activation.mode = ActivationMode::Static;
    recipe.base.activation.scheme.format = activations;
    recipe.base.activation.scheme.symmetric = symmetric;
    return recipe;
}

Result<TrainedReport> exported(const Checkpoint& checkpoint, const std::string& path,
                               const TrainedExport& how = {}) {
    return exportTrained({&checkpoint.model, checkpoint.info.task, "sample"}, path, how);
}

/// Our own logits of the first test sequences.
struct Reference {
    OnnxValue input;
    std::vector<float> logits;
};

Reference referenceOf(Transformer<float>& model, const Dataset& data, std::size_t sequences) {
    model.prepare();
    BatchStorage storage;
    data.testBatch(0, sequences, storage);
    ForwardState<float> state;
    model.forward(storage.view(), {}, state);
    Reference reference;
    reference.input.shape = {static_cast<std::int64_t>(sequences),
                             static_cast<std::int64_t>(storage.length)};
    if (model.config().input == InputKind::Patches) {
        reference.input.shape.push_back(static_cast<std::int64_t>(model.config().patchSize));
        reference.input.values.assign(storage.patches.begin(), storage.patches.end());
    } else {
        reference.input.values.assign(storage.tokens.begin(), storage.tokens.end());
    }
    reference.logits.assign(state.logits.begin(), state.logits.end());
    return reference;
}

double largestDifference(const OnnxValue& value, std::span<const float> logits) {
    if (value.values.size() != logits.size()) {
        return std::numeric_limits<double>::infinity();
    }
    double largest = 0;
    for (std::size_t i = 0; i < logits.size(); ++i) {
        largest = std::max(largest, std::abs(value.values[i] - double{logits[i]}));
    }
    return largest;
}

}  // namespace

class TestTrainedExport : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    std::string out(const char* name) const { return m_folder.filePath(name).toStdString(); }

private slots:
    /// The graph computes what the model computes.
    void theGraphGivesOurLogits_data() {
        QTest::addColumn<QString>("task");
        for (const char* task : {"digits", "text", "sort"}) {
            QTest::newRow(task) << task;
        }
    }

    void theGraphGivesOurLogits() {
        QFETCH(QString, task);
        const Checkpoint checkpoint = sampleOf(task);
        const std::string path = out("plain.onnx");
        const auto report = exported(checkpoint, path);
        QVERIFY2(report.has_value(), report ? "" : toString(report.error()).c_str());
        QCOMPARE(report->opset, 17);
        test::Sample sample = test::sample(task);
        const Reference reference = referenceOf(sample.model, *sample.data, 2);
        OnnxEvaluator graph(path);
        // Our own passes are float32, the graph's here double.
        QCOMPARE_LT(largestDifference(graph.run(reference.input), reference.logits), 1e-4);
    }

    /// A shorter sequence, and one alone: batch and length are free.
    void lengthAndBatchAreFree() {
        const std::string path = out("free.onnx");
        QVERIFY(exported(sampleOf("text"), path));
        test::Sample sample = test::sample("text");
        const Reference reference = referenceOf(sample.model, *sample.data, 1);
        OnnxEvaluator graph(path);
        OnnxValue part{{1, 5},
                       {reference.input.values.begin(), reference.input.values.begin() + 5}};
        const std::span<const float> first(reference.logits.data(),
                                           5 * sample.model.config().outputs);
        QCOMPARE_LT(largestDifference(graph.run(part), first), 1e-4);
    }

    /// Every kind of model that can be trained, by random weights.
    void everyKindOfModel_data() {
        QTest::addColumn<bool>("rms");
        QTest::addColumn<bool>("silu");
        QTest::addColumn<bool>("tied");
        QTest::newRow("rms, gelu") << true << false << false;
        QTest::newRow("layer norm, silu, tied") << false << true << true;
    }

    void everyKindOfModel() {
        QFETCH(bool, rms);
        QFETCH(bool, silu);
        QFETCH(bool, tied);
        TransformerConfig config = Sorting().shaped({});
        config.norm = rms ? NormKind::RmsNorm : NormKind::LayerNorm;
        config.activation = silu ? ActivationKind::Silu : ActivationKind::Gelu;
        config.tiedHead = tied;
        Transformer<float> model = Transformer<float>::create(config, 3).value();
        const std::string path = out("kind.onnx");
        const auto report = writeOnnx(path, {&model});
        QVERIFY2(report.has_value(), report ? "" : toString(report.error()).c_str());
        const Reference reference = referenceOf(model, Sorting(), 2);
        QCOMPARE_LT(largestDifference(OnnxEvaluator(path).run(reference.input), reference.logits),
                    1e-4);
    }

    /// Quantized models: the same logits as ours, and the codes' values are those of the weights.
    void quantized_data() {
        QTest::addColumn<QString>("weights");
        QTest::addColumn<QString>("per");
        QTest::addColumn<QString>("activations");
        QTest::addColumn<int>("opset");
        QTest::newRow("int8 tensor") << "int8"
                                     << "tensor"
                                     << "" << 17;
        QTest::newRow("int8 channel, uint8 inputs") << "int8"
                                                    << "channel"
                                                    << "uint8" << 17;
        QTest::newRow("int8 channel, int8 inputs") << "int8"
                                                   << "channel"
                                                   << "int8" << 17;
        QTest::newRow("int6 in bytes, int6 inputs") << "int6"
                                                    << "channel"
                                                    << "int6" << 17;
        QTest::newRow("uint8 asymmetric") << "uint8"
                                          << "channel"
                                          << "" << 17;
        QTest::newRow("int4 in groups") << "int4"
                                        << "group"
                                        << "" << 21;
        QTest::newRow("uint4 in groups") << "uint4"
                                         << "group"
                                         << "" << 21;
    }

    void quantized() {
        QFETCH(QString, weights);
        QFETCH(QString, per);
        QFETCH(QString, activations);
        QFETCH(int, opset);
        const bool inputs = !activations.isEmpty();
        QuantRecipe recipe = inputs ? staticRecipe(qPrintable(weights), qPrintable(activations),
                                                   !activations.startsWith('u'))
                                    : recipeOf(test::scheme(weights.toStdString()));
        recipe.base.weight->granularity = per == "tensor"    ? Granularity::Tensor
                                          : per == "channel" ? Granularity::Channel
                                                             : Granularity::Group;
        recipe.base.weight->groupSize = 8;
        recipe.base.weight->symmetric = !weights.startsWith('u');
        const std::string path = out("quantized.onnx");
        const auto report = exported(sampleOf("sort"), path, {{}, recipe, false});
        QVERIFY2(report.has_value(), report ? "" : toString(report.error()).c_str());
        QCOMPARE(report->opset, opset);
        QCOMPARE(report->weights, std::size_t{14});  // two blocks of six, the table and the head
        QCOMPARE(report->activations, std::size_t(inputs ? 13 : 0));
        test::Sample sample = test::sample("sort");
        auto quantized = applyPtq(sample.model, *sample.data, recipe);
        QVERIFY(quantized);
        const Reference reference = referenceOf(quantized->model, *sample.data, 2);
        OnnxEvaluator graph(path);
        const OnnxValue logits = graph.run(reference.input);
        if (!inputs) {
            QCOMPARE_LT(largestDifference(logits, reference.logits), 1e-4);
        } else {
            // Where float32 and double part at a tie an input takes the next code, and what follows
            // moves with it: nearly all logits agree, none is far off.
            std::size_t same = 0;
            for (std::size_t i = 0; i < reference.logits.size(); ++i) {
                same += std::abs(logits.values[i] - double{reference.logits[i]}) < 1e-4 ? 1 : 0;
            }
            QCOMPARE_GE(double(same) / double(reference.logits.size()), 0.75);
            QCOMPARE_LT(largestDifference(logits, reference.logits), 0.5);
        }
        const auto file = openWeightFile(path);
        QVERIFY2(file.has_value(), file ? "" : toString(file.error()).c_str());
        for (const auto& site : quantized->sites) {
            const auto index = (*file)->find(site->name + ".weight.codes");
            QVERIFY2(index.has_value(), site->name.c_str());
            // Under the name that it has in the model, so that Compare finds its partner.
            QCOMPARE((*file)->tensors()[*index].name, site->name + ".weight");
            const auto values = (*file)->read(*index);
            QVERIFY(values);
            QVERIFY2(std::ranges::equal(values->values(), site->weight->values),
                     site->name.c_str());
        }
    }

    /// What the operators cannot hold is refused by name, and nothing is written.
    void refused_data() {
        QTest::addColumn<QString>("weights");
        QTest::addColumn<int>("mode");
        QTest::addColumn<QString>("named");
        const int none = static_cast<int>(ActivationMode::None);
        const int token = static_cast<int>(ActivationMode::DynamicToken);
        QTest::newRow("float codes") << "fp8-e4m3" << none << "fp8-e4m3";
        QTest::newRow("code book") << "nf4" << none << "nf4";
        QTest::newRow("blocks") << "q4_0" << none << "q4_0";
        QTest::newRow("ranges found anew") << "int8" << token << "range, found anew";
    }

    void refused() {
        QFETCH(QString, weights);
        QFETCH(int, mode);
        QFETCH(QString, named);
        QuantRecipe recipe = recipeOf(test::scheme(weights.toStdString()));
        recipe.base.activation.mode = static_cast<ActivationMode>(mode);
        const std::string path = out("refused.onnx");
        const auto report = exported(sampleOf("sort"), path, {{}, recipe, false});
        COMPARE_ERROR(report, ErrorCode::InvalidArgument);
        const Error error = test::errorOf(report);
        QVERIFY2(QString::fromStdString(error.what).contains(named), error.what.c_str());
        QVERIFY(!error.where.empty());
        QVERIFY(!QFile::exists(QString::fromStdString(path)));
    }

    /// Formats that the operators lack leave as the values that are read back.
    void readBack() {
        const QuantScheme scheme = test::scheme("nf4", Granularity::Group, 16);
        const std::string path = out("values.onnx");
        QVERIFY(exported(sampleOf("sort"), path, {scheme, {}, true}));
        test::Sample sample = test::sample("sort");
        auto quantized = applyPtq(sample.model, *sample.data, recipeOf(scheme));
        QVERIFY(quantized);
        const Reference reference = referenceOf(quantized->model, *sample.data, 1);
        QCOMPARE_LT(largestDifference(OnnxEvaluator(path).run(reference.input), reference.logits),
                    1e-4);
    }

    /// As "gpt2": parameters under its names, q, k and v one after another.
    void ggufOfATextModel() {
        const Checkpoint checkpoint = sampleOf("text");
        const std::string path = out("text.gguf");
        const auto report = exported(checkpoint, path);
        QVERIFY2(report.has_value(), report ? "" : toString(report.error()).c_str());
        const auto file = openWeightFile(path);
        QVERIFY2(file.has_value(), file ? "" : toString(file.error()).c_str());
        const auto values = [&](const char* name) {
            return (*file)->read((*file)->find(name).value()).value();
        };
        const Parameters<float>& own = checkpoint.model.parameters();
        const auto ours = [&](const char* name) { return own.values(own.find(name).value()); };
        QVERIFY(std::ranges::equal(values("token_embd.weight").values(), ours("tok_emb.weight")));
        QVERIFY(
            std::ranges::equal(values("blk.1.ffn_up.bias").values(), ours("layers.1.ff1.bias")));
        std::vector<float> joined;
        for (const char* part : {"q", "k", "v"}) {
            const auto rows = ours(("layers.0.attn." + std::string(part) + ".weight").c_str());
            joined.insert(joined.end(), rows.begin(), rows.end());
        }
        QVERIFY(std::ranges::equal(values("blk.0.attn_qkv.weight").values(), joined));
        // Every parameter of ours is in it: q, k and v of each layer take one name for three.
        const std::size_t layers = checkpoint.model.config().layers;
        QCOMPARE((*file)->tensors().size(), own.entries().size() - 4 * layers);
    }

    /// The keys that the specification of GGUF asks of files with blocks (docs/gguf.md).
    void ggufSaysItsTypes_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("version");
        QTest::newRow("f32") << ""
                             << "0"
                             << "missing";
        QTest::newRow("f16") << "fp16"
                             << "1"
                             << "missing";
        QTest::newRow("q8_0") << "q8_0"
                              << "7"
                              << "2";
        QTest::newRow("q4_0") << "q4_0"
                              << "2"
                              << "2";
    }

    void ggufSaysItsTypes() {
        QFETCH(QString, format);
        TrainedExport how;
        if (!format.isEmpty()) {
            how.scheme = QuantScheme();
            how.scheme->format = format.toStdString();
        }
        const std::string path = out("types.gguf");
        const auto report = exported(sampleOf("text"), path, how);
        QVERIFY2(report.has_value(), report ? "" : toString(report.error()).c_str());
        const auto file = openWeightFile(path);
        QVERIFY(file.has_value());
        const auto valueOf = [&](const char* key) {
            for (const auto& [own, value] : (*file)->metadata()) {
                if (own == key) {
                    return QString::fromStdString(value);
                }
            }
            return QStringLiteral("missing");
        };
        QTEST(valueOf("general.file_type"), "type");
        QTEST(valueOf("general.quantization_version"), "version");
        QCOMPARE(valueOf("general.architecture"), QStringLiteral("gpt2"));
    }

    /// Bytes as byte-level encodings show them; GPT-2's table has these for them.
    void bytesAreVisible() {
        QCOMPARE(visibleBytes("a \n"), (std::vector<std::string>{"a", "\u0120", "\u010A"}));
        QCOMPARE(visibleBytes("\u00E4"), (std::vector<std::string>{"\u00C3", "\u00A4"}));
        QCOMPARE(visibleBytes("\xAD\x7F"), (std::vector<std::string>{"\u0143", "\u0121"}));
    }

    void ggufRefuses_data() {
        QTest::addColumn<QString>("task");
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("named");
        QTest::newRow("patches") << "digits"
                                 << "q8_0"
                                 << "patches";
        QTest::newRow("int8") << "text"
                              << "int8"
                              << "int8";
    }

    void ggufRefuses() {
        QFETCH(QString, task);
        QFETCH(QString, format);
        QFETCH(QString, named);
        const std::string path = out("refused.gguf");
        const auto report =
            exported(sampleOf(task), path, {test::scheme(format.toStdString()), {}, false});
        COMPARE_ERROR(report, ErrorCode::InvalidArgument);
        QVERIFY(QString::fromStdString(test::errorOf(report).what).contains(named));
        QVERIFY(!QFile::exists(QString::fromStdString(path)));
    }

    void aFullDiskLeavesNothing() {
        const Checkpoint checkpoint = sampleOf("text");
        const auto inFolder = [&] {
            return QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden);
        };
        const QStringList before = inFolder();
        const test::FullDisk full(4096);
        COMPARE_ERROR(exported(checkpoint, out("full.onnx")), ErrorCode::WriteFailed);
        COMPARE_ERROR(exported(checkpoint, out("full.gguf")), ErrorCode::WriteFailed);
        QCOMPARE(inFolder(), before);
    }
};

QTEST_GUILESS_MAIN(TestTrainedExport)
#include "tst_trained_export.moc"
