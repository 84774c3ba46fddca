// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numbers/value/format_row.h"

#include "ui/access/access.h"
#include "ui/controls/bit_row.h"
#include "ui/controls/how_known.h"
#include "ui/controls/number_text.h"
#include "ui/controls/row_painter.h"
#include "ui/pages/numbers/facts/bit_texts.h"
#include "ui/pages/numbers/facts/row_texts.h"
#include "ui/pages/numbers/value/bits_known.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QtMath>

#include <algorithm>
#include <cmath>

namespace zeropoint::ui {
namespace {

constexpr int rowHeight = 32;
constexpr int tagPadding = 6;
constexpr int barWidth = 44;
constexpr int nameGap = 8;  ///< from the longest name to the bits
constexpr int leastBits = 380;
constexpr int leastGap = 12;      ///< from the bits to the stored value
constexpr int noteRoom = 160;     ///< beside the bits, "entry 8 of 0…15"
constexpr int leastSlack = 40;    // what the stored value and the range can give away
constexpr double barDecades = 9;  // the bar is full at 100 % and empty at a relative 1e-9

double barShare(double relative) {
    if (relative == 0 || std::isnan(relative)) {
        return 0;
    }
    return std::clamp(1 + std::log10(std::abs(relative)) / barDecades, 0.0, 1.0);
}

QFont tagFont() {
    return textFont(11, QFont::Medium);
}

}  // namespace

FormatColumns FormatColumns::forWidth(int width, int longestName, int neededBits) {
    FormatColumns columns;
    const int name = std::max(columns.name, longestName + nameGap);
    columns.name = name;
    int spare = width - columns.padding - columns.rangeLeft() - columns.range;
    // A table of short formats has room in its bits for what they are called.
    const int given = std::clamp(-spare, 0, std::max(0, columns.bits - neededBits));
    columns.bits -= given;
    spare += given;
    if (spare >= -leastSlack) {
        columns.stored += spare / 2;
        columns.error += std::max(0, spare / 4);
        columns.range = width - columns.padding - columns.rangeLeft();
        return columns;
    }
    columns = FormatColumns();
    columns.padding = 12;
    columns.stored = 118;
    columns.error = 92;
    columns.step = 84;
    columns.errorBar = false;
    columns.bits = width - 2 * columns.padding - columns.name - columns.stored - columns.error -
                   columns.step - columns.range;
    if (columns.bits < leastBits) {
        columns.bits += columns.range;
        columns.range = 0;
    }
    const int more =
        std::clamp(columns.bits - std::max(leastBits, neededBits), 0, name - columns.name);
    columns.name += more;
    columns.bits -= more;
    return columns;
}

FormatRow::FormatRow(const NumberFormat& format, QWidget* parent)
    : QWidget(parent), m_format(format), m_bits(new BitRow(BitRow::Size::Small, this)) {
    setAccess(this, {.role = QAccessible::Grouping});
    const QString id = idOf(format);
    setObjectName(QStringLiteral("row-") + id);
    m_bits->setObjectName(QStringLiteral("bits-") + id);
    m_bits->setAccessibleName(tr("Bits of %1").arg(nameOf(format)));
    m_bits->setWeights(bitWeights(format));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFixedHeight(rowHeight);
    setAttribute(Qt::WA_Hover);
    setHowKnown(this, QStringLiteral("numbers.row"), false);
    setHowKnownAt(
        m_bits, [this](const QPoint&) { return bitsKnown(m_facts, *this); }, false);
    connect(m_bits, &BitRow::gestureStarted, this, &FormatRow::gestureStarted);
    connect(m_bits, &BitRow::bitToggled, this, &FormatRow::bitToggled);
}

void FormatRow::show(const RowFacts& facts) {
    m_facts = facts;
    m_bits->setGroups(bitGroups(facts));
    m_bits->setWeights(bitWeights(m_format));
    m_bits->setBits(bitsOf(facts));
    setAccessibleName(rowSentence(facts));
    m_bits->setAccessibleDescription(accessibleName());
    setHowKnownNumbers(this, errorSum(facts));
    placeBits();  // which are as wide as their number, told only now
    update();
}

void FormatRow::setColumns(const FormatColumns& columns) {
    m_columns = columns;
    placeBits();
    update();
}

void FormatRow::setSelected(bool selected) {
    m_selected = selected;
    m_bits->setFocusPolicy(selected ? Qt::StrongFocus : Qt::ClickFocus);
    update();
}

bool FormatRow::hasNote() const {
    return !codeNote(m_facts.format ? m_facts : RowFacts{.format = &m_format}).isEmpty();
}

int FormatRow::nameWidth() const {
    return QFontMetrics(textFont(13, QFont::DemiBold)).horizontalAdvance(nameOf(m_format));
}

int FormatRow::neededBits() const {
    const int bits = m_bits->sizeHint().width();
    return hasNote() ? std::max(bits * 3 / 2, bits + noteRoom) : bits + leastGap;
}

void FormatRow::placeBits() {
    const int left = m_columns.padding + m_columns.name;
    const int note = hasNote() ? m_columns.bits / 3 : leastGap;
    const int room = m_columns.bits - note;
    m_bits->setGeometry(left, (height() - m_bits->height()) / 2,
                        std::min(room, m_bits->sizeHint().width()), m_bits->height());
}

bool FormatRow::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString text = rowSentence(m_facts) + QLatin1Char('\n') +
                             QString::fromStdString(toHex(m_format, m_facts.code)) +
                             QStringLiteral(" · ") + tr("range %1").arg(rangeText(m_facts));
        QToolTip::showText(help->globalPos(), text, this);
        return true;
    }
    return QWidget::event(event);
}

void FormatRow::paintEvent(QPaintEvent*) {
    const Theme& theme = themeOf(this);
    QPainter painter(this);
    RowPainter row(&painter, rect(), theme);
    row.ground(m_selected     ? RowPainter::State::Chosen
               : underMouse() ? RowPainter::State::Hovered
                              : RowPainter::State::Plain);
    row.line(theme.grid);
    row.words({m_columns.padding, 0, m_columns.name - 6, height()}, nameOf(m_format),
              textFont(13, QFont::DemiBold), theme.text);
    row.words({m_bits->geometry().right() + 10, 0, noteRoom, height()}, codeNote(m_facts),
              monoFont(12), theme.text2, Qt::AlignLeft | Qt::AlignVCenter, Qt::ElideNone);
    paintStored(row);
    paintError(row);
    painter.setPen(theme.text2);
    drawNumberText(painter, QRect(m_columns.stepLeft(), 0, m_columns.step, height()),
                   stepText(m_facts.ulp));
    if (m_columns.range > 0) {
        paintRange(painter);
    }
}

/// Both ends whole: an end without its exponent would be another number. Fewer digits, then smaller
/// ones.
void FormatRow::paintRange(QPainter& painter) const {
    const QRect room(m_columns.rangeLeft(), 0, width() - m_columns.rangeLeft(), height());
    QString text = rangeText(m_facts);
    const QFont usual = painter.font();
    QFont font = usual;
    for (const int size : {usual.pixelSize(), 11, 10, 9}) {
        font.setPixelSize(size);
        if (numberTextWidth(font, text) > room.width()) {
            text = rangeText(m_facts, 2);
        }
        if (numberTextWidth(font, text) <= room.width()) {
            break;
        }
    }
    painter.setFont(font);
    drawNumberText(painter, room, text);
    painter.setFont(usual);
}

void FormatRow::paintStored(RowPainter& row) const {
    QPainter& painter = row.painter();
    const Theme& theme = row.theme();
    const QString tag = tagText(m_facts.tag);
    const int tagWidth =
        tag.isEmpty() ? 0 : QFontMetrics(tagFont()).horizontalAdvance(tag) + 2 * tagPadding;
    const QString text = fittingNumber(painter.font(), m_columns.stored - tagWidth - 12);
    painter.setPen(theme.text);
    drawNumberText(painter, QRect(m_columns.storedLeft(), 0, m_columns.stored, height()), text);
    if (tag.isEmpty()) {
        return;
    }
    const int left = m_columns.storedLeft() + qCeil(numberTextWidth(painter.font(), text)) + 6;
    const QFont number = painter.font();
    row.tag(QRectF(left + 0.5, 6.5, tagWidth, 19), 4, theme.border, tag, tagFont(), theme.text2);
    painter.setFont(number);
}

/// The stored value with as many digits as the room holds, at most ten.
QString FormatRow::fittingNumber(const QFont& font, int room) const {
    QString text = storedText(m_facts);
    for (int digits = 9; digits >= 3 && numberTextWidth(font, text) > room; --digits) {
        text = formatNumber(m_facts.stored, digits);
    }
    return text;
}

void FormatRow::paintError(RowPainter& row) const {
    QPainter& painter = row.painter();
    const Theme& theme = row.theme();
    int left = m_columns.errorLeft();
    if (m_columns.errorBar) {
        row.share(QRectF(left, height() / 2 - 3, barWidth, 6), barShare(m_facts.relative),
                  theme.grey.fill);
        left += barWidth + 8;
    }
    painter.setPen(theme.text2);
    drawNumberText(painter, QRect(left, 0, m_columns.stepLeft() - left, height()),
                   relativeText(m_facts));
}

void FormatRow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    placeBits();
}

void FormatRow::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) {
        m_bits->setFocus();
        emit selected();
    }
}

void FormatRow::keyPressEvent(QKeyEvent* event) {
    const bool plain = event->modifiers() == Qt::NoModifier;
    if (plain && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        emit moved(event->key() == Qt::Key_Up ? -1 : 1);
    } else {
        QWidget::keyPressEvent(event);
    }
}

}  // namespace zeropoint::ui
