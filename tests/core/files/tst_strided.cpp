// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/strided_bytes.h"
#include "core/files/weight_file.h"
#include "tests/support/summary_alone.h"

#include <QtTest>

#include <cmath>
#include <cstring>
#include <memory>
#include <random>
#include <utility>

using namespace zeropoint;

namespace {

/// Floats 0, 1, 2, ... that count the bytes read of them.
class CountingFloats final : public ByteSource {
public:
    explicit CountingFloats(std::uint64_t count) : m_count(count) {}
    std::uint64_t size() const override { return m_count * 4; }
    const std::string& name() const override { return m_name; }
    Result<void> read(std::uint64_t offset, std::span<std::byte> out) const override {
        if (offset % 4 != 0 || offset + out.size() > size()) {
            return fail(ErrorCode::ReadFailed, "Outside");
        }
        for (std::size_t i = 0; i < out.size() / 4; ++i) {
            const std::uint64_t place = offset / 4 + i;
            const auto value = static_cast<float>(place);
            std::memcpy(out.data() + 4 * i, &value, 4);
        }
        m_bytesRead += out.size();
        return {};
    }
    std::uint64_t takeBytesRead() const { return std::exchange(m_bytesRead, 0); }

private:
    std::uint64_t m_count;
    std::string m_name = "counting";
    mutable std::uint64_t m_bytesRead = 0;
};

StoredTensor strided(const std::shared_ptr<CountingFloats>& source, Shape shape,
                     std::vector<std::int64_t> strides) {
    StoredTensor tensor;
    tensor.info.name = std::string("t");
    tensor.info.dtype = DType::F32;
    tensor.info.dtypeText = dtypeName(DType::F32);
    tensor.info.shape = std::move(shape);
    tensor.strides = std::move(strides);
    tensor.source = source;
    return tensor;
}

/// The element's place in storage, out of its row-major number.
std::int64_t place(const StoredTensor& tensor, std::int64_t element) {
    std::int64_t at = 0;
    for (std::size_t axis = tensor.info.shape.size(); axis-- > 0;) {
        at += element % tensor.info.shape[axis] * tensor.strides[axis];
        element /= tensor.info.shape[axis];
    }
    return at;
}

}  // namespace

class TestStrided : public QObject {
    Q_OBJECT

private slots:
    void everySlice_data() {
        using Numbers = QList<qint64>;
        QTest::addColumn<Numbers>("shape");
        QTest::addColumn<Numbers>("strides");
        QTest::newRow("scalar") << Numbers{} << Numbers{};
        QTest::newRow("every other") << Numbers{50} << Numbers{2};
        QTest::newRow("far apart") << Numbers{7} << Numbers{5000};
        QTest::newRow("one value repeated") << Numbers{5, 4} << Numbers{0, 0};
        QTest::newRow("row repeated") << Numbers{5, 4} << Numbers{0, 1};
        QTest::newRow("column repeated") << Numbers{5, 4} << Numbers{1, 0};
        QTest::newRow("transposed") << Numbers{13, 9} << Numbers{1, 13};
        QTest::newRow("Fortran") << Numbers{3, 4, 5} << Numbers{1, 3, 12};
        QTest::newRow("channels last") << Numbers{2, 3, 4, 5} << Numbers{60, 1, 15, 3};
        QTest::newRow("part of a matrix") << Numbers{6, 5} << Numbers{100, 1};
        QTest::newRow("column of a wide matrix") << Numbers{40, 1} << Numbers{3000, 7};
        QTest::newRow("overlapping windows") << Numbers{10, 6} << Numbers{1, 2};
        QTest::newRow("larger than a window") << Numbers{3, 50000} << Numbers{1, 3};
    }

    /// Against the address of every element worked out one by one.
    void everySlice() {
        QFETCH(QList<qint64>, shape);
        QFETCH(QList<qint64>, strides);
        const auto source = std::make_shared<CountingFloats>(200000);
        const StoredTensor tensor =
            strided(source, {shape.begin(), shape.end()}, {strides.begin(), strides.end()});
        const std::int64_t count = tensor.info.elements();
        std::mt19937 random(1);
        for (int trial = 0; trial < 60; ++trial) {
            const auto first = static_cast<std::int64_t>(random() % static_cast<unsigned>(count));
            const auto n =
                static_cast<std::int64_t>(random() % static_cast<unsigned>(count - first + 1));
            std::vector<float> values(static_cast<std::size_t>(trial == 0 ? count : n), -1.0F);
            const std::int64_t begin = trial == 0 ? 0 : first;
            const auto read = readStridedBytes(tensor, static_cast<std::uint64_t>(begin),
                                               std::as_writable_bytes(std::span(values)));
            QVERIFY2(read.has_value(), read ? "" : toString(read.error()).c_str());
            for (std::size_t i = 0; i < values.size(); ++i) {
                const auto expected =
                    static_cast<float>(place(tensor, begin + static_cast<std::int64_t>(i)));
                if (values[i] != expected) {
                    QCOMPARE(values[i], expected);
                }
            }
        }
    }

    /// One row of a transposed matrix of 4 M values, and a band of rows: what is read stays in
    /// proportion to what is asked for.
    void slicesReadWhatTheyNeed() {
        const auto source = std::make_shared<CountingFloats>(2048 * 2048);
        const StoredTensor tensor = strided(source, {2048, 2048}, {1, 2048});
        std::vector<float> row(2048);
        QVERIFY(readStoredValues(tensor, 77 * 2048, row).has_value());
        QCOMPARE(row[3], 77.0F + 3 * 2048);
        QCOMPARE_LE(source->takeBytesRead(), 16ULL * row.size() * 4);
        std::vector<float> band(std::size_t{300} * 2048);
        QVERIFY(readStoredValues(tensor, 100 * 2048, band).has_value());
        QCOMPARE_LE(source->takeBytesRead(), 16ULL * band.size() * 4);
        std::vector<float> whole(std::size_t{2048} * 2048);
        QVERIFY(readStoredValues(tensor, 0, whole).has_value());
        QCOMPARE_LE(source->takeBytesRead(), 4ULL * whole.size() * 4);
    }

    /// The summary of a transposed matrix reads each byte once and equals the plain sums.
    void summaryOfAPermutation() {
        const auto source = std::make_shared<CountingFloats>(1000 * 700);
        const WeightFile file("counting", {"test", {}, {strided(source, {700, 1000}, {1, 700})}});
        const auto summary = test::summaryAlone(file, 0);
        QVERIFY(summary.has_value());
        const double n = 700000;
        QCOMPARE(summary->max, n - 1);
        QCOMPARE_LE(std::abs(summary->mean / ((n - 1) / 2) - 1), 1e-12);
        QCOMPARE_LE(std::abs(summary->std / std::sqrt((n * n - 1) / 12) - 1), 1e-12);
        QCOMPARE(source->takeBytesRead(), 4ULL * 700000);
    }

    /// A repeated row counts as often as it is seen: 0, 1, 2, 3 five times.
    void summaryOfARepetition() {
        const auto source = std::make_shared<CountingFloats>(4);
        const WeightFile file("counting", {"test", {}, {strided(source, {5, 4}, {0, 1})}});
        const auto summary = test::summaryAlone(file, 0);
        QVERIFY(summary.has_value());
        QCOMPARE(summary->count, std::size_t{20});
        QCOMPARE(summary->zeros, std::size_t{5});
        QCOMPARE_LE(std::abs(summary->mean - 1.5), 1e-12);
    }
};

QTEST_APPLESS_MAIN(TestStrided)
#include "tst_strided.moc"
