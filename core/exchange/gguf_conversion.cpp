// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/gguf_conversion.h"

#include "core/exchange/gguf_family.h"
#include "core/exchange/gguf_tensors.h"
#include "core/files/weight_rule.h"
#include "core/numerics/block_format.h"
#include "core/support/in_quotes.h"

#include <algorithm>
#include <array>
#include <optional>

namespace zeropoint {
namespace {

/// llama.cpp's number for "most matrices are of this type" (general.file_type).
std::optional<std::uint32_t> fileType(std::string_view type) {
    struct Row {
        std::string_view type;
        std::uint32_t number;
    };
    constexpr std::array rows = {
        Row{"F32", 0},    Row{"F16", 1},    Row{"Q4_0", 2},   Row{"Q4_1", 3},
        Row{"Q8_0", 7},   Row{"Q5_0", 8},   Row{"Q5_1", 9},   Row{"BF16", 32},
        Row{"TQ1_0", 36}, Row{"TQ2_0", 37}, Row{"MXFP4", 38},
    };
    const auto found = std::ranges::find(rows, type, &Row::type);
    return found == rows.end() ? std::nullopt : std::optional(found->number);
}

/// What llama.cpp multiplies or looks up in full precision, whatever the rest of a file has.
bool staysExact(std::string_view name) {
    constexpr std::array parts = {
        std::string_view("ffn_gate_inp."), std::string_view("position_embd."),
        std::string_view("token_types."),  std::string_view("ssm_conv1d."),
        std::string_view("shortconv."),    std::string_view("attn_rel_b."),
    };
    return std::ranges::any_of(
        parts, [name](std::string_view part) { return name.find(part) != std::string_view::npos; });
}

bool sameKeys(std::span<const GgufEntry> entries, const WeightFile& file) {
    return std::ranges::equal(entries, file.metadata(), {}, &GgufEntry::key,
                              [](const auto& pair) { return pair.first; });
}

/// The keys of a GGUF file; of a split one those of the part that speaks for the model.
Result<std::vector<GgufEntry>> keysOf(const WeightFile& file, const std::stop_token& stop) {
    Result<std::vector<GgufEntry>> entries =
        openFileBytes(file.path()).and_then([&](const auto& source) {
            return readGgufEntries(*source, stop);
        });
    if ((!entries || !sameKeys(*entries, file)) && !file.tensors().empty() &&
        file.stored(0).source != nullptr) {
        entries = readGgufEntries(*file.stored(0).source, stop);
    }
    if (!entries) {
        return entries;
    }
    if (!sameKeys(*entries, file)) {
        return fail(ErrorCode::Unsupported,
                    "The keys of the split model cannot be told from its parts", file.path(),
                    "Open the first part");
    }
    std::erase_if(*entries, [](const GgufEntry& entry) { return entry.key.starts_with("split."); });
    return entries;
}

/// Builds a conversion tensor by tensor.
class Planner {
public:
    Planner(const std::shared_ptr<const WeightFile>& file, const QuantizedFile* quantized,
            const GgufType* type)
        : m_file(file), m_quantized(quantized), m_type(type) {}

    Result<GgufConversion> run(std::span<const std::size_t> indices, const std::stop_token& stop) {
        if (auto done = addKeys(stop); !done) {
            return tl::unexpected(done.error());
        }
        for (const std::size_t index : indices) {
            if (auto added = add(index); !added) {
                return tl::unexpected(added.error());
            }
        }
        sayWhatTheMatricesAre();
        if (m_widened > 0) {
            m_made.notes.push_back({ConversionNote::Kind::WiderType, m_widened, m_widerType});
        }
        return std::move(m_made);
    }

private:
    Result<void> addKeys(const std::stop_token& stop) {
        if (m_file->formatName() == "gguf") {
            return keysOf(*m_file, stop).map([this](std::vector<GgufEntry> entries) {
                m_made.output.entries = std::move(entries);
            });
        }
        m_family = ggufFamilyOf(*m_file);
        if (m_family) {
            m_made.output.entries = m_family->entries;
            m_made.notes = m_family->notes;
            return {};
        }
        for (const auto& [key, value] : m_file->metadata()) {
            if (!key.empty()) {
                setEntry(m_made.output.entries, ggufText(key, value));
            }
        }
        if (findEntry(m_made.output.entries, "general.architecture") == nullptr) {
            setEntry(m_made.output.entries, ggufText("general.architecture", "unknown"));
        }
        m_made.notes.push_back({ConversionNote::Kind::OwnNames, m_file->tensors().size(), {}});
        return {};
    }

    Result<void> add(std::size_t index) {
        const GgufPlace place = m_family ? m_family->places[index] : GgufPlace{nameOf(index), 0};
        if (place.name.empty()) {
            return {};
        }
        const StoredTensor& stored = m_file->stored(index);
        if (!whyNotRead(stored).empty() && ggufTypeOf(stored.info.dtype) == nullptr) {
            m_made.notes.push_back(
                {ConversionNote::Kind::NotCarried, 1,
                 "tensor " + inQuotes(stored.info.name) + " of type " + stored.info.dtypeText});
            return {};
        }
        return madeOf(index, place.name).map([&](GgufTensor tensor) {
            tensor.name = place.name;
            if (place.heads > 0) {
                interleave(tensor, static_cast<std::size_t>(place.heads));
            }
            m_made.output.tensors.push_back(std::move(tensor));
        });
    }

    std::string nameOf(std::size_t index) const {
        return nameInFile(m_file->tensors()[index].name);
    }

    Result<GgufTensor> madeOf(std::size_t index, const std::string& name) {
        const TensorInfo& info = m_file->tensors()[index];
        if (m_quantized == nullptr || !isWeight(*m_file, index) || staysExact(name)) {
            const bool vector = m_family.has_value() && info.shape.size() < 2;
            return storedTensor(m_file, index, vector, m_made.outOfReach);
        }
        m_made.quantized.push_back(index);
        if (m_type == nullptr) {
            return valuesTensor(*m_quantized, index);
        }
        const std::int64_t row = info.shape.empty() ? 1 : info.shape.back();
        const GgufType& type = typeForRows(*m_type, row);
        if (&type == m_type && type.dtype != DType::Block) {
            return castTensor(*m_quantized, index);
        }
        if (&type != m_type) {
            ++m_widened;
            m_widerType = type.name;
        }
        return type.dtype == DType::Block ? blockTensor(*m_quantized, index, info.shape, type)
                                          : halfTensor(m_file, index, m_made.outOfReach);
    }

    void sayWhatTheMatricesAre() {
        const bool own = m_family.has_value();
        const GgufType* type =
            m_quantized != nullptr && m_type == nullptr ? ggufTypeOf(DType::F32) : m_type;
        for (std::size_t i = 0; type == nullptr && own && i < m_made.output.tensors.size(); ++i) {
            const GgufTensor& tensor = m_made.output.tensors[i];
            type = tensor.shape.size() >= 2 ? tensor.type : nullptr;
        }
        if (own || m_quantized != nullptr) {
            sayTypes(m_made.output, type);
        }
    }

    std::shared_ptr<const WeightFile> m_file;
    const QuantizedFile* m_quantized;
    const GgufType* m_type;
    std::optional<GgufFamily> m_family;
    GgufConversion m_made;
    std::size_t m_widened = 0;
    std::string m_widerType;
};

/// A block format under the name that GGUF's layout of it has.
const BlockFormat* inGgufLayout(std::string_view id) {
    const BlockFormat* own = findBlockFormat(id);
    if (own == nullptr || ggufTypeOf(*own) != nullptr) {
        return own;
    }
    return findBlockFormat(std::string(id) + "-gguf");
}

}  // namespace

Result<const GgufType*> ggufTypeOf(const QuantScheme& scheme) {
    const BlockFormat* blocks = inGgufLayout(scheme.format);
    const GgufType* type = blocks == nullptr ? nullptr : ggufTypeOf(*blocks);
    if (type != nullptr && blocks->quantizes()) {
        return type;
    }
    const auto dtype = dtypeOfCodes(scheme.format);
    const GgufType* cast = dtype ? ggufTypeOf(*dtype) : nullptr;
    if (cast != nullptr) {
        return cast;
    }
    return fail(ErrorCode::InvalidArgument, "GGUF has no type for the format " + scheme.format,
                "--format",
                "Choose q8_0, q5_1, q5_0, q4_1, q4_0, mxfp4, tq1_0, tq2_0, f16 or bf16, write "
                ".safetensors, or the values read back with --dequantized");
}

void sayTypes(GgufOutput& output, const GgufType* most) {
    if (const auto number = most == nullptr ? std::nullopt : fileType(most->name)) {
        setEntry(output.entries, ggufU32("general.file_type", *number));
    }
    const bool blocks = std::ranges::any_of(output.tensors, [](const GgufTensor& tensor) {
        return tensor.type->dtype == DType::Block;
    });
    if (blocks) {
        setEntry(output.entries, ggufU32("general.quantization_version", 2));
    }
}

const GgufType& typeForRows(const GgufType& wanted, std::int64_t row) {
    const GgufType* type = &wanted;
    if (row % type->values != 0 && type->values > 32) {
        type = ggufTypeOf(*findBlockFormat("q4_0"));
    }
    return row % type->values == 0 ? *type : *ggufTypeOf(DType::F16);
}

Result<GgufConversion> planGguf(const std::shared_ptr<const WeightFile>& file,
                                std::span<const std::size_t> indices,
                                const QuantizedFile* quantized, const GgufType* type,
                                const std::stop_token& stop) {
    return Planner(file, quantized, type).run(indices, stop);
}

}  // namespace zeropoint
