// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/support/random.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace zeropoint {
namespace {

std::uint64_t splitmix64(std::uint64_t& state) {
    state += 0x9E3779B97F4A7C15ULL;
    std::uint64_t z = state;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
}

template <std::size_t N>
double polynomial(const std::array<double, N>& coefficients, double x) {
    double sum = 0;
    for (std::size_t i = N; i-- > 0;) {
        sum = sum * x + coefficients[i];
    }
    return sum;
}

// Coefficients of AS 241 (PPND16): numerator and denominator of three rational approximations.
constexpr std::array<double, 8> centreNumerator = {
    3.3871328727963666080e0, 1.3314166789178437745e2, 1.9715909503065514427e3,
    1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
    3.3430575583588128105e4, 2.5090809287301226727e3};
constexpr std::array<double, 8> centreDenominator = {1.0,
                                                     4.2313330701600911252e1,
                                                     6.8718700749205790830e2,
                                                     5.3941960214247511077e3,
                                                     2.1213794301586595867e4,
                                                     3.9307895800092710610e4,
                                                     2.8729085735721942674e4,
                                                     5.2264952788528545610e3};
constexpr std::array<double, 8> middleNumerator = {
    1.42343711074968357734e0,  4.63033784615654529590e0, 5.76949722146069140550e0,
    3.64784832476320460504e0,  1.27045825245236838258e0, 2.41780725177450611770e-1,
    2.27238449892691845833e-2, 7.74545014278341407640e-4};
constexpr std::array<double, 8> middleDenominator = {1.0,
                                                     2.05319162663775882187e0,
                                                     1.67638483018380384940e0,
                                                     6.89767334985100004550e-1,
                                                     1.48103976427480074590e-1,
                                                     1.51986665636164571966e-2,
                                                     5.47593808499534494600e-4,
                                                     1.05075007164441684324e-9};
constexpr std::array<double, 8> tailNumerator = {
    6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,
    2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
    2.71155556874348757815e-5, 2.01033439929228813265e-7};
constexpr std::array<double, 8> tailDenominator = {1.0,
                                                   5.99832206555887937690e-1,
                                                   1.36929880922735805310e-1,
                                                   1.48753612908506148525e-2,
                                                   7.86869131145613259100e-4,
                                                   1.84631831751005468180e-5,
                                                   1.42151175831644588870e-7,
                                                   2.04426310338993978564e-15};

}  // namespace

Random::Random(std::uint64_t seed, std::uint64_t stream) : m_state{} {
    // The stream is mixed before it meets the seed, so that (1, 0) and (0, 1) differ.
    std::uint64_t mixed = stream;
    std::uint64_t state = seed ^ splitmix64(mixed);
    for (std::uint64_t& word : m_state) {
        word = splitmix64(state);
    }
}

std::uint64_t Random::next() {
    auto& s = m_state;
    const std::uint64_t result = std::rotl(s[0] + s[3], 23) + s[0];
    const std::uint64_t t = s[1] << 17;
    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = std::rotl(s[3], 45);
    return result;
}

double Random::uniform() {
    return static_cast<double>(next() >> 11) * 0x1.0p-53;
}

std::uint64_t Random::below(std::uint64_t bound) {
    // Rejects the short last interval: at most a draw in two on average.
    const std::uint64_t limit = (0 - bound) % bound;
    std::uint64_t x = next();
    while (x < limit) {
        x = next();
    }
    return x % bound;
}

double Random::normal() {
    return normalQuantile(openUnit(next()));
}

double Random::exponential() {
    return -portableLog(openUnit(next()));
}

double Random::laplace() {
    const double magnitude = exponential();
    return (next() >> 63) != 0 ? -magnitude : magnitude;
}

double openUnit(std::uint64_t draw) {
    // Half a step keeps 0 away; added to the largest draw it would round to 1.
    return std::min(static_cast<double>(draw >> 11) * 0x1.0p-53 + 0x1.0p-54, 1 - 0x1.0p-53);
}

double normalQuantile(double p) {
    const double q = p - 0.5;
    if (std::abs(q) <= 0.425) {
        const double r = 0.180625 - q * q;
        return q * polynomial(centreNumerator, r) / polynomial(centreDenominator, r);
    }
    const double r = std::sqrt(-portableLog(q < 0 ? p : 1 - p));
    const double x =
        r <= 5 ? polynomial(middleNumerator, r - 1.6) / polynomial(middleDenominator, r - 1.6)
               : polynomial(tailNumerator, r - 5) / polynomial(tailDenominator, r - 5);
    return q < 0 ? -x : x;
}

double portableLog(double x) {
    // x = m 2^e with m in [sqrt(1/2), sqrt(2)); log m = 2 atanh((m - 1) / (m + 1)).
    int exponent = 0;
    double m = std::frexp(x, &exponent);
    if (m < 0.70710678118654752440) {
        m *= 2;
        --exponent;
    }
    const double s = (m - 1) / (m + 1);
    const double s2 = s * s;
    double series = 0;
    for (int k = 23; k >= 3; k -= 2) {
        series = series * s2 + 1.0 / k;
    }
    const double logM = 2 * s + 2 * s * s2 * series;
    // ln 2 in two parts: the high one has 32 bits, so that its product with e is exact.
    constexpr double ln2High = 0x1.62e42feep-1;
    constexpr double ln2Low = 0x1.a39ef35793c76p-33;
    return exponent * ln2High + (logM + exponent * ln2Low);
}

double portableExp(double x) {
    if (x > 709.79) {
        return std::numeric_limits<double>::infinity();
    }
    if (x < -745.2) {
        return 0;
    }
    constexpr double ln2High = 0x1.62e42feep-1;
    constexpr double ln2Low = 0x1.a39ef35793c76p-33;
    const int k = static_cast<int>(std::nearbyint(x * 1.44269504088896340736));
    const double r = (x - k * ln2High) - k * ln2Low;
    double sum = 1;
    for (int i = 14; i >= 1; --i) {
        sum = 1 + sum * r / i;
    }
    return std::ldexp(sum, k);
}

}  // namespace zeropoint
