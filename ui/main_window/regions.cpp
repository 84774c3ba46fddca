// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/regions.h"

#include <QApplication>
#include <QVariant>
#include <QWidget>

#include <algorithm>

namespace zeropoint::ui {
namespace {

constexpr char property[] = "region";

/// The first widget inside that Tab reaches; null: there is none.
QWidget* entrance(QWidget* region) {
    QWidget* candidate = region;
    do {
        const bool inside = candidate == region || region->isAncestorOf(candidate);
        if (inside && (candidate->focusPolicy() & Qt::TabFocus) && candidate->isVisible() &&
            candidate->isEnabled()) {
            return candidate;
        }
        candidate = candidate->nextInFocusChain();
    } while (candidate != region);
    return nullptr;
}

QList<QWidget*> regionsOf(const QWidget* window) {
    QList<QWidget*> regions;
    for (QWidget* widget : window->findChildren<QWidget*>()) {
        if (widget->property(property).isValid() && widget->isVisible() &&
            entrance(widget) != nullptr) {
            regions << widget;
        }
    }
    std::sort(regions.begin(), regions.end(), [](const QWidget* one, const QWidget* other) {
        return one->property(property).toInt() < other->property(property).toInt();
    });
    return regions;
}

}  // namespace

void markRegion(QWidget* widget) {
    static int count = 0;
    widget->setProperty(property, ++count);
}

void moveToRegion(QWidget* window, int step) {
    const QList<QWidget*> regions = regionsOf(window);
    if (regions.isEmpty()) {
        return;
    }
    const QWidget* focus = QApplication::focusWidget();
    const auto here = std::find_if(regions.begin(), regions.end(), [focus](const QWidget* region) {
        return focus != nullptr && (region == focus || region->isAncestorOf(focus));
    });
    const auto count = regions.size();
    const qsizetype index = here == regions.end() ? (step > 0 ? 0 : count - 1)
                                                  : (here - regions.begin() + step + count) % count;
    entrance(regions[index])->setFocus(Qt::TabFocusReason);
}

}  // namespace zeropoint::ui
