// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/activations.h"

#include "core/memory/activation_formula.h"
#include "core/numerics/parse_number.h"

#include <algorithm>
#include <cmath>

namespace zeropoint {
namespace {

constexpr double fp32Bytes = 4;

double ffnWidth(const Architecture& a, std::size_t layer) {
    if (!hasExperts(a, layer)) {
        return static_cast<double>(a.ffn);
    }
    return static_cast<double>(a.experts->active * a.experts->ffn + a.experts->sharedFfn);
}

double ffnValues(const Architecture& a, std::size_t layer) {
    return (a.gatedFfn ? 4 : 2) * ffnWidth(a, layer);
}

struct MixerWidths {
    double queries = 0;
    double keysAndValues = 0;
    double result = 0;  ///< what goes into the output projection
};

MixerWidths mixerWidths(const Architecture& a, LayerKind kind) {
    switch (kind) {
        case LayerKind::DeltaRule: {
            const DeltaRule& d = *a.deltaRule;
            const auto values = static_cast<double>(d.valueHeads * d.valueDim);
            return {values, static_cast<double>(2 * d.keyHeads * d.keyDim) + values, values};
        }
        case LayerKind::StateSpace: {
            const auto inner = static_cast<double>(a.stateSpace->expand * a.hidden);
            return {inner, 2 * inner, inner};
        }
        default:
            break;
    }
    if (a.latent) {
        const LatentAttention& l = *a.latent;
        return {static_cast<double>(a.heads * (l.nopeDim + l.ropeDim)),
                static_cast<double>(a.heads * (l.nopeDim + l.ropeDim + l.valueDim)),
                static_cast<double>(a.heads * l.valueDim)};
    }
    const FullLayerHeads own = headsOf(a, kind);
    const auto queries = static_cast<double>(a.heads * own.headDim);
    return {queries, static_cast<double>(2 * own.kvHeads * own.headDim), queries};
}

}  // namespace

double keptPerToken(const Architecture& a, std::size_t layer, const ActivationSettings& settings) {
    const MixerWidths mixer = mixerWidths(a, a.layers[layer]);
    double values = 4.0 * static_cast<double>(a.hidden) + mixer.queries + mixer.keysAndValues +
                    mixer.result + ffnValues(a, layer);
    if (settings.keepsScores && isAttention(a.layers[layer])) {
        values += 2.0 * static_cast<double>(a.heads) * static_cast<double>(settings.length);
    }
    return values;
}

namespace {

struct TrainingTerms {
    double kept = 0;     ///< values of a token, all layers
    double largest = 0;  ///< of one layer
    double logitBytes = 0;
    bool layerIsLarger = false;  ///< than the logits, in bytes
};

TrainingTerms trainingTerms(const Architecture& a, const ActivationSettings& settings) {
    TrainingTerms terms;
    for (std::size_t layer = 0; layer < a.layers.size(); ++layer) {
        const double kept = keptPerToken(a, layer, settings);
        terms.kept += kept;
        terms.largest = std::max(terms.largest, kept);
    }
    terms.logitBytes = settings.bytes + 2 * fp32Bytes;
    terms.layerIsLarger =
        terms.largest * settings.bytes > static_cast<double>(a.vocabulary) * terms.logitBytes;
    return terms;
}

std::string whole(double count) {
    return std::to_string(std::llround(count));
}

double largestFfnValues(const Architecture& a) {
    double ffn = 0;
    for (std::size_t layer = 0; layer < a.layers.size(); ++layer) {
        ffn = std::max(ffn, ffnValues(a, layer));
    }
    return ffn;
}

}  // namespace

double trainingActivationBytes(const Architecture& a, const ActivationSettings& settings) {
    const double tokens =
        static_cast<double>(settings.length) * static_cast<double>(settings.sequences);
    const TrainingTerms terms = trainingTerms(a, settings);
    const double logits = static_cast<double>(a.vocabulary) * terms.logitBytes;
    if (!settings.checkpointing) {
        return tokens * (terms.kept * settings.bytes + logits);
    }
    const double inputs =
        static_cast<double>(a.layers.size()) * static_cast<double>(a.hidden) * settings.bytes;
    return tokens * (inputs + std::max(terms.largest * settings.bytes, logits));
}

double inferenceActivationBytes(const Architecture& a, const ActivationSettings& settings) {
    const double ffn = largestFfnValues(a);
    const auto tokens = static_cast<double>(std::min(settings.microBatch, settings.length));
    const auto hidden = static_cast<double>(a.hidden);
    const auto vocabulary = static_cast<double>(a.vocabulary);
    if (settings.everyLogit) {
        return fp32Bytes * tokens * std::max(ffn + hidden, vocabulary + 2 * hidden);
    }
    return fp32Bytes *
           (tokens * (ffn + hidden) + static_cast<double>(settings.sequences) * vocabulary);
}

std::string trainingActivationFormula(const Architecture& a, const ActivationSettings& settings) {
    const TrainingTerms terms = trainingTerms(a, settings);
    const auto times = [](double count, double bytes) {
        return whole(count) + " x " + shortestText(bytes);
    };
    const std::string logits = times(static_cast<double>(a.vocabulary), terms.logitBytes);
    const std::string tokens = std::to_string(settings.sequences) + " x " +
                               std::to_string(settings.length) + " tokens x (";
    if (!settings.checkpointing) {
        return tokens + times(terms.kept, settings.bytes) + " + " + logits + ") bytes";
    }
    return tokens + std::to_string(a.layers.size()) + " x " +
           times(static_cast<double>(a.hidden), settings.bytes) + " + " +
           (terms.layerIsLarger ? times(terms.largest, settings.bytes) : logits) + ") bytes";
}

std::string inferenceActivationFormula(const Architecture& a, const ActivationSettings& settings) {
    const double ffn = largestFfnValues(a);
    const auto hidden = static_cast<double>(a.hidden);
    const auto vocabulary = static_cast<double>(a.vocabulary);
    const std::string tokens =
        std::to_string(std::min(settings.microBatch, settings.length)) + " tokens x (";
    const std::string values = tokens + whole(ffn) + " + " + whole(hidden) + ")";
    if (!settings.everyLogit) {
        return "4 bytes x (" + values + " + " + std::to_string(settings.sequences) + " x " +
               std::to_string(a.vocabulary) + ")";
    }
    return "4 bytes x " +
           (ffn + hidden < vocabulary + 2 * hidden
                ? tokens + std::to_string(a.vocabulary) + " + 2 x " + whole(hidden) + ")"
                : values);
}

}  // namespace zeropoint
