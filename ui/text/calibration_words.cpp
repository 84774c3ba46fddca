// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/calibration_words.h"

#include "core/numerics/block_format.h"
#include "core/scheme/element_format.h"

#include <QCoreApplication>

namespace zeropoint::ui {
namespace {

class CalibrationWords {
    Q_DECLARE_TR_FUNCTIONS(CalibrationWords)
};

}  // namespace

QString remedyName(Remedy remedy) {
    switch (remedy) {
        case Remedy::PerTensor:
            return CalibrationWords::tr("One scale each");
        case Remedy::PerToken:
            return CalibrationWords::tr("Scale per row (token)");
        case Remedy::PerChannelWeights:
            return CalibrationWords::tr("Scale per weight channel");
        case Remedy::PerGroup:
            return CalibrationWords::tr("Groups of 32");
        case Remedy::Clipping:
            return CalibrationWords::tr("Clipping (least MSE)");
        case Remedy::Smooth:
            return CalibrationWords::tr("SmoothQuant");
        case Remedy::Rotation:
            return CalibrationWords::tr("Hadamard rotation");
    }
    return {};
}

QString remedyExplanation(Remedy remedy) {
    switch (remedy) {
        case Remedy::PerTensor:
            return CalibrationWords::tr("The outlier sets the scale for all the others.");
        case Remedy::PerToken:
            return CalibrationWords::tr(
                "Each row of the activations has its own scale; an outlier channel is in every "
                "row, "
                "so it helps little.");
        case Remedy::PerChannelWeights:
            return CalibrationWords::tr("Each output channel of the weights has its own scale.");
        case Remedy::PerGroup:
            return CalibrationWords::tr(
                "Stretches of 32 values share a scale; only the outlier's own stretch suffers.");
        case Remedy::Clipping:
            return CalibrationWords::tr(
                "A smaller range: the outlier is cut off, the others are finer.");
        case Remedy::Smooth:
            return CalibrationWords::tr(
                "Each channel of the activations is divided by a factor and the weights multiplied "
                "with it: the product stays, the outlier moves into the weights.");
        case Remedy::Rotation:
            return CalibrationWords::tr(
                "Both matrices are rotated by the same Hadamard matrix: the product stays, and the "
                "outlier is spread over all channels.");
    }
    return {};
}

QString symmetryReason(SymmetryReason reason) {
    switch (reason) {
        case SymmetryReason::OneSided:
            return CalibrationWords::tr(
                "All values lie on one side of zero: half of the symmetric codes would never be "
                "used.");
        case SymmetryReason::Lopsided:
            return CalibrationWords::tr(
                "One side reaches further than the other: a symmetric range wastes codes on values "
                "that do not occur.");
        case SymmetryReason::Balanced:
            return CalibrationWords::tr(
                "Both choices cost about the same, and a symmetric scheme needs no zero point.");
        case SymmetryReason::NoValues:
            return CalibrationWords::tr("There are no values to judge by.");
    }
    return {};
}

QString whyNoRange(const QuantScheme& scheme) {
    if (findBlockFormat(scheme.format) != nullptr) {
        return CalibrationWords::tr("Each block has a range of its own");
    }
    const Result<ElementFormat> element = elementFormat(scheme);
    return element && !element->scaled ? CalibrationWords::tr("A plain cast has no range")
                                       : QString();
}

}  // namespace zeropoint::ui
