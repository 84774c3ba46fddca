// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/group_costs.h"
#include "core/metrics/minimum_affine.h"
#include "core/support/random.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <array>

using namespace zeropoint;

namespace {

constexpr std::array<std::int64_t, 3> sizes{128, 32, 16};

Tensor weights() {
    Random random(4);
    std::vector<float> values(16 * 256);
    for (float& value : values) {
        value = static_cast<float>(random.normal());
    }
    return Tensor("", {16, 256}, std::move(values));
}

QuantScheme schemeOf(const std::string& format) {
    QuantScheme scheme;
    scheme.format = format;
    return scheme;
}

}  // namespace

class TestGroupCosts : public QObject {
    Q_OBJECT

private slots:
    void formatsThatMayCostTheSame_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("an integer")
            << "int4" << QStringList{"int4", "int3", "int5", "int6", "int4 + min"};
        QTest::newRow("an unsigned one")
            << "uint4" << QStringList{"uint4", "uint3", "uint5", "uint6", "uint4 + min"};
        QTest::newRow("a float") << "fp4-e2m1" << QStringList{"fp4-e2m1", "int4", "int5"};
        QTest::newRow("a code book") << "nf4" << QStringList{"nf4", "int4", "int5"};
    }

    void formatsThatMayCostTheSame() {
        QFETCH(QString, format);
        QFETCH(QStringList, expected);
        const auto curves = compareGroupCosts(weights(), schemeOf(format.toStdString()), sizes);
        QVERIFY(curves.has_value());
        QStringList names;
        for (const GroupCurve& curve : *curves) {
            names << QString::fromStdString(curve.format) +
                         (curve.minimum ? QStringLiteral(" + min") : QString());
            QCOMPARE(curve.own, names.size() == 1);
            QCOMPARE(curve.costs.size(), sizes.size());
        }
        QCOMPARE(names, expected);
    }

    // A minimum has the scheme's scales and range, or it is not compared.
    void aMinimumIsOfTheSameScheme() {
        const Tensor tensor = weights();
        const auto last = [&](ScaleFormat scales, RangeMethod::Kind range) {
            QuantScheme scheme = schemeOf("int4");
            scheme.scaleFormat = scales;
            scheme.range.kind = range;
            return compareGroupCosts(tensor, scheme, sizes).value().back();
        };
        const auto half = last(ScaleFormat::Fp16, RangeMethod::Kind::MinMax);
        QVERIFY(half.minimum);
        // 4 bits, and two FP16 numbers for each group.
        QCOMPARE(half.costs[0].bitsPerWeight, 4 + 32.0 / static_cast<double>(sizes[0]));
        QVERIFY(last(ScaleFormat::Bf16, RangeMethod::Kind::MinMax).minimum);
        QVERIFY(!last(ScaleFormat::E8m0, RangeMethod::Kind::MinMax).minimum);
        QVERIFY(!last(ScaleFormat::Double, RangeMethod::Kind::MinMax).minimum);
        QVERIFY(!last(ScaleFormat::Fp32, RangeMethod::Kind::Mse).minimum);
    }

    void figuresAreThoseOfEachAlone() {
        const Tensor tensor = weights();
        const auto curves = compareGroupCosts(tensor, schemeOf("int4"), sizes).value();
        const auto alone = groupCosts(tensor, schemeOf("int5"), sizes).value();
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            QCOMPARE(curves[2].costs[i].groupSize, sizes[i]);
            QCOMPARE(curves[2].costs[i].mse, alone[i].mse);
            // 5 bits, and an FP32 scale for each group.
            QCOMPARE(curves[2].costs[i].bitsPerWeight, 5 + 32.0 / static_cast<double>(sizes[i]));
        }
        QuantScheme scheme = schemeOf("int4");
        scheme.granularity = Granularity::Group;
        scheme.groupSize = 32;
        QCOMPARE(curves.back().costs[1].mse, measureMinimumAffine(tensor, scheme)->mse);
    }

    void whatCostsTheSame() {
        GroupCurve curve;
        curve.costs = {{64, 0, 0, 4.5}, {32, 0, 0, 5.0}, {16, 0, 0, 6.0}};
        QCOMPARE(atEqualCost(curve, 5.1, 0.25)->groupSize, 32);
        QCOMPARE(atEqualCost(curve, 4.7, 0.25)->groupSize, 64);
        QCOMPARE(atEqualCost(curve, 4.76, 0.3)->groupSize, 32);
        QVERIFY(atEqualCost(curve, 5.5, 0.25) == nullptr);
        QCOMPARE(costOfSize(curve, 16)->bitsPerWeight, 6.0);
        QVERIFY(costOfSize(curve, 8) == nullptr);
    }

    void badInputIsRefused() {
        COMPARE_ERROR((compareGroupCosts(weights(), schemeOf("int99"), sizes)),
                      ErrorCode::Unsupported);
        std::stop_source stopped;
        stopped.request_stop();
        Execution execution;
        execution.stop = stopped.get_token();
        COMPARE_ERROR((compareGroupCosts(weights(), schemeOf("int4"), sizes, execution)),
                      ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestGroupCosts)
#include "tst_group_costs.moc"
