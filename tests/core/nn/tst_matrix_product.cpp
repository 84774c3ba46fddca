// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/matrix_product.h"
#include "core/support/random.h"

#include <QtTest>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

using namespace zeropoint;

namespace {

enum Kind { Plain, RightTransposed, LeftTransposed };

/// A matrix whose rows lie apart, with a value in the gaps that nobody may read or write.
template <typename T>
struct Padded {
    static constexpr T gap = T(1e30);
    std::size_t rows, cols, stride;
    std::vector<T> values;

    Padded(std::size_t rowCount, std::size_t colCount, std::uint64_t seed)
        : rows(rowCount), cols(colCount), stride(colCount + 3), values(rowCount * stride, gap) {
        Random random(seed);
        for (std::size_t r = 0; r < rows; ++r) {
            for (std::size_t c = 0; c < cols; ++c) {
                at(r, c) = static_cast<T>(random.uniform() - 0.5);
            }
        }
    }
    T& at(std::size_t r, std::size_t c) { return values[r * stride + c]; }
    [[nodiscard]] MatrixView<T> view() { return {values.data(), rows, cols, stride}; }
    [[nodiscard]] MatrixView<const T> constView() const {
        return {values.data(), rows, cols, stride};
    }
};

template <typename T>
void call(Kind kind, Padded<T>& out, const Padded<T>& a, const Padded<T>& b, bool adds, T scale) {
    const Store store = adds ? Store::Add : Store::Replace;
    switch (kind) {
        case Plain:
            multiply<T>(out.view(), a.constView(), b.constView(), store);
            break;
        case RightTransposed:
            multiplyTransposed<T>(out.view(), a.constView(), b.constView(), scale);
            break;
        case LeftTransposed:
            transposedMultiply<T>(out.view(), a.constView(), b.constView(), store);
            break;
    }
}

/// The product by three loops in float64; the largest difference against the sum of magnitudes.
template <typename T>
double worstOf(Kind kind, std::size_t m, std::size_t n, std::size_t k, bool adds, T scale) {
    const bool left = kind == LeftTransposed, right = kind == RightTransposed;
    Padded<T> a(left ? k : m, left ? m : k, 1), b(right ? n : k, right ? k : n, 2), out(m, n, 3);
    const std::vector<T> before = out.values;
    call<T>(kind, out, a, b, adds, scale);
    double worst = 0;
    for (std::size_t i = 0; i < m; ++i) {
        for (std::size_t j = 0; j < n; ++j) {
            double sum = 0, size = 1;
            for (std::size_t p = 0; p < k; ++p) {
                const double term = static_cast<double>(left ? a.at(p, i) : a.at(i, p)) *
                                    static_cast<double>(right ? b.at(j, p) : b.at(p, j));
                sum += static_cast<double>(scale) * term;
                size += std::abs(term);
            }
            sum += adds ? static_cast<double>(before[i * out.stride + j]) : 0.0;
            worst = std::max(worst, std::abs(static_cast<double>(out.at(i, j)) - sum) / size);
        }
        for (std::size_t j = n; j < out.stride; ++j) {
            if (out.at(i, j) != Padded<T>::gap) {
                return 1e9;
            }
        }
    }
    return worst;
}

}  // namespace

class TestMatrixProduct : public QObject {
    Q_OBJECT

private slots:
    // Around the tiles' sizes of every CPU level, the parts of k, and shapes that are read in
    // place.
    void againstLoops_data() {
        QTest::addColumn<int>("m");
        QTest::addColumn<int>("n");
        QTest::addColumn<int>("k");
        for (const int m : {1, 2, 5, 6, 7, 12, 13, 49}) {
            for (const int n : {1, 4, 7, 8, 16, 17, 31, 32, 33, 64, 97}) {
                for (const int k : {1, 4, 9, 16}) {
                    QTest::addRow("%dx%dx%d", m, n, k) << m << n << k;
                }
            }
        }
        QTest::addRow("two parts of k") << 13 << 40 << 513;
        QTest::addRow("three parts, left transposed") << 60 << 70 << 300;
        QTest::addRow("several packs") << 30 << 300 << 600;
        QTest::addRow("no terms") << 3 << 20 << 0;
    }
    void againstLoops() {
        QFETCH(const int, m);
        QFETCH(const int, n);
        QFETCH(const int, k);
        const auto check = [&]<typename T>(T, double bound) {
            for (const bool adds : {false, true}) {
                for (const Kind kind : {Plain, LeftTransposed}) {
                    QCOMPARE_LE(worstOf<T>(kind, m, n, k, adds, T(1)), bound);
                }
            }
            for (const T scale : {T(1), T(0.25)}) {
                QCOMPARE_LE(worstOf<T>(RightTransposed, m, n, k, false, scale), bound);
            }
        };
        // Half a unit in the last place for each addition of up to 600, each once.
        check(float{}, 600 * 6e-8);
        check(double{}, 600 * 1.2e-16);
    }

    // A row's values do not depend on how many are beside it: pieces give the same digits.
    void piecesOfRows() {
        constexpr std::size_t m = 24, n = 50, k = 70, rows = 3;
        Padded<float> a(m, k, 1), b(n, k, 2), all(m, n, 3), parts(m, n, 3);
        multiplyTransposed<float>(all.view(), a.constView(), b.constView());
        for (std::size_t row = 0; row < m; row += rows) {
            multiplyTransposed<float>({&parts.at(row, 0), rows, n, parts.stride},
                                      {&a.at(row, 0), rows, k, a.stride}, b.constView());
        }
        QVERIFY(all.values == parts.values);
    }

    // Packed once for many products: the same digits as packed in each of them.
    void packedBeforehand_data() {
        QTest::addColumn<int>("m");
        QTest::addColumn<int>("n");
        QTest::addColumn<int>("k");
        for (const int n : {1, 7, 16, 17, 33, 97}) {
            for (const int k : {1, 9, 64}) {
                QTest::addRow("13x%dx%d", n, k) << 13 << n << k;
            }
        }
        QTest::addRow("one row") << 1 << 40 << 30;
        QTest::addRow("more columns than stay in the cache") << 30 << 300 << 512;
    }
    void packedBeforehand() {
        QFETCH(const int, m);
        QFETCH(const int, n);
        QFETCH(const int, k);
        const auto check = [&]<typename T>(T) {
            const auto rows = static_cast<std::size_t>(m), cols = static_cast<std::size_t>(n),
                       terms = static_cast<std::size_t>(k);
            const Padded<T> a(rows, terms, 1), b(terms, cols, 2), turned(cols, terms, 4);
            Padded<T> here(rows, cols, 3), before(rows, cols, 3);
            std::vector<T> packed(packedSize<T>(terms, cols));
            packMatrix<T>(b.constView(), packed.data());
            for (const Store store : {Store::Replace, Store::Add}) {
                multiply<T>(here.view(), a.constView(), b.constView(), store);
                multiply<T>(before.view(), a.constView(), b.constView(), store, packed.data());
                QVERIFY(here.values == before.values);
            }
            packTransposed<T>(turned.constView(), packed.data());
            multiplyTransposed<T>(here.view(), a.constView(), turned.constView());
            multiplyTransposed<T>(before.view(), a.constView(), turned.constView(), nullptr,
                                  packed.data());
            QVERIFY(here.values == before.values);
        };
        check(float{});
        check(double{});
    }

    // The bias is added once, after all parts of k: as a pass of its own would add it.
    void bias_data() {
        QTest::addColumn<int>("m");
        QTest::addColumn<int>("n");
        QTest::addColumn<int>("k");
        QTest::addRow("edges") << 13 << 37 << 9;
        QTest::addRow("whole vectors") << 12 << 64 << 64;
        QTest::addRow("two parts of k") << 13 << 40 << 513;
        QTest::addRow("one row") << 1 << 40 << 30;
        QTest::addRow("no terms") << 3 << 20 << 0;
    }
    void bias() {
        QFETCH(const int, m);
        QFETCH(const int, n);
        QFETCH(const int, k);
        const auto rows = static_cast<std::size_t>(m), cols = static_cast<std::size_t>(n),
                   terms = static_cast<std::size_t>(k);
        const Padded<float> a(rows, terms, 1), b(cols, terms, 2), bias(1, cols, 4);
        Padded<float> with(rows, cols, 3), without(rows, cols, 3);
        multiplyTransposed<float>(with.view(), a.constView(), b.constView(), bias.values.data());
        multiplyTransposed<float>(without.view(), a.constView(), b.constView());
        for (std::size_t i = 0; i < rows; ++i) {
            for (std::size_t j = 0; j < cols; ++j) {
                without.at(i, j) += bias.values[j];
            }
        }
        QVERIFY(with.values == without.values);
    }

    // A number that is not finite reaches its own row and column and nothing else.
    void notFinite() {
        constexpr std::size_t m = 7, n = 19, k = 11;
        Padded<float> a(m, k, 1), b(k, n, 2), out(m, n, 3);
        a.at(3, 4) = std::numeric_limits<float>::quiet_NaN();
        b.at(5, 18) = std::numeric_limits<float>::infinity();
        multiply<float>(out.view(), a.constView(), b.constView());
        for (std::size_t i = 0; i < m; ++i) {
            for (std::size_t j = 0; j < n; ++j) {
                QCOMPARE(std::isfinite(out.at(i, j)), i != 3 && j != 18);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestMatrixProduct)
#include "tst_matrix_product.moc"
