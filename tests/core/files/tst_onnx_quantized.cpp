// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
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

enum Type { Uint8 = 2, Int8 = 3, E4m3 = 17, Uint4 = 21, Int4 = 22 };

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
};

QTEST_APPLESS_MAIN(TestOnnxQuantized)
#include "tst_onnx_quantized.moc"
