// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/runs/runs_csv.h"

#include "core/experiment/weight_storage.h"
#include "ui/text/csv.h"

#include <QStringList>

namespace zeropoint::ui {

QByteArray runsCsv(const std::vector<StoredRun>& runs,
                   const std::map<std::string, RunSpec>& specs) {
    QByteArray csv =
        "name,method,scheme,bits,scale_per,seed,accuracy,accuracy_low,accuracy_high,loss,"
        "size_bytes,bits_per_weight,seconds,parameters,trained_parameters,optimizer_bytes,"
        "base_accuracy_before,base_accuracy_after\n";
    for (const StoredRun& run : runs) {
        const RunResult& r = run.result;
        const std::string_view method = methodName(r.method);
        const auto spec = specs.find(r.name);
        const bool known = spec != specs.end();
        const WeightStorage storage = known ? weightStorage(spec->second) : WeightStorage();
        const QStringList cells{
            csvCell(QString::fromStdString(r.name)),
            QString::fromLatin1(method.data(), static_cast<qsizetype>(method.size())),
            csvCell(QString::fromStdString(r.scheme)),
            known ? QString::fromStdString(bitsText(storage)) : QString(),
            known ? QString::fromStdString(scalePerText(storage)) : QString(),
            QString::number(r.seed),
            csvCell(r.accuracy),
            csvCell(r.accuracyCi95.low),
            csvCell(r.accuracyCi95.high),
            csvCell(r.loss),
            QString::number(r.sizeBytes),
            csvCell(r.bitsPerWeight),
            csvCell(r.seconds),
            QString::number(r.share.parameters),
            QString::number(r.share.trained),
            QString::number(r.share.optimizerBytes),
            r.hasBase ? csvCell(r.baseAccuracyBefore) : QString(),
            r.hasBase ? csvCell(r.baseAccuracyAfter) : QString()};
        csv += cells.join(QLatin1Char(',')).toUtf8() + '\n';
    }
    return csv;
}

}  // namespace zeropoint::ui
