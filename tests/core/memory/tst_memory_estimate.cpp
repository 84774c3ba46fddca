// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/cache_forms.h"
#include "core/memory/catalogue.h"
#include "core/memory/device_fit.h"
#include "core/memory/estimate.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <algorithm>
#include <cmath>

using namespace zeropoint;

namespace {

Architecture model(const char* id) {
    return findArchitecture(shippedArchitectures(), id).value();
}

StoredFormat form(std::int64_t group, std::int64_t doubleBlock = 0) {
    StoredFormat format;
    format.group = group;
    format.doubleBlock = doubleBlock;
    return format;
}

MemoryRequest request(const char* id, const char* format = "bf16") {
    MemoryRequest r;
    if (id != nullptr) {
        r.architecture = model(id);
    }
    r.weights = planOf(format).value();
    r.cache.keyFormat = r.cache.valueFormat = findStoredFormat("f16").value();
    r.states = *findStateAssumption(16);
    return r;
}

MemoryRequest countOf(double parameters, const char* format = "bf16") {
    MemoryRequest r = request(nullptr, format);
    r.parameters = std::int64_t(parameters);
    return r;
}

}  // namespace

/// The figures of the literature, and sums by hand.
class TestMemoryEstimate : public QObject {
    Q_OBJECT

private slots:
    void weightsOfACount_data() {
        QTest::addColumn<double>("parameters");
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("block");
        QTest::addColumn<int>("doubleBlock");
        QTest::addColumn<double>("gigabytes");
        QTest::addColumn<double>("tolerance");
        QTest::newRow("70B FP32") << 70e9 << "fp32" << 0 << 0 << 280.0 << 0.0;
        QTest::newRow("70B FP16") << 70e9 << "fp16" << 0 << 0 << 140.0 << 0.0;
        QTest::newRow("70B INT8") << 70e9 << "int8" << 0 << 0 << 70.0 << 0.0;
        QTest::newRow("70B INT4") << 70e9 << "int4" << 0 << 0 << 35.0 << 0.0;
        QTest::newRow("70B Q8_0") << 70e9 << "q8_0" << 0 << 0 << 70.0 * 34 / 32 << 1e-6;
        QTest::newRow("70B NF4 64") << 70e9 << "nf4" << 64 << 0 << 70.0 * 4.5 / 8 << 1e-6;
        QTest::newRow("70B double NF4") << 70e9 << "nf4" << 64 << 256 << 36.1 << 0.02;
        // The same in bits: 4 + 8/64 + 32/(64 x 256) = 4.126953125, and the mean's four bytes.
        QTest::newRow("64 blocks")
            << 64.0 * 256 << "nf4" << 64 << 256 << (64 * 256 * 4.126953125 / 8 + 4) / 1e9 << 1e-15;
    }
    void weightsOfACount() {
        QFETCH(double, parameters);
        QFETCH(QString, format);
        QFETCH(int, block);
        QFETCH(int, doubleBlock);
        QFETCH(double, gigabytes);
        QFETCH(double, tolerance);
        MemoryRequest r = countOf(parameters);
        r.weights = planOf(format.toStdString(), form(block, doubleBlock)).value();
        const auto estimate = estimateMemory(r).value();
        QCOMPARE_LE(std::abs(double(estimate.weights) / 1e9 - gigabytes), tolerance);
        QCOMPARE(estimate.parameters, std::int64_t(parameters));
        QCOMPARE(estimate.total(), estimate.weights);
    }

    /// Dettmers et al. 2023: double quantization saves 0.373 bits a parameter, about 3 GB at 65B.
    void doubleQuantizationSaves() {
        MemoryRequest r = countOf(65e9);
        r.weights = planOf("nf4", form(64)).value();
        const auto plain = estimateMemory(r).value().weights;
        r.weights = planOf("nf4", form(64, 256)).value();
        const double saved = double(plain - estimateMemory(r).value().weights);
        QCOMPARE_LE(std::abs(8 * saved / 65e9 - 0.373047), 1e-6);
        QCOMPARE_LE(std::abs(saved / 1e9 - 3.03), 0.005);
    }

    void trainingStates_data() {
        QTest::addColumn<double>("bytes");
        QTest::addColumn<double>("gigabytes");
        QTest::newRow("12") << 12.0 << 840.0;
        QTest::newRow("16") << 16.0 << 1120.0;
        QTest::newRow("18") << 18.0 << 1260.0;
        QTest::newRow("8") << 8.0 << 560.0;
        QTest::newRow("10") << 10.0 << 700.0;
    }
    void trainingStates() {
        QFETCH(double, bytes);
        QFETCH(double, gigabytes);
        MemoryRequest r = countOf(70e9);
        r.mode = MemoryMode::Full;
        r.states = *findStateAssumption(bytes);
        const auto estimate = estimateMemory(r).value();
        QCOMPARE(double(estimate.total()) / 1e9, gigabytes);
        QCOMPARE(estimate.trainableParameters, std::int64_t(70e9));
        QVERIFY(std::any_of(estimate.rows.begin(), estimate.rows.end(), [&](const MemoryRow& row) {
            return row.explains.find(std::to_string(int(bytes)) + " bytes") != std::string::npos;
        }));
    }

    /// QLoRA: full 16-bit fine-tuning of 65B takes over 780 GB.
    void qloraPaper() {
        MemoryRequest r = countOf(65e9);
        r.mode = MemoryMode::Full;
        r.states = *findStateAssumption(12);
        QCOMPARE(estimateMemory(r).value().total(), std::int64_t(780e9));
    }

    void optimizers() {
        MemoryRequest r = countOf(1e9);
        r.mode = MemoryMode::Full;
        QCOMPARE(estimateMemory(r).value().optimizer, std::int64_t(12e9));
        r.optimizer = MemoryOptimizer::AdamW8bit;
        QCOMPARE(estimateMemory(r).value().optimizer, std::int64_t(6e9));
        r.optimizer = MemoryOptimizer::Sgd;
        QCOMPARE(estimateMemory(r).value().optimizer, std::int64_t(4e9));
    }

    void cacheOfAToken_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("context");
        QTest::addColumn<qint64>("bytes");
        QTest::newRow("Llama 2 7B") << "llama-2-7b" << 1 << qint64{524'288};
        QTest::newRow("Llama 2 7B, 4,096")
            << "llama-2-7b" << 4096 << qint64{2} * 1024 * 1024 * 1024;
        QTest::newRow("Llama 2 70B") << "llama-2-70b" << 1 << qint64{327'680};
        QTest::newRow("Llama 3 8B") << "llama-3-8b" << 1 << qint64{131'072};
        // 10 full layers of 131,072 and 52 windows of 1,024 slots, 2 x 16 x 128 values, two bytes.
        QTest::newRow("Gemma 3 27B")
            << "gemma-3-27b" << 131072 << qint64{10 * 131072 + 52 * 1024} * 2 * 16 * 128 * 2;
        QTest::newRow("DeepSeek-V3") << "deepseek-v3" << 1 << qint64{61 * 576 * 2};
        QTest::newRow("Jamba") << "jamba-v0.1" << 1 << qint64{4 * 2 * 8 * 128 * 2};
    }
    void cacheOfAToken() {
        QFETCH(QString, id);
        QFETCH(int, context);
        QFETCH(qint64, bytes);
        MemoryRequest r = request(id.toStdString().c_str());
        r.cache.context = context;
        QCOMPARE(qint64(estimateMemory(r).value().kvCache), bytes);
        r.cache.sequences = 3;
        QCOMPARE(qint64(estimateMemory(r).value().kvCache), 3 * bytes);
    }

    /// Latent rows unfolded: 128 heads x (128 + 64) of keys and x 128 of values in place of
    /// 512 + 64. Shared heads: 64 query heads for 8. Nothing is shared in Llama 2 7B.
    void formsOfTheCache() {
        const auto times = [](const char* id, CacheForm form) {
            return timesCompact(model(id), form);
        };
        QCOMPARE(times("deepseek-v3", CacheForm::Expanded), 128 * (192 + 128) / 576.0);
        QCOMPARE(times("deepseek-v3", CacheForm::LatentTransposed), (576 + 512) / 576.0);
        QCOMPARE(times("deepseek-v3", CacheForm::Compact), 1.0);
        QCOMPARE(times("llama-2-70b", CacheForm::EveryHead), 8.0);
        QCOMPARE(times("llama-2-70b", CacheForm::Expanded), 1.0);
        QCOMPARE(times("llama-2-7b", CacheForm::EveryHead), 1.0);
    }

    void adapters() {
        MemoryRequest r = request("llama-2-7b", "nf4");
        r.mode = MemoryMode::Qlora;
        r.adapters = {8, {"q", "v"}, false};
        const auto estimate = estimateMemory(r).value();
        QCOMPARE(estimate.trainableParameters, std::int64_t{4'194'304});
        QCOMPARE(estimate.adapters, std::int64_t{4 * 4'194'304});
        QCOMPARE(estimate.gradients, std::int64_t{4 * 4'194'304});
        QCOMPARE(estimate.optimizer, std::int64_t{8 * 4'194'304});
        QCOMPARE(estimate.kvCache, std::int64_t{0});
        // Embedding and head (2 x 131,072,000) and 65 norms of 4,096 stay BF16.
        const std::int64_t linear = 6'738'415'616 - 262'144'000 - 65 * 4096;
        QCOMPARE(estimate.weights, linear * 9 / 16 + 2 * (262'144'000 + 65 * 4096));
    }

    /// GPT-3: 96 layers of 12,288, q and v: rank 1 has 4.7 M, rank 8 37.7 M (Hu et al. 2021).
    void adaptersOfGpt3() {
        Architecture a = model("gpt2");
        a.layers.assign(96, LayerKind::Full);
        a.hidden = 12288;
        a.heads = a.kvHeads = 96;
        a.headDim = 128;
        const auto shapes = weightShapes(a);
        const auto count = [&](std::int64_t rank) {
            return countAdapters(a, shapes, {rank, {"q", "v"}, false}).value().parameters;
        };
        QCOMPARE(count(1), std::int64_t{4'718'592});
        QCOMPARE(count(8), std::int64_t{37'748'736});
    }

    /// What PEFT's print_trainable_parameters counts: rank x (in + out) of each nn.Linear (Conv1D)
    /// that the model's class in transformers has, by hand.
    void adaptersOfJoinedMatrices_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("targets");
        QTest::addColumn<qint64>("count");
        QTest::addColumn<QString>("joined");
        const auto row = [](const char* id, const char* targets, qint64 count, const char* joined) {
            QTest::addRow("%s, %s", id, targets) << id << targets << count << joined;
        };
        // Phi-3 mini, 32 layers: qkv_proj 3072 -> 9216, o_proj 3072 -> 3072, gate_up_proj
        // 3072 -> 16384, down_proj 8192 -> 3072.
        row("phi-3-mini-4k", "q", 8LL * (3072 + 9216) * 32, "qkv_proj");
        row("phi-3-mini-4k", "q,k,v", 3'145'728, "qkv_proj");
        row("phi-3-mini-4k", "qkv_proj", 3'145'728, "qkv_proj");
        row("phi-3-mini-4k", "v,up", 8LL * (3072 + 9216 + 3072 + 16384) * 32,
            "qkv_proj, gate_up_proj");
        row("phi-3-mini-4k", "all",
            8LL * (3072 + 9216 + 3072 + 3072 + 3072 + 16384 + 8192 + 3072) * 32,
            "qkv_proj, gate_up_proj");
        row("phi-3-mini-4k", "o,down", 8LL * (3072 + 3072 + 8192 + 3072) * 32, "");
        // Falcon 7B, 32 layers: query_key_value 4544 -> 4544 + 2 x 64.
        row("falcon-7b", "q,v", 2'359'296, "query_key_value");
        // MPT 7B, 32 layers: Wqkv 4096 -> 12288.
        row("mpt-7b", "q,k,v", 8LL * (4096 + 12288) * 32, "Wqkv");
        // GPT-2, 12 layers: c_attn 768 -> 2304, which PEFT's default finds: 294,912.
        row("gpt2", "q", 294'912, "c_attn");
        // Pythia 160M, 12 layers: query_key_value 768 -> 2304.
        row("pythia-160m", "v", 294'912, "query_key_value");
        // GLM-4 9B, 40 layers: q_proj of its own, gate_up_proj 4096 -> 27392.
        row("glm-4-9b", "gate", 8LL * (4096 + 27392) * 40, "gate_up_proj");
        // Phi-2's class has q_proj, k_proj and v_proj, 32 layers of 2560.
        row("phi-2", "q,k,v", 8LL * 3 * (2560 + 2560) * 32, "");
    }
    void adaptersOfJoinedMatrices() {
        QFETCH(QString, id);
        QFETCH(QString, targets);
        MemoryRequest r = request(id.toStdString().c_str());
        r.mode = MemoryMode::Lora;
        r.cache.context = 128;
        r.adapters = {8, {}, false};
        for (const QString& target : targets.split(',')) {
            r.adapters.targets.push_back(target.toStdString());
        }
        const auto estimate = estimateMemory(r);
        QVERIFY(estimate.has_value());
        QTEST(qint64(estimate->trainableParameters), "count");
        const auto row = std::find_if(
            estimate->rows.begin(), estimate->rows.end(),
            [](const MemoryRow& each) { return each.kind == MemoryRowKind::Adapters; });
        QVERIFY(row != estimate->rows.end());
        QTEST(QString::fromStdString(row->joined), "joined");
        QCOMPARE(QString::fromStdString(row->what).contains("one for the whole of"),
                 !row->joined.empty());
    }

    /// LitGPT's own: Phi-3 mini, 32 layers, three pairs of 3072 -> 3072.
    void adaptersApart() {
        const Architecture a = model("phi-3-mini-4k");
        const auto count = countAdapters(a, weightShapes(a), {8, {"q", "k", "v"}, true}).value();
        QCOMPARE(count.parameters, std::int64_t{8 * 3 * (3072 + 3072) * 32});
        QVERIFY(count.joined.empty());
        QVERIFY(!countAdapters(a, weightShapes(a), {8, {"qkv_proj"}, true}));
    }

    void adaptersOfQwen35() {
        // Qwen3_5GatedDeltaNet: in_proj_qkv and in_proj_z read the hidden state each.
        const Architecture a = model("qwen3.5-4b");
        std::int64_t expected = 0;
        for (const WeightShape& shape : weightShapes(a)) {
            if (shape.role == WeightRole::MixerIn) {
                expected += shape.rows + 2 * shape.columns;
            }
        }
        QVERIFY(expected > 0);
        const auto count = countAdapters(a, weightShapes(a), {1, {"ssm_in"}, false}).value();
        QCOMPARE(count.parameters, expected);
    }

    void rowsAddUp_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("mode");
        for (const Architecture& a : shippedArchitectures()) {
            for (int mode = 0; mode < 5; ++mode) {
                const bool small = mode == int(MemoryMode::Qlora);
                QTest::addRow("%s/%d", a.id.c_str(), mode)
                    << QString::fromStdString(a.id) << (small ? "nf4" : "q4_k_m") << mode;
            }
        }
    }
    void rowsAddUp() {
        QFETCH(QString, id);
        QFETCH(QString, format);
        QFETCH(int, mode);
        MemoryRequest r = request(id.toStdString().c_str(), format.toStdString().c_str());
        r.mode = MemoryMode(mode);
        r.cache.context = 512;
        r.overheadBytes = 1000;
        r.adapters.targets = {"o", "down"};
        const auto estimate = estimateMemory(r);
        QVERIFY2(estimate.has_value(), toString(test::errorOf(estimate)).c_str());
        std::int64_t sum = 0;
        for (const MemoryRow& row : estimate->rows) {
            QVERIFY(row.bytes >= 0 && !row.what.empty() && !row.formula.empty());
            sum += row.bytes;
        }
        QCOMPARE(sum, estimate->total());
    }

    /// By hand for Llama 2 7B: a token keeps 4 x 4,096 + 2 x 4,096 + 2 x 4,096 + 4 x 11,008 values
    /// in each of 32 layers, and its logits take 2 + 4 + 4 bytes a word.
    void activationsByHand() {
        MemoryRequest r = request("llama-2-7b");
        r.mode = MemoryMode::Lora;
        r.cache.context = 100;
        r.cache.sequences = 3;
        const std::int64_t kept = 8 * 4096 + 4 * 11008;
        const std::int64_t logits = 32000 * 10;
        QCOMPARE(estimateMemory(r).value().activations, 300 * (32 * kept * 2 + logits));
        r.activations.checkpointing = true;
        QCOMPARE(estimateMemory(r).value().activations, 300 * (32 * 4096 * 2 + logits));
    }

    /// DeepSeek-V3, one sequence of 200 tokens: queries and keys of 128 heads x 192, values and
    /// attention's output of 128 x 128; its dense layers' FFN is as wide as nine experts.
    void latentActivationsByHand() {
        MemoryRequest r = request("deepseek-v3");
        r.mode = MemoryMode::Full;
        r.cache.context = 200;
        const std::int64_t kept = 4 * 7168 + 2 * 128 * 192 + 2 * 128 * 128 + 4 * 18432;
        const std::int64_t logits = 129280 * 10;
        QCOMPARE(estimateMemory(r).value().activations, 200 * (61 * kept * 2 + logits));
    }

    /// A runtime's printed compute buffer of 127.80 MiB (Gemma 4 12B, micro-batch 512) within 1 %.
    void workingMemoryAsPrinted() {
        MemoryRequest r = request("gemma-4-12b");
        const double mib = double(estimateMemory(r).value().activations) / (1 << 20);
        QCOMPARE_LE(std::abs(mib / 127.80 - 1), 0.01);
    }

    /// Qwen3 0.6B with the logits of 512 tokens: a runtime prints 300.75 MiB.
    void everyLogitAsPrinted() {
        MemoryRequest r = request("qwen3-0.6b");
        r.activations.everyLogit = true;
        QCOMPARE(double(estimateMemory(r).value().activations) / (1 << 20), 300.75);
    }

    /// Full fine-tuning of Mistral 7B printed the same peak, 72.97 GB, at batch 4 and 8: it lies in
    /// the optimizer's step, where the activations of batch 4 are gone.
    void peakInTheStep() {
        MemoryRequest r = request("mistral-7b-v0.1");
        r.mode = MemoryMode::Full;
        r.states = *findStateAssumption(10);
        r.activations.checkpointing = true;
        r.cache.context = 4096;
        for (const int batch : {1, 2, 4}) {
            r.cache.sequences = batch;
            QCOMPARE(estimateMemory(r).value().total(), 10 * r.architecture->published);
        }
        QCOMPARE_LE(std::abs(10 * double(r.architecture->published) / 72.97e9 - 1), 0.01);
    }

    void badInput_data() {
        QTest::addColumn<double>("parameters");
        QTest::addColumn<qint64>("context");
        QTest::addColumn<qint64>("batch");
        QTest::newRow("no parameters") << 0.0 << qint64{1} << qint64{1};
        QTest::newRow("1e18") << 1e18 << qint64{1} << qint64{1};
        QTest::newRow("negative") << -1.0 << qint64{1} << qint64{1};
        QTest::newRow("no context") << 7e9 << qint64{0} << qint64{1};
        QTest::newRow("no batch") << 7e9 << qint64{1} << qint64{0};
        QTest::newRow("endless") << 7e9 << (qint64{1} << 40) << qint64{1};
    }
    void badInput() {
        QFETCH(double, parameters);
        QFETCH(qint64, context);
        QFETCH(qint64, batch);
        MemoryRequest r = countOf(parameters);
        r.cache.context = context;
        r.cache.sequences = batch;
        const auto result = estimateMemory(r);
        COMPARE_ERROR(result, ErrorCode::InvalidArgument);
        QVERIFY(!test::errorOf(result).remedy.empty());
    }

    void contextBeyondTheModel() {
        MemoryRequest r = request("llama-2-7b");
        r.cache.context = 8192;
        COMPARE_ERROR(estimateMemory(r), ErrorCode::InvalidArgument);
        r.cache.cells = 8192;  // what a runtime keeps that extends the model
        QCOMPARE(estimateMemory(r).value().kvCache, std::int64_t{8192} * 524'288);
    }

    void otherErrors() {
        MemoryRequest r = request("llama-2-7b");
        r.architecture->kvHeads = 5;
        COMPARE_ERROR(estimateMemory(r), ErrorCode::InvalidArgument);
        r = countOf(7e9);
        r.mode = MemoryMode::Lora;
        COMPARE_ERROR(estimateMemory(r), ErrorCode::InvalidArgument);
        r = request("llama-2-7b");
        r.mode = MemoryMode::Lora;
        r.adapters.rank = 100000;
        COMPARE_ERROR(estimateMemory(r), ErrorCode::InvalidArgument);
        r.adapters = {8, {"w"}};
        COMPARE_ERROR(estimateMemory(r), ErrorCode::InvalidArgument);
        r = request("llama-2-7b");
        r.cache.keyFormat = findStoredFormat("q8_0").value();
        r.architecture->headDim = 5;  // rows of 160 are whole blocks of 32, those of a head are not
        r.architecture->kvHeads = 1;
        COMPARE_ERROR(estimateMemory(r), ErrorCode::InvalidArgument);
    }

    void onADevice() {
        const Device card = findDevice(shippedDevices(), "rtx-3060-12").value();
        MemoryRequest r = request("llama-3.1-8b", "q4_k_m");
        r.cache.context = 8192;
        auto fit = fitOnDevice(r, estimateMemory(r).value(), card);
        QVERIFY(fit.verdict == FitVerdict::Fits);
        r.cache.context = 131072;
        fit = fitOnDevice(r, estimateMemory(r).value(), card);
        QVERIFY(fit.verdict == FitVerdict::FitsWithLess);
        r.cache.context = fit.longestContext;
        QCOMPARE_LE(estimateMemory(r).value().total(), card.available());
        ++r.cache.context;
        QCOMPARE_GT(estimateMemory(r).value().total(), card.available());
        r = request("llama-3.1-70b", "q4_k_m");
        fit = fitOnDevice(r, estimateMemory(r).value(), card);
        QVERIFY(fit.verdict == FitVerdict::DoesNotFit);
        QCOMPARE(fit.longestContext, std::int64_t{0});
    }

    void largestModel() {
        const Device card = findDevice(shippedDevices(), "rtx-3090").value();
        MemoryRequest r = countOf(7e9, "int4");
        const auto fit = fitOnDevice(r, estimateMemory(r).value(), card);
        QCOMPARE_LE(std::abs(double(fit.largestParameters) - 2.0 * double(card.available())), 4.0);
    }

    /// 448 and 936 GB/s: 97.0 and 62.4 tokens a second, the bounds of others for Llama 3 8B.
    void speedBounds() {
        Device card;
        card.memoryBytes = std::int64_t{1} << 40;
        card.bandwidthGBps = 448;
        MemoryRequest r = request("llama-3-8b", "q4_k_m");
        const auto small = fitOnDevice(r, estimateMemory(r).value(), card);
        QCOMPARE_LE(std::abs(small.tokensPerSecondBound - 97.0), 0.15);
        QCOMPARE_LT(small.tokensPerSecondBoundFullContext, small.tokensPerSecondBound);
        card.bandwidthGBps = 936;
        r = request("llama-3-8b", "f16");
        const auto large = fitOnDevice(r, estimateMemory(r).value(), card);
        QCOMPARE_LE(std::abs(large.tokensPerSecondBound - 62.4), 0.1);
    }

    /// Files whose sizes the mixes were not made from, as their publishers list them. Where the
    /// size is known to the byte, at most 4 MB of it are metadata.
    void mixesOfLaterFiles_data() {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("mix");
        QTest::addColumn<double>("gigabytes");
        QTest::addColumn<double>("within");
        const auto add = [](const char* model, const char* mix, double size, double within) {
            QTest::addRow("%s %s", model, mix) << model << mix << size << within;
        };
        add("llama-3-70b", "q4_k_m", 39.59 * (1 << 30) / 1e9, 0.0107);
        add("mixtral-8x7b", "q4_k_m", 28.4, 0.05);
        add("llama-2-7b", "q3_k_m", 3.30, 0.005);
        add("llama-2-7b", "q3_k_l", 3.60, 0.005);
        add("mistral-7b-v0.1", "q3_k_m", 3.52, 0.005);
        add("mistral-7b-v0.1", "q3_k_l", 3.82, 0.005);
        // Q, K and V stand in one matrix of these.
        add("phi-3-mini-4k", "q4_k_m", 2.393231072 - 0.002, 0.002);
        add("phi-3-mini-4k", "q5_k_m", 2.815275232 - 0.002, 0.002);
        add("phi-4", "q4_k_m", 9.053114816 - 0.002, 0.002);
    }
    void mixesOfLaterFiles() {
        QFETCH(QString, model);
        QFETCH(QString, mix);
        QFETCH(double, gigabytes);
        QFETCH(double, within);
        const auto estimate =
            estimateMemory(request(model.toUtf8().constData(), mix.toUtf8().constData()));
        const double weights = double(estimate.value().weights) / 1e9;
        QVERIFY2(std::abs(weights - gigabytes) <= within, qPrintable(QString::number(weights)));
    }
};

QTEST_APPLESS_MAIN(TestMemoryEstimate)
#include "tst_memory_estimate.moc"
