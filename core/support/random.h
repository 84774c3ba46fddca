// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>

namespace zeropoint {

/// Seeded random numbers that are the same on every machine: xoshiro256++ (Blackman and Vigna,
/// 2019) seeded through splitmix64, and distributions of our own that use only operations that
/// IEEE 754 rounds exactly (no libm), since the standard library's differ between vendors.
class Random {
public:
    /// Streams of one seed are independent; use one per shard so that threads do not matter.
    explicit Random(std::uint64_t seed, std::uint64_t stream = 0);

    std::uint64_t next();
    /// Uniform in [0, 1): 53 bits.
    double uniform();
    /// Uniform integer in [0, bound), without bias. bound > 0.
    std::uint64_t below(std::uint64_t bound);
    /// Standard normal by the inverse of its distribution function (one draw a number).
    double normal();
    /// Laplace of scale 1 (variance 2).
    double laplace();
    /// Exponential of mean 1.
    double exponential();

    /// The generator's state, for checkpoints that continue bit for bit.
    std::array<std::uint64_t, 4> state() const { return m_state; }
    void setState(const std::array<std::uint64_t, 4>& state) { m_state = state; }

private:
    std::array<std::uint64_t, 4> m_state;
};

/// A number in the open interval (0, 1) of 64 random bits: what quantile functions take.
double openUnit(std::uint64_t draw);

/// The standard normal quantile function for p in (0, 1), to about 1e-15 relative
/// (Wichura 1988, algorithm AS 241, PPND16).
double normalQuantile(double p);

/// Natural logarithm and exponential from IEEE operations alone: the same bits on every machine,
/// within 2 units in the last place. x > 0 and finite for the logarithm.
double portableLog(double x);
double portableExp(double x);

}  // namespace zeropoint
