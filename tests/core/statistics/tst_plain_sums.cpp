// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerics/number_format.h"
#include "core/statistics/plain_sums.h"
#include "core/support/random.h"

#include <QtTest>

#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <string_view>

using namespace zeropoint;

namespace {

constexpr float infinity = std::numeric_limits<float>::infinity();

struct Stored {
    std::vector<std::byte> bytes;
    std::vector<double> values;  ///< as the format rounds them
};

Stored stored(const QString& format, const std::vector<float>& values) {
    Stored out;
    const std::size_t width = format == "fp32" ? 4 : 2;
    for (const float value : values) {
        const NumberFormat& number = numberFormat(format.toStdString());
        const std::uint64_t code = encode(number, value);
        const std::size_t at = out.bytes.size();
        out.bytes.resize(at + width);
        std::memcpy(out.bytes.data() + at, &code, width);
        out.values.push_back(decode(number, code));
    }
    return out;
}

PlainSums sumsOf(const QString& format, const Stored& stored) {
    if (format != "fp32") {
        return format == "bf16" ? plainSumsOfBfloat16(stored.bytes)
                                : plainSumsOfFloat16(stored.bytes);
    }
    std::vector<float> floats(stored.bytes.size() / 4);
    std::memcpy(floats.data(), stored.bytes.data(), stored.bytes.size());
    return plainSums(floats);
}

std::vector<float> normal(std::size_t count, double mean) {
    Random random(7);
    std::vector<float> values(count);
    for (float& value : values) {
        value = static_cast<float>(mean + random.normal());
    }
    return values;
}

}  // namespace

class TestPlainSums : public QObject {
    Q_OBJECT

private slots:
    void againstALoop_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<std::vector<float>>("values");
        auto positive = normal(96, 0);
        auto negative = positive;
        auto gaps = positive;
        for (std::size_t i = 0; i < positive.size(); ++i) {
            positive[i] = std::abs(positive[i]);
            negative[i] = -positive[i];
            gaps[i] = i % 3 == 0 ? (i % 2 == 0 ? 0.0F : -0.0F) : gaps[i];
        }
        auto tiny = positive;
        for (float& value : tiny) {
            value *= 0x1p-20F;  // subnormal half floats
        }
        for (const char* format : {"fp32", "bf16", "fp16"}) {
            QTest::addRow("%s normal", format) << format << normal(1 << 14, 0.5);
            if (format != std::string_view("fp32")) {
                QTest::addRow("%s most", format) << format << normal(plainCodesMost, 0.5);
            }
            QTest::addRow("%s one step", format) << format << normal(32, 0);
            QTest::addRow("%s positive", format) << format << positive;
            QTest::addRow("%s negative", format) << format << negative;
            QTest::addRow("%s with zeros", format) << format << gaps;
            QTest::addRow("%s tiny", format) << format << tiny;
            QTest::addRow("%s negative zeros", format) << format << std::vector<float>(32, -0.0F);
        }
    }

    void againstALoop() {
        QFETCH(QString, format);
        QFETCH(std::vector<float>, values);
        const Stored data = stored(format, values);
        const PlainSums sums = sumsOf(format, data);
        long double sum = 0;
        long double squares = 0;
        std::size_t zeros = 0;
        for (const double value : data.values) {
            sum += value;
            squares += static_cast<long double>(value) * value;
            zeros += value == 0 ? 1 : 0;
        }
        const auto [least, most] = std::ranges::minmax_element(data.values);
        QCOMPARE(sums.count, values.size());
        QCOMPARE(sums.zeros, zeros);
        QCOMPARE(static_cast<double>(sums.min), *least);
        QCOMPARE(static_cast<double>(sums.max), *most);
        const double scale = std::sqrt(static_cast<double>(squares) * values.size());
        // Of 16-bit values the first few are added in float, each within 2^-24 = 6e-8.
        const double near = format == "fp32" ? 1e-14 : 6e-8;
        QVERIFY(std::abs(sums.sum - static_cast<double>(sum)) <= near * scale);
        QVERIFY(std::abs(sums.squares - static_cast<double>(squares)) <=
                near * static_cast<double>(squares));
        const auto moments = sums.moments();
        QVERIFY(moments.has_value());
        const double mean = static_cast<double>(sum) / static_cast<double>(values.size());
        long double second = 0;
        for (const double value : data.values) {
            second += (value - mean) * (value - mean);
        }
        QVERIFY(std::abs(moments->second - static_cast<double>(second)) <=
                100 * near * static_cast<double>(second));
    }

    /// Where a shift or a mask is needed, they say so.
    void notForThese_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<std::vector<float>>("values");
        for (const char* format : {"fp32", "bf16", "fp16"}) {
            for (const float bad : {infinity, -infinity, std::nanf("")}) {
                auto values = normal(64, 0);
                values[37] = bad;
                QTest::addRow("%s with %f", format, static_cast<double>(bad)) << format << values;
            }
            auto both = normal(64, 0);
            both[3] = infinity;
            both[40] = -infinity;
            QTest::addRow("%s with both infinities", format) << format << both;
            QTest::addRow("%s far away", format) << format << normal(64, 100);
            if (format == std::string_view("bf16")) {
                for (const float factor : {1e-20F, 1e25F}) {  // squares outside of float
                    auto values = normal(64, 0);
                    for (float& value : values) {
                        value *= factor;
                    }
                    QTest::addRow("%s times %g", format, static_cast<double>(factor))
                        << format << values;
                }
            }
            QTest::addRow("%s constant", format) << format << std::vector<float>(32, 0.3F);
        }
    }

    void notForThese() {
        QFETCH(QString, format);
        QFETCH(std::vector<float>, values);
        QVERIFY(!sumsOf(format, stored(format, values)).moments().has_value());
    }
};

QTEST_APPLESS_MAIN(TestPlainSums)
#include "tst_plain_sums.moc"
