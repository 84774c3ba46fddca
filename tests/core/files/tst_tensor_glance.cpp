// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/tensor_glance.h"
#include "core/metrics/error_report.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace zeropoint;

namespace {

std::shared_ptr<const WeightFile> fileOf(const std::vector<float>& values) {
    const auto bytes = std::as_bytes(std::span(values));
    StoredTensor stored;
    stored.info = {"w",          DType::F32, "F32", {static_cast<std::int64_t>(values.size())},
                   bytes.size(), 0};
    stored.source = memoryBytes({bytes.begin(), bytes.end()}, "memory");
    FileContents contents{"test", {}, {}};
    contents.tensors.push_back(std::move(stored));
    return std::make_shared<const WeightFile>("/nowhere/memory", std::move(contents));
}

constexpr std::size_t many = 2'500'000;  ///< three stretches, the last one short

/// Ones of both signs and, between two stretches of the sample, one 50.
std::vector<float> withHiddenOutlier() {
    std::vector<float> values(many);
    for (std::size_t i = 0; i < many; ++i) {
        values[i] = i % 2 == 0 ? 1.0F : -1.0F;
    }
    values[100'000] = 50;
    return values;
}

}  // namespace

class TestTensorGlance : public QObject {
    Q_OBJECT

private slots:
    // 16 stretches of 4096 values, one each 166,393: none of them has value 100,000.
    void aSampleMissesWhatAMeasurementFinds() {
        const auto file = fileOf(withHiddenOutlier());
        const auto glance = glanceAt(*file, 0);
        QVERIFY(glance.has_value());
        QVERIFY(glance->sampled);
        QCOMPARE(*glance->peak, 1.0);
        const auto measured = measuredGlance(*file, 0, *glance);
        QVERIFY(measured.has_value());
        QVERIFY(!measured->sampled);
        QCOMPARE(measured->bars, glance->bars);
        const double squares = double(many) - 1 + 2500;
        QCOMPARE_LE(std::abs(*measured->peak - 50 / std::sqrt(squares / double(many))), 1e-6);
        // The step is 50 / 127: each one is stored as 3 steps, the 50 as it is.
        const double error = 3 * 50.0 / 127 - 1;
        const double sqnr = 10 * std::log10(squares / ((double(many) - 1) * error * error));
        QCOMPARE_LE(std::abs(*measured->int8SqnrDb - sqnr), 1e-5);
    }

    // What the page and the command line show of the same tensor.
    void asTheErrorReportHasIt_data() {
        QTest::addColumn<int>("count");
        QTest::newRow("a small one, at a glance") << 5'000;
        QTest::newRow("a large one, measured") << 1'500'000;
    }

    void asTheErrorReportHasIt() {
        QFETCH(int, count);
        std::vector<float> values(static_cast<std::size_t>(count));
        for (std::size_t i = 0; i < values.size(); ++i) {
            values[i] = static_cast<float>(std::sin(static_cast<double>(i) * 0.37) *
                                           std::exp(std::cos(static_cast<double>(i) * 0.011)));
        }
        values[7] = std::numeric_limits<float>::quiet_NaN();
        values[8] = std::numeric_limits<float>::infinity();
        const Tensor tensor("w", {count}, values);
        QuantScheme scheme;
        scheme.format = "int8";
        scheme.symmetric = true;
        scheme.range.kind = RangeMethod::Kind::MinMax;
        const auto calibration = calibrate(tensor, scheme);
        QVERIFY(calibration.has_value());
        const auto report = measureError(tensor, scheme, *calibration);
        QVERIFY(report.has_value());
        const auto file = fileOf(values);
        auto glance = glanceAt(*file, 0);
        QVERIFY(glance.has_value());
        if (glance->sampled) {
            glance = measuredGlance(*file, 0, *glance);
            QVERIFY(glance.has_value());
        }
        QVERIFY(!glance->sampled);
        QCOMPARE_LE(std::abs(*glance->int8SqnrDb - report->sqnrDb), 1e-9);
        const Summary summary = summarize(values);
        QCOMPARE_LE(std::abs(*glance->peak - std::max(-summary.min, summary.max) /
                                                 std::hypot(summary.mean, summary.std)),
                    1e-9);
    }

    void withoutErrorOrValues_data() {
        QTest::addColumn<QList<float>>("values");
        QTest::addColumn<bool>("peak");
        QTest::newRow("zeros") << QList<float>{0, 0, 0} << false;
        QTest::newRow("nothing finite")
            << QList<float>{std::numeric_limits<float>::quiet_NaN()} << false;
        QTest::newRow("stored as they are") << QList<float>{127, -127, 1, 0} << true;
    }

    void withoutErrorOrValues() {
        QFETCH(QList<float>, values);
        QFETCH(bool, peak);
        const auto file = fileOf({values.begin(), values.end()});
        const auto glance = glanceAt(*file, 0);
        QVERIFY(glance.has_value());
        QCOMPARE(glance->peak.has_value(), peak);
        QVERIFY(!glance->int8SqnrDb);
    }

    void aMeasurementCanBeStopped() {
        const auto file = fileOf(withHiddenOutlier());
        std::stop_source stop;
        std::vector<double> shares;
        const auto measured = measuredGlance(*file, 0, {},
                                             {nullptr,
                                              [&](double share) {
                                                  shares.push_back(share);
                                                  stop.request_stop();
                                              },
                                              stop.get_token()});
        COMPARE_ERROR(measured, ErrorCode::Cancelled);
        QCOMPARE(shares.size(), std::size_t{1});
    }
};

QTEST_GUILESS_MAIN(TestTensorGlance)
#include "tst_tensor_glance.moc"
