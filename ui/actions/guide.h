// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/support/error.h"

#include <QObject>
#include <QRect>
#include <QString>

#include <functional>

class QWidget;

namespace zeropoint::ui {

class Spotlight;
class Workbench;

/// How a page that knows no other page points at a control anywhere in the window: by the name of
/// the setting that it shows or of the action that it does (zeropoint --list anchors). The window
/// makes it; pages find it with Guide::of().
class Guide : public QObject {
    Q_OBJECT

public:
    /// Brings up the page and the tab of an anchor and returns its widget, which is visible.
    using Bring = std::function<Result<QWidget*>(const QString& anchor)>;

    /// Becomes a child of the workbench, so that whoever has that has the guide.
    Guide(Workbench& bench, QWidget* window, Bring bring);
    ~Guide() override;
    /// There must be a window.
    static Guide& of(Workbench& bench);

    /// Brings it up, scrolls to it, draws a ring around it, dims the rest and speaks its name.
    /// NotFound for a name that there is not, or that nothing shows now; nothing is ringed then.
    Result<void> pointAt(const QString& anchor);
    /// Brings it up and gives it the focus, without ring.
    Result<void> goTo(const QString& anchor);
    /// While true nothing but what stands above the dim takes clicks: before an answer is revealed.
    void setBlocking(bool blocking);
    void clear();

    const QString& anchor() const { return m_anchor; }  ///< empty: nothing is pointed at
    QRect ring() const;                                 ///< in the window's coordinates
    /// What a card beside the ring is a child of; raise() brings it above the dim.
    QWidget* window() const { return m_window; }

signals:
    void pointed(const QString& anchor);
    /// The window was resized, a tab came up: the ring is there now; empty while it is hidden.
    void moved(const QRect& ring);
    void cleared();

private:
    QWidget* m_window;
    Spotlight* m_spotlight;
    Bring m_bring;
    QString m_anchor;
};

}  // namespace zeropoint::ui
