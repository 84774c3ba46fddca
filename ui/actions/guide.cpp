// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions/guide.h"

#include "ui/controls/spotlight.h"
#include "ui/state/workbench.h"

#include <algorithm>
#include <utility>

namespace zeropoint::ui {
namespace {

/// The widget or, where that takes no keys, the first one in it that does.
QWidget* focusTarget(QWidget* widget) {
    const auto takes = [](const QWidget* candidate) {
        return candidate->focusPolicy() != Qt::NoFocus && candidate->isEnabled() &&
               candidate->isVisible();
    };
    const QWidget* proxy = widget->focusProxy();
    if (takes(widget) || (proxy != nullptr && takes(proxy))) {
        return widget;
    }
    const QList<QWidget*> inside = widget->findChildren<QWidget*>();
    const auto found = std::find_if(inside.begin(), inside.end(), takes);
    return found == inside.end() ? nullptr : *found;
}

}  // namespace

Guide::Guide(Workbench& bench, QWidget* window, Bring bring)
    : QObject(&bench),
      m_window(window),
      m_spotlight(new Spotlight(window)),
      m_bring(std::move(bring)) {
    connect(m_spotlight, &Spotlight::moved, this, &Guide::moved);
}

Guide::~Guide() = default;

Guide& Guide::of(Workbench& bench) {
    auto* guide = bench.findChild<Guide*>(QString(), Qt::FindDirectChildrenOnly);
    if (guide == nullptr) {
        qFatal("there is no window to guide through");
    }
    return *guide;
}

Result<void> Guide::pointAt(const QString& anchor) {
    const Result<QWidget*> widget = m_bring(anchor);
    if (!widget) {
        clear();
        return tl::unexpected(widget.error());
    }
    m_anchor = anchor;
    m_spotlight->pointAt(*widget);
    emit pointed(anchor);
    return {};
}

Result<void> Guide::goTo(const QString& anchor) {
    clear();
    const Result<QWidget*> widget = m_bring(anchor);
    if (!widget) {
        return tl::unexpected(widget.error());
    }
    Spotlight::scrollTo(*widget);
    if (QWidget* target = focusTarget(*widget)) {
        target->setFocus(Qt::ShortcutFocusReason);
    }
    return {};
}

void Guide::setBlocking(bool blocking) {
    m_spotlight->setBlocking(blocking);
}

void Guide::clear() {
    m_spotlight->setBlocking(false);
    if (!m_anchor.isEmpty()) {
        m_anchor.clear();
        m_spotlight->pointAt(nullptr);
        emit cleared();
    }
}

QRect Guide::ring() const {
    return m_spotlight->ring();
}

}  // namespace zeropoint::ui
