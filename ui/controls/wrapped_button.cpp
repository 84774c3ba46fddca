// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/wrapped_button.h"

#include <QStyleOptionButton>
#include <QStylePainter>
#include <QTextLayout>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr int leastWidth = 120;

}  // namespace

WrappedButton::WrappedButton(const QString& text, QWidget* parent) : QPushButton(text, parent) {
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize WrappedButton::frame() const {
    return QPushButton::sizeHint() - fontMetrics().size(Qt::TextShowMnemonic, text());
}

QStringList WrappedButton::linesFor(int width) const {
    QTextLayout layout(text(), font());
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(1, width - frame().width()));
        lines << text().mid(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    return lines;
}

QSize WrappedButton::minimumSizeHint() const {
    const QSize whole = QPushButton::minimumSizeHint();
    return {std::min(whole.width(), leastWidth), whole.height()};
}

int WrappedButton::heightForWidth(int width) const {
    const qsizetype more = linesFor(width).size() - 1;
    return QPushButton::sizeHint().height() +
           int(std::max<qsizetype>(0, more)) * fontMetrics().lineSpacing();
}

void WrappedButton::paintEvent(QPaintEvent*) {
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text = linesFor(width()).join(QLatin1Char('\n'));
    QStylePainter(this).drawControl(QStyle::CE_PushButton, option);
}

}  // namespace zeropoint::ui
