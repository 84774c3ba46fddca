// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/value/inspector_card.h"

#include "ui/controls/bit_row.h"
#include "ui/controls/how_known.h"
#include "ui/controls/metric_tile.h"
#include "ui/controls/table_button.h"
#include "ui/pages/numbers/facts/bit_texts.h"
#include "ui/pages/numbers/facts/formula_text.h"
#include "ui/pages/numbers/facts/row_texts.h"
#include "ui/pages/numbers/value/bits_known.h"
#include "ui/pages/numbers/value/number_line.h"
#include "ui/plots/chart_figure.h"
#include "ui/state/number_caption.h"
#include "ui/state/workbench.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTextDocumentFragment>
#include <QVBoxLayout>

#include <cmath>

namespace zeropoint::ui {
namespace {

QLabel* formulaLine(const QString& name, QWidget* parent) {
    auto* label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::RichText);
    label->setFont(monoFont(13));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    return label;
}

/// Two decimals, as far as they say anything: 0.40, but 1.3×10⁵ for a saturated value.
QString ulpText(double steps) {
    return steps < 1000 ? QString::number(steps, 'f', 2) : formatNumber(steps, 2);
}

}  // namespace

InspectorCard::InspectorCard(const Workbench& bench, QWidget* parent)
    : QFrame(parent),
      m_bench(bench),
      m_bits(new BitRow(BitRow::Size::Large, this)),
      m_line(new NumberLine(this)) {
    setObjectName(QStringLiteral("inspector"));
    setProperty("role", "card");
    m_bits->setObjectName(QStringLiteral("largeBits"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(6);
    column->addWidget(makeHeader());
    column->addWidget(m_bits);
    column->addWidget(makeFormula());
    column->addWidget(m_line);
    column->addStretch(1);
    column->addWidget(makeFigures());
    const auto known = [this](const QPoint&) { return bitsKnown(m_facts, *this); };
    setHowKnownAt(m_bits, known, false);
    connect(m_bits, &BitRow::gestureStarted, this, &InspectorCard::gestureStarted);
    connect(m_bits, &BitRow::bitToggled, this, &InspectorCard::bitToggled);
}

QWidget* InspectorCard::makeHeader() {
    auto* header = new QWidget(this);
    m_title = new QLabel(header);
    m_title->setObjectName(QStringLiteral("inspectorTitle"));
    m_title->setProperty("role", "cardTitle");
    auto* hint = new QLabel(tr("click a bit to flip it"), header);
    hint->setProperty("role", "dim");
    m_down = new QPushButton(tr("−1 ULP"), header);
    m_down->setObjectName(QStringLiteral("ulpDown"));
    m_down->setToolTip(tr("The next smaller stored value (Alt+Down)"));
    m_up = new QPushButton(tr("+1 ULP"), header);
    m_up->setObjectName(QStringLiteral("ulpUp"));
    m_up->setToolTip(tr("The next larger stored value (Alt+Up)"));
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_title);
    row->addWidget(hint);
    row->addStretch(1);
    for (QPushButton* button : {m_down, m_up}) {
        button->setProperty("role", "small");
        button->setAutoRepeat(true);
        button->setAccessibleDescription(button->toolTip());
        row->addWidget(button);
    }
    TableButton* table = tableButton(m_line, header);
    table->setFigure([this](const QString& title) {
        return chartFigure({m_bits, m_line}, title, captionOf(m_bench.number()));
    });
    row->addWidget(table);
    connect(m_down, &QPushButton::clicked, this, [this] { emit stepRequested(-1); });
    connect(m_up, &QPushButton::clicked, this, [this] { emit stepRequested(1); });
    return header;
}

QWidget* InspectorCard::makeFormula() {
    auto* formula = new QWidget(this);
    setHowKnownAt(
        formula, [this](const QPoint&) { return bitsKnown(m_facts, *this); }, false);
    auto* grid = new QGridLayout(formula);
    grid->setContentsMargins(0, 2, 0, 2);
    grid->setHorizontalSpacing(0);
    grid->setVerticalSpacing(4);
    grid->setColumnMinimumWidth(0, 52);
    grid->setColumnStretch(1, 1);
    m_rule = formulaLine(QStringLiteral("formulaRule"), formula);
    m_bitsLine = formulaLine(QStringLiteral("formulaBits"), formula);
    m_valueLine = formulaLine(QStringLiteral("formulaValue"), formula);
    int at = 0;
    for (const auto& [text, line] :
         {std::pair{tr("rule"), m_rule}, {tr("bits"), m_bitsLine}, {tr("value"), m_valueLine}}) {
        auto* name = new QLabel(text, formula);
        name->setProperty("role", "caption");
        name->setBuddy(line);
        grid->addWidget(name, at, 0);
        grid->addWidget(line, at, 1);
        grid->setRowMinimumHeight(at, 22);
        ++at;
    }
    return formula;
}

QWidget* InspectorCard::makeFigures() {
    auto* figures = new QFrame(this);
    figures->setProperty("role", "ruledTop");
    m_absolute = new MetricTile(tr("Absolute error"), MetricTile::Size::Small, figures);
    m_relative = new MetricTile(tr("Relative error"), MetricTile::Size::Small, figures);
    m_steps = new MetricTile(tr("In ULP"), MetricTile::Size::Small, figures);
    m_direction = new MetricTile(tr("Rounded"), MetricTile::Size::Small, figures);
    m_absolute->setObjectName(QStringLiteral("absoluteError"));
    m_relative->setObjectName(QStringLiteral("relativeError"));
    m_steps->setObjectName(QStringLiteral("ulpError"));
    m_direction->setObjectName(QStringLiteral("direction"));
    auto* row = new QHBoxLayout(figures);
    row->setContentsMargins(0, 8, 0, 0);
    row->setSpacing(12);
    setHowKnown(m_absolute, QStringLiteral("numbers.error"));
    setHowKnown(m_relative, QStringLiteral("numbers.relative"));
    setHowKnown(m_steps, QStringLiteral("numbers.ulp"));
    setHowKnown(m_direction, QStringLiteral("numbers.direction"));
    for (MetricTile* tile : {m_absolute, m_relative, m_steps, m_direction}) {
        row->addWidget(tile, 1);
    }
    return figures;
}

void InspectorCard::show(const RowFacts& facts, Rounding rounding) {
    m_facts = facts;
    const QString name = nameOf(*facts.format);
    m_title->setText(tr("%1, bit by bit").arg(name));
    setAccessibleName(m_title->text());
    m_bits->setAccessibleName(tr("Bits of %1, large").arg(name));
    m_bits->setGroups(bitGroups(facts));
    m_bits->setWeights(bitWeights(*facts.format));
    m_bits->setBits(bitsOf(facts));
    m_line->show(facts, rounding);
    showFormula();
    showFigures(rounding);
}

void InspectorCard::showFormula() {
    if (m_facts.format) {
        const FormulaLines lines = formulaLines(m_facts, themeOf(this));
        m_rule->setText(lines.rule);
        m_bitsLine->setText(lines.bits);
        m_valueLine->setText(lines.value);
        for (QLabel* line : {m_rule, m_bitsLine, m_valueLine}) {
            // A narrow window may cut a long line; tips show no mark-up.
            const QString raised =
                QString(line->text()).replace(QStringLiteral("<sup>"), QStringLiteral("^"));
            line->setToolTip(QTextDocumentFragment::fromHtml(raised).toPlainText());
        }
    }
}

void InspectorCard::showFigures(Rounding rounding) {
    const bool finite = std::isfinite(m_facts.error);
    const QString none = QStringLiteral("–");
    m_absolute->setValue(finite ? formatNumber(m_facts.error, 4) : none);
    m_relative->setValue(relativeText(m_facts));
    const bool nearest = rounding == Rounding::NearestEven || rounding == Rounding::HalfAway ||
                         rounding == Rounding::HalfUp;
    const bool inside = m_facts.tag != RowTag::Saturated && m_facts.tag != RowTag::Overflow;
    const QString bound = nearest ? QStringLiteral("≤ 0.5") : QStringLiteral("< 1");
    m_steps->setValue(
        finite && std::isfinite(m_facts.ulp) ? ulpText(std::abs(m_facts.errorInUlp())) : none,
        finite && inside ? bound : QString());
    m_direction->setValue(directionText(m_facts));
    const QString difference =
        tr("%1 − %2 = %3")
            .arg(storedText(m_facts), formatNumber(m_facts.value, 8), formatNumber(m_facts.error));
    setHowKnownNumbers(m_absolute, difference);
    setHowKnownNumbers(m_direction, difference);
    setHowKnownNumbers(
        m_relative, tr("%1 / %2 = %3")
                        .arg(formatNumber(m_facts.error), formatNumber(std::abs(m_facts.value), 8),
                             relativeText(m_facts)));
    setHowKnownNumbers(m_steps, tr("%1 / %2 = %3")
                                    .arg(formatNumber(std::abs(m_facts.error)),
                                         formatNumber(m_facts.ulp), m_steps->value()));
}

void InspectorCard::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        showFormula();
    }
}

}  // namespace zeropoint::ui
