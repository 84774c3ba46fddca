// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/nn/transformer.h"
#include "core/statistics/fine_histogram.h"
#include "core/statistics/summary.h"

#include <cstddef>
#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

namespace zeropoint {

/// A test image as the model reads it.
struct DigitGuess {
    std::size_t image = 0;             ///< index in the file of digits
    int label = 0;                     ///< what it is
    std::vector<float> probabilities;  ///< softmax over the classes

    /// The likeliest class, the first of equals.
    int guess() const;
    double confidence() const { return static_cast<double>(probabilities[std::size_t(guess())]); }
};

/// A test sequence and what the model makes of its items, symbol by symbol without help.
struct SortGuess {
    std::vector<std::int32_t> items;
    std::vector<std::int32_t> wanted;
    std::vector<std::int32_t> produced;

    bool right() const { return produced == wanted; }
};

/// Where a layer's heads look for one sequence: [heads, length, length], rows are the positions
/// that look; every row sums to 1.
struct AttentionMap {
    std::size_t heads = 0;
    std::size_t length = 0;
    std::vector<float> probabilities;

    float at(std::size_t head, std::size_t from, std::size_t to) const {
        return probabilities[(head * length + from) * length + to];
    }
};

/// The values of one trace entry over the probed sequences.
struct ActivationPicture {
    std::string name;  ///< as in core/nn/trace.h
    Shape shape;
    Summary summary;
    FineHistogram histogram;
};

/// What a model does with a few test sequences: for people to look at while it learns.
struct ModelProbe {
    std::vector<DigitGuess> digits;       ///< Digits only
    std::vector<SortGuess> sorts;         ///< Sorting only
    std::string prompt;                   ///< Text only: how a test window begins
    std::string text;                     ///< Text only: what the model writes after it
    std::vector<std::int32_t> tokens;     ///< of the sequence of the maps; empty for images
    std::vector<AttentionMap> attention;  ///< one a layer, of the first probed sequence
    std::vector<ActivationPicture> activations;
};

struct ProbeConfig {
    std::size_t sequences = 12;    ///< test sequences that are looked at
    std::size_t characters = 160;  ///< that a text model writes
    std::uint64_t seed = 1;        ///< of what it writes
    static constexpr std::size_t histogramBins = 512;
};

/// The model must be prepared and fit the data. Stopped: what there was until then.
ModelProbe probeModel(const Transformer<float>& model, const Dataset& data,
                      const ProbeConfig& config = {}, const std::stop_token& stop = {});

}  // namespace zeropoint
