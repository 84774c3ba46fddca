// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/comparison_report.h"

#include "core/exchange/model_reports.h"
#include "ui/controls/save_dialog.h"
#include "ui/job/job_runner.h"
#include "ui/pages/compare/compare_words.h"
#include "ui/pages/compare/files_comparison.h"
#include "ui/pages/compare/model_scan.h"
#include "ui/state/tell_written.h"
#include "ui/state/workbench.h"
#include "ui/text/tensor_title.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>

#include <filesystem>
#include <utility>

namespace zeropoint::ui {
namespace {

class ComparisonReport {
    Q_DECLARE_TR_FUNCTIONS(ComparisonReport)
};

/// Without its folders, which are nobody else's business.
std::string nameOf(const WeightFile& file) {
    return std::filesystem::path(file.path()).filename().string();
}

std::string nameOf(const WeightFile& file, const TensorInfo& tensor) {
    return tensor.name.empty() ? tensorTitle(file, tensor).toStdString() : tensor.name;
}

std::vector<std::string> namesOf(const WeightFile& file, const std::vector<std::size_t>& indices) {
    std::vector<std::string> names;
    for (const std::size_t index : indices) {
        names.push_back(nameOf(file, file.tensors()[index]));
    }
    return names;
}

void sayPart(Report& report, std::size_t read, std::size_t all) {
    if (read < all) {
        report.facts.insert(report.facts.begin(),
                            {"read so far", std::to_string(read) + " of " + std::to_string(all)});
    }
}

void write(Workbench& bench, const PageReport& report, const QString& path) {
    bench.jobs().startSaving(
        ComparisonReport::tr("Writing %1").arg(QFileInfo(path).fileName()),
        [report, path = path.toStdString()](const Execution&) {
            Report whole = report.report;
            addFileFacts(whole, report.files);
            return writeReport(path, whole);
        },
        &bench,
        [&bench, path](const Result<std::uint64_t>& bytes) {
            tellWritten(bench, path, bytes.map([](std::uint64_t) {}));
        });
}

}  // namespace

PageReport reportOf(const FilesComparison& comparison) {
    const OpenedPair& opened = *comparison.opened();
    const WeightFile& a = opened.a.file();
    const WeightFile& b = opened.b.file();
    std::vector<ComparedRow> rows;
    for (std::size_t i = 0; i < comparison.reports().size(); ++i) {
        const TensorPair& pair = opened.pairing.pairs[i];
        const TensorInfo first = infoOfA(opened.a, pair);
        rows.push_back({nameOf(a, first), nameOf(b, infoOfB(opened.b, pair)), first.shape,
                        &comparison.reports()[i]});
    }
    PageReport made{
        reportOfComparison(nameOf(a), nameOf(b), rows, comparison.totals(),
                           namesOf(a, opened.pairing.onlyInA), namesOf(b, opened.pairing.onlyInB)),
        {a.path(), b.path()}};
    sayPart(made.report, rows.size(), opened.pairing.pairs.size());
    return made;
}

PageReport reportOf(const ModelScan& scan) {
    std::vector<std::string> schemes;
    for (std::size_t i = 0; i < scan.settings().size(); ++i) {
        schemes.push_back((columnLetter(static_cast<int>(i)) + QLatin1Char(' ') +
                           settingName(scan.settings()[i]) + QStringLiteral(", ") +
                           settingDetail(scan.settings()[i]))
                              .toStdString());
    }
    std::vector<ScanRow> rows;
    for (const ScannedWeight& weight : scan.weights()) {
        if (weight.reports.size() == schemes.size()) {
            const TensorInfo& info = scan.file()->tensors()[weight.index];
            rows.push_back({nameOf(*scan.file(), info), info.shape, weight.reports});
        }
    }
    PageReport made{reportOfScan(nameOf(*scan.file()), schemes, rows, scan.totals()),
                    {scan.file()->path()}};
    sayPart(made.report, scan.weights().size(), scan.weightsInFile());
    return made;
}

void exportReport(Workbench& bench, PageReport report, QWidget* parent) {
    QFileDialog* dialog = saveDialog(
        parent, QStringLiteral("compare_report_dialog"), ComparisonReport::tr("Export the report"),
        QStringList{ComparisonReport::tr("Page of its own (*.html)"),
                    ComparisonReport::tr("Markdown (*.md)"), ComparisonReport::tr("Table (*.csv)")}
            .join(QStringLiteral(";;")));
    QObject::connect(
        dialog, &QFileDialog::fileSelected, &bench,
        [&bench, report = std::move(report)](const QString& path) { write(bench, report, path); });
    dialog->open();
}

}  // namespace zeropoint::ui
