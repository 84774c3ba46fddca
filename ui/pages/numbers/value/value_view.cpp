// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/value/value_view.h"

#include "ui/controls/anchor.h"
#include "ui/controls/bit_row.h"
#include "ui/pages/numbers/value/format_table.h"
#include "ui/pages/numbers/value/formats_popup.h"
#include "ui/pages/numbers/value/inspector_card.h"
#include "ui/pages/numbers/value/stored_values_card.h"

#include <QBoxLayout>
#include <QToolButton>

namespace zeropoint::ui {
namespace {

constexpr int sideBySideWidth = 940;

}  // namespace

ValueView::ValueView(Workbench& bench, QWidget* parent)
    : NumberView(parent),
      m_table(new FormatTable(bench, this)),
      m_inspector(new InspectorCard(bench, this)),
      m_stored(new StoredValuesCard(bench, this)),
      m_formats(new FormatsPopup(this)),
      m_cards(new QBoxLayout(QBoxLayout::LeftToRight)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(16);
    column->addWidget(m_table);
    m_cards->setSpacing(16);
    m_cards->addWidget(m_inspector, 500);
    m_cards->addWidget(m_stored, 532);
    column->addLayout(m_cards, 1);
    setAnchor(m_table, QStringLiteral("numbers.inspected"));
    setAnchor(m_inspector, QStringLiteral("numbers.code"));
    connectSignals();
}

void ValueView::connectSignals() {
    const auto flip = [this](const QString& id, int bit) {
        emit dragged(withFlippedBit(m_state, numberFormat(id.toStdString()), bit));
    };
    connect(m_table, &FormatTable::gestureStarted, this, &NumberView::gestureStarted);
    connect(m_table, &FormatTable::bitToggled, this, flip);
    connect(m_table, &FormatTable::rowSelected, this, [this](const QString& id) {
        NumberState next = m_state;
        next.inspected = id;
        emit changed(next);
    });
    connect(m_inspector, &InspectorCard::gestureStarted, this, &NumberView::gestureStarted);
    connect(m_inspector, &InspectorCard::bitToggled, this,
            [this, flip](int bit) { flip(m_state.inspected, bit); });
    connect(m_inspector, &InspectorCard::stepRequested, this,
            [this](int direction) { emit changed(withStep(m_state, direction)); });
    connect(m_table->formatsButton(), &QToolButton::clicked, this, &ValueView::openFormats);
    connect(m_formats, &FormatsPopup::changed, this, &NumberView::changed);
}

void ValueView::show(const NumberState& state) {
    m_state = state;
    m_table->show(state);
    m_inspector->show(rowFacts(numberFormat(state.inspected.toStdString()), state), state.rounding);
    std::vector<RowFacts> rows;
    for (const QString& id : state.formats) {
        rows.push_back(rowFacts(numberFormat(id.toStdString()), state));
    }
    m_stored->setRows(rows, state.inspected);
    m_formats->show(state);
}

void ValueView::openFormats() {
    const QWidget* button = m_table->formatsButton();
    m_formats->adjustSize();
    m_formats->move(button->mapToGlobal(QPoint(0, button->height() + 2)));
    m_formats->setVisible(true);
    m_formats->setFocus();
}

void ValueView::resizeEvent(QResizeEvent* event) {
    NumberView::resizeEvent(event);
    m_cards->setDirection(width() >= sideBySideWidth ? QBoxLayout::LeftToRight
                                                     : QBoxLayout::TopToBottom);
}

}  // namespace zeropoint::ui
