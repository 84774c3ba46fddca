// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/memory_options.h"

#include <CLI/CLI.hpp>

namespace zeropoint::cli {
namespace {

void addModel(CLI::App& verb, MemoryOptions& o) {
    auto* params = verb.add_option("--params", o.params, "A count of parameters, such as 70e9");
    auto* model = verb.add_option("--model", o.model, "An architecture by its id; see --list");
    auto* config =
        verb.add_option("--config", o.config, "A model's config.json, its folder, or a GGUF file");
    model->excludes(params)->excludes(config);
    params->excludes(config);
    verb.add_flag("--list", o.list, "The architectures and devices that are known");
    verb.add_option("--catalogue", o.catalogue, "Architectures of your own, before the shipped");
    verb.add_option("--layers", o.layers, "Shapes by hand: layers");
    verb.add_option("--hidden", o.hidden, "Hidden size");
    verb.add_option("--heads", o.heads, "Attention heads");
    verb.add_option("--kv-heads", o.kvHeads, "KV heads; default: --heads");
    verb.add_option("--head-dim", o.headDim, "Width of a head; default: hidden / heads");
    verb.add_option("--ffn", o.ffn, "FFN width (gated); default: 4 x hidden");
    verb.add_option("--vocab", o.vocabulary, "Vocabulary; default: 32000 beside --params");
}

void addWeights(CLI::App& verb, MemoryOptions& o) {
    verb.add_option("--format", o.choices.format,
                    "Of the weights: bf16, int4, nf4, q8_0, a GGUF mix such as q4_k_m; default "
                    "bf16, for qlora nf4 in blocks of 64 with double quantization");
    verb.add_option("--block", o.choices.block, "Values of a row that share a scale");
    verb.add_option("--double-quant", o.choices.doubleQuant,
                    "One-byte scales, so many to an FP32 factor");
    verb.add_option("--scale-format", o.choices.scaleFormat, "fp32, fp16, bf16 or e8m0")
        ->check(CLI::IsMember({"fp32", "fp16", "bf16", "e8m0"}));
    verb.add_flag("--asymmetric", o.choices.asymmetric, "A zero point for each block");
    verb.add_flag("--importance-matrix", o.choices.importanceMatrix,
                  "The GGUF mix was made with an importance matrix");
    verb.add_option("--embedding", o.choices.embedding, "Format of the embedding");
    verb.add_option("--head", o.choices.head, "Format of the output head");
    verb.add_option("--norms", o.choices.norms, "Format of norms and biases");
    verb.add_option("--types", o.choices.types, "Formats by role: attn_v=q8_0,ffn_gate_inp=f16")
        ->delimiter(',');
}

void addCache(CLI::App& verb, MemoryOptions& o) {
    verb.add_option("--context", o.choices.context,
                    "Tokens of a sequence; default: 4096, or the model's where that is less");
    verb.add_option("--batch", o.choices.batch, "Sequences at once");
    verb.add_option("--kv-format", o.choices.kvFormat, "Format of the cache");
    verb.add_option("--k-format", o.choices.keyFormat, "Format of its keys");
    verb.add_option("--v-format", o.choices.valueFormat, "Format of its values");
    verb.add_option("--cells", o.choices.cells,
                    "Slots a layer that the runtime keeps; 0: no such layers");
    verb.add_option("--window-cells", o.choices.windowCells, "The same for windowed layers");
    verb.add_option("--cache-form", o.choices.cacheForm,
                    "compact; latent-transposed, expanded, every-head as some runtimes keep it")
        ->check(CLI::IsMember({"compact", "latent-transposed", "expanded", "every-head"}));
}

void addTraining(CLI::App& verb, MemoryOptions& o) {
    verb.add_option("--mode", o.choices.mode, "inference, full, lora, qlora or qat")
        ->check(CLI::IsMember({"inference", "full", "lora", "qlora", "qat"}));
    verb.add_option("--rank", o.choices.rank, "Rank of the adapters; default: 16");
    verb.add_option("--targets", o.choices.targets,
                    "Of the adapters: q,k,v,o,gate,up,down, a module that holds several of them "
                    "(qkv_proj), or all, which is the default")
        ->delimiter(',');
    verb.add_flag("--adapters-apart", o.choices.adaptersApart,
                  "As LitGPT: q, k and v have an adapter each where the model joins them");
    verb.add_option("--optimizer", o.choices.optimizer, "adamw, adamw8bit or sgd")
        ->check(CLI::IsMember({"adamw", "adamw8bit", "sgd"}));
    verb.add_option("--bytes-per-param", o.choices.bytesPerParameter,
                    "Another assumption: all bytes that a trained parameter takes (8, 10, 12, 16, "
                    "18 are published ones), else those of a weight");
    verb.add_flag("--checkpointing", o.choices.checkpointing, "Keep the layers' inputs alone");
    verb.add_flag("--keep-scores", o.choices.keepsScores, "Attention that stores its matrices");
    verb.add_flag("--every-logit", o.choices.everyLogit, "Inference computes each token's logits");
    verb.add_option("--activations", o.choices.activations, "bf16, fp16 or fp32")
        ->check(CLI::IsMember({"bf16", "fp16", "fp32"}));
    verb.add_option("--micro-batch", o.choices.microBatch,
                    "Tokens that inference computes together");
    verb.add_option("--overhead", o.choices.overhead,
                    "Bytes of driver and allocator, as you know them");
}

}  // namespace

void addMemoryOptions(CLI::App& verb, MemoryOptions& options) {
    addModel(verb, options);
    addWeights(verb, options);
    addCache(verb, options);
    addTraining(verb, options);
    verb.add_option("--device", options.device, "Does it fit on this device? See --list");
    verb.add_option("--devices", options.deviceFile, "Devices of your own, before the shipped");
}

}  // namespace zeropoint::cli
