// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/memory/roofline_words.h"

#include "ui/pages/memory/roofline_plot.h"
#include "ui/text/numbers.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr double operationsInGiga = 1e9;
constexpr double mebibyte = 1024 * 1024;
constexpr std::int64_t promptBatch = 64;
constexpr double loaded = 0.1;  ///< of the processors: others that a measurement is told about

class RooflineWords {
    Q_DECLARE_TR_FUNCTIONS(RooflineWords)
};

bool has(const MachineFacts& machine, const char* name) {
    return std::any_of(machine.instructions.begin(), machine.instructions.end(),
                       [name](const auto& entry) { return entry.first == name && entry.second; });
}

/// How much faster than FP32 at the same batch; 0 unknown.
double gainAt(const Roofline& roofline, ProductFormat format, std::int64_t batch) {
    const RooflinePoint* plain = roofline.point(ProductFormat::Fp32, batch);
    const RooflinePoint* point = roofline.point(format, batch);
    return plain != nullptr && point != nullptr ? plain->timing.seconds / point->timing.seconds : 0;
}

/// Whether a product's operations for each byte lie below the ridge of its roof.
bool limitedByBytes(const Roofline& roofline, ProductFormat format, std::int64_t batch) {
    const RooflinePoint* point = roofline.point(format, batch);
    return point != nullptr && point->operationsPerByte() < roofline.ridge(format);
}

constexpr ProductFormat compared[] = {ProductFormat::Fp32, ProductFormat::Int8};

bool allLimitedByBytes(const Roofline& roofline, std::int64_t batch) {
    return std::ranges::all_of(
        compared, [&](ProductFormat format) { return limitedByBytes(roofline, format, batch); });
}
bool noneLimitedByBytes(const Roofline& roofline, std::int64_t batch) {
    return std::ranges::none_of(
        compared, [&](ProductFormat format) { return limitedByBytes(roofline, format, batch); });
}

/// A sentence stands for more than a hollow point: in place of one that a disturbed measurement
/// would make; empty where it was steady.
QString disturbedAt(const Roofline& roofline, std::int64_t batch) {
    const auto unsteady = [batch](const RooflinePoint& point) {
        return point.batch == batch && !point.timing.isSteady();
    };
    return std::ranges::any_of(roofline.points, unsteady)
               ? RooflineWords::tr(
                     "<b>What batch %1 costs was disturbed by other programs.</b> "
                     "Nothing is concluded from it: measure again when it is quiet.")
                     .arg(batch)
               : QString();
}

QString ceilingName(ProductFormat format, const MachineFacts& machine) {
    switch (format) {
        case ProductFormat::Fp32:
            return RooflineWords::tr("FP32, multiply and add");
        case ProductFormat::Bf16:
            return has(machine, "AVX-512 BF16") || has(machine, "AMX")
                       ? RooflineWords::tr("BF16, by its own instructions")
                       : RooflineWords::tr("BF16, widened to FP32");
        case ProductFormat::Int8:
            return has(machine, "VNNI") || has(machine, "AMX")
                       ? RooflineWords::tr("INT8, by VNNI or AMX")
                       : RooflineWords::tr("INT8, without VNNI");
    }
    return {};
}

}  // namespace

QString machineText(const MachineFacts& machine) {
    const QString name = machine.processor.empty() ? RooflineWords::tr("An unnamed processor")
                                                   : QString::fromStdString(machine.processor);
    QString text =
        name + QLatin1Char('\n') +
        RooflineWords::tr("%n processor(s)", nullptr, static_cast<int>(machine.processors));
    if (machine.lastLevelCache > 0) {
        text += RooflineWords::tr(", %1 MiB of last-level cache")
                    .arg(formatNumber(static_cast<double>(machine.lastLevelCache) / mebibyte, 3));
    }
    return text;
}

QString instructionsText(const MachineFacts& machine) {
    QStringList there;
    QStringList missing;
    for (const auto& [name, has] : machine.instructions) {
        (has ? there : missing) << QString::fromStdString(name);
    }
    QStringList lines;
    if (!there.isEmpty()) {
        lines << RooflineWords::tr("✓ %1").arg(there.join(QStringLiteral(", ")));
    }
    if (!missing.isEmpty()) {
        lines << RooflineWords::tr("✕ not %1").arg(missing.join(QStringLiteral(", ")));
    }
    return lines.join(QLatin1Char('\n'));
}

QList<QPair<QString, QString>> ceilingRows(const Roofline* roofline) {
    QList<QPair<QString, QString>> rows;
    if (roofline == nullptr) {
        return rows;
    }
    for (const Ceiling& ceiling : roofline->ceilings) {
        rows.append({ceilingName(ceiling.format, roofline->machine),
                     RooflineWords::tr("%1 GOP/s")
                         .arg(formatNumber(ceiling.operationsPerSecond / operationsInGiga, 3))});
    }
    const Ceiling* plain = roofline->ceiling(ProductFormat::Fp32);
    const Ceiling* integer = roofline->ceiling(ProductFormat::Int8);
    if (plain != nullptr && integer != nullptr) {
        rows.append({RooflineWords::tr("INT8 over FP32"),
                     formatNumber(integer->operationsPerSecond / plain->operationsPerSecond, 3) +
                         QChar(0x00D7)});
    }
    rows.append({RooflineWords::tr("Memory, reading"),
                 RooflineWords::tr("%1 GB/s").arg(
                     formatNumber(roofline->bytesPerSecond / operationsInGiga, 3))});
    for (const ProductFormat format : {ProductFormat::Fp32, ProductFormat::Int8}) {
        if (roofline->ridge(format) > 0) {
            rows.append(
                {RooflineWords::tr("%1 is limited by bytes below").arg(productName(format)),
                 RooflineWords::tr("%1 op/B").arg(formatNumber(roofline->ridge(format), 3))});
        }
    }
    return rows;
}

QString whenText(const Roofline& roofline) {
    double worst = roofline.bandwidthSpread;
    for (const RooflinePoint& point : roofline.points) {
        worst = std::max(worst, point.timing.spread);
    }
    const QDateTime when =
        QDateTime::fromString(QString::fromStdString(roofline.when), Qt::ISODate).toLocalTime();
    QString text = RooflineWords::tr("%n thread(s), the fastest of the runs, spread up to %1; %2",
                                     nullptr, static_cast<int>(roofline.threads))
                       .arg(formatPercent(worst), QLocale().toString(when, QLocale::ShortFormat));
    if (roofline.othersShare >= 0) {
        text += RooflineWords::tr("; other programs used %1 of the processors")
                    .arg(formatPercent(roofline.othersShare));
    }
    return text;
}

QString disturbanceText(const Roofline& roofline) {
    const bool unsteady =
        std::any_of(roofline.points.begin(), roofline.points.end(),
                    [](const RooflinePoint& point) { return !point.timing.isSteady(); });
    if (unsteady) {
        return RooflineWords::tr(
            "Another program is using the processor: what is hollow varies by "
            "more than 10 %.");
    }
    return roofline.othersShare > loaded
               ? RooflineWords::tr(
                     "Other programs used %1 of the processors meanwhile: what stands "
                     "here can be too low, and never too high. Measure again when it "
                     "is quiet.")
                     .arg(formatPercent(roofline.othersShare))
               : QString();
}

QString decodeWords(const Roofline& roofline) {
    const double gain = gainAt(roofline, ProductFormat::Int8, 1);
    if (const QString disturbed = disturbedAt(roofline, 1); gain <= 0 || !disturbed.isEmpty()) {
        return disturbed;
    }
    return (allLimitedByBytes(roofline, 1)
                ? RooflineWords::tr(
                      "<b>At batch 1 the bytes limit.</b> Each token reads all weights once; "
                      "INT8 reads a quarter of FP32's bytes and is %1 times as fast.")
                : RooflineWords::tr(
                      "<b>At batch 1 INT8 is %1 times as fast.</b> By these ceilings not the bytes "
                      "alone are the limit."))
        .arg(formatNumber(gain, 2));
}

QString promptWords(const Roofline& roofline) {
    const double gain = gainAt(roofline, ProductFormat::Int8, promptBatch);
    const Ceiling* plain = roofline.ceiling(ProductFormat::Fp32);
    const Ceiling* integer = roofline.ceiling(ProductFormat::Int8);
    const QString disturbed = disturbedAt(roofline, promptBatch);
    if (gain <= 0 || plain == nullptr || integer == nullptr || !disturbed.isEmpty()) {
        return disturbed;
    }
    const bool own = has(roofline.machine, "VNNI") || has(roofline.machine, "AMX");
    const QString ratio =
        formatNumber(integer->operationsPerSecond / plain->operationsPerSecond, 3);
    const QString limit =
        noneLimitedByBytes(roofline, promptBatch)
            ? RooflineWords::tr("<b>From batch %1 on the arithmetic limits.</b>").arg(promptBatch)
        : allLimitedByBytes(roofline, promptBatch)
            ? RooflineWords::tr("<b>At batch %1 the bytes still limit.</b>").arg(promptBatch)
            : RooflineWords::tr(
                  "<b>At batch %1 the bytes limit one of the two and the arithmetic "
                  "the other.</b>")
                  .arg(promptBatch);
    return limit + QLatin1Char(' ') +
           (own ? RooflineWords::tr("This processor multiplies INT8 by one instruction, so its "
                                    "ceiling is %1 times FP32's; at batch %3 it is %2 times as "
                                    "fast.")
                : RooflineWords::tr("Without VNNI an INT8 product takes three instructions, so its "
                                    "ceiling is %1 times FP32's; at batch %3 it is %2 times as "
                                    "fast."))
               .arg(ratio, formatNumber(gain, 3))
               .arg(promptBatch);
}

}  // namespace zeropoint::ui
