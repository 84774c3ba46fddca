// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/qat/fake_quantize.h"
#include "core/methods/qat/pact_input.h"
#include "core/support/random.h"
#include "tests/support/golden_npy.h"

#include <QJsonArray>
#include <QtTest>

#include <cmath>
#include <limits>

using namespace zeropoint;

namespace {

const QString folder = QStringLiteral("torch-quant/");

/// One fake-quantize record of PyTorch: a grid for each of `units` equal stretches.
struct Record {
    QString name;
    std::vector<Grid> grids;
    std::vector<float> x, upstream, y, gradient;
};

std::vector<double> numbers(const QJsonValue& value) {
    std::vector<double> list;
    if (value.isArray()) {
        for (const QJsonValue each : value.toArray()) {
            list.push_back(each.toDouble());
        }
    } else {
        list.push_back(value.toDouble());
    }
    return list;
}

std::vector<float> floats(const QJsonValue& value) {
    std::vector<float> list;
    for (const double each : numbers(value)) {
        list.push_back(static_cast<float>(each));
    }
    return list;
}

std::vector<Record> fakeQuantizeRecords() {
    const QByteArray bytes = test::readAll(test::golden(folder + "ops.json"));
    std::vector<Record> records;
    for (const QJsonValue value : QJsonDocument::fromJson(bytes)["records"].toArray()) {
        const QJsonObject object = value.toObject();
        if (!object["op"].toString().startsWith("fake_quantize")) {
            continue;
        }
        const auto file = [&object](const char* key) {
            return test::goldenNpy<float>(folder + object[QLatin1String(key)].toString());
        };
        Record record;
        record.name = object["y"].toString();
        const std::vector<double> scales = numbers(object["scale"]);
        const std::vector<double> zeroPoints = numbers(object["zero_point"]);
        const CodeRange codes{object["qmin"].toInt(), object["qmax"].toInt()};
        for (std::size_t i = 0; i < scales.size(); ++i) {
            const auto zeroPoint = static_cast<std::int32_t>(zeroPoints[i]);
            record.grids.push_back(Grid::of({scales[i], zeroPoint}, codes));
        }
        record.x = test::goldenNpy<float>(folder + "x_" + object["x"].toString() + ".npy");
        record.upstream = file("upstream");
        record.y = file("y");
        record.gradient = file("grad_x");
        records.push_back(std::move(record));
    }
    return records;
}

}  // namespace

class TestFakeQuantize : public QObject {
    Q_OBJECT

private slots:
    // Every value and every gradient of PyTorch's per-tensor and per-channel fake-quantize.
    void codeForCodeWithTorch_data() {
        QTest::addColumn<int>("index");
        const std::vector<Record> records = fakeQuantizeRecords();
        for (std::size_t i = 0; i < records.size(); ++i) {
            QTest::newRow(qPrintable(records[i].name)) << static_cast<int>(i);
        }
        if (records.empty()) {
            QTest::newRow("no golden data") << -1;
        }
    }
    void codeForCodeWithTorch() {
        ZEROPOINT_NEED_GOLDEN("torch-quant/ops.json");
        QFETCH(int, index);
        const Record record = fakeQuantizeRecords().at(static_cast<std::size_t>(index));
        QCOMPARE(record.x.size(), std::size_t{4096});
        QCOMPARE(record.y.size(), record.x.size());
        QCOMPARE(record.gradient.size(), record.x.size());
        std::vector<float> y(record.x.size());
        std::vector<float> gradient = record.upstream;
        const std::size_t stretch = record.x.size() / record.grids.size();
        for (std::size_t unit = 0; unit < record.grids.size(); ++unit) {
            const std::span<const float> x = std::span(record.x).subspan(unit * stretch, stretch);
            fakeQuantize(x, record.grids[unit], std::span(y).subspan(unit * stretch, stretch));
            clippedStraightThrough(x, record.grids[unit], ClipTest::Code,
                                   std::span(gradient).subspan(unit * stretch, stretch));
        }
        QCOMPARE(y, record.y);
        QCOMPARE(gradient, record.gradient);
    }

    // Many values are compared with the ends of the grid, a few are divided each: the same values
    // are kept, down to the last float on either side of an end.
    void endsOfManyValues_data() {
        QTest::addColumn<float>("scale");
        QTest::addColumn<int>("zeroPoint");
        for (const float scale : {1.0F, 0.1F, 0.037F, 1.7e-3F, 3e-41F, 1e-45F, 2.5e36F, 3e38F}) {
            for (const int zeroPoint : {-128, 0, 5, 127}) {
                QTest::addRow("%g, %d", double{scale}, zeroPoint) << scale << zeroPoint;
            }
        }
    }
    void endsOfManyValues() {
        QFETCH(float, scale);
        QFETCH(int, zeroPoint);
        constexpr float infinity = std::numeric_limits<float>::infinity();
        const Grid grid = Grid::of({scale, zeroPoint}, {-128, 127});
        std::vector<float> x = {0, NAN, infinity, -infinity, 3e38F, -3e38F};
        for (const float end : {grid.low - 0.5F, grid.high + 0.5F}) {
            float below = end * scale, above = end * scale;
            for (int i = 0; i < 150; ++i) {
                x.insert(x.end(), {below, above});
                below = std::nextafter(below, -infinity);
                above = std::nextafter(above, infinity);
            }
        }
        std::vector<float> many(x.size(), 2.0F), alone(x.size(), 2.0F);
        clippedStraightThrough(x, grid, ClipTest::Code, many);
        for (std::size_t i = 0; i < x.size(); ++i) {
            clippedStraightThrough(std::span(x).subspan(i, 1), grid, ClipTest::Code,
                                   std::span(alone).subspan(i, 1));
            const double rounded = std::nearbyint(double{x[i] / scale});
            const bool outside = rounded < grid.low || rounded > grid.high;
            QCOMPARE(many[i], alone[i]);
            QCOMPARE(many[i], outside ? 0.0F : 2.0F);
        }
    }

    // PyTorch's learnable form (LSQ), from records that make.py beside them wrote.
    void learnableAsTorch() {
        const QByteArray bytes =
            test::readAll(test::testData("learnable-fake-quantize/records.json"));
        const QJsonArray records = QJsonDocument::fromJson(bytes)["records"].toArray();
        QCOMPARE(records.size(), 6);
        for (const QJsonValue record : records) {
            const Grid grid = Grid::of({record["scale"].toDouble(), record["zero_point"].toInt()},
                                       {record["qmin"].toInt(), record["qmax"].toInt()});
            const std::vector<float> x = floats(record["x"]);
            const std::vector<float> upstream = floats(record["upstream"]);
            QCOMPARE(x.size(), std::size_t{96});
            std::vector<float> y(x.size());
            fakeQuantize(x, grid, y);
            QCOMPARE(y, floats(record["y"]));
            std::vector<float> gradient = upstream;
            clippedStraightThrough(x, grid, ClipTest::Code, gradient);
            QCOMPARE(gradient, floats(record["x_gradient"]));
            std::vector<float> learned = upstream;
            const double slope = lsqGradient(x, grid, ClipTest::Code, learned) *
                                 record["gradient_factor"].toDouble();
            QCOMPARE(learned, gradient);
            const double expected = record["scale_gradient"].toDouble();
            // PyTorch sums in float32.
            QCOMPARE_LE(std::abs(slope - expected), 1e-5 * std::abs(expected));
        }
    }

    // Worked by hand on the grid of 4 bits with scale 0.5: codes -8..7, so -4..3.5. By value are
    // equations 3 and 5 of Esser et al. 2020, which decide on v = x / scale before it is rounded.
    void oneByOne_data() {
        QTest::addColumn<float>("x");
        QTest::addColumn<float>("y");
        QTest::addColumn<float>("passes");
        QTest::addColumn<double>("slope");
        QTest::addColumn<float>("passesByValue");
        QTest::addColumn<double>("slopeByValue");
        QTest::newRow("on the grid") << 1.0F << 1.0F << 1.0F << 0.0 << 1.0F << 0.0;
        QTest::newRow("below a level")
            << 0.4F << 0.5F << 1.0F << 1 - 0.4 / 0.5 << 1.0F << 1 - 0.4 / 0.5;
        QTest::newRow("above a level")
            << -0.9F << -1.0F << 1.0F << -2 + 0.9 / 0.5 << 1.0F << -2 + 0.9 / 0.5;
        QTest::newRow("tie to even, up") << 0.75F << 1.0F << 1.0F << 0.5 << 1.0F << 0.5;
        QTest::newRow("tie to even, down") << 0.25F << 0.0F << 1.0F << -0.5 << 1.0F << -0.5;
        QTest::newRow("last that is not clipped")
            << 3.7F << 3.5F << 1.0F << 7 - 3.7 / 0.5 << 0.0F << 7.0;
        QTest::newRow("tie beyond the end") << 3.75F << 3.5F << 0.0F << 7.0 << 0.0F << 7.0;
        QTest::newRow("tie at the lower end") << -4.25F << -4.0F << 1.0F << 0.5 << 0.0F << -8.0;
        QTest::newRow("just inside")
            << 3.45F << 3.5F << 1.0F << 7 - 3.45 / 0.5 << 1.0F << 7 - 3.45 / 0.5;
        QTest::newRow("on the last level") << 3.5F << 3.5F << 1.0F << 0.0 << 0.0F << 7.0;
        QTest::newRow("on the first level") << -4.0F << -4.0F << 1.0F << 0.0 << 0.0F << -8.0;
        QTest::newRow("clipped above") << 100.0F << 3.5F << 0.0F << 7.0 << 0.0F << 7.0;
        QTest::newRow("clipped below") << -100.0F << -4.0F << 0.0F << -8.0 << 0.0F << -8.0;
        QTest::newRow("infinite") << std::numeric_limits<float>::infinity() << 3.5F << 0.0F << 7.0
                                  << 0.0F << 7.0;
    }
    void oneByOne() {
        QFETCH(float, x);
        QFETCH(float, y);
        QFETCH(float, passes);
        QFETCH(double, slope);
        QFETCH(float, passesByValue);
        QFETCH(double, slopeByValue);
        const Grid grid = Grid::of({0.5, 0}, {-8, 7});
        // A length that is no multiple of the vectors', so that both loops see the value.
        const std::vector<float> values(37, x);
        std::vector<float> out(37);
        fakeQuantize(values, grid, out);
        QCOMPARE(out, std::vector<float>(37, y));
        for (const ClipTest test : {ClipTest::Code, ClipTest::Value}) {
            const double expected = test == ClipTest::Code ? slope : slopeByValue;
            std::vector<float> gradient(37, 2.0F);
            std::vector<float> learned = gradient;
            QCOMPARE_LE(std::abs(lsqGradient(values, grid, test, learned) - 37 * 2 * expected),
                        2e-5);
            clippedStraightThrough(values, grid, test, gradient);
            QCOMPARE(gradient,
                     std::vector<float>(37, 2 * (test == ClipTest::Code ? passes : passesByValue)));
            QCOMPARE(learned, gradient);
        }
    }

    // The derivative by the scale is that of y with the rounding's offset, and the side on which a
    // value is clipped, taken as constants.
    void lsqGradientByDifferences() {
        Random random(3);
        std::vector<float> x(501);
        std::vector<float> upstream(501);
        for (std::size_t i = 0; i < x.size(); ++i) {
            x[i] = static_cast<float>(random.normal());
            upstream[i] = static_cast<float>(random.normal());
        }
        const double scale = 0.3;
        const Grid grid = Grid::of({scale, 0}, {-4, 3});
        const auto loss = [&](double s) {
            double sum = 0;
            for (std::size_t i = 0; i < x.size(); ++i) {
                const double v = static_cast<double>(x[i]);
                const double code = std::nearbyint(v / scale);
                const double offset = code - v / scale;
                const bool clipped = code < -4 || code > 3;
                const double y = clipped ? std::clamp(code, -4.0, 3.0) * s : v + offset * s;
                sum += static_cast<double>(upstream[i]) * y;
            }
            return sum;
        };
        const double numeric = (loss(scale + 1e-6) - loss(scale - 1e-6)) / 2e-6;
        QCOMPARE_LE(std::abs(lsqGradient(x, grid, ClipTest::Code, upstream) - numeric), 1e-3);
    }

    void notANumberStays() {
        const std::vector<float> x(20, std::numeric_limits<float>::quiet_NaN());
        std::vector<float> y(20);
        fakeQuantize(x, Grid::of({0.5, 3}, {0, 15}), y);
        QVERIFY(std::all_of(y.begin(), y.end(), [](float v) { return std::isnan(v); }));
    }

    void rangesPassOverWhatIsNotFinite() {
        constexpr float infinity = std::numeric_limits<float>::infinity();
        std::vector<float> x(40, 0.25F);
        x[3] = std::numeric_limits<float>::quiet_NaN();
        x[17] = -2;
        x[39] = 5;
        QCOMPARE(finiteRange(x), (RealRange{-2, 5}));
        x[20] = infinity;
        QCOMPARE(finiteRange(x).hi, static_cast<double>(std::numeric_limits<float>::max()));
        QCOMPARE(finiteRange(std::vector<float>(18, x[3])), (RealRange{0, 0}));
        QCOMPARE(finiteRange({}), (RealRange{0, 0}));
    }

    // Both forms of PACT: behind a ReLU, and for both signs.
    void pact_data() {
        QTest::addColumn<float>("low");
        QTest::addColumn<QList<float>>("passed");
        QTest::addColumn<double>("slope");
        // x = -3, -1, 0.5, 2, 7 and upstream 1, 10, 100, 1000, 10000, alpha = 2.
        QTest::newRow("rectified") << 0.0F << QList<float>{0, 0, 100, 0, 0} << 11000.0;
        QTest::newRow("both signs") << -2.0F << QList<float>{0, 10, 100, 0, 0} << 11000.0 - 1;
    }
    void pact() {
        QFETCH(float, low);
        QFETCH(QList<float>, passed);
        QFETCH(double, slope);
        const std::vector<float> x{-3, -1, 0.5F, 2, 7};
        std::vector<float> gradient{1, 10, 100, 1000, 10000};
        QCOMPARE(pactGradient(x, low, 2.0F, gradient), slope);
        QCOMPARE(QList<float>(gradient.begin(), gradient.end()), passed);
    }
};

QTEST_APPLESS_MAIN(TestFakeQuantize)
#include "tst_fake_quantize.moc"
