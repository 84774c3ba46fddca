// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/blocks/blocks_view.h"

#include "ui/actions/button_action.h"
#include "ui/controls/add_to_compare.h"
#include "ui/controls/anchor.h"
#include "ui/controls/how_known.h"
#include "ui/controls/legend.h"
#include "ui/controls/notice.h"
#include "ui/controls/number_field.h"
#include "ui/controls/segment.h"
#include "ui/controls/table_button.h"
#include "ui/pages/numbers/blocks/bit_ledger.h"
#include "ui/pages/numbers/blocks/block_bytes.h"
#include "ui/pages/numbers/blocks/block_colors.h"
#include "ui/pages/numbers/blocks/block_weights.h"
#include "ui/pages/numbers/blocks/scale_cost_card.h"
#include "ui/plots/chart_figure.h"
#include "ui/state/number_caption.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/messages.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <optional>

namespace zeropoint::ui {
namespace {

QString utf8(std::string_view text) {
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

/// A format that is only read quantizes nothing.
std::optional<QuantScheme> comparable(const BlockLook& look) {
    const BlockFormat* format = findBlockFormat(look.format.toStdString());
    if (format == nullptr || !format->quantizes()) {
        return std::nullopt;
    }
    QuantScheme scheme;
    scheme.format = format->id;
    scheme.scaleRule = format->hasScaleRule ? look.rule : scheme.scaleRule;
    return scheme;
}

QFrame* makeCard(QWidget* parent) {
    auto* card = new QFrame(parent);
    card->setProperty("role", "card");
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    return card;
}

}  // namespace

BlocksView::BlocksView(Workbench& bench, QWidget* parent) : NumberView(parent), m_bench(bench) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(makeBlockCard());
    auto* lower = new QHBoxLayout;
    lower->setSpacing(16);
    lower->addWidget(makeLedgerCard(), 1);
    m_costs = new ScaleCostCard(this);
    lower->addWidget(m_costs, 1);
    column->addLayout(lower);
    column->addStretch(1);
    ViewState<NumbersView>& view = bench.views().numbers;
    const auto choose = [&view](int weight) { view.set(&NumbersView::weight, weight); };
    connect(m_weights, &BlockWeights::weightChosen, this, choose);
    connect(m_bytes, &BlockBytes::weightHovered, this, choose);
    connect(&view, &ViewStateSignals::changed, this, [this] {
        if (!isVisible()) {
            return;
        }
        const NumbersView& now = m_bench.views().numbers.get();
        if (now.ownBlock != m_shownOwn || now.block != m_shownBlock) {
            makeSample();
        } else {
            showWeight();
        }
    });
    setAnchor(m_weights, QStringLiteral("numbers.blocks.weight"));
    setAnchor(m_format, QStringLiteral("numbers.blocks.format"));
    setAnchor(m_rule, QStringLiteral("numbers.blocks.rule"));
    connect(m_format, &QComboBox::activated, this, [this] {
        m_state.blocks.format = m_format->currentData().toString();
        send();
    });
    connect(m_rule, &Segment::chosen, this, [this](int rule) {
        m_state.blocks.rule = static_cast<ScaleRule>(rule);
        send();
    });
    connect(m_costs, &ScaleCostCard::changed, this, [this](const BlockLook& look) {
        m_state.blocks = look;
        emit changed(m_state);
    });
    connect(m_costs, &ScaleCostCard::gestureStarted, this, &BlocksView::gestureStarted);
    connect(m_costs, &ScaleCostCard::dragged, this, [this](const BlockLook& look) {
        m_state.blocks = look;
        emit dragged(m_state);
    });
    connect(&bench, &Workbench::sourceChanged, this, [this] {
        if (isVisible()) {
            makeSample();
        }
    });
    makeSample();
}

QFrame* BlocksView::makeBlockCard() {
    QFrame* card = makeCard(this);
    m_formula = new QLabel(card);
    m_formula->setObjectName(QStringLiteral("blockFormula"));
    m_formula->setFont(monoFont(12));
    m_formula->setProperty("role", "secondaryMono");
    m_weights = new BlockWeights(card);
    m_bytes = new BlockBytes(card);
    m_legend = new Legend(card);
    m_equation = new QLabel(card);
    m_equation->setObjectName(QStringLiteral("blockEquation"));
    for (QWidget* part : {m_formula, m_equation}) {
        setHowKnown(part, QStringLiteral("numbers.block"));
    }
    m_equation->setFont(monoFont(13));
    m_equation->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_notice = new Notice(card);
    QLayout* column = card->layout();
    column->addWidget(makeHeader(card));
    for (QWidget* part : {static_cast<QWidget*>(m_formula), static_cast<QWidget*>(m_weights),
                          static_cast<QWidget*>(m_equation), static_cast<QWidget*>(m_bytes),
                          static_cast<QWidget*>(m_legend)}) {
        column->addWidget(part);
    }
    m_notice->floatOver(m_weights);
    return card;
}

QWidget* BlocksView::makeHeader(QWidget* parent) {
    auto* header = new QWidget(parent);
    auto* title = new QLabel(tr("One block of"), header);
    title->setProperty("role", "cardTitle");
    m_format = new QComboBox(header);
    m_format->setObjectName(QStringLiteral("blockFormat"));
    m_format->setAccessibleName(tr("Block format"));
    for (const BlockFormat& format : blockFormats()) {
        m_format->addItem(utf8(format.name), utf8(format.id));
    }
    m_rule = new Segment({tr("Floor"), tr("Ceil"), tr("Even")}, header);
    m_rule->setObjectName(QStringLiteral("scaleRule"));
    m_rule->setAccessibleName(tr("How the power-of-two scale is chosen"));
    m_rule->setToolTip(m_rule->accessibleName());
    makeTensorChoice(header);
    auto* again = new QPushButton(tr("Other weights"), header);
    m_again = again;
    again->setObjectName(QStringLiteral("otherWeights"));
    again->setProperty("role", "small");
    setAnchor(again, QStringLiteral("numbers.blocks.seed"));
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(title);
    row->addWidget(m_format);
    row->addWidget(m_rule);
    m_compare = new AddToCompare(
        m_bench, [this] { return comparable(m_state.blocks); }, header);
    m_compare->setObjectName(QStringLiteral("blocksAddToCompare"));
    setAction(m_compare, QStringLiteral("numbers.add_to_compare"));
    m_compare->setProperty("role", "small");
    row->addStretch(1);
    row->addWidget(m_compare);
    row->addWidget(m_own);
    row->addWidget(m_block);
    row->addWidget(again);
    for (TableButton* table : makeTables(header)) {
        row->addWidget(table);
    }
    connect(again, &QPushButton::clicked, this, [this] {
        ++m_state.blocks.seed;
        send();
    });
    return header;
}

/// A block of the tensor that Calibrate shows, and which.
void BlocksView::makeTensorChoice(QWidget* header) {
    m_own = new QPushButton(tr("Of the tensor"), header);
    m_own->setObjectName(QStringLiteral("blockOwn"));
    m_own->setProperty("role", "small");
    m_own->setCheckable(true);
    setAnchor(m_own, QStringLiteral("numbers.blocks.own"));
    m_block = new NumberField(header);
    m_block->setObjectName(QStringLiteral("blockNumber"));
    m_block->setAccessibleName(tr("Which block of the tensor"));
    m_block->setFixedWidth(72);
    setAnchor(m_block, QStringLiteral("numbers.blocks.block"));
    connect(m_own, &QPushButton::clicked, this,
            [this](bool own) { m_bench.views().numbers.set(&NumbersView::ownBlock, own); });
    connect(m_block, &NumberField::valueEntered, this, [this](double block) {
        m_bench.views().numbers.set(&NumbersView::block, static_cast<std::uint64_t>(block));
    });
}

std::array<TableButton*, 2> BlocksView::makeTables(QWidget* header) {
    TableButton* weights = withFigure(tableButton(m_weights, header), m_weights,
                                      [this] { return blockCaptionOf(m_bench); });
    weights->setToolTip(tr("Show the weights as a table"));
    TableButton* bytes = tableButton(m_bytes, header);
    bytes->setFigure([this](const QString& title) {
        return chartFigure({m_legend, m_bytes}, title, blockCaptionOf(m_bench));
    });
    bytes->setToolTip(tr("Show the bytes as a table"));
    return {weights, bytes};
}

QFrame* BlocksView::makeLedgerCard() {
    QFrame* card = makeCard(this);
    auto* heading = new QLabel(tr("What a weight costs"), card);
    heading->setProperty("role", "cardTitle");
    m_ledger = new BitLedger(card);
    m_ledger->setObjectName(QStringLiteral("blockLedger"));
    auto* header = new QHBoxLayout;
    header->addWidget(heading);
    header->addStretch(1);
    header->addWidget(withFigure(tableButton(m_ledger, card), m_ledger,
                                 [this] { return blockCaptionOf(m_bench); }));
    auto* column = static_cast<QVBoxLayout*>(card->layout());
    column->addLayout(header);
    column->addWidget(m_ledger);
    column->addStretch(1);
    return card;
}

void BlocksView::show(const NumberState& state) {
    const bool same = state.blocks == m_state.blocks && m_shownSource == m_bench.source().get() &&
                      m_shownOwn == m_bench.views().numbers->ownBlock &&
                      m_shownBlock == m_bench.views().numbers->block;
    m_state = state;
    if (!same) {
        m_costs->show(state.blocks);
        makeSample();
    } else {
        showWeight();  // another may have been chosen while this was hidden
    }
}

void BlocksView::send() {
    makeSample();
    m_costs->show(m_state.blocks);
    emit changed(m_state);
}

void BlocksView::makeSample() {
    const BlockLook& look = m_state.blocks;
    m_format->setCurrentIndex(m_format->findData(look.format));
    m_rule->setCurrent(static_cast<int>(look.rule));
    const BlockFormat* format = findBlockFormat(look.format.toStdString());
    BlockOptions options;
    options.scaleRule = look.rule;
    const SourcePtr& source = m_bench.source();
    const bool own = m_bench.views().numbers->ownBlock && source != nullptr && format->quantizes();
    Result<BlockSample> sample =
        own ? takeBlockSample(*format, source->tensor, m_bench.views().numbers->block, options)
            : makeBlockSample(*format, look.seed, options);
    m_shownSource = source.get();
    m_shownOwn = m_bench.views().numbers->ownBlock;
    m_shownBlock = m_bench.views().numbers->block;
    showOrigin(*format);
    if (!sample) {
        m_notice->setText(errorText(sample.error()));
        return;
    }
    m_compare->refresh();
    m_notice->setText({});
    m_sample = std::move(*sample);
    const bool powerOfTwo = format->id.starts_with("mx");
    for (int choice = 0; choice < m_rule->count(); ++choice) {
        m_rule->setChoiceEnabled(choice, powerOfTwo,
                                 tr("Only MX blocks have a power-of-two scale"));
    }
    m_formula->setText(utf8(format->formula));
    m_weights->show(m_sample);
    m_bytes->show(m_sample);
    showLegend();
    showLedger();
    showWeight();
}

/// Whose weights the block holds: drawn ones, or those of the tensor that Calibrate shows.
void BlocksView::showOrigin(const BlockFormat& format) {
    const SourcePtr& source = m_bench.source();
    const bool possible = source != nullptr && format.quantizes();
    m_own->setEnabled(possible);
    m_own->setChecked(m_bench.views().numbers->ownBlock && possible);
    m_own->setToolTip(source == nullptr ? tr("There is no tensor yet")
                      : !format.quantizes()
                          ? tr("This format is only decoded here")
                          : tr("The weights of %1 instead of drawn ones").arg(source->title()));
    m_block->setVisible(m_own->isChecked());
    m_again->setVisible(!m_own->isChecked());
    if (possible) {
        const std::uint64_t count = blocksOf(format, source->tensor);
        m_block->setLimits({0, static_cast<double>(count - 1), true});
        m_block->setValue(static_cast<double>(std::min(m_bench.views().numbers->block, count - 1)));
        m_block->setHint(tr("Which of its %1 blocks").arg(formatCount(count)));
    }
}

void BlocksView::showLegend() {
    std::vector<Legend::Entry> entries;
    for (const BlockField& field : m_sample.format->fields) {
        const BlockRole role = field.role;
        entries.push_back({Legend::Mark::Square,
                           [role](const Theme& theme) { return blockColor(role, theme).fill; },
                           utf8(field.name) + QStringLiteral(": ") + blockRoleName(role)});
    }
    m_legend->setEntries(std::move(entries));
}

void BlocksView::showLedger() {
    const BlockFormat& format = *m_sample.format;
    std::vector<BitLedger::Item> items;
    for (const BlockField& field : format.fields) {
        const BlockRole role = field.role;
        items.push_back({utf8(field.meaning),
                         tr("%1 × 8 / %2").arg(field.bytes).arg(format.valuesPerBlock),
                         8.0 * field.bytes / format.valuesPerBlock,
                         [role](const Theme& theme) { return blockColor(role, theme).fill; }});
    }
    m_ledger->setItems(std::move(items));
}

void BlocksView::showWeight() {
    const int last = m_sample.format->valuesPerBlock - 1;
    const int index = std::min(m_bench.views().numbers->weight, last);
    m_weights->setWeight(index);
    m_bytes->setWeight(index);
    const BlockTerm term = m_sample.term(index);
    const auto at = static_cast<std::size_t>(index);
    QString text = tr("weight %1: code %2 → %3 × %4")
                       .arg(index)
                       .arg(term.code)
                       .arg(formatNumber(term.scale, 6), formatNumber(term.level, 6));
    if (m_sample.format->hasMinimum) {
        text += QStringLiteral(" + ") + formatNumber(term.minimum, 6);
    }
    text += QStringLiteral(" = ") + formatNumber(m_sample.decoded[at], 6);
    if (m_sample.format->quantizes()) {
        text += QStringLiteral("   ") +
                tr("given %1, error %2")
                    .arg(formatNumber(m_sample.values[at], 6),
                         formatSigned(double{m_sample.decoded[at]} - m_sample.values[at], 3));
    }
    m_equation->setText(text);
}

}  // namespace zeropoint::ui
