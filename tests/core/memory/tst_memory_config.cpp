// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/weight_file.h"
#include "core/memory/architecture_config.h"
#include "core/memory/catalogue.h"
#include "core/memory/layer_pattern.h"
#include "core/memory/weight_shapes.h"
#include "tests/support/gguf_bytes.h"
#include "tests/support/golden.h"
#include "tests/support/outcome.h"
#include "tests/support/temporary_file.h"

#include <QtTest>

using namespace zeropoint;

namespace {

struct Known {
    const char* id;  ///< of the catalogue, whose counts are the published ones
    const char* config;
};

// What these models' config.json files say that bears on their shapes.
const Known known[] = {
    {"llama-3.1-8b", R"({"model_type": "llama", "hidden_size": 4096, "num_hidden_layers": 32,
        "num_attention_heads": 32, "num_key_value_heads": 8, "intermediate_size": 14336,
        "vocab_size": 128256, "max_position_embeddings": 131072, "tie_word_embeddings": false})"},
    {"llama-3.2-1b", R"({"model_type": "llama", "hidden_size": 2048, "num_hidden_layers": 16,
        "num_attention_heads": 32, "num_key_value_heads": 8, "head_dim": 64,
        "intermediate_size": 8192, "vocab_size": 128256, "max_position_embeddings": 131072,
        "tie_word_embeddings": true})"},
    {"mistral-7b-v0.1", R"({"model_type": "mistral", "hidden_size": 4096, "num_hidden_layers": 32,
        "num_attention_heads": 32, "num_key_value_heads": 8, "intermediate_size": 14336,
        "vocab_size": 32000, "max_position_embeddings": 32768, "sliding_window": 4096})"},
    {"mistral-7b-v0.3", R"({"model_type": "mistral", "hidden_size": 4096, "num_hidden_layers": 32,
        "num_attention_heads": 32, "num_key_value_heads": 8, "intermediate_size": 14336,
        "vocab_size": 32768, "max_position_embeddings": 32768, "sliding_window": null})"},
    {"mixtral-8x7b", R"({"model_type": "mixtral", "hidden_size": 4096, "num_hidden_layers": 32,
        "num_attention_heads": 32, "num_key_value_heads": 8, "intermediate_size": 14336,
        "vocab_size": 32000, "num_local_experts": 8, "num_experts_per_tok": 2,
        "max_position_embeddings": 32768})"},
    {"qwen2.5-7b", R"({"model_type": "qwen2", "hidden_size": 3584, "num_hidden_layers": 28,
        "num_attention_heads": 28, "num_key_value_heads": 4, "intermediate_size": 18944,
        "vocab_size": 152064, "max_position_embeddings": 131072, "sliding_window": 131072,
        "use_sliding_window": false, "tie_word_embeddings": false})"},
    {"qwen3-0.6b", R"({"model_type": "qwen3", "hidden_size": 1024, "num_hidden_layers": 28,
        "num_attention_heads": 16, "num_key_value_heads": 8, "head_dim": 128,
        "intermediate_size": 3072, "vocab_size": 151936, "tie_word_embeddings": true,
        "max_position_embeddings": 40960, "sliding_window": null, "attention_bias": false})"},
    {"qwen3-30b-a3b", R"({"model_type": "qwen3_moe", "hidden_size": 2048, "num_hidden_layers": 48,
        "num_attention_heads": 32, "num_key_value_heads": 4, "head_dim": 128,
        "intermediate_size": 6144, "moe_intermediate_size": 768, "num_experts": 128,
        "num_experts_per_tok": 8, "decoder_sparse_step": 1, "mlp_only_layers": [],
        "vocab_size": 151936, "max_position_embeddings": 40960})"},
    {"gemma-2-9b", R"({"model_type": "gemma2", "hidden_size": 3584, "num_hidden_layers": 42,
        "num_attention_heads": 16, "num_key_value_heads": 8, "head_dim": 256,
        "intermediate_size": 14336, "vocab_size": 256000, "max_position_embeddings": 8192,
        "sliding_window": 4096})"},
    {"gemma-3-27b", R"({"model_type": "gemma3", "text_config": {"model_type": "gemma3_text",
        "hidden_size": 5376, "num_hidden_layers": 62, "num_attention_heads": 32,
        "num_key_value_heads": 16, "head_dim": 128, "intermediate_size": 21504,
        "vocab_size": 262208, "max_position_embeddings": 131072, "sliding_window": 1024,
        "sliding_window_pattern": 6}})"},
    {"gemma-3-4b", R"({"model_type": "gemma3", "text_config": {"model_type": "gemma3_text",
        "hidden_size": 2560, "intermediate_size": 10240, "num_hidden_layers": 34,
        "rope_scaling": {"factor": 8.0, "rope_type": "linear"}, "sliding_window": 1024}})"},
    {"phi-2", R"({"model_type": "phi", "hidden_size": 2560, "num_hidden_layers": 32,
        "num_attention_heads": 32, "num_key_value_heads": null, "intermediate_size": 10240,
        "vocab_size": 51200, "max_position_embeddings": 2048, "tie_word_embeddings": false})"},
    {"phi-3-mini-4k", R"({"model_type": "phi3", "hidden_size": 3072, "num_hidden_layers": 32,
        "num_attention_heads": 32, "num_key_value_heads": 32, "intermediate_size": 8192,
        "vocab_size": 32064, "max_position_embeddings": 4096, "sliding_window": 2047})"},
    {"gpt2", R"({"model_type": "gpt2", "n_embd": 768, "n_layer": 12, "n_head": 12, "n_inner": null,
        "vocab_size": 50257, "n_positions": 1024, "n_ctx": 1024})"},
    {"pythia-1b", R"({"model_type": "gpt_neox", "hidden_size": 2048, "num_hidden_layers": 16,
        "num_attention_heads": 8, "intermediate_size": 8192, "vocab_size": 50304,
        "max_position_embeddings": 2048, "tie_word_embeddings": false})"},
    {"opt-1.3b", R"({"model_type": "opt", "hidden_size": 2048, "num_hidden_layers": 24,
        "num_attention_heads": 32, "ffn_dim": 8192, "vocab_size": 50272,
        "max_position_embeddings": 2048})"},
    {"falcon-7b", R"({"model_type": "falcon", "hidden_size": 4544, "num_hidden_layers": 32,
        "num_attention_heads": 71, "multi_query": true, "new_decoder_architecture": false,
        "parallel_attn": true, "bias": false, "vocab_size": 65024})"},
    {"falcon-40b", R"({"model_type": "falcon", "hidden_size": 8192, "num_hidden_layers": 60,
        "num_attention_heads": 128, "num_kv_heads": 8, "new_decoder_architecture": true,
        "bias": false, "vocab_size": 65024})"},
    {"mpt-7b", R"({"model_type": "mpt", "d_model": 4096, "n_layers": 32, "n_heads": 32,
        "expansion_ratio": 4, "vocab_size": 50432, "max_seq_len": 2048})"},
    {"starcoder-15b", R"({"model_type": "gpt_bigcode", "n_embd": 6144, "n_layer": 40, "n_head": 48,
        "n_inner": 24576, "multi_query": true, "vocab_size": 49152, "n_positions": 8192})"},
    {"olmo-2-7b", R"({"model_type": "olmo2", "hidden_size": 4096, "num_hidden_layers": 32,
        "num_attention_heads": 32, "num_key_value_heads": 32, "intermediate_size": 11008,
        "vocab_size": 100352, "max_position_embeddings": 4096})"},
    {"deepseek-v2-lite", R"({"model_type": "deepseek_v2", "hidden_size": 2048,
        "num_hidden_layers": 27, "num_attention_heads": 16, "num_key_value_heads": 16,
        "intermediate_size": 10944, "moe_intermediate_size": 1408, "n_routed_experts": 64,
        "n_shared_experts": 2, "num_experts_per_tok": 6, "first_k_dense_replace": 1,
        "moe_layer_freq": 1, "kv_lora_rank": 512, "q_lora_rank": null, "qk_rope_head_dim": 64,
        "qk_nope_head_dim": 128, "v_head_dim": 128, "vocab_size": 102400,
        "max_position_embeddings": 163840})"},
    {"deepseek-v3", R"({"model_type": "deepseek_v3", "hidden_size": 7168, "num_hidden_layers": 61,
        "num_attention_heads": 128, "num_key_value_heads": 128, "intermediate_size": 18432,
        "moe_intermediate_size": 2048, "n_routed_experts": 256, "n_shared_experts": 1,
        "num_experts_per_tok": 8, "first_k_dense_replace": 3, "moe_layer_freq": 1,
        "topk_method": "noaux_tc", "kv_lora_rank": 512, "q_lora_rank": 1536,
        "qk_rope_head_dim": 64, "qk_nope_head_dim": 128, "v_head_dim": 128, "vocab_size": 129280,
        "max_position_embeddings": 163840})"},
    {"gpt-oss-20b", R"({"model_type": "gpt_oss", "hidden_size": 2880, "num_hidden_layers": 24,
        "num_attention_heads": 64, "num_key_value_heads": 8, "head_dim": 64,
        "intermediate_size": 2880, "num_local_experts": 32, "num_experts_per_tok": 4,
        "sliding_window": 128, "attention_bias": true, "vocab_size": 201088,
        "max_position_embeddings": 131072, "tie_word_embeddings": false, "layer_types":
        ["sliding_attention", "full_attention", "sliding_attention", "full_attention",
         "sliding_attention", "full_attention", "sliding_attention", "full_attention",
         "sliding_attention", "full_attention", "sliding_attention", "full_attention",
         "sliding_attention", "full_attention", "sliding_attention", "full_attention",
         "sliding_attention", "full_attention", "sliding_attention", "full_attention",
         "sliding_attention", "full_attention", "sliding_attention", "full_attention"]})"},
    {"llama-4-scout", R"({"model_type": "llama4", "text_config": {"model_type": "llama4_text",
        "hidden_size": 5120, "num_hidden_layers": 48, "num_attention_heads": 40,
        "num_key_value_heads": 8, "head_dim": 128, "intermediate_size": 8192,
        "intermediate_size_mlp": 16384, "num_local_experts": 16, "num_experts_per_tok": 1,
        "interleave_moe_layer_step": 1, "attention_chunk_size": 8192, "vocab_size": 202048,
        "max_position_embeddings": 10485760, "no_rope_layers": [], "use_qk_norm": true}})"},
    {"llama-4-maverick", R"({"model_type": "llama4", "text_config": {"model_type": "llama4_text",
        "hidden_size": 5120, "num_hidden_layers": 48, "num_attention_heads": 40,
        "num_key_value_heads": 8, "head_dim": 128, "intermediate_size": 8192,
        "intermediate_size_mlp": 16384, "num_local_experts": 128, "num_experts_per_tok": 1,
        "interleave_moe_layer_step": 2, "attention_chunk_size": 8192, "vocab_size": 202048,
        "max_position_embeddings": 1048576, "no_rope_layer_interval": 4}})"},
    {"jamba-v0.1", R"({"model_type": "jamba", "hidden_size": 4096, "num_hidden_layers": 32,
        "num_attention_heads": 32, "num_key_value_heads": 8, "intermediate_size": 14336,
        "vocab_size": 65536, "max_position_embeddings": 262144, "attn_layer_offset": 4,
        "attn_layer_period": 8, "expert_layer_offset": 1, "expert_layer_period": 2,
        "num_experts": 16, "num_experts_per_tok": 2, "mamba_d_conv": 4, "mamba_d_state": 16,
        "mamba_dt_rank": 256, "mamba_expand": 2, "sliding_window": null})"},
    {"qwen3.5-35b-a3b", R"({"model_type": "qwen3_5_moe", "text_config": {
        "model_type": "qwen3_5_moe_text", "hidden_size": 2048, "num_hidden_layers": 40,
        "num_attention_heads": 16, "num_key_value_heads": 2, "head_dim": 256,
        "moe_intermediate_size": 512, "shared_expert_intermediate_size": 512,
        "num_experts": 256, "num_experts_per_tok": 8, "linear_conv_kernel_dim": 4,
        "linear_num_key_heads": 16, "linear_key_head_dim": 128, "linear_num_value_heads": 32,
        "linear_value_head_dim": 128, "full_attention_interval": 4, "vocab_size": 248320,
        "max_position_embeddings": 262144, "tie_word_embeddings": false}})"},
    {"qwen3-next-80b-a3b", R"({"model_type": "qwen3_next", "hidden_size": 2048,
        "num_hidden_layers": 48, "num_attention_heads": 16, "num_key_value_heads": 2,
        "head_dim": 256, "intermediate_size": 5120, "moe_intermediate_size": 512,
        "shared_expert_intermediate_size": 512, "num_experts": 512, "num_experts_per_tok": 10,
        "decoder_sparse_step": 1, "mlp_only_layers": [], "full_attention_interval": 4,
        "linear_conv_kernel_dim": 4, "linear_key_head_dim": 128, "linear_num_key_heads": 16,
        "linear_num_value_heads": 32, "linear_value_head_dim": 128, "vocab_size": 151936,
        "max_position_embeddings": 262144})"},
    {"bitnet-b1.58-2b", R"({"model_type": "bitnet", "hidden_size": 2560, "num_hidden_layers": 30,
        "num_attention_heads": 20, "num_key_value_heads": 5, "intermediate_size": 6912,
        "vocab_size": 128256, "max_position_embeddings": 4096, "tie_word_embeddings": true})"},
};

constexpr std::uint64_t rows = 8;  ///< of a vocabulary that a test's file can hold

/// Embedding and head of that many rows.
test::GgufBytes ends(test::GgufBytes gguf, std::uint64_t width) {
    const std::vector<float> values(rows * width);
    return gguf.tensor("token_embd.weight", {rows, width}, values)
        .tensor("output.weight", {rows, width}, values);
}

}  // namespace

class TestMemoryConfig : public QObject {
    Q_OBJECT

private slots:
    void knownModels_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QByteArray>("config");
        for (const Known& row : known) {
            QTest::newRow(row.id) << row.id << QByteArray(row.config);
        }
    }
    void knownModels() {
        QFETCH(QString, id);
        QFETCH(QByteArray, config);
        const auto expected = findArchitecture(shippedArchitectures(), id.toStdString()).value();
        const auto read = parseArchitectureConfig(config.toStdString(), "config.json");
        QVERIFY2(read.has_value(), toString(test::errorOf(read)).c_str());
        const ParameterCount count = countParameters(weightShapes(*read));
        const ParameterCount own = countParameters(weightShapes(expected));
        QCOMPARE(count.total, own.total);
        QCOMPARE(count.active, own.active);
        QCOMPARE(layerPatternText(read->layers), layerPatternText(expected.layers));
        QCOMPARE(read->window > 0 && read->window<read->context, expected.window> 0);
        QCOMPARE(read->kvHeads, expected.kvHeads);
        QCOMPARE(read->headDim, expected.headDim);
    }

    void biasesAndSharedHeads_data() {
        QTest::addColumn<QByteArray>("config");
        QTest::addColumn<qint64>("parameters");
        QTest::addColumn<qint64>("kvHeads");
        // Of one block of width w: 12 w^2 and two norms, then the final norm and the embedding.
        const QByteArray mpt = R"({"model_type": "mpt", "d_model": 64, "n_layers": 1, "n_heads": 8,
            "vocab_size": 100, "max_seq_len": 32)";
        const qint64 plain = 12 * 64 * 64 + 3 * 64 + 100 * 64;
        QTest::newRow("MPT") << mpt + "}" << plain << qint64(8);
        // K and V of 2 heads of 8 in place of 8 heads.
        QTest::newRow("MPT, grouped") << mpt + R"(, "attn_config": {"kv_n_heads": 2}})"
                                      << plain - 2 * 6 * 8 * 64 << qint64(2);
        QTest::newRow("MPT, one KV head")
            << mpt + R"(, "attn_config": {"attn_type": "multiquery_attention"}})"
            << plain - 2 * 7 * 8 * 64 << qint64(1);
        // Q, K, V and output 4 w, FFN 4 w + w, and the norms' shifts.
        QTest::newRow("MPT, biases")
            << mpt + R"(, "no_bias": false})" << plain + 9 * 64 + 3 * 64 << qint64(8);
        QTest::newRow("MPT, learned positions")
            << mpt + R"(, "attn_config": {"alibi": false}})" << plain + 32 * 64 << qint64(8);
        // FalconDecoderLayer: two norms side by side in 40B, one before both parts in 11B.
        const QByteArray falcon = R"({"model_type": "falcon", "hidden_size": 64,
            "num_hidden_layers": 1, "num_attention_heads": 8, "num_kv_heads": 2,
            "vocab_size": 100, "new_decoder_architecture": true)";
        const qint64 matrices = (2 * 64 + 2 * 16) * 64 + 8 * 64 * 64 + 100 * 64;
        QTest::newRow("Falcon 40B's norms") << falcon + "}" << matrices + 3 * 2 * 64 << qint64(2);
        QTest::newRow("Falcon 2 11B's norms")
            << falcon + R"(, "num_ln_in_parallel_attn": 1})" << matrices + 2 * 2 * 64 << qint64(2);
        // LLaVA 1.5 leaves the sizes of Llama 2 7B (6,738,415,616) to the class, but for 64 rows
        // of embedding and head.
        QTest::newRow("a nested Llama")
            << QByteArray(R"({"model_type": "llava", "text_config": {"model_type": "llama",
                "max_position_embeddings": 4096, "vocab_size": 32064}})")
            << qint64(6738415616) + 2 * 64 * 4096 << qint64(32);
        // Glm4Attention: biases of Q, K and V alone; four norms a block, a head of its own.
        QTest::newRow("GLM-4, biases")
            << QByteArray(R"({"model_type": "glm4", "hidden_size": 64, "num_hidden_layers": 1,
                "num_attention_heads": 8, "num_key_value_heads": 2, "intermediate_size": 128,
                "vocab_size": 100, "max_position_embeddings": 32, "attention_bias": true})")
            << qint64(2 * 64 * 64 + 2 * 16 * 64 + (64 + 2 * 16) + 3 * 64 * 128 + 5 * 64 +
                      2 * 100 * 64)
            << qint64(2);
    }
    void biasesAndSharedHeads() {
        QFETCH(QByteArray, config);
        QFETCH(qint64, parameters);
        QFETCH(qint64, kvHeads);
        const auto read = parseArchitectureConfig(config.toStdString(), "config.json");
        QVERIFY2(read.has_value(), toString(test::errorOf(read)).c_str());
        QCOMPARE(qint64(countParameters(weightShapes(*read)).total), parameters);
        QCOMPARE(qint64(read->kvHeads), kvHeads);
    }

    void badConfigs_data() {
        QTest::addColumn<QByteArray>("config");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("part");
        const int malformed = int(ErrorCode::Malformed);
        const QByteArray llama(known[0].config);
        const auto with = [&](const char* from, const char* to) {
            QByteArray changed = llama;
            return changed.replace(from, to);
        };
        QTest::newRow("empty") << QByteArray() << malformed << "JSON";
        QTest::newRow("a list") << QByteArray("[]") << malformed << "JSON";
        QTest::newRow("no type") << QByteArray("{}") << int(ErrorCode::Unsupported) << "model_type";
        QTest::newRow("unknown type") << with("\"llama\"", "\"rwkv\"")
                                      << int(ErrorCode::Unsupported) << "'rwkv' is not known";
        QTest::newRow("no layers") << with("num_hidden_layers", "x") << malformed << "layers";
        QTest::newRow("no heads") << with("\"num_attention_heads\": 32", "\"x\": 1") << malformed
                                  << "num_attention_heads";
        QTest::newRow("negative") << with("4096", "-4096") << malformed << "hidden_size";
        QTest::newRow("KV heads that do not divide")
            << with("\"num_key_value_heads\": 8", "\"num_key_value_heads\": 5")
            << int(ErrorCode::InvalidArgument) << "do not divide";
        QTest::newRow("no heads at all")
            << with("\"num_attention_heads\": 32", "\"num_attention_heads\": 0")
            << int(ErrorCode::InvalidArgument) << "heads is 0";
        QTest::newRow("heads that do not divide")
            << with("\"num_attention_heads\": 32", "\"num_attention_heads\": 24") << malformed
            << "head_dim";
        QTest::newRow("narrow embeddings")
            << QByteArray(R"({"model_type": "opt", "hidden_size": 1024, "num_hidden_layers": 24,
                "num_attention_heads": 16, "ffn_dim": 4096, "vocab_size": 50272,
                "max_position_embeddings": 2048, "word_embed_proj_dim": 512,
                "do_layer_norm_before": false})")
            << int(ErrorCode::Unsupported) << "another width";
        QTest::newRow("too many layers")
            << with("\"num_hidden_layers\": 32", "\"num_hidden_layers\": 99999999999") << malformed
            << "layers";
    }
    void badConfigs() {
        QFETCH(QByteArray, config);
        QFETCH(int, code);
        QFETCH(QString, part);
        const auto result = parseArchitectureConfig(config.toStdString(), "config.json");
        COMPARE_ERROR(result, ErrorCode(code));
        const Error error = test::errorOf(result);
        const auto message = QString::fromStdString(toString(error));
        QVERIFY2(message.contains(part) && !error.remedy.empty(), qPrintable(message));
    }

    void missingFile() {
        COMPARE_ERROR(readArchitecture("/nowhere/config.json"), ErrorCode::NotFound);
        COMPARE_ERROR(readArchitecture("/nowhere/model.gguf"), ErrorCode::NotFound);
    }

    void ggufKeys_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QByteArray>("file");
        const auto deepseek = [](std::uint32_t kvHeads, std::uint32_t keys, std::uint32_t values) {
            test::GgufBytes gguf;
            gguf.text("general.architecture", "deepseek2")
                .number("deepseek2.block_count", 27)
                .number("deepseek2.context_length", 163840)
                .number("deepseek2.embedding_length", 2048)
                .number("deepseek2.feed_forward_length", 10944)
                .number("deepseek2.attention.head_count", 16)
                .number("deepseek2.attention.head_count_kv", kvHeads)
                .number("deepseek2.attention.kv_lora_rank", 512)
                .number("deepseek2.attention.key_length", keys)
                .number("deepseek2.attention.value_length", values)
                .number("deepseek2.rope.dimension_count", 64)
                .number("deepseek2.expert_count", 64)
                .number("deepseek2.expert_used_count", 6)
                .number("deepseek2.expert_shared_count", 2)
                .number("deepseek2.expert_feed_forward_length", 1408)
                .number("deepseek2.leading_dense_block_count", 1);
            return gguf;
        };
        QTest::newRow("DeepSeek-V2-Lite")
            << "deepseek-v2-lite" << ends(deepseek(16, 192, 128), 2048).bytes();
        QTest::newRow("DeepSeek-V2-Lite, compact")
            << "deepseek-v2-lite"
            << ends(deepseek(1, 576, 512)
                        .number("deepseek2.attention.key_length_mla", 192)
                        .number("deepseek2.attention.value_length_mla", 128),
                    2048)
                   .bytes();
        QTest::newRow("Falcon 40B")
            << "falcon-40b"
            << test::GgufBytes()
                   .text("general.architecture", "falcon")
                   .number("falcon.block_count", 60)
                   .number("falcon.context_length", 2048)
                   .number("falcon.embedding_length", 8192)
                   .number("falcon.feed_forward_length", 32768)
                   .number("falcon.attention.head_count", 128)
                   .number("falcon.attention.head_count_kv", 8)
                   .tensor("token_embd.weight", {rows, 8192}, std::vector<float>(rows * 8192))
                   .tensor("blk.0.attn_norm_2.weight", {8192}, std::vector<float>(8192))
                   .bytes();
    }
    /// The catalogue's own counts, but for a vocabulary of few rows.
    void ggufKeys() {
        QFETCH(QString, id);
        QFETCH(QByteArray, file);
        const auto expected = findArchitecture(shippedArchitectures(), id.toStdString()).value();
        const test::TemporaryFile temporary(file, "model.gguf");
        const auto read = readArchitecture(temporary.path());
        QVERIFY2(read.has_value(), toString(test::errorOf(read)).c_str());
        const ParameterCount count = countParameters(weightShapes(*read));
        const ParameterCount own = countParameters(weightShapes(expected));
        const std::int64_t ends =
            (expected.tied ? 1 : 2) * expected.hidden * (expected.vocabulary - std::int64_t(rows));
        QCOMPARE(count.total, own.total - ends);
        QCOMPARE(read->kvHeads, expected.kvHeads);
        QCOMPARE(read->headDim, expected.headDim);
        QCOMPARE(read->latent.has_value(), expected.latent.has_value());
    }

    /// KV heads as a list: those of the matrices where they are alike, else they are no model that
    /// the estimator knows.
    void ggufLists_data() {
        QTest::addColumn<std::vector<std::int32_t>>("kvHeads");
        QTest::addColumn<bool>("matrices");
        QTest::addColumn<qint64>("expected");
        QTest::newRow("alike") << std::vector<std::int32_t>{2, 2} << true << qint64(2);
        QTest::newRow("not alike") << std::vector<std::int32_t>{2, 4} << true << qint64(0);
        QTest::newRow("without matrices") << std::vector<std::int32_t>{2, 2} << false << qint64(0);
    }
    void ggufLists() {
        QFETCH(std::vector<std::int32_t>, kvHeads);
        QFETCH(bool, matrices);
        QFETCH(qint64, expected);
        test::GgufBytes gguf;
        gguf.text("general.architecture", "llama")
            .number("llama.block_count", 2)
            .number("llama.context_length", 32)
            .number("llama.embedding_length", 64)
            .number("llama.feed_forward_length", 128)
            .number("llama.attention.head_count", 8)
            .numbers("llama.attention.head_count_kv", kvHeads);
        for (std::size_t layer = 0; matrices && layer < kvHeads.size(); ++layer) {
            const auto side = std::uint64_t(8 * kvHeads[layer]);
            gguf.tensor("blk." + QByteArray::number(qulonglong(layer)) + ".attn_k.weight",
                        {side, 64}, std::vector<float>(side * 64));
        }
        const test::TemporaryFile file(ends(gguf, 64).bytes(), "model.gguf");
        const auto read = readArchitecture(file.path());
        if (expected == 0) {
            COMPARE_ERROR(read, ErrorCode::Unsupported);
            return;
        }
        QVERIFY2(read.has_value(), toString(test::errorOf(read)).c_str());
        QCOMPARE(qint64(read->kvHeads), expected);
    }

    /// The count from the metadata's shapes is the count of the numbers that the file holds.
    void ggufFile() {
        ZEROPOINT_NEED_GOLDEN("llama/stories260k-f32.gguf");
        const std::string path = test::golden("llama/stories260k-f32.gguf").toStdString();
        const auto read = readArchitecture(path);
        QVERIFY2(read.has_value(), toString(test::errorOf(read)).c_str());
        std::int64_t held = 0;
        const auto file = openWeightFile(path).value();
        for (const TensorInfo& tensor : file->tensors()) {
            std::int64_t count = 1;
            for (const std::int64_t side : tensor.shape) {
                count *= side;
            }
            held += count;
        }
        QCOMPARE(countParameters(weightShapes(*read)).total, held);
        QCOMPARE(read->layers.size(), 5U);
        QCOMPARE(read->kvHeads, std::int64_t{4});
    }
};

QTEST_APPLESS_MAIN(TestMemoryConfig)
#include "tst_memory_config.moc"
