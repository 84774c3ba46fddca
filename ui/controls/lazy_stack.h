// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedWidget>

#include <functional>
#include <vector>

namespace zeropoint::ui {

/// Views behind each other of which each is built when it is first shown: what nobody looks at
/// costs neither start nor memory. A view must therefore take its contents from the state when it
/// is built, not from signals that went by before.
class LazyStack : public QStackedWidget {
    Q_OBJECT

public:
    using Maker = std::function<QWidget*()>;

    using QStackedWidget::QStackedWidget;

    void add(Maker maker);
    int views() const { return static_cast<int>(m_views.size()); }
    /// -1 before the first one is shown.
    int shown() const { return m_shown; }
    /// Null while it is not built.
    QWidget* view(int index) const { return m_views[static_cast<std::size_t>(index)].widget; }
    /// Builds it where that has not happened; an index that does not exist changes nothing.
    void showView(int index);

    /// Those of the view that is shown: the others take no room.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void built(int index, QWidget* view);  ///< before it is shown

private:
    struct View {
        Maker maker;
        QWidget* widget = nullptr;
    };

    std::vector<View> m_views;
    int m_shown = -1;
};

}  // namespace zeropoint::ui
