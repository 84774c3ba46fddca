// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/packed_words.h"

#include "ui/text/numbers.h"
#include "ui/text/shown_text.h"
#include "ui/text/unit_number.h"

#include <QCoreApplication>

#include <array>
#include <string_view>
#include <utility>

namespace zeropoint::ui {
namespace {

class PackedWords {
    Q_DECLARE_TR_FUNCTIONS(PackedWords)
};

/// Formats by their bits where they are plain integers, by their names where the name says more.
QString formatWords(const PackedWeight& packed) {
    const QString format = QString::fromStdString(packed.format);
    const bool integer =
        format.startsWith(QLatin1String("int")) || format.startsWith(QLatin1String("uint"));
    if (!integer) {
        return format.toUpper();
    }
    const QString bits = format.mid(format.indexOf(QLatin1String("int")) + 3);
    return withBits(bits);
}

}  // namespace

QString packedBy(const PackedWeight& packed) {
    using Row = std::pair<std::string_view, const char*>;
    static constexpr std::array names = {
        Row{"gptq", "GPTQ"},         Row{"awq", "AWQ"},         Row{"mlx", "MLX"},
        Row{"hqq", "HQQ"},           Row{"pytorch", "PyTorch"}, Row{"onnx", "ONNX"},
        Row{"modelopt", "ModelOpt"}, Row{"mxfp4", "MXFP4"},     Row{"fp8", "FP8"},
    };
    for (const auto& [id, name] : names) {
        if (id == packed.by) {
            return QString::fromLatin1(name);
        }
    }
    return shownText(packed.by);
}

QString packedSentence(const PackedWeight& packed) {
    return packed.group > 0 ? PackedWords::tr("Quantized by %1, %2, group %3: these are its codes.")
                                  .arg(packedBy(packed), formatWords(packed))
                                  .arg(packed.group)
                            : PackedWords::tr("Quantized by %1, %2: these are its codes.")
                                  .arg(packedBy(packed), formatWords(packed));
}

QString blockSentence(const BlockFormat& format) {
    return PackedWords::tr(
               "Stored as %1, %2 values a block, %3 bits per weight: these are its codes.")
        .arg(QString::fromUtf8(format.name.data(), qsizetype(format.name.size())))
        .arg(format.valuesPerBlock)
        .arg(formatNumber(format.bitsPerWeight(), 5));
}

QString packedBadge(const PackedWeight& packed) {
    return packedBy(packed) + QLatin1Char(' ') + QString::fromStdString(packed.format);
}

}  // namespace zeropoint::ui
