// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/outlier_trial.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <limits>

using namespace zeropoint;

namespace {

QuantScheme int8() {
    QuantScheme scheme;
    scheme.format = "int8";
    return scheme;
}

}  // namespace

class TestOutlierTrial : public QObject {
    Q_OBJECT

private slots:
    void aPlantedChannelIsFound() {
        OutlierSettings settings;
        const OutlierTrial trial = tryRemedies(Tensor(), settings, int8()).value();
        QCOMPARE(trial.shape, (Shape{128, 64}));
        QCOMPARE(trial.channels, std::vector<int>{7});
        QCOMPARE(trial.results.size(), std::size_t{7});  // 64 channels can be rotated too
        settings.plant = OutlierSettings::Plant::Nothing;
        const OutlierTrial clean = tryRemedies(Tensor(), settings, int8()).value();
        QVERIFY(clean.channels.empty());
        QCOMPARE_LT(clean.largest, trial.largest / 5);
    }

    void aPlantedValueIsTheLargest() {
        OutlierSettings settings;
        settings.plant = OutlierSettings::Plant::Nothing;
        const double before = tryRemedies(Tensor(), settings, int8())->largest;
        settings.plant = OutlierSettings::Plant::Value;
        settings.gain = 30;
        const double after = tryRemedies(Tensor(), settings, int8())->largest;
        QCOMPARE_LE(std::abs(after - 30 * before), 1e-4 * after);
    }

    void ownActivationsAreCutAndCleaned() {
        std::vector<float> values(300 * 600, 1.0F);
        values[0] = std::numeric_limits<float>::quiet_NaN();
        values[1] = -std::numeric_limits<float>::infinity();
        values[2] = -3;
        const Tensor tensor("x", {300, 600}, std::move(values));
        OutlierSettings settings;
        settings.ownTensor = true;
        settings.plant = OutlierSettings::Plant::Nothing;
        const OutlierTrial trial = tryRemedies(tensor, settings, int8()).value();
        QCOMPARE(trial.shape, (Shape{256, 512}));
        QCOMPARE(trial.largest, 3.0);
    }

    // Blocks and plain casts have no scales, groups or ranges to choose: nothing of it is tried.
    // Which channels are outliers the values alone tell.
    void whatAFormatHasNotIsNotTried() {
        for (const char* format : {"mxfp4", "q4_0", "fp16"}) {
            QuantScheme scheme;
            scheme.format = format;
            const OutlierTrial trial = tryRemedies(Tensor(), {}, scheme).value();
            QCOMPARE(trial.channels, std::vector<int>{7});
            std::vector<Remedy> tried;
            for (const RemedyResult& result : trial.results) {
                tried.push_back(result.remedy);
            }
            QVERIFY((tried == std::vector{Remedy::PerTensor, Remedy::Smooth, Remedy::Rotation}));
        }
    }

    void aChannelThatThereIsNotIsTheLast() {
        OutlierSettings settings;
        settings.channel = 1000;
        QCOMPARE(tryRemedies(Tensor(), settings, int8())->channels, std::vector<int>{63});
    }

    // Whenever it is stopped it says so: a part of the findings is no result.
    void stopsAtAnyMoment() {
        int moments = 0;
        const auto count = [&moments](double) { ++moments; };
        QVERIFY(tryRemedies(Tensor(), {}, int8(), {nullptr, count, {}}));
        QCOMPARE_GT(moments, 20);
        for (int last = 1; last <= moments; ++last) {
            std::stop_source stop;
            int moment = 0;
            const auto stopAtLast = [&](double) {
                if (++moment == last) {
                    stop.request_stop();
                }
            };
            COMPARE_ERROR(
                (tryRemedies(Tensor(), {}, int8(), {nullptr, stopAtLast, stop.get_token()})),
                ErrorCode::Cancelled);
        }
    }

    void aVectorIsRefused() {
        OutlierSettings settings;
        settings.ownTensor = true;
        COMPARE_ERROR(
            (tryRemedies(Tensor("b", {4}, std::vector<float>{1, 2, 3, 4}), settings, int8())),
            ErrorCode::InvalidArgument);
    }
};

QTEST_APPLESS_MAIN(TestOutlierTrial)
#include "tst_outlier_trial.moc"
