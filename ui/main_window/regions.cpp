// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window/regions.h"

#include "ui/controls/tab_stop.h"
#include "ui/pages/page.h"

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
        if (inside && isTabStop(*candidate)) {
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

/// The outermost card around a widget of a page, or what is marked as a part of a long one; null:
/// it stands on the page itself.
QWidget* cardOf(QWidget* widget, const QWidget* page) {
    QWidget* card = nullptr;
    for (QWidget* above = widget; above != page && above != nullptr;
         above = above->parentWidget()) {
        if (above->property("part").toBool()) {
            return above;
        }
        card = above->property("role") == QLatin1String("card") ? above : card;
    }
    return card;
}

/// The cards of a page that Tab reaches, in its order.
QList<QWidget*> cardsOf(QWidget* page) {
    QList<QWidget*> cards;
    for (QWidget* widget = page->nextInFocusChain(); widget != page;
         widget = widget->nextInFocusChain()) {
        if (!page->isAncestorOf(widget) || !isTabStop(*widget)) {
            continue;
        }
        QWidget* card = cardOf(widget, page);
        if (card != nullptr && !cards.contains(card)) {
            cards << card;
        }
    }
    return cards;
}

/// Of several: the one behind or before the one with the focus, round and round.
void enterNext(const QList<QWidget*>& parts, int step) {
    if (parts.isEmpty()) {
        return;
    }
    const QWidget* focus = QApplication::focusWidget();
    const auto holds = [focus](const QWidget* part) {
        return focus != nullptr && (part == focus || part->isAncestorOf(focus));
    };
    const auto here = std::find_if(parts.rbegin(), parts.rend(), holds);  // a part within a card
    const auto count = parts.size();
    const qsizetype index = here == parts.rend() ? (step > 0 ? 0 : count - 1)
                                                 : (parts.rend() - here - 1 + step + count) % count;
    entrance(parts[index])->setFocus(Qt::TabFocusReason);
}

}  // namespace

void markRegion(QWidget* widget) {
    static int count = 0;
    widget->setProperty(property, ++count);
}

void moveToRegion(QWidget* window, int step) {
    enterNext(regionsOf(window), step);
}

void moveToCard(QWidget* window, int step) {
    const QList<Page*> pages = window->findChildren<Page*>();
    const auto shown = std::find_if(pages.begin(), pages.end(),
                                    [](const Page* page) { return page->isVisible(); });
    if (shown != pages.end()) {
        enterNext(cardsOf(*shown), step);
    }
}

}  // namespace zeropoint::ui
