// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/weight_writer.h"
#include "tests/support/golden.h"
#include "tests/support/torch_bytes.h"
#include "tests/ui/workbench_fixture.h"
#include "ui/models/tensor_tree_model.h"
#include "ui/state/model_overview.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDropEvent>
#include <QFrame>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

using namespace zeropoint;
using namespace zeropoint::ui;
using test::WorkbenchFixture;

namespace {

struct Named {
    std::string name;
    std::vector<float> values;
};

/// A file in memory of float tensors.
std::shared_ptr<const WeightFile> fileOf(const std::vector<Named>& tensors) {
    FileContents contents{"test", {{"made", "by hand"}}, {}};
    for (const Named& tensor : tensors) {
        const auto bytes = std::as_bytes(std::span(tensor.values));
        StoredTensor stored;
        stored.info = {tensor.name,  DType::F32,
                       "F32",        {static_cast<std::int64_t>(tensor.values.size())},
                       bytes.size(), 0};
        stored.source = memoryBytes({bytes.begin(), bytes.end()}, "memory");
        contents.tensors.push_back(std::move(stored));
    }
    return std::make_shared<const WeightFile>("/nowhere/memory", std::move(contents));
}

/// The tree as indented text.
QStringList lines(const QAbstractItemModel& model, const QModelIndex& parent = {},
                  const QString& indent = {}) {
    QStringList all;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        const QModelIndex index = model.index(row, 0, parent);
        all << indent + index.data().toString();
        all << lines(model, index, indent + QLatin1Char(' '));
    }
    return all;
}

const std::vector<Named> transformer = {
    {"emb", {1, 2, 3}},
    {"model.layers.0.qkv.weight", {1, -1}},
    {"model.layers.0.mlp.up", {1, 2, 3, 4}},
    {"model.layers.0.mlp.down", {5}},
    {"model.layers.10.qkv.weight", {1}},
    {"model.layers.10.norm", {1, 1, 1, 9, 1, 1, 1, 1}},
    {"model.layers.10", {7}},
};

void drop(QWidget* target, const QString& path) {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent dropped({50, 50}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &dropped);
}

QByteArray gguf() {
    using namespace test::torch;
    QByteArray bytes = "GGUF" + number(3, 4) + number(1, 8) + number(0, 8) + number(1, 8) + "w" +
                       number(1, 4) + number(2, 8) + number(0, 4) + number(0, 8);
    bytes += QByteArray((32 - bytes.size() % 32) % 32, '\0');
    return bytes + number(0x3F800000, 4) + number(0xC0000000, 4) + QByteArray(24, '\0');
}

QByteArray onnx() {
    const QByteArray tensor = QByteArray("\x08\x02\x10\x01\x42\x01w\x4A\x08", 9) +
                              QByteArray("\x00\x00\x80\x3F\x00\x00\x00\xC0", 8);
    return QByteArray("\x08\x08\x3A\x13\x2A\x11", 6) + tensor;
}

QByteArray pt() {
    using namespace test::torch;
    return file(dictionary(text("w") + tensor(storage("FloatStorage", "0", 2), 0, {2}, {1})),
                {{"0", 2, number(0x3F800000, 4) + number(0xC0000000, 4)}});
}

/// Writes a file of the values 1 and -2 and returns its path.
QString write(const QTemporaryDir& folder, const QString& ending) {
    const QString path = folder.filePath("weights." + ending);
    const QHash<QString, QByteArray> made = {{"gguf", gguf()},
                                             {"onnx", onnx()},
                                             {"pt", pt()},
                                             {"bin", pt()},
                                             {"csv", QByteArray("1\n-2\n")},
                                             {"txt", QByteArray("1 -2\n")}};
    if (made.contains(ending)) {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(made[ending]) > 0 ? path : QString();
    }
    WeightOutput output;
    output.tensors.push_back(outputOf(Tensor("w", {2}, {1.0F, -2.0F})));
    const auto format = writeFormatOf(path.toStdString());
    return format && writeWeights(path.toStdString(), *format, output) ? path : QString();
}

}  // namespace

class TestModelView : public QObject {
    Q_OBJECT

private slots:
    void modulesByTheirNames() {
        ModelOverview overview;
        overview.setFile(fileOf(transformer));
        TensorTreeModel model(overview);
        const QAbstractItemModelTester tester(&model);
        QCOMPARE(lines(model),
                 (QStringList{"emb", "model.layers", " 0", "  qkv.weight", "  mlp", "   up",
                              "   down", " 10", "  qkv.weight", "  norm", " 10"}));
        const QModelIndex down = model.indexOf(std::size_t{3});
        QCOMPARE(down.data(TensorTreeModel::TensorRole).toInt(), 3);
        QCOMPARE(down.parent().data().toString(), "mlp");
        QVERIFY(down.parent().data(TensorTreeModel::DetailRole).toString().contains("20 B"));
        QVERIFY(!down.parent().data(TensorTreeModel::TensorRole).isValid());
    }

    void searchAndOrders() {
        ModelOverview overview;
        overview.setFile(fileOf(transformer));
        TensorTreeModel model(overview);
        const QAbstractItemModelTester tester(&model);
        model.setFilter("QKV");
        QCOMPARE(lines(model), (QStringList{"model.layers", " 0.qkv.weight", " 10.qkv.weight"}));
        QCOMPARE(model.matches(), 2);
        QVERIFY(!model.indexOf(std::size_t{0}).isValid());
        model.setFilter("nothing like it");
        QCOMPARE(model.rowCount(), 0);
        model.setFilter({});
        const QPersistentModelIndex kept = model.indexOf(std::size_t{5});
        model.setOrder(TensorTreeModel::Order::Size);
        // 68 bytes below "model.layers" against 12; layer 10 has 36 against 28, then the lone 10.
        QCOMPARE(lines(model),
                 (QStringList{"model.layers", " 10", "  norm", "  qkv.weight", " 0", "  mlp",
                              "   up", "   down", "  qkv.weight", " 10", "emb"}));
        QCOMPARE(kept.data().toString(), "norm");
        QCOMPARE(kept.row(), 0);
        model.setOrder(TensorTreeModel::Order::File);
        QCOMPARE(lines(model).first(), "emb");
        QCOMPARE(kept.row(), 1);
    }

    /// The norm's one 9 among ones is the greatest outlier: it rises to the top once it is known.
    void outliersRise() {
        ModelOverview overview;
        overview.setFile(fileOf(transformer));
        TensorTreeModel model(overview);
        model.setOrder(TensorTreeModel::Order::Outliers);
        QTRY_COMPARE(lines(model).mid(0, 3), (QStringList{"model.layers", " 10", "  norm"}));
        const TensorGlance* glance = overview.madeGlance(5);
        QVERIFY(glance != nullptr);
        // 9 / sqrt((81 + 7) / 8)
        QCOMPARE_LE(std::abs(*glance->peak - 9 / std::sqrt(11.0)), 1e-6);
        model.setOrder(TensorTreeModel::Order::Error);
        QVERIFY(model.rowCount() > 0);
    }

    /// A sample's figures are about right and say so; all values are measured when nothing else is
    /// asked for, the tensor that was opened first, and then the tree has the exact ones.
    void aboutBecomesExact() {
        std::vector<float> values(200'000, 1.0F);
        values[20'000] = 50;  // between two stretches of the sample
        ModelOverview overview;
        overview.setFile(fileOf({{"a.first", values}, {"a.second", values}}));
        TensorTreeModel model(overview);
        model.setOrder(TensorTreeModel::Order::Outliers);
        QStringList seen;
        const auto detail = [&](std::size_t tensor) {
            return model.indexOf(tensor).data(TensorTreeModel::DetailRole).toString();
        };
        QList<std::size_t> exact;
        connect(&overview, &ModelOverview::ready, this, [&](std::size_t tensor) {
            seen << detail(tensor);
            if (!overview.madeGlance(tensor)->sampled) {
                exact << tensor;
            }
        });
        overview.measureFirst(1);
        QTRY_COMPARE(exact, (QList<std::size_t>{1, 0}));
        QCOMPARE(seen.first(), QStringLiteral("peak ≈ 1 × RMS"));
        // 50 / sqrt((199,999 + 2,500) / 200,000)
        QCOMPARE(detail(0), QStringLiteral("peak 49.7 × RMS"));
        QCOMPARE(detail(1), QStringLiteral("peak 49.7 × RMS"));
        model.setOrder(TensorTreeModel::Order::Error);
        // Ones are 3 steps of 50 / 127: 10 log10(202,499 / (199,999 × (150 / 127 − 1)²))
        QCOMPARE(detail(1), QStringLiteral("INT8 14.9 dB"));
        const QString tip = model.indexOf(std::size_t{1}).data(Qt::ToolTipRole).toString();
        QVERIFY2(!tip.contains(QStringLiteral("≈")), qPrintable(tip));
    }

    /// Only the levels that are looked at are built: the first of 100,000 tensors.
    void manyTensorsOpenLazily() {
        std::vector<Named> many;
        many.reserve(100'000);
        for (int i = 0; i < 100'000; ++i) {
            many.push_back({"model.layers." + std::to_string(i / 10) + ".part" +
                                std::to_string(i % 10) + ".weight",
                            {1.0F}});
        }
        ModelOverview overview;
        overview.setFile(fileOf(many));
        TensorTreeModel model(overview);
        QCOMPARE(model.rowCount(), 1);
        const QModelIndex layers = model.index(0, 0);
        QCOMPARE(model.rowCount(layers), 10'000);
        const QModelIndex last = model.indexOf(std::size_t{99'999});
        QCOMPARE(last.data().toString(), "part9.weight");
        QCOMPARE(last.parent().row(), 9'999);
        model.setFilter("layers.77.");
        QCOMPARE(model.matches(), 10);
    }

    void everyFormatByDrop_data() {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<QString>("title");
        for (const char* ending : {"safetensors", "npz", "gguf", "pt", "bin", "onnx"}) {
            QTest::newRow(ending) << ending << "w";
        }
        for (const char* ending : {"npy", "csv", "txt"}) {
            QTest::newRow(ending) << ending << "weights";  // by the file: it names none
        }
        QTest::newRow("folder") << "folder"
                                << "w";
    }

    void everyFormatByDrop() {
        QFETCH(QString, ending);
        QFETCH(QString, title);
        WorkbenchFixture f;
        const QTemporaryDir folder;
        QString path = write(folder, ending == "folder" ? QStringLiteral("safetensors") : ending);
        QVERIFY(!path.isEmpty());
        if (ending == "folder") {
            QFile config(folder.filePath("config.json"));
            QVERIFY(config.open(QIODevice::WriteOnly));
            config.write(R"({"num_hidden_layers":22,"hidden_size":64,"num_attention_heads":8,)"
                         R"("num_key_value_heads":2})");
            config.close();
            path = folder.path();
        }
        drop(f.window.get(), path);
        QTRY_VERIFY_WITH_TIMEOUT(f.bench->source() != nullptr, WorkbenchFixture::waitMilliseconds);
        QCOMPARE(f.bench->source()->summary.min, -2.0);
        QCOMPARE(f.bench->source()->summary.max, 1.0);
        QCOMPARE(f.bench->source()->title(), title);
        QVERIFY(!f.find<QFrame>("error_banner")->isVisible());
        auto* tree = f.find<QTreeView>("tensor_tree");
        QCOMPARE(tree->model()->rowCount(), 1);
        QVERIFY(tree->currentIndex().isValid());
        QVERIFY(f.find<QLabel>("model_totals")->text().contains("2 parameters"));
        if (ending == "folder") {
            auto* figures = f.find<QLabel>("model_architecture");
            QTRY_VERIFY(figures->isVisible());
            for (const char* part : {"22 layers", "hidden 64", "8 heads", "2 KV heads"}) {
                QVERIFY2(figures->text().contains(QLatin1String(part)),
                         qPrintable(figures->text()));
            }
        }
    }

    /// The two files of a sharded model, as one.
    void shardsByDrop() {
        WorkbenchFixture f;
        const QTemporaryDir folder;
        for (const int part : {1, 2}) {
            WeightOutput output;
            const std::string name = part == 1 ? "w1" : "w2";
            output.tensors.push_back(
                outputOf(Tensor(name, {2}, {static_cast<float>(part), -2.0F})));
            const QString path = folder.filePath(QStringLiteral("part%1.safetensors").arg(part));
            QVERIFY(writeWeights(path.toStdString(), WriteFormat::Safetensors, output).has_value());
        }
        QFile index(folder.filePath("model.safetensors.index.json"));
        QVERIFY(index.open(QIODevice::WriteOnly));
        index.write(R"({"weight_map":{"w1":"part1.safetensors","w2":"part2.safetensors"}})");
        index.close();
        for (const QString& path : {folder.path(), index.fileName()}) {
            drop(f.window.get(), path);
            QTRY_VERIFY_WITH_TIMEOUT(f.bench->file() != nullptr && f.jobs.waitForIdle(1),
                                     WorkbenchFixture::waitMilliseconds);
            QCOMPARE(f.bench->file()->tensors().size(), std::size_t{2});
            QVERIFY(f.find<QLabel>("model_totals")->text().contains("4 parameters"));
            QVERIFY(!f.find<QFrame>("error_banner")->isVisible());
        }
    }

    void realFilesByDrop_data() {
        QTest::addColumn<QString>("name");
        for (const char* name :
             {"g2p_all_types.gguf", "gguf_bigendian.gguf", "g2p_checkpoint20.npz", "mtcnn_pnet.pt",
              "mtcnn_pnet_zip.pt", "torch_legacy_113.pt", "onnx_initializer_kinds.onnx",
              "silero_vad_16k.safetensors"}) {
            QTest::newRow(name) << name;
        }
    }

    void realFilesByDrop() {
        QFETCH(QString, name);
        ZEROPOINT_NEED_GOLDEN("weights/" + name);
        WorkbenchFixture f;
        drop(f.window.get(), test::golden("weights/" + name));
        QTRY_VERIFY_WITH_TIMEOUT(f.bench->source() != nullptr, WorkbenchFixture::waitMilliseconds);
        QCOMPARE(f.find<QLabel>("tensor_count")->text(),
                 QString::number(f.bench->file()->tensors().size()));
        QVERIFY(!f.find<QFrame>("error_banner")->isVisible());
    }

    /// One after the other into one window: a notice for each that is not opened, and the program
    /// still opens a good file in the end.
    void malformedFilesByDrop() {
        const QString shared = test::golden("malformed");
        const QDir folder(QFileInfo::exists(shared) ? shared : test::testData("malformed"));
        const QFileInfoList files = folder.entryInfoList(QDir::Files);
        QVERIFY(files.size() > 20);
        WorkbenchFixture f;
        auto* banner = f.find<QFrame>("error_banner");
        int refused = 0;
        for (const QFileInfo& file : files) {
            const SourcePtr before = f.bench->source();
            banner->hide();
            drop(f.window.get(), file.filePath());
            QTRY_VERIFY2_WITH_TIMEOUT(banner->isVisible() || f.bench->source() != before,
                                      qPrintable(file.fileName()),
                                      WorkbenchFixture::waitMilliseconds);
            if (banner->isVisible()) {
                const QString text = f.find<QLabel>("error_text")->text();
                QVERIFY2(text.contains(file.fileName()), qPrintable(text));
                ++refused;
            }
            QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        }
        QVERIFY(refused > files.size() / 2);
        const QTemporaryDir good;
        drop(f.window.get(), write(good, "csv"));
        QTRY_VERIFY_WITH_TIMEOUT(f.bench->source() && f.bench->source()->title() == "weights" &&
                                     f.bench->source()->summary.min == -2,
                                 WorkbenchFixture::waitMilliseconds);
    }

    void badFilesByDrop_data() {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<int>("length");
        for (const char* ending : {"safetensors", "npz", "npy", "gguf", "pt", "onnx"}) {
            QTest::addRow("%s cut in half", ending) << ending << -2;
            QTest::addRow("%s of nothing", ending) << ending << 0;
        }
        QTest::newRow("csv of words") << "csv" << -1;
    }

    /// A clear notice that names the file; what was open stays.
    void badFilesByDrop() {
        QFETCH(QString, ending);
        QFETCH(int, length);
        WorkbenchFixture f;
        const QTemporaryDir folder;
        const QString good = folder.filePath("good.csv");
        QVERIFY(QFile::copy(write(folder, "csv"), good));
        drop(f.window.get(), good);
        QTRY_VERIFY_WITH_TIMEOUT(f.bench->source() != nullptr, WorkbenchFixture::waitMilliseconds);
        const SourcePtr before = f.bench->source();
        const QString path = write(folder, ending);
        QFile file(path);
        QVERIFY(length == -1 ? file.open(QIODevice::WriteOnly) && file.write("a\nb\n") > 0
                             : file.resize(length == 0 ? 0 : file.size() / -length));
        file.close();
        drop(f.window.get(), path);
        auto* banner = f.find<QFrame>("error_banner");
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), WorkbenchFixture::waitMilliseconds);
        const QString text = f.find<QLabel>("error_text")->text();
        QVERIFY2(text.contains("weights." + ending), qPrintable(text));
        QCOMPARE(f.bench->source(), before);
        QCOMPARE(f.find<QLabel>("tensor_count")->text(), "1");
    }

    /// A packed array above the limit: the error offers the one way out, and it works.
    void raisesTheLimitOnInflatedArrays() {
        WorkbenchFixture f;
        const QString path = test::testData("npz_million_zeros.npz");
        f.bench->openFile(path, {1000});
        auto* banner = f.find<QFrame>("error_banner");
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), WorkbenchFixture::waitMilliseconds);
        QVERIFY(f.find<QLabel>("error_text")->text().contains("limit"));
        auto* raise = f.find<QToolButton>("raise_limit");
        QTRY_VERIFY(raise->isVisible());
        QVERIFY(raise->focusPolicy() & Qt::TabFocus);
        QTest::mouseClick(raise, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(f.bench->source() != nullptr, WorkbenchFixture::waitMilliseconds);
        QVERIFY(!banner->isVisible());
        // Other failures have no such way out.
        const QTemporaryDir folder;
        const QString bad = folder.filePath("bad.npz");
        QVERIFY(QFile::copy(path, bad) && QFile(bad).resize(100));
        f.bench->openFile(bad);
        QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), WorkbenchFixture::waitMilliseconds);
        QVERIFY(f.jobs.waitForIdle(WorkbenchFixture::waitMilliseconds));
        QVERIFY(!raise->isVisible());
    }

    /// What a reader left out is said beside the tensors, and among the facts of the file.
    void remarksOfTheReader() {
        WorkbenchFixture f;
        const QTemporaryDir folder;
        const QString table = folder.filePath("table.csv");
        const QString plain = folder.filePath("plain.csv");
        for (const auto& [path, text] :
             {std::pair{table, ",a,b\n0,0.5,1\n1,-2,4\n"}, {plain, "a,b\n0.5,1\n-2,4\n"}}) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(text);
        }
        drop(f.window.get(), table);
        QTRY_VERIFY_WITH_TIMEOUT(f.bench->file() != nullptr, WorkbenchFixture::waitMilliseconds);
        auto* notes = f.find<QLabel>("model_notes");
        QTRY_VERIFY(notes->isVisible());
        QVERIFY2(notes->text().contains("left out"), qPrintable(notes->text()));
        QTest::mouseClick(f.find<QPushButton>("about_file"), Qt::LeftButton);
        auto* facts = f.window->findChild<QTreeWidget*>("model_info");
        QVERIFY(facts != nullptr);
        const auto rows = facts->findItems("Index column", Qt::MatchExactly | Qt::MatchRecursive);
        QCOMPARE(rows.size(), qsizetype{1});
        QVERIFY(facts->findItems("index", Qt::MatchExactly | Qt::MatchRecursive).isEmpty());
        QTest::keyClick(facts, Qt::Key_Escape);
        f.bench->openFile(plain);
        QTRY_VERIFY_WITH_TIMEOUT(!notes->isVisible(), WorkbenchFixture::waitMilliseconds);
    }

    /// Search, order, the tree and the facts of the file, by keyboard alone.
    void keyboardReachesAll() {
        WorkbenchFixture f;
        const QTemporaryDir folder;
        WeightOutput output;
        output.metadata = {{"trained", "yesterday"}};
        for (int i = 0; i < 20; ++i) {
            output.tensors.push_back(
                outputOf(Tensor("blocks." + std::to_string(i) + ".weight", {i + 1, 2},
                                std::vector<float>(2 * (i + 1), 0.5F))));
        }
        const QString path = folder.filePath("model.safetensors");
        QVERIFY(writeWeights(path.toStdString(), WriteFormat::Safetensors, output).has_value());
        drop(f.window.get(), path);
        QTRY_VERIFY_WITH_TIMEOUT(f.bench->source() != nullptr, WorkbenchFixture::waitMilliseconds);
        auto* search = f.find<QLineEdit>("tensor_search");
        auto* order = f.find<QComboBox>("tensor_order");
        auto* tree = f.find<QTreeView>("tensor_tree");
        QVERIFY(search->isVisible() && order->isVisible());
        for (QWidget* widget : {static_cast<QWidget*>(search), static_cast<QWidget*>(order),
                                static_cast<QWidget*>(tree)}) {
            QVERIFY(widget->focusPolicy() & Qt::TabFocus);
            QVERIFY(!widget->accessibleName().isEmpty());
        }
        order->setFocus();
        QTest::keyClick(order, Qt::Key_Down);
        const QModelIndex blocks = tree->model()->index(0, 0);
        QCOMPARE(blocks.data().toString(), "blocks");
        QCOMPARE(tree->model()->index(0, 0, blocks).data().toString(), "19.weight");
        search->setFocus();
        QTest::keyClicks(search, "blocks.7.");
        QCOMPARE(f.find<QLabel>("tensor_count")->text(), "1 of 20");
        tree->setFocus();
        tree->setCurrentIndex(tree->model()->index(0, 0));
        QTest::keyClick(tree, Qt::Key_Return);
        QTRY_COMPARE(f.bench->source()->title(), "blocks.7.weight");
        auto* about = f.find<QPushButton>("about_file");
        about->setFocus();
        QTest::keyClick(about, Qt::Key_Space);
        auto* facts = f.window->findChild<QTreeWidget*>("model_info");
        QVERIFY(facts != nullptr);
        const auto rows = facts->findItems("trained", Qt::MatchExactly | Qt::MatchRecursive);
        QCOMPARE(rows.size(), qsizetype{1});
        QCOMPARE(rows.first()->text(1), "yesterday");
    }
};

QTEST_MAIN(TestModelView)
#include "tst_model_view.moc"
