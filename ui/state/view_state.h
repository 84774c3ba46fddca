// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <utility>

namespace zeropoint::ui {

class ViewStateSignals : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

signals:
    void changed();
};

/// What one page shows, as a value that can be watched. Widgets read it, write into it, and keep
/// nothing of their own. A value that is there already changes nothing and tells nobody.
template <typename View>
class ViewState : public ViewStateSignals {
public:
    const View& get() const { return m_view; }
    const View* operator->() const { return &m_view; }

    void set(View view) {
        if (!(view == m_view)) {
            m_view = std::move(view);
            emit changed();
        }
    }
    template <typename Field, typename Value>
    void set(Field View::*field, Value&& value) {
        View next = m_view;
        next.*field = std::forward<Value>(value);
        set(std::move(next));
    }

private:
    View m_view;
};

}  // namespace zeropoint::ui
