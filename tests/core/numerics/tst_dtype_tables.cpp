// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerics/number_format.h"
#include "tests/support/golden.h"

#include <QtTest>

#include <bit>
#include <cmath>
#include <cstdint>
#include <vector>

using namespace zeropoint;

namespace {

struct Table {
    const char* file;
    const char* format;
};

constexpr Table decodeTables[] = {
    {"float16", "fp16"},
    {"bfloat16", "bf16"},
    {"float8_e4m3fn", "fp8-e4m3"},
    {"float8_e5m2", "fp8-e5m2"},
    {"float8_e4m3", "fp8-e4m3-ieee"},
    {"float8_e3m4", "fp8-e3m4"},
    {"float8_e4m3fnuz", "fp8-e4m3fnuz"},
    {"float8_e5m2fnuz", "fp8-e5m2fnuz"},
    {"float8_e4m3b11fnuz", "fp8-e4m3b11fnuz"},
    {"float6_e2m3fn", "fp6-e2m3"},
    {"float6_e3m2fn", "fp6-e3m2"},
    {"float4_e2m1fn", "fp4-e2m1"},
    {"float8_e8m0fnu", "e8m0"},
    {"int2", "int2"},
    {"int4", "int4"},
    {"uint2", "uint2"},
    {"uint4", "uint4"},
};

constexpr Table encodeTables[] = {
    {"float16", "fp16"},         {"bfloat16", "bf16"},          {"float8_e4m3fn", "fp8-e4m3"},
    {"float8_e5m2", "fp8-e5m2"}, {"float4_e2m1fn", "fp4-e2m1"},
};

/// The rows of a table after its header, split at commas.
QList<QByteArrayList> rowsOf(const QString& path) {
    QList<QByteArrayList> rows;
    const QByteArrayList lines = test::readAll(path).trimmed().split('\n');
    for (qsizetype i = 1; i < lines.size(); ++i) {
        rows.append(lines[i].trimmed().split(','));
    }
    return rows;
}

double floatOf(const QByteArray& hex) {
    return static_cast<double>(std::bit_cast<float>(hex.toUInt(nullptr, 16)));
}

QString placeOf(const char* file, const char* kind) {
    return QStringLiteral("dtype-tables/%1_%2.csv").arg(QLatin1String(file), QLatin1String(kind));
}

}  // namespace

/// Every code of every format of 16 bits or fewer, and the encodings that ml_dtypes and Eigen give.
class TestDtypeTables : public QObject {
    Q_OBJECT

private slots:
    void decodeEveryCode_data() {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("id");
        for (const Table& table : decodeTables) {
            QTest::newRow(table.format) << placeOf(table.file, "decode") << QString(table.format);
        }
    }

    void decodeEveryCode() {
        QFETCH(QString, place);
        QFETCH(QString, id);
        ZEROPOINT_NEED_GOLDEN(place);
        const NumberFormat& format = numberFormat(id.toStdString());
        const QList<QByteArrayList> rows = rowsOf(test::golden(place));
        QCOMPARE(rows.size(), qsizetype{1} << format.bits);
        const bool holdsBits =
            rows.front().last().size() > 0 && format.kind == FormatKind::Minifloat;
        const int column = rows.front().size() > 2 ? 2 : 1;
        for (const QByteArrayList& row : rows) {
            const std::uint64_t code = row[0].toULongLong();
            const double expected = holdsBits ? floatOf(row[column]) : row[1].toDouble();
            const double actual = decode(format, code);
            if (std::isnan(expected)) {
                QVERIFY2(std::isnan(actual), row[0].constData());
                QCOMPARE(classify(format, code), NumberClass::Nan);
                continue;
            }
            QCOMPARE(std::bit_cast<std::uint64_t>(actual), std::bit_cast<std::uint64_t>(expected));
            QCOMPARE(encode(format, expected), code);
        }
    }

    void encodeVectors_data() {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("id");
        for (const Table& table : encodeTables) {
            QTest::newRow(table.format) << placeOf(table.file, "encode") << QString(table.format);
        }
    }

    void encodeVectors() {
        QFETCH(QString, place);
        QFETCH(QString, id);
        ZEROPOINT_NEED_GOLDEN(place);
        const NumberFormat& format = numberFormat(id.toStdString());
        const QList<QByteArrayList> rows = rowsOf(test::golden(place));
        QVERIFY(rows.size() > 2000);
        for (const QByteArrayList& row : rows) {
            const double value = floatOf(row[0]);
            const std::uint64_t code = encode(format, value);
            if (std::isnan(value) && !limits(format).hasNan) {
                QCOMPARE(decode(format, code), 0.0);  // the OCP text leaves its sign open
                continue;
            }
            QVERIFY2(code == row[2].toULongLong(),
                     (row.join(' ') + " got " + QByteArray::number(qulonglong{code})).constData());
            if (row.size() > 4) {
                const std::uint64_t saturated =
                    encode(format, value, {.overflow = Overflow::Saturate});
                QVERIFY2(saturated == row[3].toULongLong(),
                         (row.join(' ') + " got " + QByteArray::number(qulonglong{saturated}))
                             .constData());
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestDtypeTables)
#include "tst_dtype_tables.moc"
