// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/calibrate_page.h"

#include "core/scheme/format_settings.h"
#include "ui/actions/actions.h"
#include "ui/actions/button_action.h"
#include "ui/controls/add_to_compare.h"
#include "ui/controls/arrow_group.h"
#include "ui/controls/how_known.h"
#include "ui/controls/notice.h"
#include "ui/controls/scrolled.h"
#include "ui/controls/segment.h"
#include "ui/controls/setting_binding.h"
#include "ui/pages/calibrate/analysis_panel.h"
#include "ui/pages/calibrate/calibrate_coach.h"
#include "ui/pages/calibrate/curve_card.h"
#include "ui/pages/calibrate/examples_card.h"
#include "ui/pages/calibrate/histogram_card.h"
#include "ui/pages/calibrate/input_notes.h"
#include "ui/pages/calibrate/metrics_card.h"
#include "ui/pages/calibrate/scheme_card.h"
#include "ui/pages/calibrate/source_panel.h"
#include "ui/pages/calibrate/synthetic_card.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/left_out_words.h"
#include "ui/text/numbers.h"
#include "ui/text/plural.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int sourcesWidth = 200;
constexpr int rightWidth = 262;
constexpr int scrollRoom = 12;  ///< for a scroll bar at its right
constexpr int curveHeight = 190;
constexpr int slotHeight = 36;  ///< of the notes: two lines
constexpr int linesOfNotes = 2;
constexpr int noteIcon = 40;  ///< beside them, and what wrapping loses
/// Of the page: below it sources hide behind a button and cards become tabs. Above it the tab bar
/// has the room that its eight names take.
constexpr int narrowWidth = 1210;

}  // namespace

CalibratePage::CalibratePage(Workbench& bench, QWidget* parent)
    : Page(parent),
      m_bench(bench),
      m_notes(new Notice),
      m_empty(new QLabel(tr("No tensor is shown. Open a file or drop one here, take an example, or "
                            "draw one: the histogram follows at once."))) {
    m_empty->setObjectName(QStringLiteral("calibrate_empty"));
    m_empty->setProperty("role", "secondary");
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    // From the outside in, each part made in its place: one that moves there is styled once more.
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 12, 24, 16);
    column->setSpacing(12);
    column->addWidget(buildHeader());
    m_notes->setObjectName(QStringLiteral("calibrate_notes"));
    setHowKnown(m_notes, QStringLiteral("calibrate.notes"), false);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(16);
    column->addLayout(columns, 1);
    m_sources = buildSources();
    columns->addWidget(m_sources);
    auto* centre = new QVBoxLayout;
    centre->setSpacing(8);
    columns->addLayout(centre, 1);
    m_histogram = new HistogramCard(bench, this);
    centre->addWidget(m_histogram, 1);
    m_analysis = new AnalysisPanel(bench, this);
    centre->addWidget(m_analysis);
    centre->addWidget(m_empty, 1);
    m_right = buildRight();
    columns->addWidget(m_right);

    connect(m_histogram, &HistogramCard::optimumRequested, m_curve, &CurveCard::applyOptimum);
    connect(&bench.views().calibrate, &ViewStateSignals::changed, this, &CalibratePage::arrange);
    for (const auto signal : {&Workbench::sourceChanged, &Workbench::fileChanged}) {
        connect(&bench, signal, this, &CalibratePage::arrange);
    }
    connect(&bench, &Workbench::failed, this, &CalibratePage::arrange);
    connect(&bench, &Workbench::schemeChanged, this, &CalibratePage::showNotes);
    showNotes();
    connect(&bench, &Workbench::schemeChanged, this, &Page::summaryChanged);
    connect(&bench, &Workbench::exactChanged, this, &Page::summaryChanged);
    connect(&bench, &Workbench::sampleChanged, this, &Page::summaryChanged);
    setFocusPolicy(Qt::ClickFocus);
    arrange();
}

QWidget* CalibratePage::buildHeader() {
    auto* header = new QWidget;
    auto* title = new QLabel(tr("Calibrate"));
    title->setProperty("role", "pageTitle");
    m_subtitle = new QLabel(tr("Choose the range. See what rounding and clipping cost."));
    m_subtitle->setProperty("role", "secondary");
    m_sourcesButton = new QToolButton;
    m_sourcesButton->setProperty("role", "button");
    m_sourcesButton->setText(tr("Sources"));
    m_sourcesButton->setCheckable(true);
    m_sourcesButton->setObjectName(QStringLiteral("sources_button"));
    m_add = new AddToCompare(m_bench, [this] {
        return m_bench.source() ? std::optional(followed(m_bench.scheme())) : std::nullopt;
    });
    setAction(m_add, QStringLiteral("calibrate.add_to_compare"));
    m_add->setObjectName(QStringLiteral("calibrate_add_to_compare"));
    auto* undo = new QPushButton(tr("Undo"));
    undo->setObjectName(QStringLiteral("calibrate_undo"));
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, scrollRoom, 0);
    row->addWidget(title);
    row->addSpacing(8);
    // A note takes the subtitle's place, of a height that is always there: nothing moves below.
    m_slot = new QWidget;
    m_slot->setFixedHeight(slotHeight);
    auto* slot = new QHBoxLayout(m_slot);
    slot->setContentsMargins(0, 0, 0, 0);
    slot->addWidget(m_subtitle);
    slot->addWidget(m_notes, 1, Qt::AlignVCenter);
    slot->addStretch();
    row->addWidget(m_slot, 1);
    row->addWidget(m_sourcesButton);
    row->addWidget(m_add);
    row->addWidget(undo);
    (new ArrowGroup(header))->setMembers({m_sourcesButton, m_add, undo});
    bindSetting(m_sourcesButton, m_bench.settings(), QStringLiteral("calibrate.sources_open"));
    bindAction(undo, m_bench, QStringLiteral("window.undo"));
    return header;
}

QWidget* CalibratePage::buildSources() {
    auto* sources = new QWidget(this);
    sources->setFixedWidth(sourcesWidth);
    auto* list = new SourcePanel(m_bench, sources);
    connect(list, &SourcePanel::openRequested, this, &Page::openRequested);
    auto* column = new QVBoxLayout(sources);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(list);
    column->addWidget(new ExamplesCard(m_bench, sources));
    column->addWidget(new SyntheticCard(m_bench, sources), 1);
    // Without a file the list is a short hint, and the distributions have the room.
    const auto share = [this, column] {
        const auto& file = m_bench.file();
        const bool many = file && file->tensors().size() >= SourcePanel::manyTensors;
        column->setStretch(0, !file ? 0 : many ? 2 : 1);
    };
    connect(&m_bench, &Workbench::fileChanged, column, share);
    share();
    return sources;
}

QWidget* CalibratePage::buildRight() {
    auto* right = new QWidget;
    right->setFixedWidth(rightWidth);
    // In a low window it scrolls, rather than cut what it shows.
    auto* scroll = scrolled(right, this);
    scroll->setFixedWidth(rightWidth + scrollRoom);
    auto* scheme = new SchemeCard(m_bench, right);
    m_tabs = new Segment({tr("Metrics"), tr("Error against range")});
    m_tabs->setObjectName(QStringLiteral("right_tabs"));
    m_tabs->setAccessibleName(tr("What the lower card shows"));
    bindSetting(m_tabs, m_bench.settings(), QStringLiteral("calibrate.right"));
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(scheme);
    column->addWidget(m_tabs);
    m_metrics = new MetricsCard(m_bench, right);
    column->addWidget(m_metrics);
    m_curve = new CurveCard(m_bench, right);
    column->addWidget(m_curve, 1);
    column->addStretch();  // without a tensor the scheme stands alone, no higher than it needs
    m_curve->setMinimumHeight(curveHeight);
    return scroll;
}

void CalibratePage::arrange() {
    m_narrow = width() < narrowWidth;
    m_sourcesButton->setVisible(m_narrow);
    const CalibrateView& view = m_bench.views().calibrate.get();
    m_sources->setVisible(!m_narrow || view.sourcesOpen);
    // Three columns have no room: the sources take the place of the scheme as long as they are
    // open.
    m_right->setVisible(!m_narrow || !view.sourcesOpen);
    // Nothing is on its way either: figures of no tensor would be untrue.
    const bool any = m_bench.source() || m_bench.origin();
    m_empty->setVisible(!any);
    m_histogram->setVisible(any);
    m_analysis->setVisible(any);
    m_tabs->setVisible(any && m_narrow);
    m_metrics->setVisible(any && (!m_narrow || view.lower == 0));
    m_curve->setVisible(any && (!m_narrow || view.lower == 1));
    m_add->refresh();
    m_analysis->setRoom(height());
    m_histogram->setLensVisible(!m_narrow && view.tab == 0);
    // The right column keeps room for a scroll bar: its cards end where the header does.
    const int margin = m_narrow ? 12 : 24;
    const int right = m_right->isHidden() ? margin : margin - scrollRoom;
    layout()->setContentsMargins(margin, 12, right, m_narrow ? 12 : 16);
}

int CalibratePage::narrowBelow() const {
    return narrowWidth;
}

CoachText CalibratePage::coachText() const {
    return calibrateCoach(m_bench);
}

QStringList CalibratePage::statusTexts() const {
    if (!m_bench.source()) {
        return {};
    }
    const std::size_t count = m_bench.source()->tensor.size();
    QStringList texts{tr("%1 value(s)", nullptr, pluralOf(count)).arg(formatCount(count))};
    const Summary& summary = m_bench.source()->summary;
    if (summary.nan + summary.infinite > 0) {
        texts.prepend(leftOutShort(summary.nan + summary.infinite));
    }
    return texts;
}

void CalibratePage::showNotes() {
    const QStringList notes = inputNotes(m_bench);
    m_notes->setToolTip(notes.join(QLatin1Char('\n')));
    // As many sentences as two lines have room for; the tip has all.
    const int room = std::max(1, m_slot->width() - noteIcon) * linesOfNotes;
    QString text = notes.join(QLatin1Char(' '));
    for (qsizetype shown = notes.size();
         shown > 1 && fontMetrics().horizontalAdvance(text) > room;) {
        const int left = static_cast<int>(notes.size() - --shown);
        text = notes.first(shown).join(QLatin1Char(' ')) + QLatin1Char(' ') +
               tr("(%n more note(s))", nullptr, left);
    }
    m_notes->setText(text);
    m_subtitle->setVisible(!m_narrow && notes.isEmpty());
}

QStringList CalibratePage::viewNames() const {
    return AnalysisPanel::tabNames() +
           QStringList{QStringLiteral("error"), QStringLiteral("sources")};
}

void CalibratePage::showView(int index) {
    const auto beyond = index - static_cast<int>(AnalysisPanel::tabNames().size());
    CalibrateView next = m_bench.views().calibrate.get();
    next.tab = beyond > 0 ? 0 : index;
    next.lower = beyond == 1 ? 1 : 0;
    next.sourcesOpen = beyond == 2;
    m_bench.views().calibrate.set(next);
}

void CalibratePage::applyOptimum() {
    m_curve->applyOptimum();
}

void CalibratePage::showTable() {
    m_histogram->showTable();
}

void CalibratePage::showCurveTable() {
    m_curve->showTable();
}

void CalibratePage::resizeEvent(QResizeEvent* event) {
    Page::resizeEvent(event);
    arrange();
    showNotes();
}

}  // namespace zeropoint::ui
