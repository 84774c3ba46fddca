// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/model_probe.h"

#include "core/data/digits.h"
#include "core/data/sorting.h"
#include "core/data/text.h"
#include "core/nn/attention.h"
#include "core/nn/decoder.h"
#include "core/nn/trace.h"

#include <algorithm>

namespace zeropoint {
namespace {

constexpr std::size_t promptCharacters = 24;

std::vector<std::int32_t> part(std::span<const std::int32_t> from, std::size_t begin,
                               std::size_t count) {
    const auto slice = from.subspan(begin, count);
    return {slice.begin(), slice.end()};
}

std::vector<DigitGuess> guessDigits(const Digits& data, const ForwardState<float>& state,
                                    std::size_t outputs) {
    std::vector<DigitGuess> guesses;
    for (std::size_t i = 0; i < state.sequences; ++i) {
        const std::size_t image = data.testIndex(i);
        const auto logits = state.logits.subspan(i * outputs, outputs);
        DigitGuess guess{image, data.label(image), {logits.begin(), logits.end()}};
        softmaxRow<float>(guess.probabilities, guess.probabilities.size());
        guesses.push_back(std::move(guess));
    }
    return guesses;
}

std::vector<SortGuess> guessOrders(const Transformer<float>& model, const BatchStorage& batch,
                                   const ProbeConfig& config, const std::stop_token& stop) {
    const SamplingConfig likeliest{0, 0};
    std::vector<SortGuess> guesses;
    for (std::size_t i = 0; i < batch.sequences && !stop.stop_requested(); ++i) {
        const std::size_t begin = i * batch.length;
        SortGuess guess{part(batch.tokens, begin, Sorting::items),
                        part(batch.targets, begin + Sorting::items, Sorting::items),
                        {}};
        const auto asked = std::span(batch.tokens).subspan(begin, Sorting::items + 1);
        guess.produced = generate(model, asked, Sorting::items, likeliest, config.seed, stop);
        guesses.push_back(std::move(guess));
    }
    return guesses;
}

void writeText(const Transformer<float>& model, const Text& data, const BatchStorage& batch,
               const ProbeConfig& config, const std::stop_token& stop, ModelProbe& probe) {
    const std::size_t length = std::min(promptCharacters, batch.length);
    const auto prompt = std::span(batch.tokens).first(length);
    const auto written = generate(model, prompt, config.characters, {}, config.seed, stop);
    probe.prompt = data.alphabet().decode(prompt);
    probe.text = data.alphabet().decode(written);
}

AttentionMap firstMap(const TraceEntry<float>& entry) {
    AttentionMap map{
        static_cast<std::size_t>(entry.shape[1]), static_cast<std::size_t>(entry.shape[2]), {}};
    const auto first = entry.values.first(map.heads * map.length * map.length);
    map.probabilities.assign(first.begin(), first.end());
    return map;
}

ActivationPicture picture(const TraceEntry<float>& entry) {
    const Summary summary = summarize(entry.values);
    return {entry.name, entry.shape, summary,
            fineHistogram(entry.values, summary, ProbeConfig::histogramBins)};
}

}  // namespace

int DigitGuess::guess() const {
    return static_cast<int>(std::max_element(probabilities.begin(), probabilities.end()) -
                            probabilities.begin());
}

ModelProbe probeModel(const Transformer<float>& model, const Dataset& data,
                      const ProbeConfig& config, const std::stop_token& stop) {
    ModelProbe probe;
    BatchStorage batch;
    data.testBatch(0, std::min(config.sequences, data.testSequences()), batch);
    ForwardState<float> state;
    Pass pass;
    pass.stop = stop;
    model.forward(batch.view(), pass, state);
    if (stop.stop_requested()) {
        return probe;
    }
    for (const TraceEntry<float>& entry : trace(model, state)) {
        if (entry.name.ends_with("attn_probs")) {
            probe.attention.push_back(firstMap(entry));
        }
        probe.activations.push_back(picture(entry));
    }
    if (!batch.tokens.empty()) {
        probe.tokens = part(batch.tokens, 0, batch.length);
    }
    if (const auto* digits = dynamic_cast<const Digits*>(&data)) {
        probe.digits = guessDigits(*digits, state, model.config().outputs);
    } else if (const auto* text = dynamic_cast<const Text*>(&data)) {
        writeText(model, *text, batch, config, stop, probe);
    } else {
        probe.sorts = guessOrders(model, batch, config, stop);
    }
    return probe;
}

}  // namespace zeropoint
