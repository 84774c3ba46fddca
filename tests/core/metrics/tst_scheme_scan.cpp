// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/scheme_scan.h"
#include "core/tensor/synthetic_spec.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <cmath>
#include <numeric>

using namespace zeropoint;

namespace {

Tensor drawn(const char* spec) {
    return generate(parseSynthetic(spec).value()).value();
}

std::vector<NamedScheme> schemes() {
    NamedScheme int8{"int8", {}};
    NamedScheme int4{"int4", {}};
    int4.scheme.format = "int4";
    NamedScheme blocks{"q4_0", {}};
    blocks.scheme.format = "q4_0";
    return {int8, int4, blocks};
}

}  // namespace

class TestSchemeScan : public QObject {
    Q_OBJECT

private slots:
    // Worked from the tensors' own reports: sums over values, not means of means.
    void totalsAreOfAllValues() {
        SchemeScan scan(schemes());
        const Tensor tensors[] = {drawn("normal?n=640,seed=1"), drawn("laplace?n=6400,seed=2")};
        double error[3] = {};
        double signal = 0;
        std::uint64_t bytes[3] = {};
        double largest[3] = {};
        for (const Tensor& tensor : tensors) {
            const std::vector<ErrorReport> reports = scan.add(tensor).value();
            QCOMPARE(reports.size(), std::size_t{3});
            for (std::size_t i = 0; i < 3; ++i) {
                const Calibration calibration = calibrate(tensor, schemes()[i].scheme).value();
                const ErrorReport own =
                    measureError(tensor, schemes()[i].scheme, calibration).value();
                QCOMPARE(reports[i].mse, own.mse);
                QCOMPARE(reports[i].bytes, own.bytes);
                error[i] += own.mse * static_cast<double>(tensor.size());
                bytes[i] += own.bytes;
                largest[i] = std::max(largest[i], own.maxAbsError);
            }
            for (const float x : tensor.values()) {
                signal += double{x} * double{x};
            }
        }
        const std::vector<ErrorReport> totals = scan.totals();
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE_LE(std::abs(totals[i].mse - error[i] / 7040), 1e-12 * totals[i].mse);
            QCOMPARE_LE(std::abs(totals[i].sqnrDb - 10 * std::log10(signal / error[i])), 1e-9);
            QCOMPARE(totals[i].bytes, bytes[i]);
            QCOMPARE(totals[i].maxAbsError, largest[i]);
            QCOMPARE(totals[i].bitsPerWeight, 8.0 * static_cast<double>(bytes[i]) / 7040);
        }
    }

    void aFailureLeavesTheTotals() {
        SchemeScan scan(schemes());
        scan.add(drawn("normal?n=64")).value();
        const double before = scan.totals()[0].mse;
        std::stop_source stop;
        stop.request_stop();
        const auto stopped = scan.add(drawn("normal?n=640"), {nullptr, {}, stop.get_token()});
        COMPARE_ERROR(stopped, ErrorCode::Cancelled);
        QCOMPARE(scan.totals()[0].mse, before);
    }

    void nothingScannedHasNoError() {
        const SchemeScan scan(schemes());
        QVERIFY(std::isnan(scan.totals()[0].mse) && std::isnan(scan.totals()[0].sqnrDb));
        QCOMPARE(scan.totals()[0].bytes, std::uint64_t{0});
    }
};

QTEST_APPLESS_MAIN(TestSchemeScan)
#include "tst_scheme_scan.moc"
