// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Ranges of values that arrive in batches, against PyTorch's observers.
#include "core/calibration/histogram_range.h"
#include "core/calibration/moving_average_range.h"
#include "core/scheme/affine.h"
#include "tests/support/golden.h"
#include "tests/support/npy_values.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <limits>
#include <span>

using namespace zeropoint;

namespace {

QList<QJsonObject> recordsOf(const QString& observer) {
    const QJsonArray records =
        QJsonDocument::fromJson(test::readAll(test::golden("torch-quant/observers.json")))
            .object()["records"]
            .toArray();
    QList<QJsonObject> own;
    for (const QJsonValue record : records) {
        if (record.toObject()["observer"] == observer) {
            own.append(record.toObject());
        }
    }
    return own;
}

/// Feeds the record's values as PyTorch got them: at once, or four rows of 256 at a time.
template <typename Range>
RealRange fed(Range range, const QJsonObject& record) {
    const test::NpyValues x =
        test::readNpy(test::golden("torch-quant/x_" + record["x"].toString() + ".npy"));
    const std::size_t calls = record["feed"] == "one call" ? 1 : 4;
    const std::size_t size = x.values.size() / calls;
    for (std::size_t call = 0; call < calls; ++call) {
        range.add(std::span(x.values).subspan(call * size, size));
    }
    return range.range();
}

}  // namespace

class TestBatchObservers : public QObject {
    Q_OBJECT

private slots:
    void movingAverage() {
        ZEROPOINT_NEED_GOLDEN("torch-quant/observers.json");
        const QList<QJsonObject> records = recordsOf("MovingAverageMinMax");
        QCOMPARE(records.size(), 24);
        for (const QJsonObject& record : records) {
            const RealRange range = fed(MovingAverageRange(), record);
            QCOMPARE(static_cast<float>(range.lo),
                     static_cast<float>(record["min"].toArray()[0].toDouble()));
            QCOMPARE(static_cast<float>(range.hi),
                     static_cast<float>(record["max"].toArray()[0].toDouble()));
        }
    }

    // PyTorch 1.13 made the records. It works in float32, so that its search may end a bin apart.
    void histogram() {
        ZEROPOINT_NEED_GOLDEN("torch-quant/observers.json");
        const QList<QJsonObject> records = recordsOf("Histogram");
        QCOMPARE(records.size(), 48);
        for (const QJsonObject& record : records) {
            QuantScheme scheme;
            scheme.convention = Convention::PyTorch;
            scheme.symmetric = record["scheme"] == "symmetric";
            scheme.format = record["dtype"] == "quint8" ? "uint8" : "int8";
            const RealRange range = fed(HistogramRange(HistogramRange::Ends::WholeNumbers), record);
            const QuantParams params = chooseParams(range.lo, range.hi, scheme).value();
            const double scale = record["scale"].toArray()[0].toDouble();
            const QString where = record["x"].toString() + ' ' + record["feed"].toString() + ' ' +
                                  record["scheme"].toString() +
                                  QStringLiteral(" [%1, %2], not [%3, %4]")
                                      .arg(range.lo)
                                      .arg(range.hi)
                                      .arg(record["searched_min"].toArray()[0].toDouble())
                                      .arg(record["searched_max"].toArray()[0].toDouble());
            QVERIFY2(std::abs(params.scale - scale) <= 0.01 * scale, qPrintable(where));
            QVERIFY2(std::abs(params.zeroPoint - record["zero_point"].toArray()[0].toInt()) <= 1,
                     qPrintable(where));
        }
    }

    void valuesWithoutCodeAreLeftOut() {
        constexpr float infinity = std::numeric_limits<float>::infinity();
        const std::vector<float> wild{-1, NAN, infinity, 2, -infinity};
        const std::vector<float> none{NAN, infinity};
        HistogramRange histogram;
        histogram.add(none);
        QCOMPARE(histogram.range().hi, 0.0);
        histogram.add(wild);
        histogram.add(none);
        QCOMPARE_LE(std::abs(histogram.range().lo + 1), 3.0 / 2048);
        QCOMPARE_LE(std::abs(histogram.range().hi - 2), 3.0 / 2048);
        MovingAverageRange average;
        average.add(none);
        average.add(wild);
        QCOMPARE(average.range().lo, -1.0);
        QCOMPARE(average.range().hi, 2.0);
    }

    // From one value to a spread: counts move into the new range's bins.
    void aConstantBatchIsKept() {
        HistogramRange range;
        range.add(std::vector<float>(100, 0.5F));
        range.add(std::vector<float>{0, 1});
        QCOMPARE_LE(range.range().lo, 0.5);
        QCOMPARE_GE(range.range().hi, 0.5);
    }
};

QTEST_APPLESS_MAIN(TestBatchObservers)
#include "tst_batch_observers.moc"
