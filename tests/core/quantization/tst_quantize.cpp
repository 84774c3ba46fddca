// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/quantization/quantize.h"
#include "core/scheme/quantizer.h"
#include "core/scheme/unit_layout.h"
#include "core/support/random.h"
#include "tests/support/npy_values.h"
#include "tests/support/outcome.h"
#include "tests/support/tensor_proto.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cmath>

using namespace zeropoint;

namespace {

std::vector<double> numbers(const QJsonValue& value) {
    if (!value.isArray()) {
        return {value.toDouble()};
    }
    std::vector<double> out;
    for (const QJsonValue element : value.toArray()) {
        out.push_back(element.toDouble());
    }
    return out;
}

/// Scales and zero points that were settled elsewhere.
Calibration given(const std::vector<double>& scales, const std::vector<double>& zeroPoints) {
    Calibration calibration;
    for (std::size_t i = 0; i < scales.size(); ++i) {
        calibration.params.push_back(
            {scales[i], zeroPoints.empty() ? 0 : static_cast<std::int32_t>(zeroPoints[i])});
    }
    return calibration;
}

}  // namespace

class TestQuantize : public QObject {
    Q_OBJECT

private slots:
    // PyTorch's quantize and fake-quantize, code for code.
    void pytorch_data() {
        QTest::addColumn<QJsonObject>("record");
        const QJsonArray records =
            QJsonDocument::fromJson(test::readAll(test::golden("torch-quant/ops.json")))
                .object()["records"]
                .toArray();
        if (records.isEmpty()) {
            QTest::newRow("no data") << QJsonObject();
        }
        for (const QJsonValue value : records) {
            const QJsonObject record = value.toObject();
            if (record["op"].toString().contains("learnable")) {
                continue;
            }
            QTest::addRow("%s %s %s %s", qPrintable(record["op"].toString()),
                          qPrintable(record["x"].toString()),
                          qPrintable(record["dtype"].toString()),
                          qPrintable(record["scheme"].toString()))
                << record;
        }
    }

    void pytorch() {
        ZEROPOINT_NEED_GOLDEN("torch-quant/ops.json");
        QFETCH(QJsonObject, record);
        const auto load = [&](const QString& name) {
            return test::readNpy(test::golden("torch-quant/" + name));
        };
        const test::NpyValues x = load("x_" + record["x"].toString() + ".npy");
        QVERIFY(x.isValid());
        const bool fake = record["op"].toString().startsWith("fake");
        const double qmin = fake                         ? record["qmin"].toDouble()
                            : record["dtype"] == "qint8" ? -128
                                                         : 0;
        const double qmax = fake ? record["qmax"].toDouble() : qmin + 255;
        QuantScheme scheme;
        scheme.convention = Convention::PyTorch;
        scheme.symmetric = false;
        scheme.format = (qmin < 0 ? "int" : "uint") +
                        std::to_string(std::lround(std::ceil(std::log2(qmax - qmin + 1))));
        if (qmin == -127) {
            scheme.symmetric = scheme.narrow = true;
        }
        if (record.contains("axis")) {
            scheme.granularity = Granularity::Channel;
            scheme.axis = record["axis"].toInt();
        }
        QCOMPARE(codeRange(scheme), (CodeRange{static_cast<int>(qmin), static_cast<int>(qmax)}));
        const Calibration calibration =
            given(numbers(record["scale"]), numbers(record["zero_point"]));
        if (fake) {
            const test::NpyValues y = load(record["y"].toString());
            const Tensor out = fakeQuantize(x.tensor(), scheme, calibration).value();
            QCOMPARE(out.size(), y.values.size());
            for (std::size_t i = 0; i < out.size(); ++i) {
                QCOMPARE(out.values()[i], y.values[i]);
            }
            return;
        }
        const test::NpyValues codes = load(record["codes"].toString());
        const test::NpyValues back = load(record["dequant"].toString());
        const QuantizedTensor out = quantize(x.tensor(), scheme, calibration).value();
        const Tensor dequantized = dequantize(out).value();
        QCOMPARE(out.codes.size(), codes.values.size());
        for (std::size_t i = 0; i < out.codes.size(); ++i) {
            QCOMPARE(static_cast<float>(out.codes[i]), codes.values[i]);
            QCOMPARE(dequantized.values()[i], back.values[i]);
        }
    }

    // ONNX's own test vectors of QuantizeLinear and DequantizeLinear.
    void onnx_data() {
        QTest::addColumn<QString>("name");
        const QStringList cases =
            QDir(test::golden("onnx-conformance"))
                .entryList({"test_quantizelinear*", "test_dequantizelinear*"});
        for (const QString& name : cases) {
            // Blocks along an axis that is not the last are not groups; half-float scales are not
            // what our dequantize returns.
            if (name != "test_dequantizelinear_blocked" && !name.endsWith("_float16")) {
                QTest::addRow("%s", qPrintable(name)) << name;
            }
        }
        if (cases.isEmpty()) {
            QTest::newRow("no data") << QString();
        }
    }

    void onnx() {
        ZEROPOINT_NEED_GOLDEN("onnx-conformance");
        QFETCH(QString, name);
        const QString folder = test::golden("onnx-conformance/" + name);
        const auto load = [&](const char* file) {
            return test::readTensorProto(folder + "/test_data_set_0/" + file);
        };
        const auto x = load("input_0.pb");
        const auto scale = load("input_1.pb");
        const auto zeroPoint = load("input_2.pb");
        const auto y = load("output_0.pb");
        QVERIFY(x && scale && y);
        const bool quantizes = name.startsWith("test_quantize");
        QuantScheme scheme;
        scheme.convention = Convention::Onnx;
        scheme.symmetric = false;
        scheme.format = quantizes ? y->format() : x->format();
        auto attributes = test::firstNodeAttributes(folder + "/model.onnx");
        if (attributes.count("block_size") != 0) {
            scheme.granularity = Granularity::Group;
            scheme.groupSize = attributes["block_size"];
        } else if (scale->values.size() > 1) {
            scheme.granularity = Granularity::Channel;
            scheme.axis = attributes.count("axis") != 0 ? static_cast<int>(attributes["axis"]) : 1;
        }
        const bool integer = numberFormat(scheme.format).kind == FormatKind::Integer;
        const Calibration calibration =
            given(scale->values, zeroPoint && integer ? zeroPoint->values
                                                      : std::vector<double>(scale->values.size()));
        if (quantizes) {
            const Tensor tensor("", x->shape,
                                std::vector<float>(x->values.begin(), x->values.end()));
            const QuantizedTensor out = quantize(tensor, scheme, calibration).value();
            QCOMPARE(out.codes.size(), y->values.size());
            for (std::size_t i = 0; i < out.codes.size(); ++i) {
                const auto expected = static_cast<std::int64_t>(y->values[i]);
                // The vectors write a small negative value as +0 where E2M1 has a -0.
                const bool negativeZero =
                    scheme.format == "fp4-e2m1" && expected == 0 && out.codes[i] == 8;
                QCOMPARE(negativeZero ? 0 : out.codes[i], expected);
            }
            return;
        }
        QuantizedTensor quantized{x->shape, scheme, {}, calibration.params, 0};
        quantized.codes.assign(x->values.begin(), x->values.end());
        const Tensor out = dequantize(quantized).value();
        QCOMPARE(out.size(), y->values.size());
        for (std::size_t i = 0; i < out.size(); ++i) {
            QVERIFY2(out.values()[i] == static_cast<float>(y->values[i]) ||
                         (std::isnan(out.values()[i]) && std::isnan(y->values[i])),
                     qPrintable(QString("%1 is not %2").arg(out.values()[i]).arg(y->values[i])));
        }
    }

    // ONNX's DynamicQuantizeLinear: scale, zero point and codes from the data.
    void onnxDynamic_data() {
        QTest::addColumn<QString>("name");
        for (const char* name :
             {"test_dynamicquantizelinear", "test_dynamicquantizelinear_max_adjusted",
              "test_dynamicquantizelinear_min_adjusted"}) {
            QTest::newRow(name) << QString(name);
        }
    }

    void onnxDynamic() {
        ZEROPOINT_NEED_GOLDEN("onnx-conformance");
        QFETCH(QString, name);
        const auto load = [&](const char* file) {
            return test::readTensorProto(
                test::golden("onnx-conformance/" + name + "/test_data_set_0/" + file));
        };
        const auto x = load("input_0.pb");
        const auto codes = load("output_0.pb");
        QVERIFY(x && codes);
        const Tensor tensor("", x->shape, std::vector<float>(x->values.begin(), x->values.end()));
        QuantScheme scheme;
        scheme.convention = Convention::Onnx;
        scheme.format = "uint8";
        scheme.symmetric = false;
        const Calibration calibration = calibrate(tensor, scheme).value();
        QCOMPARE(calibration.params[0].scale, load("output_1.pb")->values[0]);
        QCOMPARE(calibration.params[0].zeroPoint, static_cast<int>(load("output_2.pb")->values[0]));
        const QuantizedTensor out = quantize(tensor, scheme, calibration).value();
        for (std::size_t i = 0; i < out.codes.size(); ++i) {
            QCOMPARE(static_cast<double>(out.codes[i]), codes->values[i]);
        }
    }

    // Channels along any axis, in more than one shard: each value by the equation of affine.h.
    void channelsAlongEveryAxis_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("symmetric");
        for (const char* format : {"int8", "uint8", "fp8-e4m3"}) {
            QTest::newRow(format) << QString(format) << (format[0] != 'u');
        }
    }
    void channelsAlongEveryAxis() {
        QFETCH(QString, format);
        QFETCH(bool, symmetric);
        const Shape shape = {67, 53, 91};  // no multiples of anything, 2.5 shards
        std::vector<float> values(std::size_t{67} * 53 * 91);
        Random random(3);
        for (float& value : values) {
            value = static_cast<float>(random.normal());
        }
        values[12345] = std::nanf("");
        const Tensor tensor("", shape, values);
        QuantScheme scheme;
        scheme.format = format.toStdString();
        scheme.symmetric = symmetric;
        scheme.granularity = Granularity::Channel;
        const Quantizer quantizer = Quantizer::make(scheme).value();
        const std::array<std::size_t, 3> strides = {std::size_t{53} * 91, 91, 1};
        for (int axis = 0; axis < 3; ++axis) {
            scheme.axis = axis;
            const Calibration calibration = calibrate(tensor, scheme).value();
            const QuantizedTensor out = quantize(tensor, scheme, calibration).value();
            const Tensor back = dequantize(out).value();
            const Tensor fake = fakeQuantize(tensor, scheme, calibration).value();
            QCOMPARE(out.nanCount, std::size_t{1});
            const auto place = static_cast<std::size_t>(axis);
            const auto channels = static_cast<std::size_t>(shape[place]);
            for (std::size_t i = 0; i < values.size(); ++i) {
                const QuantParams& params = calibration.params[i / strides[place] % channels];
                const std::int64_t code = quantizer.encodeOne(values[i], params, i);
                QCOMPARE(std::int64_t{out.codes[i]}, code);
                const float value = quantizer.decodeOne(code, params);
                if (!std::isnan(value)) {
                    QCOMPARE(back.values()[i], value);
                    QCOMPARE(fake.values()[i], value);
                }
            }
        }
    }

    /// Whatever a shape without values claims, it has no channels, no groups and no scales for
    /// them.
    void tensorsWithoutValues_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("granularity");
        QTest::addColumn<int>("scales");
        for (const char* format : {"int8", "uint4", "nf4", "fp8-e4m3"}) {
            for (const auto& [name, granularity] : {std::pair{"tensor", Granularity::Tensor},
                                                    {"channel", Granularity::Channel},
                                                    {"group", Granularity::Group}}) {
                for (const ScaleFormat scales : {ScaleFormat::Fp32, ScaleFormat::Double}) {
                    QTest::addRow("%s %s %d", format, name, int(scales))
                        << QString(format) << int(granularity) << int(scales);
                }
            }
        }
    }
    void tensorsWithoutValues() {
        QFETCH(QString, format);
        QFETCH(int, granularity);
        QFETCH(int, scales);
        QuantScheme scheme;
        scheme.format = format.toStdString();
        scheme.symmetric = !format.startsWith("uint");
        scheme.granularity = Granularity(granularity);
        scheme.scaleFormat = ScaleFormat(scales);
        const std::size_t units = scheme.granularity == Granularity::Tensor ? 1 : 0;
        for (const Shape& shape :
             {Shape{0}, Shape{5, 0}, Shape{0, 5}, Shape{1'000'000'000, 0}, Shape{0, 1'000'000'000},
              Shape{1'000'000'000, 0, 1'000'000'000}}) {
            for (const int axis : {0, -1}) {
                scheme.axis = axis;
                const Tensor none("", shape, {});
                QCOMPARE(UnitLayout::make(shape, scheme).value().units(), units);
                const auto calibration = calibrate(none, scheme);
                QVERIFY(calibration.has_value());
                QCOMPARE(calibration->params.size(), units);
                const auto quantized = quantize(none, scheme, *calibration);
                QVERIFY(quantized.has_value() && quantized->codes.empty());
                QVERIFY(dequantize(*quantized).value().empty());
                QVERIFY(fakeQuantize(none, scheme, *calibration).value().empty());
                QCOMPARE_LE(storedSize(shape, scheme).bytes(), std::uint64_t{4 + 4 + 1 + 1});
            }
        }
    }

    void nanBecomesTheZeroPointAndIsCounted() {
        const float nan = std::nanf("");
        const float inf = std::numeric_limits<float>::infinity();
        const Tensor tensor("", {6}, {nan, -20, inf, 1000, -inf, nan});
        QuantScheme scheme;
        scheme.format = "uint8";
        scheme.symmetric = false;
        const Calibration calibration = calibrate(tensor, scheme).value();
        const QuantizedTensor out = quantize(tensor, scheme, calibration).value();
        QCOMPARE(out.codes, (std::vector<std::int32_t>{5, 0, 255, 255, 0, 5}));
        QCOMPARE(out.nanCount, std::size_t{2});
        QCOMPARE(fakeQuantize(tensor, scheme, calibration).value().values()[0], 0.0F);
    }

    void aForeignCalibrationIsRefused() {
        const Tensor tensor("", {2, 2}, {1, 2, 3, 4});
        QuantScheme scheme;
        const Calibration calibration = calibrate(tensor, scheme).value();
        scheme.granularity = Granularity::Channel;
        COMPARE_ERROR(quantize(tensor, scheme, calibration), ErrorCode::InvalidArgument);
        COMPARE_ERROR(fakeQuantize(tensor, scheme, calibration), ErrorCode::InvalidArgument);
    }

    void aStopRequestEndsTheWork() {
        std::stop_source source;
        source.request_stop();
        Execution execution;
        execution.stop = source.get_token();
        const Tensor tensor("", {1000000}, std::vector<float>(1000000, 1.0F));
        const Calibration calibration = calibrate(tensor, {}).value();
        COMPARE_ERROR(quantize(tensor, {}, calibration, execution), ErrorCode::Cancelled);
        COMPARE_ERROR(calibrate(tensor, {}, execution), ErrorCode::Cancelled);
    }

    void storedSizes_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("granularity");
        QTest::addColumn<int>("scaleFormat");
        QTest::addColumn<bool>("symmetric");
        QTest::addColumn<quint64>("bytes");            // of a tensor of 100 x 129
        const int tensor = 0, channel = 1, group = 2;  // groups of 64: three in a row
        const auto fp32 = static_cast<int>(ScaleFormat::Fp32);
        const auto twice = static_cast<int>(ScaleFormat::Double);
        QTest::newRow("int8") << "int8" << tensor << fp32 << true << quint64{12900 + 4};
        QTest::newRow("uint8 affine")
            << "uint8" << tensor << fp32 << false << quint64{12900 + 4 + 1};
        QTest::newRow("int4 per channel")
            << "int4" << channel << fp32 << true << quint64{6450 + 400};
        QTest::newRow("uint4 affine per channel")
            << "uint4" << channel << fp32 << false << quint64{6450 + 400 + 50};
        QTest::newRow("int3") << "int3" << tensor << fp32 << true
                              << quint64{(12900 * 3 + 7) / 8 + 4};
        QTest::newRow("nf4 groups") << "nf4" << group << fp32 << true << quint64{6450 + 300 * 4};
        QTest::newRow("nf4 groups, double")
            << "nf4" << group << twice << true
            << quint64{6450 + 300 + 2 * 4 + 4};  // codes, factors, mean
        QTest::newRow("fp16 is a cast") << "fp16" << tensor << fp32 << true << quint64{25800};
    }

    void storedSizes() {
        QFETCH(QString, format);
        QFETCH(int, granularity);
        QFETCH(int, scaleFormat);
        QFETCH(bool, symmetric);
        QFETCH(quint64, bytes);
        QuantScheme scheme;
        scheme.format = format.toStdString();
        scheme.granularity = static_cast<Granularity>(granularity);
        scheme.groupSize = 64;
        scheme.scaleFormat = static_cast<ScaleFormat>(scaleFormat);
        scheme.symmetric = symmetric;
        const StoredSize size = storedSize({100, 129}, scheme);
        QCOMPARE(size.bytes(), bytes);
        QCOMPARE(size.bitsPerWeight, static_cast<double>(bytes) * 8 / 12900);
    }

    // Each block of Q8_0 is int8 with the scale of its largest magnitude, stored in FP16.
    void blockFormats() {
        std::vector<float> values(std::size_t{3} * 40);
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto x = static_cast<double>(i);
            values[i] = static_cast<float>(std::sin(x) * static_cast<double>(i % 40 + 1));
        }
        const Tensor tensor("", {3, 40}, values);  // 40: a block of 32 and one of 8
        QuantScheme scheme;
        scheme.format = "q8_0";
        const Calibration calibration = calibrate(tensor, scheme).value();
        QVERIFY(calibration.params.empty());
        const Tensor back = fakeQuantize(tensor, scheme, calibration).value();
        const auto half = [](double x) {
            return decode(numberFormat("fp16"), encode(numberFormat("fp16"), x));
        };
        using Range = std::pair<std::size_t, std::size_t>;
        for (std::size_t row = 0; row < 3; ++row) {
            for (const auto& [begin, end] : {Range{0, 32}, Range{32, 40}}) {
                float largest = 0;
                for (std::size_t i = begin; i < end; ++i) {
                    largest = std::max(largest, std::abs(values[row * 40 + i]));
                }
                const float d = largest / 127;
                for (std::size_t i = begin; i < end; ++i) {
                    const std::size_t at = row * 40 + i;
                    const float q = std::round(values[at] * (1 / d));
                    QCOMPARE(back.values()[at], q * static_cast<float>(half(d)));
                }
            }
        }
        QCOMPARE(storedSize({3, 40}, scheme).bytes(), std::uint64_t{3 * 2 * 34});
        QCOMPARE(storedSize({64, 64}, scheme).bitsPerWeight, 8.5);
        COMPARE_ERROR(quantize(tensor, scheme, calibration), ErrorCode::Unsupported);
    }

    // QLoRA's figure, 4 + 8/64 + 32/(64*256) bits, and the mean of all scales, one FP32 a tensor.
    void bitsOfDoubleQuantization() {
        QuantScheme scheme;
        scheme.format = "nf4";
        scheme.granularity = Granularity::Group;
        scheme.groupSize = 64;
        scheme.scaleFormat = ScaleFormat::Double;
        QCOMPARE(storedSize({4096, 4096}, scheme).bitsPerWeight,
                 4 + 8.0 / 64 + 32.0 / (64 * 256) + 32.0 / (4096 * 4096));
    }
};

QTEST_APPLESS_MAIN(TestQuantize)
#include "tst_quantize.moc"
