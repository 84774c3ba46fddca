// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/compare_coach.h"

#include "core/metrics/setting_ranking.h"
#include "core/numerics/number_format.h"
#include "core/quantization/quantize.h"
#include "ui/pages/compare/compare_words.h"
#include "ui/pages/compare/files_comparison.h"
#include "ui/pages/compare/model_scan.h"
#include "ui/pages/compare/setting_scenes.h"
#include "ui/pages/compare/setting_studies.h"
#include "ui/state/workbench.h"
#include "ui/text/numbers.h"
#include "ui/text/shown_text.h"

#include <QCoreApplication>

#include <cmath>

namespace zeropoint::ui {
namespace {

class Coach {
    Q_DECLARE_TR_FUNCTIONS(CompareCoach)
};

QString titleOf(const QuantScheme& scheme, std::size_t column) {
    return Coach::tr("<b>%1, %2</b>")
        .arg(columnLetter(static_cast<int>(column)), settingName(scheme).toHtmlEscaped());
}

/// The column whose whole-tensor figure says least about its usual channel.
QString hiddenChannels(const Workbench& bench, const SettingStudies& studies) {
    constexpr double much = 3;  // dB
    const auto& columns = bench.compare().columns;
    double widest = much;
    QString text;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const SettingStudy* study = studies.study(i);
        if (study == nullptr || !(study->report.sqnrDb - study->medianChannelDb > widest)) {
            continue;
        }
        widest = study->report.sqnrDb - study->medianChannelDb;
        text = Coach::tr(
                   "In %1 the whole tensor has %2 dB, and half of its channels have less "
                   "than %3 dB: the large channels dominate the sum. Look at the median "
                   "channel too.")
                   .arg(titleOf(columns[i], i), formatNumber(study->report.sqnrDb, 3),
                        formatNumber(study->medianChannelDb, 3));
    }
    return text;
}

QString mostZeros(const Workbench& bench, const SettingStudies& studies) {
    constexpr double many = 0.25;
    const auto& columns = bench.compare().columns;
    double most = many;
    QString text;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const SettingStudy* study = studies.study(i);
        if (study != nullptr && study->becameZeroShare > most) {
            most = study->becameZeroShare;
            text = Coach::tr(
                       "In %1 %2 of the values became 0: the step is wider than most of "
                       "them.")
                       .arg(titleOf(columns[i], i), formatPercent(most));
        }
    }
    return text;
}

QString bestOfEquals(const Workbench& bench, const SettingStudies& studies) {
    const auto& columns = bench.compare().columns;
    std::vector<double> sqnr(columns.size(), std::nan(""));
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (const SettingStudy* study = studies.study(i)) {
            sqnr[i] = study->report.sqnrDb;
        }
    }
    const auto bits = columnBits(bench);
    const auto best = bestAtEqualBits(sqnr, bits, Better::Higher);
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (best[i]) {
            return Coach::tr("At about %1 bits per weight %2 has the highest SQNR, %3 dB.")
                .arg(formatNumber(bits[i], 3), titleOf(columns[i], i), formatNumber(sqnr[i], 3));
        }
    }
    return Coach::tr(
        "No two of these settings take about the same bits per weight, so none is "
        "called the best: more bits always have the smaller error.");
}

/// Why a setting in groups takes more than its codes.
Prediction groupBits(const Workbench& bench) {
    const auto& columns = bench.compare().columns;
    for (std::size_t i = 0; i < columns.size() && bench.source(); ++i) {
        const QuantScheme& scheme = columns[i];
        const NumberFormat* format = findNumberFormat(scheme.format);
        if (format == nullptr || scheme.granularity != Granularity::Group) {
            continue;
        }
        const StoredSize size = storedSize(bench.source()->tensor.shape(), scheme);
        Prediction prediction;
        prediction.question = Coach::tr("%1 has codes of %2 bits. Why does a weight take %3 bits?")
                                  .arg(columnLetter(static_cast<int>(i)))
                                  .arg(format->bits)
                                  .arg(formatNumber(size.bitsPerWeight, 4));
        prediction.options
            << Coach::tr("The table of its levels is stored")
            << Coach::tr("A scale is stored for every %1 weights").arg(scheme.groupSize)
            << Coach::tr("Each code needs a sign bit more");
        prediction.correct = 1;
        prediction.explanation = Coach::tr("The codes take %1 and the scales %2.")
                                     .arg(formatBytes(size.codeBytes),
                                          formatBytes(size.scaleBytes + size.zeroPointBytes));
        return prediction;
    }
    return {};
}

}  // namespace

CoachText compareCoach(const Workbench& bench, const SettingStudies& studies) {
    CoachText text;
    for (const QString& paragraph : {bestOfEquals(bench, studies), hiddenChannels(bench, studies),
                                     mostZeros(bench, studies)}) {
        if (!paragraph.isEmpty()) {
            text.paragraphs << paragraph;
        }
    }
    text.prediction = groupBits(bench);
    return text;
}

CoachText filesCoach(const FilesComparison& comparison) {
    CoachText text;
    const auto& opened = comparison.opened();
    if (!opened || comparison.reports().empty()) {
        text.paragraphs << Coach::tr(
            "Open a model and its quantized file, or two fine-tunes of one model. A is the "
            "reference: errors are counted against its values.");
        return text;
    }
    std::size_t worst = comparison.reports().size();
    for (std::size_t i = 0; i < comparison.reports().size(); ++i) {
        const PairReport& report = comparison.reports()[i];
        const bool counts = !report.failure && report.sums.error > 0;
        if (counts && (worst == comparison.reports().size() ||
                       report.sums.sqnrDb() < comparison.reports()[worst].sums.sqnrDb())) {
            worst = i;
        }
    }
    if (worst < comparison.reports().size()) {
        const TensorPair& pair = opened->pairing.pairs[worst];
        text.paragraphs << Coach::tr("<b>%1</b> lost most: %2 dB, while the whole model has %3 dB.")
                               .arg(shownText(infoOfA(opened->a, pair).name).toHtmlEscaped(),
                                    formatNumber(comparison.reports()[worst].sums.sqnrDb(), 3),
                                    formatNumber(comparison.totals().sums.sqnrDb(), 3));
    } else {
        text.paragraphs << Coach::tr("All that was compared is equal.");
    }
    text.paragraphs << Coach::tr(
        "The figure of the whole is the energy of all values over that of "
        "all differences, not a mean of decibels. Weight error alone "
        "does not tell what a model still can do.");
    return text;
}

CoachText scanCoach(const ModelScan& scan) {
    CoachText text;
    const ScannedWeight* worst = nullptr;
    std::size_t setting = 0;
    for (const ScannedWeight& weight : scan.weights()) {
        for (std::size_t i = 0; i < weight.reports.size(); ++i) {
            const double sqnr = weight.reports[i].sqnrDb;
            if (!std::isnan(sqnr) && (worst == nullptr || sqnr < worst->reports[setting].sqnrDb)) {
                worst = &weight;
                setting = i;
            }
        }
    }
    if (worst == nullptr) {
        text.paragraphs << Coach::tr(
            "The scan quantizes every weight of the open model under each "
            "setting of the columns, one weight at a time.");
        return text;
    }
    text.paragraphs
        << Coach::tr(
               "<b>%1</b> has the lowest SQNR, %2 dB under %3. Its largest value is %4 "
               "standard deviations away from zero: the further out the peak, the wider the "
               "step that all the others get.")
               .arg(shownText(scan.file()->tensors()[worst->index].name).toHtmlEscaped(),
                    formatNumber(worst->reports[setting].sqnrDb, 3),
                    titleOf(scan.settings()[setting], setting), formatNumber(worst->peak, 3));
    return text;
}

}  // namespace zeropoint::ui
