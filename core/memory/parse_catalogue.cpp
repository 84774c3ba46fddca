// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/catalogue.h"
#include "core/memory/field_reader_private.h"
#include "core/memory/layer_pattern.h"
#include "core/support/in_quotes.h"

#include <algorithm>
#include <set>

namespace zeropoint {
namespace {

using Json = nlohmann::json;

void readNorms(FieldReader& fields, Architecture& a) {
    std::string norm = "rms";
    fields.read("norm", norm);
    if (norm == "layer") {
        a.norm = NormWeights::ScaleAndShift;
    } else if (norm == "none") {
        a.norm = NormWeights::None;
    } else if (norm != "rms" && norm != "layer-no-bias") {
        fields.refuse("norm", "rms, layer, layer-no-bias or none");
    }
    std::string onQueries;
    fields.read("qk_norm", onQueries);
    if (onQueries == "head") {
        a.qkNorm = QkNorm::Head;
    } else if (onQueries == "full") {
        a.qkNorm = QkNorm::Full;
    } else if (!onQueries.empty()) {
        fields.refuse("qk_norm", "head or full");
    }
    fields.read("norms_per_layer", a.normsPerLayer);
    fields.read("final_norm", a.finalNorm);
    fields.read("extra_norm_values", a.extraNormValues);
}

void readBiases(FieldReader& fields, Architecture& a) {
    std::vector<std::string> names;
    fields.read("biases", names);
    for (const std::string& name : names) {
        if (name == "qkv") {
            a.qkvBias = true;
        } else if (name == "attention_out") {
            a.attentionOutBias = true;
        } else if (name == "ffn") {
            a.ffnBias = true;
        } else if (name == "head") {
            a.headBias = true;
        } else {
            fields.refuse("biases", "a list of qkv, attention_out, ffn, head");
        }
    }
}

void readParts(FieldReader& fields, Architecture& a) {
    fields.readPart("latent", a.latent, [](FieldReader& in, LatentAttention& l) {
        in.read("kv_rank", l.kvRank);
        in.read("q_rank", l.qRank);
        in.read("rope_dim", l.ropeDim);
        in.read("nope_dim", l.nopeDim);
        in.read("value_dim", l.valueDim);
    });
    fields.readPart("full_layers", a.fullLayers, [](FieldReader& in, FullLayerHeads& f) {
        in.read("kv_heads", f.kvHeads);
        in.read("head_dim", f.headDim);
        in.read("value_is_key", f.valueIsKey);
    });
    fields.readPart("experts", a.experts, [](FieldReader& in, ExpertLayers& e) {
        in.read("count", e.count);
        in.read("active", e.active);
        in.read("ffn", e.ffn);
        in.read("shared_ffn", e.sharedFfn);
        in.read("shared_gate", e.sharedGate);
        in.read("dense_layers", e.denseLayers);
        in.read("every", e.every);
        in.read("offset", e.offset);
        in.read("router_bias", e.routerBias);
        in.read("expert_bias", e.expertBias);
    });
    fields.readPart("delta_rule", a.deltaRule, [](FieldReader& in, DeltaRule& d) {
        in.read("convolution", d.convolution);
        in.read("key_heads", d.keyHeads);
        in.read("key_dim", d.keyDim);
        in.read("value_heads", d.valueHeads);
        in.read("value_dim", d.valueDim);
    });
    fields.readPart("state_space", a.stateSpace, [](FieldReader& in, StateSpace& s) {
        in.read("state", s.state);
        in.read("convolution", s.convolution);
        in.read("expand", s.expand);
        in.read("step_rank", s.stepRank);
    });
}

void readShape(FieldReader& fields, Architecture& a) {
    fields.read("hidden", a.hidden);
    fields.read("heads", a.heads);
    a.kvHeads = a.heads;
    fields.read("kv_heads", a.kvHeads);
    a.headDim = a.heads > 0 ? a.hidden / a.heads : 0;
    fields.read("head_dim", a.headDim);
    fields.read("ffn", a.ffn);
    fields.read("gated_ffn", a.gatedFfn);
    fields.read("vocabulary", a.vocabulary);
    fields.read("context", a.context);
    fields.read("tied", a.tied);
    fields.read("position_rows", a.positionRows);
    fields.read("window", a.window);
    fields.read("gated_query", a.gatedQuery);
    fields.read("sinks", a.sinks);
    fields.read("extra_parameters", a.extraParameters);
}

Result<void> readEntry(FieldReader& fields, Architecture& a) {
    for (const char* key : {"id", "layers", "hidden", "heads", "vocabulary"}) {
        fields.need(key);
    }
    std::string layers;
    fields.read("id", a.id);
    fields.read("name", a.name);
    fields.read("family", a.family);
    fields.read("layers", layers);
    readShape(fields, a);
    readNorms(fields, a);
    readBiases(fields, a);
    readParts(fields, a);
    fields.read("published", a.published);
    fields.read("published_exact", a.publishedExact);
    fields.read("deviation", a.deviation);
    fields.read("unsure", a.unsure);
    fields.read("sources", a.sources);
    if (Result<void> sound = fields.finish(); !sound) {
        return sound;
    }
    auto pattern = parseLayerPattern(layers);
    if (!pattern) {
        return tl::unexpected(pattern.error());
    }
    a.layers = std::move(*pattern);
    return validate(a);
}

Result<void> readEntry(FieldReader& fields, Device& d) {
    for (const char* key : {"id", "memory_bytes", "bandwidth_GBps"}) {
        fields.need(key);
    }
    struct Peaks {
        double fp16 = 0, fp8 = 0, int8 = 0;
    };
    std::optional<Peaks> peaks;
    fields.read("id", d.id);
    fields.read("name", d.name);
    fields.read("kind", d.kind);
    fields.read("memory_bytes", d.memoryBytes);
    fields.read("usable_bytes", d.usableBytes);
    fields.read("bandwidth_GBps", d.bandwidthGBps);
    fields.read("unified", d.unified);
    fields.readPart("peak_dense", peaks, [](FieldReader& in, Peaks& p) {
        in.read("fp16_tflops", p.fp16);
        in.read("fp8_tflops", p.fp8);
        in.read("int8_tops", p.int8);
    });
    fields.read("unsure", d.unsure);
    fields.read("sources", d.sources);
    if (peaks) {
        d.fp16Tflops = peaks->fp16;
        d.fp8Tflops = peaks->fp8;
        d.int8Tops = peaks->int8;
    }
    if (Result<void> sound = fields.finish(); !sound) {
        return sound;
    }
    if (d.memoryBytes == 0 || d.usableBytes > d.memoryBytes || d.bandwidthGBps <= 0) {
        return fail(ErrorCode::InvalidArgument,
                    "The device has no memory, no bandwidth or more "
                    "usable bytes than it has bytes",
                    d.id, "Correct memory_bytes, usable_bytes or bandwidth_GBps");
    }
    return {};
}

template <typename Entry>
Result<std::vector<Entry>> parse(std::string_view json, const std::string& where,
                                 const char* list) {
    const Json document = Json::parse(json, nullptr, false);
    const auto found = document.is_object() ? document.find(list) : document.end();
    if (!document.is_object() || found == document.end() || !found->is_array()) {
        return fail(ErrorCode::Malformed,
                    std::string("There is no JSON object with a list ") + inQuotes(list), where,
                    std::string("Write {\"") + list + "\": [ ... ]}");
    }
    std::vector<Entry> entries;
    std::set<std::string> ids;
    for (const Json& object : *found) {
        Entry entry;
        FieldReader fields(object, where + ", entry " + std::to_string(entries.size() + 1));
        if (Result<void> sound = readEntry(fields, entry); !sound) {
            Error error = sound.error();
            if (error.where.find(where) == std::string::npos) {
                error.where = where + ", " + (entry.id.empty() ? error.where : entry.id);
            }
            return tl::unexpected(std::move(error));
        }
        if (!ids.insert(entry.id).second) {
            return fail(ErrorCode::Malformed, "The id " + inQuotes(entry.id) + " stands twice",
                        where, "Rename or remove one of them");
        }
        entries.push_back(std::move(entry));
    }
    return entries;
}

}  // namespace

Result<std::vector<Architecture>> parseArchitectures(std::string_view json,
                                                     const std::string& where) {
    return parse<Architecture>(json, where, "architectures");
}

Result<std::vector<Device>> parseDevices(std::string_view json, const std::string& where) {
    return parse<Device>(json, where, "devices");
}

}  // namespace zeropoint
