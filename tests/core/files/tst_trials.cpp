// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/model_totals.h"
#include "core/files/weight_file.h"
#include "tests/support/npy_values.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace zeropoint;
using namespace zeropoint::test;

namespace {

using Numbers = std::vector<float>;
using FilePtr = std::shared_ptr<const WeightFile>;

QString trial(const char* name) {
    return golden(QStringLiteral("trials/%1").arg(QLatin1String(name)));
}

Result<FilePtr> openTrial(const char* name) {
    return openWeightFile(trial(name).toStdString());
}

Numbers valuesOf(const WeightFile& file, const char* name) {
    const auto index = file.find(name);
    const auto tensor = index ? file.read(*index) : Result<Tensor>(Tensor());
    return tensor ? Numbers(tensor->values().begin(), tensor->values().end()) : Numbers();
}

QByteArray shapeOf(const WeightFile& file, const char* name) {
    const auto index = file.find(name);
    return index ? QByteArray::fromStdString(toString(file.tensors()[*index].shape)) : "none";
}

std::string reasonOf(const WeightFile& file, const char* name) {
    const auto index = file.find(name);
    return index ? file.stored(*index).unreadable : "none";
}

QStringList namesOf(const WeightFile& file) {
    QStringList names;
    for (const TensorInfo& info : file.tensors()) {
        names.append(QString::fromStdString(info.name));
    }
    return names;
}

}  // namespace

/// The files that people meet, each as the README of the trials says.
class TestTrials : public QObject {
    Q_OBJECT

private slots:
    void init() { ZEROPOINT_NEED_GOLDEN("trials/README.md"); }

    /// Whose tensors are which, and which of them can be read.
    void lists_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QStringList>("unreadable");
        QTest::addColumn<qulonglong>("parameters");
        const auto row = [](const char* file, const QStringList& names, qulonglong parameters,
                            const QStringList& unreadable = {}) {
            QTest::newRow(file) << QByteArray(file) << names << unreadable << parameters;
        };
        const QString q = "model.layers.0.self_attn.q_proj.weight";
        row("gptq4.safetensors", {q, "model.norm.weight"}, 1040);
        row("awq4.safetensors", {q}, 1024);
        row("bnb_int8.safetensors", {"model.layers.0.mlp.up_proj.weight"}, 2048);
        row("gptoss_mxfp4.safetensors",
            {"model.layers.0.mlp.experts.down_proj", "model.layers.0.mlp.experts.down_proj_bias"},
            1040);
        row("mlx4.safetensors", {"model.layers.0.mlp.gate_proj.weight"}, 2048);
        row("ct_pack.safetensors", {"model.layers.0.mlp.gate_proj.weight"}, 2048);
        row("st_one_unknown.safetensors", {"a.weight", "b.weight", "c.weight"}, 10, {"b.weight"});
        row("pt2_numpy2_scalar.pt", {"w"}, 4);
        const QStringList four = {"state_dict.0.weight", "state_dict.0.bias", "state_dict.2.weight",
                                  "state_dict.2.bias"};
        row("pt_namespace.pt", four, 172);
        row("pt_lightning.ckpt", four + QStringList{"callbacks.ModelCheckpoint.best_model_score"},
            172);
        row("pt_detector.pt",
            {"model.0.weight", "model.0.bias", "model.1.weight", "model.1.bias",
             "model.1.running_mean", "model.1.running_var", "model.1.num_batches_tracked",
             "stride"},
            120);
        row("pt_quant_dynamic.pt", {"0.scale", "0.zero_point", "0.weight", "0.bias"}, 136);
        row("pt_sparse.pt", {"adj", "weight"}, 38);
        row("pt2_torchao.pt", {"0.weight", "0.bias"}, 136);
        row("pt_torchscript.pt", {"0.weight", "0.bias", "2.weight", "2.bias"}, 172);
        row("pt_frozen.pt", {"constants.0", "constants.1"}, 15);
        row("pt_ndarray.pt", {"weight", "mean"}, 36);
        row("pt_odd_values.pt", {"w"}, 32);
        row("pt2_one_unknown_dtype.pt", {"known", "bits8"}, 8, {"bits8"});
        row("pt_tuple_key.pt", {"(0, 1)", "2"}, 32);
        row("pt_view_of_large.pt", {"head"}, 200);
        row("pt_tied.pt", {"embed.weight", "lm_head.weight"}, 40);
        row("npy_struct.npy", {"w", "b", "id"}, 12);
        row("gguf_i2s_36.gguf", {"token_embd.weight", "blk.0.ffn_down.weight"}, 0,
            {"blk.0.ffn_down.weight"});
        row("gguf_q4044_31.gguf", {"token_embd.weight", "blk.0.ffn_down.weight"}, 0,
            {"blk.0.ffn_down.weight"});
        row("gguf_nested_array.gguf", {"a.weight"}, 0);
        row("onnx_subgraph.onnx", {"topW", "subW"}, 0);
        row("onnx_ext_missing.onnx", {"big.weight", "small"}, 0, {"big.weight"});
        row("onnx_matmulnbits.onnx", {"B"}, 256);
    }

    void lists() {
        QFETCH(QByteArray, file);
        QFETCH(QStringList, names);
        QFETCH(QStringList, unreadable);
        QFETCH(qulonglong, parameters);
        const auto opened = openTrial(file);
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        const WeightFile& listed = **opened;
        QCOMPARE(namesOf(listed), names);
        for (std::size_t i = 0; i < listed.tensors().size(); ++i) {
            const bool lost = unreadable.contains(names[static_cast<int>(i)]);
            const auto read = listed.read(i);
            QVERIFY2(read.has_value() != lost, qPrintable(names[static_cast<int>(i)]));
            QCOMPARE(listed.stored(i).unreadable.empty(), !lost);
        }
        if (parameters != 0) {
            QCOMPARE(qulonglong(totalsOf(listed.tensors()).parameters), parameters);
        }
    }

    /// Packed weights read as what they stand for, by values that were worked out independently.
    void packedValues_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("tensor");
        QTest::addColumn<QByteArray>("reference");
        QTest::addColumn<int>("ulps");
        const auto row = [](const char* file, const char* tensor, const char* reference, int ulps) {
            QTest::newRow(file) << QByteArray(file) << QByteArray(tensor) << QByteArray(reference)
                                << ulps;
        };
        row("gptq4.safetensors", "model.layers.0.self_attn.q_proj.weight", "ref_gptq4.npy", 0);
        row("awq4.safetensors", "model.layers.0.self_attn.q_proj.qweight", "ref_gptq4.npy", 0);
        row("bnb_int8.safetensors", "model.layers.0.mlp.up_proj.weight", "ref_bnb_int8.npy", 1);
        row("gptoss_mxfp4.safetensors", "model.layers.0.mlp.experts.down_proj_blocks",
            "ref_gptoss.npy", 0);
        row("mlx4.safetensors", "model.layers.0.mlp.gate_proj.weight", "ref_mlx4.npy", 0);
        row("ct_pack.safetensors", "model.layers.0.mlp.gate_proj.weight_packed", "ref_ct_pack.npy",
            0);
    }

    void packedValues() {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, tensor);
        QFETCH(QByteArray, reference);
        QFETCH(int, ulps);
        const auto opened = openTrial(file);
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        const NpyValues expected = readNpy(trial(reference));
        QVERIFY(expected.isValid());
        const auto index = (*opened)->find(tensor.constData());
        QVERIFY(index.has_value());
        QCOMPARE((*opened)->tensors()[*index].shape, expected.shape);
        const auto read = (*opened)->read(*index);
        QVERIFY2(read.has_value(), read ? "" : toString(read.error()).c_str());
        for (std::size_t i = 0; i < expected.values.size(); ++i) {
            const float want = expected.values[i];
            const float have = read->values()[i];
            const float step = std::nextafter(std::abs(want), INFINITY) - std::abs(want);
            QVERIFY2(std::abs(have - want) <= static_cast<float>(ulps) * step,
                     qPrintable(QStringLiteral("%1: %2 instead of %3")
                                    .arg(i)
                                    .arg(double(have), 0, 'g', 9)
                                    .arg(double(want), 0, 'g', 9)));
            // Any slice is the same: pieces begin in the middle of words and groups.
            if (i % 37 == 0) {
                std::vector<float> part(std::min<std::size_t>(53, expected.values.size() - i));
                QVERIFY((*opened)->readValues(*index, i, part).has_value());
                QVERIFY(std::equal(part.begin(), part.end(), read->values().begin() + long(i)));
            }
        }
    }

    /// What is told of a packed weight, and its grid.
    void packedFacts() {
        const auto opened = openTrial("gptq4.safetensors");
        QVERIFY(opened.has_value());
        const TensorInfo& info = (*opened)->tensors().front();
        QVERIFY(info.packed != nullptr);
        QCOMPARE(info.packed->by, std::string("gptq"));
        QCOMPARE(info.packed->format, std::string("int4"));
        QCOMPARE(info.packed->group, std::int64_t{32});
        QCOMPARE(info.packed->parts.size(), std::size_t{4});
        // Codes, zero points, scales and g_idx: 512 + 16 + 64 + 256 bytes of 1,024 values.
        QCOMPARE(info.bitsPerWeight(), 8.0 * 848 / 1024);
        const PackedValues& values = *(*opened)->stored(0).packed;
        std::vector<std::int32_t> codes(1024);
        QVERIFY(values.readCodes(0, codes).has_value());
        const Numbers read = valuesOf(**opened, "model.layers.0.self_attn.q_proj.weight");
        for (const std::size_t i : {std::size_t{0}, std::size_t{17}, std::size_t{1023}}) {
            const auto grid = values.gridAt(i);
            QVERIFY(grid.has_value());
            QCOMPARE(grid->levels.size(), std::size_t{16});
            QCOMPARE(grid->levels[std::size_t(codes[i])], read[i]);
        }
    }

    void ordinaryValues() {
        const auto values = [](const char* file, const char* tensor) {
            const auto opened = openTrial(file);
            return opened ? valuesOf(**opened, tensor) : Numbers{-999};
        };
        QCOMPARE(values("pt2_neg_bit.pt", "neg"), (Numbers{-1, -3, 2, -5}));
        QCOMPARE(values("npy_e5m2_f1.npy", ""), (Numbers{1, -2.5, 0.125, 3}));
        QCOMPARE(values("npy_struct.npy", "w"), (Numbers{1, 2, 3, 4, 5, 6}));
        QCOMPARE(values("pt_ndarray.pt", "mean"), (Numbers{0, 1, 2, 3}));
        QCOMPARE(values("onnx_subgraph.onnx", "subW"), (Numbers{10, 11, 12, 13, 14, 15}));
        const Numbers dequantized = values("onnx_qdq.onnx", "Wq");
        const Numbers expected = {-1, 0, 0.5F, 2.44F, -2.66F, -0.04F};
        QCOMPARE(dequantized.size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            // 0.01 and 0.02 are no floats: a product of theirs is off by a rounding.
            QCOMPARE_LE(std::abs(dequantized[i] - expected[i]), 3e-7F);
        }
    }

    void shapesAndWords() {
        const auto open = [](const char* file) { return openTrial(file).value_or(nullptr); };
        const FilePtr sparse = open("pt_sparse.pt");
        QVERIFY(sparse);
        QCOMPARE(shapeOf(*sparse, "adj"), QByteArray("2x3"));
        QCOMPARE(std::ranges::count_if(valuesOf(*sparse, "adj"), [](float x) { return x != 0; }),
                 std::ptrdiff_t{3});
        const FilePtr gguf5 = open("gguf_5d.gguf");
        QVERIFY(gguf5);
        QCOMPARE(shapeOf(*gguf5, "patch_embedding.weight"), QByteArray("4x3x1x2x2"));
        const FilePtr longName = open("gguf_long_name.gguf");
        QVERIFY(longName);
        QCOMPARE(longName->tensors().front().name.size(), std::size_t{77});
        const FilePtr strange = open("gguf_i2s_36.gguf");
        QVERIFY(strange);
        QCOMPARE(shapeOf(*strange, "blk.0.ffn_down.weight"), QByteArray("2x256"));
        QVERIFY(reasonOf(*strange, "blk.0.ffn_down.weight").find("I2_S") != std::string::npos);
        const FilePtr removed = open("gguf_q4044_31.gguf");
        QVERIFY(removed);
        QVERIFY(reasonOf(*removed, "blk.0.ffn_down.weight").find("Q4_0_4_4") != std::string::npos);
        QVERIFY(reasonOf(*removed, "blk.0.ffn_down.weight").find("Q4_0 took its place") !=
                std::string::npos);
        const FilePtr external = open("onnx_ext_missing.onnx");
        QVERIFY(external);
        QCOMPARE(shapeOf(*external, "big.weight"), QByteArray("1024x1024"));
        const auto read = external->read(*external->find("big.weight"));
        QVERIFY(errorOf(read).where.find("onnx_ext_missing.onnx") != std::string::npos);
        QVERIFY(errorOf(read).what.find("is not beside the model") != std::string::npos);
        const FilePtr detector = open("pt_detector.pt");
        QVERIFY(detector);
        QCOMPARE(shapeOf(*detector, "model.0.weight"), QByteArray("4x3x3x3"));
        QCOMPARE(detector->notes().size(), std::size_t{1});
        QCOMPARE(detector->notes().front().kind, FileNote::Kind::ForeignClasses);
        QVERIFY(detector->notes().front().detail.find("DetectionModel") != std::string::npos);
        const FilePtr cut = open("pt_view_of_large.pt");
        QVERIFY(cut);
        QCOMPARE(cut->tensors().front().bytes, std::uint64_t{800});
        QCOMPARE(cut->tensors().front().storageBytes, std::uint64_t{40000});
        const FilePtr tied = open("pt_tied.pt");
        QVERIFY(tied);
        QCOMPARE(tied->tensors()[1].shares, std::string("embed.weight"));
        QCOMPARE(totalsOf(tied->tensors()).bytes, std::uint64_t{160});
        const FilePtr mixed = open("npz_mixed.npz");
        QVERIFY(mixed);
        std::size_t readable = 0;
        for (std::size_t i = 0; i < mixed->tensors().size(); ++i) {
            readable += mixed->stored(i).unreadable.empty() ? 1 : 0;
            QVERIFY(!mixed->tensors()[i].shape.empty());
        }
        QCOMPARE_GE(readable, std::size_t{1});
        const FilePtr flax = open("npz_flax_bf16.npz");
        QVERIFY(flax);
        QCOMPARE(totalsOf(flax->tensors()).parameters, std::uint64_t{6});
        QCOMPARE(flax->tensors().front().dtype, DType::BF16);
    }

    /// Any part, and any place among other files, opens the whole model.
    void splitModels_data() {
        QTest::addColumn<QByteArray>("file");
        for (const char* file : {"gguf_split-00001-of-00003.gguf", "gguf_split-00002-of-00003.gguf",
                                 "gguf_split-00003-of-00003.gguf"}) {
            QTest::newRow(file) << QByteArray(file);
        }
    }

    void splitModels() {
        QFETCH(QByteArray, file);
        const auto opened = openTrial(file);
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        QCOMPARE((*opened)->tensors().size(), std::size_t{4});
        QCOMPARE(totalsOf((*opened)->tensors()).parameters, std::uint64_t{256});
    }

    void aFolderOfParts() {
        QTemporaryDir folder;
        for (const char* part : {"1", "2", "3"}) {
            const QString name = QStringLiteral("gguf_split-0000%1-of-00003.gguf").arg(part);
            QVERIFY(QFile::copy(trial(qPrintable(name)), folder.filePath(name)));
        }
        const auto whole = openWeightFile(folder.path().toStdString());
        QVERIFY2(whole.has_value(), whole ? "" : toString(whole.error()).c_str());
        QCOMPARE((*whole)->tensors().size(), std::size_t{4});
        QVERIFY(QFile::remove(folder.filePath("gguf_split-00003-of-00003.gguf")));
        const auto less = openWeightFile(folder.path().toStdString());
        QVERIFY2(less.has_value(), less ? "" : toString(less.error()).c_str());
        QCOMPARE((*less)->tensors().size(), std::size_t{3});
        QVERIFY(reasonOf(**less, "gguf_split-00003-of-00003.gguf").find("Part 3 of 3") == 0);
    }

    void notWeights_data() {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<QByteArray>("remedy");
        QTest::newRow("pointer") << QByteArray("lfs_pointer.safetensors") << QByteArray("548105171")
                                 << QByteArray("git lfs pull");
        QTest::newRow("page") << QByteArray("html_page.safetensors") << QByteArray("web page")
                              << QByteArray("Download");
    }

    void notWeights() {
        QFETCH(QByteArray, file);
        QFETCH(QByteArray, word);
        QFETCH(QByteArray, remedy);
        const auto opened = openTrial(file);
        COMPARE_ERROR(opened, ErrorCode::Unsupported);
        QVERIFY(opened.error().what.find(word.toStdString()) != std::string::npos);
        QVERIFY(opened.error().remedy.find(remedy.toStdString()) != std::string::npos);
    }
};

QTEST_APPLESS_MAIN(TestTrials)
#include "tst_trials.moc"
