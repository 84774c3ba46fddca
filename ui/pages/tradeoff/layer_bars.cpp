// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tradeoff/layer_bars.h"

#include "ui/controls/bar_list.h"
#include "ui/controls/how_known.h"
#include "ui/state/highlight.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace zeropoint::ui {

void followLayers(BarList* bars, Highlight& highlight) {
    const auto known = [bars](const QPoint& at) {
        const BarList::Bar* bar = bars->barAt(at);
        return HowKnownAnswer{
            QStringLiteral("tradeoff.sensitivity"),
            bar != nullptr ? bar->name + QStringLiteral(": ") + bar->figure : QString()};
    };
    setHowKnownAt(bars, known, false);
    QObject::connect(bars, &BarList::hovered, &highlight, &Highlight::setLayer);
    QObject::connect(bars, &BarList::chosen, &highlight, &Highlight::chooseLayer);
    QObject::connect(&highlight, &Highlight::layerChanged, bars,
                     [bars, &highlight] { bars->setHighlight(highlight.layer()); });
}

QScrollArea* scrollAreaOf(BarList* bars) {
    auto* inside = new QWidget;
    auto* column = new QVBoxLayout(inside);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(bars);
    column->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(inside);
    QObject::connect(bars, &BarList::currentMoved, scroll, [bars, scroll] {
        const int middle = bars->pointOf(bars->current()).y();
        if (middle >= 0) {
            scroll->ensureVisible(0, bars->y() + middle, 0,
                                  static_cast<int>(bars->rowHeight() / 2));
        }
    });
    return scroll;
}

}  // namespace zeropoint::ui
