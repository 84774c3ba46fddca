// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/calibration_words.h"

#include "core/numerics/block_format.h"
#include "core/scheme/format_settings.h"

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
                "All values lie on one side of zero: the symmetric codes of the other side would "
                "never be used.");
        case SymmetryReason::Lopsided:
            return CalibrationWords::tr(
                "One side reaches further than the other: a symmetric range wastes codes on values "
                "that do not occur.");
        case SymmetryReason::Balanced:
            return CalibrationWords::tr(
                "Both choices cost about the same, and a symmetric scheme needs no zero point.");
        case SymmetryReason::NoValues:
            return CalibrationWords::tr(
                "No value is finite and other than zero: there is nothing to judge by.");
    }
    return {};
}

QString whyNoRange(const QuantScheme& scheme) {
    const FormatSettings follows = settingsOf(scheme.format);
    return follows.scale ? QString()
           : follows.kind == FormatSettings::Kind::Blocks
               ? CalibrationWords::tr("Each block has a range of its own")
               : CalibrationWords::tr("A plain cast has no range");
}

bool isFollowed(const QString& setting, const QuantScheme& scheme) {
    struct Row {
        QStringView name;  ///< or how it begins, with its dot
        bool FormatSettings::*of;
    };
    static constexpr Row rows[] = {
        {u"calibrate.range.", &FormatSettings::scale},
        {u"calibrate.scheme.granularity", &FormatSettings::scale},
        {u"calibrate.scheme.axis", &FormatSettings::scale},
        {u"calibrate.scheme.group", &FormatSettings::scale},
        {u"calibrate.scheme.scale_format", &FormatSettings::scale},
        {u"calibrate.scheme.double_block", &FormatSettings::scale},
        {u"calibrate.scheme.zero_point", &FormatSettings::zeroPoint},
        {u"calibrate.scheme.narrow", &FormatSettings::zeroPoint},
        {u"calibrate.scheme.convention", &FormatSettings::zeroPoint},
        {u"calibrate.scheme.rounding", &FormatSettings::rounding},
        {u"calibrate.scheme.seed", &FormatSettings::rounding},
        {u"calibrate.scheme.overflow", &FormatSettings::overflow},
        {u"calibrate.scheme.scale_rule", &FormatSettings::scaleRule},
    };
    const FormatSettings follows = settingsOf(scheme.format);
    for (const Row& row : rows) {
        const bool all = row.name.endsWith(u'.');
        if (all ? setting.startsWith(row.name) : setting == row.name) {
            return follows.*row.of;
        }
    }
    return true;
}

bool evenToTheNearest(const QuantScheme& scheme) {
    const bool nearest = scheme.rounding == Rounding::NearestEven ||
                         scheme.rounding == Rounding::HalfAway ||
                         scheme.rounding == Rounding::HalfUp;
    return settingsOf(scheme.format).kind == FormatSettings::Kind::Integer && nearest &&
           scheme.granularity == Granularity::Tensor;
}

QString sharedRange(const QuantScheme& scheme) {
    switch (followed(scheme).granularity) {
        case Granularity::Tensor:
            return {};
        case Granularity::Channel:
            return CalibrationWords::tr("A range set by hand is that of every channel.");
        case Granularity::Group:
            return CalibrationWords::tr("A range set by hand is that of every group.");
    }
    return {};
}

QString whyNoChannels(const QuantScheme& scheme) {
    if (settingsOf(scheme.format).scale) {
        return {};
    }
    const BlockFormat* blocks = findBlockFormat(scheme.format);
    return blocks == nullptr
               ? CalibrationWords::tr(
                     "A plain cast has no scale: channels neither share one nor have their own.")
               : CalibrationWords::tr(
                     "%1 gives each block of %2 values a scale: channels neither "
                     "share one nor have their own.")
                     .arg(QString::fromUtf8(blocks->name.data(), qsizetype(blocks->name.size())))
                     .arg(blocks->valuesPerBlock);
}

QString whyNoGroups(const QuantScheme& scheme) {
    if (settingsOf(scheme.format).scale) {
        return {};
    }
    const BlockFormat* blocks = findBlockFormat(scheme.format);
    return blocks == nullptr
               ? CalibrationWords::tr("A plain cast has no scale that groups could have.")
               : CalibrationWords::tr(
                     "%1 cuts rows into blocks of %2 itself: there is no group size to choose.")
                     .arg(QString::fromUtf8(blocks->name.data(), qsizetype(blocks->name.size())))
                     .arg(blocks->valuesPerBlock);
}

}  // namespace zeropoint::ui
