// SPDX-FileCopyrightText: 2026 The Zeropoint developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace zeropoint::ui {

/// One sentence about what went wrong, with its icon; not there while there is none.
class Notice : public QWidget {
    Q_OBJECT

public:
    explicit Notice(QWidget* parent = nullptr);

    /// Lies at an edge of a widget (its parent, or another), above it, instead of in a layout:
    /// coming and going it moves nothing.
    void floatOver(QWidget* place, Qt::Edge edge = Qt::TopEdge);
    /// The same look where another places it.
    void setFloats();
    void setText(const QString& text);
    QString text() const;

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void tintIcon();

    QLabel* m_icon;
    QLabel* m_text;
    bool m_floats = false;
};

}  // namespace zeropoint::ui
