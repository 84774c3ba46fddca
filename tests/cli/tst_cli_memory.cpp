// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cli_run.h"
#include "tests/support/golden.h"
#include "tests/support/temporary_file.h"

#include <QJsonArray>
#include <QtTest>

#include <cmath>

using namespace zeropoint::test;

namespace {

CliRun memory(const QString& options) {
    std::vector<std::string> arguments = {"memory"};
    for (const QString& option : options.split(' ', Qt::SkipEmptyParts)) {
        arguments.push_back(option.toStdString());
    }
    return runCli(std::move(arguments));
}

}  // namespace

/// The verb `memory`: its options reach the estimator, its fields are those promised.
class TestCliMemory : public QObject {
    Q_OBJECT

private slots:
    void fields() {
        const CliRun run = memory("--params 70e9 --json");
        QCOMPARE(run.status, 0);
        QVERIFY(run.err.empty());
        const QJsonObject json = run.json();
        for (const char* key :
             {"weights_bytes", "kv_cache_bytes", "activations_bytes", "gradients_bytes",
              "optimizer_bytes", "adapters_bytes", "overhead_bytes", "total_bytes",
              "trainable_parameters", "parameters"}) {
            QVERIFY2(json[key].isDouble(), key);
        }
        QVERIFY(!json.contains("fits"));
        QCOMPARE(json["total_bytes"].toDouble(), 140e9);
    }

    void figures_data() {
        QTest::addColumn<QString>("options");
        QTest::addColumn<QString>("field");
        QTest::addColumn<double>("value");
        const auto row = [](const char* options, const char* field, double value) {
            QTest::newRow(options) << options << field << value;
        };
        row("--params 70e9 --format int4", "weights_bytes", 35e9);
        row("--params 65e9 --format nf4 --block 64", "weights_bytes", 65e9 * 4.5 / 8);
        row("--params 6400 --format int4 --block 64 --scale-format fp16 --asymmetric",
            "weights_bytes", 3200 + 200 + 50);
        row("--params 65e9 --mode full --bytes-per-param 12", "total_bytes", 780e9);
        row("--params 70e9 --mode full", "total_bytes", 1120e9);
        row("--params 70e9 --mode full --bytes-per-param 18", "total_bytes", 1260e9);
        row("--params 1e9 --mode full --bytes-per-param 20", "total_bytes", 20e9);
        row("--params 1e9 --mode full --optimizer adamw8bit", "optimizer_bytes", 6e9);
        row("--params 7e9 --bytes-per-param 1.5", "weights_bytes", 10.5e9);
        row("--model llama-2-7b", "parameters", 6738415616);
        row("--model llama-2-7b --mode lora --rank 8 --targets q,v", "trainable_parameters",
            4194304);
        // Rank 16 on all seven matrices: q, k, v, o of 4096 x 4096, three of 4096 x 11008.
        row("--model llama-2-7b --mode lora", "trainable_parameters",
            32.0 * 16 * (4 * 8192 + 3 * 15104));
        row("--model llama-2-7b --context 4096", "kv_cache_bytes", 2147483648);
        row("--model llama-3.1-8b --cells 2048 --k-format q5_1 --v-format q5_0", "kv_cache_bytes",
            92.0 * 1048576);
        row("--model gemma-4-12b --cells 0 --window-cells 1536 --batch 2", "kv_cache_bytes",
            960.0 * 1048576);
        row("--model gemma-4-12b --context 98304 --window-cells 0 --kv-format q8_0",
            "kv_cache_bytes", 816.0 * 1048576);
        row("--model deepseek-v2-lite --cells 65536 --k-format q8_kv --cache-form "
            "latent-transposed",
            "kv_cache_bytes", 2713.5 * 1048576);
        row("--model qwen3.5-27b --batch 4", "recurrent_state_bytes", 598.5 * 1048576);
        row("--model smollm2-135m --format bf16", "weights_bytes", 269060552 - 30536);
        row("--params 8e9 --layers 32 --heads 32 --kv-heads 8 --head-dim 128 --context 8192",
            "kv_cache_bytes", 1073741824);
        // Embedding and head 2 x 80, two layers of 16 + 4 x 64 + 3 x 128, the last norm.
        row("--layers 2 --hidden 8 --heads 2 --ffn 16 --vocab 10", "parameters", 1480);
        row("--model llama-2-7b --overhead 1000", "overhead_bytes", 1000);
        row("--model mixtral-8x7b --format q4_k --head q6_k --types "
            "attn_v=q8_0,attn_k=q8_0,attn_output=q4_k,ffn_gate_inp=f16",
            "weights_bytes", 26440753152);
        row("--model llama-3.2-1b --format q4_0 --importance-matrix", "weights_bytes",
            729.75 * 1048576);
    }
    void figures() {
        QFETCH(QString, options);
        QFETCH(QString, field);
        QFETCH(double, value);
        const CliRun run = memory(options + " --json");
        QVERIFY2(run.status == 0, run.err.c_str());
        const double got = run.json()[field].toDouble();
        // 729.75 MiB is a figure of two decimals; all others are exact.
        QVERIFY2(std::abs(got - value) <= (value == 729.75 * 1048576 ? 5243 : 0),
                 qPrintable(QString::number(got, 'f', 0)));
    }

    /// What was typed and changes nothing is named; what has a part is not, default or no.
    void idleOptionsAreNamed_data() {
        QTest::addColumn<QString>("options");
        QTest::addColumn<QStringList>("idle");
        const auto row = [](const char* options, const QStringList& idle) {
            QTest::newRow(options) << options << idle;
        };
        row("--model llama-2-7b --context 4096 --batch 2 --kv-format q8_0", {});
        row("--model llama-2-7b --mode lora --rank 8 --targets q,v --optimizer sgd", {});
        row("--model llama-2-7b --rank 8 --optimizer sgd --checkpointing",
            {"--checkpointing", "--optimizer", "--rank"});
        row("--model llama-2-7b --mode full --kv-format q8_0", {"--kv-format"});
        row("--model llama-3-8b --window-cells 5", {"--window-cells"});
        row("--model gemma-2-9b --window-cells 512 --cells 1024", {});
        row("--model llama-3-8b --cache-form latent-transposed", {"--cache-form"});
        row("--params 7e9 --context 100000 --batch 8 --kv-format q8_0",
            {"--batch", "--context", "--kv-format"});
        row("--params 7e9 --format int4 --block 64 --scale-format fp16 --asymmetric", {});
    }
    void idleOptionsAreNamed() {
        QFETCH(QString, options);
        QFETCH(QStringList, idle);
        const CliRun run = memory(options);
        QVERIFY2(run.status == 0, run.err.c_str());
        QStringList named;
        for (const QString& line : QString::fromStdString(run.err).split('\n')) {
            if (line.contains("has no part")) {
                named << line.section(' ', 2, 2);
            }
        }
        named.sort();
        QCOMPARE(named, idle);
    }

    void wrongCalls_data() {
        QTest::addColumn<QString>("options");
        QTest::addColumn<QString>("part");
        const auto row = [](const char* options, const char* part) {
            QTest::newRow(*options != 0 ? options : "nothing") << options << part;
        };
        row("", "--model");
        row("--params 0", "from 1 to 1e15");
        row("--params 1e18", "from 1 to 1e15");
        row("--params 1.5", "from 1 to 1e15");
        row("--params nan", "from 1 to 1e15");
        row("--params seven", "from 1 to 1e15");
        row("--params -7e9", "from 1 to 1e15");
        row("--model llama-9", "Nearest");
        row("--model llama-2-7b --context 8192", "beyond the model's 4096");
        row("--model llama-2-7b --context 0", "context");
        row("--model llama-2-7b --batch 0", "batch");
        row("--model llama-2-7b --cells -1", "cells");
        row("--model llama-2-7b --kv-format q9", "--kv-format");
        row("--model llama-2-7b --format q9", "--format");
        row("--model llama-2-7b --device nothing", "Nearest");
        row("--model llama-2-7b --layers 3", "--layers");
        row("--model llama-2-7b --params 7e9", "");
        row("--model llama-2-7b --mode lora --targets w", "'w'");
        row("--model llama-2-7b --mode lora --rank 0", "rank");
        row("--model llama-2-7b --types attn_w=q8_0", "ROLE=FORMAT");
        row("--model llama-2-7b --mode full --format int4", "the mode qlora");
        row("--model llama-2-7b --format bf16 --block 64", "no scales");
        row("--params 7e9 --format int4 --double-quant 256", "--block");
        row("--params 7e9 --format q4_k_m", "such as q4_k");
        row("--params 7e9 --mode lora", "shapes");
        row("--params 7e9 --mode full --bytes-per-param 0", "--bytes-per-param");
        row("--params 7e9 --mode full --bytes-per-param 12 --optimizer sgd", "--optimizer");
        row("--params 8e9 --layers 32 --heads 32 --kv-heads 5 --head-dim 128", "do not divide");
        row("--layers 2 --hidden 8 --heads 2", "--vocab");
        row("--layers 2 --hidden 9 --heads 2 --vocab 10", "--head-dim");
    }
    void wrongCalls() {
        QFETCH(QString, options);
        QFETCH(QString, part);
        const CliRun run = memory(options);
        QCOMPARE(run.status, 2);
        QVERIFY(run.out.empty());
        const auto message = QString::fromStdString(run.err);
        QVERIFY2(message.contains(part) && message.count('\n') == 1, run.err.c_str());
    }

    void devices() {
        const QJsonObject fits =
            memory("--model llama-3.1-8b --format q4_k_m --device rtx-4090 --json").json();
        QCOMPARE(fits["fits"], true);
        QCOMPARE(fits["device"].toObject()["verdict"], "fits");
        const QJsonObject less =
            memory("--model llama-3.1-8b --format f16 --context 131072 --device rtx-4090 --json")
                .json();
        QCOMPARE(less["fits"], false);
        QCOMPARE(less["device"].toObject()["verdict"], "fits with less context");
        QCOMPARE_GT(less["device"].toObject()["longest_context"].toDouble(), 10000.0);
        const QJsonObject never = memory("--model llama-3.1-70b --device rtx-4090 --json").json();
        QCOMPARE(never["device"].toObject()["verdict"], "does not fit");
    }

    void list() {
        const QJsonObject json = memory("--list --json").json();
        QCOMPARE_GE(json["architectures"].toArray().size(), 40);
        QCOMPARE_GE(json["devices"].toArray().size(), 30);
        const CliRun text = memory("--list");
        QCOMPARE(text.status, 0);
        QVERIFY(text.out.find("llama-3.1-8b") != std::string::npos);
    }

    void filesOfOnesOwn() {
        const TemporaryFile good(R"({"architectures": [{"id": "mine", "layers": "2F", "hidden": 8,
            "heads": 2, "ffn": 16, "vocabulary": 10, "context": 64}]})");
        const QString catalogue = QString::fromStdString(good.path());
        QCOMPARE(memory("--catalogue " + catalogue + " --model mine --json").json()["parameters"],
                 1480);
        const TemporaryFile bad(R"({"architectures": [{"id": "mine", "layers": "2Q"}]})");
        const CliRun run =
            memory("--catalogue " + QString::fromStdString(bad.path()) + " --model mine");
        QCOMPARE(run.status, 1);
        QVERIFY2(run.err.find(bad.path()) != std::string::npos, run.err.c_str());
        QCOMPARE(memory("--catalogue /nowhere.json --model mine").status, 1);
        const TemporaryFile unknown(R"({"model_type": "rwkv", "hidden_size": 8})");
        const CliRun config = memory("--config " + QString::fromStdString(unknown.path()));
        QCOMPARE(config.status, 1);
        QVERIFY2(config.err.find("'rwkv' is not known") != std::string::npos, config.err.c_str());
    }
};

QTEST_APPLESS_MAIN(TestCliMemory)
#include "tst_cli_memory.moc"
