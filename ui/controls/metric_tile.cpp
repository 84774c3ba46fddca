// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/metric_tile.h"

#include "ui/controls/number_text.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace zeropoint::ui {

MetricTile::MetricTile(const QString& caption, Size size, QWidget* parent)
    : QWidget(parent),
      m_caption(new QLabel(caption, this)),
      m_value(new QLabel(this)),
      m_detail(new QLabel(this)) {
    m_caption->setProperty("role", "caption");
    m_value->setProperty("role", size == Size::Large ? "metric" : "figure");
    m_value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detail->setProperty("role", "secondary");
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_value, 0, Qt::AlignBaseline);
    row->addWidget(m_detail, 0, Qt::AlignBaseline);
    row->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_caption);
    column->addLayout(row);
    setAccessibleName(caption);
}

void MetricTile::setCaption(const QString& caption) {
    m_caption->setText(caption);
    setAccessibleName(caption);
}

void MetricTile::setValue(const QString& value, const QString& detail) {
    m_text = value;
    m_value->setText(richNumberText(value));
    m_detail->setText(detail);
    setAccessibleDescription(value + QLatin1Char(' ') + detail);
}

}  // namespace zeropoint::ui
