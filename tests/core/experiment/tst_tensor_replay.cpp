// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/tensor_replay.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <array>
#include <cmath>
#include <limits>
#include <vector>

using namespace zeropoint;

Q_DECLARE_METATYPE(zeropoint::HistoricBug)

/// A tensor with a bug beside the same tensor done right.
class TestTensorReplay : public QObject {
    Q_OBJECT

private:
    /// -20, -16 ... 1000: at eight bits the scale is 4 and the zero point 5, and each is a code.
    static std::vector<float> ramp() {
        std::vector<float> values;
        for (int x = -20; x <= 1000; x += 4) {
            values.push_back(float(x));
        }
        return values;
    }

    static double energy(const std::vector<float>& values) {
        double sum = 0;
        for (const float x : values) {
            sum += double(x) * x;
        }
        return sum;
    }

private slots:
    void aZeroPointOffByOneMovesEveryValueByTheScale() {
        const std::vector<float> values = ramp();
        const auto replay = replayTensor(values, 8, HistoricBug::ZeroPointOffByOne);
        QVERIFY(replay);
        QCOMPARE(replay->right.scale, 4.0);
        QCOMPARE(replay->right.zero, 5.0);
        QCOMPARE(replay->right.stored, 5.0);
        QCOMPARE(replay->broken.stored, 4.0);
        QCOMPARE(replay->right.codeOf(250), 67.0);  // 62.5 to the even 62, plus 5
        QCOMPARE(replay->broken.codeOf(250), 67.0);
        QCOMPARE(replay->right.valueOf(67), 248.0);
        QCOMPARE(replay->broken.valueOf(67), 252.0);
        QCOMPARE(replay->count, values.size());
        QCOMPARE(replay->changed, values.size());
        QCOMPARE(replay->sqnrRight, std::numeric_limits<double>::infinity());
        const double expected = 10 * std::log10(energy(values) / (16.0 * double(values.size())));
        QCOMPARE_LE(std::abs(replay->sqnrBroken - expected), 1e-9);
    }

    void withoutTiesTheirRuleChangesNothing() {
        const auto replay = replayTensor(ramp(), 8, HistoricBug::TiesUp);
        QVERIFY(replay);
        QCOMPARE(replay->changed, std::size_t(0));
        QCOMPARE(replay->right.codeOf(250), 67.0);
        QCOMPARE(replay->broken.codeOf(250), 68.0);  // the value that is a tie itself
        const std::vector<float> tied{-20, 2, 6,
                                      1000};  // 0.5 and 1.5 steps: to 0 and 2, to 1 and 2
        QCOMPARE(replayTensor(tied, 8, HistoricBug::TiesUp)->changed, std::size_t(1));
    }

    void aBugOfTheRangeNeedsATensorOnOneSide() {
        QCOMPARE(replayTensor(ramp(), 8, HistoricBug::RangeWithoutZero)->changed, std::size_t(0));
        const std::vector<float> oneSided{900, 1000, 1155};  // without zero: s 1, z -900, read as 0
        const auto replay = replayTensor(oneSided, 8, HistoricBug::RangeWithoutZero);
        QVERIFY(replay);
        QCOMPARE(replay->broken.zero, -900.0);
        QCOMPARE(replay->broken.stored, 0.0);
        QCOMPARE(replay->changed, std::size_t(3));
        QCOMPARE(replay->broken.valueOf(replay->broken.codeOf(1000)), 100.0);
        const double noise = 3 * 900.0 * 900.0;
        const double expected = 10 * std::log10(energy(oneSided) / noise);
        QCOMPARE_LE(std::abs(replay->sqnrBroken - expected), 1e-9);
    }

    void itIsWhatReplayedGives_data() {
        QTest::addColumn<HistoricBug>("bug");
        for (const HistoricBug bug : historicBugs()) {
            QTest::newRow(std::string(bugName(bug)).c_str()) << bug;
        }
    }

    /// The values of the lessons' replay, and of the whole tensor past its first stretch.
    void itIsWhatReplayedGives() {
        QFETCH(HistoricBug, bug);
        std::vector<float> values(150'000);
        for (std::size_t i = 0; i < values.size(); ++i) {
            values[i] = float(0.2 + std::sin(double(i)));
        }
        const std::vector<double> doubles(values.begin(), values.end());
        const auto replay = replayTensor(values, 4, bug);
        QVERIFY(replay);
        const std::vector<double> right = replayed(doubles, 4, HistoricBug::None);
        const std::vector<double> broken = replayed(doubles, 4, bug);
        double noise = 0;
        std::size_t changed = 0;
        for (std::size_t i = 0; i < values.size(); ++i) {
            noise += (broken[i] - doubles[i]) * (broken[i] - doubles[i]);
            changed += broken[i] != right[i] ? 1 : 0;
        }
        QCOMPARE(replay->changed, changed);
        const double expected = 10 * std::log10(energy(values) / noise);
        QCOMPARE_LE(std::abs(replay->sqnrBroken - expected), 1e-9);
    }

    void whatIsNotFiniteIsLeftOut() {
        std::vector<float> values = ramp();
        const auto without = replayTensor(values, 8, HistoricBug::SignedDivisor);
        values.push_back(std::numeric_limits<float>::infinity());
        values.push_back(std::numeric_limits<float>::quiet_NaN());
        const auto with = replayTensor(values, 8, HistoricBug::SignedDivisor);
        QVERIFY(without && with);
        QCOMPARE(with->count, without->count);
        QCOMPARE(with->changed, without->changed);
        QCOMPARE(with->sqnrBroken, without->sqnrBroken);
        QCOMPARE(with->broken.scale, 1020.0 / 127);
    }

    void whatHasNoGridIsRefused() {
        const std::array same{3.0F, 3.0F};
        const std::array nothing{std::numeric_limits<float>::quiet_NaN()};
        COMPARE_ERROR(replayTensor(same, 8, HistoricBug::TiesUp), ErrorCode::InvalidArgument);
        COMPARE_ERROR(replayTensor(nothing, 8, HistoricBug::TiesUp), ErrorCode::InvalidArgument);
        COMPARE_ERROR(replayTensor({}, 8, HistoricBug::TiesUp), ErrorCode::InvalidArgument);
    }

    void itStops() {
        std::stop_source stop;
        stop.request_stop();
        COMPARE_ERROR(replayTensor(ramp(), 8, HistoricBug::TiesUp, {nullptr, {}, stop.get_token()}),
                      ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestTensorReplay)
#include "tst_tensor_replay.moc"
