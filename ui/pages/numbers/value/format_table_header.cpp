// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/value/format_table_header.h"

#include "ui/access/access.h"
#include "ui/controls/icon.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QToolButton>

#include <array>
#include <utility>

namespace zeropoint::ui {
namespace {

constexpr int headerHeight = 29;

std::array<std::pair<QColor, QString>, 4> bitColours(const Theme& theme) {
    return {{{theme.vermillion.fill, FormatTableHeader::tr("sign")},
             {theme.blue.fill, FormatTableHeader::tr("exponent")},
             {theme.green.fill, FormatTableHeader::tr("mantissa or magnitude")},
             {theme.grey.fill, FormatTableHeader::tr("table index")}}};
}

}  // namespace

FormatTableHeader::FormatTableHeader(QWidget* parent, QWidget* owner)
    : QWidget(parent), m_formats(new QToolButton(owner)) {
    setFixedHeight(headerHeight);
    setAccessibleName(tr("Colours of the bits"));
    setAccess(this, {.value = [] {
                  QStringList words;
                  for (const auto& [color, text] : bitColours(Theme())) {
                      words << text;
                  }
                  return words.join(QStringLiteral(", "));
              }});
    m_formats->setObjectName(QStringLiteral("chooseFormats"));
    m_formats->setProperty("role", "headerMenu");
    m_formats->setText(tr("Format"));
    m_formats->setToolTip(tr("Choose formats, rounding and overflow"));
    m_formats->setAccessibleName(m_formats->toolTip());
    m_formats->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_formats->setLayoutDirection(Qt::RightToLeft);
    m_formats->setIconSize({12, 12});
    setTintedIcon(m_formats, "caret", &Theme::text3, &Theme::accent);
}

void FormatTableHeader::setColumns(const FormatColumns& columns) {
    m_columns = columns;
    const QSize size(qMin(m_formats->sizeHint().width(), columns.name), 24);
    m_formats->setGeometry(QRect(QPoint(columns.padding - 3, 3), size));  // within the frame
    update();
}

void FormatTableHeader::paintEvent(QPaintEvent*) {
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, theme.border);
    painter.setFont(textFont(11, QFont::Medium));
    painter.setPen(theme.text3);
    const auto title = [&](int left, const QString& text) {
        painter.drawText(QRect(left, 0, width() - left, height() - 1),
                         Qt::AlignVCenter | Qt::AlignLeft, text);
    };
    title(m_columns.storedLeft(), tr("Stored value"));
    title(m_columns.errorLeft(),
          m_columns.errorBar ? tr("Relative error, log") : tr("Relative error"));
    title(m_columns.stepLeft(), tr("Step (ULP)"));
    if (m_columns.range > 0) {
        title(m_columns.rangeLeft(), tr("Range"));
    }
    const int bits = m_columns.padding + m_columns.name;
    title(bits, tr("Bits"));
    paintLegend(painter, bits + painter.fontMetrics().horizontalAdvance(tr("Bits")) + 12);
}

void FormatTableHeader::paintLegend(QPainter& painter, int left) const {
    const Theme& theme = themeOf(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (const auto& [color, text] : bitColours(theme)) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(color);
        painter.drawRoundedRect(QRectF(left, height() / 2 - 5, 10, 10), 2, 2);
        painter.setPen(theme.text3);
        const int wide = painter.fontMetrics().horizontalAdvance(text);
        painter.drawText(QRect(left + 14, 0, wide + 2, height() - 1), Qt::AlignVCenter, text);
        left += 14 + wide + 12;
    }
}

}  // namespace zeropoint::ui
