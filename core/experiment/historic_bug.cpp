// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/historic_bug.h"

#include "core/experiment/test_items.h"
#include "core/scheme/error_sums.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <utility>

namespace zeropoint {
namespace {

constexpr int weightBits = 4;
constexpr int gainBits = 8;
constexpr std::size_t group = 8;  ///< weights with one scale; divides every width

constexpr std::array<std::pair<HistoricBug, std::string_view>, 6> names{{
    {HistoricBug::None, "none"},
    {HistoricBug::ZeroPointOffByOne, "zero-point-off-by-one"},
    {HistoricBug::RangeWithoutZero, "range-without-zero"},
    {HistoricBug::SignedDivisor, "signed-divisor"},
    {HistoricBug::TiesUp, "ties-up"},
    {HistoricBug::NoNudge, "no-nudge"},
}};

constexpr std::array bugs{HistoricBug::ZeroPointOffByOne, HistoricBug::RangeWithoutZero,
                          HistoricBug::SignedDivisor, HistoricBug::TiesUp, HistoricBug::NoNudge};

/// Codes of the grid of one bit more, halved: every odd one is a tie.
std::vector<double> halved(std::span<const double> values, bool tiesUp) {
    const auto [low, high] = std::ranges::minmax(values);
    const BugGrid grid = bugGrid(low, high, weightBits + 1, HistoricBug::None);
    const double last = (grid.last - 1) / 2;
    std::vector<double> read;
    read.reserve(values.size());
    for (const double x : values) {
        const double half = std::clamp(std::rint(x / grid.scale) + grid.zero, 0.0, grid.last) / 2;
        const double code = std::min(tiesUp ? std::floor(half + 0.5) : std::rint(half), last);
        read.push_back(grid.scale * (2 * code - grid.zero));
    }
    return read;
}

bool isGain(const std::string& name) {
    return name.ends_with(".weight") &&
           (name.find(".ln") != std::string::npos || name.starts_with("ln"));
}

/// What is quantized with one scale each: groups of linear weights, or the gains of a norm.
std::vector<std::span<float>> partsOf(Transformer<float>& model, HistoricBug bug) {
    std::vector<std::span<float>> parts;
    Parameters<float>& parameters = model.parameters();
    if (bug == HistoricBug::RangeWithoutZero) {
        for (std::size_t i = 0; i < parameters.entries().size(); ++i) {
            if (isGain(parameters.entries()[i].name)) {
                parts.push_back(parameters.values(i));
            }
        }
        return parts;
    }
    for (const WeightSite& site : model.sites()) {
        const auto index = parameters.find(site.name + ".weight");
        for (std::size_t at = 0; site.linear && index && at < site.out * site.in; at += group) {
            parts.push_back(parameters.values(*index).subspan(at, group));
        }
    }
    return parts;
}

std::vector<double> quantized(std::span<const double> values, HistoricBug bug, bool broken) {
    if (bug == HistoricBug::TiesUp) {
        return halved(values, broken);
    }
    return replayed(values, bug == HistoricBug::RangeWithoutZero ? gainBits : weightBits,
                    broken ? bug : HistoricBug::None);
}

struct Outcome {
    double sqnrDb = 0;
    double accuracy = 0;
};

Result<Outcome> outcomeOf(const Transformer<float>& model, const Dataset& data, HistoricBug bug,
                          bool broken, const Execution& execution) {
    Transformer<float> copy = model.clone();
    ErrorSums sums;
    for (const std::span<float> part : partsOf(copy, bug)) {
        const std::vector<double> values(part.begin(), part.end());
        const std::vector<double> read = quantized(values, bug, broken);
        for (std::size_t i = 0; i < values.size(); ++i) {
            sums.add(part[i], read[i], false);
            part[i] = static_cast<float>(read[i]);
        }
    }
    copy.prepare();
    return predictTest(copy, data, execution).map([&](const TestPredictions& predictions) {
        return Outcome{decibels(sums.signal, sums.error(), sums.count),
                       itemsOf(data.accuracyKind(), predictions).accuracy()};
    });
}

}  // namespace

std::string_view bugName(HistoricBug bug) {
    return std::ranges::find(names, bug, &decltype(names)::value_type::first)->second;
}

std::span<const HistoricBug> historicBugs() {
    return bugs;
}

BugGrid bugGrid(double low, double high, int bits, HistoricBug bug) {
    const double codes = std::exp2(bits);
    if (bug != HistoricBug::RangeWithoutZero) {
        low = std::min(low, 0.0);
        high = std::max(high, 0.0);
    }
    BugGrid grid;
    grid.bug = bug;
    grid.low = low;
    grid.last = codes - 1;
    const double steps = bug == HistoricBug::SignedDivisor ? codes / 2 - 1 : grid.last;
    grid.scale = (high - low) / steps;
    grid.zero = std::rint(-low / grid.scale) + 0.0;  // 0 and not -0
    grid.stored = std::clamp(grid.zero, 0.0, grid.last);
    if (bug == HistoricBug::ZeroPointOffByOne) {
        grid.stored = grid.zero > 0 ? grid.zero - 1 : grid.last;
    }
    return grid;
}

double BugGrid::codeOf(double x) const {
    const double scaled = x / scale;
    double code = std::rint(scaled) + zero;
    if (bug == HistoricBug::TiesUp) {
        code = std::floor(scaled + 0.5) + zero;
    } else if (bug == HistoricBug::NoNudge) {
        code = std::rint((x - low) / scale);
    }
    return std::clamp(code, 0.0, last);
}

std::vector<double> replayed(std::span<const double> values, int bits, HistoricBug bug) {
    std::vector<double> read(values.begin(), values.end());
    if (values.empty()) {
        return read;
    }
    const auto [low, high] = std::ranges::minmax(values);
    const BugGrid grid = bugGrid(low, high, bits, bug);
    if (grid.scale > 0) {
        std::ranges::transform(values, read.begin(),
                               [&](double x) { return grid.valueOf(grid.codeOf(x)); });
    }
    return read;
}

Result<BugEffect> bugEffect(const Transformer<float>& model, const Dataset& data, HistoricBug bug,
                            const Execution& execution) {
    const auto right = outcomeOf(model, data, bug, false, execution);
    if (!right) {
        return tl::unexpected(right.error());
    }
    return outcomeOf(model, data, bug, true, execution).map([&](const Outcome& broken) {
        return BugEffect{right->sqnrDb, broken.sqnrDb, right->accuracy, broken.accuracy};
    });
}

}  // namespace zeropoint
