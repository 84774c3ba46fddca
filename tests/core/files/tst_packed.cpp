// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/byte_source.h"
#include "core/files/packed_study.h"
#include "core/files/weight_file.h"
#include "core/numerics/block_format.h"
#include "tests/support/outcome.h"
#include "tests/support/packed_parts_writer.h"
#include "tests/support/plain_numbers.h"
#include "tests/support/temporary_file.h"

#include <QtTest>

#include <cmath>
#include <functional>
#include <span>

using namespace zeropoint;
using namespace zeropoint::test;

namespace {

using Values = std::vector<float>;
/// The value at a row and a column, by the format's rule and nothing else.
using Rule = std::function<float(qint64 row, qint64 column)>;

int bitAt(const QByteArray& bytes, qint64 bit) {
    return quint8(bytes[bit / 8]) >> (bit % 8) & 1;
}

/// A code bit by bit, from bit `at` of a little-endian stream up.
unsigned streamCode(const QByteArray& bytes, qint64 at, int bits) {
    unsigned code = 0;
    for (int i = 0; i < bits; ++i) {
        code |= unsigned(bitAt(bytes, at + i)) << i;
    }
    return code;
}

/// Bit `bit` of the words of a column, down a matrix of words.
unsigned downCode(const QByteArray& bytes, qint64 columns, qint64 row, qint64 column, int bits) {
    unsigned code = 0;
    for (int i = 0; i < bits; ++i) {
        const qint64 bit = row * bits + i;
        const quint32 word = plain::word(bytes, bit / 32 * columns + column);
        code |= (word >> (bit % 32) & 1U) << i;
    }
    return code;
}

struct Case {
    QList<Part> parts;
    QByteArray config;
    QString name;
    Shape shape;
    Rule rule;
    QString by;
    qint64 group = 0;  ///< that is listed; 0: not looked at
    QJsonObject metadata{};
};

Result<std::shared_ptr<const WeightFile>> openParts(const Case& one, const QTemporaryDir& folder) {
    QFile weights(folder.filePath("model.safetensors"));
    (void)weights.open(QIODevice::WriteOnly);
    weights.write(safetensorsOf(one.parts, one.metadata));
    weights.close();
    if (!one.config.isEmpty()) {
        QFile config(folder.filePath("config.json"));
        (void)config.open(QIODevice::WriteOnly);
        config.write(one.config);
    }
    return openWeightFile(weights.fileName().toStdString());
}

Case gptq(int bits, bool second, bool actOrder, qint64 inputs = 96) {
    constexpr qint64 outputs = 32;
    const qint64 groups = (inputs + 31) / 32;
    const QByteArray codes = noise(inputs * bits / 32 * outputs * 4, 1);
    const QByteArray zeros = noise(groups * outputs * bits / 8, 2);
    const QByteArray scales = halves(groups * outputs, 3);
    QList<qint32> order;
    for (qint64 i = 0; i < inputs; ++i) {
        order.append(actOrder ? qint32(i * 7 % groups) : qint32(i / 32));
    }
    Case one;
    one.parts = {{"l.qweight", "I32", {inputs * bits / 32, outputs}, codes},
                 {"l.qzeros", "I32", {groups, outputs * bits / 32}, zeros},
                 {"l.scales", "F16", {groups, outputs}, scales},
                 {"l.g_idx", "I32", {inputs}, words(order)}};
    one.config = second ? R"({"quantization_config":{"quant_method":"gptq",
                              "checkpoint_format":"gptq_v2"}})"
                        : "{}";
    one.name = "l.weight";
    one.shape = {inputs, outputs};
    one.by = "gptq";
    one.rule = [=](qint64 row, qint64 column) {
        const qint64 group = order[row];
        const auto code = int(downCode(codes, outputs, row, column, bits));
        const qint64 rowBits = outputs * bits;
        const int zero = int(streamCode(zeros, group * rowBits + column * bits, bits));
        const float scale = plain::half(plain::shortWord(scales, group * outputs + column));
        return scale * float(code - (zero + (second ? 0 : 1)));
    };
    return one;
}

Case awq() {
    constexpr qint64 inputs = 64;
    constexpr qint64 outputs = 24;
    constexpr qint64 groups = 2;
    const QByteArray codes = noise(inputs * outputs / 2, 4);
    const QByteArray zeros = noise(groups * outputs / 2, 5);
    const QByteArray scales = halves(groups * outputs, 6);
    Case one;
    one.parts = {{"l.qweight", "I32", {inputs, outputs / 8}, codes},
                 {"l.qzeros", "I32", {groups, outputs / 8}, zeros},
                 {"l.scales", "F16", {groups, outputs}, scales}};
    one.name = "l.weight";
    one.shape = {inputs, outputs};
    one.by = "awq";
    one.rule = [=](qint64 row, qint64 column) {
        // Nibbles 0 to 7 hold columns 0 2 4 6 1 3 5 7.
        constexpr int columns[] = {0, 2, 4, 6, 1, 3, 5, 7};
        const auto nibble = [&](const QByteArray& bytes, qint64 line) {
            const quint32 word = plain::word(bytes, line * outputs / 8 + column / 8);
            int place = 0;
            while (columns[place] != column % 8) {
                ++place;
            }
            return int(word >> (4 * place) & 15);
        };
        const qint64 group = row / 32;
        const float scale = plain::half(plain::shortWord(scales, group * outputs + column));
        return scale * float(nibble(codes, row) - nibble(zeros, group));
    };
    return one;
}

Case bitsandbytes(bool nested, const QByteArray& type = "nf4") {
    constexpr qint64 elements = 40 * 96;
    constexpr qint64 block = 64;
    constexpr qint64 blocks = elements / block;
    const QByteArray codes = noise(elements / 2, 7);
    QList<float> map;
    for (int i = 0; i < 16; ++i) {
        map.append(type == "fp4" ? plain::e2m1(unsigned(i)) / 6 : float(i - 7) / 8);
    }
    QList<float> largest;
    for (qint64 i = 0; i < blocks; ++i) {
        largest.append(0.125F + float(i) / 64);
    }
    QList<float> nestedMap;
    for (int i = 0; i < 256; ++i) {
        nestedMap.append(float(i - 128) / 129);
    }
    const QByteArray nestedCodes = noise(blocks, 8);
    const QByteArray state = R"({"quant_type":")" + type + R"(","blocksize":64,"dtype":"float16",
        "shape":[40,96],"nested_blocksize":32,"nested_dtype":"float32","nested_offset":0.0371})";
    Case one;
    one.parts = {{"l.weight", "U8", {elements / 2, 1}, codes},
                 {"l.weight.absmax",
                  nested ? "U8" : "F32",
                  {blocks},
                  nested ? nestedCodes : floatBytes(largest)},
                 {"l.weight.quant_map", "F32", {16}, floatBytes(map)},
                 {"l.weight.quant_state.bitsandbytes__" + QString::fromLatin1(type),
                  "U8",
                  {state.size()},
                  state}};
    if (nested) {
        one.parts += Part{"l.weight.nested_absmax", "F32", {2}, floatBytes({0.0137F, 0.0191F})};
        one.parts += Part{"l.weight.nested_quant_map", "F32", {256}, floatBytes(nestedMap)};
    }
    one.name = "l.weight";
    one.shape = {40, 96};
    one.by = "bitsandbytes";
    one.rule = [=](qint64 row, qint64 column) {
        const qint64 at = row * 96 + column;
        const unsigned byte = quint8(codes[at / 2]);
        const unsigned code = at % 2 == 0 ? byte >> 4 : byte & 15;
        float scale = largest[at / block];
        if (nested) {
            const float product =
                nestedMap[quint8(nestedCodes[at / block])] * (at / block < 32 ? 0.0137F : 0.0191F);
            scale = product + 0.0371F;  // rounded twice, as bitsandbytes' two kernels do
        }
        return map[qsizetype(code)] * scale;
    };
    return one;
}

Case llmInt8() {
    constexpr qint64 rows = 14;
    constexpr qint64 columns = 33;
    const QByteArray codes = noise(rows * columns, 26);
    QList<float> largest;
    for (qint64 i = 0; i < rows; ++i) {
        largest.append(0.3F + float(i) / 7);
    }
    Case one;
    one.parts = {{"l.weight", "I8", {rows, columns}, codes},
                 {"l.SCB", "F32", {rows}, floatBytes(largest)},
                 {"l.weight_format", "U8", {}, QByteArray(1, '\0')}};
    one.name = "l.weight";
    one.shape = {rows, columns};
    one.by = "bitsandbytes";
    one.rule = [=](qint64 row, qint64 column) {
        const float product = float(int(qint8(codes[row * columns + column]))) * largest[row];
        return product / 127;
    };
    return one;
}

/// Experts of gpt-oss: blocks of 16 bytes, a scale that is a power of two for each.
Case gptOss() {
    constexpr qint64 rows = 2 * 6;
    constexpr qint64 columns = 3 * 32;
    const QByteArray codes = noise(rows * columns / 2, 27);
    QByteArray scales = noise(rows * columns / 32, 28);
    for (char& scale : scales) {
        scale = char(110 + quint8(scale) % 30);
    }
    Case one;
    one.parts = {{"experts.down_proj_blocks", "U8", {2, 6, 3, 16}, codes},
                 {"experts.down_proj_scales", "U8", {2, 6, 3}, scales}};
    one.name = "experts.down_proj";
    one.shape = {2, 6, columns};
    one.by = "mxfp4";
    one.rule = [=](qint64 row, qint64 column) {
        const qint64 at = row * columns + column;
        const unsigned byte = quint8(codes[at / 2]);
        const unsigned code = at % 2 == 0 ? byte & 15 : byte >> 4;
        return std::ldexp(plain::e2m1(code), quint8(scales[at / 32]) - 127);
    };
    return one;
}

Case compressed(int bits, bool zeroPoints, bool order) {
    constexpr qint64 rows = 20;
    constexpr qint64 columns = 90;
    constexpr qint64 groups = 3;
    const qint64 each = 32 / bits;
    const qint64 perRow = (columns + each - 1) / each;
    const qint64 down = (rows + each - 1) / each;
    const QByteArray codes = noise(rows * perRow * 4, 9);
    const QByteArray scales = halves(rows * groups, 10);
    const QByteArray zeros = noise(down * groups * 4, 11);
    QList<qint32> groupOf;
    for (qint64 i = 0; i < columns; ++i) {
        groupOf.append(order ? qint32(i * 5 % groups) : qint32(i / 30));
    }
    QByteArray shape(16, '\0');
    qToLittleEndian<qint64>(rows, shape.data());
    qToLittleEndian<qint64>(columns, shape.data() + 8);
    Case one;
    one.parts = {{"l.weight_packed", "I32", {rows, perRow}, codes},
                 {"l.weight_scale", "F16", {rows, groups}, scales},
                 {"l.weight_shape", "I64", {2}, shape}};
    if (zeroPoints) {
        one.parts += Part{"l.weight_zero_point", "I32", {down, groups}, zeros};
    }
    if (order) {
        one.parts += Part{"l.weight_g_idx", "I32", {columns}, words(groupOf)};
    }
    one.name = "l.weight";
    one.shape = {rows, columns};
    one.by = "compressed-tensors";
    one.rule = [=](qint64 row, qint64 column) {
        const quint32 mask = (1U << bits) - 1;
        const quint32 word = plain::word(codes, row * perRow + column / each);
        const int code = int(word >> (column % each * bits) & mask);
        const qint64 group = groupOf[column];
        int zero = 1 << (bits - 1);
        if (zeroPoints) {
            const quint32 packed = plain::word(zeros, row / each * groups + group);
            zero = int(packed >> (row % each * bits) & mask);
        }
        return float(code - zero) * plain::half(plain::shortWord(scales, row * groups + group));
    };
    return one;
}

Case nvfp4(bool modelopt) {
    constexpr qint64 rows = 6;
    constexpr qint64 columns = 64;
    const QByteArray codes = noise(rows * columns / 2, 12);
    QByteArray scales = noise(rows * columns / 16, 13);
    for (char& scale : scales) {
        scale = char(quint8(scale) & 0x77);  // positive and no NaN
    }
    const float global = modelopt ? 0.0009765625F * 3 : 1000.0F;
    const QString base = "l.weight";
    Case one;
    one.parts = {{modelopt ? base : base + "_packed", "U8", {rows, columns / 2}, codes},
                 {base + "_scale", "F8_E4M3", {rows, columns / 16}, scales},
                 {base + (modelopt ? "_scale_2" : "_global_scale"), "F32",
                  modelopt ? QList<qint64>{} : QList<qint64>{1}, floatBytes({global})}};
    one.name = base;
    one.shape = {rows, columns};
    one.by = modelopt ? "modelopt" : "compressed-tensors";
    one.rule = [=](qint64 row, qint64 column) {
        const qint64 at = row * columns + column;
        const float scale = plain::e4m3(quint8(scales[at / 16]));
        const float both = modelopt ? scale * global : scale / global;
        return plain::e2m1(streamCode(codes, 4 * at, 4)) * both;
    };
    return one;
}

/// Experts, each with a scale of its own for all of it.
Case nvfp4Experts() {
    Case one = nvfp4(true);
    const QByteArray codes = one.parts[0].bytes;
    const QByteArray scales = one.parts[1].bytes;
    const QList<float> ofExperts{0.003F, 0.7F};
    one.parts[0].shape = {2, 3, 32};
    one.parts[1].shape = {2, 3, 4};
    one.parts[2] = {"l.weight_scale_2", "F32", {2}, floatBytes(ofExperts)};
    one.shape = {2, 3, 64};
    one.rule = [=](qint64 row, qint64 column) {
        const qint64 at = row * 64 + column;
        const float both = plain::e4m3(quint8(scales[at / 16])) * ofExperts[row / 3];
        return plain::e2m1(streamCode(codes, 4 * at, 4)) * both;
    };
    return one;
}

Case mxfp4() {
    constexpr qint64 rows = 4;
    constexpr qint64 columns = 64;
    const QByteArray codes = noise(rows * columns / 2, 14);
    QByteArray scales = noise(rows * columns / 32, 15);
    for (char& scale : scales) {
        scale = char(110 + quint8(scale) % 30);
    }
    Case one;
    one.parts = {{"l.weight_packed", "U8", {rows, columns / 2}, codes},
                 {"l.weight_scale", "U8", {rows, columns / 32}, scales}};
    one.name = "l.weight";
    one.shape = {rows, columns};
    one.by = "compressed-tensors";
    one.rule = [=](qint64 row, qint64 column) {
        const qint64 at = row * columns + column;
        return std::ldexp(plain::e2m1(streamCode(codes, 4 * at, 4)), quint8(scales[at / 32]) - 127);
    };
    return one;
}

Case fp8(const QString& how) {
    constexpr qint64 rows = 200;
    constexpr qint64 columns = 150;
    QByteArray codes = noise(rows * columns, 16);
    for (char& code : codes) {
        code = (quint8(code) & 0x7F) == 0x7F ? 0 : code;
    }
    const bool blocks = how == "block";
    const qint64 count = blocks ? 4 : how == "row" ? rows : 1;
    QList<float> scales;
    for (qint64 i = 0; i < count; ++i) {
        scales.append(0.01F + 0.003F * float(i));
    }
    Case one;
    one.parts = {{"l.weight", "F8_E4M3", {rows, columns}, codes},
                 {blocks ? "l.weight_scale_inv" : "l.weight_scale", "F32",
                  blocks         ? QList<qint64>{2, 2}
                  : how == "row" ? QList<qint64>{rows, 1}
                                 : QList<qint64>{},
                  floatBytes(scales)}};
    one.name = "l.weight";
    one.shape = {rows, columns};
    one.by = "scaled";
    one.rule = [=](qint64 row, qint64 column) {
        const qint64 entry = blocks ? row / 128 * 2 + column / 128 : how == "row" ? row : 0;
        return plain::e4m3(quint8(codes[row * columns + column])) * scales[entry];
    };
    return one;
}

Case int8WithZeros() {
    constexpr qint64 rows = 5;
    constexpr qint64 columns = 12;
    const QByteArray codes = noise(rows * columns, 17);
    const QByteArray scales = halves(rows, 18);
    const QByteArray zeros = noise(rows, 19);
    Case one;
    one.parts = {{"l.weight", "I8", {rows, columns}, codes},
                 {"l.weight_scale", "F16", {rows, 1}, scales},
                 {"l.weight_zero_point", "I8", {rows, 1}, zeros}};
    one.name = "l.weight";
    one.shape = {rows, columns};
    one.by = "scaled";
    one.rule = [=](qint64 row, qint64 column) {
        return float(int(qint8(codes[row * columns + column])) - int(qint8(zeros[row]))) *
               plain::half(plain::shortWord(scales, row));
    };
    return one;
}

Case mlx(int bits) {
    constexpr qint64 rows = 3;
    constexpr qint64 columns = 128;
    const QByteArray codes = noise(rows * columns * bits / 8, 20);
    const QByteArray scales = halves(rows * 2, 21);
    const QByteArray biases = halves(rows * 2, 22);
    Case one;
    one.parts = {{"l.weight", "U32", {rows, columns * bits / 32}, codes},
                 {"l.scales", "F16", {rows, 2}, scales},
                 {"l.biases", "F16", {rows, 2}, biases}};
    one.config =
        QByteArray(R"({"quantization":{"group_size":64,"bits":)") + QByteArray::number(bits) + "}}";
    one.name = "l.weight";
    one.shape = {rows, columns};
    one.by = "mlx";
    one.rule = [=](qint64 row, qint64 column) {
        const qint64 entry = row * 2 + column / 64;
        const float product = plain::half(plain::shortWord(scales, entry)) *
                              float(streamCode(codes, (row * columns + column) * bits, bits));
        return product + plain::half(plain::shortWord(biases, entry));
    };
    return one;
}

/// What torchao makes of a weight in safetensors, with a scale for `block` values of a row and its
/// class in the metadata or not.
Case torchao(const QString& type, qint64 block, bool told) {
    constexpr qint64 rows = 6;
    constexpr qint64 columns = 48;
    const bool nibbles = type == "Int4Tensor";
    const bool floats = type == "Float8Tensor";
    const qint64 groups = columns / block;
    QByteArray codes = noise(rows * columns / (nibbles ? 2 : 1), 40);
    for (char& code : codes) {
        code = char(floats && (code & 0x7F) == 0x7F ? 0 : code);
    }
    const QByteArray scales = halves(rows * groups, 41);
    const QByteArray zeros = nibbles ? halves(rows * groups, 42) : noise(rows * groups, 42);
    Case one;
    const QList<qint64> grid = nibbles ? QList<qint64>{groups, rows} : QList<qint64>{rows, groups};
    one.parts = {{"l._weight_qdata",
                  floats ? "F8_E4M3" : "I8",
                  {rows, nibbles ? columns / 2 : columns},
                  codes},
                 {"l._weight_scale", "F16", grid, scales}};
    if (!floats) {
        one.parts.append({"l._weight_zero_point", nibbles ? "F16" : "I8", grid, zeros});
    }
    if (told) {
        one.metadata["l.weight"] =
            QStringLiteral(R"({"_type":"%1","_data":{"block_size":[1,%2],"dtype":{"_type":"torch.)"
                           R"(dtype","_data":"bfloat16"}},"_tensor_data_names":["qdata","scale"]})")
                .arg(type)
                .arg(block);
        one.metadata["tensor_names"] = QStringLiteral(R"(["l.weight"])");
    }
    one.name = "l.weight";
    one.shape = {rows, columns};
    one.by = "torchao";
    one.rule = [=](qint64 row, qint64 column) {
        const qint64 group = column / block;
        const qint64 entry = nibbles ? group * rows + row : row * groups + group;
        const float scale = plain::half(plain::shortWord(scales, entry));
        if (nibbles) {
            const int pair = quint8(codes[(row * columns + column) / 2]);
            const int code = column % 2 == 0 ? pair & 15 : pair >> 4;
            const float product = float(code < 8 ? code : code - 16) * scale;
            return product + plain::half(plain::shortWord(zeros, entry));
        }
        const int byte = quint8(codes[row * columns + column]);
        if (floats) {
            const int exponent = byte >> 3 & 15;
            const float value = exponent == 0 ? std::ldexp(float(byte & 7), -9)
                                              : std::ldexp(float(8 + (byte & 7)), exponent - 10);
            return (byte > 127 ? -value : value) * scale;
        }
        return float(int(qint8(byte)) - int(qint8(zeros[entry]))) * scale;
    };
    return one;
}

/// MLX's modes mxfp4 and mxfp8: scales that are powers of two, no biases.
Case mlxPowers(int bits) {
    constexpr qint64 rows = 3;
    constexpr qint64 columns = 64;
    QByteArray codes = noise(rows * columns * bits / 8, 29);
    for (char& code : codes) {
        code = bits == 8 && (quint8(code) & 0x7F) == 0x7F ? char(0) : code;
    }
    QByteArray scales = noise(rows * 2, 30);
    for (char& scale : scales) {
        scale = char(115 + quint8(scale) % 20);
    }
    Case one;
    one.parts = {{"l.weight", "U32", {rows, columns * bits / 32}, codes},
                 {"l.scales", "U8", {rows, 2}, scales}};
    one.config = R"({"quantization":{"group_size":32,"mode":"mxfp4","bits":)" +
                 QByteArray::number(bits) + "}}";
    one.name = "l.weight";
    one.shape = {rows, columns};
    one.by = "mlx";
    one.rule = [=](qint64 row, qint64 column) {
        const unsigned code = streamCode(codes, (row * columns + column) * bits, bits);
        const float level = bits == 8 ? plain::e4m3(code) : plain::e2m1(code);
        return std::ldexp(level, quint8(scales[row * 2 + column / 32]) - 127);
    };
    return one;
}

/// MLX's mode nvfp4: scales are floats of 8 bits, for 16 values each.
Case mlxNvfp4(const QByteArray& mode) {
    constexpr qint64 rows = 3;
    constexpr qint64 columns = 64;
    const QByteArray codes = noise(rows * columns / 2, 31);
    QByteArray scales = noise(rows * columns / 16, 32);
    for (char& scale : scales) {
        scale = char(quint8(scale) & 0x77);  // positive and no NaN
    }
    Case one;
    one.parts = {{"l.weight", "U32", {rows, columns / 8}, codes},
                 {"l.scales", "U8", {rows, columns / 16}, scales}};
    one.config = mode;
    one.name = "l.weight";
    one.shape = {rows, columns};
    one.by = "mlx";
    one.rule = [=](qint64 row, qint64 column) {
        const qint64 at = row * columns + column;
        return plain::e2m1(streamCode(codes, 4 * at, 4)) * plain::e4m3(quint8(scales[at / 16]));
    };
    return one;
}

/// FP8 whose scales are powers of two: blocks as DeepSeek has them, or 32 values of a row each, the
/// last of them not all there.
Case fp8Powers(bool blocks) {
    Case one = fp8("block");
    const QByteArray codes = one.parts[0].bytes;
    const qint64 along = blocks ? 2 : 5;
    QByteArray scales = noise(blocks ? 4 : 200 * along, 33);
    for (char& scale : scales) {
        scale = char(115 + quint8(scale) % 20);
    }
    one.parts[1] = blocks ? Part{"l.weight_scale_inv", "F8_E8M0", {2, 2}, scales}
                          : Part{"l.weight_scale", "U8", {200, along}, scales};
    one.rule = [=](qint64 row, qint64 column) {
        const qint64 entry = blocks ? row / 128 * along + column / 128 : row * along + column / 32;
        return std::ldexp(plain::e4m3(quint8(codes[row * 150 + column])),
                          quint8(scales[entry]) - 127);
    };
    return one;
}

/// A model whose layers have other bits than the rest, as the configuration says for each: 96
/// bytes of codes a row are 128 values of 6 bits in two groups of 64 and nothing else that it
/// allows, though 4 bits in groups of 96 would fit them too.
Case mlxLayer() {
    Case one = mlx(6);
    one.config = R"({"quantization_config":{"group_size":64,"bits":4,"l":{"group_size":64,"bits":6},
                    "other":false},"quantization":{"group_size":64,"bits":4,
                    "l":{"group_size":64,"bits":6},"other":false}})";
    return one;
}

Case hqq(int bits, int axis) {
    // 12 groups of 20 values; along axis 0 the groups are columns.
    const qint64 rows = axis == 1 ? 12 : 20;
    const qint64 columns = axis == 1 ? 20 : 12;
    const qint64 each = bits == 3 ? 10 : 8 / bits;
    const qint64 step = (rows + each - 1) / each;
    const qint64 width = bits == 3 ? 4 : 1;
    const QByteArray codes = noise(step * columns * width, 23);
    const QByteArray scales = halves(12, 24);
    const QByteArray zeros = halves(12, 25);
    Case one;
    one.parts = {
        {"l.W_q", bits == 3 ? "I32" : "U8", {step, columns}, codes},
        {"l.scale", "F16", axis == 1 ? QList<qint64>{12, 1} : QList<qint64>{1, 12}, scales},
        {"l.zero", "F16", axis == 1 ? QList<qint64>{12, 1} : QList<qint64>{1, 12}, zeros},
        {"l.nbits", "I32", {}, words({bits})},
        {"l.axis", "I32", {}, words({axis})},
        {"l.group_size", "I32", {}, words({20})},
        {"l.shape", "I32", {2}, words({8, 30})}};
    one.name = "l.weight";
    one.shape = {8, 30};
    one.by = "hqq";
    one.rule = [=](qint64 row, qint64 column) {
        const qint64 at = row * 30 + column;
        const qint64 line = at / columns;
        const qint64 place = line % step * columns + at % columns;
        const quint32 packed =
            width == 4 ? plain::word(codes, place) : quint32(quint8(codes[place]));
        const auto stack = unsigned(line / step);
        const unsigned code =
            packed >> ((unsigned(each) - 1 - stack) * unsigned(bits)) & ((1U << bits) - 1);
        const qint64 group = axis == 1 ? line : at % columns;
        return (float(code) - plain::half(plain::shortWord(zeros, group))) *
               plain::half(plain::shortWord(scales, group));
    };
    return one;
}

using Make = std::function<Case()>;

}  // namespace

Q_DECLARE_METATYPE(Make)

/// Weights that are stored quantized, against decoders that do one code at a time.
class TestPacked : public QObject {
    Q_OBJECT

private slots:
    void decodes_data() {
        QTest::addColumn<Make>("make");
        for (const int bits : {2, 3, 4, 8}) {
            QTest::addRow("gptq %d bits", bits) << Make([=] { return gptq(bits, false, false); });
        }
        QTest::newRow("gptq, second format") << Make([] { return gptq(4, true, false); });
        QTest::newRow("gptq, act-order") << Make([] { return gptq(4, false, true); });
        QTest::newRow("gptq, layers of other bits") << Make([] {
            Case one = gptq(8, false, false);
            one.config = R"({"quantization_config":{"quant_method":"gptq","bits":4,
                            "group_size":128,"dynamic":{"+:.*l.*":{"bits":8,"group_size":32}}}})";
            return one;
        });
        QTest::newRow("gptq, the last group not full") << Make([] {
            Case one = gptq(4, false, false, 104);
            one.group = 32;
            return one;
        });
        QTest::newRow("gptq, the last group not full, told by its size alone") << Make([] {
            Case one = gptq(4, false, false, 104);
            one.parts.removeLast();
            one.group = 32;
            return one;
        });
        QTest::newRow("gptq, the last group not full, told by the configuration") << Make([] {
            Case one = gptq(4, false, false, 104);
            one.parts.removeLast();
            one.config = R"({"quantization_config":{"quant_method":"gptq","group_size":32}})";
            one.group = 32;
            return one;
        });
        QTest::newRow("gptq, the last group not full, act-order") << Make([] {
            Case one = gptq(4, false, true, 104);
            one.group = 26;  // i * 7 % 4 deals them out evenly
            return one;
        });
        QTest::newRow("gptq, 3 bits, act-order") << Make([] { return gptq(3, false, true); });
        QTest::newRow("awq") << Make(awq);
        QTest::newRow("nf4") << Make([] { return bitsandbytes(false); });
        QTest::newRow("nf4, nested") << Make([] { return bitsandbytes(true); });
        for (const auto& [type, width] :
             {std::pair("BF16", 2), std::pair("F16", 2), std::pair("F32", 4)}) {
            QTest::addRow("nf4, stored as %s", type) << Make([type = type, width = width] {
                Case one = bitsandbytes(true);
                one.parts[0].dtype = type;
                one.parts[0].shape[0] /= width;
                return one;
            });
        }
        QTest::newRow("fp4") << Make([] { return bitsandbytes(false, "fp4"); });
        QTest::newRow("fp4, nested") << Make([] { return bitsandbytes(true, "fp4"); });
        QTest::newRow("llm.int8") << Make(llmInt8);
        for (const int bits : {2, 3, 4, 8}) {
            QTest::addRow("compressed-tensors %d bits", bits)
                << Make([=] { return compressed(bits, false, false); });
        }
        QTest::newRow("compressed-tensors, zero points")
            << Make([] { return compressed(4, true, false); });
        QTest::newRow("compressed-tensors, act-order")
            << Make([] { return compressed(4, true, true); });
        QTest::newRow("compressed-tensors, act-order, no zero points")
            << Make([] { return compressed(4, false, true); });
        QTest::newRow("compressed-tensors, act-order, 8 bits")
            << Make([] { return compressed(8, true, true); });
        QTest::newRow("modelopt nvfp4") << Make([] { return nvfp4(true); });
        QTest::newRow("modelopt nvfp4 of experts") << Make(nvfp4Experts);
        QTest::newRow("compressed-tensors, groups that the configuration tells") << Make([] {
            Case one = compressed(4, false, false);
            one.config = R"({"quantization_config":{"quant_method":"compressed-tensors",
                "config_groups":{"g":{"weights":{"num_bits":4,"group_size":30}}}}})";
            return one;
        });
        QTest::newRow("compressed-tensors nvfp4") << Make([] { return nvfp4(false); });
        QTest::newRow("compressed-tensors mxfp4") << Make(mxfp4);
        QTest::newRow("gpt-oss mxfp4") << Make(gptOss);
        QTest::newRow("gpt-oss mxfp4 of OpenAI's own files") << Make([] {
            Case one = gptOss();
            one.parts[0].name = "experts.down_proj.blocks";
            one.parts[1].name = "experts.down_proj.scales";
            return one;
        });
        QTest::newRow("fp8 of ComfyUI") << Make([] {
            Case one = fp8("tensor");
            one.parts[1].name = "l.scale_weight";
            return one;
        });
        QTest::newRow("fp8, blocks of powers of two") << Make([] { return fp8Powers(true); });
        QTest::newRow("mxfp8") << Make([] {
            Case one = fp8Powers(false);
            one.group = 32;
            return one;
        });
        for (const char* how : {"tensor", "row", "block"}) {
            QTest::addRow("fp8, a scale a %s", how)
                << Make([=] { return fp8(QString::fromLatin1(how)); });
        }
        QTest::newRow("int8 with zero points") << Make(int8WithZeros);
        for (const int bits : {2, 3, 4, 6, 8}) {
            QTest::addRow("mlx %d bits", bits) << Make([=] { return mlx(bits); });
        }
        QTest::newRow("mlx mxfp4") << Make([] { return mlxPowers(4); });
        QTest::newRow("mlx mxfp8") << Make([] { return mlxPowers(8); });
        QTest::newRow("mlx nvfp4") << Make([] {
            return mlxNvfp4(R"({"quantization":{"group_size":16,"bits":4,"mode":"nvfp4"}})");
        });
        QTest::newRow("mlx nvfp4 without a configuration") << Make([] { return mlxNvfp4("{}"); });
        QTest::newRow("mlx, a layer of its own bits") << Make(mlxLayer);
        for (const int bits : {1, 2, 3, 4, 8}) {
            QTest::addRow("hqq %d bits", bits) << Make([=] { return hqq(bits, 1); });
        }
        for (const int bits : {5, 6}) {
            QTest::addRow("hqq %d bits", bits) << Make([=] { return hqq(bits, 1); });
        }
        for (const int bits : {3, 4}) {
            QTest::addRow("hqq %d bits, saved as floats", bits) << Make([=] {
                Case one = hqq(bits, 1);
                one.parts[0].dtype = "F16";
                (bits == 3 ? one.parts[0].shape[1] *= 2 : one.parts[0].shape[1] /= 2);
                one.parts += Part{"l.view_as_float", "BOOL", {}, QByteArray(1, '\1')};
                one.parts += Part{"l.packing", "U8", {3}, "abc"};
                return one;
            });
        }
        for (const bool told : {true, false}) {
            for (const qint64 block : {16, 48}) {
                for (const char* type :
                     {"Float8Tensor", "IntxUnpackedToInt8Tensor", "Int4Tensor"}) {
                    QTest::addRow("torchao %s, %d a scale%s", type, int(block),
                                  told ? "" : ", without metadata")
                        << Make([=] { return torchao(type, block, told); });
                }
            }
        }
        QTest::newRow("hqq along axis 0") << Make([] { return hqq(4, 0); });
    }

    void decodes() {
        QFETCH(Make, make);
        const Case one = make();
        const QTemporaryDir folder;
        const auto file = openParts(one, folder);
        QVERIFY2(file.has_value(), file ? "" : toString(file.error()).c_str());
        QCOMPARE((*file)->tensors().size(), std::size_t{1});
        const TensorInfo& info = (*file)->tensors().front();
        QVERIFY2((*file)->stored(0).unreadable.empty(), (*file)->stored(0).unreadable.c_str());
        QCOMPARE(QString::fromStdString(info.name), one.name);
        QCOMPARE(info.shape, one.shape);
        QCOMPARE(QString::fromStdString(info.packed->by), one.by);
        if (one.group != 0) {
            QCOMPARE(info.packed->group, std::int64_t(one.group));
        }
        std::uint64_t bytes = 0;
        for (const Part& part : one.parts) {
            bytes += std::uint64_t(part.bytes.size());
        }
        QCOMPARE(info.bytes, bytes);
        const auto read = (*file)->read(0);
        QVERIFY2(read.has_value(), read ? "" : toString(read.error()).c_str());
        const qint64 columns = one.shape.back();
        for (qint64 i = 0; i < qint64(read->size()); ++i) {
            const float want = one.rule(i / columns, i % columns);
            QVERIFY2(read->values()[std::size_t(i)] == want,
                     qPrintable(QStringLiteral("%1: %2 instead of %3")
                                    .arg(i)
                                    .arg(double(read->values()[std::size_t(i)]))
                                    .arg(double(want))));
        }
        // A slice begins anywhere: in the middle of a word, a group, a row.
        for (std::size_t first = 1; first + 40 < read->size(); first += 41) {
            Values part(39);
            QVERIFY((*file)->readValues(0, first, part).has_value());
            QVERIFY(std::equal(part.begin(), part.end(), read->values().begin() + long(first)));
        }
    }

    /// Codes and levels are those of the values.
    void codesAndLevels_data() { decodes_data(); }
    void codesAndLevels() {
        QFETCH(Make, make);
        const Case one = make();
        const QTemporaryDir folder;
        const auto file = openParts(one, folder);
        QVERIFY(file.has_value());
        const auto read = (*file)->read(0);
        QVERIFY(read.has_value());
        const PackedValues& packed = *(*file)->stored(0).packed;
        std::vector<std::int32_t> codes(read->size());
        QVERIFY(packed.readCodes(0, codes).has_value());
        std::vector<std::uint64_t> counts;
        for (std::size_t i = 0; i < codes.size(); i += 13) {
            const auto grid = packed.gridAt(i);
            QVERIFY(grid.has_value());
            const auto level = std::size_t(codes[i] - grid->firstCode);
            QCOMPARE_LT(level, grid->levels.size());
            QCOMPARE(grid->levels[level], read->values()[i]);
        }
        const auto study = studyPacked(**file, 0);
        QVERIFY(study.has_value());
        std::uint64_t all = 0;
        for (std::size_t i = 0; i < study->counts.size(); ++i) {
            const auto code = study->firstCode + int(i);
            QCOMPARE(study->counts[i], std::uint64_t(std::count(codes.begin(), codes.end(), code)));
            all += study->counts[i];
        }
        QCOMPARE(all, std::uint64_t(codes.size()));
    }

    /// Blocks of Q4_0, with the nibbles taken out of the file's own bytes.
    void codesOfBlocks() {
        constexpr int blocks = 3;
        QByteArray bytes;
        QMap<int, quint64> wanted;
        for (int block = 0; block < blocks; ++block) {
            // FP16 0.5, then 2. The first block has the codes 0 to 7 alone.
            bytes += block == 0 ? QByteArray("\x00\x38", 2) : QByteArray("\x00\x40", 2);
            for (int i = 0; i < 16; ++i) {
                const int low = (3 * i + block) % (block == 0 ? 8 : 13);
                const int high = (5 * i + 2) % (block == 0 ? 8 : 11);
                bytes += char(low | high << 4);
                ++wanted[low];
                ++wanted[high];
            }
        }
        StoredTensor tensor;
        tensor.info.name = "w";
        tensor.info.shape = {blocks * 32};
        tensor.info.dtype = DType::Block;
        tensor.info.bytes = quint64(bytes.size());
        tensor.block = findBlockFormat("q4_0");
        const auto data = std::as_bytes(std::span(bytes.constData(), std::size_t(bytes.size())));
        tensor.source = memoryBytes({data.begin(), data.end()}, "blocks");
        FileContents contents;
        contents.tensors = {tensor};
        const WeightFile file("blocks", std::move(contents));
        const auto study = studyPacked(file, 0);
        QVERIFY(study.has_value());
        QCOMPARE(study->firstCode, 0);
        QCOMPARE(study->scale, 0.5F);
        QCOMPARE(study->used, std::size_t(wanted.size()));
        for (std::size_t i = 0; i < study->counts.size(); ++i) {
            QCOMPARE(study->counts[i], wanted.value(int(i)));
            // A value is d (q - 8), as ggml says: of the first block, whichever block has the code.
            QCOMPARE(study->levels[i], 0.5F * float(int(i) - 8));
        }
    }

    /// Bits and group of MLX that nothing but their product tells are said to be a guess.
    void guessedForm() {
        for (const bool told : {true, false}) {
            Case one = mlx(4);
            one.config = told ? one.config : QByteArray();
            one.parts += Part{"n.weight", "U32", {1, 8}, noise(32, 1)};
            one.parts += Part{"n.scales", "F16", {1, 1}, halves(1, 2)};
            one.parts += Part{"n.biases", "F16", {1, 1}, halves(1, 3)};
            const QTemporaryDir folder;
            const auto file = openParts(one, folder);
            QVERIFY2(file.has_value(), file ? "" : toString(file.error()).c_str());
            QCOMPARE((*file)->tensors().size(), std::size_t{2});
            for (const TensorInfo& info : (*file)->tensors()) {
                const std::string& scales = info.packed->scales;
                QVERIFY2((scales.find("guess") == std::string::npos) == told, scales.c_str());
            }
        }
    }

    /// A shard that is not there is the reason, not that the weight has no scales.
    void missingShard() {
        Case one = gptq(4, false, false);
        const QTemporaryDir folder;
        const Part scales = one.parts.takeAt(2);
        QVERIFY(openParts(one, folder).has_value());
        QByteArray map;
        for (const Part& part : one.parts) {
            map += "\"" + part.name.toLatin1() + "\":\"model.safetensors\",";
        }
        QFile index(folder.filePath("model.safetensors.index.json"));
        QVERIFY(index.open(QIODevice::WriteOnly));
        index.write("{\"weight_map\":{" + map + "\"" + scales.name.toLatin1() +
                    "\":\"lost.safetensors\"}}");
        index.close();
        const auto file = openWeightFile(index.fileName().toStdString());
        QVERIFY2(file.has_value(), file ? "" : toString(file.error()).c_str());
        QCOMPARE((*file)->tensors().size(), std::size_t{1});
        const std::string& reason = (*file)->stored(0).unreadable;
        QVERIFY2(reason.find("lost.safetensors") != std::string::npos, reason.c_str());
    }

    /// Codes of a method that no reader knows are no weights, where the configuration names it; nor
    /// is what stands beside them. What is not packed stays what it is.
    void unknownMethods() {
        Case one;
        one.parts = {{"l.q_weight", "I32", {4, 8}, noise(128, 1)},
                     {"l.q_scale", "F16", {4, 2}, halves(8, 2)},
                     {"l.bias", "F16", {8}, halves(8, 3)},
                     {"m.weight", "U8", {4, 8}, noise(32, 4)},
                     {"m.weight_scale", "F32", {1}, floatBytes({2})},
                     {"norm.weight", "F32", {2}, floatBytes({1, 2})},
                     {"ids", "I64", {1, 2}, QByteArray(16, '\1')}};
        one.config = R"({"quantization_config":{"quant_method":"other"}})";
        const QTemporaryDir folder;
        const auto file = openParts(one, folder);
        QVERIFY2(file.has_value(), file ? "" : toString(file.error()).c_str());
        QCOMPARE((*file)->tensors().size(), std::size_t(one.parts.size()));
        const auto roleOf = [&](const char* name) {
            return (*file)->tensors()[*(*file)->find(name)].role;
        };
        for (const char* name : {"l.q_weight", "m.weight"}) {
            const std::string& reason = (*file)->stored(*(*file)->find(name)).unreadable;
            QVERIFY2(reason.find("packed by other") != std::string::npos, reason.c_str());
        }
        QCOMPARE(roleOf("l.q_scale"), TensorRole::Companion);
        QCOMPARE(roleOf("m.weight_scale"), TensorRole::Companion);
        for (const char* name : {"l.bias", "norm.weight", "ids"}) {
            QCOMPARE(roleOf(name), TensorRole::Weight);
            QVERIFY((*file)->read(*(*file)->find(name)).has_value());
        }
    }

    /// Parts that contradict each other or the configuration: listed with the reason.
    void contradictions_data() {
        QTest::addColumn<Make>("make");
        QTest::addColumn<QByteArray>("word");
        const auto row = [](const char* name, const Make& make, const char* word) {
            QTest::newRow(name) << make << QByteArray(word);
        };
        row(
            "no scales",
            [] {
                Case one = gptq(4, false, false);
                one.parts.removeAt(2);
                return one;
            },
            "no scales");
        row(
            "config lies about bits",
            [] {
                Case one = gptq(4, false, false);
                one.config = R"({"quantization_config":{"quant_method":"gptq","bits":8}})";
                return one;
            },
            "other bits");
        row(
            "config lies about groups",
            [] {
                Case one = gptq(4, false, false);
                one.config = R"({"quantization_config":{"quant_method":"gptq","group_size":64}})";
                return one;
            },
            "other groups");
        row(
            "config lies about groups of compressed-tensors",
            [] {
                Case one = compressed(4, false, false);
                one.config = R"({"quantization_config":{"quant_method":"compressed-tensors",
                    "config_groups":{"g":{"weights":{"num_bits":4,"group_size":64}}}}})";
                return one;
            },
            "config.json says");
        row(
            "llm.int8 in the order of a gpu",
            [] {
                Case one = llmInt8();
                one.parts[2].bytes[0] = 3;
                return one;
            },
            "weight_format");
        row(
            "llm.int8 without scales",
            [] {
                Case one = llmInt8();
                one.parts.removeAt(1);
                return one;
            },
            "SCB");
        row(
            "another layout of awq",
            [] {
                Case one = awq();
                one.config = R"({"quantization_config":{"quant_method":"awq","version":"GEMV"}})";
                return one;
            },
            "layout of AWQ");
        row(
            "config lies about the mode",
            [] {
                return mlxNvfp4(R"({"quantization":{"group_size":16,"bits":4,"mode":"mxfp4"}})");
            },
            "another mode");
        for (const bool nested : {false, true}) {
            row(
                nested ? "no absmax, nested" : "no absmax",
                [nested] {
                    Case one = bitsandbytes(nested);
                    one.parts.removeAt(1);
                    return one;
                },
                "no scales");
        }
        row(
            "no quantization state, nested",
            [] {
                Case one = bitsandbytes(true);
                one.parts.removeAt(3);
                return one;
            },
            "state");
        row(
            "g_idx out of range",
            [] {
                Case one = gptq(4, false, true);
                one.parts[3].bytes[0] = 100;
                return one;
            },
            "g_idx");
        row(
            "groups that do not fit",
            [] {
                Case one = gptq(4, false, false);
                one.parts[2].shape = {2, 48};
                return one;
            },
            "zero points");
        row(
            "zero points missing",
            [] {
                Case one = awq();
                one.parts.removeAt(1);
                return one;
            },
            "no zero points");
        row(
            "wrong nesting",
            [] {
                Case one = bitsandbytes(true);
                one.parts.removeLast();
                return one;
            },
            "nested");
        row(
            "quantization state is no JSON",
            [] {
                Case one = bitsandbytes(false);
                one.parts[3].bytes[0] = '[';
                return one;
            },
            "state");
        row(
            "shape of another tensor",
            [] {
                Case one = compressed(4, false, false);
                one.parts[2].bytes[8] = 20;
                return one;
            },
            "");
        row(
            "mlx bits",
            [] {
                Case one = mlx(4);
                one.config = R"({"quantization":{"group_size":64,"bits":2}})";
                return one;
            },
            "bits");
        row(
            "fp8 scales of another shape",
            [] {
                Case one = fp8("block");
                one.parts[1].shape = {4, 1};
                return one;
            },
            "scales");
        row(
            "zero points beyond the bits",
            [] {
                Case one = int8WithZeros();
                one.parts[2] = {"l.weight_zero_point", "I32", {5, 1}, words({0, 0, 128, 0, 0})};
                return one;
            },
            "beyond the 8 bits");
        row(
            "torchao's scales of another shape",
            [] {
                Case one = torchao("Float8Tensor", 16, true);
                one.parts[1].shape = {9, 2};
                return one;
            },
            "do not fit");
        row(
            "torchao's blocks beyond reason",
            [] {
                Case one = torchao("Float8Tensor", 16, true);
                one.metadata["l.weight"] = QStringLiteral(
                    R"({"_type":"Float8Tensor","_data":{"block_size":[9223372036854775807,-3]}})");
                return one;
            },
            "do not fit");
        row(
            "a class of torchao's that is not read",
            [] {
                Case one = torchao("Int4PreshuffledTensor", 16, true);
                return one;
            },
            "Int4PreshuffledTensor");
        row(
            "hqq group size",
            [] {
                Case one = hqq(4, 1);
                one.parts[5].bytes = words({64});
                return one;
            },
            "group size");
    }

    /// What is guessed, and a configuration that cannot be read, are said.
    void notes_data() {
        QTest::addColumn<QByteArray>("config");
        QTest::addColumn<int>("bits");
        QTest::addColumn<QStringList>("notes");
        const QByteArray own = mlx(4).config;
        QTest::newRow("told") << own << 4 << QStringList();
        QTest::newRow("no configuration") << QByteArray() << 4 << QStringList{"guess l.weight"};
        QTest::newRow("of something else")
            << QByteArray(R"({"model_type":"llama"})") << 4 << QStringList{"guess l.weight"};
        QTest::newRow("no JSON") << own.chopped(1) << 4
                                 << QStringList{"guess l.weight", "unread config.json"};
        QTest::newRow("no object")
            << QByteArray("[4, 64]") << 4 << QStringList{"guess l.weight", "unread config.json"};
        QTest::newRow("a guess that fits nothing")
            << QByteArray("<html>") << 0 << QStringList{"unread config.json"};
    }

    void notes() {
        QFETCH(QByteArray, config);
        QFETCH(int, bits);
        QFETCH(QStringList, notes);
        Case one = mlx(4);
        one.config = config;
        if (bits == 0) {
            one.parts = {{"plain.weight", "F32", {2}, floatBytes({1, 2})}};
        }
        const QTemporaryDir folder;
        const auto file = openParts(one, folder);
        QVERIFY2(file.has_value(), file ? "" : toString(file.error()).c_str());
        QStringList said;
        for (const FileNote& note : (*file)->notes()) {
            said << (note.kind == FileNote::Kind::GuessedGroups  ? "guess "
                     : note.kind == FileNote::Kind::UnreadConfig ? "unread "
                                                                 : "? ") +
                        QString::fromStdString(note.detail);
        }
        QCOMPARE(said, notes);
    }

    void contradictions() {
        QFETCH(Make, make);
        QFETCH(QByteArray, word);
        Case one = make();
        one.parts.append({"plain.weight", "F32", {2}, floatBytes({1, 2})});
        const QTemporaryDir folder;
        const auto file = openParts(one, folder);
        QVERIFY2(file.has_value(), file ? "" : toString(file.error()).c_str());
        QVERIFY((*file)->read(*(*file)->find("plain.weight")).has_value());
        QStringList reasons;
        for (std::size_t i = 0; i < (*file)->tensors().size(); ++i) {
            const std::string& reason = (*file)->stored(i).unreadable;
            if (!reason.empty()) {
                reasons.append(QString::fromStdString(reason));
                const auto read = (*file)->read(i);
                COMPARE_ERROR(read, ErrorCode::Unsupported);
                QVERIFY(!read.error().remedy.empty());
            }
        }
        QCOMPARE(reasons.size(), 1);
        // What belongs to it is no weight of its own.
        QCOMPARE((*file)->tensors().size(), std::size_t{2});
        QVERIFY2(reasons.first().contains(QString::fromLatin1(word)), qPrintable(reasons.first()));
    }
};

QTEST_APPLESS_MAIN(TestPacked)
#include "tst_packed.moc"
