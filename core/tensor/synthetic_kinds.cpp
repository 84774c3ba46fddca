// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/synthetic.h"

namespace zeropoint {
namespace {

// Within these bounds every kind's values stay finite in float32.
constexpr double wide = 1e30;
constexpr double tiny = 1e-30;
constexpr double mostValues = 1 << 30;
constexpr double mostExactInteger = 9007199254740992.0;  // 2^53

constexpr SyntheticParameter count{"n", 65536, 1, mostValues, true};
constexpr SyntheticParameter seed{"seed", 1, 0, mostExactInteger, true};
constexpr SyntheticParameter outliers{"outliers", 0, 0, 1e6, true};
constexpr SyntheticParameter outlierGain{"outlier-gain", 4, 1, 1e6, false};

std::vector<SyntheticParameter> drawn(std::vector<SyntheticParameter> own) {
    own.insert(own.end(), {count, seed, outliers, outlierGain});
    return own;
}

constexpr SyntheticParameter spread(std::string_view key, double value) {
    return {key, value, tiny, wide, false};
}

constexpr SyntheticParameter place(std::string_view key, double value) {
    return {key, value, -wide, wide, false};
}

std::vector<SyntheticKind> allKinds() {
    return {
        {"normal", drawn({place("mean", 0), spread("std", 1)})},
        {"gamma",
         drawn({{"shape", 2, 0.05, 1e6, false}, spread("scale", 1), {"zeros", 0, 0, 1, false}})},
        {"uniform", drawn({place("min", -1), place("max", 1)})},
        {"laplace", drawn({place("mean", 0), spread("scale", 1)})},
        {"student-t", drawn({{"dof", 3, 1, 1e6, false}, {"scale", 1, tiny, 1e12, false}})},
        // exp(mean + std z) with |z| < 8.3 stays below the largest float for these bounds.
        {"lognormal", drawn({{"mean", 0, -40, 40, false}, {"std", 1, 1e-6, 5, false}})},
        {"bimodal", drawn({spread("distance", 2), spread("std", 0.25)})},
        {"relu", drawn({spread("std", 1)})},
        {"outlier-channels",
         {{"rows", 256, 1, 1 << 20, true},
          {"cols", 256, 1, 1 << 20, true},
          {"channels", 4, 0, 1 << 20, true},
          {"gain", 20, 1e-6, 1e6, false},
          {"std", 1, tiny, 1e24, false},
          seed}},
        {"ramp", {place("min", 0), place("max", 1), count}},
        {"constant", {place("value", 1), count}},
    };
}

}  // namespace

const std::vector<SyntheticKind>& syntheticKinds() {
    static const std::vector<SyntheticKind> kinds = allKinds();
    return kinds;
}

}  // namespace zeropoint
