// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/stored_codes.h"
#include "core/files/weight_file.h"
#include "tests/support/temporary_file.h"

#include <QtTest>

#include <cmath>
#include <cstring>
#include <vector>

using namespace zeropoint;

namespace {

QByteArray varint(std::uint64_t value) {
    QByteArray bytes;
    for (; value >= 128; value >>= 7) {
        bytes += static_cast<char>(value | 128);
    }
    return bytes + static_cast<char>(value);
}

/// A protobuf field of the wire type 2: a message, a text or bytes.
QByteArray field(int number, const QByteArray& content) {
    return varint(std::uint64_t(number) << 3 | 2) + varint(std::uint64_t(content.size())) + content;
}

QByteArray field(int number, std::int64_t value) {
    return varint(std::uint64_t(number) << 3) + varint(static_cast<std::uint64_t>(value));
}

QByteArray attribute(const char* name, std::int64_t value) {
    return field(5, field(1, QByteArray(name)) + field(3, value) + field(20, 2));
}

struct Initializer {
    QByteArray name;
    int type = 1;  ///< of TensorProto.DataType
    std::vector<std::int64_t> dims;
    QByteArray bytes;

    QByteArray proto() const {
        QByteArray dimensions;
        for (const std::int64_t each : dims) {
            dimensions += field(1, each);
        }
        return field(5, dimensions + field(2, type) + field(8, name) + field(9, bytes));
    }
};

QByteArray floats(const std::vector<float>& values) {
    return {reinterpret_cast<const char*>(values.data()), qsizetype(values.size() * sizeof(float))};
}

/// A model of one node that reads `parts` in this order.
QByteArray modelOf(const char* operation, const QByteArray& attributes,
                   const std::vector<Initializer>& parts, const QByteArray& before = {}) {
    QByteArray node = before.isEmpty() ? before : field(1, before);
    QByteArray tensors;
    for (const Initializer& part : parts) {
        node += field(1, part.name);
        tensors += part.proto();
    }
    node += field(2, QByteArray("y")) + field(4, QByteArray(operation)) + attributes;
    return field(1, 10) + field(7, field(1, node) + tensors);
}

enum Type {
    Uint8 = 2,
    Int8 = 3,
    Uint16 = 4,
    Int16 = 5,
    Int32 = 6,
    Int64 = 7,
    E4m3 = 17,
    Uint4 = 21,
    Int4 = 22
};

bool isNibble(int type) {
    return type == Uint4 || type == Int4;
}

/// What one stored code stands for, by the text of the ONNX types: bit by bit.
float meaning(int type, unsigned code) {
    switch (type) {
        case Int8:
            return float(static_cast<std::int8_t>(code));
        case Int4:
            return float(code >= 8 ? int(code) - 16 : int(code));
        case E4m3: {
            const int exponent = int(code >> 3 & 15);
            const float fraction = float(code & 7) / 8;
            const float magnitude =
                exponent == 0 ? std::ldexp(fraction, -6) : std::ldexp(1 + fraction, exponent - 7);
            return (code & 128) != 0 ? -magnitude : magnitude;
        }
        default:
            return float(code);
    }
}

/// Codes as the file has them: of four bits, the first in the low half.
QByteArray stored(int type, const std::vector<unsigned>& codes) {
    QByteArray bytes;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (!isNibble(type)) {
            bytes += static_cast<char>(codes[i]);
        } else if (i % 2 == 0) {
            bytes += static_cast<char>(codes[i]);
        } else {
            bytes.back() =
                static_cast<char>(static_cast<unsigned char>(bytes.back()) | codes[i] << 4);
        }
    }
    return bytes;
}

/// Some codes of a type; none is E4M3's NaN.
std::vector<unsigned> someCodes(int type, std::size_t count, unsigned seed) {
    std::vector<unsigned> codes;
    for (std::size_t i = 0; i < count; ++i) {
        seed = seed * 1664525U + 1013904223U;
        const unsigned code = seed >> 24;
        const bool nan = type == E4m3 && (code & 127) == 127;
        codes.push_back(isNibble(type) ? code & 15 : nan ? 1 : code);
    }
    return codes;
}

std::vector<float> someScales(std::size_t count) {
    std::vector<float> scales;
    for (std::size_t i = 0; i < count; ++i) {
        scales.push_back(0.01F + 0.003F * float(i % 17));
    }
    return scales;
}

QByteArray node(const char* operation, const std::vector<QByteArray>& inputs,
                const QByteArray& output, const QByteArray& attributes = {}) {
    QByteArray bytes;
    for (const QByteArray& input : inputs) {
        bytes += field(1, input);
    }
    return field(1, bytes + field(2, output) + field(4, QByteArray(operation)) + attributes);
}

QByteArray modelOf(const QByteArray& nodes, const std::vector<Initializer>& parts) {
    QByteArray tensors;
    for (const Initializer& part : parts) {
        tensors += part.proto();
    }
    return field(1, 10) + field(7, nodes + tensors);
}

/// The values of a tensor by its name; none when it is not there or not read.
std::vector<float> valuesOf(const WeightFile& file, std::string_view name) {
    const auto index = file.find(name);
    const auto read = index ? file.read(*index) : Result<Tensor>();
    return read ? std::vector<float>(read->values().begin(), read->values().end())
                : std::vector<float>();
}

/// Opens a model that holds one weight and reads it whole and in slices.
void compareWeight(const QByteArray& model, const Shape& shape, const std::vector<float>& wanted) {
    const test::TemporaryFile bytes(model, "model.onnx");
    const auto file = openWeightFile(bytes.path());
    QVERIFY2(file.has_value(), file ? "" : toString(file.error()).c_str());
    QCOMPARE((*file)->tensors().size(), std::size_t{1});
    QVERIFY2((*file)->stored(0).unreadable.empty(), (*file)->stored(0).unreadable.c_str());
    QCOMPARE((*file)->tensors().front().shape, shape);
    QVERIFY((*file)->tensors().front().packed != nullptr);
    const auto read = (*file)->read(0);
    QVERIFY2(read.has_value(), read ? "" : toString(read.error()).c_str());
    QCOMPARE(std::vector<float>(read->values().begin(), read->values().end()), wanted);
    for (std::size_t first = 1; first + 12 < wanted.size(); first += 13) {
        std::vector<float> part(11);
        QVERIFY((*file)->readValues(0, first, part).has_value());
        QVERIFY(std::equal(part.begin(), part.end(), wanted.begin() + long(first)));
    }
}

}  // namespace

/// Quantized weights of ONNX, against the operators' own text, one value at a time.
class TestOnnxQuantized : public QObject {
    Q_OBJECT

private slots:
    void dequantizeLinear_data() {
        QTest::addColumn<int>("type");
        QTest::addColumn<int>("axis");   // -9: one scale for the tensor
        QTest::addColumn<int>("block");  // 0: a scale for each entry of the axis
        QTest::addColumn<bool>("zeros");
        struct Named {
            const char* name;
            int type;
        };
        for (const auto& [name, type] :
             {Named{"uint8", Uint8}, Named{"int8", Int8}, Named{"uint4", Uint4},
              Named{"int4", Int4}, Named{"e4m3", E4m3}}) {
            for (const bool zeros : {false, true}) {
                if (zeros && type == E4m3) {
                    continue;  // its zero point is 0
                }
                const char* with = zeros ? "with zero points" : "without";
                QTest::addRow("%s, tensor, %s", name, with) << type << -9 << 0 << zeros;
                QTest::addRow("%s, axis 0, %s", name, with) << type << 0 << 0 << zeros;
                QTest::addRow("%s, axis -1, %s", name, with) << type << -1 << 0 << zeros;
                QTest::addRow("%s, groups of axis 0, %s", name, with) << type << 0 << 4 << zeros;
                QTest::addRow("%s, groups of axis 1, %s", name, with) << type << 1 << 16 << zeros;
            }
        }
    }

    /// y = (x - x_zero_point) * x_scale.
    void dequantizeLinear() {
        QFETCH(int, type);
        QFETCH(int, axis);
        QFETCH(int, block);
        QFETCH(bool, zeros);
        constexpr std::int64_t rows = 12;
        constexpr std::int64_t columns = 32;
        const bool byColumn = axis == 1 || axis == -1;
        std::vector<std::int64_t> grid{rows, columns};
        if (axis == -9) {
            grid = {};
        } else if (block == 0) {
            grid = {byColumn ? columns : rows};
        } else {
            grid[byColumn ? 1 : 0] /= block;
        }
        std::size_t entries = 1;
        for (const std::int64_t each : grid) {
            entries *= std::size_t(each);
        }
        const auto entryOf = [&](std::int64_t row, std::int64_t column) -> std::size_t {
            if (axis == -9) {
                return 0;
            }
            if (block == 0) {
                return std::size_t(byColumn ? column : row);
            }
            return std::size_t(byColumn ? row * grid[1] + column / block
                                        : row / block * grid[1] + column);
        };
        const auto codes = someCodes(type, rows * columns, 7);
        const auto scales = someScales(entries);
        const auto points = someCodes(type, entries, 9);
        std::vector<Initializer> parts{{"w", type, {rows, columns}, stored(type, codes)},
                                       {"s", 1, grid, floats(scales)}};
        if (zeros) {
            parts.push_back({"z", type, grid, stored(type, points)});
        }
        QByteArray attributes = axis == -9 ? QByteArray() : attribute("axis", axis);
        if (block > 0) {
            attributes += attribute("block_size", block);
        }
        std::vector<float> wanted;
        for (std::int64_t row = 0; row < rows; ++row) {
            for (std::int64_t column = 0; column < columns; ++column) {
                const std::size_t at = entryOf(row, column);
                const float zero = zeros ? meaning(type, points[at]) : 0;
                const unsigned code = codes[std::size_t(row * columns + column)];
                wanted.push_back((meaning(type, code) - zero) * scales[at]);
            }
        }
        compareWeight(modelOf("DequantizeLinear", attributes, parts), {rows, columns}, wanted);
    }

    void matMulNBits_data() {
        QTest::addColumn<int>("bits");
        QTest::addColumn<int>("inputs");
        QTest::addColumn<bool>("zeros");
        for (const int bits : {2, 4, 8}) {
            for (const int inputs : {64, 40}) {
                QTest::addRow("%d bits, %d inputs", bits, inputs) << bits << inputs << false;
                QTest::addRow("%d bits, %d inputs, zero points", bits, inputs)
                    << bits << inputs << true;
            }
        }
    }

    /// com.microsoft's operator: B is [N, blocks, bytes of a block], the last block of a row
    /// filled up; without zero points they are 2^(bits - 1); packed ones fill each row to bytes.
    void matMulNBits() {
        QFETCH(int, bits);
        QFETCH(int, inputs);
        QFETCH(bool, zeros);
        constexpr int outputs = 3;
        constexpr int block = 16;
        const int blocks = (inputs + block - 1) / block;
        const int perByte = 8 / bits;
        const int zeroBytes = (blocks * bits + 7) / 8;
        const unsigned mask = (1U << bits) - 1;
        const auto bytes = someCodes(Uint8, std::size_t(outputs * blocks * block / perByte), 3);
        const auto points = someCodes(Uint8, std::size_t(outputs * zeroBytes), 5);
        const auto scales = someScales(std::size_t(outputs * blocks));
        std::vector<Initializer> parts{
            {"w", Uint8, {outputs, blocks, block / perByte}, stored(Uint8, bytes)},
            {"s", 1, {outputs * blocks}, floats(scales)}};
        if (zeros) {
            parts.push_back({"z", Uint8, {outputs * zeroBytes}, stored(Uint8, points)});
        }
        std::vector<float> wanted;
        for (int row = 0; row < outputs; ++row) {
            for (int column = 0; column < inputs; ++column) {
                const int place = row * blocks * block + column;
                const unsigned code =
                    bytes[std::size_t(place / perByte)] >> (place % perByte * bits) & mask;
                const int group = column / block;
                const unsigned packed = points[std::size_t(row * zeroBytes + group / perByte)];
                const unsigned zero =
                    zeros ? packed >> (group % perByte * bits) & mask : 1U << (bits - 1);
                wanted.push_back((float(code) - float(zero)) *
                                 scales[std::size_t(row * blocks + group)]);
            }
        }
        const QByteArray attributes = attribute("K", inputs) + attribute("N", outputs) +
                                      attribute("bits", bits) + attribute("block_size", block) +
                                      field(7, QByteArray("com.microsoft"));
        compareWeight(modelOf("MatMulNBits", attributes, parts, "x"), {outputs, inputs}, wanted);
    }

    /// The fifth input names the group of each column.
    void actOrder_data() {
        QTest::addColumn<bool>("zeros");
        QTest::addColumn<int>("strange");  // a group that is named; -9: none
        QTest::newRow("zero points") << true << -9;
        QTest::newRow("none") << false << -9;
        QTest::newRow("a group too many") << true << 4;
        QTest::newRow("a group below 0") << true << -1;
        QTest::newRow("groups that cannot be read") << true << -8;
        QTest::newRow("zero points that cannot be read") << true << -7;
    }

    void actOrder() {
        QFETCH(bool, zeros);
        QFETCH(int, strange);
        constexpr int inputs = 64;
        constexpr int outputs = 3;
        constexpr int blocks = 4;
        const auto bytes = someCodes(Uint8, outputs * inputs / 2, 3);
        const auto points = someCodes(Uint8, outputs * blocks / 2, 5);
        const auto scales = someScales(outputs * blocks);
        std::vector<std::int32_t> groups;
        for (int i = 0; i < inputs; ++i) {
            groups.push_back((i * 7 + i / 5) % blocks);
        }
        groups[33] = strange <= -7 ? groups[33] : strange;
        QByteArray order(reinterpret_cast<const char*>(groups.data()), inputs * 4);
        order.chop(strange == -8 ? 4 : 0);
        std::vector<Initializer> parts{{"w", Uint8, {outputs, blocks, 8}, stored(Uint8, bytes)},
                                       {"s", 1, {outputs * blocks}, floats(scales)},
                                       {"g", Int32, {inputs}, order}};
        if (zeros) {
            parts.push_back({"z", Uint8, {outputs * blocks / 2}, stored(Uint8, points)});
            parts.back().bytes.chop(strange == -7 ? 1 : 0);
        }
        if (strange != -9) {
            parts.push_back({"plain", 1, {2}, floats({1, 2})});
        }
        const QByteArray model =
            modelOf(node("MatMulNBits", {"x", "w", "s", zeros ? "z" : "", "g"}, "y",
                         attribute("K", inputs) + attribute("N", outputs) + attribute("bits", 4) +
                             attribute("block_size", 16) + field(7, QByteArray("com.microsoft"))),
                    parts);
        if (strange != -9) {
            const test::TemporaryFile file(model, "model.onnx");
            const auto opened = openWeightFile(file.path());
            QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
            QCOMPARE((*opened)->tensors().size(), std::size_t{2});
            QCOMPARE(valuesOf(**opened, "plain").size(), std::size_t{2});
            const std::string& reason = (*opened)->stored(*(*opened)->find("w")).unreadable;
            const char* word = strange == -7 ? "zero points" : "g_idx";
            QVERIFY2(reason.find(word) != std::string::npos, reason.c_str());
            return;
        }
        std::vector<float> wanted;
        for (int row = 0; row < outputs; ++row) {
            for (int column = 0; column < inputs; ++column) {
                const int place = row * inputs + column;
                const unsigned code = bytes[std::size_t(place / 2)] >> (place % 2 * 4) & 15;
                const int entry = row * blocks + groups[std::size_t(column)];
                const unsigned packed = points[std::size_t(entry / 2)] >> (entry % 2 * 4) & 15;
                const unsigned zero = zeros ? packed : 8;
                wanted.push_back((float(code) - float(zero)) * scales[std::size_t(entry)]);
            }
        }
        compareWeight(model, {outputs, inputs}, wanted);
    }

    /// Operators that calculate with codes: y = (code - zero point) * scale of each column, or of
    /// each row, whatever the operator calls them.
    void integers_data() {
        QTest::addColumn<QByteArray>("operation");
        QTest::addColumn<QList<QByteArray>>("inputs");
        QTest::addColumn<bool>("rows");
        QTest::newRow("quantized dynamically")
            << QByteArray("MatMulInteger")
            << QList<QByteArray>{"x", "w_quantized", "xz", "w_zero_point"} << false;
        QTest::newRow("convolution, dynamically")
            << QByteArray("ConvInteger")
            << QList<QByteArray>{"x", "w_quantized", "xz", "w_zero_point"} << true;
        QTest::newRow("QLinearMatMul")
            << QByteArray("QLinearMatMul")
            << QList<QByteArray>{"x",       "as",           "xz", "w_quantized",
                                 "w_scale", "w_zero_point", "as", "xz"}
            << false;
        QTest::newRow("QLinearConv")
            << QByteArray("QLinearConv")
            << QList<QByteArray>{"x",       "as",           "xz", "w_quantized",
                                 "w_scale", "w_zero_point", "as", "xz"}
            << true;
    }

    void integers() {
        QFETCH(QByteArray, operation);
        QFETCH(QList<QByteArray>, inputs);
        QFETCH(bool, rows);
        constexpr int height = 6;
        constexpr int width = 8;
        const std::size_t entries = rows ? height : width;
        const auto codes = someCodes(Int8, height * width, 11);
        const auto points = someCodes(Int8, entries, 13);
        const auto scales = someScales(entries);
        const test::TemporaryFile file(
            modelOf(node(operation.constData(), {inputs.begin(), inputs.end()}, "y"),
                    {{"w_quantized", Int8, {height, width}, stored(Int8, codes)},
                     {"w_scale", 1, {std::int64_t(entries)}, floats(scales)},
                     {"w_zero_point", Int8, {std::int64_t(entries)}, stored(Int8, points)},
                     {"as", 1, {}, floats({0.5F})},
                     {"xz", Uint8, {}, QByteArray(1, '\x80')}}),
            "model.onnx");
        const auto opened = openWeightFile(file.path());
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        std::vector<float> wanted;
        for (int i = 0; i < height * width; ++i) {
            const auto entry = std::size_t(rows ? i / width : i % width);
            wanted.push_back((meaning(Int8, codes[std::size_t(i)]) - meaning(Int8, points[entry])) *
                             scales[entry]);
        }
        QCOMPARE(valuesOf(**opened, "w_quantized"), wanted);
        for (const TensorInfo& info : (*opened)->tensors()) {
            QCOMPARE(info.role == TensorRole::Weight, info.name == "w_quantized");
        }
    }

    /// Codes whose scale is nowhere beside them are no weights by themselves.
    void scaleElsewhere() {
        const auto codes = someCodes(Int8, 48, 11);
        const test::TemporaryFile file(modelOf(node("MatMulInteger", {"x", "w"}, "y"),
                                               {{"w", Int8, {6, 8}, stored(Int8, codes)}}),
                                       "model.onnx");
        const auto opened = openWeightFile(file.path());
        QVERIFY(opened.has_value());
        QCOMPARE((*opened)->tensors().size(), std::size_t{1});
        const std::string& reason = (*opened)->stored(0).unreadable;
        QVERIFY2(reason.find("scale") != std::string::npos, reason.c_str());
    }

    /// A bias of 32 bits and weights of 16, whose codes are no bytes.
    void wideCodes_data() {
        QTest::addColumn<int>("type");
        QTest::addColumn<bool>("zeros");
        QTest::newRow("int32") << int(Int32) << false;
        QTest::newRow("int16") << int(Int16) << true;
        QTest::newRow("uint16") << int(Uint16) << true;
    }

    void wideCodes() {
        QFETCH(int, type);
        QFETCH(bool, zeros);
        constexpr int rows = 5;
        constexpr int columns = 7;
        const int width = type == Int32 ? 4 : 2;
        QByteArray bytes;
        QByteArray points;
        std::vector<float> codes;
        for (int i = 0; i < rows * columns; ++i) {
            const int code = i * 1823 % 30000 - (type == Uint16 ? 0 : 15000);
            codes.push_back(float(code));
            bytes += QByteArray(reinterpret_cast<const char*>(&code), width);
        }
        for (int i = 0; i < columns; ++i) {
            points += QByteArray(reinterpret_cast<const char*>(&i), width);
        }
        const auto scales = someScales(columns);
        std::vector<Initializer> parts{{"w", type, {rows, columns}, bytes},
                                       {"s", 1, {columns}, floats(scales)}};
        if (zeros) {
            parts.push_back({"z", type, {columns}, points});
        }
        const test::TemporaryFile file(modelOf("DequantizeLinear", attribute("axis", 1), parts),
                                       "model.onnx");
        const auto opened = openWeightFile(file.path());
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        QCOMPARE((*opened)->tensors().size(), std::size_t{1});
        std::vector<float> wanted;
        for (int i = 0; i < rows * columns; ++i) {
            const float zero = zeros ? float(i % columns) : 0;
            wanted.push_back((codes[std::size_t(i)] - zero) * scales[std::size_t(i % columns)]);
        }
        const TensorInfo& info = (*opened)->tensors().front();
        QVERIFY(info.packed != nullptr);
        QCOMPARE(info.packed->format, std::string(QTest::currentDataTag()));
        QCOMPARE(info.packed->zeroPoints, zeros);
        QCOMPARE(info.bitsPerWeight(),
                 8.0 * (rows * columns * width + columns * (4 + (zeros ? width : 0))) /
                     (rows * columns));
        QCOMPARE(valuesOf(**opened, "w"), wanted);
        // There are too many codes to list.
        const auto range = StoredCodes((*opened)->stored(0)).range();
        QVERIFY(range.has_value() && !range->has_value());
        std::vector<float> part(9);
        QVERIFY((*opened)->readValues(0, 13, part).has_value());
        QVERIFY(std::equal(part.begin(), part.end(), wanted.begin() + 13));
    }

    /// A bias of integers is scaled by input and weight.
    void biasOfIntegers() {
        const auto codes = someCodes(Int8, 6, 11);
        const std::vector<std::int32_t> bias{-70000, 3};
        const auto scales = someScales(2);
        const test::TemporaryFile file(
            modelOf(node("QLinearConv", {"x", "as", "xz", "w", "s", "z", "as", "xz", "b"}, "y"),
                    {{"w", Int8, {2, 3, 1}, stored(Int8, codes)},
                     {"s", 1, {2}, floats(scales)},
                     {"z", Int8, {}, QByteArray(1, '\0')},
                     {"as", 1, {}, floats({0.37F})},
                     {"xz", Uint8, {}, QByteArray(1, '\x80')},
                     {"b", Int32, {2}, {reinterpret_cast<const char*>(bias.data()), 8}}}),
            "model.onnx");
        const auto opened = openWeightFile(file.path());
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        std::vector<float> wanted;
        for (std::size_t i = 0; i < bias.size(); ++i) {
            const float scale = scales[i] * 0.37F;
            wanted.push_back(float(bias[i]) * scale);
        }
        QCOMPARE(valuesOf(**opened, "b"), wanted);
    }

    /// Shapes, indices and single numbers are no parameters of the model.
    void settings() {
        const std::vector<std::int64_t> shape{2, -1};
        const QByteArray two(reinterpret_cast<const char*>(shape.data()), 16);
        const test::TemporaryFile file(modelOf(node("Reshape", {"w", "shape"}, "y"),
                                               {{"w", 1, {2, 3}, floats({1, 2, 3, 4, 5, 6})},
                                                {"b", 1, {2}, floats({1, 2})},
                                                {"table", Int64, {1, 2}, two},
                                                {"shape", Int64, {2}, two},
                                                {"epsilon", 1, {}, floats({0.5F})}}),
                                       "model.onnx");
        const auto opened = openWeightFile(file.path());
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        QCOMPARE((*opened)->tensors().size(), std::size_t{5});
        for (const TensorInfo& info : (*opened)->tensors()) {
            const bool setting = info.name == "shape" || info.name == "epsilon";
            QCOMPARE(info.role, setting ? TensorRole::Buffer : TensorRole::Weight);
        }
    }

    /// A scale that is a setting of a node, and codes that are used with two scales.
    void scalesOfNodes() {
        const auto codes = someCodes(Int8, 6, 11);
        const QByteArray number = field(5, field(1, QByteArray("value_float")) +
                                               QByteArray("\x15") + floats({0.02F}) + field(20, 1));
        const test::TemporaryFile file(
            modelOf(node("Constant", {}, "s", number) +
                        node("DequantizeLinear", {"w", "s"}, "first") +
                        node("DequantizeLinear", {"w", "s2"}, "second") +
                        node("DequantizeLinear", {"w", "s2"}, "third"),
                    {{"w", Int8, {2, 3}, stored(Int8, codes)}, {"s2", 1, {}, floats({0.5F})}}),
            "model.onnx");
        const auto opened = openWeightFile(file.path());
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        QCOMPARE((*opened)->tensors().size(), std::size_t{2});
        std::vector<float> first;
        std::vector<float> second;
        for (const unsigned code : codes) {
            first.push_back(meaning(Int8, code) * 0.02F);
            second.push_back(meaning(Int8, code) * 0.5F);
        }
        QCOMPARE(valuesOf(**opened, "w"), first);
        QCOMPARE(valuesOf(**opened, "second"), second);
        QCOMPARE((*opened)->tensors()[*(*opened)->find("second")].shares, std::string("w"));
    }
};

QTEST_APPLESS_MAIN(TestOnnxQuantized)
#include "tst_onnx_quantized.moc"
