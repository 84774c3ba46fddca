// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/calibrate.h"
#include "core/exchange/tensor_export.h"
#include "tests/support/golden.h"
#include "tests/support/packed_parts_writer.h"
#include "tests/support/temporary_file.h"
#include "tests/support/torch_bytes.h"
#include "tests/ui/workbench_fixture.h"
#include "ui/controls/notice.h"
#include "ui/models/tensor_tree_model.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QTabBar>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTreeView>
#include <QtTest>

using namespace zeropoint;
using namespace zeropoint::ui;
using test::WorkbenchFixture;

namespace {

QString trial(const QString& name) {
    return test::golden(QStringLiteral("trials/") + name);
}

void drop(QWidget* target, const QString& path) {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &enter);
    QDropEvent event({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &event);
}

/// Every row of a model, whatever its depth.
QModelIndexList rows(const QAbstractItemModel& model, const QModelIndex& parent = {}) {
    QModelIndexList list;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        list << index << rows(model, index);
    }
    return list;
}

QString detailOf(const QAbstractItemModel& model, const QString& label) {
    for (const QModelIndex& index : rows(model)) {
        if (index.data().toString().endsWith(label)) {
            return index.data(TensorTreeModel::DetailRole).toString();
        }
    }
    return {};
}

/// A weight of 4 x 64 by one of the packings that no trial has.
QByteArray packedFile(const QString& packing) {
    using test::Part;
    const QByteArray codes = QByteArray("\x12\x34\x56\x70", 4).repeated(32);
    const QByteArray ones = QByteArray("\x38", 1).repeated(16);  // 1 in E4M3
    QList<Part> parts;
    if (packing == QLatin1String("nf4")) {
        const QByteArray state =
            R"({"quant_type":"nf4","blocksize":64,"dtype":"float16","shape":[4,64]})";
        parts = {{"l.weight", "U8", {128, 1}, codes},
                 {"l.weight.absmax", "F32", {4}, test::floatBytes({1, 2, 3, 4})},
                 {"l.weight.quant_map", "F32", {16}, test::floatBytes(QList<float>(16, 0.5F))},
                 {"l.weight.quant_state.bitsandbytes__nf4", "U8", {state.size()}, state}};
    } else if (packing == QLatin1String("fp8")) {
        parts = {{"l.weight", "F8_E4M3", {4, 64}, codes.repeated(2)},
                 {"l.weight_scale_inv", "F32", {1, 1}, test::floatBytes({0.5F})}};
    } else if (packing == QLatin1String("nvfp4")) {
        parts = {{"l.weight", "U8", {4, 32}, codes},
                 {"l.weight_scale", "F8_E4M3", {4, 4}, ones},
                 {"l.weight_scale_2", "F32", {}, test::floatBytes({0.5F})}};
    } else {
        const QByteArray halves = QByteArray("\x00\x3C", 2).repeated(4);
        parts = {{"l.W_q", "U8", {2, 64}, codes},
                 {"l.scale", "F16", {4, 1}, halves},
                 {"l.zero", "F16", {4, 1}, halves},
                 {"l.nbits", "I32", {}, test::words({4})},
                 {"l.axis", "I32", {}, test::words({1})},
                 {"l.group_size", "I32", {}, test::words({64})},
                 {"l.shape", "I32", {2}, test::words({4, 64})}};
    }
    return test::safetensorsOf(parts);
}

/// Six codes of 32 bits, as PyTorch keeps a bias.
QByteArray wideCodes() {
    using namespace test::torch;
    const QByteArray how = tuple(global("torch", "per_tensor_affine") +
                                 QByteArray("G\x3F\xC0\0\0\0\0\0\0", 9) + integer(0));
    return file(dictionary(text("bias") + call(global("torch._utils", "_rebuild_qtensor"),
                                               storage("QInt32Storage", "0", 6) + integer(0) +
                                                   integers({2, 3}) + integers({3, 1}) + how)),
                {{"0", 6, test::words({-70000, 3, 2000000, -1, 0, 77})}});
}

/// The outline of a model: tensors on the meta device alone.
QByteArray outline() {
    using namespace test::torch;
    const QByteArray meta =
        call(global("torch._utils", "_rebuild_meta_tensor_no_storage"),
             global("torch", "bfloat16") + integers({4096, 128}) + integers({128, 1}) + "\x89");
    return file(dictionary(text("layer.weight") + meta), {});
}

}  // namespace

/// Files that people meet, dropped on the window.
class TestPackedPage : public QObject {
    Q_OBJECT

private slots:
    void init() { ZEROPOINT_NEED_GOLDEN("trials/README.md"); }

    void packedWeightsSayWhoPackedThem_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<int>("codes");
        const auto row = [](const char* file, const char* sentence, int codes) {
            QTest::newRow(file) << QString::fromLatin1(file) << QString::fromLatin1(sentence)
                                << codes;
        };
        row("gptq4.safetensors", "Quantized by GPTQ, 4 bits, group 32: these are its codes.", 16);
        row("awq4.safetensors", "Quantized by AWQ, 4 bits, group 32: these are its codes.", 16);
        row("bnb_int8.safetensors", "Quantized by bitsandbytes, 8 bits: these are its codes.", 256);
        row("gptoss_mxfp4.safetensors", "group 32: these are its codes.", 16);
        row("mlx4.safetensors", "Quantized by MLX, 4 bits, group 64: these are its codes.", 16);
        row("ct_pack.safetensors",
            "Quantized by compressed-tensors, 4 bits, group 64: these are its codes.", 16);
        row("onnx_matmulnbits.onnx", "4 bits, group 32: these are its codes.", 16);
        row("pt_quant_dynamic.pt", "Quantized by PyTorch, 8 bits: these are its codes.", 256);
        row("pt2_torchao.pt", "Quantized by torchao, 8 bits: these are its codes.", 256);
    }

    void packedWeightsSayWhoPackedThem() {
        QFETCH(QString, file);
        QFETCH(QString, sentence);
        QFETCH(int, codes);
        WorkbenchFixture f;
        drop(f.window.get(), trial(file));
        QTRY_VERIFY_WITH_TIMEOUT(f.bench->source() != nullptr, WorkbenchFixture::waitMilliseconds);
        const QString notes = f.find<Notice>("calibrate_notes")->text();
        QVERIFY2(notes.contains(sentence), qPrintable(notes));
        auto* tabs = f.find<QTabBar>("analysis_tabs");
        const int stored = tabs->count() - 1;
        QVERIFY(tabs->isTabVisible(stored));
        tabs->setCurrentIndex(stored);
        auto* table = f.find<QTableWidget>("stored_codes_table");
        QTRY_COMPARE_WITH_TIMEOUT(table->rowCount(), codes, WorkbenchFixture::waitMilliseconds);
        // Every value has a code.
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QVERIFY(!table->accessibleName().isEmpty());
        // A tensor that is no such thing takes the tab away.
        f.draw({"normal", {{"n", 100}}});
        QVERIFY(!tabs->isTabVisible(stored));
        QVERIFY(tabs->currentIndex() != stored);
    }

    void otherPackings_data() {
        QTest::addColumn<QString>("packing");
        QTest::addColumn<QString>("detail");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* packing, const char* detail, const char* sentence) {
            QTest::newRow(packing) << QString::fromLatin1(packing) << QString::fromUtf8(detail)
                                   << QString::fromLatin1(sentence);
        };
        row("nf4", "4×64 · bitsandbytes nf4", "Quantized by bitsandbytes, NF4, group 64");
        row("fp8", "4×64 · scaled fp8-e4m3", "these are its codes");
        row("nvfp4", "4×64 · ModelOpt nvfp4", "Quantized by ModelOpt, NVFP4, group 16");
        row("hqq", "4×64 · HQQ int4", "Quantized by HQQ, 4 bits, group 64");
    }

    void otherPackings() {
        QFETCH(QString, packing);
        QFETCH(QString, detail);
        QFETCH(QString, sentence);
        const test::TemporaryFile file(packedFile(packing), "model.safetensors");
        WorkbenchFixture f;
        drop(f.window.get(), file.qpath());
        QTRY_VERIFY_WITH_TIMEOUT(f.bench->source() != nullptr, WorkbenchFixture::waitMilliseconds);
        QCOMPARE(detailOf(*f.find<QTreeView>("tensor_tree")->model(), "weight"), detail);
        const QString notes = f.find<Notice>("calibrate_notes")->text();
        QVERIFY2(notes.contains(sentence), qPrintable(notes));
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
    }

    /// The column of values: those of the first group, or of the whole tensor.
    void theColumnSaysWhatACodeIsWorth_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<Granularity>("per");
        QTest::addColumn<QString>("heading");
        QTest::addColumn<QStringList>("first");
        // Of -2 to 5.5 in 16 codes: 0.5 (code - 4); of -70 to 90: 32 / 3 (code - 7).
        QTest::newRow("groups") << "uint4" << Granularity::Group << "In block 0"
                                << QStringList{"-2", "-1.5", "-1", "-0.5", "0"};
        QTest::newRow("tensor") << "uint4" << Granularity::Tensor << "Value"
                                << QStringList{"-74.67", "-64", "-53.33", "-42.67", "-32"};
    }
    void theColumnSaysWhatACodeIsWorth() {
        QFETCH(QString, format);
        QFETCH(Granularity, per);
        QFETCH(QString, heading);
        QFETCH(QStringList, first);
        const Tensor tensor("w", {2, 5}, {-2, 5.5F, 0, 1, 2, -70, 90, 1, 2, 3});
        QuantScheme scheme;
        scheme.format = format.toStdString();
        scheme.symmetric = false;
        scheme.granularity = per;
        scheme.groupSize = 5;
        const QTemporaryDir folder;
        const QString path = folder.filePath("w.safetensors");
        const auto made = calibrate(tensor, scheme).and_then([&](const Calibration& calibration) {
            return exportQuantization(tensor, scheme, calibration, path.toStdString());
        });
        QVERIFY2(made.has_value(), made ? "" : toString(made.error()).c_str());
        WorkbenchFixture f;
        drop(f.window.get(), path);
        QTRY_VERIFY_WITH_TIMEOUT(f.bench->source() != nullptr, WorkbenchFixture::waitMilliseconds);
        auto* tabs = f.find<QTabBar>("analysis_tabs");
        tabs->setCurrentIndex(tabs->count() - 1);
        auto* table = f.find<QTableWidget>("stored_codes_table");
        QTRY_VERIFY_WITH_TIMEOUT(table->rowCount() > 0, WorkbenchFixture::waitMilliseconds);
        QCOMPARE(table->horizontalHeaderItem(1)->text(), heading);
        for (qsizetype i = 0; i < first.size(); ++i) {
            QCOMPARE(table->item(int(i), 1)->text().replace(QChar(0x2212), QLatin1Char('-')),
                     first[i]);
        }
    }

    /// Codes that nobody lists one by one leave no empty plot and no empty table.
    void codesThatAreTooManyToList() {
        const test::TemporaryFile file(wideCodes(), "wide.pt");
        WorkbenchFixture f;
        drop(f.window.get(), file.qpath());
        QTRY_VERIFY_WITH_TIMEOUT(f.bench->source() != nullptr, WorkbenchFixture::waitMilliseconds);
        QVERIFY(f.find<Notice>("calibrate_notes")->text().contains("PyTorch, 32 bits"));
        auto* tabs = f.find<QTabBar>("analysis_tabs");
        tabs->setCurrentIndex(tabs->count() - 1);
        auto* table = f.find<QTableWidget>("stored_codes_table");
        QTRY_VERIFY_WITH_TIMEOUT(!table->isVisible(), WorkbenchFixture::waitMilliseconds);
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        bool said = false;
        for (const Notice* notice : f.window->findChildren<Notice*>()) {
            said = said || (notice->isVisible() && notice->text().contains("one by one"));
        }
        QVERIFY(said);
    }

    /// A file that opens and of which nothing can be shown: what is wrong with its tensors is said.
    void nothingCanBeRead() {
        const test::TemporaryFile file(outline(), "outline.pt");
        WorkbenchFixture f;
        drop(f.window.get(), file.qpath());
        auto* banner = f.find<QFrame>("error_banner");
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), WorkbenchFixture::waitMilliseconds);
        const QString text = f.find<QLabel>("error_text")->text();
        QVERIFY2(text.contains("meta device") && text.contains("layer.weight"), qPrintable(text));
        QVERIFY2(!text.contains("holds no values"), qPrintable(text));
    }

    void theTreeTellsApart() {
        WorkbenchFixture f;
        drop(f.window.get(), trial("gptq4.safetensors"));
        QTRY_VERIFY_WITH_TIMEOUT(f.bench->source() != nullptr, WorkbenchFixture::waitMilliseconds);
        const auto& model = *f.find<QTreeView>("tensor_tree")->model();
        QCOMPARE(detailOf(model, "q_proj.weight"), QStringLiteral("64×16 · GPTQ int4"));
        const auto* totals = f.find<QLabel>("model_totals");
        // As the README of the trials counts them.
        QVERIFY2(totals->text().startsWith(QStringLiteral("1040 parameters")),
                 qPrintable(totals->text()));
        QCOMPARE(totals->toolTip(),
                 QStringLiteral("gptq int4: 1 tensor, 848 B\nF16: 1 tensor, 32 B"));
        QCOMPARE(totals->accessibleDescription(), totals->toolTip());
    }

    /// What a tensor is beside a weight of its own, in a word.
    void badges_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("tensor");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* file, const char* tensor, const char* detail) {
            QTest::newRow(file) << QString::fromLatin1(file) << QString::fromLatin1(tensor)
                                << QString::fromUtf8(detail);
        };
        row("pt_tied.pt", "lm_head.weight", "10×4 · F32 · tied");
        row("pt_detector.pt", "running_mean", "4 · F16 · buffer");
        row("pt_sparse.pt", "adj", "2×3 · sparse F32");
        row("mlx4.safetensors", "gate_proj.weight", "16×128 · MLX int4");
        row("onnx_qdq.onnx", "Wq", "2×3 · ONNX int8");
        row("npz_flax_bf16.npz", "kernel", "2×2 · BF16");
        row("gguf_5d.gguf", "weight", "4×3×1×2×2 · F16");
    }

    void badges() {
        QFETCH(QString, file);
        QFETCH(QString, tensor);
        QFETCH(QString, detail);
        WorkbenchFixture f;
        drop(f.window.get(), trial(file));
        QTRY_VERIFY_WITH_TIMEOUT(f.bench->source() != nullptr, WorkbenchFixture::waitMilliseconds);
        QCOMPARE(detailOf(*f.find<QTreeView>("tensor_tree")->model(), tensor), detail);
    }

    void whatCannotBeReadSaysWhy_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("tensor");
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("shape");
        const auto row = [](const char* file, const char* tensor, const char* word,
                            const char* shape) {
            QTest::newRow(file) << QString::fromLatin1(file) << QString::fromLatin1(tensor)
                                << QString::fromLatin1(word) << QString::fromUtf8(shape);
        };
        row("gguf_i2s_36.gguf", "ffn_down.weight", "I2_S", "2×256");
        row("gguf_q4044_31.gguf", "ffn_down.weight", "Q4_0 took its place", "2×256");
        row("st_one_unknown.safetensors", "b.weight", "F4_NEW", "4");
        row("pt2_one_unknown_dtype.pt", "bits8", "torch.bits8", "4");
        row("onnx_ext_missing.onnx", "big.weight", "model.onnx_data", "1024×1024");
        row("npz_mixed.npz", "obj", "Python objects", "2");
    }

    /// As text, as tool tip and to who listens; and its name is greyed, not its neighbours'.
    void whatCannotBeReadSaysWhy() {
        QFETCH(QString, file);
        QFETCH(QString, tensor);
        QFETCH(QString, word);
        QFETCH(QString, shape);
        WorkbenchFixture f;
        drop(f.window.get(), trial(file));
        QTRY_VERIFY_WITH_TIMEOUT(f.bench->source() != nullptr, WorkbenchFixture::waitMilliseconds);
        const auto& model = *f.find<QTreeView>("tensor_tree")->model();
        int found = 0;
        for (const QModelIndex& index : rows(model)) {
            const bool lost = !index.data(TensorTreeModel::UnreadableRole).toString().isEmpty();
            if (!index.data().toString().endsWith(tensor)) {
                continue;
            }
            ++found;
            QVERIFY(lost);
            const QString detail = index.data(TensorTreeModel::DetailRole).toString();
            QVERIFY2(detail.startsWith(shape + QStringLiteral(" · not read: ")),
                     qPrintable(detail));
            for (const int role : {int(TensorTreeModel::DetailRole), int(Qt::ToolTipRole),
                                   int(Qt::AccessibleTextRole)}) {
                QVERIFY2(index.data(role).toString().contains(word),
                         qPrintable(index.data(role).toString()));
            }
        }
        QCOMPARE(found, 1);
    }

    void tiedTensorsAreCalledSo() {
        WorkbenchFixture f;
        drop(f.window.get(), trial("pt_tied.pt"));
        QTRY_VERIFY_WITH_TIMEOUT(f.bench->source() != nullptr, WorkbenchFixture::waitMilliseconds);
        const auto& model = *f.find<QTreeView>("tensor_tree")->model();
        QVERIFY(detailOf(model, "lm_head.weight").endsWith(QStringLiteral("tied")));
    }

    /// Those that no other test of this page drops.
    void ordinaryStrangersOpen_data() {
        QTest::addColumn<QString>("file");
        for (const char* file :
             {"pt_namespace.pt", "pt_lightning.ckpt", "pt_torchscript.pt", "pt_frozen.pt",
              "pt2_numpy2_scalar.pt", "pt_ndarray.pt", "pt_odd_values.pt", "pt2_neg_bit.pt",
              "pt_tuple_key.pt", "pt_view_of_large.pt", "npy_struct.npy", "npy_e5m2_f1.npy",
              "gguf_split-00002-of-00003.gguf", "gguf_long_name.gguf", "gguf_nested_array.gguf",
              "onnx_subgraph.onnx", "csv_pandas.csv"}) {
            QTest::newRow(file) << QString::fromLatin1(file);
        }
    }

    void ordinaryStrangersOpen() {
        QFETCH(QString, file);
        WorkbenchFixture f;
        drop(f.window.get(), trial(file));
        QTRY_VERIFY_WITH_TIMEOUT(f.bench->source() != nullptr, WorkbenchFixture::waitMilliseconds);
        QVERIFY(!f.find<QFrame>("error_banner")->isVisible());
    }

    /// What the reader guessed stands beside the tensors.
    void guessesAreSaid() {
        WorkbenchFixture f;
        drop(f.window.get(), trial("mlx4.safetensors"));
        QTRY_VERIFY_WITH_TIMEOUT(f.bench->source() != nullptr, WorkbenchFixture::waitMilliseconds);
        const auto* notes = f.find<QLabel>("model_notes");
        QVERIFY(!notes->isHidden());
        QVERIFY2(notes->text().startsWith("Guessed bits and groups: ") &&
                     notes->text().contains("gate_proj.weight"),
                 qPrintable(notes->text()));
        drop(f.window.get(), trial("gptq4.safetensors"));
        QTRY_VERIFY_WITH_TIMEOUT(notes->isHidden(), WorkbenchFixture::waitMilliseconds);
    }

    void notWeightsAreNamed_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("word");
        QTest::newRow("pointer") << QStringLiteral("lfs_pointer.safetensors")
                                 << QStringLiteral("git lfs pull");
        QTest::newRow("page") << QStringLiteral("html_page.safetensors")
                              << QStringLiteral("web page");
        QTest::newRow("empty cell")
            << QStringLiteral("csv_nan.csv") << QStringLiteral("empty cell");
    }

    void notWeightsAreNamed() {
        QFETCH(QString, file);
        QFETCH(QString, word);
        WorkbenchFixture f;
        drop(f.window.get(), trial(file));
        auto* banner = f.find<QFrame>("error_banner");
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), WorkbenchFixture::waitMilliseconds);
        const QString text = f.find<QLabel>("error_text")->text();
        QVERIFY2(text.contains(word), qPrintable(text));
    }

    void otherKindsAreNamed_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QString>("word");
        const auto row = [](const char* name, const QByteArray& head, const char* word) {
            QTest::newRow(name) << QString::fromLatin1(name) << head << QString::fromLatin1(word);
        };
        row("model.h5", QByteArray("\x89HDF\r\n\x1a\n", 8), "HDF5");
        row("model.tflite", QByteArray("\x1c\0\0\0TFL3", 8), "TensorFlow Lite");
        row("flax_model.msgpack", QByteArray("\x81\xa6params\x81", 9), "msgpack");
        row("model.mlmodel", QByteArray("\0\1\2\3", 4), "Core ML");
        row("model.engine", QByteArray("ftrt\1\0\0\0", 8), "TensorRT");
        row("ggml-model.bin", QByteArray("lmgg\1\0\0\0", 8), "before GGUF");
    }

    /// What it is and what to do instead, in the window's own words.
    void otherKindsAreNamed() {
        QFETCH(QString, name);
        QFETCH(QByteArray, head);
        QFETCH(QString, word);
        const test::TemporaryFile file(head + QByteArray(200, '\x11'), name);
        WorkbenchFixture f;
        drop(f.window.get(), file.qpath());
        auto* banner = f.find<QFrame>("error_banner");
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), WorkbenchFixture::waitMilliseconds);
        const QString text = f.find<QLabel>("error_text")->text();
        QVERIFY2(text.contains(word), qPrintable(text));
    }
};

QTEST_MAIN(TestPackedPage)
#include "tst_packed_page.moc"
