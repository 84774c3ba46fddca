// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/caption.h"

#include "core/scheme/format_settings.h"
#include "core/tensor/synthetic_spec.h"
#include "ui/state/advice_study.h"
#include "ui/state/memory_study.h"
#include "ui/state/runs/run_record.h"
#include "ui/state/trade_off.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/left_out_words.h"
#include "ui/text/messages.h"
#include "ui/text/numbers.h"
#include "ui/text/shown_text.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace zeropoint::ui {
namespace {

class Captions {
    Q_DECLARE_TR_FUNCTIONS(Captions)
};

QString joined(const QStringList& parts) {
    return parts.join(QStringLiteral(" · "));
}

/// The file of a tensor, or the seed of a drawn one.
QString originOf(const Source& source) {
    if (const auto* file = std::get_if<FileOrigin>(&source.origin)) {
        return QFileInfo(shownText(file->file->path())).fileName();
    }
    if (const auto* spec = std::get_if<SyntheticSpec>(&source.origin)) {
        const SyntheticKind* kind = findSyntheticKind(spec->kind);
        return kind == nullptr ? QString()
                               : Captions::tr("seed %1").arg(
                                     formatNumber(syntheticValue(*kind, *spec, "seed"), 17));
    }
    return {};
}

}  // namespace

QString captionOf(const Workbench& bench) {
    if (!bench.source()) {
        return {};
    }
    const Source& source = *bench.source();
    const QuantScheme& scheme = bench.scheme();
    const RealRange& range = bench.live().range;
    QStringList parts{source.title()};
    if (const QString origin = originOf(source); !origin.isEmpty()) {
        parts << origin;
    }
    parts << source.detail() << formatName(QString::fromStdString(scheme.format))
          << schemeDetail(scheme);
    if (settingsOf(scheme.format).scale) {
        const QString ends =
            Captions::tr("range %1 to %2").arg(formatNumber(range.lo), formatNumber(range.hi));
        parts << (bench.unit() ? Captions::tr("%1: %2").arg(
                                     unitName(scheme.granularity, bench.unit()->index), ends)
                               : ends);
    }
    const Summary& summary = source.summary;
    if (const std::size_t leftOut = summary.nan + summary.infinite; leftOut > 0) {
        parts << leftOutShort(leftOut);
    }
    return joined(parts);
}

QString memoryCaptionOf(Workbench& bench, CaptionDevice device) {
    const AdviceReportFacts facts = bench.memory().advice().facts();
    const MemoryQuestion& asked = bench.views().memoryQuestion.get();
    QStringList parts{QString::fromStdString(facts.model)};
    if (device == CaptionDevice::Named) {
        parts << QString::fromStdString(facts.device);
    }
    parts << Captions::tr("context %1, batch %2, cache %3 and %4")
                 .arg(formatCount(qulonglong(asked.context)))
                 .arg(asked.batch)
                 .arg(asked.keyFormat, asked.valueFormat);
    if (!facts.source.empty()) {
        parts << Captions::tr("weights of %1").arg(shownText(facts.source));
    }
    return joined(parts);
}

QString captionOf(const RunRecord& run, std::optional<std::uint64_t> step) {
    return joined({run.name, QString::fromUtf8(taskName(run.plan.task.kind).data()),
                   Captions::tr("seed %1").arg(run.plan.training.seed),
                   Captions::tr("step %1").arg(step.value_or(run.step))});
}

QString captionOf(const TradeOff& tradeOff, const QStringList& runs) {
    QStringList parts;
    if (!tradeOff.experiment().isEmpty()) {
        parts << tradeOff.experiment();
    }
    for (const RunSummary& run : tradeOff.summaries()) {
        const QString name = QString::fromStdString(run.name);
        if (runs.contains(name)) {
            QStringList seeds;
            for (const std::uint64_t seed : run.seeds) {
                seeds << QString::number(seed);
            }
            parts << name << Captions::tr("seed %1").arg(seeds.join(QStringLiteral(", ")));
        }
    }
    return joined(parts);
}

}  // namespace zeropoint::ui
