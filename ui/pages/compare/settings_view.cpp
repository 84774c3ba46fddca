// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/compare/settings_view.h"

#include "core/metrics/setting_ranking.h"
#include "ui/actions/actions.h"
#include "ui/controls/anchor.h"
#include "ui/controls/legend.h"
#include "ui/controls/notice.h"
#include "ui/controls/scrolled.h"
#include "ui/controls/segment.h"
#include "ui/controls/setting_binding.h"
#include "ui/controls/table_button.h"
#include "ui/pages/compare/column_card.h"
#include "ui/pages/compare/column_menu.h"
#include "ui/pages/compare/compare_presets.h"
#include "ui/pages/compare/compare_words.h"
#include "ui/pages/compare/difference_card.h"
#include "ui/pages/compare/scheme_editor.h"
#include "ui/pages/compare/setting_scenes.h"
#include "ui/plots/chart_figure.h"
#include "ui/plots/heat_plot.h"
#include "ui/state/caption.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/left_out_words.h"
#include "ui/text/messages.h"
#include "ui/text/numbers.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int leastColumnWidth = 216;
constexpr int columnGap = 16;
constexpr int heatHeight = 170;
/// So many places are seen: those that no setting takes offer to add one.
constexpr int shownPlaces = 4;

}  // namespace

SettingsView::SettingsView(Workbench& bench, QWidget* parent)
    : QWidget(parent), m_bench(bench), m_studies(new SettingStudies(bench, this)) {
    m_area = new QWidget;
    m_area->setObjectName(QStringLiteral("compare_columns"));
    setAnchor(m_area, QStringLiteral("compare.columns"));
    m_grid = new QGridLayout(m_area);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(columnGap);
    auto* content = new QWidget;
    auto* both = new QVBoxLayout(content);
    both->setContentsMargins(0, 0, 0, 0);
    both->setSpacing(columnGap);
    both->addWidget(m_area, 1);
    m_difference = new DifferenceCard(bench);
    both->addWidget(m_difference);
    both->addWidget(buildHeat());
    auto* scroll = scrolled(content);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(buildBar());
    m_leftOut = new Notice;
    m_leftOut->setObjectName(QStringLiteral("compare_left_out"));
    column->addWidget(m_leftOut);
    column->addWidget(scroll, 1);
    connect(m_studies, &SettingStudies::changed, this, &SettingsView::refresh);
    connect(&bench, &Workbench::compareChanged, this, &SettingsView::arrange);
    connect(&bench, &Workbench::sourceChanged, this, &SettingsView::refresh);
    connect(&bench.views().compare, &ViewStateSignals::changed, this, &SettingsView::arrange);
    arrange();
}

QWidget* SettingsView::buildBar() {
    auto* bar = new QWidget;
    auto* presets = new QToolButton;
    presets->setProperty("role", "button");
    presets->setText(tr("Presets"));
    presets->setObjectName(QStringLiteral("compare_presets"));
    presets->setPopupMode(QToolButton::InstantPopup);
    presets->setMenu(presetMenu(presets));
    m_add = new QPushButton(tr("Add a setting"));
    m_add->setObjectName(QStringLiteral("compare_add"));
    bindAction(m_add, m_bench, QStringLiteral("compare.add"));
    auto* equal = new QCheckBox(tr("At equal bits per weight"));
    equal->setObjectName(QStringLiteral("compare_equal_bits"));
    equal->setToolTip(tr("Only settings within a quarter bit of the chosen column"));
    bindSetting(equal, m_bench.settings(), QStringLiteral("compare.equal_bits"));
    auto* axis = new Segment({tr("Linear"), tr("Log count")});
    axis->setObjectName(QStringLiteral("compare_axis"));
    axis->setAccessibleName(tr("Count axis"));
    axis->setToolTip(tr("Linear shows where most values lie, the log count all of them"));
    bindSetting(axis, m_bench.settings(), QStringLiteral("compare.count_axis"));
    auto* legend = new Legend;
    legend->setEntries({{Legend::Mark::Square,
                         [](const Theme& theme) { return theme.histogramBody; }, tr("values")},
                        {Legend::Mark::Line, [](const Theme& theme) { return theme.blue.line; },
                         tr("after dequantizing")},
                        {Legend::Mark::Square, [](const Theme& theme) { return theme.sky.fill; },
                         tr("errors, log count")}});
    m_hint = new QLabel;
    m_hint->setProperty("role", "secondary");
    m_hint->setObjectName(QStringLiteral("compare_hint"));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(presets);
    row->addWidget(m_add);
    row->addWidget(equal);
    row->addWidget(m_hint);
    row->addStretch();
    row->addWidget(legend);
    row->addWidget(axis);
    auto* button = new TableButton(QStringLiteral("compare_table"), [this] { return table(); });
    button->setFigure([this, legend](const QString& title) {
        return chartFigure(QList<QWidget*>{legend} + shownPlots(), title, captionOf(m_bench));
    });
    row->addWidget(button);
    return bar;
}

QWidget* SettingsView::buildHeat() {
    m_heatCard = new QFrame;
    m_heatCard->setProperty("role", "card");
    auto* title = new QLabel(tr("Relative error by channel"));
    title->setProperty("role", "cardTitle");
    auto* hint = new QLabel(tr("RMSE of the channel divided by its RMS. Brighter is worse."));
    hint->setProperty("role", "secondary");
    auto* order = new Segment({tr("By index"), tr("Sorted")});
    order->setObjectName(QStringLiteral("compare_channels"));
    order->setAccessibleName(tr("Order of the channels"));
    bindSetting(order, m_bench.settings(), QStringLiteral("compare.channels"));
    m_heat = new HeatPlot(tr("Relative error of every channel under every setting"),
                          [](double share) { return formatPercent(share); });
    m_heat->setObjectName(QStringLiteral("compare_heat"));
    m_heat->setFixedHeight(heatHeight);
    auto* header = new QHBoxLayout;
    header->setSpacing(12);
    header->addWidget(title);
    header->addWidget(hint, 1);
    header->addWidget(order);
    header->addWidget(
        withFigure(tableButton(m_heat), m_heat, [this] { return captionOf(m_bench); }));
    auto* column = new QVBoxLayout(m_heatCard);
    column->setContentsMargins(16, 10, 16, 10);
    column->setSpacing(6);
    column->addLayout(header);
    column->addWidget(m_heat);
    connect(m_heat, &HeatPlot::clicked, this, [this](int row, int) { choose(row); });
    return m_heatCard;
}

QMenu* SettingsView::presetMenu(QWidget* parent) {
    auto* menu = new QMenu(parent);
    for (const ComparePreset& preset : comparePresets()) {
        auto* action = menu->addAction(preset.name, this, [this, columns = preset.columns] {
            CompareState state;
            state.columns = columns;
            m_bench.setCompare(state);
        });
        action->setObjectName(QStringLiteral("preset_") + preset.id);
    }
    return menu;
}

void SettingsView::connectCard(int column) {
    ColumnCard* card = m_cards[static_cast<std::size_t>(column)];
    connect(card, &ColumnCard::chosen, this, [this, column] { choose(column); });
    connect(card->plot(), &SettingPlot::pointed, this, &SettingsView::point);
    connect(card->editButton(), &QToolButton::clicked, this, [this, column] { edit(column); });
    auto* menu = new QMenu(card);
    card->menuButton()->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu, column] {
        fillColumnMenu(*menu, m_bench, column, [this] { emit calibrateRequested(); });
    });
}

void SettingsView::edit(int column) {
    const auto& columns = m_bench.compare().columns;
    if (column >= static_cast<int>(columns.size())) {
        return;
    }
    choose(column);
    auto* editor = new SchemeEditor(columns[static_cast<std::size_t>(column)], this);
    connect(editor, &SchemeEditor::changed, this, [this, column](const QuantScheme& scheme) {
        m_bench.setCompare(withScheme(m_bench.compare(), column, scheme));
    });
    const QToolButton* button = m_cards[static_cast<std::size_t>(column)]->editButton();
    const QPoint corner = button->mapToGlobal(QPoint(button->width(), button->height() + 4));
    editor->move(corner - QPoint(editor->width(), 0));
    editor->show();
}

void SettingsView::choose(int column) {
    m_bench.views().compare.set(&ComparisonView::column, column);
}

void SettingsView::point(std::optional<double> value) {
    for (ColumnCard* card : m_cards) {
        card->plot()->setPointer(value);
    }
}

void SettingsView::arrange() {
    const int count = static_cast<int>(m_bench.compare().columns.size());
    while (static_cast<int>(m_cards.size()) < count) {
        m_cards.push_back(new ColumnCard(static_cast<int>(m_cards.size()), m_area));
        connectCard(static_cast<int>(m_cards.size()) - 1);
    }
    while (static_cast<int>(m_places.size()) < shownPlaces) {
        auto* place = new QPushButton(tr("Add a setting"), m_area);
        place->setProperty("role", "place");
        place->setObjectName(QStringLiteral("compare_place_%1").arg(m_places.size()));
        place->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
        connect(place, &QPushButton::clicked, m_add, &QPushButton::click);
        m_places.push_back(place);
    }
    const ComparisonView& view = m_bench.views().compare.get();
    const auto equal = atBitsOf(columnBits(m_bench), static_cast<std::size_t>(view.column));
    std::vector<QWidget*> shown;
    for (int i = 0; i < static_cast<int>(m_cards.size()); ++i) {
        const bool there = i < count;
        const bool filtered =
            view.equalBits && view.column < count && there && !equal[static_cast<std::size_t>(i)];
        ColumnCard* card = m_cards[static_cast<std::size_t>(i)];
        card->setVisible(there && !filtered);
        if (there && !filtered) {
            shown.push_back(card);
        }
    }
    const int hidden = count - static_cast<int>(shown.size());
    m_hint->setText(hidden > 0 ? tr("%n at other bits", nullptr, hidden) : QString());
    m_hint->setVisible(hidden > 0);
    for (int i = 0; i < static_cast<int>(m_places.size()); ++i) {
        const bool free = !view.equalBits && count + i < shownPlaces;
        m_places[static_cast<std::size_t>(i)]->setVisible(free);
        if (free) {
            shown.push_back(m_places[static_cast<std::size_t>(i)]);
        }
    }
    const int fit = std::max(1, (width() + columnGap) / (leastColumnWidth + columnGap));
    const int all = std::max(1, static_cast<int>(shown.size()));
    const int rows = (all + fit - 1) / fit;
    const int perRow = (all + rows - 1) / rows;
    for (QWidget* widget : shown) {
        m_grid->removeWidget(widget);
    }
    for (int i = 0; i < static_cast<int>(shown.size()); ++i) {
        m_grid->addWidget(shown[static_cast<std::size_t>(i)], i / perRow, i % perRow);
    }
    for (int i = 0; i < CompareState::mostColumns; ++i) {
        m_grid->setColumnStretch(i, i < perRow ? 1 : 0);
    }
    refresh();
}

void SettingsView::refresh() {
    // The cards of new columns are made by arrange(), which refreshes.
    if (!isVisible() || m_cards.size() < m_bench.compare().columns.size()) {
        return;
    }
    const SettingScene shared = sharedScene(m_bench, *m_studies);
    const auto figures = columnFigures(m_bench, *m_studies);
    for (int i = 0; i < static_cast<int>(m_bench.compare().columns.size()); ++i) {
        refreshCard(i, shared);
        m_cards[static_cast<std::size_t>(i)]->show(figures[static_cast<std::size_t>(i)]);
    }
    m_difference->follow();
    const HeatScene heat =
        channelScene(m_bench, *m_studies, m_bench.views().compare->sortedChannels);
    const SourcePtr& source = m_bench.source();
    m_heatCard->setVisible(source && source->tensor.shape().size() >= 2);
    m_leftOut->setText(source ? leftOutSentence(source->summary.nan + source->summary.infinite,
                                                source->summary.finite)
                              : QString());
    m_heat->show(heat);
    emit changed();
}

void SettingsView::refreshCard(int column, const SettingScene& shared) {
    const auto at = static_cast<std::size_t>(column);
    const CompareState& state = m_bench.compare();
    const QuantScheme& scheme = state.columns[at];
    ColumnCard* card = m_cards[at];
    card->setSetting(settingName(scheme), settingDetail(scheme));
    card->setPin(state.pinned[0] == column   ? columnLetter(0)
                 : state.pinned[1] == column ? columnLetter(1)
                                             : QString());
    card->setChosen(column == m_bench.views().compare->column);
    const auto problem = m_studies->problem(at);
    card->setProblem(
        !problem ? QString()
        : problem->code == ErrorCode::Cancelled
            ? tr("Measuring was stopped. It starts again when the page is shown again.")
            : errorText(*problem));
    card->plot()->show(columnScene(shared, *m_studies, at));
    const SettingStudy* study = m_studies->study(at);
    card->plot()->setAccessibleName(
        tr("%1: %2, %3").arg(columnLetter(column), settingName(scheme), settingDetail(scheme)));
    card->plot()->setAccessibleDescription(
        study == nullptr ? tr("Not measured yet")
                         : tr("%1, %2: SQNR %3 dB, largest error %4")
                               .arg(settingName(scheme), settingDetail(scheme))
                               .arg(study->report.sqnrDb, 0, 'g', 4)
                               .arg(study->report.maxAbsError, 0, 'g', 4));
}

TableContent SettingsView::table() const {
    TableContent content;
    content.title = tr("Settings side by side");
    content.columns << tr("Column") << tr("Setting");
    for (int i = 0; i < ColumnCard::FigureCount; ++i) {
        content.columns << figureName(ColumnCard::Figure(i));
    }
    content.columns << tr("Values") << tr("NaN or infinite, left out");
    const auto& columns = m_bench.compare().columns;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        QVariantList row{columnLetter(static_cast<int>(i)),
                         tr("%1, %2").arg(settingName(columns[i]), settingDetail(columns[i]))};
        const SettingStudy* study = m_studies->study(i);
        for (int figure = 0; study != nullptr && figure < ColumnCard::FigureCount; ++figure) {
            row << rawFigure(*study, ColumnCard::Figure(figure));
        }
        if (study != nullptr) {
            const ErrorReport& report = study->report;
            row << static_cast<double>(report.count)
                << static_cast<double>(report.nan + report.infinite);
        }
        content.rows.append(row);
    }
    return content;
}

QList<QWidget*> SettingsView::shownPlots() const {
    QList<QWidget*> plots;
    for (ColumnCard* card : m_cards) {
        if (card->isVisibleTo(this)) {
            plots << card->plot();
        }
    }
    return plots;
}

void SettingsView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    m_studies->setSeen(true);
    arrange();
    m_difference->follow();  // what was stopped is measured again
}

void SettingsView::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    m_studies->setSeen(false);
}

void SettingsView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

}  // namespace zeropoint::ui
