// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantization/quantize.h"
#include "core/quantization/scheme_ledger.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <cmath>

using namespace zeropoint;

class TestSchemeLedger : public QObject {
    Q_OBJECT

private slots:
    // The bill adds up to what storedSize counts for a tensor of whole groups, but for the one mean
    // that double quantization stores for all of it.
    void addsUpToTheStoredSize_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("scaleFormat");
        QTest::addColumn<bool>("symmetric");
        for (const char* format : {"int4", "int8", "nf4", "fp8-e4m3", "bf16"}) {
            for (int scale = 0; scale <= static_cast<int>(ScaleFormat::Double); ++scale) {
                for (const bool symmetric : {true, false}) {
                    QTest::addRow("%s %d %d", format, scale, symmetric)
                        << QString::fromLatin1(format) << scale << symmetric;
                }
            }
        }
    }
    void addsUpToTheStoredSize() {
        QFETCH(QString, format);
        QFETCH(int, scaleFormat);
        QFETCH(bool, symmetric);
        QuantScheme scheme;
        scheme.format = format.toStdString();
        scheme.symmetric = symmetric;
        scheme.granularity = Granularity::Group;
        scheme.groupSize = 64;
        scheme.scaleFormat = static_cast<ScaleFormat>(scaleFormat);
        scheme.doubleBlock = 256;
        double sum = 0;
        const std::vector<SchemeCost> ledger = schemeLedger(scheme).value();
        for (const SchemeCost& cost : ledger) {
            sum += cost.bitsPerWeight();
        }
        const StoredSize size = storedSize({64, 64 * 256}, scheme);
        constexpr double mean = 32.0 / (64 * 64 * 256);
        QCOMPARE_LE(std::abs(sum - size.bitsPerWeight), mean);
    }

    // REFERENCE: 32/64 = 0.5 bits become 8/64 + 32/(64 * 256) = 0.127.
    void halfABitBecomesAnEighth() {
        QuantScheme scheme;
        scheme.format = "nf4";
        scheme.granularity = Granularity::Group;
        scheme.groupSize = 64;
        QCOMPARE(schemeLedger(scheme).value()[1].bitsPerWeight(), 0.5);
        scheme.scaleFormat = ScaleFormat::Double;
        const std::vector<SchemeCost> twice = schemeLedger(scheme).value();
        QCOMPARE(twice.size(), std::size_t{3});
        QCOMPARE(twice[1].bitsPerWeight() + twice[2].bitsPerWeight(), 0.126953125);
    }

    void refusals() {
        QuantScheme scheme;
        COMPARE_ERROR(schemeLedger(scheme), ErrorCode::InvalidArgument);
        scheme.granularity = Granularity::Group;
        scheme.groupSize = 0;
        COMPARE_ERROR(schemeLedger(scheme), ErrorCode::InvalidArgument);
        scheme.groupSize = 32;
        scheme.format = "q4_0";
        COMPARE_ERROR(schemeLedger(scheme), ErrorCode::Unsupported);
    }
};

QTEST_APPLESS_MAIN(TestSchemeLedger)
#include "tst_scheme_ledger.moc"
