// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/peft_adapter.h"
#include "core/files/weight_file.h"
#include "tests/core/methods/models.h"
#include "tests/support/full_disk.h"
#include "tests/support/golden.h"
#include "tests/support/outcome.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace zeropoint;

namespace {

constexpr std::size_t rank = 3;
const char* const site = "layers.0.attn.q";

/// The base with a product of [out, 3] and [3, in] added to some weights.
Transformer<float> tunedBy(const Transformer<float>& base,
                           std::initializer_list<const char*> sites) {
    Transformer<float> tuned = base.clone();
    for (const char* name : sites) {
        const std::size_t index = *tuned.parameters().find(std::string(name) + ".weight");
        const Shape& shape = tuned.parameters().entries()[index].shape;
        const auto values = tuned.parameters().values(index);
        const auto columns = static_cast<std::size_t>(shape[1]);
        for (std::size_t i = 0; i < values.size(); ++i) {
            for (std::size_t k = 0; k < rank; ++k) {
                const double row = std::sin(static_cast<double>((i / columns + 1) * (k + 1)));
                const double column =
                    std::cos(static_cast<double>((i % columns + 2) * (2 * k + 1)));
                values[i] += static_cast<float>(0.01 * row * column);
            }
        }
    }
    return tuned;
}

}  // namespace

class TestPeftAdapter : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    std::string path(const char* name) const { return m_folder.filePath(name).toStdString(); }

private slots:
    /// base + B A, multiplied here, is the tuned weight to the rounding of float32.
    void theFactorsGiveTheTunedWeights() {
        const Transformer<float> base = test::smallModel();
        const Transformer<float> tuned = tunedBy(base, {site, "layers.1.ff1"});
        const auto report = writePeftAdapter(path("adapter"), {&base, &tuned, "sort"});
        QVERIFY2(report.has_value(), report ? "" : toString(report.error()).c_str());
        QCOMPARE(report->layers, std::size_t{2});
        QCOMPARE(report->rank, rank);
        const auto file = openWeightFile(path("adapter/adapter_model.safetensors"));
        QVERIFY2(file.has_value(), file ? "" : toString(file.error()).c_str());
        QCOMPARE((*file)->tensors().size(), std::size_t{4});
        for (const char* name : {site, "layers.1.ff1"}) {
            const std::string key = "base_model.model." + std::string(name);
            const Tensor a = (*file)->read((*file)->find(key + ".lora_A.weight").value()).value();
            const Tensor b = (*file)->read((*file)->find(key + ".lora_B.weight").value()).value();
            const std::size_t index = *base.parameters().find(std::string(name) + ".weight");
            const auto in = static_cast<std::size_t>(a.shape()[1]);
            QCOMPARE(a.shape()[0], std::int64_t{rank});
            QCOMPARE(b.shape()[1], std::int64_t{rank});
            for (std::size_t i = 0; i < base.parameters().values(index).size(); ++i) {
                double value = base.parameters().values(index)[i];
                for (std::size_t k = 0; k < rank; ++k) {
                    value +=
                        double{b.values()[i / in * rank + k]} * double{a.values()[k * in + i % in]};
                }
                QCOMPARE_LT(std::abs(value - double{tuned.parameters().values(index)[i]}), 1e-6);
            }
        }
    }

    void ofQlora_data() {
        QTest::addColumn<int>("rank");
        QTest::addColumn<bool>("head");
        QTest::newRow("of rank 4") << 4 << true;
        QTest::newRow("of more than half of the full rank") << 24 << true;
        QTest::newRow("head as it was") << 4 << false;
    }

    /// QLoRA's stand beside what NF4 made of the base, which is made here once more.
    void ofQlora() {
        QFETCH(int, rank);
        QFETCH(bool, head);
        const Transformer<float> base = test::smallModel();
        RunSpec run;
        run.method = MethodKind::Qlora;
        run.qlora.adapters.rank = static_cast<std::size_t>(rank);
        run.qlora.head = head;
        Transformer<float> model = base.clone();
        const auto qlora = attachQlora(model, run.qlora, 1).value();
        for (std::size_t i = 0; i < model.parameters().entries().size(); ++i) {
            if (model.parameters().entries()[i].name.ends_with("lora_b")) {
                for (std::size_t k = 0; k < model.parameters().values(i).size(); ++k) {
                    model.parameters().values(i)[k] =
                        static_cast<float>(0.01 * std::sin(static_cast<double>(k * k)));
                }
            }
        }
        const Transformer<float> tuned = withAdapters(model, qlora.adapters);
        const std::string folder = path(QTest::currentDataTag());
        AdapterExport adapters{&base, &tuned, "b", {}, run.qlora.adapters.rank};
        const auto report = writeRunAdapter(folder, run, adapters);
        QVERIFY2(report.has_value(), report ? "" : toString(report.error()).c_str());
        QCOMPARE(report->layers, std::size_t{12});
        QCOMPARE(report->rank, run.qlora.adapters.rank);
        QVERIFY(QString::fromStdString(report->storedAs).startsWith("nf4, blocks of 64"));
        const auto file = openWeightFile(folder + "/adapter_model.safetensors").value();
        const std::string key = std::string("base_model.model.") + site;
        const Tensor a = file->read(file->find(key + ".lora_A.weight").value()).value();
        const Tensor b = file->read(file->find(key + ".lora_B.weight").value()).value();
        const std::size_t index = *base.parameters().find(std::string(site) + ".weight");
        const auto weights = base.parameters().values(index);
        std::vector<float> frozen(weights.size());
        QVERIFY(dequantizeNf4(quantizeNf4(weights, {64, true, 256}).value(), frozen));
        const auto in = static_cast<std::size_t>(a.shape()[1]);
        const auto inner = static_cast<std::size_t>(a.shape()[0]);
        for (std::size_t i = 0; i < frozen.size(); ++i) {
            double value = frozen[i];
            for (std::size_t k = 0; k < inner; ++k) {
                value +=
                    double{b.values()[i / in * inner + k]} * double{a.values()[k * in + i % in]};
            }
            QCOMPARE_LT(std::abs(value - double{tuned.parameters().values(index)[i]}), 1e-6);
        }
        // Beside the base itself they are no adapters.
        COMPARE_ERROR(writePeftAdapter(path("plain"), adapters), ErrorCode::InvalidArgument);
        QVERIFY(!QFile::exists(m_folder.filePath("plain")));
    }

    void theConfigurationSaysWhatPeftAsks() {
        const Transformer<float> base = test::smallModel();
        const Transformer<float> tuned = tunedBy(base, {site});
        QVERIFY(writePeftAdapter(path("config"), {&base, &tuned, "my base"}));
        const QJsonObject config =
            QJsonDocument::fromJson(test::readAll(m_folder.filePath("config/adapter_config.json")))
                .object();
        QCOMPARE(config["peft_type"].toString(), QString("LORA"));
        QCOMPARE(config["r"].toInt(), int(rank));
        QCOMPARE(config["lora_alpha"].toInt(), int(rank));  // so that the factor is 1
        QCOMPARE(config["target_modules"].toArray(), QJsonArray{QString(site)});
        QCOMPARE(config["base_model_name_or_path"].toString(), QString("my base"));
    }

    void refused_data() {
        QTest::addColumn<QString>("kind");
        QTest::newRow("nothing differs") << "same";
        QTest::newRow("a bias") << "bias";
        QTest::newRow("an embedding") << "embedding";
        QTest::newRow("full rank") << "full";
        QTest::newRow("another model") << "config";
    }

    void refused() {
        QFETCH(QString, kind);
        const Transformer<float> base = test::smallModel();
        Transformer<float> tuned = tunedBy(base, {site});
        const auto change = [&](const char* name) {
            for (float& value : tuned.parameters().values(*tuned.parameters().find(name))) {
                value += value * value + 0.01F;
            }
        };
        if (kind == "same") {
            tuned = base.clone();
        } else if (kind == "bias") {
            change("layers.0.attn.q.bias");
        } else if (kind == "embedding") {
            change("tok_emb.weight");
        } else if (kind == "full") {
            change("layers.1.attn.o.weight");
        } else {
            tuned = test::smallModel(true);
        }
        COMPARE_ERROR(writePeftAdapter(path("refused"), {&base, &tuned, "b"}),
                      ErrorCode::InvalidArgument);
        QVERIFY(!QFile::exists(m_folder.filePath("refused")));
    }

    void nothingIsHalfWritten() {
        const Transformer<float> base = test::smallModel();
        const Transformer<float> tuned = tunedBy(base, {site});
        COMPARE_ERROR(writePeftAdapter(path("no/such/place"), {&base, &tuned, "b"}),
                      ErrorCode::WriteFailed);
        QVERIFY(writePeftAdapter(path("there"), {&base, &tuned, "b"}));
        COMPARE_ERROR(writePeftAdapter(path("there"), {&base, &tuned, "b"}),
                      ErrorCode::InvalidArgument);
        const QStringList before = QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden);
        const test::FullDisk full(100);
        const auto written = writePeftAdapter(path("full"), {&base, &tuned, "b"});
        COMPARE_ERROR(written, ErrorCode::WriteFailed);
        QCOMPARE(written.error().where, path("full"));
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::Hidden), before);
    }
};

QTEST_GUILESS_MAIN(TestPeftAdapter)
#include "tst_peft_adapter.moc"
