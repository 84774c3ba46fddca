// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/synthetic.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

using namespace zeropoint;

namespace {

Tensor drawn(const char* text, const Execution& execution = {}) {
    const auto spec = parseSynthetic(text);
    if (!spec) {
        qFatal("%s", toString(spec.error()).c_str());
    }
    const auto tensor = generate(*spec, execution);
    if (!tensor) {
        qFatal("%s", toString(tensor.error()).c_str());
    }
    return *tensor;
}

double mean(const Tensor& tensor) {
    const auto values = tensor.values();
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(tensor.size());
}

double variance(const Tensor& tensor) {
    const double centre = mean(tensor);
    double sum = 0;
    for (const float x : tensor.values()) {
        sum += (x - centre) * (x - centre);
    }
    return sum / static_cast<double>(tensor.size());
}

}  // namespace

class TestSynthetic : public QObject {
    Q_OBJECT

private slots:
    void sameOnAnyNumberOfThreads_data() {
        QTest::addColumn<QString>("kind");
        for (const SyntheticKind& kind : syntheticKinds()) {
            QTest::addRow("%s", std::string(kind.name).c_str())
                << QString::fromStdString(std::string(kind.name));
        }
    }

    void sameOnAnyNumberOfThreads() {
        QFETCH(QString, kind);
        const QByteArray text = kind.toUtf8();
        const Tensor alone = drawn(text.constData());
        QCOMPARE(alone.size(), std::size_t{65536});
        for (const unsigned threads : {2U, 5U}) {
            ThreadPool pool(threads);
            const Tensor shared = drawn(text.constData(), {&pool, {}, {}});
            QVERIFY(std::ranges::equal(alone.values(), shared.values()));
        }
        QVERIFY(std::ranges::all_of(alone.values(), [](float x) { return std::isfinite(x); }));
    }

    // Mean and variance by the distribution's formula, to five standard errors of each
    // (the variance's from the fourth moment, rounded up).
    void momentsFollowTheFormula_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<double>("expectedMean");
        QTest::addColumn<double>("expectedVariance");
        QTest::addColumn<double>("kurtosis");
        const double e = std::exp(0.25);
        QTest::newRow("normal") << "normal?mean=3,std=0.5,n=400000" << 3.0 << 0.25 << 3.0;
        QTest::newRow("gamma") << "gamma?shape=2.5,scale=3,n=400000" << 7.5 << 22.5 << 5.4;
        QTest::newRow("gamma below 1") << "gamma?shape=0.5,scale=2,n=400000" << 1.0 << 2.0 << 15.0;
        QTest::newRow("uniform") << "uniform?min=-1,max=5,n=400000" << 2.0 << 3.0 << 1.8;
        QTest::newRow("laplace") << "laplace?mean=-1,scale=2,n=400000" << -1.0 << 8.0 << 6.0;
        QTest::newRow("student-t") << "student-t?dof=10,n=400000" << 0.0 << 1.25 << 4.0;
        QTest::newRow("lognormal")
            << "lognormal?std=0.5,n=400000" << std::exp(0.125) << e * (e - 1) << 9.0;
        QTest::newRow("bimodal") << "bimodal?distance=4,std=0.5,n=400000" << 0.0 << 4.25 << 1.5;
        const double halfNormal = 1 / std::sqrt(2 * M_PI);
        QTest::newRow("relu") << "relu?n=400000" << halfNormal << 0.5 - halfNormal * halfNormal
                              << 6.0;
    }

    void momentsFollowTheFormula() {
        QFETCH(QString, text);
        QFETCH(double, expectedMean);
        QFETCH(double, expectedVariance);
        QFETCH(double, kurtosis);
        const Tensor tensor = drawn(text.toUtf8().constData());
        const auto n = static_cast<double>(tensor.size());
        QCOMPARE_LE(std::abs(mean(tensor) - expectedMean), 5 * std::sqrt(expectedVariance / n));
        QCOMPARE_LE(std::abs(variance(tensor) - expectedVariance),
                    5 * expectedVariance * std::sqrt((kurtosis - 1) / n));
    }

    void rampHitsBothEnds() {
        const Tensor ramp = drawn("ramp?min=-20,max=1000,n=1021");
        QCOMPARE(ramp.values().front(), -20.0F);
        QCOMPARE(ramp.values().back(), 1000.0F);
        for (std::size_t i = 0; i < ramp.size(); ++i) {
            QCOMPARE_LE(std::abs(ramp.values()[i] - (static_cast<double>(i) - 20)), 1e-4);
        }
    }

    void constantIsConstant() {
        const Tensor tensor = drawn("constant?value=0.25,n=3");
        QCOMPARE(std::vector<float>(tensor.values().begin(), tensor.values().end()),
                 (std::vector<float>{0.25F, 0.25F, 0.25F}));
    }

    void halfOfReluIsZero() {
        const Tensor tensor = drawn("relu?n=100000");
        const auto zeros = std::ranges::count(tensor.values(), 0.0F);
        QCOMPARE_LE(std::abs(static_cast<double>(zeros) - 50000), 800.0);
    }

    void outlierChannelsAreRows() {
        const Tensor plain = drawn("outlier-channels?rows=20,cols=500,channels=0");
        const Tensor raised = drawn("outlier-channels?rows=20,cols=500,channels=3,gain=8");
        QCOMPARE(raised.shape(), (Shape{20, 500}));
        std::set<std::size_t> rows;
        for (std::size_t i = 0; i < plain.size(); ++i) {
            if (plain.values()[i] != raised.values()[i]) {
                QCOMPARE(raised.values()[i], 8 * plain.values()[i]);
                rows.insert(i / 500);
            }
        }
        QCOMPARE(rows.size(), std::size_t{3});
    }

    void outliersArePlantedAboveTheRest() {
        const Tensor plain = drawn("normal?n=5000");
        const Tensor planted = drawn("normal?n=5000,outliers=7,outlier-gain=10");
        const float largest =
            *std::ranges::max_element(plain.values(), {}, [](float x) { return std::abs(x); });
        int changed = 0;
        for (std::size_t i = 0; i < plain.size(); ++i) {
            if (plain.values()[i] != planted.values()[i]) {
                ++changed;
                QCOMPARE_GE(std::abs(planted.values()[i]), 4.99F * std::abs(largest));
            }
        }
        QCOMPARE(changed, 7);
    }

    void seedsDiffer() {
        QVERIFY(!std::ranges::equal(drawn("normal?n=100,seed=1").values(),
                                    drawn("normal?n=100,seed=2").values()));
    }

    void textReadsBack() {
        const auto spec = parseSynthetic("normal?std=0.02,seed=1,n=1000");
        QVERIFY(spec.has_value());
        QCOMPARE(toString(*spec), std::string("normal?n=1000,std=0.02"));
        const auto again = parseSynthetic(toString(*spec));
        QVERIFY(std::ranges::equal(generate(*spec)->values(), generate(*again)->values()));
    }

    void wrongTextIsRefused_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("mentioned");
        QTest::newRow("kind") << "gauss"
                              << "'gauss'";
        QTest::newRow("empty") << ""
                               << "''";
        QTest::newRow("key") << "normal?dof=3"
                             << "'dof'";
        QTest::newRow("no value") << "normal?std"
                                  << "'std'";
        QTest::newRow("no number") << "normal?std=wide"
                                   << "'std=wide'";
        QTest::newRow("rest after the number") << "normal?std=1x"
                                               << "'std=1x'";
        QTest::newRow("below range") << "normal?std=0"
                                     << "'std'";
        QTest::newRow("nan") << "normal?std=nan"
                             << "'std'";
        QTest::newRow("infinite") << "uniform?max=inf"
                                  << "'max'";
        QTest::newRow("fraction of a value") << "normal?n=2.5"
                                             << "'n'";
        QTest::newRow("no values") << "normal?n=0"
                                   << "'n'";
        QTest::newRow("too many") << "normal?n=1e15"
                                  << "'n'";
        QTest::newRow("twice") << "normal?n=5,n=6"
                               << "'n'";
        QTest::newRow("empty pair") << "normal?n=5,,seed=1"
                                    << "''";
    }

    void wrongTextIsRefused() {
        QFETCH(QString, text);
        QFETCH(QString, mentioned);
        const auto spec = parseSynthetic(text.toStdString());
        COMPARE_ERROR(spec, ErrorCode::InvalidArgument);
        QVERIFY2(spec.error().what.find(mentioned.toStdString()) != std::string::npos,
                 spec.error().what.c_str());
        QVERIFY(!spec.error().remedy.empty());
    }

    void impossibleCombinationsAreRefused_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("min above max") << "uniform?min=2,max=1";
        QTest::newRow("ramp down") << "ramp?min=2,max=1";
        QTest::newRow("too many channels") << "outlier-channels?rows=2,channels=3";
        QTest::newRow("huge matrix") << "outlier-channels?rows=1000000,cols=1000000";
    }

    void impossibleCombinationsAreRefused() {
        QFETCH(QString, text);
        const auto spec = parseSynthetic(text.toStdString());
        QVERIFY(spec.has_value());
        QVERIFY(!generate(*spec).has_value());
    }

    void stopIsHonoured() {
        std::stop_source source;
        source.request_stop();
        const auto tensor = generate({"normal", {}}, {nullptr, {}, source.get_token()});
        COMPARE_ERROR(tensor, ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestSynthetic)
#include "tst_synthetic.moc"
