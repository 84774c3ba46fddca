// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/device_fit.h"
#include "tests/core/memory/measured_peak.h"
#include "tests/support/golden.h"

#include <QDir>
#include <QHash>
#include <QJsonArray>
#include <QtTest>

using namespace zeropoint;

namespace {

constexpr auto file = "memory/measured.json";
constexpr auto begin = "<!-- tables: tst_memory_indicative -->\n";

QList<QJsonObject> indicativeRows(const QString& kind) {
    QList<QJsonObject> rows;
    const QJsonObject all = QJsonDocument::fromJson(test::readAll(test::golden(file))).object();
    for (const auto& value : all["rows"].toArray()) {
        const QJsonObject row = value.toObject();
        if (row["mark"] == "indicative" && row["kind"] == kind) {
            rows.append(row);
        }
    }
    return rows;
}

double printedBytes(const QJsonObject& row) {
    const QHash<QString, double> units = {
        {"B", 1}, {"MiB", 1 << 20}, {"GiB", 1 << 30}, {"MB", 1e6}, {"GB", 1e9}};
    const QString unit = row["unit_true"].toString(row["unit_printed"].toString());
    return row["printed"].toString().toDouble() * units.value(unit);
}

QString sourceOf(const QJsonObject& row) {
    return row["source"].toObject()["repo"].toString("a log");
}

QString percent(double share) {
    return QString::asprintf("%+.0f %%", 100 * share);
}

QString pair(double printed, double estimate, double unit, const char* decimals) {
    return QString::asprintf(decimals, printed / unit) + " | " +
           QString::asprintf(decimals, estimate / unit) + " | " + percent(estimate / printed - 1);
}

QString runText(const QJsonObject& row) {
    QString text = row["mode"].toString() + ", " + row["precision"].toString();
    if (row.contains("batch")) {
        text += ", batch " + QString::number(row["batch"].toInt());
    }
    if (row.contains("sequence")) {
        text += ", length " + QString::number(row["sequence"].toInt());
    }
    if (row["gradient_checkpointing"].toBool()) {
        text += ", checkpointing";
    }
    return row.contains("adapter") ? text + ", " + row["adapter"].toString() : text;
}

/// What a row of a whole run measured: its cache alone, its weights alone, or all of it.
double estimateOfPeak(const QJsonObject& row, const MemoryEstimate& estimate) {
    const QString what = row["what"].toString();
    if (what.startsWith("weights")) {
        return double(estimate.weights);
    }
    return double(estimate.total());
}

QString peakTable() {
    QString table =
        "## Peaks of whole runs\n\n| model | run | measured | GB | estimate | deviation | "
        "source |\n| --- | --- | --- | --- | --- | --- | --- |\n";
    QHash<QString, int> left;
    for (const QJsonObject& row : indicativeRows("peak")) {
        const QString why = test::whyNotEstimated(row);
        if (!why.isEmpty()) {
            ++left[why];
            continue;
        }
        const auto estimate = estimateMemory(test::requestOfRow(row)).value();
        table += "| " + row["model"].toString() + " | " + runText(row) + " | " +
                 row["what"].toString() + " | " +
                 pair(printedBytes(row), estimateOfPeak(row, estimate), 1e9, "%.2f") + " | " +
                 sourceOf(row) + " |\n";
    }
    table += "\nLeft out:";
    QStringList reasons = left.keys();
    reasons.sort();
    for (const QString& reason : reasons) {
        table += ' ' + QString::number(left[reason]) + " rows, " + reason + ';';
    }
    table.chop(1);
    return table + ".\n";
}

QString bufferTable() {
    QString table =
        "\n## Working memory of a runtime\n\n| model | micro-batch | MiB | estimate | "
        "deviation | source |\n| --- | --- | --- | --- | --- | --- |\n";
    for (const QJsonObject& row : indicativeRows("compute_buffer")) {
        MemoryRequest request = test::requestOfRow(row);
        const auto estimate = estimateMemory(request).value();
        table += "| " + row["model"].toString() + " | " + QString::number(row["ubatch"].toInt()) +
                 " | " + pair(printedBytes(row), double(estimate.activations), 1 << 20, "%.1f") +
                 " | " + sourceOf(row) + " |\n";
    }
    return table;
}

QString decodeTable(double& least, double& most) {
    QString table =
        "\n## Decoding against the bound\n\n| model | format | device | tokens/s | bound | "
        "share | source |\n| --- | --- | --- | --- | --- | --- | --- |\n";
    for (const QJsonObject& row : indicativeRows("decode")) {
        const auto found =
            findArchitecture(shippedArchitectures(), row["model"].toString().toStdString());
        const auto plan = planOf(row["format"].toString().toLower().toStdString());
        if (!found || !plan || row["batch"].toInt(1) != 1 || !row.contains("bandwidth_GBps")) {
            continue;
        }
        MemoryRequest request;
        request.architecture = *found;
        request.weights = *plan;
        request.cache.context = 1;
        request.cache.keyFormat = request.cache.valueFormat = findStoredFormat("f16").value();
        Device device;
        device.memoryBytes = 1;
        device.bandwidthGBps = row["bandwidth_GBps"].toDouble();
        const auto estimate = estimateMemory(request).value();
        const double bound = fitOnDevice(request, estimate, device).tokensPerSecondBound;
        const double share = row["printed"].toString().toDouble() / bound;
        least = std::min(least, share);
        most = std::max(most, share);
        table += "| " + row["model"].toString() + " | " + row["format"].toString() + " | " +
                 row["device"].toString() + " | " + row["printed"].toString() + " | " +
                 QString::number(bound, 'f', 1) + " | " + QString::number(share, 'f', 2) + " | " +
                 sourceOf(row) + " |\n";
    }
    return table;
}

}  // namespace

/// docs/MEMORY.md sets measured totals beside the estimate; this keeps its tables true.
class TestMemoryIndicative : public QObject {
    Q_OBJECT

private slots:
    void documentIsCurrent() {
        ZEROPOINT_NEED_GOLDEN(file);
        double least = 1;
        double most = 0;
        const QString tables = peakTable() + bufferTable() + decodeTable(least, most);
        const QString path = test::testData("../../docs/MEMORY.md");
        const QString document = QString::fromUtf8(test::readAll(path));
        const auto at = document.indexOf(QLatin1String(begin));
        const QString kept = at < 0 ? QString() : document.mid(at + qsizetype(qstrlen(begin)));
        if (kept != tables) {
            QFile actual(QDir::temp().filePath("MEMORY.md.actual"));
            QVERIFY(actual.open(QIODevice::WriteOnly));
            actual.write((document.left(qMax(at, qsizetype{0})) + begin + tables).toUtf8());
            QFAIL(qPrintable("docs/MEMORY.md is not what the estimator says now; see " +
                             actual.fileName()));
        }
        QCOMPARE_LE(most, 1.0);  // no run is faster than its bound
        QCOMPARE_GT(least, 0.0);
    }
};

QTEST_APPLESS_MAIN(TestMemoryIndicative)
#include "tst_memory_indicative.moc"
