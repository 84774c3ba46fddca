// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numerics/number_format.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string>

namespace zeropoint {
namespace {

/// Dettmers et al. 2023 (QLoRA): sixteen quantiles of N(0, 1) scaled to [-1, 1], with an exact 0.
constexpr std::array<float, 16> nf4Book = {
    -1.0F,
    -0.6961928009986877F,
    -0.5250730514526367F,
    -0.39491748809814453F,
    -0.28444138169288635F,
    -0.18477343022823334F,
    -0.09105003625154495F,
    0.0F,
    0.07958029955625534F,
    0.16093020141124725F,
    0.24611230194568634F,
    0.33791524171829224F,
    0.44070982933044434F,
    0.5626170039176941F,
    0.7229568362236023F,
    1.0F,
};

/// bitsandbytes' FP4: the magnitudes 0, 1/16, 8, 12, 4, 6, 2, 3 over 12, sign in the top bit.
constexpr std::array<float, 16> fp4BnbBook = {
    0.0F,  0.0625F / 12,  8.0F / 12,  1.0F,  4.0F / 12,  0.5F,  2.0F / 12,  0.25F,
    -0.0F, -0.0625F / 12, -8.0F / 12, -1.0F, -4.0F / 12, -0.5F, -2.0F / 12, -0.25F,
};

/// ggml's nonlinear 4-bit levels, before the block's scale.
constexpr std::array<float, 16> iq4nlBook = {
    -127, -104, -83, -65, -49, -35, -22, -10, 1, 13, 25, 38, 53, 69, 89, 113,
};

constexpr std::array<float, 3> ternaryBook = {-1, 0, 1};
constexpr std::array<float, 2> binaryBook = {-1, 1};

/// The codes of a book by rising value; of two equal values the one with the sign bit first.
template <std::size_t Size>
constexpr std::array<std::uint8_t, Size> risingOrder(const std::array<float, Size>& book) {
    std::array<std::uint8_t, Size> order{};
    for (std::size_t i = 0; i < Size; ++i) {
        order[i] = static_cast<std::uint8_t>(i);
    }
    std::sort(order.begin(), order.end(), [&](std::uint8_t a, std::uint8_t b) {
        return book[a] < book[b] || (book[a] == book[b] && a > b);
    });
    return order;
}

/// A book with what its encoder searches in.
template <std::size_t Size>
struct SortedBook {
    std::array<float, Size> book;
    std::array<std::uint8_t, Size> order = risingOrder(book);
    std::array<float, Size> levels = [](const auto& values, const auto& codes) {
        std::array<float, Size> rising{};
        for (std::size_t i = 0; i < Size; ++i) {
            rising[i] = values[codes[i]];
        }
        return rising;
    }(book, order);
};

constexpr SortedBook<16> nf4{nf4Book};
constexpr SortedBook<16> fp4Bnb{fp4BnbBook};
constexpr SortedBook<16> iq4nl{iq4nlBook};
constexpr SortedBook<3> ternary{ternaryBook};
constexpr SortedBook<2> binary{binaryBook};

constexpr std::string_view ieee754 = "IEEE 754-2019";
constexpr std::string_view ocpFp8 = "OCP 8-bit Floating Point Specification (OFP8) 1.0";
constexpr std::string_view ocpMx = "OCP Microscaling Formats (MX) 1.0";
constexpr std::string_view fnuz = "Noune et al. 2022, 8-bit Numerical Formats for DNNs";
constexpr std::string_view mlDtypes = "ml_dtypes";

constexpr NumberFormat minifloat(std::string_view id, std::string_view name, int exponentBits,
                                 int mantissaBits, int bias, Specials specials,
                                 std::string_view source) {
    const bool isSigned = specials != Specials::ScaleOnly;
    return {.id = id,
            .name = name,
            .kind = FormatKind::Minifloat,
            .bits = exponentBits + mantissaBits + (isSigned ? 1 : 0),
            .exponentBits = exponentBits,
            .mantissaBits = mantissaBits,
            .bias = bias,
            .isSigned = isSigned,
            .specials = specials,
            .book = {},
            .levels = {},
            .order = {},
            .source = source};
}

template <std::size_t Size>
constexpr NumberFormat codeBook(std::string_view id, std::string_view name, int bits,
                                const SortedBook<Size>& sorted, std::string_view source) {
    NumberFormat format;
    format.id = id;
    format.name = name;
    format.kind = FormatKind::CodeBook;
    format.bits = bits;
    format.mantissaBits = bits;
    format.book = sorted.book;
    format.levels = sorted.levels;
    format.order = sorted.order;
    format.source = source;
    return format;
}

constexpr auto minifloats = std::to_array<NumberFormat>({
    minifloat("fp64", "FP64", 11, 52, 1023, Specials::Ieee, ieee754),
    minifloat("fp32", "FP32", 8, 23, 127, Specials::Ieee, ieee754),
    minifloat("tf32", "TF32", 8, 10, 127, Specials::Ieee, "NVIDIA Ampere white paper 2020"),
    minifloat("fp16", "FP16", 5, 10, 15, Specials::Ieee, ieee754),
    minifloat("bf16", "BF16", 8, 7, 127, Specials::Ieee, "Kalamkar et al. 2019, BFLOAT16"),
    minifloat("fp8-e4m3", "FP8 E4M3", 4, 3, 7, Specials::NanOnly, ocpFp8),
    minifloat("fp8-e5m2", "FP8 E5M2", 5, 2, 15, Specials::Ieee, ocpFp8),
    minifloat("fp8-e4m3-ieee", "FP8 E4M3 (IEEE)", 4, 3, 7, Specials::Ieee, mlDtypes),
    minifloat("fp8-e3m4", "FP8 E3M4", 3, 4, 3, Specials::Ieee, mlDtypes),
    minifloat("fp8-e4m3fnuz", "FP8 E4M3FNUZ", 4, 3, 8, Specials::NanIsZero, fnuz),
    minifloat("fp8-e5m2fnuz", "FP8 E5M2FNUZ", 5, 2, 16, Specials::NanIsZero, fnuz),
    minifloat("fp8-e4m3b11fnuz", "FP8 E4M3B11FNUZ", 4, 3, 11, Specials::NanIsZero, mlDtypes),
    minifloat("fp6-e2m3", "FP6 E2M3", 2, 3, 1, Specials::None, ocpMx),
    minifloat("fp6-e3m2", "FP6 E3M2", 3, 2, 3, Specials::None, ocpMx),
    minifloat("fp4-e2m1", "FP4 E2M1", 2, 1, 1, Specials::None, ocpMx),
    minifloat("e8m0", "E8M0", 8, 0, 127, Specials::ScaleOnly, ocpMx),
});

constexpr auto codeBooks = std::to_array<NumberFormat>({
    codeBook("nf4", "NF4", 4, nf4, "Dettmers et al. 2023, QLoRA"),
    codeBook("fp4-bnb", "FP4 (bitsandbytes)", 4, fp4Bnb, "bitsandbytes"),
    codeBook("iq4nl", "IQ4_NL levels", 4, iq4nl, "ggml"),
    codeBook("ternary", "Ternary", 2, ternary, "Li et al. 2016, Ternary weights"),
    codeBook("binary", "Binary", 1, binary, "Courbariaux et al. 2015"),
});

constexpr int fewestIntegerBits = 2;
constexpr int mostIntegerBits = 16;
constexpr std::size_t widths = mostIntegerBits - fewestIntegerBits + 1;

// Integers are two rows for each width, so their names are written here and not generated.
constexpr std::array<std::string_view, 2 * widths> integerIds = {
    "int2",  "int3",  "int4",  "int5",   "int6",   "int7",   "int8",   "int9",   "int10",  "int11",
    "int12", "int13", "int14", "int15",  "int16",  "uint2",  "uint3",  "uint4",  "uint5",  "uint6",
    "uint7", "uint8", "uint9", "uint10", "uint11", "uint12", "uint13", "uint14", "uint15", "uint16",
};
constexpr std::array<std::string_view, 2 * widths> integerNames = {
    "INT2",  "INT3",  "INT4",  "INT5",   "INT6",   "INT7",   "INT8",   "INT9",   "INT10",  "INT11",
    "INT12", "INT13", "INT14", "INT15",  "INT16",  "UINT2",  "UINT3",  "UINT4",  "UINT5",  "UINT6",
    "UINT7", "UINT8", "UINT9", "UINT10", "UINT11", "UINT12", "UINT13", "UINT14", "UINT15", "UINT16",
};

constexpr NumberFormat integer(std::size_t row) {
    NumberFormat format;
    format.id = integerIds[row];
    format.name = integerNames[row];
    format.kind = FormatKind::Integer;
    format.bits = static_cast<int>(row % widths) + fewestIntegerBits;
    format.isSigned = row < widths;
    format.mantissaBits = format.bits - (format.isSigned ? 1 : 0);
    format.source = format.isSigned ? "two's complement" : "unsigned binary";
    return format;
}

constexpr auto allFormats = [] {
    std::array<NumberFormat, minifloats.size() + 2 * widths + codeBooks.size()> all;
    auto next = std::copy(minifloats.begin(), minifloats.end(), all.begin());
    for (std::size_t row = 0; row < 2 * widths; ++row) {
        *next++ = integer(row);
    }
    std::copy(codeBooks.begin(), codeBooks.end(), next);
    return all;
}();

struct Alias {
    std::string_view alias;
    std::string_view id;
};

constexpr auto aliases = std::to_array<Alias>({
    {"double", "fp64"},
    {"float64", "fp64"},
    {"f64", "fp64"},
    {"float", "fp32"},
    {"float32", "fp32"},
    {"f32", "fp32"},
    {"half", "fp16"},
    {"float16", "fp16"},
    {"f16", "fp16"},
    {"bfloat16", "bf16"},
    {"e4m3", "fp8-e4m3"},
    {"e4m3fn", "fp8-e4m3"},
    {"fp8-e4m3fn", "fp8-e4m3"},
    {"e5m2", "fp8-e5m2"},
    {"e3m4", "fp8-e3m4"},
    {"e4m3fnuz", "fp8-e4m3fnuz"},
    {"e5m2fnuz", "fp8-e5m2fnuz"},
    {"e4m3b11fnuz", "fp8-e4m3b11fnuz"},
    {"e2m3", "fp6-e2m3"},
    {"e3m2", "fp6-e3m2"},
    {"e2m1", "fp4-e2m1"},
    {"fp4", "fp4-e2m1"},
    {"bnb-fp4", "fp4-bnb"},
    {"iq4_nl", "iq4nl"},
});

}  // namespace

std::span<const NumberFormat> numberFormats() {
    return allFormats;
}

const NumberFormat* findNumberFormat(std::string_view id) {
    const auto alias = std::ranges::find(aliases, id, &Alias::alias);
    const std::string_view wanted = alias == aliases.end() ? id : alias->id;
    const auto found = std::ranges::find(allFormats, wanted, &NumberFormat::id);
    return found == allFormats.end() ? nullptr : &*found;
}

const NumberFormat& numberFormat(std::string_view id) {
    const NumberFormat* found = findNumberFormat(id);
    if (found == nullptr) {
        std::abort();
    }
    return *found;
}

}  // namespace zeropoint
