// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/calibrate/integer_tab.h"

#include "ui/actions/button_action.h"
#include "ui/controls/anchor.h"
#include "ui/controls/how_known.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/messages.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>

namespace zeropoint::ui {
namespace {

QString matrixText(const QString& title, const std::vector<std::int32_t>& codes,
                   std::size_t columns) {
    QString text = title;
    for (std::size_t i = 0; i < codes.size(); ++i) {
        text += i % columns == 0 ? QStringLiteral("\n") : QString();
        text += QString::number(codes[i]).rightJustified(6);
    }
    return text;
}

/// The sum with the zero point, and what clamping makes of it where that is another code.
QString codeText(const IntegerOutput& output, std::int32_t zeroPoint) {
    const std::int32_t sum = output.requantized + zeroPoint;
    const QString code = QString::number(output.code);
    return sum == output.code ? code : QString::number(sum) + QStringLiteral(" → ") + code;
}

}  // namespace

IntegerTab::IntegerTab(Workbench& bench, QWidget* parent)
    : AnalysisTab(bench, tr("A layer in integers"), parent),
      m_matrices(new QLabel),
      m_multiplier(new QLabel),
      m_table(new QTableWidget),
      m_verdict(new QLabel) {
    setObjectName(QStringLiteral("integer_tab"));
    m_matrices->setFont(monoFont(11));
    m_matrices->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_matrices->setObjectName(QStringLiteral("integer_matrices"));
    setHowKnown(m_matrices, QStringLiteral("calibrate.integer"));
    m_multiplier->setObjectName(QStringLiteral("integer_multiplier"));
    setHowKnown(m_multiplier, QStringLiteral("calibrate.integer"));
    m_verdict->setObjectName(QStringLiteral("integer_verdict"));
    for (QLabel* line : {m_multiplier, m_verdict}) {
        line->setProperty("role", "secondary");
        line->setWordWrap(true);
    }
    buildTable();
    addButtons();
    auto* right = new QVBoxLayout;
    right->setSpacing(4);
    right->addWidget(m_multiplier);
    right->addWidget(m_table, 1);
    right->addWidget(m_verdict);
    m_row = new QBoxLayout(QBoxLayout::LeftToRight);
    m_row->setSpacing(16);
    m_row->addWidget(m_matrices);
    m_row->addLayout(right, 1);
    column()->addLayout(m_row, 1);
}

void IntegerTab::buildTable() {
    const QStringList headers = {tr("y"),           tr("Σ(qx−zx)qw"), tr("+ bias"),  tr("× M"),
                                 tr("+ zy, clamp"), tr("float"),      tr("float q"), tr("real")};
    m_table->setColumnCount(static_cast<int>(headers.size()));
    m_table->setHorizontalHeaderLabels(headers);
    m_table->setObjectName(QStringLiteral("integer_table"));
    setHowKnownColumns(m_table, {QStringLiteral("calibrate.integer")});
    m_table->setAccessibleName(tr("The outputs of the layer, station by station"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setFont(monoFont(11));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(21);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    // Not "the last section stretches", which beside such columns keeps its width in a narrower
    // table.
    m_table->horizontalHeader()->setSectionResizeMode(m_table->columnCount() - 1,
                                                      QHeaderView::Stretch);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
}

void IntegerTab::addButtons() {
    const auto button = [this](const QString& text, const QString& name) {
        auto* made = new QPushButton(text);
        made->setObjectName(name);
        made->setProperty("role", "small");
        addToHeader(made);
        return made;
    };
    auto* other = button(tr("Other numbers"), QStringLiteral("integer_other"));
    auto* differing = button(tr("Next that differs"), QStringLiteral("integer_differing"));
    differing->setToolTip(tr("Numbers whose integer and float roundings disagree in an output"));
    setAction(differing, QStringLiteral("calibrate.next_differing"));
    setAnchor(other, QStringLiteral("calibrate.integer.seed"));
    ViewState<CalibrateView>& view = bench().views().calibrate;
    connect(other, &QPushButton::clicked, this,
            [&view] { view.set(&CalibrateView::integerSeed, view->integerSeed + 1); });
    connect(differing, &QPushButton::clicked, this,
            [&view] { view.set(&CalibrateView::integerSeed, nextDiffering(view->integerSeed)); });
    connect(&view, &ViewStateSignals::changed, this, [this] {
        if (isVisible()) {
            follow();
        }
    });
}

void IntegerTab::follow() {
    const std::uint64_t seed = bench().views().calibrate->integerSeed;
    if (m_example.walk.outputs.empty() || seed != m_seed) {
        draw(seed);
    }
}

void IntegerTab::draw(std::uint64_t seed) {
    const Result<IntegerExample> example = drawIntegerExample(seed);
    setProblem(example ? QString() : errorText(example.error()));
    if (example) {
        m_seed = seed;
        m_example = *example;
        showLayer();
        showOutputs();
    }
}

void IntegerTab::showLayer() {
    const IntegerLayer& layer = m_example.layer;
    const IntegerWalk& walk = m_example.walk;
    m_matrices->setText(QStringList{
        matrixText(tr("qx: uint8, zx = %1").arg(layer.xParams.zeroPoint), layer.x, layer.inner),
        matrixText(tr("qw: int8, zw = 0"), layer.w, layer.columns),
        matrixText(tr("bias: int32"), walk.biasCodes, layer.columns),
        tr("qy: uint8, zy = %1,\nclamped to %2…%3")
            .arg(layer.yParams.zeroPoint)
            .arg(layer.yCodes.qmin)
            .arg(layer.yCodes.qmax)}
                            .join(QStringLiteral("\n\n")));
    m_multiplier->setText(
        tr("M = sx·sw / sy = %1 ≈ %2 × 2⁻³¹ × 2%3. The bias has the scale sx·sw and no zero point. "
           "Padding is filled with zx = %4: then qx − zx = 0, an exact zero.")
            .arg(formatNumber(walk.realMultiplier, 6))
            .arg(walk.multiplier.multiplier)
            .arg(superscript(-walk.multiplier.shift))
            .arg(layer.xParams.zeroPoint));
}

void IntegerTab::showOutputs() {
    const Theme& theme = themeOf(this);
    const std::vector<IntegerOutput>& outputs = m_example.walk.outputs;
    m_table->setRowCount(static_cast<int>(outputs.size()));
    int differing = 0;
    for (std::size_t i = 0; i < outputs.size(); ++i) {
        const IntegerOutput& output = outputs[i];
        differing += output.differs ? 1 : 0;
        const QStringList cells = {QStringLiteral("y%1%2")
                                       .arg(i / m_example.layer.columns)
                                       .arg(i % m_example.layer.columns),
                                   QString::number(output.accumulator),
                                   QString::number(output.withBias),
                                   QString::number(output.requantized),
                                   codeText(output, m_example.layer.yParams.zeroPoint),
                                   formatBeforeRounding(output.simulated, 7),
                                   QString::number(output.simulatedCode) + QStringLiteral(" ") +
                                       (output.differs ? QStringLiteral("≠") : QStringLiteral("=")),
                                   formatNumber(m_example.real[i], 5)};
        for (int column = 0; column < cells.size(); ++column) {
            auto* item = new QTableWidgetItem(cells[column]);
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            item->setForeground(theme.text);
            if (output.differs) {
                item->setBackground(theme.orange.soft);
            }
            m_table->setItem(static_cast<int>(i), column, item);
        }
    }
    arrange();
    m_verdict->setText(
        differing == 0
            ? tr("Integers and float simulation agree in every output, bit for bit.")
            : tr("%n output(s) differ by one code: fixed point rounds twice, the product's high "
                 "half "
                 "and then the shift, and halves away from zero; the float result is rounded once. "
                 "So near the middle of two codes the roundings part.",
                 nullptr, differing));
}

/// The table has all of its columns: where there is no room beside it, the matrices stand below.
void IntegerTab::arrange() {
    const QAbstractItemView* const cells = m_table;
    int needed = 0;
    for (int i = 0; i < m_table->columnCount(); ++i) {
        needed +=
            std::max(cells->sizeHintForColumn(i), m_table->horizontalHeader()->sectionSizeHint(i));
    }
    const QMargins margins = layout()->contentsMargins();
    const int room = width() - margins.left() - margins.right();
    const bool beside = m_matrices->sizeHint().width() + m_row->spacing() + needed <= room;
    m_row->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::BottomToTop);
    m_table->setMinimumHeight(m_table->horizontalHeader()->sizeHint().height() +
                              m_table->rowCount() *
                                  m_table->verticalHeader()->defaultSectionSize());
}

/// With its size, and with what its parts need of it, which a style sheet may change later.
bool IntegerTab::event(QEvent* event) {
    const bool done = AnalysisTab::event(event);
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest) {
        arrange();
    }
    return done;
}

void IntegerTab::changeEvent(QEvent* event) {
    AnalysisTab::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_example.walk.outputs.empty()) {
        showOutputs();
    }
}

}  // namespace zeropoint::ui
