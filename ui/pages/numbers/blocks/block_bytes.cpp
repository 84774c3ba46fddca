// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/blocks/block_bytes.h"

#include "ui/access/access.h"
#include "ui/controls/how_known.h"
#include "ui/pages/numbers/blocks/block_colors.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr int bitWidth = 8;
constexpr int bitHeight = 20;
constexpr int byteGap = 6;
constexpr int lineGap = 8;
constexpr int lineLabel = 36;

/// White or nearly black, whichever stands out more on a fill that both themes share: the contrast
/// of WCAG is the same for both at a luminance of 0.18.
QColor inkOn(const QColor& fill) {
    const auto linear = [](double share) { return std::pow(share, 2.2); };
    const double luminance = 0.2126 * linear(fill.redF()) + 0.7152 * linear(fill.greenF()) +
                             0.0722 * linear(fill.blueF());
    return luminance < 0.18 ? lightTheme().surface : lightTheme().text;
}

}  // namespace

BlockBytes::BlockBytes(QWidget* parent) : QWidget(parent) {
    setChartAccess(this);
    setHowKnown(this, QStringLiteral("numbers.block_bytes"), false);
    setObjectName(QStringLiteral("blockBytes"));
    setAccessibleName(tr("Bytes of the block"));
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setLayoutDirection(Qt::LeftToRight);
}

void BlockBytes::show(const BlockSample& sample) {
    m_sample = sample;
    findOwners();
    setWeight(m_weight);
    setFixedHeight(sizeHint().height());
    QStringList fields;
    for (const BlockField& field : sample.format->fields) {
        fields << QString::fromUtf8(field.meaning.data(), qsizetype(field.meaning.size()));
    }
    setAccessibleDescription(fields.join(QStringLiteral(", ")));
    updateGeometry();
}

void BlockBytes::findOwners() {
    m_owner.assign(m_sample.bytes.size() * 8, -1);
    for (int index = 0; index < m_sample.format->valuesPerBlock; ++index) {
        for (const BlockBits& part : bitsOfValue(*m_sample.format, index)) {
            if (part.role == BlockRole::Code || part.role == BlockRole::HighBits) {
                for (int bit = part.firstBit; bit < part.firstBit + part.bits; ++bit) {
                    m_owner.at(static_cast<std::size_t>(bit)) = index;
                }
            }
        }
    }
}

void BlockBytes::setWeight(int index) {
    m_weight = index;
    m_emphasized.assign(m_owner.size(), false);
    if (index >= 0 && index < m_sample.format->valuesPerBlock) {
        for (const BlockBits& part : bitsOfValue(*m_sample.format, index)) {
            for (int bit = part.firstBit; bit < part.firstBit + part.bits; ++bit) {
                m_emphasized.at(static_cast<std::size_t>(bit)) = true;
            }
        }
    }
    update();
}

int BlockBytes::bytesPerLine() const {
    const int fitting = (width() - lineLabel) / (8 * bitWidth + byteGap);
    for (const int count : {16, 8, 4}) {
        if (fitting >= count) {
            return count;
        }
    }
    return 2;
}

QSize BlockBytes::sizeHint() const {
    const int perLine = bytesPerLine();
    const int lines = (static_cast<int>(m_sample.bytes.size()) + perLine - 1) / perLine;
    return {640, std::max(1, lines) * (bitHeight + lineGap)};
}

QRectF BlockBytes::byteRect(int byte) const {
    const int perLine = bytesPerLine();
    const int line = byte / perLine;
    return QRectF(lineLabel + (byte % perLine) * (8 * bitWidth + byteGap),
                  line * (bitHeight + lineGap), 8 * bitWidth, bitHeight);
}

QRectF BlockBytes::bitRect(int bit) const {
    const QRectF byte = byteRect(bit / 8);
    return {byte.left() + (7 - bit % 8) * bitWidth, byte.top(), bitWidth, bitHeight};
}

BlockRole BlockBytes::roleOf(int byte) const {
    for (const BlockField& field : m_sample.format->fields) {
        if (byte >= field.byteOffset && byte < field.byteOffset + field.bytes) {
            return field.role;
        }
    }
    return BlockRole::Code;
}

void BlockBytes::paintEvent(QPaintEvent*) {
    if (!m_sample.format) {
        return;
    }
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    painter.setFont(monoFont(11));
    for (int byte = 0; byte < static_cast<int>(m_sample.bytes.size()); ++byte) {
        const QRectF box = byteRect(byte);
        if (byte % bytesPerLine() == 0) {
            painter.setPen(theme.text3);
            painter.drawText(QRectF(0, box.top(), lineLabel - 8, bitHeight),
                             Qt::AlignRight | Qt::AlignVCenter, QString::number(byte));
        }
        const DataColor& color = blockColor(roleOf(byte), theme);
        for (int bit = byte * 8; bit < byte * 8 + 8; ++bit) {
            const bool one =
                (std::to_integer<unsigned>(m_sample.bytes[static_cast<std::size_t>(byte)]) >>
                 (bit % 8)) &
                1;
            const bool strong = m_emphasized[static_cast<std::size_t>(bit)];
            const QRectF cell = bitRect(bit);
            painter.fillRect(cell, strong ? color.fill : color.soft);
            painter.setPen(strong ? inkOn(color.fill) : color.text);
            painter.drawText(cell, Qt::AlignCenter,
                             one ? QStringLiteral("1") : QStringLiteral("0"));
        }
        painter.setPen(color.line);
        painter.drawRect(box.adjusted(-0.5, 0.5, 0.5, -0.5));
    }
}

void BlockBytes::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (height() != sizeHint().height()) {
        setFixedHeight(sizeHint().height());
    }
}

void BlockBytes::mouseMoveEvent(QMouseEvent* event) {
    for (std::size_t bit = 0; bit < m_owner.size(); ++bit) {
        if (m_owner[bit] >= 0 && bitRect(static_cast<int>(bit)).contains(event->position())) {
            emit weightHovered(m_owner[bit]);
            return;
        }
    }
}

TableContent BlockBytes::table() const {
    TableContent content{accessibleName(), {tr("byte"), tr("bits"), tr("field")}, {}};
    for (std::size_t byte = 0; byte < m_sample.bytes.size(); ++byte) {
        const auto bits = std::to_integer<int>(m_sample.bytes[byte]);
        content.rows.append({QString::number(byte),
                             QStringLiteral("%1").arg(bits, 8, 2, QLatin1Char('0')),
                             blockRoleName(roleOf(static_cast<int>(byte)))});
    }
    return content;
}

}  // namespace zeropoint::ui
