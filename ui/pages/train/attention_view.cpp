// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/attention_view.h"

#include "core/data/sorting.h"
#include "core/data/text.h"
#include "ui/controls/anchor.h"
#include "ui/plots/attention_plot.h"
#include "ui/plots/chart_figure.h"
#include "ui/state/caption.h"
#include "ui/state/training_session.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace zeropoint::ui {

AttentionView::AttentionView(Workbench& bench, QWidget* parent)
    : QWidget(parent),
      m_bench(bench),
      m_caption(new QLabel),
      m_layer(new QComboBox),
      m_head(new QComboBox),
      m_plot(new AttentionPlot) {
    m_caption->setProperty("role", "secondary");
    m_caption->setWordWrap(true);
    m_layer->setObjectName(QStringLiteral("attention_layer"));
    m_layer->setAccessibleName(tr("Block"));
    m_head->setObjectName(QStringLiteral("attention_head"));
    m_head->setAccessibleName(tr("Head"));
    m_plot->setObjectName(QStringLiteral("attention_plot"));
    auto* table = new QToolButton;
    table->setProperty("role", "button");
    table->setText(tr("Table"));
    table->setToolTip(tr("Show the head's attention as a table"));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_layer, 1);
    row->addWidget(m_head, 1);
    row->addWidget(table);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(m_caption);
    column->addWidget(m_plot, 1);
    ViewState<TrainView>& view = bench.views().train;
    setAnchor(m_layer, QStringLiteral("train.attention.block"));
    setAnchor(m_head, QStringLiteral("train.attention.head"));
    connect(m_layer, &QComboBox::currentIndexChanged, this,
            [&view](int block) { view.set(&TrainView::block, block); });
    connect(m_head, &QComboBox::currentIndexChanged, this,
            [&view](int head) { view.set(&TrainView::head, head); });
    connect(table, &QToolButton::clicked, this, &AttentionView::showTable);
    show({});
}

void AttentionView::show(const SnapshotPtr& snapshot) {
    m_snapshot = snapshot;
    fillChoices();
    refresh();
}

void AttentionView::fillChoices() {
    const auto fill = [](QComboBox* box, std::size_t count, const QString& name) {
        if (box->count() == static_cast<int>(count)) {
            return;
        }
        const QSignalBlocker blocker(box);
        box->clear();
        for (std::size_t i = 0; i < count; ++i) {
            box->addItem(name.arg(i));
        }
    };
    const auto* maps = m_snapshot ? &m_snapshot->probe.attention : nullptr;
    const std::size_t layers = maps != nullptr ? maps->size() : 0;
    fill(m_layer, layers, tr("Block %1"));
    fill(m_head, layers > 0 ? maps->front().heads : 0, tr("Head %1"));
    // A model with fewer of them shows its last.
    const TrainView& view = m_bench.views().train.get();
    const QSignalBlocker blockLayer(m_layer);
    const QSignalBlocker blockHead(m_head);
    m_layer->setCurrentIndex(std::min(view.block, m_layer->count() - 1));
    m_head->setCurrentIndex(std::min(view.head, m_head->count() - 1));
    m_layer->setEnabled(layers > 0);
    m_head->setEnabled(layers > 0);
}

QStringList AttentionView::positionNames() const {
    const ModelProbe& probe = m_snapshot->probe;
    const auto* text = dynamic_cast<const Text*>(m_snapshot->data.get());
    QStringList names;
    for (std::size_t i = 0; i < probe.attention.front().length; ++i) {
        if (probe.tokens.empty()) {
            names << QString::number(i);
        } else if (text != nullptr) {
            const QString symbol =
                QString::fromStdString(text->alphabet().decode(std::span(&probe.tokens[i], 1)));
            names << (symbol == QLatin1String("\n")  ? QStringLiteral("↵")
                      : symbol == QLatin1String(" ") ? QStringLiteral("␣")
                                                     : symbol);
        } else {
            names << (probe.tokens[i] == Sorting::separator ? QStringLiteral("|")
                                                            : QString::number(probe.tokens[i]));
        }
    }
    return names;
}

void AttentionView::refresh() {
    if (!m_snapshot || m_layer->currentIndex() < 0 || m_head->currentIndex() < 0) {
        m_caption->setText(tr("Where each head looks appears with the first run."));
        m_plot->hide();
        return;
    }
    m_plot->setVisible(true);
    m_caption->setText(tr("First test sequence; a row is a position and where it looks"));
    const auto layer = static_cast<std::size_t>(m_layer->currentIndex());
    m_plot->show(m_snapshot->probe.attention[layer],
                 static_cast<std::size_t>(m_head->currentIndex()), positionNames());
}

void AttentionView::showTable() {
    if (!m_snapshot || m_layer->currentIndex() < 0) {
        return;
    }
    const AttentionMap& map =
        m_snapshot->probe.attention[static_cast<std::size_t>(m_layer->currentIndex())];
    const auto head = static_cast<std::size_t>(m_head->currentIndex());
    QStringList columns{tr("position")};
    QVector<QVector<double>> rows;
    const QStringList names = positionNames();
    for (std::size_t from = 0; from < map.length; ++from) {
        columns << names[static_cast<qsizetype>(from)];
        QVector<double> row{static_cast<double>(from)};
        for (std::size_t to = 0; to < map.length; ++to) {
            row.append(static_cast<double>(map.at(head, from, to)));
        }
        rows.append(row);
    }
    const RunRecord* run = m_bench.training().selectedRun();
    const QStringList where{run == nullptr ? QString() : captionOf(*run, m_snapshot->step),
                            m_layer->currentText(), m_head->currentText()};
    showChartTable(tableContent(tr("Attention"), columns, rows), {m_plot},
                   where.join(QStringLiteral(" · ")), this);
}

}  // namespace zeropoint::ui
