// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/value/format_table.h"

#include "ui/controls/bit_row.h"
#include "ui/controls/table_button.h"
#include "ui/pages/numbers/facts/row_texts.h"
#include "ui/pages/numbers/value/format_table_header.h"
#include "ui/plots/chart_figure.h"
#include "ui/state/number_caption.h"
#include "ui/state/workbench.h"

#include <QVBoxLayout>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int buttonSize = 24;

}  // namespace

FormatTable::FormatTable(const Workbench& bench, QWidget* parent)
    : QFrame(parent),
      m_body(new QWidget(this)),
      m_header(new FormatTableHeader(m_body, this)),
      m_column(new QVBoxLayout(m_body)) {
    setObjectName(QStringLiteral("formatTable"));
    setProperty("role", "card");
    setAccessibleName(tr("The value in each format"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addWidget(m_header);
    auto* frame = new QVBoxLayout(this);
    frame->setContentsMargins(1, 1, 1, 1);
    frame->addWidget(m_body);
    m_tableButton =
        withFigure(tableButton(this, this), m_body, [&bench] { return captionOf(bench.number()); });
    m_tableButton->resize(buttonSize, buttonSize);
    m_header->formatsButton()->raise();
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QToolButton* FormatTable::formatsButton() const {
    return m_header->formatsButton();
}

FormatRow* FormatTable::row(const QString& formatId) const {
    const auto at = m_ids.indexOf(formatId);
    return at < 0 ? nullptr : m_rows[at];
}

void FormatTable::rebuild(const QStringList& formatIds) {
    m_ids = formatIds;
    qDeleteAll(m_rows);
    m_rows.clear();
    for (const QString& id : formatIds) {
        auto* row = new FormatRow(numberFormat(id.toStdString()), m_body);
        m_rows.append(row);
        m_column->addWidget(row);
        row->setVisible(true);
        connect(row, &FormatRow::selected, this, [this, id] { emit rowSelected(id); });
        connect(row, &FormatRow::gestureStarted, this, &FormatTable::gestureStarted);
        connect(row, &FormatRow::bitToggled, this,
                [this, id](int bit) { emit bitToggled(id, bit); });
        connect(row, &FormatRow::moved, this, [this, row](int rows) { moveFrom(row, rows); });
    }
}

void FormatTable::show(const NumberState& state) {
    const bool others = state.formats != m_ids;
    if (others) {
        rebuild(state.formats);
    }
    for (FormatRow* row : std::as_const(m_rows)) {
        row->show(rowFacts(row->format(), state));
        row->setSelected(idOf(row->format()) == state.inspected);
    }
    if (others) {
        setColumns();  // now that the rows know their bits
    }
}

void FormatTable::moveFrom(FormatRow* row, int rows) {
    const int bit = row->bits()->currentBit();
    const auto target = std::clamp<qsizetype>(m_rows.indexOf(row) + rows, 0, m_rows.size() - 1);
    FormatRow* next = m_rows[target];
    next->bits()->setCurrentBit(bit);
    next->bits()->setFocus();
    emit rowSelected(idOf(next->format()));
}

void FormatTable::setColumns() {
    int name = 0;
    int bits = 0;
    for (const FormatRow* row : std::as_const(m_rows)) {
        name = std::max(name, row->nameWidth());
        bits = std::max(bits, row->neededBits());
    }
    const FormatColumns columns = FormatColumns::forWidth(width() - 2, name, bits);
    m_header->setColumns(columns);
    for (FormatRow* row : std::as_const(m_rows)) {
        row->setColumns(columns);
    }
}

void FormatTable::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    setColumns();
    m_tableButton->move(width() - buttonSize - 6, 3);
}

TableContent FormatTable::table() const {
    TableContent content;
    content.title = accessibleName();
    content.columns = {tr("Format"),         tr("Bits"), tr("Stored value"), tr("Error"),
                       tr("Relative error"), tr("Step"), tr("Largest"),      tr("Note")};
    for (const FormatRow* row : m_rows) {
        const RowFacts& facts = row->facts();
        content.rows.append({nameOf(row->format()), bitsOf(facts), facts.stored, facts.error,
                             facts.relative, facts.ulp, facts.max, tagText(facts.tag)});
    }
    return content;
}

}  // namespace zeropoint::ui
