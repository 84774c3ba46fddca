// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheme/convention_form.h"

#include "core/numerics/half.h"
#include "core/numerics/parse_number.h"
#include "core/scheme/element_format.h"

#include <algorithm>
#include <cmath>

namespace zeropoint {
namespace {

std::string number(double value) {
    return shortestText(value);
}

/// As two bytes of FP16 hold it.
double halved(double value) {
    return floatOfHalf(halfOfFloat(static_cast<float>(value)));
}

/// " - 3", " + 3", "" for 0.
std::string plus(double value) {
    if (value == 0) {
        return "";
    }
    return (value < 0 ? " - " : " + ") + number(value < 0 ? -value : value);
}

std::string equationOf(const ConventionForm& form) {
    const std::string scale = "x' = " + number(form.scale) + " * ";
    switch (form.shape) {
        case ConventionShape::ZeroPoint:
            return form.second == 0 ? scale + "q" : scale + "(q" + plus(-form.second) + ")";
        case ConventionShape::Offset:
            return form.second == 0 ? scale + "q" : scale + "(q" + plus(form.second) + ")";
        case ConventionShape::Minimum:
            return scale + "q" + plus(form.second);
        case ConventionShape::ScaleOnly:
            return scale + "q";
    }
    return {};
}

/// Makes the forms of one quantizer; `unsignedShift` takes our codes to 0 .. 2^bits - 1.
class Forms {
public:
    Forms(const QuantParams& params, const ElementFormat& element, bool symmetric)
        : m_params(params), m_element(element), m_symmetric(symmetric) {
        const bool isSigned = element.format->isSigned;
        const std::int32_t half = std::int32_t{1} << (element.format->bits - 1);
        m_unsignedShift = isSigned ? half : 0;
        m_signedShift = isSigned ? 0 : -half;
    }

    std::vector<ConventionForm> all() const {
        std::vector<ConventionForm> forms;
        if (bits() == 8) {
            forms.push_back(pytorch());
        }
        if (bits() == 4 || bits() == 8 || bits() == 16) {
            forms.push_back(onnx());
        }
        if (bits() == 8) {
            forms.push_back(tflite());
        }
        if (m_params.zeroPoint + m_signedShift == 0 && m_symmetric) {
            forms.push_back(tensorRt());
        }
        forms.push_back(aimet());
        // d and m are FP16 there: what is beyond it has no such block.
        if (const ConventionForm form = gguf();
            (bits() == 4 || bits() == 5) && std::isfinite(form.scale + form.second)) {
            forms.push_back(form);
        }
        if (bits() <= 6 || bits() == 8) {
            forms.push_back(mlx());
        }
        for (ConventionForm& form : forms) {
            form.equation = equationOf(form);
        }
        return forms;
    }

private:
    int bits() const { return m_element.format->bits; }
    double zeroPoint(std::int32_t shift) const { return m_params.zeroPoint + shift; }

    ConventionForm zeroPointForm(std::string_view library, std::int32_t shift) const {
        ConventionForm form;
        form.library = library;
        form.shape = ConventionShape::ZeroPoint;
        form.scale = m_params.scale;
        form.second = zeroPoint(shift);
        form.codeShift = shift;
        return form;
    }

    ConventionForm pytorch() const {
        ConventionForm form = zeroPointForm("PyTorch", 0);
        form.text = "torch.quantize_per_tensor(x, scale=" + number(form.scale) +
                    ", zero_point=" + number(form.second) + ", dtype=torch." +
                    (m_element.format->isSigned ? "qint8)" : "quint8)");
        return form;
    }

    ConventionForm onnx() const {
        ConventionForm form = zeroPointForm("ONNX", 0);
        form.text = "QuantizeLinear: y_scale = " + number(form.scale) +
                    ", y_zero_point = " + number(form.second) + " (" +
                    std::string(m_element.format->id) + ")";
        return form;
    }

    ConventionForm tflite() const {
        ConventionForm form = zeroPointForm("TFLite", m_signedShift);
        form.text = "int8, quantization: scale = " + number(form.scale) +
                    ", zero_point = " + number(form.second);
        return form;
    }

    ConventionForm tensorRt() const {
        ConventionForm form = zeroPointForm("TensorRT", m_signedShift);
        form.shape = ConventionShape::ScaleOnly;
        form.text = "addQuantize(x, scale = " + number(form.scale) + ")";
        return form;
    }

    ConventionForm aimet() const {
        ConventionForm form = zeroPointForm("AIMET", m_unsignedShift);
        form.shape = ConventionShape::Offset;
        form.second = 0 - form.second;  // never the negative zero
        form.text = "delta = " + number(form.scale) + ", offset = " + number(form.second);
        return form;
    }

    ConventionForm minimumForm(std::string_view library) const {
        ConventionForm form = zeroPointForm(library, m_unsignedShift);
        form.shape = ConventionShape::Minimum;
        form.second = 0 - form.scale * form.second;  // never the negative zero
        return form;
    }

    ConventionForm gguf() const {
        ConventionForm form = minimumForm("GGUF");
        form.scale = halved(form.scale);
        form.second = halved(form.second);
        form.text =
            "d = " + number(form.scale) + ", m = " + number(form.second) + "  (w = d * q + m)";
        return form;
    }

    ConventionForm mlx() const {
        ConventionForm form = minimumForm("MLX");
        form.text = "scales = " + number(form.scale) + ", biases = " + number(form.second) +
                    "  (w = scales * q + biases)";
        return form;
    }

    QuantParams m_params;
    const ElementFormat& m_element;
    bool m_symmetric;
    std::int32_t m_unsignedShift = 0;
    std::int32_t m_signedShift = 0;
};

}  // namespace

std::vector<ConventionForm> conventionForms(const QuantParams& params, const QuantScheme& scheme) {
    const Result<ElementFormat> element = elementFormat(scheme);
    if (!element || !element->integer) {
        return {};
    }
    return Forms(params, *element, scheme.symmetric).all();
}

double evaluate(const ConventionForm& form, std::int64_t code) {
    const auto q = static_cast<double>(code + form.codeShift);
    switch (form.shape) {
        case ConventionShape::ZeroPoint:
            return form.scale * (q - form.second);
        case ConventionShape::Offset:
            return form.scale * (q + form.second);
        case ConventionShape::Minimum:
            return form.scale * q + form.second;
        case ConventionShape::ScaleOnly:
            return form.scale * q;
    }
    return 0;
}

double largestDifference(const ConventionForm& form, const QuantParams& params,
                         const CodeRange& codes) {
    double largest = 0;
    for (std::int64_t code = codes.qmin; code <= codes.qmax; ++code) {
        const double own = static_cast<double>(code - params.zeroPoint) * params.scale;
        largest = std::max(largest, std::abs(evaluate(form, code) - own) / params.scale);
    }
    return largest;
}

}  // namespace zeropoint
