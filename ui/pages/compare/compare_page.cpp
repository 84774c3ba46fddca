// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/compare_page.h"

#include "ui/actions/actions.h"
#include "ui/controls/lazy_stack.h"
#include "ui/controls/segment.h"
#include "ui/controls/setting_binding.h"
#include "ui/controls/whole_label.h"
#include "ui/pages/compare/compare_coach.h"
#include "ui/pages/compare/comparison_report.h"
#include "ui/pages/compare/files_view.h"
#include "ui/pages/compare/scan_view.h"
#include "ui/pages/compare/settings_view.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/left_out_words.h"
#include "ui/text/numbers.h"
#include "ui/text/plural.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace zeropoint::ui {
namespace {

constexpr int narrowWidth = 1100;
constexpr int segmentRoom = 48;  ///< around its words

enum SegmentIndex { SettingsSegment, FilesSegment, ModelSegment };

/// How much of both files was read.
QStringList filesStatus(const FilesComparison& comparison) {
    if (comparison.reports().empty()) {
        return {};
    }
    return {ComparePage::tr("A %1").arg(formatBytes(comparison.totals().bytesA)),
            ComparePage::tr("B %1").arg(formatBytes(comparison.totals().bytesB))};
}

}  // namespace

ComparePage::ComparePage(Workbench& bench, QWidget* parent)
    : Page(parent), m_bench(bench), m_stack(new LazyStack) {
    m_stack->add([this] { return buildSettings(); });
    m_stack->add([this] { return buildFiles(); });
    m_stack->add([this] { return buildScan(); });
    auto* column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addWidget(buildHeader());
    column->addWidget(m_stack, 1);
    connect(&bench, &Workbench::sourceChanged, this, &Page::summaryChanged);
    connect(&bench, &Workbench::compareChanged, this, &Page::summaryChanged);
    connect(&bench.views().compare, &ViewStateSignals::changed, this, [this] {
        showSegment();
        emit summaryChanged();
    });
    setFocusPolicy(Qt::ClickFocus);
    showSegment();
    arrange();
}

QWidget* ComparePage::buildHeader() {
    auto* header = new QWidget;
    auto* title = new QLabel(tr("Compare"));
    title->setProperty("role", "pageTitle");
    auto* segment = new Segment({tr("Settings"), tr("Two files"), tr("Whole model")});
    segment->setObjectName(QStringLiteral("compare_segment"));
    segment->setAccessibleName(tr("What is compared"));
    segment->setMinimumWidth(segment->sizeHint().width() + segmentRoom);
    bindSetting(segment, m_bench.settings(), QStringLiteral("compare.segment"));
    m_subtitle = new WholeLabel(QString());
    m_subtitle->setProperty("role", "secondary");
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(title);
    row->addWidget(segment);
    row->addWidget(m_subtitle, 1);
    m_report = new QPushButton(tr("Export report…"));
    m_report->setObjectName(QStringLiteral("compare_report"));
    bindAction(m_report, m_bench, QStringLiteral("compare.report"));
    row->addWidget(m_report);
    return header;
}

QWidget* ComparePage::buildSettings() {
    m_settings = new SettingsView(m_bench);
    connect(m_settings, &SettingsView::changed, this, &Page::summaryChanged);
    connect(m_settings, &SettingsView::calibrateRequested, this,
            [this] { emit pageRequested(QStringLiteral("calibrate")); });
    return m_settings;
}

QWidget* ComparePage::buildFiles() {
    m_files = new FilesView(m_bench);
    connect(m_files, &FilesView::changed, this, &Page::summaryChanged);
    connect(m_files, &FilesView::calibrateRequested, this,
            [this] { emit pageRequested(QStringLiteral("calibrate")); });
    return m_files;
}

QWidget* ComparePage::buildScan() {
    m_scan = new ScanView(m_bench);
    connect(m_scan, &ScanView::changed, this, &Page::summaryChanged);
    connect(m_scan, &ScanView::calibrateRequested, this,
            [this] { emit pageRequested(QStringLiteral("calibrate")); });
    return m_scan;
}

void ComparePage::showSegment() {
    const int segment = m_bench.views().compare->segment;
    m_stack->showView(segment);
    m_report->setVisible(segment != SettingsSegment);
    Actions::of(m_bench).refresh();
    m_subtitle->setText(segment == SettingsSegment
                            ? tr("One tensor under several settings. All charts share their axes.")
                        : segment == FilesSegment
                            ? tr("What changed between two files of one model, tensor by tensor.")
                            : tr("Every weight of the open model under the settings of the "
                                 "columns."));
}

void ComparePage::exportReport() {
    const int segment = m_bench.views().compare->segment;
    if (segment == FilesSegment && m_files != nullptr && m_files->comparison().opened()) {
        zeropoint::ui::exportReport(m_bench, reportOf(m_files->comparison()), this);
    } else if (segment == ModelSegment && m_scan != nullptr && !m_scan->scan().weights().empty()) {
        zeropoint::ui::exportReport(m_bench, reportOf(m_scan->scan()), this);
    } else {
        m_bench.tell(segment == FilesSegment
                         ? tr("Open two files first: the report is about them.")
                         : tr("Scan the model first: the report is about what is found."));
    }
}

int ComparePage::narrowBelow() const {
    return narrowWidth;
}

CoachText ComparePage::coachText() const {
    if (m_bench.views().compare->segment == FilesSegment) {
        return m_files != nullptr ? filesCoach(m_files->comparison()) : CoachText{};
    }
    if (m_bench.views().compare->segment == ModelSegment) {
        return m_scan != nullptr ? scanCoach(m_scan->scan()) : CoachText{};
    }
    return m_settings != nullptr ? compareCoach(m_bench, m_settings->studies()) : CoachText{};
}

QStringList ComparePage::statusTexts() const {
    if (m_bench.views().compare->segment == FilesSegment) {
        return m_files != nullptr ? filesStatus(m_files->comparison()) : QStringList();
    }
    QStringList texts{
        tr("%n setting(s)", nullptr, static_cast<int>(m_bench.compare().columns.size()))};
    if (m_bench.source()) {
        const std::size_t count = m_bench.source()->tensor.size();
        texts << tr("%1 value(s)", nullptr, pluralOf(count)).arg(formatCount(count));
        const Summary& summary = m_bench.source()->summary;
        if (const std::size_t leftOut = summary.nan + summary.infinite; leftOut > 0) {
            texts.prepend(leftOutShort(leftOut));
        }
    }
    return texts;
}

QStringList ComparePage::viewNames() const {
    return {QStringLiteral("files"), QStringLiteral("model")};
}

void ComparePage::showView(int view) {
    m_bench.views().compare.set(&ComparisonView::segment, view);
}

void ComparePage::scanModel() {
    showView(ModelSegment);
    m_scan->start();
}

void ComparePage::arrange() {
    const bool narrow = width() < narrowWidth;
    const int margin = narrow ? 12 : 24;
    layout()->setContentsMargins(margin, 12, margin, narrow ? 12 : 16);
}

void ComparePage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    arrange();
}

}  // namespace zeropoint::ui
