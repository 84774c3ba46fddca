// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/double_quantization_card.h"

#include "core/numerics/nf4.h"
#include "ui/controls/stepped_slider.h"
#include "ui/pages/numbers/bit_ledger.h"
#include "ui/text/numbers.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace zeropoint::ui {
namespace {

/// Bits per weight beyond the code's own.
double scaleBits(Nf4Options options, bool doubleQuantization) {
    options.doubleQuantization = doubleQuantization;
    double bits = 0;
    for (const BitCost& cost : nf4Ledger(options)) {
        bits += cost.bitsPerWeight;
    }
    return bits - 4;
}

}  // namespace

DoubleQuantizationCard::DoubleQuantizationCard(QWidget* parent)
    : QFrame(parent),
      m_block(new SteppedSlider({16, 32, 64, 128, 256, 512}, tr("%1 weights"), this)),
      m_double(new QCheckBox(tr("Quantize the scales once more (double quantization)"), this)),
      m_scaleBlock(new SteppedSlider({64, 128, 256, 512}, tr("%1 scales"), this)),
      m_ledger(new BitLedger(this)),
      m_sentence(new QLabel(this)) {
    setProperty("role", "card");
    auto* title = new QLabel(tr("NF4: what scales cost"), this);
    title->setProperty("role", "cardTitle");
    m_block->setObjectName(QStringLiteral("nf4Block"));
    m_block->setAccessibleName(tr("Weights that share a scale"));
    m_double->setObjectName(QStringLiteral("nf4Double"));
    m_scaleBlock->setObjectName(QStringLiteral("nf4ScaleBlock"));
    m_scaleBlock->setAccessibleName(tr("Scales that share a scale"));
    m_ledger->setObjectName(QStringLiteral("nf4Ledger"));
    m_sentence->setObjectName(QStringLiteral("nf4Sentence"));
    m_sentence->setProperty("role", "secondary");
    m_block->setStop(64);
    m_scaleBlock->setStop(256);
    m_double->setChecked(true);
    auto* grid = new QGridLayout;
    const auto label = [this](const QString& text) {
        auto* made = new QLabel(text, this);
        made->setProperty("role", "secondary");
        return made;
    };
    grid->addWidget(label(tr("Block size")), 0, 0);
    grid->addWidget(m_block, 0, 1);
    grid->addWidget(m_double, 1, 0, 1, 2);
    grid->addWidget(label(tr("Scales per group")), 2, 0);
    grid->addWidget(m_scaleBlock, 2, 1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(title);
    column->addLayout(grid);
    column->addWidget(m_ledger);
    column->addWidget(m_sentence);
    column->addStretch(1);
    connect(m_block, &SteppedSlider::stopChosen, this, &DoubleQuantizationCard::showLedger);
    connect(m_scaleBlock, &SteppedSlider::stopChosen, this, &DoubleQuantizationCard::showLedger);
    connect(m_double, &QCheckBox::toggled, this, &DoubleQuantizationCard::showLedger);
    showLedger();
}

void DoubleQuantizationCard::showLedger() {
    Nf4Options options;
    options.blockSize = m_block->stop();
    options.doubleQuantization = m_double->isChecked();
    options.scaleBlock = m_scaleBlock->stop();
    m_scaleBlock->setEnabled(options.doubleQuantization);
    const auto tone = [](std::size_t index) {
        return [index](const Theme& theme) {
            return index == 0 ? theme.green.fill : index == 1 ? theme.blue.fill : theme.sky.fill;
        };
    };
    std::vector<BitLedger::Item> items;
    for (const BitCost& cost : nf4Ledger(options)) {
        items.push_back({QString::fromUtf8(cost.name.data(), qsizetype(cost.name.size())),
                         {},
                         cost.bitsPerWeight,
                         tone(items.size())});
    }
    m_ledger->setItems(std::move(items));
    m_sentence->setText(
        tr("Scales cost %1 bits per weight in FP32\nand %2 once they are quantized.")
            .arg(formatNumber(scaleBits(options, false), 3),
                 formatNumber(scaleBits(options, true), 3)));
}

}  // namespace zeropoint::ui
