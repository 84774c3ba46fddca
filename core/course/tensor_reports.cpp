// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/course/tensor_reports.h"

#include "core/course/scheme_text.h"
#include "core/numerics/block_format.h"
#include "core/quantization/quantize.h"
#include "core/tensor/synthetic_spec.h"

#include <set>

namespace zeropoint::course {
namespace {

constexpr std::size_t mostKept = 8;  ///< tensors

double countOf(const SyntheticKind& kind, const SyntheticSpec& spec) {
    const double rows = syntheticValue(kind, spec, "rows");
    return rows > 0 ? rows * syntheticValue(kind, spec, "cols") : syntheticValue(kind, spec, "n");
}

}  // namespace

Result<const Tensor*> TensorReports::tensor(const std::string& source) {
    if (const auto found = m_tensors.find(source); found != m_tensors.end()) {
        return &found->second;
    }
    const auto spec = parseSynthetic(source);
    const auto kind =
        spec ? checkSynthetic(*spec) : Result<const SyntheticKind*>(tl::unexpected(spec.error()));
    if (!kind) {
        return tl::unexpected(kind.error());
    }
    if (countOf(**kind, *spec) > double(mostValues)) {
        return fail(ErrorCode::TooLarge, "A lesson draws at most 1 048 576 values", source,
                    "Give a smaller n");
    }
    Result<Tensor> drawn = generate(*spec);
    if (!drawn) {
        return tl::unexpected(drawn.error());
    }
    if (m_tensors.size() >= mostKept) {
        m_tensors.clear();
    }
    return &m_tensors.emplace(source, std::move(*drawn)).first->second;
}

Result<TensorReports::Report> TensorReports::report(const std::string& source,
                                                    const std::string& scheme) {
    const std::pair key(source, scheme);
    if (const auto found = m_reports.find(key); found != m_reports.end()) {
        return found->second;
    }
    const auto parsed = schemeOf(scheme);
    const auto values =
        parsed ? tensor(source) : Result<const Tensor*>(tl::unexpected(parsed.error()));
    if (!values) {
        return tl::unexpected(values.error());
    }
    const auto calibration = calibrate(**values, *parsed);
    if (!calibration) {
        return tl::unexpected(calibration.error());
    }
    const auto error = measureError(**values, *parsed, *calibration);
    if (!error) {
        return tl::unexpected(error.error());
    }
    return m_reports.emplace(key, Report{*calibration, *error, *parsed}).first->second;
}

Result<Summary> TensorReports::summary(const std::string& source) {
    const auto values = tensor(source);
    return values ? Result<Summary>(summarize((*values)->values()))
                  : Result<Summary>(tl::unexpected(values.error()));
}

Result<double> TensorReports::usedCodes(const std::string& source, const std::string& scheme) {
    const auto made = report(source, scheme);
    const auto values = made ? tensor(source) : Result<const Tensor*>(tl::unexpected(made.error()));
    if (!values) {
        return tl::unexpected(values.error());
    }
    if (findBlockFormat(made->scheme.format) != nullptr) {
        return fail(ErrorCode::InvalidArgument, "A block format has no codes of its own to count",
                    scheme, "Name an integer format");
    }
    const auto quantized = quantize(**values, made->scheme, made->calibration);
    if (!quantized) {
        return tl::unexpected(quantized.error());
    }
    return double(std::set<std::int32_t>(quantized->codes.begin(), quantized->codes.end()).size());
}

}  // namespace zeropoint::course
