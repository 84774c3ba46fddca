// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointer>
#include <QWidget>

class QTimer;

namespace zeropoint::ui {

/// A ring around a real widget, its name spoken, and everything else of the window dimmed. The ring
/// follows its widget, and goes while that is hidden. It takes no clicks unless it is told to.
class Spotlight : public QWidget {
    Q_OBJECT

public:
    explicit Spotlight(QWidget* window);

    /// Scrolls to it and shows the ring; null: takes the ring away.
    void pointAt(QWidget* target);
    QWidget* target() const { return m_target; }
    /// In the window's coordinates; empty while nothing is pointed at.
    QRect ring() const { return m_ring; }
    /// Nothing below takes clicks, the target no more than the rest.
    void setBlocking(bool blocking);
    /// Where a widget is seen, in its window's coordinates: one with a mask no wider than that.
    static QRect placeOf(const QWidget& widget);
    /// In every scroll area around it.
    static void scrollTo(QWidget* target);

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void moved(const QRect& ring);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    /// Into its view and ringed, after the layouts have had their say, as often as they have it
    /// within a moment.
    void bringSoon();
    void bring();
    void follow();

    QPointer<QWidget> m_target;
    QList<QPointer<QWidget>> m_watched;  ///< the target and what it stands in, below the window
    QRect m_ring;
    QTimer* m_settling;  ///< runs while layouts may still move the target out of its view
};

}  // namespace zeropoint::ui
