// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/methods/ptq/site_inputs.h"

#include "core/calibration/moving_average_range.h"
#include "core/calibration/range_methods.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>
#include <string>

namespace zeropoint {
namespace {

// Rows that pass through the model at once, as in an evaluation.
constexpr std::size_t rowsPerPass = 256;

/// The first site of those that read one value stands for all of them.
std::string sharedInput(const std::string& site) {
    const bool keyOrValue = site.ends_with(".attn.k") || site.ends_with(".attn.v");
    return keyOrValue ? site.substr(0, site.size() - 1) + 'q' : site;
}

/// "layers.12.attn.q" -> 12 and "attn.q"; false for other names.
bool splitLayer(std::string_view site, std::size_t& layer, std::string_view& part) {
    constexpr std::string_view prefix = "layers.";
    if (!site.starts_with(prefix)) {
        return false;
    }
    site.remove_prefix(prefix.size());
    const auto [end, error] = std::from_chars(site.data(), site.data() + site.size(), layer);
    const auto digits = static_cast<std::size_t>(end - site.data());
    if (error != std::errc() || digits >= site.size()) {
        return false;
    }
    part = site.substr(digits + 1);
    return true;
}

/// Sequences of one batch that pass together, and where their rows begin.
struct Piece {
    std::size_t batch = 0;
    std::size_t begin = 0;
    std::size_t count = 0;
};

std::vector<Piece> piecesOf(const std::vector<BatchStorage>& batches) {
    std::vector<Piece> pieces;
    for (std::size_t batch = 0; batch < batches.size(); ++batch) {
        const std::size_t step =
            std::max<std::size_t>(1, rowsPerPass / std::max<std::size_t>(batches[batch].length, 1));
        for (std::size_t at = 0; at < batches[batch].sequences; at += step) {
            pieces.push_back({batch, at, std::min(step, batches[batch].sequences - at)});
        }
    }
    return pieces;
}

/// Takes the smallest and largest value of each column of [rows, width] into lows and highs.
void joinExtremes(std::span<const float> x, std::span<float> lows, std::span<float> highs) {
    const std::size_t width = lows.size();
    for (std::size_t row = 0; row < x.size(); row += width) {
        for (std::size_t i = 0; i < width; ++i) {
            lows[i] = std::min(lows[i], x[row + i]);
            highs[i] = std::max(highs[i], x[row + i]);
        }
    }
}

/// Collects what pieces of one input see.
class Collector {
public:
    Collector(std::string site, std::size_t width, std::size_t rowsASequence,
              std::size_t sequencesABatch, std::size_t batches, std::size_t mostRows,
              std::size_t pieces)
        : m_site(std::move(site)),
          m_rowsASequence(rowsASequence),
          m_rowsABatch(rowsASequence * sequencesABatch),
          m_lows(pieces * width, std::numeric_limits<float>::max()),
          m_highs(pieces * width, std::numeric_limits<float>::lowest()) {
        const std::size_t rows = m_rowsABatch * batches;
        m_step =
            std::max<std::size_t>(1, (rows + mostRows - 1) / std::max<std::size_t>(mostRows, 1));
        m_input.width = width;
        m_input.sequenceRows = std::max<std::size_t>(1, rowsASequence / m_step);
        m_input.rows.resize((rows + m_step - 1) / m_step * width);
    }

    /// Safe from several threads: pieces write rows of their own.
    void take(const Piece& piece, std::size_t index, const ForwardState<float>& state) {
        const std::span<const float> x = inputOf(state, m_site);
        const std::size_t first = piece.batch * m_rowsABatch + piece.begin * m_rowsASequence;
        const std::size_t width = m_input.width;
        joinExtremes(x, std::span(m_lows).subspan(index * width, width),
                     std::span(m_highs).subspan(index * width, width));
        for (std::size_t row = 0; row < x.size() / width; ++row) {
            if ((first + row) % m_step == 0) {
                std::copy_n(x.data() + row * width, width,
                            m_input.rows.data() + (first + row) / m_step * width);
            }
        }
    }

    SiteInput finish(const std::vector<Piece>& pieces, std::size_t batches) {
        const std::size_t width = m_input.width;
        m_input.lows.assign(batches * width, std::numeric_limits<float>::max());
        m_input.highs.assign(batches * width, std::numeric_limits<float>::lowest());
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            const auto lows = std::span(m_input.lows).subspan(pieces[i].batch * width, width);
            const auto highs = std::span(m_input.highs).subspan(pieces[i].batch * width, width);
            joinExtremes(std::span(m_lows).subspan(i * width, width), lows, highs);
            joinExtremes(std::span(m_highs).subspan(i * width, width), lows, highs);
        }
        return std::move(m_input);
    }

private:
    std::string m_site;
    std::size_t m_rowsASequence;
    std::size_t m_rowsABatch;
    std::size_t m_step = 1;
    std::vector<float> m_lows;  ///< [pieces, width]
    std::vector<float> m_highs;
    SiteInput m_input;
};

std::vector<BatchStorage> drawBatches(const Dataset& data, const CalibrationRecipe& calibration) {
    std::vector<BatchStorage> batches(calibration.batches);
    for (std::size_t i = 0; i < batches.size(); ++i) {
        data.trainingBatch(calibration.seed, i, calibration.sequences, batches[i]);
    }
    return batches;
}

/// One for each distinct input; `ofSite` gets the place of each site's.
std::vector<Collector> collectorsOf(const Transformer<float>& model,
                                    const std::vector<BatchStorage>& batches, std::size_t pieces,
                                    std::size_t mostRows, std::vector<std::size_t>& ofSite) {
    std::vector<Collector> collectors;
    std::map<std::string, std::size_t> known;
    for (const WeightSite& site : model.sites()) {
        if (!site.linear) {
            ofSite.push_back(SiteInputs::none);
            continue;
        }
        const auto [entry, fresh] = known.try_emplace(sharedInput(site.name), collectors.size());
        if (fresh) {
            const bool pooled = site.name == "head" && model.config().pooled;
            collectors.emplace_back(site.name, site.in, pooled ? 1 : batches.front().length,
                                    batches.front().sequences, batches.size(), mostRows, pieces);
        }
        ofSite.push_back(entry->second);
    }
    return collectors;
}

/// False when stopped.
bool runPieces(const Transformer<float>& model, const std::vector<BatchStorage>& batches,
               const std::vector<Piece>& pieces, std::vector<Collector>& collectors,
               const Execution& execution) {
    Pass pass;
    pass.stop = execution.stop;
    // A state for each of a few shards of pieces: memory grows with them.
    constexpr std::size_t shards = 8;
    const bool done = runShards(execution, shards, [&](std::size_t shard) {
        ForwardState<float> state;
        for (std::size_t i = shard; i < pieces.size(); i += shards) {
            const Piece& piece = pieces[i];
            model.forward(batches[piece.batch].view().slice(piece.begin, piece.count), pass, state);
            if (pass.stop.stop_requested()) {
                return;
            }
            for (Collector& collector : collectors) {
                collector.take(piece, i, state);
            }
        }
    });
    return done && !execution.stopRequested();
}

}  // namespace

RealRange SiteInput::batchRange(std::size_t batch) const {
    const auto first = static_cast<std::ptrdiff_t>(batch * width);
    const auto last = first + static_cast<std::ptrdiff_t>(width);
    return {*std::min_element(lows.begin() + first, lows.begin() + last),
            *std::max_element(highs.begin() + first, highs.begin() + last)};
}

RealRange SiteInput::extremes() const {
    return {*std::min_element(lows.begin(), lows.end()),
            *std::max_element(highs.begin(), highs.end())};
}

std::vector<float> SiteInput::columnMagnitudes() const {
    std::vector<float> magnitudes(width, 0.0F);
    for (std::size_t i = 0; i < lows.size(); ++i) {
        magnitudes[i % width] =
            std::max({magnitudes[i % width], std::abs(lows[i]), std::abs(highs[i])});
    }
    return magnitudes;
}

void SiteInput::divideColumns(std::span<const float> scale) {
    for (std::vector<float>* values : {&rows, &lows, &highs}) {
        for (std::size_t i = 0; i < values->size(); ++i) {
            (*values)[i] /= scale[i % width];
        }
    }
}

std::span<const float> inputOf(const ForwardState<float>& state, std::string_view site) {
    if (site == "patch_emb") {
        return state.patchInput;
    }
    if (site == "head") {
        return state.headInput;
    }
    std::size_t layer = 0;
    std::string_view part;
    if (!splitLayer(site, layer, part) || layer >= state.blocks.size()) {
        return {};
    }
    const BlockKept<float>& block = state.blocks[layer];
    const std::array<std::pair<std::string_view, std::span<const float>>, 6> parts{{
        {"attn.q", block.norm1Out},
        {"attn.k", block.norm1Out},
        {"attn.v", block.norm1Out},
        {"attn.o", block.context},
        {"ff1", block.norm2Out},
        {"ff2", block.activated},
    }};
    const auto found = std::find_if(parts.begin(), parts.end(),
                                    [part](const auto& entry) { return entry.first == part; });
    return found == parts.end() ? std::span<const float>() : found->second;
}

Result<SiteInputs> captureInputs(const Transformer<float>& model, const Dataset& data,
                                 const CalibrationRecipe& calibration, std::size_t mostRows,
                                 const Execution& execution) {
    const std::vector<BatchStorage> batches = drawBatches(data, calibration);
    const std::vector<Piece> pieces = piecesOf(batches);
    if (pieces.empty()) {
        return fail(ErrorCode::InvalidArgument, "There are no calibration batches",
                    "calibration.batches", "Give 1 or more");
    }
    SiteInputs found;
    std::vector<Collector> collectors =
        collectorsOf(model, batches, pieces.size(), mostRows, found.ofSite);
    if (!runPieces(model, batches, pieces, collectors, execution)) {
        return fail(ErrorCode::Cancelled, "The calibration was stopped");
    }
    for (Collector& collector : collectors) {
        found.inputs.push_back(collector.finish(pieces, batches.size()));
    }
    return found;
}

Result<RealRange> observeRange(const SiteInput& input, const ActivationRecipe& activation) {
    if (activation.observer == ActivationObserver::MovingAverage) {
        MovingAverageRange average(static_cast<float>(activation.averagingConstant));
        for (std::size_t i = 0; i < input.batches(); ++i) {
            const RealRange batch = input.batchRange(i);
            const std::array<float, 2> ends{static_cast<float>(batch.lo),
                                            static_cast<float>(batch.hi)};
            average.add(ends);
        }
        return average.range();
    }
    if (activation.scheme.range.kind == RangeMethod::Kind::MinMax) {
        return input.extremes();
    }
    return chooseRange(input.rows, activation.scheme);
}

}  // namespace zeropoint
