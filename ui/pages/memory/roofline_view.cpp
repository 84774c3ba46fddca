// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/memory/roofline_view.h"

#include "ui/actions/button_action.h"
#include "ui/controls/anchor.h"
#include "ui/controls/how_known.h"
#include "ui/controls/legend.h"
#include "ui/controls/notice.h"
#include "ui/controls/row_table.h"
#include "ui/controls/scrolled.h"
#include "ui/controls/table_button.h"
#include "ui/pages/memory/roofline_plot.h"
#include "ui/pages/memory/roofline_words.h"
#include "ui/plots/chart_figure.h"
#include "ui/state/memory_study.h"
#include "ui/state/roofline_study.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/messages.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int sideWidth = 320;
constexpr int narrowRoofline = 900;
constexpr double boldFrom = 1.5;  ///< a gain that is worth a word

constexpr ProductFormat formats[] = {ProductFormat::Fp32, ProductFormat::Bf16, ProductFormat::Int8};

QFrame* card(QVBoxLayout*& column, const QString& title) {
    auto* frame = new QFrame;
    frame->setProperty("role", "card");
    column = new QVBoxLayout(frame);
    column->setContentsMargins(16, 10, 16, 12);
    column->setSpacing(8);
    if (!title.isEmpty()) {
        auto* label = new QLabel(title);
        label->setProperty("role", "cardTitle");
        column->addWidget(label);
    }
    return frame;
}

}  // namespace

RooflineView::RooflineView(Workbench& bench, QWidget* parent)
    : QWidget(parent), m_bench(bench), m_study(bench.memory().roofline()) {
    auto* column = new QVBoxLayout;
    column->setSpacing(16);
    column->addWidget(buildPlotCard(), 3);
    column->addWidget(buildTableCard());
    m_side = buildSide();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addLayout(column, 1);
    row->addWidget(m_side);
    connect(&m_study, &RooflineStudy::changed, this, &RooflineView::refresh);
    refresh();
}

QWidget* RooflineView::buildPlotCard() {
    QVBoxLayout* column = nullptr;
    auto* frame = card(column, {});
    auto* title = new QLabel(tr("Speed against reuse"));
    title->setProperty("role", "cardTitle");
    m_plot = new RooflinePlot;
    m_plot->setObjectName(QStringLiteral("memory_roofline"));
    m_legend = new Legend;
    m_legend->setEntries(m_plot->legend());
    auto* head = new QHBoxLayout;
    head->addWidget(title);
    head->addWidget(m_legend, 1);
    auto* table = tableButton(m_plot);
    table->setFigure([this](const QString& title) {
        return chartFigure(figureParts(), title, m_plot->caption());
    });
    head->addWidget(table);
    column->addLayout(head);
    column->addWidget(m_plot, 1);
    return frame;
}

QList<QWidget*> RooflineView::figureParts() const {
    return {m_legend, m_plot};
}

QWidget* RooflineView::buildTableCard() {
    QVBoxLayout* column = nullptr;
    auto* frame = card(column, {});
    m_items = new QStandardItemModel(0, 0, this);
    m_table = new RowTable;
    m_table->setObjectName(QStringLiteral("memory_roofline_table"));
    setHowKnownColumns(m_table, {QStringLiteral("roofline.speed")});
    m_table->setAccessibleName(tr("Times of FP32, and how much faster the others are"));
    m_table->setModel(m_items);
    m_table->setFixedHeight(120);
    m_decode = new QLabel;
    m_prompt = new QLabel;
    auto* words = new QHBoxLayout;
    words->setSpacing(24);
    for (QLabel* label : {m_decode, m_prompt}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::RichText);
        label->setProperty("role", "secondary");
        setHowKnown(label, QStringLiteral("roofline.speed"));
        words->addWidget(label, 1);
    }
    m_decode->setObjectName(QStringLiteral("memory_decode_words"));
    m_prompt->setObjectName(QStringLiteral("memory_prompt_words"));
    column->addWidget(m_table);
    column->addLayout(words);
    return frame;
}

QWidget* RooflineView::buildSide() {
    auto* inside = new QWidget;
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(buildMachine());
    column->addWidget(buildCeilings());
    column->addWidget(buildMeasure());
    column->addStretch();
    return scrolled(inside);
}

QWidget* RooflineView::buildMachine() {
    QVBoxLayout* column = nullptr;
    auto* frame = card(column, tr("This machine"));
    m_machine = new QLabel;
    m_machine->setWordWrap(true);
    setHowKnown(m_machine, QStringLiteral("roofline.speed"));
    m_instructions = new QLabel;
    m_instructions->setWordWrap(true);
    m_instructions->setProperty("role", "secondary");
    column->addWidget(m_machine);
    column->addWidget(m_instructions);
    return frame;
}

QWidget* RooflineView::buildCeilings() {
    QVBoxLayout* column = nullptr;
    auto* frame = card(column, tr("Ceilings, measured"));
    m_ceilings = new QGridLayout;
    m_ceilings->setColumnStretch(0, 1);
    m_ceilings->setVerticalSpacing(5);
    m_when = new QLabel;
    m_when->setProperty("role", "caption");
    m_when->setWordWrap(true);
    setHowKnown(m_when, QStringLiteral("roofline.speed"));
    column->addLayout(m_ceilings);
    column->addWidget(m_when);
    return frame;
}

QWidget* RooflineView::buildMeasure() {
    QVBoxLayout* column = nullptr;
    auto* frame = card(column, tr("Measuring"));
    auto* words =
        new QLabel(tr("A new point takes the place of the old one. Leave other programs "
                      "alone for half a minute."));
    words->setProperty("role", "secondary");
    words->setWordWrap(true);
    m_progress = new QProgressBar;
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Points that are measured"));
    m_progressText = new QLabel;
    m_progressText->setProperty("role", "secondary");
    m_measure = new QPushButton;
    m_measure->setObjectName(QStringLiteral("memory_measure_machine"));
    m_measure->setProperty("role", "primary");
    setAction(m_measure, QStringLiteral("memory.measure_machine"));
    setAnchor(m_measure, QStringLiteral("memory.measure_machine"));
    m_cancel = new QPushButton(tr("Cancel"));
    m_cancel->setObjectName(QStringLiteral("memory_measure_cancel"));
    m_notice = new Notice;
    for (QWidget* told : std::initializer_list<QWidget*>{m_progressText, m_notice}) {
        setHowKnown(told, QStringLiteral("roofline.speed"));
    }
    auto* note =
        new QLabel(tr("A layer of 4096 × 11 008, as in Llama 2 7B: too large for the "
                      "caches of most machines in every format."));
    note->setProperty("role", "caption");
    note->setWordWrap(true);
    setHowKnown(note, QStringLiteral("roofline.speed"));
    auto* row = new QHBoxLayout;
    row->addWidget(m_measure);
    row->addWidget(m_cancel);
    row->addStretch();
    column->addWidget(words);
    column->addWidget(m_progress);
    column->addWidget(m_progressText);
    column->addLayout(row);
    column->addWidget(m_notice);
    column->addWidget(note);
    connect(m_measure, &QPushButton::clicked, this, [this] { m_study.measure(); });
    connect(m_cancel, &QPushButton::clicked, &m_study, &RooflineStudy::cancel);
    return frame;
}

void RooflineView::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void RooflineView::refresh() {
    if (!isVisible()) {
        return;  // what nobody sees computes nothing; it is made when it is shown
    }
    const Roofline* roofline = m_study.roofline();
    m_plot->show(roofline);
    fillTable(roofline);
    fillCeilings(roofline);
    tellWhy(roofline);
    tellProgress();
    const MachineFacts machine = roofline != nullptr ? roofline->machine : thisMachine();
    m_machine->setText(machineText(machine));
    m_instructions->setText(instructionsText(machine));
}

void RooflineView::fillTable(const Roofline* roofline) {
    std::vector<std::int64_t> batches;
    if (roofline != nullptr) {
        for (const RooflinePoint& point : roofline->points) {
            batches.push_back(point.batch);
        }
    }
    std::sort(batches.begin(), batches.end());
    batches.erase(std::unique(batches.begin(), batches.end()), batches.end());
    m_items->setColumnCount(1 + static_cast<int>(batches.size()));
    m_items->setRowCount(static_cast<int>(std::size(formats)));
    QStringList heads{tr("Batch")};
    for (const std::int64_t batch : batches) {
        heads << QString::number(batch);
    }
    m_items->setHorizontalHeaderLabels(heads);
    for (int column = 1; column < m_items->columnCount(); ++column) {
        m_items->setHeaderData(column, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter),
                               Qt::TextAlignmentRole);
    }
    for (int row = 0; row < m_items->rowCount(); ++row) {
        const ProductFormat format = formats[row];
        const auto put = [&](int column, const QString& text, bool bold) {
            auto* item = new QStandardItem(text);
            item->setFont(column == 0 ? textFont(12)
                                      : monoFont(12, bold ? QFont::DemiBold : QFont::Normal));
            item->setTextAlignment((column == 0 ? Qt::AlignLeft : Qt::AlignRight) |
                                   Qt::AlignVCenter);
            m_items->setItem(row, column, item);
        };
        put(0, row == 0 ? tr("FP32, ms") : tr("%1, faster by").arg(productName(format)), false);
        for (std::size_t i = 0; i < batches.size(); ++i) {
            const int column = 1 + static_cast<int>(i);
            const RooflinePoint* point = roofline->point(format, batches[i]);
            const RooflinePoint* plain = roofline->point(ProductFormat::Fp32, batches[i]);
            if (point == nullptr || plain == nullptr) {
                put(column, QStringLiteral("–"), false);
                continue;
            }
            const bool steady = point->timing.isSteady() && plain->timing.isSteady();
            const QString about = steady ? QString() : QString(QChar(0x2248));
            if (row == 0) {
                put(column, about + formatNumber(point->timing.seconds * 1e3, 3), false);
            } else {
                const double gain = plain->timing.seconds / point->timing.seconds;
                put(column, about + formatNumber(gain, 3) + QChar(0x00D7),
                    steady && gain >= boldFrom);
            }
        }
    }
    QList<int> yielding;  // every second batch, the largest first
    for (int column = m_items->columnCount() - 1; column > 1; column -= 2) {
        yielding << column;
    }
    m_table->fitColumns(yielding);
}

void RooflineView::fillCeilings(const Roofline* roofline) {
    while (QLayoutItem* item = m_ceilings->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (const auto& [what, figure] : ceilingRows(roofline)) {
        auto* words = new QLabel(what);
        words->setProperty("role", "secondary");
        auto* value = new QLabel(figure);
        value->setFont(monoFont(12));
        setHowKnown(value, QStringLiteral("roofline.ceiling"));
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_ceilings->addWidget(words, row, 0);
        m_ceilings->addWidget(value, row, 1);
        ++row;
    }
    m_when->setText(roofline != nullptr ? whenText(*roofline) : tr("Nothing was measured yet."));
}

void RooflineView::tellWhy(const Roofline* roofline) {
    m_decode->setText(roofline != nullptr ? decodeWords(*roofline) : QString());
    m_prompt->setText(roofline != nullptr ? promptWords(*roofline) : QString());
}

void RooflineView::tellProgress() {
    const bool measuring = m_study.measuring();
    m_measure->setEnabled(!measuring);
    m_measure->setText(m_study.roofline() != nullptr ? tr("Measure again")
                                                     : tr("Measure this machine"));
    m_cancel->setVisible(measuring);
    m_progress->setVisible(measuring);
    m_progressText->setVisible(measuring);
    m_progress->setRange(0, std::max(1, m_study.pointsWanted()));
    m_progress->setValue(m_study.pointsDone());
    m_progressText->setText(tr("%1 of %2").arg(m_study.pointsDone()).arg(m_study.pointsWanted()));
    const Roofline* roofline = m_study.roofline();
    const auto& problem = m_study.problem();
    m_notice->setText(problem               ? errorText(*problem)
                      : roofline != nullptr ? disturbanceText(*roofline)
                                            : QString());
}

void RooflineView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const int wide = width() < narrowRoofline ? sideWidth - 80 : sideWidth;
    m_side->setFixedWidth(wide);
}

}  // namespace zeropoint::ui
