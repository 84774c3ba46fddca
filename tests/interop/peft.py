# SPDX-FileCopyrightText: 2026 The Zeropoint developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""peft.py BASE ADAPTER OUT: what the PEFT library does with an adapter folder, by numpy alone.

Reads adapter_config.json and adapter_model.safetensors with a reader of its own, adds
lora_alpha / r * B A to the weights of BASE that target_modules names (which are NF4's where the
folder says so, as QLoRA's paper stores them), runs the transformer that BASE describes over drawn
sequences in float64, and writes OUT.input, OUT.logits and OUT.json as
interop_reference does, so that onnx.mjs can set the merged model's graph beside them."""
import json
import math
import re
import struct
import sys

import numpy

SEQUENCES = 8
NORM_EPSILON = 1e-5
LEAST_CHANGE = 0.1  # of a logit: the adapter must matter for the comparison to say anything


def safetensors(path):
    with open(path, "rb") as file:
        content = file.read()
    (length,) = struct.unpack("<Q", content[:8])
    header = json.loads(content[8:8 + length])
    metadata = header.pop("__metadata__", {})
    arrays = {}
    for name, entry in header.items():
        begin, end = (8 + length + offset for offset in entry["data_offsets"])
        assert entry["dtype"] == "F32", f"{name} is {entry['dtype']}"
        arrays[name] = numpy.frombuffer(content[begin:end], "<f4").reshape(entry["shape"])
    return arrays, metadata


# The levels of NF4 as bitsandbytes lists them.
NF4 = numpy.array([
    -1.0, -0.6961928009986877, -0.5250730514526367, -0.39491748809814453, -0.28444138169288635,
    -0.18477343022823334, -0.09105003625154495, 0.0, 0.07958029955625534, 0.16093020141124725,
    0.24611230194568634, 0.33791524171829224, 0.44070982933044434, 0.5626170039176941,
    0.7229568362236023, 1.0])
# What is not negative of E4M3: seven subnormal values, then eight a power of two to 448.
E4M3 = numpy.array([m / 512 for m in range(8)] +
                   [(1 + m / 8) * 2.0 ** e for e in range(-6, 9) for m in range(8)][:-1])


def nearest(levels, values):
    return levels[numpy.abs(values[..., None] - levels).argmin(-1)]


def doubly_quantized(scales, block):
    """Less their mean, as E4M3 over one factor for each block of scales; here none is 0."""
    mean = numpy.float32(scales.mean(dtype=numpy.float64))
    read = numpy.empty_like(scales)
    for begin in range(0, len(scales), block):
        part = scales[begin:begin + block] - mean
        factor = numpy.abs(part).max() / numpy.float32(448)
        share = part / factor
        level = numpy.sign(share) * nearest(E4M3, numpy.abs(share))
        read[begin:begin + block] = level.astype(numpy.float32) * factor + mean
    return read


def frozen(array, stored):
    """A weight as "nf4, blocks of N[, scales doubly quantized in blocks of M]" reads it back."""
    size = int(re.search(r"blocks of (\d+)", stored)[1])
    blocks = numpy.pad(array.reshape(-1), (0, -array.size % size)).reshape(-1, size)
    scales = numpy.abs(blocks).max(-1)
    doubled = re.search(r"scales doubly quantized in blocks of (\d+)", stored)
    if doubled:
        scales = doubly_quantized(scales, int(doubled[1]))
    levels = nearest(NF4, blocks.astype(numpy.float64) / scales[:, None])
    return (levels * scales[:, None]).reshape(-1)[:array.size].reshape(array.shape)


def is_frozen(name, stored):
    layer = re.fullmatch(r"layers\.\d+\.(attn\.[qkvo]|ff[12])\.weight", name)
    return bool(layer) or (name == "head.weight" and "the head as it is" not in stored)


def merged(base, folder):
    """PEFT's rule: a module is a target when its name is listed or ends in "." and a listed one."""
    with open(f"{folder}/adapter_config.json", encoding="utf-8") as file:
        config = json.load(file)
    assert config["peft_type"] == "LORA" and config["bias"] == "none" and not config["fan_in_fan_out"]
    factors, metadata = safetensors(f"{folder}/adapter_model.safetensors")
    stored = metadata.get("zeropoint.base", "")
    weights = {name: frozen(array, stored) if stored and is_frozen(name, stored)
               else array.astype(numpy.float64) for name, array in base.items()}
    targets = config["target_modules"]
    for module in [name[:-len(".weight")] for name in base if name.endswith(".weight")]:
        if not any(module == target or module.endswith("." + target) for target in targets):
            continue
        a = factors.pop(f"base_model.model.{module}.lora_A.weight").astype(numpy.float64)
        b = factors.pop(f"base_model.model.{module}.lora_B.weight").astype(numpy.float64)
        assert a.shape[0] == b.shape[1] == config["r"], f"{module}: the rank is not r"
        weights[module + ".weight"] += config["lora_alpha"] / config["r"] * (b @ a)
    assert not factors, f"no module takes {sorted(factors)}"
    return weights


def layer_norm(x, weights, name):
    centred = x - x.mean(-1, keepdims=True)
    spread = numpy.sqrt((centred ** 2).mean(-1, keepdims=True) + NORM_EPSILON)
    return centred / spread * weights[name + ".weight"] + weights[name + ".bias"]


def linear(x, weights, name):
    return x @ weights[name + ".weight"].T + weights.get(name + ".bias", 0)


def attention(x, weights, name, heads):
    length, width = x.shape
    q, k, v = (linear(x, weights, f"{name}.{part}").reshape(length, heads, -1).swapaxes(0, 1)
               for part in "qkv")
    scores = q @ k.swapaxes(1, 2) / math.sqrt(width // heads)
    scores[:, ~numpy.tri(length, dtype=bool)] = -numpy.inf
    shares = numpy.exp(scores - scores.max(-1, keepdims=True))
    shares /= shares.sum(-1, keepdims=True)
    return linear((shares @ v).swapaxes(0, 1).reshape(length, width), weights, name + ".o")


gelu = numpy.vectorize(lambda x: x * (1 + math.erf(x / math.sqrt(2))) / 2)


def logits(model, weights, tokens):
    x = weights["tok_emb.weight"][tokens] + weights["pos_emb.weight"][:len(tokens)]
    for layer in range(model["layers"]):
        name = f"layers.{layer}"
        x = x + attention(layer_norm(x, weights, name + ".ln1"), weights, name + ".attn", model["heads"])
        hidden = gelu(linear(layer_norm(x, weights, name + ".ln2"), weights, name + ".ff1"))
        x = x + linear(hidden, weights, name + ".ff2")
    return linear(layer_norm(x, weights, "ln_f"), weights, "head")


def main(base_file, folder, out):
    base, metadata = safetensors(base_file)
    model = json.loads(metadata["zeropoint.model"])
    kind = {key: model[key] for key in ("input", "causal", "tied_head", "pooled", "norm", "activation")}
    assert kind == {"input": "tokens", "causal": True, "tied_head": False, "pooled": False,
                    "norm": "layernorm", "activation": "gelu"}, kind
    shape = (SEQUENCES, model["context"])
    tokens = numpy.random.default_rng(1).integers(0, model["vocabulary"], shape)
    tuned = merged(base, folder)
    plain = {name: array.astype(numpy.float64) for name, array in base.items()}
    results = numpy.stack([logits(model, tuned, sequence) for sequence in tokens])
    change = numpy.abs(results - numpy.stack([logits(model, plain, one) for one in tokens])).max()
    print(f"{folder}: logits move by up to {change:.3g} from the base's")
    if change < LEAST_CHANGE:
        sys.exit(f"{folder}: the adapter changes nothing")
    tokens.astype("<i8").tofile(out + ".input")
    results.astype("<f4").tofile(out + ".logits")
    with open(out + ".json", "w", encoding="utf-8") as file:
        json.dump({"type": "int64", "shape": shape, "outputs": model["outputs"]}, file)


main(*sys.argv[1:])
