// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/channel_report.h"
#include "core/metrics/error_report.h"
#include "core/metrics/minimum_affine.h"
#include "core/support/random.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <cmath>

using namespace zeropoint;

namespace {

/// 8 x 500 normal values; channel 3 is twenty times as large.
Tensor withOutlierChannel() {
    Random random(2);
    std::vector<float> values(8 * 500);
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = static_cast<float>(random.normal() * (i / 500 == 3 ? 20 : 1));
    }
    return Tensor("", {8, 500}, std::move(values));
}

Tensor gaussian() {
    Random random(1);
    std::vector<float> values(524288);
    for (float& value : values) {
        value = static_cast<float>(random.normal());
    }
    return Tensor("", {524288}, std::move(values));
}

}  // namespace

class TestChannelReport : public QObject {
    Q_OBJECT

private slots:
    void theOutlierChannelIsFound() {
        const Tensor tensor = withOutlierChannel();
        const ChannelView view = viewChannels(tensor, 0, QuantScheme{}).value();
        QCOMPARE(view.channels.size(), std::size_t{8});
        for (std::size_t i = 0; i < 8; ++i) {
            QCOMPARE(view.channels[i].outlier, i == 3);
            QCOMPARE(view.channels[i].ownScale < view.tensorScale, i != 3);
        }
        QCOMPARE(view.channels[3].ownScale, view.tensorScale);
        // One scale for all costs the seven others nearly all of their precision.
        QCOMPARE_GT(view.mseWithTensorScale[0], 100 * view.channels[0].mse);
    }

    // By hand: s = 4 / 15, z = round(1 / s) = 4; codes 0 to 15 reach from -4 s to 11 s. A reach
    // that was mirrored showed everything inside where a tenth is clipped.
    void theReachIsThatOfTheCodes() {
        QuantScheme scheme;
        scheme.format = "uint4";
        scheme.symmetric = false;
        scheme.range.kind = RangeMethod::Kind::Explicit;
        scheme.range.lo = -1;
        scheme.range.hi = 3;
        const ChannelView view = viewChannels(withOutlierChannel(), 0, scheme).value();
        QVERIFY(std::abs(view.reach.lo + 16.0 / 15) < 1e-6);
        QVERIFY(std::abs(view.reach.hi - 44.0 / 15) < 1e-6);
    }

    void errorsAreThoseOfTheReports() {
        const Tensor tensor = withOutlierChannel();
        QuantScheme scheme;
        scheme.format = "int4";
        for (const int axis : {0, 1}) {
            const ChannelView view = viewChannels(tensor, axis, scheme).value();
            scheme.granularity = Granularity::Tensor;
            const double whole =
                measureError(tensor, scheme, calibrate(tensor, scheme).value()).value().mse;
            scheme.granularity = Granularity::Channel;
            scheme.axis = axis;
            const double own =
                measureError(tensor, scheme, calibrate(tensor, scheme).value()).value().mse;
            QCOMPARE_LE(std::abs(view.tensorMse - whole), 1e-9 * whole);
            QCOMPARE_LE(std::abs(view.channelMse - own), 1e-9 * own);
            QCOMPARE_LE(std::abs(view.gainDb - 10 * std::log10(whole / own)), 1e-6);
        }
    }

    // Of no finite value there is no error and nothing to win; of an exact channel 0.
    void withoutAFiniteValueNothingIsDefined() {
        const float nan = std::nanf("");
        for (const Tensor& tensor :
             {Tensor("", {2, 2}, {nan, nan, nan, nan}), Tensor("", {0, 4}, {})}) {
            const ChannelView view = viewChannels(tensor, 0, QuantScheme{}).value();
            QVERIFY(std::isnan(view.tensorMse) && std::isnan(view.channelMse));
            QVERIFY(std::isnan(view.gainDb));
        }
        const ChannelView exact =
            viewChannels(Tensor("", {2, 2}, {127, -1, 0, 0}), 0, QuantScheme{}).value();
        QCOMPARE(exact.tensorMse, 0.0);
        QCOMPARE(exact.channelMse, 0.0);
        QCOMPARE(exact.gainDb, 0.0);
    }

    void bandsAreQuantiles() {
        std::vector<float> values(2 * 101);
        for (std::size_t i = 0; i <= 100; ++i) {
            values[i] = 100 - static_cast<float>(i);
            values[101 + i] = -static_cast<float>(i);
        }
        const auto channels =
            viewChannels(Tensor("", {2, 101}, values), 0, QuantScheme{}).value().channels;
        QCOMPARE(channels[0].min, 0.0);
        QCOMPARE(channels[0].p01, 1.0);
        QCOMPARE(channels[0].median, 50.0);
        QCOMPARE(channels[0].p99, 99.0);
        QCOMPARE(channels[1].median, -50.0);
        QCOMPARE(channels[1].max, 0.0);
        // Between two values they are interpolated.
        const ChannelReport two =
            viewChannels(Tensor("", {1, 2}, {10, 0}), 0, QuantScheme{}).value().channels[0];
        QCOMPARE(two.p01, 0.1);
        QCOMPARE(two.median, 5.0);
        QCOMPARE(two.p99, 9.9);
        // Of the ranks 0.03, 1.5 and 2.97.
        const ChannelReport four =
            viewChannels(Tensor("", {1, 4}, {11, 2, 1, 4}), 0, QuantScheme{}).value().channels[0];
        QCOMPARE_LE(std::abs(four.p01 - 1.03), 1e-9);
        QCOMPARE(four.median, 3.0);
        QCOMPARE_LE(std::abs(four.p99 - 10.79), 1e-9);
    }

    // 4 + 32 / group bits, and less error the smaller the group.
    void groupsAgainstTheirCost() {
        const Tensor tensor = withOutlierChannel();
        QuantScheme scheme;
        scheme.format = "int4";
        const std::vector<std::int64_t> sizes = {20, 50, 100, 500};
        const auto costs = groupCosts(tensor, scheme, sizes).value();
        QCOMPARE(costs.size(), sizes.size());
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            QCOMPARE(costs[i].bitsPerWeight, 4 + 32.0 / static_cast<double>(sizes[i]));
            if (i > 0) {
                QCOMPARE_GT(costs[i].mse, costs[i - 1].mse);
            }
        }
    }

    void wrongAxesAreRefused() {
        COMPARE_ERROR(viewChannels(withOutlierChannel(), 2, QuantScheme{}),
                      ErrorCode::InvalidArgument);
        const Tensor empty("", {0, 4}, std::vector<float>{});
        QVERIFY(viewChannels(empty, 0, QuantScheme{}).value().channels.empty());
    }

    // The four-bit table of a standard normal at block sizes 16 to 256, computed by another
    // program on other draws: agreement within what draws differ by.
    void fourBitFormatsOnAGaussian_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QList<double>>("decibels");
        QTest::newRow("nf4") << "nf4" << QList<double>{21.84, 21.18, 20.73, 20.41, 20.14};
        QTest::newRow("int4") << "int4" << QList<double>{21.40, 20.27, 19.37, 18.64, 17.99};
        QTest::newRow("E2M1") << "fp4-e2m1" << QList<double>{20.51, 19.89, 19.51, 19.27, 19.07};
        QTest::newRow("bitsandbytes FP4")
            << "fp4-bnb" << QList<double>{19.62, 18.84, 18.27, 17.83, 17.42};
    }

    void fourBitFormatsOnAGaussian() {
        QFETCH(QString, format);
        QFETCH(QList<double>, decibels);
        const Tensor tensor = gaussian();
        QuantScheme scheme;
        scheme.format = format.toStdString();
        scheme.narrow = true;
        const std::vector<std::int64_t> sizes = {16, 32, 64, 128, 256};
        const auto costs = groupCosts(tensor, scheme, sizes).value();
        for (int i = 0; i < decibels.size(); ++i) {
            QCOMPARE_LE(std::abs(costs[static_cast<std::size_t>(i)].sqnrDb - decibels[i]), 0.05);
        }
    }

    // The table's column of affine codes with a real minimum, at its cost of two FP32 a block.
    void realMinimaOnAGaussian() {
        const double decibels[] = {23.74, 22.15, 20.96, 20.04, 19.25};
        const Tensor tensor = gaussian();
        QuantScheme scheme;
        scheme.format = "uint4";
        scheme.granularity = Granularity::Group;
        for (int i = 0; i < 5; ++i) {
            scheme.groupSize = 16 << i;
            const ErrorReport report = measureMinimumAffine(tensor, scheme).value();
            QCOMPARE_LE(std::abs(report.sqnrDb - decibels[i]), 0.05);
            QCOMPARE(report.bitsPerWeight, 4 + 64.0 / static_cast<double>(scheme.groupSize));
        }
        scheme.format = "nf4";
        COMPARE_ERROR(measureMinimumAffine(tensor, scheme), ErrorCode::InvalidArgument);
    }

    void blockFormatsOnAGaussian() {
        const Tensor tensor = gaussian();
        for (const auto& [format, decibels] :
             {std::pair{"q4_0", 21.33}, std::pair{"mxfp4", 18.77}}) {
            QuantScheme scheme;
            scheme.format = format;
            const ErrorReport report = measureError(tensor, scheme, {}).value();
            QCOMPARE_LE(std::abs(report.sqnrDb - decibels), 0.05);
        }
    }
};

QTEST_APPLESS_MAIN(TestChannelReport)
#include "tst_channel_report.moc"
