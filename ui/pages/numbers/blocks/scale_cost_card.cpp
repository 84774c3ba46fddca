// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/blocks/scale_cost_card.h"

#include "core/calibration/calibrate.h"
#include "core/metrics/error_report.h"
#include "core/quantization/scheme_ledger.h"
#include "core/tensor/synthetic_spec.h"
#include "ui/controls/anchor.h"
#include "ui/controls/how_known.h"
#include "ui/controls/segment.h"
#include "ui/controls/stepped_slider.h"
#include "ui/controls/table_button.h"
#include "ui/pages/numbers/blocks/bit_ledger.h"
#include "ui/plots/chart_figure.h"
#include "ui/text/messages.h"
#include "ui/text/numbers.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace zeropoint::ui {
namespace {

using Part = SchemeCost::Part;

constexpr const char* elements[] = {"nf4",  "int2",     "int3",     "int4",
                                    "int8", "fp4-e2m1", "fp6-e2m3", "fp8-e4m3"};
constexpr ScaleFormat scaleFormats[] = {ScaleFormat::Fp32, ScaleFormat::Fp16, ScaleFormat::E8m0};

QuantScheme schemeOf(const BlockLook& look) {
    QuantScheme scheme;
    scheme.format = look.element.toStdString();
    scheme.granularity = Granularity::Group;
    scheme.groupSize = look.blockSize;
    scheme.scaleFormat = look.doubleQuantization ? ScaleFormat::Double : look.scaleFormat;
    scheme.doubleBlock = look.scaleBlock;
    return scheme;
}

QString partName(Part part) {
    switch (part) {
        case Part::Codes:
            return ScaleCostCard::tr("codes");
        case Part::Scales:
            return ScaleCostCard::tr("scales");
        case Part::SecondScales:
            return ScaleCostCard::tr("scales of the scales");
        case Part::ZeroPoints:
            return ScaleCostCard::tr("zero points");
    }
    return {};
}

/// Bits per weight of all that is not a code.
double scaleBits(const BlockLook& look) {
    double bits = 0;
    const auto ledger = schemeLedger(schemeOf(look)).value_or(std::vector<SchemeCost>());
    for (const SchemeCost& cost : ledger) {
        bits += cost.part == Part::Codes ? 0 : cost.bitsPerWeight();
    }
    return bits;
}

}  // namespace

ScaleCostCard::ScaleCostCard(QWidget* parent)
    : QFrame(parent),
      m_element(new QComboBox(this)),
      m_block(new SteppedSlider({16, 32, 64, 128, 256, 512}, tr("%1 weights"), this)),
      m_scale(new Segment({tr("FP32"), tr("FP16"), tr("E8M0")}, this)),
      m_double(new QCheckBox(tr("Quantize the scales once more (double quantization)"), this)),
      m_scaleBlock(new SteppedSlider({64, 128, 256, 512}, tr("%1 scales"), this)),
      m_ledger(new BitLedger(this)),
      m_sentence(new QLabel(this)),
      m_error(new QLabel(this)) {
    setProperty("role", "card");
    m_ledger->setObjectName(QStringLiteral("nf4Ledger"));
    m_sentence->setObjectName(QStringLiteral("nf4Sentence"));
    setHowKnown(m_sentence, QStringLiteral("numbers.ledger"));
    m_error->setObjectName(QStringLiteral("blockError"));
    setHowKnown(m_error, QStringLiteral("calibrate.sqnr"));
    for (QLabel* line : {m_sentence, m_error}) {
        line->setProperty("role", "secondary");
        line->setWordWrap(true);
    }
    auto* title = new QLabel(tr("A block of your own: what scales cost"), this);
    title->setProperty("role", "cardTitle");
    auto* header = new QHBoxLayout;
    header->addWidget(title);
    header->addStretch(1);
    header->addWidget(
        withFigure(tableButton(m_ledger, this), m_ledger, [this] { return m_sentence->text(); }));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addLayout(header);
    column->addWidget(makeSettings());
    column->addWidget(m_ledger);
    column->addWidget(m_sentence);
    column->addWidget(m_error);
    column->addStretch(1);
    connect(m_element, &QComboBox::activated, this, &ScaleCostCard::send);
    connect(m_block, &SteppedSlider::stopChosen, this, &ScaleCostCard::send);
    connect(m_scale, &Segment::chosen, this, &ScaleCostCard::send);
    connect(m_scaleBlock, &SteppedSlider::stopChosen, this, &ScaleCostCard::send);
    connect(m_double, &QCheckBox::clicked, this, &ScaleCostCard::send);
    for (SteppedSlider* slider : {m_block, m_scaleBlock}) {
        connect(slider, &SteppedSlider::sliderPressed, this, &ScaleCostCard::gestureStarted);
    }
    show({});
}

QWidget* ScaleCostCard::makeSettings() {
    auto* settings = new QWidget(this);
    for (const char* id : elements) {
        m_element->addItem(formatName(QLatin1String(id)), QString::fromLatin1(id));
    }
    m_element->setObjectName(QStringLiteral("blockElement"));
    setAnchor(m_element, QStringLiteral("numbers.blocks.element"));
    m_element->setAccessibleName(tr("Format of the codes"));
    m_block->setObjectName(QStringLiteral("nf4Block"));
    setAnchor(m_block, QStringLiteral("numbers.blocks.size"));
    m_block->setAccessibleName(tr("Weights that share a scale"));
    m_scale->setObjectName(QStringLiteral("blockScaleFormat"));
    setAnchor(m_scale, QStringLiteral("numbers.blocks.scale_format"));
    m_scale->setAccessibleName(tr("Format of the scales"));
    m_double->setObjectName(QStringLiteral("nf4Double"));
    setAnchor(m_double, QStringLiteral("numbers.blocks.double"));
    m_scaleBlock->setObjectName(QStringLiteral("nf4ScaleBlock"));
    setAnchor(m_scaleBlock, QStringLiteral("numbers.blocks.scale_block"));
    m_scaleBlock->setAccessibleName(tr("Scales that share a scale"));
    auto* grid = new QGridLayout(settings);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setColumnStretch(1, 1);
    const auto add = [&](int row, const QString& text, QWidget* control) {
        auto* label = new QLabel(text, settings);
        label->setProperty("role", "secondary");
        label->setBuddy(control);
        grid->addWidget(label, row, 0);
        grid->addWidget(control, row, 1);
    };
    auto* formats = new QWidget(settings);
    auto* scales = new QLabel(tr("scales"), formats);
    scales->setProperty("role", "secondary");
    auto* line = new QHBoxLayout(formats);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_element);
    line->addSpacing(8);
    line->addWidget(scales);
    line->addWidget(m_scale);
    line->addStretch(1);
    add(0, tr("Codes"), formats);
    add(1, tr("Block size"), m_block);
    grid->addWidget(m_double, 2, 0, 1, 2);
    add(3, tr("Scales per group"), m_scaleBlock);
    return settings;
}

BlockLook ScaleCostCard::chosen() const {
    BlockLook look = m_look;
    look.element = m_element->currentData().toString();
    look.blockSize = m_block->stop();
    look.scaleFormat = scaleFormats[std::max(0, m_scale->current())];
    look.doubleQuantization = m_double->isChecked();
    look.scaleBlock = m_scaleBlock->stop();
    return look;
}

void ScaleCostCard::send() {
    const BlockLook look = chosen();
    show(look);
    if (m_block->isSliderDown() || m_scaleBlock->isSliderDown()) {
        emit dragged(look);
    } else {
        emit changed(look);
    }
}

void ScaleCostCard::show(const BlockLook& look) {
    m_look = look;
    if (m_element->findData(look.element) < 0) {
        m_element->addItem(formatName(look.element), look.element);  // not offered, but there
    }
    m_element->setCurrentIndex(m_element->findData(look.element));
    m_block->setStop(look.blockSize);
    for (int choice = 0; choice < m_scale->count(); ++choice) {
        m_scale->setChoiceEnabled(choice, !look.doubleQuantization,
                                  tr("Double quantization stores scales in 8 bits"));
        if (scaleFormats[choice] == look.scaleFormat) {
            m_scale->setCurrent(choice);
        }
    }
    m_double->setChecked(look.doubleQuantization);
    m_scaleBlock->setStop(look.scaleBlock);
    m_scaleBlock->setEnabled(look.doubleQuantization);
    showLedger();
}

void ScaleCostCard::showLedger() {
    const QuantScheme scheme = schemeOf(m_look);
    const auto tone = [](Part part) {
        return [part](const Theme& theme) {
            return part == Part::Codes    ? theme.green.fill
                   : part == Part::Scales ? theme.blue.fill
                                          : theme.sky.fill;
        };
    };
    std::vector<BitLedger::Item> items;
    const auto ledger = schemeLedger(scheme).value_or(std::vector<SchemeCost>());
    for (const SchemeCost& cost : ledger) {
        const QString detail =
            cost.weights == 1 ? QString() : tr("%1 / %2").arg(cost.bits).arg(cost.weights);
        items.push_back({partName(cost.part), detail, cost.bitsPerWeight(), tone(cost.part)});
    }
    m_ledger->setItems(std::move(items));
    BlockLook once = m_look;
    once.doubleQuantization = false;
    BlockLook twice = m_look;
    twice.doubleQuantization = true;
    m_sentence->setText(
        tr("Scales cost %1 bits per weight stored as they are and %2 once they are quantized.")
            .arg(formatNumber(scaleBits(once), 3), formatNumber(scaleBits(twice), 3)));
    if (m_weights.size() == 0) {
        m_weights = parseSynthetic("normal?std=0.04,n=32768,seed=5")
                        .and_then([](const SyntheticSpec& spec) { return generate(spec); })
                        .value_or(Tensor());
    }
    const Result<ErrorReport> report =
        calibrate(m_weights, scheme).and_then([&](const Calibration& calibration) {
            return measureError(m_weights, scheme, calibration);
        });
    m_error->setText(report ? tr("%1 normal weights come back with SQNR %2 dB.")
                                  .arg(formatCount(qulonglong(m_weights.size())),
                                       formatNumber(report->sqnrDb, 4))
                            : errorText(report.error()));
}

}  // namespace zeropoint::ui
