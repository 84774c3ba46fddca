// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/codes/codes_view.h"

#include "ui/actions/button_action.h"
#include "ui/controls/anchor.h"
#include "ui/controls/arrow_group.h"
#include "ui/controls/how_known.h"
#include "ui/controls/setting_binding.h"
#include "ui/controls/table_button.h"
#include "ui/pages/numbers/codes/code_table.h"
#include "ui/pages/numbers/codes/rounding_bins.h"
#include "ui/pages/numbers/facts/row_texts.h"
#include "ui/plots/chart_figure.h"
#include "ui/state/number_caption.h"
#include "ui/state/settings_catalogue.h"
#include "ui/state/views.h"
#include "ui/state/workbench.h"
#include "ui/text/numbers.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr int mostBits = 8;

QFrame* makeCard(QWidget* parent) {
    auto* card = new QFrame(parent);
    card->setProperty("role", "card");
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    return card;
}

void fillFormats(QComboBox* box) {
    for (const NumberFormat& format : numberFormats()) {
        if (format.bits <= mostBits) {
            box->addItem(nameOf(format), idOf(format));
        }
    }
}

/// The codes that people ask for, by value: what the buttons lead to.
double specialValue(const NumberFormat& format, int which) {
    const FormatLimits range = limits(format);
    switch (which) {
        case 0:
            return range.lowest;
        case 1:
            return -0.0;
        case 2:
            return 0;
        case 3:
            return smallestPositive(format);
        case 4:
            return std::isnan(range.minNormal) ? smallestPositive(format) : range.minNormal;
        case 5:
            return 1;
        case 6:
            return range.max;
        case 7:
            return HUGE_VAL;
        default:
            return std::nan("");
    }
}

/// A code stands for this value and no other, the sign of zero included.
bool holds(const NumberFormat& format, double value) {
    const double stored = decode(format, encode(format, value));
    return std::isnan(value) ? std::isnan(stored)
                             : stored == value && std::signbit(stored) == std::signbit(value);
}

}  // namespace

CodesView::CodesView(Workbench& bench, QWidget* parent)
    : NumberView(parent),
      m_bench(bench),
      m_summary(new QLabel(this)),
      m_table(new CodeTable(this)),
      m_difference(new QLabel(this)),
      m_otherTable(new CodeTable(this)),
      m_bins(new RoundingBins(this)) {
    m_summary->setProperty("role", "secondary");
    m_summary->setObjectName(QStringLiteral("codesSummary"));
    setHowKnown(m_summary, QStringLiteral("numbers.codes"));
    m_difference->setProperty("role", "secondary");
    m_difference->setObjectName(QStringLiteral("codesDifference"));
    m_table->setObjectName(QStringLiteral("codeTable"));
    m_otherTable->setObjectName(QStringLiteral("otherCodeTable"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    QFrame* codes = makeCard(this);
    codes->layout()->addWidget(makeHeader());
    codes->layout()->addWidget(m_summary);
    codes->layout()->addWidget(m_table);
    codes->layout()->addWidget(makeSpecials());
    codes->layout()->addWidget(m_difference);
    codes->layout()->addWidget(m_otherTable);
    column->addWidget(codes);
    column->addWidget(makeBinsCard());
    column->addStretch(1);
    connectSignals();
}

QWidget* CodesView::makeHeader() {
    auto* header = new QWidget(this);
    auto* title = new QLabel(tr("All codes of"), header);
    title->setProperty("role", "cardTitle");
    m_format = new QComboBox(header);
    m_format->setObjectName(QStringLiteral("codesFormat"));
    m_format->setAccessibleName(tr("Format whose codes are shown"));
    setChangedSetting(m_format, QStringLiteral("numbers.inspected"));
    fillFormats(m_format);
    auto* beside = new QLabel(tr("beside"), header);
    beside->setProperty("role", "secondary");
    m_other = new QComboBox(header);
    m_other->setObjectName(QStringLiteral("codesOther"));
    m_other->setAccessibleName(tr("Format to compare with"));
    m_other->addItem(tr("no other"), QString());
    fillFormats(m_other);
    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(title);
    row->addWidget(m_format);
    row->addSpacing(8);
    row->addWidget(beside);
    row->addWidget(m_other);
    row->addStretch(1);
    row->addWidget(
        withFigure(tableButton(m_table, header), m_table, [this] { return captionOf(m_state); }));
    return header;
}

QWidget* CodesView::makeSpecials() {
    auto* specials = new QWidget(this);
    auto* row = new QHBoxLayout(specials);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    QList<QWidget*> buttons;
    const auto add = [&](const QString& text, const QString& name) {
        auto* button = new QPushButton(text, specials);
        button->setObjectName(name);
        button->setProperty("role", "small");
        row->addWidget(button);
        buttons << button;
        return button;
    };
    QPushButton* previous = add(tr("previous"), QStringLiteral("previousCode"));
    QPushButton* next = add(tr("next"), QStringLiteral("nextCode"));
    setAction(previous, QStringLiteral("numbers.previous_code"));
    setAction(next, QStringLiteral("numbers.next_code"));
    connect(previous, &QPushButton::clicked, this,
            [this] { pick(format(), previousCode(format(), rowFacts(format(), m_state).code)); });
    connect(next, &QPushButton::clicked, this,
            [this] { pick(format(), nextCode(format(), rowFacts(format(), m_state).code)); });
    row->addSpacing(12);
    int which = 0;
    for (const QString& text : {tr("lowest"), QStringLiteral("−0"), QStringLiteral("0"),
                                tr("smallest"), tr("smallest normal"), QStringLiteral("1"),
                                tr("largest"), QStringLiteral("∞"), tr("NaN")}) {
        QPushButton* button = add(text, QStringLiteral("special%1").arg(which));
        setChangedSetting(button, QStringLiteral("numbers.code"));
        connect(button, &QPushButton::clicked, this,
                [this, which] { pick(format(), encode(format(), specialValue(format(), which))); });
        m_specials.push_back(button);
        ++which;
    }
    row->addStretch(1);
    auto* group = new ArrowGroup(specials);
    group->setMembers(buttons);
    return specials;
}

QWidget* CodesView::makeBinsCard() {
    QFrame* card = makeCard(this);
    auto* title = new QLabel(tr("What rounds to which code"), card);
    title->setProperty("role", "cardTitle");
    auto* header = new QHBoxLayout;
    header->addWidget(title);
    header->addStretch(1);
    header->addWidget(
        withFigure(tableButton(m_bins, card), m_bins, [this] { return captionOf(m_state); }));
    static_cast<QVBoxLayout*>(card->layout())->addLayout(header);
    card->layout()->addWidget(m_bins);
    return card;
}

void CodesView::connectSignals() {
    connect(m_format, &QComboBox::activated, this, [this] {
        NumberState next = m_state;
        next.inspected = m_format->currentData().toString();
        emit changed(next);
    });
    bindSetting(m_other, m_bench.settings(), QStringLiteral("numbers.codes.beside"));
    connect(&m_bench.views().numbers, &ViewStateSignals::changed, this, [this] {
        if (isVisible()) {
            showComparison(format());
        }
    });
    connect(m_table, &CodeTable::codePicked, this, [this](quint64 code) { pick(format(), code); });
    connect(m_otherTable, &CodeTable::codePicked, this, [this](quint64 code) {
        pick(numberFormat(m_bench.views().numbers->beside.toStdString()), code);
    });
}

const NumberFormat& CodesView::format() const {
    const NumberFormat& inspected = numberFormat(m_state.inspected.toStdString());
    return inspected.bits <= mostBits ? inspected : numberFormat("fp8-e4m3");
}

void CodesView::pick(const NumberFormat& format, quint64 code) {
    emit changed(withCode(m_state, format, code));
}

void CodesView::show(const NumberState& state) {
    m_state = state;
    const NumberFormat& shown = format();
    const RowFacts facts = rowFacts(shown, state);
    m_format->setCurrentIndex(m_format->findData(idOf(shown)));
    m_table->show(facts);
    m_bins->show(facts, state.rounding);
    const FormatLimits range = limits(shown);
    m_summary->setText(tr("%1 codes · largest %2 · smallest above zero %3 · %4")
                           .arg(1 << shown.bits)
                           .arg(formatNumber(range.max, 8),
                                formatNumber(smallestPositive(shown), 6),
                                range.hasInfinity ? tr("infinities and NaN")
                                : range.hasNan    ? tr("NaN, no infinity")
                                                  : tr("every code is a number")));
    for (std::size_t which = 0; which < m_specials.size(); ++which) {
        const bool held = holds(shown, specialValue(shown, static_cast<int>(which)));
        m_specials[which]->setEnabled(held);
        m_specials[which]->setToolTip(
            held ? QString() : tr("This format has no %1").arg(m_specials[which]->text()));
    }
    showComparison(shown);
}

void CodesView::showComparison(const NumberFormat& shown) {
    const QString& otherId = m_bench.views().numbers->beside;
    const bool compares = !otherId.isEmpty() && otherId != idOf(shown);
    m_otherTable->setVisible(compares);
    m_difference->setVisible(compares);
    if (!compares) {
        m_table->setDiffering({});
        return;
    }
    const NumberFormat& other = numberFormat(otherId.toStdString());
    const std::vector<bool> here = codesMissingIn(shown, other);
    m_table->setDiffering(here);
    m_otherTable->show(rowFacts(other, m_state));
    m_otherTable->setDiffering(codesMissingIn(other, shown));
    m_difference->setText(tr("%1 of %2 codes of %3 have no equal in %4, both scaled to their "
                             "largest value; they are marked ≠")
                              .arg(std::count(here.begin(), here.end(), true))
                              .arg(here.size())
                              .arg(nameOf(shown), nameOf(other)));
}

}  // namespace zeropoint::ui
