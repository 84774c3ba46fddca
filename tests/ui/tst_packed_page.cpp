// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/golden.h"
#include "tests/ui/workbench_fixture.h"
#include "ui/controls/notice.h"
#include "ui/models/tensor_tree_model.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QMimeData>
#include <QTabBar>
#include <QTableWidget>
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

    void theTreeTellsApart() {
        WorkbenchFixture f;
        drop(f.window.get(), trial("gptq4.safetensors"));
        QTRY_VERIFY_WITH_TIMEOUT(f.bench->source() != nullptr, WorkbenchFixture::waitMilliseconds);
        const auto& model = *f.find<QTreeView>("tensor_tree")->model();
        QCOMPARE(detailOf(model, "q_proj.weight"), QStringLiteral("64×16 · GPTQ int4"));
    }

    void whatCannotBeReadSaysWhy() {
        WorkbenchFixture f;
        drop(f.window.get(), trial("gguf_i2s_36.gguf"));
        QTRY_VERIFY_WITH_TIMEOUT(f.bench->source() != nullptr, WorkbenchFixture::waitMilliseconds);
        const auto& model = *f.find<QTreeView>("tensor_tree")->model();
        QVERIFY(detailOf(model, "ffn_down.weight").contains("I2_S"));
        for (const QModelIndex& index : rows(model)) {
            if (!index.data(TensorTreeModel::UnreadableRole).toString().isEmpty()) {
                QVERIFY(index.data(Qt::ToolTipRole).toString().contains("I2_S"));
                QVERIFY(index.data(Qt::AccessibleTextRole).toString().contains("I2_S"));
            }
        }
    }

    void tiedTensorsAreCalledSo() {
        WorkbenchFixture f;
        drop(f.window.get(), trial("pt_tied.pt"));
        QTRY_VERIFY_WITH_TIMEOUT(f.bench->source() != nullptr, WorkbenchFixture::waitMilliseconds);
        const auto& model = *f.find<QTreeView>("tensor_tree")->model();
        QVERIFY(detailOf(model, "lm_head.weight").endsWith(QStringLiteral("tied")));
    }

    void ordinaryStrangersOpen_data() {
        QTest::addColumn<QString>("file");
        for (const char* file :
             {"pt_namespace.pt", "pt_detector.pt", "pt_lightning.ckpt", "pt_torchscript.pt",
              "pt_frozen.pt", "pt_sparse.pt", "npz_mixed.npz", "npy_struct.npy",
              "gguf_split-00002-of-00003.gguf", "onnx_subgraph.onnx", "onnx_ext_missing.onnx",
              "st_one_unknown.safetensors"}) {
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

    void notWeightsAreNamed() {
        WorkbenchFixture f;
        drop(f.window.get(), trial("lfs_pointer.safetensors"));
        auto* banner = f.find<QFrame>("error_banner");
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), WorkbenchFixture::waitMilliseconds);
        QVERIFY(f.find<QLabel>("error_text")->text().contains("git lfs pull"));
    }
};

QTEST_MAIN(TestPackedPage)
#include "tst_packed_page.moc"
