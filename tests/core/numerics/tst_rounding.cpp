// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerics/number_format.h"
#include "core/support/random.h"

#include <QtTest>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

using namespace zeropoint;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr Rounding deterministic[] = {Rounding::NearestEven, Rounding::HalfAway,
                                      Rounding::HalfUp,      Rounding::Floor,
                                      Rounding::Ceil,        Rounding::TowardZero};

struct Level {
    double magnitude = 0;
    std::uint64_t code = 0;
};

/// All levels of one sign by rising magnitude, zero included: the grid of the slow reference.
std::vector<Level> levelsOf(const NumberFormat& format, bool negative) {
    std::vector<Level> levels;
    for (std::uint64_t code = 0; code < (std::uint64_t{1} << format.bits); ++code) {
        const double value = decode(format, code);
        const bool own = std::signbit(value) == negative;
        const bool onlyZero =
            value == 0 && std::isnan(decode(format, code ^ (1U << (format.bits - 1))));
        const bool integerZero = value == 0 && format.kind == FormatKind::Integer;
        if (std::isfinite(value) && (own || onlyZero || integerZero)) {
            levels.push_back({std::abs(value), code});
        }
    }
    std::ranges::sort(levels, {}, &Level::magnitude);
    return levels;
}

/// The code of infinity or NaN that an overflow gives, found by search; the largest without one.
std::uint64_t overflowOf(const NumberFormat& format, bool negative, std::uint64_t largest) {
    std::uint64_t found = largest;
    for (std::uint64_t code = 0; code < (std::uint64_t{1} << format.bits); ++code) {
        const double value = decode(format, code);
        if (std::isinf(value) && std::signbit(value) == negative) {
            return code;
        }
        if (std::isnan(value) &&
            (format.specials == Specials::NanIsZero || format.specials == Specials::ScaleOnly ||
             (code > 127) == negative)) {
            found = code;
        }
    }
    return found;
}

bool goesAway(Rounding rounding, bool negative, double magnitude, double below, double above,
              bool belowIsOdd) {
    const double middle = (below + above) / 2;  // exact: few bits
    switch (rounding) {
        case Rounding::NearestEven:
            return magnitude > middle || (magnitude == middle && belowIsOdd);
        case Rounding::HalfAway:
            return magnitude >= middle;
        case Rounding::HalfUp:
            return magnitude > middle || (magnitude == middle && !negative);
        case Rounding::Floor:
            return negative;
        case Rounding::Ceil:
            return !negative;
        default:
            return false;
    }
}

/// Exact and slow: searches the list of all levels. Floats and integers of 8 bits or fewer.
class Reference {
public:
    explicit Reference(const NumberFormat& format)
        : m_format(format), m_levels{levelsOf(format, false), levelsOf(format, true)} {}

    const std::vector<Level>& levels(bool negative) const { return m_levels[negative ? 1 : 0]; }

    std::uint64_t encode(double value, Rounding rounding, Overflow overflow) const {
        const bool negative = std::signbit(value);
        const std::vector<Level>& own = levels(negative);
        const double magnitude = std::abs(value);
        const std::size_t last = own.size() - 1;
        if (own.size() == 1) {
            return own[0].code;  // below zero in an unsigned format
        }
        const std::uint64_t beyond = overflowOf(m_format, negative, own[last].code);
        if (std::isinf(value)) {
            return beyond;
        }
        std::size_t i = 0;
        while (i < last && own[i + 1].magnitude <= magnitude) {
            ++i;
        }
        if (own[i].magnitude == magnitude) {
            return own[i].code;
        }
        const double next =
            i < last ? own[i + 1].magnitude : 2 * own[last].magnitude - own[last - 1].magnitude;
        const bool outwards = goesAway(rounding, negative, std::min(magnitude, next),
                                       own[i].magnitude, next, i % 2 == 1);
        if (!outwards) {
            return own[i].code;
        }
        if (i < last) {
            return own[i + 1].code;
        }
        return overflow == Overflow::Saturate ? own[last].code : beyond;
    }

private:
    const NumberFormat& m_format;
    std::vector<Level> m_levels[2];
};

void addWithNeighbours(std::vector<double>& values, double value) {
    values.push_back(value);
    values.push_back(std::nextafter(value, infinity));
    values.push_back(std::nextafter(value, -infinity));
    const auto single = static_cast<float>(value);
    values.push_back(std::nextafter(single, std::numeric_limits<float>::infinity()));
    values.push_back(std::nextafter(single, -std::numeric_limits<float>::infinity()));
}

/// Every level, tie and quarter with its neighbours in double and float, and far values.
std::vector<double> probes(const std::vector<Level>& levels) {
    std::vector<double> values = {0.0,     std::numeric_limits<double>::denorm_min(),
                                  1e-310,  std::numeric_limits<double>::min(),
                                  1e30,    std::numeric_limits<double>::max(),
                                  infinity};
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const double below = levels[i].magnitude;
        const double above = i + 1 < levels.size() ? levels[i + 1].magnitude
                             : i > 0               ? 2 * below - levels[i - 1].magnitude
                                                   : 1;
        addWithNeighbours(values, below);
        addWithNeighbours(values, (below + above) / 2);
        addWithNeighbours(values, above);
        values.push_back(below + (above - below) / 4);
        values.push_back(below + (above - below) * 3 / 4);
    }
    return values;
}

bool isSmallFloatOrInteger(const NumberFormat& format) {
    return format.bits <= 8 && format.kind != FormatKind::CodeBook &&
           format.specials != Specials::ScaleOnly;
}

QByteArray describe(double value, Rounding rounding, Overflow overflow) {
    return QByteArray::number(value, 'g', 17) + " rounding " +
           QByteArray::number(static_cast<int>(rounding)) + " overflow " +
           QByteArray::number(static_cast<int>(overflow));
}

}  // namespace

class TestRounding : public QObject {
    Q_OBJECT

private slots:
    void everyTieAndNeighbour_data() {
        QTest::addColumn<QString>("id");
        for (const NumberFormat& format : numberFormats()) {
            if (isSmallFloatOrInteger(format)) {
                QTest::newRow(format.id.data()) << QString::fromUtf8(format.id.data());
            }
        }
    }

    void everyTieAndNeighbour() {
        QFETCH(QString, id);
        const NumberFormat& format = numberFormat(id.toStdString());
        const Reference reference(format);
        for (const bool negative : {false, true}) {
            for (const double magnitude : probes(reference.levels(negative))) {
                const double value = negative ? -magnitude : magnitude;
                for (const Rounding rounding : deterministic) {
                    for (const Overflow overflow : {Overflow::Specified, Overflow::Saturate}) {
                        const std::uint64_t actual = encode(format, value, {rounding, overflow});
                        const std::uint64_t expected = reference.encode(value, rounding, overflow);
                        QVERIFY2(actual == expected,
                                 (describe(value, rounding, overflow) + ": " +
                                  QByteArray::number(qulonglong{actual}) + " instead of " +
                                  QByteArray::number(qulonglong{expected}))
                                     .constData());
                    }
                }
            }
        }
    }

    /// A book's levels are not symmetric: search the nearest, ties to the even code.
    void everyTieOfACodeBook_data() {
        QTest::addColumn<QString>("id");
        for (const char* id : {"nf4", "fp4-bnb", "iq4nl", "ternary", "binary"}) {
            QTest::newRow(id) << QString(id);
        }
    }

    void everyTieOfACodeBook() {
        QFETCH(QString, id);
        const NumberFormat& format = numberFormat(id.toStdString());
        std::vector<float> sorted(format.book.begin(), format.book.end());
        std::ranges::sort(sorted);
        std::vector<double> values = {-infinity, infinity, -1e30, 1e30, 0.0};
        for (std::size_t i = 0; i + 1 < sorted.size(); ++i) {
            addWithNeighbours(values, sorted[i]);
            addWithNeighbours(values, sorted[i + 1]);
            addWithNeighbours(values, (static_cast<double>(sorted[i]) + sorted[i + 1]) / 2);
        }
        for (const double value : values) {
            const std::uint64_t code = encode(format, value);
            const auto distance = [&](std::uint64_t other) -> long double {
                const long double gap = static_cast<long double>(format.book[other]) - value;
                return gap < 0 ? -gap : gap;
            };
            for (std::uint64_t other = 0; other < format.book.size(); ++other) {
                if (std::isinf(value)) {
                    QVERIFY(value > 0 ? format.book[code] >= format.book[other]
                                      : format.book[code] <= format.book[other]);
                    continue;
                }
                QVERIFY2(distance(code) <= distance(other),
                         describe(value, Rounding::NearestEven, Overflow::Specified).constData());
                // Twice a double and the sum of two floats are exact, a difference may not be.
                const double sum = static_cast<double>(format.book[code]) + format.book[other];
                const bool tie = 2 * value == sum && format.book[code] != format.book[other];
                if (tie && value == 0) {
                    // Between -1 and 1 neither is even: the sign of 0 is + (Courbariaux et al.
                    // 2015, equation 1, which the format names).
                    QCOMPARE_GT(format.book[code], 0.0F);
                } else {
                    QVERIFY(!tie || (other & 1) != 0 || (code & 1) == 0);
                }
            }
            if (std::isfinite(value) && value >= sorted.front() && value <= sorted.back()) {
                QVERIFY(decode(format, encode(format, value, {Rounding::Floor})) <= value);
                QVERIFY(decode(format, encode(format, value, {Rounding::Ceil})) >= value);
            }
            if (value == 0) {
                // Toward zero nothing changes the sign of 0 either.
                QVERIFY(decode(format, encode(format, value, {Rounding::TowardZero})) >= 0);
            }
        }
    }

    /// E8M0 as ml_dtypes documents it: ties go up, zero and negatives have no code.
    void scaleFormat_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<qulonglong>("specified");
        QTest::addColumn<qulonglong>("saturated");
        QTest::newRow("one") << 1.0 << 127ULL << 127ULL;
        QTest::newRow("tie 1.5") << 1.5 << 128ULL << 128ULL;
        QTest::newRow("tie 3") << 3.0 << 129ULL << 129ULL;
        QTest::newRow("below the tie") << std::nextafter(1.5, 1.0) << 127ULL << 127ULL;
        QTest::newRow("zero") << 0.0 << 255ULL << 0ULL;
        QTest::newRow("negative") << -2.0 << 255ULL << 0ULL;
        QTest::newRow("largest") << std::ldexp(1.0, 127) << 254ULL << 254ULL;
        QTest::newRow("overflow") << std::ldexp(1.5, 127) << 255ULL << 254ULL;
        QTest::newRow("smallest") << std::ldexp(1.0, -127) << 0ULL << 0ULL;
        QTest::newRow("below the smallest") << 1e-300 << 0ULL << 0ULL;
    }

    void scaleFormat() {
        QFETCH(double, value);
        QFETCH(qulonglong, specified);
        QFETCH(qulonglong, saturated);
        const NumberFormat& format = numberFormat("e8m0");
        QCOMPARE(qulonglong{encode(format, value)}, specified);
        QCOMPARE(qulonglong{encode(format, value, {.overflow = Overflow::Saturate})}, saturated);
    }

    /// Rounding a double first to float and then to the format would give the even neighbour.
    void noDoubleRounding() {
        // Just above the tie of 1 and 1 + 2^-10: a float cannot hold the excess of 2^-40.
        const double value = 1 + std::ldexp(1.0, -11) + std::ldexp(1.0, -40);
        QCOMPARE(qulonglong{encode(numberFormat("fp16"), value)}, 0x3C01ULL);
        QCOMPARE(qulonglong{encode(numberFormat("fp16"), static_cast<float>(value))}, 0x3C00ULL);
    }

    /// FP32 is what the hardware's own conversion gives.
    void singleMatchesTheHardware() {
        Random random(11);
        const NumberFormat& format = numberFormat("fp32");
        for (int i = 0; i < 200000; ++i) {
            const double value = std::bit_cast<double>(random.next());
            const double scaled =
                std::ldexp(random.uniform() - 0.5, static_cast<int>(random.below(300)) - 160);
            for (const double x : {value, scaled}) {
                if (!std::isnan(x)) {
                    QCOMPARE(static_cast<std::uint32_t>(encode(format, x)),
                             std::bit_cast<std::uint32_t>(static_cast<float>(x)));
                }
            }
        }
    }

    /// The share of draws that go up is the share of the way: 0.3 of 10000 draws, 5 sigma.
    void stochasticIsUnbiased_data() {
        QTest::addColumn<QString>("id");
        QTest::addColumn<double>("below");
        QTest::addColumn<double>("above");
        QTest::newRow("float") << "fp8-e4m3" << 1.0 << 1.125;
        QTest::newRow("negative float") << "fp8-e4m3" << -1.125 << -1.0;
        QTest::newRow("subnormal") << "fp8-e5m2" << 0.0 << std::ldexp(1.0, -16);
        QTest::newRow("integer") << "int8" << 7.0 << 8.0;
        QTest::newRow("book") << "iq4nl" << 25.0 << 38.0;
    }

    void stochasticIsUnbiased() {
        QFETCH(QString, id);
        QFETCH(double, below);
        QFETCH(double, above);
        const NumberFormat& format = numberFormat(id.toStdString());
        const double value = below + 0.3 * (above - below);
        Random random(5);
        int up = 0;
        for (int i = 0; i < 10000; ++i) {
            const double level = decode(
                format,
                encode(format, value, {Rounding::Stochastic, Overflow::Specified, random.next()}));
            QVERIFY(level == below || level == above);
            up += level == above ? 1 : 0;
        }
        QCOMPARE_LE(std::abs(up - 3000), 230);
    }
};

QTEST_APPLESS_MAIN(TestRounding)
#include "tst_rounding.moc"
