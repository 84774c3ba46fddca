// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/calibration_words.h"

#include <QCoreApplication>

namespace zeropoint::ui {
namespace {

QString translate(const char* text) {
    return QCoreApplication::translate("CalibrationWords", text);
}

}  // namespace

QString remedyName(Remedy remedy) {
    switch (remedy) {
        case Remedy::PerTensor:
            return translate("One scale each");
        case Remedy::PerToken:
            return translate("Scale per row (token)");
        case Remedy::PerChannelWeights:
            return translate("Scale per weight channel");
        case Remedy::PerGroup:
            return translate("Groups of 32");
        case Remedy::Clipping:
            return translate("Clipping (least MSE)");
        case Remedy::Smooth:
            return translate("SmoothQuant");
        case Remedy::Rotation:
            return translate("Hadamard rotation");
    }
    return {};
}

QString remedyExplanation(Remedy remedy) {
    switch (remedy) {
        case Remedy::PerTensor:
            return translate("The outlier sets the scale for all the others.");
        case Remedy::PerToken:
            return translate(
                "Each row of the activations has its own scale; an outlier channel is in every "
                "row, "
                "so it helps little.");
        case Remedy::PerChannelWeights:
            return translate("Each output channel of the weights has its own scale.");
        case Remedy::PerGroup:
            return translate(
                "Stretches of 32 values share a scale; only the outlier's own stretch suffers.");
        case Remedy::Clipping:
            return translate("A smaller range: the outlier is cut off, the others are finer.");
        case Remedy::Smooth:
            return translate(
                "Each channel of the activations is divided by a factor and the weights multiplied "
                "with it: the product stays, the outlier moves into the weights.");
        case Remedy::Rotation:
            return translate(
                "Both matrices are rotated by the same Hadamard matrix: the product stays, and the "
                "outlier is spread over all channels.");
    }
    return {};
}

QString symmetryReason(SymmetryReason reason) {
    switch (reason) {
        case SymmetryReason::OneSided:
            return translate(
                "All values lie on one side of zero: half of the symmetric codes would never be "
                "used.");
        case SymmetryReason::Lopsided:
            return translate(
                "One side reaches further than the other: a symmetric range wastes codes on values "
                "that do not occur.");
        case SymmetryReason::Balanced:
            return translate(
                "Both choices cost about the same, and a symmetric scheme needs no zero point.");
        case SymmetryReason::NoValues:
            return translate("There are no values to judge by.");
    }
    return {};
}

}  // namespace zeropoint::ui
