// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train/digits_view.h"

#include "ui/access/access.h"
#include "ui/controls/icon.h"
#include "ui/text/numbers.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int columns = 4;
constexpr int imageSide = 48;
constexpr int textHeight = 20;
constexpr int rowGap = 10;
constexpr int fullInk = 16;

}  // namespace

DigitsView::DigitsView(QWidget* parent) : QWidget(parent) {
    setAccess(this, {.role = QAccessible::List, .items = [this] {
                         std::vector<AccessItem> items;
                         for (std::size_t i = 0; i < m_guesses.size(); ++i) {
                             items.push_back({textOf(m_guesses[i]), {}, cell(i), false});
                         }
                         return items;
                     }});
    setMinimumSize(columns * (imageSide + 8), imageSide + textHeight);
}

void DigitsView::show(std::shared_ptr<const Digits> data, const std::vector<DigitGuess>& guesses) {
    m_data = std::move(data);
    m_guesses = guesses;
    const auto right = std::count_if(guesses.begin(), guesses.end(), [](const DigitGuess& guess) {
        return guess.guess() == guess.label;
    });
    setAccessibleName(tr("Test digits as the model reads them"));
    setAccessibleDescription(tr("%1 of %2 are right").arg(right).arg(guesses.size()));
    setMinimumHeight(static_cast<int>((guesses.size() + columns - 1) / columns) *
                     (imageSide + textHeight + rowGap));
    update();
}

QRect DigitsView::cell(std::size_t index) const {
    const int pitch = width() / columns;
    const int row = static_cast<int>(index) / columns;
    const int column = static_cast<int>(index) % columns;
    return {column * pitch, 2 + row * (imageSide + textHeight + rowGap), pitch,
            imageSide + textHeight};
}

QString DigitsView::textOf(const DigitGuess& guess) const {
    const QString read = QString::number(guess.guess());
    const QString share = formatPercent(guess.confidence());
    return guess.guess() == guess.label ? tr("Reads %1, which is right, with %2").arg(read, share)
                                        : tr("Reads %1, but it is a %2, with %3")
                                              .arg(read, QString::number(guess.label), share);
}

void DigitsView::paintGuess(QPainter& painter, const QRect& area, const DigitGuess& guess) const {
    const Theme& theme = themeOf(this);
    const QRect image(area.left() + (area.width() - imageSide) / 2, area.top(), imageSide,
                      imageSide);
    constexpr int pixel = imageSide / static_cast<int>(digitSide);
    const auto ink = m_data->pixels(guess.image);
    painter.fillRect(image, theme.sunken);
    for (std::size_t i = 0; i < ink.size(); ++i) {
        QColor color = theme.text;
        color.setAlpha(255 * ink[i] / fullInk);
        painter.fillRect(image.left() + static_cast<int>(i % digitSide) * pixel,
                         image.top() + static_cast<int>(i / digitSide) * pixel, pixel, pixel,
                         color);
    }
    const bool right = guess.guess() == guess.label;
    const QColor color = right ? theme.good : theme.bad;
    painter.setPen(QPen(right ? theme.border : theme.bad, right ? 1 : 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(image.adjusted(-1, -1, 0, 0));
    const QString digit = QString::number(guess.guess());
    const QString share = formatPercent(guess.confidence());
    const QRect line(area.left(), image.bottom() + 3, area.width(), textHeight - 2);
    painter.setFont(monoFont(12, QFont::DemiBold));
    const int wide = 14 + painter.fontMetrics().horizontalAdvance(digit + QLatin1Char(' ')) +
                     QFontMetrics(monoFont(11)).horizontalAdvance(share);
    int x = line.left() + std::max(0, (line.width() - wide) / 2);
    tintedIcon(right ? QStringLiteral(":/icons/check.svg") : QStringLiteral(":/icons/close.svg"),
               color, color)
        .paint(&painter, QRect(x, line.center().y() - 5, 11, 11));
    x += 14;
    painter.setPen(theme.text);
    painter.drawText(QRect(x, line.top(), 20, line.height()), Qt::AlignVCenter, digit);
    x += painter.fontMetrics().horizontalAdvance(digit + QLatin1Char(' '));
    painter.setFont(monoFont(11));
    painter.setPen(theme.text3);
    painter.drawText(QRect(x, line.top(), 60, line.height()), Qt::AlignVCenter, share);
}

void DigitsView::paintEvent(QPaintEvent*) {
    if (!m_data) {
        return;
    }
    QPainter painter(this);
    for (std::size_t i = 0; i < m_guesses.size(); ++i) {
        paintGuess(painter, cell(i), m_guesses[i]);
    }
}

bool DigitsView::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) {
        return QWidget::event(event);
    }
    const auto* help = static_cast<QHelpEvent*>(event);
    QString text;
    for (std::size_t i = 0; i < m_guesses.size(); ++i) {
        text = cell(i).contains(help->pos()) ? textOf(m_guesses[i]) : text;
    }
    QToolTip::showText(help->globalPos(), text, this);
    return true;
}

}  // namespace zeropoint::ui
