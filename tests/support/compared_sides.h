// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/comparison/compare_files.h"
#include "tests/support/golden.h"
#include "tests/support/packed_parts_writer.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

/// Two sides of a comparison and what it is held against.
namespace zeropoint::test {

using Values = std::vector<float>;

inline Values normal(std::size_t count, unsigned seed, float std = 1) {
    std::mt19937 engine(seed);
    std::normal_distribution<float> draw(0, std);
    Values values(count);
    std::ranges::generate(values, [&] { return draw(engine); });
    return values;
}

inline Part part(const char* name, QList<qint64> shape, const Values& values) {
    return {QString::fromLatin1(name), QStringLiteral("F32"), std::move(shape),
            QByteArray(reinterpret_cast<const char*>(values.data()),
                       qsizetype(values.size() * sizeof(float)))};
}

inline ModelSide open(const std::string& path) {
    auto file = openWeightFile(path);
    if (!file) {
        qFatal("%s", toString(file.error()).c_str());
    }
    return ModelSide(*file);
}

/// Every pair by the name in A.
struct Compared {
    Pairing pairing;
    std::map<std::string, PairReport> reports;
    ComparisonTotals totals;
};

inline Compared compare(const ModelSide& a, const ModelSide& b, const NameMap& map = {},
                        ThreadPool* pool = nullptr) {
    auto pairing = pairTensors(a, b, map);
    if (!pairing) {
        qFatal("%s", toString(pairing.error()).c_str());
    }
    Compared outcome{*pairing, {}, {}};
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
inline void compareTo(const PairReport& report, const Reference& reference) {
    QVERIFY2(!report.failure, report.failure ? report.failure->what.c_str() : "");
    COMPARE_CLOSE(report.sums.sqnrDb(), reference.sqnrDb(), 1e-12);
    COMPARE_CLOSE(report.sums.relativeError(), reference.relative(), 1e-12);
    QCOMPARE(report.sums.maxAbsError(), reference.largest);
}

inline std::string llama(const char* name) {
    return golden(QStringLiteral("llama/") + QLatin1String(name)).toStdString();
}

}  // namespace zeropoint::test
