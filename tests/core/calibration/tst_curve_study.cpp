// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/calibration/curve_study.h"
#include "core/tensor/synthetic.h"
#include "tests/support/outcome.h"

#include <QtTest>

#include <limits>

using namespace zeropoint;

namespace {

struct Drawn {
    explicit Drawn(const char* kind)
        : tensor(generate({kind, {{"n", 20000}, {"seed", 3}}}).value()),
          summary(summarize(tensor.values())),
          histogram(fineHistogram(tensor.values(), summary)) {}
    CurveInput input() const { return {tensor.values(), summary, histogram}; }

    Tensor tensor;
    Summary summary;
    FineHistogram histogram;
};

}  // namespace

class TestCurveStudy : public QObject {
    Q_OBJECT

private slots:
    void theoryIsKnownForThreeKinds_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("known");
        using Kind = SourceDistribution::Kind;
        QTest::newRow("normal") << "normal" << static_cast<int>(Kind::Gauss);
        QTest::newRow("laplace") << "laplace" << static_cast<int>(Kind::Laplace);
        QTest::newRow("uniform") << "uniform" << static_cast<int>(Kind::Uniform);
        QTest::newRow("another") << "gamma" << -1;
    }

    void theoryIsKnownForThreeKinds() {
        QFETCH(QString, kind);
        QFETCH(int, known);
        const Drawn drawn(kind.toLatin1().constData());
        const auto distribution = knownDistribution(kind.toStdString(), drawn.summary);
        QCOMPARE(distribution ? static_cast<int>(distribution->kind) : -1, known);
        QuantScheme scheme;
        scheme.format = "int4";
        const CurveStudy study = studyCurve(drawn.input(), distribution, scheme).value();
        QCOMPARE(study.theory.size(), known < 0 ? std::size_t{0} : study.own.points.size());
        QCOMPARE(study.lloydMax > 0, known >= 0);
        QCOMPARE(study.family.size(), std::size_t{7});
        QVERIFY(!study.familyEstimated);
        QVERIFY(!study.markers.empty());
        // The member of four bits is the scheme's own curve.
        const auto& own = study.own.points[study.own.best];
        const auto& member = study.family[2].curve;
        QCOMPARE(study.family[2].bits, 4);
        QCOMPARE_LE(std::abs(member.points[member.best].mse - own.mse), own.mse * 1e-9);
        // No quantizer of as many levels errs less, up to the spread of what was drawn.
        QCOMPARE_GT(own.mse, study.lloydMax * 0.9);
    }

    void withoutAFiniteValueThereIsNoCurve() {
        const std::vector<float> values(100, std::numeric_limits<float>::quiet_NaN());
        const Summary summary = summarize(values);
        const FineHistogram histogram = fineHistogram(values, summary);
        const auto study = studyCurve({values, summary, histogram}, std::nullopt, QuantScheme());
        QVERIFY(study.has_value());
        QVERIFY(study->own.points.empty());
    }

    void aStopEndsIt() {
        const Drawn drawn("normal");
        std::stop_source stopped;
        stopped.request_stop();
        Execution execution;
        execution.stop = stopped.get_token();
        COMPARE_ERROR((studyCurve(drawn.input(), std::nullopt, QuantScheme(), execution)),
                      ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestCurveStudy)
#include "tst_curve_study.moc"
