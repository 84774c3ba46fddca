// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/range/conversion_chain.h"

#include "ui/access/access.h"
#include "ui/controls/how_known.h"
#include "ui/controls/number_text.h"
#include "ui/pages/numbers/facts/row_texts.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr int gap = 22;
constexpr std::string_view stationFormats[] = {"fp32", "fp16", "fp8-e4m3", "int8", "fp4-e2m1"};

}  // namespace

ConversionChain::ConversionChain(QWidget* parent) : QWidget(parent) {
    setChartAccess(this);
    setHowKnown(this, QStringLiteral("numbers.chain"), false);
    setObjectName(QStringLiteral("conversionChain"));
    setAccessibleName(tr("The value on its way through smaller and smaller formats"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ConversionChain::show(const NumberState& state) {
    m_value = state.value;
    m_stations =
        conversionChain(questionOf(state, numberFormat(stationFormats[0])), stationFormats);
    QStringList sentences;
    for (const RowFacts& station : m_stations) {
        sentences << rowSentence(station);
    }
    setAccessibleDescription(sentences.join(QStringLiteral(". ")));
    update();
}

void ConversionChain::paintEvent(QPaintEvent*) {
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int count = static_cast<int>(m_stations.size()) + 1;
    const double wide = (width() - gap * (count - 1)) / static_cast<double>(count);
    const auto box = [&](int index, const QString& name, const QString& value,
                         const QString& detail) {
        const QRectF frame(index * (wide + gap) + 0.5, 0.5, wide - 1, height() - 1);
        painter.setPen(theme.border);
        painter.setBrush(theme.background);
        painter.drawRoundedRect(frame, 6, 6);
        painter.setFont(textFont(11, QFont::Medium));
        painter.setPen(theme.text2);
        painter.drawText(frame.adjusted(0, 8, 0, -64), Qt::AlignCenter, name);
        painter.setFont(monoFont(15, QFont::Medium));
        painter.setPen(theme.text);
        drawNumberText(painter, frame.adjusted(2, 30, -2, -34), value, Qt::AlignHCenter);
        painter.setFont(monoFont(11));
        painter.setPen(theme.text3);
        drawNumberText(painter, frame.adjusted(2, 62, -2, -8), detail, Qt::AlignHCenter);
        if (index + 1 < count) {
            painter.setFont(textFont(15));
            painter.drawText(QRectF(frame.right(), frame.top(), gap, frame.height()),
                             Qt::AlignCenter, QStringLiteral("›"));
        }
    };
    box(0, QStringLiteral("x"), formatNumber(m_value, 6), tr("as given"));
    for (int i = 0; i < count - 1; ++i) {
        RowFacts total = m_stations[static_cast<std::size_t>(i)];
        total.error = total.stored - m_value;
        total.relative = total.error == 0 ? 0 : total.error / std::abs(m_value);
        box(i + 1, nameOf(*total.format), formatNumber(total.stored, 6), relativeText(total));
    }
}

TableContent ConversionChain::table() const {
    TableContent content{
        accessibleName(), {tr("format"), tr("given"), tr("stored"), tr("error against x")}, {}};
    for (const RowFacts& station : m_stations) {
        content.rows.append(
            {nameOf(*station.format), station.value, station.stored, station.stored - m_value});
    }
    return content;
}

}  // namespace zeropoint::ui
