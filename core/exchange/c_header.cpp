// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/c_header.h"

#include "core/files/atomic_file.h"
#include "core/numerics/number_format.h"
#include "core/scheme/element_format.h"
#include "core/scheme/scheme_text.h"
#include "core/scheme/unit_layout.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cmath>

namespace zeropoint {
namespace {

bool isLetter(char c) {
    return std::isalpha(static_cast<unsigned char>(c)) != 0 && static_cast<unsigned char>(c) < 128;
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

std::string upper(std::string text) {
    std::ranges::transform(text, text.begin(), [](char c) {
        return static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    });
    return text;
}

/// A float constant that reads back to the same float.
std::string floatText(float value) {
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr;
    std::string text(buffer.data(), end);
    if (text.find_first_of(".e") == std::string::npos) {
        text += ".0";
    }
    return text + "f";
}

/// Writes text in pieces that are not large.
class HeaderFile {
public:
    HeaderFile(AtomicFile& file, const Execution& execution)
        : m_file(file), m_execution(execution) {}

    void add(const std::string& text) {
        m_text += text;
        constexpr std::size_t pieceBytes = 1 << 20;
        if (m_text.size() >= pieceBytes) {
            flush();
        }
    }
    Result<void> finish() {
        flush();
        return m_done.and_then([this] { return m_file.commit(); });
    }
    std::uint64_t size() const { return m_size; }
    bool failed() const { return !m_done.has_value(); }

    /// An array of `count` elements, a dozen a line.
    template <typename TextOf>
    void array(const std::string& type, const std::string& name, std::size_t count, TextOf textOf) {
        add("static const " + type + " " + name + "[" +
            std::to_string(std::max<std::size_t>(count, 1)) + "] = {");
        for (std::size_t i = 0; i < count && !failed(); ++i) {
            add((i % 12 == 0 ? "\n    " : " ") + textOf(i) + ",");
        }
        add(count == 0 ? "0};\n\n" : "\n};\n\n");
    }

private:
    void flush() {
        m_size += m_text.size();
        if (m_done && m_execution.stopRequested()) {
            m_done = fail(ErrorCode::Cancelled, "Writing was stopped");
        }
        m_done = m_done ? m_file.write(m_text) : m_done;
        m_text.clear();
    }

    AtomicFile& m_file;
    const Execution& m_execution;
    std::string m_text;
    std::uint64_t m_size = 0;
    Result<void> m_done;
};

/// The smallest type that holds the codes.
std::string codeType(const ElementFormat& element) {
    const bool isSigned = element.integer && element.codes.qmin < 0;
    const bool wide = element.format->bits > 8;
    return std::string(isSigned ? "int" : "uint") + (wide ? "16_t" : "8_t");
}

/// The index of value i's unit, as C.
std::string unitExpression(const QuantizedTensor& tensor) {
    const Shape& shape = tensor.shape;
    const auto product = [&](std::size_t from) {
        std::int64_t all = 1;
        for (std::size_t i = from; i < shape.size(); ++i) {
            all *= shape[i];
        }
        return std::max<std::int64_t>(all, 1);
    };
    const auto number = [](std::int64_t value) { return std::to_string(value) + "u"; };
    if (tensor.scheme.granularity == Granularity::Tensor || shape.empty()) {
        return "0u";
    }
    if (tensor.scheme.granularity == Granularity::Channel) {
        const auto rank = static_cast<std::int64_t>(shape.size());
        const std::int64_t axis =
            tensor.scheme.axis < 0 ? tensor.scheme.axis + rank : tensor.scheme.axis;
        const auto at = static_cast<std::size_t>(axis);
        return "i / " + number(product(at + 1)) + " % " +
               number(std::max<std::int64_t>(shape[at], 1));
    }
    const std::int64_t row = std::max<std::int64_t>(shape.back(), 1);
    const std::int64_t group = tensor.scheme.groupSize;
    return "i / " + number(row) + " * " + number((row + group - 1) / group) + " + i % " +
           number(row) + " / " + number(group);
}

/// A level as C: math.h has names for those that are no numbers.
std::string levelText(double level) {
    if (std::isnan(level)) {
        return "NAN";
    }
    return std::isinf(level) ? (level < 0 ? "-INFINITY" : "INFINITY")
                             : floatText(static_cast<float>(level));
}

bool hasLevelsBeyondNumbers(const NumberFormat& format) {
    for (std::uint32_t code = 0; code < (std::uint32_t{1} << format.bits); ++code) {
        if (!std::isfinite(decode(format, code))) {
            return true;
        }
    }
    return false;
}

void addHead(HeaderFile& out, const std::string& id, const QuantizedTensor& tensor) {
    const std::string macro = upper(id);
    out.add("/* " + tensor.scheme.format + ", a scale per " + perText(tensor.scheme) + ". " +
            (elementFormat(tensor.scheme)->integer ? "value = scale * (code - zero point) */\n"
                                                   : "value = scale * level of the code */\n"));
    const ElementFormat element = *elementFormat(tensor.scheme);
    const bool needsMath = !element.integer && hasLevelsBeyondNumbers(*element.format);
    out.add("#ifndef " + macro + "_H\n#define " + macro + "_H\n\n" +
            (needsMath ? "#include <math.h>\n" : "") + "#include <stdint.h>\n\n");
    out.add("#define " + macro + "_COUNT " + std::to_string(tensor.codes.size()) + "u\n");
    out.add("#define " + macro + "_UNITS " + std::to_string(tensor.params.size()) + "u\n");
    out.add("#define " + macro + "_DIMENSIONS " + std::to_string(tensor.shape.size()) + "u\n");
    for (std::size_t i = 0; i < tensor.shape.size(); ++i) {
        out.add("#define " + macro + "_DIM" + std::to_string(i) + " " +
                std::to_string(tensor.shape[i]) + "u\n");
    }
    out.add("\n");
}

void addArrays(HeaderFile& out, const std::string& id, const QuantizedTensor& tensor,
               const ElementFormat& element) {
    out.array(codeType(element), id + "_codes", tensor.codes.size(),
              [&](std::size_t i) { return std::to_string(tensor.codes[i]); });
    out.array("float", id + "_scale", tensor.params.size(),
              [&](std::size_t i) { return floatText(static_cast<float>(tensor.params[i].scale)); });
    if (element.integer) {
        out.array("int32_t", id + "_zero_point", tensor.params.size(),
                  [&](std::size_t i) { return std::to_string(tensor.params[i].zeroPoint); });
        return;
    }
    out.array("float", id + "_level", std::size_t{1} << element.format->bits,
              [&](std::size_t code) { return levelText(decode(*element.format, code)); });
}

void addReading(HeaderFile& out, const std::string& id, const QuantizedTensor& tensor,
                const ElementFormat& element) {
    const std::string level =
        element.integer ? "(float)((int32_t)" + id + "_codes[i] - " + id + "_zero_point[unit])"
                        : id + "_level[" + id + "_codes[i]]";
    out.add("static inline float " + id +
            "_value(uint32_t i) {\n    const uint32_t unit = " + unitExpression(tensor) +
            ";\n    return " + level + " * " + id + "_scale[unit];\n}\n\n#endif\n");
}

}  // namespace

std::string cIdentifier(const std::string& name) {
    std::string id = name;
    std::ranges::replace_if(
        id, [](char c) { return !isLetter(c) && !isDigit(c); }, '_');
    return id.empty() || !isLetter(id.front()) ? "tensor_" + id : id;
}

Result<void> checkForCHeader(const QuantScheme& scheme) {
    const auto element = elementFormat(scheme);
    if (!element || !element->scaled || element->format->bits > 16) {
        return fail(ErrorCode::InvalidArgument,
                    "A C header holds codes and their scales, which the format " + scheme.format +
                        " has not",
                    "--format", "Choose integers or small floats such as int8, int4 or fp8-e4m3");
    }
    return {};
}

Result<std::uint64_t> writeCHeader(const std::string& path, const std::string& name,
                                   const QuantizedTensor& tensor, const Execution& execution) {
    if (auto valid = checkForCHeader(tensor.scheme); !valid) {
        return tl::unexpected(valid.error());
    }
    auto file = AtomicFile::create(path);
    if (!file) {
        return tl::unexpected(file.error());
    }
    const ElementFormat element = *elementFormat(tensor.scheme);
    const std::string id = cIdentifier(name);
    HeaderFile out(*file, execution);
    addHead(out, id, tensor);
    addArrays(out, id, tensor, element);
    addReading(out, id, tensor, element);
    return out.finish().map([&] { return out.size(); });
}

}  // namespace zeropoint
