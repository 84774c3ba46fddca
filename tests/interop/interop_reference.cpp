// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later

// interop_reference CHECKPOINT RECIPE|- SEQUENCES OUT
//
// Writes the first test sequences of a checkpoint's task as OUT.input (int64 tokens or float32
// patches) and the logits that our own passes give as OUT.logits (float32), and on stdout what
// their shapes are, as JSON. With a recipe the model is quantized by it first.
#include "core/methods/ptq/ptq.h"
#include "core/training/training_run.h"

#include <nlohmann/json.hpp>

#include <charconv>
#include <fstream>
#include <iostream>
#include <iterator>
#include <span>
#include <string>
#include <vector>

using namespace zeropoint;

namespace {

template <typename T>
void write(const std::string& path, std::span<const T> values) {
    std::ofstream file(path, std::ios::binary);
    const auto bytes = std::as_bytes(values);
    file.write(reinterpret_cast<const char*>(bytes.data()),
               static_cast<std::streamsize>(bytes.size()));
}

struct Task {
    std::string checkpoint;
    std::string recipe;
    std::size_t sequences = 1;
    std::string out;
};

void tell(const Task& task, Transformer<float>& model, const Dataset& data) {
    model.prepare();
    BatchStorage storage;
    data.testBatch(0, task.sequences, storage);
    ForwardState<float> state;
    model.forward(storage.view(), {}, state);
    std::vector<std::size_t> shape = {task.sequences, storage.length};
    const bool tokens = model.config().input == InputKind::Tokens;
    if (tokens) {
        const std::vector<std::int64_t> ids(storage.tokens.begin(), storage.tokens.end());
        write<std::int64_t>(task.out + ".input", ids);
    } else {
        shape.push_back(model.config().patchSize);
        write<float>(task.out + ".input", storage.patches);
    }
    write<float>(task.out + ".logits", state.logits);
    const nlohmann::ordered_json document = {{"type", tokens ? "int64" : "float32"},
                                             {"shape", shape},
                                             {"outputs", model.config().outputs}};
    std::cout << document.dump() << '\n';
}

Result<void> run(const Task& task) {
    auto checkpoint = loadCheckpoint(task.checkpoint);
    if (!checkpoint) {
        return tl::unexpected(checkpoint.error());
    }
    TaskSpec spec = checkpoint->info.task;
    const auto data = openData(spec, checkpoint->model.config().context);
    if (!data) {
        return tl::unexpected(data.error());
    }
    if (task.recipe == "-") {
        tell(task, checkpoint->model, **data);
        return {};
    }
    std::ifstream file(task.recipe);
    const std::string text((std::istreambuf_iterator<char>(file)), {});
    return quantRecipeFromJson(text)
        .and_then(
            [&](const QuantRecipe& recipe) { return applyPtq(checkpoint->model, **data, recipe); })
        .map([&](QuantizedModel quantized) { tell(task, quantized.model, **data); });
}

}  // namespace

int main(int count, char** arguments) {
    const std::vector<std::string> all(arguments + 1, arguments + count);
    if (all.size() != 4) {
        std::cerr << "usage: interop_reference CHECKPOINT RECIPE|- SEQUENCES OUT\n";
        return 2;
    }
    Task task{all[0], all[1], 1, all[3]};
    std::from_chars(all[2].data(), all[2].data() + all[2].size(), task.sequences);
    const auto done = run(task);
    if (!done) {
        std::cerr << "interop_reference: " << toString(done.error()) << '\n';
        return 1;
    }
    return 0;
}
