// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/comparison/pair_codes.h"
#include "core/comparison/pair_study.h"
#include "core/comparison/setting_difference.h"
#include "core/files/packed_study.h"
#include "core/files/torch/torch_sparse.h"
#include "core/quantization/quantize.h"
#include "tests/support/compared_sides.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <string>

using namespace zeropoint;
using namespace zeropoint::test;

/// A closer look at one pair, and at two settings of one tensor.
class TestPairStudy : public QObject {
    Q_OBJECT

private slots:
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
            const Compared outcome = compare(*a, *b);
            QVERIFY(outcome.reports.at("w").sums.equal());
            const auto codes = codesNear(*a, *b, outcome.pairing.pairs.front(), 0.5, 0.1);
            QVERIFY2(codes, codes ? "" : toString(codes.error()).c_str());
            QVERIFY(codes->a.counts.empty() && codes->b.counts.empty());
        }
        const auto study = studyPacked(sparse.file(), 0);
        COMPARE_ERROR(study, ErrorCode::InvalidArgument);
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
            if (std::isnan(values[i])) {
                continue;  // in no figure, whatever the codes make of it
            }
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
        QCOMPARE(alone->sums.count, values.size() - 1);
        QCOMPARE(alone->sums.leftOut, std::uint64_t{0});
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
};

QTEST_APPLESS_MAIN(TestPairStudy)
#include "tst_pair_study.moc"
