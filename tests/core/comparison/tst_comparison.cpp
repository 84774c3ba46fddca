// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/comparison/compare_files.h"
#include "core/comparison/pair_codes.h"
#include "core/comparison/pair_study.h"
#include "core/comparison/setting_difference.h"
#include "core/files/packed_study.h"
#include "core/files/torch/torch_sparse.h"
#include "core/quantization/quantize.h"
#include "tests/support/gguf_bytes.h"
#include "tests/support/golden.h"
#include "tests/support/packed_parts_writer.h"
#include "tests/support/temporary_file.h"

#include <QtTest>

#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <random>
#include <string>

using namespace zeropoint;
using namespace zeropoint::test;

namespace {

using Values = std::vector<float>;

Values normal(std::size_t count, unsigned seed, float std = 1) {
    std::mt19937 engine(seed);
    std::normal_distribution<float> draw(0, std);
    Values values(count);
    std::ranges::generate(values, [&] { return draw(engine); });
    return values;
}

Part part(const char* name, QList<qint64> shape, const Values& values) {
    return {QString::fromLatin1(name), QStringLiteral("F32"), std::move(shape),
            QByteArray(reinterpret_cast<const char*>(values.data()),
                       qsizetype(values.size() * sizeof(float)))};
}

ModelSide open(const std::string& path) {
    auto file = openWeightFile(path);
    if (!file) {
        qFatal("%s", toString(file.error()).c_str());
    }
    return ModelSide(*file);
}

/// Every pair by the name in A.
struct Outcome {
    Pairing pairing;
    std::map<std::string, PairReport> reports;
    ComparisonTotals totals;
};

Outcome compare(const ModelSide& a, const ModelSide& b, const NameMap& map = {},
                ThreadPool* pool = nullptr) {
    auto pairing = pairTensors(a, b, map);
    if (!pairing) {
        qFatal("%s", toString(pairing.error()).c_str());
    }
    Outcome outcome{*pairing, {}, {}};
    const auto take = [&](std::size_t index, const PairReport& report) {
        const TensorInfo info = infoOfA(a, outcome.pairing.pairs[index]);
        outcome.reports[info.name] = report;
        outcome.totals.add(report, info);
    };
    const auto done = comparePairs(a, b, outcome.pairing.pairs, take, {pool, {}, {}});
    if (!done) {
        qFatal("%s", toString(done.error()).c_str());
    }
    return outcome;
}

/// The slow reference: long double, one value after the other.
struct Reference {
    long double signal = 0;
    long double error = 0;
    double largest = 0;

    void add(const Values& a, const Values& b) {
        for (std::size_t i = 0; i < a.size(); ++i) {
            const long double d = static_cast<long double>(a[i]) - b[i];
            signal += static_cast<long double>(a[i]) * a[i];
            error += d * d;
            largest = std::max(largest, std::abs(double{a[i]} - double{b[i]}));
        }
    }
    double sqnrDb() const { return double(10 * std::log10(signal / error)); }
    double relative() const { return double(std::sqrt(error / signal)); }
};

#define COMPARE_CLOSE(actual, expected, share) \
    QCOMPARE_LE(std::abs((actual) - (expected)), (share)*std::abs(expected))

/// Sums of doubles in another order: 1e-12 of them is far above what that changes.
void compareTo(const PairReport& report, const Reference& reference) {
    QVERIFY2(!report.failure, report.failure ? report.failure->what.c_str() : "");
    COMPARE_CLOSE(report.sums.sqnrDb(), reference.sqnrDb(), 1e-12);
    COMPARE_CLOSE(report.sums.relativeError(), reference.relative(), 1e-12);
    QCOMPARE(report.sums.maxAbsError(), reference.largest);
}

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

std::string llama(const char* name) {
    return golden(QStringLiteral("llama/") + QLatin1String(name)).toStdString();
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
            Outcome outcome = compare(a, b);
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
        const Outcome outcome = compare(open(hf.path()), open(gguf.path()));
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
        const Outcome there = compare(open(hf.path()), open(gguf.path()));
        const Outcome back = compare(open(gguf.path()), open(hf.path()));
        QCOMPARE(there.pairing.pairs.size(), count);
        QCOMPARE(there.pairing.onlyInA, std::vector<std::size_t>{3});  // the stack has no fourth
        QVERIFY(there.pairing.onlyInB.empty());
        QCOMPARE(back.pairing.pairs.size(), count);
        QVERIFY(back.pairing.onlyInA.empty());
        for (const Outcome& outcome : {there, back}) {
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
        QVERIFY(!wrong);
        QCOMPARE(wrong.error().code, ErrorCode::NotFound);
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
        const Outcome one = compare(open(first.path()), open(second.path()));
        QCOMPARE(one.pairing.pairs.front().by, MatchedBy::Only);
        QCOMPARE(one.totals.equal, std::size_t{1});
        const TemporaryFile third(safetensorsOf({part("m", {4, 6}, x), part("n", {6, 4}, x),
                                                 part("o", {2, 12}, x), part("p", {24}, x)}));
        const TemporaryFile fourth(safetensorsOf({part("r", {4, 6}, x), part("s", {6, 4}, x),
                                                  part("t", {6, 4}, x), part("u", {24}, x)}));
        const Outcome shapes = compare(open(third.path()), open(fourth.path()));
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
        const Outcome alone = compare(a, b);
        const Outcome shared = compare(a, b, {}, &three);
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

    /// Distributions of a pair: every value and every difference is counted, and the figures are
    /// those of the comparison, whatever the order of the rows.
    void studiesOnePair() {
        ZEROPOINT_NEED_GOLDEN("llama/stories260k");
        const ModelSide hf = open(llama("stories260k"));
        const ModelSide gguf = open(llama("stories260k-q4_0.gguf"));
        const auto pairing = pairTensors(hf, gguf);
        ThreadPool pool(3);
        for (const TensorPair& pair : pairing->pairs) {
            const auto study = studyPair(hf, gguf, pair);
            const auto shared = studyPair(hf, gguf, pair, {&pool, {}, {}});
            QVERIFY(study && shared);
            const auto count = [](const std::vector<std::uint64_t>& counts) {
                return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
            };
            QCOMPARE(count(study->a.counts), study->sums.count);
            QCOMPARE(count(study->b.counts), study->sums.count);
            QCOMPARE(count(study->differences.counts()) + study->differences.zeros(),
                     study->sums.count);
            QCOMPARE(study->sums.error, shared->sums.error);
            QCOMPARE(study->b.counts, shared->b.counts);
            PairReport report;
            const auto take = [&](std::size_t, const PairReport& found) { report = found; };
            QVERIFY(comparePairs(hf, gguf, std::span(&pair, 1), take));
            QCOMPARE(study->sums.error, report.sums.error);
            QCOMPARE(study->sums.largest, report.sums.largest);
        }
        TensorPair broken = pairing->pairs.front();
        broken.whyNot = "for a reason";
        QCOMPARE(studyPair(hf, gguf, broken).error().what, std::string("for a reason"));
    }

    /// The codes that values near one got, counted from the file's bytes: nibbles of Q4_0 and bytes
    /// of Q8_0, whose rows of q and k stand in llama.cpp's order.
    void codesOfAValue_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("bits");
        QTest::addColumn<QString>("tensor");
        QTest::newRow("q4_0 rows in order") << "stories260k-q4_0.gguf" << 4 << "mlp.up_proj";
        QTest::newRow("q4_0 rows of heads") << "stories260k-q4_0.gguf" << 4 << "self_attn.k_proj";
        QTest::newRow("q8_0 rows of heads") << "stories260k-q8_0.gguf" << 8 << "self_attn.q_proj";
    }

    void codesOfAValue() {
        ZEROPOINT_NEED_GOLDEN("llama/stories260k");
        QFETCH(QString, file);
        QFETCH(int, bits);
        QFETCH(QString, tensor);
        const ModelSide hf = open(llama("stories260k"));
        const ModelSide gguf = open(llama(file.toLatin1().constData()));
        const auto pairing = pairTensors(hf, gguf);
        const std::string name = "model.layers.1." + tensor.toStdString() + ".weight";
        const auto pair = std::ranges::find_if(pairing->pairs, [&](const TensorPair& one) {
            return hf.file().tensors()[one.a].name == name;
        });
        QVERIFY(pair != pairing->pairs.end());
        const Tensor values = *hf.file().read(pair->a);
        const TensorInfo& stored = gguf.file().tensors()[pair->b];
        QFile raw(QString::fromStdString(gguf.file().path()));
        QVERIFY(raw.open(QIODevice::ReadOnly) && raw.seek(qint64(stored.offset)));
        const QByteArray bytes = raw.read(qint64(stored.bytes));
        const auto columns = std::size_t(values.shape()[1]);
        const std::size_t headSize = tensor.contains("self_attn") ? 8 : 0;  // width 64, 8 heads
        const std::size_t blockBytes = bits == 4 ? 18 : 34;
        const double value = 0.05;
        const double half = 0.02;
        std::map<int, std::uint64_t> counts;
        std::uint64_t found = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            if (std::abs(double{values.values()[i]} - value) > half) {
                continue;
            }
            ++found;
            std::size_t row = i / columns;
            if (headSize > 0) {
                const std::size_t inside = row % headSize;
                row = row - inside + inside % (headSize / 2) * 2 + inside / (headSize / 2);
            }
            const std::size_t place = row * columns + i % columns;
            const char* block = bytes.constData() + place / 32 * blockBytes + 2;
            const std::size_t at = place % 32;
            const auto byte = static_cast<unsigned char>(block[bits == 4 ? at % 16 : at]);
            ++counts[bits == 8 ? static_cast<signed char>(byte) : at < 16 ? byte & 15 : byte >> 4];
        }
        const auto codes = codesNear(hf, gguf, *pair, value, half);
        QVERIFY(codes);
        QVERIFY(found > 50);
        QCOMPARE(codes->found, found);
        QCOMPARE(codes->looked, values.size());
        QVERIFY(codes->a.counts.empty() && codes->a.format.empty());
        QCOMPARE(codes->b.counts.size(), std::size_t{1} << bits);
        QCOMPARE(codes->b.firstCode, bits == 8 ? -128 : 0);
        QCOMPARE(codes->b.used(), counts.size());
        for (std::size_t i = 0; i < codes->b.counts.size(); ++i) {
            QCOMPARE(codes->b.counts[i], counts[int(i) + codes->b.firstCode]);
        }
        // The other way round the rows are found as well.
        const auto back = pairTensors(gguf, hf);
        const auto turned = std::ranges::find_if(
            back->pairs, [&](const TensorPair& one) { return one.a == pair->b; });
        const auto codesOfA = codesNear(gguf, hf, *turned, value, half);
        QVERIFY(codesOfA && codesOfA->b.counts.empty());
        QCOMPARE(codesOfA->a.counts.size(), codes->b.counts.size());
    }

    /// Values at places are no codes: nothing is counted, and nothing is an error.
    void codesOfASparseTensor() {
        const auto stored = [](const char* name, DType dtype, Shape shape, auto values) {
            StoredTensor tensor;
            tensor.info.name = name;
            tensor.info.dtype = dtype;
            tensor.info.shape = std::move(shape);
            const auto bytes = std::as_bytes(std::span(values));
            tensor.info.bytes = bytes.size();
            tensor.source = memoryBytes({bytes.begin(), bytes.end()}, "memory");
            return tensor;
        };
        const std::vector<std::int64_t> places{0, 1, 1, 0};
        SparseParts parts{stored("places", DType::I64, {2, 2}, places),
                          {},
                          false,
                          stored("values", DType::F32, {2}, Values{0.5F, -2})};
        const auto side = [](StoredTensor tensor) {
            FileContents contents{"test", {}, {}};
            contents.tensors.push_back(std::move(tensor));
            return ModelSide(std::make_shared<const WeightFile>("memory", std::move(contents)));
        };
        const ModelSide sparse = side(sparseTensor("w", {2, 2}, std::move(parts)));
        const ModelSide dense = side(stored("w", DType::F32, {2, 2}, Values{0, 0.5F, -2, 0}));
        for (const auto& [a, b] : {std::pair(&sparse, &dense), std::pair(&dense, &sparse)}) {
            const Outcome outcome = compare(*a, *b);
            QVERIFY(outcome.reports.at("w").sums.equal());
            const auto codes = codesNear(*a, *b, outcome.pairing.pairs.front(), 0.5, 0.1);
            QVERIFY2(codes, codes ? "" : toString(codes.error()).c_str());
            QVERIFY(codes->a.counts.empty() && codes->b.counts.empty());
        }
        const auto study = studyPacked(sparse.file(), 0);
        QVERIFY(!study);
        QCOMPARE(study.error().code, ErrorCode::InvalidArgument);
    }

    /// Two settings of one tensor, value by value from what each reads back.
    void settingsAgainstEachOther() {
        Values values = normal(700 * 450, 9);
        values[5] = std::numeric_limits<float>::quiet_NaN();
        const Tensor tensor("t", {700, 450}, values);
        QuantScheme eight;
        QuantScheme four;
        four.format = "q4_0";
        const auto back = [&tensor](const QuantScheme& scheme) {
            return *fakeQuantize(tensor, scheme, *calibrate(tensor, scheme));
        };
        const Tensor a = back(eight);
        const Tensor b = back(four);
        std::uint64_t same = 0;
        std::uint64_t closerA = 0;
        std::uint64_t closerB = 0;
        Reference reference;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const double fromA = std::abs(double{a.values()[i]} - double{values[i]});
            const double fromB = std::abs(double{b.values()[i]} - double{values[i]});
            same += a.values()[i] == b.values()[i] ? 1 : 0;
            closerA += fromA < fromB ? 1 : 0;
            closerB += fromB < fromA ? 1 : 0;
            reference.add({a.values()[i]}, {b.values()[i]});
        }
        ThreadPool three(3);
        const auto alone = differenceOfSettings(tensor, eight, four);
        const auto shared = differenceOfSettings(tensor, eight, four, {&three, {}, {}});
        QVERIFY(alone && shared);
        QCOMPARE(alone->same, same);
        QCOMPARE(alone->closerA, closerA);
        QCOMPARE(alone->closerB, closerB);
        QCOMPARE_GT(closerA, closerB);
        QCOMPARE(alone->sums.maxAbsError(), reference.largest);
        COMPARE_CLOSE(alone->sums.sqnrDb(), reference.sqnrDb(), 1e-12);
        QCOMPARE(alone->sums.error, shared->sums.error);
        QCOMPARE(alone->differences.counts(), shared->differences.counts());
        QuantScheme wrong;
        wrong.format = "no such format";
        QVERIFY(!differenceOfSettings(tensor, eight, wrong));
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
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Cancelled);
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
        const Outcome outcome = compare(a, b);
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
            const Outcome outcome = swapped ? compare(gguf, hf) : compare(hf, gguf);
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
        const Outcome outcome = compare(hf, quantized);
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
