// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/setting_scenes.h"

#include "core/metrics/setting_ranking.h"
#include "core/quantization/quantize.h"
#include "ui/pages/compare/compare_words.h"
#include "ui/pages/compare/setting_studies.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/calibration_words.h"
#include "ui/text/numbers.h"
#include "ui/text/unit_number.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

namespace zeropoint::ui {
namespace {

class Scenes {
    Q_DECLARE_TR_FUNCTIONS(SettingScenes)
};

constexpr std::size_t settingBins = 64;
constexpr std::size_t errorBins = 61;  ///< odd: zero stands in the middle of one
constexpr double headroom = 1.15;
constexpr std::size_t mostCells = 128;
constexpr std::size_t mostOutlined = 16;

double highest(const QVector<double>& counts) {
    return counts.isEmpty() ? 0 : *std::max_element(counts.begin(), counts.end());
}

std::vector<double> toStd(const QVector<double>& values) {
    return {values.begin(), values.end()};
}

/// The finest grid of all columns that have one.
double finestStep(const SettingStudies& studies, std::size_t columns) {
    double finest = 0;
    for (std::size_t i = 0; i < columns; ++i) {
        if (const SettingStudy* study = studies.study(i); study != nullptr && study->step > 0) {
            finest = finest > 0 ? std::min(finest, study->step) : study->step;
        }
    }
    return finest;
}

double largestError(const SettingStudies& studies, std::size_t columns) {
    double largest = 0;
    for (std::size_t i = 0; i < columns; ++i) {
        if (const SettingStudy* study = studies.study(i)) {
            // Where a value became infinite, what stays finite is shown.
            const double error = study->report.maxAbsError;
            largest = std::max(largest, std::isfinite(error) ? error : study->errors.reach());
        }
    }
    return largest;
}

QString decibelText(double db) {
    return std::isinf(db) ? Scenes::tr("exact") : withDecibels(db);
}

QString textOf(double value, ColumnCard::Figure figure) {
    if (std::isnan(value)) {
        return QStringLiteral("–");
    }
    switch (figure) {
        case ColumnCard::Sqnr:
        case ColumnCard::MedianChannel:
            return decibelText(value);
        case ColumnCard::BecameZero:
            return formatPercent(value);
        case ColumnCard::Size:
            return formatBytes(static_cast<qulonglong>(value));
        default:
            return formatNumber(value, 4);
    }
}

}  // namespace

SettingScene sharedScene(Workbench& bench, const SettingStudies& studies) {
    SettingScene scene;
    const SourcePtr& source = bench.source();
    if (!source) {
        return scene;
    }
    const std::size_t columns = bench.compare().columns.size();
    scene.logarithmic = bench.views().compare->logarithmic;
    const RealRange axis = valueAxis(source->summary);
    const RealRange view = scene.logarithmic ? axis : bulkOf(source->histogram, axis);
    const auto edges = binsOver(view, settingBins, finestStep(studies, columns));
    scene.edges = toVector(edges);
    scene.original = toVector(rebin(source->histogram, edges));
    scene.top = highest(scene.original) * headroom;
    const double reach = largestError(studies, columns);
    scene.errorEdges = toVector(binsOver({-reach, reach}, errorBins));
    const auto errorEdges = toStd(scene.errorEdges);
    for (std::size_t i = 0; i < columns; ++i) {
        const SettingStudy* study = studies.study(i);
        if (study == nullptr) {
            continue;
        }
        scene.errorTop =
            std::max(scene.errorTop, highest(toVector(study->errors.between(errorEdges))));
        if (scene.logarithmic) {
            const double top = highest(toVector(study->dequantized.between(edges)));
            scene.top = std::max(scene.top, top * 2);
        }
    }
    return scene;
}

SettingScene columnScene(const SettingScene& shared, const SettingStudies& studies,
                         std::size_t column) {
    SettingScene scene = shared;
    if (const SettingStudy* study = studies.study(column)) {
        scene.dequantized = toVector(study->dequantized.between(toStd(shared.edges)));
        scene.errors = toVector(study->errors.between(toStd(shared.errorEdges)));
    }
    return scene;
}

double rawFigure(const SettingStudy& study, ColumnCard::Figure figure) {
    switch (figure) {
        case ColumnCard::Sqnr:
            return study.report.sqnrDb;
        case ColumnCard::MedianChannel:
            return study.medianChannelDb;
        case ColumnCard::MaxError:
            return study.report.maxAbsError;
        case ColumnCard::BecameZero:
            return study.becameZeroShare;
        case ColumnCard::BitsPerWeight:
            return study.report.bitsPerWeight;
        case ColumnCard::Size:
            return static_cast<double>(study.report.bytes);
        case ColumnCard::FigureCount:
            break;
    }
    return std::numeric_limits<double>::quiet_NaN();
}

std::vector<double> columnBits(const Workbench& bench) {
    std::vector<double> bits;
    for (const QuantScheme& scheme : bench.compare().columns) {
        bits.push_back(
            bench.source() ? storedSize(bench.source()->tensor.shape(), scheme).bitsPerWeight : 0);
    }
    return bits;
}

/// What stands in the formula of a figure.
QString numbersOf(const Workbench& bench, const SettingStudy* study, std::size_t column,
                  ColumnCard::Figure figure) {
    if (study == nullptr || !bench.source()) {
        return {};
    }
    const ErrorReport& report = study->report;
    const auto n = static_cast<double>(report.count);
    const double noise = report.mse * n;
    const StoredSize size =
        storedSize(bench.source()->tensor.shape(), bench.compare().columns[column]);
    switch (figure) {
        case ColumnCard::Sqnr:
            return ColumnCard::tr("10 log₁₀(%1 / %2) = %3 dB")
                .arg(formatNumber(noise * std::pow(10, report.sqnrDb / 10)), formatNumber(noise),
                     formatNumber(report.sqnrDb));
        case ColumnCard::MedianChannel:
            return ColumnCard::tr("%1 channels; half have less than %2 dB")
                .arg(formatCount(study->channelErrors.size()),
                     formatNumber(study->medianChannelDb));
        case ColumnCard::MaxError:
            return evenToTheNearest(bench.compare().columns[column])
                       ? ColumnCard::tr("%1; s / 2 = %2")
                             .arg(formatNumber(report.maxAbsError), formatNumber(study->scale / 2))
                       : formatNumber(report.maxAbsError);
        case ColumnCard::BecameZero:
            return ColumnCard::tr("%1 of %2")
                .arg(formatCount(study->becameZero), formatCount(report.count));
        case ColumnCard::BitsPerWeight:
            return ColumnCard::tr("8 × %1 / %2 = %3")
                .arg(formatCount(size.bytes()), formatCount(bench.source()->tensor.size()),
                     formatNumber(size.bitsPerWeight, 5));
        case ColumnCard::Size:
            return ColumnCard::tr("%1 + %2 + %3 = %4 bytes")
                .arg(formatCount(size.codeBytes), formatCount(size.scaleBytes),
                     formatCount(size.zeroPointBytes), formatCount(size.bytes()));
        case ColumnCard::FigureCount:
            break;
    }
    return {};
}

std::vector<ColumnCard::Figures> columnFigures(const Workbench& bench,
                                               const SettingStudies& studies) {
    const std::size_t columns = bench.compare().columns.size();
    const std::vector<double> bits = columnBits(bench);
    std::vector<ColumnCard::Figures> all(columns);
    for (int i = 0; i < ColumnCard::FigureCount; ++i) {
        const auto figure = ColumnCard::Figure(i);
        std::vector<double> values(columns, std::numeric_limits<double>::quiet_NaN());
        for (std::size_t column = 0; column < columns; ++column) {
            if (const SettingStudy* study = studies.study(column)) {
                values[column] = rawFigure(*study, figure);
            }
        }
        const bool higher = figure == ColumnCard::Sqnr || figure == ColumnCard::MedianChannel;
        const auto best = bestAtEqualBits(values, bits, higher ? Better::Higher : Better::Lower);
        for (std::size_t column = 0; column < columns; ++column) {
            all[column][static_cast<std::size_t>(i)] = {
                textOf(values[column], figure), best[column],
                numbersOf(bench, studies.study(column), column, figure)};
        }
    }
    return all;
}

HeatScene channelScene(const Workbench& bench, const SettingStudies& studies, bool sorted) {
    HeatScene scene;
    const std::size_t columns = bench.compare().columns.size();
    const SettingStudy* first = nullptr;
    for (std::size_t i = 0; i < columns && first == nullptr; ++i) {
        first = studies.study(i);
    }
    const std::size_t channels = first != nullptr ? first->channelErrors.size() : 0;
    if (channels == 0) {
        return scene;
    }
    std::vector<std::size_t> order(channels);
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (sorted) {
        // Most errors first; NaN last, so that the order is one.
        const auto key = [first](std::size_t channel) {
            const float error = first->channelErrors[channel];
            return std::isnan(error) ? -1.0F : error;
        };
        std::ranges::stable_sort(order, std::greater<>(), key);
    }
    const std::size_t cells = std::min(channels, mostCells);
    scene.perColumn = static_cast<double>(channels) / static_cast<double>(cells);
    scene.xTitle = sorted ? Scenes::tr("output channel, most error first")
                          : Scenes::tr("output channel; outliers are outlined");
    const auto beginOf = [&](std::size_t cell) { return channels * cell / cells; };
    for (std::size_t cell = 0; cell < cells; ++cell) {
        const std::size_t last = beginOf(cell + 1) - 1;
        scene.columns << (cells == channels
                              ? Scenes::tr("channel %1").arg(order[cell])
                              : Scenes::tr("channels %1 to %2").arg(beginOf(cell)).arg(last));
    }
    for (std::size_t i = 0; i < columns; ++i) {
        scene.rows << columnLetter(static_cast<int>(i));
        std::vector<float> row(cells, std::numeric_limits<float>::quiet_NaN());
        const SettingStudy* study = studies.study(i);
        for (std::size_t cell = 0; study != nullptr && cell < cells; ++cell) {
            for (std::size_t at = beginOf(cell); at < beginOf(cell + 1); ++at) {
                // The worst of neighbours that share a cell.
                row[cell] = std::fmax(row[cell], study->channelErrors[order[at]]);
            }
        }
        scene.cells.push_back(std::move(row));
    }
    for (const std::size_t outlier : first->outlierChannels) {
        if (!sorted && scene.outlined.size() < mostOutlined) {
            scene.outlined.push_back(static_cast<int>(outlier * cells / channels));
        }
    }
    return scene;
}

}  // namespace zeropoint::ui
