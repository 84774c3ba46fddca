// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roofline/matrix_product.h"

#ifdef ZEROPOINT_HAS_DNNL
#include "core/roofline/onednn_private.h"
#endif

#include <bit>
#include <cstring>
#include <vector>

namespace zeropoint {

std::string_view productFormatName(ProductFormat format) {
    switch (format) {
        case ProductFormat::Fp32:
            return "fp32";
        case ProductFormat::Bf16:
            return "bf16";
        case ProductFormat::Int8:
            return "int8";
    }
    return {};
}

int bytesOfOperand(ProductFormat format) {
    return format == ProductFormat::Fp32 ? 4 : format == ProductFormat::Bf16 ? 2 : 1;
}

#ifdef ZEROPOINT_HAS_DNNL

namespace {

constexpr int matrixDimensions = 2;
constexpr int mostInput = 7;

/// A small whole number from a place and a seed (splitmix64).
int drawn(std::uint64_t seed, std::uint64_t place, int from, int to) {
    std::uint64_t z = seed * 0x9E3779B97F4A7C15ULL + place * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    z ^= z >> 31;
    return from + static_cast<int>(z % static_cast<std::uint64_t>(to - from + 1));
}

void put(std::vector<std::byte>& bytes, ProductFormat format, std::size_t index, int value) {
    std::byte* at = bytes.data() + index * static_cast<std::size_t>(bytesOfOperand(format));
    if (format == ProductFormat::Int8) {
        *at = static_cast<std::byte>(static_cast<std::int8_t>(value));
        return;
    }
    const auto number = static_cast<float>(value);
    const auto bits = std::bit_cast<std::uint32_t>(number);
    // Whole numbers this small are exact in BF16: its bits are FP32's upper half.
    const auto half = static_cast<std::uint16_t>(bits >> 16);
    if (format == ProductFormat::Bf16) {
        std::memcpy(at, &half, sizeof half);
    } else {
        std::memcpy(at, &number, sizeof number);
    }
}

dnnl_data_type_t typeOf(ProductFormat format, bool weights) {
    switch (format) {
        case ProductFormat::Fp32:
            return dnnl_f32;
        case ProductFormat::Bf16:
            return dnnl_bf16;
        case ProductFormat::Int8:
            return weights ? dnnl_s8 : dnnl_u8;
    }
    return dnnl_f32;
}

}  // namespace

struct MatrixProduct::Parts {
    const OneDnn& dnn;
    ProductFormat format;
    std::int64_t batch, inner, outer;
    std::uint64_t seed;
    dnnl_engine_t engine = nullptr;
    dnnl_stream_t stream = nullptr;
    dnnl_primitive_t product = nullptr;
    dnnl_memory_t input = nullptr;
    dnnl_memory_t weights = nullptr;
    dnnl_memory_t output = nullptr;
    std::vector<std::byte> inputBytes;
    std::vector<std::byte> weightBytes;
    std::vector<std::byte> outputBytes;

    Parts(const OneDnn& library, ProductFormat f, std::int64_t b, std::int64_t i, std::int64_t o,
          std::uint64_t s)
        : dnn(library), format(f), batch(b), inner(i), outer(o), seed(s) {}
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;
    ~Parts() {
        for (dnnl_memory_t memory : {input, weights, output}) {
            if (memory != nullptr) {
                dnn.memoryDestroy(memory);
            }
        }
        if (product != nullptr) {
            dnn.primitiveDestroy(product);
        }
        if (stream != nullptr) {
            dnn.streamDestroy(stream);
        }
        if (engine != nullptr) {
            dnn.engineDestroy(engine);
        }
    }

    int inputAt(std::int64_t row, std::int64_t column) const {
        return drawn(seed, static_cast<std::uint64_t>(row * inner + column), 0, mostInput);
    }
    int weightAt(std::int64_t row, std::int64_t column) const {
        return drawn(seed + 1, static_cast<std::uint64_t>(row * outer + column), -mostInput,
                     mostInput);
    }

    bool make();
    bool describe(dnnl_memory_desc_t& desc, std::int64_t rows, std::int64_t columns,
                  dnnl_data_type_t type, dnnl_format_tag_t tag) const {
        const dnnl_dims_t sizes = {rows, columns};
        return dnn.descInit(&desc, matrixDimensions, sizes, type, tag) == dnnl_success;
    }
    bool hold(dnnl_memory_t& memory, std::vector<std::byte>& bytes,
              const dnnl_memory_desc_t& desc) {
        bytes.resize(dnn.descSize(&desc));
        return dnn.memoryCreate(&memory, &desc, engine, bytes.data()) == dnnl_success;
    }
    bool pack(const dnnl_memory_desc_t& packed);
};

/// From rows as they are drawn into the layout that the product asks for.
bool MatrixProduct::Parts::pack(const dnnl_memory_desc_t& packed) {
    dnnl_memory_desc_t plain;
    if (!describe(plain, inner, outer, typeOf(format, true), dnnl_ab)) {
        return false;
    }
    std::vector<std::byte> bytes;
    dnnl_memory_t source = nullptr;
    if (!hold(source, bytes, plain)) {
        return false;
    }
    for (std::int64_t row = 0; row < inner; ++row) {
        for (std::int64_t column = 0; column < outer; ++column) {
            put(bytes, format, static_cast<std::size_t>(row * outer + column),
                weightAt(row, column));
        }
    }
    dnnl_primitive_desc_t desc = nullptr;
    dnnl_primitive_t reorder = nullptr;
    bool done =
        hold(weights, weightBytes, packed) &&
        dnn.reorderCreate(&desc, &plain, engine, &packed, engine, nullptr) == dnnl_success &&
        dnn.primitiveCreate(&reorder, desc) == dnnl_success;
    if (done) {
        const dnnl_exec_arg_t arguments[] = {{DNNL_ARG_FROM, source}, {DNNL_ARG_TO, weights}};
        done = dnn.execute(reorder, stream, 2, arguments) == dnnl_success &&
               dnn.streamWait(stream) == dnnl_success;
    }
    if (reorder != nullptr) {
        dnn.primitiveDestroy(reorder);
    }
    if (desc != nullptr) {
        dnn.primitiveDescDestroy(desc);
    }
    dnn.memoryDestroy(source);
    return done;
}

bool MatrixProduct::Parts::make() {
    dnnl_memory_desc_t in;
    dnnl_memory_desc_t any;
    dnnl_memory_desc_t out;
    dnnl_matmul_desc_t matmul;
    dnnl_primitive_desc_t desc = nullptr;
    const dnnl_data_type_t result = format == ProductFormat::Int8 ? dnnl_s32 : dnnl_f32;
    const bool described =
        dnn.engineCreate(&engine, dnnl_cpu, 0) == dnnl_success &&
        dnn.streamCreate(&stream, engine, dnnl_stream_default_flags) == dnnl_success &&
        describe(in, batch, inner, typeOf(format, false), dnnl_ab) &&
        describe(any, inner, outer, typeOf(format, true), dnnl_format_tag_any) &&
        describe(out, batch, outer, result, dnnl_ab) &&
        dnn.matmulInit(&matmul, &in, &any, nullptr, &out) == dnnl_success &&
        dnn.primitiveDescCreate(&desc, &matmul, nullptr, engine, nullptr) == dnnl_success;
    if (!described) {
        return false;
    }
    const dnnl_memory_desc_t packed = *dnn.queryMd(desc, dnnl_query_weights_md, 0);
    const bool made = dnn.primitiveCreate(&product, desc) == dnnl_success &&
                      hold(input, inputBytes, in) && hold(output, outputBytes, out) && pack(packed);
    dnn.primitiveDescDestroy(desc);
    for (std::int64_t row = 0; made && row < batch; ++row) {
        for (std::int64_t column = 0; column < inner; ++column) {
            put(inputBytes, format, static_cast<std::size_t>(row * inner + column),
                inputAt(row, column));
        }
    }
    return made;
}

Result<MatrixProduct> MatrixProduct::make(ProductFormat format, std::int64_t batch,
                                          std::int64_t inner, std::int64_t outer, unsigned threads,
                                          std::uint64_t seed) {
    const auto dnn = OneDnn::load();
    if (!dnn) {
        return tl::unexpected(dnn.error());
    }
    if ((*dnn)->setThreads != nullptr && threads > 0) {
        (*dnn)->setThreads(static_cast<int>(threads));
    }
    auto parts = std::make_unique<Parts>(**dnn, format, batch, inner, outer, seed);
    if (!parts->make()) {
        return fail(ErrorCode::Unsupported, "oneDNN has no such product on this machine",
                    std::string(productFormatName(format)), "The other formats are measured");
    }
    return MatrixProduct(std::move(parts));
}

Result<void> MatrixProduct::run() {
    const dnnl_exec_arg_t arguments[] = {{DNNL_ARG_SRC, m_parts->input},
                                         {DNNL_ARG_WEIGHTS, m_parts->weights},
                                         {DNNL_ARG_DST, m_parts->output}};
    const OneDnn& dnn = m_parts->dnn;
    if (dnn.execute(m_parts->product, m_parts->stream, 3, arguments) != dnnl_success ||
        dnn.streamWait(m_parts->stream) != dnnl_success) {
        return fail(ErrorCode::Internal, "A product of oneDNN failed",
                    std::string(productFormatName(m_parts->format)), "Measure again");
    }
    return {};
}

double MatrixProduct::result(std::int64_t row, std::int64_t column) const {
    const auto index = static_cast<std::size_t>(row * m_parts->outer + column) * 4;
    std::uint32_t bits = 0;
    std::memcpy(&bits, m_parts->outputBytes.data() + index, sizeof bits);
    return m_parts->format == ProductFormat::Int8
               ? static_cast<double>(std::bit_cast<std::int32_t>(bits))
               : static_cast<double>(std::bit_cast<float>(bits));
}

double MatrixProduct::expected(std::int64_t row, std::int64_t column) const {
    std::int64_t sum = 0;
    for (std::int64_t k = 0; k < m_parts->inner; ++k) {
        sum += std::int64_t{m_parts->inputAt(row, k)} * m_parts->weightAt(k, column);
    }
    return static_cast<double>(sum);
}

#else

struct MatrixProduct::Parts {};

Result<MatrixProduct> MatrixProduct::make(ProductFormat, std::int64_t, std::int64_t, std::int64_t,
                                          unsigned, std::uint64_t) {
    return fail(ErrorCode::Unsupported, "This build of the program has no oneDNN", "",
                "Build it where the package libdnnl-dev is installed");
}

Result<void> MatrixProduct::run() {
    return {};
}

double MatrixProduct::result(std::int64_t, std::int64_t) const {
    return 0;
}

double MatrixProduct::expected(std::int64_t, std::int64_t) const {
    return 0;
}

#endif

MatrixProduct::MatrixProduct(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
MatrixProduct::~MatrixProduct() = default;
MatrixProduct::MatrixProduct(MatrixProduct&& other) noexcept = default;

}  // namespace zeropoint
