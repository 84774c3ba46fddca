// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/gguf/gguf_types.h"

#include <algorithm>
#include <array>

namespace zeropoint {
namespace {

constexpr GgufType scalar(std::uint32_t code, std::string_view name, DType dtype,
                          std::uint32_t bytes) {
    return {code, name, dtype, 1, bytes, {}};
}

constexpr GgufType blocks(std::uint32_t code, std::string_view name, std::uint32_t values,
                          std::uint32_t bytes, std::string_view block) {
    return {code, name, DType::Block, values, bytes, block};
}

/// The codes of ggml_type in ggml.h; the numbers left out are types that were removed.
constexpr std::array types = {
    scalar(0, "F32", DType::F32, 4),
    scalar(1, "F16", DType::F16, 2),
    blocks(2, "Q4_0", 32, 18, "q4_0"),
    blocks(3, "Q4_1", 32, 20, "q4_1"),
    blocks(6, "Q5_0", 32, 22, "q5_0"),
    blocks(7, "Q5_1", 32, 24, "q5_1"),
    blocks(8, "Q8_0", 32, 34, "q8_0"),
    blocks(9, "Q8_1", 32, 36, "q8_1"),
    blocks(10, "Q2_K", 256, 84, "q2_k"),
    blocks(11, "Q3_K", 256, 110, "q3_k"),
    blocks(12, "Q4_K", 256, 144, "q4_k"),
    blocks(13, "Q5_K", 256, 176, "q5_k"),
    blocks(14, "Q6_K", 256, 210, "q6_k"),
    blocks(15, "Q8_K", 256, 292, "q8_k"),
    blocks(16, "IQ2_XXS", 256, 66, "iq2_xxs"),
    blocks(17, "IQ2_XS", 256, 74, "iq2_xs"),
    blocks(18, "IQ3_XXS", 256, 98, "iq3_xxs"),
    blocks(19, "IQ1_S", 256, 50, "iq1_s"),
    blocks(20, "IQ4_NL", 32, 18, "iq4_nl"),
    blocks(21, "IQ3_S", 256, 110, "iq3_s"),
    blocks(22, "IQ2_S", 256, 82, "iq2_s"),
    blocks(23, "IQ4_XS", 256, 136, "iq4_xs"),
    scalar(24, "I8", DType::I8, 1),
    scalar(25, "I16", DType::I16, 2),
    scalar(26, "I32", DType::I32, 4),
    scalar(27, "I64", DType::I64, 8),
    scalar(28, "F64", DType::F64, 8),
    blocks(29, "IQ1_M", 256, 56, "iq1_m"),
    scalar(30, "BF16", DType::BF16, 2),
    blocks(34, "TQ1_0", 256, 54, "tq1_0"),
    blocks(35, "TQ2_0", 256, 66, "tq2_0"),
    blocks(39, "MXFP4", 32, 17, "mxfp4-gguf"),
    blocks(40, "NVFP4", 64, 36, "nvfp4-gguf"),
    blocks(41, "Q1_0", 128, 18, "q1_0"),
    blocks(42, "Q2_0", 64, 18, "q2_0"),
};

}  // namespace

const GgufType* ggufType(std::uint32_t code) {
    const auto found = std::ranges::find(types, code, &GgufType::code);
    return found == types.end() ? nullptr : &*found;
}

const GgufType* ggufTypeOf(DType dtype) {
    const auto found = std::ranges::find(types, dtype, &GgufType::dtype);
    return dtype == DType::Block || found == types.end() ? nullptr : &*found;
}

const GgufType* ggufTypeOf(const BlockFormat& format) {
    const auto found = std::ranges::find(types, format.id, &GgufType::block);
    return found == types.end() ? nullptr : &*found;
}

GgufStranger ggufStranger(std::uint32_t code) {
    struct Row {
        std::uint32_t code;
        std::string_view name;
        std::string_view what;
    };
    constexpr std::string_view removed =
        "was removed from ggml; Q4_0 took its place, which is repacked when it is loaded";
    constexpr std::array rows = {
        Row{4, "Q4_2", "was removed from ggml in 2023"},
        Row{5, "Q4_3", "was removed from ggml in 2023"},
        Row{31, "Q4_0_4_4", removed},
        Row{32, "Q4_0_4_8", removed},
        Row{33, "Q4_0_8_8", removed},
        Row{36, "I2_S", "is BitNet's own (in ggml once IQ4_NL_4_4)"},
        Row{37, "TL1", "is BitNet's own (in ggml once IQ4_NL_4_8)"},
        Row{38, "TL2", "is BitNet's own (in ggml once IQ4_NL_8_8)"},
    };
    const auto found = std::ranges::find(rows, code, &Row::code);
    const std::string number = std::to_string(code);
    if (found == rows.end()) {
        return {"type " + number, "The tensor type " + number + " is not known and not decoded"};
    }
    const std::string name(found->name);
    return {name, "The tensor type " + name + " (" + number + ") " + std::string(found->what) +
                      "; it is not decoded"};
}

}  // namespace zeropoint
