// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later

// More elements than a 32-bit signed index reaches. The values are untouched pages, which the
// kernel serves from one page of zeros, so that 8 GiB of address space cost next to no memory.
#include "core/calibration/calibrate.h"
#include "core/metrics/error_report.h"

#include <QtTest>

#include <sys/mman.h>

#include <cmath>

using namespace zeropoint;

namespace {

constexpr std::size_t beyond = (std::size_t{1} << 31) + 64;
constexpr std::int64_t columns = beyond / 2;

/// All zero but for one value in each row and a NaN at the far end.
Tensor hugeTensor() {
    void* memory = mmap(nullptr, beyond * sizeof(float), PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (memory == MAP_FAILED) {
        return {};
    }
    const std::shared_ptr<float> owner(
        static_cast<float*>(memory), [](float* values) { munmap(values, beyond * sizeof(float)); });
    const std::span<float> values(owner.get(), beyond);
    values[5] = -3;
    values[beyond - 3] = 7;
    values[beyond - 1] = NAN;
    return {"huge", {2, columns}, values, owner, DType::F32};
}

}  // namespace

class TestHugeTensor : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        m_tensor = hugeTensor();
        QVERIFY2(!m_tensor.empty(), "8 GiB of address space were refused");
    }

    void summary() {
        const Summary summary = summarize(m_tensor.values());
        QCOMPARE(summary.count, beyond);
        QCOMPARE(summary.nan, std::size_t{1});
        QCOMPARE(summary.zeros, beyond - 3);
        QCOMPARE(summary.min, -3.0);
        QCOMPARE(summary.max, 7.0);
        const FineHistogram histogram = fineHistogram(m_tensor.values(), summary);
        QCOMPARE(calibrate(summary, histogram, QuantScheme{}).value().hi, 7.0);
    }

    // Symmetric int8: -3 lies at -54.43 steps of 7/127 and is read back as -54 of them.
    void perTensor() {
        const QuantScheme scheme;
        const Calibration calibration = calibrate(m_tensor, scheme).value();
        QCOMPARE(calibration.params.front().scale, double{7.0F / 127.0F});
        const ErrorReport report = measureError(m_tensor, scheme, calibration).value();
        QCOMPARE(report.count, beyond - 1);
        QCOMPARE(report.nan, std::size_t{1});
        const double error = 54 * 7.0 / 127 - 3;
        QCOMPARE_LE(std::abs(report.maxAbsError - std::abs(error)), 1e-6);
        const double mse = error * error / static_cast<double>(beyond - 1);
        QCOMPARE_LE(std::abs(report.mse - mse), 1e-5 * mse);
    }

    void perChannel() {
        QuantScheme scheme;
        scheme.granularity = Granularity::Channel;
        const Calibration calibration = calibrate(m_tensor, scheme).value();
        QCOMPARE(calibration.params.size(), std::size_t{2});
        QCOMPARE(calibration.params[0].scale, double{3.0F / 127.0F});
        QCOMPARE(calibration.params[1].scale, double{7.0F / 127.0F});
    }

private:
    Tensor m_tensor;
};

QTEST_APPLESS_MAIN(TestHugeTensor)
#include "tst_huge_tensor.moc"
