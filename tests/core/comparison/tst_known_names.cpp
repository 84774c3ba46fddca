// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/comparison/name_map.h"
#include "core/files/known_names.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <string>

using namespace zeropoint;

Q_DECLARE_METATYPE(zeropoint::Spelling)

class TestKnownNames : public QObject {
    Q_OBJECT

private slots:
    // Each row as gguf-py/gguf/tensor_mapping.py has it.
    void canonical_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("gguf");
        const auto row = [](const char* name, const char* gguf) {
            QTest::newRow(name) << name << gguf;
        };
        // Llama, Qwen, Gemma
        row("model.embed_tokens.weight", "token_embd.weight");
        row("model.norm.weight", "output_norm.weight");
        row("lm_head.weight", "output.weight");
        row("model.layers.0.input_layernorm.weight", "blk.0.attn_norm.weight");
        row("model.layers.31.self_attn.q_proj.weight", "blk.31.attn_q.weight");
        row("model.layers.2.self_attn.k_proj.bias", "blk.2.attn_k.bias");
        row("model.layers.2.self_attn.v_proj.bias", "blk.2.attn_v.bias");
        row("model.layers.7.self_attn.o_proj.weight", "blk.7.attn_output.weight");
        row("model.layers.7.self_attn.q_norm.weight", "blk.7.attn_q_norm.weight");
        row("model.layers.7.mlp.gate_proj.weight", "blk.7.ffn_gate.weight");
        row("model.layers.7.mlp.up_proj.weight", "blk.7.ffn_up.weight");
        row("model.layers.7.mlp.down_proj.weight", "blk.7.ffn_down.weight");
        row("model.layers.7.post_attention_layernorm.weight", "blk.7.ffn_norm.weight");
        // Phi-2 and Phi-3
        row("model.final_layernorm.bias", "output_norm.bias");
        row("model.layers.1.self_attn.dense.weight", "blk.1.attn_output.weight");
        row("model.layers.1.mlp.fc1.bias", "blk.1.ffn_up.bias");
        row("model.layers.1.mlp.fc2.weight", "blk.1.ffn_down.weight");
        row("model.layers.1.self_attn.qkv_proj.weight", "blk.1.attn_qkv.weight");
        row("model.layers.1.mlp.gate_up_proj.weight", "blk.1.ffn_up.weight");
        // GPT-2 with and without its prefix, and the first Qwen
        row("wte.weight", "token_embd.weight");
        row("transformer.wpe.weight", "position_embd.weight");
        row("transformer.h.11.attn.c_attn.bias", "blk.11.attn_qkv.bias");
        row("h.11.attn.c_proj.weight", "blk.11.attn_output.weight");
        row("h.0.ln_1.weight", "blk.0.attn_norm.weight");
        row("h.0.ln_2.bias", "blk.0.ffn_norm.bias");
        row("h.0.mlp.c_fc.weight", "blk.0.ffn_up.weight");
        row("h.0.mlp.c_proj.weight", "blk.0.ffn_down.weight");
        row("transformer.h.3.mlp.w2.weight", "blk.3.ffn_gate.weight");
        row("transformer.ln_f.weight", "output_norm.weight");
        // Falcon, GPT-NeoX and MPT
        row("transformer.word_embeddings.weight", "token_embd.weight");
        row("transformer.h.1.self_attention.query_key_value.weight", "blk.1.attn_qkv.weight");
        row("transformer.h.1.self_attention.dense.weight", "blk.1.attn_output.weight");
        row("transformer.h.1.mlp.dense_h_to_4h.weight", "blk.1.ffn_up.weight");
        row("transformer.h.1.mlp.dense_4h_to_h.weight", "blk.1.ffn_down.weight");
        row("transformer.h.1.ln_mlp.weight", "blk.1.attn_norm.weight");
        row("transformer.h.1.ln_attn.bias", "blk.1.attn_norm_2.bias");
        row("gpt_neox.embed_in.weight", "token_embd.weight");
        row("gpt_neox.layers.2.attention.query_key_value.bias", "blk.2.attn_qkv.bias");
        row("gpt_neox.layers.2.attention.dense.weight", "blk.2.attn_output.weight");
        row("gpt_neox.final_layer_norm.weight", "output_norm.weight");
        row("embed_out.weight", "output.weight");
        row("transformer.blocks.4.norm_1.weight", "blk.4.attn_norm.weight");
        row("transformer.blocks.4.attn.Wqkv.weight", "blk.4.attn_qkv.weight");
        row("transformer.blocks.4.attn.out_proj.weight", "blk.4.attn_output.weight");
        row("transformer.blocks.4.norm_2.weight", "blk.4.ffn_norm.weight");
        row("transformer.blocks.4.ffn.up_proj.weight", "blk.4.ffn_up.weight");
        row("transformer.blocks.4.ffn.down_proj.weight", "blk.4.ffn_down.weight");
        row("transformer.norm_f.weight", "output_norm.weight");
        // Of this program's own models, which leave as GGUF's GPT-2.
        row("layers.1.attn.q.weight", "blk.1.attn_q.weight");
        row("tok_emb.weight", "token_embd.weight");
        row("pos_emb.weight", "position_embd.weight");
        row("head.weight", "output.weight");
        row("layers.1.ln1.bias", "blk.1.attn_norm.bias");
        row("layers.1.attn.o.weight", "blk.1.attn_output.weight");
        row("layers.1.ln2.weight", "blk.1.ffn_norm.weight");
        row("layers.1.ff1.weight", "blk.1.ffn_up.weight");
        row("layers.1.ff2.bias", "blk.1.ffn_down.bias");
        // wrapped
        row("base_model.model.model.layers.0.self_attn.q_proj.weight", "blk.0.attn_q.weight");
        row("language_model.model.layers.0.mlp.up_proj.weight", "blk.0.ffn_up.weight");
        // experts of Qwen and Mixtral, those that all tokens share, and who chooses
        row("model.layers.3.mlp.experts.17.up_proj.weight", "blk.3.ffn_up.17.weight");
        row("model.layers.3.block_sparse_moe.experts.2.w2.weight", "blk.3.ffn_down.2.weight");
        row("model.layers.3.mlp.shared_expert.gate_proj.weight", "blk.3.ffn_gate_shexp.weight");
        row("model.layers.3.mlp.gate.weight", "blk.3.ffn_gate_inp.weight");
        row("model.layers.3.mlp.experts.x.up_proj.weight", "");
        // not known
        row("model.layers.x.self_attn.q_proj.weight", "");
        row("model.layers.3", "");
        row("model.layers.0.self_attn.rotary_emb.inv_freq", "");
        row("h.0.attn.masked_bias", "");
        row("", "");
    }

    void canonical() {
        QFETCH(QString, name);
        QFETCH(QString, gguf);
        QCOMPARE(QString::fromStdString(canonicalName(name.toStdString(), {})), gguf);
    }

    void sandwichNorms() {
        const NameContext gemma{Spelling::HuggingFace, true};
        const auto name = [&](const char* last) {
            return canonicalName(std::string("model.layers.4.") + last + ".weight", gemma);
        };
        QCOMPARE(name("input_layernorm"), std::string("blk.4.attn_norm.weight"));
        QCOMPARE(name("post_attention_layernorm"), std::string("blk.4.post_attention_norm.weight"));
        QCOMPARE(name("pre_feedforward_layernorm"), std::string("blk.4.ffn_norm.weight"));
        QCOMPARE(name("post_feedforward_layernorm"), std::string("blk.4.post_ffw_norm.weight"));
    }

    void metaNames() {
        const NameContext meta{Spelling::Meta, false};
        QCOMPARE(canonicalName("layers.3.attention.wk.weight", meta),
                 std::string("blk.3.attn_k.weight"));
        QCOMPARE(canonicalName("layers.3.feed_forward.w2.weight", meta),
                 std::string("blk.3.ffn_down.weight"));
        QCOMPARE(canonicalName("tok_embeddings.weight", meta), std::string("token_embd.weight"));
        QCOMPARE(canonicalName("output.weight", meta), std::string("output.weight"));
    }

    void experts() {
        const auto expert = expertOf("blk.3.ffn_up.17.weight");
        QVERIFY(expert.has_value());
        QCOMPARE(expert->all, std::string("blk.3.ffn_up_exps.weight"));
        QCOMPARE(expert->expert, std::int64_t{17});
        for (const char* other : {"blk.3.ffn_up.weight", "output.weight", "blk.3.ffn_up.x.weight",
                                  "ffn_up.17.weight", ""}) {
            QVERIFY2(!expertOf(other), other);
        }
    }

    void roles() {
        QCOMPARE(roleInBlock("blk.12.attn_q.weight"), std::string_view("attn_q.weight"));
        QCOMPARE(roleInBlock("output.weight"), std::string_view("output.weight"));
    }

    void ownPairs() {
        const auto map = parseNameMap(R"({"b": "y", "a": "x"})");
        QVERIFY(map.has_value());
        QCOMPARE(map->size(), std::size_t{2});
        QCOMPARE(map->front().first, std::string("b"));
        QCOMPARE(map->front().second, std::string("y"));
    }

    void brokenMaps_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, const char* json, ErrorCode code) {
            QTest::newRow(name) << QByteArray(json) << int(code);
        };
        row("empty", "", ErrorCode::Malformed);
        row("cut", R"({"a": "x")", ErrorCode::Malformed);
        row("list", R"(["a", "x"])", ErrorCode::Malformed);
        row("number", R"({"a": 3})", ErrorCode::Malformed);
        row("a number beyond all", R"({"a": 1e999})", ErrorCode::Malformed);
        row("a twice", R"({"a": "x", "a": "y"})", ErrorCode::InvalidArgument);
        row("b twice", R"({"a": "x", "b": "x"})", ErrorCode::InvalidArgument);
    }

    void brokenMaps() {
        QFETCH(QByteArray, json);
        QFETCH(int, code);
        const auto map = parseNameMap(json.toStdString(), "map.json");
        COMPARE_ERROR(map, ErrorCode(code));
        QCOMPARE(map.error().where, std::string("map.json"));
        QVERIFY(!map.error().remedy.empty());
    }
};

QTEST_APPLESS_MAIN(TestKnownNames)
#include "tst_known_names.moc"
