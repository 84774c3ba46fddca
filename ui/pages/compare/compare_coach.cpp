// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/compare_coach.h"

#include "core/metrics/setting_ranking.h"
#include "core/numerics/block_format.h"
#include "core/numerics/number_format.h"
#include "core/quantization/quantize.h"
#include "core/scheme/format_settings.h"
#include "core/scheme/param_equation.h"
#include "ui/pages/compare/compare_questions.h"
#include "ui/pages/compare/compare_rules.h"
#include "ui/pages/compare/compare_words.h"
#include "ui/pages/compare/files_comparison.h"
#include "ui/pages/compare/model_scan.h"
#include "ui/pages/compare/setting_scenes.h"
#include "ui/pages/compare/setting_studies.h"
#include "ui/state/workbench.h"
#include "ui/text/numbers.h"
#include "ui/text/tensor_title.h"

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {
namespace {

QString titleOf(const QuantScheme& scheme, std::size_t column) {
    return CompareCoach::tr("<b>%1, %2</b>")
        .arg(columnLetter(static_cast<int>(column)), settingName(scheme).toHtmlEscaped());
}

bool isFloat(const QuantScheme& scheme) {
    const NumberFormat* format = findNumberFormat(scheme.format);
    return format != nullptr && format->kind == FormatKind::Minifloat;
}

/// That reaches to the outermost value.
bool hasOneStep(const QuantScheme& scheme) {
    return scheme.granularity == Granularity::Tensor && !isFloat(scheme) &&
           findBlockFormat(scheme.format) == nullptr &&
           scheme.range.kind == RangeMethod::Kind::MinMax;
}

/// How much wider the step of an integer gets by one bit less, in dB.
double costOfABit(const QuantScheme& scheme) {
    constexpr int fewest = 2;
    const NumberFormat* format = findNumberFormat(scheme.format);
    if (format == nullptr || format->kind != FormatKind::Integer || format->bits <= fewest) {
        return 0;
    }
    return -20 * std::log10(timesFiner(scheme, -1));
}

CompareFigures settingFigures(const Workbench& bench, const SettingStudies& studies) {
    CompareFigures f;
    const auto& columns = bench.compare().columns;
    f.settings = static_cast<int>(columns.size());
    const auto bits = columnBits(bench);
    std::vector<double> sqnr;
    std::vector<double> known;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const SettingStudy* study = studies.study(i);
        if (study == nullptr) {
            continue;
        }
        f.columns.push_back(
            {titleOf(columns[i], i), study->report.sqnrDb, study->medianChannelDb,
             study->becameZeroShare, bits[i], study->report.clipMse, study->report.roundMse,
             columns[i].granularity != Granularity::Tensor || !settingsOf(columns[i].format).scale,
             isFloat(columns[i]), costOfABit(columns[i]),
             !settingsOf(columns[i].format).scale ||
                 columns[i].range.kind == RangeMethod::Kind::Mse});
        f.outlierChannels = static_cast<int>(study->outlierChannels.size());
        sqnr.push_back(study->report.sqnrDb);
        known.push_back(bits[i]);
    }
    const auto best = bestAtEqualBits(sqnr, known, Better::Higher);
    const auto found = std::find(best.begin(), best.end(), true);
    f.best = found == best.end() ? -1 : static_cast<int>(found - best.begin());
    return f;
}

double valuesOf(const ModelScan& scan, const ScannedWeight& weight) {
    return static_cast<double>(scan.file()->tensors()[weight.index].elements());
}

/// Why a setting in groups takes more than its codes.
Prediction groupBits(const Workbench& bench) {
    const auto& columns = bench.compare().columns;
    for (std::size_t i = 0; i < columns.size() && bench.source(); ++i) {
        const QuantScheme& scheme = columns[i];
        const NumberFormat* format = findNumberFormat(scheme.format);
        if (format == nullptr || !settingsOf(scheme.format).scale ||
            scheme.granularity != Granularity::Group) {
            continue;
        }
        const StoredSize size = storedSize(bench.source()->tensor.shape(), scheme);
        Prediction prediction;
        prediction.question =
            CompareCoach::tr("%1 has codes of %2 bits. Why does a weight take %3 bits?")
                .arg(columnLetter(static_cast<int>(i)))
                .arg(format->bits)
                .arg(formatNumber(size.bitsPerWeight, 4));
        prediction.options
            << CompareCoach::tr("The table of its levels is stored")
            << CompareCoach::tr("A scale is stored for every %1 weights").arg(scheme.groupSize)
            << CompareCoach::tr("Each code needs a sign bit more");
        prediction.correct = 1;
        prediction.explanation = CompareCoach::tr("The codes take %1 and the scales %2.")
                                     .arg(formatBytes(size.codeBytes),
                                          formatBytes(size.scaleBytes + size.zeroPointBytes));
        return prediction;
    }
    return {};
}

}  // namespace

CoachText compareCoach(const Workbench& bench, const SettingStudies& studies) {
    CoachText text = advise(compareRules(), compareQuestions(), settingFigures(bench, studies));
    if (const Prediction group = groupBits(bench); !group.options.isEmpty()) {
        text.prediction = group;
    }
    return text;
}

CoachText filesCoach(const FilesComparison& comparison) {
    FilesFigures f;
    const auto& opened = comparison.opened();
    if (opened) {
        f.pairs = static_cast<int>(comparison.reports().size());
        f.alone = static_cast<int>(opened->pairing.onlyInA.size() + opened->pairing.onlyInB.size());
        f.totalDb = comparison.totals().sums.sqnrDb();
    }
    for (std::size_t i = 0; opened && i < comparison.reports().size(); ++i) {
        const PairReport& report = comparison.reports()[i];
        f.unreadable += report.failure ? 1 : 0;
        if (report.failure) {
            continue;
        }
        f.different += report.sums.equal() ? 0 : 1;
        if (report.sums.error <= 0) {
            continue;  // no value that has an error
        }
        if (f.worst.isEmpty() || report.sums.sqnrDb() < f.worstDb) {
            f.worstDb = report.sums.sqnrDb();
            f.worst = tensorTitle(opened->a.file(), infoOfA(opened->a, opened->pairing.pairs[i]))
                          .toHtmlEscaped();
        }
    }
    return advise(filesRules(), filesQuestions(), f);
}

CoachText scanCoach(const ModelScan& scan) {
    ScanFigures f;
    std::vector<double> peaks;
    double values = 0;
    double worstValues = 0;
    for (const ScannedWeight& weight : scan.weights()) {
        values += valuesOf(scan, weight);
        if (!std::isnan(weight.peak)) {
            peaks.push_back(weight.peak);
        }
        for (std::size_t i = 0; i < weight.reports.size(); ++i) {
            const double sqnr = weight.reports[i].sqnrDb;
            if (!std::isnan(sqnr) && (f.worst.isEmpty() || sqnr < f.worstDb)) {
                f.worst = tensorTitle(*scan.file(), weight.index).toHtmlEscaped();
                f.under = titleOf(scan.settings()[i], i);
                f.worstDb = sqnr;
                f.worstPeak = weight.peak;
                f.worstTotalDb = scan.totals()[i].sqnrDb;
                f.oneStep = hasOneStep(scan.settings()[i]);
                worstValues = valuesOf(scan, weight);
            }
        }
    }
    if (!peaks.empty()) {
        const auto middle = peaks.begin() + static_cast<std::ptrdiff_t>(peaks.size() / 2);
        std::nth_element(peaks.begin(), middle, peaks.end());
        f.medianPeak = *middle;
    }
    f.worstShare = values > 0 ? worstValues / values : 0;
    return advise(scanRules(), scanQuestions(), f);
}

}  // namespace zeropoint::ui
