// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/comparison/compare_files.h"
#include "core/comparison/pair_study.h"
#include "tests/support/compared_sides.h"
#include "tests/support/gguf_bytes.h"
#include "tests/support/golden.h"
#include "tests/support/outcome.h"
#include "tests/support/temporary_file.h"

#include <QtTest>

#include <cmath>
#include <limits>
#include <string>

using namespace zeropoint;
using namespace zeropoint::test;

namespace {

/// Rows of heads with their halves side by side, as numpy's
/// reshape(heads, 2, half, ...).swapaxes(1, 2) makes them.
Values interleaved(const Values& rows, std::size_t heads, std::size_t columns) {
    const std::size_t half = rows.size() / columns / heads / 2;
    Values result;
    for (std::size_t head = 0; head < heads; ++head) {
        for (std::size_t i = 0; i < half; ++i) {
            for (std::size_t side = 0; side < 2; ++side) {
                const auto from =
                    rows.begin() + std::ptrdiff_t(((head * 2 + side) * half + i) * columns);
                result.insert(result.end(), from, from + std::ptrdiff_t(columns));
            }
        }
    }
    return result;
}

Values transposed(const Values& matrix, std::size_t rows) {
    const std::size_t columns = matrix.size() / rows;
    Values result(matrix.size());
    for (std::size_t i = 0; i < matrix.size(); ++i) {
        result[i % columns * rows + i / columns] = matrix[i];
    }
    return result;
}

}  // namespace

class TestComparison : public QObject {
    Q_OBJECT

private slots:
    void sumsAgainstReference_data() {
        QTest::addColumn<int>("count");
        for (const int count : {1, 15, 16, 17, 1000, 65537}) {
            QTest::addRow("%d", count) << count;
        }
    }

    void sumsAgainstReference() {
        QFETCH(int, count);
        const Values a = normal(std::size_t(count), 1);
        Values b = normal(std::size_t(count), 2, 0.1F);
        std::ranges::transform(a, b, b.begin(), std::plus<>());
        DifferenceSums sums;
        sums.add(a, b);
        Reference reference;
        reference.add(a, b);
        QCOMPARE(sums.count, std::uint64_t(count));
        COMPARE_CLOSE(sums.sqnrDb(), reference.sqnrDb(), 1e-12);
        COMPARE_CLOSE(sums.relativeError(), reference.relative(), 1e-12);
        QCOMPARE(sums.maxAbsError(), reference.largest);
        QVERIFY(!sums.equal());
    }

    void sumsOfOddValues() {
        constexpr float infinite = std::numeric_limits<float>::infinity();
        constexpr float nan = std::numeric_limits<float>::quiet_NaN();
        Values a(40, 1.0F);
        a[3] = infinite;
        a[20] = nan;
        DifferenceSums same;
        same.add(a, a);
        QCOMPARE(same.leftOut, std::uint64_t{2});
        QCOMPARE(same.count, std::uint64_t{38});
        QVERIFY(same.equal());
        QCOMPARE(same.relativeError(), 0.0);
        QVERIFY(std::isinf(same.sqnrDb()));
        Values b = a;
        b[3] = -infinite;
        DifferenceSums other;
        other.add(a, b);
        QVERIFY(!other.equal());
        QCOMPARE(other.unlike, std::uint64_t{1});
        QCOMPARE(other.error, 0.0);
        b[7] = nan;  // where A is a number
        DifferenceSums broken;
        broken.add(a, b);
        QVERIFY(std::isinf(broken.maxAbsError()));
        QVERIFY(std::isinf(broken.relativeError()));
        DifferenceSums none;
        QVERIFY(std::isnan(none.sqnrDb()) && std::isnan(none.relativeError()));
        DifferenceSums zeros;
        zeros.add(Values{0, 0}, Values{0, 1});
        QVERIFY(std::isinf(zeros.relativeError()));
        // The smallest difference that there is still counts.
        DifferenceSums tiny;
        tiny.add(Values{0}, Values{std::numeric_limits<float>::denorm_min()});
        QVERIFY(!tiny.equal());
    }

    /// A Llama by hand: names, permuted rows of q and k (weights and biases), equal tensors, those
    /// that are alone, and another shape.
    void llamaByHand() {
        constexpr std::size_t heads = 4;
        constexpr std::size_t kvHeads = 2;
        constexpr std::size_t columns = 24;
        const Values q = normal(32 * columns, 1);
        const Values k = normal(16 * columns, 2);
        const Values bias = normal(16, 3);
        const Values up = normal(40 * columns, 4);
        const Values noisy = normal(40 * columns, 5);
        const TemporaryFile hf(
            safetensorsOf({part("model.layers.0.self_attn.q_proj.weight", {32, 24}, q),
                           part("model.layers.0.self_attn.k_proj.weight", {16, 24}, k),
                           part("model.layers.0.self_attn.k_proj.bias", {16}, bias),
                           part("model.layers.0.mlp.up_proj.weight", {40, 24}, up),
                           part("model.embed_tokens.weight", {50, 24}, normal(1200, 6)),
                           part("value_head.weight", {1, 24}, normal(24, 7))}),
            "model.safetensors");
        GgufBytes bytes;
        bytes.text("general.architecture", "llama")
            .number("llama.attention.head_count", heads)
            .number("llama.attention.head_count_kv", kvHeads);
        bytes.tensor("blk.0.attn_q.weight", {32, 24}, interleaved(q, heads, columns))
            .tensor("blk.0.attn_k.weight", {16, 24}, interleaved(k, kvHeads, columns))
            .tensor("blk.0.attn_k.bias", {16}, interleaved(bias, kvHeads, 1))
            .tensor("blk.0.ffn_up.weight", {40, 24}, noisy)
            .tensor("token_embd.weight", {64, 24}, normal(64 * 24, 6))
            .tensor("rope_freqs.weight", {4}, normal(4, 8));
        const TemporaryFile gguf(bytes.bytes(), "model.gguf");
        for (const bool swapped : {false, true}) {
            const ModelSide a = open(swapped ? gguf.path() : hf.path());
            const ModelSide b = open(swapped ? hf.path() : gguf.path());
            Compared outcome = compare(a, b);
            const auto report = [&](const char* hfName, const char* ggufName) {
                return outcome.reports.at(swapped ? ggufName : hfName);
            };
            QVERIFY(report("model.layers.0.self_attn.q_proj.weight", "blk.0.attn_q.weight")
                        .sums.equal());
            QVERIFY(report("model.layers.0.self_attn.k_proj.weight", "blk.0.attn_k.weight")
                        .sums.equal());
            QVERIFY(
                report("model.layers.0.self_attn.k_proj.bias", "blk.0.attn_k.bias").sums.equal());
            Reference reference;
            swapped ? reference.add(noisy, up) : reference.add(up, noisy);
            compareTo(report("model.layers.0.mlp.up_proj.weight", "blk.0.ffn_up.weight"),
                      reference);
            const PairReport other = report("model.embed_tokens.weight", "token_embd.weight");
            QVERIFY(other.failure.has_value());
            QCOMPARE(other.failure->what,
                     std::string(swapped ? "64x24 against 50x24" : "50x24 against 64x24"));
            QCOMPARE(outcome.totals.compared, std::size_t{4});
            QCOMPARE(outcome.totals.equal, std::size_t{3});
            QCOMPARE(outcome.totals.failed, std::size_t{1});
            const auto& onlyHf = swapped ? outcome.pairing.onlyInB : outcome.pairing.onlyInA;
            const auto& onlyGguf = swapped ? outcome.pairing.onlyInA : outcome.pairing.onlyInB;
            QCOMPARE(onlyHf.size(), std::size_t{1});
            QCOMPARE(onlyGguf.size(), std::size_t{1});
            const ModelSide& ggufSide = swapped ? a : b;
            QCOMPARE(ggufSide.file().tensors()[onlyGguf.front()].name,
                     std::string("rope_freqs.weight"));
        }
    }

    void llamaWithoutHeads() {
        const Values q = normal(32 * 8, 1);
        const TemporaryFile hf(
            safetensorsOf({part("model.layers.0.self_attn.q_proj.weight", {32, 8}, q)}));
        GgufBytes bytes;
        bytes.text("general.architecture", "llama").tensor("blk.0.attn_q.weight", {32, 8}, q);
        const TemporaryFile gguf(bytes.bytes());
        const Compared outcome = compare(open(hf.path()), open(gguf.path()));
        QVERIFY(outcome.reports.begin()->second.failure.has_value());
        QVERIFY(outcome.reports.begin()->second.failure->what.find("how many heads") !=
                std::string::npos);
    }

    /// The rotation by halves stays as it is in Qwen, Gemma adds 1 to its norms, and GPT-2's
    /// Conv1D stands the other way round.
    void otherFamilies() {
        const Values q = normal(16 * 8, 1);
        const TemporaryFile qwenHf(
            safetensorsOf({part("model.layers.0.self_attn.q_proj.weight", {16, 8}, q)}));
        GgufBytes qwen;
        qwen.text("general.architecture", "qwen2")
            .number("qwen2.attention.head_count", 2)
            .tensor("blk.0.attn_q.weight", {16, 8}, q);
        const TemporaryFile qwenGguf(qwen.bytes());
        QCOMPARE(compare(open(qwenHf.path()), open(qwenGguf.path())).totals.equal, std::size_t{1});

        const Values norm = normal(24, 2);
        Values plusOne = norm;
        std::ranges::transform(norm, plusOne.begin(), [](float x) { return x + 1; });
        const Values matrix = normal(48, 3);
        const TemporaryFile gemmaHf(
            safetensorsOf({part("model.layers.0.input_layernorm.weight", {24}, norm),
                           part("model.layers.0.post_feedforward_layernorm.weight", {24}, norm),
                           part("model.layers.0.mlp.up_proj.weight", {2, 24}, matrix)}));
        GgufBytes gemma;
        gemma.text("general.architecture", "gemma2")
            .tensor("blk.0.attn_norm.weight", {24}, plusOne)
            .tensor("blk.0.post_ffw_norm.weight", {24}, plusOne)
            .tensor("blk.0.ffn_up.weight", {2, 24}, matrix);
        const TemporaryFile gemmaGguf(gemma.bytes());
        QCOMPARE(compare(open(gemmaHf.path()), open(gemmaGguf.path())).totals.equal,
                 std::size_t{3});
        QCOMPARE(compare(open(gemmaGguf.path()), open(gemmaHf.path())).totals.equal,
                 std::size_t{3});

        const Values attention = normal(300 * 900, 4);
        const Values square = normal(300 * 300, 5);
        const TemporaryFile gptHf(
            safetensorsOf({part("h.0.attn.c_attn.weight", {300, 900}, attention),
                           part("h.0.attn.c_proj.weight", {300, 300}, square),
                           part("wte.weight", {70, 300}, normal(70 * 300, 6))}));
        GgufBytes gpt;
        gpt.text("general.architecture", "gpt2")
            .tensor("blk.0.attn_qkv.weight", {900, 300}, transposed(attention, 300))
            .tensor("blk.0.attn_output.weight", {300, 300}, transposed(square, 300))
            .tensor("token_embd.weight", {70, 300}, normal(70 * 300, 6));
        const TemporaryFile gptGguf(gpt.bytes());
        QCOMPARE(compare(open(gptHf.path()), open(gptGguf.path())).totals.equal, std::size_t{3});
        QCOMPARE(compare(open(gptGguf.path()), open(gptHf.path())).totals.equal, std::size_t{3});
    }

    /// Experts that stand alone in Hugging Face's files and in stacks in GGUF's, both ways round;
    /// one of them differs, and only its pair says so.
    void experts() {
        constexpr std::size_t count = 3;
        constexpr std::size_t size = 4 * 32;
        const Values up = normal(count * size, 1);
        Values stack = up;
        stack[size + 5] += 0.5F;
        const double changed = std::abs(double{stack[size + 5]} - double{up[size + 5]});
        const auto alone = [&](const char* name, std::size_t expert) {
            return part(name, {4, 32},
                        Values(up.begin() + std::ptrdiff_t(expert * size),
                               up.begin() + std::ptrdiff_t((expert + 1) * size)));
        };
        const TemporaryFile hf(
            safetensorsOf({alone("model.layers.0.mlp.experts.0.up_proj.weight", 0),
                           alone("model.layers.0.mlp.experts.1.up_proj.weight", 1),
                           alone("model.layers.0.mlp.experts.2.up_proj.weight", 2),
                           alone("model.layers.0.mlp.experts.3.up_proj.weight", 2)}));
        GgufBytes bytes;
        bytes.text("general.architecture", "qwen2moe")
            .tensor("blk.0.ffn_up_exps.weight", {count, 4, 32}, stack);
        const TemporaryFile gguf(bytes.bytes());
        const Compared there = compare(open(hf.path()), open(gguf.path()));
        const Compared back = compare(open(gguf.path()), open(hf.path()));
        QCOMPARE(there.pairing.pairs.size(), count);
        QCOMPARE(there.pairing.onlyInA, std::vector<std::size_t>{3});  // the stack has no fourth
        QVERIFY(there.pairing.onlyInB.empty());
        QCOMPARE(back.pairing.pairs.size(), count);
        QVERIFY(back.pairing.onlyInA.empty());
        for (const Compared& outcome : {there, back}) {
            QCOMPARE(outcome.totals.equal, count - 1);
            QCOMPARE(outcome.totals.elements, std::uint64_t{count * size});
            QCOMPARE(outcome.totals.bytesA, std::uint64_t{count * size * 4});
            QCOMPARE(outcome.totals.bytesB, std::uint64_t{count * size * 4});
            QCOMPARE(outcome.totals.sums.largest, changed);
        }
        const TensorPair& second = back.pairing.pairs[1];
        const ModelSide side = open(gguf.path());
        QCOMPARE(infoOfA(side, second).name, std::string("blk.0.ffn_up_exps.weight[1]"));
        QCOMPARE(infoOfA(side, second).shape, (Shape{4, 32}));
        const auto study = studyPair(side, open(hf.path()), second);
        QVERIFY(study);
        QCOMPARE(study->sums.count, std::uint64_t{size});
        QCOMPARE(study->sums.largest, changed);
    }

    /// Q, k and v, and gate and up, apart in Hugging Face's files and one under the other in
    /// GGUF's, both ways round; one value of k differs, and only its pair says so.
    void joinedMatrices() {
        constexpr std::size_t width = 32;
        const Values q = normal(8 * width, 1);
        const Values k = normal(4 * width, 2);
        const Values v = normal(4 * width, 3);
        const Values biasQ = normal(8, 4);
        const Values biasK = normal(4, 5);
        const Values biasV = normal(4, 6);
        const Values gate = normal(6 * width, 7);
        const Values up = normal(6 * width, 8);
        const auto joined = [](std::initializer_list<Values> parts) {
            Values all;
            for (const Values& each : parts) {
                all.insert(all.end(), each.begin(), each.end());
            }
            return all;
        };
        Values otherK = k;
        otherK[2 * width + 3] += 0.5F;
        const double changed = std::abs(double{otherK[2 * width + 3]} - double{k[2 * width + 3]});
        const auto in = [](const char* name, QList<qint64> shape, const Values& values) {
            return part(("model.layers.0." + std::string(name)).c_str(), std::move(shape), values);
        };
        const TemporaryFile hf(safetensorsOf(
            {in("self_attn.q_proj.weight", {8, width}, q),
             in("self_attn.k_proj.weight", {4, width}, k),
             in("self_attn.v_proj.weight", {4, width}, v), in("self_attn.q_proj.bias", {8}, biasQ),
             in("self_attn.k_proj.bias", {4}, biasK), in("self_attn.v_proj.bias", {4}, biasV),
             in("mlp.gate_proj.weight", {6, width}, gate),
             in("mlp.up_proj.weight", {6, width}, up)}));
        GgufBytes bytes;
        bytes.text("general.architecture", "phi3")
            .tensor("blk.0.attn_qkv.weight", {16, width}, joined({q, otherK, v}))
            .tensor("blk.0.attn_qkv.bias", {16}, joined({biasQ, biasK, biasV}))
            .tensor("blk.0.ffn_up.weight", {12, width}, joined({gate, up}));
        const TemporaryFile gguf(bytes.bytes());
        const ModelSide apart = open(hf.path());
        const ModelSide whole = open(gguf.path());
        const Compared there = compare(apart, whole);
        const Compared back = compare(whole, apart);
        for (const Compared& outcome : {there, back}) {
            QCOMPARE(outcome.pairing.pairs.size(), std::size_t{8});
            QVERIFY(outcome.pairing.onlyInA.empty());
            QVERIFY(outcome.pairing.onlyInB.empty());
            QCOMPARE(outcome.totals.failed, std::size_t{0});
            QCOMPARE(outcome.totals.equal, std::size_t{7});
            QCOMPARE(outcome.totals.elements, std::uint64_t{28 * width + 16});
            QCOMPARE(outcome.totals.bytesA, std::uint64_t{4 * (28 * width + 16)});
            QCOMPARE(outcome.totals.bytesB, std::uint64_t{4 * (28 * width + 16)});
            QCOMPARE(outcome.totals.sums.largest, changed);
        }
        const auto named = [](const ModelSide& side, const std::vector<TensorPair>& pairs,
                              const std::string& name) {
            return std::ranges::find_if(
                pairs, [&](const TensorPair& pair) { return infoOfA(side, pair).name == name; });
        };
        const auto key = named(whole, back.pairing.pairs, "blk.0.attn_qkv.weight[8:12]");
        QVERIFY(key != back.pairing.pairs.end());
        QCOMPARE(infoOfA(whole, *key).shape, (Shape{4, width}));
        const auto study = studyPair(whole, apart, *key);
        QVERIFY(study);
        QCOMPARE(study->sums.count, std::uint64_t{4 * width});
        QCOMPARE(study->sums.largest, changed);
        QVERIFY(named(whole, back.pairing.pairs, "blk.0.ffn_up.weight[6:12]") !=
                back.pairing.pairs.end());
    }

    /// Where the parts do not make the whole, or its outputs are columns, the pair says so.
    void joinedMatricesThatDoNotFit() {
        const auto parts = [](std::int64_t rows) {
            QList<Part> all;
            for (const char* name : {"attn.q", "attn.k", "attn.v"}) {
                all.push_back(part(("layers.0." + std::string(name) + ".weight").c_str(),
                                   {rows, 32}, normal(std::size_t(rows) * 32, 1)));
            }
            return all;
        };
        const TemporaryFile apart(safetensorsOf(parts(4)));
        GgufBytes bytes;
        bytes.text("general.architecture", "gpt2")
            .tensor("blk.0.attn_qkv.weight", {10, 32}, normal(320, 2));
        const TemporaryFile gguf(bytes.bytes());
        const Compared other = compare(open(apart.path()), open(gguf.path()));
        QCOMPARE(other.totals.failed, std::size_t{3});
        for (const TensorPair& pair : other.pairing.pairs) {
            QCOMPARE(pair.whyNot, std::string("The parts have 12 outputs together, "
                                              "blk.0.attn_qkv.weight has 10"));
        }
        const TemporaryFile square(safetensorsOf(parts(32)));
        const TemporaryFile turned(
            safetensorsOf({part("h.0.attn.c_attn.weight", {32, 96}, normal(32 * 96, 2))}));
        for (const Compared& outcome : {compare(open(square.path()), open(turned.path())),
                                        compare(open(turned.path()), open(square.path()))}) {
            QCOMPARE(outcome.totals.failed, std::size_t{3});
            for (const TensorPair& pair : outcome.pairing.pairs) {
                QVERIFY(pair.whyNot.find("stored by inputs") != std::string::npos);
            }
        }
    }

    /// Falcon keeps the queries of each key head beside its key and value; llama.cpp's converter
    /// puts all queries first, then the keys, then the values.
    void headsInGroups() {
        constexpr std::size_t keys = 2;
        constexpr std::size_t queries = 3;  // to a key
        constexpr std::size_t size = 4;
        constexpr std::size_t width = 32;
        constexpr std::size_t rows = keys * (queries + 2) * size;
        const Values grouped = normal(rows * width, 1);
        const Values bias = normal(rows, 2);
        const auto apart = [&](const Values& from, std::size_t columns) {
            Values result;
            const auto take = [&](std::size_t key, std::size_t place) {
                const auto first =
                    from.begin() + std::ptrdiff_t((key * (queries + 2) + place) * size * columns);
                result.insert(result.end(), first, first + std::ptrdiff_t(size * columns));
            };
            for (std::size_t key = 0; key < keys; ++key) {
                for (std::size_t query = 0; query < queries; ++query) {
                    take(key, query);
                }
            }
            for (const std::size_t place : {queries, queries + 1}) {
                for (std::size_t key = 0; key < keys; ++key) {
                    take(key, place);
                }
            }
            return result;
        };
        const TemporaryFile hf(safetensorsOf(
            {part("transformer.h.0.self_attention.query_key_value.weight", {rows, width}, grouped),
             part("transformer.h.0.self_attention.query_key_value.bias", {rows}, bias)}));
        const auto ggufOf = [&](bool saysHeads) {
            GgufBytes bytes;
            bytes.text("general.architecture", "falcon");
            if (saysHeads) {
                bytes.number("falcon.attention.head_count", keys * queries)
                    .number("falcon.attention.head_count_kv", keys);
            }
            return bytes.tensor("blk.0.attn_qkv.weight", {rows, width}, apart(grouped, width))
                .tensor("blk.0.attn_qkv.bias", {rows}, apart(bias, 1))
                .bytes();
        };
        const TemporaryFile gguf(ggufOf(true));
        QCOMPARE(compare(open(hf.path()), open(gguf.path())).totals.equal, std::size_t{2});
        QCOMPARE(compare(open(gguf.path()), open(hf.path())).totals.equal, std::size_t{2});
        const TemporaryFile silent(ggufOf(false));
        const Compared unknown = compare(open(hf.path()), open(silent.path()));
        QCOMPARE(unknown.totals.failed, std::size_t{2});
        QVERIFY(unknown.pairing.pairs.front().whyNot.find("neither file says") !=
                std::string::npos);
        for (std::int64_t row = 0; row < std::int64_t(rows); ++row) {
            QCOMPARE(apartRow(groupedRow(row, rows, size, queries), rows, size, queries), row);
        }
    }

    /// Own pairs come before names; a pair that is not there is refused.
    void ownPairs() {
        const Values x = normal(12, 1);
        const Values y = normal(12, 2);
        const TemporaryFile first(safetensorsOf({part("p", {12}, x), part("q", {12}, y)}));
        const TemporaryFile second(safetensorsOf({part("p", {12}, y), part("q", {12}, x)}));
        const ModelSide a = open(first.path());
        const ModelSide b = open(second.path());
        QCOMPARE(compare(a, b).totals.equal, std::size_t{0});
        QCOMPARE(compare(a, b, {{"p", "q"}, {"q", "p"}}).totals.equal, std::size_t{2});
        const auto wrong = pairTensors(a, b, {{"p", "r"}});
        COMPARE_ERROR(wrong, ErrorCode::NotFound);
        QVERIFY(wrong.error().what.find("'r'") != std::string::npos);
        const auto filtered =
            pairTensors(a, b, {}, [](const std::string& name) { return name == "q"; });
        QCOMPARE(filtered->pairs.size(), std::size_t{1});
        QVERIFY(filtered->onlyInA.empty() && filtered->onlyInB.empty());
    }

    void lonelyTensorsAndShapes() {
        const Values x = normal(24, 1);
        const TemporaryFile first(safetensorsOf({part("a", {24}, x)}));
        const TemporaryFile second(safetensorsOf({part("b", {24, 1}, x)}));
        const Compared one = compare(open(first.path()), open(second.path()));
        QCOMPARE(one.pairing.pairs.front().by, MatchedBy::Only);
        QCOMPARE(one.totals.equal, std::size_t{1});
        const TemporaryFile third(safetensorsOf({part("m", {4, 6}, x), part("n", {6, 4}, x),
                                                 part("o", {2, 12}, x), part("p", {24}, x)}));
        const TemporaryFile fourth(safetensorsOf({part("r", {4, 6}, x), part("s", {6, 4}, x),
                                                  part("t", {6, 4}, x), part("u", {24}, x)}));
        const Compared shapes = compare(open(third.path()), open(fourth.path()));
        QCOMPARE(shapes.pairing.pairs.size(), std::size_t{1});  // 6x4 stands twice in B
        QCOMPARE(shapes.pairing.pairs.front().by, MatchedBy::Shape);
        QCOMPARE(shapes.pairing.onlyInA.size(), std::size_t{3});
        QCOMPARE(shapes.pairing.onlyInB.size(), std::size_t{3});
    }

    /// Threads change no bit, tensors of several shards and strips included; the parts of the rows
    /// add up.
    void threadsAndStrips() {
        const std::size_t rows = 1500;
        const std::size_t columns = 1700;
        const Values x = normal(rows * columns, 1);
        Values y = x;
        for (std::size_t i = 0; i < y.size(); ++i) {
            y[i] += i / columns < rows / 2 ? 0.25F : 0;
        }
        const Values small = normal(100, 3);
        const TemporaryFile first(
            safetensorsOf({part("big", {1500, 1700}, x), part("small", {100}, small)}));
        const TemporaryFile second(
            safetensorsOf({part("big", {1500, 1700}, y), part("small", {100}, small)}));
        const ModelSide a = open(first.path());
        const ModelSide b = open(second.path());
        ThreadPool three(3);
        const Compared alone = compare(a, b);
        const Compared shared = compare(a, b, {}, &three);
        Reference reference;
        reference.add(x, y);
        compareTo(alone.reports.at("big"), reference);
        for (const char* name : {"big", "small"}) {
            const DifferenceSums& one = alone.reports.at(name).sums;
            const DifferenceSums& other = shared.reports.at(name).sums;
            QCOMPARE(one.signal, other.signal);
            QCOMPARE(one.error, other.error);
            QCOMPARE(alone.reports.at(name).stripErrors[0], shared.reports.at(name).stripErrors[0]);
        }
        const PairReport& big = alone.reports.at("big");
        QCOMPARE(big.stripCount, PairReport::strips);
        // The first half of the rows has 0.25 everywhere, on values of variance 1.
        QCOMPARE_LE(std::abs(big.stripErrors[3] - 0.25F), 0.005F);
        QCOMPARE(big.stripErrors[16], 0.0F);
        QCOMPARE(big.stripErrors[31], 0.0F);
        QCOMPARE(alone.reports.at("small").stripCount, std::size_t{0});
    }

    void cancels() {
        const Values x = normal(1 << 20, 1);
        const TemporaryFile file(safetensorsOf({part("x", {1 << 20}, x)}));
        const ModelSide side = open(file.path());
        const auto pairing = pairTensors(side, side);
        std::stop_source stop;
        stop.request_stop();
        int told = 0;
        const auto done = comparePairs(side, side, pairing->pairs,
                                       [&](std::size_t, const PairReport&) { ++told; },
                                       {nullptr, {}, stop.get_token()});
        COMPARE_ERROR(done, ErrorCode::Cancelled);
        QCOMPARE(told, 0);
    }

    /// A file that is cut while it is read: its pairs say so, the others stand.
    void fileThatShrinks() {
        const Values x = normal(5000, 1);
        const QByteArray bytes = safetensorsOf({part("x", {5000}, x), part("y", {5000}, x)});
        const TemporaryFile first(bytes, "a");
        const TemporaryFile second(bytes, "b");
        const ModelSide a = open(first.path());
        const ModelSide b = open(second.path());
        QVERIFY(QFile::resize(second.qpath(), bytes.size() - 12000));
        const Compared outcome = compare(a, b);
        QVERIFY(!outcome.reports.at("x").failure);
        QVERIFY(outcome.reports.at("y").failure.has_value());
        QCOMPARE(outcome.reports.at("y").failure->code, ErrorCode::ReadFailed);
        QCOMPARE(outcome.totals.failed, std::size_t{1});
        QCOMPARE(outcome.totals.compared, std::size_t{1});
    }

    /// A real Llama: the folder of Hugging Face and llama.cpp's layout hold the same values.
    void realLlamaIsEqual() {
        ZEROPOINT_NEED_GOLDEN("llama/stories260k");
        const ModelSide hf = open(llama("stories260k"));
        const ModelSide gguf = open(llama("stories260k-f32.gguf"));
        for (const bool swapped : {false, true}) {
            const Compared outcome = swapped ? compare(gguf, hf) : compare(hf, gguf);
            QCOMPARE(outcome.totals.failed, std::size_t{0});
            QCOMPARE(outcome.totals.compared, std::size_t{47});
            QCOMPARE(outcome.totals.equal, std::size_t{47});
            QVERIFY(std::isinf(outcome.totals.sums.sqnrDb()));
        }
    }

    /// llama.cpp's quantized files against the folder: the figures are those of the two GGUF files,
    /// value by value, where no row has to be put back.
    void realLlamaQuantized_data() {
        QTest::addColumn<QString>("file");
        for (const char* type : {"q8_0", "q4_0", "q4_1", "q5_0", "f16", "bf16"}) {
            QTest::addRow("%s", type) << QStringLiteral("stories260k-%1.gguf").arg(type);
        }
    }

    void realLlamaQuantized() {
        QFETCH(QString, file);
        ZEROPOINT_NEED_GOLDEN("llama/stories260k");
        const ModelSide hf = open(llama("stories260k"));
        const ModelSide f32 = open(llama("stories260k-f32.gguf"));
        const ModelSide quantized = open(llama(file.toLatin1().constData()));
        const Compared outcome = compare(hf, quantized);
        QCOMPARE(outcome.totals.failed, std::size_t{0});
        // The reference: both in llama.cpp's own order, where nothing has to be put back.
        long double signal = 0;
        long double error = 0;
        for (std::size_t i = 0; i < f32.file().tensors().size(); ++i) {
            const auto other = quantized.file().find(f32.file().tensors()[i].name);
            QVERIFY(other.has_value());
            const auto x = f32.file().read(i);
            const auto y = quantized.file().read(*other);
            Reference one;
            one.add({x->values().begin(), x->values().end()},
                    {y->values().begin(), y->values().end()});
            signal += one.signal;
            error += one.error;
            const std::string name = f32.file().tensors()[i].name;
            if (name == "blk.2.attn_q.weight") {
                compareTo(outcome.reports.at("model.layers.2.self_attn.q_proj.weight"), one);
            }
        }
        COMPARE_CLOSE(outcome.totals.sums.sqnrDb(), double(10 * std::log10(signal / error)), 1e-12);
        QCOMPARE_LT(outcome.totals.bytesB, outcome.totals.bytesA);
    }

    /// Packed weights are read as values; GPTQ and AWQ keep theirs by inputs.
    void packedAgainstValues_data() {
        QTest::addColumn<QString>("packed");
        QTest::addColumn<QString>("values");
        QTest::newRow("gptq") << "gptq4.safetensors"
                              << "ref_gptq4.npy";
        QTest::newRow("awq") << "awq4.safetensors"
                             << "ref_gptq4.npy";
        QTest::newRow("bitsandbytes") << "bnb_int8.safetensors"
                                      << "ref_bnb_int8.npy";
        QTest::newRow("compressed-tensors") << "ct_pack.safetensors"
                                            << "ref_ct_pack.npy";
        QTest::newRow("mlx") << "mlx4.safetensors"
                             << "ref_mlx4.npy";
        QTest::newRow("mxfp4") << "gptoss_mxfp4.safetensors"
                               << "ref_gptoss.npy";
    }

    void packedAgainstValues() {
        QFETCH(QString, packed);
        QFETCH(QString, values);
        ZEROPOINT_NEED_GOLDEN("trials/gptq4.safetensors");
        const ModelSide b = open(golden("trials/" + packed).toStdString());
        const auto file = openWeightFile(golden("trials/" + values).toStdString());
        const auto reference = (*file)->read(0);
        QVERIFY(reference.has_value());
        // The original as a model has it: by outputs, under the packed weight's own name.
        std::string name;
        bool inputsFirst = false;
        for (std::size_t i = 0; i < b.file().tensors().size(); ++i) {
            if (b.file().tensors()[i].packed != nullptr) {
                name = b.file().tensors()[i].name;
                inputsFirst = b.inputsFirst(i);
            }
        }
        QCOMPARE(inputsFirst, packed.startsWith("gptq") || packed.startsWith("awq"));
        Values original(reference->values().begin(), reference->values().end());
        QList<qint64> shape;
        for (const std::int64_t dimension : reference->shape()) {
            shape << dimension;
        }
        if (inputsFirst) {
            original = transposed(original, std::size_t(shape[0]));
            std::swap(shape[0], shape[1]);
        }
        const TemporaryFile source(safetensorsOf({part(name.c_str(), shape, original)}));
        const ModelSide a = open(source.path());
        for (const auto& outcome : {compare(a, b), compare(b, a)}) {
            const PairReport& report = outcome.reports.at(name);
            QVERIFY2(!report.failure, report.failure ? report.failure->what.c_str() : "");
            QVERIFY(report.sums.equal());
        }
    }
};

QTEST_APPLESS_MAIN(TestComparison)
#include "tst_comparison.moc"
