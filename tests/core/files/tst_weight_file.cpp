// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/weight_file.h"
#include "tests/support/outcome.h"
#include "tests/support/summary_alone.h"
#include "tests/support/temporary_file.h"

#include <QtTest>

#include <cmath>
#include <cstring>

using namespace zeropoint;

namespace {

/// A .npy file of `rows` x 1000 floats 0, 1, 2, ...
QByteArray countingFloats(int rows) {
    QByteArray header =
        QStringLiteral("{'descr': '<f4', 'fortran_order': False, 'shape': (%1, 1000)}")
            .arg(rows)
            .toUtf8();
    QByteArray bytes("\x93NUMPY\x01\x00", 8);
    bytes += static_cast<char>(header.size());
    bytes += '\0';
    bytes += header;
    for (int i = 0; i < rows * 1000; ++i) {
        const auto value = static_cast<float>(i);
        bytes.append(reinterpret_cast<const char*>(&value), sizeof value);
    }
    return bytes;
}

}  // namespace

class TestWeightFile : public QObject {
    Q_OBJECT

private slots:
    void missingFile() {
        const auto file = openWeightFile("/nowhere/at all.npy");
        COMPARE_ERROR(file, ErrorCode::NotFound);
        QCOMPARE(file.error().where, std::string("/nowhere/at all.npy"));
    }

    void emptyFile() {
        const test::TemporaryFile empty("");
        const auto file = openWeightFile(empty.path());
        COMPARE_ERROR(file, ErrorCode::Malformed);
    }

    void unknownContent() {
        const test::TemporaryFile png(QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16),
                                      "weights.npz");
        const auto file = openWeightFile(png.path());
        QVERIFY(!file.has_value());
    }

    void nameDoesNotMatter() {
        const test::TemporaryFile misnamed(countingFloats(1), "weights.safetensors");
        const auto file = openWeightFile(misnamed.path());
        QVERIFY(file.has_value());
        QCOMPARE((*file)->formatName(), std::string_view("npy"));
    }

    // More values than a shard, so that several threads take part.
    void sameOnAnyNumberOfThreads() {
        const test::TemporaryFile large(countingFloats(700));
        const auto file = openWeightFile(large.path());
        QVERIFY(file.has_value());
        for (const unsigned threads : {1U, 2U, 5U}) {
            ThreadPool pool(threads);
            const auto tensor = (*file)->read(0, {&pool, {}, {}});
            QVERIFY(tensor.has_value());
            for (std::size_t i = 0; i < 700000; ++i) {
                if (tensor->values()[i] != static_cast<float>(i)) {
                    QCOMPARE(tensor->values()[i], static_cast<float>(i));
                }
            }
        }
    }

    void slices() {
        const test::TemporaryFile file(countingFloats(10));
        const auto opened = openWeightFile(file.path());
        std::vector<float> rows(2000);
        QVERIFY((*opened)->readValues(0, 3000, rows).has_value());
        QCOMPARE(rows.front(), 3000.0F);
        QCOMPARE(rows.back(), 4999.0F);
        QVERIFY((*opened)->readValues(0, 10000, {}).has_value());
        COMPARE_ERROR((*opened)->readValues(0, 10001, {}), ErrorCode::InvalidArgument);
        std::vector<float> tooMany(11);
        QVERIFY(!(*opened)->readValues(0, 9990, tooMany).has_value());
    }

    // 2.1 million values: three shards of the streamed summary, whose sums are exact integers.
    void streamedSummary() {
        const test::TemporaryFile large(countingFloats(2100));
        const auto file = openWeightFile(large.path());
        for (const unsigned threads : {1U, 3U}) {
            ThreadPool pool(threads);
            const auto summary = test::summaryAlone(**file, 0, {&pool, {}, {}});
            QVERIFY(summary.has_value());
            const double n = 2100000;
            QCOMPARE(summary->count, std::size_t{2100000});
            QCOMPARE(summary->finite, std::size_t{2100000});
            QCOMPARE(summary->zeros, std::size_t{1});
            QCOMPARE(summary->min, 0.0);
            QCOMPARE(summary->max, n - 1);
            QCOMPARE_LE(std::abs(summary->mean / ((n - 1) / 2) - 1), 1e-12);
            QCOMPARE_LE(std::abs(summary->std / std::sqrt((n * n - 1) / 12) - 1), 1e-12);
            QCOMPARE_LE(std::abs(summary->skew), 1e-9);
            QCOMPARE_LE(std::abs(summary->kurtosis - 1.8), 1e-9);
            // The shorter pass gives the same figures, but for the shape that it leaves out.
            const auto spread =
                test::summaryAlone(**file, 0, {&pool, {}, {}}, SummaryDetail::Spread);
            QVERIFY(spread.has_value());
            QCOMPARE(spread->finite, summary->finite);
            QCOMPARE(spread->zeros, summary->zeros);
            QCOMPARE(spread->min, summary->min);
            QCOMPARE(spread->max, summary->max);
            QCOMPARE_LE(std::abs(spread->mean / summary->mean - 1), 1e-12);
            QCOMPARE_LE(std::abs(spread->std / summary->std - 1), 1e-12);
            QCOMPARE(spread->kurtosis, 0.0);
        }
    }

    /// Each as by itself on one thread, digit for digit, whatever shares a shard with it.
    void allTensorsAtOnce() {
        FileContents contents{"test", {}, {}};
        std::vector<std::byte> bytes(std::size_t{6} << 20);
        std::uint32_t state = 1;
        for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
            state = state * 1664525U + 1013904223U;
            // Half floats below 2; as bfloat16 below 2^-48, as float32 likewise.
            bytes[i] = static_cast<std::byte>(state >> 24);
            bytes[i + 1] = static_cast<std::byte>(((state >> 8) & 0xBFU));
        }
        const auto source = memoryBytes(bytes, "memory");
        const auto add = [&](DType dtype, std::int64_t elements, std::uint64_t offset) {
            StoredTensor tensor;
            tensor.info = {std::to_string(contents.tensors.size()),
                           dtype,
                           std::string(dtypeName(dtype)),
                           {elements},
                           static_cast<std::uint64_t>(storedBytes(dtype, elements)),
                           offset};
            tensor.source = source;
            contents.tensors.push_back(tensor);
        };
        add(DType::F32, 1'200'000, 16);
        add(DType::BF16, 2'500'000, 6);
        add(DType::C64, 10, 0);
        add(DType::F16, 1'100'003, 10);
        for (int i = 0; i < 50; ++i) {
            add(i % 2 == 0 ? DType::I8 : DType::F32, 40'000 + i, 2 * static_cast<unsigned>(i));
        }
        add(DType::F32, 0, 0);
        const WeightFile file("memory", std::move(contents));
        for (const unsigned threads : {1U, 2U, 3U}) {
            ThreadPool pool(threads);
            const auto all = summarizeTensors(file, {&pool, {}, {}}, SummaryDetail::Spread);
            QVERIFY(all.has_value());
            QCOMPARE(all->size(), file.tensors().size());
            for (std::size_t i = 0; i < all->size(); ++i) {
                const auto alone = test::summaryAlone(file, i, {}, SummaryDetail::Spread);
                QCOMPARE((*all)[i].has_value(), alone.has_value());
                QCOMPARE(alone.has_value(), file.tensors()[i].dtype != DType::C64);
                if (!alone) {
                    continue;
                }
                const auto elements = static_cast<std::size_t>(file.tensors()[i].elements());
                QCOMPARE((*all)[i]->count, elements);
                QCOMPARE((*all)[i]->mean, alone->mean);
                QCOMPARE((*all)[i]->std, alone->std);
                QCOMPARE((*all)[i]->min, alone->min);
                // The longer pass has another way to the same figures; the short one adds a few
                // 16-bit values in float, each within 2^-24 = 6e-8.
                const DType dtype = file.tensors()[i].dtype;
                const double near = dtype == DType::BF16 || dtype == DType::F16 ? 6e-8 : 1e-12;
                const auto shape = test::summaryAlone(file, i);
                QCOMPARE(alone->min, shape->min);
                QCOMPARE(alone->max, shape->max);
                QCOMPARE(alone->zeros, shape->zeros);
                QCOMPARE_LE(std::abs(alone->mean - shape->mean), near * shape->std);
                QCOMPARE_LE(std::abs(alone->std - shape->std), near * shape->std);
            }
        }
    }

    void stopIsHonoured() {
        const test::TemporaryFile file(countingFloats(700));
        std::stop_source source;
        source.request_stop();
        const auto tensor =
            (*openWeightFile(file.path()))->read(0, {nullptr, {}, source.get_token()});
        COMPARE_ERROR(tensor, ErrorCode::Cancelled);
    }

    void fileThatShrinksEndsInAnError() {
        const test::TemporaryFile file(countingFloats(700));
        const auto opened = openWeightFile(file.path());
        QVERIFY(opened.has_value());
        QVERIFY(QFile::resize(file.qpath(), 5000));
        ThreadPool pool(2);
        const auto tensor = (*opened)->read(0, {&pool, {}, {}});
        COMPARE_ERROR(tensor, ErrorCode::ReadFailed);
        QVERIFY(!tensor.error().remedy.empty());
    }
};

QTEST_APPLESS_MAIN(TestWeightFile)
#include "tst_weight_file.moc"
