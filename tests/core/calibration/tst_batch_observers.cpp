// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later

// Ranges of values that arrive in batches, against PyTorch's observers.
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

    void valuesWithoutCodeAreLeftOut() {
        constexpr float infinity = std::numeric_limits<float>::infinity();
        const std::vector<float> wild{-1, NAN, infinity, 2, -infinity};
        const std::vector<float> none{NAN, infinity};
        MovingAverageRange average;
        average.add(none);
        average.add(wild);
        QCOMPARE(average.range().lo, -1.0);
        QCOMPARE(average.range().hi, 2.0);
    }
};

QTEST_APPLESS_MAIN(TestBatchObservers)
#include "tst_batch_observers.moc"
