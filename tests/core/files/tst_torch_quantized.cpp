// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/weight_file.h"
#include "tests/support/outcome.h"
#include "tests/support/packed_parts_writer.h"
#include "tests/support/temporary_file.h"
#include "tests/support/torch_bytes.h"

#include <QtTest>

#include <cmath>
#include <functional>
#include <vector>

using namespace zeropoint;
using namespace zeropoint::test;

namespace {

using Values = std::vector<float>;
using FilePtr = std::shared_ptr<const WeightFile>;

QByteArray wholeNumbers(const QList<qint64>& values) {
    QByteArray bytes;
    for (const qint64 value : values) {
        bytes += torch::number(std::uint64_t(value), 8);
    }
    return bytes;
}

QByteArray doubles(const QList<double>& values) {
    QByteArray bytes(values.size() * 8, '\0');
    for (qsizetype i = 0; i < values.size(); ++i) {
        qToLittleEndian<double>(values[i], bytes.data() + 8 * i);
    }
    return bytes;
}

/// A number as BINFLOAT has it.
QByteArray real(double value) {
    QByteArray bytes(8, '\0');
    qToBigEndian<double>(value, bytes.data());
    return "G" + bytes;
}

/// One tensor of a checkpoint with storages of its own.
class Checkpoint {
public:
    explicit Checkpoint(QByteArray device = "cpu") : m_device(std::move(device)) {}

    QByteArray tensor(const char* type, const QByteArray& bytes, int width,
                      const QList<qint64>& shape) {
        const QByteArray key = QByteArray::number(m_storages.size());
        const qint64 elements = bytes.size() / width;
        m_storages.append({key, std::uint64_t(elements), bytes});
        QList<qint64> strides;
        qint64 step = 1;
        for (qsizetype axis = shape.size(); axis-- > 0; step *= shape[axis]) {
            strides.prepend(step);
        }
        return torch::tensor(torch::storage(type, key, elements, m_device), 0, shape, strides);
    }

    /// Of a type that has no storage of its own: bytes, and the type beside them.
    QByteArray tensorOf(const char* type, const QByteArray& bytes, const QList<qint64>& shape,
                        QList<qint64> strides = {}) {
        const QByteArray key = QByteArray::number(m_storages.size());
        m_storages.append({key, std::uint64_t(bytes.size()), bytes});
        qint64 step = 1;
        for (qsizetype axis = shape.size(); axis-- > 0 && strides.size() < shape.size();
             step *= shape[axis]) {
            strides.prepend(step);
        }
        return torch::call(
            torch::global("torch._utils", "_rebuild_tensor_v3"),
            torch::storage("UntypedStorage", key, bytes.size(), m_device) + torch::integer(0) +
                torch::integers(shape) + torch::integers(strides) + "\x89" +
                torch::global("collections", "OrderedDict") + ")R" + torch::global("torch", type));
    }

    Result<FilePtr> open(const QByteArray& object) const {
        const TemporaryFile file(
            torch::file(torch::dictionary(torch::text("w") + object), m_storages), "a.pt");
        return openWeightFile(file.path());
    }

private:
    QByteArray m_device;
    QList<torch::Storage> m_storages;
};

/// A weight of torchao's in tiles, its codes and what they stand for, and its two tensors.
struct Tiled {
    qint64 rows = 0;
    qint64 columns = 0;
    qint64 tiles = 0;  ///< of 16 columns, in a block
    qint64 group = 0;
    qint64 blocks = 0;

    qint64 allRows() const { return (rows + 7) / 8 * 8; }
    qint64 allColumns() const { return blocks * tiles * 16; }
    int code(qint64 row, qint64 column) const {
        return int((row * 7 + column * 5 + column / 9) & 15);
    }
    float scale(qint64 row, qint64 column) const {
        return 0.25F + float(column / group) + 0.125F * float(row % 8);
    }
    float zero(qint64 row, qint64 column) const {
        return float(row) - 0.5F * float(column / group);
    }

    /// The words in the order in which the packing kernel of PyTorch writes them: a word takes of
    /// two tiles the pairs of columns that a lane of an m16n8k16 product holds, the even columns
    /// before the odd ones.
    QByteArray codes() const {
        QByteArray bytes;
        for (qint64 tile = 0; tile < allRows() / 8; ++tile) {
            for (qint64 block = 0; block < blocks; ++block) {
                for (qint64 lane = 0; lane < 32; ++lane) {
                    for (qint64 inner = 0; inner < tiles; inner += 2) {
                        const qint64 row = tile * 8 + lane / 4;
                        const qint64 first = (block * tiles + inner) * 16 + lane % 4 * 2;
                        quint64 word = 0;
                        for (const int column : {25, 17, 9, 1, 24, 16, 8, 0}) {
                            const qint64 at = first + column;
                            const bool inside = row < rows && at < columns;
                            word = word << 4 | quint64(inside ? code(row, at) : 0);
                        }
                        bytes += torch::number(word, 4);
                    }
                }
            }
        }
        return bytes;
    }

    QByteArray scales() const {
        QList<float> pairs;
        for (qint64 column = 0; column < allColumns(); column += group) {
            for (qint64 row = 0; row < allRows(); ++row) {
                pairs << scale(row, column) << zero(row, column);
            }
        }
        return floatBytes(pairs);
    }
};

/// A tensor around others, as torchao's classes are saved: what they hold stands in `state`.
QByteArray aroundOthers(const QByteArray& type, const QList<qint64>& shape,
                        const QByteArray& state) {
    const QByteArray inside = torch::global("torchao", type) + torch::global("torch", "bfloat16") +
                              torch::integers(shape) + torch::integers({1, 1}) + torch::integer(0);
    return torch::call(torch::global("torch._tensor", "_rebuild_from_type_v2"),
                       torch::global("torch._utils", "_rebuild_wrapper_subclass") +
                           torch::global("torchao", type) + torch::tuple(inside) +
                           torch::dictionary(state));
}

QByteArray tiledObject(const Tiled& tiled, Checkpoint& made, bool nested) {
    const QByteArray parts = torch::text(nested ? "packed_weight" : "qdata") +
                             made.tensor("IntStorage", tiled.codes(), 4,
                                         {tiled.allRows() / 8, tiled.blocks, 32, tiled.tiles / 2}) +
                             torch::text("scale_and_zero") +
                             made.tensor("FloatStorage", tiled.scales(), 4,
                                         {tiled.allColumns() / tiled.group, tiled.allRows(), 2});
    const QByteArray block = torch::text("block_size") + torch::integers({1, tiled.group});
    const QList<qint64> shape = {tiled.rows, tiled.columns};
    return nested ? aroundOthers("AffineQuantizedTensor", shape,
                                 torch::text("tensor_impl") +
                                     aroundOthers("TensorCoreTiledAQTTensorImpl", shape, parts) +
                                     block)
                  : aroundOthers("Int4TilePackedTo4dTensor", shape, parts + block);
}

/// A weight of torchao's with two codes a byte, or eight a word, and what its parts stand for.
struct Int4 {
    bool words = false;
    qint64 matrices = 1;
    qint64 group = 0;

    static constexpr qint64 rows = 5;
    static constexpr qint64 columns = 24;

    qint64 groups() const { return (columns + group - 1) / group; }
    qint64 elements() const { return matrices * rows * columns; }
    qint64 entries() const { return matrices * rows * groups(); }
    QList<qint64> shape() const {
        return matrices == 1 ? QList<qint64>{rows, columns}
                             : QList<qint64>{matrices, rows, columns};
    }
    QList<qint64> block() const {
        return matrices == 1 ? QList<qint64>{1, group} : QList<qint64>{1, 1, group};
    }

    /// From -8 to 7 in bytes and from 0 to 15 in words.
    int code(qint64 index) const { return int((index * 7 + index / 13) & 15) - (words ? 0 : 8); }
    float scale(qint64 entry) const { return 0.1F * float(entry % 19 + 1); }
    int point(qint64 entry) const { return int(entry * 3 & 15); }
    float zero(qint64 entry) const { return 0.25F * float(entry % 23) - 2; }
    /// Where scale and zero of a value stand: all rows of a group, then the next group.
    qint64 entryOf(qint64 index) const {
        const qint64 matrix = index / (rows * columns);
        const qint64 row = index / columns % rows;
        return (matrix * groups() + index % columns / group) * rows + row;
    }
    float value(qint64 index) const {
        const qint64 entry = entryOf(index);
        if (words) {
            return float(code(index) - point(entry)) * scale(entry);
        }
        const float product = float(code(index)) * scale(entry);  // rounded, and then the sum is
        return product + zero(entry);
    }

    QByteArray zeros() const {
        QByteArray bytes;
        for (qint64 entry = 0; entry < entries(); ++entry) {
            bytes += words ? QByteArray(1, char(point(entry))) : floatBytes({zero(entry)});
        }
        return bytes;
    }

    QByteArray object(Checkpoint& made, const QList<qint64>& shape, const QList<qint64>& block,
                      const QByteArray& zeros, int width) const {
        QByteArray codes;
        for (qint64 i = 0; i < elements(); i += 2) {
            codes += char((code(i) & 15) + 16 * (code(i + 1) & 15));
        }
        QList<float> scales;
        for (qint64 entry = 0; entry < entries(); ++entry) {
            scales << scale(entry);
        }
        const auto grid = [&](qint64 count) {
            const qint64 ofGroups = count / matrices / rows;
            return matrices == 1 ? QList<qint64>{ofGroups, rows}
                                 : QList<qint64>{matrices, ofGroups, rows};
        };
        QList<qint64> packed = this->shape();
        packed.back() /= words ? 8 : 2;
        const QByteArray parts =
            torch::text("qdata") +
            made.tensor(words ? "IntStorage" : "CharStorage", codes, words ? 4 : 1, packed) +
            torch::text("scale") +
            made.tensor("FloatStorage", floatBytes(scales), 4, grid(entries())) +
            torch::text("zero_point") +
            made.tensor(width == 1 ? "CharStorage" : "FloatStorage", zeros, width,
                        grid(zeros.size() / width)) +
            torch::text("block_size") + torch::integers(block);
        return aroundOthers(words ? "Int4PlainInt32Tensor" : "Int4Tensor", shape, parts);
    }
};

/// A weight of torchao's whose codes are floats, a scale for each block of a row.
struct Floats {
    QByteArray element;  ///< as torchao names it
    qint64 rows = 0;
    qint64 columns = 0;
    qint64 block = 32;
    bool nvidia = false;
    bool tiled = false;  ///< the scales

    qint64 blocks() const { return columns / block; }
    bool pairs() const { return nvidia || element.startsWith("float4"); }
    int bits() const { return pairs() ? 4 : element.startsWith("fp6") ? 6 : 8; }
    int code(qint64 row, qint64 column) const {
        const int code = int(row * 37 + column * 11 + column / 7) & ((1 << bits()) - 1);
        const bool noNumber = (element == "float8_e4m3fn" && (code & 0x7F) == 0x7F) ||
                              (element == "float8_e5m2" && (code & 0x7C) == 0x7C);
        return noNumber ? 1 : code;
    }
    /// E4M3 of NVIDIA's, else a power of two: 0x20 to 0x3F, or 120 to 135.
    int scaleCode(qint64 row, qint64 block) const {
        const qint64 mixed = row * 5 + block * 3;
        return int(nvidia ? 0x20 + mixed % 32 : 120 + mixed % 16);
    }
    static float minifloat(int code, int exponentBits, int mantissaBits, int bias) {
        const int mantissa = code & ((1 << mantissaBits) - 1);
        const int exponent = code >> mantissaBits & ((1 << exponentBits) - 1);
        const float value = exponent == 0 ? std::ldexp(float(mantissa), 1 - bias - mantissaBits)
                                          : std::ldexp(float(mantissa + (1 << mantissaBits)),
                                                       exponent - bias - mantissaBits);
        return code >> (exponentBits + mantissaBits) != 0 ? -value : value;
    }
    float level(int code) const {
        return pairs()                    ? minifloat(code, 2, 1, 1)
               : element == "fp6_e3m2"    ? minifloat(code, 3, 2, 3)
               : element == "fp6_e2m3"    ? minifloat(code, 2, 3, 1)
               : element == "float8_e5m2" ? minifloat(code, 5, 2, 15)
                                          : minifloat(code, 4, 3, 7);
    }
    float value(qint64 row, qint64 column, float whole) const {
        const int code = scaleCode(row, column / block);
        const float scale = nvidia ? minifloat(code, 4, 3, 7) : std::ldexp(1.0F, code - 127);
        return level(this->code(row, column)) * (scale * whole);
    }

    QByteArray codes() const {
        QByteArray bytes;
        for (qint64 i = 0; i < rows * columns; i += pairs() ? 2 : 1) {
            const int first = code(i / columns, i % columns);
            const int second = pairs() ? code((i + 1) / columns, (i + 1) % columns) : 0;
            bytes += char(first | second << 4);
        }
        return bytes;
    }

    /// As cuBLAS's manual draws them: of a tile of 128 rows and 4 blocks the rows 0, 32, 64 and 96
    /// stand first, four blocks each, then 1, 33, 65 and 97.
    QByteArray scales() const {
        QByteArray bytes;
        if (!tiled) {
            for (qint64 i = 0; i < rows * blocks(); ++i) {
                bytes += char(scaleCode(i / blocks(), i % blocks()));
            }
            return bytes;
        }
        for (qint64 below = 0; below < rows; below += 128) {
            for (qint64 beside = 0; beside < blocks(); beside += 4) {
                for (qint64 first = 0; first < 32; ++first) {
                    for (qint64 row = below + first; row < below + 128; row += 32) {
                        for (qint64 at = beside; at < beside + 4; ++at) {
                            const bool inside = row < rows && at < blocks();
                            bytes += char(inside ? scaleCode(row, at) : 0);
                        }
                    }
                }
            }
        }
        return bytes;
    }

    QByteArray object(Checkpoint& made, const QByteArray& more = {}) const {
        const qint64 packed = pairs() ? columns / 2 : columns;
        const bool bytes = pairs() || element.startsWith("fp6");
        const QByteArray scaleBytes = scales();
        const QByteArray type =
            element.startsWith("fp6") ? torch::text(element) : torch::global("torch", element);
        const QByteArray parts =
            torch::text("qdata") +
            made.tensorOf(bytes ? "uint8" : element.constData(), codes(), {rows, packed}) +
            torch::text("scale") +
            made.tensorOf(
                nvidia ? "float8_e4m3fn" : "float8_e8m0fnu", scaleBytes,
                tiled ? QList<qint64>{scaleBytes.size()} : QList<qint64>{rows, blocks()}) +
            torch::text("block_size") + torch::integer(block) +
            (nvidia ? torch::text("_is_swizzled_scales") + (tiled ? "\x88" : "\x89")
                    : torch::text("elem_dtype") + type + torch::text("swizzle_type") +
                          torch::call(torch::global("torchao.prototype.mx_formats.config",
                                                    tiled ? "Swizzle_32_4_4" : "NoSwizzle"),
                                      "")) +
            more;
        return aroundOthers(nvidia ? "NVFP4Tensor" : "MXTensor", {rows, columns}, parts);
    }
};

QByteArray sparse(const QByteArray& layout, const QByteArray& parts) {
    return torch::call(torch::global("torch._utils", "_rebuild_sparse_tensor"),
                       torch::call(torch::global("torch.serialization", "_get_layout"),
                                   torch::text("torch." + layout)) +
                           torch::tuple(parts));
}

/// Everything of the tensor "w", and every slice of it.
Values valuesOf(const FilePtr& file) {
    const auto index = file->find("w");
    const auto read = index ? file->read(*index) : Result<Tensor>();
    if (!read) {
        return {};
    }
    const Values all(read->values().begin(), read->values().end());
    for (std::size_t first = 0; first < all.size(); ++first) {
        for (std::size_t count = 1; first + count <= all.size(); count += 1 + all.size() / 7) {
            Values part(count);
            const bool same = file->readValues(*index, first, part).has_value() &&
                              std::equal(part.begin(), part.end(), all.begin() + long(first));
            if (!same) {
                return {};
            }
        }
    }
    return all;
}

}  // namespace

/// Tensors of checkpoints that are not stored as their values, against loops over their parts.
class TestTorchQuantized : public QObject {
    Q_OBJECT

private slots:
    void perTensor() {
        Checkpoint made;
        const QByteArray codes = noise(6 * 5, 1);
        const QByteArray object =
            torch::call(torch::global("torch._utils", "_rebuild_qtensor"),
                        torch::storage("QInt8Storage", "0", 30) + torch::integer(0) +
                            torch::integers({6, 5}) + torch::integers({5, 1}) +
                            torch::tuple(torch::global("torch", "per_tensor_affine") + real(0.375) +
                                         torch::integer(-3)));
        made.tensor("QInt8Storage", codes, 1, {6, 5});
        const auto opened = made.open(object);
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        const Values read = valuesOf(*opened);
        QCOMPARE(read.size(), std::size_t{30});
        for (int i = 0; i < 30; ++i) {
            QCOMPARE(read[std::size_t(i)], float(int(qint8(codes[i])) + 3) * 0.375F);
        }
        QCOMPARE((*opened)->tensors().front().packed->by, std::string("pytorch"));
    }

    void perChannel_data() {
        QTest::addColumn<int>("axis");
        QTest::newRow("rows") << 0;
        QTest::newRow("columns") << 1;
    }

    void perChannel() {
        QFETCH(int, axis);
        const qint64 count = axis == 0 ? 4 : 7;
        QList<double> scales;
        QList<qint64> zeros;
        for (qint64 i = 0; i < count; ++i) {
            scales.append(0.125 * double(i + 1));
            zeros.append(i - 2);
        }
        Checkpoint made;
        const QByteArray codes = noise(4 * 7, 2);
        made.tensor("QInt8Storage", codes, 1, {4, 7});
        const QByteArray how = torch::global("torch", "per_channel_affine") +
                               made.tensor("DoubleStorage", doubles(scales), 8, {count}) +
                               made.tensor("LongStorage", wholeNumbers(zeros), 8, {count}) +
                               torch::integer(axis);
        const auto opened = made.open(torch::call(torch::global("torch._utils", "_rebuild_qtensor"),
                                                  torch::storage("QInt8Storage", "0", 28) +
                                                      torch::integer(0) + torch::integers({4, 7}) +
                                                      torch::integers({7, 1}) + torch::tuple(how)));
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        const Values read = valuesOf(*opened);
        QCOMPARE(read.size(), std::size_t{28});
        for (int row = 0; row < 4; ++row) {
            for (int column = 0; column < 7; ++column) {
                const int entry = axis == 0 ? row : column;
                const int code = qint8(codes[row * 7 + column]);
                QCOMPARE(read[std::size_t(row * 7 + column)],
                         float(code - int(zeros[entry])) * float(scales[entry]));
            }
        }
    }

    /// A zero point is a code: one that is none is a contradiction, and the rest opens.
    void zeroPointsBeyondTheCodes_data() {
        QTest::addColumn<qint64>("zero");
        QTest::addColumn<bool>("reads");
        QTest::newRow("lowest") << qint64{-128} << true;
        QTest::newRow("below") << qint64{-129} << false;
        QTest::newRow("highest") << qint64{127} << true;
        QTest::newRow("above") << qint64{128} << false;
    }

    void zeroPointsBeyondTheCodes() {
        QFETCH(qint64, zero);
        QFETCH(bool, reads);
        for (const bool channels : {false, true}) {
            Checkpoint made;
            made.tensor("QInt8Storage", noise(6, 4), 1, {2, 3});
            const QByteArray how =
                channels ? torch::global("torch", "per_channel_affine") +
                               made.tensor("DoubleStorage", doubles({0.5, 0.25}), 8, {2}) +
                               made.tensor("LongStorage", wholeNumbers({0, zero}), 8, {2}) +
                               torch::integer(0)
                         : torch::global("torch", "per_tensor_affine") + real(0.5) +
                               torch::integer(zero);
            const QByteArray object = torch::call(torch::global("torch._utils", "_rebuild_qtensor"),
                                                  torch::storage("QInt8Storage", "0", 6) +
                                                      torch::integer(0) + torch::integers({2, 3}) +
                                                      torch::integers({3, 1}) + torch::tuple(how));
            const auto opened = made.open(object + torch::text("plain") +
                                          made.tensor("FloatStorage", floatBytes({1}), 4, {1}));
            QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
            QCOMPARE((*opened)->read(*(*opened)->find("w")).has_value(), reads);
            QVERIFY((*opened)->read(*(*opened)->find("plain")).has_value());
        }
    }

    /// torchao: codes, scales and zero points inside of a wrapper, a scale for so many columns.
    void torchao_data() {
        QTest::addColumn<qint64>("block");
        QTest::addColumn<bool>("zeroPoints");
        QTest::newRow("rows") << qint64{12} << false;
        QTest::newRow("rows, zero points") << qint64{12} << true;
        QTest::newRow("groups") << qint64{4} << true;
    }

    void torchao() {
        QFETCH(qint64, block);
        QFETCH(bool, zeroPoints);
        const qint64 groups = 12 / block;
        QList<float> scales;
        QList<qint64> zeros;
        for (qint64 i = 0; i < 5 * groups; ++i) {
            scales.append(0.0625F * float(i + 1));
            zeros.append(i - 4);
        }
        Checkpoint made;
        const QByteArray codes = noise(5 * 12, 3);
        QByteArray inner = torch::text("int_data") + made.tensor("CharStorage", codes, 1, {5, 12}) +
                           torch::text("scale") +
                           made.tensor("FloatStorage", floatBytes(scales), 4, {5, groups});
        if (zeroPoints) {
            inner += torch::text("zero_point") +
                     made.tensor("LongStorage", wholeNumbers(zeros), 8, {5, groups});
        }
        const QByteArray wrapper = torch::global("torchao.dtypes", "AffineQuantizedTensor") +
                                   torch::global("torch", "float32") + torch::integers({5, 12}) +
                                   torch::integers({12, 1}) + torch::integer(0);
        const QByteArray layout = torch::call(
            torch::global("torch._utils", "_rebuild_wrapper_subclass"), torch::integer(0));
        const QByteArray implementation =
            torch::call(torch::global("torch._tensor", "_rebuild_from_type_v2"),
                        torch::global("torch._utils", "_rebuild_wrapper_subclass") +
                            torch::global("torchao.dtypes", "PlainAQTTensorImpl") +
                            torch::tuple(layout) + torch::dictionary(inner));
        const QByteArray state =
            torch::dictionary(torch::text("tensor_impl") + implementation +
                              torch::text("block_size") + torch::integers({1, block}));
        const auto opened =
            made.open(torch::call(torch::global("torch._tensor", "_rebuild_from_type_v2"),
                                  torch::global("torch._utils", "_rebuild_wrapper_subclass") +
                                      torch::global("torchao.dtypes", "AffineQuantizedTensor") +
                                      torch::tuple(wrapper) + state));
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        QCOMPARE((*opened)->stored(0).unreadable, std::string());
        QCOMPARE((*opened)->tensors().front().packed->by, std::string("torchao"));
        const Values read = valuesOf(*opened);
        QCOMPARE(read.size(), std::size_t{60});
        for (qint64 i = 0; i < 60; ++i) {
            const qint64 entry = i / 12 * groups + i % 12 / block;
            const qint64 zero = zeroPoints ? zeros[entry] : 0;
            QCOMPARE(read[std::size_t(i)], float(int(qint8(codes[i])) - int(zero)) * scales[entry]);
        }
    }

    /// torchao's codes for tensor cores, with rows and columns that fill their tiles and that do
    /// not.
    void tiles_data() {
        QTest::addColumn<bool>("nested");
        QTest::addColumn<qint64>("rows");
        QTest::addColumn<qint64>("columns");
        QTest::addColumn<qint64>("tiles");
        QTest::addColumn<qint64>("group");
        for (const bool nested : {true, false}) {
            const char* kind = nested ? "a layout" : "a class of its own";
            for (const qint64 tiles : {2, 4, 8}) {
                QTest::addRow("%s, %d tiles", kind, int(tiles))
                    << nested << qint64{16} << 2 * 16 * tiles << tiles << 16 * tiles;
                QTest::addRow("%s, %d tiles, part of them", kind, int(tiles))
                    << nested << qint64{11} << qint64{3 * 16 * tiles - 6} << tiles << qint64{32};
            }
        }
    }

    void tiles() {
        QFETCH(bool, nested);
        QFETCH(qint64, rows);
        QFETCH(qint64, columns);
        QFETCH(qint64, tiles);
        QFETCH(qint64, group);
        const Tiled tiled{rows, columns, tiles, group, (columns + 16 * tiles - 1) / (16 * tiles)};
        Checkpoint made("cuda:0");
        const auto opened = made.open(tiledObject(tiled, made, nested));
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        QCOMPARE((*opened)->stored(0).unreadable, std::string());
        QCOMPARE((*opened)->tensors().size(), std::size_t{1});
        QCOMPARE((*opened)->tensors().front().shape, (Shape{rows, columns}));
        QCOMPARE((*opened)->tensors().front().packed->by, std::string("torchao"));
        const Values read = valuesOf(*opened);
        QCOMPARE(read.size(), std::size_t(rows * columns));
        for (qint64 row = 0; row < rows; ++row) {
            for (qint64 column = 0; column < columns; ++column) {
                const float value = float(tiled.code(row, column) - 8) * tiled.scale(row, column);
                QCOMPARE(read[std::size_t(row * columns + column)],
                         value + tiled.zero(row, column));
            }
        }
    }

    /// More than a piece of blocks, read in one go and from the middle on.
    void longTiles() {
        const Tiled tiled{9, 64 * 1024, 8, 128, 512};
        Checkpoint made("cuda:0");
        const auto opened = made.open(tiledObject(tiled, made, false));
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        const auto all = (*opened)->read(0);
        QVERIFY2(all.has_value(), all ? "" : toString(all.error()).c_str());
        for (const qint64 first : {qint64{0}, qint64{32766}, 7 * tiled.columns + 5}) {
            Values part(std::size_t(tiled.columns + 77));
            QVERIFY((*opened)->readValues(0, std::uint64_t(first), part).has_value());
            for (qint64 i = 0; i < qint64(part.size()); ++i) {
                const qint64 row = (first + i) / tiled.columns;
                const qint64 column = (first + i) % tiled.columns;
                const float value = float(tiled.code(row, column) - 8) * tiled.scale(row, column) +
                                    tiled.zero(row, column);
                QCOMPARE(part[std::size_t(i)], value);
                QCOMPARE(all->values()[std::size_t(first + i)], value);
            }
        }
    }

    /// Tiles of another device, and parts that do not fit: one weight, listed with the reason.
    void refusedTiles_data() {
        QTest::addColumn<QByteArray>("device");
        QTest::addColumn<qint64>("rows");
        QTest::addColumn<qint64>("group");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("a processor's")
            << QByteArray("cpu") << qint64{16} << qint64{32} << QByteArray("device \"cpu\"");
        QTest::newRow("fewer tiles than rows")
            << QByteArray("cuda:0") << qint64{17} << qint64{32} << QByteArray("do not fit");
        QTest::newRow("more tiles than rows")
            << QByteArray("cuda:0") << qint64{8} << qint64{32} << QByteArray("do not fit");
        QTest::newRow("another group")
            << QByteArray("cuda:0") << qint64{16} << qint64{16} << QByteArray("do not fit");
        QTest::newRow("no group") << QByteArray("cuda:0") << qint64{16} << qint64{0}
                                  << QByteArray("do not fit");
    }

    void refusedTiles() {
        QFETCH(QByteArray, device);
        QFETCH(qint64, rows);
        QFETCH(qint64, group);
        QFETCH(QByteArray, word);
        const Tiled tiled{16, 64, 4, 32, 1};
        Checkpoint made(device);
        const QByteArray parts = torch::text("qdata") +
                                 made.tensor("IntStorage", tiled.codes(), 4, {2, 1, 32, 2}) +
                                 torch::text("scale_and_zero") +
                                 made.tensor("FloatStorage", tiled.scales(), 4, {2, 16, 2}) +
                                 torch::text("block_size") + torch::integers({1, group});
        const auto opened =
            made.open(aroundOthers("Int4TilePackedTo4dTensor", {rows, 64}, parts) +
                      torch::text("plain") + made.tensor("FloatStorage", floatBytes({1}), 4, {1}));
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        QCOMPARE((*opened)->tensors().size(), std::size_t{2});
        QCOMPARE((*opened)->tensors().front().shape, (Shape{rows, 64}));
        const std::string& reason = (*opened)->stored(0).unreadable;
        QVERIFY2(reason.find(word.toStdString()) != std::string::npos, reason.c_str());
    }

    /// torchao's codes of four bits two a byte or eight a word, whose scales and zeros stand with
    /// the groups before the rows.
    void int4_data() {
        QTest::addColumn<bool>("words");
        QTest::addColumn<qint64>("matrices");
        QTest::addColumn<qint64>("group");
        QTest::newRow("bytes") << false << qint64{1} << qint64{8};
        QTest::newRow("bytes, the last group shorter") << false << qint64{1} << qint64{16};
        QTest::newRow("bytes, one group a row") << false << qint64{1} << qint64{24};
        QTest::newRow("bytes of several matrices") << false << qint64{3} << qint64{8};
        QTest::newRow("words") << true << qint64{1} << qint64{8};
        QTest::newRow("words, the last group shorter") << true << qint64{1} << qint64{16};
    }

    void int4() {
        QFETCH(bool, words);
        QFETCH(qint64, matrices);
        QFETCH(qint64, group);
        const Int4 int4{words, matrices, group};
        Checkpoint made;
        const auto opened =
            made.open(int4.object(made, int4.shape(), int4.block(), int4.zeros(), words ? 1 : 4));
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        QCOMPARE((*opened)->tensors().size(), std::size_t{1});
        const TensorInfo& info = (*opened)->tensors().front();
        QCOMPARE((*opened)->stored(0).unreadable, std::string());
        const QList<qint64> shape = int4.shape();
        QCOMPARE(info.shape, Shape(shape.begin(), shape.end()));
        QCOMPARE(info.packed->by, std::string("torchao"));
        QCOMPARE(info.packed->format, std::string(words ? "uint4" : "int4"));
        QCOMPARE(info.packed->group, std::int64_t(group));
        // All is counted: half a byte a code, and what each group has beside it.
        QCOMPARE(info.bytes,
                 std::uint64_t(int4.elements() / 2 + int4.entries() * (4 + (words ? 1 : 4))));
        const Values read = valuesOf(*opened);
        QCOMPARE(read.size(), std::size_t(int4.elements()));
        for (qint64 i = 0; i < int4.elements(); ++i) {
            QCOMPARE(read[std::size_t(i)], int4.value(i));
        }
    }

    /// One tensor, listed with the reason: parts that contradict each other, words in an order that
    /// is not known, a zero point that is no code.
    void refusedInt4_data() {
        QTest::addColumn<bool>("words");
        QTest::addColumn<QList<qint64>>("shape");
        QTest::addColumn<QList<qint64>>("block");
        QTest::addColumn<QByteArray>("zeros");
        QTest::addColumn<int>("width");
        QTest::addColumn<QByteArray>("word");
        const QList<qint64> shape = {5, 24};
        const QList<qint64> block = {1, 8};
        const QByteArray zeros = Int4{false, 1, 8}.zeros();
        const QByteArray points = Int4{true, 1, 8}.zeros();
        const QByteArray mismatch = "do not fit";
        QTest::newRow("more columns")
            << false << QList<qint64>{5, 26} << block << zeros << 4 << mismatch;
        QTest::newRow("more rows")
            << false << QList<qint64>{6, 24} << block << zeros << 4 << mismatch;
        QTest::newRow("one axis") << false << QList<qint64>{120} << QList<qint64>{8} << zeros << 4
                                  << mismatch;
        QTest::newRow("smaller groups")
            << false << shape << QList<qint64>{1, 4} << zeros << 4 << mismatch;
        QTest::newRow("no groups")
            << false << shape << QList<qint64>{1, 0} << zeros << 4 << mismatch;
        QTest::newRow("groups of rows")
            << false << shape << QList<qint64>{5, 8} << zeros << 4 << mismatch;
        QTest::newRow("fewer zeros") << false << shape << block << zeros.left(48) << 4 << mismatch;
        QTest::newRow("words with real zeros")
            << true << shape << block << zeros << 4 << QByteArray("does not tell");
        QTest::newRow("a zero point of 16")
            << true << shape << block << QByteArray(points).replace(7, 1, "\x10") << 1
            << QByteArray("beyond its 4 bits");
        QTest::newRow("a zero point below 0")
            << true << shape << block << QByteArray(points).replace(7, 1, "\xff") << 1
            << QByteArray("beyond its 4 bits");
    }

    void refusedInt4() {
        QFETCH(bool, words);
        QFETCH(QList<qint64>, shape);
        QFETCH(QList<qint64>, block);
        QFETCH(QByteArray, zeros);
        QFETCH(int, width);
        QFETCH(QByteArray, word);
        Checkpoint made;
        const QByteArray object = Int4{words, 1, 8}.object(made, shape, block, zeros, width);
        const auto opened = made.open(object + torch::text("plain") +
                                      made.tensor("FloatStorage", floatBytes({1}), 4, {1}));
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        QCOMPARE((*opened)->tensors().size(), std::size_t{2});
        QCOMPARE((*opened)->tensors().front().shape, Shape(shape.begin(), shape.end()));
        const std::string& reason = (*opened)->stored(0).unreadable;
        QVERIFY2(reason.find(word.toStdString()) != std::string::npos, reason.c_str());
        QVERIFY((*opened)->read(1).has_value());
    }

    void floatBlocks_data() {
        QTest::addColumn<QByteArray>("element");
        QTest::addColumn<bool>("nvidia");
        QTest::addColumn<QByteArray>("format");
        QTest::newRow("MXFP8 E4M3")
            << QByteArray("float8_e4m3fn") << false << QByteArray("mxfp8-e4m3");
        QTest::newRow("MXFP8 E5M2")
            << QByteArray("float8_e5m2") << false << QByteArray("mxfp8-e5m2");
        QTest::newRow("MXFP6 E3M2") << QByteArray("fp6_e3m2") << false << QByteArray("mxfp6-e3m2");
        QTest::newRow("MXFP6 E2M3") << QByteArray("fp6_e2m3") << false << QByteArray("mxfp6-e2m3");
        QTest::newRow("MXFP4") << QByteArray("float4_e2m1fn_x2") << false << QByteArray("mxfp4");
        QTest::newRow("NVFP4") << QByteArray("") << true << QByteArray("nvfp4");
    }

    /// torchao's floats in blocks, with the scales row by row and as tensor cores want them.
    void floatBlocks() {
        QFETCH(QByteArray, element);
        QFETCH(bool, nvidia);
        QFETCH(QByteArray, format);
        for (const bool tiled : {false, true}) {
            const Floats floats{element,          tiled ? 131 : 5, nvidia ? 96 : 192,
                                nvidia ? 16 : 32, nvidia,          tiled};
            constexpr float whole = 0.7F;
            Checkpoint made;
            const QByteArray more =
                nvidia ? torch::text("_per_tensor_scale") +
                             made.tensor("FloatStorage", floatBytes({whole}), 4, {})
                       : QByteArray();
            const auto opened = made.open(floats.object(made, more));
            QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
            QCOMPARE((*opened)->tensors().size(), std::size_t{1});
            QCOMPARE((*opened)->stored(0).unreadable, std::string());
            const TensorInfo& info = (*opened)->tensors().front();
            QCOMPARE(info.shape, (Shape{floats.rows, floats.columns}));
            QCOMPARE(info.packed->by, std::string("torchao"));
            QCOMPARE(info.packed->format, format.toStdString());
            QCOMPARE(info.packed->group, std::int64_t(floats.block));
            const auto read = (*opened)->read(0);
            QVERIFY2(read.has_value(), read ? "" : toString(read.error()).c_str());
            for (qint64 i = 0; i < floats.rows * floats.columns; ++i) {
                QCOMPARE(
                    read->values()[std::size_t(i)],
                    floats.value(i / floats.columns, i % floats.columns, nvidia ? whole : 1.0F));
            }
            if (!tiled) {
                QCOMPARE(valuesOf(*opened).size(), std::size_t(floats.rows * floats.columns));
            }
        }
    }

    /// One tensor, listed with the reason, and the rest opens.
    void refusedFloatBlocks_data() {
        QTest::addColumn<QByteArray>("parts");
        QTest::addColumn<QByteArray>("word");
        const auto parts = [](const char* codes, qint64 columns, const char* scales,
                              const QByteArray& more) {
            return QByteArray(codes) + ' ' + QByteArray::number(columns) + ' ' + scales + ' ' +
                   more;
        };
        const QByteArray block = torch::text("block_size") + torch::integer(32);
        const QByteArray type = torch::text("elem_dtype");
        const QByteArray e4m3 = type + torch::global("torch", "float8_e4m3fn");
        QTest::newRow("fewer scales")
            << parts("qdata", 64, "scale", block + e4m3) << QByteArray("do not fit");
        QTest::newRow("no block size")
            << parts("qdata", 32, "scale", e4m3) << QByteArray("do not fit");
        QTest::newRow("an unknown type")
            << parts("qdata", 32, "scale", block + type + torch::text("fp7")) << QByteArray("fp7");
        QTest::newRow("an unknown order of the scales")
            << parts("qdata", 32, "scale",
                     block + e4m3 + torch::text("swizzle_type") + torch::text("by hand"))
            << QByteArray("order that is not known");
        QTest::newRow("four bits of an older version")
            << parts("_data", 32, "_scale_e8m0",
                     torch::text("_block_size") + torch::integer(32) + torch::text("_elem_dtype") +
                         torch::text("fp4_e2m1"))
            << QByteArray("older torchao");
    }

    void refusedFloatBlocks() {
        QFETCH(QByteArray, parts);
        QFETCH(QByteArray, word);
        const qsizetype first = parts.indexOf(' ');
        const qsizetype second = parts.indexOf(' ', first + 1);
        const qsizetype third = parts.indexOf(' ', second + 1);
        const qint64 columns = parts.mid(first + 1, second - first - 1).toLongLong();
        Checkpoint made;
        const QByteArray state =
            torch::text(parts.left(first)) +
            made.tensorOf("float8_e4m3fn", QByteArray(2 * columns, '\x38'), {2, columns}) +
            torch::text(parts.mid(second + 1, third - second - 1)) +
            made.tensorOf("float8_e8m0fnu", QByteArray(2, '\x7F'), {2, 1}) + parts.mid(third + 1);
        const auto opened =
            made.open(aroundOthers("MXTensor", {2, columns}, state) + torch::text("plain") +
                      made.tensor("FloatStorage", floatBytes({1}), 4, {1}));
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        QCOMPARE((*opened)->tensors().size(), std::size_t{2});
        QCOMPARE((*opened)->tensors().front().shape, (Shape{2, columns}));
        const std::string& reason = (*opened)->stored(0).unreadable;
        QVERIFY2(reason.find(word.toStdString()) != std::string::npos, reason.c_str());
        QVERIFY((*opened)->read(1).has_value());
    }

    /// torchao's NF4: of each block the largest magnitude is a code itself.
    void nf4_data() {
        QTest::addColumn<qint64>("outer");
        QTest::addColumn<bool>("reads");
        QTest::newRow("two outer blocks") << qint64{4} << true;
        QTest::newRow("one outer block") << qint64{8} << true;
        QTest::newRow("outer blocks that do not fit") << qint64{2} << false;
        QTest::newRow("no outer blocks") << qint64{0} << false;
    }

    void nf4() {
        QFETCH(qint64, outer);
        QFETCH(bool, reads);
        constexpr qint64 block = 16;
        const QByteArray codes = noise(64, 9);  // 128 values in 8 blocks
        const QByteArray magnitudes = noise(8, 10);
        const QList<float> factors = outer == 8 ? QList<float>{60} : QList<float>{40, 70};
        constexpr float mean = 2.3F;
        QList<float> levels;
        for (int i = 0; i < 16; ++i) {
            levels << 0.13F * float(i) - 1;
        }
        Checkpoint made;
        const QByteArray parts =
            torch::text("block_size") + torch::integer(block) + torch::text("n_blocks") +
            torch::integer(8) + torch::text("scaler_block_size") + torch::integer(outer) +
            torch::text("quantized_scalers") + made.tensor("CharStorage", magnitudes, 1, {8}) +
            torch::text("quantization_factor") +
            made.tensor("FloatStorage", floatBytes(factors), 4, {factors.size()}) +
            torch::text("scaler_mean") + made.tensor("FloatStorage", floatBytes({mean}), 4, {}) +
            torch::text("quantized_data") + made.tensor("ByteStorage", codes, 1, {64}) +
            torch::text("nf4") + made.tensor("FloatStorage", floatBytes(levels), 4, {16});
        const auto opened = made.open(aroundOthers("NF4Tensor", {4, 32}, parts));
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        QCOMPARE((*opened)->tensors().size(), std::size_t{1});
        const TensorInfo& info = (*opened)->tensors().front();
        QCOMPARE(info.shape, (Shape{4, 32}));
        QCOMPARE(info.packed->format, std::string("nf4"));
        const std::string& reason = (*opened)->stored(0).unreadable;
        if (!reads) {
            QVERIFY2(reason.find("do not fit") != std::string::npos, reason.c_str());
            return;
        }
        QCOMPARE(reason, std::string());
        const Values read = valuesOf(*opened);
        QCOMPARE(read.size(), std::size_t{128});
        for (qint64 i = 0; i < 128; ++i) {
            const int pair = quint8(codes[i / 2]);
            const qint64 at = i / block;
            const float quotient = float(qint8(magnitudes[at])) / factors[at / outer];
            const float magnitude = quotient + mean;
            QCOMPARE(read[std::size_t(i)], levels[i % 2 == 0 ? pair >> 4 : pair & 15] * magnitude);
        }
    }

    /// Of a class whose order of codes nobody tells the parts are no weights of their own.
    void preshuffled() {
        Checkpoint made;
        const QByteArray parts = torch::text("qdata") +
                                 made.tensor("CharStorage", noise(64, 11), 1, {4, 16}) +
                                 torch::text("group_scale") +
                                 made.tensor("FloatStorage", floatBytes({1, 2, 3, 4}), 4, {1, 4});
        const auto opened =
            made.open(aroundOthers("torchao.Int4PreshuffledTensor", {4, 32}, parts));
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        QCOMPARE((*opened)->tensors().size(), std::size_t{3});
        const std::string& reason = (*opened)->stored(0).unreadable;
        QCOMPARE((*opened)->tensors()[0].shape, (Shape{4, 32}));
        QVERIFY2(reason.find("Int4PreshuffledTensor") != std::string::npos, reason.c_str());
        QCOMPARE((*opened)->tensors()[1].role, TensorRole::Companion);
        QCOMPARE((*opened)->tensors()[2].role, TensorRole::Companion);
    }

    /// PyTorch's codes of four and two bits, from the low bits of a byte up.
    void fewBits_data() {
        QTest::addColumn<QByteArray>("storage");
        QTest::addColumn<int>("bits");
        QTest::addColumn<qint64>("columns");
        QTest::addColumn<qint64>("rowStep");
        QTest::newRow("quint4x2") << QByteArray("QUInt4x2Storage") << 4 << qint64{6} << qint64{6};
        QTest::newRow("rows that end inside a byte")
            << QByteArray("QUInt4x2Storage") << 4 << qint64{5} << qint64{5};
        QTest::newRow("quint2x4") << QByteArray("QUInt2x4Storage") << 2 << qint64{8} << qint64{8};
        QTest::newRow("more than its storage")
            << QByteArray("QUInt4x2Storage") << 4 << qint64{200} << qint64{200};
        QTest::newRow("rows apart") << QByteArray("QUInt4x2Storage") << 4 << qint64{6} << qint64{8};
    }

    void fewBits() {
        QFETCH(QByteArray, storage);
        QFETCH(int, bits);
        QFETCH(qint64, columns);
        QFETCH(qint64, rowStep);
        constexpr qint64 rows = 3;
        const QByteArray codes = noise(20, 12);
        const QList<float> scales{0.5F, 0.25F, 3};
        const QList<float> zeros{0.5F, 2.25F, -1};
        Checkpoint made;
        made.tensor(storage, codes, 1, {20});
        const QByteArray how = torch::global("torch", "per_channel_affine_float_qparams") +
                               made.tensor("FloatStorage", floatBytes(scales), 4, {rows}) +
                               made.tensor("FloatStorage", floatBytes(zeros), 4, {rows}) +
                               torch::integer(0);
        const auto opened =
            made.open(torch::call(torch::global("torch._utils", "_rebuild_qtensor"),
                                  torch::storage(storage, "0", 20) + torch::integer(0) +
                                      torch::integers({rows, columns}) +
                                      torch::integers({rowStep, 1}) + torch::tuple(how)) +
                      torch::text("plain") + made.tensor("FloatStorage", floatBytes({1}), 4, {1}));
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        const StoredTensor& stored = (*opened)->stored(*(*opened)->find("w"));
        QCOMPARE(stored.info.shape, (Shape{rows, columns}));
        QVERIFY((*opened)->read(*(*opened)->find("plain")).has_value());
        if (columns == 200 || rowStep != columns) {
            QVERIFY(!stored.unreadable.empty());
            return;
        }
        QCOMPARE(stored.unreadable, std::string());
        QCOMPARE(stored.info.packed->format, bits == 4 ? std::string("uint4") : "uint2");
        const Values read = valuesOf(*opened);
        QCOMPARE(read.size(), std::size_t(rows * columns));
        for (qint64 i = 0; i < rows * columns; ++i) {
            const qint64 bit = i * bits;
            const int code = quint8(codes[bit / 8]) >> (bit % 8) & ((1 << bits) - 1);
            QCOMPARE(read[std::size_t(i)],
                     (float(code) - zeros[i / columns]) * scales[i / columns]);
        }
    }

    /// Codes of 32 bits, as biases have them.
    void wideCodes() {
        const QList<qint32> codes{-70000, 3, 2000000000, -1, 0, 77};
        QByteArray bytes;
        for (const qint32 code : codes) {
            bytes += torch::number(std::uint32_t(code), 4);
        }
        Checkpoint made;
        made.tensor("QInt32Storage", bytes, 4, {2, 3});
        const auto opened =
            made.open(torch::call(torch::global("torch._utils", "_rebuild_qtensor"),
                                  torch::storage("QInt32Storage", "0", 6) + torch::integer(0) +
                                      torch::integers({2, 3}) + torch::integers({3, 1}) +
                                      torch::tuple(torch::global("torch", "per_tensor_affine") +
                                                   real(0.125) + torch::integer(0))));
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        QCOMPARE((*opened)->stored(0).unreadable, std::string());
        QCOMPARE((*opened)->tensors().front().packed->format, std::string("int32"));
        const Values read = valuesOf(*opened);
        QCOMPARE(read.size(), std::size_t{6});
        for (int i = 0; i < 6; ++i) {
            QCOMPARE(read[std::size_t(i)], float(codes[i]) * 0.125F);
        }
    }

    /// HQQ's own checkpoints: the settings of a layer, its shape among them, stand below "meta".
    void hqq() {
        Checkpoint made;
        const QByteArray codes = noise(4 * 8, 5);
        QList<float> scales;
        QList<float> zeros;
        for (int i = 0; i < 8; ++i) {
            scales << 0.25F * float(i + 1);
            zeros << 0.5F * float(i);
        }
        const QByteArray meta = torch::dictionary(
            torch::text("nbits") + torch::integer(4) + torch::text("group_size") +
            torch::integer(8) + torch::text("axis") + torch::integer(1) + torch::text("shape") +
            torch::call(torch::global("torch", "Size"), torch::integers({2, 32})) +
            torch::text("scale") + made.tensor("FloatStorage", floatBytes(scales), 4, {8, 1}) +
            torch::text("zero") + made.tensor("FloatStorage", floatBytes(zeros), 4, {8, 1}));
        const auto opened = made.open(
            torch::dictionary(torch::text("W_q") + made.tensor("ByteStorage", codes, 1, {4, 8}) +
                              torch::text("meta") + meta));
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        QCOMPARE((*opened)->tensors().size(), std::size_t{1});
        QCOMPARE((*opened)->stored(0).unreadable, std::string());
        QCOMPARE((*opened)->tensors().front().shape, (Shape{2, 32}));
        const auto read = (*opened)->read(0);
        QVERIFY2(read.has_value(), read ? "" : toString(read.error()).c_str());
        for (int i = 0; i < 64; ++i) {
            // Rows 0 to 3 of groups stand in the high halves of the bytes.
            const int row = i / 8;
            const int byte = quint8(codes[row % 4 * 8 + i % 8]);
            const int code = row < 4 ? byte >> 4 : byte & 15;
            QCOMPARE(read->values()[std::size_t(i)], (float(code) - zeros[row]) * scales[row]);
        }
    }

    /// Codes in the order of a processor's kernels are no damaged tiles.
    void opaqueInt4() {
        Checkpoint made;
        const QByteArray parts =
            torch::text("qdata") + made.tensor("ByteStorage", noise(16 * 32, 4), 1, {16, 32}) +
            torch::text("scale_and_zero") +
            made.tensor("FloatStorage", floatBytes(QList<float>(64, 1)), 4, {2, 16, 2}) +
            torch::text("block_size") + torch::integers({1, 32});
        const auto opened = made.open(aroundOthers("Int4OpaqueTensor", {16, 64}, parts));
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        QCOMPARE((*opened)->tensors().size(), std::size_t{1});
        QCOMPARE((*opened)->tensors().front().shape, (Shape{16, 64}));
        const std::string& reason = (*opened)->stored(0).unreadable;
        QVERIFY2(reason.find("order that the file does not tell") != std::string::npos,
                 reason.c_str());
    }

    /// Places of two axes; what stands twice is added up, as PyTorch's to_dense() does.
    void coordinates() {
        Checkpoint made;
        const auto opened = made.open(
            sparse("sparse_coo",
                   made.tensor("LongStorage", wholeNumbers({2, 0, 0, 2, 3, 1, 1, 0}), 8, {2, 4}) +
                       made.tensor("FloatStorage", floatBytes({5, 2, 0.5F, -1}), 4, {4}) +
                       torch::integers({3, 4}) + "\x89"));
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        QCOMPARE((*opened)->tensors().size(), std::size_t{1});
        QCOMPARE((*opened)->tensors().front().shape, (Shape{3, 4}));
        QCOMPARE((*opened)->tensors().front().dtypeText, std::string("sparse F32"));
        QCOMPARE((*opened)->tensors().front().bytes, std::uint64_t{8 * 8 + 4 * 4});
        QCOMPARE(valuesOf(*opened), (Values{0, 2.5F, 0, 0, 0, 0, 0, 0, -1, 0, 0, 5}));
    }

    /// An axis of places, each with a dense row.
    void coordinatesOfRows() {
        Checkpoint made;
        const auto opened = made.open(
            sparse("sparse_coo",
                   made.tensor("LongStorage", wholeNumbers({3, 1}), 8, {1, 2}) +
                       made.tensor("FloatStorage", floatBytes({1, 2, 3, 4, 5, 6}), 4, {2, 3}) +
                       torch::integers({4, 3})));
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        QCOMPARE(valuesOf(*opened), (Values{0, 0, 0, 4, 5, 6, 0, 0, 0, 1, 2, 3}));
    }

    void compressed_data() {
        QTest::addColumn<QByteArray>("layout");
        QTest::addColumn<Values>("expected");
        // Starts 0 2 2 3 and places 0 2 1: two values in the first line, one in the third.
        QTest::newRow("rows") << QByteArray("sparse_csr") << Values{7, 0, 8, 0, 0, 0, 0, 9, 0};
        QTest::newRow("columns") << QByteArray("sparse_csc") << Values{7, 0, 0, 0, 0, 9, 8, 0, 0};
    }

    /// By the function that PyTorch had for rows alone.
    void compressedRows() {
        Checkpoint made;
        const QByteArray parts = made.tensor("LongStorage", wholeNumbers({0, 2, 3}), 8, {3}) +
                                 made.tensor("LongStorage", wholeNumbers({0, 2, 1}), 8, {3}) +
                                 made.tensor("FloatStorage", floatBytes({7, 8, 9}), 4, {3}) +
                                 torch::integers({2, 3});
        const auto opened =
            made.open(torch::call(torch::global("torch._utils", "_rebuild_sparse_csr_tensor"),
                                  torch::global("torch", "sparse_csr") + torch::tuple(parts)));
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        QCOMPARE((*opened)->tensors().size(), std::size_t{1});
        QCOMPARE((*opened)->tensors().front().dtypeText, std::string("sparse F32"));
        QCOMPARE(valuesOf(*opened), (Values{7, 0, 8, 0, 9, 0}));
    }

    void compressed() {
        QFETCH(QByteArray, layout);
        QFETCH(Values, expected);
        Checkpoint made;
        const auto opened = made.open(
            sparse(layout, made.tensor("LongStorage", wholeNumbers({0, 2, 2, 3}), 8, {4}) +
                               made.tensor("LongStorage", wholeNumbers({0, 2, 1}), 8, {3}) +
                               made.tensor("FloatStorage", floatBytes({7, 8, 9}), 4, {3}) +
                               torch::integers({3, 3})));
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        QCOMPARE(valuesOf(*opened), expected);
    }

    /// Parts that contradict each other: listed with the reason, or an error when they are read.
    void contradictions_data() {
        QTest::addColumn<QList<qint64>>("places");
        QTest::addColumn<QList<qint64>>("placesShape");
        QTest::addColumn<QList<qint64>>("shape");
        QTest::addColumn<QByteArray>("word");
        using Numbers = QList<qint64>;
        QTest::newRow("axes") << Numbers{0, 1} << Numbers{1, 2} << Numbers{3, 4}
                              << QByteArray("do not fit");
        QTest::newRow("entries") << Numbers{0, 1, 2, 0, 1, 2} << Numbers{2, 3} << Numbers{3, 4}
                                 << QByteArray("do not fit");
        QTest::newRow("a place outside")
            << Numbers{0, 3, 0, 1} << Numbers{2, 2} << Numbers{3, 4} << QByteArray("outside");
        QTest::newRow("a place below 0")
            << Numbers{0, -1, 0, 1} << Numbers{2, 2} << Numbers{3, 4} << QByteArray("outside");
        QTest::newRow("a sea of zeros") << Numbers{0, 1, 0, 1} << Numbers{2, 2}
                                        << Numbers{1 << 20, 1 << 20} << QByteArray("zeros");
    }

    void contradictions() {
        QFETCH(QList<qint64>, places);
        QFETCH(QList<qint64>, placesShape);
        QFETCH(QList<qint64>, shape);
        QFETCH(QByteArray, word);
        Checkpoint made;
        const auto opened = made.open(
            sparse("sparse_coo", made.tensor("LongStorage", wholeNumbers(places), 8, placesShape) +
                                     made.tensor("FloatStorage", floatBytes({1, 2}), 4, {2}) +
                                     torch::integers(shape)) +
            torch::text("plain") + made.tensor("FloatStorage", floatBytes({1}), 4, {1}));
        QVERIFY2(opened.has_value(), opened ? "" : toString(opened.error()).c_str());
        QVERIFY((*opened)->read(*(*opened)->find("plain")).has_value());
        Values one(1);
        const auto read = (*opened)->readValues(*(*opened)->find("w"), 0, one);
        QVERIFY(!read.has_value());
        QVERIFY2(read.error().what.find(word.toStdString()) != std::string::npos,
                 read.error().what.c_str());
    }
};

QTEST_APPLESS_MAIN(TestTorchQuantized)
#include "tst_torch_quantized.moc"
