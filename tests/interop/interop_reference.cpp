// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later

// interop_reference CHECKPOINT RECIPE|- SEQUENCES OUT
//
// Writes the first test sequences of a checkpoint's task as OUT.input (int64 tokens or float32
// patches) and the logits that our own passes give as OUT.logits (float32), and on stdout what
// their shapes are, as JSON. With a recipe the model is quantized by it first.
//
// Where OUT.onnx, which must be there, quantizes inputs of layers, OUT.probe.onnx is the same graph
// that also gives out what goes into each QuantizeLinear and its codes, and OUT.probe.N is what our
// own passes put there.
#include "core/methods/ptq/ptq.h"
#include "core/nn/trace.h"
#include "core/training/training_run.h"

#include <nlohmann/json.hpp>
#include <onnx/onnx_pb.h>

#include <algorithm>
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

using Json = nlohmann::ordered_json;

/// By which name core/nn/trace.h knows what goes into a layer.
std::string tracedInput(const std::string& site) {
    const std::size_t layer = site.rfind("layers.", 0) == 0 ? site.find('.', 7) : std::string::npos;
    if (layer == std::string::npos) {
        return site == "head" || site == "tok_emb" ? "ln_f_out" : "";
    }
    const std::string part = site.substr(layer + 1);
    const std::string name = part == "attn.o" ? "context"
                             : part == "ff1"  ? "ln2_out"
                             : part == "ff2"  ? "activated"
                                              : "ln1_out";
    return site.substr(0, layer + 1) + name;
}

/// Has the graph give out a tensor of its own, once.
void giveOut(onnx::GraphProto& graph, const std::string& name, int type) {
    for (const onnx::ValueInfoProto& output : graph.output()) {
        if (output.name() == name) {
            return;
        }
    }
    onnx::ValueInfoProto& added = *graph.add_output();
    added.set_name(name);
    added.mutable_type()->mutable_tensor_type()->set_elem_type(type);
}

/// Writes the probe and what our own passes put into each QuantizeLinear.
Json probe(const std::string& out, const QuantizedModel& quantized,
           const ForwardState<float>& state) {
    onnx::ModelProto model;
    std::ifstream file(out + ".onnx", std::ios::binary);
    Json probes = Json::array();
    if (!model.ParseFromIstream(&file)) {
        return probes;
    }
    onnx::GraphProto& graph = *model.mutable_graph();
    const auto traced = trace(quantized.model, state);
    for (const auto& site : quantized.sites) {
        const auto node =
            std::find_if(graph.node().begin(), graph.node().end(),
                         [&](const auto& one) { return one.name() == site->name + ".quantized"; });
        const auto entry = std::find_if(traced.begin(), traced.end(), [&](const auto& one) {
            return one.name == tracedInput(site->name);
        });
        if (node == graph.node().end() || entry == traced.end()) {
            continue;
        }
        const std::string values = out + ".probe." + std::to_string(probes.size());
        write<float>(values, entry->values);
        const CodeRange codes = codeRange(site->recipe.activation.scheme);
        probes.push_back({{"site", site->name},
                          {"input", node->input(0)},
                          {"codes", node->output(0)},
                          {"values", values},
                          {"scale", static_cast<float>(site->input->params().scale)},
                          {"zero", site->input->params().zeroPoint},
                          {"least", codes.qmin},
                          {"most", codes.qmax}});
        giveOut(graph, node->input(0), onnx::TensorProto::FLOAT);
        giveOut(graph, node->output(0),
                codes.qmin < 0 ? onnx::TensorProto::INT8 : onnx::TensorProto::UINT8);
    }
    if (!probes.empty()) {
        std::ofstream written(out + ".probe.onnx", std::ios::binary);
        model.SerializeToOstream(&written);
    }
    return probes;
}

void tell(const Task& task, Transformer<float>& model, const Dataset& data,
          const QuantizedModel* quantized = nullptr) {
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
    Json document = {{"type", tokens ? "int64" : "float32"},
                     {"shape", shape},
                     {"outputs", model.config().outputs}};
    if (quantized != nullptr) {
        document["probes"] = probe(task.out, *quantized, state);
    }
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
        .map([&](QuantizedModel quantized) { tell(task, quantized.model, **data, &quantized); });
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
