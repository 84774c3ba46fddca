// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/metric_tile.h"

#include "ui/controls/figure_label.h"
#include "ui/theme/fonts.h"

#include <QLabel>
#include <QVBoxLayout>

namespace zeropoint::ui {
namespace {

constexpr int longestLarge = 9;  ///< signs that have room in 22 px

}  // namespace

MetricTile::MetricTile(const QString& caption, Size size, QWidget* parent)
    : QWidget(parent),
      m_large(size == Size::Large),
      m_caption(new QLabel(caption, this)),
      m_value(new FigureLabel(monoFont(size == Size::Large ? 22 : 13, QFont::Medium))) {
    m_caption->setProperty("role", "caption");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_caption);
    column->addWidget(m_value, 0, Qt::AlignLeft);
    setAccessibleName(caption);
}

void MetricTile::setCaption(const QString& caption) {
    m_caption->setText(caption);
    setAccessibleName(caption);
}

void MetricTile::setValue(const QString& value, const QString& detail) {
    if (m_large) {
        // A power of ten has room too.
        m_value->setFont(monoFont(value.size() > longestLarge ? 17 : 22, QFont::Medium));
    }
    m_value->setFigure(value, detail);
    setAccessibleDescription(m_value->text());
}

const QString& MetricTile::value() const {
    return m_value->figure();
}

}  // namespace zeropoint::ui
