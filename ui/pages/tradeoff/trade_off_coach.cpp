// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tradeoff/trade_off_coach.h"

#include "ui/state/runs/run_form.h"
#include "ui/state/trade_off.h"
#include "ui/text/numbers.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {
namespace {

/// Sizes that differ by less than this share are called the same.
constexpr double sameSize = 0.02;

class TradeOffCoach {
    Q_DECLARE_TR_FUNCTIONS(TradeOffCoach)
};

QString nameOf(const RunSummary& run) {
    return QString::fromStdString(run.name).toHtmlEscaped();
}

const RunSummary* ofMethod(const std::vector<RunSummary>& runs, MethodKind method) {
    const auto found = std::find_if(runs.begin(), runs.end(),
                                    [&](const RunSummary& run) { return run.method == method; });
    return found == runs.end() ? nullptr : &*found;
}

/// A QAT run and a PTQ run of one size: what training through the rounding is worth.
QString samePlace(const std::vector<RunSummary>& runs) {
    QString text;
    double widest = 0;
    for (const RunSummary& qat : runs) {
        for (const RunSummary& ptq : runs) {
            const bool pair = qat.method == MethodKind::Qat && ptq.method == MethodKind::Ptq &&
                              std::abs(qat.sizeBytes - ptq.sizeBytes) < sameSize * qat.sizeBytes;
            const double points = (qat.accuracy - ptq.accuracy) * 100;
            if (!pair || std::abs(points) <= widest) {
                continue;
            }
            widest = std::abs(points);
            text =
                TradeOffCoach::tr(
                    "<b>%1</b> and <b>%2</b> are the same size, %3. The first is %4 points apart "
                    "from the second.")
                    .arg(nameOf(qat), nameOf(ptq),
                         formatBytes(static_cast<qulonglong>(qat.sizeBytes)),
                         formatSigned(points, 3));
        }
    }
    return text;
}

QString againstFull(const std::vector<RunSummary>& runs) {
    const RunSummary* full = ofMethod(runs, MethodKind::Full);
    if (full == nullptr) {
        return {};
    }
    for (const RunSummary& run : runs) {
        if (run.method == MethodKind::Ptq && std::ranges::count(run.alike, full->name) > 0) {
            return TradeOffCoach::tr(
                       "<b>%1</b> cannot be told from %2 by a paired test on the same test items, "
                       "at %3 of the size.")
                .arg(nameOf(run), nameOf(*full), formatPercent(run.sizeBytes / full->sizeBytes));
        }
    }
    return {};
}

QString adapterParagraph(const std::vector<RunSummary>& runs) {
    const RunSummary* full = ofMethod(runs, MethodKind::Full);
    const RunSummary* lora = ofMethod(runs, MethodKind::Lora);
    if (full == nullptr || lora == nullptr || lora->sizeBytes <= full->sizeBytes) {
        return {};
    }
    return TradeOffCoach::tr(
               "Adapters are large beside a model this small: %1 more bytes than the base alone. "
               "Beside a large language model the same rank is well below one per cent.")
        .arg(formatPercent(lora->sizeBytes / full->sizeBytes - 1));
}

/// How far the best adapters stay behind training every weight, where the test tells them apart.
QString adaptersBehind(const std::vector<RunSummary>& runs) {
    const RunSummary* full = ofMethod(runs, MethodKind::Full);
    const RunSummary* best = nullptr;
    for (const RunSummary& run : runs) {
        if (run.method == MethodKind::Lora && (best == nullptr || run.accuracy > best->accuracy)) {
            best = &run;
        }
    }
    if (full == nullptr || best == nullptr || best->accuracy >= full->accuracy ||
        std::ranges::count(best->alike, full->name) > 0) {
        return {};
    }
    return TradeOffCoach::tr(
               "<b>%1</b> stays %2 points below %3: its change of each matrix has no more "
               "directions than its rank, and the task asks for more. A higher rank comes closer.")
        .arg(nameOf(*best), formatNumber((full->accuracy - best->accuracy) * 100, 2),
             nameOf(*full));
}

}  // namespace

CoachText tradeOffCoach(const TradeOff& tradeOff) {
    CoachText text;
    const auto& runs = tradeOff.summaries();
    if (runs.empty()) {
        text.paragraphs << TradeOffCoach::tr(
            "Run an experiment: every point is a model that was trained or "
            "quantized here and measured on data it has not seen.");
        return text;
    }
    for (const QString& paragraph :
         {samePlace(runs), againstFull(runs), adaptersBehind(runs), adapterParagraph(runs)}) {
        if (!paragraph.isEmpty()) {
            text.paragraphs << paragraph;
        }
    }
    text.paragraphs << TradeOffCoach::tr(
        "Filled points lie on the front: nothing here is both smaller and more "
        "accurate. Hollow points are beaten by another run.");
    return text;
}

}  // namespace zeropoint::ui
