// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/lazy_stack.h"

#include <utility>

namespace zeropoint::ui {

void LazyStack::add(Maker maker) {
    m_views.push_back({std::move(maker), nullptr});
}

void LazyStack::showView(int index) {
    if (index < 0 || index >= views()) {
        return;
    }
    View& view = m_views[static_cast<std::size_t>(index)];
    if (view.widget == nullptr) {
        view.widget = view.maker();
        addWidget(view.widget);
        emit built(index, view.widget);
    }
    m_shown = index;
    setCurrentWidget(view.widget);
    updateGeometry();  // the sizes are another view's now
}

QSize LazyStack::sizeHint() const {
    return currentWidget() != nullptr ? currentWidget()->sizeHint() : QStackedWidget::sizeHint();
}

QSize LazyStack::minimumSizeHint() const {
    const QWidget* current = currentWidget();
    return current != nullptr ? current->minimumSizeHint().expandedTo(current->minimumSize())
                              : QStackedWidget::minimumSizeHint();
}

}  // namespace zeropoint::ui
